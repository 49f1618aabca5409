"""Indented JSON: one record alone is an object, several are an array."""

from collections.abc import Iterable
from itertools import chain, islice
from typing import IO

from onrecord.record import Record

INDENT = 2


def write(records: Iterable[Record], stream: IO[bytes]) -> None:
    """Write one record as an object; two or more as an array; none as an empty array.

    At most two records are held at a time. The same records give the same bytes.
    """
    waiting = iter(records)
    head = list(islice(waiting, 2))
    if len(head) == 1:
        stream.write(head[0].to_json(indent=INDENT) + b"\n")
        return
    _write_array(chain(head, waiting), stream)


def _write_array(records: Iterable[Record], stream: IO[bytes]) -> None:
    before = b"[\n"
    end = b"[]\n"
    for record in records:
        # No newline stands inside a JSON string, so indenting lines leaves the values alone.
        lines = record.to_json(indent=INDENT).replace(b"\n", b"\n" + b" " * INDENT)
        stream.write(before + b" " * INDENT + lines)
        before, end = b",\n", b"\n]\n"
    stream.write(end)
