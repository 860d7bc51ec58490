/// Writes patterns as text, with groups where the grammar needs them.
enum PatternPrinter {
  static func text(of pattern: Pattern) -> String {
    guard case .choice(let parts) = pattern else { return sequence(pattern) }
    return parts.map(sequence).joined(separator: " | ")
  }

  /// What may stand beside `|`.
  static func sequence(_ pattern: Pattern) -> String {
    guard case .sequence(let parts) = pattern else { return vetoed(pattern) }
    return parts.map(vetoed).joined(separator: " ")
  }

  private static func vetoed(_ pattern: Pattern) -> String {
    guard case .except(let part, let veto, _) = pattern else { return repeated(pattern) }
    return "\(repeated(part)) except \(repeated(veto))"
  }

  private static func repeated(_ pattern: Pattern) -> String {
    switch pattern {
    case .capture(let name, let inner, _): "\(name): \(repeated(inner))"
    case .repetition(let inner, let bounds, _): atom(inner) + suffix(bounds)
    default: atom(pattern)
    }
  }

  private static func suffix(_ bounds: ClosedRange<Int>) -> String {
    switch (bounds.lowerBound, bounds.upperBound) {
    case (0, 1): "?"
    case (0, Parser.maximumRepetition): "*"
    case (1, Parser.maximumRepetition): "+"
    default: "{\(range(bounds))}"
    }
  }

  private static func range(_ bounds: ClosedRange<Int>) -> String {
    bounds.count == 1 ? "\(bounds.lowerBound)" : "\(bounds.lowerBound),\(bounds.upperBound)"
  }

  private static func atom(_ pattern: Pattern) -> String {
    switch pattern {
    case .literal(let text, _): return SyntaxPrinter.quoted(text)
    case .lemma(let lemma, _): return "<\(lemma)>"
    case .token(let conditions, _): return "[\(text(of: conditions))]"
    case .list(let name, let conditions, _): return "@\(name)" + braces(conditions)
    case .named(let name, let conditions, _): return name + braces(conditions)
    case .gap(let bounds, let excluding, _):
      let veto = excluding.map { " not " + text(of: $0) } ?? ""
      return "...{\(range(bounds))\(veto)}"
    case .look(let isAhead, let isNegated, let inner, _):
      return "\(isNegated ? "!" : "")\(isAhead ? "ahead" : "behind")(\(text(of: inner)))"
    case .capture, .sequence, .choice, .repetition, .except: return "(\(text(of: pattern)))"
    }
  }

  private static func braces(_ conditions: [Predicate]) -> String {
    conditions.isEmpty ? "" : "{\(text(of: conditions))}"
  }

  static func text(of conditions: [Predicate]) -> String {
    conditions.map { "\($0.property) \(test($0.test))" }.joined(separator: ", ")
  }

  private static func test(_ test: Predicate.Test) -> String {
    switch test {
    case .equals(let value): "= \(SyntaxPrinter.word(value))"
    case .differs(let value): "!= \(SyntaxPrinter.word(value))"
    case .isOneOf(let values): "in [\(values.map(SyntaxPrinter.word).joined(separator: ", "))]"
    case .isInList(let list): "in @\(list)"
    case .matches(let expression): "~ /\(expression)/"
    }
  }
}
