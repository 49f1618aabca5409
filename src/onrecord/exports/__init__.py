"""Records to what people look at or load elsewhere: one module a format, all of them in `FORMATS`.

    with open("records.jsonl", "wb") as stream:
        exports.write(records, "jsonl", stream)

Each module has `write(records, stream)` and is imported when it is used.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import IO

from msgspec import Struct

from onrecord.errors import UsageError, message
from onrecord.record import Record

__all__ = ["FORMATS", "Format", "write"]


class Format(Struct, frozen=True, kw_only=True):
    """A format that records are written in.

    `streaming` is true where records are written as they come (JSON: one behind); `suffix` is the usual end
    of a file's name.
    """

    name: str
    description: str
    suffix: str
    module: str
    streaming: bool = True


_ALL = (
    Format(
        name="terminal", description="the annotated article and its tables, for reading in a terminal",
        suffix=".txt", module="onrecord.exports.terminal",
    ),
    Format(
        name="json", description="one record as indented JSON; several as one array",
        suffix=".json", module="onrecord.exports.json_",
    ),
    Format(
        name="jsonl", description="one record a line, as JSON",
        suffix=".jsonl", module="onrecord.exports.jsonl",
    ),
    Format(
        name="html", description="one self-contained page with highlighted spans, cards and a legend",
        suffix=".html", module="onrecord.exports.page",
        streaming=False,
    ),
)  # fmt: skip

FORMATS: dict[str, Format] = {format_.name: format_ for format_ in _ALL}
"""Every format by its name, in the order in which to show them."""


def write(records: Iterable[Record], format: str, stream: IO[bytes], **options: object) -> None:  # noqa: A002
    """Write the records to a binary stream as UTF-8, in the format of this name.

    `options` go to the format: `terminal` takes `width: int | None` (columns) and `color: bool | None`.
    Raises `UsageError` where there is no such format, `TypeError` where it has no such option.
    """
    if format not in FORMATS:
        raise UsageError(message("no-format", what=format, formats=", ".join(FORMATS)))
    writer = import_module(FORMATS[format].module).write
    writer(records, stream, **options)
