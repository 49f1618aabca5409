"""TIMEX3 types and values, and the days they cover, for an article of Wednesday 19 February 2025."""

import pytest

from onrecord.analysis.times import find_times
from onrecord.record import Time

PUBLISHED = "2025-02-19"


def only(text: str, published: str | None = PUBLISHED) -> Time:
    """The one expression of a text."""
    (timex,) = find_times(text, published)
    return timex


def values(text: str, published: str | None = PUBLISHED) -> list[str | None]:
    """The values of all expressions of a text."""
    return [timex.value for timex in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened on 19 February 2025.", "2025-02-19"),
        ("It opened on February 19th, 2025.", "2025-02-19"),
        ("It opened 2025-03-01.", "2025-03-01"),
        ("It opened 2025/03/01.", "2025-03-01"),
        ("It opened on 30-June-2024.", "2024-06-30"),
        ("It opened in the last week of 2024.", "2024"),
        ("It opened on the 4th of July 1998.", "1998-07-04"),
        ("It opened in February 2022.", "2022-02"),
        ("It opened in Sept. 2019.", "2019-09"),
        ("It opened in 1975.", "1975"),
        ("It opened in '68.", "1968"),
        ("It opened in the 1990s.", "199"),
        ("It opened in the early '80s.", "198"),
        ("It opened in the 19th century.", "18"),
        ("It opened in the twentieth century.", "19"),
        ("It opened in spring 2022.", "2022-SP"),
        ("It opened in the winter of 1943.", "1943-WI"),
        ("It opened in the first half of 2024.", "2024-H1"),
        ("It opened in the third quarter of 2024.", "2024-Q3"),
        ("It opened in Q3 2024.", "2024-Q3"),
        ("It opened in fiscal 2024.", "FY2024"),
        ("It opened in FY2026.", "FY2026"),
        ("It opened in nineteen ninety-seven.", "1997"),
        ("It opened in the year two thousand.", "2000"),
        ("It fell in 146 BC.", "BC0146"),
        ("It fell in 44 B.C. at last.", "BC0044"),
        ("It opened on Good Friday 2024.", "2024-03-29"),
        ("It opened on Christmas Day 2023.", "2023-12-25"),
    ],
)
def test_full_dates_need_no_anchor(text: str, value: str) -> None:
    """A date that says its year has its value with and without a publication date."""
    assert only(text).value == value
    assert only(text, None).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It closed today.", "2025-02-19"),
        ("It closed yesterday.", "2025-02-18"),
        ("It will close tomorrow.", "2025-02-20"),
        ("It closed this week.", "2025-W08"),
        ("It closed last week.", "2025-W07"),
        ("It will close next week.", "2025-W09"),
        ("It closed last month.", "2025-01"),
        ("It closed last year.", "2024"),
        ("It will close late next year.", "2026"),
        ("It closed two days ago.", "2025-02-17"),
        ("It closed three weeks ago.", "2025-W05"),
        ("It closed six months ago.", "2024-08"),
        ("It closed 41 years ago.", "1984"),
        ("It closed 24 hours ago.", "2025-02-18"),
        ("It will close two years from now.", "2027"),
        ("It closed last Friday.", "2025-02-14"),
        ("It will close next Tuesday.", "2025-02-25"),
        ("It closed Tuesday of last week.", "2025-02-11"),
        ("It closed last summer.", "2024-SU"),
        ("It closed over the weekend.", "2025-W07-WE"),
        ("It closed in the second quarter.", "2024-Q2"),
        ("It will close in the second quarter.", "2025-Q2"),
        ("It closed in next year's first quarter.", "2026-Q1"),
        ("It closed at the end of last year.", "2024"),
        ("It closed in January last year.", "2024-01"),
        ("It closed in mid-January.", "2025-01"),
    ],
)
def test_deictic_dates_count_from_publication(text: str, value: str) -> None:
    """Words that point from the day of publication have their value by it, and none without it."""
    assert only(text).value == value
    timex = only(text, None)
    assert (timex.value, timex.from_, timex.to) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Envoys met Tuesday for talks.", "2025-02-18"),
        ("Envoys will meet Tuesday for talks.", "2025-02-25"),
        ("She praised the talks on Wednesday.", "2025-02-19"),
        ("The court is due to rule on Friday.", "2025-02-21"),
        ("The court ruled on Friday.", "2025-02-14"),
        ("On Friday, the court will rule.", "2025-02-21"),
        ("He said it would open on Friday.", "2025-02-21"),
        ("The offer was extended until Friday.", "2025-02-21"),
        ("They planned to leave on Thursday.", "2025-02-20"),
        ("He must appeal against Monday's ruling.", "2025-02-17"),
        ("They could decide as early as Monday.", "2025-02-24"),
        ("The museum opens on Saturday.", "2025-02-22"),
        ("The law passed in December.", "2024-12"),
        ("The law will take effect in December.", "2025-12"),
        ("The law passed in January.", "2025-01"),
        ("The law will pass in October.", "2025-10"),
        ("The dividend was payable April 30.", "2025-04-30"),
        ("The strike began on Nov. 3.", "2024-11-03"),
    ],
)
def test_tense_gives_the_direction(text: str, value: str) -> None:
    """A weekday or month without more lies where the verbs around it say."""
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On March 3, 2022, they crossed. Two days later they fell back.", ["2022-03-03", "2022-03-05"]),
        ("On March 3, 2022, they crossed. That day it rained.", ["2022-03-03", "2022-03-03"]),
        ("On March 3, 2022, they crossed. The following day it rained.", ["2022-03-03", "2022-03-04"]),
        ("They met in March 2022. Four months later they split.", ["2022-03", "2022-07"]),
        ("Profit rose in the third quarter from a year earlier.", ["2024-Q3", "2023-Q3"]),
        ("Profit rose from a year earlier.", ["2024"]),
        ("Profit rose in the third quarter. During the quarter, costs fell.", ["2024-Q3", "2024-Q3"]),
        ("She came on Jan. 9 and left on the 12th.", ["2025-01-09", "2025-01-12"]),
        ("It ran from Monday to Friday.", ["2025-02-17", "2025-02-21"]),
        ("It ran from November to February.", ["2024-11", "2025-02"]),
        ("He won in 2016. That night he left.", ["2016", "2016-XX-XXTNI"]),
        ("The siege (26 June - 4 August 1952) failed.", ["1952-06-26", "1952-08-04"]),
    ],
)
def test_the_text_sets_dates_of_its_own(text: str, expected: list[str]) -> None:
    """What follows a date may count from it."""
    assert values(text) == expected


