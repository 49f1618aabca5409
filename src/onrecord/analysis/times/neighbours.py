"""What expressions side by side tell of each other: "Monday to Friday", "noon on Sunday"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from onrecord.analysis.times.readings import Expression, Point

_RANGE: Final = re.compile(r"\s?(?:-|–|—|to|through|thru|until|till)\s?")
_ON: Final = re.compile(r",?\s(?:on\s)?|\s\(")
_WEEK = 7
_DAY_LENGTH: Final = len("2025-02-19")


def ranged(
    before: Expression, start: str | None, expression: Expression, value: str | None, text: str
) -> str | None:
    """The value of a weekday that ends a range: not before the range's start."""
    first, last = before.reading, expression.reading
    if not (isinstance(first, Point) and isinstance(last, Point) and start and value):
        return value
    if first.weekday is None or last.weekday is None or last.day or not _RANGE.fullmatch(text, before.end, expression.start):
        return value
    if len(start) != _DAY_LENGTH or len(value) != _DAY_LENGTH or start[:1] == "X":
        return value
    ahead = (last.weekday - first.weekday) % _WEEK
    try:
        return (date.fromisoformat(start) + timedelta(ahead)).isoformat()
    except OverflowError:
        return value


def dated(expressions: Sequence[Expression], values: Sequence[str | None], text: str) -> list[str | None]:
    """The values, each bare hour with the day that follows it ("noon on Sunday")."""
    out = list(values)
    for place, (expression, after) in enumerate(zip(expressions, expressions[1:], strict=False)):
        hour, day = expression.reading, values[place + 1]
        if not isinstance(hour, Point) or not hour.clock or hour.month or hour.weekday is not None or not day:
            continue
        if after.type == "DATE" and len(day) == _DAY_LENGTH and _ON.fullmatch(text, expression.end, after.start):
            out[place] = f"{day}{hour.clock}"
    return out
