/// Numbered things by the token that they hang on: for each token a chain, in the order of adding. Flat arrays.
struct TokenChains: Sendable {
  /// The first and the last of each token, -1 where there is none.
  private var heads: [Int32]
  private var tails: [Int32]
  /// What follows each thing in its chain.
  private var successors: [Int32] = []

  /// For the tokens of a text and one place behind the last.
  init(tokenCount: Int) {
    heads = Array(repeating: -1, count: tokenCount + 1)
    tails = heads
  }

  /// Makes room for so many things.
  mutating func reserveCapacity(_ count: Int) { successors.reserveCapacity(count) }

  /// How many things there are; the next that is added has this number.
  var count: Int { successors.count }

  /// Places at which things may hang.
  var places: Range<Int> { heads.indices }

  /// The first thing of a token, nil where there is none. O(1).
  func first(at token: Int) -> Int? {
    heads.indices.contains(token) && heads[token] >= 0 ? Int(heads[token]) : nil
  }

  /// The thing behind one at the same token. O(1).
  func next(after number: Int) -> Int? {
    successors[number] < 0 ? nil : Int(successors[number])
  }

  /// Hangs the next thing on a token. O(1).
  mutating func append(at token: Int) {
    let number = Int32(truncatingIfNeeded: successors.count)
    if heads[token] < 0 {
      heads[token] = number
    } else {
      successors[Int(tails[token])] = number
    }
    tails[token] = number
    successors.append(-1)
  }
}
