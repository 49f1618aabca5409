"""Whether somebody in an article may well be the person of the knowledge who has the name.

Most people in the news are in no knowledge base, and many share their name with one who is: a football
manager with a presiding officer, an analyst with a state legislator. So a name alone is not enough for those
who are seldom in the news: their country must be one of the article's, their office what the text calls them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.analysis.names.actors import Actor
from onrecord.analysis.names.words import ROLES
from onrecord.knowledge.base import Holding, Person
from onrecord.knowledge.names import fold
from onrecord.knowledge.store import FIRST_OF_USER
from onrecord.resolution.phrases import word_set

_KNOWN_TO_ALL, _KNOWN_TO_MANY, _KNOWN_TO_SOME = 80, 60, 40
"""Weights (0 to 100): heads of state and government, ministers, other office-holders; legislators less."""
_POLITICAL = word_set("""
    candidate nominee chairman chairwoman chair leader spokesman spokeswoman spokesperson adviser advisor
    coordinator minister secretary president official politician contender hopeful front-runner frontrunner
    chief director counsel general commissioner ambassador envoy member lawmaker rival critic ally supporter
    challenger incumbent opponent prime premier delegate veteran aide head deputy diplomat figure lawyer
    attorney billionaire husband wife sir
""")
"""What those who hold office may be called besides; a singer or a coach is rather somebody else."""
_YEARS_BEFORE = 4
"""So long before their first office people are in the news for other reasons."""
_MINISTER = word_set("minister secretary chancellor official")
_LAWMAKERS = """
    mp member lawmaker legislator senator representative congressman congresswoman deputy sen rep sens reps
    msp mep peer lord baroness politician whip leader congressperson
"""
_LEADERS = "president king queen emir leader monarch sultan emperor ruler pope pontiff politician"
_CALLED: dict[str, frozenset[str]] = {
    "legislator": word_set(_LAWMAKERS),
    "speaker": word_set("speaker " + _LAWMAKERS),
    "head_of_state": word_set(_LEADERS),
    "head_of_government": word_set("premier minister chancellor taoiseach " + _LEADERS),
    "governor": word_set("governor gov politician"),
    "mayor": word_set("mayor politician"),
    "judge": word_set("justice judge"),
    "ambassador": word_set("ambassador envoy diplomat"),
    "ambassador_un": word_set("ambassador envoy diplomat"),
    "party_leader": word_set("chairman chair leader politician"),
    "opposition_leader": word_set("leader politician"),
    "chief": word_set("chief head leader chairman president director"),
    "military_chief": word_set("general commander chief gen admiral"),
}
"""What the holder of a role may be called, besides by the words of the title."""


class Belief(NamedTuple):
    """What speaks for an actor being a person of the knowledge.

    `agrees`: the text gives an office that was held, in a country that the article speaks of; `near`: that
    country alone; `believable`: whether it is enough, if the name leads to nobody else.
    """

    agrees: bool
    near: bool
    believable: bool


def belief(
    actor: Actor,
    person: Person,
    names: Sequence[str],
    holdings: Sequence[Holding],
    *,
    countries: frozenset[str],
    day: str | None,
) -> Belief:
    """Whether `actor` may be `person`. `names` are the person's, `countries` those of the article."""
    told = actor.roles & ROLES
    agrees = not told.isdisjoint(frozenset().union(*map(_called, holdings)))
    here = {person.country, *(holding.country for holding in holdings)}
    near = actor.country in here if actor.country else not here.isdisjoint(countries)
    if person.key >= FIRST_OF_USER:  # of the user's own file, who knows whom the articles are about
        return Belief(agrees=agrees, near=near, believable=True)
    is_same = any(_is_same_name(actor.name, name) for name in names)
    if agrees:
        placed = near or person.weight >= _KNOWN_TO_MANY or not (actor.country or countries)
        return Belief(agrees=near and is_same, near=near, believable=placed)
    if not told <= _POLITICAL or _is_early(holdings, day):
        return Belief(agrees=False, near=near, believable=near and person.weight >= _KNOWN_TO_MANY)
    if not is_same:
        return Belief(agrees=False, near=near, believable=near and person.weight >= _KNOWN_TO_ALL)
    least = _KNOWN_TO_SOME if told or not countries else _KNOWN_TO_MANY
    return Belief(agrees=False, near=near, believable=near or person.weight >= least)


def _is_same_name(name: str, known: str) -> bool:
    """Whether two names are spelt alike but for a middle name or initial."""
    words, others = fold(name).split(), fold(known).split()
    return (words[:1], words[-1:]) == (others[:1], others[-1:])


def _called(holding: Holding) -> frozenset[str]:
    words = holding.title.lower().replace(",", " ").split()
    own = _MINISTER if holding.role.endswith("minister") else _CALLED.get(holding.role, frozenset())
    return own.union(words)


def _is_early(holdings: Sequence[Holding], day: str | None) -> bool:
    first = min((holding.since for holding in holdings if holding.since), default="")
    return bool(first) and day is not None and day[:4] < str(int(first[:4]) - _YEARS_BEFORE)
