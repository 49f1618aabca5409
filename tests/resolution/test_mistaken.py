"""Whom a text does not mean: namesakes, other offices, other times."""

import pytest

from onrecord.resolution.who import who


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("King Hussein", "1995-01-01"),
        ("Prince William", "2015-01-01"),
        ("UN human rights chief", "2023-01-01"),
        ("the next US president", "2015-05-01"),
        ("Prime Minister Abdullah", "2005-05-01"),
    ],
)
def test_nobody_is_named_for_another(text: str, day: str) -> None:
    """A title that fits nobody of the name on the day, names nobody."""
    found = who(text, day).entity
    assert found is not None
    assert found.wikidata is None


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("NATO secretary general", "2023-05-01", "Jens Stoltenberg"),
        ("head of the IAEA", "2022-05-01", "Rafael Grossi"),
        ("US president", "2005-05-01", "George W. Bush"),
    ],
)
def test_offices_of_bodies_and_states(text: str, day: str, name: str) -> None:
    """A body's office is found by its short name too."""
    found = who(text, day).entity
    assert found is not None
    assert found.name == name


def test_father_and_son_in_one_office() -> None:
    """Two presidents of one first and last name are two where their middle names differ."""
    father, son = who("US president", "1990-05-01").entity, who("US president", "2005-05-01").entity
    assert father is not None
    assert son is not None
    assert father.name != son.name


def test_candidates_have_ids_of_their_own() -> None:
    """No two candidates share an id, also where no list has one for them."""
    found = who("the Peruvian president", "2060-01-01")
    ids = [one.entity.id for one in found.candidates]
    assert ids
    assert len({*ids, "e:x1"}) == len(ids) + 1
