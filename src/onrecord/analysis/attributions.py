"""Claims and quotations to attributions: joining, types, nesting and spans.

The claims say which word reports what and whose it is. Here they get the quotations that no reporting word
stands beside: the sentences in marks before and after a reported one in its paragraph, and paragraphs in
marks that go on from the one before.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.analysis.claims import Claim, find_claims
from onrecord.analysis.parts import Attribution, Extent, Quotation, Tokens
from onrecord.reading.language import UNSPACED
from onrecord.record import StatementType

DIRECT_SHARE = 0.95
SENTENCE_WORDS = 4
"""A quotation of fewer words is no sentence by itself."""
ADJACENT = 4
"""Characters between the end of a sentence and a quotation that follows it: a stop, a mark, spaces."""
_CLOSERS = "\"'”’»›«‹“‘」』"
_ENDS = frozenset(".!?…。！？")
_STOPS = frozenset(".!?…—–-,:;。！？")
ANONYMOUS = 0.5
"""Confidence of a quotation whose speaker nothing tells."""


class _Held:
    """A claim and the content that it has come to hold."""

    __slots__ = ("claim", "content", "quoted")

    def __init__(self, claim: Claim) -> None:
        self.claim, self.content, self.quoted = claim, list(claim.content), False


def find_attributions(
    tokens: Tokens, quotations: Sequence[Quotation], *, english: bool = True
) -> list[Attribution]:
    """The text's attributions in order of their first character.

    Where the text is not `english`, whose reporting words are the only ones known here, its long quotations
    stand alone, without cue and source.

    Content, cue and source of one attribution never overlap; `within` counts in the list that is returned.
    """
    outer = [quotation for quotation in quotations if quotation.level == 0]
    if english:
        found = _cued(tokens, quotations, outer)
    else:
        found = [_anonymous(quotation) for quotation in outer if _is_long(tokens.text, quotation)]
    found.sort(key=_reach)
    return _nested(found)


def _reach(one: Attribution) -> Extent:
    """Where an attribution begins; of those that begin with their content the longest is the outermost."""
    first = min(one.content + one.cue + one.source)
    return first[0], -first[1] if first in one.content else 0


def _cued(tokens: Tokens, quotations: Sequence[Quotation], outer: Sequence[Quotation]) -> list[Attribution]:
    claims = find_claims(tokens, quotations)
    held = [_Held(claim) for claim in claims if not claim.inside]
    _join(tokens, outer, held)
    reported = sorted(part for one in held for part in one.content)
    held += [_Held(claim) for claim in claims if claim.inside and _is_held(claim, reported)]
    marks = [
        [piece for quotation in quotations if quotation.level == level for piece in quotation.pieces]
        for level in (0, 1)
    ]
    found = [_attribution(tokens.text, one, marks[one.claim.inside]) for one in held]
    return [one for one in found if _has_letters(tokens.text, one.content)]


def _is_held(claim: Claim, contents: Sequence[Extent]) -> bool:
    """Whether all of the claim stands in one piece of what somebody else is reported to have said."""
    parts = (claim.cue, *claim.content, *([claim.source] if claim.source else []))
    start, end = min(part[0] for part in parts), max(part[1] for part in parts)
    k = bisect_right(contents, (start, end)) - 1
    return k >= 0 and contents[k][0] <= start and end <= contents[k][1]


def _is_long(text: str, quotation: Quotation) -> bool:
    """Whether it may be a sentence: by its words, or by its characters where words are not set apart."""
    words = "".join(text[start:end] for start, end in quotation.pieces)
    return len(words.split()) > SENTENCE_WORDS or len(UNSPACED.findall(words)) > 2 * SENTENCE_WORDS


def _anonymous(quotation: Quotation) -> Attribution:
    """A quotation in a language whose reporting words are unknown here: the content alone."""
    return Attribution(content=quotation.pieces, cue=(), source=(), type="direct", confidence=ANONYMOUS)


def _join(tokens: Tokens, quotations: Sequence[Quotation], held: list[_Held]) -> None:
    """Give every quotation that no claim holds to the claim that it goes on from or leads up to."""
    starts = [start for start, _ in tokens.paragraphs]
    holders = _holders(quotations, held)
    outer = _outermost(held)
    cues = [one.claim.cue[0] for one in outer]
    last: _Held | None = None
    last_paragraph = -2
    for k, quotation in enumerate(quotations):
        start = quotation.pieces[0][0]
        at = bisect_right(starts, start) - 1
        paragraph = tokens.paragraphs[at]
        holder = holders[k]
        if holder is None and _is_sentence(tokens.text, quotation, paragraph):
            n = bisect_right(cues, start) - 1
            if n >= 0 and (last is None or cues[n] > last.claim.cue[0]):
                cued = bisect_right(starts, cues[n]) - 1
                if cued < at or _adjoins(outer[n], start):
                    last, last_paragraph = outer[n], cued
            near = last_paragraph == at or (
                last_paragraph == at - 1 and _is_paragraph(tokens.text, quotation, paragraph)
            )
            holder = last if near else _following(holders, quotations, k, paragraph)
            if holder:
                holder.content.extend(quotation.pieces)
        if holder:
            last = holder
            last_paragraph = bisect_right(starts, quotation.pieces[-1][0]) - 1


def _adjoins(held: _Held, start: int) -> bool:
    """Whether the sentence of the claim ends right before `start`."""
    ends = [held.claim.cue[1], *(end for _, end in held.content)]
    return start - max(ends) <= ADJACENT


def _outermost(held: list[_Held]) -> list[_Held]:
    """The claims that do not stand in what another one reports."""
    outer: list[_Held] = []
    for one in held:
        if not (outer and any(s <= one.claim.cue[0] < e for s, e in outer[-1].claim.content)):
            outer.append(one)
    return outer


def _holders(quotations: Sequence[Quotation], held: list[_Held]) -> list[_Held | None]:
    """For each quotation the claim whose content has it; one of several pieces is taken in whole."""
    holders: list[_Held | None] = [None] * len(quotations)
    pieces = [(piece, k) for k, quotation in enumerate(quotations) for piece in quotation.pieces]
    pieces.sort()
    starts = [piece[0] for piece, _ in pieces]
    for one in held:
        for start, end in one.claim.content:
            i = bisect_right(starts, start - 1)
            if i and pieces[i - 1][0][1] > start:
                i -= 1
            while i < len(pieces) and pieces[i][0][0] < end:
                k = pieces[i][1]
                if holders[k] is None:
                    holders[k] = one
                    one.content.extend(p for p in quotations[k].pieces if not _overlaps(p, one.claim.content))
                i += 1
    return holders


def _overlaps(piece: Extent, others: Sequence[Extent]) -> bool:
    return any(piece[0] < end and start < piece[1] for start, end in others)


def _following(
    holders: list[_Held | None], quotations: Sequence[Quotation], k: int, paragraph: Extent
) -> _Held | None:
    """The claim of the next held quotation of the paragraph: "One. Two." "Three," she said."""
    for j in range(k + 1, min(k + 6, len(quotations))):
        if quotations[j].pieces[0][0] >= paragraph[1]:
            return None
        if holders[j]:
            return holders[j]
    return None


def _is_sentence(text: str, quotation: Quotation, paragraph: Extent) -> bool:
    """Whether the marks hold sentences of their own and no mere phrase of the outlet's sentence."""
    (start, _), (_, end) = quotation.pieces[0], quotation.pieces[-1]
    before = text[max(paragraph[0], start - 8) : start].rstrip()
    if before and before[-1] not in _STOPS and before[-1] not in _CLOSERS:
        return False
    inner = text[start:end].strip(_CLOSERS).rstrip()
    stopped = text[end : end + 2].lstrip()[:1] in _ENDS  # '"We wait".' with the stop outside
    if (stopped or inner[-1:] in _ENDS) and (not before or before[-1] in _ENDS):
        return True
    return len(inner.split(None, SENTENCE_WORDS)) >= SENTENCE_WORDS and (
        inner[-1] in _STOPS or end >= paragraph[1]
    )


