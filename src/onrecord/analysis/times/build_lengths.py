"""From a match to a reading: durations and sets."""

from typing import Final

from onrecord.analysis.times.building import one
from onrecord.analysis.times.lexicon import word_set
from onrecord.analysis.times.match import Match
from onrecord.analysis.times.numbers import plain, spelled
from onrecord.analysis.times.readings import Expression, Fixed, Length

_SYMBOL: Final = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "century": "CE", "millennium": "L",
}  # fmt: skip
"""TIMEX3's letters; below the day a T goes before the number (PT5H)."""
_AS_OTHERS: Final = {"fortnight": ("week", 2), "decade": ("year", 10)}
"""Units written as so many of another: newswire's annotators count decades in years."""
_QUANTITY: Final = ("NUM", "HUND", "INT", "BIG", "YEAR", "FRAC", "HALF")
CLOCK_UNITS: Final = ("second", "minute", "hour")
_HALVES: Final = {"year": "6M", "hour": "30M", "minute": "30S"}
"""Half of a unit, as newswire's annotators write it: P2Y6M, PT30M."""
_MODALS: Final = word_set(
    "will would could may might can should must shall he she it they we i you to and hope hopes hoped"
)
"""Before "one day" they make it some day to come."""
_BEFORE_A_VERB: Final = word_set("to will would could may might can should must shall not usually often")
_COUNTED: Final = word_set("people men women children")
"""Plurals without an s."""
_OPENING: Final = frozenset({"", ".", '"', "“", "\n\n"})
"""What stands before a sentence."""
_BEFORE_HOURS: Final = word_set(
    "early late small morning opening business working office trading visiting peak rush school"
)
"""Before "hours" they make it no length."""


def period(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: P2W, PT3H30M, PXM. `amount` is None when vague."""
    unit, times = _AS_OTHERS.get(unit, (unit, 1))
    head = "PT" if unit in CLOCK_UNITS else "P"
    if amount is not None and amount % 1 == 1 / 2 and unit in _HALVES and times == 1:
        whole = f"{int(amount)}{_SYMBOL[unit]}" if amount > 1 else ""
        return f"{head}{whole}{_HALVES[unit]}"
    number = "X" if amount is None else plain(amount * times)
    return f"{head}{number}{_SYMBOL[unit]}"


def unit_of(match: Match) -> str:
    """The unit that a match names."""
    return str(match.value("UNIT", "UNITS")) if match.has("UNIT", "UNITS") else "quarter"


def amount_of(match: Match) -> float | None:
    """How many units; None when vague ("several") or not said."""
    words = match.words(*_QUANTITY)
    if match.has("COUPLE"):
        return 2.0
    if not words:
        return 1.0 if match.has("A", "UNIT") and not match.has("FEW", "MANY", "UNITS") else None
    if [word.lower() for word in words] == ["half"] and match.has("AND"):
        return 1.5  # "a minute and a half"
    return spelled(words)


def length(match: Match) -> list[Expression]:
    """Five days, a two-year boom, more than three hours, a week."""
    unit, amount = unit_of(match), amount_of(match)
    if not _is_length(match, unit, amount):
        return []
    if [word.lower() for word in match.words()] == ["one", "day"] and match.before() in _MODALS:
        return one(match, Fixed(value="FUTURE_REF"))
    if match.has("THE") and match.has("UNIT") and match.has("DASH"):
        match = match.cut(match.first + 1, match.last)  # "the 17-year war"
    return one(match, Length(value=period(amount, unit), amount=amount, unit=unit), "DURATION")


def _is_length(match: Match, unit: str, amount: float | None) -> bool:
    """Whether it is no age ("six-year-old"), no share ("three quarters of them") and no rate."""
    after = match.after().lower()
    old = after == "old" or (after == "-" and match.after(1).lower() in ("old", "olds"))
    share = unit == "quarter" and amount == 3 and after == "of"  # noqa: PLR2004 - three quarters
    of_year = match.has("YEAR") and not match.has("UNITS")
    return not (old or share or of_year or _is_rate(match))


def _is_rate(match: Match) -> bool:
    """Whether a number, perhaps with its noun, stands before "a": $40 a day, 600 seats a week."""
    if not match.has("A") or match.last - match.first != 2:  # noqa: PLR2004 - "a" and the unit
        return False
    before = match.before()
    plural = before.endswith("s") or before in _COUNTED
    counted = before[-1:].isdecimal() or (plural and match.before(2)[:1].isdecimal())
    return counted or match.class_before() in ("INT", "BIG", "NUM", "HUND", "TIMES", "ONCE")


def side_length(match: Match) -> list[Expression]:
    """The past two weeks, the next five years."""
    if match.word() == "last" and match.before() in _BEFORE_A_VERB:  # "expected to last two weeks"
        return length(match.cut(match.first + 1, match.last))
    unit, amount = unit_of(match), amount_of(match)
    value = period(amount, unit)
    reading = Length(value=value, amount=amount, unit=unit, side=1 if match.has("NEXT") else -1)
    return one(match, reading, "DURATION")


def part_length(match: Match) -> list[Expression]:
    """The first nine months; the first two months of 1990."""
    last = match.last - 2 * match.has("OF")
    counted = match.cut(match.first + match.has("THE") + 1, last)
    return one(match, Length(value=period(amount_of(counted), unit_of(match))), "DURATION")


def ahead(match: Match) -> list[Expression]:
    """The weeks ahead."""
    return one(match, Length(value=period(None, unit_of(match))), "DURATION")


def bare_units(match: Match) -> list[Expression]:
    """Months, years: a vague length."""
    unit, before = unit_of(match), match.before()
    old = match.after().lower() in ("old", "of") and match.after(1).lower() in ("age", "old", "")
    named = (match.word() or "").istitle() and before not in _OPENING  # "the Hundred Days"
    counted = match.class_after() in ("YEAR", "NUM") or match.glued_before() or before in _BEFORE_HOURS
    short = unit in ("second", "minute", "quarter") and before not in ("for", "within", "in", "after")
    if old or named or counted or short:
        return []
    return one(match, Length(value=period(None, unit)), "DURATION")


def set_rate(match: Match) -> list[Expression]:
    """Daily, twice a week."""
    if match.word("ADVERB") == "annually" and _is_share(match):
        return []
    value = str(match.value("ADVERB")) if match.has("ADVERB") else period(1, unit_of(match))
    return one(match, Fixed(value=value), "SET")


def _is_share(match: Match) -> bool:
    """Whether a figure stands a little before: 20% annually, 500 units annually."""
    return any(match.before(distance)[-1:].isdecimal() for distance in (1, 2, 3))


def set_each(match: Match) -> list[Expression]:
    """Every day, each month, every two years, weekends."""
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


def nothing(_match: Match) -> list[Expression]:
    """An age, which is no time."""
    return []
