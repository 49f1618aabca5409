import hashlib
from typing import Any

import pytest

from onrecord.errors import BinaryInputError, EmptyInputError, NoArticleError
from onrecord.reading.article import read_article
from onrecord.reading.item import Item, Reading, ReadSettings
from onrecord.record import Source

SENTENCES = (
    "The harbour board of Vikmouth voted on Tuesday to close the old lock for good.",
    "“We have waited eleven years for this,” said Hanna Vik, who leads the board.",
    "Two members stayed away, and a third left before the vote was taken.",
    "The lock was built in 1911 and has been shut since a barge struck it last spring.",
)
BODY = "\n\n".join(SENTENCES)


def read(content: bytes | str, settings: ReadSettings | None = None, **item: Any) -> Reading:
    """The reading of a plain text, with what a row would say of it."""
    fields: dict[str, Any] = {"kind": "text", "where": "test", "source": Source(kind="text")} | item
    return read_article(Item(content=content, **fields), settings or ReadSettings())


PASTED = f"""\
 date 2023-06-01 Become a member of The Vikmouth Post!
Old Lock to Close After Eleven Years of ‘Waiting’

Hanna Moe / Coast Images

{BODY}

With files from Reuters
"""


def test_a_pasted_article_is_taken_apart() -> None:
    """Date and banner, title, picture credit and agency credit come out of the text and are kept."""
    article = read(PASTED).article
    assert article.text == BODY
    assert article.title == "Old Lock to Close After Eleven Years of ‘Waiting’"
    assert (article.published, article.published_from) == ("2023-06-01", "header-line")
    assert article.outlet == "The Vikmouth Post"
    assert {(credit.kind, credit.name) for credit in article.credits} == {
        ("photo", "Hanna Moe / Coast Images"),
        ("agency", "Reuters"),
    }
    assert [line.why for line in article.dropped] == ["header-line", "donation", "credit", "credit"]


@pytest.mark.parametrize(
    ("header", "title", "byline", "published", "outlet"),
    [
        ("Lock to close\n\nBy Hanna Moe\n\nMay 3, 2024", "Lock to close", ("Hanna Moe",), "2024-05-03", None),
        ("May 3, 2024\nOld lock to close\nBy Our Correspondent and AP", "Old lock to close",
         ("Our Correspondent", "AP"), "2024-05-03", None),
        ("Updated: 4 May 2024\nPublished: 3 May 2024\n\nIs it shut?", "Is it shut?", (), "2024-05-03", None),
        ("Subscribe to The Vikmouth Post\n\nLock to close", "Lock to close", (), None, "The Vikmouth Post"),
        ("© 2024 The Vikmouth Post\n\nOld lock to close", "Old lock to close", (), None, "The Vikmouth Post"),
        ("Home > News\nHome\nNews\n\nOld lock to close", "Old lock to close", (), None, None),
        ("https://example.org/2024/05/03/lock\nLock to close", "Lock to close", (), "2024-05-03", None),
        (
            "3 May 2024, 10:15 CET\nOld lock to close\nImage: Coast Press Office",
            "Old lock to close", (), "2024-05-03", None,
        ),
        (
            "Old lock to close\nBy Hanna Moe 3 May 2024",
            "Old lock to close", ("Hanna Moe",), "2024-05-03", None,
        ),
        (
            "Old lock to close\nPosted on May 3, 2024 by webdesk",
            "Old lock to close", (), "2024-05-03", None,
        ),
        (
            "Old lock to close\nMay 3, 2024\nDr Signy Aaby",
            "Old lock to close", ("Dr Signy Aaby",), "2024-05-03", None,
        ),
        ("2024-05-03 | Help us stay independent\nOld lock to close",
            "Old lock to close", (), "2024-05-03", None),
        ("3 May 2024 at 6:02pm | Share | Save\nOld lock to close",
            "Old lock to close", (), "2024-05-03", None),
        ("2024/05/03 18:02 (Friday)\nOld lock to close", "Old lock to close", (), "2024-05-03", None),
        ("date 2024-05-03 Coast Times\nOld lock to close",
            "Old lock to close", (), "2024-05-03", "Coast Times"),
        ("Old lock to close\n\n2024-05-03 A coast of voices", "Old lock to close", (), "2024-05-03", None),
        (
            "Old lock to close\n\ndate 2024-05-03 Support The Coast Times!",
            "Old lock to close", (), "2024-05-03", "The Coast Times",
        ),
        (
            "Hanna Moe - May 3, 2024\nOld lock to close",
            "Old lock to close", ("Hanna Moe",), "2024-05-03", None),
        (
            "Old lock to close\nHanna Moe · 3 May 2024 · 4 min",
            "Old lock to close", ("Hanna Moe",), "2024-05-03", None,
        ),
        (
            "Published by Hanna Moe on May 3, 2024\nOld lock to close",
            "Old lock to close", ("Hanna Moe",), "2024-05-03", None,
        ),
        (
            "Text: Hanna Moe, 3 May 2024\nOld lock to close",
            "Old lock to close", ("Hanna Moe",), "2024-05-03", None),
        ("2024-05-03 Watch: Old lock to close", "Watch: Old lock to close", (), "2024-05-03", None),
        ("2024-05-03 Old lock to close for good, at last", "Old lock to close for good, at last", (),
         "2024-05-03", None),
        ("May 3, 2024: The Day the Lock Fell", "May 3, 2024: The Day the Lock Fell", (), None, None),
        ("Vikmouth Weekly © 2024\nOld lock to close", "Old lock to close", (), None, "Vikmouth Weekly"),
        ("Support Vikmouth Gazette\nOld lock to close", "Old lock to close", (), None, "Vikmouth Gazette"),
        (
            "Title: Old lock to close\nAuthor: Hanna Moe and Per Dahl\n3 May 2024\nSource: The Vikmouth Post",
            "Old lock to close", ("Hanna Moe", "Per Dahl"), "2024-05-03", "The Vikmouth Post",
        ),
        ("", None, (), None, None),
    ],
)  # fmt: skip
def test_headers_of_many_kinds(
    header: str, title: str | None, byline: tuple[str, ...], published: str | None, outlet: str | None
) -> None:
    """Whatever stands above the body, the body is the same."""
    article = read(f"{header}\n\n{BODY}").article
    assert article.text == BODY
    assert (article.title, article.byline, article.published) == (title, byline, published)
    assert article.outlet == outlet


