"""From a match to a reading: days, hours, months, years and what lies between."""

import re
from typing import Final

from onrecord.analysis.times.holidays import HOLIDAYS
from onrecord.analysis.times.lexicon import VALUES
from onrecord.analysis.times.match import Match
from onrecord.analysis.times.numbers import year_in_words
from onrecord.analysis.times.readings import Expression, Fixed, Point, Reading, Shift, Slashed

_MONTHS: Final = ("MONTH", "MONTHISH", "ABBR")
_DAYS: Final = ("WEEKDAY", "DAYABBR")
_BEFORE_A_NAMESAKE: Final = frozenset("in of since by until last next early late mid this from during".split())
"""Words after which "June" before another name is the month."""
_BEFORE_A_DATE: Final = frozenset(
    "in of since by until till from before after during through throughout between to for on at last next this "
    "and or late early mid around about as circa every each than if despite".split()
)
"""Words after which a doubtful name of a month or a bare number can be a date."""
_YEAR_NOT_BEFORE: Final = frozenset("$ £ € # no nos number room flight page route boeing about nearly over some than least".split())
_MONEY_OR_COUNT: Final = re.compile(r"(?:people|votes?|points?|dead|men|women|troops|jobs|feet|metres|meters|miles|km|"
    r"kilometers|kilometres|dollars|pounds|euros|tons|tonnes|acres|times|words|copies|units|shares|cars|homes|"
    r"soldiers|workers|members|students|residents|years|percent|per|million|billion|cases|deaths|and a half)")
_EARLIEST_BARE_YEAR: Final = 1500


def one(match: Match, reading: Reading | None, kind: str = "DATE") -> list[Expression]:
    """The match as one expression; nothing when there is no reading."""
    if reading is None:
        return []
    return [Expression(start=match.start, end=match.end, type=kind, reading=reading)]  # type: ignore[arg-type]


def step_of(match: Match) -> int | None:
    """-1 for "last", 1 for "next", 0 for "this"; None where nothing says it."""
    if match.has("LAST", "PAST"):
        return -1
    if match.has("NEXT"):
        return 1
    return 0 if match.has("THIS") else None


def _int(value: int | str | None) -> int | None:
    return value if isinstance(value, int) else None


def _year_slots(match: Match) -> dict[str, int]:
    year, short = match.word("YEAR"), match.word("SHORTYEAR")
    if year:
        return {"year": int(year)}
    return {"short_year": int(short[1:3])} if short else {}


def _day_number(match: Match) -> int | None:
    word = match.word("INT", "ORDN")
    if word:
        return int(re.sub(r"\D", "", word))
    return match.integer("ORD", "NUM")


def _calendar_day(match: Match) -> Point | None:
    """A month and a day, perhaps with a weekday and a year."""
    month, day = _int(match.value(*_MONTHS)), _day_number(match)
    if not month or not day or not 1 <= day <= 31:  # noqa: PLR2004
        return None
    return Point(month=month, day=day, weekday=_int(match.value(*_DAYS)), **_year_slots(match))


def iso(match: Match) -> list[Expression]:
    """2025-02-19, 2025-02-19T10:30."""
    found = re.match(r"(\d{4})-(\d\d?)-(\d\d?)(?:T(\d\d:\d\d(?::\d\d)?))?", match.word("ISO") or "")
    if not found or not (1 <= int(found[2]) <= 12 and 1 <= int(found[3]) <= 31):  # noqa: PLR2004
        return []
    point = Point(year=int(found[1]), month=int(found[2]), day=int(found[3]), clock=found[4] and "T" + found[4])
    return one(match, point, "TIME" if found[4] else "DATE")


def slash(match: Match) -> list[Expression]:
    """19/02/2025, 2/19/25, 19.02.2025: the order is told later, from all such dates of the text."""
    first, second, year = (int(part) for part in re.split(r"[/.]", match.word("SLASH") or "0/0/0"))
    if not (0 < first <= 31 and 0 < second <= 31 and min(first, second) <= 12):  # noqa: PLR2004
        return []
    short = (match.word("SLASH") or "")[-3] in "/."
    return one(match, Slashed(first=first, second=second, year=f"{year:02d}" if short else year))


