"""Where an article is set: the countries, regions and well-known places that it mentions."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.analysis.names.containers import Area, area_before, areas_after, areas_of
from onrecord.analysis.names.spots import Spot
from onrecord.knowledge.areas import find_state
from onrecord.knowledge.places import Place

_WEIGHTS = {"country": 1.0, "adjective": 0.8, "people": 0.8, "government": 1.0}
_TITLED = 0.4
_ORIGIN = 3.0
"""What the country of the dateline weighs beside one mention of a country."""
_HOLDERS, _HELD, _LONGEST_STATE = frozenset({"organisation", "unknown"}), 0.6, 3
"""Names that may have a state's in them, what that weighs, and how many words it has at most."""
_HOMES = {
    "Inc": "USA", "Corp": "USA", "PLC": "GBR", "Plc": "GBR", "plc": "GBR", "GmbH": "DEU", "SpA": "ITA",
    "Pty": "AUS", "BV": "NLD", "NV": "NLD", "Oy": "FIN", "Oyj": "FIN", "ASA": "NOR", "Bhd": "MYS",
    "Ltda": "BRA", "SARL": "FRA",
}  # fmt: skip
"""Where companies of a legal form mostly are."""
_TOO_LARGE = frozenset({"", "ENG"})
"""Regions that tell no more than their country does."""
_LOCAL = 80
"""A country named within so many characters of a place is likely its own."""
_EARTH_KM = 6371.0
_RADIANS = math.pi / 180
_NEAREST = 12
"""So many other places are asked how far they are."""

Point = tuple[str, float, float]


class Evidence:
    """What the spots of an article tell of its countries; `origin` is the country of its dateline."""

    def __init__(self, text: str, spots: Sequence[Spot], origin: str | None) -> None:
        self.countries: defaultdict[str, float] = defaultdict(float)
        self.regions: Counter[Area] = Counter()
        self.points: list[Point] = []
        self.inside: dict[int, tuple[tuple[Area, ...], bool]] = {}
        """By where a spot starts: the areas that it is said to lie in, and whether as in an address."""
        self.named_inside: dict[str, tuple[Area, ...]] = {}
        """By name: the first such areas of the article."""
        self._added: dict[str, Counter[str]] = {}
        self.local: dict[str, Counter[str]] = {}
        if origin:
            self.countries[origin] += _ORIGIN
        self._survey(text, spots)

    def _survey(self, text: str, spots: Sequence[Spot]) -> None:
        before: Spot | None = None
        for spot in spots:
            if spot.country and spot.kind in _WEIGHTS:
                if not (spot.kind == "country" and len(areas_of(spot.name)) > 1):
                    self.countries[spot.country] += _WEIGHTS[spot.kind]
            elif spot.country and spot.title:
                self.countries[spot.country] += _TITLED
            if not spot.country and spot.kind in _HOLDERS:
                self._note_states(spot.name)
                if home := _HOMES.get(spot.name.rpartition(" ")[2].rstrip(".")):
                    self.countries[home] += _HELD / 2
            if not spot.title and spot.kind not in {"adjective", "people", "government"}:
                self._note_inside(text, before, spot)
            if before:
                self._note_local(before, spot)
            before = spot

    def _note_states(self, name: str) -> None:
        """Note the states in the name of a body: "Ohio Bankers Association"."""
        words = name.split()
        for length in range(1, _LONGEST_STATE + 1):
            for first in range(len(words) - length + 1):
                if state := find_state(" ".join(words[first : first + length])):
                    self.countries[state[0]] += _HELD
                    self.regions[state] += 1

    def _note_inside(self, text: str, before: Spot | None, spot: Spot) -> None:
        areas, strict = areas_after(text, spot.end)
        if not areas:
            areas, strict = area_before(text, before, spot), True
        if find_state(spot.name):
            areas = tuple(area for area in areas if not area[1])  # one of a list of states
        areas = tuple(area for area in areas if area[0] != spot.country)
        if areas:
            self.inside[spot.start] = areas, strict
            self.named_inside.setdefault(spot.name, areas)

    def _note_local(self, before: Spot, spot: Spot) -> None:
        if spot.start - before.end > _LOCAL:
            return
        for one, other in ((before, spot), (spot, before)):
            if one.country and one.kind in _WEIGHTS and other.kind not in _WEIGHTS:
                self.local.setdefault(other.name, Counter())[one.country] += 1

    def add(self, name: str, place: Place) -> None:
        """Note a place that is sure to be meant."""
        self.countries[place.country] += 1
        self._added.setdefault(name, Counter())[place.country] += 1
        self.regions[place.country, place.region] += 1
        if place.lat is not None and place.lon is not None and place.precision == "city":
            self.points.append((name, place.lat, place.lon))

    def share(self, country: str, *, but: str = "") -> float:
        """A country's share, from 0 to 1, of what the article says of countries, but by one name."""
        own = self._added.get(but, Counter())
        total = sum(self.countries.values()) - own.total() + 1
        return (self.countries.get(country, 0.0) - own[country]) / total

    def speaks_of(self, place: Place, *, but: str) -> bool:
        """Whether the article speaks of a place's region, but by one name."""
        own = self._added.get(but, Counter())[place.country]
        return place.region not in _TOO_LARGE and self.regions[place.country, place.region] > own

    def nearest(self, name: str, place: Place) -> float:
        """How far the nearest other place of the article is, in km; infinite where there is none."""
        if place.lat is None or place.lon is None:
            return math.inf
        far = math.inf
        for other, lat, lon in self.points[:_NEAREST]:
            if other != name:
                far = min(far, distance_km(place.lat, place.lon, lat, lon))
        return far


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """About the distance of two points in degrees, as on a plane where they are near."""
    east = ((lon - other_lon + 180) % 360 - 180) * math.cos((lat + other_lat) / 2 * _RADIANS)
    return _EARTH_KM * _RADIANS * math.hypot(lat - other_lat, east)
