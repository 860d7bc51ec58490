import Text

extension JSONWriter {
  /// One object as a line, its end included.
  static func line(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(body)
    json.endLine()
    return json.bytes
  }

  /// The members with which every record of the graph starts.
  mutating func head(_ type: String, id: String) {
    member("type", type)
    member("schema", DocumentRecord.schema)
    member("id", id)
  }
}
