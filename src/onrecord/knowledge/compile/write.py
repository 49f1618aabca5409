"""Writing one SQLite file, the same bytes for the same facts."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from onrecord.knowledge import VERSION, dates
from onrecord.knowledge.compile.facts import Fact
from onrecord.knowledge.compile.people import Being
from onrecord.knowledge.compile.places import Gazetteer
from onrecord.knowledge.compile.places import fill as fill_places
from onrecord.knowledge.names import name_key, surnames, turned
from onrecord.knowledge.rows import OwnRow
from onrecord.knowledge.store import FIRST_SEAT

SCHEMA = (Path(__file__).parents[1] / "schema.sql").read_text(encoding="utf-8")
_PROMINENT = 40
"""The weight from which on a surname alone finds a person."""
_OfficeKey = tuple[str, str, str, str, str, str]


@dataclass
class Database:
    """What one file is to hold."""

    beings: list[Being]
    facts: list[Fact]
    metonyms: list[OwnRow]
    places: Gazetteer | None = None
    countries: list[tuple[str, str]] = field(default_factory=list)


def write(path: Path, data: Database) -> None:
    """Write a file anew."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA page_size = 4096")
    connection.execute("PRAGMA journal_mode = OFF")
    fill(connection, data)
    if data.places:
        fill_places(connection, data.places)
    connection.execute("VACUUM")
    connection.close()


def fill(connection: sqlite3.Connection, data: Database) -> None:
    """Make the tables and fill them."""
    connection.executescript(SCHEMA)
    connection.execute("INSERT INTO meta VALUES ('version', ?)", (VERSION,))
    sources = _numbered(_sources(data))
    connection.executemany("INSERT INTO source VALUES (?, ?)", [(key, text) for text, key in sources.items()])
    beings = sorted(data.beings, key=lambda being: being.key)
    connection.executemany(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_entity(being, sources) for being in beings),
    )
    connection.executemany(
        "INSERT INTO alias VALUES (?, ?)", ((b.key, alias) for b in beings for alias in sorted(b.aliases))
    )
    connection.executemany(
        "INSERT INTO name VALUES (?, ?)", sorted({pair for b in beings for pair in _names(b)})
    )
    connection.executemany(
        "INSERT INTO surname VALUES (?, ?)", sorted({p for b in beings for p in _surnames(b)})
    )
    _fill_offices(connection, data.facts, sources)
    connection.executemany(
        "INSERT INTO metonym VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _metonyms(data.metonyms, sources)
    )
    connection.executemany("INSERT OR IGNORE INTO country_name VALUES (?, ?)", data.countries)
    connection.commit()


def _sources(data: Database) -> Iterator[str]:
    yield from (being.source for being in data.beings)
    yield from (fact.source for fact in data.facts)
    yield from (row.source for row in data.metonyms)


def _numbered(values: Iterable[str]) -> dict[str, int]:
    return {value: number for number, value in enumerate(sorted(set(values)), 1)}


def _entity(being: Being, sources: dict[str, int]) -> tuple[object, ...]:
    # Of those who only sit in a parliament no dates are kept: there are too many of them.
    born, died = (being.born, being.died) if being.weight >= _PROMINENT // 2 else (0, 0)
    return (
        being.key, being.kind, being.name, being.gender or None, being.country or None, born or None,
        died or None,
        being.sectors or None, being.weight, being.description or None, sources[being.source],
    )  # fmt: skip


def _names(being: Being) -> Iterator[tuple[int, int]]:
    for name in (being.name, *being.aliases):
        yield name_key(name), being.key
        other = turned(name, being.country) if being.kind == 0 else None
        if other:
            yield name_key(other), being.key


def _surnames(being: Being) -> Iterator[tuple[int, int]]:
    if being.kind == 0 and being.weight >= _PROMINENT:
        for name in (being.name, *being.aliases):
            for surname in surnames(name, being.country):
                yield name_key(surname), being.key


def _office(fact: Fact) -> _OfficeKey:
    return fact.country, fact.role, fact.title, fact.of, fact.sectors, fact.also


def _fill_offices(connection: sqlite3.Connection, facts: list[Fact], sources: dict[str, int]) -> None:
    offices = sorted({_office(fact) for fact in facts})
    seats, posts = count(FIRST_SEAT), count(1)
    keys = {office: next(seats if office[1] == "legislator" else posts) for office in offices}
    connection.executemany(
        "INSERT INTO office VALUES (?, ?, ?, ?, ?, ?, ?)",
        sorted(
            (key, title, role, country, of or None, sectors or None, also or None)
            for (country, role, title, of, sectors, also), key in keys.items()
        ),
    )
    rows: dict[tuple[int, int, int], tuple[int | None, ...]] = {}
    for fact in sorted(
        facts, key=lambda fact: (fact.rank, fact.until, fact.known, fact.source), reverse=True
    ):
        row = fact.entity, keys[_office(fact)], fact.since
        rows[row] = (*row, fact.until or None, fact.known or None, sources[fact.source])
    connection.executemany(
        "INSERT INTO holding VALUES (?, ?, ?, ?, ?, ?)", [rows[key] for key in sorted(rows)]
    )


def _metonyms(rows: list[OwnRow], sources: dict[str, int]) -> Iterator[tuple[object, ...]]:
    for row in rows:
        for name in dict.fromkeys((row.name, *row.aliases)):
            bare = name[4:] if name[:4] in {"the ", "The "} else name
            days = dates.number(row.since) or None, dates.number(row.until) or None
            yield (
                bare,
                row.country,
                row.sectors[0] if row.sectors else "",
                row.office,
                *days,
                int(row.role != "weak"),
                sources[row.source],
            )
