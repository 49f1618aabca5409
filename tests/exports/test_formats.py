import io
import json
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

from onrecord import exports
from onrecord.errors import UsageError
from onrecord.record import Record
from records import sample, simple


def written(records: list[Record], name: str) -> bytes:
    """What the format of this name makes of the records."""
    stream = io.BytesIO()
    exports.write(records, name, stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", exports.FORMATS)
def test_every_format_writes_the_sample(name: str) -> None:
    """A registered format has a module, a description and an output that names the speaker."""
    chosen = exports.FORMATS[name]
    assert chosen.name == name
    assert chosen.description
    assert callable(import_module(chosen.module).write)
    assert "Kari Lund" in written([sample()], name).decode("utf-8")


@pytest.mark.parametrize("name", exports.FORMATS)
def test_every_format_is_byte_stable(name: str) -> None:
    """The same record gives the same bytes."""
    assert written([sample()], name) == written([sample()], name)


def test_unknown_format_names_the_known_ones() -> None:
    """A format that does not exist is an error that lists those that do."""
    with pytest.raises(UsageError, match="terminal, json, jsonl, html"):
        written([], "docx")


def test_importing_exports_is_cheap() -> None:
    """Neither rich nor Jinja2 is loaded before a format that needs it is used."""
    code = "import sys, onrecord.exports; print([m for m in ('rich', 'jinja2') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_one_record_is_an_object() -> None:
    """One record prints as one indented JSON object that reads back equal."""
    data = written([sample()], "json")
    assert data.startswith(b'{\n  "format": 1,')
    assert data.endswith(b"}\n")
    assert Record.from_json(data) == sample()


def test_several_records_are_an_array() -> None:
    """Two records or more print as one JSON array, in order, indented alike."""
    texts = ["One “line”\nand another.", "Two.", "Three."]
    data = written([simple(text) for text in texts], "json")
    assert [row["article"]["text"] for row in json.loads(data)] == texts
    assert data.startswith(b'[\n  {\n    "format": 1,')
    assert data.endswith(b"\n  }\n]\n")


def test_no_record_is_an_empty_array() -> None:
    """Nothing to print is still JSON."""
    assert json.loads(written([], "json")) == []


def test_json_lines_round_trip() -> None:
    """Each line of JSON Lines reads back as its record, line breaks in the text included."""
    records = [sample(), simple("A\nB\u2028C")]
    lines = written(records, "jsonl").split(b"\n")
    assert lines.pop() == b""
    assert [Record.from_json(line) for line in lines] == records


@pytest.mark.parametrize("name", [name for name, chosen in exports.FORMATS.items() if chosen.streaming])
def test_streaming_formats_hold_few_records(name: str) -> None:
    """A streaming format has written the first record before it asks for the fourth."""
    stream = io.BytesIO()
    seen: list[bool] = []

    def records() -> Iterator[Record]:
        for number in range(4):
            seen.append(b"The first text" in stream.getvalue())
            yield simple("The first text." if number == 0 else "Another.")

    exports.write(records(), name, stream)
    assert seen[0] is False
    assert seen[3] is True


def test_text_beyond_ascii_is_written_as_itself() -> None:
    """JSON holds the publisher's characters, not escapes for them."""
    assert "“naïve” – тест".encode() in written([simple("“naïve” – тест")], "jsonl")
