"""From a match to a reading: months, seasons, quarters, years, decades, centuries."""

import re
from typing import Final

from onrecord.analysis.times.building import (
    BEFORE_A_DATE,
    MONTHS,
    joint,
    month_of,
    one,
    short_year_of,
    step_of,
    year_of,
)
from onrecord.analysis.times.lexicon import VALUES, word_set
from onrecord.analysis.times.match import Match
from onrecord.analysis.times.numbers import year_in_words
from onrecord.analysis.times.readings import Echo, Expression, Fixed, Point, Reading

_BEFORE_A_NAMESAKE: Final = word_set("in of since by until last next early late mid this from during")
"""Words after which "June" before another name is the month."""
_NOT_MAY: Final = word_set("to if despite as or and for on")
"""Words after which "May" or "March" may be a name or open a clause."""
_NOT_A_YEAR: Final = word_set(
    "$ £ € # no nos number room flight page route boeing about nearly over some than least resolution "
    "section article chapter suite apartment box"
)
"""Words before a number that is no year."""
_COUNTED: Final = word_set(
    "people vote votes points dead men women troops jobs words copies units shares cars homes soldiers "
    "workers members students residents cases deaths"
)
"""Words after a round number that is a count and no year."""
_UNITS_OF_MEASURE: Final = word_set(
    "feet metres meters miles km kilometers kilometres dollars pounds euros tons tonnes acres times years "
    "percent per million billion kg"
)
"""Words after any number that is no year."""
_MEASURED: Final = word_set("year foot mile member strong page pound acre man metre meter")
"""The same after a hyphen: a 2000-page report."""
_PREFIXES: Final = word_set("pre post")
"""Before a hyphen and a year: post-1945."""
_LIMITS: Final = word_set("until till since to by from")
"""Before "at least" they make the number after it a year."""
_AFTER_A_YEAR: Final = word_set(
    "the a it he she they his her their its and or but when after before as at to with by for in on was were"
)
"""After "in 1215" they make it a year; nouns make it a count."""
_ROUND: Final = 50
_FIRST_YEAR, _FIRST_BARE_YEAR, _LAST_YEAR = 1000, 1500, 2100
_AFTER_A_SEASON: Final = word_set("when as after and to")
_IN_A_SEASON: Final = word_set("in by during until since through throughout")
_JOINTS: Final = word_set("and or to - –")
_CENTURIES, _QUARTERS, _HALVES, _FINAL = 30, 4, 2, -1


def month_year(match: Match) -> list[Expression]:
    """February 2022, early March 1999, May of that year, January last year."""
    if match.has("UNIT") and match.value("UNIT") != "year":
        return month(match.cut(match.first, match.last - 2))
    if match.has("UNIT") and not match.has("YEAR", "SHORTYEAR"):
        named = match.has("THAT", "SAME")
        point = Point(month=month_of(match), year_step=step_of(match), origin="text" if named else "now")
        return one(match, point)
    return one(match, Point(month=month_of(match), year=year_of(match), short_year=short_year_of(match)))


def month(match: Match) -> list[Expression]:
    """March, last May, late November."""
    if not _is_month(match):
        return []
    told = match.has("THE") and match.has("PAST", "NEXT")
    return one(match, Point(month=month_of(match), step=step_of(match), origin="text" if told else "now"))


def _is_month(match: Match) -> bool:
    before, after, plain = match.before(), match.after(), match.class_after() == ""
    if after == "Day":
        return False
    marked = match.has("LAST", "PAST", "NEXT", "THIS", "EARLY", "EDGE", "REL")
    if match.has("ABBR"):
        return (match.has("DOT") or after == ".") and (marked or before in BEFORE_A_DATE)
    if before == "to" and match.class_before(2) in ("UNIT", "UNITS"):
        return True  # "the year to March"
    if match.has("MONTHISH"):
        attributive = before == "the" and after[:1].islower() and plain
        return marked or attributive or before in BEFORE_A_DATE - _NOT_MAY
    return not (after[:1].isupper() and plain and before not in _BEFORE_A_NAMESAKE)


