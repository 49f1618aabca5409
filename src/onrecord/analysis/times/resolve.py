"""Filling in what a reading leaves open: the year of "March", the week of "Tuesday", the day of "that day"."""

from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.analysis.times import calendar as cal
from onrecord.analysis.times.holidays import holiday_in, month_of
from onrecord.analysis.times.readings import Echo, Expression, Length, Point, Shift, Slashed, Tense

_NARRATIVE_YEARS = 6
"""Dates with years far from publication that make a text a narrative (a history, a life)."""
_FAR = 2
"""Years from publication that count as far."""
_DEICTIC = frozenset({"day", "week"})


class Context:
    """What an expression is resolved against: the day of speech, and the dates that the text set so far."""

    def __init__(self, expressions: Sequence[Expression], published: str | None) -> None:
        self.day: date | None = None
        self.precision = 0
        self.clock: str | None = None
        self.text_value: str | None = None
        """The last date that the text set, as a value."""
        self.quarter: str | None = None
        """The quarter that the text tells of."""
        self.period: str | None = None
        """The same, unless a longer period has come since."""
        self.day_first = _is_day_first(expressions)
        self.enter(published)
        self.narrative = self._is_narrative(expressions)

    def enter(self, said: str | None) -> None:
        """Take `said` as the day of speech for what follows."""
        found = cal.parse_day(said)
        self.day, self.precision = found or (None, 0)

    def note(self, expression: Expression, value: str | None) -> None:
        """Remember a date that the text has set."""
        if value and value[0] == "P" and value[-1] in "MY" and isinstance(expression.reading, Length):
            self.period = None
        if not value or expression.type not in ("DATE", "TIME") or not value[:4].isdecimal():
            return
        if self.narrative and isinstance(expression.reading, Shift) and expression.reading.origin == "now":
            return
        self.text_value = value
        told = isinstance(expression.reading, Point) and expression.reading.quarter
        if told and expression.reading.year_step is None and not self.is_ahead(value):
            self.quarter = self.period = value

    def _is_narrative(self, expressions: Sequence[Expression]) -> bool:
        """Whether the text tells of other years than its own, with hardly a "yesterday" or "Tuesday"."""
        far = near = 0
        for expression in expressions:
            reading = expression.reading
            if isinstance(reading, Point) and reading.year:
                far += not self.day or abs(reading.year - self.day.year) >= _FAR
            elif isinstance(reading, Shift) and reading.origin == "now" and reading.unit in _DEICTIC:
                near += 1
            elif isinstance(reading, Point) and reading.weekday is not None and not reading.day:
                near += 1
        return far >= _NARRATIVE_YEARS and far > 4 * near

    def text_day(self) -> date | None:
        """The first day of the text's last date, if it has set one; else the day of speech."""
        days = cal.covered(self.text_value) if self.text_value else None
        return days[0] if days else self.day

    def is_ahead(self, value: str) -> bool:
        """Whether a period is not over on the day of speech."""
        days = cal.covered(value)
        return bool(days and self.day and days[1] >= self.day)

    def knows(self, precision: int) -> bool:
        """Whether the day of speech is known as exactly as that (4 year, 7 month, 10 day)."""
        return self.day is not None and self.precision >= precision


def _is_day_first(expressions: Sequence[Expression]) -> bool:
    """Whether slashed dates put the day first: one whose first number exceeds 12 tells it for all."""
    slashed = [e.reading for e in expressions if isinstance(e.reading, Slashed)]
    return any(reading.first > 12 for reading in slashed)  # noqa: PLR2004


def resolve_slashed(reading: Slashed, context: Context) -> str | None:
    """2/19/2025 and 19/2/2025: the month first unless the text's dates say otherwise."""
    first, second = reading.first, reading.second
    swap = context.day_first and second <= 12 or first > 12  # noqa: PLR2004
    month, day = (second, first) if swap else (first, second)
    year = full_year(reading.year, context) if reading.short else reading.year
    found = cal.day_of(year, month, day) if year else None
    return found.isoformat() if found else None


def full_year(short: int, context: Context) -> int:
    """The year of two digits: the last such year that is at most ten years ahead of publication, else of 1930 to 2029."""
    if context.day is None:
        return 1900 + short if short >= 30 else 2000 + short  # noqa: PLR2004
    latest = context.day.year + 10
    return latest - (latest - short) % 100


