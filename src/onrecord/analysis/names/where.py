"""Places by name, and capitals that stand for their government."""

import re

from onrecord.analysis.names.context import Context
from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.words import LOCATIVES, NO_PERSON, URBAN
from onrecord.knowledge._tables import fold
from onrecord.knowledge.countries import find_capital
from onrecord.knowledge.places import Place, find_place

_DATELINE = re.compile(r"[^\n—–.!?]{0,40}?(?:\s\(|\s?[—–]|\s--?\s)")
_LONGEST_DATELINE = 60
_TOWN = 100_000
_CITY = 500_000
_WORDS_AFTER = 3


class Where:
    """The places of one article. `near` (ISO 3166-1 alpha-3) is the country whose places come first."""

    def __init__(self, context: Context, near: str | None) -> None:
        self._context = context
        self._near = near
        self._looked_up: dict[str, Place | None] = {}

    def find(self, spot: Spot) -> Place | None:
        """The place of a name: capitals, states and cities anywhere, others where "in" or "near" leads."""
        if spot.name not in self._looked_up:
            self._looked_up[spot.name] = find_place(spot.name, near=self._near)
        place = self._looked_up[spot.name]
        if place is None or spot.name in NO_PERSON:
            return None
        known = fold(place.name) == fold(spot.name)
        if find_capital(spot.name) or (place.population >= _CITY and known) or place.precision == "region":
            return place
        there = self._context.word_before(spot) in LOCATIVES or self.opens_dateline(spot)
        return place if there and (known or place.population >= _TOWN) else None

    def opens_dateline(self, spot: Spot) -> bool:
        """Whether a name begins a paragraph and a dash or an agency follows: "GENEVA (AP) —"."""
        text = self._context.text
        if spot.start and text[spot.start - 1] != "\n":
            return False
        return _DATELINE.match(text, spot.end, spot.end + _LONGEST_DATELINE) is not None

    def government(self, spot: Spot, place: Place) -> str | None:
        """The country whose government a capital is here: "Moscow's demands", not "Moscow's streets"."""
        if not spot.possessive or self._context.word_before(spot) in LOCATIVES - {"of"}:
            return None
        following = self._context.text[spot.end + 2 : spot.end + 60].split()[:_WORDS_AFTER]
        if not following or any(word.strip(",.").lower() in URBAN for word in following):
            return None
        return capital_of(spot.name, place)


def capital_of(name: str, place: Place) -> str | None:
    """The country whose capital a place is, as this name names it."""
    capital = find_capital(name)
    return capital.iso3 if capital and capital.iso3 == place.country else None
