"""Places by name: cities, capitals, first-level regions, and small places of 1,000 people and more.

From GeoNames (CC BY 4.0), in the core database.
"""

from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from onrecord.knowledge._tables import rows
from onrecord.knowledge.countries import find_country
from onrecord.knowledge.names import LONGEST_NAME, fold, place_key
from onrecord.knowledge.store import Row, Store, packaged

PlacePrecision = Literal["city", "region"]
_NAME_OVER_ALIAS = 1000
"""A place of this name stands before one with this alias, unless it has a thousandth of the people."""
_REGION_WEIGHT = 400_000
"""A state stands before towns of its name and behind large cities."""
_OTHER_REGION_WEIGHT = 20_000
_CAPITAL_WEIGHT = 6
_NEAR_WEIGHT = 60
_CAPITAL, _REGION, _OTHER_REGION = 1, 2, 3
"""Kinds of the database; 0 is a city."""


class Place(Struct, frozen=True):
    """A place. `country` is ISO 3166-1 alpha-3, `region` GeoNames' admin1 code, `region_name` its name.

    `lat` and `lon` are degrees (WGS 84), to about a kilometre; a region's are those of its seat. A small
    place has no GeoNames number here: `geonames` is 0 and `id` empty.
    """

    id: str
    geonames: int
    name: str
    country: str
    region: str
    lat: float | None
    lon: float | None
    population: int
    precision: PlacePrecision
    capital: bool
    region_name: str = ""


_Named = tuple[Place, bool, bool]
"""A place, whether its name is an alias, and whether it is found by name alone."""


def place(place_id: str) -> Place | None:
    """The place of an entity id, as "e:geo2660646"."""
    number = place_id.removeprefix("e:geo")
    found = _store().place(int(number)) if number.isascii() and number.isdigit() and len(number) < 12 else []  # noqa: PLR2004
    return _read(found[0])[0] if found else None


def is_region(abbreviation: str) -> bool:
    """Whether an abbreviation is a state's or province's: "N.H.", "Ont."."""
    return abbreviation in _regions()


@lru_cache(maxsize=1 << 12)
def find_place(name: str, near: str | None = None) -> Place | None:
    """The likeliest place of a name as a dateline prints it: "KYIV, Ukraine", "Springfield, Ill.".

    What follows a comma must fit. `near` (ISO 3166-1 alpha-3) puts that country's places before
    all but far larger ones. Else capitals come first, then the most people. Regions outside the
    federations whose states English prints alone, and small places, are left to `find_places`.
    """
    city, _, qualifier = name.partition(",")
    found = [entry for entry in _named(city) if entry[2]]
    if qualifier.strip():
        found = [entry for entry in found if _fits(entry[0], qualifier.strip())]
    return max(found, key=lambda entry: _weight(entry, near))[0] if found else None


@lru_cache(maxsize=1 << 10)
def find_places(name: str, near: str | None = None) -> tuple[Place, ...]:
    """All places that a name may mean, the likeliest first: other regions and small places included."""
    city, _, qualifier = name.partition(",")
    found = [*_named(city), *_small(city)]
    if qualifier.strip():
        found = [entry for entry in found if _fits(entry[0], qualifier.strip())]
    return tuple(
        entry[0] for entry in sorted(found, key=lambda entry: (-_weight(entry, near), entry[0].geonames))
    )


def _named(name: str) -> list[_Named]:
    return (
        [_read(row) for row in _store().places(place_key(name))]
        if len(name) <= LONGEST_NAME and fold(name)
        else []
    )


def _small(name: str) -> list[_Named]:
    if len(name) > LONGEST_NAME or not fold(name):
        return []
    printed = " ".join(name.split())
    return [
        (Place("", 0, printed, country, code, lat / 100, lon / 100, population, "city", capital=False,
        region_name=region),
         False, False)
        for country, code, region, lat, lon, population in _store().small_places(place_key(name))
    ]  # fmt: skip


def _weight(entry: _Named, near: str | None) -> float:
    found, alias, alone = entry
    weight = float(found.population + 1)
    if found.precision == "region":
        weight = _REGION_WEIGHT if alone else _OTHER_REGION_WEIGHT
    if found.capital:
        weight *= _CAPITAL_WEIGHT
    if near and found.country == near:
        weight *= _NEAR_WEIGHT
    return weight / _NAME_OVER_ALIAS if alias else weight


def _fits(entry: Place, qualifier: str) -> bool:
    region = _regions().get(qualifier) or _regions().get(qualifier.rstrip("."))
    if region == (entry.country, entry.region):
        return True
    country = find_country(qualifier)
    if country and country.iso3 == entry.country:
        return True
    return any(
        other.precision == "region" and (other.country, other.region) == (entry.country, entry.region)
        for other, _, _ in _named(qualifier)
    )


def _read(row: Row) -> _Named:
    key, name, country, code, region, lat, lon, population, kind, alias = row
    found = Place(
        id=f"e:geo{key}",
        geonames=key,
        name=name,
        country=country,
        region=code or "",
        lat=None if lat is None else lat / 100,
        lon=None if lon is None else lon / 100,
        population=population or 0,
        precision="region" if kind >= _REGION else "city",
        capital=kind == _CAPITAL,
        region_name=region or "",
    )
    return found, bool(alias), kind != _OTHER_REGION


@cache
def _store() -> Store:
    return packaged("core")


@cache
def _regions() -> dict[str, tuple[str, str]]:
    """Abbreviations of states and provinces, as (country, GeoNames admin1 code)."""
    codes = {"US": "USA", "CA": "CAN", "AU": "AUS"}
    found = {}
    for abbreviation, region in rows("own_region_abbreviations.tsv"):
        country, _, code = region.partition(".")
        found[abbreviation] = (codes[country], code)
    return found
