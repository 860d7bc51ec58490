/// A value that has a form in bytes. The layer that owns a type says how it is written.
package protocol BinaryValue {
  func write(to writer: inout ByteWriter)

  /// Reads the value; throws where the bytes are none.
  init(from reader: inout ByteReader) throws(DamagedBytes)
}

extension Int: BinaryValue {
  package func write(to writer: inout ByteWriter) { writer.write(integer: self) }

  package init(from reader: inout ByteReader) throws(DamagedBytes) { self = try reader.integer() }
}

extension Bool: BinaryValue {
  package func write(to writer: inout ByteWriter) { writer.write(integer: self ? 1 : 0) }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self = try reader.integer(in: 0..<2) == 1
  }
}

extension String: BinaryValue {
  package func write(to writer: inout ByteWriter) { writer.write(bytes: utf8) }

  package init(from reader: inout ByteReader) throws(DamagedBytes) { self = try reader.string() }
}

extension Optional: BinaryValue where Wrapped: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(self != nil)
    if let self { writer.write(self) }
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self = try Bool(from: &reader) ? try Wrapped(from: &reader) : nil
  }
}

extension Array: BinaryValue where Element: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(count)
    for element in self { writer.write(element) }
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self = try reader.array(of: Element.self)
  }
}

/// Written in ascending order, so that equal sets give equal bytes.
extension Set: BinaryValue where Element: BinaryValue & Comparable {
  package func write(to writer: inout ByteWriter) { writer.write(sorted()) }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self = Set(try reader.array(of: Element.self))
  }
}

/// Written in ascending order of the keys; of a key that comes twice the last counts.
extension Dictionary: BinaryValue where Key: BinaryValue & Comparable, Value: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    let keys = keys.sorted()
    writer.write(keys)
    writer.write(keys.compactMap { self[$0] })
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    let keys = try reader.array(of: Key.self)
    let values = try reader.array(of: Value.self)
    guard keys.count == values.count else { throw reader.damage }
    self.init(zip(keys, values), uniquingKeysWith: { $1 })
  }
}

/// Enumerations of names are written by name, so that a new case moves none.
extension BinaryValue where Self: RawRepresentable<String> {
  package func write(to writer: inout ByteWriter) { writer.write(rawValue) }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    guard let value = Self(rawValue: try reader.string()) else { throw reader.damage }
    self = value
  }
}
