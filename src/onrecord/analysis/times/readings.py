"""What an expression says before anyone knows the day: the readings that `anchor` resolves.

The names of types and values are TIMEX3's (TimeML 1.2.1).
"""

from typing import Literal

from msgspec import Struct

from onrecord.record import TimeType

Origin = Literal["now", "text"]
"""Counted from the day of publication (or of speech), or from the date that the text set last."""
Tense = Literal[-1, 0, 1]
"""Past, unknown, future."""


class Point(Struct, frozen=True, kw_only=True):
    """A place on the calendar, as far as it is given; what is missing comes from the anchor.

    `step` is -1 for "last", 1 for "next", 0 for "this", None where nothing says it.
    """

    century: int | None = None
    decade: int | None = None
    short_decade: int | None = None
    year: int | None = None
    short_year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    weekend: bool = False
    holiday: str | None = None
    part: str | None = None
    clock: str | None = None
    step: int | None = None
    year_step: int | None = None
    week_step: int | None = None
    nth: int = 0
    """Which such weekday of the month: 1 to 5, -1 for the last."""
    weeks: int = 0
    """Weeks further on: "Tuesday week"."""
    fiscal: bool = False
    bc: bool = False
    origin: Origin = "now"


class Shift(Struct, frozen=True, kw_only=True):
    """A number of units away: "two days ago", "a year earlier", "yesterday", "last week".

    `amount` is None when vague ("several years ago"). `whole` asks for the unit as such ("last week").
    """

    amount: float | None
    unit: str
    origin: Origin = "now"
    grain: str | None = None
    """The unit of the value where it is not the one counted: "two years ago this month"."""
    part: str | None = None
    clock: str | None = None


class Length(Struct, frozen=True, kw_only=True):
    """A duration. `side` is -1 when it ends at the anchor ("the past two weeks"), 1 when it begins there."""

    value: str
    amount: float | None = None
    unit: str | None = None
    side: Literal[-1, 0, 1] = 0


class Fixed(Struct, frozen=True, kw_only=True):
    """A value that needs no anchor: PAST_REF, XXXX-WXX-4, 2025-02-19."""

    value: str


class Slashed(Struct, frozen=True, kw_only=True):
    """Two numbers and a year whose order the text's other dates tell."""

    first: int
    second: int
    year: int
    short: bool = False
    """Whether the year was written in two digits."""


class Echo(Struct, frozen=True, kw_only=True):
    """A unit named again: "that quarter", "the same day", "the period", moved by `years`."""

    unit: str
    years: int = 0
    year: int | None = None
    """The same in that year: "the 1988 period"."""
    latest: bool = False
    """The last one that is over."""
    near: bool = False
    """Counted from publication unless the text is a narrative: "the year", "the end of the month"."""


Reading = Point | Shift | Length | Fixed | Slashed | Echo


class Expression(Struct, frozen=True, kw_only=True):
    """An expression of time, found and read but not yet anchored. Offsets are code points."""

    start: int
    end: int
    type: TimeType
    reading: Reading
    tense: Tense = 0
