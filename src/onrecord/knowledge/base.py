"""Who is who: people with their offices from day to day, organisations, metonyms."""

import os
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

from msgspec import Struct

from onrecord.knowledge import dates
from onrecord.knowledge.countries import Metonym
from onrecord.knowledge.names import LONGEST_NAME, fold, name_key, skeleton, surnames, without_titles
from onrecord.knowledge.roles import EXCLUSIVE, SECTORS
from onrecord.knowledge.store import FIRST_WITHOUT_ID, WIKIDATA_ID, Row, Store, packaged, share_alike

State = Literal["yes", "no", "unknown"]
_CACHED = 1 << 12
_LONGEST_ACRONYM = 6
_SHORTEST_IN_CAPITALS = 4
_NEAR = 2_00_00
"""Two years, as days are written."""


class Holding(Struct, frozen=True):
    """An office held. Days are ISO prefixes, empty where unknown or open; `of` is a body, if not the state.

    `known_until` is the last day for which `source` vouches where no end is known; with `until` the end
    lies between the two.
    """

    title: str
    role: str
    country: str
    of: str
    sectors: tuple[str, ...]
    since: str
    until: str
    known_until: str
    source: str
    also: str = ""

    def state(self, day: str) -> State:
        """Whether it was held on `day` (an ISO day, month or year).

        "unknown" on the day that it ended, between days of which only the month or year is known,
        and after `known_until`.
        """
        asked = dates.number(day)
        lo, hi = dates.first(asked), dates.last(asked)
        since, until, known = (dates.number(edge) for edge in (self.since, self.until, self.known_until))
        if hi < dates.first(since) or (until and lo > dates.last(until)):
            return "no"
        sure = lo >= dates.last(since) if since else (dates.first(known) <= lo and hi <= dates.last(known))
        held = hi <= dates.first(known) if known else hi < dates.first(until)
        return "yes" if sure and held else "unknown"


class Person(Struct, frozen=True):
    """A person. `key` is our own number, `wikidata` a Q id or empty, `country` ISO 3166-1 alpha-3."""

    key: int
    wikidata: str
    name: str
    gender: str
    country: str
    born: str
    died: str
    sectors: tuple[str, ...]
    description: str
    source: str
    weight: int = 0


class Organisation(Struct, frozen=True):
    """An organisation. `country` is ISO 3166-1 alpha-3 or PLOVER's non-states (EUR, UNO, IGO, NGO...)."""

    key: int
    wikidata: str
    name: str
    country: str
    sectors: tuple[str, ...]
    description: str
    source: str
    weight: int = 0


class Held(NamedTuple):
    """Who held an office; `state` says whether that is sure."""

    person: Person
    holding: Holding
    state: Literal["yes", "unknown"]


Known = Person | Organisation
_E = TypeVar("_E", Person, Organisation)


