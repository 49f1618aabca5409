"""Whom names, offices and descriptions stand for on a day never falls below what was reached.

On the questions of our own in benchmarks/sets/who; the definitions are those of benchmarks/who.py. A figure
that fell has its reason in the code or in the knowledge: mend that, or lower the floor here and say why.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.knowledge.base import get_knowledge
from onrecord.knowledge.names import fold
from onrecord.record import Entity
from onrecord.resolution.who import who

QUESTIONS = Path(__file__).parent.parent / "benchmarks" / "sets" / "who" / "own.jsonl"
FLOORS = {"country": 97.0, "sector": 97.0, "name": 92.0}
"""In percent."""


def right(asked: str, wanted: str | list[str], entity: Entity | None) -> bool:
    """Whether an entity answers with any of what is wanted; where "" is, it may say nothing."""
    if asked == "name":
        return entity is not None and fold(entity.name) == fold(str(wanted))
    found: tuple[str, ...] = entity.sectors if entity else ()
    if asked == "country":
        found = (entity.country,) if entity and entity.country else ()
    among = {wanted} if isinstance(wanted, str) else set(wanted)
    return not among.isdisjoint(found) or ("" in among and not found)


@pytest.fixture(scope="module")
def answers() -> list[tuple[dict[str, Any], Entity | None]]:
    """Each question with its answer."""
    rows = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    knowledge = get_knowledge()
    return [(row, who(row["text"], row["on"], knowledge=knowledge).entity) for row in rows]


@pytest.mark.parametrize("asked", FLOORS)
def test_no_figure_is_below_its_floor(
    answers: list[tuple[dict[str, Any], Entity | None]], asked: str
) -> None:
    """Countries, sectors and names are as often right as they once were."""
    known = [
        (row, entity) for row, entity in answers if row[asked] is not None and (asked != "name" or row[asked])
    ]
    share = 100 * sum(right(asked, row[asked], entity) for row, entity in known) / len(known)
    assert len(known) > 50
    assert share >= FLOORS[asked]