def _clock(match: Match) -> str | None:
    """The hour of a match: T15:00. None where there is no such hour."""
    if match.has("NOON"):
        return str(match.value("NOON"))
    word = match.word("CLOCK") or match.word("BIG") or match.word("MIL") or match.word("INT") or match.word("YEAR")
    if word is None:
        hour, rest = match.integer("NUM") or 0, "00"
    elif len(word) == 4 and word.isdecimal():  # noqa: PLR2004 - military time
        hour, rest = int(word[:2]), word[2:]
    else:
        head, *tail = re.split(r"[:.]", word)
        hour, rest = int(head), ":".join(tail) or "00"
    half = (match.word("AMPM") or "").lower()[:1]
    if match.has("PART"):
        half = "a" if match.value("PART") == "MO" else "p"
    if half == "p" and hour < 12:  # noqa: PLR2004
        hour += 12
    elif half == "a" and hour == 12:  # noqa: PLR2004
        hour = 0
    return f"T{hour:02d}:{rest}" if hour <= 24 and int(rest[:2]) < 60 else None  # noqa: PLR2004


_CLOCK_WORDS = ("CLOCK", "AMPM", "OCLOCK", "NOON", "MIL", "ZONE")
_CLOCK_PLACES = frozenset("at by from until till to around about before after between since and".split())


def moment(match: Match) -> list[Expression]:
    """3 p.m. EST, 10:30, 0900 GMT, Friday 8 p.m., midnight Friday."""
    clock_part, date_part = _split_moment(match)
    clock = _clock(clock_part)
    bare = not match.has("AMPM", "OCLOCK", "NOON", "ZONE", "PART", "TIME") and not date_part
    if clock is None or (bare and not (match.before() in _CLOCK_PLACES and match.after() not in ("-", "–", "%"))):
        return []
    reading: Reading = Shift(amount=0, unit="day", clock=clock)
    if date_part:
        day = _day(date_part)
        if isinstance(day, Point):
            reading = Point(**{name: getattr(day, name) for name in day.__struct_fields__ if name != "clock"}, clock=clock)
        elif day is not None:
            reading = Shift(amount=day.amount, unit="day", clock=clock)
    elif clock is not None:
        reading = Point(clock=clock, origin="text")
    return one(match, reading, "TIME")


def _split_moment(match: Match) -> tuple[Match, Match | None]:
    """The clock's tokens and the date's."""
    places = [k for k in range(match.first, match.last) if match.cut(k, k + 1).has(*_CLOCK_WORDS)]
    dated = [k for k in range(match.first, match.last) if match.cut(k, k + 1).has(*_MONTHS, *_DAYS, "TODAY")]
    if not dated:
        return match, None
    if places and places[0] < dated[0]:
        cut = max(k for k in places if k < dated[0]) + 1
        return match.cut(match.first, cut), match.cut(cut, match.last)
    number = places[0] if places else match.last
    if match.cut(number, number + 1).has("AMPM", "OCLOCK", "ZONE") and number > match.first:
        number -= 1
    return match.cut(number, match.last), match.cut(match.first, number)


def _day(match: Match) -> Point | Shift | None:
    if match.has("TODAY"):
        return Shift(amount=_int(match.value("TODAY")) or 0, unit="day")
    if match.has(*_MONTHS):
        return _calendar_day(match)
    return Point(weekday=_int(match.value(*_DAYS)), step=step_of(match))


def day_range(match: Match) -> list[Expression]:
    """3 to 5 May; 3-5 May 2025: both ends."""
    cut = next(k for k in range(match.first, match.last) if match.cut(k, k + 1).has("DASH", "TO", "AND"))
    head, tail = match.cut(match.first, cut), match.cut(cut + 1, match.last)
    end = _calendar_day(tail)
    start = end and _calendar_day_like(end, _day_number(head))
    return one(head, start) + one(tail, end) if start else one(tail, end)


def month_range(match: Match) -> list[Expression]:
    """March 4-6; March 4 to 6, 2025: both ends."""
    cut = next(k for k in range(match.first, match.last) if match.cut(k, k + 1).has("DASH", "TO", "AND"))
    head, tail = match.cut(match.first, cut), match.cut(cut + 1, match.last)
    if match.has("AND") and match.class_after() == "" and match.after()[:1].islower():
        tail = tail.cut(tail.first, tail.first)
    start = _calendar_day(head)
    if start is None:
        return []
    year = _year_slots(match)
    start = Point(month=start.month, day=start.day, **year)
    end = _calendar_day_like(start, _day_number(tail)) if tail.last > tail.first else None
    return one(head, start) + (one(tail, end) if end else [])


