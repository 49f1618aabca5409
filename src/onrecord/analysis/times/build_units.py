"""From a match to a reading: units counted from the anchor or named again, and vague references."""

from typing import Final

from onrecord.analysis.times.build_lengths import CLOCK_UNITS, amount_of, period, unit_of
from onrecord.analysis.times.building import FROM_THE_TEXT, Step, one, step_of
from onrecord.analysis.times.lexicon import word_set
from onrecord.analysis.times.match import Match
from onrecord.analysis.times.readings import Echo, Expression, Fixed, Length, Point, Reading, Shift

_COUNTED: Final = ("NUM", "HUND", "INT", "BIG", "YEAR", "FRAC", "HALF", "A", "FEW", "COUPLE", "MANY")
_ENDS: Final = frozenset({"COMMA", "DOT", "BREAK", "AND"})
_DATES: Final = frozenset({"MONTH", "MONTHISH", "ABBR", "YEAR", "EARLY", "SEASON"})
_END_MARKS: Final = frozenset({")", '"', "”", ""})
_BEFORE_THE_PAST: Final = word_set("in of from with about")
_TIMES_AFTER: Final = frozenset(
    {"UNIT", "MONTH", "MONTHISH", "WEEKDAY", "HOLIDAY", "SEASON", "SEASONISH", "PART", "WEEKEND", "NUM"}
)
"""What makes "before last" part of another expression: the week before last Christmas."""
_BEYOND: Final = {"before last": -2, "before yesterday": -2, "after next": 2, "after tomorrow": 2}
_QUARTERS: Final = 4
_HOURS: Final = 24


def shift(match: Match) -> list[Expression]:
    """Two days ago, a month earlier, three weeks later, years ago, a decade from now."""
    unit, amount = unit_of(match), amount_of(match)
    later = (match.word("REL") or "").lower() == "later" or match.has("FROM")
    if match.has("UNIT") and not match.has(*_COUNTED):
        return []
    if unit == "year" and amount == 1 and not later and not match.has("NUM", "INT", "APPROX"):
        return one(match, Echo(unit="period", years=-1))
    return one(match, _away(amount, unit, later=later, told=match.has("REL")))


def unit_before(match: Match) -> list[Expression]:
    """The year before, two weeks previously, the day after: at the end of a phrase."""
    if match.class_after() not in _ENDS and match.after() not in _END_MARKS:
        return []
    later = (match.word("AFTER", "REL") or "").lower() in ("after", "later")
    amount = amount_of(match) if match.has("UNITS") else 1.0
    return one(match, _away(amount, unit_of(match), later=later, told=True))


def _away(amount: float | None, unit: str, *, later: bool, told: bool) -> Reading:
    """So many units away, from the text's last date when `told`; a vague number is just past or future."""
    if unit == "hour" and amount and amount % _HOURS == 0:
        unit, amount = "day", amount // _HOURS
    if amount is None:
        return Fixed(value="FUTURE_REF" if later else "PAST_REF")
    return Shift(amount=amount if later else -amount, unit=unit, origin="text" if told else "now")


def unit_beyond(match: Match) -> list[Expression]:
    """The week before last, the night after next, the day before yesterday, the day after tomorrow."""
    words = match.words("AFTER", "LAST", "NEXT", "TODAY")
    amount = _BEYOND.get(" ".join(words).lower())
    unit = "day" if match.has("PART") else unit_of(match)
    of_day = match.has("TODAY") and (unit != "day" or match.has("PART"))
    if amount is None or of_day or match.class_after() in _TIMES_AFTER:
        return []
    part = str(match.value("PART")) if match.has("PART") else None
    return one(match, Shift(amount=amount, unit=unit, part=part), "TIME" if part else "DATE")


def ago_today(match: Match) -> list[Expression]:
    """A year ago today, two years ago this month."""
    amount = amount_of(match)
    grain = "day" if match.has("TODAY") else str(match.cut(match.last - 1, match.last).value("UNIT"))
    if amount is None or (match.has("TODAY") and match.value("TODAY") != 0):
        return []
    return one(match, Shift(amount=-amount, unit=unit_of(match), grain=grain))


