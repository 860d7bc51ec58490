/// Reads what `ByteWriter` wrote; every length is checked against what is left, so that no input reads beyond it.
package struct ByteReader {
  /// Elements that a list may reserve before any of them is read; a damaged length must not ask for all memory.
  private static let maximumReserve = 4096
  /// How deep values may nest, such as expressions of rules.
  private static let maximumDepth = 64

  private let bytes: [UInt8]
  private var position: Int
  private var depth = 0
  /// Elements that may still be made of no bytes: lists of which most are empty say how many they are.
  private var emptyAllowance = 1 << 23

  package init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    position = max(0, min(start, bytes.count))
  }

  /// What says that the bytes are wrong here.
  package var damage: DamagedBytes { DamagedBytes(offset: position) }

  package var isAtEnd: Bool { position == bytes.count }

  package mutating func read<Value: BinaryValue>() throws(DamagedBytes) -> Value {
    try Value(from: &self)
  }

  /// Values of a type that may hold itself.
  package mutating func nestedArray<Value: BinaryValue>() throws(DamagedBytes) -> [Value] {
    guard depth < Self.maximumDepth else { throw damage }
    depth += 1
    defer { depth -= 1 }
    return try array(of: Value.self)
  }

  package mutating func array<Value: BinaryValue>(
    of _: Value.Type
  ) throws(DamagedBytes) -> [Value] {
    let count = try integer()
    // Each element takes a byte at least.
    guard count >= 0, count <= bytes.count - position else { throw damage }
    var values: [Value] = []
    values.reserveCapacity(min(count, Self.maximumReserve))
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }

  /// How many elements a list has that takes no byte for each of them; all such lists together are bounded.
  package mutating func emptyCount() throws(DamagedBytes) -> Int {
    let count = try integer()
    guard count >= 0, count <= emptyAllowance else { throw damage }
    emptyAllowance -= count
    return count
  }

  mutating func integer() throws(DamagedBytes) -> Int {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard position < bytes.count, shift < 64 else { throw damage }
      let byte = bytes[position]
      position += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(truncatingIfNeeded: Int64(bitPattern: result >> 1) ^ -Int64(result & 1))
  }

  /// A number in a range, such as the case of an enumeration.
  package mutating func integer(in range: Range<Int>) throws(DamagedBytes) -> Int {
    let value = try integer()
    guard range.contains(value) else { throw damage }
    return value
  }

  /// Bytes with their length.
  package mutating func byteArray() throws(DamagedBytes) -> [UInt8] {
    Array(bytes[try stretch(width: 1)])
  }

  mutating func string() throws(DamagedBytes) -> String {
    let range = try stretch(width: 1)
    guard let text = String(validating: bytes[range], as: UTF8.self) else { throw damage }
    return text
  }

  /// Numbers of fixed width with their count. One copy of memory.
  package mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
    of _: Number.Type
  ) throws(DamagedBytes) -> [Number] {
    let width = Number.bitWidth / 8
    let range = try stretch(width: width)
    let count = range.count / width
    // SAFETY: `stretch` has checked that the range lies in the bytes; the elements are plain numbers, loaded unaligned.
    return unsafe bytes.withUnsafeBytes { source in
      unsafe [Number](unsafeUninitializedCapacity: count) { target, filled in
        for index in 0..<count {
          let value = unsafe source.loadUnaligned(
            fromByteOffset: range.lowerBound + index * width, as: Number.self)
          unsafe target.initializeElement(at: index, to: Number(littleEndian: value))
        }
        filled = count
      }
    }
  }

  /// One number of fixed width.
  package mutating func fixed<Number: FixedWidthInteger>(
    _: Number.Type
  ) throws(DamagedBytes) -> Number {
    let width = Number.bitWidth / 8
    guard bytes.count - position >= width else { throw damage }
    var value: Number = 0
    for place in 0..<width {
      value |= Number(truncatingIfNeeded: bytes[position + place]) << Number(place * 8)
    }
    position += width
    return value
  }

  /// The bytes of a list of elements, of which each takes `width`.
  private mutating func stretch(width: Int) throws(DamagedBytes) -> Range<Int> {
    let count = try integer()
    guard count >= 0, count <= (bytes.count - position) / width else { throw damage }
    let range = position..<position + count * width
    position = range.upperBound
    return range
  }
}
