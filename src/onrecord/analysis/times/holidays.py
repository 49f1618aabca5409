"""Holidays whose day the calendar tells, in the places that most English newspapers come from."""

from datetime import date, timedelta
from typing import Final

from onrecord.analysis.times.calendar import days_in_month, easter, nth_weekday

_MONDAY, _THURSDAY, _SUNDAY = 0, 3, 6
HOLIDAYS: Final[dict[str, tuple[int, int]]] = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year eve": (12, 31), "new year day": (1, 1), "halloween": (10, 31), "juneteenth": (6, 19),
    "valentine day": (2, 14), "patrick day": (3, 17), "anzac day": (4, 25), "earth day": (4, 22),
    "bastille day": (7, 14), "veterans day": (11, 11), "armistice day": (11, 11),
    "may day": (5, 1), "canada day": (7, 1), "australia day": (1, 26), "inauguration day": (1, 20),
    "remembrance day": (11, 11), "remembrance sunday": (11, 0), "election day": (11, 0),
    "presidents day": (2, 0), "columbus day": (10, 0), "memorial day": (5, 0), "labor day": (9, 0),
    "thanksgiving": (11, 0), "thanksgiving day": (11, 0), "black friday": (11, 0),
    "easter": (0, 0), "easter day": (0, 0), "easter sunday": (0, 0),
    "easter monday": (0, 1), "good friday": (0, -2), "maundy thursday": (0, -3), "palm sunday": (0, -7),
    "ash wednesday": (0, -46), "shrove tuesday": (0, -47), "holy saturday": (0, -1),
    "ascension day": (0, 39), "whit sunday": (0, 49), "whit monday": (0, 50),
}  # fmt: skip
"""Month and day; month 0 counts days from Easter; day 0 is a weekday that `holiday_in` finds."""

_NTH_WEEKDAYS: Final[dict[str, tuple[int, int, int]]] = {
    "labor day": (_MONDAY, 1, 0), "presidents day": (_MONDAY, 3, 0), "columbus day": (_MONDAY, 2, 0),
    "remembrance sunday": (_SUNDAY, 2, 0), "election day": (_MONDAY, 1, 1),
    "thanksgiving": (_THURSDAY, 4, 0), "thanksgiving day": (_THURSDAY, 4, 0),
    "black friday": (_THURSDAY, 4, 1),
}  # fmt: skip
"""A weekday, which one of its month, and the days after it. Some are those of the United States."""


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
    if name == "memorial day":
        last = date(year, month, days_in_month(year, month))
        return last - timedelta(last.weekday())
    weekday, nth, days = _NTH_WEEKDAYS[name]
    return nth_weekday(year, month, weekday, nth) + timedelta(days)
