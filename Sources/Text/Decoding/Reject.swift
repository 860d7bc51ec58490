/// An input that could not be used, or was skipped: where, what and why.
package struct Reject: Error, Sendable, Hashable {
  package enum Code: String, Sendable, CaseIterable {
    case unreadable = "E-READ"
    case kind = "E-KIND"
    case size = "E-SIZE"
    case json = "E-JSON"
    case noText = "E-TEXT"
    case html = "E-HTML"
    case empty = "E-EMPTY"
    case duplicate = "E-DUPLICATE"
    case language = "E-LANGUAGE"
  }

  package var code: Code
  package var path: String
  package var sourceID: String?
  /// 1-based line of a JSON Lines file.
  package var line: Int?
  /// Byte of the line, or of the file, counted from 0.
  package var byte: Int?
  package var message: String

  package init(
    _ code: Code, _ message: String, path: String, sourceID: String? = nil, line: Int? = nil,
    byte: Int? = nil
  ) {
    self.code = code
    self.path = path
    self.sourceID = sourceID
    self.line = line
    self.byte = byte
    self.message = message
  }

  /// The pack does not cover the document; nothing is wrong with it.
  package var isSkipped: Bool { code == .language }
}
