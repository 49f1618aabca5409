"""An answer on the way to being one: an entity, or those who may be meant."""

from collections.abc import Iterable
from typing import NamedTuple

from onrecord.knowledge.base import Held, Knowledge, Person
from onrecord.record import Candidate, Entity
from onrecord.resolution.entities import of_organisation, of_person, own
from onrecord.resolution.linking import OrganisationLink, PersonLink

_MOST = 5


class Answer(NamedTuple):
    """The entity, if one is sure enough, and those who may be meant, the likeliest first."""

    entity: Entity | None
    candidates: tuple[Candidate, ...] = ()


NOBODY = Answer(None)


def of_link(link: PersonLink, knowledge: Knowledge, day: str | None) -> Answer:
    """The answer that a link to a person gives; candidates only where there is none."""
    if link.entity:
        return Answer(of_person(link.entity, knowledge, day))
    return Answer(None, people(link.candidates, knowledge, day))


def people(
    scored: Iterable[tuple[Person, float]], knowledge: Knowledge, day: str | None
) -> tuple[Candidate, ...]:
    """People as candidates."""
    return tuple(
        Candidate(entity=of_person(person, knowledge, day), confidence=confidence)
        for person, confidence in list(scored)[:_MOST]
    )


def holders(held: Iterable[Held], knowledge: Knowledge, day: str | None) -> tuple[Candidate, ...]:
    """Holders of an office as candidates, the first the likeliest."""
    chosen = list({one.person.key: one for one in held}.values())[:_MOST]
    shares = [1 / 2 ** (place + 1) for place in range(len(chosen))]
    return people(
        [(one.person, round(share, 3)) for one, share in zip(chosen, shares, strict=True)], knowledge, day
    )


def of_body(link: OrganisationLink, name: str) -> Answer:
    """The answer that a link to an organisation gives; of several as likely, what they have in common."""
    found = tuple(
        Candidate(entity=of_organisation(body), confidence=share) for body, share in link.candidates
    )
    if link.entity:
        return Answer(of_organisation(link.entity), found[:_MOST] if len(found) > 1 else ())
    if not found:
        return NOBODY
    shared = {body.sectors[:1] for body, _ in link.candidates}
    countries = {body.country for body, _ in link.candidates}
    country = countries.pop() if len(countries) == 1 else ""
    entity = own("organisation", name, country, shared.pop() if len(shared) == 1 else ())
    return Answer(entity, found[:_MOST])
