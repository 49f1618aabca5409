import io
import re
from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import pytest
from msgspec import structs

from event_records import eventful
from onrecord import exports
from onrecord.exports.page import fragment, page, pages
from onrecord.record import (
    Candidate,
    Credit,
    Dropped,
    Entity,
    Event,
    Evidence,
    Mention,
    Office,
    Record,
    Span,
    Statement,
    Time,
    When,
)
from outline import Outline, item
from records import sample, simple, span

EVIL = "<script>alert(1)</script> & \"q\" 'a' </style><img src=x onerror=y> {{ 7*7 }} \u202eabc \x00\x1b[0m."


def evil() -> Record:
    """A record with markup, quotes and direction overrides in every string that a stranger can set."""
    whole = Span(start=0, end=len(EVIL), text=EVIL)
    twin = Entity(id=EVIL, kind="person", name=EVIL, wikidata=EVIL, description=EVIL)
    return simple(
        EVIL, title=EVIL, outlet=EVIL, byline=(EVIL,), url=f"javascript:{EVIL}", language=EVIL,
        published=EVIL,
        credits=(Credit(kind="photo", name=EVIL, text=EVIL),), dropped=(Dropped(text=EVIL, why="other"),),
        entities=(
            Entity(
                id=EVIL, kind="person", name=EVIL, country=EVIL, wikidata=EVIL, description=EVIL,
                sectors=(EVIL,), members=(EVIL,), offices=(Office(title=EVIL, since=EVIL, until=EVIL),),
                candidates=(Candidate(entity=twin, confidence=0.5),),
            ),
        ),
        mentions=(Mention(start=0, end=40, text=EVIL[:40], entity=EVIL, form="name", confidence=0.5),),
        times=(Time(start=3, end=9, text=EVIL[3:9], type="DATE", value=EVIL, from_=EVIL, to=EVIL),),
        statements=(
            Statement(
                id=EVIL, type="direct", content=(whole,), cue=(whole,), source=(whole,), speaker=EVIL,
                speakers=(EVIL,), about=(EVIL,), place=EVIL, within=EVIL, confidence=0.5,
            ),
        ),
        events=(evil_event(whole, 0, 6), evil_event(whole, 8, 13)),
        warnings=(EVIL,),
    )  # fmt: skip


def evil_event(whole: Span, start: int, end: int) -> Event:
    """An event with markup in every string that it has, those that must be codes too."""
    day: dict[str, Any] = {"value": EVIL, "from_": EVIL, "to": EVIL, "how": EVIL}
    names = ("id", "type", "mode", "underlying", "cameo", "place", "standing", "according_to")
    codes: dict[str, Any] = dict.fromkeys(names, EVIL)
    return Event(
        **codes, quad=4, intensity=-9.0, contexts=(EVIL,), sizes={EVIL: 3}, actor=(EVIL, "e:none"),
        recipient=(EVIL,), trigger=Span(start=start, end=end, text=EVIL[start:end]), time=When(**day),
        evidence=Evidence(sentence=whole, actor=(whole,), recipient=(whole,), time=whole, place=whole),
        confidence=0.5,
    )  # fmt: skip


@pytest.mark.parametrize(
    "record",
    [sample(), eventful(), evil(), simple("Nothing."), simple("")],
    ids=["sample", "events", "evil", "plain", "empty"],
)
def test_article_text_is_whole(record: Record, body_text: Callable[[str], str]) -> None:
    """The text of the page's article is the record's text, character for character, cards left out."""
    assert body_text(page(record)) == record.article.text
    assert body_text(fragment(record)) == record.article.text


@pytest.mark.parametrize("text", ["A\r\nB\r\rC", "\n\n  lead\n \n\nend\n\n", "a\tb\x0cc\u2028d\ufeff\u200fe"])
def test_odd_white_space_survives(text: str, body_text: Callable[[str], str]) -> None:
    """Carriage returns, tabs, blank lines at the edges and invisible marks are kept."""
    assert body_text(page(simple(text))) == text


