"""Quality on the gold sets never falls below the floors that benchmarks/repin.py pinned.

A failure here is one of two. A gold file changed: run `python benchmarks/repin.py`. A figure fell: mend what
made it fall, or lower its floor with `python benchmarks/repin.py --lower "REASON"`; the reason is kept.
"""

from collections import Counter

import pytest

import repin
from scoring import ROLES, Row

LEAST = 150
"""How many statements, and how many times, the gold sets hold at least."""
ROUNDING = 0.7
"""Percent that a figure may fall: another processor rounds the model's sums otherwise, and one of some 260
statements may then fall on the other side of a choice."""
TIMEX3 = {"DATE", "TIME", "DURATION", "SET"}


@pytest.fixture(scope="module")
def floors() -> repin.Floors:
    """What is pinned."""
    return repin.load(repin.GOLD / repin.FLOORS)


def rows(name: str) -> list[Row]:
    """The rows of a gold file."""
    return repin.gold_rows(repin.GOLD / name)


def test_the_gold_files_are_those_the_floors_were_pinned_on(floors: repin.Floors) -> None:
    """Each gold file has the SHA-256 that was pinned; the message says how to mend it."""
    assert repin.changed_files(floors, repin.digests(repin.GOLD)) == []


def test_no_figure_is_below_its_floor(floors: repin.Floors) -> None:
    """Linked, direct and quoted statements, role spans and times reach what they once reached."""
    fallen = repin.shortfalls(floors, repin.measured(repin.GOLD), slack=ROUNDING)
    assert not fallen, "\n".join(["mend these, or see this file's first lines:", *fallen])


def test_every_lowered_floor_has_its_reason(floors: repin.Floors) -> None:
    """An entry of the history without a reason was written by hand."""
    assert all(entry["reason"].strip() and entry["day"] for entry in floors.history)


def test_gold_rows_are_sound() -> None:
    """Ids are unique, and every span lies in its text and is not empty."""
    statements, times = rows("statements.jsonl"), rows("times.jsonl")
    spans = [(row, span) for row in statements for a in row["attributions"] for r in ROLES for span in a[r]]
    spans += [(row, (timex["start"], timex["end"])) for row in times for timex in row["times"]]
    assert [(row["id"], span) for row, span in spans if not 0 <= span[0] < span[1] <= len(row["text"])] == []
    for part in (statements, times):
        assert [key for key, n in Counter(row["id"] for row in part).items() if n > 1] == []
    assert {timex["type"] for row in times for timex in row["times"]} <= TIMEX3


def test_the_gold_sets_are_large_enough() -> None:
    """There are at least 150 statements with content, and 150 times."""
    assert sum(bool(a["content"]) for row in rows("statements.jsonl") for a in row["attributions"]) >= LEAST
    assert sum(len(row["times"]) for row in rows("times.jsonl")) >= LEAST