def _calendar_day_like(point: Point, day: int | None) -> Point | None:
    if not day or not 1 <= day <= 31:  # noqa: PLR2004
        return None
    return Point(month=point.month, day=day, year=point.year, short_year=point.short_year)


def part_of_day(match: Match) -> list[Expression]:
    """Monday morning, last night, yesterday evening, the night of 4 May."""
    part = str(match.value("PART"))
    if match.first + 1 < match.last and not match.has(*_MONTHS, *_DAYS, "TODAY", "THIS", "THAT", "LAST", "NEXT", "SAME"):
        return one(match, Shift(amount=0, unit="day", part=part), "TIME")
    if match.has(*_MONTHS):
        day: Point | Shift | None = _calendar_day(match)
    elif match.has(*_DAYS, "TODAY"):
        day = _day(match)
    elif match.has("THAT", "SAME") or (match.has("NEXT") and match.has("THE")):
        day = Shift(amount=1 if match.has("NEXT") else 0, unit="day", origin="text")
    else:
        day = Shift(amount=step_of(match) or 0, unit="day")
    if isinstance(day, Shift):
        return one(match, Shift(amount=day.amount, unit="day", origin=day.origin, part=part), "TIME")
    if day is None:
        return []
    point = Point(month=day.month, day=day.day, year=day.year, weekday=day.weekday, step=day.step, part=part)
    return one(match, point, "TIME")


def month_date(match: Match) -> list[Expression]:
    """February 19; 19 February 2025; the 19th of February; Wednesday, Feb. 19."""
    point = _calendar_day(match)
    if point is not None and match.has("THAT"):
        return one(match, Point(month=point.month, day=point.day, origin="text"))
    if point is None and match.cut(match.first, match.first + 1).has(*_MONTHS):
        return month(match.cut(match.first, match.first + 1))
    if point is not None and match.has("SHORTYEAR") and match.after() == match.word("SHORTYEAR"):
        return []
    return one(match, point)


def weekday(match: Match) -> list[Expression]:
    """Tuesday, last Friday, this coming Sunday."""
    if match.has("DAYABBR") and not match.has("DOT", "LAST", "NEXT", "THIS"):
        return []
    if match.has("SAME", "THAT"):
        return one(match, Point(weekday=_int(match.value(*_DAYS)), origin="text"))
    if match.before() in ("super", "bloody", "cyber", "fat", "giving", "ruby"):
        return []
    if match.value(*_DAYS) == 6 and match.after() in ("Times", "Post", "Telegraph", "Mirror", "Mail", "Express", "Herald"):  # noqa: PLR2004, E501
        return []
    return one(match, Point(weekday=_int(match.value(*_DAYS)), step=step_of(match)))


_AFTER_A_DAY: Final = frozenset(
    ", . ; : ) ! ? was were is and or but to for at he she they it we with when after before as in of by that".split()
)


def day_of_month(match: Match) -> list[Expression]:
    """The 12th: a day of the month that the text is in."""
    day = _day_number(match)
    if match.before() not in _BEFORE_A_DATE or match.after().lower() not in _AFTER_A_DAY or not day or day > 31:  # noqa: PLR2004
        return []
    return one(match, Point(day=day))


def week_weekday(match: Match) -> list[Expression]:
    """Tuesday of last week."""
    if match.value("UNIT") != "week":
        return weekday(match.cut(match.first, match.first + 1))
    return one(match, Point(weekday=_int(match.value(*_DAYS)), week_step=step_of(match)))


def today(match: Match) -> list[Expression]:
    """Today, yesterday, tonight, overnight."""
    amount, word = _int(match.value("TODAY")) or 0, (match.word("TODAY") or "").lower()
    if word == "overnight" or (match.before() == "usa" and match.word() == "Today"):
        return []
    if word == "tonight":
        return one(match, Shift(amount=0, unit="day", part="NI"), "TIME")
    return one(match, Shift(amount=amount, unit="day"))


def month_year(match: Match) -> list[Expression]:
    """February 2022, early March 1999, May of that year."""
    month = _int(match.value(*_MONTHS))
    if match.has("UNIT") and match.value("UNIT") != "year":
        return month(match.cut(match.first, match.last - 2))
    if match.has("UNIT") and not match.has("YEAR", "SHORTYEAR"):
        return one(match, Point(month=month, origin="text") if match.has("THAT", "SAME") else
                   Point(month=month, year_step=step_of(match)))
    return one(match, Point(month=month, **_year_slots(match)))


