import Text

@testable import Rules

/// A matcher that tries every derivation, one after the other: slow, short, and the judge of the real one.
struct MatchReference {
  /// One way in which a pattern matches from a position.
  struct Derivation {
    var end: Int
    /// Tokens of gaps and of what is skipped.
    var skipped = 0
    var taken: [TokenRange] = []
    /// In the order in which captures close.
    var captures: [Captured] = []
  }

  struct Captured: Hashable {
    var name: String
    var tokens: TokenRange
  }

  /// More derivations than any case needs that is worth its time.
  struct TooMany: Error {}

  let tokens: [String]
  /// Entries of the only list, each as its tokens.
  let entries: [[String]]
  /// Ends of the annotations of a type that start at a position, in order.
  let annotations: (_ type: String, _ place: Int) -> [Int]
  let skipping: [String]

  /// Every derivation of a pattern from a position, the preferred first.
  func derivations(_ pattern: Pattern, at place: Int) throws -> [Derivation] {
    try derive(pattern, Derivation(end: place), start: place)
  }

  /// The preferred derivation that ends at `end`, nil where none does.
  func best(_ pattern: Pattern, at place: Int, end: Int) throws -> Derivation? {
    try derivations(pattern, at: place).filter { $0.end == end }
      .min { $0.skipped < $1.skipped }
  }

  private func derive(
    _ pattern: Pattern, _ before: Derivation, start: Int
  ) throws -> [Derivation] {
    switch pattern {
    case .literal(let text, _):
      let words = text.split(separator: " ").map(String.init)
      return pass(before, start) { place in
        tokens[place...].starts(with: words) ? [place + words.count] : []
      }
    case .lemma(let word, _): return pass(before, start) { tokens[$0] == word ? [$0 + 1] : [] }
    case .token(let predicates, _):
      return pass(before, start) { place in
        predicates.allSatisfy { holds($0, tokens[place]) } ? [place + 1] : []
      }
    case .list:
      return pass(before, start) { place in
        entries.filter { tokens[place...].starts(with: $0) }.map { place + $0.count }.max()
          .map { [$0] } ?? []
      }
    case .named(let type, _, _): return pass(before, start) { annotations(type, $0) }
    case .capture(let name, let inner, _): return try capture(name, inner, before, start)
    case .sequence(let parts):
      return try parts.reduce([before]) { ways, part in
        try limited(ways.flatMap { try derive(part, $0, start: start) })
      }
    case .choice(let parts):
      return try limited(parts.flatMap { try derive($0, before, start: start) })
    case .repetition(let inner, let bounds, _):
      return try repeated(inner, bounds, 0, before, start)
    case .gap(let bounds, let excluding, _): return try gap(bounds, excluding, 0, before, start)
    case .look(let isAhead, let isNegated, let inner, _):
      let first = isAhead ? before.end : max(0, before.end - 16)
      let holds = try (first...before.end).contains { place in
        try derivations(inner, at: place).contains {
          isAhead ? $0.end - place <= 16 : $0.end == before.end
        }
      }
      return holds != isNegated ? [before] : []
    case .except(let inner, let veto, _): return try except(inner, veto, before, start)
    }
  }

  /// Passes over an element at the position, and then behind each stretch that may be skipped there.
  private func pass(
    _ before: Derivation, _ start: Int, skipped: Int = 0, _ ends: (Int) -> [Int]
  ) -> [Derivation] {
    var result: [Derivation] = []
    if before.end < tokens.count {
      for end in ends(before.end) {
        var way = before
        way.taken.append(TokenRange(before.end, end))
        way.end = end
        way.skipped += skipped
        result.append(way)
      }
    }
    for way in skips(before, start) { result += pass(way, start, skipped: skipped, ends) }
    return result
  }

  private func skips(_ before: Derivation, _ start: Int) -> [Derivation] {
    guard before.end > start else { return [] }
    return skipping.flatMap { annotations($0, before.end) }.map { end in
      var way = before
      way.skipped += end - before.end
      way.end = end
      return way
    }
  }

  private func holds(_ predicate: Predicate, _ token: String) -> Bool {
    switch predicate.test {
    case .equals(let value): token == value
    case .differs(let value): token != value
    case .isOneOf(let values): values.contains(token)
    case .isInList, .matches: false
    }
  }

  private func capture(
    _ name: String, _ inner: Pattern, _ before: Derivation, _ start: Int
  ) throws -> [Derivation] {
    var opened = before
    opened.taken = []
    return try derive(inner, opened, start: start).map { way in
      var result = way
      result.taken = before.taken + way.taken
      if let first = way.taken.first, let last = way.taken.last {
        let tokens = TokenRange(first.start, last.end)
        result.captures.append(Captured(name: name, tokens: tokens))
      }
      return result
    }
  }

  private func repeated(
    _ inner: Pattern, _ bounds: ClosedRange<Int>, _ count: Int, _ before: Derivation, _ start: Int
  ) throws -> [Derivation] {
    var result: [Derivation] = []
    if count < bounds.upperBound {
      for way in try derive(inner, before, start: start) {
        result += try repeated(inner, bounds, count + 1, way, start)
      }
    }
    return try limited(result + (count >= bounds.lowerBound ? [before] : []))
  }

  private func gap(
    _ bounds: ClosedRange<Int>, _ excluding: Pattern?, _ count: Int, _ before: Derivation,
    _ start: Int
  ) throws -> [Derivation] {
    var result = count >= bounds.lowerBound ? [before] : []
    guard count < bounds.upperBound else { return result }
    if let excluding, !(try derivations(excluding, at: before.end).isEmpty) { return result }
    let ways = pass(before, start, skipped: 1) { tokens[$0] == ";" ? [] : [$0 + 1] }
    for way in ways { result += try gap(bounds, excluding, count + 1, way, start) }
    return try limited(result)
  }

  /// What is excepted is one element: what it skips inside does not count outside.
  private func except(
    _ inner: Pattern, _ veto: Pattern, _ before: Derivation, _ start: Int
  ) throws -> [Derivation] {
    var result: [Derivation] = []
    let vetoed = Set(try derivations(veto, at: before.end).map(\.end))
    let ends = Set(try derivations(inner, at: before.end).map(\.end)).subtracting(vetoed)
    for end in ends.sorted(by: >) {
      guard let best = try best(inner, at: before.end, end: end) else { continue }
      var way = before
      way.end = end
      way.taken += best.taken
      way.captures += best.captures
      result.append(way)
    }
    for way in skips(before, start) { result += try except(inner, veto, way, start) }
    return try limited(result)
  }

  private func limited(_ ways: [Derivation]) throws -> [Derivation] {
    guard ways.count <= 5000 else { throw TooMany() }
    return ways
  }
}
