"""Holds the files of a run against their JSON Schemas, and every quote against its text.

usage: check.py OUT DOCUMENT.schema REJECT.schema MANIFEST.schema
"""
import json
import sys

import jsonschema


def validator(path):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


def check_quotes(record):
    text = record["text"]
    quotes = [(m["start"], m["end"], m["text"]) for e in record["entities"] for m in e["mentions"]]
    quotes += [(t["start"], t["end"], t["text"]) for t in record["times"]]
    quotes += [(v["start"], v["end"], v["quote"]) for v in record["events"]]
    for start, end, quote in quotes:
        assert text[start:end] == quote, f"{start}..{end} of {record['id']} is not {quote!r}"
    for event in record["events"]:
        start, end = event["trigger"]
        assert event["start"] <= start < end <= event["end"], f"trigger of {event['id']}"


out, document, reject, manifest = sys.argv[1:]
for record in lines(f"{out}/extractions.jsonl"):
    validator(document).validate(record)
    check_quotes(record)
for record in lines(f"{out}/rejects.jsonl"):
    validator(reject).validate(record)
for record in lines(f"{out}/manifest.json"):
    validator(manifest).validate(record)
