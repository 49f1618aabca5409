"""How well a person of the knowledge fits a printed name: a score in log odds.

How the name fits, how much in the news they are, the country and the office that the text gives, whether
they were in office or alive on the day.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from onrecord.knowledge.base import Holding, Knowledge, Person
from onrecord.knowledge.countries import all_countries
from onrecord.knowledge.first_names import gender_of
from onrecord.knowledge.names import fold, without_titles
from onrecord.resolution.describing import LEADER, Description, is_monarch
from onrecord.resolution.phrases import word_set

LEADERS = frozenset({"head_of_state", "head_of_government", "ruler"})
BODIES = frozenset({"EUR", "UNO", "IGO", "NGO", "ISM", "IMG", "MNC"})
SIZE = 0.02
"""What a name loses for each country that has more people than its own."""
_ADULT = 16
_LONG_DEAD = 15
_LONG_GONE = 30
_TODAY = "2026"
"""The year of the knowledge, where no day is asked for."""
_UNRANKED = 200
_SELDOM = 40
_COMMON = 8
_NO_POLITICS = word_set("EDU MED JRN BUS AGR REL LAB CVL CRM COP UAF REB SOC REF")
"""Sectors by which a namesake of a politician is told from them: "Professor John Smith"."""


class Asked(NamedTuple):
    """A printed name with what the text says of it: the country, what the title tells, the day."""

    name: str
    country: str
    said: Description | None
    day: str | None


@cache
def _size_ranks() -> dict[str, int]:
    return {entry.iso3: rank for rank, entry in enumerate(all_countries())}


def size_rank(country: str) -> int:
    """How many countries have more people: among organisations of one name, a large country's is likelier."""
    return 0 if country in BODIES else _size_ranks().get(country, _UNRANKED)


def score_of(asked: Asked, person: Person, knowledge: Knowledge, *, full: bool) -> float:
    """The score of a person; `full` says that the name is more than a surname."""
    holdings = knowledge.holdings(person)
    score = _of_name(asked.name, person, knowledge) if full else -1.0
    if full:
        score -= _of_commonness(asked.name, person, knowledge)
    score += _of_prominence(person, holdings, asked.day) + _of_age(person, holdings, asked.day)
    if not full and not asked.country:
        score -= SIZE / 2 * size_rank(person.country)
    if asked.country:
        score += _of_country(person, holdings, asked.country)
    if asked.said and (asked.said.role or asked.said.body):
        bodies = knowledge.names_of_body(asked.said.body) if asked.said.body else frozenset()
        score += _of_office(asked, asked.said, holdings, bodies, full=full)
    elif asked.said and asked.said.head:
        held = [h for h in holdings if state_on(h, asked.day) != "no" or asked.said.former]
        score += 2.0 if any(asked.said.head in h.title.lower().split() for h in held) else 0.0
        if asked.said.sectors[:1] and asked.said.sectors[0] in _NO_POLITICS:
            score -= 0.0 if any(asked.said.sectors[0] in h.sectors for h in holdings) else 3.5
    return score


def _of_name(name: str, person: Person, knowledge: Knowledge) -> float:
    """More for the same letters than for another transliteration, least where words are left out."""
    wanted = fold(without_titles(name))
    names = [fold(person.name), *map(fold, knowledge.aliases(person))]
    if wanted in names:
        return 3.0
    left_out = not any(len(known.split()) == len(wanted.split()) for known in names)
    return 0.8 if left_out else 2.0


def _of_commonness(name: str, person: Person, knowledge: Knowledge) -> float:
    """What a name loses where others may have it who are in no list, for people seldom in the news."""
    if person.weight >= _SELDOM:
        return 0.0
    return 0.8 + 0.3 * min(len(knowledge.surnamed(name.rsplit(maxsplit=1)[-1])), _COMMON)


def _of_prominence(person: Person, holdings: list[Holding], day: str | None) -> float:
    states = {state_on(holding, day) for holding in holdings}
    score = 0.025 * min(person.weight, 100)
    if states & {"yes", "unknown"}:
        return score + (0.6 if "yes" in states else 0.3)
    score -= 0.9 if person.weight < _SELDOM else 0.0
    first = min((h.since for h in holdings if h.since), default="")
    return score - (1.0 if day and first and day < str(int(first[:4]) - 4) else 0.0)


def _of_country(person: Person, holdings: list[Holding], country: str) -> float:
    countries = {person.country, *(holding.country for holding in holdings)} - {""}
    if country in countries:
        return 2.0
    return 0.0 if not countries or countries <= BODIES else -4.0


def _of_office(
    asked: Asked, said: Description, holdings: list[Holding], bodies: frozenset[str], *, full: bool
) -> float:
    """Whether the office that the text gives was held, on the day or, where it is a former one, before.

    `bodies` are the names of the body that it is in.
    """
    roles = roles_of(said)
    crowned = is_monarch(said)
    fitting = [
        holding
        for holding in holdings
        if (holding.role in roles or (asked.country and holding.also in roles))
        and not (crowned and "president" in holding.title.lower())
        and (not said.body or holding.of in bodies)
        and (not asked.country or holding.country in {asked.country, *BODIES})
    ]
    if not fitting:
        return -1.0 if full else -3.0
    states = {state_on(holding, asked.day) for holding in fitting}
    if said.former:
        return 3.0 if "no" in states else 0.0
    if "yes" in states or "unknown" in states:
        return 4.0 if "yes" in states else 3.0
    return -1.0 if asked.day and not full else 0.5  # only before or after the day


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


def roles_of(said: Description) -> frozenset[str]:
    """The roles that a described office may be in the knowledge."""
    return LEADERS if said.role == LEADER else frozenset({said.role})


@lru_cache(maxsize=1 << 12)
def score_of_nobody(name: str, *, full: bool) -> float:
    """The score of somebody unknown of this name: high for one name alone, highest for a first name."""
    if full:
        return 1.0
    return 1.0 if gender_of(name) else 0.3