def year(match: Match) -> list[Expression]:
    """1998, the year 2000, early 1991, '68."""
    number = year_of(match)
    if number is not None and match.has("PERIOD"):
        return one(match, Echo(unit="period", year=number))
    if number is not None:
        sure = match.last - match.first > 1 or _is_led(match) or _is_year(match, number)
        return one(match, Point(year=number)) if sure else []
    short = short_year_of(match)
    if short is not None:
        return [] if match.glued_before() else one(match, Point(short_year=short))
    said = year_in_words(match.words("NUM", "HUND"))
    return one(match, Point(year=said)) if said and _FIRST_BARE_YEAR <= said <= _LAST_YEAR else []


def _is_led(match: Match) -> bool:
    """Whether what stands before makes any number a year: post-1945, until at least 2016."""
    before, second = match.before(), match.before(2)
    prefixed = before == "-" and match.glued_before() and second in _PREFIXES
    return prefixed or (before == "least" and second == "at" and match.before(3) in _LIMITS)


def _is_year(match: Match, number: int) -> bool:
    """Whether a bare number of four digits is a year, by its neighbours."""
    before, after = match.before(), match.after()
    if match.glued_before() and before in ("-", "–", "/", ":", ".", "+", "&"):
        return before in ("-", "–", "/") and bool(re.fullmatch(r"\d{4}", match.before(2)))
    if match.glued_after() and after in ("/", "%", "x", "+", "°"):
        return False
    if number < _FIRST_BARE_YEAR:
        free = not after[:1].islower() or after in _AFTER_A_YEAR
        return free and before in ("in", "since", "until", "by", "circa")
    if before in _NOT_A_YEAR or (before == "at" and after[:1].isupper()) or number > _LAST_YEAR:
        return False
    if after == "-" and match.glued_after() and match.after(1).isalpha():
        return match.after(1).lower() not in _MEASURED
    counted = after.lower() in _COUNTED and number % _ROUND == 0
    return not counted and after.lower() not in _UNITS_OF_MEASURE


def year_range(match: Match) -> list[Expression]:
    """1914-18, 2019/20, 1999/2000: both years."""
    head, tail = match.cut(match.first, match.first + 1), match.cut(match.last - 1, match.last)
    first, last = head.word() or "", tail.word() or ""
    if match.has("STROKE"):
        return _season_years(match, int(first), last)
    if not match.has("DASH") or len(last) != 2 or int(last) <= int(first[2:]):  # noqa: PLR2004 - two digits
        return year(head)
    if not _is_year(head, int(first)):
        return []
    return one(head, Point(year=int(first))) + one(tail, Point(year=int(first[:2] + last)))


def _season_years(match: Match, first: int, last: str) -> list[Expression]:
    """Both years of 2019/20, where one follows the other."""
    head, tail = match.cut(match.first, match.first + 1), match.cut(match.last - 1, match.last)
    follows = last in (str(first + 1), f"{(first + 1) % 100:02d}")
    if not follows or head.glued_before() or not _FIRST_BARE_YEAR <= first <= _LAST_YEAR:
        return []
    return one(head, Point(year=first)) + one(tail, Point(year=first + 1))


def bc_year(match: Match) -> list[Expression]:
    """490 BC, 480-479 B.C., March 44 BC, 79 AD."""
    numbers = match.words("INT", "BIG", "YEAR")
    if match.cut(match.first, match.last - 1).has("ERA") and (match.word("ERA") or "") not in ("AD", "A.D."):
        return []
    if not all(number.isdecimal() and 0 < int(number) < _FIRST_YEAR * 10 for number in numbers):
        return []
    readings = [_era_year(match, int(number)) for number in numbers]
    if len(readings) == 1:
        return one(match, readings[0])
    place = joint(match)
    return one(match.cut(match.first, place), readings[0]) + one(
        match.cut(place + 1, match.last), readings[1]
    )


def _era_year(match: Match, number: int) -> Reading:
    """TIMEX3 writes years before Christ as BC0490."""
    if (match.word("ERA") or "")[0] in "AC":
        return Point(year=number)
    month, season = month_of(match), match.value("SEASON", "SEASONISH")
    fine = f"-{month:02d}" if month else f"-{season}" if season else ""
    return Fixed(value=f"BC{number:04d}{fine}")


def spoken_year(match: Match) -> list[Expression]:
    """Nineteen ninety-seven, with or without a month."""
    said = year_in_words(match.words("NUM", "HUND"))
    if said is not None and _FIRST_BARE_YEAR <= said <= _LAST_YEAR and not match.has("HUND"):
        return one(match, Point(year=said, month=month_of(match)))
    return month(match.cut(match.first, match.first + 1)) if match.has(*MONTHS) else []


