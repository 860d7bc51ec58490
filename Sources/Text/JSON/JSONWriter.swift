/// Writes JSON (RFC 8259) as bytes, members in the order in which they are given.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  package mutating func array<Element>(
    _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    open("[")
    for element in elements { body(&self, element) }
    close("]")
  }

  /// The name of the next member.
  package mutating func name(_ text: String) {
    string(text)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ text: String?) {
    guard let text else { return raw("null") }
    comma()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 { append(byte) }
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func number(_ value: Int?) { raw(value.map(String.init) ?? "null") }

  package mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  /// A share of one with two decimals at most, such as `0.9`.
  package mutating func share(hundredths: Int) {
    let whole = hundredths / 100
    let rest = hundredths % 100
    let decimals = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0\(rest)" : String(rest))
    raw("\(whole).\(decimals)")
  }

  private mutating func raw(_ text: String) {
    comma()
    bytes += text.utf8
  }

  private mutating func open(_ mark: Unicode.Scalar) {
    comma()
    bytes.append(UInt8(ascii: mark))
    needsComma = false
  }

  private mutating func close(_ mark: Unicode.Scalar) {
    bytes.append(UInt8(ascii: mark))
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0x0A: bytes += "\\n".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0x09: bytes += "\\t".utf8
    case 0..<0x20, 0x7F:
      let digits = String(byte, radix: 16)
      bytes += ("\\u00" + (digits.count == 1 ? "0" : "") + digits).utf8
    default: bytes.append(byte)
    }
  }
}
