/// The JSON Schema (draft 2020-12) of a record, as `rapporteur schema` prints it.
package struct RecordSchema: Sendable {
  package let name: String
  package let text: String

  /// All records that have a schema, by name.
  package static let all = [document, manifest, reject]
}
