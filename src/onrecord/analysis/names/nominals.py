"""Descriptions of somebody named before: "the minister", "the Kremlin leader", "the two sides"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.analysis.names.actors import Actor, Found
from onrecord.analysis.names.cast import Cast
from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.titles import country_in
from onrecord.analysis.names.words import HEADS_OF_STATE, ROLE_GENDER, ROLES, SAME_ROLES, TITLE_WORDS

# A set of letters comes first, so that the search can skip to them.
_THE = re.compile(r"[Tt](?<!\w[Tt])he((?:[ \u00a0](?!(?:the|an?|said|says|and|told|for|to)\b)[\w.-]+){1,4})")
_BOTH = re.compile(
    r"[TtBb](?<!\w[TtBb])(?:(?<=[Tt])he two|(?<=[Bb])oth)"
    r" (sides|countries|nations|governments|neighbou?rs|capitals|powers)\b"
)
_MODIFIERS = frozenset(word.lower() for word in TITLE_WORDS) - {"former", "acting", "his", "her", "of"}
_LINKED = re.compile(r"\s+(?:and|with|against|or|to)\s+(?:the\s+)?|\s*[-–—]\s*")
_PAIRS_BACK = 12
_OTHERS = frozenset(
    {"previous", "next", "new", "other", "last", "late", "first", "second", "then", "another"}
)
"""Before a role they mean somebody else than who holds it."""


def find_nominals(cast: Cast, people: Sequence[Found]) -> list[Found]:
    """Definite descriptions for which exactly one person fits who has been named before them."""
    introduced: list[Actor] = []
    nominals: list[Found] = []
    index = 0
    for match in _THE.finditer(cast.context.text):
        while index < len(people) and people[index].start < match.start():
            if people[index].actor not in introduced[-40:]:
                introduced.append(people[index].actor)
            index += 1
        found = _description(match, introduced[-40:])
        if found is not None:
            nominals.append(found)
    return nominals


def _description(match: re.Match[str], introduced: list[Actor]) -> Found | None:
    words = match[1].split()
    for size, word in enumerate(words, start=1):
        role = word.rstrip(".").lower()
        if role not in ROLES:
            if word.endswith("."):
                return None
            continue
        following = words[size : size + 1]
        if following and (following[0][0].isupper() or following[0] in {"of", "for"} | ROLES):
            return None
        end = match.start(1) + _length(match[1], size)
        actor = _bearer(introduced, words[: size - 1], role)
        return Found(match.start(), end, actor, "nominal", 0.75) if actor else None
    return None


def _length(text: str, size: int) -> int:
    position = 0
    for word in text.split()[:size]:
        position = text.index(word, position) + len(word)
    return position - text[:position].endswith(".")


def _bearer(introduced: list[Actor], modifiers: Sequence[str], role: str) -> Actor | None:
    """The only person introduced whose roles and country fit."""
    country = country_in(modifiers)
    if not _OTHERS.isdisjoint(modifiers):
        return None
    needed = {word.lower() for word in modifiers} & _MODIFIERS
    wanted = HEADS_OF_STATE if role == "leader" and country else {role} | SAME_ROLES.get(role, frozenset())
    fitting = [
        actor
        for actor in introduced
        if actor.roles & wanted
        and needed <= actor.roles
        and (not country or actor.country in {country, None})
        and actor.gender in {ROLE_GENDER.get(role), None, actor.gender if role not in ROLE_GENDER else None}
    ]
    if role == "minister" and "prime" not in needed:
        fitting = [actor for actor in fitting if "prime" not in actor.roles] or fitting
    exact = [actor for actor in fitting if country and actor.country == country]
    fitting = exact or fitting
    if len(fitting) != 1:
        return None
    fitting[0].country = fitting[0].country or country
    return fitting[0]


def find_pairs(cast: Cast, spots: Sequence[Spot]) -> list[Found]:
    """The mentions of "the two sides" and "both countries": the two last named together."""
    named = [spot for spot in spots if spot.country and spot.kind in {"country", "adjective", "government"}]
    pairs: list[Found] = []
    index = 0
    for match in _BOTH.finditer(cast.context.text):
        while index < len(named) and named[index].start < match.start():
            index += 1
        countries = _pair(cast.context.text, named[max(0, index - _PAIRS_BACK) : index])
        if countries:
            members = tuple(cast.country(code) for code in countries)
            actor = cast.actor(
                "pair " + " ".join(countries), Actor("group", match[0].lower(), members=members)
            )
            pairs.append(Found(match.start(), match.end(), actor, "nominal", 0.7))
    return pairs


def _pair(text: str, named: Sequence[Spot]) -> tuple[str, ...]:
    for first, second in reversed(list(pairwise(named))):
        if first.country != second.country and _LINKED.fullmatch(text, first.end, second.start):
            return (str(first.country), str(second.country))
    codes = list(dict.fromkeys(str(spot.country) for spot in named))
    return tuple(codes) if len(codes) == 2 else ()  # noqa: PLR2004
