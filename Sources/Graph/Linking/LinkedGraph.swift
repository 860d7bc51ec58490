package import Text

/// The graph of a corpus.
package struct LinkedGraph: Sendable {
  package var documents: [GraphDocument]
  package var entities: [GraphEntity]
  package var events: [GraphEvent]
  package var relations: [GraphRelation]
  /// Documents left out because another has their source's id, sorted by path and id.
  package var rejects: [Reject]

  /// How many records it has.
  package var count: Int { documents.count + entities.count + events.count + relations.count }

  /// Hands on the lines of `graph.jsonl`, sorted by id. O(n log n).
  package func write(_ line: ([UInt8]) throws -> Void) rethrows {
    for document in documents.sorted(by: { $0.id < $1.id }) { try line(document.line()) }
    for entity in entities.sorted(by: { $0.id < $1.id }) { try line(entity.line()) }
    for relation in relations.sorted(by: { $0.id < $1.id }) { try line(relation.line()) }
    for event in events.sorted(by: { $0.id < $1.id }) { try line(event.line()) }
  }

  /// The lines of `graph.jsonl`.
  package func lines() -> [[UInt8]] {
    var lines: [[UInt8]] = []
    write { lines.append($0) }
    return lines
  }
}
