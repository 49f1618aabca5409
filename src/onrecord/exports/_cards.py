"""Statements and events as the cards beside the text have them: names that lead to who that is, and facts."""

from collections.abc import Iterable

from msgspec import Struct

from onrecord.exports import _events, _who, _words
from onrecord.record import Entity, Event, Record, Span, Statement

MISSING = "a statement that this record does not hold"


class Name(Struct, frozen=True):
    """A name as a card has it. `note` is the office held, or that nobody is named.

    `anchor` ends the address of what it names (`who-x1`, `card-s1`), and is empty where that is not known.
    """

    name: str
    note: str = ""
    anchor: str = ""


Facts = tuple[tuple[str, tuple[Name, ...]], ...]
"""Labels and values, those only that are known."""


class Card(Struct, frozen=True):
    """A statement beside the text."""

    id: str
    kind: str
    heads: tuple[Name, ...]
    how: str
    cue: str
    what: str
    facts: Facts
    within: str | None
    confidence: float
    is_event = False


class EventCard(Struct, frozen=True):
    """An event beside the text. `sentence` is what stands before the trigger, the trigger, what stands after.

    `details` are what PLOVER and CAMEO say of it, and the words that it is read from.
    """

    id: str
    heads: tuple[Name, ...]
    recipients: tuple[Name, ...]
    kind: str
    code: str
    trigger: str
    sentence: tuple[str, str, str]
    standing: str
    standing_words: str
    background: bool
    facts: Facts
    details: Facts
    confidence: float
    is_event = True


class Known:
    """What cards look up in a record: entities and their addresses, statements and the events in them."""

    def __init__(self, record: Record) -> None:
        self.entities = _words.by_id(record)
        self.anchors = _who.anchors(record)
        self.statements = _events.by_id(record)
        self.told: dict[str, list[str]] = {}
        for event in record.events:
            self.told.setdefault(event.according_to or "", []).append(event.id)

    def names(self, ids_: Iterable[str | None]) -> tuple[Name, ...]:
        """The entities as names that lead to them."""
        given = [id_ for id_ in ids_ if id_]
        names = _words.named(given, self.entities)
        return tuple(Name(name, "", self.whereabouts(id_)) for id_, name in zip(given, names, strict=True))

    def whereabouts(self, entity: str | None) -> str:
        """The end of the address of an entity; empty where the record does not have it."""
        return f"who-{self.anchors[entity]}" if entity in self.anchors else ""


def cards(record: Record, known: Known) -> dict[str, Card | EventCard]:
    """The cards by the ids of their statements and events, which must differ; statements first."""
    met = set[str]()
    found: dict[str, Card | EventCard] = {
        one.id: _statement_card(one, known, met) for one in record.statements
    }
    found.update((one.id, _event_card(one, known)) for one in record.events)
    return found


def _statement_card(statement: Statement, known: Known, met: set[str]) -> Card:
    """The card of a statement. Speakers not yet in `met` are introduced with their office, and put there."""
    return Card(
        id=statement.id,
        kind=statement.type,
        heads=_speakers(statement, known, met),
        how=_words.deed(statement),
        cue=_words.joined(statement.cue),
        what=_words.joined(statement.content),
        facts=_only(
            {
                "Source": _plain(_other_source(statement, known.entities)),
                "To": _addressee(statement, known),
                "About": known.names(statement.about),
                "Said": _plain(_words.when(statement.said)),
                "Place": known.names([statement.place]),
                "Tells": tuple(Name(id_, "", f"card-{id_}") for id_ in known.told.get(statement.id, ())),
            }
        ),
        within=statement.within if statement.within in known.statements else None,
        confidence=statement.confidence,
    )


def _only(facts: dict[str, tuple[Name, ...]]) -> Facts:
    return tuple((label, values) for label, values in facts.items() if values)


def _plain(value: str) -> tuple[Name, ...]:
    return (Name(value),) if value else ()


def _addressee(statement: Statement, known: Known) -> tuple[Name, ...]:
    given = statement.addressee
    return (Name(given.text, "", known.whereabouts(given.entity)),) if given else ()


