/// The bytes that JSON escapes: quotation marks, backslashes and control characters.
enum JSONEscape {
  /// Where the first of them stands from an index on; nil where there is none. O(length).
  static func first(in text: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while let block = ByteBlock(text, at: index) {
      let found =
        block.below(0x20) | block.equal(to: UInt8(ascii: "\""))
        | block.equal(to: UInt8(ascii: "\\"))
        | block.equal(to: 0x7F)
      if found != 0 { return index + ByteBlock.first(of: found) }
      index += ByteBlock.size
    }
    while index < text.count {
      if isEscaped(text[index]) { return index }
      index += 1
    }
    return nil
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Appends one of them as JSON writes it.
  static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes += "\\n".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0x09: bytes += "\\t".utf8
    default:
      let digits = String(byte, radix: 16)
      bytes += ("\\u00" + (digits.count == 1 ? "0" : "") + digits).utf8
    }
  }
}
