import Text

/// An event of the corpus, as `graph.jsonl` gives it.
package struct GraphEvent: Sendable, Hashable {
  /// A status with the first report of it.
  package struct Report: Sendable, Hashable {
    package var status: String
    /// The reporting document's date (EDTF).
    package var reported: String?
    package var document: String
  }

  /// Somebody who takes part, or receives; `entity` is an id of the graph.
  package struct Party: Sendable, Hashable {
    package var entity: String?
    package var name: String?
    package var office: String?
    package var country: String?
    package var role: String
  }

  package struct Place: Sendable, Hashable {
    package var entity: String?
    package var name: String?
    package var country: String?
  }

  package struct Date: Sendable, Hashable {
    package var edtf: String
    package var extent: String?
    package var earliest: String?
    package var latest: String?
  }

  package struct Evidence: Sendable, Hashable {
    package var event: String
    package var rule: String
    package var stretch: GraphEvidence
  }

  /// A code of a scheme; nil where the scheme has none for the event.
  package struct Code: Sendable, Hashable {
    package var scheme: String
    package var code: String?
  }

  package var id: String
  package var kind: String
  package var subkind: String?
  package var status: String
  package var history: [Report]
  package var participants: [Party]
  package var hosts: [Party]
  package var place: Place?
  package var date: Date?
  package var label: String
  package var documents: Int
  package var stories: Int
  package var codes: [Code]
  package var evidence: [Evidence]
  package var members: [GraphMember]
  /// Of one hundred.
  package var confidence: Int
}
