"""A record as its page shows it: paragraphs of highlighted HTML, and one card a statement and event."""

import re

from markupsafe import Markup
from msgspec import Struct, structs

from onrecord.exports import _words
from onrecord.exports._highlight import highlight
from onrecord.exports._runs import Paragraph, ids, paragraphs, time_ids
from onrecord.record import Entity, Event, Record, Statement, Time

_PLAIN_NAME = re.compile(r"[A-Za-z][\w-]*", re.ASCII)

LONGEST_HEADING = 80
"""Characters up to which a line without a full stop is shown as a sub-heading."""


class Speaker(Struct, frozen=True):
    """A speaker as a card names them. `note` is the office held, or that nobody is named."""

    name: str
    note: str


class Card(Struct, frozen=True):
    """A statement or event beside the text. `facts` are label and value, those only that are known."""

    id: str
    kind: str
    heads: tuple[Speaker, ...]
    how: str
    cue: str
    what: str
    facts: tuple[tuple[str, str], ...]
    within: str | None
    confidence: float


class Block(Struct, frozen=True):
    """A paragraph and the cards of the statements that begin in it. `gap` is the white space after it.

    `heading` is for looks only: a short line without a full stop that nothing was found in.
    """

    start: int
    heading: bool
    html: Markup
    cards: tuple[Card, ...]
    gap: str


class View(Struct, frozen=True):
    """All that the templates show of one record. `prefix` begins every id, so that pages can hold several.

    `spoken` are the ids of each speaker's statements.
    """

    record: Record
    prefix: str
    address: str | None
    counts: tuple[str, ...]
    blocks: tuple[Block, ...]
    times: tuple[tuple[str, Time], ...]
    events: tuple[Card, ...]
    spoken: dict[str, list[str]]

    @property
    def statements(self) -> list[Card]:
        """The statements' cards in the order of the text."""
        return [card for block in self.blocks for card in block.cards]


def view(record: Record, prefix: str = "") -> View:
    """What a page shows of `record`; `prefix` is put before all ids in it."""
    record = _with_plain_ids(record)
    entities = _words.by_id(record)
    url = record.article.url or ""
    return View(
        record=record,
        prefix=prefix,
        # Any other scheme could run a script when clicked.
        address=url if url.lower().startswith(("http://", "https://")) else None,
        counts=tuple(_words.counts(record)),
        blocks=tuple(_blocks(record, entities, prefix)),
        times=tuple(zip(time_ids(record), record.times, strict=True)),
        events=tuple(_event_card(event, entities) for event in record.events),
        spoken=_spoken(record),
    )


def _spoken(record: Record) -> dict[str, list[str]]:
    """The ids of each speaker's statements, by the speaker's id."""
    spoken: dict[str, list[str]] = {}
    for statement in record.statements:
        for speaker in statement.speakers:
            spoken.setdefault(speaker, []).append(statement.id)
    return spoken


def _with_plain_ids(record: Record) -> Record:
    """The record with ids that can stand in a style sheet: where one cannot, all are numbered anew."""
    names = [statement.id for statement in record.statements] + [event.id for event in record.events]
    if all(_PLAIN_NAME.fullmatch(name) for name in names):
        return record
    renamed = {statement.id: f"s{number}" for number, statement in enumerate(record.statements, 1)}
    statements = [
        structs.replace(statement, id=renamed[statement.id], within=renamed.get(statement.within or ""))
        for statement in record.statements
    ]
    events = [
        structs.replace(event, id=f"v{number}", according_to=renamed.get(event.according_to or ""))
        for number, event in enumerate(record.events, 1)
    ]
    return structs.replace(record, statements=tuple(statements), events=tuple(events))


def _blocks(record: Record, entities: dict[str, Entity], prefix: str) -> list[Block]:
    met = set[str]()
    cards = {one.id: _statement_card(one, entities, met) for one in record.statements}
    kinds = {one.id: one.type for one in record.statements}
    return [
        Block(
            start=paragraph.start,
            heading=_is_heading(paragraph),
            html=highlight(paragraph, kinds, prefix, seen),
            cards=tuple(cards[id_] for id_ in begun),
            gap=paragraph.gap,
        )
        for paragraph, begun, seen in _begun(paragraphs(record))
    ]


def _is_heading(paragraph: Paragraph) -> bool:
    words = "".join(run.text for run in paragraph.runs[:2]).strip()
    return len(paragraph.runs) == 1 and len(words) <= LONGEST_HEADING and words[-1:].isalnum()


def _begun(parts: list[Paragraph]) -> list[tuple[Paragraph, list[str], frozenset[str]]]:
    """Each paragraph with the statements whose content begins in it, and those that began before."""
    result, seen = [], set[str]()
    for paragraph in parts:
        opened = ids((mark for run in paragraph.runs for mark in run.opens), "content")
        begun = [id_ for id_ in opened if id_ not in seen]
        result.append((paragraph, begun, frozenset(seen)))
        seen.update(begun)
    return result


def _statement_card(statement: Statement, entities: dict[str, Entity], met: set[str]) -> Card:
    """The card of a statement. Speakers not yet in `met` are introduced with their office, and put there."""
    place = _words.named([statement.place] if statement.place else [], entities)
    facts = {
        "Source": _other_source(statement, entities),
        "To": statement.addressee.text if statement.addressee else "",
        "About": ", ".join(_words.named(statement.about, entities)),
        "Said": _words.when(statement.said),
        "Place": ", ".join(place),
    }
    return Card(
        id=statement.id,
        kind=statement.type,
        heads=_speakers(statement, entities, met),
        how=_words.deed(statement),
        cue=_words.joined(statement.cue),
        what=_words.joined(statement.content),
        facts=tuple((label, value) for label, value in facts.items() if value),
        within=statement.within,
        confidence=statement.confidence,
    )


def _other_source(statement: Statement, entities: dict[str, Entity]) -> str:
    """The source as the article words it, where that is not (part of) the speaker's name."""
    source, name = _words.joined(statement.source), _words.who(statement, entities)
    return "" if source in name or name in source else source


def _speakers(statement: Statement, entities: dict[str, Entity], met: set[str]) -> tuple[Speaker, ...]:
    known = [entities[id_] for id_ in statement.speakers if id_ in entities]
    if not known:
        return (Speaker(_words.who(statement, entities), "not named" if statement.unnamed else ""),)
    heads = tuple(Speaker(entity.name, "" if entity.id in met else _about(entity)) for entity in known)
    met.update(entity.id for entity in known)
    return heads


def _about(entity: Entity) -> str:
    if entity.unnamed:
        return "not named"
    return ", ".join(office.title for office in entity.offices) or (entity.description or "")


def _event_card(event: Event, entities: dict[str, Entity]) -> Card:
    facts = {
        "To": ", ".join(_words.named(event.recipient, entities)),
        "When": _words.when(event.time),
        "Place": ", ".join(_words.named([event.place] if event.place else [], entities)),
        "Standing": event.standing,
        "According to": event.according_to or "the outlet itself",
        "Context": ", ".join(event.contexts),
        "Sizes": ", ".join(f"{number} {what}" for what, number in event.sizes.items()),
    }
    return Card(
        id=event.id,
        kind=event.type,
        heads=tuple(Speaker(name, "") for name in _words.named(event.actor, entities)),
        how=event.mode or "",
        cue=event.trigger.text,
        what=event.evidence.sentence.text,
        facts=tuple((label, value) for label, value in facts.items() if value),
        within=None,
        confidence=event.confidence,
    )
