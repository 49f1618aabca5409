"""When an article was published, and where that is known from.

What publishers say in structured data comes first, then what a reader sees, then the address.
A date of modification answers only where no other is given; the crawl's or today's never does.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date as date_type
from typing import Final

from lxml import etree

from onrecord.reading.addresses import Found
from onrecord.reading.dates import parse_date
from onrecord.reading.jsonld import Node, text_of
from onrecord.record import PublishedFrom

Told = tuple[str, PublishedFrom, bool]
"""A date, where it is from, and whether it is given in UTC, which may be another day than the publisher's."""

_META_NAMES: Final = (
    "article:published_time", "article:published", "datepublished", "og:published_time",
    "og:article:published_time", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "published_time", "published", "publication_date",
    "publication-date", "article.published", "article_date_original", "originalpublicationdate",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dc:date",
    "dcterms.date", "citation_publication_date", "citation_date", "bt:pubdate",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "rnews:datepublished", "timestamp",
    "displaydate", "date", "article:date", "prism.publicationdate", "created", "datecreated",
    "cre_date", "shareaholic:article_published_time", "iso-8601-publish-date", "ptime", "pdate",
    "originaldate",
)  # fmt: skip
"""Names of `meta` elements that give the day of publication, the most reliable first."""
_MODIFIED_NAMES: Final = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "article:updated_time", "modified_time", "date_updated",
)  # fmt: skip
_IN_UTC: Final = re.compile(r"\d(?:Z|[+-]00:?00| ?(?:UTC|GMT))$")
_MODIFIED_WORD: Final = re.compile(r"modif|updat|revis|edited", re.IGNORECASE)
_PUBLISHED_WORD: Final = re.compile(r"publi|posted|created|issued|entry-date|dateline", re.IGNORECASE)
_DAY_LENGTH: Final = 10
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SLASHED: Final = re.compile(
    rf"(?P<weekday>{'|'.join(_WEEKDAYS)})[a-z]*[,.]* +(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)


def from_structure(tree: etree._Element, node: Node) -> Told | None:
    """The date in JSON-LD, `meta` elements or `<time>`."""
    metas = _metas(tree)
    given: list[tuple[Iterable[str | None], PublishedFrom]] = [
        ([text_of(node, name) for name in ("datePublished", "dateCreated", "uploadDate")], "json-ld"),
        ([metas.get(name) for name in _META_NAMES], "html-meta"),
        (_times(tree), "html-meta"),
        ([metas.get("itemprop:datepublished"), metas.get("itemprop:datecreated")], "html-meta"),
    ]
    for values, origin in given:
        for value in values:
            if value and (date := parse_date(value) or _by_weekday(value)):
                return date, origin, bool(_IN_UTC.search(value))
    return None


def _by_weekday(value: str) -> str | None:
    """The day of "Tue, 10/08/2024 - 19:12", which could be two without its weekday."""
    found = _SLASHED.match(value.strip())
    if not found:
        return None
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    readings = {_day_on(year, month, day, found["weekday"]) for month, day in ((one, two), (two, one))} - {
        None
    }
    return readings.pop() if len(readings) == 1 else None


def _day_on(year: int, month: int, day: int, weekday: str) -> str | None:
    """The day in ISO form where it is one and falls on a weekday, given by its first letters."""
    try:
        found = date_type(year, month, day)
    except ValueError:
        return None
    return found.isoformat() if found.weekday() == _WEEKDAYS.index(weekday.lower()) else None


def own_day(told: Told, by_url: Found | None, shown: Collection[str | None]) -> Found:
    """The day in the publisher's own zone.

    Where the page gives UTC, and the address and the day that it shows agree on the day next to it, it
    is theirs.
    """
    date, origin, in_utc = told
    if in_utc and by_url and len(date) == _DAY_LENGTH and by_url[0] in shown:
        apart = abs((date_type.fromisoformat(date) - date_type.fromisoformat(by_url[0])).days)
        return by_url if apart == 1 else (date, origin)
    return date, origin


def shown_days(tree: etree._Element) -> set[str]:
    """The days that the page's `<time>` elements give other than in UTC."""
    values = (value for value in _times(tree) if not _IN_UTC.search(value))
    return {date for value in values if (date := parse_date(value))}


def modified(tree: etree._Element, node: Node) -> Found | None:
    """The date of the last change, for pages that give no other."""
    if date := _first([text_of(node, "dateModified")]):
        return date, "json-ld"
    date = _first(_metas(tree).get(name) for name in _MODIFIED_NAMES)
    return (date, "html-meta") if date else None


def guess(tree: etree._Element, url: str | None) -> Found | None:
    """What htmldate finds: the last resort."""
    import htmldate  # noqa: PLC0415  only few pages need it

    try:
        date = htmldate.find_date(tree, original_date=True, extensive_search=False, url=url)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return (date, "html-meta") if date else None


def _first(values: Iterable[str | None]) -> str | None:
    return next((date for value in values if value and (date := parse_date(value))), None)


def _metas(tree: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("http-equiv")
        if name is None and (prop := meta.get("itemprop")):
            name = f"itemprop:{prop}"
        if name and (content := meta.get("content")):
            found.setdefault(name.strip().lower(), content)
    return found


def _times(tree: etree._Element) -> Iterator[str]:
    """The values of `<time>` and `itemprop` elements that are no changes, marked ones first."""
    marked: list[str] = []
    plain: list[str] = []
    for element in tree.iter("time", "abbr", "span", "p", "div"):
        is_time, prop = element.tag == "time", element.get("itemprop") or ""
        if not is_time and not prop.lower().startswith("date"):
            continue
        names = f"{prop} {element.get('class') or ''} {element.get('pubdate') or ''}"
        value = (
            element.get("datetime")
            or element.get("content")
            or element.get("title")
            or "".join(map(str, element.itertext()))
        )
        if _MODIFIED_WORD.search(names) and not _PUBLISHED_WORD.search(names):
            continue
        is_marked = bool(_PUBLISHED_WORD.search(names)) or "pubdate" in element.attrib
        (marked if is_marked else plain).append(value.strip())
    yield from marked
    yield from plain[:1]
