"""The tables that stay text: countries, agencies, outlets, metonyms, first names."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from onrecord.knowledge._tables import rows
from onrecord.knowledge.names import fold

_FAMILY_FIRST = {"CN", "HK", "TW", "KR", "KP", "VN", "KH", "SG", "MO"}
_GOVERNMENT = {"building", "street", "place"}
# Aliases in the metonym table that name many other things as well.
_TOO_COMMON = {
    "the Palace", "the Castle", "the Hill", "the Met", "Presidential Complex", "Prime Minister's Office",
    "Hrad", "Arg", "ARG", "Presidential Palace", "Pink House", "Külliye", "Serail", "11 Downing Street",
    "Number 11", "No 11", "Miraflores", "Carondelet", "Buckingham Palace", "Zarzuela", "La Zarzuela",
    "Zarzuela Palace", "Victoria Palace", "Beauvau", "West Wing", "Oval Office", "Union Buildings",
    "Old Bailey", "Moncloa", "Kirya", "HaKirya",
}  # fmt: skip


def write_tables(folder: Path, out: Path) -> None:
    """Write every table from the sources in `folder`."""
    codes = dict(_iso_codes(folder))
    _write(
        out / "countries.tsv",
        "iso3\tiso2\tname\tnames\tadjectives\tpeople\tcapital",
        _countries(folder, codes),
    )
    _write(out / "agencies.tsv", "name\taliases\tcountry\tdomains", _agencies(folder, codes))
    _write(out / "outlets.tsv", "domain\tname", _outlets(folder))
    header = "name\tcountry\tsector\tinstitution\tvalid_from\tvalid_to"
    _write(out / "metonyms.tsv", header, _metonyms(folder, codes))
    _write(out / "first_names.tsv", "gender\tnames", _first_names(folder))


def _write(path: Path, header: str, table: Iterable[Sequence[str]]) -> None:
    text = "\n".join([header, *("\t".join(row) for row in table)]) + "\n"
    data = text.encode()
    # mtime=0: the same sources make the same bytes.
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)


def _csv(path: Path) -> Iterator[dict[str, str]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _info(folder: Path) -> Iterator[list[str]]:
    """The rows of GeoNames' countryInfo: ISO2, ISO3, number, FIPS, name, capital, area, population, ..."""
    text = (folder / "geonames_countryinfo.txt").read_text(encoding="utf-8")
    table = (line.split("\t") for line in text.split("\n") if line and not line.startswith("#"))
    yield from (row for row in table if len(row[0]) == 2 and row[0].isupper())  # noqa: PLR2004


def _iso_codes(folder: Path) -> Iterator[tuple[str, str]]:
    yield from ((row[0], row[1]) for row in _info(folder) if row[0] not in {"AN", "CS"})


# Countries


def _countries(folder: Path, codes: dict[str, str]) -> Iterator[list[str]]:
    own = {row[0]: [cell.split("|") if cell else [] for cell in row[1:]] for row in rows("own_countries.tsv")}
    facts = {row["country"]: row for row in _csv(folder / "factbook_countries.csv") if row["country"]}
    taken: set[str] = set()
    # The most populous first: "American" is the United States', not American Samoa's.
    for info in sorted(_info(folder), key=lambda row: -int(row[7] or 0)):
        iso2, iso3 = info[0], info[1]
        if iso2 not in codes:
            continue
        names, adjectives, people = own.get(iso3, [[], [], []])
        fact = facts.get(iso2, {})
        if not adjectives:
            adjectives = _adjectives(fact.get("adjective", ""))
        if not people:
            people = _people(fact.get("noun", ""))
        names = _new([*names, info[4], *_short_forms(fact)], taken)
        adjectives = _new(adjectives, taken)
        people = _new(people, taken)
        name = _ENGLISH.get(iso3, info[4])
        cells = ("|".join(cell) for cell in (names, adjectives, people))
        yield [iso3, iso2, name, *cells, _CAPITALS.get(iso3, info[5].strip())]


