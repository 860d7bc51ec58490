/// Writes rule patterns over a few words, as the choices that it is given decide.
struct PatternGenerator<Choices: ChoiceSource> {
  var choices: Choices

  static var words: [String] { ["a", "b", "c", "a", "b", ",", ";"] }

  private static var atoms: [String] {
    [
      "\"a\"", "\"b\"", "\"c\"", "\"a b\"", "@l", "U", "V", "[lower in [a, b]]", "[lower != c]",
      "\",\"",
    ]
  }

  private static var looks: [String] { ["ahead", "!ahead", "behind", "!behind"] }

  mutating func sentence() -> [String] {
    (0..<choices.number(in: 1...8)).map { _ in choices.pick(Self.words) }
  }

  private mutating func atom() -> String { choices.pick(Self.atoms) }

  /// A pattern whose groups nest no deeper than `depth`.
  mutating func pattern(depth: Int) -> String {
    guard depth > 0 else { return atom() }
    func inner(_ generator: inout Self) -> String { generator.pattern(depth: depth - 1) }
    switch choices.next(below: 16) {
    case 0, 1, 2, 3:
      return (0..<choices.number(in: 2...3)).map { _ in inner(&self) }.joined(separator: " ")
    case 4, 5: return "(\(inner(&self)) | \(inner(&self)))"
    case 6: return "(\(inner(&self)))?"
    case 7: return "(\(inner(&self))){1,2}"
    case 8: return atom() + choices.pick(["+", "*"])
    case 9: return "...{0,3}"
    case 10: return "...{1,2 not \(atom())}"
    case 11: return "\(choices.pick(Self.looks))(\(inner(&self)))"
    case 12: return "(\(inner(&self))) except (\(inner(&self)))"
    case 13, 14: return "x: (\(inner(&self)))"
    default: return "y: (\(inner(&self)))"
    }
  }
}
