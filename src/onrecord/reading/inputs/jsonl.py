"""JSONL: one JSON object a line. A bad line costs that line only."""

import json
from collections.abc import Iterable, Iterator
from itertools import count

from onrecord.errors import EmptyInputError, InputError, RowError, message
from onrecord.reading.inputs.lines import Lines, LineTooLongError
from onrecord.reading.inputs.rows import row_error, row_item, row_too_large
from onrecord.reading.item import Item, ReadSettings

_KINDS = {list: "list", str: "string", bool: "true or false", type(None): "null"}


def jsonl_items(chunks: Iterable[bytes], file: str, settings: ReadSettings) -> Iterator[Item | InputError]:
    """An item a line, in order, or what is wrong with it; rows are lines, counted from 1, blank ones too.

    A line longer than the limit is passed over without being held. Raises `DamagedInputError` where the
    stream breaks off, after the lines before, and `EmptyInputError` where there is no line at all.
    """
    lines = Lines(chunks, limit=settings.max_bytes, where=file, newline="\n")
    seen = False
    for number in count(1):
        try:
            line = next(lines, None)
        except LineTooLongError:
            seen = True
            yield row_too_large(file, number, settings.max_bytes)
            continue
        if line is None:
            break
        if line and not line.isspace():
            seen = True
            yield _line_item(line, number, file, settings)
    if not seen:
        raise EmptyInputError(file, message("empty"))


def _line_item(line: str, number: int, file: str, settings: ReadSettings) -> Item | RowError:
    try:
        row = json.loads(line, strict=False)  # tabs and newlines within strings do no harm
    except json.JSONDecodeError as error:
        detail = f"{error.msg}, character {error.pos + 1}"
        return row_error(file, number, message("row-json", detail=detail))
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets by the thousand
        return row_error(file, number, message("row-json", detail="too long a number or too deep"))
    if not isinstance(row, dict):
        return row_error(file, number, message("row-object", what=_KINDS.get(type(row), "number")))
    try:
        return row_item(row, number, file, settings)
    except RowError as error:
        return error
