/// Reads one JSON value (RFC 8259) from bytes; nesting is bounded, a lone surrogate becomes U+FFFD.
package struct JSONReader {
  /// What is wrong, and the byte where.
  package struct Failure: Error, Sendable, Hashable {
    package var byte: Int
    package var message: String
  }

  /// Arrays and objects inside one another at most.
  package static let maximumDepth = 64

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var depth = 0

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The value that the bytes hold, white space around it apart. O(size).
  ///
  /// Throws where they hold none, or more than one.
  package static func read(_ bytes: ArraySlice<UInt8>) throws(Failure) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.position == bytes.endIndex else { throw reader.failure("more than one value") }
    return value
  }

  private func failure(_ message: String) -> Failure {
    Failure(byte: position - bytes.startIndex, message: message)
  }

  private var byte: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(Failure) -> JSONValue {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ text: String, _ value: JSONValue) throws(Failure) -> JSONValue {
    guard bytes[position...].starts(with: text.utf8) else { throw failure("no value") }
    position += text.utf8.count
    return value
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() throws(Failure) {
    let start = position
    while let byte, (0x30...0x39).contains(byte) { position += 1 }
    guard position > start else { throw failure("no value") }
  }

  private mutating func array() throws(Failure) -> JSONValue {
    try enter()
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return leave(.array([])) }
    repeat {
      values.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw failure("expected `,` or `]`") }
    return leave(.array(values))
  }

  private mutating func object() throws(Failure) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    skipSpace()
    if take("}") { return leave(.object([])) }
    repeat {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw failure("expected a name") }
      let name = try string()
      skipSpace()
      guard take(":") else { throw failure("expected `:`") }
      members.append(.init(name: name, value: try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw failure("expected `,` or `}`") }
    return leave(.object(members))
  }

  private mutating func enter() throws(Failure) {
    guard depth < Self.maximumDepth else { throw failure("nested too deep") }
    depth += 1
    position += 1
  }

  private mutating func leave(_ value: JSONValue) -> JSONValue {
    depth -= 1
    return value
  }

  private mutating func string() throws(Failure) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw failure("a control character in a string")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw failure("the string is not closed")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Failure) {
    position += 1
    guard let byte else { throw failure("the string is not closed") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): try unicodeEscape(into: &text)
    default: throw failure("no escape")
    }
  }

  private mutating func unicodeEscape(into text: inout [UInt8]) throws(Failure) {
    var code = try hexadecimal()
    if (0xD800..<0xDC00).contains(code), bytes[position...].starts(with: "\\u".utf8) {
      let mark = position
      position += 2
      let low = try hexadecimal()
      if (0xDC00..<0xE000).contains(low) {
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      } else {
        position = mark
      }
    }
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    text += String(scalar).utf8
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    let end = position + 4
    guard end <= bytes.endIndex,
      bytes[position..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits must follow") }
    position = end
    return code
  }
}
