import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from event_records import event, eventful
from onrecord.exports.page import fragment, page, pages
from onrecord.record import Candidate, Entity, Event, Office, Record, Statement, Time
from records import sample, simple, span

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SHADOW = "e => getComputedStyle(e).boxShadow"
COLOUR = "getComputedStyle(document.querySelector('.onrecord')).backgroundColor"


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens HTML from a file; fails on anything in the console and on any request but that file."""
    complaints: list[str] = []
    contexts: list[Any] = []

    def open_(html: str, width: int = 1280, **options: Any) -> "Page":
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(html, "utf-8", newline="")
        context = chromium.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        shown: Page = context.new_page()
        shown.on("console", lambda message: complaints.append(message.text))
        shown.on("pageerror", lambda error: complaints.append(str(error)))
        shown.on("request", lambda request: complaints.append(request.url))
        shown.goto(file.as_uri())
        return shown

    yield open_
    for context in contexts:
        context.close()
    assert [one for one in complaints if not one.startswith(tmp_path.as_uri())] == []


@contextmanager
def printing(shown: "Page") -> Iterator["Page"]:
    """The page as it looks on paper."""
    shown.emulate_media(media="print")
    yield shown
    shown.emulate_media(media="screen")


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_no_sideways_scroll(show: Callable[..., Any], record: Record, width: int) -> None:
    """No page scrolls sideways, on a phone or on a desk, with one article or with several."""
    word = "wordwithoutend" * 40
    endless = Time(start=0, end=9, text=word[:9], type="DATE", value=word, from_=f"1 {word}", to=f"2 {word}")
    twin = Entity(id=f"e:{word}", kind="person", name=word, offices=(Office(title=word, since=word),))
    known = Entity(
        id="e:x1", kind="person", name=word, description=word, country=word, sectors=(word,),
        candidates=(Candidate(entity=twin, confidence=0.5),),
    )  # fmt: skip
    long = simple(
        f"{word}”", title=word, outlet=word, published=word, key=word, times=(endless,), entities=(known,),
        events=(endless_event(word),),
    )  # fmt: skip
    for html in (page(record), page(eventful()), pages([record, long])):
        assert show(html, width).evaluate(SIDEWAYS) == 0


def endless_event(word: str) -> Event:
    """An event all of whose words are very long."""
    return event(
        f"{word}”", word, word, word, mode=word, contexts=(word,), underlying=word, cameo=word,
        sizes={word: 3}, actor=(word, "e:x1"), recipient=(word,), place=word, according_to=word,
    )  # fmt: skip


@pytest.mark.parametrize("record", [sample(), eventful()], ids=["sample", "events"])
def test_works_without_scripts(show: Callable[..., Any], record: Record) -> None:
    """With JavaScript off, text, cards, times, codes and the list of dropped lines are all there to read."""
    shown = show(page(record), 360, java_script_enabled=False)
    for name in ("p[data-start]", ".card", "tr[id]", "mark"):
        # A space alone at the end of a line has no extent.
        found = shown.locator(name, has_text=re.compile(r"\S")).all()
        assert found
        assert all(one.is_visible() for one in found)
    for summary in shown.locator("summary").all():
        summary.click()
    for name in (".dropped li", ".card details dl"):
        assert all(one.is_visible() for one in shown.locator(name).all())


def test_highlights_can_be_told_apart(show: Callable[..., Any], record: Record) -> None:
    """The types of statements have their own underlines, sources and cues their own letters."""
    shown = show(page(record))

    def style(selector: str, name: str) -> str:
        found: str = shown.locator(f".text {selector}").first.evaluate(f"e => getComputedStyle(e)['{name}']")
        return found

    assert style("mark.direct", "textDecorationStyle") == "solid"
    assert style("mark.mixed:not(.nested)", "textDecorationStyle") == "dashed"
    assert style("mark.indirect", "textDecorationStyle") == "dotted"
    assert style("mark.direct", "backgroundColor") != style("p[data-start]", "backgroundColor")
    assert style("mark.cue", "fontStyle") == "italic"
    assert style("mark.source", "fontWeight") == "700"
    assert style("mark.time", "borderTopStyle") == "solid"


def test_browser_text_is_the_article(show: Callable[..., Any], record: Record) -> None:
    """What the browser has as each paragraph's text is what the record has at its offset."""
    read = "all => all.map(one => [Number(one.dataset.start), one.textContent])"
    for start, text in show(page(record)).locator("p[data-start]").evaluate_all(read):
        assert record.article.text.startswith(text, start)
        assert len(text) > 0


