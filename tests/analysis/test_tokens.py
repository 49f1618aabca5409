from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.tokens import tokenise


def texts(text: str, kind: str) -> list[str]:
    """The words, sentences or paragraphs of a text, as strings."""
    return [text[start:end] for start, end in getattr(tokenise(text), kind)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. Hale left.", ["Mr.", "Hale", "left", "."]),
        ("the U.S. and the U.K.", ["the", "U.S.", "and", "the", "U.K."]),
        ("Sky-High didn't, O’Hara’s did", ["Sky-High", "didn't", ",", "O’Hara’s", "did"]),
        ("1,000.5 of $20", ["1,000.5", "of", "$", "20"]),
        ("J. Roe at 5 p.m.", ["J.", "Roe", "at", "5", "p.m."]),
        ("«Да», сказал он", ["«", "Да", "»", ",", "сказал", "он"]),
        ("R&D (AT&T)", ["R&D", "(", "AT&T", ")"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """Inner apostrophes, hyphens, points and the point of an abbreviation belong to a word."""
    assert texts(text, "words") == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. We left.", ["It rained.", "We left."]),
        (
            "Dr. Ode and Mrs. Roe met Sen. Pike. They ate.",
            ["Dr. Ode and Mrs. Roe met Sen. Pike.", "They ate."],
        ),
        ("He works for Pike Inc. The firm is new.", ["He works for Pike Inc.", "The firm is new."]),
        ("He works for Pike Inc. in Rome.", ["He works for Pike Inc. in Rome."]),
        ('"Is it?" she said. "Yes."', ['"Is it?" she said.', '"Yes."']),
        ("She waited... then left. So did I!", ["She waited... then left.", "So did I!"]),
        ("Well . . . it works. Good.", ["Well . . . it works.", "Good."]),
        ("He spoke (in Rome.) She sang.", ["He spoke (in Rome.)", "She sang."]),
        ("One\n\nTwo", ["One", "Two"]),
        ("今日は。明日も。", ["今日は。", "明日も。"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    """A stop ends a sentence unless an abbreviation, an initial or what follows says otherwise."""
    assert texts(text, "sentences") == sentences


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One\nTwo", ["One", "Two"]),
        ("One\r\nTwo\r\n", ["One", "Two"]),
        ("A line that\nis wrapped.\n\nNext one.", ["A line that\nis wrapped.", "Next one."]),
        ("One\n \t\n\n  Two  ", ["One", "Two"]),
        (" \n ", []),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    """Blank lines part paragraphs; only where there are none does every line stand alone."""
    assert texts(text, "paragraphs") == paragraphs


@given(st.text(alphabet="ab A.'\"-!?\n\u2028é中😀", max_size=60))
def test_extents_hold_together(text: str) -> None:
    """Words, sentences and paragraphs lie in order, apart, and nothing but white space is left out."""
    tokens = tokenise(text)
    for extents in (tokens.words, tokens.sentences, tokens.paragraphs):
        assert all(0 <= start < end <= len(text) for start, end in extents)
        assert all(a[1] <= b[0] for a, b in pairwise(extents))
        covered = {i for start, end in extents for i in range(start, end)}
        assert all(i in covered for i, char in enumerate(text) if not char.isspace())


@pytest.mark.parametrize("unit", ["a", ".", "a.", "\n ", " ", '."', "A.B", "x-"])
def test_long_runs(unit: str) -> None:
    """A text of one thing repeated without end goes through in linear time."""
    text = "a" + unit * 100_000 + "\n\nb"
    assert tokenise(text).words[-1] == (len(text) - 1, len(text))
