import Text

/// Where something of the graph was found: a document's id and the id of an entity or event in it.
package struct GraphMember: Sendable, Hashable {
  package var document: String
  package var local: String

  /// The id of whatever has this as its smallest member.
  func stableID(_ prefix: Character) -> String {
    StableID.make(prefix: prefix, parts: [Array(document.utf8), Array(local.utf8)])
  }

  func write(to json: inout JSONWriter) {
    json.array([document, local]) { $0.string($1) }
  }
}
