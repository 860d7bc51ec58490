"""Holds the files of a run against their JSON Schemas, and every quote against its text.

usage: check.py OUT SCHEMAS    (a folder with a file RECORD.schema for each record)
"""
import json
import sys

import jsonschema

out, schemas = sys.argv[1:]


def validator(record):
    with open(f"{schemas}/{record}.schema", encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def lines(name):
    with open(f"{out}/{name}", encoding="utf-8", newline="\n") as file:
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


def check_graph(records, texts):
    ids = [record["id"] for record in records]
    assert ids == sorted(set(ids)), "graph.jsonl is not sorted by id, or an id stands twice"
    for record in records:
        for proof in record.get("evidence", []):
            quote = texts[proof["document"]][proof["start"]:proof["end"]]
            assert quote == proof["quote"], f"evidence of {record['id']} is not {quote!r}"


extractions, graph = lines("extractions.jsonl"), lines("graph.jsonl")
for name, records in [
    ("extraction", extractions),
    ("reject", lines("rejects.jsonl")),
    ("manifest", lines("manifest.json")),
]:
    check = validator(name)
    for record in records:
        check.validate(record)
checks = {name: validator(name) for name in ("document", "entity", "event", "relation")}
for record in graph:
    checks[record["type"]].validate(record)
for record in extractions:
    check_quotes(record)
check_graph(graph, {record["id"]: record["text"] for record in extractions})