@pytest.mark.parametrize(
    "furniture",
    [
        "Read more: The barge that broke the lock",
        "Sign up for our weekly letter: the best of the coast",
        "Support independent journalism",
        "(Reporting by Hanna Moe; Editing by Per Dahl)",
        "AFP contributed reporting.",
        "Follow us on Facebook",
        "© 2024 The Vikmouth Post. All rights reserved.",
        "ADVERTISEMENT",
    ],
)
def test_furniture_goes_wherever_it_stands(furniture: str) -> None:
    """Between paragraphs or at the end, a line of furniture is dropped and kept as data."""
    text = "\n\n".join([SENTENCES[0], furniture, *SENTENCES[1:], furniture])
    article = read(text).article
    assert article.text == BODY
    assert [line.text for line in article.dropped] == [furniture]


def test_unknown_lines_stay() -> None:
    """Sub-headings, standfirsts and questions are the article's: nothing of it may be lost."""
    kept = [
        "Board splits over the lock",
        *SENTENCES[:2],
        "What happens next",
        "Q: Will it reopen?",
        *SENTENCES[2:],
    ]
    article = read("Old lock to close\n\n" + "\n\n".join(kept)).article
    assert article.text == "\n\n".join(kept)


def test_the_author_described_at_the_end_is_no_text() -> None:
    """A last paragraph about the author goes; one about somebody else does not."""
    bio = "Hanna Moe is a reporter for The Vikmouth Post covering the coast."
    other = "Per Dahl is a reporter at a rival paper, and he says the vote was void."
    assert read(f"Lock to close\n\nBy Hanna Moe\n\n{BODY}\n\n{bio}").article.text == BODY
    assert read(f"Lock to close\n\nBy Hanna Moe\n\n{BODY}\n\n{other}").article.text.endswith(other)


def test_the_dateline_stays_in_the_text_as_a_span() -> None:
    """Offsets into the canonical text, an agency credit, and the date where its year is printed."""
    article = read(f"OSLO, May 3, 2024 (AP) — {BODY}").article
    line = article.dateline
    assert line is not None
    assert article.text[line.start : line.end] == line.text == "OSLO, May 3, 2024 (AP) —"
    assert (article.published, article.published_from) == ("2024-05-03", "dateline")
    assert [credit.name for credit in article.credits] == ["AP"]


def test_arguments_then_the_row_then_the_text_decide() -> None:
    """What the caller says stands above the row, and the row above what the text says of itself."""
    row: dict[str, Any] = {
        "title": "Row title",
        "outlet": "Row Post",
        "published": "2021-01-01",
        "byline": ("By Per Dahl",),
    }
    article = read(PASTED, **row).article
    assert (article.title, article.outlet, article.byline) == ("Row title", "Row Post", ("Per Dahl",))
    assert (article.published, article.published_from) == ("2021-01-01", "row")
    settings = ReadSettings(title="My title", outlet="My Post", published="2020-01-01")
    article = read(PASTED, settings, **row).article
    assert (article.title, article.outlet) == ("My title", "My Post")
    assert (article.published, article.published_from) == ("2020-01-01", "argument")


def test_a_body_that_repeats_the_rows_title_loses_it() -> None:
    """The title is data, not text."""
    assert read(f"Old lock to close\n\n{BODY}", title="Old Lock To Close").article.text == BODY


@pytest.mark.parametrize("text", ["Old lock to close", "AFP contributed reporting.", "Subscribe now"])
def test_what_is_all_there_is_is_the_text(text: str) -> None:
    """A title or a line of furniture with nothing else is the text, not nothing."""
    article = read(text).article
    assert (article.text, article.title) == (text, None)


