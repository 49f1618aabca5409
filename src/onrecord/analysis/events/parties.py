"""Who acts and whom it befalls: the words that a trigger points at, as entities of the record.

Words that no mention covers ("two farmers", "suspected rebels") become a mention and an entity of their own,
with the country and sectors that the words tell.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.analysis.events.drafts import ACTOR, Draft, runs
from onrecord.analysis.model.reading import Reading
from onrecord.analysis.names.unnamed import speaks
from onrecord.analysis.parts import Extent, Names
from onrecord.knowledge.base import Knowledge
from onrecord.record import Entity, Mention, MentionForm
from onrecord.resolution.who import who

LEAST, TOP = 0.3, 0.45
"""Words of a party are at least so likely, one of them at least so much."""
ALONE = 0.3
"""Where nobody is likelier, the likeliest word that names somebody is enough from here on."""
BESIDE = 0.5
"""Whoever is less likely than so much of the likeliest is none."""
_HANGS = re.compile(r"\s(?:of|in|from|for|at|on|to|with|against|near|outside|by)\s|,")
_NOBODY = re.compile(
    r"(?:he|she|it|they|him|her|them|we|us|i|you|who|whom|which|that|this|these|those|what|one|ones|others?|some"
    r"|each other|one another|itself|himself|herself|themselves|both|all|none|nobody|the|an?|and|his|its"
    r"|their|of|in|on|at|by|for|from|with|to|near|against|[\W_\d]+)",
    re.IGNORECASE,
)
"""Words that name nobody by themselves: without an antecedent they are no party."""
_PRONOUNS = {
    "he": "one", "she": "one", "him": "one", "her": "one", "his": "one", "it": "thing", "its": "thing",
    "they": "many", "them": "many", "their": "many",
}  # fmt: skip
_OF_STATES = re.compile(r" (?:of|from|for|between|representing)(?: the)?(?= )")
_AND = re.compile(r",? and (?:the )?|, (?:the )?")
_HANGING = re.compile(r"(?:\s+(?:of|from|in|by|and|the|to|with|for|at|on|a|an|or|near|against))+\Z")
_GUESSED = 0.8
"""How sure it is whom such a pronoun means, beside how sure it is a party."""
_MEMORY = 6
"""So many parties of earlier events a pronoun may mean."""
_NESTED = 3
"""So many mentions may stand within another."""
_ARTICLE = re.compile(r"(?:the|an?|some|several|many|its|his|her|their|our)\s+", re.IGNORECASE)
_EDGES = " \t\n,.;:()\"“”'‘’—–-"
_LONGEST = 100
_STATES = frozenset({"country", "government"})
_PLURAL = re.compile(r"(?:s|men|women|people|police|sides)\Z")


class Party(NamedTuple):
    """An entity that has a part in an event, and the span that says so."""

    entity: str
    extent: Extent
    chance: float


class Cast:
    """The record's mentions and entities, with those that events add."""

    def __init__(self, text: str, names: Names, knowledge: Knowledge, day: str | None) -> None:
        self._text, self._knowledge, self._day = text, knowledge, day
        self.entities: list[Entity] = list(names.entities)
        self.mentions: list[Mention] = sorted(names.mentions, key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self.mentions]
        self._by_id = {entity.id: entity for entity in names.entities}
        self._named: dict[str, str] = {}
        self._recent: list[str] = []
        numbers = [int(one.id[3:]) for one in names.entities if re.fullmatch(r"e:x\d+", one.id)]
        self._number = max(numbers, default=0)

    def entity(self, id_: str) -> Entity:
        """The entity of an id."""
        return self._by_id[id_]

    def overlapping(self, start: int, end: int) -> list[Mention]:
        """The mentions that share a character with the extent."""
        first = max(0, bisect_left(self._starts, start) - _NESTED)
        last = bisect_right(self._starts, end - 1)
        return [mention for mention in self.mentions[first:last] if mention.end > start]

    def may_act(self, party: Party) -> bool:
        """Whether a party is somebody, not something: it is known, or its words say that it is people."""
        entity = self._by_id[party.entity]
        if entity.kind != "group" or entity.country or entity.sectors or not entity.unnamed:
            return True
        words = entity.name[: self._head(0, len(entity.name), entity.name)].split()
        return not words or speaks(words[-1].lower())

    def parties(self, extent: Extent, chance: float) -> list[Party]:
        """Who stands there: whom mentions name, or somebody new; none where it is nobody in particular.

        Officials or troops of several countries are those countries: "delegates from Peru and Chile".
        """
        start, end = self._trimmed(extent)
        if start >= end:
            return []
        head = self._head(start, end)
        there = self.overlapping(start, end)
        if not there and (sort := _PRONOUNS.get(self._text[start:end].lower())):
            return self._recent_one((start, end), sort, chance)
        covering = [mention for mention in there if mention.start < head <= mention.end]
        states = self._states(start, head)
        if states:
            return [Party(mention.entity, (mention.start, mention.end), chance) for mention in states]
        if covering:
            return [Party(covering[0].entity, (covering[0].start, covering[0].end), chance)]
        start = min([start, *(mention.start for mention in there)])
        new = self._newcomer(start, end, chance)
        return [new] if new else []

    def _states(self, start: int, head: int) -> list[Mention]:
        """The countries, two or more, that an extent names or for which those act who stand there."""
        behind = _OF_STATES.match(self._text, head) if _PLURAL.search(self._text[start:head]) else None
        there = self.overlapping(start, behind.end() + 2 if behind else head)
        for first in there:
            if not self._stands_for_state(first.entity):
                continue
            by_country: dict[str | None, Mention] = {}
            for mention in self._listed(first):
                by_country.setdefault(self.entity(mention.entity).country, mention)
            if len(by_country) > 1:
                return list(by_country.values())
        return []

    def _listed(self, mention: Mention) -> list[Mention]:
        """The mention with those that one list of countries has beside it: "India, Nepal and Bhutan"."""
        first = last = bisect_left(self._starts, mention.start)
        while first and self._joins(self.mentions[first - 1], self.mentions[first]):
            first -= 1
        while last + 1 < len(self.mentions) and self._joins(self.mentions[last], self.mentions[last + 1]):
            last += 1
        return self.mentions[first : last + 1]

    def _joins(self, one: Mention, other: Mention) -> bool:
        states = self._stands_for_state(one.entity) and self._stands_for_state(other.entity)
        return states and _AND.fullmatch(self._text, one.end, other.start) is not None

    def _stands_for_state(self, id_: str) -> bool:
        """Whether it is a country, a government, or officials of one."""
        entity = self.entity(id_)
        return entity.kind in _STATES or (entity.kind == "group" and entity.unnamed and bool(entity.country))

    def remember(self, parties_: Sequence[Party]) -> None:
        """Keep in mind who has a part in an event: a pronoun of a later one may mean them."""
        for party in parties_:
            others = [id_ for id_ in self._recent if id_ != party.entity]
            self._recent = [*others[-_MEMORY:], party.entity]

    def _recent_one(self, extent: Extent, sort: str, chance: float) -> list[Party]:
        """Whom a pronoun that nothing resolves means: who was last a party, as far as its sort allows."""
        for id_ in reversed(self._recent):
            if self._may_be(id_, sort):
                chance *= _GUESSED
                self._note(extent, id_, "pronoun", chance)
                return [Party(id_, extent, chance)]
        return []

    def _may_be(self, id_: str, sort: str) -> bool:
        entity = self._by_id[id_]
        plural = entity.kind == "group" and entity.name.endswith(("s", "men", "people", "police"))
        if sort == "many":
            return plural or entity.kind in {"organisation", "government"}
        kinds = {"person"} if sort == "one" else {"organisation", "government", "country"}
        return entity.kind in kinds or (entity.kind == "group" and not plural)

    def _trimmed(self, extent: Extent) -> Extent:
        text = self._text[slice(*extent)]
        start = extent[0] + len(text) - len(text.lstrip(_EDGES))
        end = extent[0] + len(_HANGING.sub("", text.rstrip(_EDGES)))
        if self._text[start:end].endswith(("'s", "’s")):
            end -= 2
        return start, end

    def _head(self, start: int, end: int, text: str | None = None) -> int:
        """Where the head of a noun phrase of the text ends: before what hangs on it."""
        hanging = _HANGS.search(text or self._text, start + 1, end)
        return hanging.start() if hanging else end

    def _newcomer(self, start: int, end: int, chance: float) -> Party | None:
        text = self._text[start:end]
        if _NOBODY.fullmatch(text) or len(text) > _LONGEST or not any(letter.isalpha() for letter in text):
            return None
        key = _ARTICLE.sub("", text).lower()
        if key not in self._named:
            self._named[key] = self._add(text)
        self._note((start, end), self._named[key], "nominal", chance)
        return Party(self._named[key], (start, end), chance)

    def _note(self, extent: Extent, entity: str, form: MentionForm, chance: float) -> None:
        start, end = extent
        place = bisect_left(self._starts, start)
        mention = Mention(
            start=start,
            end=end,
            text=self._text[start:end],
            entity=entity,
            form=form,
            confidence=round(chance, 2),
        )
        self.mentions.insert(place, mention)
        self._starts.insert(place, start)

    def _add(self, text: str) -> str:
        found = who(text, self._day, knowledge=self._knowledge).entity
        if found is not None and not found.id.startswith("e:x"):
            if found.id not in self._by_id:
                self._put(found)
            return found.id
        self._number += 1
        entity = Entity(
            id=f"e:x{self._number}",
            kind="group" if found is None or found.kind == "person" else found.kind,
            name=_ARTICLE.sub("", text),
            country=found.country if found else None,
            sectors=found.sectors if found else (),
            unnamed=True,
        )
        self._put(entity)
        return entity.id

    def _put(self, entity: Entity) -> None:
        self.entities.append(entity)
        self._by_id[entity.id] = entity

    def names(self, names: Names, kept: set[str]) -> Names:
        """The names with those of the events that are kept."""
        before = {entity.id for entity in names.entities}
        entities = tuple(one for one in self.entities if one.id in before or one.id in kept)
        known = {entity.id for entity in entities}
        mentions = tuple(mention for mention in self.mentions if mention.entity in known)
        return replace(names, entities=entities, mentions=mentions)


