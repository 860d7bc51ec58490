package import Text

/// A date that a document might have been written on, and who says so.
package struct DateCandidate: Sendable, Hashable {
  /// EDTF.
  package var edtf: String
  /// `given`, `dateline`, `byline`, `url`, `page line`, `crawl`, `text`, or the metadata's own name.
  package var source: String
  /// Where it stands, nil for what is no part of the text.
  package var range: TextRange?
  /// Why it is not the document's date, nil where it is or agrees.
  package var rejected: String?

  package init(edtf: String, source: String, range: TextRange? = nil, rejected: String? = nil) {
    self.edtf = edtf
    self.source = source
    self.range = range
    self.rejected = rejected
  }
}
