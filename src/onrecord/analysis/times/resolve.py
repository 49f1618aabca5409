"""Filling in what a reading leaves open, but for points on the calendar: see `resolve_point`."""

from collections.abc import Callable
from datetime import date
from typing import Final

from onrecord.analysis.times import calendar as cal
from onrecord.analysis.times.context import DAY, MONTH, YEAR, Context
from onrecord.analysis.times.readings import Echo, Shift, Slashed

_NEEDED: Final = {"day": DAY, "week": DAY, "fortnight": DAY, "month": MONTH, "quarter": MONTH}
"""How exactly the day of speech must be known to count such units from it; else the year will do."""
_PARTS_OF_A_DAY: Final = frozenset({"hour", "minute", "second"})
_IN_UNIT: Final[dict[str, Callable[[date], str]]] = {
    "day": date.isoformat,
    "week": cal.week_value,
    "fortnight": cal.week_value,
    "month": lambda day: day.isoformat()[:7],
    "quarter": lambda day: f"{day.year:04d}-Q{cal.quarter_of(day.month)}",
    "year": lambda day: f"{day.year:04d}",
    "decade": lambda day: f"{day.year // 10:03d}",
    "century": lambda day: f"{day.year // 100:02d}",
    "millennium": lambda day: f"{day.year // 1000}",
}
"""The value of the unit that a day lies in."""
_PIVOT: Final = 30
"""Without a publication date, years of two digits are those of 1930 to 2029."""
_YEARS_AHEAD: Final = 10
_CENTURY: Final = 100


def full_year(short: int, context: Context) -> int:
    """The year of two digits: the last that is at most ten years ahead of publication or of the story."""
    if context.day is None:
        return 2000 + short if short < _PIVOT else 1900 + short
    told = context.text_day() if context.narrative and context.text_value else None
    latest = (told or context.day).year + _YEARS_AHEAD
    return latest - (latest - short) % _CENTURY


def resolve_slashed(reading: Slashed, context: Context) -> str | None:
    """2/19/2025 and 19/2/2025: the month first unless the text's dates say otherwise."""
    first, second = reading.first, reading.second
    day_first = first > cal.MONTHS_IN_YEAR or (context.day_first and second <= cal.MONTHS_IN_YEAR)
    month, day = (second, first) if day_first else (first, second)
    year = full_year(reading.year, context) if reading.short else reading.year
    found = cal.day_of(year, month, day)
    return found.isoformat() if found else None


def resolve_shift(shift: Shift, context: Context) -> str | None:
    """A day, week, month or year some units from the anchor."""
    if shift.amount is None or shift.unit in _PARTS_OF_A_DAY:
        return "FUTURE_REF" if (shift.amount or 0) > 0 else "PAST_REF"
    in_text = shift.origin == "text" and context.text_value is not None
    if context.narrative and context.text_value and shift.amount == 0 and not in_text:
        return value_within(context.text_value, shift.unit)
    if not in_text and not context.knows(_NEEDED.get(shift.grain or shift.unit, YEAR)):
        return None
    origin = context.text_day() if in_text else context.day
    target = cal.add(origin, shift.amount, shift.unit) if origin else None
    return _shifted(target, shift, context.text_value if in_text else None) if target else None


def _shifted(target: date, shift: Shift, base: str | None) -> str:
    """The value of the day that a shift leads to."""
    value = _IN_UNIT[shift.grain or shift.unit](target)
    if shift.part:
        known = value if base is None else _coarser(value, base)
        return f"{known}{'-XX' * ((DAY - len(known)) // 3)}T{shift.part}"
    if shift.clock:
        return f"{value}{shift.clock}"
    return _coarser(value, base) if base else value


def _coarser(value: str, base: str) -> str:
    """The value cut to what the base knows: days counted from a month lie in some month, no more."""
    both_numbers = (value + base).replace("-", "").isdecimal()
    return value[: len(base)] if len(base) in (YEAR, MONTH) and both_numbers else value


def resolve_echo(echo: Echo, context: Context) -> str | None:
    """A unit that the text named before, else the one of the day of speech."""
    if echo.unit == "period":
        return _period(echo, context)
    over = not (echo.latest and context.quarter and context.is_ahead(context.quarter))
    if echo.unit == "quarter" and context.quarter and over:
        return context.quarter
    named = not echo.near or context.narrative
    value = value_within(context.text_value, echo.unit) if named else None
    # A quarter that a report tells of is the one that is over.
    return value or resolve_shift(Shift(amount=-1 if echo.unit == "quarter" else 0, unit=echo.unit), context)


def _period(echo: Echo, context: Context) -> str | None:
    """The quarter that the text tells of, in another year: "a year earlier", "the 1988 period"."""
    if context.period:
        year = echo.year or int(context.period[:4]) + echo.years
        return f"{year:04d}{context.period[4:]}"
    if echo.year:
        return f"{echo.year:04d}"
    return resolve_shift(Shift(amount=echo.years, unit="year"), context) if echo.years else context.text_value


def value_within(value: str | None, unit: str) -> str | None:
    """The unit that holds all days of a value; None where they lie in several."""
    days = cal.covered(value) if value else None
    if not days:
        return None
    first, last = (_IN_UNIT[unit](day) for day in days)
    return first if first == last else None
