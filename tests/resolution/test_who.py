"""Whom a text stands for on a day."""

import random
import re
import time
from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import KnowledgeError, UsageError
from onrecord.knowledge.base import get_knowledge
from onrecord.record import Entity
from onrecord.resolution.who import who


def entity_of(text: str, on: str | None = None) -> Entity:
    """The entity that a text stands for, which must be one."""
    found = who(text, on).entity
    assert found is not None, text
    return found


def told(text: str, on: str | None = None) -> tuple[str | None, str]:
    """The country of a text's entity and its first sector."""
    entity = entity_of(text, on)
    return entity.country, next(iter(entity.sectors), "")


@pytest.mark.parametrize(
    ("text", "on", "name"),
    [
        ("the French president", "2009-04-02", "Nicolas Sarkozy"),
        ("the French president", "2019-04-02", "Emmanuel Macron"),
        ("Germany's chancellor", "2010", "Angela Merkel"),
        ("the US president", "2011-05-02", "Barack Obama"),
        ("US President Barack Obama", "2011-05-02", "Barack Obama"),
        ("Barack Obama, the US president", "2011-05-02", "Barack Obama"),
        ("Chancellor Merkel", "2012-05-01", "Angela Merkel"),
        ("Russia's Vladimir Putin", "2015-02-01", "Vladimir Putin"),
        ("Владимир Путин", "2015-02-01", "Vladimir Putin"),
        ("former US President Barack Obama", "2019-02-01", "Barack Obama"),
    ],
)
def test_names_titles_and_offices_find_who_held_them(text: str, on: str, name: str) -> None:
    """The same words stand for another person on another day."""
    entity = entity_of(text, on)
    assert entity.name == name
    assert entity.id == (f"e:{entity.wikidata}" if entity.wikidata else "e:x1")


def test_the_office_of_the_day_tells_the_sector() -> None:
    """In office GOV, out of office ELI."""
    assert told("Angela Merkel", "2016-05-10") == ("DEU", "GOV")
    assert told("Angela Merkel", "2023-05-10") == ("DEU", "ELI")
    assert [office.title for office in entity_of("Angela Merkel", "2023-05-10").offices] == []


def test_a_former_office_has_its_holders_as_candidates() -> None:
    """The words do not say which of them, so none is the entity; the latest comes first."""
    found = who("a former French president", "2018-01-01")
    assert found.entity is not None
    assert found.entity.wikidata is None
    assert found.entity.unnamed
    assert found.candidates[0].entity.name == "François Hollande"
    assert found.candidates[0].confidence > found.candidates[1].confidence


def test_an_office_that_nobody_is_known_to_hold_is_named_by_itself() -> None:
    """No name is given with certainty where the knowledge ends."""
    found = who("the French president", "2039-01-01")
    assert found.entity is not None
    assert found.entity.name == "President of France"
    assert found.entity.wikidata is None


def test_a_kingdom_has_no_president() -> None:
    """Its king or queen does not answer for one."""
    assert entity_of("the Danish president", "2015").wikidata is None
    assert "Margrethe" in entity_of("the Danish queen", "2015").name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Portugal", "e:PRT"),
        ("the Netherlands", "e:NLD"),
        ("British", "e:GBR"),
        ("Lisbon", "e:PRT/gov"),
        ("LISBON", "e:PRT/gov"),
    ],
)
def test_countries_and_their_capitals(text: str, expected: str) -> None:
    """A capital alone stands for the government."""
    assert entity_of(text).id == expected


def test_a_breakaway_state_is_counted_to_its_country() -> None:
    """Partially recognised states are PLOVER's PRE."""
    assert told("Abkhazia") == ("GEO", "PRE")
    assert told("Portugal") == ("PRT", "")


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("a team of Bolivian detectives", "BOL", "COP"),
        ("people in Finland", "FIN", "CVL"),
        ("Oslo police", "NOR", "COP"),
        ("a Kenya-based charity", "KEN", "SOC"),
        ("Vietnam's Ministry of Industry", "VNM", "GOV"),
        ("ordinary Uruguayans", "URY", "CVL"),
        ("fishermen", None, "AGR"),
        ("the Danish ambassador to Chad", "DNK", "GOV"),
    ],
)
def test_a_description_has_the_country_and_sector_of_its_words(
    text: str, country: str | None, sector: str
) -> None:
    """What is unnamed is an entity too, good within one answer."""
    assert told(text) == (country, sector)
    assert entity_of(text).id == "e:x1"
    assert entity_of(text).unnamed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Portuguese government", "e:PRT/gov"),
        ("the Obama administration", "e:USA/gov"),
        ("Portugal's government", "e:PRT/gov"),
    ],
)
def test_a_government_is_its_countrys(text: str, expected: str) -> None:
    """By its country's name or its leader's."""
    assert entity_of(text).id == expected


@pytest.mark.parametrize(
    "text", ["Central American migrants", "New Jersey police", "the Obama Foundation's lawyers"]
)
def test_a_word_of_another_name_is_no_country(text: str) -> None:
    """Central America is not the United States, New Jersey not Jersey, Obama not a town in Japan."""
    assert entity_of(text).country not in {"JEY", "JPN"}
    assert (entity_of("Central American migrants").country, entity_of("American migrants").country) == (
        None,
        "USA",
    )


