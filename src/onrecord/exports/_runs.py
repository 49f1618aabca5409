"""The article's text cut into runs that no mark begins or ends in, paragraph by paragraph.

Spans of statements, times and events overlap and nest. Printers that cannot overlap elements (HTML, a
terminal) take these runs instead: each knows all the marks that cover it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from onrecord.record import Record, Span

Role = Literal["content", "cue", "source", "time", "trigger", "mention"]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


class Mark(Struct, frozen=True):
    """A span to be shown: its role, and whose it is: a statement's (`s1`), time's, event's or entity's."""

    start: int
    end: int
    role: Role
    id: str


class Run(Struct, frozen=True):
    """A stretch of text and the marks that cover all of it; `opens` are those that cover no earlier run."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]


class Paragraph(Struct, frozen=True):
    """A paragraph in runs, and the white space after it. `[start, end)` are its offsets, without `gap`."""

    start: int
    end: int
    runs: tuple[Run, ...]
    gap: str


def marks(record: Record, *, mentions: bool = False) -> list[Mark]:
    """The marks of the record, outer before inner; mentions if asked. Spans outside the text are left out."""
    every = [*_all_marks(record), *(_mentions(record) if mentions else ())]
    found = [mark for mark in every if 0 <= mark.start < mark.end <= len(record.article.text)]
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


def time_ids(record: Record) -> list[str]:
    """The names that the record's times are shown under, in their order: `t1`, `t2`..."""
    return [f"t{number}" for number in range(1, len(record.times) + 1)]


def paragraphs(record: Record, *, mentions: bool = False) -> list[Paragraph]:
    """The article's paragraphs in order. Texts of runs and gaps, put together, are the article's text.

    White space before the first paragraph is a run of its own in it. `mentions` marks those too.
    """
    text = record.article.text
    extents = list(_extents(text))
    return [
        Paragraph(start=start, end=end, runs=tuple(runs), gap=text[end:after])
        for (start, end, after), runs in zip(
            extents, _cut(text, extents, marks(record, mentions=mentions)), strict=True
        )
    ]


def _all_marks(record: Record) -> Iterator[Mark]:
    for statement in record.statements:
        roles: tuple[tuple[Role, tuple[Span, ...]], ...] = (
            ("content", statement.content),
            ("cue", statement.cue),
            ("source", statement.source),
        )
        for role, spans in roles:
            yield from (Mark(span.start, span.end, role, statement.id) for span in spans)
    for name, time in zip(time_ids(record), record.times, strict=True):
        yield Mark(time.start, time.end, "time", name)
    for event in record.events:
        yield Mark(event.trigger.start, event.trigger.end, "trigger", event.id)


def _mentions(record: Record) -> Iterator[Mark]:
    known = {entity.id for entity in record.entities}
    for mention in record.mentions:
        if mention.entity in known:
            yield Mark(mention.start, mention.end, "mention", mention.entity)


def _extents(text: str) -> Iterator[tuple[int, int, int]]:
    """`(start, end, after)` of each paragraph; `after` is where the next one starts."""
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        if blank.start() > start:
            yield start, blank.start(), blank.end()
            start = blank.end()
    if start < len(text):
        yield start, len(text), len(text)


def _cut(text: str, extents: list[tuple[int, int, int]], found: list[Mark]) -> Iterator[list[Run]]:
    """The runs of each extent, in one sweep over the edges of all marks."""
    edges = sorted({edge for mark in found for edge in (mark.start, mark.end)})
    edge, waiting, active = 0, 0, list[Mark]()
    for start, end, _ in extents:
        runs: list[Run] = []
        left = start
        while left < end:
            while edge < len(edges) and edges[edge] <= left:
                edge += 1
            right = min(edges[edge], end) if edge < len(edges) else end
            first = waiting
            while waiting < len(found) and found[waiting].start <= left:
                waiting += 1
            opens = [mark for mark in found[first:waiting] if mark.end > left]
            active = [mark for mark in active if mark.end > left] + opens
            runs.append(Run(left, right, text[left:right], tuple(active), tuple(opens)))
            left = right
        yield runs


def ids(run_marks: Iterable[Mark], *roles: Role) -> list[str]:
    """The ids of those of the marks that have one of `roles`, each once, in order."""
    return list(dict.fromkeys(mark.id for mark in run_marks if mark.role in roles))
