"""One row of a table or JSONL file to an `Item`; what is wrong with it names its row, counted from 1."""

import math
from collections.abc import Mapping, Sequence
from datetime import date

from onrecord.errors import BinaryInputError, InputError, RowError, UsageError, message
from onrecord.reading.dates import parse_date
from onrecord.reading.inputs.compression import megabytes
from onrecord.reading.inputs.decode import decode, tidy
from onrecord.reading.item import FIELDS, Item, ReadSettings
from onrecord.record import Source

_KINDS = {dict: "an object", list: "a list", bool: "a yes or no"}
_NAMED_COLUMNS = 20
_LONGEST_VALUE = 60


def row_item(row: Mapping[str, object], number: int, file: str, settings: ReadSettings) -> Item:
    """The item that `row`, the `number`-th of `file`, holds. Raises `RowError`.

    A row with both has its text taken, not its html. The byline is a list, or names with semicolons.
    """
    cells = {name: row.get(settings.columns.get(name, name)) for name in FIELDS}
    try:
        kind, content = _content(cells, row, settings)
        return Item(
            content=content,
            kind="html" if kind == "html" else "text",
            where=f"{file}, row {number}",
            source=Source(kind="row", file=tidy(file), row=number),
            key=_text(cells, "id"),
            url=_text(cells, "url"),
            title=_text(cells, "title"),
            outlet=_text(cells, "outlet"),
            published=_published(cells, settings),
            byline=_byline(cells),
        )
    except _BadRow as problem:
        raise row_error(file, number, str(problem)) from None
    except BinaryInputError as error:
        raise row_error(file, number, error.problem) from error


def row_error(file: str, number: int, problem: str) -> RowError:
    """The error for row `number` of `file`."""
    return RowError(file, message("bad-row", row=number, detail=problem), row=number)


def row_too_large(file: str, number: int, limit: int) -> RowError:
    """The error for a row that is larger than `limit` bytes."""
    return row_error(file, number, message("too-large", limit=megabytes(limit)))


def check_columns(columns: Sequence[str], file: str, settings: ReadSettings) -> None:
    """Check a table's header, before any row.

    Raises `UsageError` where a column that the settings name is not there, `InputError` where there is
    neither text nor html.
    """
    for name in settings.columns.values():
        if name not in columns:
            raise UsageError(f"{file}: {message('column', column=name, columns=listed(columns))}")
    if not any(settings.columns.get(name, name) in columns for name in ("text", "html")):
        raise InputError(file, message("column", column="text", columns=listed(columns)))


def listed(columns: Sequence[str]) -> str:
    """Column names for a message, the first twenty of them."""
    shown = ", ".join(shorten(str(name)) for name in columns[:_NAMED_COLUMNS]) or "none"
    return shown + (", ..." if len(columns) > _NAMED_COLUMNS else "")


def shorten(value: str) -> str:
    """`value` for a message: a name or a cell can be of any length."""
    return value if len(value) <= _LONGEST_VALUE else value[:_LONGEST_VALUE] + "..."


class _BadRow(Exception):  # noqa: N818 - never leaves this module
    """What is wrong with the row at hand."""


def _content(
    cells: Mapping[str, object], row: Mapping[str, object], settings: ReadSettings
) -> tuple[str, str]:
    """Which of text and html there is, and what it holds."""
    filled = [name for name in ("text", "html") if not _missing(cells[name])]
    present = [name for name in ("text", "html") if settings.columns.get(name, name) in row]
    if not present:
        raise _BadRow(message("row-text", columns=listed(list(row))))
    for name in filled:
        value = cells[name]
        if not isinstance(value, str | bytes):
            raise _BadRow(message("row-type", column=name, what=_kind(value), wanted="a text"))
        if len(value) > settings.max_bytes:
            raise _BadRow(message("too-large", limit=megabytes(settings.max_bytes)))
        text = decode(value) if isinstance(value, bytes) else tidy(value)
        if not text.isspace() and text:
            return name, text
    raise _BadRow(message("row-empty", column=settings.columns.get(present[0], present[0])))


def _text(cells: Mapping[str, object], name: str) -> str | None:
    """A cell as text: numbers as they are written, None for a blank one."""
    value = cells[name]
    if _missing(value):
        return None
    if isinstance(value, bool | dict | list | tuple):
        raise _BadRow(message("row-type", column=name, what=_kind(value), wanted="a text"))
    text = tidy(decode(value) if isinstance(value, bytes) else str(value)).strip()
    return text or None


def _published(cells: Mapping[str, object], settings: ReadSettings) -> str | None:
    value = cells["published"]
    written = value.isoformat() if isinstance(value, date) else _text(cells, "published")
    if settings.published or written is None:  # what is overridden need not be right
        return None
    found = parse_date(written)
    if found is None:
        raise _BadRow(message("bad-date", value=shorten(written)))
    return found


def _byline(cells: Mapping[str, object]) -> tuple[str, ...]:
    value = cells["byline"]
    if not isinstance(value, list | tuple):
        value = (_text(cells, "byline") or "").split(";")
    names = [_text({"byline": part}, "byline") for part in value]
    return tuple(name for name in names if name)


def _missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a number" if isinstance(value, int | float) else "no text")
