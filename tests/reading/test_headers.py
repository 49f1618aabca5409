import pytest

from onrecord.reading.headers import read_date_line, read_field


@pytest.mark.parametrize(
    ("line", "value", "modified", "rest"),
    [
        ("February 19, 2025", "2025-02-19", False, ""),
        ("Published 3 May 2024 10:15 BST", "2024-05-03", False, ""),
        ("Updated: 3 May 2024", "2024-05-03", True, ""),
        (" date 2025-02-19 Support The Norland Post!", "2025-02-19", False, "Support The Norland Post!"),
        ("Wed, 19 Feb 2025, 10:15 GMT", "2025-02-19", False, ""),
        ("10:15 AM EST, Wed February 19, 2025", "2025-02-19", False, ""),
        ("Posted on February 19, 2025 by Hanna Vik", "2025-02-19", False, "by Hanna Vik"),
        ("March 14, 2024 · 4 min read", "2024-03-14", False, "4 min read"),
        ("3 hours ago", "", True, ""),
        ("Issued on: 16/06/2024 - 08:12 Modified: 17/06/2024", "2024-06-16", False, "Modified: 17/06/2024"),
        ("3 May 2024, 10:15 Support The Norland Post!", "2024-05-03", False, "Support The Norland Post!"),
        ("Nov 5, 2024 6:02 pm (Updated Nov 6, 2024)", "2024-11-05", False, "(Updated Nov 6, 2024)"),
        ("[2024-11-05] Donate", "2024-11-05", False, "Donate"),
        ("2024-11-05 18:02:00 +0100", "2024-11-05", False, ""),
        ("November 5, 2024 / 6:02 PM EST / ANC News", "2024-11-05", False, "ANC News"),
        ("Vikmouth, Tuesday, November 5, 2024", "2024-11-05", False, ""),
        ("5 Nov 2024 by Hanna Vik", "2024-11-05", False, "by Hanna Vik"),
        ("Date: 03/04/2025", "", False, ""),
        ("May 3, 2024 GMT", "2024-05-03", False, ""),
        ("May 3, 2024 — Subscribe to The Norland Post", "2024-05-03", False, "Subscribe to The Norland Post"),
    ],
)
def test_date_lines(line: str, value: str, modified: bool, rest: str) -> None:  # noqa: FBT001
    """The day, whether it is the day of a change, and what is printed behind it on the line."""
    found = read_date_line(line)
    assert found is not None
    assert (found.value, found.modified, found.rest) == (value, modified, rest)


@pytest.mark.parametrize(
    "line",
    [
        "February 19, 2025 was a day of joy in Bergen.",
        "2025 was a good year",
        "In May 2024 the bridge opened.",
        "03/04/2025",
        "",
    ],
)
def test_sentences_with_a_date_are_none(line: str) -> None:
    """A sentence that begins with a date stays, and a date that can mean two days is none."""
    assert read_date_line(line) is None


def test_fields_are_told_by_their_labels() -> None:
    """A label and what follows its colon; what only begins with such a word is no field."""
    assert read_field("**Title:** Old lock to close") == ("title", "Old lock to close")
    assert read_field("URL: https://example.org/lock") == ("url", "https://example.org/lock")
    assert read_field("Title holders lose again") is None
