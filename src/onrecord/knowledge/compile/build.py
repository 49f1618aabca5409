"""All sources into two SQLite files: core, and what alone asks for sharing alike."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.knowledge.compile import factbook, own, registers, wikidata
from onrecord.knowledge.compile.facts import Fact
from onrecord.knowledge.compile.merging import close, merge
from onrecord.knowledge.compile.people import People
from onrecord.knowledge.compile.sources import Sources
from onrecord.knowledge.compile.write import Database, write
from onrecord.knowledge.roles import WEIGHT
from onrecord.knowledge.rows import OwnRow

_THIS_YEAR = 2026


def build(sources: Sources, out: Path) -> None:
    """Write core.sqlite and share_alike.sqlite to the folder `out`."""
    beings = People()
    rows = list(own.own_rows(sources))
    facts = gather(sources, beings, rows)
    open_facts = [fact for fact in facts if not fact.share_alike]
    core = settle(open_facts)
    everything = settle(facts)
    weigh(beings, everything)
    have = {_identity(fact) for fact in core}
    apart = [fact for fact in everything if _identity(fact) not in have]
    metonyms = [row for row in rows if row.kind == "metonym"]
    people = [being for being in beings.by_key.values() if not being.share_alike]
    shared = [being for being in beings.by_key.values() if being.share_alike]
    write(out / "core.sqlite", Database(people, core, metonyms))
    write(out / "share_alike.sqlite", Database(shared, apart, []))


def gather(sources: Sources, beings: People, rows: Iterable[OwnRow]) -> list[Fact]:
    """What all sources say, each after those by which its people are known."""
    wikidata.people(sources, beings)
    facts = [*wikidata.holders(sources), *wikidata.legislators(sources)]
    acquaint(beings, facts)
    facts += _acquainted(beings, wikidata.leaders(sources, beings))
    facts += _acquainted(beings, wikidata.years(sources, beings))
    facts += _acquainted(beings, registers.congress(sources, beings))
    facts += _acquainted(beings, registers.governors(sources, beings))
    facts += _acquainted(beings, factbook.leaders(sources, beings))
    facts += _acquainted(beings, registers.ministers(sources, beings))
    same = factbook.join_by_start(facts, beings)
    facts = _joined(facts, same, beings)
    facts += _acquainted(beings, own.add(rows, beings))
    return facts


def _acquainted(beings: People, facts: Iterable[Fact]) -> list[Fact]:
    found = list(facts)
    acquaint(beings, found)
    return found


def acquaint(beings: People, facts: Iterable[Fact]) -> None:
    """Let people be told apart by the countries and years of their offices."""
    for fact in facts:
        being = beings.by_key.get(fact.entity)
        if being is None:
            continue
        being.countries.add(fact.country)
        years = [day // 10000 for day in (fact.since, fact.until, fact.known) if day]
        if years:
            being.span = min(being.span[0], *years), max(being.span[1], *years)
        being.weight = max(being.weight, WEIGHT[fact.role])


def _joined(facts: list[Fact], same: dict[int, int], beings: People) -> list[Fact]:
    for fact in facts:
        fact.entity = same.get(fact.entity, fact.entity)
    for gone, stays in same.items():
        being = beings.by_key.pop(gone)
        for name in (being.name, *sorted(being.aliases)):
            beings.alias(beings.by_key[stays], name)
    return facts


def settle(facts: Iterable[Fact]) -> list[Fact]:
    """One fact for each holding of an office, closed where a successor is known."""
    return close(merge(close(list(facts))))


def weigh(beings: People, facts: Iterable[Fact]) -> None:
    """How much each is in the news: tenfold the weight of the chief role, and up to nine for being recent."""
    chief: dict[int, tuple[int, str, str]] = {}
    recent: dict[int, int] = {}
    for fact in facts:
        weight = WEIGHT[fact.role]
        chief[fact.entity] = max(chief.get(fact.entity, (0, "", "")), (weight, fact.country, fact.role))
        years = [day // 10000 for day in (fact.since, fact.until, fact.known) if day]
        recent[fact.entity] = max([recent.get(fact.entity, 0), *years])
    for key, being in beings.by_key.items():
        weight, country, role = chief.get(key, (0, "", ""))
        being.weight = 10 * weight + min(9, max(0, (recent.get(key, 0) - _THIS_YEAR + 18) // 2))
        being.country = country or being.country
        being.sectors = being.sectors or _sectors(role)


def _sectors(role: str) -> str:
    from onrecord.knowledge.roles import SECTORS

    return SECTORS.get(role, "")


def _identity(fact: Fact) -> tuple[object, ...]:
    return fact.entity, fact.title, fact.role, fact.country, fact.of, fact.since, fact.until, fact.known
