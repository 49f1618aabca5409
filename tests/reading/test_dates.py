"""Publication dates as publishers write them."""

import pytest

from onrecord.reading.dates import parse_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-02-19", "2025-02-19"),
        ("2025-02", "2025-02"),
        ("2025", "2025"),
        ("2025/2/9", "2025-02-09"),
        (" 2025-02-19\n", "2025-02-19"),
        ("2025-02-19 10:15", "2025-02-19"),
        ("20250219T101500Z", "2025-02-19"),
        ("Wed, 19 Feb 2025 10:15:00 GMT", "2025-02-19"),
        ("Wed Feb 19 10:15:00 +0000 2025", "2025-02-19"),
        ("Feb. 19th, 2025", "2025-02-19"),
        ("Wednesday, February 19, 2025 at 10:15 a.m. EST", "2025-02-19"),
        ("10:15 GMT, Wednesday, 19 February 2025", "2025-02-19"),
        ("Sept 3, 2024", "2024-09-03"),
        ("February 2025", "2025-02"),
        ("19.2.2025", "2025-02-19"),
        ("1739923200", "2025-02-19"),
        ("1739923200000", "2025-02-19"),
    ],
)
def test_a_date_becomes_an_iso_prefix_of_its_own_precision(written: str, expected: str) -> None:
    """Every usual way to write a date is read, as precise as it is."""
    assert parse_date(written) == expected


@pytest.mark.parametrize("written", ["2025-02-19T23:30:00-11:00", "2025-02-19T00:10:00.5+14:00"])
def test_the_day_is_the_publishers_own(written: str) -> None:
    """A zone never moves the day."""
    assert parse_date(written) == "2025-02-19"


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "soon", "2025-02-30", "2025-13", "0000-00-00", "9999-01-01", "12345", "202502"],
)
def test_what_is_no_date_is_none(written: str) -> None:
    """Words, impossible days and bare numbers are not made into dates."""
    assert parse_date(written) is None


def test_a_date_that_could_mean_two_days_is_none() -> None:
    """Slashed dates are read only where day and month cannot be exchanged."""
    assert parse_date("03/04/2025") is None
    assert parse_date("19/02/2025") == parse_date("02/19/2025") == "2025-02-19"
    assert parse_date("03/03/2025") == "2025-03-03"
