import re
from collections.abc import Callable

import pytest
from msgspec import structs

from event_records import event, eventful
from onrecord.exports.page import page, pages
from onrecord.record import Span, Statement, Time
from outline import Outline, card, item, said
from records import simple, span


def test_an_events_card_says_all_that_is_known() -> None:
    """Type and mode in words and codes, parties, day, place, contexts, whose word, sentence, words, sure."""
    text = said(card(page(eventful()), "v1"))
    for part in (
        "v1 Ann Roe →to Estavia", "visit · happened · CONSULT visit", "When 5 May 2025 (stated)",
        "Where Estavia",
        "VIKMOUTH — Norland's president, Ann Roe, flew to Estavia on Monday and signed a fishing accord.",
        "Whose word the outlet's own", "Context diplomacy, natural resources", "almost certain 0.97",
        "Type CONSULT, meeting or talks", "Mode visit", "Quad class 1: verbal cooperation",
        "Intensity 4, from -10 to 10", "CAMEO 042", "Actor in the text “Norland's president, Ann Roe”",
        "Recipient in the text “Estavia”", "Day in the text “Monday”", "Place in the text “Estavia”",
    ):  # fmt: skip
        assert part in text, part


@pytest.mark.parametrize(
    ("id_", "parts"),
    [
        ("v2", ["v2 Ann Roe, Estavia backing or recognition"]),
        (
            "v3",
            ["shooting · happened · ASSAULT firearms", "Whose word s1, police", "Sizes 3 dead, 12 injured"],
        ),
        ("v4", ["destruction of property · only possible", "4 May 2025 (inferred)"]),
        ("v5", ["doubtful 0.41", "Whose word s4, a witness Told in s3, Olav Dahl", "crowd of 1,200"]),
        ("v6", ["denied or did not happen · MOBILIZE troops", "Context military, territory"]),
        ("v7", ["agreement or promise · planned · AGREE (from CONSULT)", "When May 2025 (stated)"]),
        ("v7", ["PLOVER's rule meeting or talks, planned, counts as agreement or promise"]),
        ("v8", ["threat of expulsion · only possible · THREATEN expel (from SANCTION)"]),
        ("v9", ["happened · background, over a year before · SANCTION discontinue", "When 2019 (stated)"]),
        ("v11", ["v11 Nobody named", "Whose word a statement that this record does not hold"]),
    ],
)
def test_events_of_every_sort(id_: str, parts: list[str]) -> None:
    """Nested words, other standings, PLOVER's rules, background, no actor, no day: the card says each."""
    text = said(card(page(eventful()), id_))
    for part in parts:
        assert part in text, text


def test_what_is_not_known_is_left_out() -> None:
    """An event without day, place, recipient, sizes or contexts has no labels for them."""
    text = said(card(page(eventful()), "v11"))
    for label in ("When", "Where", "Sizes", "Context", "CAMEO", "rule", "in the text", "→"):
        assert label not in text


def test_an_events_links() -> None:
    """Parties and place lead to who they are, the word to its statement, the sentence to the trigger."""
    html = page(eventful())
    visit, raid = card(html, "v1"), card(html, "v3")
    assert '<a href="#who-x1"><bdi>Ann Roe</bdi></a>' in visit
    assert visit.count('<a href="#who-EST"><bdi>Estavia</bdi></a>') == 2
    assert '<a href="#card-s1"><bdi>s1</bdi></a>, <a href="#who-x4"><bdi>police</bdi></a>' in raid
    assert re.search(r'<a class="word happened" href="#v3"[^>]*>shot three people dead</a> and wounded', raid)
    assert '<a href="#card-v5"><bdi>v5</bdi></a>' in card(html, "s4")
    assert 'events <a class="ref event" href="#card-v1">v1</a>' in item(html, "x1")


def test_cards_stand_with_their_paragraph_in_the_order_of_the_text() -> None:
    """Statements' and events' cards share a margin: those of a paragraph beside it, as the text has them."""
    html = page(eventful())
    margins = re.findall(r'<aside class="cards".*?</aside>', html, re.DOTALL)
    assert [re.findall(r'id="card-(\w+)"', margin) for margin in margins] == [
        ["v1", "v2"], ["s1", "v3", "s2", "v4", "s3", "s4", "v5"], ["s5", "v6", "v7", "v8"],
        ["v9", "v10", "s6"], ["v11"],
    ]  # fmt: skip


def test_counts_stand_in_the_header_and_the_index() -> None:
    """How many statements and events, by type and standing."""
    events = "11 events (7 happened, 1 planned, 2 possible, 1 denied)"
    assert f"6 statements (1 direct, 5 indirect) · {events} · 1 time" in page(eventful())
    assert f"6 statements (1 direct, 5 indirect), {events}</span>" in pages([eventful(), eventful()])


def test_what_is_not_in_the_text_has_its_card() -> None:
    """A statement or event whose characters the text does not have is shown below it, without a dead link."""
    gone = Span(start=90, end=95, text="fired")
    record = simple(
        "Nothing.",
        statements=(Statement(id="s1", type="direct", content=(gone,), confidence=0.5),),
        events=(structs.replace(event("He fired.", "v1", "ASSAULT", "fired"), trigger=gone),),
    )
    outline = Outline(html := page(record))
    assert {"card-s1", "card-v1"} <= set(outline.all("id"))
    assert {link[1:] for link in outline.all("href")} <= set(outline.all("id"))
    assert "fired" in said(card(html, "v1"))


def test_two_hundred_events(body_text: Callable[[str], str]) -> None:
    """A record with very many events is shown whole, each linked with its card both ways."""
    text = "\n\n".join(f"On day {number} they met{number} again." for number in range(200))
    events = tuple(event(text, f"v{number}", "CONSULT", f"met{number} ") for number in range(200))
    html = page(simple(text, events=events))
    assert body_text(html) == text
    assert html.count('class="card event"') == 200
    assert html.count("mark[data-of~=v199]") == 2


@pytest.mark.parametrize(
    "ids", [("v1", "x;}"), ("s1", "v1"), ("card-s1", "v1"), ("top", "c0"), ("t1", "who"), ("v1", "v1")]
)
def test_ids_that_are_taken_are_numbered(ids: tuple[str, str]) -> None:
    """Two events of one id, or with an id that the page has for something else, are still two."""
    text = "“One,” she said, and met him on Monday."
    record = simple(
        text,
        statements=(Statement(id="s1", type="direct", content=(span(text, "“One,”"),), confidence=0.5),),
        events=tuple(
            event(text, id_, "CONSULT", word, according_to="s1")
            for id_, word in zip(ids, ("met", "him"), strict=True)
        ),
        times=(Time(start=32, end=38, text="Monday", type="DATE", value=None, from_=None, to=None),),
    )
    found = Outline(html := page(record)).all("id")
    assert len(found) == len(set(found))
    assert {"s1", "card-s1", "v1", "card-v1", "v2", "card-v2", "t1"} <= set(found)
    assert 'href="#card-s1"><bdi>s1</bdi></a>' in card(html, "v2")


def test_a_lost_word_is_not_the_outlets_own() -> None:
    """Renumbered or not, what is told in a statement that the record lacks is not said to be the outlet's."""
    text = "They met."
    for id_ in ("v1", "v}"):
        lost = event(text, id_, "CONSULT", "met", according_to="s 7")
        assert "Whose word a statement that this record does not hold" in said(
            card(page(simple(text, events=(lost,))), "v1")
        )
