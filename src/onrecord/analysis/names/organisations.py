"""Names that only the text around them shows to be organisations: "chipmaker Acme", "shares in Acme"."""

import re
from collections.abc import Sequence

from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.words import COLLECTIVES, COMPANY_KINDS, TITLE_HEADS, TITLE_WORDS
from onrecord.knowledge.countries import find_country_form
from onrecord.knowledge.first_names import gender_of
from onrecord.knowledge.names import fold

_KINDS = COLLECTIVES | COMPANY_KINDS
_BUYING = frozenset({"acquire", "acquires", "acquired", "acquiring", "buy", "buys", "buying", "bought"})
_HOLDING = frozenset(
    {"share", "shares", "stake", "stakes", "shareholders", "investor", "investors", "takeover", "acquisition"}
)
_STAFF = frozenset(
    {"analyst", "analysts", "economist", "economists", "strategist", "strategists", "employees", "workers"}
    | {"staff", "executive", "executives", "manager", "managers", "engineer", "engineers"}
    | {"work", "works", "worked", "working"}
)
_LINKED = {
    "in": _HOLDING,
    "of": _HOLDING,
    "at": _STAFF,
    "with": _STAFF | {"merger", "merge"},
    "for": _STAFF,
    "by": frozenset({"owned"}),
}
"""A preposition, and the words before it behind which an organisation stands."""
_ANY_KIND = "|".join(sorted(_KINDS))
_SPEAKS = re.compile(
    r", which\b|,? (?:said|says|added|announced|reported|confirmed)(?: (?:on|in|last|this) [\w ]{1,20}?)?"
    r"(?: that)? (?:its|it (?:will|would|plans|expect\w*|intend\w*|had|has)(?! be\b| been\b))\b"
    r"| (?:fell|rose|gained|lost|climbed|dropped|slid|jumped|slumped|surged) (?:by |about |nearly )?\d"
    r"|(?:, | \()(?:the|an?|one of [\w’']+) (?:[\w’'-]+ ){0,4}"
    rf"(?:{_ANY_KIND}|\w+makers|banks|companies|firms)"
    r"(?=[,.;)]| (?:that|which|in|based|of|with|backed|behind|owned|called|for)\b)"
)
_HAS = re.compile(
    r"(?:[’']s?)? (?:shares|stock|shareholders?|board|headquarters|factor(?:y|ies)|plants?|stores?"
    r"|(?:co-)?founders?|chief|chair(?:man|woman)?|CEO|CFO|executives?|directors?|manager|boss|lawmakers?|employees?"
    r"|striker|coach|captain|member|official|president|subsidiary|customers|products|fans)\b(?! of\b)"
)
_GOES_ON = frozenset(" ,’'")
_REACH = 40


def organisation_names(text: str, spots: Sequence[Spot]) -> frozenset[str]:
    """The folded names of unknown kind that somewhere in the text can only be an organisation's."""
    unknown = [spot for spot in spots if spot.kind == "unknown" and not _is_human(spot)]
    names = {fold(spot.name) for spot in unknown if _shows(text, spot)}
    for spot in spots:
        if spot.kind == "person" and spot.title and (name := _employer(spot.title)):
            names.add(fold(name))
    return frozenset(names)


def _is_human(spot: Spot) -> bool:
    return gender_of(spot.name.split()[0]) is not None


def _shows(text: str, spot: Spot) -> bool:
    goes_on = text[spot.end : spot.end + 1] in _GOES_ON
    if goes_on and _SPEAKS.match(text, spot.end):
        return True
    # "Festival director" at the head of a sentence is a director in small letters.
    if goes_on and not (spot.initial and " " not in spot.name) and _HAS.match(text, spot.end):
        return True
    return _led_to(text[max(0, spot.start - _REACH) : spot.start])


def _led_to(lead: str) -> bool:
    """Whether the words before a name lead to an organisation: "chipmaker", "shares in", "analysts at"."""
    if not lead.endswith(" "):
        return False
    words = lead.lower().split()[-3:]
    last = words[-1].rstrip(",") if words else ""
    if last in _KINDS:
        # "a spokeswoman for the company, Ann Roe" is named, not her company.
        return not (words[-1] != last and words[0] in _LINKED)
    return last in _BUYING or (len(words) > 1 and words[-2] in _LINKED.get(last, ()))


def _employer(title: str) -> str | None:
    """The unknown word that a title begins with: "Acme Chief Executive"."""
    first, _, rest = title.partition(" ")
    known = first in TITLE_WORDS or first in TITLE_HEADS or find_country_form(first)
    return None if known or not rest or rest.split()[0] not in {"Chief", "CEO", "CFO", "Chairman"} else first
