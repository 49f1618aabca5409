"""Linking names to the knowledge, by day and context."""

from pathlib import Path

import pytest

from onrecord.knowledge.base import Knowledge, get_knowledge
from onrecord.resolution.linking import link_organisation, link_person

HEADER = "kind,name,aliases,wikidata,gender,country,sectors,office,role,of,since,until,known_until,source\n"
ROWS = """\
person,Arvid Zomberg,,,m,NOR,,Minister of Fisheries of Norway,minister,,2010-01-05,2014-03-01,,https://example.org/a
person,Berit Zomberg,,,f,NOR,,Minister of Culture of Norway,minister,,2016-01-05,2020-03-01,,https://example.org/b
person,Carl Zomberg,,,m,SWE,,Minister of Culture of Sweden,minister,,2016-01-05,2020-03-01,,https://example.org/c
organisation,Zomber Union,ZUX,,,NOR,LAB,,,,,,,https://example.org/d
organisation,Zomber Exchange,ZUX,,,SWE,BUS,,,,,,,https://example.org/e
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """Our own rows over the packaged knowledge."""
    path: Path = tmp_path_factory.mktemp("own") / "own.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    return get_knowledge(path)


def test_a_full_name_is_linked(knowledge: Knowledge) -> None:
    """One person of a full name is who is meant."""
    link = link_person("Arvid Zomberg", day="2012", knowledge=knowledge)
    assert link.entity is not None
    assert link.entity.name == "Arvid Zomberg"
    assert link.confidence > 0.8


def test_a_surname_alone_that_several_have_links_nobody(knowledge: Knowledge) -> None:
    """Where two are as likely, both are candidates and neither is the answer."""
    link = link_person("Zomberg", day="2018-05-01", knowledge=knowledge)
    assert link.entity is None
    assert {person.name for person, _ in link.candidates} >= {"Berit Zomberg", "Carl Zomberg"}


def test_the_country_decides_between_people_of_one_surname(knowledge: Knowledge) -> None:
    """A Swedish Zomberg in office on the day is the Swedish one."""
    link = link_person("Zomberg", country="SWE", day="2018-05-01", knowledge=knowledge)
    assert link.entity is not None
    assert link.entity.name == "Carl Zomberg"


def test_another_country_than_theirs_speaks_against_them(knowledge: Knowledge) -> None:
    """A namesake in another country is not linked."""
    assert link_person("Arvid Zomberg", country="BRA", day="2012", knowledge=knowledge).entity is None


def test_nobody_is_linked_before_they_grew_up() -> None:
    """Vladimir Putin was a child in 1960: somebody else of the name is meant."""
    assert link_person("Vladimir Putin", day="1960-01-01", knowledge=get_knowledge()).entity is None


def test_an_unknown_name_links_nobody(knowledge: Knowledge) -> None:
    """No id is made up."""
    link = link_person("Quorvina Plastrubel", day=None, knowledge=knowledge)
    assert (link.entity, link.candidates) == (None, ())


def test_a_title_finds_the_holder_by_surname() -> None:
    """The office that the text gives decides: the German chancellor of the day."""
    link = link_person("Merkel", title="German Chancellor", day="2012-05-01", knowledge=get_knowledge())
    assert link.entity is not None
    assert link.entity.name == "Angela Merkel"


def test_an_acronym_of_two_bodies_needs_its_country(knowledge: Knowledge) -> None:
    """Both are candidates; the country tells which."""
    unsure = link_organisation("ZUX", knowledge=knowledge)
    assert len(unsure.candidates) == 2
    sure = link_organisation("ZUX", country="SWE", knowledge=knowledge)
    assert sure.entity is not None
    assert sure.entity.name == "Zomber Exchange"


def test_a_common_name_of_somebody_seldom_in_the_news_links_nobody(tmp_path: Path) -> None:
    """Many who are in no list have such a name; what the text says of them may link them."""
    path = tmp_path / "own.csv"
    row = "person,Tarvel Wilson,,,m,CAN,,Member of the Legislative Assembly of Ontario,legislator,,2010,2020,,https://example.org"
    path.write_text(f"{HEADER}{row}\n", encoding="utf-8")
    own = get_knowledge(path)
    assert link_person("Tarvel Wilson", day="2015", knowledge=own).entity is None
    assert link_person("Tarvel Wilson", day="2015", country="CAN", knowledge=own).entity is not None


def test_a_profession_tells_a_namesake_from_a_politician(knowledge: Knowledge) -> None:
    """Professor Arvid Zomberg is not the minister."""
    assert link_person("Arvid Zomberg", title="Professor", day="2012", knowledge=knowledge).entity is None
