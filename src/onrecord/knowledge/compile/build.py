"""All sources into two SQLite files: core, and what alone asks for sharing alike."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from onrecord.knowledge.compile import factbook, own, registers, wikidata
from onrecord.knowledge.compile.facts import Fact
from onrecord.knowledge.compile.joining import same_people
from onrecord.knowledge.compile.merging import close, merge, without_blips
from onrecord.knowledge.compile.people import People
from onrecord.knowledge.compile.places import gazetteer
from onrecord.knowledge.compile.regions import regional
from onrecord.knowledge.compile.sources import Sources
from onrecord.knowledge.compile.write import Database, write
from onrecord.knowledge.countries import country
from onrecord.knowledge.names import fold
from onrecord.knowledge.roles import SECTORS, WEIGHT, role_of
from onrecord.knowledge.rows import OwnRow

_REALMS = frozenset(
    (
        "GBR",
        "AUS",
        "ATG",
        "BHS",
        "BLZ",
        "BRB",
        "CAN",
        "GRD",
        "JAM",
        "KNA",
        "LCA",
        "NZL",
        "PNG",
        "SLB",
        "TUV",
        "VCT",
    )
)
_CROWNED = re.compile(r"(King|Queen|Emperor|Sultan|Emir|Pope|Grand Duke|Monarch)\b", re.IGNORECASE)
_THIS_YEAR = 2026
_LONG_AGO = 20100000
_MORE_THAN_A_SEAT = 20
_HEADS = {"head_of_state", "head_of_government", "vice_head_of_state", "deputy_head_of_government"}
_WITH_ARTICLE = {
    "United States", "United Kingdom", "United Arab Emirates", "Netherlands", "Philippines", "Bahamas",
    "Gambia", "Maldives",
    "Marshall Islands", "Solomon Islands", "Central African Republic", "Dominican Republic",
    "Czech Republic", "Comoros",
}  # fmt: skip


def build(sources: Sources, out: Path, own_folder: Path = own.OWN) -> None:
    """Write core.sqlite and share_alike.sqlite to `out`; `own_folder` has the CSV files made by hand."""
    beings = People()
    rows = list(own.own_rows(sources, own_folder))
    facts = gather(sources, beings, rows)
    open_facts = [fact for fact in facts if not fact.share_alike]
    entitle(facts)
    core = settle(open_facts)
    everything = settle(facts)
    weigh(beings, everything)
    crown(beings, everything)
    core, everything = (drop_forgotten(beings, settled) for settled in (core, everything))
    have = {_identity(fact) for fact in core}
    apart = [fact for fact in everything if _identity(fact) not in have]
    metonyms = [row for row in rows if row.kind == "metonym"]
    people = [being for being in beings.by_key.values() if not (being.share_alike or being.dropped)]
    shared = [being for being in beings.by_key.values() if being.share_alike]
    write(out / "core.sqlite", Database(people, core, metonyms, gazetteer(sources)))
    write(out / "share_alike.sqlite", Database(shared, apart, [], countries=country_names(sources)))


def country_names(sources: Sources) -> list[tuple[str, str]]:
    """Countries' names in six languages (mledoze/countries, ODbL), folded; one that two share is nobody's."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in sources.rows("countries.csv"):
        for language in ("ru", "fr", "de", "es", "zh", "ar"):
            found[fold(row[f"name_{language}"])].add(row["iso3"] if row["iso3"] != "UNK" else "XKX")
    return sorted((name, min(codes)) for name, codes in found.items() if name and len(codes) == 1)


def drop_forgotten(beings: People, facts: list[Fact]) -> list[Fact]:
    """Leave out those who only sat in a parliament and left it long ago; what remains of the facts."""
    last: dict[int, int] = defaultdict(int)
    for fact in facts:
        last[fact.entity] = max(last[fact.entity], fact.until or fact.known or fact.since)
    gone = {
        key
        for key, being in beings.by_key.items()
        if being.weight < _MORE_THAN_A_SEAT and last[key] < _LONG_AGO
    }
    gone = {key for key in gone if key in last and beings.by_key[key].kind == 0}
    for key in gone:
        beings.by_key[key].dropped = True
    return [fact for fact in facts if fact.entity not in gone]


def gather(sources: Sources, beings: People, rows: list[OwnRow]) -> list[Fact]:
    """What all sources say, each after those by which its people are known."""
    wikidata.people(sources, beings)
    seats = list(wikidata.legislators(sources))
    facts = [*regional(list(wikidata.holders(sources)), seats), *seats]
    acquaint(beings, facts)
    facts += _acquainted(beings, wikidata.leaders(sources, beings))
    facts += _acquainted(beings, wikidata.years(sources, beings))
    facts += _acquainted(beings, registers.congress(sources, beings))
    facts += _acquainted(beings, registers.governors(sources, beings))
    own.introduce(rows, beings)
    facts += _acquainted(beings, factbook.leaders(sources, beings, facts))
    facts += _acquainted(beings, registers.ministers(sources, beings))
    facts += _acquainted(beings, own.add(rows, beings))
    facts = _joined(facts, same_people(facts, beings), beings)
    return _leading(facts)


