"""The country that a description belongs to: "Oslo police", "a Kenya-based charity", "people in Finland"."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from onrecord.knowledge.base import Knowledge
from onrecord.knowledge.countries import find_capital, find_country_form
from onrecord.knowledge.names import fold
from onrecord.knowledge.places import find_place
from onrecord.resolution.lexicon import find_agent
from onrecord.resolution.phrases import Word, joined, word_set
from onrecord.resolution.territories import find_territory

_LONGEST = 5
_MOST_WORDS = 24
_BASED = re.compile(r"[-–](?:based|born|held|controlled|run|registered|flagged|owned)$")
_ONLY_NEAR = re.compile(r"[-–]\w+$")
"""What is "Iran-backed" or "pro-Russian" belongs elsewhere, unless nothing else is said."""
_TOWARDS = frozenset({"to", "against", "on", "toward", "towards"})
_NON_STATES = frozenset({"EUR", "UNO", "IGO", "ISM", "IMG"})
_SHORTEST_PLACE = 3
_CITY = 300_000
_LEADING = 80
_NO_PLACES = word_set(
    "state city north south east west northern southern eastern western central national federal new old "
    "great united first party house union general supreme royal regional inner upper lower high northeast "
    "northwest southeast southwest central republic democratic socialist popular people police justice "
    "street university college sir mr mrs ms dr"
)
_NEW = frozenset({"new"})
_OTHER_NAMES = {
    "american": word_set("central latin south north pan"), "americans": word_set("central latin south north"),
    "guinea": word_set("new equatorial"), "ireland": word_set("northern"), "africa": word_set("south"),
}  # fmt: skip
"""Words that make another name of a country's: Central American, New Jersey, New Mexico."""
_USUALLY = {"Congo": "COD"}
"""Names that two countries share, by the one that is meant where nothing else is said."""
Kind = Literal["state", "region", "body", "place", "backer"]


class Found(NamedTuple):
    """A country that words tell: ISO 3166-1 alpha-3 or PLOVER's non-states; which words; what they are."""

    country: str
    start: int
    end: int
    kind: Kind


def country_of(words: list[Word], knowledge: Knowledge) -> Found | None:
    """The country that a description's words belong to; None where they tell none.

    The first country, nationality or international body counts; then organisations of one country, then
    places. To whom somebody is sent ("ambassador to Iran") is not where they belong.
    """
    words = words[:_MOST_WORDS]
    return (
        _first(words, _state_or_body, knowledge) or _first(words, _body_or_place, knowledge) or _backed(words)
    )


_Told = tuple[str, Kind] | None


def _first(words: list[Word], look: Callable[[str, Knowledge], _Told], knowledge: Knowledge) -> Found | None:
    for start in range(len(words)):
        if not words[start].is_capital or (start and words[start - 1].low in _TOWARDS):
            continue
        if start and words[start - 1].low in _OTHER_NAMES.get(words[start].low, _NEW):
            continue
        if start > 1 and words[start - 1].low == "the" and words[start - 2].low in _TOWARDS:
            continue
        for end in range(min(len(words), start + _LONGEST), start, -1):
            if any(word.text in ",;:()" or word.possessive for word in words[start : end - 1]):
                continue
            if told := look(joined(words[start:end]), knowledge):
                return Found(told[0], start, end, told[1])
    return None


@lru_cache(maxsize=1 << 12)
def _state(name: str) -> _Told:
    """The state of a name, an adjective or a people, or of a part of it that has its own."""
    name = _BASED.sub("", name)
    if name in _USUALLY:
        return _USUALLY[name], "state"
    if found := find_country_form(name) or find_country_form("the " + name):
        return found[0].iso3, "state"
    territory = find_territory(name)
    return (territory.country, "region") if territory else None


def _state_or_body(name: str, knowledge: Knowledge) -> _Told:
    if told := _state(name):
        return told
    found = knowledge.find_organisations(name) if _may_be_body(name) else []
    return (found[0].country, "body") if found and found[0].country in _NON_STATES else None


def _may_be_body(name: str) -> bool:
    """Whether it is worth asking for an organisation of this name."""
    return (
        len(name) > 1 and name[0].isupper() and (" " in name or name.isupper() or len(name) > _SHORTEST_PLACE)
    )


def _body_or_place(name: str, knowledge: Knowledge) -> _Told:
    return _organisation(name, knowledge) or _place(name, knowledge)


def _organisation(name: str, knowledge: Knowledge) -> _Told:
    """The country of an organisation, if all of the name are of one."""
    if not _may_be_body(name) or (" " not in name and find_agent(name.lower())):
        return None
    if metonym := knowledge.find_metonym(name, None):
        return metonym.country, "state"
    countries = {body.country for body in knowledge.find_organisations(name)}
    return (countries.pop(), "body") if len(countries) == 1 and "" not in countries else None


def _place(name: str, knowledge: Knowledge) -> _Told:
    """The country of a place, unless leaders in the news have its name and it is no city."""
    name = _BASED.sub("", name)
    country = place_country(name)
    if not country or (" " not in name and _is_leader(name, knowledge)):
        return None
    return country, "place"


def _is_leader(name: str, knowledge: Knowledge) -> bool:
    place = find_place(name)
    if place is None or place.population > _CITY or place.capital:
        return False
    leaders = [person for person in knowledge.surnamed(name)[:4] if person.weight >= _LEADING]
    return any(fold(person.name).endswith(fold(name)) for person in leaders)


@lru_cache(maxsize=1 << 12)
def place_country(name: str) -> str | None:
    """The country of a town or region of this name; None for words that are other than that."""
    low = name.lower()
    if len(name) < _SHORTEST_PLACE or low in _NO_PLACES or (" " not in name and find_agent(low)):
        return None
    if capital := find_capital(name):
        return capital.iso3
    place = find_place(name)
    return place.country if place else None


def _backed(words: list[Word]) -> Found | None:
    """The last resort: the country of "Iran-backed", "pro-Russian"."""
    for index, word in enumerate(words):
        parts = re.split(r"[-–]", word.text)
        for part in parts if len(parts) > 1 else []:
            if part[:1].isupper() and (told := _state(part)):
                return Found(told[0], index, index + 1, "backer")
    return None
