import Diagnostics

extension Parser {
  /// Alternatives of sequences, as `Grammar.md` has it.
  mutating func pattern() throws(Failure) -> Pattern {
    guard nesting < Self.maximumNesting else { throw tooDeep() }
    nesting += 1
    var alternatives = [try sequence()]
    while take("|") { alternatives.append(try sequence()) }
    nesting -= 1
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  mutating func sequence() throws(Failure) -> Pattern {
    var parts: [Pattern] = []
    repeat {
      parts.append(try vetoed())
    } while startsAtom
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// `p except q`; several vetoes are the choice of them, so that a row of them nests no deeper than one.
  private mutating func vetoed() throws(Failure) -> Pattern {
    let part = try repeated()
    let place = place(current)
    var vetoes: [Pattern] = []
    while takeWord("except") { vetoes.append(try repeated()) }
    guard let first = vetoes.first else { return part }
    return .except(part, vetoes.count == 1 ? first : .choice(vetoes), at: place)
  }

  /// Words that end a pattern where they stand at the place of an atom.
  private static let followers: Set<String> = [
    "block", "claims", "disable", "else", "enum", "events", "except", "expect", "extend", "frame",
    "let", "list", "need", "per", "phase", "reject", "required", "rule", "schema", "set", "slot",
    "todo", "trigger", "type", "use",
  ]

  private var startsAtom: Bool {
    switch current.kind {
    case .string: return true
    case .mark: return ["<", "[", "@", "(", "...", "!"].contains(current.text)
    case .name: return !Self.followers.contains(current.text) || peek().text == ":"
    default: return false
    }
  }

  private mutating func repeated() throws(Failure) -> Pattern {
    if current.kind == .name, peek().text == ":", peek().kind == .mark {
      let title = try name("a capture")
      try expect(":")
      guard nesting < Self.maximumNesting else { throw tooDeep() }
      nesting += 1
      let inner = try repeated()
      nesting -= 1
      return .capture(title.text, inner, at: title.location)
    }
    let place = place(current)
    let atom = try atom()
    guard let bounds = try repetition() else { return atom }
    let second = current
    guard try repetition() == nil else {
      throw fail(.doubleRepetition, second)
    }
    return .repetition(atom, bounds, at: place)
  }

  /// `?`, `*`, `+`, `{2,4}`; nil where nothing is repeated.
  private mutating func repetition() throws(Failure) -> ClosedRange<Int>? {
    if take("?") { return 0...1 }
    if take("*") { return 0...Self.maximumRepetition }
    if take("+") { return 1...Self.maximumRepetition }
    guard isMark("{"), peek().kind == .number else { return nil }
    let bounds = try bounds()
    try expect("}")
    return bounds
  }

  /// Repetitions at most, as the span of a match is bounded.
  static let maximumRepetition = 64

  /// Tokens that a gap passes over at most.
  static let maximumGap = 20

  /// `{2` or `{2,4`; the closing brace is the caller's.
  private mutating func bounds() throws(Failure) -> ClosedRange<Int> {
    let opening = current
    try expect("{")
    let low = try number()
    let high = take(",") ? try number() : low
    guard low <= high, high <= Self.maximumRepetition else {
      throw fail(.badRepetition(low: low, high: high), opening)
    }
    return low...high
  }

  private mutating func atom() throws(Failure) -> Pattern {
    let lexeme = current
    let at = place(lexeme)
    if lexeme.kind == .string { return .literal(try text("a literal").text, at: at) }
    if take("(") {
      let inner = try pattern()
      try expect(")")
      return inner
    }
    if take("<") {
      let lemma = try name("a lemma")
      try expect(">")
      return .lemma(lemma.text, at: at)
    }
    if take("[") { return .token(try predicates(until: "]"), at: at) }
    if take("@") {
      let list = try name("a list")
      return .list(list.text, try conditions(), at: at)
    }
    if take("...") { return try gap(at: at) }
    let isNegated = take("!")
    if let look = try look(isNegated: isNegated, at: at) { return look }
    let reference = try name("a pattern")
    return .named(reference.text, try conditions(), at: at)
  }

  private mutating func look(isNegated: Bool, at: SourceLocation) throws(Failure) -> Pattern? {
    let isAhead = isWord("ahead")
    guard isAhead || isWord("behind"), peek().text == "(" else {
      guard isNegated else { return nil }
      throw fail(.badNegation, current)
    }
    advance()
    try expect("(")
    let inner = try pattern()
    try expect(")")
    return .look(isAhead: isAhead, isNegated: isNegated, inner, at: at)
  }

  private mutating func gap(at: SourceLocation) throws(Failure) -> Pattern {
    let opening = current
    let bounds = try bounds()
    guard bounds.upperBound <= Self.maximumGap else { throw fail(.gapTooLong, opening) }
    let excluded = takeWord("not") ? try pattern() : nil
    try expect("}")
    return .gap(bounds, excluding: excluded, at: at)
  }

  private mutating func conditions() throws(Failure) -> [Predicate] {
    guard isMark("{"), peek().kind == .name else { return [] }
    advance()
    return try predicates(until: "}")
  }

  mutating func predicates(until end: String) throws(Failure) -> [Predicate] {
    var result: [Predicate] = []
    while !take(end) {
      let property = try name("a property")
      result.append(
        Predicate(property: property.text, test: try test(), location: property.location))
      if !isMark(end) { try expect(",") }
    }
    return result
  }

  private mutating func test() throws(Failure) -> Predicate.Test {
    if take("=") { return .equals(try value()) }
    if take("!=") { return .differs(try value()) }
    if take("~") {
      let regex = current
      guard regex.kind == .regex else {
        throw fail(.expectedRegex(found: described(regex)), regex)
      }
      advance()
      return .matches(regex.text)
    }
    let operation = current
    guard takeWord("in") else {
      throw fail(.expectedTest(found: described(operation)), operation)
    }
    if take("@") { return .isInList(try name("a list").text) }
    try expect("[")
    var values = [try value()]
    while take(",") { values.append(try value()) }
    try expect("]")
    return .isOneOf(values)
  }

  private mutating func value() throws(Failure) -> String {
    let lexeme = current
    guard [.name, .string, .number].contains(lexeme.kind) else {
      throw fail(.expectedValue(found: described(lexeme)), lexeme)
    }
    advance()
    return lexeme.text
  }
}