def year_earlier(match: Match) -> list[Expression]:
    """The year-earlier quarter, year-ago."""
    if match.value("UNIT") != "year":
        return []
    if match.has("THE") and match.has("DASH") and not match.has("PERIOD", "QUARTER"):
        match = match.cut(match.first + 1, match.last)  # "the year-earlier results"
    number = match.integer("ORD", "ORDN") or 0
    if 1 <= number <= _QUARTERS:
        return one(match, Point(quarter=number, year_step=-1))
    return one(match, Echo(unit="period", years=-1))


def reference_units(match: Match) -> list[Expression]:
    """Recent weeks, the coming months."""
    return one(match, Fixed(value="FUTURE_REF" if match.has("NEXT", "FUTURE") else "PAST_REF"))


def these_days(match: Match) -> list[Expression]:
    """These days."""
    near = (match.word() or "").lower() == "these" and match.value("UNITS") == "day"
    return one(match, Fixed(value="PRESENT_REF")) if near else []


def reference(match: Match) -> list[Expression]:
    """Now, recently, the current, the future."""
    if match.has("REF"):
        idle = match.words() == ["Now"] and match.after() in (",", "for")  # "Now, the question is"
        within = match.words() == ["soon"] and match.before() == "as"
        return [] if idle or within else one(match, Fixed(value=str(match.value("REF"))))
    if match.has("FUTURE"):
        noun = match.has("THE", "NEAR") or match.before() == "in"
        return one(match, Fixed(value="FUTURE_REF")) if noun else []
    if match.has("MOMENT", "CURRENT"):
        present = match.has("CURRENT") or match.before() in ("at", "for")
        return one(match, Fixed(value="PRESENT_REF")) if present else []
    noun = (match.word("PAST") or "").lower() == "past" and match.before() in _BEFORE_THE_PAST
    return one(match, Fixed(value="PAST_REF")) if noun or match.has("RECENT") else []


def weekend(match: Match) -> list[Expression]:
    """The weekend, last weekend."""
    told = match.has("THAT", "SAME")
    return one(match, Point(weekend=True, step=step_of(match), origin="text" if told else "now"))


def step_unit(match: Match) -> list[Expression]:
    """Last month, this week, the following year, that quarter, the same day, the latest period."""
    unit = unit_of(match)
    if match.has("PERIOD"):
        named = match.has("PAST", "SAME", "LAST", "THAT")
        return one(match, Echo(unit="period")) if named else []
    of_date = match.class_after() == "OF" and match.class_after(1) in _DATES  # "the last week of 2024"
    unsaid = unit == "century" and not match.has("LAST", "PAST", "NEXT", "THIS")
    if match.has("POSS") or unit in CLOCK_UNITS or unsaid or of_date:
        return []
    step = 0 if match.has("CURRENT") else step_of(match) or 0
    if unit == "decade" and step < 0:
        return one(match, Length(value=period(1, unit), amount=1, unit=unit, side=-1), "DURATION")
    return one(match, _stepped(match, unit, step))


def _stepped(match: Match, unit: str, step: Step) -> Reading:
    word = (match.word("NEXT", "PAST") or "").lower()
    if match.has("THAT", "SAME"):
        return Echo(unit=unit)
    if word == "latest":
        return Echo(unit=unit, near=True, latest=True)
    told = word in FROM_THE_TEXT or (match.has("THE") and word == "next")
    return Shift(amount=step, unit=unit, origin="text" if told else "now")


def echo_unit(match: Match) -> list[Expression]:
    """The quarter, the year, the end of the month, later in the day; the year ended March 31."""
    unit = unit_of(match)
    to_a_month = match.after() == "to" and match.class_after(1) in ("MONTH", "MONTHISH")
    if unit == "year" and (match.class_after() == "ENDED" or match.has("FISCAL") or to_a_month):
        return one(match, Length(value="P1Y"), "DURATION")
    placed = match.has("EDGE", "EARLY", "REL", "FULL") or match.before() in ("in", "for")
    if unit == "day" and (match.has("EDGE") or (match.class_after() == "" and match.after()[:1].islower())):
        return []  # "at the end of the day", "in the day job"
    if unit in ("quarter", "year") or (placed and unit in ("month", "week", "day")):
        return one(match, Echo(unit=unit, near=True))
    return []


def year_end(match: Match) -> list[Expression]:
    """Year's end, year-end, month's end."""
    end = (match.word("EDGE") or "").lower() == "end"
    return one(match, Echo(unit=unit_of(match), near=True)) if end else []
