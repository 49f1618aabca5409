"""Linking a printed name to the knowledge, by the day and by what the text says of it.

Each person of that name gets a score in log odds: how the name fits, how much in the news they are, the
country and the office that the text gives, whether they were in office or alive on the day. Against them
stands somebody unknown who has the same name. Where nobody is likely, nobody is linked.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from math import exp
from typing import NamedTuple, TypeVar

from onrecord.knowledge.base import Holding, Knowledge, Organisation, Person
from onrecord.knowledge.countries import all_countries
from onrecord.knowledge.first_names import gender_of
from onrecord.knowledge.names import fold, without_titles
from onrecord.knowledge.roles import EXCLUSIVE
from onrecord.resolution.describing import LEADER, Description, describe, is_monarch
from onrecord.resolution.phrases import word_set

SURE = 0.6
"""The least confidence at which a name is linked."""
_LEAST = 0.05
_MOST_CANDIDATES = 5
_MOST_SURNAMED = 24
_LEADERS = frozenset({"head_of_state", "head_of_government", "ruler"})
_BODIES = frozenset({"EUR", "UNO", "IGO", "NGO", "ISM", "IMG", "MNC"})
_ADULT = 16
_LONG_DEAD = 15
_LONG_GONE = 30
_TODAY = "2026"
"""The year of the knowledge, where no day is asked for."""
_MOST_SURNAME_WORDS = 3
_ACRONYM = 3
_SIZE = 0.02
_MONARCHIES = word_set(
    "SAU JOR MAR BHR GBR ESP NLD BEL SWE NOR DNK THA BTN KHM LSO SWZ TON OMN QAT KWT ARE BRN MYS JPN"
)
_UNRANKED = 200
_NO_POLITICS = word_set("EDU MED JRN BUS AGR REL LAB CVL CRM COP UAF REB SOC REF")
"""Sectors by which a namesake of a politician is told from them: "Professor John Smith"."""
_E = TypeVar("_E", Person, Organisation)


class PersonLink(NamedTuple):
    """Who a name stands for, or None; how sure (0 to 1); those who may be meant, the likeliest first."""

    entity: Person | None
    confidence: float
    candidates: tuple[tuple[Person, float], ...] = ()


class OrganisationLink(NamedTuple):
    """What a name stands for, or None; how sure (0 to 1); what may be meant, the likeliest first."""

    entity: Organisation | None
    confidence: float
    candidates: tuple[tuple[Organisation, float], ...] = ()


@cache
def _size_ranks() -> dict[str, int]:
    return {entry.iso3: rank for rank, entry in enumerate(all_countries())}


def size_rank(country: str) -> int:
    """How many countries have more people: among organisations of one name, a large country's is likelier."""
    return 0 if country in _BODIES else _size_ranks().get(country, _UNRANKED)


class _Asked(NamedTuple):
    """A printed name with what the text says of it: the country, what the title tells, the day."""

    name: str
    country: str
    said: Description | None
    day: str | None


def link_person(
    name: str,
    *,
    title: str = "",
    country: str = "",
    day: str | None = None,
    knowledge: Knowledge,
    description: Description | None = None,
) -> PersonLink:
    """The person whom a printed name stands for on a day.

    `name` is a full name, or a surname alone; `title` what the text calls them ("Ukrainian President",
    "former chancellor"), or `description` what that has been read as; `country` ISO 3166-1 alpha-3, where the
    text tells it otherwise; `day` an ISO day or its beginning, None for the last that is known.
    """
    said = description or (describe(title, knowledge) if title else None)
    asked = _Asked(name, country or (said.country if said else ""), said, day)
    full, people = _people(asked, knowledge)
    people = distinct(people, knowledge)
    scored = [(_score(asked, person, knowledge, full=full), person) for person in people]
    return PersonLink(*_decide(scored, _unknown(name, full=full)))


def link_organisation(
    name: str, *, country: str = "", day: str | None = None, knowledge: Knowledge
) -> OrganisationLink:
    """The organisation that a printed name or short form stands for.

    `country` (ISO 3166-1 alpha-3) puts that country's before others of the name. The day is not asked yet:
    organisations are known without theirs.
    """
    del day
    found = knowledge.find_organisations(name)
    wanted = fold(name.removeprefix("the ").removeprefix("The "))
    scored = []
    for body in found[:_MOST_SURNAMED]:
        same = wanted == fold(body.name) or any(wanted == fold(alias) for alias in knowledge.aliases(body))
        score = (3.0 if same else 1.0) + 0.02 * min(body.weight, 100) - _SIZE * size_rank(body.country)
        if country and body.country:
            score += 2.5 if body.country == country else 0 if body.country in _BODIES else -2.5
        scored.append((score, body))
    return OrganisationLink(*_decide(scored, 0.5))


