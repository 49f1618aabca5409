"""A file of one's own (`--knowledge FILE`), read whole or not at all into a store that is asked first."""

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import KnowledgeError, message
from onrecord.knowledge import dates
from onrecord.knowledge.names import name_key, surnames, turned
from onrecord.knowledge.roles import EXCLUSIVE, WEIGHT, role_of
from onrecord.knowledge.rows import OwnRow, read_rows
from onrecord.knowledge.store import FIRST_OF_USER, FOLDER, Store

if TYPE_CHECKING:
    from onrecord.knowledge.base import Holding, Knowledge, Known, Person

_LARGEST = 1 << 26
_FIRST_OFFICE = 1


def user_store(path: str, below: "Knowledge") -> Store:
    """The store of a CSV file whose rows correct what is `below`, by Wikidata id or kind, name and country.

    Raises KnowledgeError, naming the line, where a row is wrong; nothing is kept of the file then.
    """
    file = Path(path)
    if not file.is_file():
        raise KnowledgeError(path, message("missing"))
    if file.stat().st_size > _LARGEST:
        raise KnowledgeError(path, message("knowledge-large", limit=_LARGEST >> 20))
    rows = list(read_rows(file))
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    connection.executescript((FOLDER.parent / "schema.sql").read_text(encoding="utf-8"))
    _Filling(connection, below).fill(rows)
    return Store(lambda: connection)


class _Filling:
    """Filling the tables from rows."""

    def __init__(self, connection: sqlite3.Connection, below: "Knowledge") -> None:
        self._connection = connection
        self._below = below
        self._keys = count(FIRST_OF_USER)
        self._offices = count(_FIRST_OFFICE)
        self._known: dict[tuple[str, str, str], int] = {}

    def fill(self, rows: list[OwnRow]) -> None:
        """Write all rows; rows of one entity add up."""
        sources = {source: key for key, source in enumerate(sorted({row.source for row in rows}), 1)}
        self._write("source", *((key, text) for text, key in sources.items()))
        for row in rows:
            if row.kind == "metonym":
                self._write("metonym", *_metonyms(row, sources[row.source]))
                continue
            key = self._entity(row, sources[row.source])
            if row.office:
                self._holding(key, row, sources[row.source])

    def _write(self, table: str, *rows: tuple[object, ...]) -> None:
        for row in rows:
            marks = ", ".join("?" * len(row))
            self._connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", row)  # noqa: S608  # our own tables

    def _entity(self, row: OwnRow, source: int) -> int:
        """Write the entity of a row over the one that it corrects; its key."""
        old = self._corrected(row)
        key = old.key if old else int(row.wikidata[1:]) if row.wikidata else self._again(row)
        role = row.role or role_of(row.office, row.country) if row.office else ""
        weight = max(10 * WEIGHT.get(role, 4) + 9, old.weight if old else 0)
        kind = 0 if row.kind == "person" else 1
        gender = row.gender or getattr(old, "gender", "") or None
        country = (old.country if old and kind == 0 else "") or row.country or (old.country if old else "")
        born, died = (dates.number(getattr(old, edge, "")) or None for edge in ("born", "died"))
        sectors = "|".join(row.sectors or (old.sectors if old else ())) or None
        description = old.description if old else None
        self._write(
            "entity", (key, kind, row.name, gender, country, born, died, sectors, weight, description, source)
        )
        names = dict.fromkeys([row.name, *row.aliases, *([old.name] if old else [])])
        self._write("alias", *((key, name) for name in names if name != row.name))
        self._write("name", *((hash_, key) for name in names for hash_ in _hashes(name, country, kind)))
        if kind == 0:
            self._write("surname", *((name_key(s), key) for name in names for s in surnames(name, country)))
        return key

    def _corrected(self, row: OwnRow) -> "Known | None":
        """The entity below that a row corrects."""
        if row.wikidata:
            return self._below.person(row.wikidata) or self._below.organisation(row.wikidata)
        find = self._below.find_persons if row.kind == "person" else self._below.find_organisations
        return next((entity for entity in find(row.name) if entity.country == row.country), None)

    def _again(self, row: OwnRow) -> int:
        """The key of an entity that nothing below knows: the same for all its rows."""
        identity = row.kind, row.name, row.country
        if identity not in self._known:
            self._known[identity] = next(self._keys)
        return self._known[identity]

    def _holding(self, key: int, row: OwnRow, source: int) -> None:
        role = row.role or role_of(row.office, row.country)
        office = next(self._offices)
        self._write(
            "office",
            (office, row.office, role, row.country, row.of or None, "|".join(row.sectors) or None, None),
        )
        days = (
            dates.number(row.since),
            dates.number(row.until) or None,
            dates.number(row.known_until) or None,
        )
        self._write("holding", (key, office, *days, source))
        if role in EXCLUSIVE and row.since:
            self._close(key, role, row, source)

    def _close(self, key: int, role: str, row: OwnRow, source: int) -> None:
        """End what somebody else below holds openly since before: a successor is known now."""
        for held in self._below.holders(row.country, role, row.since, of=row.of):
            before = held.holding
            if held.person.key != key and not before.until and before.since and before.since < row.since:
                self._write_again(held.person, before, row.since, source)

    def _write_again(self, person: "Person", holding: "Holding", until: str, source: int) -> None:
        office = next(self._offices)
        text = "|".join(holding.sectors) or None
        self._write(
            "office", (office, holding.title, holding.role, holding.country, holding.of or None, text, None)
        )
        self._write(
            "holding", (person.key, office, dates.number(holding.since), dates.number(until), None, source)
        )


def _hashes(name: str, country: str, kind: int) -> Iterator[int]:
    yield name_key(name)
    other = turned(name, country) if kind == 0 else None
    if other:
        yield name_key(other)


def _metonyms(row: OwnRow, source: int) -> Iterator[tuple[object, ...]]:
    days = dates.number(row.since) or None, dates.number(row.until) or None
    for name in dict.fromkeys((row.name, *row.aliases)):
        bare = name[4:] if name[:4] in {"the ", "The "} else name
        sector = row.sectors[0] if row.sectors else "GOV"
        yield bare, row.country, sector, row.office, *days, int(row.role != "weak"), source
