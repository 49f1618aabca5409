"""Regions by abbreviation, and areas and towns in the news that the gazetteer's extract lacks.

The areas are written by hand, from general knowledge, to about ten kilometres: counties, historic and
natural regions, islands, districts. They have no GeoNames numbers.
"""

from functools import cache

from onrecord.knowledge._tables import rows
from onrecord.knowledge.names import fold
from onrecord.knowledge.places import Place
from onrecord.knowledge.store import packaged

FEDERATIONS = frozenset({"USA", "CAN", "AUS", "GBR", "DEU", "IND"})
"""Whose states English prints by themselves."""
_AMBIGUOUS = frozenset({"Washington", "Georgia", "New York", "Victoria", "Delhi"})
_DEMONYMS = {
    "USA": {"Texan": "TX", "Californian": "CA", "Floridian": "FL", "Virginian": "VA", "Hawaiian": "HI",
            "Alaskan": "AK", "Ohioan": "OH", "Iowan": "IA", "Oregonian": "OR", "Arizonan": "AZ"},
    "AUS": {"Victorian": "07", "Tasmanian": "06", "Queenslander": "04", "South Australian": "05",
            "West Australian": "08", "Western Australian": "08"},
    "GBR": {"Scottish": "SCT", "Welsh": "WLS", "Northern Irish": "NIR"},
    "DEU": {"Bavarian": "02"},
}  # fmt: skip
_ISO3 = {"US": "USA", "CA": "CAN", "AU": "AUS"}


def find_region(text: str) -> tuple[str, str] | None:
    """The country (ISO 3166-1 alpha-3) and admin1 code of an abbreviation: "Ala.", "NSW"."""
    return _regions().get(text) or _regions().get(text.rstrip("."))


def find_state(words: str) -> tuple[str, str] | None:
    """The country and admin1 code of a federation's state by its name, abbreviation or people: "Texan"."""
    return _states().get(words)


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
def _states() -> dict[str, tuple[str, str]]:
    named = packaged("core").ask("SELECT name, country, code FROM region")
    found = {name: (country, code) for name, country, code in named if country in FEDERATIONS}
    for country, people in _DEMONYMS.items():
        found |= {word: (country, code) for word, code in people.items()}
    return {name: state for name, state in (found | _regions()).items() if name not in _AMBIGUOUS}


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
