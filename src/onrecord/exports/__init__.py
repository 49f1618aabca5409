"""Records to what people look at or load elsewhere: one module a format, all of them in `FORMATS`.

    with open("records.jsonl", "wb") as stream:
        exports.write(records, "jsonl", stream)

Each module has `write(records, stream)` and is imported when it is used.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import IO

from msgspec import Struct

from onrecord.errors import UsageError
from onrecord.record import Record

__all__ = ["FORMATS", "Format", "write"]


class Format(Struct, frozen=True, kw_only=True):
    """A format that records are written in.

    `binary` is true for what is no text and does not belong on a terminal; `streaming` where records are
    written as they come (JSON: one behind); `suffix` is the usual end of a file's name.
    """

    name: str
    description: str
    suffix: str
    media_type: str
    module: str
    binary: bool = False
    streaming: bool = True


_ALL = (
    Format(
        name="terminal", description="the annotated article and its tables, for reading in a terminal",
        suffix=".txt", media_type="text/plain; charset=utf-8", module="onrecord.exports.terminal",
    ),
    Format(
        name="json", description="one record as indented JSON; several as one array",
        suffix=".json", media_type="application/json", module="onrecord.exports.json_",
    ),
    Format(
        name="jsonl", description="one record a line, as JSON",
        suffix=".jsonl", media_type="application/jsonl", module="onrecord.exports.jsonl",
    ),
    Format(
        name="html", description="one self-contained page with highlighted spans, cards and a legend",
        suffix=".html", media_type="text/html; charset=utf-8", module="onrecord.exports.page",
        streaming=False,
    ),
)  # fmt: skip

FORMATS: dict[str, Format] = {format_.name: format_ for format_ in _ALL}
"""Every format by its name, in the order in which to show them."""


def write(records: Iterable[Record], format: str, stream: IO[bytes], **options: object) -> None:  # noqa: A002
    """Write the records to a binary stream as UTF-8, in the format of this name.

    `options` go to the format: `terminal` takes `width: int | None` (columns) and `color: bool | None`.
    Raises `UsageError` where there is no such format or it has no such option.
    """
    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}; the formats are {', '.join(FORMATS)}.")
    writer = import_module(FORMATS[format].module).write
    writer(records, stream, **options)
