import Text

/// An entity of the corpus, as `graph.jsonl` gives it.
package struct GraphEntity: Sendable, Hashable {
  package var id: String
  package var kind: String
  package var name: String?
  package var aliases: [String]
  package var country: String?
  package var documents: Int
  package var stories: Int
  package var members: [GraphMember]

  /// The record as one line of JSON, its line end included.
  package func line() -> [UInt8] {
    JSONWriter.line { json in
      json.head("entity", id: id)
      json.member("kind", kind)
      json.member("name", name)
      json.key("aliases")
      json.array(aliases) { $0.string($1) }
      json.member("country", country)
      json.member("documents", documents)
      json.member("stories", stories)
      json.key("members")
      json.array(members) { $1.write(to: &$0) }
    }
  }
}