def test_a_history_keeps_to_its_own_year() -> None:
    """In a text that tells of other years, a day without a year is of the year told last."""
    text = (
        "The town was founded in 1801. In 1820 it burned. It was sold in 1831 and again in 1840. "
        "The bridge of 1852 fell. In 1866 the mill opened; on 12 April it closed."
    )
    assert values(text)[-1] == "1866-04-12"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It starts at 3 p.m. EST today.", "TIME", "2025-02-19T15:00"),
        ("It starts at 0900 GMT.", "TIME", "2025-02-19T09:00"),
        ("It starts at 14:30 local time.", "TIME", "2025-02-19T14:30"),
        ("It starts at 10.30am.", "TIME", "2025-02-19T10:30"),
        ("It starts at six o'clock.", "TIME", "2025-02-19T06:00"),
        ("It starts at noon.", "TIME", "2025-02-19T12:00"),
        ("It started at midnight Tuesday.", "TIME", "2025-02-18T24:00"),
        ("It started on Monday morning.", "TIME", "2025-02-17TMO"),
        ("It started last night.", "TIME", "2025-02-18TNI"),
        ("It starts tonight.", "TIME", "2025-02-19TNI"),
        ("It started yesterday evening.", "TIME", "2025-02-18TEV"),
        ("It lasted two weeks.", "DURATION", "P2W"),
        ("It lasted three and a half hours.", "DURATION", "PT3H30M"),
        ("It lasted half an hour.", "DURATION", "PT30M"),
        ("It lasted several months.", "DURATION", "PXM"),
        ("It lasted decades.", "DURATION", "PXY"),
        ("It lasted twenty-one days.", "DURATION", "P21D"),
        ("It lasted two hundred years.", "DURATION", "P200Y"),
        ("It lasted a couple of days.", "DURATION", "P2D"),
        ("It is a 48-hour strike.", "DURATION", "PT48H"),
        ("It is a year-long ban.", "DURATION", "P1Y"),
        ("It lasted a fortnight.", "DURATION", "P2W"),
        ("It meets every Thursday.", "SET", "XXXX-WXX-4"),
        ("It meets on Sundays.", "SET", "XXXX-WXX-7"),
        ("It meets twice a week.", "SET", "P1W"),
        ("It meets daily.", "SET", "P1D"),
        ("It meets every two years.", "SET", "P2Y"),
        ("It meets every other week.", "SET", "P2W"),
        ("It is closed now.", "DATE", "PRESENT_REF"),
        ("Nowadays it is closed.", "DATE", "PRESENT_REF"),
        ("It closed recently.", "DATE", "PAST_REF"),
        ("It closed in recent weeks.", "DATE", "PAST_REF"),
        ("It will close in the near future.", "DATE", "FUTURE_REF"),
        ("It will close in the coming months.", "DATE", "FUTURE_REF"),
    ],
)
def test_types_and_values(text: str, kind: str, value: str) -> None:
    """Hours, lengths, sets and vague references are written as TIMEX3 writes them."""
    timex = find_times(text, PUBLISHED)[0]
    assert (timex.type, timex.value) == (kind, value)


