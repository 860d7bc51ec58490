/// Eight bytes of a text at once, the first in the lowest bits.
///
/// A set of its bytes is a number with the highest bit of each member's place (SIMD within a register; Lamport,
/// "Multiple byte processing with full-word instructions", 1975). All of it is exact for every byte, also beyond
/// ASCII, and O(1). Public and inlinable, as no package function is
/// inlined in other modules.
public struct ByteBlock: Equatable, Sendable {
  public var bits: UInt64

  /// Bytes of a block.
  @inlinable public static var size: Int { 8 }

  @inlinable public init(bits: UInt64) { self.bits = bits }

  /// The eight bytes from an index on; nil where fewer are left.
  @inlinable public init?(_ text: Span<UInt8>, at index: Int) {
    guard index >= 0, text.count &- index >= 8 else { return nil }
    // SAFETY: the guard keeps the load inside the text, and any eight bytes are a number.
    // PERF: four times as fast as byte by byte; `swift run -c release RapporteurBenchmarks`, stage `tokens`.
    bits = unsafe text.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: index, as: UInt64.self
    ).littleEndian
  }

  /// Writes the eight bytes over those from an index on, which must be there.
  @inlinable public func store(in bytes: inout MutableSpan<UInt8>, at index: Int) {
    precondition(index >= 0 && bytes.count &- index >= 8, "a block is written beyond the end")
    var raw = unsafe bytes.mutableBytes
    // SAFETY: the precondition keeps the store inside the bytes, and a number's bytes are any eight.
    // PERF: lines of JSON are written in half the time; `swift run -c release RapporteurBenchmarks`, stage `records`.
    unsafe raw.storeBytes(of: bits.littleEndian, toUncheckedByteOffset: index, as: UInt64.self)
  }

  /// The first `count` bytes of a block, of eight at most, the rest 0.
  @inlinable public func prefix(_ count: Int) -> ByteBlock {
    ByteBlock(bits: count >= 8 ? bits : bits & ((1 &<< UInt64(count &* 8)) &- 1))
  }

  /// The byte in every place.
  @inlinable public static func repeating(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// The place of the first member of a set of bytes, 8 where it is empty.
  @inlinable public static func first(of set: UInt64) -> Int { set.trailingZeroBitCount &>> 3 }

  /// A set of bytes in eight bits, the first byte's the lowest.
  @inlinable public static func mask(of set: UInt64) -> UInt64 {
    ((set &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }

  // MARK: Sets of bytes

  /// The bytes beyond ASCII.
  @inlinable public var wide: UInt64 { bits & Self.repeating(0x80) }

  /// The bytes inside a code point, of valid UTF-8: all but its first.
  @inlinable public var continuations: UInt64 { bits & ~(bits &<< 1) & Self.repeating(0x80) }

  /// The bytes that are this one.
  @inlinable public func equal(to byte: UInt8) -> UInt64 {
    let difference = bits ^ Self.repeating(byte)
    let carried = (difference & Self.repeating(0x7F)) &+ Self.repeating(0x7F)
    return ~(carried | difference) & Self.repeating(0x80)
  }

  /// The bytes below a limit of ASCII.
  @inlinable public func below(_ limit: UInt8) -> UInt64 {
    let carried = (bits & Self.repeating(0x7F)) &+ Self.repeating(0x80 &- limit)
    return ~(carried | bits) & Self.repeating(0x80)
  }

  /// The bytes from one of ASCII to another.
  @inlinable public func within(_ first: UInt8, _ last: UInt8) -> UInt64 {
    let ascii = bits & Self.repeating(0x7F)
    let reached = ascii &+ Self.repeating(0x80 &- first)
    let passed = ascii &+ Self.repeating(0x7F &- last)
    return reached & ~(passed | bits) & Self.repeating(0x80)
  }

  /// The letters A to Z.
  @inlinable public var capitals: UInt64 { within(0x41, 0x5A) }

  /// The letters a to z.
  @inlinable public var smallLetters: UInt64 { within(0x61, 0x7A) }

  /// The letters A to Z and a to z.
  @inlinable public var letters: UInt64 {
    ByteBlock(bits: bits | Self.repeating(0x20)).smallLetters
  }

  /// The digits 0 to 9.
  @inlinable public var digits: UInt64 { within(0x30, 0x39) }

  /// The block with the letters A to Z in lower case.
  @inlinable public var lowercased: ByteBlock { ByteBlock(bits: bits | capitals &>> 2) }
}