def resolve_shift(shift: Shift, context: Context) -> str | None:
    """A day, week, month or year some units from the anchor."""
    need = {"day": 10, "week": 10, "weekend": 10, "fortnight": 10, "month": 7, "quarter": 7}.get(shift.unit, 4)
    if context.narrative and context.text_value and shift.amount == 0 and shift.origin == "now":
        return _cut_to(context.text_value, shift.unit)
    anchored_in_text = shift.origin == "text" and context.text_value is not None
    if not anchored_in_text and not context.knows(need):
        return None
    origin = context.text_day() if shift.origin == "text" else context.day
    if origin is None or shift.amount is None:
        return None
    if shift.unit in ("hour", "minute", "second"):
        return "PAST_REF" if shift.amount < 0 else "FUTURE_REF"
    target = cal.add(origin, shift.amount, shift.unit)
    if target is None:
        return None
    value = _in_unit(target, shift.unit)
    if shift.part or shift.clock:
        return _night(target, shift) if shift.part else f"{value}{shift.clock}"
    return _coarser(value, context.text_value) if anchored_in_text else value


def _night(target: date, shift: Shift) -> str:
    return f"{target.isoformat()}T{shift.part}"


def _in_unit(day: date, unit: str) -> str:
    """The unit that a day lies in, as a value."""
    if unit in ("day", ""):
        return day.isoformat()
    if unit in ("week", "fortnight"):
        return cal.week_value(day)
    if unit == "month":
        return day.isoformat()[:7]
    if unit == "quarter":
        return f"{day.year:04d}-Q{cal.quarter_of(day.month)}"
    if unit == "century":
        return f"{day.year // 100:02d}"
    return f"{day.year:04d}" if unit == "year" else f"{day.year // 10:03d}"


def _coarser(value: str, base: str | None) -> str:
    """The value cut to what the base knows: days counted from a month lie in some month, no more."""
    if base and len(base) in (4, 7) and base.replace("-", "").isdecimal() and value.replace("-", "").isdecimal():
        return value[: len(base)]
    return value


def resolve_echo(echo: Echo, context: Context) -> str | None:
    """A unit that the text named before, else the one of the day of speech."""
    if echo.unit == "period":
        return _echo_period(echo, context)
    if echo.unit == "quarter" and context.quarter and not (echo.latest and context.is_ahead(context.quarter)):
        return context.quarter
    value = None if echo.near and not context.narrative else _cut_to(context.text_value, echo.unit)
    if value:
        return value
    return resolve_shift(Shift(amount=-1 if echo.unit == "quarter" else 0, unit=echo.unit), context)


def _echo_period(echo: Echo, context: Context) -> str | None:
    if context.period:
        year = echo.year or int(context.period[:4]) + echo.years
        return f"{year:04d}{context.period[4:]}"
    if echo.year:
        return f"{echo.year:04d}"
    if echo.years:
        return resolve_shift(Shift(amount=echo.years, unit="year"), context)
    return context.text_value


def _cut_to(value: str | None, unit: str) -> str | None:
    days = cal.covered(value) if value else None
    if not days:
        return None
    first, last = days
    if _in_unit(first, unit) != _in_unit(last, unit):
        return None
    return _in_unit(first, unit)


def resolve_point(point: Point, tense: Tense, context: Context) -> str | None:
    """A place on the calendar with its missing fields filled in."""
    value = _date_value(point, tense, context)
    if value is None:
        return None
    if point.clock:
        return f"{value}{point.clock}"
    return f"{value}T{point.part}" if point.part else value


def _date_value(point: Point, tense: Tense, context: Context) -> str | None:
    if point.century is not None:
        return f"{point.century:02d}"
    if point.decade is not None or point.short_decade is not None:
        return _decade(point, context)
    if point.weekend:
        return _weekend(point, tense, context)
    if point.holiday:
        return _holiday(point, tense, context)
    if point.weekday is not None and not point.day:
        return _weekday(point, tense, context)
    if point.clock and not point.day:
        return _clock_day(context)
    return _in_year(point, tense, context)


def _decade(point: Point, context: Context) -> str | None:
    if point.decade is not None:
        return f"{point.decade:03d}"
    latest = context.day.year // 10 if context.day else 201
    return f"{latest - (latest - (point.short_decade or 0)) % 10:03d}"


def _clock_day(context: Context) -> str | None:
    day = context.text_value if context.text_value and len(context.text_value) >= 10 else None  # noqa: PLR2004
    if day and day[4] == "-" and day[7:8] == "-":
        return day[:10]
    return context.day.isoformat() if context.day and context.knows(10) else None


