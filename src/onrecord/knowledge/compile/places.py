"""Places from GeoNames (CC BY 4.0): cities, first-level regions, small places."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.knowledge._tables import rows as table
from onrecord.knowledge.compile.sources import Sources
from onrecord.knowledge.names import fold, place_key

_PRINTED_ALONE = ("US", "CA", "AU", "GB", "DE", "IN")
"""Federations whose states stand alone in English: "Texas"; "Victoria" may be much else."""
_ALIAS = re.compile(r"[A-Z][a-z]+(?:[ '-][A-Za-z]+)*")
_SCRIPTS = re.compile(r"[Ѐ-ӿ' .-]+|[؀-ۿ .-]+|[一-鿿]{2,}")
"""Cyrillic, Arabic, Chinese."""
_LARGE = 100_000
_SMALLEST = 1_000
_SEATS = {"PPLC", "PPLA"}
_SHORTEST = 4
_CITY, _CAPITAL, _REGION, _OTHER_REGION = range(4)


_Place = tuple[int, str, str, int | None, int | None, int | None, int | None, int]


@dataclass
class Gazetteer:
    """The rows of the place tables."""

    places: list[_Place] = field(default_factory=list)
    regions: dict[tuple[str, str], int] = field(default_factory=dict)
    region_names: list[tuple[int, str, str, str]] = field(default_factory=list)
    names: dict[tuple[int, int], int] = field(default_factory=dict)
    small: set[tuple[int, int, int, int, int]] = field(default_factory=set)

    def name(self, name: str, place: int, *, alias: bool) -> None:
        """File a place under a name; one that is its own is no alias."""
        if fold(name):
            key = place_key(name), place
            self.names[key] = min(self.names.get(key, 1), int(alias))


def gazetteer(sources: Sources) -> Gazetteer:
    """Everything of the sources that has a place."""
    found = Gazetteer()
    cities = [row for row in sources.rows("places15000.csv.gz") if sources.country(row["country"])]
    _regions(sources, found, cities)
    for row in cities:
        _city(row, sources, found)
    have = {row[0] for row in found.places}
    for own in table("own_place_names.tsv"):
        if int(own[1]) in have:
            found.name(own[0], int(own[1]), alias=False)
    _small(sources, found)
    return found


def fill(connection: sqlite3.Connection, found: Gazetteer) -> None:
    """Write the place tables."""
    connection.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        sorted(found.places),
    )
    connection.executemany("INSERT INTO region VALUES (?, ?, ?, ?)", found.region_names)
    connection.executemany(
        "INSERT INTO place_name VALUES (?, ?, ?)", sorted((*key, alias) for key, alias in found.names.items())
    )
    connection.executemany("INSERT OR IGNORE INTO small_place VALUES (?, ?, ?, ?, ?)", sorted(found.small))
    connection.commit()


def _hundredths(degrees: str) -> int:
    return round(float(degrees) * 100)


def _city(row: dict[str, str], sources: Sources, found: Gazetteer) -> None:
    key = int(row["geonameid"])
    country = sources.country(row["country"])
    region = found.regions.get((row["country"], row["admin1_code"]))
    kind = _CAPITAL if row["feature"] == "PPLC" else _CITY
    place = key, row["name"], country, region, _hundredths(row["lat"]), _hundredths(row["lon"])
    found.places.append((*place, int(row["population"] or 0), kind))
    found.name(row["name"], key, alias=False)
    found.name(row["asciiname"], key, alias=False)
    for alias in _aliases(row):
        found.name(alias, key, alias=True)


def _aliases(row: dict[str, str]) -> Iterator[str]:
    """Aliases of larger cities: in plain letters and capitalised, or in Cyrillic, Arabic, Chinese."""
    if int(row["population"]) < _LARGE and row["feature"] not in _SEATS:
        return
    for alias in row["altnames_latin"].split("|"):
        if len(alias) >= _SHORTEST and _ALIAS.fullmatch(alias) and alias.count(" ") < 3:  # noqa: PLR2004
            yield alias
    if int(row["population"]) >= _LARGE:
        yield from (alias for alias in row["altnames_other"].split("|") if _SCRIPTS.fullmatch(alias))


def _regions(sources: Sources, found: Gazetteer, cities: list[dict[str, str]]) -> None:
    seats = _seats(cities)
    for number, row in enumerate(sources.rows("admin1.csv"), 1):
        country, code = sources.country(row["country"]), row["code"].partition(".")[2]
        if not country:
            continue
        found.regions[row["country"], code] = number
        found.region_names.append((number, country, code, row["name"]))
        if row["geonameid"]:
            key = int(row["geonameid"])
            kind = _REGION if row["country"] in _PRINTED_ALONE else _OTHER_REGION
            lat, lon = seats.get((row["country"], code), (None, None))
            found.places.append((key, row["name"], country, number, lat, lon, None, kind))
            found.name(row["name"], key, alias=False)
            found.name(row["asciiname"], key, alias=False)


def _seats(cities: list[dict[str, str]]) -> dict[tuple[str, str], tuple[int, int]]:
    """Where each region is: at its seat, else at its largest city."""
    found: dict[tuple[str, str], tuple[tuple[bool, int], tuple[int, int]]] = {}
    for row in cities:
        key = row["country"], row["admin1_code"]
        rank = row["feature"] in _SEATS, int(row["population"] or 0)
        if key not in found or rank > found[key][0]:
            found[key] = rank, (_hundredths(row["lat"]), _hundredths(row["lon"]))
    return {key: where for key, (_, where) in found.items()}


def _small(sources: Sources, found: Gazetteer) -> None:
    codes = {(country, name): key for key, country, _, name in found.region_names}
    for row in sources.rows("places_small.csv.gz"):
        country = sources.country(row["country"])
        region = codes.get((country, row["admin1"]))
        if region is not None and int(row["population"]) >= _SMALLEST:
            where = _hundredths(row["lat"]), _hundredths(row["lon"])
            found.small.add((place_key(row["name"]), region, *where, int(row["population"])))
