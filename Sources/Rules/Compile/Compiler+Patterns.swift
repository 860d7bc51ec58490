import Diagnostics
import Text

extension Compiler {
  /// Writes the states of a pattern, back to front, and returns the first; `next` is what follows it.
  mutating func emit(_ pattern: Pattern, next: Int, into builder: inout PhaseBuilder) -> Int {
    guard builder.goesOn(cost: Self.cost(of: pattern)) else { return next }
    switch pattern {
    case .literal(let text, let at): return emitLiteral(text, at, next, &builder)
    case .lemma(let lemma, _):
      return builder.add(.token(test: test(.lemma(lemma)), isGlued: false, next: next))
    case .token(let predicates, _):
      return builder.add(.token(test: test(predicates), isGlued: false, next: next))
    case .list(let name, let conditions, let at):
      return emitList(Name(text: name, location: at), conditions, next, &builder)
    case .named(let name, let conditions, let at):
      return emitNamed(Name(text: name, location: at), conditions, next, &builder)
    case .capture(let name, let inner, _):
      let index = builder.capture(name)
      let end = builder.add(.capture(name: index, isStart: false, next: next))
      let body = emit(inner, next: end, into: &builder)
      return builder.add(.capture(name: index, isStart: true, next: body))
    case .sequence(let parts):
      return parts.reversed().reduce(next) { emit($1, next: $0, into: &builder) }
    case .choice(let parts):
      return emitChoice(parts.map { emit($0, next: next, into: &builder) }, &builder)
    case .repetition(let inner, let bounds, _):
      return emitRepetition(inner, bounds, next, &builder)
    case .gap(let bounds, let excluding, _): return emitGap(bounds, excluding, next, &builder)
    case .look(let isAhead, let isNegated, let inner, _):
      let part = emitPart(inner, &builder)
      return builder.add(
        .look(part: part, isAhead: isAhead, isNegated: isNegated, next: next))
    case .except(let inner, let veto, _):
      let (inner, veto) = (emitPart(inner, &builder), emitPart(veto, &builder))
      return builder.add(.except(inner: inner, veto: veto, next: next))
    }
  }

  /// A pattern that is tried on its own; one without captures is written once for the phase.
  private mutating func emitPart(_ pattern: Pattern, _ builder: inout PhaseBuilder) -> Int {
    if let known = builder.part(of: pattern) { return known }
    let accept = builder.add(.accept(rule: -1))
    let start = emit(pattern, next: accept, into: &builder)
    let isShared = survey.captures(of: pattern).isEmpty
    return builder.addPart(start, sharedAs: isShared ? pattern : nil)
  }

  /// Steps that an element counts for: long lists of values take longer to read.
  private static func cost(of pattern: Pattern) -> Int {
    switch pattern {
    case .token(let predicates, _), .list(_, let predicates, _), .named(_, let predicates, _):
      predicates.reduce(1) { cost, predicate in
        guard case .isOneOf(let values) = predicate.test else { return cost }
        return cost + values.count / 16
      }
    default: 1
    }
  }

  private func emitChoice(_ starts: [Int], _ builder: inout PhaseBuilder) -> Int {
    starts.dropLast().reversed().reduce(starts[starts.count - 1]) {
      builder.add(.fork($1, $0))
    }
  }

  private mutating func emitLiteral(
    _ text: String, _ at: SourceLocation, _ next: Int, _ builder: inout PhaseBuilder
  ) -> Int {
    let tokens = tokenizer.tokens(of: text, into: &vocabulary)
    if tokens.isEmpty {
      report("empty-literal", "the literal has no token", at: at, help: "write a word in it")
    }
    var start = next
    for (index, token) in tokens.enumerated().reversed() {
      let isLower = vocabulary.folded(token) == token
      let test = test(isLower ? .folded(token) : .exactly(token))
      start = builder.add(.token(test: test, isGlued: index > 0, next: start))
    }
    return start
  }

  private mutating func emitList(
    _ name: Name, _ predicates: [Predicate], _ next: Int, _ builder: inout PhaseBuilder
  ) -> Int {
    switch lists[name.text] {
    case .entries(let list):
      let conditions = columnConditions(predicates, columns: program.lists[list].columns)
      let edge = listEdge(ListEdge(list: list, conditions: conditions))
      return builder.add(.list(edge: edge, next: next))
    case .lemmas(let entries):
      if let first = predicates.first {
        report(
          "lemma-list-condition", "a list of lemmas has no columns", at: first.location,
          help: "leave the condition out, or keep the list in a file")
      }
      // Without entries there is a finding already.
      guard !entries.isEmpty else { return next }
      return emitChoice(entries.map { emitWords($0, next, &builder) }, &builder)
    case nil:
      unknown("list", name, among: listNames)
      return next
    }
  }

  /// An entry of a list of lemmas: any form of each word, or the word itself.
  private mutating func emitWords(
    _ entry: Pattern, _ next: Int, _ builder: inout PhaseBuilder
  ) -> Int {
    switch entry {
    case .lemma(let lemma, _):
      let word = vocabulary.intern(lemma)
      let test = test(.word(lemma: lemma, folded: vocabulary.folded(word)))
      return builder.add(.token(test: test, isGlued: false, next: next))
    case .sequence(let words):
      return words.reversed().reduce(next) { emitWords($1, $0, &builder) }
    default: return next
    }
  }

  private mutating func emitNamed(
    _ name: Name, _ predicates: [Predicate], _ next: Int, _ builder: inout PhaseBuilder
  ) -> Int {
    if let pattern = lets[name.text] {
      if let first = predicates.first {
        report(
          "pattern-condition", "a pattern has no fields to set conditions on",
          at: first.location, help: "set the condition inside `let \(name.text)`")
      }
      return emit(pattern, next: next, into: &builder)
    }
    guard let type = program.type(name.text) else {
      unknown("pattern", name, among: patternNames)
      return next
    }
    let conditions = fieldConditions(predicates, of: type)
    let edge = annotationEdge(AnnotationEdge(type: type, conditions: conditions))
    return builder.add(.annotation(edge: edge, next: next))
  }

  private mutating func emitRepetition(
    _ inner: Pattern, _ bounds: ClosedRange<Int>, _ next: Int, _ builder: inout PhaseBuilder
  ) -> Int {
    var start = next
    for count in stride(from: bounds.upperBound, to: 0, by: -1) where !builder.isTooLarge {
      let body = emit(inner, next: start, into: &builder)
      // Beyond the least number each further one is optional, taken where it can be.
      start = count > bounds.lowerBound ? builder.add(.fork(body, next)) : body
    }
    return start
  }

  private mutating func emitGap(
    _ bounds: ClosedRange<Int>, _ excluding: Pattern?, _ next: Int,
    _ builder: inout PhaseBuilder
  ) -> Int {
    let gapTest = test(.properties([Self.noClauseEnd]))
    let barrier = excluding.map { emitPart($0, &builder) }
    var start = next
    for count in stride(from: bounds.upperBound, to: 0, by: -1) {
      var body = builder.add(.gap(test: gapTest, next: start))
      if let barrier {
        body = builder.add(.look(part: barrier, isAhead: true, isNegated: true, next: body))
      }
      start = count > bounds.lowerBound ? builder.add(.fork(next, body)) : body
    }
    return start
  }

  /// A gap never passes over a semicolon, a full stop or a quotation mark.
  private static var noClauseEnd: TokenTest.Condition {
    .init(property: .text, test: .isNoneOf([";", ".", "\""]))
  }
}
