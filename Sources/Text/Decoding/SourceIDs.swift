/// The ids that inputs have given so far; a second document with one of them is rejected.
package struct SourceIDs: Sendable {
  private var seen: Set<String> = []

  package init() {}

  /// Notes the document's id, if it has one; throws where another document had it.
  package mutating func admit(_ document: InputDocument) throws(Reject) {
    guard let id = document.sourceID, !seen.insert(id).inserted else { return }
    throw Reject(
      .duplicate, "another document has the id `\(id)`", path: document.path, sourceID: id,
      line: document.line)
  }
}
