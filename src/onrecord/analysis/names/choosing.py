"""The right one of many places of a name: by what it is said to lie in, by the article's countries, by size.

A candidate's score is the logarithm of its people, with marks for what speaks for it; the shares of all
candidates (softmax to the base ten) are how sure the choice is.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.analysis.names.containers import Area, fits
from onrecord.analysis.names.evidence import Evidence, distance_km
from onrecord.analysis.names.spots import Spot
from onrecord.knowledge.areas import FEDERATIONS, find_areas, find_state
from onrecord.knowledge.names import fold
from onrecord.knowledge.places import Place, find_places

_MOST = 30
"""Candidates that are weighed; the others are smaller."""
_REGION_PEOPLE = 150_000
_STATE_PEOPLE = 1_200_000
"""A state that English prints alone stands before most towns of its name."""
_SPELT, _RENAMED = 0.3, 1.8
_CAPITAL = 6
_COUNTRY, _COUNTRY_FULL = 2.2, 0.5
"""What the article's main country weighs, and from which share on."""
_STATE = 1.1
_UNSTATED, _UNSTATED_CITY, _LARGE_CITY = 0.15, 0.6, 500_000
"""American news prints the state behind a small town; without one a town elsewhere is as likely."""
_LOCAL = 0.7
_NEAR = ((60.0, 1.2), (200.0, 0.7), (500.0, 0.3))
"""Within so many km of another place of the article, what that weighs."""
_SAME_KM = 60.0
"""Candidates so near each other are as good as one."""
_SURE = 30
"""An anchor has so many times the people of any other."""
_LARGE = 10_000
_TOWN = 100_000
_UNSURE = 0.75
_SURE_TOLD = 0.9
_SUPPORT = 0.5
"""What must speak for a place that is not known by itself."""
_LEAST = 0.05
_GENERIC = frozenset(
    [
        "Province",
        "Governorate",
        "County",
        "District",
        "Region",
        "State",
        "City",
        "Oblast",
        "Prefecture",
        "Municipality",
        "Department",
        "Village",
        "Town",
        "Neighborhood",
        "Neighbourhood",
    ]
)
_COMPASS = frozenset(
    [
        "North",
        "South",
        "East",
        "West",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Central",
        "Greater",
        "Downtown",
        "Upper",
        "Lower",
        "Inner",
        "Outer",
        "Rural",
        "Southeast",
        "Southwest",
        "Northeast",
        "Northwest",
    ]
)


class Choice(NamedTuple):
    """The likeliest place of a name."""

    place: Place
    confidence: float
    others: tuple[tuple[Place, float], ...]
    """The candidates, where none is sure, the likeliest first."""
    told: bool
    """Whether the text says what it lies in, and it does."""
    supported: bool
    """Whether the article speaks of its country, or of a place near by."""
    alone: bool
    """Whether no other place is called so."""
    large: bool
    """Whether it is large enough to be meant without a word that says so."""


class Chooser:
    """The places of one article by name; a name means one place throughout, unless the text says which."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._chosen: dict[str, Choice | None] = {}

    def anchor(self, spot: Spot) -> None:
        """Let a place speak for others, where there is no doubt which it is."""
        found = _candidates(spot.name)
        areas = self._areas(spot)
        if areas:
            found = tuple(pair for pair in found if fits(pair[0], areas)) or found
        if found and (len(found) == 1 or all(_is_less(other, found[0]) for other in found[1:])):
            self._evidence.add(spot.name, found[0][0])

    def choose(self, spot: Spot) -> Choice | None:
        """The likeliest place of a name, none where it has none."""
        own = self._evidence.inside.get(spot.start)
        if own is None:
            if spot.name not in self._chosen:
                self._chosen[spot.name] = self._weigh(spot.name, self._areas(spot), strict=False)
            return self._chosen[spot.name]
        return self._weigh(spot.name, own[0], strict=own[1])

    def namesake(self, spot: Spot) -> Choice | None:
        """The place that is no country, of a country's name."""
        others = [place for place, _ in _candidates(spot.name) if place.country != spot.country]
        areas = self._areas(spot)
        inside = [place for place in others if areas and fits(place, areas)]
        if not inside:
            inside = [p for p in others if p.precision == "region" and self._is_set_in(p, spot)]
        if not inside:
            return None
        return Choice(inside[0], _SURE_TOLD, (), told=True, supported=True, alone=True, large=True)

    def _is_set_in(self, state: Place, spot: Spot) -> bool:
        """Whether an article is set in a state's country, and not in the country of the same name."""
        evidence = self._evidence
        states = sum(count for (country, _), count in evidence.regions.items() if country == state.country)
        if state.country not in FEDERATIONS or evidence.share(state.country) < _COUNTRY_FULL:
            return False
        return states > evidence.countries.get(spot.country or "", 0.0)

    def _areas(self, spot: Spot) -> tuple[Area, ...]:
        own = self._evidence.inside.get(spot.start)
        return own[0] if own else self._evidence.named_inside.get(spot.name, ())

    def _weigh(self, name: str, areas: Sequence[Area], *, strict: bool) -> Choice | None:
        found = _candidates(name)
        inside = tuple(pair for pair in found if fits(pair[0], areas)) if areas else ()
        if not inside and areas and strict and found and found[0][1] < math.log10(_TOWN):
            return None
        found = inside or found
        if not found:
            return None
        scored = sorted(
            ((place, size + self._support(name, place)) for place, size in found), key=lambda pair: -pair[1]
        )
        best = scored[0][0]
        shares = _shares(scored)
        sure = sum(share for place, share in shares if _is_same(place, best))
        others = (
            tuple((p, round(share, 2)) for p, share in shares if share >= _LEAST) if sure < _UNSURE else ()
        )
        size = dict(found)[best]
        return Choice(
            best, sure, others, told=bool(inside), supported=self._support(name, best) >= _SUPPORT,
            alone=all(_is_same(place, best) for place, _ in found),
            large=bool(best.geonames) and (best.precision == "region" or size >= math.log10(_LARGE)),
        )  # fmt: skip

    def _support(self, name: str, place: Place) -> float:
        """What the article says for a place."""
        evidence = self._evidence
        mark = _COUNTRY * min(1.0, evidence.share(place.country, but=name) / _COUNTRY_FULL)
        in_state = evidence.speaks_of(place, but=name)
        far = evidence.nearest(name, place)
        if _is_unstated(place) and not in_state and far > _NEAR[1][0]:
            mark *= _UNSTATED if place.population < _TOWN else _UNSTATED_CITY
        mark += _STATE * in_state
        if local := evidence.local.get(name):
            mark += _LOCAL * local[place.country] / sum(local.values())
        return mark + next((weight for km, weight in _NEAR if far <= km), 0.0)


