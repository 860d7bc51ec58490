/// Makes documents of the bytes of an input.
package struct DocumentDecoder: Sendable {
  /// Bytes of one document at most.
  package static let maximumSize = 16 << 20

  package var fields: FieldMapping

  package init(fields: FieldMapping = FieldMapping()) { self.fields = fields }

  /// The document of a plain text file.
  package func plainText(
    _ bytes: ArraySlice<UInt8>, path: String
  ) throws(Reject) -> InputDocument {
    guard bytes.count <= Self.maximumSize else {
      throw Reject(.size, "the file has more than \(Self.maximumSize) bytes", path: path)
    }
    let (text, replaced) = PlainText.decode(bytes)
    var document = InputDocument(path: path, text: text)
    document.replacedBytes = replaced
    return try checked(document)
  }

  /// The document of one line of JSON Lines; `line` counts from 1.
  package func jsonLine(
    _ bytes: ArraySlice<UInt8>, path: String, line: Int
  ) throws(Reject) -> InputDocument {
    guard bytes.count <= Self.maximumSize else {
      throw Reject(
        .size, "the line has more than \(Self.maximumSize) bytes", path: path, line: line)
    }
    let value: JSONValue
    do {
      value = try JSONReader.read(bytes)
    } catch {
      throw Reject(
        .json, "no JSON: \(error.message)", path: path, line: line, byte: error.byte)
    }
    let id = identifier(value[fields.id])
    guard let text = value[fields.text]?.text else {
      throw Reject(
        .noText, "the line has no text in `\(fields.text)`", path: path, sourceID: id, line: line)
    }
    var document = InputDocument(path: path, text: Array(text.utf8))
    document.sourceID = id
    document.line = line
    document.title = value[fields.title]?.text
    document.url = value[fields.url]?.text
    document.date = value[fields.date]?.text
    document.crawlDate = value[fields.crawlDate]?.text
    return try checked(document)
  }

  /// An id may be a text or a number.
  private func identifier(_ value: JSONValue?) -> String? {
    if case .number(let digits) = value { return digits }
    return value?.text
  }

  private func checked(_ document: InputDocument) throws(Reject) -> InputDocument {
    let isBlank = document.text.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard !isBlank else {
      throw Reject(
        .empty, "there is no text", path: document.path, sourceID: document.sourceID,
        line: document.line)
    }
    return document
  }
}
