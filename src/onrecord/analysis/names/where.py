"""Places by name, and capitals that stand for their government."""

import re

from onrecord.analysis.names.context import Context
from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.words import LOCATIVES, NO_PERSON, URBAN
from onrecord.knowledge._tables import fold
from onrecord.knowledge.countries import find_capital
from onrecord.knowledge.places import Place, find_place

_DATELINE = re.compile(
    r"(?:[^\n—–.!?]|(?<=[A-Z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\bSept)\.){0,50}?(?:\s\(|\s?[—–]|\s--?\s)"
)
_QUALIFIER = re.compile(r", ((?:[A-Z]\.){2,3}|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)(?=[\s,.;:)—–])")
_ASIDE = r"(?:,? (?:has|have|had|also|and [A-Z]\w+|in turn|later|angrily|formally|on [A-Z]\w+day)){0,2}"
_DOES = re.compile(
    rf"{_ASIDE} (?:said|says|accus|reject|condemn|den(?:y|ied)|insist|demand|vow|retaliat|react|warn|urg"
    r"|agree|refus|back|oppos|support|announc|threat|propos|recogni[sz]|impos|expel|summon|recall|want"
    r"|sees?|view|stood by|pledg|promis|sign|blam|ratif|veto|withdr|declin|call|consider|regard"
    r"|will (?:send|not|never|retaliat|respond|veto|reject|support|back))\w*"
)
_DONE_TO = re.compile(
    r"\b(?:(?:accus|blam|urg|criticis|criticiz)(?:e|es|ed|ing)|(?:warn|press)(?:s|es|ed|ing)?"
    r"|call(?:ed|ing|s) on|sanctions (?:on|against)|(?:ties|relations|talks|war|deal|agreement|tensions) with"
    r"|negotiations with|stood by|sided with|allied with|loyal to) $"
)
_STAYING = frozenset({"in", "at", "near", "outside", "around", "across", "into"})
"""Before a capital's name they leave it a place, whatever else there is."""
_LEAD = 30
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

    def find(self, spot: Spot, *, is_place: bool = False) -> Place | None:
        """The place of a name: capitals, states and cities anywhere, others where "in" or "near" leads.

        Nothing need lead where it is said elsewhere that it `is_place`.
        """
        if spot.name not in self._looked_up:
            self._looked_up[spot.name] = find_place(spot.name, near=self._near)
        qualified = self._qualified(spot)
        if qualified is not None:
            return qualified
        place = self._looked_up[spot.name]
        if place is None or spot.name in NO_PERSON:
            return None
        known = fold(place.name) == fold(spot.name)
        if find_capital(spot.name) or (place.population >= _CITY and known) or place.precision == "region":
            return place
        there = is_place or self._context.word_before(spot) in LOCATIVES or self.opens_dateline(spot)
        return place if there and (known or place.population >= _TOWN) else None

    def _qualified(self, spot: Spot) -> Place | None:
        """The place that its country or state follows: "Valencia, Spain", "DERRY, N.H."."""
        text = self._context.text
        match = _QUALIFIER.match(text, spot.end) if text[spot.end : spot.end + 1] == "," else None
        if match is None or spot.title:
            return None
        return find_place(f"{spot.name}, {match[1]}")

    def opens_dateline(self, spot: Spot) -> bool:
        """Whether a name begins a paragraph and a dash or an agency follows: "GENEVA (AP) —"."""
        text = self._context.text
        if spot.start and text[spot.start - 1] != "\n":
            return False
        return _DATELINE.match(text, spot.end, spot.end + _LONGEST_DATELINE) is not None

    def government(self, spot: Spot, place: Place) -> str | None:
        """The country whose government a capital is here: "Moscow's demands", not "Moscow's streets"."""
        if not spot.possessive and self._acts(spot):
            return capital_of(spot.name, place)
        if spot.acts is not None:
            acts = spot.acts and self._context.word_before(spot) not in _STAYING
            return capital_of(spot.name, place) if acts else None
        if not spot.possessive or self._context.word_before(spot) in LOCATIVES - {"of"}:
            return None
        following = self._context.text[spot.end + 2 : spot.end + 60].split()[:_WORDS_AFTER]
        if not following or any(word.strip(",.").lower() in URBAN for word in following):
            return None
        return capital_of(spot.name, place)

    def _acts(self, spot: Spot) -> bool:
        """Whether a capital does or suffers what governments do: "Warsaw rejected it"."""
        text = self._context.text
        if _DONE_TO.search(text, max(0, spot.start - _LEAD), spot.start):
            return True
        if self._context.word_before(spot) in LOCATIVES:
            return False
        return _DOES.match(text, spot.end) is not None


def capital_of(name: str, place: Place) -> str | None:
    """The country whose capital a place is, as this name names it."""
    capital = find_capital(name)
    return capital.iso3 if capital and capital.iso3 == place.country else None
