"""What the builders share: from a match of the grammar to readings."""

import re
from typing import Final, Literal

from onrecord.analysis.times.calendar import DAYS_IN_MONTH
from onrecord.analysis.times.lexicon import word_set
from onrecord.analysis.times.match import Match
from onrecord.analysis.times.readings import Expression, Point, Reading
from onrecord.record import TimeType

MONTHS: Final = ("MONTH", "MONTHISH", "ABBR")
DAYS: Final = ("WEEKDAY", "DAYABBR")
BEFORE_A_DATE: Final = word_set(
    "in of since by until till from before after during through throughout between to for on at last next "
    "this and or late early mid around about as circa every each than if despite"
)
"""Words after which a doubtful name of a month or a bare number can be a date."""
FROM_THE_TEXT: Final = word_set("following previous preceding subsequent")
"""Before a unit they count from a date of the text: "the following year"."""
Step = Literal[-1, 0, 1]


def one(match: Match, reading: Reading | None, kind: TimeType = "DATE") -> list[Expression]:
    """The match as one expression; nothing when there is no reading."""
    if reading is None:
        return []
    return [Expression(start=match.start, end=match.end, type=kind, reading=reading)]


def step_of(match: Match) -> Step | None:
    """-1 for "last", 1 for "next", 0 for "this"; None where nothing says it."""
    if match.has("LAST", "PAST"):
        return -1
    if match.has("NEXT"):
        return 1
    return 0 if match.has("THIS") else None


def year_of(match: Match) -> int | None:
    """The year of a match in four digits."""
    word = match.word("YEAR")
    return int(word) if word else None


def short_year_of(match: Match) -> int | None:
    """The year of a match in two digits: 68 of "'68"."""
    word = match.word("SHORTYEAR")
    return int(word[1:3]) if word else None


def month_of(match: Match) -> int | None:
    """The month that a match names."""
    return match.number(*MONTHS)


def weekday_of(match: Match) -> int | None:
    """The weekday that a match names, 0 for Monday."""
    return match.number(*DAYS)


def day_number(match: Match) -> int | None:
    """The day of the month that a match names; None where there can be no such day."""
    word = match.word("INT", "ORDN")
    number = int(re.sub(r"\D", "", word)) if word else match.integer("ORD", "NUM")
    return number if number and 1 <= number <= DAYS_IN_MONTH else None


def calendar_day(match: Match) -> Point | None:
    """A month and a day, perhaps with a weekday and a year."""
    month, day = month_of(match), day_number(match)
    if not month or not day:
        return None
    return Point(
        month=month, day=day, weekday=weekday_of(match), year=year_of(match), short_year=short_year_of(match)
    )


def joint(match: Match) -> int:
    """The place of the dash, the "to" or the "and" between the two ends of a range."""
    return next(k for k in range(match.first, match.last) if match.cut(k, k + 1).has("DASH", "TO", "AND"))
