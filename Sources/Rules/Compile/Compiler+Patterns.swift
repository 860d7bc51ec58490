import Diagnostics
import Text

extension Compiler {
  /// States of one rule at most; more is an error that names the rule's pattern.
  static var maximumStates: Int { 4096 }

  /// Writes the states of a pattern, back to front, and returns the first; `next` is what follows it.
  mutating func emit(
    _ pattern: Pattern, next: Int, into builder: inout CodeBuilder, depth: Int
  ) -> Int {
    guard builder.code.count < Self.maximumStates else { return next }
    switch pattern {
    case .literal(let text, let at): return emitLiteral(text, at, next, &builder)
    case .lemma(let lemma, _):
      return builder.add(.token(test: test(.lemma(lemma)), next: next))
    case .token(let predicates, _):
      return builder.add(.token(test: test(.properties(conditions(predicates))), next: next))
    case .list(let name, let conditions, let at):
      return emitList(Name(text: name, location: at), conditions, next, &builder)
    case .named(let name, let conditions, let at):
      let reference = Name(text: name, location: at)
      return emitNamed(reference, conditions, next, &builder, depth)
    case .capture(let name, let inner, _):
      let index = builder.capture(name)
      let end = builder.add(.capture(name: index, isStart: false, next: next))
      let body = emit(inner, next: end, into: &builder, depth: depth)
      return builder.add(.capture(name: index, isStart: true, next: body))
    case .sequence(let parts):
      return parts.reversed().reduce(next) { emit($1, next: $0, into: &builder, depth: depth) }
    case .choice(let parts):
      let starts = parts.map { emit($0, next: next, into: &builder, depth: depth) }
      return builder.add(.fork(starts))
    case .repetition(let inner, let bounds, let at):
      return emitRepetition(inner, bounds, at, next, &builder, depth)
    case .gap(let bounds, let excluding, _):
      return emitGap(bounds, excluding, next, &builder, depth)
    case .look(let isAhead, let isNegated, let inner, _):
      let start = emit(inner, next: builder.accept(), into: &builder, depth: depth)
      return builder.add(
        .look(isAhead: isAhead, isNegated: isNegated, inner: start, next: next))
    case .except(let inner, let veto, _):
      let start = emit(inner, next: builder.accept(), into: &builder, depth: depth)
      let bad = emit(veto, next: builder.accept(), into: &builder, depth: depth)
      return builder.add(.except(inner: start, veto: bad, next: next))
    }
  }

  private mutating func test(_ test: TokenTest) -> Int {
    if let index = testIndex[test] { return index }
    testIndex[test] = program.tests.count
    program.tests.append(test)
    return program.tests.count - 1
  }

  private mutating func emitLiteral(
    _ text: String, _ at: SourceLocation, _ next: Int, _ builder: inout CodeBuilder
  ) -> Int {
    let tokens = tokenizer.tokens(of: text, into: &vocabulary)
    if tokens.isEmpty {
      report("empty-literal", "the literal has no token", at: at, help: "write a word in it")
    }
    return tokens.reversed().reduce(next) { next, token in
      let isLower = vocabulary.folded(token) == token
      return builder.add(
        .token(test: test(isLower ? .folded(token) : .exactly(token)), next: next))
    }
  }

  private mutating func conditions(_ predicates: [Predicate]) -> [TokenTest.Condition] {
    predicates.compactMap { predicate in
      guard let property = TokenTest.Condition.Property(rawValue: predicate.property) else {
        let known = TokenTest.Condition.Property.allCases.map(\.rawValue)
        unknown(
          "property", Name(text: predicate.property, location: predicate.location), among: known)
        return nil
      }
      guard let (values, isNegated) = values(of: predicate) else { return nil }
      return TokenTest.Condition(property: property, values: values, isNegated: isNegated)
    }
  }

  /// The values that a test accepts or refuses.
  mutating func values(of predicate: Predicate) -> (Set<String>, Bool)? {
    switch predicate.test {
    case .equals(let value): return ([value], false)
    case .differs(let value): return ([value], true)
    case .isOneOf(let values): return (Set(values), false)
    case .isInList(let list):
      if let spellings = listSpellings[list] { return (spellings, false) }
      unknown(
        "list", Name(text: list, location: predicate.location), among: Array(lists.keys))
      return nil
    case .matches:
      report(
        "unsupported-test", "`~` is not a test of this engine yet",
        at: predicate.location, help: "use `=`, `!=` or `in [ … ]`")
      return nil
    }
  }

