/// Writes JSON (RFC 8259) as bytes, members in the order in which they are given.
///
/// Public and inlinable where it takes closures, as no package function is inlined in other modules.
public struct JSONWriter {
  private var output: JSONBytes
  private var needsComma = false

  /// A writer with room for so many bytes.
  package init(capacity: Int = 0) { output = JSONBytes(capacity: capacity) }

  /// What has been written. O(length).
  package var bytes: [UInt8] { output.written }

  // MARK: Objects and arrays

  @inlinable public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  @inlinable public mutating func array<Element>(
    _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for element in elements { body(&self, element) }
    close(UInt8(ascii: "]"))
  }

  @usableFromInline mutating func open(_ mark: UInt8) {
    comma()
    output.append(mark)
    needsComma = false
  }

  @usableFromInline mutating func close(_ mark: UInt8) {
    output.append(mark)
    needsComma = true
  }

  /// The name of the next member, one of the program's own, in which nothing is escaped.
  package mutating func key(_ name: String) {
    output.append(key: name.utf8.span, hasComma: needsComma)
    needsComma = false
  }

  /// The name of the next member.
  package mutating func name(_ text: String) {
    string(text)
    output.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Ends a line of JSON Lines.
  package mutating func endLine() {
    output.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func comma() {
    if needsComma { output.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  // MARK: Values

  package mutating func string(_ text: String?) {
    guard let text else { return raw("null") }
    string(text.utf8.span)
  }

  /// A string of valid UTF-8.
  package mutating func string(_ text: Span<UInt8>) {
    output.append(string: text, hasComma: needsComma)
    needsComma = true
  }

  /// A string that is a letter and a number, as the ids inside a document are.
  package mutating func string(_ letter: Unicode.Scalar, _ number: Int) {
    comma()
    output.append(UInt8(ascii: "\""))
    output.append(UInt8(ascii: letter))
    output.append(decimal: number)
    output.append(UInt8(ascii: "\""))
  }

  package mutating func number(_ value: Int?) {
    guard let value else { return raw("null") }
    comma()
    output.append(decimal: value)
  }

  package mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  /// A share of one with two decimals at most, such as `0.9`.
  package mutating func share(hundredths: Int) {
    comma()
    output.append(decimal: hundredths / 100)
    output.append(UInt8(ascii: "."))
    output.append(decimal: hundredths % 100 / 10)
    if hundredths % 10 != 0 { output.append(decimal: hundredths % 10) }
  }

  private mutating func raw(_ text: String) {
    comma()
    output.append(text.utf8.span)
  }
}