def month(match: Match) -> list[Expression]:
    """March, last May, late November."""
    if not _is_month(match):
        return []
    return one(match, Point(month=_int(match.value(*_MONTHS)), step=step_of(match)))


def _is_month(match: Match) -> bool:
    marked = match.has("LAST", "PAST", "NEXT", "THIS", "EARLY", "EDGE", "REL")
    if match.has("ABBR"):
        return (match.has("DOT") or match.after() == ".") and (marked or match.before() in _BEFORE_A_DATE)
    if match.has("MONTHISH"):
        attributive = match.before() == "the" and match.after()[:1].islower() and match.class_after() == ""
        return marked or attributive or match.before() in _BEFORE_A_DATE - {"to", "if", "despite", "as", "or", "and", "for", "on"}
    return not (match.after()[:1].isupper() and match.before() not in _BEFORE_A_NAMESAKE and match.class_after() == "")


def year(match: Match) -> list[Expression]:
    """1998, the year 2000, early 1991, '68."""
    number = match.word("YEAR")
    if number is None:
        slots = _year_slots(match)
        if slots:
            return one(match, Point(**slots)) if not match.glued_before() else []
        said = year_in_words(match.words("NUM", "HUND"))
        return one(match, Point(year=said)) if said and _EARLIEST_BARE_YEAR <= said <= 2199 else []  # noqa: PLR2004
    if match.last - match.first == 1 and not _is_year(match, int(number)):
        return []
    return one(match, Point(year=int(number)))


def _is_year(match: Match, number: int) -> bool:
    before, after = match.before(), match.after()
    if match.glued_before() and before in ("-", "–", "/", ":", ".", "+", "&"):
        return before in ("-", "–", "/") and match.before(2).isdecimal() and len(match.before(2)) == 4  # noqa: PLR2004
    if match.glued_after() and after in ("/", "%", "x", "+", "°"):
        return False
    if number < _EARLIEST_BARE_YEAR:
        return before in ("in", "since", "until", "by", "circa") and not after[:1].islower()
    if before in _YEAR_NOT_BEFORE or (before == "at" and after[:1].isupper()):
        return False
    if after == "-" and match.glued_after() and match.after(1).isalpha():
        return match.after(1).lower() not in ("year", "foot", "mile", "member", "strong", "page", "pound", "acre", "man")
    return not (_MONEY_OR_COUNT.fullmatch(after.lower()) and number % 50 == 0) and number <= 2100  # noqa: PLR2004


def year_range(match: Match) -> list[Expression]:
    """1914-18: both years."""
    first, last = match.word("YEAR") or "", match.word("INT") or ""
    if not match.has("DASH") or len(last) != 2 or int(last) <= int(first[2:]) or not _is_year(match, int(first)):  # noqa: PLR2004
        return year(match.cut(match.first, match.first + 1))
    head, tail = match.cut(match.first, match.first + 1), match.cut(match.last - 1, match.last)
    return one(head, Point(year=int(first))) + one(tail, Point(year=int(first[:2] + last)))


def bc_year(match: Match) -> list[Expression]:
    """490 BC, AD years written after."""
    numbers = match.words("INT", "BIG", "YEAR")
    if any(not number.isdecimal() or not 0 < int(number) < 10_000 for number in numbers):  # noqa: PLR2004
        return []
    christian = (match.word("ERA") or "")[0] == "A"
    month, season = match.value(*_MONTHS), match.value("SEASON", "SEASONISH")
    fine = f"-{month:02d}" if month else f"-{season}" if season else ""
    readings: list[Reading] = [
        Point(year=int(number)) if christian else Fixed(value=f"BC{int(number):04d}{fine}") for number in numbers
    ]
    if len(readings) == 1:
        return one(match, readings[0])
    place = next(k for k in range(match.first, match.last) if match.cut(k, k + 1).has("DASH", "TO", "AND"))
    return one(match.cut(match.first, place), readings[0]) + one(match.cut(place + 1, match.last), readings[1])


def spoken_year(match: Match) -> list[Expression]:
    """nineteen ninety-seven, with or without a month."""
    said = year_in_words(match.words("NUM", "HUND"))
    if said is None or not 1700 <= said <= 2100 or match.has("HUND"):  # noqa: PLR2004
        return month(match.cut(match.first, match.first + 1)) if match.has(*_MONTHS) else []
    return one(match, Point(year=said, month=_int(match.value(*_MONTHS))))


