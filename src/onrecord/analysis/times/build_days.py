"""From a match to a reading: days of the calendar and of the week, ranges of them, holidays."""

import re
from typing import Final

from msgspec.structs import replace

from onrecord.analysis.times.build_lengths import amount_of
from onrecord.analysis.times.build_periods import month
from onrecord.analysis.times.building import (
    BEFORE_A_DATE,
    FROM_THE_TEXT,
    MONTHS,
    calendar_day,
    day_number,
    joint,
    month_of,
    one,
    short_year_of,
    step_of,
    weekday_of,
    year_of,
)
from onrecord.analysis.times.calendar import DAYS_IN_MONTH, MONTHS_IN_YEAR
from onrecord.analysis.times.holidays import HOLIDAYS
from onrecord.analysis.times.lexicon import word_set
from onrecord.analysis.times.match import Match
from onrecord.analysis.times.readings import Expression, Fixed, Point, Shift, Slashed

_ISO: Final = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:T(\d\d:\d\d(?::\d\d)?))?")
_AFTER_A_DAY: Final = word_set(
    ", . ; : ) ! ? was were is and or but to for at he she they it we with when after before as in of by that"
)
"""What may follow "the 12th" where it is a day and not the twelfth of something."""
_NAMES_OF_DAYS: Final = word_set("super bloody cyber fat giving ruby")
"""Before a weekday they make a name: Super Tuesday."""
_PAPERS: Final = word_set("Times Post Telegraph Mirror Mail Express Herald World Service Mass")
"""After Sunday they make a name: the Sunday Times."""
_SUNDAY: Final = 6
_MOST_WEEKS: Final = 5
"""No weekday comes oftener in a month."""
_LASTING: Final = word_set("for of about than within in under over past")
"""Before "a week on Tuesday" they make it a length: suspended for a week on Tuesday."""
_ATTACKS: Final = (9, 11, 2001)
_OF_ATTACKS: Final = word_set(
    "attack attacks terror terrorist terrorists hijackers hijackings commission victims"
)
"""After "Sept. 11" they make it that of 2001, which nobody needs to date."""


def iso(match: Match) -> list[Expression]:
    """2025-02-19, 2025-02-19T10:30."""
    found = _ISO.match(match.word("ISO") or "")
    if not found:
        return []
    year, month_number, day = (int(part) for part in found.groups()[:3])
    if not (1 <= month_number <= MONTHS_IN_YEAR and 1 <= day <= DAYS_IN_MONTH):
        return []
    clock = found[4] and "T" + found[4]
    point = Point(year=year, month=month_number, day=day, clock=clock)
    return one(match, point, "TIME" if clock else "DATE")


def slash(match: Match) -> list[Expression]:
    """19/02/2025, 2/19/25, 19.02.2025: the order is told later, from all such dates of the text."""
    first, second, year = re.split(r"[/.]", match.word("SLASH") or "0/0/0")
    if len(first) == len("2025"):
        if not (1 <= int(second) <= MONTHS_IN_YEAR and 1 <= int(year) <= DAYS_IN_MONTH):
            return []
        return one(match, Point(year=int(first), month=int(second), day=int(year)))
    numbers = int(first), int(second)
    if not 0 < min(numbers) <= MONTHS_IN_YEAR or max(numbers) > DAYS_IN_MONTH:
        return []
    whole = len(year) > 2  # noqa: PLR2004 - or it has two digits
    return one(match, Slashed(first=numbers[0], second=numbers[1], year=int(year), short=not whole))


def day_range(match: Match) -> list[Expression]:
    """3 to 5 May; 3-5 May 2025: both ends."""
    place = joint(match)
    head, tail = match.cut(match.first, place), match.cut(place + 1, match.last)
    end = calendar_day(tail)
    start = _like(end, day_number(head))
    if start is not None and match.has("PART"):  # "the night of 3-4 May"
        return one(head, replace(start, part=str(match.value("PART"))), "TIME") + one(tail, end)
    return one(head, start) + one(tail, end)


def month_range(match: Match) -> list[Expression]:
    """March 4-6; March 4 to 6, 2025: both ends."""
    place = joint(match)
    head, tail = match.cut(match.first, place), match.cut(place + 1, match.last)
    start = calendar_day(head)
    if start is None:
        return []
    start = Point(month=start.month, day=start.day, year=year_of(match))
    if match.has("AND") and match.class_after() == "" and match.after()[:1].islower():
        return one(head, start)  # "May 4 and 6 people"
    return one(head, start) + one(tail, _like(start, day_number(tail)))


def _like(point: Point | None, day: int | None) -> Point | None:
    """Another day of the same month."""
    if point is None or day is None:
        return None
    return Point(month=point.month, day=day, year=point.year, short_year=point.short_year)


def month_date(match: Match) -> list[Expression]:
    """February 19; 19 February 2025; the 19th of February; Wednesday, Feb. 19."""
    point = calendar_day(match)
    if point is not None and match.has("THAT"):
        return one(match, Point(month=point.month, day=point.day, origin="text"))
    head = match.cut(match.first, match.first + 1)
    if point is None and head.has(*MONTHS):
        return month(head)
    if point is not None and match.before() == "last":
        point = replace(point, step=-1)
    if point is not None and (point.month, point.day, point.year) == (*_ATTACKS[:2], None):
        point = replace(point, year=_ATTACKS[2] if match.after().lower() in _OF_ATTACKS else None)
    return one(match, point)