def quarter(match: Match) -> list[Expression]:
    """The third quarter; the first half of 1990; next year's second quarter; Q3 2024."""
    half = match.has("HALF") or (match.word("QN") or "").upper().startswith("H")
    last = match.has("LAST") and not match.has("UNIT")
    most = _HALVES if half else _QUARTERS
    number = match.integer("ORD", "ORDN", "QN") or 0
    number = most if last or number == _FINAL else number
    if not 1 <= number <= most or (half and not match.has("UNIT", "YEAR", "QN")):
        return []
    named = match.has("THAT") and match.has("UNIT")
    point = Point(
        half=number if half else None,
        quarter=None if half else number,
        year=year_of(match),
        year_step=step_of(match) if match.has("UNIT") else None,
        origin="text" if named else "now",
    )
    return one(_without_article(match), point)


def _without_article(match: Match) -> Match:
    """The match without the article of a noun that it only describes: "the third-quarter results"."""
    hyphened = match.cut(match.last - 2, match.last - 1).has("DASH")
    return match.cut(match.first + 1, match.last) if hyphened and match.has("THE", "POSS") else match


def season(match: Match) -> list[Expression]:
    """Spring 2022, last summer, the winter of 1943."""
    of_year = match.has("UNIT")
    marked = match.has("YEAR", "SHORTYEAR", "THIS", "LAST", "NEXT", "PAST", "EARLY", "EDGE", "THAT", "UNIT")
    if not marked and not _is_season(match):
        return []
    point = Point(
        season=str(match.value("SEASON", "SEASONISH")),
        step=None if of_year else step_of(match),
        year=year_of(match),
        short_year=short_year_of(match),
        year_step=step_of(match) if of_year else None,
    )
    return one(match, point)


def _is_season(match: Match) -> bool:
    """Whether a bare season is one: not "fall" or "spring" as verbs, not "the winter coat"."""
    before, after = match.before(), match.after()
    plain = match.class_after() == ""
    noun_follows = after[:1].isalpha() and plain and after not in _AFTER_A_SEASON
    if noun_follows and after[0].isupper() and (match.word("SEASON", "SEASONISH") or "").istitle():
        return False  # Summer Lee
    if match.has("SEASONISH"):
        return before in _IN_A_SEASON and not (noun_follows and match.has("THE"))
    return (match.has("THE") and not noun_follows) or before in BEFORE_A_DATE


def century(match: Match) -> list[Expression]:
    """The 19th century: 18, the hundreds of its years."""
    number = match.integer("ORD", "ORDN", "NUM")
    if match.value("UNIT") != "century" or not number or not 1 <= number <= _CENTURIES:
        return []
    if (match.word("ERA") or "A")[0] == "B":
        return one(match, Fixed(value=f"BC{number - 1:02d}"))
    return one(match, Point(century=number - 1))


def decade(match: Match) -> list[Expression]:
    """The 1990s: 199, the tens of its years; the '80s; the nineties."""
    word = match.word("DECADE", "YEAR") or ""
    digits = re.sub(r"\D", "", word)
    if len(digits) == 4:  # noqa: PLR2004 - all of the year
        sure = not match.has("GENITIVE") or digits[-1] == "0"
        return one(match, Point(decade=int(digits[:3]))) if sure else []
    tens = int(digits[0]) if digits else VALUES.get(word.lower())
    joined = match.before() in _JOINTS and match.class_before(2) == "DECADE"
    placed = match.before() in BEFORE_A_DATE or bool(digits)
    sure = joined or (match.has("THE") and placed) or word[0] in "'’‘`"
    if not sure or not isinstance(tens, int):
        return []
    century = re.match(r"\d\d(?=\d\d)", match.before(2)) if joined else None
    return one(match, Point(decade=int(century[0]) * 10 + tens) if century else Point(short_decade=tens))


def fiscal(match: Match) -> list[Expression]:
    """Fiscal 1990, the fiscal year 2025, FY2026."""
    digits = re.sub(r"\D", "", match.word("FY") or "")
    number = int(digits) if len(digits) > 2 else year_of(match)  # noqa: PLR2004 - or of two digits
    short = int(digits) if digits and number is None else short_year_of(match)
    return one(match, Point(fiscal=True, year=number, short_year=short))
