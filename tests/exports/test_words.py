import pytest

from onrecord.exports import _words
from onrecord.record import Dateline, Statement, When
from records import sample, simple


@pytest.mark.parametrize(
    ("confidence", "words", "number"),
    [
        (1.0, "almost certain", "1.00"),
        (0.997, "almost certain", "0.99"),
        (0.85, "very likely", "0.85"),
        (0.7, "likely", "0.70"),
        (0.5, "more likely than not", "0.50"),
        (0.1, "doubtful", "0.10"),
    ],
)
def test_confidence(confidence: float, words: str, number: str) -> None:
    """Confidence has a word and two digits; only certainty reads as 1."""
    assert _words.confidence_words(confidence) == words
    assert _words.confidence_number(confidence) == number


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-02-19", "19 February 2025"),
        ("2025-02", "February 2025"),
        ("2025", "2025"),
        ("2025-02-19T08:30", "19 February 2025, 08:30"),
        ("2025-W08", "2025-W08"),
        ("2025-SP", "2025-SP"),
        ("2025-13", "2025-13"),
        ("19X", "19X"),
        ("PAST_REF", "PAST_REF"),
        ("", ""),
    ],
)
def test_dates(value: str, words: str) -> None:
    """Dates of any precision read as dates; every other value is left alone."""
    assert _words.date_words(value) == words


@pytest.mark.parametrize(
    ("from_", "to", "words"),
    [
        ("2025-02-18", "2025-02-18", "2025-02-18"),
        ("2025-03-01", "2025-05-31", "2025-03-01 to 2025-05-31"),
        ("2025-01-01", None, "since 2025-01-01"),
        (None, "2025-01-01", "until 2025-01-01"),
        (None, None, ""),
    ],
)
def test_days(from_: str | None, to: str | None, words: str) -> None:
    """A day, a range, an open range, nothing."""
    assert _words.days(When(value="x", from_=from_, to=to, how="stated")) == words


def test_who_falls_back_on_the_source() -> None:
    """Without a known speaker the source's own words stand; without those, nobody is named."""
    s4 = sample().statements[3]
    bare = Statement(id="s1", type="direct", content=s4.content, source=s4.source, confidence=0.5)
    assert _words.who(bare, {}) == "A Danish official, who asked not to be named"
    assert _words.who(Statement(id="s1", type="direct", content=(), confidence=0.5), {}) == "Nobody named"


def test_the_dateline_is_a_place_or_its_words() -> None:
    """A report is filed from the place that its dateline names, else from what is printed there."""
    printed = Dateline(start=0, end=6, text="OSLO —")
    assert _words.dateline(sample()) == "Oslo"
    assert _words.dateline(simple("OSLO — It rained.", dateline=printed)) == "OSLO"
    assert _words.dateline(simple("It rained.")) == ""


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("PORT ANSEL —", "PORT ANSEL"),
        ("VIKMOUTH, Norland (AP) —", "VIKMOUTH, Norland"),
        ("VIKMOUTH, Feb. 19 (Reuters) -", "VIKMOUTH"),
        ("VIKMOUTH, 3 May:", "VIKMOUTH"),
        ("Vikmouth (AFP), March 3, 2024 –", "Vikmouth"),
        ("(Reuters) -", ""),
    ],
)
def test_an_unknown_place_is_shown_without_what_follows_it(printed: str, shown: str) -> None:
    """Agency, day and dash are no part of the place that a report was filed from."""
    line = Dateline(start=0, end=len(printed), text=printed)
    assert _words.dateline(simple(f"{printed} It rained.", dateline=line)) == shown


def test_negative_statements_say_so() -> None:
    """A statement that was not made is not shown as one that was."""
    refused = Statement(
        id="s1", type="indirect", content=(), act="confirm", polarity="negative", confidence=0.5
    )
    assert _words.deed(refused) == "not confirm"
