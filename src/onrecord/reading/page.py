"""An HTML page to the parts of its article."""

import re
from typing import Final, NamedTuple

from lxml import etree

from onrecord.reading import body, metadata, publication
from onrecord.reading.addresses import clean_url, from_url
from onrecord.reading.alignment import main_text
from onrecord.reading.blocks import Block, blocks_of, letters, parse
from onrecord.reading.boilerplate import drop_reason
from onrecord.reading.byline import agency_credits, opens_with_by, read_byline, read_names
from onrecord.reading.credits import caption_credits, credit_key, read_credit
from onrecord.reading.headers import read_date_line
from onrecord.reading.jsonld import Node, article_node, live_entries, text_of
from onrecord.reading.parts import Parts
from onrecord.reading.sweep import note_date, same_words, sweep, take

_SHORT_BODY: Final = 250
_STUB: Final = 450
_OPENING: Final = 200
"""Characters at the head of a text that tell what it is about."""
_AROUND: Final = 8
"""So many blocks before and after the body are looked through for captions, bylines and furniture."""
_TITLE_ABOVE: Final = 40
_LONGEST_LINE: Final = 300
_CONTROL: Final = 3
_SHORT_LINE: Final = 12
"""Shorter lines around the body are controls of the page, and not worth a note."""
_SIGNED: Final = 0.6
_PICTURE_STORY: Final = 0.4
_LINKED: Final = 0.8
_MOSTLY: Final = 0.5
_ROW: Final = 4
"""So many linked headlines make a list, when each has no more than a teaser below it."""
_PER_HEADLINE: Final = 2.6
_TEASER: Final = 200
_FEW_SENTENCES: Final = 60
_ERROR_TITLE: Final = re.compile(
    r"\b(?:404|403|not found|page (?:can[’']?t|cannot|could not) be found|access denied|page unavailable|"
    r"just a moment|are you a robot|attention required|page no longer)\b",
    re.IGNORECASE,
)
_LOGIN_TITLE: Final = re.compile(
    r"\b(?:log ?in|sign ?in|register|subscribe|create (?:an |your )?account)\b", re.IGNORECASE
)
_COOKIE: Final = re.compile(
    r"\bcookies?\b|\bconsent\b|\b(?:our|\d+) (?:\w+ )?partners (?:store|may|use|process)"
    r"|\baccess\w* personal data\b",
    re.IGNORECASE,
)
_PROSE: Final = 120
"""So long a paragraph is running text, whatever ends it."""
_SENTENCE_END: Final = re.compile(r"[.!?…]['\"’”»)\]]*$")


class NoArticle(Exception):  # noqa: N818  it is caught at once and told as NoArticleError
    """The page has no article; the argument says what it has instead."""


class _Page(NamedTuple):
    """A page as it is looked at."""

    tree: etree._Element
    node: Node
    meta: dict[str, list[str]]
    blocks: list[Block]


def read_page(html: str, url: str | None = None) -> Parts:
    """The parts of the article on a page that came from `url`; raises `NoArticle` where it holds none."""
    tree = parse(html)
    if tree is None:
        raise NoArticle("nothing to read in it")
    page = _Page(tree, article_node(tree), metadata.metas(tree), blocks_of(tree))
    parts = _metadata(page, url)
    lines = main_text(tree, clean_url(url) if url else None)
    chosen = body.choose(page.blocks, lines, text_of(page.node, "articleBody"))
    texts = _texts(page.blocks, chosen, parts) if chosen else _described(page.node)
    parts.paragraphs = sweep(parts, texts)
    _date(parts, tree, page.node, url)
    _credit_agencies(parts)
    _refuse(page, chosen, parts)
    return parts


def _metadata(page: _Page, url: str | None) -> Parts:
    """What the page says of itself, apart from its date."""
    tree, node, meta, blocks = page
    parts = Parts(
        title=metadata.find_title(tree, node, meta, blocks), url=metadata.find_url(tree, node, meta, url)
    )
    parts.outlet = (
        metadata.find_outlet(node, meta, parts.url or url)
        or metadata.marked_outlet(tree)
        or metadata.window_outlet(tree, parts.title)
    )
    parts.byline = _without_outlet(read_names(metadata.find_authors(tree, node, meta)), parts)
    parts.language = metadata.declared_language(tree, node, meta)
    return parts


