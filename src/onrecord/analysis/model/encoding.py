"""A text as the model reads it: word pieces, what the uncased vocabulary hides of each word, and its words.

The encoder's vocabulary is uncased, so case goes in as a feature of its own, and so do the quotation marks
that `analysis.marks` paired and where sentences and paragraphs begin. Training reads its corpora through the
same function, so that what the model sees is the same then and now.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.analysis.parts import Extent, Quotation, Tokens

Ints = NDArray[np.int64]

SHAPES = ("lower", "letter", "upper", "title", "mixed", "digit", "punctuation")
QUOTED = ("outside", "opening", "closing", "inside", "nested")
STARTS = ("none", "sentence", "paragraph")
N_FEATURES = len(SHAPES) * len(QUOTED) * len(STARTS)
_LOWER, _LETTER, _UPPER, _TITLE, _MIXED, _DIGIT, _PUNCTUATION = range(len(SHAPES))
_OUTSIDE, _OPENING, _CLOSING, _INSIDE, _NESTED = range(len(QUOTED))


class Encoded(NamedTuple):
    """A text's word pieces, and its words (runs of letters and digits, or single marks)."""

    ids: Ints
    """One vocabulary id a piece."""
    features: Ints
    """One feature id a piece, below `N_FEATURES`: see `split_feature`."""
    extents: list[Extent]
    """One extent a word, in code points."""
    first: Ints
    """One index into the pieces a word."""
    paragraphs: list[tuple[int, int]]
    """Ranges of words, in order; every word is in one."""
    sentences: list[int]
    """The words that begin a sentence, in order."""


def split_feature(features: Ints) -> tuple[Ints, Ints, Ints]:
    """Feature ids as indexes into `SHAPES`, `QUOTED` and `STARTS`."""
    rest, start = np.divmod(features, len(STARTS))
    shape, quoted = np.divmod(rest, len(QUOTED))
    return shape, quoted, start


def encode(tokenizer: Tokenizer, tokens: Tokens, quotations: Sequence[Quotation]) -> Encoded:
    """The text of `tokens` for the model.

    The tokenizer must split at white space and at every mark, as BERT's does, and add nothing.
    """
    encoding = tokenizer.encode(tokens.text, add_special_tokens=False)
    ids = np.array(encoding.ids, np.int64)
    if not len(ids):
        return Encoded(ids, ids, [], ids, [], [])
    offsets = np.array(encoding.offsets, np.int64).reshape(-1, 2)
    numbers = np.array([-1 if number is None else number for number in encoding.word_ids], np.int64)
    first = np.flatnonzero(np.diff(numbers, prepend=-2))
    last = np.append(first[1:], len(ids)) - 1
    starts = offsets[first, 0]
    extents = list(zip(starts.tolist(), offsets[last, 1].tolist(), strict=True))
    begins = _begins(starts, tokens)
    words = _shapes(tokens.text, extents) * len(QUOTED) + _quoted(starts, quotations)
    words = words * len(STARTS) + begins
    return Encoded(
        ids=ids,
        features=np.repeat(words, last - first + 1),
        extents=extents,
        first=first,
        paragraphs=_paragraphs(starts, tokens),
        sentences=np.flatnonzero(begins).tolist(),
    )


def _shapes(text: str, extents: Sequence[Extent]) -> Ints:
    return np.array([_shape(text[start:end]) for start, end in extents], np.int64)


def _shape(word: str) -> int:
    if word.islower():
        return _LOWER
    if not word[0].isalnum():
        return _PUNCTUATION
    if word[0].isdigit():
        return _DIGIT
    if word.isupper():
        return _UPPER if len(word) > 1 else _LETTER
    return _TITLE if word.istitle() else _MIXED


def _quoted(starts: Ints, quotations: Sequence[Quotation]) -> Ints:
    """For each word where it stands to the quotations; their own marks are their first and last words."""
    state = np.zeros(len(starts), np.int64)
    for quotation in sorted(quotations, key=lambda quotation: quotation.level):
        for piece in quotation.pieces:
            a, b = np.searchsorted(starts, piece)
            if a == b:
                continue
            if quotation.level:
                state[a:b] = _NESTED
                continue
            state[a:b] = _INSIDE
            state[a] = _OPENING
        if not quotation.level and quotation.closed and b - a > 1:
            state[b - 1] = _CLOSING
    return state


def _begins(starts: Ints, tokens: Tokens) -> Ints:
    begins = np.zeros(len(starts), np.int64)
    for kind, extents in ((1, tokens.sentences), (2, tokens.paragraphs)):
        places = np.searchsorted(starts, [start for start, _ in extents])
        begins[places[places < len(starts)]] = kind
    return begins


def _paragraphs(starts: Ints, tokens: Tokens) -> list[tuple[int, int]]:
    """Ranges of words; words outside all paragraphs (there are none in practice) go with the one before."""
    bounds = np.searchsorted(starts, [start for start, _ in tokens.paragraphs]).tolist()
    if not len(starts):
        return []
    bounds[:1] = [0]
    ends = [*bounds[1:], len(starts)]
    return [(a, b) for a, b in zip(bounds or [0], ends, strict=False) if a < b]


def words_within(encoded: Encoded, start: int, end: int) -> tuple[int, int]:
    """The range of words that the extent touches."""
    a = bisect_right(encoded.extents, start, key=lambda extent: extent[1])
    b = bisect_right(encoded.extents, end - 1, key=lambda extent: extent[0])
    return a, max(a, b)
