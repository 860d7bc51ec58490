import Graph

/// The JSON Schema (draft 2020-12) of a record, as `rapporteur schema` prints it.
package struct RecordSchema: Sendable {
  package let name: String
  package let text: String

  /// All records that have a schema.
  package static let all =
    GraphSchema.names.compactMap { name in
      GraphSchema.text(for: name).map { RecordSchema(name: name, text: $0) }
    } + [reject, manifest]
}