def parties(draft: Draft, role: int, reading: Reading, cast: Cast) -> list[Party]:
    """Those who have a role in an event, in the order of the text, each once."""
    chances = draft.parties[role]
    found: dict[str, Party] = {}
    for first, last in runs(chances, LEAST, TOP):
        extent = _extent(reading, draft.first + first, draft.first + last)
        for party in cast.parties(extent, float(chances[first:last].max())):
            if role != ACTOR or cast.may_act(party):
                found.setdefault(party.entity, party)
    if not found and (likeliest := _likeliest(draft, role, reading, cast)):
        return [likeliest]
    best = max((party.chance for party in found.values()), default=0.0)
    return [party for party in found.values() if party.chance >= best * BESIDE]


def _likeliest(draft: Draft, role: int, reading: Reading, cast: Cast) -> Party | None:
    """Whom a mention names at the likeliest word, where that is likely enough."""
    chances = draft.parties[role]
    word = int(chances.argmax())
    if chances[word] < ALONE:
        return None
    there = cast.overlapping(*_extent(reading, draft.first + word, draft.first + word + 1))
    if not there:
        return None
    return Party(there[0].entity, (there[0].start, there[0].end), float(chances[word]))


def _extent(reading: Reading, first: int, last: int) -> Extent:
    extents: Sequence[Extent] = reading.encoded.extents
    return extents[first][0], extents[last - 1][1]