def test_an_unknown_name_is_somebody_of_whom_nothing_is_known() -> None:
    """The name is kept; no country, no sector, no id is made up."""
    entity = entity_of("Quorvina Plastrubel")
    assert (entity.id, entity.name, entity.country, entity.sectors) == (
        "e:x1",
        "Quorvina Plastrubel",
        None,
        (),
    )


def test_a_title_tells_what_an_unknown_person_is() -> None:
    """Country and sector come from the words before the name."""
    entity = entity_of("Uruguayan Senator Quorvina Plastrubel")
    assert (entity.name, entity.country, entity.sectors) == ("Quorvina Plastrubel", "URY", ("LEG",))


@pytest.mark.parametrize(
    "text", ["", "   ", "?!", "\n\t", "Tuesday", "an earthquake", "was, told", "王", "x" * 10_000, "\ud800"]
)
def test_what_names_nobody_is_null(text: str) -> None:
    """Empty, endless and meaningless texts have no entity."""
    assert who(text).entity is None


@pytest.mark.parametrize("on", ["2020-13", "yesterday", "", "20", "2020-02-30", "2020-1-1"])
def test_a_day_that_is_none_is_refused(on: str) -> None:
    """The message says how to write it."""
    with pytest.raises(UsageError, match="Write it as"):
        who("Portugal", on)


def test_a_day_before_1800_is_refused() -> None:
    """And says from when."""
    with pytest.raises(UsageError, match="before 1800"):
        who("Portugal", "1799-12-31")


def test_a_date_may_be_a_date_or_a_prefix() -> None:
    """The answer echoes the day in ISO form."""
    assert who("Portugal", date(2020, 5, 1)).on == "2020-05-01"
    assert entity_of("the US president", "2015").name == "Barack Obama"


def test_half_a_character_is_replaced() -> None:
    """Such a text can be printed as JSON."""
    assert who("Portugal \ud800").text == "Portugal \ufffd"


@pytest.mark.parametrize("seed", range(3))
def test_any_text_is_answered_without_a_made_up_id(seed: int) -> None:
    """Whatever the characters: an id is the knowledge's, a country's, a place's or our own."""
    letters = "aA .,'’-()\"\t\nЖ习é0$\u200b\u0000%_"
    words = ["Putin", "the", "former", "president", "of", "France", "US", "police", "Gen.", "'s", "and", "EU"]
    chosen = random.Random(seed)
    for _ in range(150):
        parts = [
            chosen.choice([*letters, *words]) + chosen.choice(["", " "]) for _ in range(chosen.randint(0, 12))
        ]
        entity = who("".join(parts), chosen.choice([None, "2015", "2020-02-02"])).entity
        assert entity is None or re.fullmatch(r"e:(?:Q\d+|[A-Z]{3}(?:/gov)?|geo\d+|x\d+)", entity.id)


def test_it_is_public() -> None:
    """`onrecord.who` is the same function."""
    assert onrecord.who is who


def test_rows_of_ones_own_go_before_ours(tmp_path: Path) -> None:
    """A user's file corrects who held an office."""
    path = tmp_path / "own.csv"
    header = "kind,name,aliases,wikidata,gender,country,sectors,office,role,of,since,until,known_until,source"
    row = "person,Zelda Quill,,,f,PRT,,President of Portugal,head_of_state,,2031-01-01,,2033-01-01,https://example.org"
    path.write_text(f"{header}\n{row}\n", encoding="utf-8")
    found = who("the Portuguese president", "2032-05-05", knowledge=get_knowledge(path))
    assert found.entity is not None
    assert found.entity.name == "Zelda Quill"


def test_a_broken_file_of_ones_own_is_refused_with_its_line(tmp_path: Path) -> None:
    """Nothing is half loaded."""
    path = tmp_path / "own.csv"
    header = "kind,name,aliases,wikidata,gender,country,sectors,office,role,of,since,until,known_until,source"
    path.write_text(f"{header}\nperson,Too,few\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="2: "):
        get_knowledge(path)


def test_a_new_text_takes_about_a_millisecond() -> None:
    """Generous for slow machines: the mean of fifty texts that were never asked."""
    who("Portugal")
    begun = time.perf_counter()
    for number in range(50):
        who(f"Peruvian police officer number {number} of the Lima station", "2015")
    assert (time.perf_counter() - begun) / 50 < 0.01


def test_a_file_of_ones_own_may_be_named(tmp_path: Path) -> None:
    """Its path does as well as the knowledge that has been opened with it."""
    path = tmp_path / "own.csv"
    header = "kind,name,aliases,wikidata,gender,country,sectors,office,role,of,since,until,known_until,source"
    row = "person,Ottoline Brask,,,f,NOR,,Mayor of Velmora,mayor,,2019-06-02,2023-05-21,,https://example.org"
    path.write_text(f"{header}\n{row}\n", encoding="utf-8")
    found = who("Ottoline Brask", "2021", knowledge=path)
    assert found.entity is not None
    assert [office.title for office in found.entity.offices] == ["Mayor of Velmora"]
    assert found == who("Ottoline Brask", "2021", knowledge=str(path))
    assert found == who("Ottoline Brask", "2021", knowledge=get_knowledge(path))
