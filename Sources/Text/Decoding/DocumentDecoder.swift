/// Makes documents of the bytes of an input.
package struct DocumentDecoder: Sendable {
  /// Bytes of one document at most.
  package static let maximumSize = 16 << 20

  /// Bytes of one line of JSON Lines at most: escapes and other members beside the text.
  package static let maximumLineSize = 4 * maximumSize

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
    guard bytes.count <= Self.maximumLineSize else { throw Self.longLine(path: path, line: line) }
    // Strings of a line that is no UTF-8 are repaired here, where it can be counted.
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    let (bytes, replaced) = isValid ? (bytes, 0) : Self.repaired(bytes)
    let value: JSONValue
    do {
      value = try JSONReader.read(bytes)
    } catch {
      let isWide = bytes.contains(0)
      let message = isWide ? "a NUL, as in UTF-16; save the file as UTF-8" : error.message
      throw Reject(.json, "no JSON: \(message)", path: path, line: line, byte: error.byte)
    }
    guard case .object = value else {
      throw Reject(.json, "no JSON object", path: path, line: line, byte: 0)
    }
    let id = identifier(value[fields.id])
    var document = InputDocument(path: path, text: [])
    document.sourceID = id
    document.line = line
    document.replacedBytes = replaced
    let text = value[fields.text]?.text
    if let html = value[fields.html]?.text, !html.isEmpty || text == nil {
      try checkSize(html.utf8.count, document)
      try setPage(&document, Array(html.utf8))
    } else if let text {
      try checkSize(text.utf8.count, document)
      document.text = Array(text.utf8)
    } else {
      throw Reject(
        .noText, "the line has no text in `\(fields.text)` or `\(fields.html)`", path: path,
        sourceID: id, line: line)
    }
    document.title = value[fields.title]?.text ?? document.title
    document.url = value[fields.url]?.text ?? document.url
    document.date = value[fields.date]?.text
    document.crawlDate = value[fields.crawlDate]?.text
    return try checked(document)
  }

  /// The document of a web page, with its layout and what its metadata says.
  ///
  /// The encoding is that of the byte order mark, else what the page declares, else as for plain text.
  package func html(_ bytes: ArraySlice<UInt8>, path: String) throws(Reject) -> InputDocument {
    guard bytes.count <= Self.maximumSize else {
      throw Reject(.size, "the page has more than \(Self.maximumSize) bytes", path: path)
    }
    let (page, replaced) = PlainText.decode(bytes, declared: HTMLEncoding.declared(in: bytes))
    var document = InputDocument(path: path, text: [])
    document.replacedBytes = replaced
    try setPage(&document, page)
    return try checked(document)
  }

  private func setPage(_ document: inout InputDocument, _ bytes: [UInt8]) throws(Reject) {
    let page: HTMLPage
    do {
      page = try HTMLPage(bytes)
    } catch {
      throw Reject(
        .html, "the page cannot be read: \(error.message)", path: document.path,
        sourceID: document.sourceID, line: document.line)
    }
    document.text = page.text
    document.blocks = page.blocks
    document.title = page.metadata.title
    document.url = page.metadata.url
    document.metadataDates = page.metadata.dates
  }

  private static func repaired(_ bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int) {
    let (text, replaced) = PlainText.repaired(bytes)
    return (text[...], replaced)
  }

  private func checkSize(_ size: Int, _ document: InputDocument) throws(Reject) {
    guard size > Self.maximumSize else { return }
    throw Reject(
      .size, "the document has more than \(Self.maximumSize) bytes", path: document.path,
      sourceID: document.sourceID, line: document.line)
  }

  static func longLine(path: String, line: Int) -> Reject {
    Reject(.size, "the line has more than \(maximumLineSize) bytes", path: path, line: line)
  }

  /// An id may be a text or a number.
  private func identifier(_ value: JSONValue?) -> String? {
    if case .number(let digits) = value { return digits }
    return value?.text
  }

  private func checked(_ document: InputDocument) throws(Reject) -> InputDocument {
    // Space, line ends and other control characters, such as the NULs of a file that was never filled.
    let isBlank = document.text.allSatisfy { $0 <= 0x20 }
    guard !isBlank else {
      throw Reject(
        .empty, "there is no text", path: document.path, sourceID: document.sourceID,
        line: document.line)
    }
    return document
  }
}
