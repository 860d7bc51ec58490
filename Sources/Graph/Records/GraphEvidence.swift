import Text

/// The stretch of a document that proves a fact; offsets are code points.
package struct GraphEvidence: Sendable, Hashable {
  package var document: String
  package var start: Int
  package var end: Int
  package var quote: String

  init(document: String, quote: Extraction.Quote) {
    self.document = document
    start = quote.start
    end = quote.end
    self.quote = quote.text
  }

  /// Writes its members but for the document's.
  func writeStretch(to json: inout JSONWriter) {
    json.member("start", start)
    json.member("end", end)
    json.member("quote", quote)
  }
}
