"""The dateline: the place, agency and date that open a report, up to and with the dash.

`GENEVA, Feb. 19 (Reuters) -`, `KYIV, Ukraine (AP) —`, `Paris, 3 May:`. It stays in the text.
"""

import re
from typing import Final

from onrecord.knowledge.agencies import find_agency
from onrecord.knowledge.places import find_place
from onrecord.reading.credits import agency_credit
from onrecord.reading.dates import parse_date
from onrecord.record import Credit, Dateline

_WORD: Final = r"[A-ZÀ-ÞŁŚŠŽİ][\w.’'-]*"
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE: Final = (
    rf"(?:(?i:{_MONTH}) ?\d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} (?i:{_MONTH})(?:,? \d{{4}})?|\d{{4}}-\d\d-\d\d)"
)
_DATELINE: Final = re.compile(
    rf"[\s(]*(?P<place>{_WORD}(?:(?: |/|-| / )(?:{_WORD}|de|del|la|las|los|el|al|of|and|the|upon|sur|am)){{0,5}})?"
    rf"(?P<region>,? \(?{_WORD}(?:(?: ){_WORD}){{0,3}}?\)?)??"
    rf"(?:[,.]? *\(?(?P<date>{_DATE})\)?)?"
    r"(?:[,:]? *[(\[](?P<agency>[^()\[\]]{2,50})[)\]]|[,/] ?(?P<agency2>[A-Z][A-Za-z]{1,8}))?"
    r"(?:[,.]? *\(?(?P<date2>" + _DATE + r")\)?)?"
    r"(?P<mark>\s*(?:—|–|--|―)|\s+-|(?<=\))\s*-|\s?:)(?P<gap>\s*)(?=[A-ZÀ-Þ0-9\"“‘'«„$£€\[(])"
)
_SCAN: Final = 140
"""A dateline ends within so many code points."""


def read_dateline(paragraph: str) -> tuple[Dateline, str | None, tuple[Credit, ...]] | None:
    """The dateline of a first paragraph, its date (an ISO prefix, only where its year is printed) and agency.

    Offsets are code points into `paragraph`.
    """
    found = _DATELINE.match(paragraph[:_SCAN])
    if not found or not _is_dateline(found):
        return None
    start = len(paragraph) - len(paragraph.lstrip())
    end = found.end("mark")
    text = paragraph[start:end]
    date = found["date"] or found["date2"]
    line = Dateline(start=start, end=end, text=text, place=_place_id(found))
    return line, _day(date), tuple(agency_credit(name, text) for name in _agencies(found))


def _is_dateline(found: re.Match[str]) -> bool:
    """Whether what fits the form is one: a known place, an agency, or capitals with a date."""
    agencies, dated = _agencies(found), bool(found["date"] or found["date2"])
    if not found["place"]:
        return bool(agencies)
    if found["agency"] and not agencies and not dated:
        return False
    if found["mark"].strip() in (":", "-") and not found["gap"]:
        return False
    if agencies or (dated and found["place"].isupper()):
        return True
    return _place_id(found) is not None


def _agencies(found: re.Match[str]) -> list[str]:
    names = re.split(r"\s*[/,&]\s*|\s+and\s+", found["agency"] or found["agency2"] or "")
    return [name for name in names if name and find_agency(name)]


def _place_id(found: re.Match[str]) -> str | None:
    if not found["place"]:
        return None
    city = re.split(r"\s*/\s*|\s+and\s+|\s+AND\s+", found["place"])[0]
    region = (found["region"] or "").strip(" ,()")
    place = (find_place(f"{city}, {region}") if region else None) or find_place(city)
    return place.id if place else None


def _day(date: str | None) -> str | None:
    has_year = date is not None and re.search(r"\d{4}", date)
    return parse_date(date) if date and has_year else None
