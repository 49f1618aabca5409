"""Holidays whose day the calendar tells, in the places that most English newspapers come from."""

from datetime import date, timedelta
from typing import Final

from onrecord.analysis.times.calendar import days_in_month, easter, nth_weekday

_THURSDAY, _MONDAY = 3, 0
HOLIDAYS: Final[dict[str, tuple[int, int]]] = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year eve": (12, 31), "new year day": (1, 1), "halloween": (10, 31), "juneteenth": (6, 19),
    "valentine day": (2, 14), "patrick day": (3, 17), "anzac day": (4, 25), "earth day": (4, 22),
    "bastille day": (7, 14), "veterans day": (11, 11), "armistice day": (11, 11),
    "memorial day": (5, 0), "labor day": (9, 0), "thanksgiving": (11, 0), "thanksgiving day": (11, 0),
    "black friday": (11, 0), "easter": (0, 0), "easter day": (0, 0), "easter sunday": (0, 0),
    "easter monday": (0, 1), "good friday": (0, -2), "maundy thursday": (0, -3), "palm sunday": (0, -7),
    "ash wednesday": (0, -46),
}  # fmt: skip
"""Month and day; month 0 counts days from Easter; day 0 is a weekday that `holiday_in` finds."""


def month_of(name: str) -> int:
    """The month in which a holiday falls, near enough to tell last year's from this year's."""
    return HOLIDAYS[name][0] or 4


def holiday_in(name: str, year: int) -> date:
    """The day of a holiday in a year."""
    month, day = HOLIDAYS[name]
    if not month:
        return easter(year) + timedelta(day)
    if day:
        return date(year, month, day)
    if name == "labor day":
        return nth_weekday(year, month, _MONDAY, 1)
    if name == "memorial day":
        last = date(year, month, days_in_month(year, month))
        return last - timedelta(last.weekday())
    return nth_weekday(year, month, _THURSDAY, 4) + timedelta(name == "black friday")
