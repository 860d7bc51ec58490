/// Numbered things by the token that they hang on: for each token a chain, in the order of adding. Flat arrays.
struct TokenChains: Sendable {
  /// The last thing of each token, -1 where there is none.
  private var lasts: [Int32]
  /// What follows each thing in its chain; for the last, the first one's complement.
  private var successors: [Int32] = []
  /// A bit for each token that has some.
  private var bits: [UInt64]

  /// For the tokens of a text and one place behind the last.
  init(tokenCount: Int) {
    lasts = Array(repeating: -1, count: tokenCount + 1)
    bits = Array(repeating: 0, count: tokenCount >> 6 + 1)
  }

  /// Makes room for so many things.
  mutating func reserveCapacity(_ count: Int) { successors.reserveCapacity(count) }

  /// The first thing of a token, nil where there is none. O(1).
  func first(at token: Int) -> Int? {
    guard lasts.indices.contains(token), lasts[token] >= 0 else { return nil }
    return Int(~successors[Int(lasts[token])])
  }

  /// The next token from one on and up to a last one that has things, nil where none has. O(tokens / 64).
  func next(from token: Int, through last: Int) -> Int? {
    guard token <= last, token >= 0 else { return nil }
    var word = token >> 6
    guard word < bits.count else { return nil }
    var rest = bits[word] & (.max << UInt64(token & 63))
    while rest == 0 {
      word += 1
      guard word < bits.count, word << 6 <= last else { return nil }
      rest = bits[word]
    }
    let found = word << 6 + rest.trailingZeroBitCount
    return found <= last ? found : nil
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
      bits[token >> 6] |= 1 << UInt64(token & 63)
    } else {
      successors.append(successors[last])
      successors[last] = number
    }
    lasts[token] = number
  }
}
