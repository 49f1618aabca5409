"""Days, weeks, months: arithmetic on the proleptic Gregorian calendar, and the days a TIMEX3 value covers."""

import re
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from typing import Final

DAYS: Final = {"day": 1, "week": 7, "fortnight": 14}
MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
MONTHS_IN_YEAR: Final = 12
DAYS_IN_MONTH: Final = 31
"""The most that a month has."""
SEASON_START: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First months, in the northern hemisphere and by meteorology's count."""

_VALUE: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|W(?P<week>\d\d)(?P<weekend>-WE)?|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?))?",
)


def parse_day(published: str | None) -> tuple[date, int] | None:
    """The first day that an ISO prefix covers and its precision: 4 for a year, 7 a month, 10 a day.

    None where the prefix is missing or no date.
    """
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", published or "")
    if not found:
        return None
    try:
        day = date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return None
    return day, 4 + 3 * sum(part is not None for part in found.groups()[1:])


def add_months(day: date, months: int) -> date | None:
    """The same day some months on, or that month's last; None outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def add_days(day: date, days: int) -> date | None:
    """The day some days on; None outside the calendar."""
    number = day.toordinal() + days
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def add(day: date, amount: float, unit: str) -> date | None:
    """The day some units on, halves rounded. None for hours and less, and outside the calendar."""
    if unit in DAYS:
        return add_days(day, round(amount * DAYS[unit]))
    if unit in MONTHS:
        return add_months(day, round(amount * MONTHS[unit]))
    return None


def days_in_month(year: int, month: int) -> int:
    """How many days the month has."""
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day if year < MAXYEAR else 28


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth Monday (0) to Sunday (6) of a month."""
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def weekday_of_month(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month, the last one for -1; None where there is no such day."""
    if nth < 0:
        last = date(year, month, days_in_month(year, month))
        return last - timedelta((last.weekday() - weekday) % 7)
    found = nth_weekday(year, month, weekday, nth)
    return found if found.month == month else None


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def week_value(day: date) -> str:
    """The ISO week of a day: 2025-W08."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(month: int) -> int:
    """The quarter, 1 to 4, of a month."""
    return (month + 2) // 3


def quarter_with(value: str | None) -> str | None:
    """The quarter in which the last day of a value lies."""
    days = covered(value) if value else None
    return days and f"{days[1].year:04d}-Q{quarter_of(days[1].month)}"


@lru_cache(maxsize=1024)
def covered(value: str) -> tuple[date, date] | None:
    """The first and last day of a TIMEX3 date value; None where it names none (XXXX, PAST_REF, periods)."""
    if re.fullmatch(r"\d{2,3}", value):
        size = 10 ** (4 - len(value))
        first, last = int(value) * size, int(value) * size + size - 1
        return (date(first, 1, 1), date(last, 12, 31)) if first else None
    found = _VALUE.fullmatch(value)
    if not found or found["year"] == "0000":
        return None
    year = int(found["year"])
    try:
        return _covered(year, {k: v for k, v in found.groupdict().items() if v and k != "year"})
    except (ValueError, OverflowError):
        return None


def _covered(year: int, parts: dict[str, str]) -> tuple[date, date]:
    if "week" in parts:
        monday = date.fromisocalendar(year, int(parts["week"]), 1)
        return monday + timedelta(5 if "weekend" in parts else 0), monday + timedelta(6)
    if "day" in parts:
        day = date(year, int(parts["month"]), int(parts["day"]))
        return day, day
    start, months = 1, 12
    if "month" in parts:
        start, months = int(parts["month"]), 1
    elif "quarter" in parts:
        start, months = 3 * int(parts["quarter"]) - 2, 3
    elif "half" in parts:
        start, months = 6 * int(parts["half"]) - 5, 6
    elif "season" in parts:
        start, months = SEASON_START[parts["season"]], 3
    first = date(year, start, 1)
    end = add_months(first, months)
    return first, (end - timedelta(1) if end else date.max)
