@testable import Text

/// Inputs of each form: the first byte says of which, the rest is decoded.
enum DocumentsTarget {
  static let forms: [RawInput.Form] = [.plainText, .html, .jsonLine]

  static func run(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    let form = forms[Int(first) % forms.count]
    let input = RawInput(form: form, path: "page", bytes: Array(bytes.dropFirst()))
    if form == .jsonLine { try requireSameJSON(input.bytes) }
    let document: InputDocument
    do {
      document = try DocumentDecoder().document(of: input)
    } catch {
      return try require(!error.message.isEmpty, "rejected without a reason")
    }
    let isValid = String(validating: document.text, as: UTF8.self) != nil
    try require(isValid && !document.text.isEmpty, "a document's text is no UTF-8, or empty")
    var last = 0
    for block in document.blocks {
      try require(
        block.range.start >= last && block.range.end <= document.text.count,
        "blocks overlap or lead out of the text: \(block.range)")
      try require(
        block.linkedBytes >= 0 && block.linkedBytes <= block.range.count,
        "a block has more linked bytes than bytes")
      last = block.range.end
    }
  }

  /// What was read of JSON is read of what is written of it.
  private static func requireSameJSON(_ bytes: [UInt8]) throws {
    guard let read = try? JSONReader.read(bytes[...]) else { return }
    let value = withoutNumbers(read)
    var writer = JSONWriter()
    write(value, to: &writer)
    let again: JSONValue
    do {
      again = try JSONReader.read(writer.bytes[...])
    } catch {
      throw Finding("what was written is no JSON: \(error.message)")
    }
    try require(again == value, "JSON is read as another value")
  }

  /// The value with its numbers as texts, as the writer has whole numbers alone.
  private static func withoutNumbers(_ value: JSONValue) -> JSONValue {
    switch value {
    case .null, .boolean, .string: value
    case .number(let digits): .string(digits)
    case .array(let values): .array(values.map(withoutNumbers))
    case .object(let members):
      .object(members.map { .init(name: $0.name, value: withoutNumbers($0.value)) })
    }
  }

  private static func write(_ value: JSONValue, to writer: inout JSONWriter) {
    switch value {
    case .null: writer.string(nil)
    case .boolean(let value): writer.boolean(value)
    case .number(let text), .string(let text): writer.string(text)
    case .array(let values): writer.array(values) { write($1, to: &$0) }
    case .object(let members):
      writer.object { writer in
        for member in members {
          writer.name(member.name)
          write(member.value, to: &writer)
        }
      }
    }
  }
}
