extension RecordSchema {
  static let document = RecordSchema(
    name: "document",
    text: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of extractions.jsonl: a document and everything found in it",
        "$comment": "start and end are a half-open range of code points of text",
        "type": "object",
        "required": ["type", "schema", "id", "source_id", "path", "url", "title", "language",
          "fingerprint", "date", "dateline", "zones", "text", "entities", "times", "events"],
        "additionalProperties": false,
        "properties": {
          "type": {"const": "document"},
          "schema": {"const": 1},
          "id": {"type": "string", "pattern": "^d-[a-z2-7]{16}$"},
          "source_id": {"$ref": "#/$defs/text?"},
          "path": {"type": "string"},
          "url": {"$ref": "#/$defs/text?"},
          "title": {"$ref": "#/$defs/text?"},
          "language": {"type": "string"},
          "fingerprint": {"type": "string"},
          "date": {
            "type": "object",
            "required": ["edtf", "extent", "method", "confidence", "candidates"],
            "additionalProperties": false,
            "properties": {
              "edtf": {"$ref": "#/$defs/text?"},
              "extent": {"enum": ["within", "throughout", null]},
              "method": {"type": "string"},
              "confidence": {"$ref": "#/$defs/share"},
              "candidates": {"type": "array", "items": {
                "type": "object",
                "required": ["edtf", "source", "start", "end", "rejected"],
                "additionalProperties": false,
                "properties": {
                  "edtf": {"type": "string"},
                  "source": {"type": "string"},
                  "start": {"$ref": "#/$defs/offset?"},
                  "end": {"$ref": "#/$defs/offset?"},
                  "rejected": {"$ref": "#/$defs/text?"}
                }
              }}
            }
          },
          "dateline": {"anyOf": [{"type": "null"}, {
            "type": "object",
            "required": ["place", "country", "agency", "start", "end"],
            "additionalProperties": false,
            "properties": {
              "place": {"$ref": "#/$defs/text?"},
              "country": {"$ref": "#/$defs/text?"},
              "agency": {"$ref": "#/$defs/text?"},
              "start": {"$ref": "#/$defs/offset"},
              "end": {"$ref": "#/$defs/offset"}
            }
          }]},
          "zones": {"type": "array", "items": {
            "type": "object",
            "required": ["kind", "start", "end"],
            "additionalProperties": false,
            "properties": {
              "kind": {"type": "string"},
              "start": {"$ref": "#/$defs/offset"},
              "end": {"$ref": "#/$defs/offset"}
            }
          }},
          "text": {"type": "string"},
          "entities": {"type": "array", "items": {"$ref": "#/$defs/entity"}},
          "times": {"type": "array", "items": {
            "type": "object",
            "required": ["start", "end", "text", "kind", "edtf", "resolution", "anchor"],
            "additionalProperties": false,
            "properties": {
              "start": {"$ref": "#/$defs/offset"},
              "end": {"$ref": "#/$defs/offset"},
              "text": {"type": "string"},
              "kind": {"type": "string"},
              "edtf": {"$ref": "#/$defs/text?"},
              "resolution": {"$ref": "#/$defs/text?"},
              "anchor": {"$ref": "#/$defs/text?"}
            }
          }},
          "events": {"type": "array", "items": {"$ref": "#/$defs/event"}}
        },
        "$defs": {
          "text?": {"type": ["string", "null"]},
          "offset": {"type": "integer", "minimum": 0},
          "offset?": {"type": ["integer", "null"], "minimum": 0},
          "share": {"type": "number", "minimum": 0, "maximum": 1},
          "source?": {"enum": ["text", "document", "table", "inferred", null]},
          "entity id": {"type": "string", "pattern": "^e[1-9][0-9]*$"},
          "event id?": {"type": ["string", "null"], "pattern": "^v[1-9][0-9]*$"},
          "entity": {
            "type": "object",
            "required": ["id", "kind", "name", "name_source", "country", "country_source", "office",
              "office_source", "aliases", "mentions"],
            "additionalProperties": false,
            "properties": {
              "id": {"$ref": "#/$defs/entity id"},
              "kind": {"type": "string"},
              "name": {"$ref": "#/$defs/text?"},
              "name_source": {"$ref": "#/$defs/source?"},
              "country": {"$ref": "#/$defs/text?"},
              "country_source": {"$ref": "#/$defs/source?"},
              "office": {"$ref": "#/$defs/text?"},
              "office_source": {"$ref": "#/$defs/source?"},
              "aliases": {"type": "array", "items": {"type": "string"}},
              "mentions": {"type": "array", "items": {
                "type": "object",
                "required": ["start", "end", "text", "form", "rule"],
                "additionalProperties": false,
                "properties": {
                  "start": {"$ref": "#/$defs/offset"},
                  "end": {"$ref": "#/$defs/offset"},
                  "text": {"type": "string"},
                  "form": {"type": "string"},
                  "rule": {"type": "string"}
                }
              }}
            }
          },
          "party": {
            "type": "object",
            "required": ["entity", "name", "office", "country", "role", "name_source"],
            "additionalProperties": false,
            "properties": {
              "entity": {"$ref": "#/$defs/entity id"},
              "name": {"$ref": "#/$defs/text?"},
              "office": {"$ref": "#/$defs/text?"},
              "country": {"$ref": "#/$defs/text?"},
              "role": {"type": "string"},
              "name_source": {"$ref": "#/$defs/source?"}
            }
          },
          "event": {
            "type": "object",
            "required": ["id", "kind", "subkind", "status", "participants", "hosts", "place", "date",
              "quote", "start", "end", "trigger", "claims", "rule", "confidence"],
            "additionalProperties": false,
            "properties": {
              "id": {"type": "string", "pattern": "^v[1-9][0-9]*$"},
              "kind": {"type": "string"},
              "subkind": {"$ref": "#/$defs/text?"},
              "status": {"type": "string"},
              "participants": {"type": "array", "items": {"$ref": "#/$defs/party"}},
              "hosts": {"type": "array", "items": {"$ref": "#/$defs/party"}},
              "place": {"anyOf": [{"type": "null"}, {
                "type": "object",
                "required": ["entity", "name", "country", "source", "inherited_from"],
                "additionalProperties": false,
                "properties": {
                  "entity": {"$ref": "#/$defs/entity id"},
                  "name": {"$ref": "#/$defs/text?"},
                  "country": {"$ref": "#/$defs/text?"},
                  "source": {"type": "string"},
                  "inherited_from": {"$ref": "#/$defs/event id?"}
                }
              }]},
              "date": {"anyOf": [{"type": "null"}, {
                "type": "object",
                "required": ["edtf", "extent", "earliest", "latest", "text", "resolution", "anchor",
                  "inherited_from"],
                "additionalProperties": false,
                "properties": {
                  "edtf": {"type": "string"},
                  "extent": {"enum": ["within", "throughout"]},
                  "earliest": {"type": "string"},
                  "latest": {"type": "string"},
                  "text": {"$ref": "#/$defs/text?"},
                  "resolution": {"type": "string"},
                  "anchor": {"$ref": "#/$defs/text?"},
                  "inherited_from": {"$ref": "#/$defs/event id?"}
                }
              }]},
              "quote": {"type": "string"},
              "start": {"$ref": "#/$defs/offset"},
              "end": {"$ref": "#/$defs/offset"},
              "trigger": {
                "type": "array", "items": {"$ref": "#/$defs/offset"}, "minItems": 2, "maxItems": 2
              },
              "claims": {"type": "array", "items": {
                "type": "object",
                "required": ["status", "by"],
                "additionalProperties": false,
                "properties": {"status": {"type": "string"}, "by": {"type": "string"}}
              }},
              "rule": {"type": "string"},
              "confidence": {"$ref": "#/$defs/share"}
            }
          }
        }
      }

      """#)
}
