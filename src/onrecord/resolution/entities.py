"""Entities of the record, made of what the knowledge or the words tell."""

from collections.abc import Iterable

from msgspec.structs import replace

from onrecord.knowledge.base import Holding, Knowledge, Organisation, Person
from onrecord.knowledge.countries import Country
from onrecord.knowledge.countries import country as country_by_code
from onrecord.knowledge.places import Place
from onrecord.knowledge.roles import WEIGHT
from onrecord.record import Candidate, Entity, EntityKind, Office
from onrecord.resolution.scoring import size_rank, state_on

OWN = "e:x1"
"""The id of what no knowledge has; good within one answer."""
_WEIGHTY = 5
_NO_OFFICE = frozenset({"first_lady", "royal"})
_ELITE = frozenset({"GOV", "LEG", "MIL", "JUD", "SPY", "COP"})
_NOWHERE = frozenset({"", "IGO", "NGO"})


def of_person(person: Person, knowledge: Knowledge, day: str | None) -> Entity:
    """A person with country, sectors and offices as they were on the day.

    `offices` are those that were surely held; sectors and country are also of an office that was last known
    to be held. Whoever held office before and none now is PLOVER's ELI.
    """
    states = [(state_on(holding, day), holding) for holding in knowledge.holdings(person)]
    current = [h for state, h in sorted(states, key=_weight, reverse=True) if state != "no"]
    past = [h for state, h in states if state == "no" and _is_over(h, day)]
    return Entity(
        id=f"e:{person.wikidata}" if person.wikidata else OWN,
        kind="person",
        name=person.name,
        wikidata=person.wikidata or None,
        country=_country(person, current, past),
        sectors=_sectors(person, current, past, knowledge),
        offices=tuple(_office(h) for state, h in states if _is_held(state, h, day)),
        description=person.description or _last_known(current, past),
    )


def _weight(pair: tuple[str, Holding]) -> tuple[int, str]:
    """How chief an office is among those of the day: the sure before the unsure of nearly its weight."""
    state, holding = pair
    return WEIGHT.get(holding.role, 0) * 2 + (3 if state == "yes" else 0), holding.since


def _is_held(state: str, holding: Holding, day: str | None) -> bool:
    return state == "yes" or (day is None and not holding.until)


def _office(holding: Holding) -> Office:
    return Office(title=holding.title, since=holding.since or None, until=holding.until or None)


def _is_over(holding: Holding, day: str | None) -> bool:
    return bool(holding.until) and (day is None or holding.until <= day or holding.until[:4] < day[:4])


def _of_body(holding: Holding, knowledge: Knowledge) -> tuple[str, ...]:
    """The sectors of the body that an office is in."""
    bodies = knowledge.find_organisations(holding.of) if holding.of else []
    return bodies[0].sectors if bodies else ()


def _sectors(
    person: Person, current: list[Holding], past: list[Holding], knowledge: Knowledge
) -> tuple[str, ...]:
    """The sectors of the weightiest office of the day; else of somebody who has left office."""
    if any(holding.country == "VAT" and holding.role == "head_of_state" for holding in (*current, *past)):
        return ("REL",)
    for holding in current:
        if sectors := holding.sectors or _of_body(holding, knowledge):
            return sectors
    if any(WEIGHT.get(holding.role, 0) >= _WEIGHTY for holding in current):
        return ()  # in office in a body that PLOVER has no sector for, as the United Nations
    over = [holding for holding in past if holding.role not in _NO_OFFICE]
    if any(_ELITE.intersection(holding.sectors) for holding in over):
        return ("ELI",)
    if past or not knowledge.holdings(person):
        return next((holding.sectors for holding in reversed(over) if holding.sectors), person.sectors)
    return ()  # what they became later does not tell what they were


def _country(person: Person, current: list[Holding], past: list[Holding]) -> str | None:
    """The country or body that the weightiest office of the day is in, the person's own before others."""
    chief = current[0] if current else None
    if chief and chief.country and WEIGHT.get(chief.role, 0) > 1:
        countries = {holding.country for holding in current if holding.role == chief.role}
        return min(countries, key=size_rank)  # a king of many realms, a president of territories
    if person.country:
        return person.country
    return next((h.country for h in reversed(past) if h.country not in _NOWHERE), None)


def _last_known(current: list[Holding], past: list[Holding]) -> str | None:
    """What the person is or was: the weightiest office of the day, or the last that ended."""
    if current:
        return current[0].title
    return f"formerly {max(past, key=lambda h: WEIGHT.get(h.role, 0)).title}" if past else None


def of_organisation(body: Organisation) -> Entity:
    """An organisation of the knowledge."""
    return Entity(
        id=f"e:{body.wikidata}" if body.wikidata else OWN,
        kind="organisation",
        name=body.name,
        wikidata=body.wikidata or None,
        country=body.country or None,
        sectors=body.sectors,
        description=body.description or None,
    )


def of_country(country: Country) -> Entity:
    """A country."""
    return Entity(id=country.id, kind="country", name=country.name, country=country.iso3)


def of_government(iso3: str, *, sectors: tuple[str, ...] = ("GOV",), description: str = "") -> Entity:
    """The government of a country, which a capital or a palace may stand for."""
    found = country_by_code(iso3)
    name = f"Government of {found.name}" if found else iso3
    return Entity(
        id=f"e:{iso3}/gov",
        kind="government",
        name=name,
        country=iso3,
        sectors=sectors,
        description=description or None,
    )


def of_place(place: Place) -> Entity:
    """A town or region."""
    return Entity(
        id=place.id, kind="place", name=place.name, country=place.country, geonames=place.geonames or None,
        lat=place.lat, lon=place.lon, precision=place.precision,
    )  # fmt: skip


def own(
    kind: EntityKind,
    name: str,
    country: str,
    sectors: tuple[str, ...],
    *,
    unnamed: bool = False,
    description: str = "",
) -> Entity:
    """What no knowledge has, by what the words tell."""
    return Entity(
        id=OWN, kind=kind, name=name, country=country or None, sectors=sectors, unnamed=unnamed,
        description=description or None,
    )  # fmt: skip


def numbered(candidates: Iterable[Candidate], of: str) -> tuple[Candidate, ...]:
    """Candidates for who `of` is, each with an id: "e:x1.2" is the second, where no list has one."""
    return tuple(
        Candidate(
            entity=one.entity if one.entity.id not in {"", OWN} else replace(one.entity, id=f"{of}.{number}"),
            confidence=one.confidence,
        )
        for number, one in enumerate(candidates, 1)
    )
