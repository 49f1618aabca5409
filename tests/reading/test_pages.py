"""Holds reading to what people read off the examples and golden pages; see tests/pages/README.md."""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import NoArticleError
from onrecord.knowledge.places import find_place
from onrecord.reading.article import read_article
from onrecord.reading.inputs.sources import open_items
from onrecord.reading.item import Item, ReadSettings
from onrecord.record import Article

ROOT = Path(__file__).parents[2]
EXPECTED: dict[str, dict[str, Any]] = json.loads((ROOT / "tests/pages/expected.json").read_text("utf-8"))
ARTICLES = [name for name, want in EXPECTED.items() if "error" not in want]
REFUSED = [name for name, want in EXPECTED.items() if "error" in want]
DAY = len("2025-02-19")


def read(name: str) -> Article:
    """The article in a file of the repository, or in the row of it that is named behind a #."""
    file, _, key = name.partition("#")
    items = [item for item in open_items([str(ROOT / file)], ReadSettings()) if isinstance(item, Item)]
    return read_article(next(item for item in items if item.key == (key or None)), ReadSettings()).article


@pytest.mark.parametrize("field", ["title", "outlet", "published_from", "url", "language"])
@pytest.mark.parametrize("name", ARTICLES)
def test_metadata_is_what_a_reader_of_the_page_would_say(name: str, field: str) -> None:
    """Title, outlet, origin of the date, address and language come out as somebody wrote them down."""
    assert getattr(read(name), field) == EXPECTED[name][field]


@pytest.mark.parametrize("name", ARTICLES)
def test_publication_is_the_publishers_day(name: str) -> None:
    """The day in the publisher's own zone, or none at all."""
    assert read(name).published == EXPECTED[name]["published"]


@pytest.mark.parametrize("name", ARTICLES)
def test_text_is_the_body_and_nothing_else(name: str) -> None:
    """The first and last paragraph, their number, and what must and must not stand between them."""
    want, text = EXPECTED[name], read(name).text
    paragraphs = text.split("\n\n")
    assert (paragraphs[0], paragraphs[-1]) == (want["first_paragraph"], want["last_paragraph"])
    assert len(paragraphs) == want["paragraphs"]
    assert [piece for piece in want["in_text"] if piece not in text] == []
    assert [piece for piece in want["not_in_text"] if piece in text] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_what_is_printed_around_the_text_is_kept(name: str) -> None:
    """Byline, credits and the reasons for what was dropped are all there."""
    want, article = EXPECTED[name], read(name)
    assert list(article.byline) == want["byline"]
    found = {(credit.kind, credit.name) for credit in article.credits}
    assert {(credit["kind"], credit["name"]) for credit in want["credits"]} - found == set()
    reasons = {line.why for line in article.dropped}
    assert [whys for whys in want["dropped_why"] if not reasons & set(whys.split("|"))] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_dateline_opens_the_text_and_has_its_place(name: str) -> None:
    """The dateline is a span of the text; its place is the one meant, where there is such a place."""
    want, article = EXPECTED[name]["dateline"], read(name)
    line = article.dateline
    assert (line.text if line else None) == (want["text"] if want else None)
    if line:
        place = find_place(want["place_name"])
        assert article.text[line.start : line.end] == line.text
        assert line.place == (place.id if place else None)


@pytest.mark.parametrize("name", REFUSED)
def test_pages_without_an_article_are_refused(name: str) -> None:
    """A login form, a list or a paywall is no article, and the message says what to do."""
    with pytest.raises(NoArticleError, match="no article found"):
        read(name)
