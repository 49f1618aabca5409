"""Quotation marks to quotations: pairing that never gives up.

A mark is read by what its character likes to be and what its neighbours let it be; a stack then pairs the
marks of one paragraph at a time, so that a bad mark spoils no other paragraph. Marks pair within their family
(any double with any double, whichever way it curls), so mixed pairs are no special case. All of it is linear.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from onrecord.analysis.parts import Extent, Quotation, Tokens

DOUBLE, SINGLE, ANGLE, SMALL_ANGLE, CORNER = 1, 2, 4, 8, 16
"""The families, as bits."""
OPEN, CLOSE, WEAK, EITHER = "open", "close", "weak", "either"
"""What a mark can be. A weak mark closes only where no better one follows: players', 12"."""

# An apostrophe between two word characters is none of our business.
_RUN = re.compile(r"(?:[\"“”„‟«»‹›「」『』‘‚‛`]|['’](?!(?<=\w['’])\w))+")
_MARK = re.compile(r"\"+|'(?=''(?!'))(?<!^')|''|``|’’|‘‘|.", re.DOTALL)
_FAMILY = {
    **dict.fromkeys(["“", "”", "„", "‟", "''", "``", "’’", "‘‘"], DOUBLE),
    **dict.fromkeys("'‘’‚‛`", SINGLE),
    **dict.fromkeys("«»", ANGLE),
    **dict.fromkeys("‹›", SMALL_ANGLE),
    **dict.fromkeys("「」『』", CORNER),
}
_LIKES = {
    **dict.fromkeys(["“", "„", "‟", "``", "‘‘", "«", "‹", "「", "『"], OPEN),
    **dict.fromkeys(["”", "’’", "»", "›", "」", "』"], CLOSE),
}
_ONE_WAY = frozenset("„‟「」『』")

_DASHES = "-‐‑–—―"
_ENDS_BEFORE = frozenset(",.;:!?)]}…，。、")
_ELISION = re.compile(
    r"(?:\d\ds?|em|til|till|tis|twas|twere|twill|cause|cos|cuz|bout|round|neath|n|ere|gainst|tween|nother|fraid|ello)\b",
    re.IGNORECASE,
)
_NARRATED = re.compile(r"[,?!] (?:he|she|they|[A-Z]\w+(?: [A-Z]\w+)?) (?:said|says|told|added|asked)\b")
_LEADS_IN = re.compile(r"[:,.!?]\s+$")


class _Mark(NamedTuple):
    start: int
    end: int
    family: int
    role: str


class _Pair(NamedTuple):
    start: int
    end: int
    holds: int
    """The families of the pair and of all pairs inside it."""


class _Paragraph(NamedTuple):
    extent: Extent
    pairs: list[_Pair]
    unclosed: list[_Mark]


def find_quotations(tokens: Tokens) -> list[Quotation]:
    """Every quotation of the text, in order of start, marks included, nested ones with their `level`.

    A quotation that every paragraph opens anew and only the last one closes is one `Quotation` with several
    pieces. An unclosed one ends with its paragraph, or before the next one in it.
    """
    paragraphs = [_pair(tokens.text, extent) for extent in tokens.paragraphs]
    found: list[tuple[tuple[Extent, ...], bool]] = []
    chain: list[Extent] = []
    for paragraph, following in pairwise([*paragraphs, None]):
        assert paragraph is not None
        opened = _goes_on(tokens.text, paragraph, following)
        for pair in paragraph.pairs:
            if chain and pair.start == paragraph.extent[0]:
                found.append(((*chain, (pair.start, pair.end)), True))
                chain = []
            else:
                found.append((((pair.start, pair.end),), True))
        if chain and not (opened and opened.start == paragraph.extent[0]):
            found.extend(((piece,), False) for piece in chain)
            chain = []
        found.extend(
            (_bare(tokens.text, piece), False) for piece in _unclosed(tokens.text, paragraph, opened)
        )
        if opened:
            chain.append((opened.start, paragraph.extent[1]))
    return _levelled(found)


def _goes_on(text: str, paragraph: _Paragraph, following: _Paragraph | None) -> _Mark | None:
    """The mark that opens a quotation which the next paragraph takes up, if there is one."""
    if not paragraph.unclosed or following is None:
        return None
    mark, (start, end) = paragraph.unclosed[-1], paragraph.extent
    again = following.extent[0]
    takes_up = [m.family for m in following.unclosed if m.start == again] or [
        p.holds for p in following.pairs if p.start == again
    ]
    if not takes_up or not takes_up[0] & mark.family:
        return None
    if any(pair.start > mark.start and pair.holds & mark.family for pair in paragraph.pairs):
        return None
    if (
        mark.family == SINGLE
        and mark.start > start
        and not _LEADS_IN.search(text, mark.start - 3, mark.start)
    ):
        return None
    return None if _NARRATED.search(text, mark.end, end) else mark


def _unclosed(text: str, paragraph: _Paragraph, opened: _Mark | None) -> Iterator[Extent]:
    """The extents of the marks that never close, up to "she said" where that comes.

    A lone single mark is an apostrophe.
    """
    marks = [mark for mark in paragraph.unclosed if mark.family != SINGLE and mark is not opened]
    if not marks:
        return
    pairs, k = paragraph.pairs, 0
    ends = [mark.start for mark in marks[1:]] + [opened.start if opened else paragraph.extent[1]]
    for mark, until in zip(marks, ends, strict=True):
        end = until
        while k < len(pairs) and pairs[k].start < mark.start:
            k += 1
        while k < len(pairs) and pairs[k].start < end:
            if pairs[k].holds & mark.family or pairs[k].end > end:
                end = pairs[k].start
                break
            k += 1
        narration = _NARRATED.search(text, mark.end, end)
        if end > mark.end:
            yield mark.start, narration.start() + 1 if narration else end


