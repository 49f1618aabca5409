"""The pages on events: every type has one, and its examples are read as the tables beside them say."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import onrecord
from onrecord.analysis.events.rules import RULES
from onrecord.knowledge import plover
from onrecord.record import Event, EventType, Span

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"
COLUMNS = "| type | mode | trigger | actor | recipient | standing |"
LEAST = 3
"""How many examples a page has at least."""
PUBLISHED = "2024-05-16"
_EXAMPLE = re.compile(
    rf"```text\n(?P<text>[^`]+)```\n\n{re.escape(COLUMNS)}\n[|-]+\n(?P<rows>(?:\|[^\n]+\|\n)+)"
)


class Row(NamedTuple):
    """An event as a page tells it. Parties and trigger are words of the text; no mode says nothing of it."""

    type: str
    mode: str | None
    trigger: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    standing: str


class Example(NamedTuple):
    """Sentences of a page with the events that stand beside them."""

    text: str
    rows: tuple[Row, ...]


def page(name: str) -> str:
    """A page of the reference."""
    return (REFERENCE / name).read_text("utf-8")


def type_page(type_: EventType) -> str:
    """The page of a type."""
    return page(f"events/{type_.lower()}.md")


def examples(type_: EventType) -> list[Example]:
    """The examples of a type's page, their lines joined: they are broken for width only."""
    return [
        Example(" ".join(match["text"].split()), tuple(row(line) for line in match["rows"].splitlines()))
        for match in _EXAMPLE.finditer(type_page(type_))
    ]


def row(line: str) -> Row:
    """A line of a table."""
    type_, mode, trigger, actors, recipients, standing = (cell.strip() for cell in line.strip("|").split("|"))
    how = None if mode == "-" else mode
    return Row(type_, how, trigger, named(actors), named(recipients), standing)


def named(cell: str) -> tuple[str, ...]:
    """What a cell names; nothing for a dash."""
    return () if cell == "-" else tuple(words.strip() for words in cell.split(";"))


def numbered() -> list[tuple[EventType, int]]:
    """Each example by its type and number."""
    return [(type_, number) for type_ in plover.TYPES for number in range(len(examples(type_)))]


def stands_in(words: str, text: str) -> bool:
    """Whether words stand in a text as whole words."""
    return bool(extents(words, text))


def extents(words: str, text: str) -> list[tuple[int, int]]:
    """Where words stand in a text."""
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def touches(words: str, spans: tuple[Span, ...], text: str) -> bool:
    """Whether words share a character with one of the spans."""
    return any(start < span.end and span.start < end for start, end in extents(words, text) for span in spans)


def is_told(expected: Row, event: Event, text: str) -> bool:
    """Whether an event is the one of a row. In a mutual act it does not matter who is on which side."""
    if (event.type, event.standing) != (expected.type, expected.standing):
        return False
    if expected.mode is not None and event.mode != expected.mode:
        return False
    actors, recipients = event.evidence.actor, event.evidence.recipient
    if len(expected.actors) > 1 and not expected.recipients:
        actors = (*actors, *recipients)
    return (
        touches(expected.trigger, (event.trigger,), text)
        and all(touches(words, actors, text) for words in expected.actors)
        and all(touches(words, recipients, text) for words in expected.recipients)
    )


@pytest.mark.parametrize("type_", plover.TYPES)
def test_every_type_has_examples(type_: EventType) -> None:
    """A type has a page with at least three examples, and every block of text on it has its table."""
    assert type_page(type_).count("```text\n") == len(examples(type_)) >= LEAST


@pytest.mark.parametrize("type_", plover.TYPES)
def test_the_tables_speak_of_their_texts(type_: EventType) -> None:
    """A table's rows are of the page's type, with its modes and words of the text."""
    for text, rows in examples(type_):
        assert {expected.type for expected in rows} == {type_}
        for expected in rows:
            words = (expected.trigger, *expected.actors, *expected.recipients)
            assert [one for one in words if not stands_in(one, text)] == []
            assert expected.mode in {None, *plover.modes(type_)}


@pytest.mark.parametrize("type_", plover.TYPES)
def test_every_mode_is_described(type_: EventType) -> None:
    """A type's page has its quad class, its intensity and each of its modes with its own."""
    described = type_page(type_)
    first = " ".join(described.partition("## ")[0].split())
    assert f"Quad class {plover.quad(type_)}," in first
    assert f"intensity {plover.intensity(type_):g}." in first
    rows = {mode: f"| `{mode}` | {plover.intensity(type_, mode):g} |" for mode in plover.modes(type_)}
    assert [mode for mode, line in rows.items() if line not in described] == []


def test_every_type_context_and_rule_is_described() -> None:
    """The page on events has each type with its numbers, each context and each rule."""
    described = page("events.md")
    lines = [
        *(
            f"| [{name}](events/{name.lower()}.md) | {plover.quad(name)} | {plover.intensity(name):g} |"
            for name in plover.TYPES
        ),
        *(f"| `{context}` |" for context in plover.contexts()),
        *(f"| `{rule.__name__}` |" for rule in RULES),
    ]
    assert [line for line in lines if line not in described] == []


def test_a_type_page_tells_the_rules_that_concern_it() -> None:
    """A rule is on the page of each type that it looks for, and of the one that it makes."""
    untold = {
        (type_, name)
        for name, types, *_, becomes, _, _ in plover.rules()
        for type_ in {*types.split(), becomes}
        if f"| `{name}` |" not in page(f"events/{type_.lower()}.md")
    }
    assert untold == set()


@pytest.mark.parametrize(("type_", "number"), numbered())
def test_an_example_is_read_as_its_page_says(type_: EventType, number: int) -> None:
    """Every event that stands beside an example is in the record of its text."""
    text, rows = examples(type_)[number]
    events = onrecord.read(text, as_is=True, published=PUBLISHED).events
    found = [(one.type, one.mode, one.trigger.text, one.standing, one.evidence) for one in events]
    missing = [expected for expected in rows if not any(is_told(expected, one, text) for one in events)]
    assert missing == [], found
