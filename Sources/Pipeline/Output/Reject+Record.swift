package import Text

extension Reject {
  /// The line of `rejects.jsonl`, its end included.
  package var record: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("type")
      json.string("reject")
      json.name("schema")
      json.number(Version.schema)
      json.name("path")
      json.string(path)
      json.name("source_id")
      json.string(sourceID)
      json.name("line")
      json.number(line)
      json.name("byte")
      json.number(byte)
      json.name("code")
      json.string(code.rawValue)
      json.name("skipped")
      json.boolean(isSkipped)
      json.name("message")
      json.string(message)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
