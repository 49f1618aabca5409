"""A text as the rules see it, and the claims that they make of it."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.analysis.claims import cues
from onrecord.analysis.claims.cues import CUES, QUOTE, TELL
from onrecord.analysis.parts import Extent, Quotation, Tokens
from onrecord.reading.dateline import read_dateline

PHRASE = 6
"""Words of a quotation, marks included, that is a phrase or a name and no sentence itself."""
MARGIN = 3
"""Blank words behind the last one, so that a look ahead needs no check."""
NEAR = 40
"""Words after a verb within which what it reports is looked for."""

LONGEST = 120
"""Words outside quotations, and quotations, that one sentence is taken to have at most."""

Range = tuple[int, int]
"""Word indices, half-open."""


class Claim(NamedTuple):
    """One reporting word with its source and what it reports, before quotations are joined to it."""

    cue: Extent
    source: Extent | None
    content: tuple[Extent, ...]
    rule: str
    confidence: float
    """The share of such claims that were right where the rules were tuned."""
    inside: bool = False
    """Whether it stands in a quotation: it counts only where that quotation is somebody's."""


class Scene(NamedTuple):
    """A text as the rules see it.

    `inside` has for each word the number of the quotation that it stands in, or -1; `quotes` and `sentences`
    are word indices, half-open. `low` and `inside` have some blank words more than `words`.
    """

    text: str
    words: list[Extent]
    low: list[str]
    inside: list[int]
    quotes: list[Range]
    sentences: list[Range]
    heads: dict[int, int]
    """The first word of each paragraph, and where the paragraph ends."""


class Draft:
    """A claim in the making, in word ranges."""

    __slots__ = ("aside", "cue", "left", "right", "rule", "saying", "source", "start")

    def __init__(self, cue: Range, source: Range | None, start: int, rule: str) -> None:
        self.cue, self.source, self.start, self.rule = cue, source, start, rule
        self.left: Range | None = None
        self.right: Range | None = None
        self.saying = True
        """Whether the verb is one of saying, not of thinking, wanting or judging."""
        self.aside = False
        """Whether it stands inside what another one reports, or in a relative clause."""


def see(tokens: Tokens, quotations: Sequence[Quotation]) -> Scene:
    """The text with its outer quotations, which hide what stands in them."""
    text, words = tokens.text, tokens.words
    inside, quotes = _marked(words, quotations)
    lower = text.lower()
    if len(lower) == len(text):
        low = [lower[start:end] for start, end in words]
    else:  # a few letters grow longer in lower case
        low = [text[start:end].lower() for start, end in words]
    low += ["\n"] * MARGIN
    heads = {bisect_left(words, (start,)): bisect_left(words, (end,)) for start, end in tokens.paragraphs}
    sentences = _sentences(tokens, low, inside, heads)
    for head, first in _datelines(tokens):
        heads.pop(head, None)
        sentences = [
            (first if head <= a < first else a, b) for a, b in sentences if not head <= a < b <= first
        ]
    return Scene(text, words, low, inside, quotes, sentences, heads)


DATELINES = 3
"""Paragraphs from the first on of which one may open with a dateline (headings stand before it)."""


def _datelines(tokens: Tokens) -> Iterator[Range]:
    """The first word of a paragraph that opens with a dateline, and the first word after that."""
    for start, end in tokens.paragraphs[:DATELINES]:
        found = read_dateline(tokens.text[start : min(end, start + NEAR * 10)])
        if found:
            yield bisect_left(tokens.words, (start,)), bisect_left(tokens.words, (start + found[0].end,))
            return


def see_inside(scene: Scene, tokens: Tokens, quotations: Sequence[Quotation]) -> Scene:
    """The insides of the outer quotations as a scene of their own, with the quotations nested in them."""
    inside, quotes = _marked(scene.words, quotations)
    starts = [bisect_left(scene.words, (start,)) for start, _ in tokens.sentences]
    sentences: list[Range] = []
    for first, last in scene.quotes:
        within = starts[bisect_left(starts, first + 2) : bisect_left(starts, last - 1)]
        sentences += pairwise([first + 1, *within, last - 1])
    sentences = [part for a, b in sentences if a < b for part in _portions(inside, a, b)]
    return scene._replace(inside=inside, quotes=quotes, sentences=sentences, heads={})


def _marked(words: list[Extent], quotations: Sequence[Quotation]) -> tuple[list[int], list[Range]]:
    inside = [-1] * (len(words) + MARGIN)
    quotes: list[Range] = []
    for quotation in quotations:
        for start, end in quotation.pieces:
            first, last = bisect_left(words, (start,)), bisect_left(words, (end,))
            inside[first:last] = [len(quotes)] * (last - first)
            quotes.append((first, last))
    return inside, quotes


def _sentences(tokens: Tokens, low: list[str], inside: list[int], heads: Container[int]) -> list[Range]:
    """The sentences as word ranges, put together again where the split falls inside a quotation."""
    words = tokens.words
    ranges: list[Range] = []
    for start, end in tokens.sentences:
        first, last = bisect_left(words, (start,)), bisect_left(words, (end,))
        new = first in heads and inside[first] < 0
        if ranges and first < last and not new and _same_sentence(low, inside, first, last):
            ranges[-1] = (ranges[-1][0], last)
        else:
            ranges.append((first, last))
    return [part for one in ranges for part in _portions(inside, *one)]


def _portions(inside: list[int], first: int, last: int) -> Iterator[Range]:
    """The sentence; one beyond all measure in portions, so that time stays linear in the text's length."""
    if last - first > LONGEST:
        weight = 0
        for k in range(first + 1, last):
            weight += inside[k] < 0 or inside[k] != inside[k - 1]
            if weight > LONGEST and (inside[k] < 0 or inside[k] != inside[k - 1]):
                yield first, k
                first, weight = k, 0
    yield first, last


def _same_sentence(low: list[str], inside: list[int], first: int, last: int) -> bool:
    """Whether a sentence goes on at `first`: in a quotation, or after one that asks ('"Why?" Lee said.')."""
    if inside[first] >= 0:
        return inside[first] == inside[first - 1]
    if inside[first - 1] < 0 or last_inner(low, first) not in {"?", "!", "…", "...", "-", "—", "–"}:
        return False
    for k in range(first + 1, min(first + 9, last)):
        cue = CUES.get(low[k])
        if cue and cue.takes & QUOTE:
            return _ends_there(low, inside, k, min(last, k + NEAR), hearer=bool(cue.takes & TELL))
    return False


def _ends_there(low: list[str], inside: list[int], k: int, end: int, *, hearer: bool) -> bool:
    """Whether the verb at `k` reports nothing that follows."""
    if k + 1 >= end or not low[k + 1][0].isalpha():
        return k + 1 >= end or low[k + 1] in {",", ".", ";"}
    if any(q >= 0 for q in inside[k + 1 : end]) or "that" in low[k + 1 : end]:
        return False
    return hearer or low[k + 1] in cues.ADJUNCTS


MARKS = frozenset("\"'“”„‟‘’‚‛`«»‹›「」『』")


def last_inner(low: list[str], last: int) -> str:
    """The last word inside a quotation that ends before `last`: a comma, say, in '"Yes," she said'."""
    k = last - 1
    while k > 0 and low[k] in MARKS:
        k -= 1
    return low[k]
