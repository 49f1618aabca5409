from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.model.encoding import Encoded
from onrecord.analysis.model.windowing import bounds, windows


def text_of(paragraphs: list[list[list[int]]]) -> Encoded:
    """A text whose words have so many pieces, in sentences, in paragraphs."""
    words = [n for paragraph in paragraphs for sentence in paragraph for n in sentence]
    ends = np.cumsum([0, *words], dtype=np.int64)
    ranges, sentences, at = [], [], 0
    for paragraph in paragraphs:
        start = at
        for sentence in paragraph:
            sentences.append(at)
            at += len(sentence)
        ranges.append((start, at))
    zeros = np.zeros(ends[-1], np.int64)
    return Encoded(zeros, zeros, [(k, k + 1) for k in range(len(words))], ends[:-1], ranges, sentences)


def cores(encoded: Encoded, core: int) -> list[tuple[int, int]]:
    """The cores alone."""
    return [(window.start, window.end) for window in windows(encoded, core, 0)]


def test_whole_paragraphs_are_packed() -> None:
    """As many as fit go together; the next one begins a core of its own."""
    assert cores(text_of([[[1] * 4], [[1] * 4], [[1] * 4]]), 10) == [(0, 8), (8, 12)]


def test_a_paragraph_that_just_fits_is_whole() -> None:
    """The limit itself still fits."""
    assert cores(text_of([[[2] * 5], [[1] * 10]]), 10) == [(0, 5), (5, 15)]


def test_a_long_paragraph_is_cut_at_sentences() -> None:
    """Where no paragraph ends in reach, the last sentence that fits ends the core."""
    assert cores(text_of([[[1] * 4, [1] * 4, [1] * 4]]), 10) == [(0, 8), (8, 12)]


def test_a_long_sentence_is_cut_between_words() -> None:
    """Where no sentence ends in reach, any word may."""
    assert cores(text_of([[[3] * 8]]), 10) == [(0, 3), (3, 6), (6, 8)]


def test_a_word_longer_than_a_core_is_one() -> None:
    """It is never cut."""
    assert cores(text_of([[[1, 30, 1]]]), 10) == [(0, 1), (1, 2), (2, 3)]


def test_context_is_whole_words() -> None:
    """On either side no more pieces than asked for."""
    found = windows(text_of([[[3] * 3], [[1] * 4], [[2] * 3]]), 4, 5)
    assert [tuple(window) for window in found if window.start == 3] == [(2, 9, 3, 7)]


@pytest.mark.parametrize("paragraphs", [[], [[]], [[[]]]])
def test_no_words_no_windows(paragraphs: list[list[list[int]]]) -> None:
    """A text without words has none."""
    assert windows(text_of(paragraphs)) == []


PIECES = st.integers(1, 12)
TEXTS = st.lists(st.lists(st.lists(PIECES, min_size=1, max_size=9), min_size=1, max_size=4), max_size=5)


@given(TEXTS, st.integers(1, 20), st.integers(0, 10))
def test_cores_cover_the_text_in_order(paragraphs: list[list[list[int]]], core: int, context: int) -> None:
    """Every word is in exactly one core, and no window is larger than it may be."""
    encoded = text_of(paragraphs)
    at, found = bounds(encoded), windows(encoded, core, context)
    assert [word for window in found for word in range(window.start, window.end)] == list(
        range(len(encoded.extents))
    )
    assert all(one.end == other.start for one, other in pairwise(found))
    for first, last, start, end in found:
        assert first <= start < end <= last
        assert at[end] - at[start] <= core or end - start == 1
        assert at[start] - at[first] <= context
        assert at[last] - at[end] <= context
