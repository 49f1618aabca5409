"""Bylines: the names of who wrote it, as printed, without "By", roles and places."""

import re
from collections.abc import Iterable
from typing import Final

from onrecord.knowledge.agencies import find_agency
from onrecord.knowledge.first_names import gender_of
from onrecord.knowledge.places import find_place
from onrecord.reading.credits import agency_credit
from onrecord.reading.dates import MONTH, WEEKDAY
from onrecord.reading.names import agency_before, is_anonymous, looks_like_name, split_names, without_place
from onrecord.record import Credit

MAX_LENGTH: Final = 200
"""Longer lines are no bylines, in code points."""

_LONGEST_NAME: Final = 80
_WORDS: Final = range(2, 5)
_WHOLE: Final = 0.7
"""Names are so much of a byline; the rest is commas and "and"."""
_BY: Final = re.compile(
    r"[\s*_—–-]*(?:(?:story|words|text|article|report|interview|analysis|written|reported|posted|"
    r"published|reporting) )?(?:by:?|(?-i:Von|Par|Por|Di|Door|Av|Af))\s+",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"(?:\s*[|•·,–—-]\s*|\s+)(?:(?:published|updated|posted|last updated)\b.*|(?:on|at) \d.*|"
    r"\d{1,2}[:.]\d\d.*|\d{4}-\d\d.*|"
    rf"(?:(?:on|at) )?(?:{WEEKDAY},? )?(?:\d{{1,2}} )?{MONTH},? \d.*)$",
    re.IGNORECASE,
)
_HONORIFIC: Final = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Lord|Professor|Rev)\b\.? )+")
_MOST_WORDS: Final = 24
_SMALL: Final = frozenset((
    "and", "with", "in", "for", "of", "at", "from", "to", "the", "updated", "published", "posted",
    "am", "pm", "a.m.", "p.m.", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van",
    "von", "der", "den", "bin", "al", "el", "y", "e", "editor", "correspondent", "reporter",
    "writer", "writers", "staff", "columnist", "journalist", "chief", "bureau", "senior",
    "political", "foreign", "diplomatic", "business", "economics", "environment", "health",
    "science", "sports", "reporters", "editors", "correspondents", "contributor", "producer",
    "affairs", "defence", "security", "our", "agencies",
))  # fmt: skip
"""The words in a byline without "By" that may begin in lower case."""
_ROLE_WORDS: Final = 7
_EMPLOYER: Final = re.compile(
    r"\b(?i:writers?|reporters?|correspondents?|editors?|columnists?|journalists?|bureau chief|staff)$|"
    r"\b(?:News|Press|Media)\b(?:,|$)",
)
_ADDRESS: Final = re.compile(r"\[email.protected\]|\S+@\S+|https?://\S+|@\w+|\bTwitter\b|\bEmail\b")
_ROLE_AFTER: Final = re.compile(
    r"(?:,| \|| [–—-]) ?(?:[\w’'-]+ ){0,4}(?:writers?|reporters?|correspondents?|editors?|journalists?|"
    r"columnists?|bureau chief|staff|"
    r"contributors?|press|news)\b",
    re.IGNORECASE,
)


def read_names(values: Iterable[str]) -> tuple[str, ...]:
    """The names in what metadata or a row gives as authors; addresses and repeated names left out."""
    found: dict[str, str] = {}
    for value in values:
        if _is_address(value):
            continue
        text = _AFTER.sub("", _BY.sub("", _ADDRESS.sub(" ", value), count=1))
        pieces = [text.strip()] if find_agency(text.strip()) else split_names(text)
        for piece in pieces:
            if 1 < len(piece) <= _LONGEST_NAME and not piece.isdigit():
                found.setdefault(piece.casefold(), " ".join(piece.split()))
    return _without_roles(list(found.values()))


def _without_roles(names: list[str]) -> tuple[str, ...]:
    """The names without what only says what or where somebody named is: "Staff Writers", "Kyiv"."""
    if len(names) < 2 or is_anonymous(names[0]) or find_agency(names[0]):  # noqa: PLR2004
        return tuple(names)
    return (names[0], *(name for name in names[1:] if not _is_role(name)))


def _is_role(name: str) -> bool:
    if find_agency(name) or agency_before(name) or name.lower().startswith("our "):
        return False
    return is_anonymous(name) or (" " not in name and find_place(name) is not None)


def _is_address(value: str) -> bool:
    return value.strip().startswith(("http://", "https://", "www.", "/"))


def read_byline(line: str) -> tuple[str, ...]:
    """The names of a line that is a byline; empty where it is none.

    "By Jane Roe and John Doe", "Jane Roe, Staff Writer", "JANE ROE in Paris", "By Our Correspondent and AP".
    """
    text = line.strip()
    if not text or len(text) > MAX_LENGTH or text[-1] in '!?:;"”':
        return ()
    if opened := _BY.match(text):
        rest = _AFTER.sub("", text[opened.end() :])
        names = read_names([rest])
        return names if names and rest[:1].isupper() and all(map(_may_sign, names)) else ()
    return _unopened(text) if text[-1] != "." else ()


def opens_with_by(line: str) -> bool:
    """Whether a line begins as a byline does: "By …", "Written by …"."""
    return bool(_BY.match(line))


def _unopened(text: str) -> tuple[str, ...]:
    """The names of a byline without "By": persons and nothing else, or what a role shows to be signatures."""
    signed = _AFTER.sub("", text)
    words = signed.split()
    if len(words) > _MOST_WORDS or any(
        word[0].islower() and word.strip(",;") not in _SMALL for word in words
    ):
        return ()
    bare = without_place(signed)
    names = read_names([bare])
    if not names or not all(map(_may_sign, names)):
        return ()
    if _ROLE_AFTER.search(bare) or all(map(is_anonymous, names)):
        return names
    is_whole = sum(map(len, names)) >= _WHOLE * len(bare)
    return names if is_whole and all(map(_is_person, names)) else ()


def after_names(line: str) -> str:
    """What follows the names of a byline: "Published May 3, 2024"; empty where nothing does."""
    found = _AFTER.search(line)
    return found[0].strip(" |•·,–—-") if found else ""


def is_role(line: str) -> bool:
    """Whether a line below a byline says only whose author it is: "Associated Press Writer"."""
    text = line.strip()
    short = len(text.split()) <= _ROLE_WORDS and text[:1].isupper() and text[-1] not in ".!?:"
    return short and bool(_EMPLOYER.search(text))


def _may_sign(name: str) -> bool:
    return looks_like_name(name) or is_anonymous(name) or find_agency(name) is not None


def _is_person(name: str) -> bool:
    words = _HONORIFIC.sub("", name).split()
    is_titled = len(words) < len(name.split())
    return len(words) in _WORDS and looks_like_name(name) and (is_titled or gender_of(words[0]) is not None)


def agency_credits(names: Iterable[str], line: str | None = None) -> list[Credit]:
    """A credit for each agency among the names of a byline; `line` is as printed."""
    return [
        agency_credit(agency, line or name)
        for name in names
        if (agency := name if find_agency(name) else agency_before(name) if is_anonymous(name) else None)
    ]
