"""What a page says of itself: title, outlet, address, authors, language."""

import re
from typing import Final
from urllib.parse import urljoin

from lxml import etree

from onrecord.knowledge.outlets import outlet_for
from onrecord.reading.addresses import clean_url
from onrecord.reading.blocks import Block, letters
from onrecord.reading.jsonld import Node, names_of, plain, text_of

_TITLE_BREAK: Final = re.compile(r"\s+[|\-–—•·:»«/]\s+|\s*\|\s*")
_NAME_BREAK: Final = re.compile(r"\s*:\s+|\s+[|\-–—•·»]\s+")
_META_OUTLET: Final = ("application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher")
_META_AUTHOR: Final = (
    "author", "article:author_name", "byl", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "authors", "citation_author", "article:author", "twitter:creator:name",
    "byline", "cxenseparse:author", "rnews:author", "creator",
)  # fmt: skip
_AUTHOR_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|writer|contributor|reporter)", re.IGNORECASE
)
_AUTHOR_NOT: Final = re.compile(
    r"bio|image|photo|avatar|social|share|follow|date|time|comment|description|about|related|tooltip|job|"
    r"role|title-",
    re.IGNORECASE,
)
_LONGEST_OUTLET: Final = 60
_TELLING_LETTERS: Final = 12
_TELLING_WORDS: Final = 4
_SHARED_WORDS: Final = 0.6
_LONGEST_TITLE: Final = 400
_LONGEST_BYLINE: Final = 120


def metas(tree: etree._Element) -> dict[str, list[str]]:
    """The contents of the page's `meta` elements by name or property in lower case."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name")
        if name and (content := (meta.get("content") or "").strip()):
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def find_title(
    tree: etree._Element, node: Node, meta: dict[str, list[str]], blocks: list[Block]
) -> str | None:
    """The headline as the page prints it, where one of its headings agrees with what it says of itself."""
    told = _told_titles(node, meta)
    headings = [b.text.replace("\n", " ") for b in blocks if b.tag in ("h1", "h2") and b.key and not b.hidden]
    first = [b.text.replace("\n", " ") for b in blocks if b.tag == "h1" and b.key and not b.hidden]
    window = _window_title(tree)
    for title in told:
        for heading in first:
            if _agree(heading, title):
                return title if letters(title) in letters(heading) != letters(title) else heading
    pieces = {letters(piece) for piece in (window, *_TITLE_BREAK.split(window)) if piece}
    if found := next(
        (h for h in (*first, *headings) if letters(h) in pieces and not _is_name(h, told)), None
    ):
        return found
    if told:
        return told[0]
    if len(first) == 1:
        return first[0]
    return _printed(window, blocks) or _without_outlet(window, find_outlet(node, meta, None))


def _printed(window: str, blocks: list[Block]) -> str | None:
    """The part of the window's title behind the outlet's name that a line of the page repeats."""
    ends = {letters(window[at.end() :]): window[at.end() :] for at in _NAME_BREAK.finditer(window)}
    lines = (line for block in blocks if not block.hidden for line in block.text[:_LONGEST_TITLE].split("\n"))
    return next(
        (ends[key] for line in lines if (key := letters(line)) in ends and len(key) > _TELLING_LETTERS), None
    )


def _is_name(heading: str, told: list[str]) -> bool:
    """Whether a heading is the site's name and not the article's, by what the page calls its title."""
    return bool(told) and not any(_agree(heading, title) for title in told)


def _told_titles(node: Node, meta: dict[str, list[str]]) -> list[str]:
    """What the page gives as the article's title, without the outlet's name."""
    outlet = find_outlet(node, meta, None)
    values = [
        text_of(node, "headline"),
        *(meta.get(n, [None])[0] for n in ("og:title", "twitter:title", "dc.title")),
    ]
    texts = [" ".join(text.split()) for value in values if value and (text := plain(value))]
    return [_without_outlet(text, outlet) for text in texts if len(text) <= _LONGEST_TITLE]


def _window_title(tree: etree._Element) -> str:
    element = next(tree.iter("title"), None)
    return " ".join(str(element.xpath("string()")).split())[:_LONGEST_TITLE] if element is not None else ""


def _without_outlet(title: str, outlet: str | None) -> str:
    """A title without the outlet's name at its end or start."""
    known = letters(outlet or "")
    for piece in reversed(list(_TITLE_BREAK.finditer(title))):
        before, after = letters(title[: piece.start()]), letters(title[piece.end() :])
        if known and before and after and (known in after or after in known):
            return title[: piece.start()].rstrip()
        if known and after and before == known:
            return title[piece.end() :].lstrip()
    return title


