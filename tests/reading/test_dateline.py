import pytest

from onrecord.knowledge.places import find_place
from onrecord.reading.dateline import read_dateline

REST = " Ministers met on Tuesday."


@pytest.mark.parametrize(
    ("dateline", "place", "agencies"),
    [
        ("GENEVA, Feb. 19 (Reuters) -", "Geneva", ["Reuters"]),
        ("WASHINGTON —", "Washington", []),
        ("LONDON (AP) —", "London", ["AP"]),
        ("KYIV, Ukraine (AP) —", "Kyiv", ["AP"]),
        ("Paris, 3 May:", "Paris", []),
        ("NEW DELHI:", "New Delhi", []),
        ("ST. PETERSBURG, Russia —", "St. Petersburg, Russia", []),
        ("BERLIN/PARIS (Reuters) -", "Berlin", ["Reuters"]),
        ("BEIJING, May 3 (Xinhua) --", "Beijing", ["Xinhua"]),
        ("PARIS, AFP -", "Paris", ["AFP"]),
        ("The Hague –", "The Hague", []),
        ("UNITED NATIONS (AP) —", None, ["AP"]),
        ("ABOARD AIR FORCE ONE (AP) —", None, ["AP"]),
        ("(Reuters) -", None, ["Reuters"]),
        ("OSLO, May 3 (Fjord Wire) —", "Oslo", ["Fjord Wire"]),
        ("GRAYWATER HARBOUR —", None, []),
    ],
)
def test_dateline_is_the_span_up_to_its_mark(dateline: str, place: str | None, agencies: list[str]) -> None:
    """Place, agency and the exact characters of the dateline, dash or colon included."""
    found = read_dateline(dateline + REST)
    assert found is not None
    line, _, credits_ = found
    assert (line.start, line.end, line.text) == (0, len(dateline), dateline)
    known = find_place(place) if place else None
    assert line.place == (known.id if known else None)
    assert [credit.name for credit in credits_] == agencies


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("MOSCOW, Feb 19, 2025 (AFP) —", "2025-02-19"),
        ("JERUSALEM, 3 May 2024 —", "2024-05-03"),
        ("GENEVA, Feb. 19 (Reuters) -", None),
    ],
)
def test_dateline_gives_a_day_only_with_its_year(dateline: str, day: str | None) -> None:
    """A day without a year is no publication date."""
    found = read_dateline(dateline + REST)
    assert found is not None
    assert found[1] == day


@pytest.mark.parametrize(
    "paragraph",
    [
        "Vik: The man who built the bridge is dead.",
        "UPDATE: The bridge has reopened.",
        "OPINION — The bridge must go.",
        "Washington — which has no port — sent help.",
        "Hanna Vik — The woman behind the bridge.",
        "Q: What happened next?",
        "The ministers met in Oslo - They did not agree.",
        "IN OSLO the ministers met.",
        "",
    ],
)
def test_other_openings_are_no_datelines(paragraph: str) -> None:
    """Labels, speakers and clauses that a dash or colon ends are left alone."""
    assert read_dateline(paragraph) is None


def test_offsets_count_from_the_paragraph_with_its_blanks() -> None:
    """White space before the dateline is not part of it."""
    found = read_dateline("  OSLO —" + REST)
    assert found is not None
    assert (found[0].start, found[0].text) == (2, "OSLO —")
