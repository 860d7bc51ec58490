/// One document's bytes as they were read, before anything is made of them.
package struct RawInput: Sendable {
  /// What the bytes are.
  package enum Form: Sendable, Hashable {
    case plainText, html
    /// One line of JSON Lines.
    case jsonLine
  }

  package var form: Form
  /// Relative to the argument that named the input; `-` for standard input.
  package var path: String
  /// 1-based line of a JSON Lines input.
  package var line: Int?
  package var bytes: [UInt8]

  package init(form: Form, path: String, line: Int? = nil, bytes: [UInt8]) {
    self.form = form
    self.path = path
    self.line = line
    self.bytes = bytes
  }
}

extension DocumentDecoder {
  /// The document that an input holds.
  package func document(of input: RawInput) throws(Reject) -> InputDocument {
    switch input.form {
    case .plainText: try plainText(input.bytes[...], path: input.path)
    case .html: try html(input.bytes[...], path: input.path)
    case .jsonLine: try jsonLine(input.bytes[...], path: input.path, line: input.line ?? 1)
    }
  }
}
