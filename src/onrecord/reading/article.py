"""From an `Item`, one article's raw material, to the `Article` as read."""

import hashlib
import re
from typing import Final

from msgspec.structs import replace

from onrecord.errors import EmptyInputError, NoArticleError, message
from onrecord.knowledge.outlets import outlet_for
from onrecord.reading.addresses import clean_url, from_url
from onrecord.reading.byline import read_names
from onrecord.reading.credits import credit_key
from onrecord.reading.dateline import read_dateline
from onrecord.reading.dates import parse_date
from onrecord.reading.inputs.decode import decode, tidy
from onrecord.reading.item import Item, Reading, ReadSettings
from onrecord.reading.language import detect_language
from onrecord.reading.parts import Parts
from onrecord.reading.plain import read_plain
from onrecord.record import Article, Credit, Dateline, PublishedFrom

NO_DATE: Final = "no publication date: times that need it have no value; give --published"
OTHER_LANGUAGE: Final = "the language is {language}, not English: only quotations are reliable"

_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_ID_LENGTH: Final = 16
_BETWEEN: Final = "\n\n"
_ABOVE_BODY: Final = 3
_STANDFIRST: Final = 160


def read_article(item: Item, settings: ReadSettings) -> Reading:
    """The article of `item`, and what its reader should be warned of.

    Raises `EmptyInputError` where there is no text, `BinaryInputError` where the bytes are none, and
    `NoArticleError` for a page without an article.
    """
    text = _decoded(item)
    if not text.strip():
        raise EmptyInputError(item.where, message("empty"), row=item.source.row)
    if settings.as_is:
        parts, body = Parts(), text
    else:
        parts = _read_parts(item, text)
        body = _body(parts)
        if not body:
            raise EmptyInputError(item.where, message("empty"), row=item.source.row)
    return _reading(_article(item, settings, parts, body))


def _decoded(item: Item) -> str:
    if isinstance(item.content, str):
        return tidy(item.content)
    return decode(item.content, item.charset, where=item.where)


def _read_parts(item: Item, text: str) -> Parts:
    if item.kind == "text":
        return read_plain(_CONTROL.sub("", text), item.title)
    from onrecord.reading.page import NoArticle, read_page  # noqa: PLC0415  lxml is not needed for plain text

    try:
        return read_page(text, item.url)
    except NoArticle as reason:
        problem = message("no-article", detail=reason)
        raise NoArticleError(item.where, problem, row=item.source.row) from None


def _body(parts: Parts) -> str:
    """The canonical text: paragraphs with one blank line between; the title where there is nothing else."""
    if not parts.paragraphs and parts.title:
        return parts.title
    return _BETWEEN.join(parts.paragraphs)


def _article(item: Item, settings: ReadSettings, parts: Parts, text: str) -> Article:
    """What arguments, row and content say, in this order of precedence."""
    row_title = item.title.strip() if item.title and item.title.strip() != text else None
    url = parts.url or (clean_url(item.url) if item.url else None) or item.url
    found = _dateline(parts.paragraphs)
    if found:
        known = set(map(credit_key, parts.credits))
        parts.credits += [credit for credit in found[2] if credit_key(credit) not in known]
    published, origin = _published(item, settings, parts, found[1] if found else None)
    return Article(
        id="a:" + _digest(url or text)[:_ID_LENGTH],
        revision=_digest(text),
        key=item.key,
        url=url,
        outlet=settings.outlet or item.outlet or parts.outlet or (outlet_for(url) if url else None),
        title=settings.title or row_title or _other(parts.title, text),
        byline=read_names(item.byline) or parts.byline,
        published=published,
        published_from=origin,
        language=detect_language(text, parts.language),
        text=text,
        dateline=found[0] if found else None,
        credits=tuple(parts.credits),
        dropped=tuple(parts.dropped),
        source=item.source,
    )


def _dateline(paragraphs: list[str]) -> tuple[Dateline, str | None, tuple[Credit, ...]] | None:
    """The dateline of the first paragraph of running text, its day and agency; offsets are the text's.

    Above it may stand a standfirst or an editor's remark.
    """
    start = 0
    for paragraph in paragraphs[:_ABOVE_BODY]:
        if found := read_dateline(paragraph):
            line, day, credit = found
            return replace(line, start=start + line.start, end=start + line.end), day, credit
        if len(paragraph) > _STANDFIRST:
            return None
        start += len(paragraph) + len(_BETWEEN)
    return None


def _other(title: str | None, text: str) -> str | None:
    """The title, unless it is the text."""
    return None if title == text else title


def _published(
    item: Item, settings: ReadSettings, parts: Parts, from_dateline: str | None
) -> tuple[str | None, PublishedFrom | None]:
    """The publication date and where it is from: argument, row, the content itself, the dateline."""
    if settings.published:
        return parse_date(settings.published) or settings.published, "argument"
    if item.published and (date := parse_date(item.published)):
        return date, "row"
    if parts.published:
        return parts.published, parts.published_from
    if not settings.as_is and (by_url := from_url(parts.url or item.url)):
        return by_url
    return (from_dateline, "dateline") if from_dateline else (None, None)


def _reading(article: Article) -> Reading:
    warnings: list[str] = []
    if article.published is None:
        warnings.append(NO_DATE)
    if article.language not in (None, "en"):
        warnings.append(OTHER_LANGUAGE.format(language=article.language))
    return Reading(article=article, warnings=tuple(warnings))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
