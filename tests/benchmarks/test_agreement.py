"""Two labellers of the same passages are compared as a program and its gold are."""

from pathlib import Path

import pytest

import agreement
from scoring import Row

FIRST = """## a1 | farming | nesting
{s1|{P|Ana Ruiz}} {c1|told} {a1|us} {t1|Friday} {q1|that {s2|a clerk} {c2|feared} {q2|rot in {L|Arles}}}.
@2 act=warn unnamed

## a2 | weather | plain
{s1|{O|Frost Watch}} {c1|did not say} {q1|when it would snow}.
@1 negative
"""


def compare(tmp_path: Path, second: str) -> Row:
    """The figures for the passages above against others."""
    for name, text in (("first.txt", FIRST), ("second.txt", second)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    pairs = agreement.pairs_of(tmp_path / "first.txt", tmp_path / "second.txt")
    return agreement.agreement(pairs)


def test_the_same_labels_agree_in_everything(tmp_path: Path) -> None:
    """Labels agree wholly with themselves, nested ones and names included."""
    figures = compare(tmp_path, FIRST)
    whole = ("linked", "negative", "unnamed", "addressee", "time")
    assert [figures[name]["f1"] for name in whole] == [100.0] * len(whole)
    assert {role["f1"] for role in figures["role"]["exact"].values()} == {100.0}
    assert (figures["linked"]["gold"], figures["nested"]["linked"]["gold"]) == (3, 1)
    assert figures["nested"]["linked"]["f1"] == figures["nested"]["with the right parent"]["percent"] == 100.0
    assert (figures["act"]["right"], figures["act"]["of"]) == (3, 3)
    assert {figures["names"][kind]["f1"] for kind in ("person", "organisation", "place")} == {100.0}


def test_each_difference_costs_what_it_is_about(tmp_path: Path) -> None:
    """A longer cue, another act, a missing negation and a name of another kind are each counted."""
    second = (
        FIRST.replace("{c1|told} {a1|us}", "{c1|told us}")
        .replace("@2 act=warn unnamed", "@2 act=claim unnamed")
        .replace("@1 negative\n", "")
        .replace("{L|Arles}", "{C|Arles}")
        .replace("{O|Frost Watch}", "{P|Frost Watch}")
    )
    figures = compare(tmp_path, second)
    assert figures["role"]["exact"]["source"]["f1"] == 100.0
    assert figures["role"]["exact"]["cue"]["right"] == 2
    assert (figures["act"]["right"], figures["act"]["of"]) == (2, 3)
    assert (figures["negative"]["predicted"], figures["negative"]["gold"]) == (0, 1)
    assert (figures["addressee"]["predicted"], figures["addressee"]["gold"]) == (0, 1)
    assert (figures["names"]["organisation"]["right"], figures["names"]["person"]["predicted"]) == (0, 2)
    assert figures["names"]["place acts or not, both alike"] == {"percent": 0.0, "right": 0, "of": 1}


def test_a_missing_statement_costs_recall(tmp_path: Path) -> None:
    """What only the first labeller has is gold that was not found."""
    second = FIRST.replace("{s2|a clerk} {c2|feared} {q2|rot in {L|Arles}}", "a clerk feared rot in Arles")
    second = second.replace("@2 act=warn unnamed\n", "")
    linked = compare(tmp_path, second)["linked"]
    assert (linked["right"], linked["predicted"], linked["gold"]) == (2, 2, 3)


def test_only_the_same_text_is_compared(tmp_path: Path) -> None:
    """Another text under the same id is refused by name, and so is having nothing in common."""
    with pytest.raises(ValueError, match="a2: the two texts differ"):
        compare(tmp_path, FIRST.replace("would snow", "might snow"))
    with pytest.raises(ValueError, match="no passage is in both"):
        compare(tmp_path, FIRST.replace("## a", "## b"))
