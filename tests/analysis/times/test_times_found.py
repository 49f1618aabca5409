"""What is an expression of time and what is none."""

import pytest

from onrecord.analysis.times import find_times

PUBLISHED = "2025-02-19"
"""A Wednesday."""


def found(text: str, published: str | None = PUBLISHED) -> list[str]:
    """The expressions found, as written."""
    return [timex.text for timex in find_times(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "Some 2,000 people watched the Boeing 737 land.",
        "Flight 1549 came down beside pier 40.",
        "You may march for a second if they let you.",
        "The Sunday Times asked; the Daily Echo answered.",
        "He walked to the 7-Eleven, open 24/7.",
        "They won 3-2 after a 52-48 vote.",
        "A 6-year-old boy and his sister, 11, slept.",
        "She is 30 years old.",
        "The office is at 1600 Chestnut Avenue.",
        "It cost $2025 and weighed 1999 pounds.",
        "Unemployment reached 5.25 and the ratio 2.46.",
        "Prices fall and rivers spring from rock.",
        "A march began; many may join.",
        "Theresa May met April Jones.",
        "Super Tuesday voters and Cyber Monday buyers differ.",
        "The annual report was good.",
        "Three quarters of them agreed.",
        "At the end of the day, trust counts.",
        "They soon left.",
        "Now, the question is why.",
        "She earns $21.22 an hour, and 600 seats a week are sold.",
        "Add item A1998 to part 2-1998B.",
    ],
)
def test_figures_ages_names_and_verbs_are_no_times(text: str) -> None:
    """Counts, ages, scores, names, modal and other verbs are passed over."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She arrived early in March and left late on Tuesday.", ["early in March", "Tuesday"]),
        ("It opened in late May 2021.", ["late May 2021"]),
        ("Since taking office last month she has waited.", ["last month"]),
        ("He left earlier this week.", ["earlier this week"]),
        ("The fair runs March 4-6.", ["March 4", "6"]),
        ("The fair runs from 3 to 5 May.", ["3", "5 May"]),
        ("Between 2010 and 2014 rents doubled.", ["2010", "2014"]),
        ("The war of 1914-18 ended.", ["1914", "18"]),
        ("They spoke for more than two hours.", ["more than two hours"]),
        ("A two-year plan, a 17-day strike.", ["two-year", "17-day"]),
        ("It took over 40 days and over a week.", ["40 days", "over a week"]),
        ("The third-quarter loss grew in the third quarter.", ["third-quarter", "the third quarter"]),
        ("The game is at 3 p.m. EST on Sunday.", ["3 p.m. EST", "Sunday"]),
        ("We met on Wednesday, Feb. 19, 2025.", ["Wednesday, Feb. 19, 2025"]),
        ("Doors open at 14:30 local time.", ["14:30 local time"]),
        ("He was shot on the night of 4 May.", ["the night of 4 May"]),
        ("May I ask? In May, you may.", ["May"]),
        ("I would like to know by May.", ["May"]),
        ("The May election surprised.", ["May"]),
        ("Votes on April 24 and 25.", ["April 24", "25"]),
        ("On April 24 and 25 people came.", ["April 24"]),
        ("The talks broke up after half an hour.", ["half an hour"]),
    ],
)
def test_extents(text: str, expected: list[str]) -> None:
    """An expression takes in what belongs to it: early, more than, the weekday, the zone; not "on"."""
    assert found(text) == expected


def test_an_expression_may_cross_one_line_end_but_no_empty_line() -> None:
    """Hard-wrapped text is read across its line ends; paragraphs stay apart."""
    assert found("They met last\nweek and on March\n3.") == ["last\nweek", "March\n3"]
    assert found("He chaired the last\n\nweek of talks.") == []


def test_curly_marks_are_as_good_as_straight_ones() -> None:
    """Apostrophes of either form make short years and decades."""
    assert found("the class of ’68 and the ’80s") == ["’68", "the ’80s"]
    assert found("the class of '68 and the '80s") == ["'68", "the '80s"]


def test_text_is_the_publishers() -> None:
    """The text of an expression is the characters at its offsets, no-break spaces and all."""
    text = "On 19\u00a0February it rained — 😀 — and on Tuesday too."
    times = find_times(text, PUBLISHED)
    assert [timex.text for timex in times] == [text[timex.start : timex.end] for timex in times]
    assert times[-1].text == "Tuesday"
