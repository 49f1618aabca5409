"""Who did what to whom: PLOVER's events, each with its standing, day, place, and the words that prove it.

drafts (the model) ▸ parties ▸ whose word ▸ standing ▸ PLOVER's rules ▸ day and place ▸ confidence ▸ merging
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.analysis.events import rules
from onrecord.analysis.events.circumstances import Days, Places
from onrecord.analysis.events.confidence import Weigher, chance_of
from onrecord.analysis.events.drafts import ACTOR, RECIPIENT, Draft, draft_events
from onrecord.analysis.events.merging import merged
from onrecord.analysis.events.parties import BESIDE, Cast, Party, parties
from onrecord.analysis.events.sizes import sizes_of
from onrecord.analysis.events.standing import Holders, standing_of
from onrecord.analysis.model.reading import Reading
from onrecord.analysis.parts import Extent, Names, Tokens
from onrecord.knowledge import plover
from onrecord.knowledge.base import Knowledge
from onrecord.record import Event, EventType, Evidence, Span, Statement, Time, When

__all__ = ["Found", "find_events"]

_DEEDS = frozenset(
    {"CONSULT", "COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)
PLAIN = 0.9
"""How sure it must be that a cue tells a deed for nothing to be said by it."""
MODE_LEAST = 0.6
"""How likely a mode must be where no word of the table tells it."""
MOST_CONTEXTS = 3
AROUND = 110
"""So many characters to either side of a trigger tell what the act is."""
_YEAR = 365


class Found(NamedTuple):
    """The events of an article, and its names with those that events add."""

    events: tuple[Event, ...]
    names: Names


def find_events(
    tokens: Tokens,
    reading: Reading,
    *,
    names: Names,
    statements: Sequence[Statement],
    times: Sequence[Time],
    knowledge: Knowledge,
    published: str | None,
    min_confidence: float,
) -> Found:
    """The events of an article that are at least so sure, in the order of their triggers."""
    drafts = draft_events(tokens, reading)
    finder = _Finder(
        tokens,
        reading,
        cast=Cast(tokens.text, names, knowledge, published),
        statements=_spoken(statements, drafts),
        times=times,
        published=published,
    )
    events = [event for draft in drafts if (event := finder.event(draft))]
    kept = [event for event in events if event.confidence >= min_confidence]
    kept = merged(kept, {entity.id: entity for entity in finder.cast.entities})
    parties_ = {id_ for one in kept for id_ in (*one.actor, *one.recipient, one.place) if id_}
    return Found(tuple(_numbered(kept)), finder.cast.names(names, parties_))


def _spoken(statements: Sequence[Statement], drafts: Sequence[Draft]) -> list[Statement]:
    """The statements without those whose cue tells a deed: what follows "met for" is on nobody's word."""
    deeds = [draft.trigger for draft in drafts if draft.type in _DEEDS and draft.types.max() >= PLAIN]
    return [
        one
        for one in statements
        if not any(piece.start < end and start < piece.end for piece in one.cue for start, end in deeds)
    ]


