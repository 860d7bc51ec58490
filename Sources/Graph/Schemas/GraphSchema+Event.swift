extension GraphSchema {
  static let event = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "An event in graph.jsonl",
      "type": "object",
      "required": [
        "type", "schema", "id", "kind", "subkind", "status", "history", "participants",
        "hosts", "place", "date", "label", "documents", "stories", "codes", "evidence",
        "members", "confidence"
      ],
      "additionalProperties": false,
      "properties": {
        "type": {"const": "event"},
        "schema": {"const": 1},
        "id": {"$ref": "#/$defs/event_id"},
        "kind": {"type": "string", "minLength": 1},
        "subkind": {"type": ["string", "null"]},
        "status": {"type": "string", "minLength": 1},
        "history": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["status", "reported", "document"],
            "additionalProperties": false,
            "properties": {
              "status": {"type": "string", "minLength": 1},
              "reported": {"anyOf": [{"$ref": "#/$defs/edtf"}, {"type": "null"}]},
              "document": {"$ref": "#/$defs/document_id"}
            }
          },
          "minItems": 1
        },
        "participants": {"type": "array", "items": {"$ref": "#/$defs/party"}},
        "hosts": {"type": "array", "items": {"$ref": "#/$defs/party"}},
        "place": {
          "anyOf": [
            {
              "type": "object",
              "required": ["entity", "name", "country"],
              "additionalProperties": false,
              "properties": {
                "entity": {"anyOf": [{"$ref": "#/$defs/entity_id"}, {"type": "null"}]},
                "name": {"type": ["string", "null"]},
                "country": {"type": ["string", "null"]}
              }
            },
            {"type": "null"}
          ]
        },
        "date": {
          "anyOf": [
            {
              "type": "object",
              "required": ["edtf", "extent", "earliest", "latest"],
              "additionalProperties": false,
              "properties": {
                "edtf": {"$ref": "#/$defs/edtf"},
                "extent": {"$ref": "#/$defs/extent"},
                "earliest": {"anyOf": [{"$ref": "#/$defs/day"}, {"type": "null"}]},
                "latest": {"anyOf": [{"$ref": "#/$defs/day"}, {"type": "null"}]}
              }
            },
            {"type": "null"}
          ]
        },
        "label": {"type": "string"},
        "documents": {"type": "integer", "minimum": 1},
        "stories": {"type": "integer", "minimum": 1},
        "codes": {"type": "object", "additionalProperties": {"type": ["string", "null"]}},
        "evidence": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["document", "event", "start", "end", "quote", "rule"],
            "additionalProperties": false,
            "properties": {
              "document": {"$ref": "#/$defs/document_id"},
              "event": {"type": "string", "minLength": 1},
              "start": {"type": "integer", "minimum": 0},
              "end": {"type": "integer", "minimum": 0},
              "quote": {"type": "string", "minLength": 1},
              "rule": {"type": "string", "minLength": 1}
            }
          },
          "minItems": 1
        },
        "members": {
          "type": "array",
          "items": {
            "type": "array",
            "prefixItems": [{"$ref": "#/$defs/document_id"}, {"type": "string", "minLength": 1}],
            "minItems": 2,
            "maxItems": 2
          },
          "minItems": 1
        },
        "confidence": {"$ref": "#/$defs/share"}
      },
      "$defs": {
        "document_id": {"type": "string", "pattern": "^d-[a-z2-7]{16}$"},
        "entity_id": {"type": "string", "pattern": "^e-[a-z2-7]{16}$"},
        "event_id": {"type": "string", "pattern": "^v-[a-z2-7]{16}$"},
        "day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "edtf": {
          "type": "string",
          "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"
        },
        "share": {"type": "number", "minimum": 0, "maximum": 1},
        "extent": {"enum": ["within", "throughout", null]},
        "party": {
          "type": "object",
          "required": ["entity", "name", "office", "country", "role"],
          "additionalProperties": false,
          "properties": {
            "entity": {"anyOf": [{"$ref": "#/$defs/entity_id"}, {"type": "null"}]},
            "name": {"type": ["string", "null"]},
            "office": {"type": ["string", "null"]},
            "country": {"type": ["string", "null"]},
            "role": {"type": "string", "minLength": 1}
          }
        }
      }
    }

    """#
}
