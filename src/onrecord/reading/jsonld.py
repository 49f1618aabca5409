"""The article that a page describes in JSON-LD, read tolerantly: publishers write it by hand."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

ARTICLE_TYPES: Final = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting", "Article",
    "BlogPosting", "Report", "SatiricalArticle", "ScholarlyArticle", "TechArticle",
    "SocialMediaPosting",
)  # fmt: skip
"""The schema.org types of an article, the most telling first."""

_TRAILING_COMMA: Final = re.compile(r",(\s*[}\]])")
_WRAPPING: Final = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$"
)
_DEPTH: Final = 12
_BREAKING_TAG: Final = re.compile(r"<(?:/p|br\s*/?|/h\d|/li|/div)>", re.IGNORECASE)
_TAG: Final = re.compile(r"<[a-zA-Z/!][^<>]*>")

Node = dict[str, Any]


def article_node(tree: etree._Element) -> Node:
    """The node of the page's article; empty where there is none."""
    nodes = [node for script in _scripts(tree) for node in _walk(_parse(script), 0)]
    ranked = sorted((_rank(node), number) for number, node in enumerate(nodes))
    if not ranked or ranked[0][0] == len(ARTICLE_TYPES):
        return {}
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    return _resolved(nodes[ranked[0][1]], named)


def _resolved(node: Node, named: dict[str, Node]) -> Node:
    """`node` with its author and publisher in place of references to other nodes of the page."""

    def resolve(value: object) -> object:
        reference = value.get("@id") if isinstance(value, dict) and "name" not in value else None
        return named.get(reference, value) if isinstance(reference, str) else value

    people = {name: node[name] for name in ("author", "creator", "publisher") if name in node}
    return node | {
        name: [resolve(part) for part in value] if isinstance(value, list) else resolve(value)
        for name, value in people.items()
    }


def _scripts(tree: etree._Element) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield script.text


def _parse(text: str) -> Any:  # noqa: ANN401  it is whatever the publisher wrote
    """The value of a script; None where nothing helps. Raw newlines are let pass, trailing commas mended."""
    text = _WRAPPING.sub("", _WRAPPING.sub("", text))
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _first_value(text)


def _first_value(text: str) -> Any:  # noqa: ANN401
    """The first object of a script that has more after it than JSON allows."""
    start = text.find("{")
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, start)[0] if start >= 0 else None
    except (ValueError, RecursionError):
        return None


def _walk(value: object, depth: int) -> Iterator[Node]:
    """All nodes within `value`, `@graph` and arrays included."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for part in value:
            yield from _walk(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"):
            if isinstance(value.get(name), dict | list):
                yield from _walk(value[name], depth + 1)


def _rank(node: Node) -> int:
    """The place of a node's type in `ARTICLE_TYPES`; their number where it is none."""
    kinds = node.get("@type")
    names = [
        k.rpartition("/")[2] for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)
    ]
    has_date = any(isinstance(node.get(name), str) for name in ("datePublished", "headline"))
    ranks = [ARTICLE_TYPES.index(name) for name in names if name in ARTICLE_TYPES]
    return min(ranks) if ranks and has_date else len(ARTICLE_TYPES)


def text_of(node: Node, name: str) -> str | None:
    """The plain text of a property: markup and HTML entities are resolved, a list's first is taken."""
    value = node.get(name)
    if isinstance(value, list):
        value = next((part for part in value if isinstance(part, str | dict)), None)
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    return plain(value) if isinstance(value, str) else None


def plain(value: str) -> str | None:
    """`value` without markup; paragraphs' ends become line breaks."""
    text = html.unescape(html.unescape(value)) if "&" in value else value
    text = _TAG.sub("", _BREAKING_TAG.sub("\n", text)) if "<" in text else text
    return text.strip() or None


def names_of(node: Node, name: str) -> list[str]:
    """The names of a property that is a person, an organisation, a string or a list of them."""
    parts = _listed(node.get(name))
    named = (part.get("name") if isinstance(part, dict) else part for part in parts)
    values = (value for item in named for value in _listed(item))
    return [text for value in values if isinstance(value, str) and (text := plain(value))]


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def live_entries(node: Node) -> list[Node]:
    """The entries of a live blog, as the page orders them."""
    updates = node.get("liveBlogUpdate")
    return [update for update in updates if isinstance(update, dict)] if isinstance(updates, list) else []
