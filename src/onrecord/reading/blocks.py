"""A page as a list of blocks: its paragraphs, headings, list items and captions, in page order.

The publisher's characters stay as they are; only the spaces that HTML itself collapses are collapsed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml import html as lxml_html

BLOCK_TAGS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
SILENT_TAGS: Final = frozenset((
    "script", "style", "template", "svg", "iframe", "button", "select", "option", "textarea",
    "input", "head", "audio", "video", "canvas", "object", "embed", "map", "math", "datalist",
    "progress", "meter", "dialog",
))  # fmt: skip
HEADING_TAGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
ASIDE_TAGS: Final = frozenset(("aside", "nav", "footer", "form", "menu"))

_ASCII_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_HIDING_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTION_NAME: Final = re.compile(
    r"caption|photo-?credit|image-?credit|img-?credit|media-?credit|wp-caption|cutline", re.IGNORECASE
)
_BREAK: Final = "\x00"  # stands for <br> while a block is gathered; the input's own NULs are gone by then
_BREAKS: Final = re.compile(r" ?\x00 ?(?:\x00 ?)+")
_SENTENCE_END: Final = re.compile(r"[.!?:…]['\"’”»)\]]*$")


@dataclass(slots=True)
class Block:
    """One block of a page.

    `tag` is the nearest block element's. `linked` and `bold` are the shares (0 to 1) of its letters in links
    and in bold type. `aside` is true in navigation, footers, forms and the like, `caption` in a
    figure's caption or credit, `hidden` where the page does not show it.
    """

    text: str
    tag: str
    element: etree._Element
    linked: float = 0.0
    bold: float = 0.0
    aside: bool = False
    caption: bool = False
    hidden: bool = False
    in_list: bool = False
    in_quote: bool = False
    key: str = field(init=False)

    def __post_init__(self) -> None:
        self.key = letters(self.text)

    @property
    def heading(self) -> bool:
        """Whether it is marked up as a heading."""
        return self.tag in HEADING_TAGS


def letters(text: str) -> str:
    """The letters and digits of `text` in lower case: what two renderings of a block have in common."""
    return "".join(filter(str.isalnum, text.lower()))


def parse(html: str) -> etree._Element | None:
    """The tree of a page, however broken it is; None where there is no element in it."""
    cleaned = html.replace("\x00", "").encode("utf-8", "replace")
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(cleaned, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree


@dataclass(slots=True)
class _State:
    """What an element hands down to those within it."""

    tag: str
    element: etree._Element
    link: bool = False
    bold: bool = False
    aside: bool = False
    caption: bool = False
    hidden: bool = False
    in_list: bool = False
    in_quote: bool = False


@dataclass(slots=True)
class _Gatherer:
    """The block that is being gathered, piece by piece."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    state: _State | None = None
    linked: int = 0
    bold: int = 0

    def add(self, text: str | None, state: _State) -> None:
        if not text:
            return
        if self.state is None:
            if not text.strip(" \t\n\r\f\x00"):
                return
            self.state = state
        self.pieces.append(text)
        self.linked += len(text) if state.link else 0
        self.bold += len(text) if state.bold else 0

    def flush(self) -> None:
        state, raw = self.state, "".join(self.pieces)
        if state is not None:
            size = len(raw)
            for text in _paragraphs(raw):
                self.blocks.append(_block(text, state, self.linked / size, self.bold / size))
        self.pieces, self.state, self.linked, self.bold = [], None, 0, 0


def _block(text: str, state: _State, linked: float, bold: float) -> Block:
    return Block(
        text=text, tag=state.tag, element=state.element, linked=linked, bold=bold, aside=state.aside,
        caption=state.caption, hidden=state.hidden, in_list=state.in_list, in_quote=state.in_quote,
    )  # fmt: skip


def _paragraphs(raw: str) -> Iterator[str]:
    """The paragraphs of a block: two line breaks part them, and one after the end of a sentence does."""
    for paragraph in _BREAKS.split(_ASCII_SPACE.sub(" ", raw)):
        lines: list[str] = []
        for line in (part.strip() for part in paragraph.split(_BREAK)):
            if lines and _SENTENCE_END.search(lines[-1][-8:]):
                yield "\n".join(lines)
                lines = []
            if line:
                lines.append(line)
        if lines:
            yield "\n".join(lines)


def blocks_of(tree: etree._Element) -> list[Block]:
    """The blocks of a page in page order. Time is linear in the page's size, whatever its nesting."""
    gatherer = _Gatherer()
    body = tree.find("body")
    root = tree if body is None else body
    states = [_State(tag="div", element=root)]
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if skipped is None and _is_silent(element):
                skipped = element
            if skipped is None:
                _open(element, states, gatherer)
        elif skipped is None:
            _close(element, states, gatherer)
        elif element is skipped:
            skipped = None
            gatherer.add(element.tail if element is not root else None, states[-1])
    gatherer.flush()
    return gatherer.blocks


def _open(element: etree._Element, states: list[_State], gatherer: _Gatherer) -> None:
    tag = str(element.tag)
    if tag in BLOCK_TAGS:
        gatherer.flush()
    elif tag == "br" or _is_styled_break(element, tag):
        gatherer.add(_BREAK, states[-1])
    states.append(_state(element, tag, states[-1]))
    gatherer.add(element.text, states[-1])


def _close(element: etree._Element, states: list[_State], gatherer: _Gatherer) -> None:
    if element.tag in BLOCK_TAGS:
        gatherer.flush()
    states.pop()
    if states:
        gatherer.add(element.tail, states[-1])


def _is_styled_break(element: etree._Element, tag: str) -> bool:
    """Whether an empty `span` stands for a line break, as some page builders write it."""
    return (
        tag == "span"
        and len(element) == 0
        and not element.text
        and "br" in (element.get("class") or "").split()
    )


def _is_silent(element: etree._Element) -> bool:
    return not isinstance(element.tag, str) or element.tag in SILENT_TAGS


def _state(element: etree._Element, tag: str, outer: _State) -> _State:
    is_block = tag in BLOCK_TAGS
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _State(
        tag=tag if is_block else outer.tag,
        element=element if is_block else outer.element,
        link=outer.link or tag == "a",
        bold=outer.bold or tag in ("b", "strong"),
        aside=outer.aside or tag in ASIDE_TAGS,
        caption=outer.caption
        or tag == "figcaption"
        or (len(names) > 1 and bool(_CAPTION_NAME.search(names))),
        hidden=outer.hidden or tag == "noscript" or _is_hidden(element),
        in_list=outer.in_list or tag in ("li", "dl"),
        in_quote=outer.in_quote or tag == "blockquote",
    )


def _is_hidden(element: etree._Element) -> bool:
    style = element.get("style")
    return "hidden" in element.attrib or (style is not None and bool(_HIDING_STYLE.search(style)))
