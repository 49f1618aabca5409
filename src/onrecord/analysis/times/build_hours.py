"""From a match to a reading: hours of the clock and parts of the day."""

import re
from typing import Final

from msgspec.structs import replace

from onrecord.analysis.times.building import DAYS, MONTHS, calendar_day, one, step_of, weekday_of
from onrecord.analysis.times.lexicon import word_set
from onrecord.analysis.times.match import Match
from onrecord.analysis.times.readings import Expression, Point, Shift

_NOON, _HOURS, _MINUTES = 12, 24, 60
_MILITARY: Final = 4
"""Digits of "0900"."""
_CLOCK_WORDS: Final = ("CLOCK", "AMPM", "OCLOCK", "NOON", "MIL", "ZONE")
_MARKED: Final = ("AMPM", "OCLOCK", "NOON", "ZONE", "PART", "TIME")
"""What makes a number an hour."""
_BEFORE_AN_HOUR: Final = word_set("at by from until till to around about before after between since and")
"""Else one of these must stand before "10:30", which may be a score or a verse."""


def moment(match: Match) -> list[Expression]:
    """3 p.m. EST, 10:30, 0900 GMT, Friday 8 p.m., midnight Friday."""
    hour, day = _halves(match)
    clock = _clock(hour)
    if clock is None or not (day or _is_hour(match)):
        return []
    reading = _day(day) if day else Point(origin="text")
    return one(match, reading and replace(reading, clock=clock), "TIME")


def _is_hour(match: Match) -> bool:
    """Whether a clock without a date is surely one."""
    placed = match.before() in _BEFORE_AN_HOUR and match.after() not in ("-", "–", "%")
    return placed or match.has(*_MARKED)


def _halves(match: Match) -> tuple[Match, Match | None]:
    """The clock's tokens and the date's, in whichever order they stand."""
    hours = [k for k in range(match.first, match.last) if match.cut(k, k + 1).has(*_CLOCK_WORDS)]
    days = [k for k in range(match.first, match.last) if match.cut(k, k + 1).has(*MONTHS, *DAYS, "TODAY")]
    if not days:
        return match, None
    if hours and hours[0] < days[0]:
        cut = max(k for k in hours if k < days[0]) + 1
        return match.cut(match.first, cut), match.cut(cut, match.last)
    cut = hours[0] if hours else match.last
    if match.cut(cut, cut + 1).has("AMPM", "OCLOCK", "ZONE") and cut > match.first:
        cut -= 1
    return match.cut(cut, match.last), match.cut(match.first, cut)


def _clock(match: Match) -> str | None:
    """The hour of a match: T15:00. None where there is no such hour."""
    if match.has("NOON"):
        return str(match.value("NOON"))
    hour, rest = _digits(match)
    half = (match.word("AMPM") or "")[:1].lower()
    if match.has("PART") and match.value("PART") != "MO":
        half = "p"
    if half == "p" and hour < _NOON:
        hour += _NOON
    elif half == "a" and hour == _NOON:
        hour = 0
    return f"T{hour:02d}:{rest}" if hour <= _HOURS and int(rest[:2]) < _MINUTES else None


def _digits(match: Match) -> tuple[int, str]:
    """The hour as written and the minutes."""
    written = (match.word(name) for name in ("CLOCK", "BIG", "MIL", "INT", "YEAR"))
    word = next(filter(None, written), None)
    if word is None:
        return match.integer("NUM") or 0, "00"
    if len(word) == _MILITARY and word.isdecimal():
        return int(word[:2]), word[2:]
    head, *tail = re.split(r"[:.,]", word)
    return int(head), ":".join(tail) or "00"


def _day(match: Match) -> Point | Shift | None:
    """The day that a clock or a part of the day belongs to."""
    if match.has("TODAY"):
        return Shift(amount=match.number("TODAY"), unit="day")
    if match.has(*MONTHS):
        return calendar_day(match)
    return Point(weekday=weekday_of(match), step=step_of(match))


def part_of_day(match: Match) -> list[Expression]:
    """Monday morning, last night, the night of 4 May, mid-afternoon, the small hours of Monday."""
    if match.has("UNITS") and match.value("UNITS") != "hour":
        return []
    day = _day_of_part(match)
    return one(match, day and replace(day, part=str(match.value("PART") or "MO")), "TIME")


def _day_of_part(match: Match) -> Point | Shift | None:
    if match.has(*MONTHS, *DAYS, "TODAY"):
        return _day(match)
    if match.has("THAT", "SAME", "UNITS") or (match.has("NEXT") and match.has("THE")):
        return Shift(amount=1 if match.has("NEXT") else 0, unit="day", origin="text")
    return Shift(amount=step_of(match) or 0, unit="day")