class Knowledge:
    """All that is known, asked of several stores of which the first overrides the others.

    May be shared between threads. Look-ups take microseconds; nothing is loaded before it is asked for.
    """

    def __init__(self, *stores: Store) -> None:
        self._stores = stores
        self._entity = lru_cache(_CACHED)(self._read_entity)
        self._holdings = lru_cache(_CACHED)(self._read_holdings)
        self._aliases = lru_cache(_CACHED)(self._read_aliases)
        self._keys = lru_cache(_CACHED)(self._read_keys)
        self._bodies = lru_cache(_CACHED)(self._read_bodies)

    def person(self, wikidata: str) -> Person | None:
        """The person of a Wikidata id."""
        found = self._by_id(wikidata)
        return found if isinstance(found, Person) else None

    def organisation(self, wikidata: str) -> Organisation | None:
        """The organisation of a Wikidata id."""
        found = self._by_id(wikidata)
        return found if isinstance(found, Organisation) else None

    def find_persons(self, name: str) -> list[Person]:
        """The people of a full name or alias, then of one that is only transliterated in another way.

        Those most in the news come first. Where nobody is found, titles such as "Sir" are left off.
        """
        found = [entity for entity in self._named(name) if isinstance(entity, Person)]
        bare = without_titles(name)
        if not found and bare != name:
            return self.find_persons(bare)
        return self._ranked(name, found)

    def surnamed(self, surname: str) -> list[Person]:
        """The people in prominent roles who have this surname; those most in the news first."""
        if len(surname) > LONGEST_NAME:
            return []
        hash_ = name_key(surname)
        keys = dict.fromkeys(key for store in self._stores for key in store.surnamed(hash_))
        people = [found for key in keys if isinstance(found := self._entity(key), Person)]
        wanted = fold(surname)

        def rank(person: Person) -> tuple[bool, int, int]:
            names = [person.name, *self.aliases(person)]
            same = any(fold(last) == wanted for name in names for last in surnames(name, person.country))
            return (not same, -person.weight, person.key)

        return sorted(people, key=rank)

    def holdings(self, person: Person) -> list[Holding]:
        """The offices of a person, by the day that they began."""
        return list(self._holdings(person.key))

    def holders(self, country: str, role: str, day: str | None, *, of: str = "") -> list[Held]:
        """Who holds a role on a day, or on the last known one: the sure before the unsure, the latest first.

        `country` is ISO 3166-1 alpha-3; `of` a body that is not the state. Where nobody is known as head
        of government, a head of state who leads it answers.
        """
        found = self._holders(country, role, day, of)
        if not found and not of:
            found = self._holders(country, role, day, of, also=True)
            if found and day and self._held_later(country, role, day):
                # The office exists apart, and may have been held by somebody who is not known.
                found = [held._replace(state="unknown") for held in found]
        return found

    def _held_later(self, country: str, role: str, day: str) -> bool:
        """Whether somebody is known to have held a role that began after a day."""
        end = dates.last(dates.number(day))
        people = self._possible(country, role, end, dates.FOREVER)
        held = (holding for person in people for holding in self._in_role(person, country, role, ""))
        return any(dates.number(holding.since) > end for holding in held)

    def past_holders(self, country: str, role: str, day: str | None) -> list[Held]:
        """Who held a role in a country before a day and no longer does; the latest first."""
        now = {held.person.key for held in self.holders(country, role, day) if held.state == "yes"}
        last = dates.last(dates.number(day)) if day else dates.FOREVER
        past: list[Held] = []
        for person in self._possible(country, role, 0, last):
            held = [h for h in self._in_role(person, country, role, "") if _ended(h, day)]
            if held and person.key not in now:
                past.append(Held(person, held[-1], "yes"))
        return sorted(past, key=lambda held: (held.holding.until, held.holding.since), reverse=True)

    def find_organisations(self, name: str) -> list[Organisation]:
        """The organisations of a name or short form; acronyms as they are printed ("PAN" is not "Pan")."""
        bare = name[4:] if name[:4] in {"the ", "The "} else name
        found = [entity for entity in self._named(bare) if isinstance(entity, Organisation)]
        fitting = [entity for entity in found if self._printed(bare, entity)]
        return self._ranked(bare, fitting)

    def names_of_body(self, name: str) -> frozenset[str]:
        """All names of the organisations that one may mean: offices may be filed under "NATO"."""
        return self._bodies(name)

    def _read_bodies(self, name: str) -> frozenset[str]:
        found = self.find_organisations(name)[:3]
        return frozenset([name, *(form for one in found for form in (one.name, *self.aliases(one)))])

    def aliases(self, entity: Known) -> list[str]:
        """The further names of a person or organisation, sorted."""
        return list(self._aliases(entity.key))

    def find_metonym(self, name: str, day: str | None = None) -> Metonym | None:
        """The government or body that a building, street or city stands for ("the Kremlin") on a day."""
        bare = name[4:] if name[:4] in {"the ", "The "} else name
        for store in self._stores:
            for text, country, sector, institution, since, until, strong in store.metonyms(bare):
                edges = dates.text(since), dates.text(until)
                if day is None or _within(day, *edges):
                    return Metonym(text, country, sector, institution, *edges, bool(strong))
        return None

    # Entities

    def _by_id(self, wikidata: str) -> Known | None:
        return self._entity(int(wikidata[1:])) if WIKIDATA_ID.fullmatch(wikidata) else None

    def _read_entity(self, key: int) -> Known | None:
        row = next((row for store in self._stores if (row := store.entity(key))), None)
        return _entity(key, row) if row else None

    def _read_aliases(self, key: int) -> tuple[str, ...]:
        return tuple(sorted({alias for store in self._stores for alias in store.aliases(key)}))

    def _named(self, name: str) -> list[Known]:
        if len(name) > LONGEST_NAME:
            return []
        return [found for key in self._keys(name) if (found := self._entity(key)) is not None]

    def _read_keys(self, name: str) -> tuple[int, ...]:
        """The keys of all who are filed under a name; asked again and again for the words of titles."""
        if not skeleton(name):
            return ()
        hash_ = name_key(name)
        return tuple(dict.fromkeys(key for store in self._stores for key in store.named(hash_)))

    def _ranked(self, name: str, found: list[_E]) -> list[_E]:
        wanted = fold(name)

        def rank(entity: _E) -> tuple[bool, int, int]:
            same = wanted == fold(entity.name) or any(wanted == fold(alias) for alias in self.aliases(entity))
            return (not same, -entity.weight, entity.key)

        return sorted(found, key=rank) if len(found) > 1 else found

    def _printed(self, name: str, entity: Organisation) -> bool:
        """Whether a name is printed as one of the entity's: a short one letter for letter."""
        if len(name) > _LONGEST_ACRONYM or " " in name:
            return True
        forms = {entity.name, *self.aliases(entity)}
        return name in forms or (
            name.isupper()
            and any(len(form) >= _SHORTEST_IN_CAPITALS and form.upper() == name for form in forms)
        )

    # Offices

    def _read_holdings(self, key: int) -> tuple[Holding, ...]:
        found: list[Holding] = []
        for store in self._stores:
            fresh = [_holding(row) for row in store.holdings(key)]
            found += [holding for holding in fresh if not any(_replaces(above, holding) for above in found)]
        return tuple(sorted(found, key=lambda holding: holding.since))

    def _possible(
        self, country: str, role: str, first: int, last: int, *, also: bool = False
    ) -> Iterable[Person]:
        keys = dict.fromkeys(
            key for store in self._stores for key in store.holders(country, role, first, last, also=also)
        )
        return [found for key in keys if isinstance(found := self._entity(key), Person)]

    def _in_role(
        self, person: Person, country: str, role: str, of: str, *, also: bool = False
    ) -> list[Holding]:
        return [
            holding
            for holding in self._holdings(person.key)
            if holding.country == country
            and (holding.also if also else holding.role) == role
            and (holding.of == of or (of and holding.of in self.names_of_body(of)))
        ]

    def _holders(
        self, country: str, role: str, day: str | None, of: str, *, also: bool = False
    ) -> list[Held]:
        asked = dates.number(day) if day else 0
        first, last = (dates.first(asked), dates.last(asked)) if day else (0, dates.FOREVER)
        found = []
        for person in self._possible(country, role, first, last, also=also):
            held = [_held(person, h, day) for h in self._in_role(person, country, role, of, also=also)]
            sure = sorted((h for h in held if h), key=_order)
            found += sure[:1]
        found.sort(key=_order)
        return _latest(found, role) if role in EXCLUSIVE else found


