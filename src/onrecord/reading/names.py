"""Lists of names as bylines and credits print them, taken apart: "Jane Roe in Paris and John Doe"."""

import re
from typing import Final

from onrecord.knowledge.agencies import find_agency
from onrecord.knowledge.first_names import gender_of

_SEPARATOR: Final = re.compile(r"\s*(?:[,;|•·&/]|\band\b|\bwith\b|\bfor\b|\n)\s*", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"\s+(?:in|from|at|reporting from|reports from)\s+(?:(?:[A-Z][\w.’'-]*\s?){1,5}|(?:agency|wire|news|"
    r"staff|press|local) ).*$"
)
_ROLE_WORD: Final = (
    r"writers?|reporters?|correspondents?|editors?|journalists?|columnists?|producers?|photographers?|"
    r"contributors?|"
    r"commentators?|critics?|analysts?|researchers?|chief|bureau|fellow|intern|freelancer|anchors?|"
    r"presenters?|"
    r"staff|director|professor|lecturer|author|host"
)
_ROLE: Final = re.compile(rf"\b(?:{_ROLE_WORD})\b", re.IGNORECASE)
_ROLE_FIRST: Final = re.compile(
    rf"(?:(?:[A-Za-z’'-]+\s){{0,3}}?)(?:{_ROLE_WORD})\s+(?=[A-Z][\w.’'-]+ [A-Z])", re.IGNORECASE
)
_OF_OUTLET: Final = re.compile(r"(?:[A-Z][\w.]*\s){0,3}[A-Z]\w*(?:’s?|'s?|s[’'])\s+(?=[A-Z][\w.’'-]+ [A-Z])")
_LABEL: Final = re.compile(r"(?:posted|published|updated|written|share|contributed)\b", re.IGNORECASE)
_DEGREE: Final = frozenset((
    "phd", "md", "mba", "ma", "msc", "bsc", "ba", "jd", "rn", "esq", "jr", "sr", "ii", "iii", "obe",
    "cbe", "mbe", "mp", "do", "dds",
))  # fmt: skip
_NAME: Final = re.compile(
    r"(?:[A-ZÀ-ÞŁŚŠŽ][\w.’'-]*|d[aeiu]s?|de[lr]?|van|von|der|den|la|le|bin|ibn|al|el|al-[A-Z]\w+|y|e)"
    r"(?: (?:[A-ZÀ-ÞŁŚŠŽ][\w.’'-]*|d[aeiu]s?|de[lr]?|van|von|der|den|la|le|bin|ibn|al|el|al-[A-Z]\w+|y|"
    r"e)){0,4}$"
)
_ANONYMOUS: Final = re.compile(
    r"(?:our|a|an|the|special|staff|news|web|online|agency|own|foreign|political|guardian|wire)\b.*"
    r"\b(?:correspondents?|reporters?|staff|desk|agenc(?:y|ies)|writers?|services?|team)s?$|agencies$|"
    r"(?:[\w’'-]+ ){0,2}staff(?: reporters?| writers?| reports?)?$",
    re.IGNORECASE,
)


def split_names(text: str) -> list[str]:
    """The pieces of a list of names, places ("in Paris") taken off, roles left out."""
    return [piece for part in _SEPARATOR.split(text) if (piece := _clean(part))]


def without_place(text: str) -> str:
    """A signature without the place it was sent from: "Jane Roe in Paris"."""
    return _PLACE.sub("", text)


def looks_like_name(text: str) -> bool:
    """Whether `text` is written as a person's name is: one to five capitalised words."""
    return bool(_NAME.match(text)) and not any(c.isdigit() for c in text)


def is_anonymous(text: str) -> bool:
    """Whether `text` signs for somebody unnamed: "Our Correspondent", "Staff Reporter", "News Desk"."""
    return bool(_ANONYMOUS.match(text))


def _clean(part: str) -> str | None:
    """One name without its role and place; None for what is a role only."""
    part = _PLACE.sub("", part.strip(" \t.,;:*—–-()[]\u00a0"))
    if not part or _LABEL.match(part) or part.replace(".", "").lower() in _DEGREE:
        return None
    if find_agency(part) or is_anonymous(part):
        return part
    bare = _OF_OUTLET.sub("", _ROLE_FIRST.sub("", part, count=1)).strip()
    found = _ROLE.search(bare)
    return _before_role(bare[: found.start()]) if found else bare


def _before_role(text: str) -> str | None:
    """The name before a role that no comma parts from it: "Jane Roe Herald Staff"."""
    words = text.split()
    known = len(words) > 1 and gender_of(words[0]) is not None and looks_like_name(" ".join(words[:2]))
    return " ".join(words[:2]) if known else None


def agency_before(text: str) -> str | None:
    """The agency whose name opens `text`: "Associated Press writer Jane Roe" gives "Associated Press"."""
    words = text.replace("’s", "").replace("'s", "").split()
    if words and words[0].lower() == "the":
        words = words[1:]
    return next((found for n in (3, 2, 1) if find_agency(found := " ".join(words[:n]))), None)
