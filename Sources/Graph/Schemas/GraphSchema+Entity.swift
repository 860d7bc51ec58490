extension GraphSchema {
  static let entity = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "An entity in graph.jsonl",
      "type": "object",
      "required": [
        "type", "schema", "id", "kind", "name", "aliases", "country", "documents",
        "stories", "members"
      ],
      "additionalProperties": false,
      "properties": {
        "type": {"const": "entity"},
        "schema": {"const": 1},
        "id": {"$ref": "#/$defs/entity_id"},
        "kind": {"type": "string", "minLength": 1},
        "name": {"type": ["string", "null"], "minLength": 1},
        "aliases": {"type": "array", "items": {"type": "string", "minLength": 1}, "uniqueItems": true},
        "country": {"type": ["string", "null"], "minLength": 1},
        "documents": {"type": "integer", "minimum": 1},
        "stories": {"type": "integer", "minimum": 1},
        "members": {
          "type": "array",
          "items": {
            "type": "array",
            "prefixItems": [{"$ref": "#/$defs/document_id"}, {"type": "string", "minLength": 1}],
            "minItems": 2,
            "maxItems": 2
          },
          "minItems": 1
        }
      },
      "$defs": {
        "document_id": {"type": "string", "pattern": "^d-[a-z2-7]{16}$"},
        "entity_id": {"type": "string", "pattern": "^e-[a-z2-7]{16}$"}
      }
    }

    """#
}