def _people(asked: _Asked, knowledge: Knowledge) -> tuple[bool, list[Person]]:
    """Whether the name is a full one, and who may be meant."""
    bare = without_titles(asked.name)
    words = bare.split()
    found = knowledge.find_persons(bare) or (knowledge.find_persons(asked.name) if bare != asked.name else [])
    if len(words) > 2 and not found:  # noqa: PLR2004 - a middle name or initial that the knowledge leaves out
        found = knowledge.find_persons(f"{words[0]} {words[-1]}")
    if len(words) == 2 and not found:  # noqa: PLR2004 - "George Bush" for George W. Bush
        found = [
            p
            for p in knowledge.surnamed(words[1])[:_MOST_SURNAMED]
            if _has_first_name(p, words[0], knowledge)
        ]
    if found and (len(words) > 1 or not bare.isascii()):
        return True, found
    if len(words) > _MOST_SURNAME_WORDS:
        return True, []
    if asked.said and asked.said.role and asked.country:
        in_office = [person for person in _in_office(asked, knowledge) if _is_called(person, bare, knowledge)]
        if in_office:
            return len(words) > 1, in_office
    surnamed = knowledge.surnamed(bare)[:_MOST_SURNAMED]
    if bare.isupper() and bare.isascii():  # an acronym is no surname that happens to sound like it
        surnamed = [p for p in surnamed if len(bare) > _ACRONYM and _is_called(p, bare, knowledge)]
        found = []
    people = {person.key: person for person in (*found, *surnamed)}
    if asked.said and is_monarch(asked.said):
        people |= {person.key: person for person in _crowned(asked, bare, knowledge)}
    return len(words) > 1, list(people.values())


def distinct(people: list[Person], knowledge: Knowledge) -> list[Person]:
    """The people without those whom two sources spell in two ways, those with an id kept.

    They are one where they began an office on one day that only one holds, or held one and the name of one
    has all words of the other's ("Francis", "Pope Francis").
    """
    if len(people) == 1:
        return people
    kept: list[tuple[Person, set[str], set[tuple[str, str, str]], set[tuple[str, str]]]] = []
    for person in sorted(people, key=lambda person: not person.wikidata):  # stable: the order stays
        held = [h for h in knowledge.holdings(person) if h.role in EXCLUSIVE]
        begun, offices = (
            {(h.country, h.role, h.since) for h in held if h.since},
            {(h.country, h.role) for h in held},
        )
        names = set(fold(person.name).split())
        if any(_is_one(person, begun, names, offices, other) for other in kept):
            continue
        kept.append((person, names, begun, offices))
    return [person for person, *_ in kept]


def _is_one(
    person: Person,
    begun: set[tuple[str, str, str]],
    names: set[str],
    offices: set[tuple[str, str]],
    other: tuple[Person, set[str], set[tuple[str, str, str]], set[tuple[str, str]]],
) -> bool:
    if person.wikidata and other[0].wikidata:
        return False
    return bool(begun & other[2]) or bool(offices & other[3] and (names <= other[1] or names >= other[1]))


def _in_office(asked: _Asked, knowledge: Knowledge) -> Iterable[Person]:
    """Who holds the office that the text gives."""
    assert asked.said
    for role in _roles(asked.said):
        for held in knowledge.holders(asked.country, role, asked.day, of=asked.said.body):
            yield held.person


def _crowned(asked: _Asked, name: str, knowledge: Knowledge) -> Iterable[Person]:
    """Crowned heads of the day whom one given name is enough for: "King Salman"."""
    wanted = fold(name).split()[0]
    for country in [asked.country] if asked.country else sorted(_MONARCHIES):
        for held in knowledge.holders(country, "head_of_state", asked.day):
            if wanted in fold(held.person.name).split()[:2]:
                yield held.person


def _roles(said: Description) -> frozenset[str]:
    return _LEADERS if said.role == LEADER else frozenset({said.role})


def _is_called(person: Person, surname: str, knowledge: Knowledge) -> bool:
    wanted = fold(surname)
    return any(fold(name).endswith(wanted) for name in (person.name, *knowledge.aliases(person)))


def _has_first_name(person: Person, first: str, knowledge: Knowledge) -> bool:
    wanted = fold(first)
    return any(fold(name).split()[:1] == [wanted] for name in (person.name, *knowledge.aliases(person)))


