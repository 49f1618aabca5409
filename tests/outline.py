"""A page's HTML taken apart, for the tests that read it."""

import re
from html.parser import HTMLParser

VOID = {"meta", "img", "br", "link", "input"}


class Outline(HTMLParser):
    """Every element with its attributes, the headings in order, and whether all tags pair up."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.paired = True
        self.feed(html)
        self.paired = self.paired and not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that it ends the one opened last."""
        self.paired = self.paired and bool(self.open) and self.open.pop() == tag

    def all(self, attribute: str) -> list[str]:
        """The values of one attribute, of all elements."""
        return [given[attribute] or "" for _, given in self.elements if attribute in given]

    def headings(self) -> list[int]:
        """The levels of all headings in order."""
        return [int(tag[1]) for tag, _ in self.elements if re.fullmatch(r"h[1-6]", tag)]


def card(html: str, id_: str) -> str:
    """The card of a statement or event."""
    return html.split(f'id="card-{id_}">', maxsplit=1)[1].split("</section>", maxsplit=1)[0]


def said(html: str) -> str:
    """HTML as it reads: without tags, spaces run together."""
    return " ".join(re.sub(r"<[^>]+>", "", html).replace("&#39;", "'").split())


def item(html: str, anchor: str) -> str:
    """The list item of one entity in "Who and where"."""
    found = re.search(
        rf'<li id="who-{anchor}">(.*?)</li>\n<li id="|<li id="who-{anchor}">(.*)', html, re.DOTALL
    )
    assert found, anchor
    return found[1] or found[2].split("</section>")[0]
