"""The quotations of a text as the attributions need them: in words, and what sort of speech they make."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.analysis.attributions.drafts import Range
from onrecord.analysis.model.encoding import Encoded, words_within
from onrecord.analysis.parts import Extent, Quotation, Tokens
from onrecord.reading.language import UNSPACED
from onrecord.record import StatementType

DIRECT_SHARE = 0.95
SENTENCE_WORDS = 4
"""A quotation of fewer words is no sentence by itself."""
SHORTEST = 3
"""Words of a quotation that a content must take whole, marks among them."""
CLOSERS = "\"'”’»›«‹“‘」』"
_ENDS = frozenset(".!?…。！？")
_STOPS = frozenset(".!?…—–-,:;。！？")


class Spoken(NamedTuple):
    """A quotation that may be said by somebody whom its own sentence does not name."""

    pieces: tuple[Range, ...]
    paragraph: int
    """The paragraph of its first piece."""
    until: int
    """The paragraph of its last piece."""
    sentence: bool
    """Whether it holds sentences of its own and is no mere phrase of the outlet's sentence."""
    alone: bool
    """Whether it is all of its paragraph."""


class Marked(NamedTuple):
    """The quotations of one level."""

    extents: list[Extent]
    closed: list[Range]
    """Each piece of a quotation that has both its marks, of `SHORTEST` words or more."""
    spoken: list[Spoken]
    paragraphs: list[Range]

    @classmethod
    def of(cls, tokens: Tokens, quotations: Sequence[Quotation], encoded: Encoded, level: int) -> "Marked":
        """The quotations of a level, 0 for the outer ones."""
        here = [quotation for quotation in quotations if quotation.level == level]
        extents = [piece for quotation in here for piece in quotation.pieces]
        closed = [words_within(encoded, *piece) for q in here if q.closed for piece in q.pieces]
        return cls(
            extents=sorted(extents),
            closed=sorted(words for words in closed if words[1] - words[0] >= SHORTEST),
            spoken=[_spoken(tokens, quotation, encoded) for quotation in here],
            paragraphs=encoded.paragraphs,
        )


def _spoken(tokens: Tokens, quotation: Quotation, encoded: Encoded) -> Spoken:
    at = [bisect_right(tokens.paragraphs, (start, 1 << 60)) - 1 for start, _ in quotation.pieces]
    paragraph = tokens.paragraphs[at[0]]
    pieces = tuple(words_within(encoded, *piece) for piece in quotation.pieces)
    return Spoken(
        pieces=pieces,
        paragraph=_paragraph_of(encoded, pieces[0][0]),
        until=_paragraph_of(encoded, pieces[-1][0]),
        sentence=_is_sentence(tokens.text, quotation, paragraph),
        alone=_is_paragraph(tokens.text, quotation, tokens.paragraphs[at[-1]], paragraph),
    )


def _paragraph_of(encoded: Encoded, word: int) -> int:
    """The index of a word's paragraph among those that have words."""
    return bisect_right(encoded.paragraphs, word, key=lambda paragraph: paragraph[0]) - 1


def _is_sentence(text: str, quotation: Quotation, paragraph: Extent) -> bool:
    (start, _), (_, end) = quotation.pieces[0], quotation.pieces[-1]
    before = text[max(paragraph[0], start - 8) : start].rstrip()
    if before and before[-1] not in _STOPS and before[-1] not in CLOSERS:
        return False
    inner = text[start:end].strip(CLOSERS).rstrip()
    stopped = text[end : end + 2].lstrip()[:1] in _ENDS  # '"We wait".' with the stop outside
    if (stopped or inner[-1:] in _ENDS) and (not before or before[-1] in _ENDS):
        return True
    return len(inner.split(None, SENTENCE_WORDS)) >= SENTENCE_WORDS and (
        inner[-1] in _STOPS or end >= paragraph[1]
    )


def _is_paragraph(text: str, quotation: Quotation, last: Extent, first: Extent) -> bool:
    return quotation.pieces[0][0] == first[0] and len(text[quotation.pieces[-1][1] : last[1]].strip()) <= 1


def is_long(text: str, quotation: Quotation) -> bool:
    """Whether it may be a sentence: by its words, or by its characters where words are not set apart."""
    words = "".join(text[start:end] for start, end in quotation.pieces)
    return len(words.split()) > SENTENCE_WORDS or len(UNSPACED.findall(words)) > 2 * SENTENCE_WORDS


def sort_of(text: str, content: Sequence[Extent], marks: Sequence[Extent]) -> StatementType:
    """By the share of the content's letters that stand in quotation marks; `marks` are sorted."""
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
