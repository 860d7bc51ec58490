extension GraphSchema {
  static let document = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A document in graph.jsonl",
      "type": "object",
      "required": ["type", "schema", "id", "story", "path", "url", "title", "date"],
      "additionalProperties": false,
      "properties": {
        "type": {"const": "document"},
        "schema": {"const": 1},
        "id": {"$ref": "#/$defs/document_id"},
        "story": {"$ref": "#/$defs/story_id"},
        "path": {"type": "string", "minLength": 1},
        "url": {"type": ["string", "null"]},
        "title": {"type": ["string", "null"]},
        "date": {"anyOf": [{"$ref": "#/$defs/edtf"}, {"type": "null"}]}
      },
      "$defs": {
        "document_id": {"type": "string", "pattern": "^d-[a-z2-7]{16}$"},
        "story_id": {"type": "string", "pattern": "^s-[a-z2-7]{16}$"},
        "edtf": {
          "type": "string",
          "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"
        }
      }
    }

    """#
}
