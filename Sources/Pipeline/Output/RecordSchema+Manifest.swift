extension RecordSchema {
  static let manifest = RecordSchema(
    name: "manifest",
    text: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "manifest.json",
        "type": "object",
        "required": ["type", "program", "schema", "version", "icu", "pack", "sha256", "inputs", "options",
          "documents", "codes", "caps", "records", "started", "finished"],
        "additionalProperties": false,
        "properties": {
          "type": {"const": "manifest"},
          "program": {"const": "rapporteur"},
          "schema": {"const": 1},
          "version": {"type": "string"},
          "icu": {"type": ["string", "null"]},
          "pack": {"type": "string"},
          "sha256": {
            "type": "object",
            "additionalProperties": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
          },
          "inputs": {"type": "array", "items": {"type": "string"}},
          "options": {"type": "object", "additionalProperties": {"type": "string"}},
          "documents": {
            "type": "object",
            "required": ["seen", "extracted", "rejected", "skipped"],
            "additionalProperties": {"$ref": "#/$defs/count"}
          },
          "codes": {"type": "object", "additionalProperties": {"$ref": "#/$defs/count"}},
          "caps": {"type": "object", "additionalProperties": {"$ref": "#/$defs/count"}},
          "records": {"type": "object", "additionalProperties": {"$ref": "#/$defs/count"}},
          "started": {"$ref": "#/$defs/time"},
          "finished": {"anyOf": [{"$ref": "#/$defs/time"}, {"type": "null"}]}
        },
        "$defs": {
          "count": {"type": "integer", "minimum": 0},
          "time": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z$"}
        }
      }

      """#)
}
