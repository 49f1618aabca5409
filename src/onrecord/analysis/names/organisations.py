"""Names that only the text around them shows to be organisations: "chipmaker Acme", "shares in Acme"."""

import re
from collections.abc import Sequence

from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.words import COLLECTIVES, COMPANY_KINDS, TITLE_HEADS, TITLE_WORDS
from onrecord.knowledge._tables import fold
from onrecord.knowledge.countries import find_country_form
from onrecord.knowledge.first_names import gender_of

_KINDS = "|".join(sorted(COLLECTIVES | COMPANY_KINDS))
_BEFORE = re.compile(
    rf"\b(?:(?:{_KINDS})|(?:shares?|stakes?|shareholders|investors?|stock|takeover|acquisition) (?:in|of)"
    r"|(?:analysts?|economists?|strategists?|employees|workers|staff|executives?|managers?|engineers?)"
    r" (?:at|with|for)|(?:acquir|bu)(?:es?|ed|ys?|ying|ing)|bought|owned by|(?:merger|merge) with"
    r"|work(?:s|ed|ing)? (?:at|for)),? $",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r", which\b|,? (?:said|says|added|announced|reported|confirmed)(?: (?:on|in|last|this) [\w ]{1,20}?)?"
    r"(?: that)? its?\b"
    r"|(?:, | \()(?:the|an?|one of [\w’']+) (?:[\w’'-]+ ){0,4}"
    rf"(?:{_KINDS}|\w+makers|banks|companies|firms)"
    r"(?=[,.;)]| (?:that|which|in|based|of|with|backed|behind|owned|called|for)\b)"
)
_HAS = re.compile(
    r"(?:[’']s?)? (?:shares|stock|shareholders?|board|headquarters|factor(?:y|ies)|plants?|stores?"
    r"|(?:co-)?founders?|chief|chair(?:man|woman)?|CEO|CFO|executives?|directors?|manager|boss|lawmakers?|employees?"
    r"|striker|coach|captain|member|official|president|subsidiary|customers|products|fans)\b(?! of\b)"
)
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
    if _SPEAKS.match(text, spot.end):
        return True
    # "Festival director" at the head of a sentence is a director in small letters.
    if not (spot.initial and " " not in spot.name) and _HAS.match(text, spot.end):
        return True
    return _BEFORE.search(text, max(0, spot.start - _REACH), spot.start) is not None


def _employer(title: str) -> str | None:
    """The unknown word that a title begins with: "Acme Chief Executive"."""
    first, _, rest = title.partition(" ")
    known = first in TITLE_WORDS or first in TITLE_HEADS or find_country_form(first)
    return None if known or not rest or rest.split()[0] not in {"Chief", "CEO", "CFO", "Chairman"} else first
