"""What is known by hand: our own CSV files and the organisations."""

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from onrecord.knowledge.compile.facts import SHARE_ALIKE, Fact
from onrecord.knowledge.compile.people import Being, People
from onrecord.knowledge.compile.sources import Sources, day
from onrecord.knowledge.roles import SECTORS, role_of
from onrecord.knowledge.rows import OwnRow, read_rows

OWN = Path(__file__).parents[1] / "own"
_NON_STATES = {"EUR", "UNO", "IGO", "NGO", "MNC", "ISM", "IMG", ""}


def own_rows(sources: Sources) -> Iterator[OwnRow]:
    """The organisations, then the rows of our own files by name; those to be left out left out."""
    try:
        yield from import_module("onrecord.knowledge.compile.organisations").rows(sources.folder)
    except (ModuleNotFoundError, AttributeError) as error:
        print(f"no organisations: {error}", file=sys.stderr)  # noqa: T201  # a command's message
    for path in sorted(OWN.glob("*.csv")):
        for number, row in enumerate(read_rows(path), 1):
            if (path.name, number) not in sources.left:
                yield row


def add(rows: Iterable[OwnRow], beings: People) -> Iterator[Fact]:
    """File the beings of rows, and give the offices they held."""
    for row in rows:
        if row.kind == "metonym":
            continue
        being = _being(row, beings)
        if row.office:
            yield _fact(row, being)


def _being(row: OwnRow, beings: People) -> Being:
    kind = 0 if row.kind == "person" else 1
    being = _known(row, kind, beings)
    if being is None:
        being = _new(row, kind, beings)
    if row.name != being.name:
        beings.alias(being, being.name)
        being.aliases.add(being.name)
        being.name = row.name
        beings.file(being, row.name)
        being.aliases.discard(row.name)
    for alias in row.aliases:
        beings.alias(being, alias)
    being.gender = row.gender or being.gender
    being.sectors = "|".join(row.sectors) or being.sectors
    if row.country:
        being.countries.add(row.country)
        being.country = row.country if kind or not being.country else being.country
    return being


def _known(row: OwnRow, kind: int, beings: People) -> Being | None:
    if row.wikidata:
        return beings.by_key.get(int(row.wikidata[1:]))
    if kind:
        return beings.organisation(row.name, row.country)
    first, last = day(row.since) // 10000, (day(row.until) or day(row.known_until)) // 10000 or 9999
    anywhere = row.country in _NON_STATES
    for name in (row.name, *row.aliases):
        found = beings.match(name, row.country, first, last, anywhere=anywhere)
        if found:
            return found
    return None


def _new(row: OwnRow, kind: int, beings: People) -> Being:
    if not row.wikidata:
        being = beings.new(row.name, row.country, row.source, kind)
    else:
        key = int(row.wikidata[1:])
        being = beings.add(Being(key, row.name, kind, country=row.country, source=row.source))
    being.share_alike = row.source.startswith(SHARE_ALIKE)
    return being


def _fact(row: OwnRow, being: Being) -> Fact:
    role = row.role or role_of(row.office, row.country)
    sectors = "|".join(row.sectors)
    if sectors == SECTORS.get(role):
        sectors = ""
    return Fact(
        being.key, row.office, role, row.country, day(row.since), day(row.until), day(row.known_until), row.source, 0,
        row.of, sectors,
    )  # fmt: skip
