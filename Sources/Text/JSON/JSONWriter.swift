/// Writes JSON (RFC 8259) as bytes, members in the order in which they are given.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// A writer with room for so many bytes.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

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

  /// The name of the next member, one of the program's own, in which nothing is escaped.
  package mutating func key(_ name: String) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    bytes += name.utf8
    bytes += Self.afterKey
    needsComma = false
  }

  private static let afterKey = Array("\":".utf8)

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
    if JSONEscape.first(in: text.utf8.span, from: 0) == nil {
      bytes += text.utf8
    } else {
      append(escaped: Array(text.utf8)[...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A string of valid UTF-8.
  package mutating func string(_ text: ArraySlice<UInt8>) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    append(escaped: text)
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func number(_ value: Int?) {
    guard let value else { return raw("null") }
    comma()
    if value < 0 { bytes += String(value).utf8 } else { append(decimal: value) }
  }

  package mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  /// A share of one with two decimals at most, such as `0.9`.
  package mutating func share(hundredths: Int) {
    let whole = hundredths / 100
    let rest = hundredths % 100
    let decimals = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0\(rest)" : String(rest))
    raw("\(whole).\(decimals)")
  }

  /// Ends a line of JSON Lines.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
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

  private mutating func append(decimal value: Int) {
    if value >= 10 { append(decimal: value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  /// Copies at once what stands between the bytes that are escaped.
  private mutating func append(escaped text: ArraySlice<UInt8>) {
    var rest = text
    while let index = JSONEscape.first(in: rest.span, from: 0) {
      bytes += rest.prefix(index)
      JSONEscape.append(rest[rest.startIndex + index], to: &bytes)
      rest = rest.dropFirst(index + 1)
    }
    bytes += rest
  }
}
