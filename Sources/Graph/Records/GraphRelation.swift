import Text

/// A relation between two entities or two events of the corpus, as `graph.jsonl` gives it.
package struct GraphRelation: Sendable, Hashable {
  package var id: String
  package var kind: String
  package var subject: String
  package var object: String?
  package var office: String?
  package var country: String?
  /// The first and the last date (EDTF) of the documents that show it; empty where none has a date.
  package var observed: [String]
  /// One stretch of each story that shows it.
  package var evidence: [GraphEvidence]

  /// The record as one line of JSON, its line end included.
  package func line() -> [UInt8] {
    JSONWriter.line { json in
      json.head("relation", id: id)
      json.member("kind", kind)
      json.member("subject", subject)
      json.member("object", object)
      json.member("office", office)
      json.member("country", country)
      json.key("observed")
      json.array(observed) { $0.string($1) }
      json.key("evidence")
      json.array(evidence) { json, evidence in
        json.object { json in
          json.member("document", evidence.document)
          evidence.writeStretch(to: &json)
        }
      }
    }
  }
}