def _is_unstated(place: Place) -> bool:
    """Whether news would print the state of a place where it has not been named."""
    return place.country == "USA" and place.precision == "city" and place.population < _LARGE_CITY


def is_state(name: str) -> bool:
    """Whether a name is a state's or province's and nothing else's of size."""
    return find_state(name) is not None and len(name) > len("Calif.")


@lru_cache(maxsize=1 << 11)
def _candidates(name: str) -> tuple[tuple[Place, float], ...]:
    """The places of a name with the logarithm of their people, the likeliest first by itself."""
    for spelling in _spellings(name):
        found, areas = find_places(spelling)[:_MOST], find_areas(spelling)
        if any(area.lat is None for area in areas):
            return ()
        if found or areas:
            return tuple(_sized(spelling, found, areas))
    return ()


def _sized(name: str, found: Sequence[Place], areas: Sequence[Place]) -> list[tuple[Place, float]]:
    """Each with its size; an area in the same spot as a place of the gazetteer lends it its own."""
    sized = []
    for index, place in enumerate(found):
        lent = max((area.population for area in areas if _is_same(area, place)), default=0)
        people = max(place.population + 1, lent, _people_of(place)) * (_CAPITAL if place.capital else 1)
        sized.append((place, math.log10(people) - (_alias_penalty(name, place) if index else 0)))
    own = [area for area in areas if not any(_is_same(area, place) for place in found)]
    sized += [(area, math.log10(area.population + 1)) for area in own]
    return sorted(sized, key=lambda pair: -pair[1])


def _people_of(place: Place) -> int:
    if place.precision == "city":
        return 0
    return _STATE_PEOPLE if place.country in FEDERATIONS else _REGION_PEOPLE


def _alias_penalty(name: str, place: Place) -> float:
    """What counts against a place of another name: little where that is only spelt otherwise ("Lyons")."""
    known = fold(place.name)
    if known == fold(name):
        return 0.0
    return _SPELT if known[:2] == fold(name)[:2] else _RENAMED


def _spellings(name: str) -> list[str]:
    """A name, and what is left of it without general words: "Sefra Province", "northern Sefra"."""
    words = name.split()
    capitals = [index for index, word in enumerate(words) if not word[0].islower()]
    inner = words[capitals[0] : capitals[-1] + 1] if capitals else words
    found = [words, inner]
    if len(inner) > 1 and inner[-1] in _GENERIC:
        inner = inner[:-1]
        found.append(inner)
    if len(inner) > 1 and inner[0] in _COMPASS:
        found.append(inner[1:])
    return list(dict.fromkeys(" ".join(spelling) for spelling in found))


def _is_less(other: tuple[Place, float], first: tuple[Place, float]) -> bool:
    return first[1] - other[1] >= math.log10(_SURE) or _is_same(other[0], first[0])


def _is_same(one: Place, other: Place) -> bool:
    if one is other:
        return True
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return one.country == other.country and distance_km(one.lat, one.lon, other.lat, other.lon) <= _SAME_KM


def _shares(scored: Sequence[tuple[Place, float]]) -> list[tuple[Place, float]]:
    most = scored[0][1]
    weights = [10 ** (score - most) for _, score in scored]
    return [(place, weight / sum(weights)) for (place, _), weight in zip(scored, weights, strict=True)]
