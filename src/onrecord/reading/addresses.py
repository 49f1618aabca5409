"""Web addresses: the canonical form, and the day that many of them hold."""

import re
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from onrecord.reading.dates import parse_date
from onrecord.record import PublishedFrom

Found = tuple[str, PublishedFrom]
"""A date, an ISO prefix, and where it is from."""

_TRACKING: Final = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|twclid|_ga|_gl|ref|ref_src|ref_url|cmpid|"
    r"cmp|ocid|ito|"
    r"smid|smtyp|soc_src|soc_trk|xtor|ns_\w+|at_\w+|partner|source|sr_share|share|ncid|icid|wt\.\w+|"
    r"s_?cid|feature|"
    r"CMP|spm|taid|amp|outputType|guccounter|guce_\w+|oref",
    re.IGNORECASE,
)
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DAY: Final = r"(?P<day>[0-2]?\d|3[01])"
_MONTH_NAME: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_URL_DAYS: Final = (
    re.compile(rf"/{_YEAR}/(?P<month>0?[1-9]|1[0-2]|{_MONTH_NAME})/{_DAY}(?:/|$|[-_?.])", re.IGNORECASE),
    re.compile(rf"(?<!\d){_YEAR}[-_](?P<month>0[1-9]|1[0-2])[-_]{_DAY}(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}/?(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?!\d)"),
)
"""/2024/05/03/, /2024/may/03/, 2024-05-03, 20240503."""
_DAY_LENGTH: Final = 10


def clean_url(url: str) -> str | None:
    """An http(s) address without fragment and tracking parameters; None where it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "." not in parts.netloc:
        return None
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", urlencode(query), ""))


def from_url(url: str | None) -> Found | None:
    """The day in an address: /2025/02/19/, /2025/feb/19/, /20250219-."""
    found = next((found for pattern in _URL_DAYS if (found := pattern.search(url or ""))), None)
    if not found:
        return None
    year, month, day = (found[name] for name in ("year", "month", "day"))
    date = parse_date(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}")
    return (date, "url") if date and len(date) == _DAY_LENGTH else None
