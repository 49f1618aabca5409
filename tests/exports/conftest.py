"""A page's text as a reader's browser would have it, and a Chromium where this machine has one."""

import os
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.record import Record
from records import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class _Body(HTMLParser):
    """Puts the article's text together again: what stands in `.text`, cards left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.depth = 0
        self.aside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "div" and (self.depth or given.get("class") == "text"):
            self.depth += 1
        if tag == "aside":
            self.aside += 1
        if tag == "i" and self._inside() and given.get("class") == "odd":
            self.parts.append(chr(int((given["data-code"] or "").removeprefix("U+"), 16)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self.depth:
            self.depth -= 1
        if tag == "aside":
            self.aside -= 1

    def handle_data(self, data: str) -> None:
        if self._inside():
            self.parts.append(data)

    def _inside(self) -> bool:
        return bool(self.depth) and not self.aside


@pytest.fixture
def body_text() -> Callable[[str], str]:
    """From a page's HTML to the text of its article."""

    def read(html: str) -> str:
        body = _Body()
        body.feed(html)
        body.close()
        return "".join(body.parts)

    return read


@pytest.fixture
def record() -> Record:
    """The rich sample record."""
    return sample()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A running Chromium: the one `ONRECORD_CHROMIUM` names, else the first in PATH."""
    asked = os.environ.get("ONRECORD_CHROMIUM")
    path = asked or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        pytest.skip("no Chromium here: put one in PATH, or name it in ONRECORD_CHROMIUM")
    api = pytest.importorskip("playwright.sync_api", reason="the browser tests need playwright")
    with api.sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()
