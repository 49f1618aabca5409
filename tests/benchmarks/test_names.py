"""What is counted over names, on texts small enough to count by hand."""

import names
from names import Found


def found(*kinds: tuple[int, int, str], acting: dict[tuple[int, int], bool] | None = None) -> Found:
    """Names by their extents and kinds."""
    return Found({(start, end): kind for start, end, kind in kinds}, acting or {})


def test_extent_and_kind_must_be_right() -> None:
    """A name of another kind, and one that is a character too long, are wrong."""
    gold = found((0, 4, "person"), (5, 9, "place"), (10, 14, "organisation"))
    said = found((0, 4, "person"), (5, 9, "organisation"), (10, 15, "organisation"))
    scores = names.score([{"gold": gold, "model": said, "rules": said, "record": said}], names.KINDS)[
        "record"
    ]
    assert scores["person"]["f1"] == 100.0
    assert (scores["organisation"]["p"], scores["organisation"]["r"]) == (0.0, 0.0)
    assert (scores["all kinds"]["right"], scores["found, of any kind"]["right"]) == (1, 2)


def test_acting_is_asked_of_places_that_were_found() -> None:
    """A place that was not found says nothing of who acts."""
    gold = found((0, 4, "place"), (5, 9, "place"), acting={(0, 4): True, (5, 9): True})
    said = found((0, 4, "place"), acting={(0, 4): False})
    scores = names.score([{"gold": gold, "model": said, "rules": said, "record": said}], names.KINDS)["model"]
    assert scores["acting or not, right"] == {"percent": 0.0, "right": 0, "of": 1}


def test_the_title_is_no_part_of_the_name() -> None:
    """A person's mention counts from the first word of the name on."""
    assert names._title_length("Foreign Minister Eva Lund", "Eva Lund") == len("Foreign Minister ")
    assert names._title_length("Dr. Lund", "Eva Lund") == len("Dr. ")
    assert names._title_length("Lund", "Eva Lund") == 0
