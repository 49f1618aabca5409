"""What expressions are resolved against: the day of speech, and the dates that the text has set so far."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from onrecord.analysis.times import calendar as cal
from onrecord.analysis.times.readings import Echo, Expression, Length, Point, Reading, Shift, Slashed

YEAR, MONTH, DAY = 4, 7, 10
"""How exactly a date is known, as the length of its ISO prefix."""
_NARRATIVE_YEARS: Final = 6
"""Dates with years far from publication that make a text a narrative (a history, a life)."""
_FAR: Final = 2
"""Years from publication that count as far."""
_SELDOM: Final = 4
"""How many times more such dates than words like "yesterday" or "Tuesday" it must hold."""
_DEICTIC: Final = frozenset({"day", "week"})


class Context:
    """What an expression is resolved against: the day of speech, and the dates that the text set so far."""

    def __init__(self, expressions: Sequence[Expression], published: str | None) -> None:
        self._said: str | None = None
        self.day: date | None = None
        self.precision = 0
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
        if said != self._said:
            self._said = said
            self.day, self.precision = cal.parse_day(said) or (None, 0)

    def note(self, expression: Expression, value: str | None) -> None:
        """Remember a date or a period that the text has set."""
        reading = expression.reading
        if isinstance(reading, Length) and reading.value[-1] in "MY":
            self.period = None
        if not value or expression.type not in ("DATE", "TIME") or not value[:4].isdecimal():
            return
        vague = isinstance(reading, Shift) and (reading.origin == "now" or len(value) < YEAR)
        if self.narrative and vague:
            return
        self.text_value = value
        echo = isinstance(reading, Echo) and reading.unit == "quarter"
        told = echo or (isinstance(reading, Point) and reading.quarter and reading.year_step is None)
        if told and not self.is_ahead(value):
            self.quarter = self.period = value

    def _is_narrative(self, expressions: Sequence[Expression]) -> bool:
        """Whether the text tells of other years than its own, with hardly a "yesterday" or "Tuesday"."""
        readings = [expression.reading for expression in expressions]
        far = sum(isinstance(reading, Point) and self._is_far(reading.year) for reading in readings)
        near = sum(_is_deictic(reading) for reading in readings)
        return far >= _NARRATIVE_YEARS and far > _SELDOM * near

    def _is_far(self, year: int | None) -> bool:
        return year is not None and (self.day is None or abs(year - self.day.year) >= _FAR)

    def text_day(self) -> date | None:
        """The first day of the text's last date, if it has set one; else the day of speech."""
        days = cal.covered(self.text_value) if self.text_value else None
        return days[0] if days else self.day

    def is_ahead(self, value: str) -> bool:
        """Whether a period is not over on the day of speech."""
        days = cal.covered(value)
        return bool(days and self.day and days[1] >= self.day)

    def knows(self, precision: int) -> bool:
        """Whether the day of speech is known as exactly as that: `YEAR`, `MONTH` or `DAY`."""
        return self.day is not None and self.precision >= precision


def _is_deictic(reading: Reading) -> bool:
    """Whether it points from the day of speech: "yesterday", "this week", "Tuesday"."""
    if isinstance(reading, Shift):
        return reading.origin == "now" and reading.unit in _DEICTIC
    return isinstance(reading, Point) and reading.weekday is not None and not reading.day


def _is_day_first(expressions: Sequence[Expression]) -> bool:
    """Whether slashed dates put the day first: one whose first number exceeds 12 tells it for all."""
    slashed = (expression.reading for expression in expressions)
    return any(isinstance(reading, Slashed) and reading.first > cal.MONTHS_IN_YEAR for reading in slashed)
