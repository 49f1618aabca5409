"""JSON Lines: one record a line, in order, as they come."""

from collections.abc import Iterable
from typing import IO

from onrecord.record import Record


def write(records: Iterable[Record], stream: IO[bytes]) -> None:
    """Write each record as one line of UTF-8 JSON; a line is written before the next record is asked for."""
    for record in records:
        stream.write(record.to_json() + b"\n")
        stream.flush()