_ENGLISH = {"TUR": "Turkey", "CPV": "Cape Verde", "CIV": "Ivory Coast"}
_CAPITALS = {"UKR": "Kyiv", "KAZ": "Astana", "BDI": "Gitega", "ISR": "Jerusalem", "PSE": "Ramallah"}


def _new(names: Iterable[str], taken: set[str]) -> list[str]:
    fresh = [name for name in dict.fromkeys(names) if name and name not in taken]
    taken.update(fresh)
    return fresh


def _short_forms(fact: dict[str, str]) -> list[str]:
    forms = (re.sub(r"\(.*?\)|;.*", "", fact.get(key, "")).strip() for key in ("short_form", "long_form"))
    return [form for form in forms if form and form != "none" and "," not in form]


def _adjectives(text: str) -> list[str]:
    parts = re.split(r"[;,/]| or ", re.sub(r"\(.*?\)", "", text))
    return [part.strip() for part in parts if re.fullmatch(r"\s*[A-Z][\w -]+\s*", part)]


def _people(text: str) -> list[str]:
    found = re.findall(r"([A-Z][\w -]+)\(s\)", text)
    return [form for noun in found for form in (noun.strip() + "s",)]


# Agencies, outlets, metonyms


def _agencies(folder: Path, codes: dict[str, str]) -> Iterator[list[str]]:
    for row in _csv(folder / "news_agencies.csv"):
        name = re.sub(r" \(.*\)", "", row["name"])
        yield [name, row["aliases"], codes.get(row["country"], ""), row["domains"]]


def _outlets(folder: Path) -> list[list[str]]:
    listed = [row | {"domains": row["domain"]} for row in _csv(folder / "outlets.csv")]
    names: dict[str, str] = {}
    for row in [*listed, *_csv(folder / "news_agencies.csv")]:
        for domain in filter(None, row["domains"].split("|")):
            names[domain] = re.sub(r" \(.*\)$", "", row["name"]).strip()
    names |= {domain: name for domain, name in rows("own_outlets.tsv")}  # noqa: C416  # lists, not pairs
    return sorted([domain, name] for domain, name in names.items())


def _metonyms(folder: Path, codes: dict[str, str]) -> Iterator[list[str]]:
    for row in _csv(folder / "metonyms.csv"):
        country = codes.get(row["country"])
        if row["strength"] != "strong" or not country or row["sector"] not in {"GOV", "MIL"}:
            continue
        if row["kind"] not in _GOVERNMENT:
            continue
        names = [row["metonym"], *row["aliases"].split("|")]
        for bare in dict.fromkeys(re.sub(r"^[Tt]he | \(.*\)", "", name) for name in names):
            if bare and not {bare, f"the {bare}"} & _TOO_COMMON:
                yield [bare, country, row["sector"], row["institution"], row["valid_from"], row["valid_to"]]


# First names


def _first_names(folder: Path) -> Iterator[list[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in _csv(folder / "persons.csv.gz"):
        first, _, rest = row["name"].partition(" ")
        if rest and row["gender"] in {"male", "female"} and row["country"] not in _FAMILY_FIRST:
            counts[fold(first)][row["gender"][0]] += 1
    for row in _csv(folder / "us_congress_current.csv"):
        counts[fold(row["first"])][row["gender"].lower()] += 1
    own = {gender: set(names.split(" ")) for gender, names in rows("own_first_names.tsv")}
    for gender, other in ("fm", "mf"):
        names = {name for name, count in counts.items() if _one_sided(name, count, gender)}
        yield [gender, " ".join(sorted((names - own[other]) | own[gender]))]


def _one_sided(name: str, count: Counter[str], gender: str) -> bool:
    """Whether a first name is borne by at least three, 19 in 20 of them of this gender."""
    total = count.total()
    return len(name) > 1 and name.isalpha() and total >= 3 and count[gender] >= 0.95 * total  # noqa: PLR2004