def _agree(heading: str, title: str) -> bool:
    """Whether a heading and a title are one headline, perhaps reworded."""
    short, long = sorted((letters(heading), letters(title)), key=len)
    if not short:
        return False
    if short == long or (len(short) >= _TELLING_LETTERS and short in long):
        return True
    words, others = set(heading.lower().split()), set(title.lower().split())
    return min(len(words), len(others)) >= _TELLING_WORDS and len(words & others) >= _SHARED_WORDS * min(
        len(words), len(others)
    )


def find_outlet(node: Node, meta: dict[str, list[str]], url: str | None) -> str | None:
    """The publisher's name, without tagline: as the page says it, else by its domain."""
    candidates = [*meta.get("og:site_name", [])[:1], *names_of(node, "publisher")[:1]]
    candidates += [value for name in _META_OUTLET for value in meta.get(name, [])[:1]]
    names = [name for value in candidates if (name := _outlet_name(value))]
    proper = [name for name in names if "." not in name and not name.islower()]
    by_domain = outlet_for(url) if url else None
    return (proper[0] if proper else None) or by_domain or (names[0] if names else None)


def window_outlet(tree: etree._Element, title: str | None) -> str | None:
    """The outlet behind the headline in the window's title: "Storm hits coast - The Example Times"."""
    window = _window_title(tree)
    pieces = _TITLE_BREAK.split(window)
    if title and window.endswith(f": {title}") and " " in window.removesuffix(f": {title}"):
        return _outlet_name(window.removesuffix(f": {title}"))
    if not title or len(pieces) < 2 or not _agree(title, pieces[0]):  # noqa: PLR2004
        return None
    return _outlet_name(pieces[-1]) if letters(pieces[-1]) not in letters(title) else None


def marked_outlet(tree: etree._Element) -> str | None:
    """The outlet that the page marks as the article's publisher in microdata."""
    for element in tree.iter("div", "span", "meta", "p", "a"):
        if element.get("itemprop") != "publisher":
            continue
        named = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
        value = named.get("content") or "".join(map(str, named.itertext()))
        if name := _outlet_name(value):
            return name
    return None


def _outlet_name(value: str) -> str | None:
    """A site's name without its tagline; None for addresses and sentences."""
    text = " ".join((plain(value) or "").split())
    first = _TITLE_BREAK.split(text)[0].strip()
    if not first or first.startswith(("http", "@", "/")) or len(first) > _LONGEST_OUTLET:
        return None
    return first


def find_url(tree: etree._Element, node: Node, meta: dict[str, list[str]], given: str | None) -> str | None:
    """The canonical address without tracking parameters: link, og:url, JSON-LD, else the one it came from."""
    links = [
        link.get("href")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    entity = node.get("mainEntityOfPage")
    described = entity.get("@id") if isinstance(entity, dict) else entity
    for value in (*links, *meta.get("og:url", []), given, described, node.get("url")):
        if isinstance(value, str) and (url := _joined(given, value.strip())):
            return url
    return None


def _joined(base: str | None, value: str) -> str | None:
    try:
        return clean_url(urljoin(base or "", value))
    except ValueError:  # such as an IPv6 address without its end
        return None


def find_authors(tree: etree._Element, node: Node, meta: dict[str, list[str]]) -> list[str]:
    """Who the page says wrote it, as it prints them: JSON-LD, then `meta`, then marked elements."""
    if names := names_of(node, "author") or names_of(node, "creator"):
        return names
    for name in _META_AUTHOR:
        values = [value for value in meta.get(name, []) if not value.startswith(("http", "/", "@"))]
        if values:
            return values
    return _marked_authors(tree)


def _marked_authors(tree: etree._Element) -> list[str]:
    """The text of elements marked as author, the first such group."""
    found: list[str] = []
    for element in tree.iter("a", "span", "p", "div", "address", "h3", "h4", "h5", "li", "cite"):
        names = " ".join(element.get(name) or "" for name in ("class", "itemprop", "rel", "id"))
        if not _AUTHOR_NAME.search(names) or _AUTHOR_NOT.search(names):
            continue
        text = " ".join(" ".join(map(str, element.itertext())).split())
        if 1 < len(text) <= _LONGEST_BYLINE and text not in found:
            found.append(text)
    return found[:1]


def declared_language(tree: etree._Element, node: Node, meta: dict[str, list[str]]) -> str | None:
    """The language that the page declares, as it writes it."""
    root = tree.getroottree().getroot()
    stated = [
        root.get("lang"),
        text_of(node, "inLanguage"),
        *meta.get("og:locale", []),
        *meta.get("language", []),
    ]
    return next((value for value in stated if value), None)
