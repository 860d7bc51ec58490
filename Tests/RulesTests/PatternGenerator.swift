/// Random rule patterns over a few words, the same on every run.
struct PatternGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func sentence() -> [String] {
    (0..<Int.random(in: 1...8, using: &self)).map { _ in
      ["a", "b", "c", "a", "b", ",", ";"].randomElement(using: &self) ?? "a"
    }
  }

  private static let atoms = [
    "\"a\"", "\"b\"", "\"c\"", "\"a b\"", "@l", "U", "[lower in [a, b]]", "[lower != c]", "\",\"",
  ]

  private mutating func atom() -> String { Self.atoms.randomElement(using: &self) ?? "\"a\"" }

  mutating func pattern(depth: Int) -> String {
    guard depth > 0 else { return atom() }
    func inner() -> Int { depth - 1 }
    switch Int.random(in: 0..<16, using: &self) {
    case 0, 1, 2, 3:
      return (0..<Int.random(in: 2...3, using: &self)).map { _ in pattern(depth: inner()) }
        .joined(separator: " ")
    case 4, 5: return "(\(pattern(depth: inner())) | \(pattern(depth: inner())))"
    case 6: return "(\(pattern(depth: inner())))?"
    case 7: return "(\(pattern(depth: inner()))){1,2}"
    case 8: return atom() + (Bool.random(using: &self) ? "+" : "*")
    case 9: return "...{0,3}"
    case 10: return "...{1,2 not \(atom())}"
    case 11:
      let look = ["ahead", "!ahead", "behind", "!behind"].randomElement(using: &self) ?? "ahead"
      return "\(look)(\(pattern(depth: inner())))"
    case 12: return "(\(pattern(depth: inner()))) except (\(pattern(depth: inner())))"
    case 13, 14: return "x: (\(pattern(depth: inner())))"
    default: return "y: (\(pattern(depth: inner())))"
    }
  }
}
