"""A record as its page shows it: paragraphs of highlighted HTML, and one card a statement and event."""

import re
from collections.abc import Iterable

from markupsafe import Markup
from msgspec import Struct, structs

from onrecord.exports import _who, _words
from onrecord.exports._highlight import Links, highlight
from onrecord.exports._runs import Paragraph, ids, paragraphs, time_ids
from onrecord.exports._safe import one_line
from onrecord.record import Entity, Event, Record, Statement, Time

_PLAIN_NAME = re.compile(r"[A-Za-z][\w-]*", re.ASCII)

LONGEST_HEADING = 80
"""Characters up to which a line without a full stop is shown as a sub-heading."""


class Name(Struct, frozen=True):
    """A name as a card has it. `note` is the office held, or that nobody is named.

    `anchor` ends the address of whom it names, and is empty where that is not known.
    """

    name: str
    note: str = ""
    anchor: str = ""


class Card(Struct, frozen=True):
    """A statement or event beside the text. `facts` are label and values, those only that are known."""

    id: str
    kind: str
    heads: tuple[Name, ...]
    how: str
    cue: str
    what: str
    facts: tuple[tuple[str, tuple[Name, ...]], ...]
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


class _Known(Struct, frozen=True):
    """The entities by id, and the ends of their addresses."""

    entities: dict[str, Entity]
    anchors: dict[str, str]

    def names(self, ids_: Iterable[str | None]) -> tuple[Name, ...]:
        """The entities as names that lead to them."""
        given = [id_ for id_ in ids_ if id_]
        names = _words.named(given, self.entities)
        return tuple(
            Name(name, "", self.anchors.get(id_, "")) for id_, name in zip(given, names, strict=True)
        )


class View(Struct, frozen=True):
    """All that the templates show of one record. `prefix` begins every id, so that pages can hold several.

    `met` are the entities that a link in the text leads to; `anchors` end the addresses of all.
    """

    record: Record
    prefix: str
    address: str | None
    counts: tuple[str, ...]
    blocks: tuple[Block, ...]
    times: tuple[tuple[str, Time], ...]
    events: tuple[Card, ...]
    who: tuple[_who.Listed, ...]
    entities: dict[str, Entity]
    anchors: dict[str, str]
    met: frozenset[str]

    @property
    def statements(self) -> list[Card]:
        """The statements' cards in the order of the text."""
        return [card for block in self.blocks for card in block.cards]


def view(record: Record, prefix: str = "") -> View:
    """What a page shows of `record`; `prefix` is put before all ids in it."""
    record = _with_plain_ids(record)
    known = _Known(_words.by_id(record), _who.anchors(record))
    titles = {id_: one_line(_who.brief(entity)) for id_, entity in known.entities.items()}
    links = Links(known.anchors, titles)
    url = record.article.url or ""
    return View(
        record=record,
        prefix=prefix,
        # Any other scheme could run a script when clicked.
        address=url if url.lower().startswith(("http://", "https://")) else None,
        counts=tuple(_words.counts(record)),
        blocks=tuple(_blocks(record, known, prefix, links)),
        times=tuple(zip(time_ids(record), record.times, strict=True)),
        events=tuple(_event_card(event, known) for event in record.events),
        who=tuple(_who.listed(record)),
        entities=known.entities,
        anchors=known.anchors,
        met=frozenset(links.met),
    )


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


def _blocks(record: Record, known: _Known, prefix: str, links: Links) -> list[Block]:
    met = set[str]()
    cards = {one.id: _statement_card(one, known, met) for one in record.statements}
    kinds = {one.id: one.type for one in record.statements}
    return [
        Block(
            start=paragraph.start,
            heading=_is_heading(paragraph),
            html=highlight(paragraph, kinds, prefix, seen, links),
            cards=tuple(cards[id_] for id_ in begun),
            gap=paragraph.gap,
        )
        for paragraph, begun, seen in _begun(paragraphs(record, mentions=True))
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


def _statement_card(statement: Statement, known: _Known, met: set[str]) -> Card:
    """The card of a statement. Speakers not yet in `met` are introduced with their office, and put there."""
    facts = {
        "Source": _plain(_other_source(statement, known.entities)),
        "To": _addressee(statement, known),
        "About": known.names(statement.about),
        "Said": _plain(_words.when(statement.said)),
        "Place": known.names([statement.place]),
    }
    return Card(
        id=statement.id,
        kind=statement.type,
        heads=_speakers(statement, known, met),
        how=_words.deed(statement),
        cue=_words.joined(statement.cue),
        what=_words.joined(statement.content),
        facts=tuple((label, values) for label, values in facts.items() if values),
        within=statement.within,
        confidence=statement.confidence,
    )


def _plain(value: str) -> tuple[Name, ...]:
    return (Name(value),) if value else ()


def _addressee(statement: Statement, known: _Known) -> tuple[Name, ...]:
    given = statement.addressee
    return (Name(given.text, "", known.anchors.get(given.entity or "", "")),) if given else ()


def _other_source(statement: Statement, entities: dict[str, Entity]) -> str:
    """The source as the article words it, where that is not (part of) the speaker's name."""
    source, name = _words.joined(statement.source), _words.who(statement, entities)
    return "" if source in name or name in source else source


def _speakers(statement: Statement, known: _Known, met: set[str]) -> tuple[Name, ...]:
    speakers = [known.entities[id_] for id_ in statement.speakers if id_ in known.entities]
    if not speakers:
        return (Name(_words.who(statement, known.entities), "not named" if statement.unnamed else ""),)
    heads = tuple(
        Name(one.name, "" if one.id in met else _about(one), known.anchors[one.id]) for one in speakers
    )
    met.update(one.id for one in speakers)
    return heads


def _about(entity: Entity) -> str:
    if entity.unnamed:
        return "not named"
    return ", ".join(office.title for office in entity.offices) or (entity.description or "")


def _event_card(event: Event, known: _Known) -> Card:
    facts = {
        "To": known.names(event.recipient),
        "When": _plain(_words.when(event.time)),
        "Place": known.names([event.place]),
        "Standing": _plain(event.standing),
        "According to": _plain(event.according_to or "the outlet itself"),
        "Context": _plain(", ".join(event.contexts)),
        "Sizes": _plain(", ".join(f"{number} {what}" for what, number in event.sizes.items())),
    }
    return Card(
        id=event.id,
        kind=event.type,
        heads=known.names(event.actor),
        how=event.mode or "",
        cue=event.trigger.text,
        what=event.evidence.sentence.text,
        facts=tuple((label, values) for label, values in facts.items() if values),
        within=None,
        confidence=event.confidence,
    )
