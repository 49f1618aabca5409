"""From a match to a reading: durations, sets, shifts, units named again, and references."""

from typing import Final

from onrecord.analysis.times.building import one, step_of
from onrecord.analysis.times.match import Match
from onrecord.analysis.times.numbers import plain, spelled
from onrecord.analysis.times.readings import Echo, Expression, Fixed, Length, Point, Shift

_SYMBOL: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "millennium": "L",
}  # fmt: skip
"""TIMEX3's letters; a leading T stands before the number (PT5H). Newswire gold counts decades in years."""
_QUANTITY: Final = ("NUM", "HUND", "INT", "BIG", "YEAR", "FRAC", "HALF")
_CLOCK_UNITS: Final = ("second", "minute", "hour")


def period(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: P2W, PT3.5H, PXM. `amount` is None when vague."""
    if unit == "decade":
        unit, amount = "year", amount and amount * 10
    if unit == "fortnight":
        amount = amount and amount * 2
    if unit == "hour" and amount == 0.5:  # noqa: PLR2004
        unit, amount = "minute", 30
    number = "X" if amount is None else plain(amount)
    symbol = _SYMBOL[unit]
    return f"PT{number}{symbol[1]}" if symbol[0] == "T" else f"P{number}{symbol}"


def unit_of(match: Match) -> str:
    """The unit that a match names."""
    if match.has("UNIT", "UNITS"):
        return str(match.value("UNIT", "UNITS"))
    return "quarter"


def amount_of(match: Match) -> float | None:
    """How many units; None when vague ("several") or not said."""
    if match.has("COUPLE"):
        return 2.0
    words = match.words(*_QUANTITY)
    if not words:
        return 1.0 if match.has("A") and not match.has("FEW", "MANY") and match.has("UNIT") else None
    head = match.words()
    if words[-1].lower() == "half" and "and" in map(str.lower, head) and len(words) == 1:
        return 1.5
    if len(words) == 2 and all(word[0].isdecimal() and "/" not in word for word in words):  # noqa: PLR2004
        return spelled(words[-1:])
    return spelled(words)


_MODALS: Final = frozenset("will would could may might can should must shall he she it they we i you to and hope hopes hoped".split())


def length(match: Match) -> list[Expression]:
    """Five days, a two-year boom, more than three hours, a week."""
    unit, after = unit_of(match), match.after().lower()
    if (after == "-" and match.after(1).lower() in ("old", "olds")) or after == "old":
        return []
    if (match.has("YEAR") and not match.has("UNITS")) or (unit == "quarter" and after == "of" and amount_of(match) == 3):  # noqa: PLR2004
        return []
    if match.words() in (["one", "day"], ["One", "day"]) and match.before() in _MODALS:
        return one(match, Fixed(value="FUTURE_REF"))
    if _is_rate(match):
        return []
    if not match.has(*_QUANTITY, "FEW", "MANY", "COUPLE", "A"):
        return one(match, Length(value=period(1 if match.has("UNIT") else None, unit)), "DURATION")
    if match.words()[0].lower() == "the" and match.has("UNIT") and match.has("DASH"):
        match = match.cut(match.first + 1, match.last)
    amount = amount_of(match)
    return one(match, Length(value=period(amount, unit), amount=amount, unit=unit), "DURATION")


def _is_rate(match: Match) -> bool:
    """ "$40 a day", "10 cents a minute": a price or a number stands before "a"."""
    if match.word() not in ("a", "an") or match.last - match.first != 2:  # noqa: PLR2004
        return False
    counted = match.before().endswith("s") and match.before(2)[:1].isdecimal()
    return counted or match.class_before() in ("INT", "BIG", "NUM", "HUND", "TIMES", "ONCE")


def side_length(match: Match) -> list[Expression]:
    """The past two weeks, the next five years."""
    unit, amount = unit_of(match), amount_of(match)
    side = 1 if match.has("NEXT") else -1
    return one(match, Length(value=period(amount, unit), amount=amount, unit=unit, side=side), "DURATION")  # type: ignore[arg-type]


def part_length(match: Match) -> list[Expression]:
    """The first nine months."""
    last = match.last - 2 * match.has("OF")
    unit, amount = unit_of(match), amount_of(match.cut(match.first + match.has("THE") + 1, last))
    return one(match, Length(value=period(amount, unit)), "DURATION")


def ahead(match: Match) -> list[Expression]:
    """The weeks ahead."""
    return one(match, Length(value=period(None, unit_of(match))), "DURATION")


def bare_units(match: Match) -> list[Expression]:
    """Months, years: a vague length."""
    if match.after().lower() in ("old", "of") and match.after(1).lower() in ("age", "old", ""):
        return []
    if match.class_after() in ("YEAR", "NUM") or match.glued_before() or (match.word() or "").istitle() and match.before() not in ("", ".", '"', "“", "\n\n"):
        return []
    if match.before() in ("early", "late", "small", "morning", "opening", "business", "working", "office"):
        return []
    if unit_of(match) in ("second", "minute", "quarter") and not match.before() == "for":
        return []
    return one(match, Length(value=period(None, unit_of(match))), "DURATION")


def shift(match: Match) -> list[Expression]:
    """Two days ago, a month earlier, three weeks later, years ago."""
    unit, amount = unit_of(match), amount_of(match)
    later = (match.word("REL") or "").lower() == "later" or match.has("FROM")
    origin = "text" if match.has("REL") else "now"
    if match.has("UNIT") and not match.has(*_QUANTITY, "A", "FEW", "COUPLE", "MANY"):
        return []
    if unit == "year" and amount == 1 and not later and not match.has("NUM", "INT", "APPROX", "FROM"):
        return one(match, Echo(unit="period", years=-1))
    signed = None if amount is None else (amount if later else -amount)
    if signed is None:
        return one(match, Fixed(value="FUTURE_REF" if later else "PAST_REF"))
    return one(match, Shift(amount=signed, unit=unit, origin=origin))  # type: ignore[arg-type]


def year_earlier(match: Match) -> list[Expression]:
    """The year-earlier quarter, year-ago."""
    if match.value("UNIT") != "year":
        return []
    number = match.integer("ORD", "ORDN")
    if number and 1 <= number <= 4:  # noqa: PLR2004
        return one(match, Point(quarter=number, year_step=-1))
    return one(match, Echo(unit="period", years=-1))


def set_rate(match: Match) -> list[Expression]:
    """Daily, twice a week."""
    if match.has("ADVERB"):
        return one(match, Fixed(value=str(match.value("ADVERB"))), "SET")
    return one(match, Fixed(value=period(1, unit_of(match))), "SET")


def set_each(match: Match) -> list[Expression]:
    """Every day, each month, every two years."""
    if match.has("WEEKENDS", "WEEKEND"):
        return one(match, Fixed(value="XXXX-WXX-WE"), "SET")
    if match.has("PART"):
        return one(match, Fixed(value=f"XXXX-XX-XXT{match.value('PART')}"), "SET")
    amount = 2 if match.has("OTHER") else match.integer("ORD") or amount_of(match) or 1
    return one(match, Fixed(value=period(amount, unit_of(match))), "SET")


def set_weekday(match: Match) -> list[Expression]:
    """Every Thursday, Mondays, Tuesday nights."""
    plural = (match.word("PART") or "s").lower().endswith("s")
    if not match.has("EACH", "WEEKDAYS") and not plural:
        return []
    number = (match.number("WEEKDAY", "DAYABBR", "WEEKDAYS") or 0) + 1
    part = f"T{match.value('PART')}" if match.has("PART") else ""
    return one(match, Fixed(value=f"XXXX-WXX-{number}{part}"), "SET")


def reference_units(match: Match) -> list[Expression]:
    """Recent weeks, the coming months."""
    return one(match, Fixed(value="FUTURE_REF" if match.has("NEXT", "FUTURE") else "PAST_REF"))


def these_days(match: Match) -> list[Expression]:
    """These days."""
    near = (match.word() or "").lower() == "these" and match.value("UNITS") == "day"
    return one(match, Fixed(value="PRESENT_REF")) if near else []


def reference(match: Match) -> list[Expression]:
    """Now, recently, the future."""
    if match.has("CURRENT"):
        return one(match, Fixed(value="PRESENT_REF"))
    if match.has("REF"):
        opening = match.words() == ["Now"] and match.after() in (",", "for")  # "Now, the question is"
        if opening or (match.words() == ["soon"] and match.before() == "as"):
            return []
        return one(match, Fixed(value=str(match.value("REF"))))
    if match.has("FUTURE"):
        if not match.has("THE", "NEAR") and match.before() != "in":
            return []
        return one(match, Fixed(value="FUTURE_REF"))
    if match.has("MOMENT"):
        return one(match, Fixed(value="PRESENT_REF")) if match.before() in ("at", "for") else []
    if match.has("PAST"):
        plain = (match.word("PAST") or "").lower() == "past" and match.before() in ("in", "of", "from", "with", "about")
        return one(match, Fixed(value="PAST_REF")) if plain else []
    return one(match, Fixed(value="PAST_REF"))


def weekend(match: Match) -> list[Expression]:
    """The weekend, last weekend."""
    origin = "text" if match.has("THAT", "SAME") else "now"
    return one(match, Point(weekend=True, step=step_of(match), origin=origin))  # type: ignore[arg-type]


def step_unit(match: Match) -> list[Expression]:
    """This week, last month, the following year, that quarter, the same day."""
    if match.has("PERIOD"):
        latest = match.has("PAST", "SAME", "LAST", "THAT")
        return one(match, Echo(unit="period")) if latest else []
    unit, step, word = unit_of(match), step_of(match), (match.word("NEXT", "PAST") or "").lower()
    if match.has("POSS") or (unit in _CLOCK_UNITS) or unit == "century":
        return []
    if match.has("THAT", "SAME"):
        return one(match, Echo(unit=unit))
    if word in ("following", "previous", "preceding", "subsequent") or (match.has("THE") and word == "next"):
        return one(match, Shift(amount=step or 0, unit=unit, origin="text"))
    if match.has("CURRENT"):
        step = 0
    if word == "latest":
        return one(match, Echo(unit=unit, near=True, latest=True))
    if unit == "decade" and step == -1:
        return one(match, Length(value=period(1, unit), amount=1, unit=unit, side=-1), "DURATION")
    return one(match, Shift(amount=step or 0, unit=unit))


def echo_unit(match: Match) -> list[Expression]:
    """The quarter, the year, the end of the month."""
    unit = unit_of(match)
    ended = match.class_after() == "ENDED"
    if unit == "year" and (ended or match.has("FISCAL")):
        return one(match, Length(value="P1Y"), "DURATION")
    marked = match.has("EDGE", "EARLY", "REL", "FULL")
    if unit in ("quarter", "year") or (unit in ("month", "week", "day") and (marked or match.before() in ("in", "for"))):
        after = match.after()
        if unit == "day" and match.has("EDGE"):
            return []  # "at the end of the day"
        if match.class_after() == "" and after[:1].islower() and unit == "day":
            return []
        return one(match, Echo(unit=unit, near=True))
    return []


def unit_before(match: Match) -> list[Expression]:
    """The year before, the day after: at the end of a phrase."""
    if match.class_after() not in ("COMMA", "DOT", "BREAK", "AND") and match.after() not in (")", '"', "”", ""):
        return []
    word, amount = (match.word("AFTER", "REL") or "").lower(), amount_of(match)
    sign = 1 if word in ("after", "later") else -1
    if match.has("UNITS") and amount is None:
        return one(match, Fixed(value="FUTURE_REF" if sign > 0 else "PAST_REF"))
    return one(match, Shift(amount=sign * (amount or 1), unit=unit_of(match), origin="text"))


def year_end(match: Match) -> list[Expression]:
    """Year's end, year-end, month's end."""
    if (match.word("EDGE") or "").lower() != "end":
        return []
    return one(match, Echo(unit=unit_of(match), near=True))


def nothing(match: Match) -> list[Expression]:  # noqa: ARG001 - the builders' common form
    """An age, which is no time."""
    return []