def _weekday(point: Point, tense: Tense, context: Context) -> str | None:
    in_text = point.origin == "text" or context.narrative
    if in_text and context.text_value and len(context.text_value) < 10:  # noqa: PLR2004
        return f"XXXX-WXX-{(point.weekday or 0) + 1}"
    base = context.text_day() if in_text else context.day
    if base is None or point.weekday is None or not (context.knows(10) or (in_text and context.text_value)):
        return None
    if point.week_step is not None:
        day = cal.add_days(base, point.weekday - base.weekday() + 7 * point.week_step)
        return day.isoformat() if day else None
    back = (base.weekday() - point.weekday) % 7
    if point.step == -1:
        days = -(back or 7)
    elif point.step == 1 or (tense > 0 and point.step is None):
        days = (7 - back) if back or point.step == 1 else 0
    elif point.step == 0:
        days = point.weekday - base.weekday()
    else:
        days = -back
    day = cal.add_days(base, days)
    return day.isoformat() if day else None


def _weekend(point: Point, tense: Tense, context: Context) -> str | None:
    base = context.text_day() if point.origin == "text" else context.day
    if base is None or not context.knows(10):
        return None
    weeks = point.step or 0
    if point.step is None and tense <= 0 and base.weekday() < 5:  # noqa: PLR2004
        weeks = -1
    day = cal.add_days(base, 7 * weeks)
    return f"{cal.week_value(day)}-WE" if day else None


def _holiday(point: Point, tense: Tense, context: Context) -> str | None:
    month = month_of(point.holiday or "")
    year = _year(Point(month=month, step=point.step, year=point.year, short_year=point.short_year), tense, context)
    if year is None or not 1 <= year < 9999:  # noqa: PLR2004
        return None
    return holiday_in(point.holiday or "", year).isoformat()


def _in_year(point: Point, tense: Tense, context: Context) -> str | None:
    year = _year(point, tense, context)
    if year is None:
        return None
    if point.fiscal:
        return f"FY{year:04d}"
    if point.quarter:
        return f"{year:04d}-Q{point.quarter}"
    if point.half:
        return f"{year:04d}-H{point.half}"
    if point.season:
        return f"{year:04d}-{point.season}"
    if point.day and not point.month:
        return _day_of_month(point.day, tense, context)
    if point.month and point.day:
        day = cal.day_of(year, point.month, point.day)
        return day.isoformat() if day else None
    return f"{year:04d}-{point.month:02d}" if point.month else f"{year:04d}"


def _day_of_month(number: int, tense: Tense, context: Context) -> str | None:
    """ "The 12th": in the month of the text's last date, else of publication, else the month before or after."""
    base = context.text_day()
    if base is None:
        return None
    if context.text_value is None and tense < 0 and number > base.day:
        base = cal.add_months(base.replace(day=1), -1) or base
    elif context.text_value is None and tense > 0 and number < base.day:
        base = cal.add_months(base.replace(day=1), 1) or base
    day = cal.day_of(base.year, base.month, number)
    return day.isoformat() if day else None


def _year(point: Point, tense: Tense, context: Context) -> int | None:
    """The year of a point: its own, the text's in a narrative, else the nearest that fits the tense."""
    if point.year is not None:
        return point.year
    if point.short_year is not None:
        return full_year(point.short_year, context)
    in_text = context.text_value is not None and (point.origin == "text" or context.narrative)
    base = context.text_day() if in_text else context.day
    if base is None:
        return None
    if point.year_step is not None:
        return base.year + point.year_step
    if not in_text and not context.knows(7):
        return None
    if (context.narrative or point.origin == "text") and point.step is None:
        return base.year
    return base.year + _offset(point, tense, base)


def _offset(point: Point, tense: Tense, base: date) -> int:
    """How many years from the base's the point lies."""
    month = point.month or _first_month(point)
    ahead = (month, point.day or 0) > (base.month, base.day if point.day else 0)
    same = month == base.month and not point.day
    if point.step == -1:
        return -1 if ahead or same else 0
    if point.step == 1:
        return 0 if ahead else 1
    if point.step == 0 or same:
        return 0
    distance = month - base.month
    if ahead:
        near = 3 if point.day else 0 if point.quarter else 1
        return -1 if (tense < 0 and distance > near) or (tense == 0 and distance > 6) else 0  # noqa: PLR2004
    far = -6 if point.quarter or point.season else -3
    return 1 if tense > 0 and distance <= far else 0


def _first_month(point: Point) -> int:
    if point.season:
        return cal.SEASON_START[point.season]
    if point.quarter:
        return 3 * point.quarter - 2
    return 6 * (point.half or 1) - 5
