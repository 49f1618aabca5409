"""A record as its page shows it: paragraphs of highlighted HTML, and one card a statement and event."""

import re
from collections import Counter

from markupsafe import Markup
from msgspec import Struct, structs

from onrecord.exports import _who, _words
from onrecord.exports._cards import Card, EventCard, Known, cards
from onrecord.exports._highlight import Links, highlight
from onrecord.exports._runs import Paragraph, Role, ids, paragraphs, time_ids
from onrecord.exports._safe import one_line
from onrecord.record import Entity, Record, Time

_PLAIN_NAME = re.compile(r"(?!(?:top|who|[ct]\d+)\Z|(?:at|card|time|who)-)[A-Za-z][\w-]*", re.ASCII)
"""What can stand in a style sheet, and is no address that the page gives to something else."""

LONGEST_HEADING = 80
"""Characters up to which a line without a full stop is shown as a sub-heading."""

AnyCard = Card | EventCard


class Block(Struct, frozen=True):
    """A paragraph and the cards of what begins in it, in its order. `gap` is the white space after.

    `heading` is for looks only: a short line without a full stop that nothing was found in.
    """

    start: int
    heading: bool
    html: Markup
    cards: tuple[AnyCard, ...]
    gap: str


class View(Struct, frozen=True):
    """All that the templates show of one record. `prefix` begins every id, so that pages can hold several.

    `strays` are the cards of what has no characters in the text: no record of ours has any. `spread` are the
    ids of what goes over several paragraphs. `met` are the entities that a link in the text leads to;
    `anchors` end the addresses of all.
    """

    record: Record
    prefix: str
    address: str | None
    counts: tuple[str, ...]
    blocks: tuple[Block, ...]
    strays: tuple[AnyCard, ...]
    spread: frozenset[str]
    times: tuple[tuple[str, Time], ...]
    who: tuple[_who.Listed, ...]
    entities: dict[str, Entity]
    anchors: dict[str, str]
    met: frozenset[str]

    @property
    def cards(self) -> list[AnyCard]:
        """The cards beside the text, in its order."""
        return [card for block in self.blocks for card in block.cards]


def view(record: Record, prefix: str = "") -> View:
    """What a page shows of `record`; `prefix` is put before all ids in it."""
    record = _with_plain_ids(record)
    known = Known(record)
    titles = {id_: one_line(_who.brief(entity)) for id_, entity in known.entities.items()}
    links = Links(known.anchors, titles)
    every, parts = cards(record, known), paragraphs(record, mentions=True)
    blocks = tuple(_blocks(record, parts, every, prefix, links))
    placed = {card.id for block in blocks for card in block.cards}
    url = record.article.url or ""
    return View(
        record=record,
        prefix=prefix,
        # Any other scheme could run a script when clicked.
        address=url if url.lower().startswith(("http://", "https://")) else None,
        counts=tuple(_words.counts(record)),
        blocks=blocks,
        strays=tuple(card for card in every.values() if card.id not in placed),
        spread=_spread(parts),
        times=tuple(zip(time_ids(record), record.times, strict=True)),
        who=tuple(_who.listed(record)),
        entities=known.entities,
        anchors=known.anchors,
        met=frozenset(links.met),
    )


def _with_plain_ids(record: Record) -> Record:
    """The record with ids that can be addresses: where one cannot, or two are one, all are numbered anew."""
    names = [statement.id for statement in record.statements] + [event.id for event in record.events]
    if all(_PLAIN_NAME.fullmatch(name) for name in names) and len(set(names)) == len(names):
        return record
    renamed: dict[str | None, str] = {}
    for number, statement in enumerate(record.statements, 1):
        renamed.setdefault(statement.id, f"s{number}")
    statements = [
        structs.replace(statement, id=f"s{number}", within=renamed.get(statement.within))
        for number, statement in enumerate(record.statements, 1)
    ]
    # What is told in a statement that is not there does not become the outlet's own word.
    word: dict[str | None, str | None] = {event.according_to: "" for event in record.events}
    word |= {**renamed, None: None}
    events = [
        structs.replace(event, id=f"v{number}", according_to=word[event.according_to])
        for number, event in enumerate(record.events, 1)
    ]
    return structs.replace(record, statements=tuple(statements), events=tuple(events))


def _blocks(
    record: Record, parts: list[Paragraph], every: dict[str, AnyCard], prefix: str, links: Links
) -> list[Block]:
    kinds: dict[str, str] = {one.id: one.type for one in record.statements}
    kinds.update(
        (event.id, "happened" if event.standing == "happened" else "open") for event in record.events
    )
    return [
        Block(
            start=paragraph.start,
            heading=_is_heading(paragraph),
            html=highlight(paragraph, kinds, prefix, seen, links),
            cards=tuple(every[id_] for id_ in begun),
            gap=paragraph.gap,
        )
        for paragraph, begun, seen in _begun(parts)
    ]


def _spread(parts: list[Paragraph]) -> frozenset[str]:
    """The ids of the statements and events that have spans in more than one paragraph."""
    roles: tuple[Role, ...] = ("content", "cue", "source", "trigger")
    found = Counter(
        id_ for part in parts for id_ in ids((mark for run in part.runs for mark in run.marks), *roles)
    )
    return frozenset(id_ for id_, paragraphs_ in found.items() if paragraphs_ > 1)


def _is_heading(paragraph: Paragraph) -> bool:
    words = "".join(run.text for run in paragraph.runs[:2]).strip()
    return len(paragraph.runs) == 1 and len(words) <= LONGEST_HEADING and words[-1:].isalnum()


def _begun(parts: list[Paragraph]) -> list[tuple[Paragraph, list[str], frozenset[str]]]:
    """Each paragraph with what begins in it, by a content or a trigger, and what began before."""
    result, seen = [], set[str]()
    for paragraph in parts:
        opened = ids((mark for run in paragraph.runs for mark in run.opens), "content", "trigger")
        begun = [id_ for id_ in opened if id_ not in seen]
        result.append((paragraph, begun, frozenset(seen)))
        seen.update(begun)
    return result