def test_as_is_takes_nothing_off() -> None:
    """The text is the input to the character, and only arguments and row say anything of it."""
    text = "\r\n" + PASTED.replace("\n", "\r\n") + "\x01"
    reading = read(text.encode(), ReadSettings(as_is=True))
    article = reading.article
    assert article.text == text
    assert (article.title, article.published, article.outlet, article.dateline) == (None, None, None, None)
    assert (article.credits, article.dropped, article.language) == ((), (), "en")
    assert reading.warnings
    named = read(PASTED, ReadSettings(as_is=True), published="2021-05", title="T", outlet="O").article
    assert (named.published, named.title, named.outlet) == ("2021-05", "T", "O")


def test_warnings_name_a_missing_date_and_another_language() -> None:
    """A reader is told what will be missing, and how to mend it."""
    assert read(BODY, published="2024-05-03").warnings == ()
    assert "--published" in read(BODY).warnings[0]
    german = (
        "Die Schleuse wird geschlossen, das hat der Rat am Dienstag nach langer Debatte entschieden. " * 3
    )
    assert any("de" in warning and "quotations" in warning for warning in read(german).warnings)


def test_ids_come_from_the_address_and_the_text() -> None:
    """The same address is the same article, however its text changes; without one the text decides."""
    url = "https://example.org/lock?utm_source=x&id=7#top"
    one, two = read(BODY, url=url).article, read(BODY + " More.", url="https://example.org/lock?id=7").article
    assert one.url == "https://example.org/lock?id=7"
    assert one.id == two.id == "a:" + hashlib.sha256(b"https://example.org/lock?id=7").hexdigest()[:16]
    assert one.revision == hashlib.sha256(BODY.encode()).hexdigest() != two.revision
    assert read(BODY).article.id == "a:" + hashlib.sha256(BODY.encode()).hexdigest()[:16]
    assert read(BODY, key="row-1").article.key == "row-1"


def test_unusable_inputs_are_named() -> None:
    """Nothing, a binary file and a page without text each raise their own error."""
    with pytest.raises(EmptyInputError):
        read(" \n ")
    with pytest.raises(BinaryInputError):
        read(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    with pytest.raises(NoArticleError, match="no article"):
        read("<html><body><a href='/'>Home</a></body></html>", kind="html")


@pytest.mark.parametrize(
    "text",
    [
        SENTENCES[0] + " " * 1000 + SENTENCES[1],
        (SENTENCES[0] + " ") * 26_000,
        "a" * 2_000_000,
        '"' * 500_000,
        "By " + "Hanna Vik, " * 100_000,
        "Short one.\n" * 30_000,
        "".join(f"Photo: Hanna Vik {n}\n\n" for n in range(10_000)) + BODY,
        "\u202eright to left\u202c " * 1000 + "\ud800" + "\x00",
    ],
    ids=["blanks", "2 MB line", "no blanks", "quotes", "byline", "short lines", "credits", "odd marks"],
)
def test_hostile_texts_come_through(text: str) -> None:
    """Length, marks and control characters make nothing fail, and cost time in line with their length."""
    article = read(text).article
    assert article.text
    article.text.encode("utf-8")


def test_agencies_alone_are_credited_and_sign_nothing() -> None:
    """A line of agencies below the headline credits them; one agency under two names is credited once."""
    article = read(f"Old lock to close\nAgencies\n\n{BODY}").article
    assert (article.byline, [c.name for c in article.credits]) == ((), ["Agencies"])
    both = read(f"Old lock to close\nAssociated Press\n\nVIKMOUTH (AP) — {BODY}").article
    assert [credit.name for credit in both.credits] == ["Associated Press"]


def test_a_caption_is_not_the_name_of_its_owner() -> None:
    """A caption that ends with its owner in brackets is a caption; the credit names the owner only."""
    article = read(f"Old lock to close\nBoats wait. (Photo by Ida Moe/Getty Images)\n\n{BODY}").article
    assert [(credit.kind, credit.name) for credit in article.credits] == [("photo", "Ida Moe/Getty Images")]
    assert article.text == BODY


def test_links_under_their_label_go_with_it() -> None:
    """Headlines that stand together below "Read more" are links, wherever they stand."""
    links = "Read more\nThe barge that broke the lock\nWho pays for the basin?"
    first, *rest = SENTENCES
    article = read("\n\n".join((first, links, *rest))).article
    assert article.text == BODY
    assert {line.why for line in article.dropped} == {"related"}


def test_an_author_described_with_a_books_title_is_no_text() -> None:
    """Quotation marks around a title do not make an author's description the article's."""
    bio = "Hanna Moe is a novelist. Her last book is “The Lock”."
    article = read(f"Old lock to close\n\nBy Hanna Moe\n\n{BODY}\n\n{bio}").article
    assert article.text == BODY
    spoken = "Hanna Moe is a novelist, and “the lock was my muse,” she said."
    assert read(f"Old lock to close\n\nBy Hanna Moe\n\n{BODY}\n\n{spoken}").article.text.endswith(spoken)
