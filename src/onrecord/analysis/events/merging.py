"""One act told several times close by is one event: the surest mention stays and takes what others add."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from onrecord.record import Entity, Event

NEAR = 600
"""Characters between two triggers that may tell of one act."""


def merged(events: Sequence[Event], entities: Mapping[str, Entity]) -> list[Event]:
    """The events, in order, without those that only tell of another once more.

    Two tell of one act when type, standing and the countries or names of their parties are the same on both
    sides, or one side of one is missing, and neither day nor place says otherwise.
    """
    kept: list[Event] = []
    for event in events:
        if any(_takes_in(one, event) for one in kept[-_NEIGHBOURS:]):
            continue
        same = next(
            (
                k
                for k in range(len(kept) - 1, max(-1, len(kept) - _MEMORY), -1)
                if _same(kept[k], event, entities)
            ),
            None,
        )
        if same is None:
            kept.append(event)
        else:
            kept[same] = _joined(kept[same], event)
    return kept


_VERBAL = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
_NEIGHBOURS = 3
_MEMORY = 40
"""So many events back one may be told again."""
_COMPLEMENT = re.compile(
    r"(?:[^,;:.]{0,60} )?to(?: [\w'’-]+){0,3}"
    r"|(?: [\w'’-]+){0,2} (?:of|for|on|over|with)(?: [\w'’-]+){0,5}"
)
"""What stands between a verbal act and what it is about: "agreed to send", "called for the release of"."""


def _takes_in(one: Event, other: Event) -> bool:
    """Whether an act is only what an earlier verbal one is about: who promises to send has not sent."""
    verbal = one.type in _VERBAL and one.underlying is None and one.standing == "happened"
    if (
        not verbal
        or other.standing not in {"planned", "possible"}
        or one.evidence.sentence != other.evidence.sentence
    ):
        return False
    sentence = one.evidence.sentence
    between = sentence.text[one.trigger.end - sentence.start : other.trigger.start - sentence.start]
    return _COMPLEMENT.fullmatch(between.rstrip()) is not None


_CASUALTIES = re.compile(r"(?:kill|wound|injur|maim|hurt)\w*", re.IGNORECASE)


def _same(one: Event, other: Event, entities: Mapping[str, Entity]) -> bool:
    if _one_blow(one, other):
        return True
    if (one.type, one.underlying, one.standing) != (other.type, other.underlying, other.standing):
        return False
    if other.trigger.start - one.trigger.start > NEAR or (one.mode and other.mode and one.mode != other.mode):
        return False
    sides = [(one.actor, other.actor), (one.recipient, other.recipient)]
    alike = [_alike(a, b, entities) for a, b in sides]
    if not all(alike) or not (
        set(one.actor) & set(other.actor) or _names(one.actor, entities) & _names(other.actor, entities)
    ):
        return False
    return _agree_on_day(one, other) and (not one.place or not other.place or one.place == other.place)


def _one_blow(one: Event, other: Event) -> bool:
    """Whether two tell of the dead and the wounded of one attack: "killed 12 and wounded 30"."""
    same = one.type == other.type == "ASSAULT" and one.standing == other.standing
    together = one.evidence.sentence == other.evidence.sentence and (
        not other.actor or one.actor == other.actor
    )
    return same and together and _CASUALTIES.fullmatch(other.trigger.text) is not None


def _alike(one: Sequence[str], other: Sequence[str], entities: Mapping[str, Entity]) -> bool:
    if not one or not other:
        return True
    first, second = _names(one, entities), _names(other, entities)
    return first <= second or second <= first


def _names(ids: Sequence[str], entities: Mapping[str, Entity]) -> frozenset[str]:
    """States by their country, as their officials and governments act for them; others by themselves."""
    return frozenset(_name(entities[id_]) for id_ in ids if id_ in entities)


def _name(entity: Entity) -> str:
    official = entity.kind in {"country", "government"} or (entity.unnamed and entity.sectors[:1] == ("GOV",))
    return entity.country if official and entity.country else entity.id


def _agree_on_day(one: Event, other: Event) -> bool:
    if one.time is None or other.time is None or "inferred" in {one.time.how, other.time.how}:
        return True
    first, second = one.time, other.time
    if not (first.from_ and first.to and second.from_ and second.to):
        return first.value == second.value
    return first.from_ <= second.to and second.from_ <= first.to


def _joined(one: Event, other: Event) -> Event:
    """The surer of the two with the stated day, the place and the sizes that only the other has."""
    chief, rest = (one, other) if one.confidence >= other.confidence else (other, one)
    evidence = chief.evidence
    time, time_span = chief.time, evidence.time
    if (
        rest.time
        and rest.time.how == "stated"
        and (time is None or time.how == "inferred" or _is_finer(rest, chief))
    ):
        time, time_span = rest.time, rest.evidence.time
    place, place_span = (chief.place, evidence.place) if chief.place else (rest.place, rest.evidence.place)
    return replace(
        chief,
        **_mode_of(chief, rest),
        time=time,
        place=place,
        sizes={**rest.sizes, **chief.sizes},
        background=chief.background or rest.background,
        evidence=replace(evidence, time=time_span, place=place_span),
    )


def _mode_of(chief: Event, rest: Event) -> dict[str, Any]:
    """The mode with the numbers that go with it."""
    told = rest if chief.mode is None and rest.mode else chief
    return {"mode": told.mode, "intensity": told.intensity, "cameo": told.cameo}


def _is_finer(one: Event, other: Event) -> bool:
    return bool(
        one.time and other.time and len(one.time.value) > len(other.time.value) and "W" in other.time.value
    )
