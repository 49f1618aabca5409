"""How answers about office holders are scored, on made-up people."""

from typing import Any, Literal

import pytest

import offices
from onrecord.knowledge.base import Held, Holding, Person


def person(name: str, wikidata: str = "") -> Person:
    """A person of whom only the name and the id are known."""
    return Person(1, wikidata, name, "", "NOR", "", "", (), "", "a source")


def held(who: Person, state: Literal["yes", "unknown"] = "yes") -> Held:
    """An office that somebody holds."""
    holding = Holding("Minister", "minister", "NOR", "", (), "2001-01-01", "", "2009-01-01", "a source")
    return Held(who, holding, state)


def question(number: int, name: str, *, covered: bool = True, **fields: object) -> dict[str, Any]:
    """A question of the year 2000 + `number`."""
    return {
        "id": f"q{number}", "country": "NOR", "role": "minister", "day": f"{2000 + number}-06-01",
        "covered": covered, "open_before": False, "answer": {"name": name, "wikidata": "Q5"}, **fields,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "wikidata", "same"),
    [
        ("Somebody Else", "Q5", True),
        ("Kåri Lund", "Q6", True),
        ("K. Lund", "Q6", False),
        ("K. Lund", "", True),
        ("Lund Kari", "", True),
        ("Kari Berg", "", False),
        ("Kari Lundh", "", True),
    ],
)
def test_a_name_is_right_by_id_or_last_name(name: str, wikidata: str, *, same: bool) -> None:
    """Ids decide where both have one, unless the whole name is the same; else the last name does."""
    assert offices.is_answer(name, wikidata, {"name": "Kari Lund", "wikidata": "Q5"}) is same


def test_a_marked_surname_decides() -> None:
    """Where the family name stands first, the answer marks it."""
    answer = {"name": "WEI Tao", "wikidata": "", "surname": "WEI"}
    assert offices.is_answer("Wei Tao", "", answer)
    assert offices.is_answer("Tao Wei", "", answer)
    assert not offices.is_answer("Lin Peng", "", answer)


def test_outcomes_by_kind_and_years() -> None:
    """The first holder answers; a wrong one counts as certain only where the knowledge says yes."""
    lund, berg = person("Kari Lund", "Q5"), person("Ola Berg", "Q9")
    known = {
        "2001-06-01": [held(lund), held(berg)],
        "2002-06-01": [held(berg), held(lund)],
        "2003-06-01": [held(lund, "unknown")],
        "2004-06-01": [held(berg)],
        "2022-06-01": [held(berg, "unknown")],
    }
    asked = [
        question(1, "Kari Lund"),
        question(2, "Kari Lund"),
        question(3, "Kari Lund"),
        question(4, "Kari Lund", covered=False),
        question(22, "Kari Lund", covered=False),
        question(23, "Kari Lund", covered=False, open_before=True),
    ]
    found = list(offices.answers(asked, lambda _country, _role, day: known.get(day, [])))
    scores = offices.score(found)
    counts = {
        kind: {name: one["right"] for name, one in row.items() if one["right"]}
        for kind, row in scores.items()
    }
    assert counts["covered"] == {"right": 1, "wrong, certain": 1, "right, unsure": 1}
    assert counts["silent"] == {"wrong, certain": 1, "wrong, unsure": 1}
    assert counts["silent, 2021-2026"] == {"wrong, unsure": 1}
    assert counts["silent, predecessor open"] == {"unknown": 1}
    assert [line.split()[0] for line in offices.errors(found)] == ["q2", "q3", "q4"]


def test_every_question_is_well_formed() -> None:
    """Ids are unique, no silent question is covered, and a third is from 2021 on."""
    asked = offices.questions()
    assert len({one["id"] for one in asked}) == len(asked) >= 450
    assert not any(one["covered"] and one["open_before"] for one in asked)
    assert sum(one["day"] >= "2021" for one in asked) * 3 >= len(asked)
