"""The dateline: the place, agency and date that open a report, up to and with the dash.

`GENEVA, Feb. 19 (Reuters) -`, `KYIV, Ukraine (AP) —`, `Paris, 3 May:`. It stays in the text.
"""

import re
from typing import Final

from onrecord.knowledge.agencies import find_agency
from onrecord.knowledge.countries import find_country
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
    rf"[\s(]*(?P<place>{_WORD}(?:(?: |/|-| / )(?:{_WORD}|de|del|la|las|los|el|al|of|and|the|upon|sur|"
    rf"am)){{0,5}})?"
    rf"(?P<region>,? \(?{_WORD}(?:(?: ){_WORD}){{0,3}}?\)?)??"
    rf"(?:[,.]? *\(?(?P<date>{_DATE})\)?)?"
    r"(?:[,:]? *[(\[](?P<agency>[^()\[\]]{2,50})[)\]]|[,/] ?(?P<agency2>[A-Z][A-Za-z]{1,8}))?"
    r"(?:[,.]? *\(?(?P<date2>" + _DATE + r")\)?)?"
    r"(?P<mark>\s*(?:—|–|--|―)|\s+-|(?<=\))\s*-|\s?:)(?P<gap>\s*)(?=[A-ZÀ-Þ0-9\"“‘'«„$£€\[(])"
)
_MARKS: Final = ("—", "–", "--", "―", " -", ")-", ":")
_LONG_DASHES: Final = frozenset(("—", "–", "--", "―"))
_SHORTEST: Final = 4
_LABELS: Final = frozenset((
    "UPDATE", "UPDATED", "BREAKING", "EXCLUSIVE", "OPINION", "ANALYSIS", "REVIEW", "CORRECTED",
    "CORRECTION", "EDITORIAL", "COMMENT", "WATCH", "LIVE", "VIDEO", "FACTBOX", "TIMELINE",
    "EXPLAINER", "PREVIEW", "FEATURE", "INTERVIEW", "PROFILE", "OBITUARY", "NOTE", "NEWS",
    "ADVISORY", "COLUMN", "URGENT", "ALERT",
))  # fmt: skip
"""What stands in capitals before a dash and is no place."""
_SCAN: Final = 140
"""A dateline ends within so many code points."""


def read_dateline(paragraph: str) -> tuple[Dateline, str | None, tuple[Credit, ...]] | None:
    """The dateline of a first paragraph, its date (an ISO prefix, only where its year is printed) and agency.

    Offsets are code points into `paragraph`.
    """
    head = paragraph[:_SCAN]
    found = _DATELINE.match(head) if any(mark in head for mark in _MARKS) else None
    if not found or not _is_dateline(found):
        return None
    start = len(paragraph) - len(paragraph.lstrip())
    end = found.end("mark")
    text = paragraph[start:end]
    date = found["date"] or found["date2"]
    line = Dateline(start=start, end=end, text=text, place=_place_id(found))
    return line, _day(date), tuple(agency_credit(name, text) for name in _agencies(found))


def _is_dateline(found: re.Match[str]) -> bool:
    """Whether what fits the form is one: a known place, an agency, or capitals before a long dash."""
    dated = bool(found["date"] or found["date2"])
    mark = found["mark"].strip()
    if not found["place"]:
        return any(map(find_agency, _agencies(found)))
    if (mark in (":", "-") and not found["gap"]) or found["place"].split()[0] in _LABELS:
        return False
    if any(map(find_agency, _agencies(found))) or _place_id(found) is not None:
        return True
    return found["place"].isupper() and (dated or (mark in _LONG_DASHES and len(found["place"]) >= _SHORTEST))


def _agencies(found: re.Match[str]) -> list[str]:
    """The names in brackets that are no region: whoever sent the report, known or not."""
    text = found["agency"]
    if text is None:
        return [name for name in [found["agency2"] or ""] if name and find_agency(name)]
    names = [name for name in re.split(r"\s*[/,&]\s*|\s+and\s+", text) if name]
    if any(map(find_agency, names)):
        return [name for name in names if find_agency(name)]
    is_region = find_country(text) or (text.istitle() and " " not in text and find_place(text))
    return names if text[:1].isupper() and not is_region else []


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
