extension RecordSchema {
  static let reject = RecordSchema(
    name: "reject",
    text: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of rejects.jsonl",
        "type": "object",
        "required": ["type", "schema", "path", "source_id", "line", "byte", "code", "skipped", "message"],
        "additionalProperties": false,
        "properties": {
          "type": {"const": "reject"},
          "schema": {"const": 1},
          "path": {"type": "string"},
          "source_id": {"type": ["string", "null"]},
          "line": {"type": ["integer", "null"], "minimum": 1},
          "byte": {"type": ["integer", "null"], "minimum": 0},
          "code": {"type": "string", "pattern": "^E-[A-Z]+$"},
          "skipped": {"type": "boolean"},
          "message": {"type": "string", "minLength": 1}
        }
      }

      """#)
}
