/// The bytes that JSON escapes: quotation marks, backslashes and control characters.
enum JSONEscape {
  /// The bytes of a block that are escaped.
  static func found(in block: ByteBlock) -> UInt64 {
    block.below(0x20) | block.equal(to: UInt8(ascii: "\""))
      | block.equal(to: UInt8(ascii: "\\")) | block.equal(to: 0x7F)
  }

  static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// One of them as JSON writes it.
  static func text(of byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    case 0x09: "\\t"
    default: "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
    }
  }
}
