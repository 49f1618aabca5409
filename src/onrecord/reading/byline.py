"""Bylines: the names of who wrote it, as printed, without "By", roles and places."""

import re
from collections.abc import Iterable
from typing import Final

from onrecord.knowledge.agencies import find_agency
from onrecord.knowledge.first_names import gender_of
from onrecord.reading.credits import agency_credit
from onrecord.reading.names import agency_before, is_anonymous, looks_like_name, split_names
from onrecord.record import Credit

MAX_LENGTH: Final = 200
"""Longer lines are no bylines, in code points."""

_BY: Final = re.compile(
    r"[\s*_—–-]*(?:(?:story|words|text|article|report|interview|analysis|written|reported|posted|published|reporting) )?by:?\s+",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"(?:\s*[|•·,–—-]\s*|\s+)(?:(?:published|updated|posted|last updated|on|at)\b.*|\d{1,2}[:.]\d\d.*|\d{4}-\d\d.*|"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?,? \d.*)$",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"\[email.protected\]|\S+@\S+|https?://\S+|@\w+|\bTwitter\b|\bEmail\b")
_ROLE_AFTER: Final = re.compile(
    r"(?:,| \|| [–—-]) ?(?:[\w’'-]+ ){0,4}(?:writers?|reporters?|correspondents?|editors?|journalists?|columnists?|bureau chief|staff|"
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
            if 1 < len(piece) <= 80 and not piece.isdigit():
                found.setdefault(piece.casefold(), " ".join(piece.split()))
    return tuple(found.values())


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
    names = read_names([text])
    if not names or text[-1] == "." or not all(map(_may_sign, names)):
        return ()
    signed = _ROLE_AFTER.search(text) or any(is_anonymous(name) for name in names)
    return names if signed or all(map(_is_person, names)) else ()


def _may_sign(name: str) -> bool:
    return looks_like_name(name) or is_anonymous(name) or find_agency(name) is not None


def _is_person(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and looks_like_name(name) and gender_of(words[0]) is not None


def agency_credits(names: Iterable[str], line: str | None = None) -> list[Credit]:
    """A credit for each agency among the names of a byline; `line` is as printed."""
    return [
        agency_credit(agency, line or name)
        for name in names
        if (agency := name if find_agency(name) else agency_before(name) if is_anonymous(name) else None)
    ]
