"""Expressions as newspapers write them, on both sides of the Atlantic; the article is of 19 February 2025."""

import pytest

from onrecord.analysis.times import find_times

PUBLISHED = "2025-02-19"
"""A Wednesday."""


def read(text: str, published: str = PUBLISHED) -> list[tuple[str, str | None]]:
    """The expressions of a text with their values."""
    return [(timex.text, timex.value) for timex in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He kept goal in 2018/19.", [("2018", "2018"), ("19", "2019")]),
        ("He kept goal in 1999/2000.", [("1999", "1999"), ("2000", "2000")]),
        ("The 1960s and 70s were loud.", [("The 1960s", "196"), ("70s", "197")]),
        ("The 1880s and 90s were quiet.", [("The 1880s", "188"), ("90s", "189")]),
        ("All through the Fifties and Sixties.", [("the Fifties", "195"), ("Sixties", "196")]),
        ("Post-1960 blocks and pre-1914 terraces.", [("1960", "1960"), ("1914", "1914")]),
        ("It lasted from 2003 until at least 2011.", [("2003", "2003"), ("2011", "2011")]),
        ("Rome sacked it in AD 70.", [("AD 70", "0070")]),
        ("Rome sacked it in A.D. 410.", [("A.D. 410", "0410")]),
        ("The fair is in the first week of June.", [("the first week of June", "2025-06")]),
        ("The fair was in the last days of 2023.", [("the last days of 2023", "2023")]),
        ("The fair opens on the first day of June.", [("the first day of June", "2025-06-01")]),
    ],
)
def test_years_and_parts_of_them(text: str, expected: list[tuple[str, str]]) -> None:
    """Seasons over two years, decades side by side, eras before the year, the first week of a month."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board sits a week on Monday.", [("a week on Monday", "2025-03-03")]),
        ("The board sits Friday week.", [("Friday week", "2025-02-28")]),
        ("It sits two weeks from Friday.", [("two weeks from Friday", "2025-03-07")]),
        ("It sat a week ago Monday.", [("a week ago Monday", "2025-02-10")]),
        ("She left a week ago today.", [("a week ago today", "2025-02-12")]),
        ("She left a year ago today.", [("a year ago today", "2024-02-19")]),
        ("She left two years ago this month.", [("two years ago this month", "2023-02")]),
        ("She left ten years ago this week.", [("ten years ago this week", "2015-W08")]),
        ("She left the day before yesterday.", [("the day before yesterday", "2025-02-17")]),
        ("She leaves the day after tomorrow.", [("the day after tomorrow", "2025-02-21")]),
        ("She left the month before last.", [("the month before last", "2024-12")]),
        ("She leaves the week after next.", [("the week after next", "2025-W10")]),
        ("She left the night before last.", [("the night before last", "2025-02-17TNI")]),
        ("He was banned for a week on Monday.", [("a week", "P1W"), ("Monday", "2025-02-17")]),
    ],
)
def test_weeks_and_days_beyond_the_next(text: str, expected: list[tuple[str, str]]) -> None:
    """Some expressions step twice: a week on Monday, the day before yesterday, a year ago today."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("They met on Friday the 13th.", "2025-06-20", "2025-06-13"),
        ("They met on Friday the 13th.", "2025-02-19", "2024-12-13"),
        ("They will meet on Friday the 13th.", "2025-02-19", "2025-06-13"),
        ("Unions marched on May Day.", "2025-05-03", "2025-05-01"),
        ("Poppies were laid on Remembrance Sunday.", "2025-11-11", "2025-11-09"),
        ("Polls opened early on Election Day.", "2024-11-06", "2024-11-05"),
        ("Crowds came for Presidents Day.", "2025-02-19", "2025-02-17"),
        ("Pancakes were tossed on Shrove Tuesday.", "2025-03-06", "2025-03-04"),
        ("He volunteered after 9/11.", "2025-02-19", "2001-09-11"),
    ],
)
def test_named_days(text: str, published: str, value: str) -> None:
    """Days that have a name are computed."""
    assert [found for _, found in read(text, published)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in the small hours of Monday.", [("the small hours of Monday", "2025-02-17TMO")]),
        ("It fell in the early hours of 3 May 2019.", [("the early hours of 3 May 2019", "2019-05-03TMO")]),
        (
            "It fell in the early morning hours of 3 May 2019.",
            [("the early morning hours of 3 May 2019", "2019-05-03TMO")],
        ),
        (
            "It sank on the night of 3-4 May 1915.",
            [("the night of 3", "1915-05-03TNI"), ("4 May 1915", "1915-05-04")],
        ),
        ("Posted 19 Feb 2025 08.30 GMT", [("19 Feb 2025 08.30 GMT", "2025-02-19T08:30")]),
        ("Help came within minutes.", [("minutes", "PTXM")]),
        ("They meet once every three years.", [("once every three years", "P3Y")]),
        ("The twice-weekly boat sank.", [("twice-weekly", "P1W")]),
        ("It is held annually.", [("annually", "P1Y")]),
        ("Sales in the year to March fell.", [("the year", "P1Y"), ("March", "2025-03")]),
    ],
)
def test_hours_lengths_and_sets(text: str, expected: list[tuple[str, str]]) -> None:
    """Small hours, nights over two days, British clocks, sets, company years."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Profit is to grow by 20% annually.",
        "Trading hours are under review.",
        "The Tonight Show and the Today programme.",
        "Add 3/4 of a cup, or and/or 7/8.",
        "Summer Lee voted no.",
        "Resolution 1701 and section 1983 were cited.",
    ],
)
def test_no_times(text: str) -> None:
    """Rates, shop hours, programmes, fractions and names are passed over."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chairman to quit Friday", ["2025-02-21"]),
        ("In a bid to save cash Monday, the firm shut two shops.", ["2025-02-17"]),
        ("The inquiry, in its third week, continues on Thursday.", ["2025-02-20"]),
        ("The bill goes to the lower house on Monday.", ["2025-02-24"]),
        ("Ministers meet again on Saturday.", ["2025-02-22"]),
        ("The Bulls play Boston on Sunday.", ["2025-02-23"]),
        ("The shop is open on Saturdays, but it was shut on Monday.", ["XXXX-WXX-6", "2025-02-17"]),
        ("Monday is a holiday.", ["2025-02-24"]),
        ("Traders waited for Thursday's figures.", ["2025-02-20"]),
        ("Ahead of Friday's meeting, envoys were glum.", ["2025-02-21"]),
        ("Hopes for Sunday's vote are high.", ["2025-02-23"]),
        ("Gold for April delivery fell.", ["2025-04"]),
        ("She was to have spoken Monday.", ["2025-02-17"]),
        ("Bars may open until 1am on Friday.", ["2025-02-21T01:00", "2025-02-21"]),
        ("They may close on Friday, Saturday and Sunday.", ["2025-02-14", "2025-02-15", "2025-02-16"]),
        ("Shops will shut on Friday, Saturday and Sunday.", ["2025-02-21", "2025-02-22", "2025-02-23"]),
        ("It struck on Tuesday and Monday.", ["2025-02-18", "2025-02-17"]),
        ("He took office on 6 January. The previous Thursday he had wed.", ["2025-01-06", "2025-01-02"]),
    ],
)
def test_the_direction_of_the_press(text: str, expected: list[str]) -> None:
    """Headlines, presents for what is planned, "ahead of", rows of weekdays."""
    assert [value for _, value in read(text)] == expected


