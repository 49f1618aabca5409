"""Filling in points on the calendar: the year of "March", the week of "Tuesday", the month of "the 12th"."""

import re
from datetime import date
from typing import Final

from onrecord.analysis.times import calendar as cal
from onrecord.analysis.times.context import DAY, MONTH, Context
from onrecord.analysis.times.holidays import holiday_in, month_of
from onrecord.analysis.times.readings import Point, Tense
from onrecord.analysis.times.resolve import full_year

_WEEK, _SATURDAY, _MIDWEEK = 7, 5, 3
_LAST_DECADE: Final = 201
"""Without a publication date, decades of two digits are those up to the 2010s."""
_HALF_A_YEAR: Final = 6
_TURN: Final = 8
"""Months back from the last one told that make a story's month one of the next year."""
_MONTHS_BETWEEN: Final = 15
"""Months within which each weekday falls on each day of the month but the last ones."""
_SOON: Final = 3
"""A day without a year that is fewer months ahead lies ahead, even beside a verb in the past."""


def resolve_point(point: Point, tense: Tense, context: Context) -> str | None:
    """A place on the calendar with its missing fields filled in; None where nothing tells them."""
    value = _date_value(point, tense, context)
    if value is None:
        return None
    if point.clock:
        return f"{value}{point.clock}"
    return f"{value}T{point.part}" if point.part else value


def _date_value(point: Point, tense: Tense, context: Context) -> str | None:
    if point.century is not None or point.decade is not None or point.short_decade is not None:
        return _many_years(point, context)
    if point.month or point.year or point.short_year is not None or point.year_step is not None:
        return _in_year(point, tense, context)
    day = _day(point, tense, context)
    if point.weekend:
        return f"{cal.week_value(day)}-WE" if day else None
    if day is None and point.weekday is not None and context.narrative and context.text_value:
        return f"XXXX-WXX-{point.weekday + 1}"
    if day or point.weekday is not None or point.day or point.clock:
        return day.isoformat() if day else None
    return _in_year(point, tense, context)


def _many_years(point: Point, context: Context) -> str:
    """A century as its hundreds, a decade as its tens (TIMEX3: 18, 199)."""
    if point.century is not None:
        return f"{point.century:02d}"
    if point.decade is not None:
        return f"{point.decade:03d}"
    latest = context.day.year // 10 if context.day else _LAST_DECADE
    return f"{latest - (latest - (point.short_decade or 0)) % 10:03d}"


def _day(point: Point, tense: Tense, context: Context) -> date | None:
    """The day of a weekday, a weekend's Saturday, a holiday, a day of the month or an hour."""
    if point.holiday:
        return _holiday(point.holiday, point, tense, context)
    base = _base_day(point, context)
    if base is None:
        return None
    if point.weekend:
        return _weekend(point, tense, base)
    if point.weekday is not None:
        named = point.day and _named_day(point.weekday, point.day, tense, base)
        return named or _weekday(point.weekday, point, tense, base)
    if point.day:
        return _day_of_month(point.day, tense, base, told=context.text_value is not None)
    return base if point.clock else None


def _base_day(point: Point, context: Context) -> date | None:
    """The day that weekdays, days of the month and hours count from."""
    from_text = point.origin == "text" or context.narrative or (point.day and context.text_value)
    told = context.text_value if from_text else None
    if told and (len(told) >= DAY or (point.day and len(told) >= MONTH)):
        return context.text_day()
    unplaced = told and context.narrative and not point.clock
    return context.day if context.knows(DAY) and not unplaced else None


def _weekday(weekday: int, point: Point, tense: Tense, base: date) -> date | None:
    """The weekday before or after the base, or of its week; the base itself where nothing says "last"."""
    in_week, back = weekday - base.weekday(), (base.weekday() - weekday) % _WEEK
    if point.weeks:
        days = _WEEK * point.weeks + ((_WEEK - back) % _WEEK if point.weeks > 0 else -back)
    elif point.week_step is not None:
        days = in_week + _WEEK * point.week_step
    elif point.step == 0:
        days = in_week
    elif point.step == -1:
        days = -(back or _WEEK)
    elif point.step == 1:
        days = _WEEK - back
    else:
        days = (_WEEK - back) % _WEEK if tense > 0 else -back
    return cal.add_days(base, days)


def _named_day(weekday: int, number: int, tense: Tense, base: date) -> date | None:
    """The nearest "Friday the 13th": the last one, or the next where the tense looks ahead."""
    side = 1 if tense > 0 else -1
    for months in range(_MONTHS_BETWEEN):
        month = cal.add_months(base.replace(day=1), side * months)
        day = cal.day_of(month.year, month.month, number) if month else None
        if day and day.weekday() == weekday and (day - base).days * side >= 0:
            return day
    return None


