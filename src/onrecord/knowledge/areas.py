"""Regions by abbreviation, and areas and towns in the news that the gazetteer's extract lacks.

The areas are written by hand, from general knowledge, to about ten kilometres: counties, historic and
natural regions, islands, districts. They have no GeoNames numbers.
"""

from functools import cache

from onrecord.knowledge._tables import fold, rows
from onrecord.knowledge.places import Place

_ISO3 = {"US": "USA", "CA": "CAN", "AU": "AUS"}


def find_region(text: str) -> tuple[str, str] | None:
    """The country (ISO 3166-1 alpha-3) and admin1 code of a state's name or abbreviation: "Ala.", "NSW"."""
    return _regions().get(text) or _regions().get(text.rstrip("."))


def find_areas(name: str) -> tuple[Place, ...]:
    """The areas of a name; one without a point is too wide for any: "Europe", "the Gulf"."""
    return _areas().get(fold(name), ())


@cache
def _regions() -> dict[str, tuple[str, str]]:
    found = {}
    for text, region in rows("own_region_abbreviations.tsv"):
        country, _, code = region.partition(".")
        found[text] = (_ISO3[country], code)
    return found


@cache
def _areas() -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for names, kind, country, region, lat, lon, weight in rows("own_areas.tsv"):
        printed = names.split("|")
        area = Place(
            "", 0, printed[0], country, region, float(lat) if lat else None, float(lon) if lon else None,
            int(weight or 0), "city" if kind == "town" else "region", capital=False,
        )  # fmt: skip
        for name in printed:
            found[fold(name)] = (*found.get(fold(name), ()), area)
    return found
