import Text

/// Bits of tokens, of which most have none: chains of bits in one array.
struct TokenBits {
  private struct Link {
    var bit: Int32
    /// The next link of the token, -1 at the end.
    var next: Int32
  }

  /// The first link of each token, -1 where it has none; of tokens behind the last with a bit nothing.
  private var heads: [Int32] = []
  private var links: [Link] = []

  mutating func insert(_ bit: Int, for token: TokenID) {
    let place = Int(token.rawValue)
    if place >= heads.count {
      heads += repeatElement(-1, count: max(place + 1, heads.count * 2) - heads.count)
    }
    links.append(Link(bit: Int32(truncatingIfNeeded: bit), next: heads[place]))
    heads[place] = Int32(truncatingIfNeeded: links.count - 1)
  }

  /// Whether a token has some bit.
  func has(_ token: TokenID) -> Bool {
    let place = Int(token.rawValue)
    return place < heads.count && heads[place] >= 0
  }

  /// Sets the bits of a token in a row.
  func set(_ token: TokenID, in row: inout [UInt64]) {
    guard has(token) else { return }
    var link = heads[Int(token.rawValue)]
    while link >= 0 {
      row.set(Int(links[Int(link)].bit))
      link = links[Int(link)].next
    }
  }
}
