import pytest

from onrecord.exports import _who
from onrecord.record import Entity, Office
from records import sample, simple


def test_those_who_speak_come_first_and_places_last() -> None:
    """The list is by statements, then by mentions; a place stands behind everybody."""
    found = _who.listed(sample())
    assert [one.entity.name for one in found][:2] == ["Kari Lund", "Danish official"]
    assert found[0].statements == ("s1", "s2", "s3", "s8")
    assert [one.is_place for one in found] == sorted(one.is_place for one in found)


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2012-05-07", None, "since 7 May 2012"),
        ("2012-03", "2024-03-01", "March 2012 to 1 March 2024"),
        (None, "2024", "until 2024"),
        (None, None, ""),
    ],
)
def test_terms_of_office(since: str | None, until: str | None, words: str) -> None:
    """The days of an office in words, open ends and unknown ones too."""
    assert _who.term(Office(title="Mayor of Vik", since=since, until=until)) == words


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        (
            Entity(id="e:x1", kind="person", name="Roe", country="NOR", sectors=("GOV",)),
            "Norway (NOR), government (GOV)",
        ),
        (Entity(id="e:x1", kind="person", name="Roe", country="EUR"), "European Union (EUR)"),
        (Entity(id="e:x1", kind="person", name="Roe", country="ZZZ", sectors=("NEW",)), "ZZZ, NEW"),
        (Entity(id="e:x1", kind="person", name="Roe"), ""),
    ],
)
def test_codes_in_words(entity: Entity, words: str) -> None:
    """Codes of countries and sectors are told in words and kept; one that is unknown stands alone."""
    assert _who.affiliation(entity) == words


@pytest.mark.parametrize(
    ("wikidata", "geonames", "found"),
    [
        ("Q7747", None, ["https://www.wikidata.org/wiki/Q7747"]),
        ("Q1/../evil", None, []),
        ("javascript:alert(1)", -1, []),
        (None, 3143244, ["https://www.geonames.org/3143244"]),
    ],
)
def test_only_ids_become_addresses(wikidata: str | None, geonames: int | None, found: list[str]) -> None:
    """An id leads to its register; whatever is no id leads nowhere."""
    entity = Entity(id="e:x1", kind="person", name="Roe", wikidata=wikidata, geonames=geonames)
    assert [address for _, address in _who.addresses(entity)] == found


def test_odd_ids_are_numbered_in_addresses() -> None:
    """Ids make readable anchors; where one could not stand in an address all are numbers, each its own."""
    people = [Entity(id=id_, kind="person", name="Roe") for id_ in ("e:RUS/gov", "e:Q7747", "e:x1")]
    assert list(_who.anchors(simple("", entities=tuple(people))).values()) == ["RUS-gov", "Q7747", "x1"]
    odd = Entity(id="e:RUS-gov", kind="person", name="Roe")
    assert list(_who.anchors(simple("", entities=(*people, odd))).values()) == ["1", "2", "3", "4"]
