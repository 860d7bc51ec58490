/// Writes values as bytes, in the form that `ByteReader` reads.
///
/// Whole numbers take as many bytes as they need (LEB128, zigzag); arrays of fixed width stand in little-endian order.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ value: some BinaryValue) { value.write(to: &self) }

  mutating func write(integer value: Int) {
    var rest = UInt64(bitPattern: Int64(value << 1 ^ value >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Bytes with their length.
  package mutating func write(bytes values: some Collection<UInt8>) {
    write(integer: values.count)
    bytes += values
  }

  /// Numbers with their count, each of as many bytes as its type has.
  package mutating func write(numbers values: [some FixedWidthInteger]) {
    write(integer: values.count)
    for value in values { write(fixed: value) }
  }

  /// One number of as many bytes as its type has.
  package mutating func write<Number: FixedWidthInteger>(fixed value: Number) {
    for place in 0..<Number.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: value >> Number(place * 8)))
    }
  }
}
