"""Attributions, names and times put together: the record's statements."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from onrecord.analysis.acts import act_of, polarity_of
from onrecord.analysis.addressee import find_addressee
from onrecord.analysis.circumstances import DAY, stated_place, stated_time
from onrecord.analysis.clauses import Clause, Clauses
from onrecord.analysis.parts import Attribution, Extent, Names, Quotation, Tokens, Voice
from onrecord.record import Mention, Span, Statement, Time, When

_PLACES = frozenset(["place", "country"])


def build_statements(
    tokens: Tokens,
    attributions: Sequence[Attribution],
    *,
    names: Names,
    times: Sequence[Time],
    said: Sequence[When | None],
    published: str | None,
) -> tuple[Statement, ...]:
    """The statements of an article, in the order of its attributions."""
    usual = _on_publication(published)
    kinds = {entity.id: entity.kind for entity in names.entities}
    located = [m for m in names.mentions if kinds[m.entity] in _PLACES]
    clauses = Clauses(tokens, attributions)
    return tuple(
        _statement(
            f"s{k + 1}",
            tokens.text,
            attribution,
            clauses.of(k),
            names=names,
            times=times,
            located=located,
            voice=voice,
            said=day or usual,
        )
        for k, (attribution, voice, day) in enumerate(zip(attributions, names.voices, said, strict=True))
    )


def _statement(
    id_: str,
    text: str,
    attribution: Attribution,
    clause: Clause | None,
    *,
    names: Names,
    times: Sequence[Time],
    located: Sequence[Mention],
    voice: Voice,
    said: When | None,
) -> Statement:
    source, cue, content = (
        _words(text, part) for part in (attribution.source, attribution.cue, attribution.content)
    )
    addressee = find_addressee(text, attribution, clause, mentions=names.mentions, times=times)
    return Statement(
        id=id_,
        type=attribution.type,
        content=_spans(text, attribution.content),
        cue=_spans(text, attribution.cue),
        source=_spans(text, attribution.source),
        speaker=voice.speakers[0] if voice.speakers else None,
        speakers=voice.speakers,
        unnamed=voice.unnamed,
        addressee=addressee,
        act=act_of(cue, content),
        polarity=polarity_of(cue, source, content),
        said=said,
        place=stated_place(text, clause, addressee, located),
        within=None if attribution.within is None else f"s{attribution.within + 1}",
        about=voice.about,
        confidence=attribution.confidence,
    )


def days_said(
    attributions: Sequence[Attribution], tokens: Tokens, times: Sequence[Time], published: str | None
) -> list[When | None]:
    """For each attribution the day that its own clause states for the saying, else None.

    The time stands in the clause of the saying, outside all contents: "Putin on Wednesday praised", "said on
    Friday", "On Monday, the mayor said".
    """
    clauses = Clauses(tokens, attributions)
    starts = [time.start for time in times if time.from_]
    return [
        stated_time(tokens.text, clauses.of(k), times, published)
        if one.cue and _any_in(starts, clauses.bounds(one))
        else None
        for k, one in enumerate(attributions)
    ]


def _any_in(starts: Sequence[int], extent: Extent) -> bool:
    """Whether any of the starts (in order) lies in the extent: most clauses have no time to look for."""
    index = bisect_left(starts, extent[0])
    return index < len(starts) and starts[index] < extent[1]


def quoted_days(
    attributions: Sequence[Attribution],
    quotations: Sequence[Quotation],
    said: Sequence[When | None],
    published: str | None,
) -> list[tuple[int, int, str]]:
    """What stands in quotation marks and was said on another day than the article came out, with that day."""
    marked = sorted(piece for quotation in quotations if quotation.level == 0 for piece in quotation.pieces)
    return [
        (start, end, day.value[:DAY])
        for attribution, day in zip(attributions, said, strict=True)
        if day and attribution.type != "indirect" and day.value[:DAY] != (published or "")[:DAY]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", day.value[:DAY])
        for content in attribution.content
        for start, end in _within(marked, content)
    ]


def _within(pieces: Sequence[Extent], extent: Extent) -> Iterator[Extent]:
    """What of the pieces (sorted, none overlapping) lies in the extent."""
    start, end = extent
    for piece in pieces[max(0, bisect_right(pieces, extent) - 1) : bisect_left(pieces, (end,))]:
        if piece[1] > start:
            yield max(piece[0], start), min(piece[1], end)


def _spans(text: str, extents: Sequence[Extent]) -> tuple[Span, ...]:
    return tuple(Span(start=start, end=end, text=text[start:end]) for start, end in extents)


def _words(text: str, extents: Sequence[Extent]) -> str:
    return " ".join(text[start:end] for start, end in extents)


def _on_publication(published: str | None) -> When | None:
    """What is known without a stated day: news tells what was said by the day it came out."""
    if published is None or len(published) < DAY:
        return None
    day = published[:DAY]
    return When(value=day, from_=day, to=day, how="inferred")