@lru_cache(maxsize=8)
def _open(path: str | None) -> Knowledge:
    packaged_stores = [store for store in (share_alike(), packaged("core")) if store is not None]
    if path is None:
        return Knowledge(*packaged_stores)
    from onrecord.knowledge.user import user_store  # noqa: PLC0415  # few have a file of their own

    return Knowledge(user_store(path, Knowledge(*packaged_stores)), *packaged_stores)


def get_knowledge(path: str | os.PathLike[str] | None = None) -> Knowledge:
    """The packaged knowledge; with `path`, a CSV file of one's own is asked first and overrides it.

    The same path gives the same object. Raises KnowledgeError, naming the line, where the file is wrong.
    """
    return _open(None if path is None else os.fspath(path))


def _entity(key: int, row: Row) -> Known:
    kind, name, gender, country, born, died, sectors, weight, description, source = row
    wikidata = f"Q{key}" if key < FIRST_WITHOUT_ID else ""
    parts = tuple(sectors.split("|")) if sectors else ()
    if kind:
        return Organisation(key, wikidata, name, country or "", parts, description or "", source, weight)
    return Person(
        key, wikidata, name, gender or "", country or "", dates.text(born), dates.text(died), parts,
        description or "", source, weight,
    )  # fmt: skip


def _holding(row: Row) -> Holding:
    title, role, country, body, sectors, since, until, known_until, source, also = row
    parts = tuple((sectors or SECTORS.get(role, "")).split("|"))
    days = dates.text(since), dates.text(until), dates.text(known_until)
    return Holding(title, role, country, body or "", tuple(filter(None, parts)), *days, source, also or "")


def _replaces(above: Holding, below: Holding) -> bool:
    """Whether a holding of a store above says anew what one below says: the same office, at the same time."""
    if (above.role, above.country, above.of) != (below.role, below.country, below.of):
        return False
    if above.role not in EXCLUSIVE and fold(above.title) != fold(below.title):
        return False
    apart = (above.until and below.since and above.until <= below.since) or (
        below.until and above.since and below.until <= above.since
    )
    return not apart


def _held(person: Person, holding: Holding, day: str | None) -> Held | None:
    """How a holding answers for a day; for no day, whether no end of it is known."""
    if day is None:
        return None if holding.until else Held(person, holding, "unknown")
    state = holding.state(day)
    if state == "unknown" and not holding.since and not _near(holding, day):
        return None
    return None if state == "no" else Held(person, holding, state)


def _near(holding: Holding, day: str) -> bool:
    """Whether a day is so near to the last known one that an office of unknown beginning may be meant."""
    last = dates.number(holding.known_until or holding.until)
    return dates.number(day) >= last - _NEAR


def _order(held: Held) -> tuple[bool, int]:
    return held.state != "yes", -dates.number(held.holding.since)


def _latest(found: list[Held], role: str) -> list[Held]:
    """Of those who may hold what only one can: nobody unsure who began before another began for sure."""
    del role
    sure = [held.holding.since for held in found if held.state == "yes"]
    return [held for held in found if held.state == "yes" or not sure or held.holding.since > max(sure)]


def _ended(holding: Holding, day: str | None) -> bool:
    if day is None:
        return bool(holding.until)
    return bool(holding.until) and dates.first(dates.number(holding.until)) <= dates.first(dates.number(day))


def _within(day: str, since: str, until: str) -> bool:
    length = min(len(day), len(since)) if since else 0
    if since and day[:length] < since[:length]:
        return False
    length = min(len(day), len(until)) if until else 0
    return not (until and day[:length] > until[:length])
