"""Places by name: cities of some 15,000 people and more, capitals, and the states of some federations.

From GeoNames (CC BY 4.0). Both tables are sorted, so that a look-up is a binary search and
opening them no more than unpacking.
"""

from bisect import bisect_left
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from onrecord.knowledge._tables import fold, lines, rows
from onrecord.knowledge.countries import find_country

PlacePrecision = Literal["city", "region"]
_NAME_OVER_ALIAS = 1000
"""A place of this name stands before one with this alias, unless it has a thousandth of the people."""
_REGION_WEIGHT = 400_000
"""A state stands before towns of its name and behind large cities."""
_CAPITAL_WEIGHT = 6
_NEAR_WEIGHT = 60


class Place(Struct, frozen=True):
    """A place. `country` is ISO 3166-1 alpha-3, `region` GeoNames' admin1 code.

    `lat` and `lon` are degrees (WGS 84), to about a kilometre.
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


def place(place_id: str) -> Place | None:
    """The place of an entity id, as "e:geo2660646"."""
    number = place_id.removeprefix("e:geo").zfill(8) + "\t"
    index = bisect_left(_places(), number)
    found = _places()[index] if index < len(_places()) else ""
    return _read(found) if found.startswith(number) else None


def is_region(abbreviation: str) -> bool:
    """Whether an abbreviation is a state's or province's: "N.H.", "Ont."."""
    return abbreviation in _regions()


@lru_cache(maxsize=1 << 13)
def find_place(name: str, near: str | None = None) -> Place | None:
    """The likeliest place of a name as a dateline prints it: "KYIV, Ukraine", "Springfield, Ill.".

    What follows a comma must fit. `near` (ISO 3166-1 alpha-3) puts that country's places before
    all but far larger ones. Else capitals come first, then the most people.
    """
    city, _, qualifier = name.partition(",")
    found = _named(city)
    if qualifier.strip():
        found = [(entry, alias) for entry, alias in found if _fits(entry, qualifier.strip())]
    return max(found, key=lambda pair: _weight(pair[0], near, alias=pair[1]))[0] if found else None


def _named(name: str) -> list[tuple[Place, bool]]:
    """The places of a name, each with whether the name is an alias."""
    key = fold(name) + "\t"
    index = bisect_left(_names(), key)
    found = _names()[index] if index < len(_names()) else ""
    numbers = found[len(key) :].split(" ") if found.startswith(key) else []
    return [(_read(_places()[int(number.lstrip("*"))]), number[0] == "*") for number in numbers]


def _weight(entry: Place, near: str | None, *, alias: bool) -> float:
    weight = float(_REGION_WEIGHT if entry.precision == "region" else entry.population + 1)
    if entry.capital:
        weight *= _CAPITAL_WEIGHT
    if near and entry.country == near:
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
        for other, _ in _named(qualifier)
    )


def _read(line: str) -> Place:
    number, name, country, region, lat, lon, population, precision = line.split("\t")
    return Place(
        id=f"e:geo{int(number)}",
        geonames=int(number),
        name=name,
        country=country,
        region=region,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        population=int(population or 0),
        precision="region" if precision == "region" else "city",
        capital=precision == "capital",
    )


@cache
def _places() -> list[str]:
    return lines("places.tsv.gz")


@cache
def _names() -> list[str]:
    return lines("place_names.tsv.gz")


@cache
def _regions() -> dict[str, tuple[str, str]]:
    """Abbreviations of states and provinces, as (country, GeoNames admin1 code)."""
    codes = {"US": "USA", "CA": "CAN", "AU": "AUS"}
    found = {}
    for abbreviation, region in rows("own_region_abbreviations.tsv"):
        country, _, code = region.partition(".")
        found[abbreviation] = (codes[country], code)
    return found
