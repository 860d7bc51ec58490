import Text

/// A document of the corpus, as `graph.jsonl` gives it.
package struct GraphDocument: Sendable, Hashable {
  package var id: String
  package var story: String
  package var path: String
  package var url: String?
  package var title: String?
  /// EDTF.
  package var date: String?

  /// The record as one line of JSON, its line end included.
  package func line() -> [UInt8] {
    JSONWriter.line { json in
      json.head("document", id: id)
      json.member("story", story)
      json.member("path", path)
      json.member("url", url)
      json.member("title", title)
      json.member("date", date)
    }
  }
}
