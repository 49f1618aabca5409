"""Publication dates as publishers write them, to an ISO prefix whose length is its precision.

The day is the one printed, in the publisher's own zone: zones are never converted, and a time of day
is left out (day precision). What could mean two days, such as 03/04/2025, is no date.
"""

import re
from datetime import UTC, date, datetime
from functools import cache

FIRST_YEAR, LAST_YEAR = 1600, 2199
"""The years that can be a publication date: since newspapers are printed, with room ahead."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
"""An English month as printed, for expressions that ignore case."""
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
"""An English weekday as printed, for expressions that ignore case."""
_MONTH = rf"(?P<name>{MONTH})"
_WEEKDAY = rf"(?:{WEEKDAY}[.,]*\s+)?"
_CLOCK = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?"
_BEFORE = rf"(?:{_CLOCK}[^\d\n]{{0,24}}?[\s,|-])?{_WEEKDAY}"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_AFTER = rf"(?:\s*[\s,;|(@·–—-]\s*(?:at\s+)?(?:{_CLOCK}|\d{{1,2}}\s*[ap]\.?m\b)[^\n]{{0,48}})?"
_TIME = rf"(?:T{_CLOCK}.{{0,24}}|T\d{{4,6}}.{{0,12}}|Z|[+-]\d\d:\d\d)"
_WRITTEN = (
    # 2025, 2025-02
    rf"{_YEAR}(?:-(?P<month>\d\d?))?",
    # 2025-2-9, 2025/02/19, 2025-02-19T10:15:00+03:00
    rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?){_TIME}?{_AFTER}",
    # 20250219, 20250219101500, 20250219T101500Z
    rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{{4}}(?:\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?",
    # Feb 19, 2025 · Wednesday, February 19th 2025 at 10:15 a.m. EST
    rf"{_BEFORE}{_MONTH}\s+{_DAY}(?:\s*,\s*|\s+){_YEAR}{_AFTER}",
    # 19 February 2025 · Wed, 19 Feb 2025 10:15:00 +0000 · 19-Feb-2025
    rf"{_BEFORE}{_DAY}(?:\s+of\s+|[\s-]+){_MONTH}[\s,-]+{_YEAR}{_AFTER}",
    # Wed Feb 19 10:15:00 +0000 2025
    rf"{_WEEKDAY}{_MONTH}\s+{_DAY}\s+{_CLOCK}\s+(?:\S{{1,6}}\s+)?{_YEAR}",
    # February 2025
    rf"{_MONTH}[\s,]+{_YEAR}",
    # 19.02.2025: with points, the day comes first everywhere
    rf"(?P<day>\d\d?)\.(?P<month>\d\d?)\.{_YEAR}{_AFTER}",
)
_SLASHED = rf"(?P<one>\d\d?)[/-](?P<two>\d\d?)[/-]{_YEAR}{_AFTER}"
_EPOCH = r"(\d{10})(?:\d{3})?"
_LONGEST = 120


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when first needed: these take longer than the rest of starting up does."""
    return re.compile(pattern, re.ASCII | re.IGNORECASE)


def parse_date(value: str) -> str | None:
    """The date that `value` gives, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None where it is none.

    Ten or thirteen digits are seconds or milliseconds since 1970, taken as their day in UTC.
    """
    text = " ".join(value.split())
    if not text or len(text) > _LONGEST:
        return None
    for pattern in _WRITTEN:
        if found := _compiled(pattern).fullmatch(text):
            return _from_parts({name: part for name, part in found.groupdict().items() if part})
    return _from_slashed(text) or _from_epoch(text)


def _from_parts(parts: dict[str, str]) -> str | None:
    month = int(parts["month"]) if "month" in parts else None
    if "name" in parts:
        month = _MONTHS.index(parts["name"][:3].lower()) + 1
    return _iso(int(parts["year"]), month, int(parts["day"]) if "day" in parts else None)


def _from_slashed(text: str) -> str | None:
    """19/02/2025 and 02/19/2025 can be read in one way only; 03/04/2025 cannot."""
    found = _compiled(_SLASHED).fullmatch(text)
    if not found:
        return None
    year, one, two = int(found["year"]), int(found["one"]), int(found["two"])
    readings = {_iso(year, one, two), _iso(year, two, one)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _from_epoch(text: str) -> str | None:
    found = _compiled(_EPOCH).fullmatch(text)
    if not found:
        return None
    day = datetime.fromtimestamp(int(found[1]), UTC)
    return _iso(day.year, day.month, day.day)


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        whole = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole if day else whole[:7] if month else whole[:4]