def test_cards_stand_beside_the_text_on_a_desk(show: Callable[..., Any], record: Record) -> None:
    """On a wide screen a card is level with its paragraph and to its right; on a phone it is below."""
    first = ".block:has(#card-s3)"
    for width, beside in ((1280, True), (360, False)):
        shown = show(page(record), width)
        text = shown.locator(f"{first} > p").bounding_box()
        card = shown.locator("#card-s3").bounding_box()
        assert (card["x"] >= text["x"] + text["width"]) is beside
        assert (abs(card["y"] - text["y"]) < 30) is beside


def test_a_link_lights_up_its_statement(show: Callable[..., Any], record: Record) -> None:
    """Following a card's address marks its spans in the text, without a script."""
    shown = show(page(record))
    mark = shown.locator('mark.content[data-of~="s3"]').first
    assert mark.evaluate(SHADOW) == "none"
    shown.evaluate("location.hash = 'card-s3'")
    assert mark.evaluate(SHADOW) != "none"


def test_what_goes_over_paragraphs_lights_up(show: Callable[..., Any]) -> None:
    """A statement whose content goes on in the next paragraph lights up in both."""
    text = "“One.\n\n“Two,” she said."
    pieces = tuple(span(text, piece) for piece in ("“One.", "“Two,”"))
    shown = show(
        page(simple(text, statements=(Statement(id="s1", type="direct", content=pieces, confidence=1),)))
    )
    shown.evaluate("location.hash = 'card-s1'")
    lit = [one.evaluate(SHADOW) != "none" for one in shown.locator(".text mark").all()]
    assert lit == [True, True]


def test_event_and_trigger_light_up_each_other(show: Callable[..., Any]) -> None:
    """By address, under the pointer and with the keyboard's focus: the card, the trigger, and no other."""
    shown = show(page(eventful()))
    trigger, card = shown.locator('.text mark[data-of~="v3"]').first, shown.locator("#card-v3")
    others = [shown.locator("#card-v4"), shown.locator('.text mark[data-of~="v4"]').first]

    def lit() -> tuple[bool, bool]:
        assert all(one.evaluate(SHADOW) == "none" for one in others)
        return trigger.evaluate(SHADOW) != "none", card.evaluate(SHADOW) != "none"

    assert lit() == (False, False)
    trigger.hover()
    assert lit() == (False, True)
    card.hover()
    assert lit() == (True, False)
    shown.mouse.move(0, 0)
    card.locator("summary").focus()
    assert lit() == (True, False)
    shown.locator("#v3").focus()
    assert lit() == (True, True)
    shown.keyboard.press("Enter")
    assert shown.url.endswith("#card-v3")
    card.locator("a.word").focus()
    shown.keyboard.press("Enter")
    assert shown.url.endswith("#v3")
    assert lit() == (True, True)


def test_events_are_told_apart_without_colour(show: Callable[..., Any]) -> None:
    """A trigger that happened has a double line, others a dotted one; each standing has its own sign."""
    shown = show(page(eventful()))
    line = "e => getComputedStyle(e).borderBottomStyle"
    lines = {
        id_: shown.locator(f'.text mark[data-of~="{id_}"]').first.evaluate(line) for id_ in ("v1", "v6", "v7")
    }
    assert lines == {"v1": "double", "v6": "dotted", "v7": "dotted"}
    sign = "e => { const s = getComputedStyle(e, '::before'); return s.borderStyle + s.background }"
    signs = {shown.locator(f"#card-{id_} .standing").evaluate(sign) for id_ in ("v1", "v4", "v6", "v7")}
    assert len(signs) == 4


