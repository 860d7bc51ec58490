/// Numbered things by the token that they hang on: for each token a chain, in the order of adding. Flat arrays.
struct TokenChains: Sendable {
  /// The last thing of each token, -1 where there is none.
  private var lasts: [Int32]
  /// What follows each thing in its chain; for the last, the first one's complement.
  private var successors: [Int32] = []

  /// For the tokens of a text and one place behind the last.
  init(tokenCount: Int) { lasts = Array(repeating: -1, count: tokenCount + 1) }

  /// Makes room for so many things.
  mutating func reserveCapacity(_ count: Int) { successors.reserveCapacity(count) }

  /// The first thing of a token, nil where there is none. O(1).
  func first(at token: Int) -> Int? {
    guard lasts.indices.contains(token), lasts[token] >= 0 else { return nil }
    return Int(~successors[Int(lasts[token])])
  }

  /// The thing behind one at the same token. O(1).
  func next(after number: Int) -> Int? {
    successors[number] < 0 ? nil : Int(successors[number])
  }

  /// Hangs the next thing, by number, on a token. O(1).
  mutating func append(at token: Int) {
    let number = Int32(truncatingIfNeeded: successors.count)
    let last = Int(lasts[token])
    if last < 0 {
      successors.append(~number)
    } else {
      successors.append(successors[last])
      successors[last] = number
    }
    lasts[token] = number
  }
}