def _is_paragraph(text: str, quotation: Quotation, paragraph: Extent) -> bool:
    return (
        quotation.pieces[0][0] == paragraph[0]
        and len(text[quotation.pieces[-1][1] : paragraph[1]].strip()) <= 1
    )


def _has_letters(text: str, content: Sequence[Extent]) -> bool:
    return any(any(map(str.isalnum, text[start:end])) for start, end in content)


def _attribution(text: str, held: _Held, marks: Sequence[Extent]) -> Attribution:
    cue = (held.claim.cue,)
    source = _without((held.claim.source,), cue) if held.claim.source else ()
    content = _without(held.content, (*cue, *source))
    return Attribution(
        content=content,
        cue=cue,
        source=source,
        type=_type(text, content, marks),
        confidence=held.claim.confidence,
    )


def _without(extents: Iterable[Extent], others: Sequence[Extent]) -> tuple[Extent, ...]:
    """The extents in order, none overlapping another, and less what the others take."""
    kept: list[Extent] = []
    for first, end in sorted(extents):
        start = max(first, kept[-1][1]) if kept else first
        for taken, until in sorted(others):
            if taken < end and start < until:
                kept.append((start, taken))
                start = until
        kept.append((start, end))
    return tuple((start, end) for start, end in kept if start < end)


def _type(text: str, content: Sequence[Extent], marks: Sequence[Extent]) -> StatementType:
    """By the share of the content's letters that stand in quotation marks."""
    letters = quoted = 0
    for start, end in content:
        letters += sum(map(str.isalpha, text[start:end]))
        i = bisect_right(marks, (start,))
        i -= 1 if i and marks[i - 1][1] > start else 0
        while i < len(marks) and marks[i][0] < end:
            quoted += sum(map(str.isalpha, text[max(start, marks[i][0]) : min(end, marks[i][1])]))
            i += 1
    if not quoted:
        return "indirect"
    return "direct" if quoted > DIRECT_SHARE * letters else "mixed"


def _nested(found: list[Attribution]) -> list[Attribution]:
    """The attributions with `within` set where one stands in the content of another."""
    nested: list[Attribution] = []
    around: list[tuple[int, int, int]] = []  # start, end, index of the contents that may hold what follows
    for k, one in enumerate(found):
        start = min(one.content + one.cue + one.source)[0]
        end = max(part[1] for part in one.content + one.cue + one.source)
        around = [outer for outer in around if outer[1] > start]
        holder = next((i for s, e, i in reversed(around) if s <= start and end <= e), None)
        nested.append(msgspec.structs.replace(one, within=holder) if holder is not None else one)
        around.extend((s, e, k) for s, e in one.content)
    return nested
