"""From readings to TIMEX3 values: each is resolved against the publication date and the text's own dates."""

from collections import deque
from collections.abc import Sequence
from datetime import date

from onrecord.analysis.times.calendar import add, covered, quarter_with
from onrecord.analysis.times.context import DAY, Context
from onrecord.analysis.times.neighbours import dated, ends_quarter, is_aside, ranged, share_years
from onrecord.analysis.times.readings import Expression, Fixed, Length, Point, Shift, Slashed
from onrecord.analysis.times.resolve import resolve_echo, resolve_shift, resolve_slashed
from onrecord.analysis.times.resolve_point import resolve_point
from onrecord.record import Time, TimeType


def anchor(
    expressions: Sequence[Expression],
    text: str,
    published: str | None,
    said: Sequence[tuple[int, int, str]] = (),
) -> list[Time]:
    """The expressions with their values and the days they cover.

    `said` lists `(start, end, ISO day)` of stretches, as of quotations, whose words count from a day
    of their own; where stretches nest, the innermost one counts.
    """
    expressions = share_years(expressions, text)
    context = Context(expressions, published)
    values: list[str | None] = []
    times = []
    days = [day or published for day in _days_said(expressions, said)]
    for place, expression in enumerate(expressions):
        context.enter(days[place])
        value = _value(expression, context)
        after = expressions[place + 1] if place + 1 < len(expressions) else None
        if after and not context.quarter and ends_quarter(expression, after, text):
            value = quarter_with(_value(after, context)) or value
        if place:
            value = ranged(expressions[place - 1], values[-1], expression, value, text)
        if not (context.narrative and is_aside(expression, text)):
            context.note(expression, value)
        values.append(value)
    for expression, value, day in zip(expressions, dated(expressions, values, text), days, strict=True):
        context.enter(day)
        times.append(_time(expression, text, value, context))
    return times


def _days_said(expressions: Sequence[Expression], said: Sequence[tuple[int, int, str]]) -> list[str | None]:
    """For each expression, in their order, the day on which its words were said, where a stretch tells it."""
    waiting, holding = deque(sorted(said)), list[tuple[int, int, str]]()
    days: list[str | None] = []
    for expression in expressions:
        while waiting and waiting[0][0] <= expression.start:
            holding.append(waiting.popleft())
        holding = [stretch for stretch in holding if expression.start < stretch[1]]
        innermost = min(holding, key=lambda stretch: (stretch[1] - stretch[0], stretch[2]), default=None)
        days.append(innermost[2] if innermost else None)
    return days


def _value(expression: Expression, context: Context) -> str | None:
    reading = expression.reading
    if isinstance(reading, Fixed | Length):
        return reading.value
    if isinstance(reading, Point):
        return resolve_point(reading, expression.tense, context)
    if isinstance(reading, Shift):
        return resolve_shift(reading, context)
    if isinstance(reading, Slashed):
        return resolve_slashed(reading, context)
    return resolve_echo(reading, context)


def _time(expression: Expression, text: str, value: str | None, context: Context) -> Time:
    days = (
        covered(value) if value and expression.type in ("DATE", "TIME") else _length_days(expression, context)
    )
    return Time(
        start=expression.start,
        end=expression.end,
        text=text[expression.start : expression.end],
        type=_type(expression, value),
        value=value,
        from_=days[0].isoformat() if days else None,
        to=days[1].isoformat() if days else None,
    )


def _type(expression: Expression, value: str | None) -> TimeType:
    if expression.type == "DATE" and value and "T" in value and value[0].isdecimal():
        return "TIME"
    return expression.type


def _length_days(expression: Expression, context: Context) -> tuple[date, date] | None:
    """The days of a duration that ends or begins at the anchor."""
    length, day = expression.reading, context.day if context.knows(DAY) else None
    if not isinstance(length, Length) or not length.amount or not length.unit or day is None:
        return None
    other = add(day, length.side * length.amount, length.unit) if length.side else None
    if other is None:
        return None
    return (other, day) if length.side < 0 else (day, other)
