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
  /// For each state those that follow from it without a code point, one bit each; empty where there are more than 64.
  private let masks: [UInt64]
  /// An ASCII mark that every text that matches has in it, nil where none is known.
  let required: UInt8?

  /// Nil where the expression is malformed or needs more than a thousand states.
  init?(_ source: String) {
    var parser = TokenRegexParser(source)
    guard let start = parser.parse() else { return nil }
    self.source = source
    self.start = start
    states = parser.states
    masks = Self.masks(of: parser.states)
    required = Self.required(from: start, parser.states)
  }

  /// States of an automaton for which a mark that must be there is looked for, in quadratic time.
  private static let maximumForRequired = 512

  /// The first mark of an automaton, in the order of the states, without which the end cannot be reached.
  private static func required(from start: Int, _ states: [State]) -> UInt8? {
    guard states.count <= maximumForRequired else { return nil }
    for (place, state) in states.enumerated() {
      guard case .scalar(let ranges, isNegated: false, _) = state, ranges.count == 1,
        let range = ranges.first, range.count == 1, range.lowerBound < 128
      else { continue }
      if !reachesEnd(from: start, states, without: place) {
        return UInt8(truncatingIfNeeded: range.lowerBound)
      }
    }
    return nil
  }

  private static func reachesEnd(
    from start: Int, _ states: [State], without avoided: Int
  ) -> Bool {
    var seen = [Bool](repeating: false, count: states.count)
    var stack = [start]
    while let state = stack.popLast() {
      guard state != avoided, !seen[state] else { continue }
      seen[state] = true
      switch states[state] {
      case .accept: return true
      case .fork(let first, let second): stack += [first, second]
      case .scalar(_, _, let next): stack.append(next)
      }
    }
    return false
  }

  private static func masks(of states: [State]) -> [UInt64] {
    guard states.count <= 64 else { return [] }
    return states.indices.map { state in
      closure([state], states).reduce(0) { $0 | 1 << UInt64($1) }
    }
  }

  /// Whether the whole text matches. O(states × length).
  func matches(_ text: String) -> Bool {
    if let required, !text.utf8.contains(required) { return false }
    guard !masks.isEmpty else { return matchesWithLists(text) }
    var current = masks[start]
    for scalar in text.unicodeScalars {
      var next: UInt64 = 0
      while current != 0 {
        let state = current.trailingZeroBitCount
        current &= current - 1
        if let target = target(from: state, over: scalar) { next |= masks[target] }
      }
      guard next != 0 else { return false }
      current = next
    }
    while current != 0 {
      if states[current.trailingZeroBitCount] == .accept { return true }
      current &= current - 1
    }
    return false
  }

  /// The same for expressions of many states.
  private func matchesWithLists(_ text: String) -> Bool {
    var current = startStates
    for scalar in text.unicodeScalars {
      current = self.states(after: current, scalar)
      guard !current.isEmpty else { return false }
    }
    return accepts(current)
  }

  /// For each ASCII byte whether a text that ends in it may match.
  var lastBytes: [Bool] {
    let isLast = states.map { state in
      guard case .scalar(_, _, let next) = state else { return false }
      return accepts(Self.closure([next], states))
    }
    let last = states.indices.filter { isLast[$0] }
    return (0..<128).map { byte in
      last.contains { target(from: $0, over: Unicode.Scalar(UInt8(byte))) != nil }
    }
  }

  // MARK: Sets of states

  /// Where a match stands before the first code point.
  var startStates: [Int] { Self.closure([start], states) }

  /// Where a match stands after one code point more.
  func states(after current: [Int], _ scalar: Unicode.Scalar) -> [Int] {
    Self.closure(current.compactMap { target(from: $0, over: scalar) }, states)
  }

  /// Whether what has been read matches.
  func accepts(_ current: [Int]) -> Bool { current.contains { states[$0] == .accept } }

  private func target(from state: Int, over scalar: Unicode.Scalar) -> Int? {
    guard case .scalar(let ranges, let isNegated, let target) = states[state],
      ranges.contains(where: { $0.contains(scalar.value) }) != isNegated
    else { return nil }
    return target
  }

  private static func closure(_ initial: [Int], _ states: [State]) -> [Int] {
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
