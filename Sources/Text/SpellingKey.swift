/// A spelling in 16 bytes: itself where it has at most 15, else a hash that the arena must confirm.
///
/// PERF: most tokens are short, so that one slot of the table tells them apart without a look at the arena.
struct SpellingKey: Equatable, Sendable {
  let low: UInt64
  let high: UInt64

  /// Marks a free slot; no spelling has it, as the empty one has length 0 in the top byte, plus one.
  static let free = SpellingKey(low: 0, high: 0)

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  init(_ bytes: Span<UInt8>) {
    guard bytes.count < 16 else {
      self.init(low: Self.hash(bytes), high: UInt64(0xFF) << 56)
      return
    }
    var low: UInt64 = 0
    var high = UInt64(bytes.count + 1) << 56
    for index in 0..<min(8, bytes.count) {
      low |= UInt64(bytes[index]) &<< UInt64(index &* 8)
    }
    if bytes.count > 8 {
      for index in 8..<bytes.count {
        high |= UInt64(bytes[index]) &<< UInt64((index &- 8) &* 8)
      }
    }
    self.init(low: low, high: high)
  }

  /// The key holds the whole spelling.
  var isExact: Bool { high >> 56 != 0xFF }

  /// Where to look first in a table: a multiplication spreads the bytes to the high bits.
  var hash: UInt64 {
    let product = (low ^ high &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// FNV-1a: the same on every run.
  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return hash
  }
}
