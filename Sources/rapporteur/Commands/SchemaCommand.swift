import Pipeline

/// `schema RECORD`: the JSON Schema of a record.
enum SchemaCommand {
  static var names: String { RecordSchema.all.map(\.name).joined(separator: ", ") }

  static func run(_ invocation: Invocation) throws -> ExitStatus {
    let name = invocation.operands[0]
    guard let schema = RecordSchema.all.first(where: { $0.name == name }) else {
      throw UsageError.unknownRecord(name, known: RecordSchema.all.map(\.name))
    }
    let output = CheckedWriter.standardOutput()
    try output.write(schema.text.utf8)
    try output.flush()
    return .done
  }
}
