"""One file of knowledge: opened when first asked, read-only, shared by threads, opened anew after a fork."""

import os
import re
import sqlite3
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.errors import KnowledgeError, message

FOLDER = Path(str(files("onrecord.knowledge"))) / "data"
FIRST_WITHOUT_ID = 1 << 32
"""Entities that Wikidata has no id for are numbered from here; below it the key is Wikidata's number."""
WIKIDATA_ID = re.compile(r"Q[1-9][0-9]{0,8}")
"""Nine digits: all that there are, and fewer than `FIRST_WITHOUT_ID`."""
FIRST_OF_USER = 1 << 40
FIRST_SEAT = 1 << 20
"""Offices from here on are seats in parliaments, which are not asked for their holders."""
_KILOBYTES = -1024
"""The page cache of a file, in SQLite's negative kilobytes."""

_HELD = (
    "SELECT DISTINCT entity FROM office JOIN holding ON holding.office = office.key"
    # The bounds let SQLite use the indexes, which leave out the seats.
    " WHERE office.key < 1048576 AND holding.office < 1048576 AND country = ? AND role = ?"
    " AND since <= ? AND (until IS NULL OR until >= ?)"
)
_ALSO_HELD = _HELD.replace("role = ?", "also = ?")

Row = tuple[Any, ...]


class Store:
    """The questions to one SQLite file. Raises KnowledgeError where it cannot be opened."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._connection: sqlite3.Connection | None = None
        self._process = 0

    def ask(self, question: str, *values: object) -> list[Row]:
        """The rows that answer an SQL question."""
        if self._connection is None or self._process != os.getpid():
            # A connection may not be carried into another process; the first two to ask may both open it.
            self._connection, self._process = self._connect(), os.getpid()
        return self._connection.execute(question, values).fetchall()

    def entity(self, key: int) -> Row | None:
        """The columns of an entity from kind to source, without its key."""
        found = self.ask(
            "SELECT kind, name, gender, country, born, died, sectors, weight, description, source.text"
            " FROM entity JOIN source ON source.key = entity.source WHERE entity.key = ?",
            key,
        )
        return found[0] if found else None

    def named(self, hash_: int) -> list[int]:
        """The keys of the entities that are filed under a name's number."""
        return [row[0] for row in self.ask("SELECT entity FROM name WHERE hash = ?", hash_)]

    def surnamed(self, hash_: int) -> list[int]:
        """The keys of the people that are filed under a surname's number."""
        return [row[0] for row in self.ask("SELECT entity FROM surname WHERE hash = ?", hash_)]

    def aliases(self, key: int) -> list[str]:
        """The further names of an entity."""
        return [row[0] for row in self.ask("SELECT text FROM alias WHERE entity = ?", key)]

    def holdings(self, key: int) -> list[Row]:
        """A person's offices: title, role, country, body, sectors, the three days, source, also."""
        return self.ask(
            "SELECT title, role, country, body, sectors, since, until, known_until, source.text, also"
            " FROM holding JOIN office ON office.key = office JOIN source ON source.key = holding.source"
            " WHERE entity = ? ORDER BY since",
            key,
        )

    def holders(self, country: str, role: str, first: int, last: int, *, also: bool = False) -> list[int]:
        """The keys of those who may have held a role in a country between two days (numbers)."""
        rows = self.ask(_ALSO_HELD if also else _HELD, country, role, last, first // 10000 * 10000)
        return [row[0] for row in rows]

    def places(self, hash_: int) -> list[Row]:
        """The places of a name's number: key to kind, the region by code and name; whether it is an alias."""
        return self.ask(
            "SELECT place.key, place.name, place.country, code, region.name, lat, lon, population, kind,"
            " alias FROM place_name JOIN place ON place.key = place LEFT JOIN region ON region.key = region"
            " WHERE hash = ?",
            hash_,
        )

    def place(self, key: int) -> list[Row]:
        """The place of a GeoNames id, as `places` gives it."""
        return self.ask(
            "SELECT place.key, place.name, place.country, code, region.name, lat, lon, population, kind, 0"
            " FROM place LEFT JOIN region ON region.key = region WHERE place.key = ?",
            key,
        )

    def small_places(self, hash_: int) -> list[Row]:
        """The small places of a name's number: country, region's code and name, lat, lon, population."""
        return self.ask(
            "SELECT country, code, name, lat, lon, population"
            " FROM small_place JOIN region ON region.key = region WHERE hash = ?",
            hash_,
        )

    def metonyms(self, name: str) -> list[Row]:
        """The rows of a metonym: name, country, sector, institution, since, until, strong."""
        return self.ask(
            "SELECT name, country, sector, institution, since, until, strong FROM metonym WHERE name = ?",
            name,
        )


def share_alike() -> Store | None:
    """The store under share-alike terms, which may be left out of a copy of the package."""
    return packaged("share_alike") if (FOLDER / "share_alike.sqlite").exists() else None


def packaged(name: str) -> Store:
    """The store of a file in the package: core, share_alike."""
    return Store(lambda: open_file(FOLDER / f"{name}.sqlite"))


def open_file(path: Path) -> sqlite3.Connection:
    """A connection that only reads. Raises KnowledgeError where there is no such file."""
    try:
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False, isolation_level=None
        )
        connection.execute(f"PRAGMA cache_size = {_KILOBYTES}")
        connection.execute("SELECT 1 FROM meta")
    except sqlite3.Error as error:
        raise KnowledgeError(str(path), message("knowledge-missing", detail=error)) from error
    return connection