def _score(asked: _Asked, person: Person, knowledge: Knowledge, *, full: bool) -> float:
    holdings = knowledge.holdings(person)
    score = _of_name(asked.name, person, knowledge) if full else -1.0
    score += _of_prominence(person, holdings, asked.day) + _of_age(person, holdings, asked.day)
    if not full and not asked.country:
        score -= _SIZE / 2 * size_rank(person.country)
    if asked.country:
        score += _of_country(person, holdings, asked.country)
    if asked.said and (asked.said.role or asked.said.body):
        score += _of_office(asked, asked.said, holdings, full=full)
    elif asked.said and asked.said.head:
        held = [h for h in holdings if state_on(h, asked.day) != "no" or asked.said.former]
        score += 2.0 if any(asked.said.head in h.title.lower().split() for h in held) else 0.0
        if asked.said.sectors[:1] and asked.said.sectors[0] in _NO_POLITICS:
            score -= 0.0 if any(asked.said.sectors[0] in h.sectors for h in holdings) else 3.5
    return score


def _of_name(name: str, person: Person, knowledge: Knowledge) -> float:
    """More for the same letters than for another transliteration."""
    wanted = fold(without_titles(name))
    same = wanted == fold(person.name) or any(wanted == fold(alias) for alias in knowledge.aliases(person))
    return 3.0 if same else 2.0


def _of_prominence(person: Person, holdings: list[Holding], day: str | None) -> float:
    states = {state_on(holding, day) for holding in holdings}
    score = 0.025 * min(person.weight, 100)
    if states & {"yes", "unknown"}:
        return score + (0.6 if "yes" in states else 0.3)
    first = min((h.since for h in holdings if h.since), default="")
    return score - (1.0 if day and first and day < str(int(first[:4]) - 4) else 0.0)


def _of_country(person: Person, holdings: list[Holding], country: str) -> float:
    countries = {person.country, *(holding.country for holding in holdings)} - {""}
    if country in countries:
        return 2.0
    return 0.0 if not countries or countries <= _BODIES else -4.0


def _of_office(asked: _Asked, said: Description, holdings: list[Holding], *, full: bool) -> float:
    """Whether the office that the text gives was held, on the day or, where it is a former one, before."""
    roles = _roles(said)
    fitting = [
        holding
        for holding in holdings
        if (holding.role in roles or holding.also in roles)
        and (not said.body or holding.of == said.body)
        and (not asked.country or holding.country in {asked.country, *_BODIES})
    ]
    if not fitting:
        return -1.0 if full else -3.0
    states = {state_on(holding, asked.day) for holding in fitting}
    if said.former:
        return 3.0 if "no" in states else 0.0
    return 4.0 if "yes" in states else 3.0 if "unknown" in states else 0.5


def _of_age(person: Person, holdings: list[Holding], day: str | None) -> float:
    """Nobody is in the news before they grow up, and few long after their death or their last office."""
    last = max((holding.until for holding in holdings), default="")
    if (
        all(holding.until for holding in holdings)
        and last
        and int((day or _TODAY)[:4]) - int(last[:4]) > _LONG_GONE
    ):
        return -3.0
    if day is None:
        return 0.0
    year = int(day[:4])
    if person.born and year < int(person.born[:4]) + _ADULT:
        return -6.0
    return -1.5 if person.died and year > int(person.died[:4]) + _LONG_DEAD else 0.0


def state_on(holding: Holding, day: str | None) -> str:
    """`Holding.state` on a day; without one, whether no end of it is known."""
    if day is None:
        return "no" if holding.until else "unknown"
    state = holding.state(day)
    if (
        state == "unknown"
        and not holding.since
        and holding.known_until
        and int(day[:4]) < int(holding.known_until[:4]) - 1
    ):
        return "no"  # a list of one day says nothing of years before
    return state


@lru_cache(maxsize=1 << 12)
def _unknown(name: str, *, full: bool) -> float:
    """The score of somebody unknown of this name: high for one name alone, highest for a first name."""
    if full:
        return 1.0
    return 1.0 if gender_of(name) else 0.3


def _decide(
    scored: list[tuple[float, _E]], unknown: float
) -> tuple[_E | None, float, tuple[tuple[_E, float], ...]]:
    """The likeliest, if it is likely enough, and all that may be, with their shares of the odds."""
    if not scored:
        return None, 0.0, ()
    scored.sort(key=lambda pair: -pair[0])
    odds = [(exp(min(score, 30.0)), entity) for score, entity in scored]
    total = sum(share for share, _ in odds) + exp(unknown)
    shares = [(entity, round(share / total, 3)) for share, entity in odds[:_MOST_CANDIDATES]]
    entity, confidence = shares[0]
    likely = tuple(pair for pair in shares if pair[1] >= _LEAST)
    return (entity, confidence, likely) if confidence >= SURE else (None, confidence, likely)
