extension GraphSchema {
  static let relation = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A relation in graph.jsonl",
      "type": "object",
      "required": [
        "type", "schema", "id", "kind", "subject", "object", "office", "country",
        "observed", "evidence"
      ],
      "additionalProperties": false,
      "properties": {
        "type": {"const": "relation"},
        "schema": {"const": 1},
        "id": {"$ref": "#/$defs/relation_id"},
        "kind": {"type": "string", "minLength": 1},
        "subject": {"$ref": "#/$defs/node"},
        "object": {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]},
        "office": {"type": ["string", "null"]},
        "country": {"type": ["string", "null"]},
        "observed": {"type": "array", "items": {"$ref": "#/$defs/edtf"}, "maxItems": 2},
        "evidence": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["document", "start", "end", "quote"],
            "additionalProperties": false,
            "properties": {
              "document": {"$ref": "#/$defs/document_id"},
              "start": {"type": "integer", "minimum": 0},
              "end": {"type": "integer", "minimum": 0},
              "quote": {"type": "string", "minLength": 1}
            }
          }
        }
      },
      "$defs": {
        "document_id": {"type": "string", "pattern": "^d-[a-z2-7]{16}$"},
        "relation_id": {"type": "string", "pattern": "^r-[a-z2-7]{16}$"},
        "edtf": {
          "type": "string",
          "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"
        },
        "node": {"type": "string", "pattern": "^[ev]-[a-z2-7]{16}$"}
      }
    }

    """#
}