def weekday(match: Match) -> list[Expression]:
    """Tuesday, last Friday, this coming Sunday."""
    day = weekday_of(match)
    if match.has("DAYABBR") and not match.has("DOT", "LAST", "NEXT", "THIS"):
        return []
    if match.before() in _NAMES_OF_DAYS or (day == _SUNDAY and match.after() in _PAPERS):
        return []
    if match.has("THAT") and match.class_after() == "GENITIVE":
        match = match.cut(match.first + 1, match.last)  # "said that Friday's vote"
    if match.has("SAME", "THAT"):
        return one(match, Point(weekday=day, origin="text"))
    told = (match.word("PAST", "NEXT") or "").lower() in FROM_THE_TEXT
    return one(match, Point(weekday=day, step=step_of(match), origin="text" if told else "now"))


def week_weekday(match: Match) -> list[Expression]:
    """Tuesday of last week."""
    if match.value("UNIT") != "week":
        return weekday(match.cut(match.first, match.first + 1))
    return one(match, Point(weekday=weekday_of(match), week_step=step_of(match)))


def week_on(match: Match) -> list[Expression]:
    """A week on Tuesday, Tuesday week, two weeks from Friday, a week ago today."""
    length = match.value("UNIT", "UNITS")
    if length not in ("week", "fortnight") or (match.has("ON") and match.before() in _LASTING):
        return []
    weeks = int(amount_of(match) or 0) * (2 if length == "fortnight" else 1) * (-1 if match.has("AGO") else 1)
    if not weeks or (match.after() == "-" and match.glued_after()):
        return []
    if match.has("TODAY"):
        return one(match, Shift(amount=7 * weeks, unit="day")) if match.value("TODAY") == 0 else []
    return one(match, Point(weekday=weekday_of(match), weeks=weeks))


def named_day(match: Match) -> list[Expression]:
    """Friday the 13th."""
    day = day_number(match)
    return one(match, Point(weekday=weekday_of(match), day=day)) if day else []


def nth_weekday(match: Match) -> list[Expression]:
    """The last Sunday in March; the first Tuesday of every month."""
    nth = -1 if match.has("LAST") else match.integer("ORD") or 0
    if nth > _MOST_WEEKS or (match.has("IN") and match.word("IN") != "in"):
        return []
    if match.has("EACH"):
        return one(match, Fixed(value="P1M"), "SET") if match.value("UNIT") == "month" else []
    weekday, month_number = weekday_of(match), month_of(match)
    point = Point(
        nth=nth, weekday=weekday, month=month_number, year=year_of(match), short_year=short_year_of(match)
    )
    return one(match, point)


def part_of_month(match: Match) -> list[Expression]:
    """The first week of May, the last days of 2024: the month or the year; the first day of May: the day."""
    number = match.integer("ORD") or 0
    day = number if match.value("UNIT") == "day" and match.has(*MONTHS) and number > 0 else None
    point = Point(month=month_of(match), day=day, year=year_of(match), short_year=short_year_of(match))
    return one(match, point)


def attacks(match: Match) -> list[Expression]:
    """9/11, by which everyone means the attacks of that day."""
    alone = match.words() == ["9", "/", "11"] and match.end - match.start == len("9/11")
    return one(match, Point(month=9, day=11, year=_ATTACKS[2])) if alone else []


def day_of_month(match: Match) -> list[Expression]:
    """The 12th: a day of the month that the text is in."""
    day = day_number(match)
    if day is None or match.before() not in BEFORE_A_DATE or match.after().lower() not in _AFTER_A_DAY:
        return []
    return one(match, Point(day=day))


def today(match: Match) -> list[Expression]:
    """Today, yesterday, tonight; but not a programme called Today, nor a vague "overnight"."""
    word = match.word("TODAY") or ""
    quoted = match.glued_before() and match.glued_after() and not match.before()[-1].isalnum()
    named = word.istitle() and match.before() == "the"  # the Tonight Show
    if word.lower() == "overnight" or named or (word == "Today" and (quoted or match.before() == "usa")):
        return []
    if word.lower() == "tonight":
        return one(match, Shift(amount=0, unit="day", part="NI"), "TIME")
    return one(match, Shift(amount=match.number("TODAY"), unit="day"))


def holiday(match: Match) -> list[Expression]:
    """Christmas, New Year's Eve, last Thanksgiving, Good Friday, Easter 2024."""
    words = match.words_without("LAST", "THIS", "NEXT", "YEAR", "COMMA", "GENITIVE")
    name = " ".join(words).lower()
    if match.has("MONTHISH") and words[-1] != "Day":
        return []
    if name not in HOLIDAYS:  # "Easter Tuesday"
        name = words[0].lower()
        match = match.cut(match.first, match.first + 1 + match.has("LAST", "THIS", "NEXT"))
    if name not in HOLIDAYS:
        return []
    return one(match, Point(holiday=name, step=step_of(match), year=year_of(match)))