def _other_source(statement: Statement, entities: dict[str, Entity]) -> str:
    """The source as the article words it, where that is not (part of) the speaker's name."""
    source, name = _words.joined(statement.source), _words.who(statement, entities)
    return "" if source in name or name in source else source


def _speakers(statement: Statement, known: Known, met: set[str]) -> tuple[Name, ...]:
    speakers = [known.entities[id_] for id_ in statement.speakers if id_ in known.entities]
    if not speakers:
        return (Name(_words.who(statement, known.entities), "not named" if statement.unnamed else ""),)
    heads = tuple(
        Name(one.name, "" if one.id in met else _about(one), known.whereabouts(one.id)) for one in speakers
    )
    met.update(one.id for one in speakers)
    return heads


def _about(entity: Entity) -> str:
    if entity.unnamed:
        return "not named"
    return ", ".join(office.title for office in entity.offices) or (entity.description or "")


def _event_card(event: Event, known: Known) -> EventCard:
    return EventCard(
        id=event.id,
        heads=known.names(event.actor) or (Name("Nobody named"),),
        recipients=known.names(event.recipient),
        kind=_events.kind(event),
        code=_events.code(event),
        trigger=event.trigger.text,
        sentence=_around(event.trigger, event.evidence.sentence),
        standing=event.standing,
        standing_words=_events.standing_words(event),
        background=event.background,
        facts=_only(
            {
                "When": _plain(_events.when(event.time)),
                "Where": known.names([event.place]),
                **_word(event, known),
                "Sizes": _plain(_events.sizes(event)),
                "Context": _plain(_events.contexts(event)),
                "PLOVER's rule": _plain(_rule(event)),
            }
        ),
        details=_details(event),
        confidence=event.confidence,
    )


def _around(trigger: Span, sentence: Span) -> tuple[str, str, str]:
    """The sentence before, in and after the trigger; all of it first where the trigger is not in it."""
    start, end = trigger.start - sentence.start, trigger.end - sentence.start
    if 0 <= start < end and sentence.text[start:end] == trigger.text:
        return sentence.text[:start], trigger.text, sentence.text[end:]
    return sentence.text, "", ""


def _word(event: Event, known: Known) -> dict[str, tuple[Name, ...]]:
    """On whose word an event stands, and in whose statement that one is told."""
    if event.according_to is None:
        return {"Whose word": _plain("the outlet's own")}
    told = _events.tellers(event, known.statements)
    links = [
        (
            Name(one.id, "", f"card-{one.id}"),
            *(known.names(one.speakers) or _plain(_words.who(one, known.entities))),
        )
        for one in told
    ]
    if not links:
        return {"Whose word": _plain(MISSING)}
    outer = tuple(name for names in links[1:] for name in names)
    return {"Whose word": links[0], "Told in": outer}


def _rule(event: Event) -> str:
    """What PLOVER's rules made of the act, where they made something of it."""
    if event.underlying is None:
        return ""
    act, made = _events.type_words(event.underlying), _events.type_words(event.type)
    return f"{act}, {_events.standing_words(event)}, counts as {made}"


def _details(event: Event) -> Facts:
    evidence = event.evidence
    type_ = f"{event.type}, {_events.type_words(event.type)}"
    spans = {
        "Actor in the text": evidence.actor,
        "Recipient in the text": evidence.recipient,
        "Day in the text": [evidence.time] if evidence.time else [],
        "Place in the text": [evidence.place] if evidence.place else [],
    }
    return _only(
        {
            "Type": _plain(type_),
            "Mode": _plain(event.mode or ""),
            "Quad class": _plain(": ".join(filter(None, [str(event.quad), _events.QUADS.get(event.quad)]))),
            "Intensity": _plain(f"{event.intensity:g}, from -10 to 10"),
            "CAMEO": _plain(event.cameo or ""),
            **{label: tuple(Name(f"“{span.text}”") for span in found) for label, found in spans.items()},
        }
    )
