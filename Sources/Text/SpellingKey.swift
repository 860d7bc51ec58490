/// A spelling in 16 bytes: itself where it has at most 15, else a hash that the arena must confirm.
///
/// PERF: most tokens are short, so that one slot of the table tells them apart without a look at the arena.
struct SpellingKey: Hashable, Sendable {
  let low: UInt64
  let high: UInt64

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  init(_ bytes: Span<UInt8>) { self.init(bytes, TextRange(0, bytes.count)) }

  init(_ literal: String) { self.init(Array(literal.utf8).span) }

  /// The key of a stretch of a longer text. O(1) for at most 15 bytes, but at the very end of the text.
  init(_ text: Span<UInt8>, _ range: TextRange) {
    let count = range.count
    guard count < 16 else {
      self.init(low: Self.hash(text.extracting(range.start..<range.end)), high: UInt64(0xFF) << 56)
      return
    }
    let length = UInt64(count &+ 1) &<< 56
    if let first = ByteBlock(text, at: range.start),
      let second = ByteBlock(text, at: range.start &+ ByteBlock.size)
    {
      let rest = second.prefix(max(0, count &- ByteBlock.size))
      self.init(low: first.prefix(count).bits, high: rest.bits | length)
    } else {
      let (low, high) = Self.gather(text, range)
      self.init(low: low, high: high | length)
    }
  }

  /// The same byte by byte, where the text ends soon.
  private static func gather(_ text: Span<UInt8>, _ range: TextRange) -> (UInt64, UInt64) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in range.start..<range.end {
      let place = index &- range.start
      let bits = UInt64(text[index]) &<< UInt64((place & 7) &* 8)
      if place < ByteBlock.size { low |= bits } else { high |= bits }
    }
    return (low, high)
  }

  /// The key holds the whole spelling.
  var isExact: Bool { high >> 56 != 0xFF }

  /// The key holds the whole spelling, and all of it is ASCII.
  var isASCII: Bool {
    isExact && ByteBlock(bits: low).wide | ByteBlock(bits: high & ~Self.lengthBits).wide == 0
  }

  /// The key of the spelling in lower case, where it is ASCII.
  var lowercased: SpellingKey {
    let rest = ByteBlock(bits: high & ~Self.lengthBits).lowercased
    return SpellingKey(
      low: ByteBlock(bits: low).lowercased.bits, high: rest.bits | high & Self.lengthBits)
  }

  private static let lengthBits = UInt64(0xFF) << 56

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
