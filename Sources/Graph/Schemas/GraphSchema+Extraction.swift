extension GraphSchema {
  static let extraction = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A line of extractions.jsonl",
      "type": "object",
      "required": [
        "type", "schema", "id", "source_id", "path", "url", "title", "language",
        "fingerprint", "date", "dateline", "zones", "text", "entities", "times", "events"
      ],
      "additionalProperties": false,
      "properties": {
        "type": {"const": "document"},
        "schema": {"const": 1},
        "id": {"$ref": "#/$defs/document_id"},
        "source_id": {"type": ["string", "null"]},
        "path": {"type": "string", "minLength": 1},
        "url": {"type": ["string", "null"]},
        "title": {"type": ["string", "null"]},
        "language": {"type": "string", "minLength": 1},
        "fingerprint": {"type": "string", "minLength": 1},
        "date": {
          "type": "object",
          "required": ["edtf", "extent", "method", "confidence", "candidates"],
          "additionalProperties": false,
          "properties": {
            "edtf": {"anyOf": [{"$ref": "#/$defs/edtf"}, {"type": "null"}]},
            "extent": {"$ref": "#/$defs/extent"},
            "method": {"type": "string", "minLength": 1},
            "confidence": {"$ref": "#/$defs/share"},
            "candidates": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["edtf", "source", "start", "end", "rejected"],
                "additionalProperties": false,
                "properties": {
                  "edtf": {"$ref": "#/$defs/edtf"},
                  "source": {"type": "string", "minLength": 1},
                  "start": {"type": ["integer", "null"], "minimum": 0},
                  "end": {"type": ["integer", "null"], "minimum": 0},
                  "rejected": {"type": ["string", "null"]}
                }
              }
            }
          }
        },
        "dateline": {
          "anyOf": [
            {
              "type": "object",
              "required": ["place", "country", "agency", "start", "end"],
              "additionalProperties": false,
              "properties": {
                "place": {"type": ["string", "null"]},
                "country": {"type": ["string", "null"]},
                "agency": {"type": ["string", "null"]},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0}
              }
            },
            {"type": "null"}
          ]
        },
        "zones": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["kind", "start", "end"],
            "additionalProperties": false,
            "properties": {
              "kind": {"type": "string", "minLength": 1},
              "start": {"type": "integer", "minimum": 0},
              "end": {"type": "integer", "minimum": 0}
            }
          }
        },
        "text": {"type": "string"},
        "entities": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "id", "kind", "name", "name_source", "country", "country_source", "office",
              "office_source", "aliases", "mentions"
            ],
            "additionalProperties": false,
            "properties": {
              "id": {"$ref": "#/$defs/local_entity"},
              "kind": {"type": "string", "minLength": 1},
              "name": {"type": ["string", "null"], "minLength": 1},
              "name_source": {"$ref": "#/$defs/source"},
              "country": {"type": ["string", "null"], "minLength": 1},
              "country_source": {"$ref": "#/$defs/source"},
              "office": {"type": ["string", "null"], "minLength": 1},
              "office_source": {"$ref": "#/$defs/source"},
              "aliases": {
                "type": "array",
                "items": {"type": "string", "minLength": 1},
                "uniqueItems": true
              },
              "mentions": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["start", "end", "text", "form", "rule"],
                  "additionalProperties": false,
                  "properties": {
                    "start": {"type": "integer", "minimum": 0},
                    "end": {"type": "integer", "minimum": 0},
                    "text": {"type": "string", "minLength": 1},
                    "form": {"type": "string", "minLength": 1},
                    "rule": {"type": "string", "minLength": 1}
                  }
                }
              }
            }
          }
        },
        "times": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["start", "end", "text", "kind", "edtf", "resolution", "anchor"],
            "additionalProperties": false,
            "properties": {
              "start": {"type": "integer", "minimum": 0},
              "end": {"type": "integer", "minimum": 0},
              "text": {"type": "string", "minLength": 1},
              "kind": {"type": "string", "minLength": 1},
              "edtf": {"anyOf": [{"$ref": "#/$defs/edtf"}, {"type": "null"}]},
              "resolution": {"type": ["string", "null"]},
              "anchor": {"anyOf": [{"$ref": "#/$defs/edtf"}, {"type": "null"}]}
            }
          }
        },
        "events": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "id", "kind", "subkind", "status", "participants", "hosts", "place", "date",
              "quote", "start", "end", "trigger", "claims", "rule", "confidence"
            ],
            "additionalProperties": false,
            "properties": {
              "id": {"$ref": "#/$defs/local_event"},
              "kind": {"type": "string", "minLength": 1},
              "subkind": {"type": ["string", "null"]},
              "status": {"type": "string", "minLength": 1},
              "participants": {"type": "array", "items": {"$ref": "#/$defs/party"}},
              "hosts": {"type": "array", "items": {"$ref": "#/$defs/party"}},
              "place": {
                "anyOf": [
                  {
                    "type": "object",
                    "required": ["entity", "name", "country", "source", "inherited_from"],
                    "additionalProperties": false,
                    "properties": {
                      "entity": {"anyOf": [{"$ref": "#/$defs/local_entity"}, {"type": "null"}]},
                      "name": {"type": ["string", "null"]},
                      "country": {"type": ["string", "null"]},
                      "source": {"type": "string", "minLength": 1},
                      "inherited_from": {"anyOf": [{"$ref": "#/$defs/local_event"}, {"type": "null"}]}
                    }
                  },
                  {"type": "null"}
                ]
              },
              "date": {
                "anyOf": [
                  {
                    "type": "object",
                    "required": [
                      "edtf", "extent", "earliest", "latest", "text", "resolution",
                      "anchor", "inherited_from"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "edtf": {"$ref": "#/$defs/edtf"},
                      "extent": {"$ref": "#/$defs/extent"},
                      "earliest": {"$ref": "#/$defs/day"},
                      "latest": {"$ref": "#/$defs/day"},
                      "text": {"type": ["string", "null"]},
                      "resolution": {"type": "string", "minLength": 1},
                      "anchor": {"anyOf": [{"$ref": "#/$defs/edtf"}, {"type": "null"}]},
                      "inherited_from": {"anyOf": [{"$ref": "#/$defs/local_event"}, {"type": "null"}]}
                    }
                  },
                  {"type": "null"}
                ]
              },
              "quote": {"type": "string", "minLength": 1},
              "start": {"type": "integer", "minimum": 0},
              "end": {"type": "integer", "minimum": 0},
              "trigger": {
                "type": "array",
                "items": {"type": "integer", "minimum": 0},
                "minItems": 2,
                "maxItems": 2
              },
              "claims": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["status", "by"],
                  "additionalProperties": false,
                  "properties": {
                    "status": {"type": "string", "minLength": 1},
                    "by": {"type": "string", "minLength": 1}
                  }
                }
              },
              "rule": {"type": "string", "minLength": 1},
              "confidence": {"$ref": "#/$defs/share"}
            }
          }
        }
      },
      "$defs": {
        "document_id": {"type": "string", "pattern": "^d-[a-z2-7]{16}$"},
        "local_entity": {"type": "string", "pattern": "^e[0-9]+$"},
        "local_event": {"type": "string", "pattern": "^v[0-9]+$"},
        "day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "edtf": {
          "type": "string",
          "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"
        },
        "share": {"type": "number", "minimum": 0, "maximum": 1},
        "extent": {"enum": ["within", "throughout", null]},
        "source": {"enum": ["text", "document", "table", "inferred", null]},
        "party": {
          "type": "object",
          "required": ["entity", "name", "office", "country", "role", "name_source"],
          "additionalProperties": false,
          "properties": {
            "entity": {"anyOf": [{"$ref": "#/$defs/local_entity"}, {"type": "null"}]},
            "name": {"type": ["string", "null"]},
            "office": {"type": ["string", "null"]},
            "country": {"type": ["string", "null"]},
            "role": {"type": "string", "minLength": 1},
            "name_source": {"$ref": "#/$defs/source"}
          }
        }
      }
    }

    """#
}
