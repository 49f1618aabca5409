"""Finding and reading expressions of time, without knowing the day."""

import re
from collections.abc import Callable
from typing import Final

from onrecord.analysis.times import build_days as days
from onrecord.analysis.times import build_hours as hours
from onrecord.analysis.times import build_lengths as lengths
from onrecord.analysis.times import build_periods as periods
from onrecord.analysis.times import build_units as units
from onrecord.analysis.times.grammar import CORE, RULE, RULES
from onrecord.analysis.times.lexicon import OTHER
from onrecord.analysis.times.match import Match
from onrecord.analysis.times.readings import Expression, Point
from onrecord.analysis.times.scan import Tokens, scan
from onrecord.analysis.times.tense import tense_at

_BUILDERS: Final[dict[str, Callable[[Match], list[Expression]]]] = {
    "iso": days.iso, "slash": days.slash, "holiday": days.holiday, "moment": hours.moment,
    "attacks": days.attacks, "day_range": days.day_range, "month_range": days.month_range,
    "part_of_day": hours.part_of_day, "named_day": days.named_day, "week_on": days.week_on,
    "weekday_date": days.month_date, "month_date": days.month_date, "set_weekday": lengths.set_weekday,
    "nth_weekday": days.nth_weekday, "week_weekday": days.week_weekday, "weekday": days.weekday,
    "today": days.today, "day_of_month": days.day_of_month, "part_of_month": days.part_of_month,
    "bc_year": periods.bc_year,
    "month_year": periods.month_year, "spoken_year": periods.spoken_year, "month": periods.month,
    "quarter": periods.quarter, "season": periods.season, "century": periods.century,
    "decade": periods.decade, "fiscal": periods.fiscal, "year_range": periods.year_range,
    "year": periods.year, "set_rate": lengths.set_rate, "set_each": lengths.set_each,
    "year_earlier": units.year_earlier, "unit_beyond": units.unit_beyond, "ago_today": units.ago_today,
    "shift": units.shift, "side_length": lengths.side_length, "ahead": lengths.ahead,
    "part_length": lengths.part_length, "aged": lengths.nothing, "length": lengths.length,
    "reference_units": units.reference_units, "these_days": units.these_days, "weekend": units.weekend,
    "step_unit": units.step_unit, "unit_before": units.unit_before, "echo_unit": units.echo_unit,
    "year_end": units.year_end, "bare_units": lengths.bare_units, "reference": units.reference,
}  # fmt: skip
"""The builder of each rule of the grammar."""
_NAMES: Final = list(RULE)
_CLOSED: Final = frozenset({"aged", "these_days"})
"""Rules whose words no other rule may have."""


def recognise(text: str) -> list[Expression]:
    """The expressions of time in `text`, in order, none overlapping. Offsets are code points."""
    tokens = scan(text)
    found: list[Expression] = []
    place = 0
    while core := CORE.search(tokens.classes, place):
        # The run of words of time around it; all others are passed over.
        first = max(place, tokens.classes.rfind(OTHER, place, core.start()) + 1)
        place = tokens.classes.find(OTHER, core.end())
        if place < 0:
            place = len(tokens.classes)
        _read(tokens, first, place, found)
    return found


def _read(tokens: Tokens, first: int, last: int, found: list[Expression]) -> None:
    """Add the expressions of one stretch to `found`."""
    while first < last:
        match = RULES.search(tokens.classes, first, last)
        if match is None:
            return
        end, expressions = _build(tokens, match, last)
        read = (_with_tense(tokens.text, expression) for expression in expressions)
        found.extend(expression for expression in read if not _is_past_soon(tokens.text, expression))
        first = _after(tokens, match.start(), expressions[-1].end) if expressions else end


def _build(tokens: Tokens, match: re.Match[str], last: int) -> tuple[int, list[Expression]]:
    """What the first rule that fits and is content makes of a match; else where to go on."""
    start, name = match.start(), match.lastgroup or ""
    expressions = _BUILDERS[name](Match(tokens, start, match.end()))
    if expressions or name in _CLOSED:
        return match.end(), expressions
    for other in _NAMES[_NAMES.index(name) + 1 :]:
        again = RULE[other].match(tokens.classes, start, last)
        if again:
            expressions = _BUILDERS[other](Match(tokens, start, again.end()))
            if expressions or other in _CLOSED:
                return again.end(), expressions
    return start + 1, []


def _after(tokens: Tokens, first: int, end: int) -> int:
    """The first token at or after the place `end` in the text."""
    while first < len(tokens.spans) and tokens.spans[first][0] < end:
        first += 1
    return first


def _is_past_soon(text: str, expression: Expression) -> bool:
    """Whether it is the "soon" of a story: "they soon left"."""
    if text[expression.start : expression.end].lower() != "soon":
        return False
    after = text[expression.end : expression.end + 7].lower()
    return after.startswith(" after") or tense_at(text, expression.start, expression.end) < 0


def _with_tense(text: str, expression: Expression) -> Expression:
    """The expression with the tense of its sentence, where its reading can go either way."""
    point = expression.reading
    if not isinstance(point, Point) or (point.year and not point.clock):
        return expression
    if point.step is not None and not (point.weekend and point.step == 0):
        return expression
    tense = tense_at(text, expression.start, expression.end)
    return Expression(
        start=expression.start, end=expression.end, type=expression.type, reading=point, tense=tense
    )