def _texts(blocks: list[Block], chosen: set[int], parts: Parts) -> list[str]:
    """The texts of the body's blocks; what stands among and around them is noted."""
    first, last = min(chosen), max(chosen)
    title = next(
        (n for n in range(first, max(-1, first - _TITLE_ABOVE), -1) if _is_title(blocks[n], parts)), None
    )
    start = title if title is not None else max(0, first - _AROUND)
    captions_too = _captions_are_body(blocks, chosen)
    texts: list[str] = []
    for number in range(start, min(len(blocks), last + _AROUND + 1)):
        block, is_chosen = blocks[number], number in chosen
        if not block.key or _is_title(block, parts) or (block.hidden and not is_chosen):
            continue
        if is_chosen and (captions_too or not block.caption):
            text = block.text if number > first + 2 else _below_heading(block.text, parts)
            if text:
                texts.append(text)
        else:
            _note(block, parts, inside=first <= number <= last, before=number < first)
    return texts


def _captions_are_body(blocks: list[Block], chosen: set[int]) -> bool:
    """Whether what is marked as captions is most of the text, as in a picture story."""
    size = sum(len(blocks[n].key) for n in chosen)
    return sum(len(blocks[n].key) for n in chosen if blocks[n].caption) > _PICTURE_STORY * size


def _is_title(block: Block, parts: Parts) -> bool:
    return parts.title is not None and len(block.text) < _LONGEST_LINE and same_words(block.text, parts.title)


def _is_heading_line(text: str, parts: Parts) -> bool:
    """Whether a line between title and body is a byline, a date or a picture's credit; then it is noted."""
    if (names := read_byline(text)) or _is_signature(text, parts.byline):
        if names and (not parts.byline or _is_another(text, names, parts.byline)):
            parts.byline = names
        take(parts, text, "byline", agency_credits(names, text))
    elif date := read_date_line(text):
        note_date(parts, text, date)
    elif found := read_credit(text, heading=True):
        take(parts, text, "credit", found)
    else:
        return False
    return True


def _below_heading(text: str, parts: Parts) -> str:
    """What is left of a block at the body's top without title, byline, date and credit, each on its line."""
    lines = text.split("\n")
    while lines and max(map(len, lines)) <= _LONGEST_LINE:
        if parts.title is not None and same_words(lines[0], parts.title):
            take(parts, lines[0], "title")
        elif not _is_heading_line(lines[0], parts):
            break
        del lines[0]
    return "\n".join(lines)


def _is_another(line: str, names: tuple[str, ...], told: tuple[str, ...]) -> bool:
    """Whether a printed byline names others than the page's data, which may name who put the page up."""
    words = {word for name in told for word in name.casefold().split()}
    return opens_with_by(line) and all(
        " " in name and not words & set(name.casefold().split()) for name in names
    )


def _is_signature(text: str, byline: tuple[str, ...]) -> bool:
    """Whether a line has the names of the byline that the page gives elsewhere, and next to nothing else."""
    if not byline or len(text) > _LONGEST_LINE:
        return False
    rest = letters(text)
    size = sum(rest.count(letters(name)) and len(letters(name)) for name in byline)
    return size > _SIGNED * len(rest)


def _note(block: Block, parts: Parts, *, inside: bool, before: bool) -> None:
    """What a block that is no part of the body is, where a reader of the article would see it."""
    text = block.text
    if block.aside and not inside:
        return
    if block.caption:
        found = caption_credits(text)
        if found or len(text) >= _SHORT_LINE:
            take(parts, text, "caption", found)
    elif before and _is_heading_line(text, parts):
        return
    elif len(text) > _CONTROL and (found := read_credit(text)):
        take(parts, text, "credit", found)
    elif (why := drop_reason(text)) and (len(text) >= _SHORT_LINE or why in ("advertisement", "donation")):
        take(parts, text, why)
    elif inside and block.linked > _LINKED and len(text) >= _SHORT_LINE and not block.aside:
        take(parts, text, "related")


def _described(node: Node) -> list[str]:
    """The paragraphs of the body that JSON-LD holds, for pages that show none."""
    text = text_of(node, "articleBody")
    if text:
        return [line.strip() for line in text.split("\n") if line.strip()]
    entries = [(text_of(e, "headline"), text_of(e, "articleBody")) for e in live_entries(node)]
    return [
        line.strip() for pair in entries for text in pair if text for line in text.split("\n") if line.strip()
    ]