def _leading(facts: list[Fact]) -> list[Fact]:
    """Presidents who lead the government hold one office, which answers for both roles."""
    twice = [
        f for f in facts
        if f.role == "head_of_government" and not f.of and f.title
        and role_of(f.title, f.country) == "head_of_state"
    ]  # fmt: skip
    countries = {fact.country for fact in twice} - {"IRN"}
    heads = {(fact.entity, fact.country) for fact in facts if fact.role == "head_of_state"}
    for fact in facts:
        if fact.role == "head_of_state" and fact.country in countries and not fact.of:
            fact.also = "head_of_government"
        elif fact.title.startswith("Supreme Leader"):
            fact.also = "ruler"
    gone = {id(fact) for fact in twice if fact.country in countries}
    # A list without titles says of a president who leads that he is both.
    gone |= {
        id(fact) for fact in facts
        if fact.role == "head_of_government" and not fact.title and (fact.entity, fact.country) in heads
        and fact.country in countries
    }  # fmt: skip
    return [fact for fact in facts if id(fact) not in gone]


def entitle(facts: list[Fact]) -> None:
    """Give an office that a source has no title for ("President", "") that of the other sources."""
    usual: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for fact in facts:
        if len(fact.title.split()) > 2:  # noqa: PLR2004
            usual[fact.country, fact.role, fact.title.split()[0]][fact.title] += 1
            usual[fact.country, fact.role, ""][fact.title] += 1
    for fact in facts:
        if not fact.of and len(fact.title.split()) <= 2 and fact.role in _HEADS:  # noqa: PLR2004
            first = fact.title.split()[0] if fact.title else ""
            titles = usual.get((fact.country, fact.role, first))
            fact.title = _most(titles) if titles else _named(fact)


def _most(titles: Counter[str]) -> str:
    return max(titles, key=lambda title: (titles[title], title))


def _named(fact: Fact) -> str:
    found = country(fact.country)
    title = fact.title or ("Head of state" if fact.role == "head_of_state" else "Head of government")
    name = found.name if found else ""
    return f"{title} of {'the ' if name in _WITH_ARTICLE else ''}{name}" if name else title


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
        beings.by_key[stays].gender = beings.by_key[stays].gender or being.gender
        for name in (being.name, *sorted(being.aliases)):
            beings.alias(beings.by_key[stays], name)
    return facts


def settle(facts: Iterable[Fact]) -> list[Fact]:
    """One fact for each holding of an office, closed where a successor is known."""
    return close(without_blips(merge(close(list(facts), only_sure=True))))


def crown(beings: People, facts: Iterable[Fact]) -> None:
    """Let monarchs be found as they are called: "King Charles", "King Charles III"."""
    for fact in facts:
        match = _CROWNED.match(fact.title)
        being = beings.by_key.get(fact.entity)
        if match and being and fact.role == "head_of_state":
            title = match[1].title()
            if title == "Monarch":
                title = "Queen" if being.gender == "f" else "King"
            name = re.sub(r" (?:of|bin) .*", "", being.name).removeprefix(f"{title} ")
            for form in (name, re.sub(r" [IVX]+$", "", name)):
                beings.alias(being, f"{title} {form}")


def weigh(beings: People, facts: Iterable[Fact]) -> None:
    """How much each is in the news: tenfold the weight of the chief role, and up to nine for being recent."""
    chief: dict[int, tuple[int, bool, str, str]] = {}
    recent: dict[int, int] = {}
    for fact in facts:
        weight = WEIGHT[fact.role]
        # Of the many realms of one crown, and of several offices alike, it is the first that counts.
        home = fact.country == ("GBR" if fact.country in _REALMS else beings.by_key[fact.entity].country)
        chief[fact.entity] = max(
            chief.get(fact.entity, (0, False, "", "")), (weight, home, fact.country, fact.role)
        )
        years = [day // 10000 for day in (fact.since, fact.until, fact.known) if day]
        recent[fact.entity] = max([recent.get(fact.entity, 0), *years])
    for key, being in beings.by_key.items():
        weight, _, country, role = chief.get(key, (0, False, "", ""))
        being.weight = 10 * weight + min(9, max(0, (recent.get(key, 0) - _THIS_YEAR + 18) // 2))
        being.country = country or being.country
        being.sectors = being.sectors or SECTORS.get(role, "")


def _identity(fact: Fact) -> tuple[object, ...]:
    return fact.entity, fact.title, fact.role, fact.country, fact.of, fact.since, fact.until, fact.known
