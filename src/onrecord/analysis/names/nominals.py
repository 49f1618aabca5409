"""Descriptions of somebody named before: "the minister", "the Kremlin leader", "the two sides"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from onrecord.analysis.names.actors import Actor, Found
from onrecord.analysis.names.cast import Cast
from onrecord.analysis.names.offices import Offices, owned_offices
from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.titles import country_in
from onrecord.analysis.names.words import HEADS_OF_STATE, ROLE_GENDER, ROLES, SAME_ROLES, TITLE_WORDS

# A set of letters comes first, so that the search can skip to them.
_THE = re.compile(
    r"[Tt](?<!\w[Tt])he((?:[ \u00a0](?!(?:the|an?|said|says|and|told|for|to)\b)[\w.-]+(?:[’']s)?){1,4})"
)
_BOTH = re.compile(
    r"[TtBb](?<!\w[TtBb])(?:(?<=[Tt])he two|(?<=[Bb])oth)"
    r" (sides|countries|nations|governments|neighbou?rs|capitals|powers)\b"
)
_MODIFIERS = frozenset(word.lower() for word in TITLE_WORDS) - {"former", "acting", "his", "her", "of"}
_LINKED = re.compile(r"\s+(?:and|with|against|or|to)\s+(?:the\s+)?|\s*[-–—]\s*")
_OF = re.compile(r" (?:of|for) (?:the )?(?:state|[A-Z][\w.-]*(?: (?:of |and |the )?[A-Z][\w.-]*){0,4})")
_OF_THE = re.compile(r" (?:of|for) (?:the|his|her|its) [\w-]+")
_SPECIFIC = frozenset(
    {"minister", "secretary", "president", "chief", "director", "general", "officer", "premier"}
)
"""Roles of which the words before them say which it is: "the vice president"."""
_COUNTERPART = re.compile(r"\b([Hh]is|[Hh]er) ((?:[A-Z][\w.-]+ ){1,2})counterpart\b(?! [A-Z])")
_PAIRS_BACK = 12
_MEMORY = 40
_NEAR = 400
"""So many characters back somebody is still being spoken of."""
_SURE, _GUESS = 0.75, 0.55
_SAYS_WHO = ROLES - {
    "spokesman", "spokeswoman", "spokesperson", "official", "aide", "analyst", "expert", "witness", "lawyer",
    "attorney", "officer", "diplomat", "reporter", "resident", "judge", "man", "woman", "victim", "survivor",
    "economist", "trader", "researcher", "editor", "neighbour", "neighbor", "relative", "brother", "sister",
    "father", "mother", "son", "daughter", "wife", "husband", "friend", "colleague", "rival", "opponent",
    "critic", "member", "supporter", "counterpart", "adviser", "advisor", "prosecutor",
}  # fmt: skip
"""Roles in which somebody named may be spoken of; the others bring in somebody new."""
_OTHERS = frozenset(
    {"previous", "next", "new", "other", "last", "late", "first", "second", "then", "another"}
)
"""Before a role they mean somebody else than who holds it."""


def find_nominals(cast: Cast, people: Sequence[Found]) -> list[Found]:
    """Definite descriptions for which exactly one person fits who has been named before them.

    Else those of an office and its country go to its holder on the article's day ("the French president",
    "France's president"), and one that only says what somebody is to the only person just spoken of.
    """
    offices = Offices(cast)
    named = _of_introduced(cast, people, offices)
    taken = {found.start for found in named}
    text = cast.context.text
    for start, end in owned_offices(text):
        if start not in taken and (actor := offices.described(text[start:end])):
            named.append(Found(start, end, actor, "nominal", _SURE))
    named = [found for found in named if not _is_apposed(found, people, text)]
    return sorted(named, key=lambda found: found.start)


def _is_apposed(found: Found, people: Sequence[Found], text: str) -> bool:
    """Whether a description only says who somebody named beside it is: "France's president, Ann Roe"."""
    index = bisect_left(people, found.start, key=lambda mention: mention.start)
    before, after = people[max(0, index - 1) : index], people[index : index + 2]
    return any(text[mention.end : found.start] == ", " for mention in before) or any(
        text[found.end : mention.start] in {", ", " "} for mention in after
    )


def _of_introduced(cast: Cast, people: Sequence[Found], offices: Offices) -> list[Found]:
    introduced = _Introduced(people)
    nominals: list[Found] = []
    for match in _THE.finditer(cast.context.text):
        introduced.go_to(match.start())
        found = _description(match, introduced, offices)
        if found is not None:
            nominals.append(found)
    return nominals


class _Introduced:
    """The persons named before a place in the text, while it moves on; the latest mentioned last."""

    def __init__(self, people: Sequence[Found]) -> None:
        self._people = people
        self._index = 0
        self._last: dict[int, Found] = {}

    def go_to(self, position: int) -> None:
        """Take in the mentions before a position."""
        while self._index < len(self._people) and self._people[self._index].start < position:
            found = self._people[self._index]
            self._last.pop(id(found.actor), None)
            self._last[id(found.actor)] = found
            self._index += 1

    def actors(self) -> list[Actor]:
        """Those introduced by now, so many as a reader may remember."""
        return [found.actor for found in list(self._last.values())[-_MEMORY:]]

    def later(self) -> list[Actor]:
        """All of the article; what opens it may describe whom it names only then."""
        actors = {id(found.actor): found.actor for found in self._people}
        return list(actors.values()) if self._index == 0 else []

    def only_one(self, position: int) -> Actor | None:
        """The only person spoken of just before a position."""
        near = [found.actor for found in self._last.values() if position - found.end < _NEAR]
        return near[0] if len(near) == 1 else None


def _description(match: re.Match[str], introduced: _Introduced, offices: Offices) -> Found | None:
    words = match[1].split()
    for size, word in enumerate(words, start=1):
        role = word.rstrip(".").lower().removesuffix("'s").removesuffix("’s")
        if role not in ROLES:
            if word.endswith("."):
                return None
            continue
        end = match.start(1) + _length(match[1], size)
        following = words[size : size + 1]
        if following and following[0] in {"of", "for"}:
            return _of_body(match, end, role, introduced=introduced, offices=offices)
        if following and (following[0][0].isupper() or following[0] in ROLES):
            return None
        return _resolved(match, end, words[: size - 1], role, introduced=introduced, offices=offices)
    return None


def _resolved(
    match: re.Match[str],
    end: int,
    modifiers: Sequence[str],
    role: str,
    *,
    introduced: _Introduced,
    offices: Offices,
) -> Found | None:
    """Whom "the" with these modifiers and this role means: who has it, who holds it, who was spoken of."""
    if not _OTHERS.isdisjoint(modifiers):
        return None
    start = match.start()
    actor = _bearer(introduced.actors(), modifiers, role) or _bearer(introduced.later(), modifiers, role)
    actor = actor or offices.described(match.string[match.start(1) : end])
    if actor is not None:
        return Found(start, end, actor, "nominal", _SURE)
    spoken_of = introduced.only_one(start) if role in _SAYS_WHO else None
    if spoken_of is None or not _may_be(spoken_of, role, country_in(modifiers)):
        return None
    return Found(start, end, spoken_of, "nominal", _GUESS)


def _may_be(actor: Actor, role: str, country: str | None) -> bool:
    """Whether nothing that is known of somebody speaks against what a description says."""
    if country and actor.country not in {country, None}:
        return False
    gender = ROLE_GENDER.get(role)
    return actor.roles.isdisjoint(ROLES) and (gender is None or actor.gender in {gender, None})


def _of_body(
    match: re.Match[str], end: int, role: str, *, introduced: _Introduced, offices: Offices
) -> Found | None:
    """Who holds an office that goes on with "of": "the head of NATO", "the chairman of the council"."""
    behind = _OF.match(match.string, end) or _OF_THE.match(match.string, end)
    if behind is None:
        return None
    body = behind[0].split()[-1].lower()
    said = [actor for actor in introduced.actors() if _fits(actor, (), role, None) and _is_said(actor, body)]
    actor = said[-1] if said else offices.described(match.string[match.start(1) : behind.end()])
    return Found(match.start(), behind.end(), actor, "nominal", _SURE) if actor else None


def _length(text: str, size: int) -> int:
    position = 0
    for word in text.split()[:size]:
        position = text.index(word, position) + len(word)
    return position - text[:position].endswith(".")


def _bearer(people: Sequence[Actor], modifiers: Sequence[str], role: str) -> Actor | None:
    """The only one of the people who has the role, the country and whatever else is said."""
    country = country_in(modifiers)
    fitting = [actor for actor in people if _fits(actor, modifiers, role, country)]
    if role == "minister" and "prime" not in _needed(modifiers):
        fitting = [actor for actor in fitting if "prime" not in actor.roles] or fitting
    exact = [actor for actor in fitting if country and actor.country == country]
    told = [actor for actor in fitting if _needed(modifiers) <= actor.roles]
    fitting = exact or told or ([] if role in _SPECIFIC else fitting)
    if len(fitting) != 1:
        return None
    fitting[0].country = fitting[0].country or country
    return fitting[0]


def _needed(modifiers: Sequence[str]) -> set[str]:
    return {word.lower() for word in modifiers} & _MODIFIERS


def _fits(actor: Actor, modifiers: Sequence[str], role: str, country: str | None) -> bool:
    wanted = HEADS_OF_STATE if role == "leader" and country else {role} | SAME_ROLES.get(role, frozenset())
    gender = ROLE_GENDER.get(role)
    owners = [word[:-2].lower() for word in modifiers if word.endswith(("'s", "’s"))]
    return (
        not actor.roles.isdisjoint(wanted)
        and (not country or actor.country in {country, None})
        and (gender is None or actor.gender in {gender, None})
        and (not owners or bool(country) or any(_is_said(actor, owner) for owner in owners))
    )


def _is_said(actor: Actor, word: str) -> bool:
    """Whether what the text says of somebody has a word: whose president, of which council."""
    return word in (actor.description or "").lower()


def find_counterparts(cast: Cast, found: Sequence[Found]) -> list[Found]:
    """Those who hold abroad the office of whom a pronoun means, once the pronouns are known."""
    meant = {mention.start: mention.actor for mention in found if mention.form == "pronoun"}
    offices = Offices(cast)
    counterparts = []
    for match in _COUNTERPART.finditer(cast.context.text):
        country = country_in(match[2].split())
        actor = meant.get(match.start())
        other = offices.counterpart(actor, country) if actor and country else None
        if other is not None:
            counterparts.append(Found(match.start(2), match.end(), other, "nominal", 0.7))
    return counterparts


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
