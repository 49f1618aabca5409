"""Linking a printed name to the knowledge, by the day and by what the text says of it.

Each person of that name gets a score in log odds (`scoring.py`). Against them stands somebody unknown who
has the same name. Where nobody is likely, nobody is linked.
"""

from math import exp
from typing import NamedTuple, TypeVar

from onrecord.knowledge.base import Knowledge, Organisation, Person
from onrecord.knowledge.names import fold
from onrecord.resolution.describing import Description, describe
from onrecord.resolution.namesakes import distinct, namesakes
from onrecord.resolution.scoring import BODIES, SIZE, Asked, score_of, score_of_nobody, size_rank

SURE = 0.6
"""The least confidence at which a name is linked."""
_LEAST = 0.05
_MOST_CANDIDATES = 5
_MOST_BODIES = 24
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
    asked = Asked(name, country or (said.country if said else ""), said, day)
    full, people = namesakes(asked, knowledge)
    people = distinct(people, knowledge)
    scored = [(score_of(asked, person, knowledge, full=full), person) for person in people]
    return PersonLink(*_decide(scored, score_of_nobody(name, full=full)))


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
    for body in found[:_MOST_BODIES]:
        same = wanted == fold(body.name) or any(wanted == fold(alias) for alias in knowledge.aliases(body))
        score = (3.0 if same else 1.0) + 0.02 * min(body.weight, 100) - SIZE * size_rank(body.country)
        if country and body.country:
            score += 2.5 if body.country == country else 0 if body.country in BODIES else -2.5
        scored.append((score, body))
    return OrganisationLink(*_decide(scored, 0.5))


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
