"""Attributions, names and times put together: the record's statements."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from onrecord.analysis.acts import act_of, polarity_of
from onrecord.analysis.parts import Attribution, Extent, Names, Quotation, Tokens
from onrecord.record import Addressee, Mention, Span, Statement, Time, When

DAY = 10
"""The length of an ISO prefix of day precision."""

_TELLS = re.compile(
    r"\b(?:t(?:ell|ells|old|elling)|inform\w*|assur\w*|remind\w*|ask(?:s|ed|ing)?)\b", re.IGNORECASE
)
_OBJECT = re.compile(
    r"\s+(?!(?:that|how|why|what|when|where|whether|to|of|about|by|off)\b)"
    r"(\w(?:[\w'’&-]|\.(?=\w))*(?:\s(?!(?:that|how|why|what|when|where|whether|to|on|in|at|during|by|after|before|for"
    r"|about|as|of|last|this|earlier|later|via|from|through|outside|inside|near|he|she|they|it|his|her|their|there)\b)"
    r"\w[\w'’&-]*(?:\.(?=\w))?)*)",
    re.IGNORECASE,
)
"""The object of a verb of telling: words up to the next clause, preposition or mark."""
_LONGEST = 50
"""The most characters that an addressee may have."""
_PLACES = frozenset(["place", "country"])
_AT = re.compile(r"\b(?:in|at|from|outside|near)\s+(?:the\s+)?$", re.IGNORECASE)
_REACH = 24
"""How many characters may stand between a source or cue and its time ("in a statement on")."""


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
    limits = sorted({e[0] for a in attributions for e in (*a.content, *a.cue, *a.source)})
    kinds = {entity.id: entity.kind for entity in names.entities}
    located = [m for m in names.mentions if kinds[m.entity] in _PLACES]
    return tuple(
        Statement(
            id=f"s{number}",
            type=attribution.type,
            content=_spans(tokens.text, attribution.content),
            cue=_spans(tokens.text, attribution.cue),
            source=_spans(tokens.text, attribution.source),
            speaker=voice.speakers[0] if voice.speakers else None,
            speakers=voice.speakers,
            unnamed=voice.unnamed,
            addressee=_addressee(tokens.text, attribution, names.mentions, times),
            act=act_of(*(_words(tokens.text, part) for part in (attribution.cue, attribution.content))),
            polarity=polarity_of(
                *(_words(tokens.text, part) for part in (attribution.cue, attribution.source, attribution.content))
            ),
            said=day or usual,
            place=_place(tokens, attribution, located, limits),
            within=None if attribution.within is None else f"s{attribution.within + 1}",
            about=voice.about,
            confidence=attribution.confidence,
        )
        for number, (attribution, voice, day) in enumerate(
            zip(attributions, names.voices, said, strict=True), start=1
        )
    )


def days_said(
    attributions: Sequence[Attribution], tokens: Tokens, times: Sequence[Time], published: str | None
) -> list[When | None]:
    """For each attribution the day that its own clause states for the saying, else None.

    The time stands beside the source or the cue, outside all contents: "Putin on Wednesday praised",
    "said on Friday", "On Monday, the mayor said".
    """
    contents = sorted(piece for attribution in attributions for piece in attribution.content)
    outside = [t for t in times if t.from_ and t.type in {"DATE", "TIME"} and not _covered(t.start, contents)]
    starts = [t.start for t in outside]
    found: list[When | None] = []
    for attribution in attributions:
        place = _sentence_of(tokens, attribution)
        near = outside[bisect_right(starts, place[0] - 1) : bisect_right(starts, place[1])] if place else []
        time = next((t for t in near if place and _belongs(t, attribution, place, tokens.text)), None)
        found.append(_stated(time, published) if time else None)
    return found


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


def _stated(time: Time, published: str | None) -> When | None:
    """The time as the day of saying; none that lies after the publication (a day that was announced)."""
    if time.value is None or (published and time.from_ and time.from_[:DAY] > published[:DAY]):
        return None
    return When(value=time.value, from_=time.from_, to=time.to, how="stated")


def _covered(offset: int, extents: Sequence[Extent]) -> bool:
    """Whether one of the extents (sorted; nesting is shallow, so look back a few) holds the offset."""
    last = bisect_right(extents, (offset, 1 << 60))
    return any(start <= offset < end for start, end in extents[max(0, last - 4) : last])


def _sentence_of(tokens: Tokens, attribution: Attribution) -> Extent | None:
    anchors = attribution.cue or attribution.source
    if not anchors:
        return None
    index = bisect_right(tokens.sentences, (anchors[0][0], 1 << 60)) - 1
    return tokens.sentences[index] if index >= 0 else None


def _belongs(time: Time, attribution: Attribution, sentence: Extent, text: str) -> bool:
    """Whether the time stands right beside the source or the cue, or opens their sentence."""
    if any(start <= time.start < end for start, end in attribution.source):
        return False  # "Lee, who took over in 2021, said"
    for start, end in (*attribution.cue, *attribution.source):
        after, before = text[end : time.start], text[time.end : start]
        if end <= time.start <= end + _REACH and not re.search(r"[.;:!?\"“”]|\bthat\b", after):
            return True
        if time.end <= start <= time.end + 2 and re.fullmatch(r",?\s?", before):
            return True
    lead = text[sentence[0] : time.start]
    opens = re.fullmatch(r"\W*(?:(?:on|in|late|early|earlier)\s+){0,2}", lead, re.IGNORECASE) is not None
    first_source = min((start for start, _ in attribution.source), default=-1)
    return opens and time.end <= first_source <= time.end + 3


def _place(
    tokens: Tokens, attribution: Attribution, located: Sequence[Mention], limits: Sequence[int]
) -> str | None:
    """Where it was said, as the attribution's own clause tells it: "said on a visit to a plant in Oslo".

    The clause runs from the cue, or the source behind it, to the sentence's end or to the next span of any
    attribution. `located` are the mentions of places and countries, in order.
    """
    sentence = _sentence_of(tokens, attribution)
    if sentence is None or not attribution.cue:
        return None
    begin = max(end for _, end in (attribution.cue[-1], *attribution.source))
    after = bisect_right(limits, begin)
    end = min(sentence[1], limits[after] if after < len(limits) else sentence[1])
    index = bisect_right(located, begin - 1, key=lambda mention: mention.start)
    for mention in located[index : index + 2]:
        if mention.end <= end and _AT.search(tokens.text, begin, mention.start):
            return mention.entity
    return None


def _addressee(
    text: str, attribution: Attribution, mentions: Sequence[Mention], times: Sequence[Time]
) -> Addressee | None:
    """Whom a verb of telling takes as its object: the words right behind it, up to the next clause."""
    for cue_start, cue_end in attribution.cue:
        verb = _TELLS.search(text, cue_start, cue_end)
        if verb is None:
            continue
        limits = [start for start, _ in attribution.content if start >= verb.end()]
        following = bisect_left(times, verb.end(), key=lambda time: time.start)
        limits += [time.start for time in times[following : following + 1]]
        object_ = _OBJECT.match(text, verb.end(), min([*limits, verb.end() + _LONGEST]))
        if object_ and object_[1]:
            start, end = object_.span(1)
            return Addressee(start=start, end=end, text=object_[1], entity=_entity_in(mentions, start, end))
    return None


def _entity_in(mentions: Sequence[Mention], start: int, end: int) -> str | None:
    """The entity whose mention ends with the extent: "The Harbour Gazette" holds "Harbour Gazette"."""
    index = bisect_right(mentions, start - 1, key=lambda mention: mention.start)
    return next((m.entity for m in mentions[index : index + 2] if m.end == end), None)