def _date(parts: Parts, tree: etree._Element, node: Node, url: str | None) -> None:
    """The date by the order of trust: structure, address, what the reader sees, a change, a guess."""
    told = publication.from_structure(tree, node)
    by_url = from_url(parts.url) or from_url(url)
    seen = parts.published if not parts.published_modified else None
    found = publication.own_day(told, by_url, publication.shown_days(tree) | {seen}) if told else by_url
    if found is None and seen is None:
        found = publication.modified(tree, node) or publication.guess(tree, parts.url or url)
    if found:
        parts.published, parts.published_from = found


def _without_outlet(names: tuple[str, ...], parts: Parts) -> tuple[str, ...]:
    """Authors without the outlet itself, unless it is the only one."""
    others = tuple(name for name in names if letters(name) != letters(parts.outlet or ""))
    return others or names


def _credit_agencies(parts: Parts) -> None:
    known = set(map(credit_key, parts.credits))
    parts.credits += [c for c in agency_credits(parts.byline) if credit_key(c) not in known]


def _refuse(page: _Page, chosen: set[int], parts: Parts) -> None:
    """Raise `NoArticle` where what was found is no article; a short one passes where the page says so."""
    node, blocks = page.node, page.blocks
    body_blocks = [blocks[number] for number in sorted(chosen)]
    size = sum(map(len, parts.paragraphs))
    title = parts.title or ""
    sentences = sum(len(p) for p in parts.paragraphs if len(p) > _PROSE or _SENTENCE_END.search(p))
    told = bool(node) or any("article" in value for value in page.meta.get("og:type", []))
    if size and _ERROR_TITLE.search(title) and size < 3 * _STUB and not node:
        raise NoArticle("an error page")
    if _has_password(page.tree) and (
        (size < _STUB and not told) or (size < 3 * _STUB and _LOGIN_TITLE.search(title))
    ):
        raise NoArticle("a login form")
    if not size or not sentences:
        raise NoArticle("a list of other pages" if _is_list(body_blocks) else "no running text")
    if size < 2 * _STUB and not told and _is_cookie_notice(parts):
        raise NoArticle("a cookie notice")
    if size < _STUB and _is_paywalled(parts, node):
        raise NoArticle("it stops at a paywall")
    if _is_list(body_blocks) or (not told and _is_row_of_teasers(blocks, chosen)):
        raise NoArticle("a list of other pages")
    if size < _SHORT_BODY and not told and _LOGIN_TITLE.search(title):
        raise NoArticle("a login form")
    if sentences < _FEW_SENTENCES and not told:
        raise NoArticle("no running text")


def _is_cookie_notice(parts: Parts) -> bool:
    """Whether the little there is begins with, or was cleaned of, what asks for consent."""
    asked = [line.text for line in parts.dropped if line.why == "cookie"]
    return _COOKIE.search(" ".join(parts.paragraphs)[:_OPENING]) is not None or (
        bool(asked) and _COOKIE.search(" ".join(parts.paragraphs)) is not None
    )


def _has_password(tree: etree._Element) -> bool:
    return any((field.get("type") or "").lower() == "password" for field in tree.iter("input"))


def _is_paywalled(parts: Parts, node: Node) -> bool:
    free = str(node.get("isAccessibleForFree", "true")).lower()
    return free == "false" or any(line.why == "subscription" for line in parts.dropped)


def _is_list(chosen: list[Block]) -> bool:
    """Whether most of the text is in links."""
    size = sum(len(block.key) for block in chosen)
    return bool(chosen) and sum(len(block.key) * block.linked for block in chosen) > _MOSTLY * size


def _is_row_of_teasers(blocks: list[Block], chosen: set[int]) -> bool:
    """Whether the text is a row of linked headlines with no more than a teaser below each."""
    stretch = blocks[max(0, min(chosen, default=0) - 2) : max(chosen, default=-1) + 1]
    headlines = sum(block.heading and block.linked > _LINKED for block in stretch)
    sizes = sorted(len(blocks[n].text) for n in chosen if not blocks[n].heading)
    return (
        headlines >= _ROW
        and len(sizes) <= _PER_HEADLINE * headlines
        and sizes[len(sizes) // 2 :][:1] < [_TEASER]
    )