HISTORY = (
    "The abbey was begun in 1132. In 1140 it had a roof. It burned in 1147 and again in 1201. "
    "The monks left in 1539. In 1611 the stone was sold. "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The earl came in December 1642. In January he fled.", ["1642-12", "1643-01"]),
        (
            "The earl came on 3 May 1642 under the charter of 1629. On 9 May he fled.",
            ["1642-05-03", "1629", "1642-05-09"],
        ),
        (
            "The earl came on 3 May 1642 and stayed until 1646. On 9 June it snowed.",
            ["1642-05-03", "1646", "1642-06-09"],
        ),
        ("The earl came in 1642 with the men of '39.", ["1642", "1639"]),
    ],
)
def test_a_history_goes_on(text: str, expected: list[str]) -> None:
    """A story passes the end of a year, is not led astray by years named in passing, knows its century."""
    assert [value for _, value in read(HISTORY + text)][-len(expected) :] == expected


def test_dates_in_a_row_share_the_year_of_the_last() -> None:
    """One year is said for all: "in April and June 1955"."""
    text = "Floods came in April and June 2021, and on 3 May and 8 July 2022."
    assert [value for _, value in read(text)] == ["2021-04", "2021-06", "2022-05-03", "2022-07-08"]


def test_early_years_and_counts() -> None:
    """A number before 1500 is a year before a function word, a count before a noun."""
    assert read("In 1215 the barons met.") == [("1215", "1215")]
    assert read("It was found in 1100 homes.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clocks change on the last Sunday in October.", [("the last Sunday in October", "2024-10-27")]),
        ("It will be held on the first Monday of May.", [("the first Monday of May", "2025-05-05")]),
        ("It was held on the third Friday of June 2019.", [("the third Friday of June 2019", "2019-06-21")]),
        ("They meet on the first Friday of every month.", [("the first Friday of every month", "P1M")]),
        ("Output fell in the final quarter of 2023.", [("the final quarter of 2023", "2023-Q4")]),
        (
            "Profit fell in the quarter ended June 30.",
            [("the quarter", "2024-Q2"), ("June 30", "2024-06-30")],
        ),
        ("It happened back in the spring.", [("the spring", "2024-SP")]),
        ("The funeral is Saturday.", [("Saturday", "2025-02-22")]),
        ("The hearing is at noon on Friday.", [("noon", "2025-02-21T12:00"), ("Friday", "2025-02-21")]),
        ("It is at 3 p.m. EST on Friday.", [("3 p.m. EST", "2025-02-21T15:00"), ("Friday", "2025-02-21")]),
        ("It was at 3 p.m. EST on Friday.", [("3 p.m. EST", "2025-02-14T15:00"), ("Friday", "2025-02-14")]),
        (
            "Rain is forecast for Friday into Saturday.",
            [("Friday", "2025-02-21"), ("Saturday", "2025-02-22")],
        ),
        ("Drivers walk out on Friday.", [("Friday", "2025-02-21")]),
    ],
)
def test_what_the_calendar_computes(text: str, expected: list[tuple[str, str]]) -> None:
    """The nth weekday of a month, the quarter of a day, the season that is over, the coming day."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The past century saw two world wars.", "19"),
        ("It will be settled in the next century.", "21"),
        ("It is the driest year of this century.", "20"),
        ("Two fans were hurt at the derby this weekend.", "2025-W07-WE"),
        ("The derby will be played this weekend.", "2025-W08-WE"),
    ],
)
def test_centuries_and_this_weekend(text: str, value: str) -> None:
    """Centuries are counted from publication; "this weekend" may be the one just over."""
    assert read(text, "2025-02-18")[-1][1] == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial should last six weeks.", [("six weeks", "P6W")]),
        ("It is expected to last two days.", [("two days", "P2D")]),
        ("It rained for the last two days.", [("the last two days", "P2D")]),
        ("Some 12 people a day die.", []),
        ("He would not attend Saturday's rally.", [("Saturday", "2025-02-22")]),
        ("They cancelled Saturday's rally.", [("Saturday", "2025-02-15")]),
        ("The champion faces a stern test Friday.", [("Friday", "2025-02-21")]),
    ],
)
def test_last_as_a_verb_rates_and_events_to_come(text: str, expected: list[tuple[str, str]]) -> None:
    """A verb "last" opens no length; people a day are a rate; a rally may be over or to come."""
    assert read(text) == expected
