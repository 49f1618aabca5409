"""Who and where: a record's entities in plain words, in the order in which to show them."""

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from onrecord.exports import _words
from onrecord.knowledge.countries import country
from onrecord.record import Candidate, Entity, Office, Record

SECTORS = {
    "AGR": "farming", "BUS": "business", "COP": "police", "CRM": "crime", "CVL": "civilians",
    "EDU": "education", "ELI": "formerly in office", "GOV": "government", "JRN": "news media",
    "JUD": "courts", "LAB": "labour", "LEG": "parliament", "MED": "health", "MIL": "military",
    "OPP": "opposition", "PRE": "partly recognised state", "PRM": "paramilitary", "PTY": "party",
    "REB": "rebels", "REF": "refugees", "REL": "religion", "SOC": "civil society",
    "SPY": "intelligence services", "UAF": "unidentified armed forces", "UNK": "unknown sector",
}  # fmt: skip
"""PLOVER's sectors in words."""

BODIES = {
    "EUR": "European Union", "UNO": "United Nations", "IGO": "of several states", "NGO": "of no state",
    "MNC": "multinational company", "ISM": "international, of a religion", "IMG": "international militants",
}  # fmt: skip
"""What stands in place of a country, in words."""

_PLAIN_ID = re.compile(r"e:[A-Za-z0-9]+(?:/gov)?")
_WIKIDATA = re.compile(r"Q[1-9]\d*", re.ASCII)


class Listed(Struct, frozen=True):
    """An entity as lists show it, with the ids of statements that it made and events that it is part of."""

    entity: Entity
    what: str
    mentions: int
    statements: tuple[str, ...]
    events: tuple[str, ...]

    @property
    def is_place(self) -> bool:
        """Whether it is a where rather than a who."""
        return self.entity.kind == "place"


def listed(record: Record) -> list[Listed]:
    """All entities: those who speak most first, then those most mentioned; places behind all others."""
    counts = Counter(mention.entity for mention in record.mentions)
    said, done = spoken(record), acted(record)
    entities = _words.by_id(record)
    found = [
        Listed(
            entity=one,
            what=what(one, entities),
            mentions=counts[one.id],
            statements=tuple(said.get(one.id, ())),
            events=tuple(done.get(one.id, ())),
        )
        for one in entities.values()
    ]
    return sorted(found, key=lambda one: (one.is_place, -len(one.statements), -one.mentions))


def anchors(record: Record) -> dict[str, str]:
    """A name for each entity that can stand in an address: `Q7747`, `RUS-gov`; numbers where an id is odd."""
    ids = list(_words.by_id(record))
    if all(_PLAIN_ID.fullmatch(id_) for id_ in ids):
        return {id_: id_.removeprefix("e:").replace("/", "-") for id_ in ids}
    return {id_: str(number) for number, id_ in enumerate(ids, 1)}


def spoken(record: Record) -> dict[str, list[str]]:
    """The ids of each speaker's statements, by the speaker's id."""
    said: dict[str, list[str]] = {}
    for statement in record.statements:
        for speaker in dict.fromkeys(statement.speakers):
            said.setdefault(speaker, []).append(statement.id)
    return said


def acted(record: Record) -> dict[str, list[str]]:
    """The ids of the events that somebody is actor or recipient of, or that were at a place, by its id."""
    done: dict[str, list[str]] = {}
    for event in record.events:
        for party in dict.fromkeys([*event.actor, *event.recipient, *([event.place] if event.place else [])]):
            done.setdefault(party, []).append(event.id)
    return done


def what(entity: Entity, entities: dict[str, Entity]) -> str:
    """What somebody is on the article's day: offices, else as described, else whom a group is made of."""
    if entity.offices:
        return ", ".join(office.title for office in entity.offices)
    if entity.candidates:
        return "; ".join(filter(None, [entity.description, f"perhaps {perhaps(entity.candidates)}"]))
    if entity.kind == "place":
        return where(entity)
    members = ", ".join(_words.named(entity.members, entities))
    return entity.description or (f"{entity.kind}: {members}" if members else entity.kind)


def perhaps(candidates: Iterable[Candidate]) -> str:
    """Who may be meant and how sure that is: `Ann Roe, Mayor of Velmora (0.40) or Ann Roe (0.20)`."""
    return " or ".join(
        f"{brief(one.entity)} ({_words.confidence_number(one.confidence)})" for one in candidates
    )


def where(entity: Entity) -> str:
    """A place's kind and coordinates in degrees: `city, 59.91, 10.75`; the kind alone where unknown."""
    kind = entity.precision or entity.kind
    return kind if entity.lat is None or entity.lon is None else f"{kind}, {entity.lat:g}, {entity.lon:g}"


def brief(entity: Entity) -> str:
    """The name and what it is, on one line: `Kari Lund, Minister of Transport of Norway`."""
    parts = [entity.name, *(office.title for office in entity.offices)]
    if not entity.offices and not entity.candidates and entity.kind in {"person", "organisation"}:
        parts.append(entity.description or "")
    if entity.kind == "place":
        parts.append(country_name(entity.country))
    parts += ["not named"] if entity.unnamed else []
    parts += ["not sure who"] if entity.candidates else []
    return ", ".join(part for part in dict.fromkeys(parts) if part)


def term(office: Office) -> str:
    """The days of an office: `since 7 May 2012`, `1 March 2012 to 1 March 2024`; empty where unknown."""
    since, until = (_words.date_words(day or "") for day in (office.since, office.until))
    if since and until:
        return f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else ""


def country_name(code: str | None) -> str:
    """A country code, or one of `BODIES`, in words; any other stands for itself."""
    found = country(code) if code else None
    return found.name if found else BODIES.get(code or "", code or "")


def affiliation(entity: Entity) -> str:
    """Country and sectors in words, with their codes: `Norway (NOR), government (GOV)`."""
    words = [(country_name(entity.country), entity.country)] if entity.country else []
    words += [(SECTORS.get(code, code), code) for code in entity.sectors]
    return ", ".join(f"{word} ({code})" if word != code else word for word, code in words)


def facts(entity: Entity) -> list[str]:
    """Country, sectors, coordinates in degrees, and the id where nobody else has one for it."""
    # A country is its own.
    found = [affiliation(entity)] if entity.kind != "country" else []
    if entity.lat is not None and entity.lon is not None:
        found.append(f"{entity.lat:g}, {entity.lon:g}")
    if not addresses(entity):
        found.append(entity.id)
    return [part for part in found if part]


def addresses(entity: Entity) -> list[tuple[str, str]]:
    """Where to look an entity up elsewhere: a label and an address; none is ever fetched."""
    found: list[tuple[str, str]] = []
    if entity.wikidata and _WIKIDATA.fullmatch(entity.wikidata):
        found.append((f"Wikidata {entity.wikidata}", f"https://www.wikidata.org/wiki/{entity.wikidata}"))
    if entity.geonames is not None and entity.geonames > 0:
        found.append((f"GeoNames {entity.geonames}", f"https://www.geonames.org/{entity.geonames}"))
    return found