@pytest.mark.parametrize("text", ["It is closed now.", "It lasted two weeks.", "It meets every Thursday."])
def test_references_lengths_and_sets_need_no_day(text: str) -> None:
    """Their values are the same whether or not a publication date is known."""
    assert only(text, None).value == only(text).value


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It opened on 19 February 2025.", ("2025-02-19", "2025-02-19")),
        ("It opened in February 2024.", ("2024-02-01", "2024-02-29")),
        ("It opened this week.", ("2025-02-17", "2025-02-23")),
        ("It opened last weekend.", ("2025-02-15", "2025-02-16")),
        ("It opened in the fourth quarter of 2024.", ("2024-10-01", "2024-12-31")),
        ("It opened in the second half of 2024.", ("2024-07-01", "2024-12-31")),
        ("It opened in the winter of 2023.", ("2023-12-01", "2024-02-29")),
        ("It opened in 2024.", ("2024-01-01", "2024-12-31")),
        ("It opened in the 1990s.", ("1990-01-01", "1999-12-31")),
        ("It opened in the 19th century.", ("1800-01-01", "1899-12-31")),
        ("It opened on Monday morning.", ("2025-02-17", "2025-02-17")),
        ("It was open for the past two weeks.", ("2025-02-05", "2025-02-19")),
        ("It will be open for the next three days.", ("2025-02-19", "2025-02-22")),
        ("It was open for two weeks.", (None, None)),
        ("It opened recently.", (None, None)),
        ("It meets every Thursday.", (None, None)),
    ],
)
def test_days_covered(text: str, days: tuple[str | None, str | None]) -> None:
    """From and to are the first and last day, both inclusive; null where open or not of days."""
    timex = only(text)
    assert (timex.from_, timex.to) == days


def test_slashed_dates_follow_the_evidence_of_the_text() -> None:
    """The month comes first unless one date of the text can only have the day first."""
    assert values("Filed 3/5/2025 and 4/5/2025.") == ["2025-03-05", "2025-04-05"]
    assert values("Filed 3/5/2025 and 19/5/2025.") == ["2025-05-03", "2025-05-19"]
    assert values("Filed 19.02.2025.") == ["2025-02-19"]


def test_the_attacks_of_2001_need_no_year() -> None:
    """Newspapers leave out their year; another Sept. 11 is the nearest one."""
    assert values("The Sept. 11 attacks changed travel.") == ["2001-09-11"]
    assert values("They met on Sept. 11 in Rome.") == ["2024-09-11"]


def test_an_hour_takes_the_day_beside_it() -> None:
    """Noon on Sunday is Sunday's noon, and an hour after a date is of that date."""
    assert values("Come at noon on Sunday.")[0] == "2025-02-16T12:00"
    assert values("Call between 10 a.m. and 4 p.m. on Sunday.")[0] == "2025-02-16T10:00"
    assert values("The vote on March 3 begins at 9 a.m. sharp.") == ["2025-03-03", "2025-03-03T09:00"]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2025", ["2024", None, None]),
        ("2025-02", ["2024", "2025-01", None]),
        ("2025-02-19", ["2024", "2025-01", "2025-02-18"]),
        ("2025-02-19T10:30:00+01:00", ["2024", "2025-01", "2025-02-18"]),
        ("no date", [None, None, None]),
        ("2025-13-01", [None, None, None]),
        (None, [None, None, None]),
    ],
)
def test_no_value_is_finer_than_the_publication_date(
    published: str | None, expected: list[str | None]
) -> None:
    """A date known to the month tells of last month but not of yesterday; a bad one tells nothing."""
    assert values("It fell last year, last month and yesterday.", published) == expected
