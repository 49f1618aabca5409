"""The contract: every record validates against the schema made from the types, and its spans are true."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import onrecord

EXAMPLES = Path(__file__).parent.parent / "examples"
ODD = [
    '“No end to this. \n\n“And on it goes "he ‘said’ on Monday, she said.\n',
    "\ud800, NUL \x00, bell \x07, \u202eright-to-left\u202c, e\u0301, 👩‍👩‍👧 said “yes, of course we will”.",
    '"' * 99 + " said Ann Lee on Tuesday",
    "x",
]  # fmt: skip


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a record that has a start, an end and a text."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from spans(part)


def check(record: onrecord.Record) -> int:
    """Hold a record to the schema and to its text; how many spans it has."""
    data = json.loads(record.to_json())
    jsonschema.Draft202012Validator(onrecord.json_schema()).validate(data)
    assert onrecord.Record.from_json(record.to_json()) == record
    found = list(spans(data))
    text = data["article"]["text"]
    assert all(text[s["start"] : s["end"]] == s["text"] for s in found)
    ids = {entity["id"] for entity in data["entities"]}
    named = {m["entity"] for m in data["mentions"]} | {i for s in data["statements"] for i in s["speakers"]}
    assert named | {i for s in data["statements"] for i in s["about"]} <= ids
    assert len(ids) == len(data["entities"])
    return len(found)


def test_every_example_keeps_the_contract() -> None:
    """Each example article validates, its spans say what its text says, and its entities are there."""
    records = list(onrecord.read_many([EXAMPLES]))
    assert len(records) >= 12
    assert all(check(record) > 3 for record in records)


@pytest.mark.parametrize("text", ODD)
def test_odd_text_keeps_the_contract(text: str) -> None:
    """Unbalanced marks, surrogates, control characters and emoji keep offsets true."""
    record = onrecord.read(text, as_is=True, published="2025-02-19")
    check(record)
    assert len(record.article.text) == len(text)


def test_the_same_bytes_in_the_same_bytes_out() -> None:
    """Reading an article twice, and after others, gives the same bytes."""
    paths = sorted(EXAMPLES.glob("*.txt"))
    alone = [onrecord.read(path).to_json() for path in reversed(paths)]
    assert [record.to_json() for record in onrecord.read_many(paths)] == alone[::-1]


def test_the_schema_names_every_field_of_the_contract() -> None:
    """The schema describes statements, events and times, and refuses a statement without content."""
    schema = onrecord.json_schema()
    record = json.loads(onrecord.read("“It rained,” Ann Lee said.").to_json())
    del record["statements"][0]["content"]
    with pytest.raises(jsonschema.ValidationError, match="content"):
        jsonschema.validate(record, schema)
