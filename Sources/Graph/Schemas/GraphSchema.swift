/// The JSON Schemas (draft 2020-12) of the records of `extractions.jsonl` and `graph.jsonl`.
package enum GraphSchema {
  /// Names of the records: a line of `extractions.jsonl`, then those of `graph.jsonl`.
  package static let names = ["extraction", "document", "entity", "event", "relation"]

  /// The schema of a record, its line end included; nil where there is no record of that name.
  package static func text(for name: String) -> String? {
    switch name {
    case "extraction": extraction
    case "document": document
    case "entity": entity
    case "event": event
    case "relation": relation
    default: nil
    }
  }
}
