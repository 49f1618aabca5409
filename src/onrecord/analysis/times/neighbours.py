"""What expressions side by side tell of each other: "Monday to Friday", "noon on Sunday"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from onrecord.analysis.times.readings import Echo, Expression, Point

_RANGE: Final = re.compile(r"\s?(?:-|–|—|to|into|through|thru|until|till)\s?")
_LIST: Final = re.compile(r",\s|,?\s(?:and|or|and\son|or\son)\s")
"""Between weekdays of one row: "Friday, Saturday and Sunday"."""
_JOINED: Final = re.compile(rf"{_RANGE.pattern}|,?\s(?:and|or|and\son|or\son|and\sin)\s|,\s")
"""Between dates that may share the year of the last: "in April and June 1955"."""
_AND: Final = re.compile(r"\s?(?:-|–|—|to|and|until|till)\s?")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?:T|$)")
_ON: Final = re.compile(r",?\s(?:on\s)?|\s\(")
_ASIDE: Final = re.compile(
    r"\b(?:by|until|till|since|than|to|from|the|an?|its|their|his|of)\s$|[-–—(/]$", re.IGNORECASE
)
"""Before a year they say that it is not the one the story has reached: "the treaty of 1856", "until 1976"."""
_WORD: Final = 6
"""The most that such a word and its blank take."""
_ENDED: Final = re.compile(r"\s(?:that\s)?(?:ended|ending|to)\s(?:on\s)?")
_WEEK, _NEAR = 7, 3
"""Days; weekdays of one row follow within the latter."""
_DAY_LENGTH: Final = len("2025-02-19")


def share_years(expressions: Sequence[Expression], text: str) -> list[Expression]:
    """The expressions, where the last date of a row lends its year: "26 June - 4 August 1952"."""
    out = list(expressions)
    for place in range(len(out) - 2, -1, -1):
        first, last = out[place].reading, out[place + 1].reading
        if not (
            isinstance(first, Point) and isinstance(last, Point) and last.year and last.month and first.month
        ):
            continue
        if first.year or first.short_year or first.step is not None or first.origin == "text":
            continue
        later = (first.month, first.day or 0) > (last.month, last.day or 0)
        gap = _RANGE if later else _JOINED
        if gap.fullmatch(text, out[place].end, out[place + 1].start):
            out[place] = replace(out[place], reading=replace(first, year=last.year - later))
    return out


def is_aside(expression: Expression, text: str) -> bool:
    """Whether a bare year is named in passing, so that what follows does not count from it."""
    point = expression.reading
    bare = isinstance(point, Point) and point == Point(year=point.year)
    return bare and bool(_ASIDE.search(text, max(0, expression.start - _WORD), expression.start))


def ends_quarter(expression: Expression, after: Expression, text: str) -> bool:
    """Whether `after` is the day on which a quarter ended: "the quarter ended Sept. 30"."""
    quarter, day = expression.reading, after.reading
    if not (isinstance(quarter, Echo) and quarter.unit == "quarter" and isinstance(day, Point) and day.month):
        return False
    return bool(_ENDED.fullmatch(text, expression.end, after.start))


def ranged(
    before: Expression, start: str | None, expression: Expression, value: str | None, text: str
) -> str | None:
    """The value of a weekday that ends a range: not before the range's start."""
    first, last = before.reading, expression.reading
    if not (isinstance(first, Point) and isinstance(last, Point) and start and value):
        return value
    weekdays = first.weekday is not None and last.weekday is not None and last.step is None and not last.day
    listed = weekdays and _LIST.fullmatch(text, before.end, expression.start)
    if not (listed or _RANGE.fullmatch(text, before.end, expression.start)):
        return value
    if weekdays:
        return _first_weekday(start, last.weekday or 0, _NEAR if listed else _WEEK) or value
    if first.month and last.month and first.step is None and not (last.year or last.short_year or last.part):
        return _first_month(start, value)
    return value


def _first_weekday(start: str, weekday: int, most: int) -> str | None:
    """The first such weekday from the day `start` on, where it is at most so many days away."""
    try:
        day = date.fromisoformat(start)
        days = (weekday - day.weekday()) % _WEEK
        return (day + timedelta(days)).isoformat() if days <= most else None
    except (ValueError, OverflowError):
        return None


def _first_month(start: str, value: str) -> str:
    """The value in the year that makes it follow `start`."""
    year = start[:4]
    if not year.isdecimal() or not value[:4].isdecimal() or year == "9999":
        return value
    moved = year + value[4:]
    return moved if moved[:7] >= start[:7] else f"{int(year) + 1:04d}{value[4:]}"


def dated(expressions: Sequence[Expression], values: Sequence[str | None], text: str) -> list[str | None]:
    """The values, each bare hour with the day that follows it: "from 9 to noon on Sunday"."""
    out = list(values)
    for place in range(len(expressions) - 2, -1, -1):
        expression, after = expressions[place : place + 2]
        hour, day = expression.reading, out[place + 1]
        if not day or not isinstance(hour, Point) or not hour.clock or hour.month or hour.weekday is not None:
            continue
        gap = _ON if after.type == "DATE" else _AND if _is_hour(after) else None
        if gap and gap.fullmatch(text, expression.end, after.start) and _DAY.match(day):
            out[place] = f"{day[:_DAY_LENGTH]}{hour.clock}"
    return out


def _is_hour(expression: Expression) -> bool:
    return isinstance(expression.reading, Point) and expression.reading.clock is not None
