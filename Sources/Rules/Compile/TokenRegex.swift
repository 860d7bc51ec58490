/// A regular expression over the code points of one whole token, matched without backtracking.
///
/// It knows literals, `.`, classes (`[a-z]`, `[^…]`), `\d`, escaped marks, groups, `|`, `*`, `+`, `?` and `{n,m}`.
struct TokenRegex: Sendable, Hashable {
  /// One state of the automaton.
  enum State: Sendable, Hashable {
    case scalar(Set<ClosedRange<UInt32>>, isNegated: Bool, next: Int)
    case fork(Int, Int)
    case accept
  }

  let source: String
  let states: [State]
  let start: Int

  /// Nil where the expression is malformed or needs more than a thousand states.
  init?(_ source: String) {
    var parser = TokenRegexParser(source)
    guard let start = parser.parse() else { return nil }
    self.source = source
    self.start = start
    states = parser.states
  }

  /// Whether the whole text matches. O(states × length).
  func matches(_ text: String) -> Bool {
    var current = closure([start])
    for scalar in text.unicodeScalars {
      var next: [Int] = []
      for state in current {
        guard case .scalar(let ranges, let isNegated, let target) = states[state] else { continue }
        if ranges.contains(where: { $0.contains(scalar.value) }) != isNegated {
          next.append(target)
        }
      }
      guard !next.isEmpty else { return false }
      current = closure(next)
    }
    return current.contains { states[$0] == .accept }
  }

  private func closure(_ initial: [Int]) -> [Int] {
    var seen = [Bool](repeating: false, count: states.count)
    var stack = initial
    var result: [Int] = []
    while let state = stack.popLast() {
      guard !seen[state] else { continue }
      seen[state] = true
      if case .fork(let first, let second) = states[state] {
        stack += [first, second]
      } else {
        result.append(state)
      }
    }
    return result
  }
}