@pytest.mark.parametrize("record", [sample(), eventful()], ids=["sample", "events"])
def test_every_span_is_highlighted(record: Record) -> None:
    """Put together, the highlighted runs of each role and id are the record's spans."""
    found: dict[tuple[str, str], str] = {}
    marks = re.findall(
        r'<mark id="[^"]*" class="([^"]*)" data-of="[^"]*" title="([^"]*)">(.*?)</mark>', page(record)
    )
    for _, title, inner in marks:
        text = re.sub(r"</?a\b[^>]*>", "", inner)
        for part in title.split(", "):
            role, name = part.split(" ")
            found[role, name] = found.get((role, name), "") + text.replace("&#39;", "'")
    for statement in record.statements:
        for role, spans in (
            ("content", statement.content),
            ("cue", statement.cue),
            ("source", statement.source),
        ):
            assert found.get((role, statement.id), "") == "".join(piece.text for piece in spans)
    for number, time in enumerate(record.times, 1):
        assert found["time", f"t{number}"] == time.text
    for event_ in record.events:
        assert found["trigger", event_.id] == event_.trigger.text


@pytest.mark.parametrize("record", [sample(), eventful()], ids=["sample", "events"])
def test_every_statement_has_a_card_and_an_anchor(record: Record) -> None:
    """`#s1` and `#v1` are in the text, `#card-s1` is a card; times have a row; ids are given once."""
    ids = Outline(page(record)).all("id")
    assert len(ids) == len(set(ids))
    for event_ in record.events:
        assert {event_.id, f"card-{event_.id}", f"c{event_.trigger.start}"} <= set(ids)
    for statement in record.statements:
        assert {statement.id, f"card-{statement.id}"} <= set(ids)
        assert f"c{statement.content[0].start}" in ids
    for number in range(1, len(record.times) + 1):
        assert {f"t{number}", f"time-t{number}"} <= set(ids)


@pytest.mark.parametrize("record", [sample(), eventful(), evil()], ids=["sample", "events", "evil"])
def test_every_link_inside_leads_somewhere(record: Record) -> None:
    """Each `#` link has its target, in pages of one and of several, and in fragments."""
    for html in (page(record), pages([record, record]), fragment(record)):
        outline = Outline(html)
        targets = {link[1:] for link in outline.all("href") if link.startswith("#")}
        assert targets
        assert targets <= set(outline.all("id"))


def test_cards_say_all_that_is_known(record: Record) -> None:
    """A card names speaker, office, type, act, cue, content, when, about and how sure."""
    card = re.search(r'id="card-s1">(.*?)</section>', page(record), re.DOTALL)
    assert card
    for part in (
        "Kari Lund", "Minister of Transport of Norway", "indirect", "promise", ">said<",
        "reopen in spring 2025", "18 February 2025", "Denmark", "very likely", "0.91",
    ):  # fmt: skip
        assert part in card[1]


def test_who_and_where_says_what_is_known(record: Record) -> None:
    """Each entity has its office and its days, country, sectors, id, mentions and statements."""
    html = page(record)
    lund = item(html, "x1")
    for part in (
        "Kari Lund", "person", "Minister of Transport of Norway", "since 30 September 2024", "Norway (NOR)",
        "e:x1", "2 mentions", 'href="#card-s1"', 'href="#card-s8"',
    ):  # fmt: skip
        assert part in lund, part
    assert "not named" in item(html, "x2")
    assert "business (BUS)" in item(html, "x3")
    oslo = item(html, "geo3143244")
    for part in ("Oslo", "city", "59.91, 10.75", "Norway (NOR)", 'href="https://www.geonames.org/3143244"'):
        assert part in oslo, part
    group = item(html, "x6")
    assert 'href="#who-NOR"' in group
    assert 'href="#who-DNK"' in group


def test_who_is_not_sure_says_so(record: Record) -> None:
    """Where nobody is sure to be meant the candidates stand with their offices, confidence and ids."""
    eide = item(page(record), "x4")
    for part in ("Not sure who", "Tom Eide, Mayor of Vik", "0.31", "https://www.wikidata.org/wiki/Q99999999"):
        assert part in eide, part


def test_mentions_lead_to_who_that_is(record: Record) -> None:
    """A mention, a pronoun too, is a link to its entity, with name and office to hover over."""
    html = page(record)
    lund = 'href="#who-x1" title="Kari Lund, Minister of Transport of Norway">'
    assert f'<a class="mention" id="at-x1" {lund}Kari Lund</a>' in html
    assert f'<a class="mention" {lund}she</a>' in html
    assert 'title="Danish official, not named">A Danish official</a>' in html
    assert 'title="Oslo, Norway">OSLO</a>' in html
    assert 'title="Tom Eide, not sure who">Tom Eide</a>' in html