class _Finder:
    """Makes events of drafts, one after the other along an article."""

    def __init__(
        self,
        tokens: Tokens,
        reading: Reading,
        *,
        cast: Cast,
        statements: Sequence[Statement],
        times: Sequence[Time],
        published: str | None,
    ) -> None:
        self.cast = cast
        self._text, self._reading, self._published = tokens.text, reading, published
        self._holders = Holders(statements)
        self._days = Days(tokens, times, published)
        self._places = Places(tokens, cast)
        self._weigher = Weigher(reading.model.calibration)

    def event(self, draft: Draft) -> Event | None:
        """The event of a draft; None where nobody has a part in it, or a name is taken for an act."""
        if any(mention.form == "name" for mention in self.cast.overlapping(*draft.trigger)):
            return None
        actors, recipients = self._parties(draft)
        if not actors and not recipients:
            return None
        self.cast.remember([*recipients, *actors])
        holder = self._holders.of(draft.trigger)
        standing = standing_of(draft, self._text, holder)
        trigger, sentence = self._span(draft.trigger), self._span(draft.sentence)
        words = self._around(draft)
        type_ = plover.type_told(trigger.text) or draft.type
        act = rules.apply(rules.Act(type_, self._mode(draft, type_, words), standing, trigger.text, words))
        mode = act.mode or self._mode(draft, act.type, words)
        if act.type == "CONSULT" and mode != "visit":
            least = BESIDE * max((party.chance for party in actors), default=0.0)
            others = [one for one in recipients if self.cast.may_act(one) and one.chance >= least]
            actors, recipients = _joined(actors, others), []
        day, day_span = self._days.of(draft, standing, self._reading)
        parties_ = frozenset(party.entity for party in (*actors, *recipients))
        place, place_span = self._places.of(draft, standing, self._reading, parties_)
        contexts = plover.contexts_told(sentence.text)[:MOST_CONTEXTS]
        return Event(
            id="",
            type=act.type,
            mode=mode,
            contexts=contexts,
            quad=plover.quad(act.type),
            intensity=plover.intensity(act.type, mode),
            underlying=act.underlying,
            cameo=plover.cameo(act.type, mode, contexts, underlying=act.underlying, words=words),
            background=_is_background(day, self._published),
            sizes=sizes_of(act.underlying or act.type, sentence.text),
            trigger=trigger,
            actor=tuple(party.entity for party in actors),
            recipient=tuple(party.entity for party in recipients),
            time=day,
            place=place,
            standing=standing,
            according_to=holder.id if holder else None,
            evidence=Evidence(
                sentence=sentence,
                actor=tuple(self._span(party.extent) for party in actors),
                recipient=tuple(self._span(party.extent) for party in recipients),
                time=day_span,
                place=place_span,
            ),
            confidence=self._weigher.confidence(
                chance_of(float(draft.types.max()), actors, recipients),
                actor=bool(actors),
                recipient=bool(recipients),
                said=holder is not None,
            ),
        )

    def _parties(self, draft: Draft) -> tuple[list[Party], list[Party]]:
        """Actors and recipients; who would be both is what is likelier."""
        actors = parties(draft, ACTOR, self._reading, self.cast)
        recipients = parties(draft, RECIPIENT, self._reading, self.cast)
        sure = {party.entity: party.chance for party in recipients}
        actors = [party for party in actors if party.chance >= sure.get(party.entity, 0)]
        taken = {party.entity for party in actors}
        return actors, [party for party in recipients if party.entity not in taken]

    def _mode(self, draft: Draft, type_: EventType, words: str) -> str | None:
        """The mode that the words tell, of several the model's; else one that the model is sure of."""
        told = plover.modes_told(type_, self._text[slice(*draft.trigger)], words)
        likely = draft.mode(type_, 0.0)
        if told:
            return likely if likely in told else told[0]
        return draft.mode(type_, MODE_LEAST)

    def _around(self, draft: Draft) -> str:
        """What of the sentence stands near the trigger."""
        start = max(draft.sentence[0], draft.trigger[0] - AROUND)
        end = min(draft.sentence[1], draft.trigger[1] + AROUND)
        return self._text[start:end]

    def _span(self, extent: Extent) -> Span:
        return Span(start=extent[0], end=extent[1], text=self._text[slice(*extent)])


def _joined(first: Sequence[Party], second: Sequence[Party]) -> list[Party]:
    """All of a mutual act, in the order of the text."""
    return sorted([*first, *second], key=lambda party: party.extent)


def _is_background(day: When | None, published: str | None) -> bool:
    """Whether an event was more than a year before the article."""
    if day is None or not day.to or not published or len(published) < len("2024-01-01"):
        return False
    try:
        return (date.fromisoformat(published[:10]) - date.fromisoformat(day.to[:10])).days > _YEAR
    except ValueError:
        return False


def _numbered(events: Iterable[Event]) -> list[Event]:
    """The events in order of their triggers, from v1."""
    ordered = sorted(events, key=lambda event: (event.trigger.start, event.trigger.end))
    return [replace(event, id=f"v{number}") for number, event in enumerate(ordered, 1)]