def quarter(match: Match) -> list[Expression]:
    """The third quarter; the first half of 1990; next year's second quarter; Q3 2024."""
    number = match.integer("ORD", "ORDN", "QN")
    half = match.has("HALF") or (match.word("QN") or "").startswith("H")
    if number is None or number == -1 or match.has("LAST") and half and not match.has("UNIT"):
        number = 2 if half else 4
    if number > (2 if half else 4) or number < 1:
        return []
    if half and not (match.has("UNIT", "YEAR", "QN")):
        return []
    slots = _year_slots(match)
    year_step = step_of(match) if match.has("UNIT") else None
    if match.cut(match.last - 2, match.last - 1).has("DASH") and match.words()[0].lower() in ("the", "its", "their"):
        match = match.cut(match.first + 1, match.last)
    return one(match, Point(half=number if half else None, quarter=None if half else number, year_step=year_step,
        origin="text" if match.has("THAT") and match.has("UNIT") else "now", **slots))  # type: ignore[arg-type]


def season(match: Match) -> list[Expression]:
    """Spring 2022, last summer, the winter of 1943."""
    slots = _year_slots(match)
    marked = slots or match.has("THIS", "LAST", "NEXT", "PAST", "EARLY", "EDGE", "THAT", "UNIT")
    if not marked and not _is_season(match):
        return []
    reading = Point(season=str(match.value("SEASON", "SEASONISH")), step=None if match.has("UNIT") else step_of(match),
        year_step=step_of(match) if match.has("UNIT") else None, **slots)  # type: ignore[arg-type]
    return one(match, reading)


def _is_season(match: Match) -> bool:
    before, after = match.before(), match.after()
    noun_follows = after[:1].isalpha() and match.class_after() == "" and after not in ("when", "as", "after", "and", "to")
    if match.has("SEASONISH"):
        in_place = match.has("THE") and match.before() in ("in", "by", "during", "until", "since", "through", "throughout")
        return (in_place or before in ("in", "by", "since", "until", "during")) and not (noun_follows and before == "the")
    return match.has("THE") and not noun_follows or before in _BEFORE_A_DATE


def century(match: Match) -> list[Expression]:
    """The 19th century: 18."""
    number = match.integer("ORD", "ORDN", "NUM")
    if match.value("UNIT") != "century" or not number or not 1 <= number <= 30:  # noqa: PLR2004
        return []
    if (match.word("ERA") or "") in ("BC", "BCE"):
        return one(match, Fixed(value=f"BC{number - 1:02d}"))
    return one(match, Point(century=number - 1))


def decade(match: Match) -> list[Expression]:
    """The 1990s: 199; the '80s; the nineties."""
    word = match.word("DECADE", "YEAR") or ""
    if match.has("GENITIVE") and word[-1] != "0":
        return []
    number = re.sub(r"\D", "", word)
    if len(number) == 4:  # noqa: PLR2004
        return one(match, Point(decade=int(number[:3])))
    named = VALUES.get(word.lower())
    if named is None and word[0].isdecimal() and not match.has("THE"):
        return []
    if named is not None and not (match.has("THE") and match.before() in _BEFORE_A_DATE):
        return []
    return one(match, Point(short_decade=int(number[0]) if number else _int(named)))


def fiscal(match: Match) -> list[Expression]:
    """Fiscal 1990, the fiscal year 2025."""
    digits = re.sub(r"\D", "", match.word("FY") or "")
    if digits:
        point = Point(fiscal=True, year=int(digits)) if len(digits) > 2 else Point(fiscal=True, short_year=int(digits))  # noqa: PLR2004, E501
        return one(match, point)
    return one(match, Point(fiscal=True, **_year_slots(match)))  # type: ignore[arg-type]


def holiday(match: Match) -> list[Expression]:
    """Christmas, New Year's Eve, last Thanksgiving, Good Friday, Easter 2024."""
    skipped = ("LAST", "THIS", "NEXT", "YEAR", "COMMA", "GENITIVE")
    name = " ".join(word.lower() for word in match.words_without(*skipped))
    if name not in HOLIDAYS:
        name, last = name.split()[0], match.first + 1 + match.has("LAST", "THIS", "NEXT")
        match = match.cut(match.first, last)
    if name not in HOLIDAYS:
        return []
    return one(match, Point(holiday=name, step=step_of(match), **_year_slots(match)))  # type: ignore[arg-type]
