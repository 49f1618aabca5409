"""Hard-wrapped text: a line break inside a paragraph is white space.

Whether a text is wrapped, and which of its lines begin a paragraph, is told from its own line lengths and
indents, as the reader of pasted text tells it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from msgspec.structs import replace

from onrecord.reading.paragraphs import is_indented, starts_paragraph, wrap_width
from onrecord.record import Event, Record, Span, Statement

S = TypeVar("S", bound=Span)
_LINE = re.compile(r"[^\n]+")
_BREAKS = str.maketrans("\r\n", "  ")


def unwrapped(text: str) -> str:
    """The text with spaces for the line breaks inside its wrapped paragraphs, every offset as it was.

    Text that is not wrapped comes back as it is. Linear in the text's length.
    """
    lines = [match.span() for match in _LINE.finditer(text) if not match[0].isspace()]
    adjacent = [text.count("\n", one[1], other[0]) == 1 for one, other in pairwise(lines)]
    if not any(adjacent):
        return text
    chunks = _chunks([text[start:end] for start, end in lines], adjacent)
    width = wrap_width(chunks)
    if width is None:
        return text
    pieces, done = [], 0
    for (start, stop), (then, last), near in zip(lines, lines[1:], adjacent, strict=False):
        before = text[start:stop].rstrip()
        if near and not starts_paragraph(before, text[then:last], width, has_blanks=len(chunks) > 1):
            end = start + len(before)
            pieces += [text[done:end], text[end:then].translate(_BREAKS)]
            done = then
    return "".join([*pieces, text[done:]])


def _chunks(lines: Sequence[str], adjacent: Sequence[bool]) -> list[str]:
    """What blank lines part, or indents: the last line of a paragraph is no measure of the width."""
    chunks, first = [], 0
    for last, near in enumerate([*adjacent, False], 1):
        if not near or is_indented(lines[last], lines[last - 1]):
            chunks.append("\n".join(lines[first:last]))
            first = last
    return chunks


def as_printed(record: Record) -> Record:
    """The record with its spans' texts as the article has them, line breaks and all."""
    text = record.article.text
    return replace(
        record,
        mentions=_reprinted(record.mentions, text),
        times=_reprinted(record.times, text),
        statements=tuple(_statement(one, text) for one in record.statements),
        events=tuple(_event(one, text) for one in record.events),
    )


def _reprinted(spans: Sequence[S], text: str) -> tuple[S, ...]:
    return tuple(replace(span, text=text[span.start : span.end]) for span in spans)


def _statement(statement: Statement, text: str) -> Statement:
    addressee = statement.addressee
    return replace(
        statement,
        content=_reprinted(statement.content, text),
        cue=_reprinted(statement.cue, text),
        source=_reprinted(statement.source, text),
        addressee=_reprinted([addressee], text)[0] if addressee else None,
    )


def _event(event: Event, text: str) -> Event:
    evidence = event.evidence
    return replace(
        event,
        trigger=_reprinted([event.trigger], text)[0],
        evidence=replace(
            evidence,
            sentence=_reprinted([evidence.sentence], text)[0],
            actor=_reprinted(evidence.actor, text),
            recipient=_reprinted(evidence.recipient, text),
            time=_reprinted([evidence.time], text)[0] if evidence.time else None,
            place=_reprinted([evidence.place], text)[0] if evidence.place else None,
        ),
    )