def test_speakers_lead_to_who_that_is(record: Record) -> None:
    """In a card the speaker, those spoken of and the place are links into "Who and where"."""
    html = page(record)
    first = html.split('id="card-s1">')[1].split("</section>")[0]
    assert '<a href="#who-x1"><bdi>Kari Lund</bdi></a>' in first
    assert '<a href="#who-DNK"><bdi>Denmark</bdi></a>' in first
    assert 'href="#who-geo3143244"' in html.split('id="card-s3">')[1].split("</section>")[0]


def test_a_mention_cut_in_two_is_one_stop() -> None:
    """Where a statement begins within a name, both parts lead to it, and the keyboard stops at the first."""
    text = "Ann Roe Vik left."
    record = simple(
        text,
        entities=(Entity(id="e:x1", kind="person", name="Ann Roe Vik"),),
        mentions=(Mention(**name_of(text, "Ann Roe Vik"), entity="e:x1", form="name", confidence=0.9),),
        statements=(Statement(id="s1", type="indirect", content=(span(text, "Vik left"),), confidence=0.5),),
    )
    links = [given for tag, given in Outline(page(record)).elements if given.get("class") == "mention"]
    assert [given.get("tabindex") for given in links if "title" in given] == [None, "-1"]


def name_of(text: str, piece: str) -> dict[str, Any]:
    """The fields of a span."""
    return structs.asdict(span(text, piece))


def test_two_of_one_name_stay_two() -> None:
    """People of one name are told apart by their ids wherever they are named."""
    text = "“Yes,” said Roe. “No,” said Roe."
    record = simple(
        text,
        entities=tuple(Entity(id=f"e:x{number}", kind="person", name="Roe") for number in (1, 2)),
        statements=tuple(
            Statement(
                id=f"s{number}", type="direct", content=(span(text, piece),), confidence=0.5,
                speaker=f"e:x{number}", speakers=(f"e:x{number}",),
            )
            for number, piece in ((1, "“Yes,”"), (2, "“No,”"))
        ),
    )  # fmt: skip
    html = page(record)
    assert '<a href="#who-x1"><bdi>Roe (e:x1)</bdi></a>' in html
    assert '<a href="#who-x2"><bdi>Roe (e:x2)</bdi></a>' in html


def test_pieces_are_joined_in_cards(record: Record) -> None:
    """A content in two pieces is one in its card, with an ellipsis between."""
    assert "“We lost a winter,” … “We will not lose [another] summer.”" in page(record)


def test_what_surrounds_the_article_is_shown(record: Record) -> None:
    """Outlet, byline, date with its origin, credits, dropped lines, warnings, events and names are there."""
    html = page(record)
    for part in (
        "The Example Times", "Ana Berg", "19 February 2025", "from the page&#39;s metadata", "Northwire",
        "Chip in.", "donation", "could not be matched", "CONSULT", "Danish counterpart", "2025-W07",
    ):  # fmt: skip
        assert part in html


@pytest.mark.parametrize("make", [page, fragment, lambda record: pages([record, record])])
def test_markup_of_strangers_never_runs(make: Callable[[Record], str]) -> None:
    """Tags, handlers, scripts in addresses and template code in any field come out as text."""
    html = make(evil())
    outline = Outline(html)
    assert outline.paired
    assert {tag for tag, _ in outline.elements}.isdisjoint(
        {"script", "img", "iframe", "object", "link", "base"}
    )
    assert not [name for _, given in outline.elements for name in given if name.startswith("on")]
    assert not [link for link in outline.all("href") if not link.startswith("#")]
    assert 'class="mention"' in html
    assert "{{ 7*7 }}" in html
    assert html.count("</style>") == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)


@pytest.mark.parametrize("make", [page, fragment, lambda record: pages([record, record])])
def test_nothing_is_fetched(record: Record, make: Callable[[Record], str]) -> None:
    """No element or style loads anything; the only addresses are links to the article and to registers."""
    html = make(record)
    outline = Outline(html)
    assert not {"src", "srcset", "data", "poster", "action", "background"} & {
        name for _, given in outline.elements for name in given
    }
    assert not re.search(r"url\(|@import|<script|<link", html)
    outer = [link for link in outline.all("href") if not link.startswith("#")]
    registers = {"https://www.geonames.org/3143244", "https://www.wikidata.org/wiki/Q99999999"}
    assert set(outer) == {record.article.url, *registers}
    for tag, given in outline.elements:
        if tag == "a" and not (given["href"] or "").startswith("#"):
            assert set((given["rel"] or "").split()) == {"noopener", "noreferrer"}


