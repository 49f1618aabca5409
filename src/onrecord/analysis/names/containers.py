"""What a name is said to lie in: "Birmingham, Alabama", "the Syrian town of Sefra", "Sefra in Mali"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.analysis.names.spots import Spot
from onrecord.knowledge.areas import FEDERATIONS, find_areas, find_region
from onrecord.knowledge.countries import find_country_form
from onrecord.knowledge.places import Place, find_places

Area = tuple[str, str]
"""A country (ISO 3166-1 alpha-3) and the GeoNames admin1 code of a part of it, empty for all of it."""

_NAME = r"(?:[A-Z]\.){2,3}|[A-Z][\w’'-]*\.?(?: (?:and |of )?[A-Z][\w’'-]*){0,3}"
_COMPASS = (
    r"(?:(?:far|the|rural|mainly|north|south|east|west|mid|central|upper|lower|coastal|mainland|southern|northern|eastern"
    r"|western|[a-z]{4,5}-?(?:eastern|western|east|west)|southeast|part of|parts of)[ -]){0,3}"
)
_AFTER = re.compile(rf"(?:, (?:in )?| \(|,? in ){_COMPASS}({_NAME})(?:, ({_NAME}))?")
_KINDS = (
    r"(?:city|town|village|port|suburb|province|district|region|capital|state|resort|island|county|municipality|hamlet"
    r"|settlement|area|neighbou?rhood|governorate|prefecture|oblast|enclave|stronghold|hub|community|commune)"
)
_OF_KIND = re.compile(
    rf"(?:['’]s?)?(?:[ -][a-z]+){{0,3}}[ -]{_KINDS}(?: and (?:[a-z]+ )?{_KINDS})?"
    r" (?:of |called |named )?(?:the )?"
)
_OWNED = re.compile(rf"['’]s? (?:{_COMPASS}|[a-z]+ern )")
_STRICT = frozenset(",.;:)—–\n")
_AHEAD = 90
_BEFORE = 60
_COUNTRY_KINDS = frozenset({"country", "adjective"})


def areas_after(text: str, end: int) -> tuple[tuple[Area, ...], bool]:
    """The areas that follow a name which ends at `end`, and whether marks set them off as in an address."""
    if text[end : end + 2] not in {", ", " (", " i"}:
        return (), False
    window = text[end : end + _AHEAD].replace("\n", " ")
    match = _AFTER.match(window)
    if match is None:
        return (), False
    for number in (1, 2):
        if match[number] and (found := _longest(match[number])):
            areas, length = found
            stop = match.start(number) + length
            return areas, window[stop : stop + 1] in _STRICT and window[0] == ","
    return (), False


def area_before(text: str, before: Spot | None, spot: Spot) -> tuple[Area, ...]:
    """The areas that lead up to a name: "Syria's Idlib", "the Texas city of Paris"."""
    if before is None or not 0 < spot.start - before.end < _BEFORE:
        return ()
    gap = text[before.end : spot.start].replace("\n", " ")
    if not (_OF_KIND.fullmatch(gap) or (before.kind == "country" and _OWNED.fullmatch(gap))):
        return ()
    if before.kind in _COUNTRY_KINDS and before.country:
        return ((before.country, ""), *_states(before.name))
    return areas_of(before.name)


def fits(place: Place, areas: Sequence[Area]) -> bool:
    """Whether a place lies in one of the areas."""
    return any(place.country == country and region in {"", place.region} for country, region in areas)


def _longest(name: str) -> tuple[tuple[Area, ...], int] | None:
    """The areas of the longest beginning of a name that has any, and its length."""
    words = name.split(" ")
    for count in range(len(words), 0, -1):
        text = " ".join(words[:count])
        if areas := areas_of(text):
            return areas, len(text)
        if text[-1] == "." and (areas := areas_of(text[:-1])):
            return areas, len(text) - 1
    return None


@lru_cache(maxsize=1 << 11)
def areas_of(name: str) -> tuple[Area, ...]:
    """The countries and first-level regions of a name, which may be both: "Georgia"."""
    known = find_country_form(name)
    if known:
        return ((known[0].iso3, ""), *_states(name))
    if region := find_region(name):
        return (region,)
    found = [place for place in find_places(name)[:3] if place.precision == "region"]
    areas = [area for area in find_areas(name) if area.precision == "region" and area.country]
    return tuple((place.country, place.region) for place in (*found, *areas))


def _states(name: str) -> tuple[Area, ...]:
    """The states of federations that bear a country's name: Georgia."""
    found = [place for place in find_places(name)[:3] if place.precision == "region"]
    return tuple((place.country, place.region) for place in found if place.country in FEDERATIONS)