def _bare(text: str, piece: Extent) -> tuple[Extent, ...]:
    start, end = piece
    return ((start, start + len(text[start:end].rstrip())),)


def _levelled(found: list[tuple[tuple[Extent, ...], bool]]) -> list[Quotation]:
    quotations = []
    open_ends: list[int] = []
    for pieces, closed in sorted(found, key=lambda one: (one[0][0][0], -one[0][-1][1])):
        while open_ends and open_ends[-1] <= pieces[0][0]:
            open_ends.pop()
        quotations.append(Quotation(pieces=pieces, level=len(open_ends), closed=closed))
        open_ends.append(pieces[-1][1])
    return quotations


def _pair(text: str, extent: Extent) -> _Paragraph:
    """Pair the marks of one paragraph; the outermost pairs come in order of start after `sorted`."""
    marks = list(_marks(text, extent))
    if not marks:
        return _Paragraph(extent, [], [])
    stack: list[list[int]] = []  # index of the mark, families held
    is_open = dict.fromkeys((DOUBLE, SINGLE, ANGLE, SMALL_ANGLE, CORNER), 0)
    pairs: list[_Pair] = []
    waits = _better_follows(marks)
    for i, mark in enumerate(marks):
        role = mark.role
        if role == EITHER:
            role = CLOSE if is_open[mark.family] else OPEN
        if role == OPEN:
            stack.append([i, mark.family])
            is_open[mark.family] += 1
        elif is_open[mark.family] and not (role == WEAK and waits[i]):
            if mark.family == SINGLE and marks[stack[-1][0]].family != SINGLE:
                continue
            held = mark.family
            while True:
                k, inside = stack.pop()
                held |= inside
                is_open[marks[k].family] -= 1
                if marks[k].family == mark.family:
                    break
            pairs.append(_Pair(marks[k].start, mark.end, held))
            if stack:
                stack[-1][1] |= held
    pairs.sort()
    return _Paragraph(extent, pairs, [marks[k] for k, _ in stack if _opens(text, marks[k])])


def _opens(text: str, mark: _Mark) -> bool:
    """Whether a mark that nothing closes opens a quotation: a ” too, where it stands before a word."""
    if mark.role != EITHER:
        return mark.role == OPEN
    free = mark.start == 0 or text[mark.start - 1].isspace()
    return free and text[mark.end : mark.end + 1].isalnum()


def _better_follows(marks: list[_Mark]) -> list[bool]:
    """For each mark, whether the next of its family that is not weak closes."""
    follows = [False] * len(marks)
    closes: dict[int, bool] = {}
    for i in range(len(marks) - 1, -1, -1):
        mark = marks[i]
        follows[i] = closes.get(mark.family, False)
        if mark.role != WEAK:
            closes[mark.family] = mark.role == CLOSE
    return follows


def _marks(text: str, extent: Extent) -> Iterator[_Mark]:
    first, last = extent
    for run in _RUN.finditer(text, first, last):
        start, end = run.span()
        before = text[start - 1] if start > first else " "
        after = text[end] if end < last else " "
        flanks = _flanks(text, before, after, end)
        if end - start == 1:
            parts: Iterable[Extent] = (run.span(),)
        else:
            parts = [m.span() for m in _MARK.finditer(text, start, end)]
        for s, e in parts:
            sign = text[s:e]
            family = _FAMILY.get(sign, DOUBLE)
            role = (
                _single(text, sign, flanks, before, e) if family == SINGLE else _double(sign, flanks, before)
            )
            if role:
                yield _Mark(s, e, family, role)


def _flanks(text: str, before: str, after: str, end: int) -> str:
    """What the neighbours of a run of marks let it be."""
    free_left = before.isspace() or before in "([{/"
    free_right = after.isspace()
    if free_left:
        if free_right:
            return EITHER
        if after in _ENDS_BEFORE:
            return OPEN if after == "…" or text.startswith("..", end) or before in "([{" else EITHER
        return OPEN
    if before in _DASHES:
        return CLOSE if free_right or after in _ENDS_BEFORE else OPEN
    return CLOSE if free_right or after in _ENDS_BEFORE or after in _DASHES else EITHER


def _double(sign: str, flanks: str, before: str) -> str | None:
    """The role of a mark that is not a single one; None for one that is no quotation mark here."""
    likes = _LIKES.get(sign)
    if sign in _ONE_WAY:
        return likes
    if likes is None or sign == "”":
        if before.isdigit() and flanks != OPEN:
            return WEAK
        if likes is None:
            return flanks
    if flanks == EITHER:
        return EITHER if sign == "“" else likes
    return EITHER if likes == CLOSE and flanks == OPEN else flanks


def _single(text: str, sign: str, flanks: str, before: str, end: int) -> str | None:
    """The role of a single mark; None for an apostrophe."""
    if flanks == OPEN:
        return None if sign == "’" or _ELISION.match(text, end) else OPEN
    if flanks == EITHER or sign in "‚‛`":
        return OPEN if sign == "‘" and before.isspace() else None
    possessive = before in "szxSZX" or before.isdigit() or text.endswith("in", 0, end - 1)
    return WEAK if possessive and text[end : end + 1].isspace() else CLOSE