def test_page_forbids_loads_and_scripts(record: Record) -> None:
    """The content security policy allows inline styles and nothing else."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page(record))
    assert policy
    assert policy[1].startswith("default-src 'none'; style-src 'unsafe-inline';")


@pytest.mark.parametrize("record", [sample(), eventful()], ids=["sample", "events"])
@pytest.mark.parametrize("make", [page, lambda record: pages([record, record])])
def test_structure(record: Record, make: Callable[[Record], str]) -> None:
    """One h1, no heading level left out, tags pair up, languages are said."""
    html = make(record)
    outline = Outline(html)
    levels = outline.headings()
    assert outline.paired
    assert html.startswith("<!DOCTYPE html>")
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert ("html", {"lang": "en"}) in outline.elements
    assert any(given.get("class") == "text" and given.get("lang") == "en" for _, given in outline.elements)


def test_fragment_touches_only_itself(record: Record) -> None:
    """Every rule of a notebook's fragment is about `.onrecord`, and its ids are its own."""
    html = fragment(structs.replace(eventful(), article=record.article, statements=record.statements))
    styles = html.split("<style>")[1].split("</style>")[0]
    selectors = [part.strip() for part in re.findall(r"([^{}]+)\{", styles)]
    assert selectors
    for selector in selectors:
        assert selector.startswith(("@", ".onrecord")), selector
    assert "<html" not in html
    assert all(id_.startswith("r") and "-" in id_ for id_ in Outline(html).all("id"))


def test_several_records_have_an_index(record: Record) -> None:
    """Several records make one page: an index of titles, ids that do not clash."""
    other = simple("Another article.", title="Another title")
    outline = Outline(html := pages([record, other]))
    assert html.count('class="index"') == 1
    assert html.index("Another title") < html.index('class="text"')
    assert len(outline.all("id")) == len(set(outline.all("id")))
    assert pages(iter([record])) == page(record)


def test_odd_ids_are_numbered() -> None:
    """Ids that cannot stand in a style sheet are shown by number, links between statements kept."""
    text = "“One,” she said."
    inner = Statement(id="b b", type="direct", content=(span(text, "One"),), within="a}", confidence=0.5)
    outer = Statement(id="a}", type="direct", content=(span(text, "“One,”"),), confidence=0.5)
    ids = Outline(html := page(simple(text, statements=(outer, inner)))).all("id")
    assert {"s1", "s2", "card-s1", "card-s2"} <= set(ids)
    assert 'within <a href="#card-s1">s1</a>' in html


def test_html_format_is_the_page(record: Record) -> None:
    """The registered format writes the same page, as UTF-8."""
    stream = io.BytesIO()
    exports.write([record], "html", stream)
    assert stream.getvalue().decode("utf-8") == page(record)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_colours_have_contrast(record: Record, theme: int) -> None:
    """All text colours reach 4.5 : 1 (WCAG AA) on the paper and on both tints, in light and in dark."""
    blocks = re.findall(r"\.onrecord \{([^{}]*--paper[^{}]*)\}", page(record))
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})\b", blocks[theme]))
    grounds = [luminance(colours[name]) for name in ("paper", "tint", "tint-inner")]
    for name, ground in ((n, g) for n in ("ink", "source", "cue", "event") for g in grounds):
        high, low = sorted((luminance(colours[name]), ground), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, name
    for name in ("muted", "line", "time", "warn"):
        high, low = sorted((luminance(colours[name]), grounds[0]), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, name


def test_roles_differ_without_colour(record: Record) -> None:
    """Types of statements differ in their underline; sources are bold, cues italic, the others have lines."""
    html = page(record)
    rules = dict(re.findall(r"^\.onrecord mark\.(\w+) \{([^}]*)\}", html, re.MULTILINE))
    assert "solid" in rules["content"] or "underline 2px" in rules["content"]
    assert "dashed" in rules["mixed"]
    assert "dotted" in rules["indirect"]
    assert "font-weight: 700" in rules["source"]
    assert "italic" in rules["cue"]
    assert "border: 1px solid" in rules["time"]
    assert "border-bottom: 3px dotted" in rules["trigger"]
    assert "border-bottom-style: double" in rules["happened"]
    assert all(rules[one] != rules[other] for one, other in combinations(rules, 2))
