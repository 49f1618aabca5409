"""Descriptions of offices: country, role, body, former or not."""

import pytest

from onrecord.knowledge.base import get_knowledge
from onrecord.resolution.describing import describe, office_name

KNOWLEDGE = get_knowledge()


@pytest.mark.parametrize(
    ("text", "country", "role"),
    [
        ("the Norwegian foreign minister", "NOR", "foreign_minister"),
        ("Chile's top diplomat", "CHL", "foreign_minister"),
        ("prime minister of the Netherlands", "NLD", "head_of_government"),
        ("Austrian Chancellor", "AUT", "head_of_government"),
        ("the US Secretary of State", "USA", "foreign_minister"),
        ("the North Korean leader", "PRK", "leader"),
        ("Germany's finance minister", "DEU", "finance_minister"),
        ("acting president of Peru", "PER", "head_of_state"),
        ("former Polish president", "POL", "head_of_state"),
    ],
)
def test_an_office_of_a_country_is_read(text: str, country: str, role: str) -> None:
    """Nationality, genitive and "of" all tell whose office it is."""
    found = describe(text, KNOWLEDGE)
    assert (found.country, found.role) == (country, role)
    assert found.former == ("former" in text)


@pytest.mark.parametrize(
    "text",
    [
        "the Polish deputy foreign minister",
        "the Turkish foreign minister's spokesman",
        "a Libyan rebel leader",
        "the Catalan president",
        "Mexican opposition leader's brother",
        "the president of the Italian Senate",
        "a French company president",
        "the California attorney general",
        "the wife of the Kenyan president",
    ],
)
def test_what_only_sounds_like_the_office_is_another(text: str) -> None:
    """Deputies, spokesmen, regions and other bodies do not answer for the office itself."""
    assert describe(text, KNOWLEDGE).role in {"", "opposition_leader", "speaker", "chief"}


def test_an_office_has_a_name() -> None:
    """The office is named where its holder is not known."""
    assert office_name(describe("the French president", KNOWLEDGE)) == "President of France"
    assert office_name(describe("former German chancellor", KNOWLEDGE)) == "Former Chancellor of Germany"


def test_an_ambassador_belongs_to_who_sends_not_to_where() -> None:
    """To whom somebody is sent is not where they belong."""
    assert describe("the Danish ambassador to Chad", KNOWLEDGE).country == "DNK"
    assert describe("an ambassador to Chad", KNOWLEDGE).country == ""
