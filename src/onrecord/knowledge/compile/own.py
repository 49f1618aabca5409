"""What is known by hand: our own CSV files and the organisations."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.knowledge.compile import metonyms, organisations
from onrecord.knowledge.compile.facts import SHARE_ALIKE, Fact
from onrecord.knowledge.compile.people import Being, People
from onrecord.knowledge.compile.sources import Sources, day
from onrecord.knowledge.roles import SECTORS, WEIGHT, role_of
from onrecord.knowledge.rows import OwnRow, read_rows

OWN = Path(__file__).parents[1] / "own"
_NON_STATES = {"EUR", "UNO", "IGO", "NGO", "MNC", "ISM", "IMG", ""}


def own_rows(sources: Sources, folder: Path = OWN) -> Iterator[OwnRow]:
    """The organisations and metonyms of the sources, then our own files' rows that are not to be left out."""
    for listed in organisations.rows(sources.folder):
        yield OwnRow(
            **listed._asdict() | {"aliases": _values(listed.aliases), "sectors": _values(listed.sectors)}
        )
    yield from metonyms.rows(sources)
    for path in sorted(folder.glob("*.csv")):
        for number, row in enumerate(read_rows(path), 1):
            if (path.name, number) not in sources.left:
                yield row


def _values(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def introduce(rows: Iterable[OwnRow], beings: People) -> None:
    """File the people whose Wikidata ids are known by hand, that other sources' rows may find them."""
    for row in rows:
        if row.kind == "person" and row.wikidata:
            _being(row, beings)


def add(rows: Iterable[OwnRow], beings: People) -> Iterator[Fact]:
    """File the beings of rows, and give the offices they held."""
    # Who has an id first: rows without one may be about the same person.
    for row in sorted(rows, key=lambda row: not row.wikidata):
        if row.kind == "metonym":
            continue
        being = _being(row, beings)
        if row.office:
            fact = _fact(row, being)
            being.weight = max(being.weight, WEIGHT[fact.role])
            yield fact


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
        being.key, row.office, role, row.country, day(row.since), day(row.until),
        0 if row.until else day(row.known_until),
        row.source, 0,
        row.of, sectors, seen=day(row.known_until) or (0 if row.until else day(row.since)),
    )  # fmt: skip