def test_codes_open_with_the_keyboard(show: Callable[..., Any]) -> None:
    """PLOVER's and CAMEO's codes are closed at first; Enter on their label opens them."""
    shown = show(page(eventful()), 360)
    codes = shown.locator("#card-v1 details dl")
    assert not codes.is_visible()
    shown.locator("#card-v1 summary").focus()
    shown.keyboard.press("Enter")
    assert codes.is_visible()
    assert shown.evaluate(SIDEWAYS) == 0


def test_two_hundred_events_stay_quick(show: Callable[..., Any]) -> None:
    """With very many events each still lights up, and nothing scrolls sideways."""
    text = "\n\n".join(f"On day {number} they met{number} again." for number in range(200))
    events = tuple(event(text, f"v{number}", "CONSULT", f"met{number} ") for number in range(200))
    shown = show(page(simple(text, events=events)))
    shown.evaluate("location.hash = 'card-v199'")
    assert shown.locator('mark[data-of="v199"]').evaluate(SHADOW) != "none"
    assert shown.evaluate(SIDEWAYS) == 0


def test_dark_and_light(show: Callable[..., Any], record: Record) -> None:
    """The page follows the reader's colour scheme."""
    colours = {
        scheme: show(page(record), color_scheme=scheme).evaluate(COLOUR) for scheme in ("light", "dark")
    }
    assert colours["light"] == "rgb(253, 252, 249)"
    assert colours["dark"] == "rgb(22, 24, 27)"


def test_keyboard_focus_is_seen(show: Callable[..., Any], record: Record) -> None:
    """The first press of Tab reaches a link that shows its focus."""
    shown = show(page(record))
    shown.keyboard.press("Tab")
    outline = shown.evaluate("getComputedStyle(document.activeElement).outline")
    assert "solid" in outline
    assert "3px" in outline


def test_a_mention_says_who_it_is(show: Callable[..., Any], record: Record) -> None:
    """A mention is an underlined link named by its text and described by who that is; focus shows that."""
    shown = show(page(record))
    said = "Kari Lund, Minister of Transport of Norway"
    assert shown.get_by_role("link", name="she", exact=True).count() == 1
    mention = shown.locator("a.mention").last
    assert mention.get_attribute("title") == said
    assert mention.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    after = "e => getComputedStyle(e, '::after').content"
    assert said not in mention.evaluate(after)
    shown.keyboard.press("Tab")  # from here on the focus is the keyboard's
    mention.focus()
    assert said in mention.evaluate(after)
    assert shown.evaluate(SIDEWAYS) == 0
    shown.keyboard.press("Enter")
    target = shown.locator("#who-x1")
    assert target.evaluate("e => e.matches(':target')")
    assert target.evaluate(
        "e => { const box = e.getBoundingClientRect(); return 0 <= box.top && box.top < 800 }"
    )


def test_print(show: Callable[..., Any], record: Record) -> None:
    """On paper the marks keep their underlines, cards their whole content, and pages come out."""
    shown = show(page(record))
    with printing(shown) as printed:
        assert (
            printed.locator("mark.direct").first.evaluate("e => getComputedStyle(e).textDecorationLine")
            == "underline"
        )
        assert not printed.locator(".dropped").is_visible()
        assert printed.locator(".card blockquote").first.is_visible()
        assert printed.locator(".card.event dl").last.is_visible()
    assert shown.pdf(format="A4").startswith(b"%PDF")


def test_fragment_leaves_its_surroundings_alone(show: Callable[..., Any], record: Record) -> None:
    """Around a fragment, headings and marks look as they did without it."""
    host = "<!DOCTYPE html><body><h2 id=h>Host</h2><mark id=m class='content direct'>x</mark>{}</body>"
    look = "['h', 'm'].map(id => Object.values(getComputedStyle(document.getElementById(id))).length && "
    look += "['font', 'color', 'backgroundColor', 'textDecoration', 'margin']"
    look += ".map(name => getComputedStyle(document.getElementById(id))[name]))"
    alone, beside = host.format(""), host.format(fragment(record))
    assert show(alone).evaluate(look) == show(beside).evaluate(look)