def _weekend(point: Point, tense: Tense, base: date) -> date | None:
    """The Saturday of a weekend: the one that is over unless the tense or "this" looks ahead.

    Early in a week, "this weekend" beside a past is the one that is over, too.
    """
    weeks = point.step or 0
    over = base.weekday() < (_SATURDAY if point.step is None else _MIDWEEK)
    if over and ((point.step is None and tense <= 0) or (point.step == 0 and tense < 0)):
        weeks = -1
    return cal.add_days(base, _WEEK * weeks + _SATURDAY - base.weekday())


def _day_of_month(number: int, tense: Tense, base: date, *, told: bool) -> date | None:
    """A day of the base's month; where the text has told none, of the one that fits the tense."""
    months = 0
    if not told and tense < 0 and number > base.day:
        months = -1
    elif not told and tense > 0 and number < base.day:
        months = 1
    month = cal.add_months(base.replace(day=1), months)
    return cal.day_of(month.year, month.month, number) if month else None


def _holiday(name: str, point: Point, tense: Tense, context: Context) -> date | None:
    month = Point(month=month_of(name), step=point.step, year=point.year)
    year = _year(month, tense, context)
    return holiday_in(name, year) if year is not None and cal.day_of(year, 1, 1) else None


def _in_year(point: Point, tense: Tense, context: Context) -> str | None:
    """A year, or what it holds."""
    if point.holiday:
        day = _holiday(point.holiday, point, tense, context)
        return day.isoformat() if day else None
    year = _year(point, tense, context)
    if year is None:
        return None
    if point.month and point.nth and point.weekday is not None:
        day = cal.weekday_of_month(year, point.month, point.weekday, point.nth) if year else None
        return day.isoformat() if day else None
    if point.month and point.day:
        day = cal.day_of(year, point.month, point.day)
        return day.isoformat() if day else None
    return f"{'FY' if point.fiscal else ''}{year:04d}{_fine(point)}"


def _fine(point: Point) -> str:
    """What follows the year in a value."""
    if point.quarter:
        return f"-Q{point.quarter}"
    if point.half:
        return f"-H{point.half}"
    if point.season:
        return f"-{point.season}"
    return f"-{point.month:02d}" if point.month else ""


def _year(point: Point, tense: Tense, context: Context) -> int | None:
    """The year of a point: its own, the text's in a narrative, else the nearest that fits the tense."""
    if point.year is not None:
        return point.year
    if point.short_year is not None:
        return full_year(point.short_year, context)
    told = context.text_value is not None and (point.origin == "text" or context.narrative)
    base = context.text_day() if told else context.day
    if base is None or not (told or point.year_step is not None or context.knows(MONTH)):
        return None
    if point.year_step is not None:
        return base.year + point.year_step
    if told and point.step is None:
        return base.year + _turned(point, context, base)
    return base.year + _offset(point, tense, base)


def _turned(point: Point, context: Context, base: date) -> int:
    """1 where a story goes on past the end of a year: "in December 1941 ... in January"."""
    in_month = context.narrative and point.month and re.match(r"\d{4}-\d\d", context.text_value or "")
    return int(bool(in_month) and base.month - (point.month or 0) >= _TURN)


def _offset(point: Point, tense: Tense, base: date) -> int:
    """How many years from the base's the point lies."""
    distance = (point.month or _first_month(point)) - base.month
    here = distance == 0 and not point.day
    ahead = distance > 0 or (distance == 0 and (point.day or 0) > base.day)
    if point.step is not None:
        return _stepped(point.step, ahead=ahead, here=here)
    if here:
        return 0
    if ahead:
        near = _SOON if point.day else 0 if point.quarter or point.season else 1
        return -1 if (tense < 0 and distance > near) or (tense == 0 and distance > _HALF_A_YEAR) else 0
    far = _HALF_A_YEAR if point.quarter or point.season else _SOON
    return 1 if tense > 0 and -distance >= far else 0


def _stepped(step: int, *, ahead: bool, here: bool) -> int:
    """Last March is over, next March has not begun, this March is this year's."""
    if step < 0:
        return -1 if ahead or here else 0
    return 1 if step > 0 and not ahead else 0


def _first_month(point: Point) -> int:
    if point.season:
        return cal.SEASON_START[point.season]
    if point.quarter:
        return 3 * point.quarter - 2
    return 6 * (point.half or 1) - 5