  private mutating func valueTest(_ predicate: Predicate) -> ValueTest? {
    values(of: predicate).map { $0.1 ? .isNoneOf($0.0) : .isOneOf($0.0) }
  }

  private mutating func emitList(
    _ name: Name, _ predicates: [Predicate], _ next: Int, _ builder: inout CodeBuilder
  ) -> Int {
    guard let list = lists[name.text] else {
      unknown("list", name, among: Array(lists.keys))
      return next
    }
    var conditions: [ColumnCondition] = []
    for predicate in predicates {
      let columns = program.lists[list].columns
      if let column = columns.firstIndex(of: predicate.property) {
        valueTest(predicate).map { conditions.append(ColumnCondition(column: column, test: $0)) }
      } else {
        let column = Name(text: predicate.property, location: predicate.location)
        unknown("column", column, among: columns)
      }
    }
    return builder.add(.list(list: list, conditions: conditions, next: next))
  }

  private mutating func emitNamed(
    _ name: Name, _ predicates: [Predicate], _ next: Int, _ builder: inout CodeBuilder,
    _ depth: Int
  ) -> Int {
    if let pattern = lets[name.text] {
      guard depth < Parser.maximumNesting else {
        report(
          "cyclic-pattern", "`\(name.text)` contains itself", at: name.location,
          help: "a pattern may use only patterns that do not lead back to it")
        return next
      }
      return emit(pattern, next: next, into: &builder, depth: depth + 1)
    }
    guard let type = program.type(name.text) else {
      unknown("pattern", name, among: program.types.map(\.name) + Array(lets.keys))
      return next
    }
    var conditions: [FieldCondition] = []
    for predicate in predicates {
      let fields = program.types[type.rawValue].fields
      if let field = fields.firstIndex(of: predicate.property) {
        valueTest(predicate).map { conditions.append(FieldCondition(field: field, test: $0)) }
      } else {
        let field = Name(text: predicate.property, location: predicate.location)
        unknown("field", field, among: fields)
      }
    }
    return builder.add(.annotation(type: type, conditions: conditions, next: next))
  }

  private mutating func emitRepetition(
    _ inner: Pattern, _ bounds: ClosedRange<Int>, _ at: SourceLocation, _ next: Int,
    _ builder: inout CodeBuilder, _ depth: Int
  ) -> Int {
    var start = next
    for count in stride(from: bounds.upperBound, to: 0, by: -1) {
      let body = emit(inner, next: start, into: &builder, depth: depth)
      // Beyond the least number each further one is optional, taken where it can be.
      start = count > bounds.lowerBound ? builder.add(.fork([body, next])) : body
    }
    if builder.code.count >= Self.maximumStates {
      report(
        "pattern-too-large", "the pattern needs more than \(Self.maximumStates) states", at: at,
        help: "repeat less, or part the rule in two phases")
    }
    return start
  }

  private mutating func emitGap(
    _ bounds: ClosedRange<Int>, _ excluding: Pattern?, _ next: Int, _ builder: inout CodeBuilder,
    _ depth: Int
  ) -> Int {
    let gapTest = test(.properties([Self.noClauseEnd]))
    let barrier = excluding.map {
      emit($0, next: builder.accept(), into: &builder, depth: depth)
    }
    var start = next
    for count in stride(from: bounds.upperBound, to: 0, by: -1) {
      var body = builder.add(.token(test: gapTest, next: start))
      if let barrier {
        body = builder.add(.look(isAhead: true, isNegated: true, inner: barrier, next: body))
      }
      start = count > bounds.lowerBound ? builder.add(.fork([next, body])) : body
    }
    return start
  }

  /// A gap never passes over a semicolon, a full stop or a quotation mark.
  private static var noClauseEnd: TokenTest.Condition {
    .init(property: .text, values: [";", ".", "\""], isNegated: true)
  }
}
