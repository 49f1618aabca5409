"""Places by name, and capitals that stand for their government."""

import re
from collections.abc import Sequence

from onrecord.analysis.names.choosing import Choice, Chooser, is_state
from onrecord.analysis.names.context import Context
from onrecord.analysis.names.evidence import Evidence
from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.words import LOCATIVES, NO_PERSON, URBAN
from onrecord.knowledge.areas import find_areas
from onrecord.knowledge.countries import find_capital
from onrecord.knowledge.names import fold
from onrecord.knowledge.places import Place
from onrecord.record import Candidate, Entity
from onrecord.resolution.entities import numbered

_DATELINE = re.compile(
    r"(?:[^\n—–.!?]|(?<=[A-Z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\bSept)\.){0,50}?(?:\s\(|\s?[—–]|\s--?\s)"
)
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
_FAIR = 10_000
_LONGEST_ACRONYM = 5
_WORDS_AFTER = 3
_MAYBE_PLACES = frozenset({"unknown", "place"})


class Where:
    """The places of one article. `near` (ISO 3166-1 alpha-3) is the country of its dateline."""

    def __init__(self, context: Context, near: str | None) -> None:
        self._context = context
        self._near = near
        self._chooser: Chooser | None = None

    def survey(self, spots: Sequence[Spot]) -> None:
        """Read where the article is set from its names, before any of them is looked for."""
        self._chooser = Chooser(Evidence(self._context.text, spots, self._near))
        for spot in spots:
            if spot.kind in _MAYBE_PLACES and not spot.title and self._leads(spot):
                self._chooser.anchor(spot)

    def find(self, spot: Spot, *, is_place: bool = False) -> Choice | None:
        """The place of a name: capitals, states and cities anywhere, others where "in" or "near" leads.

        Nothing need lead where it is said elsewhere that it `is_place`.
        """
        choice = self._choose(spot)
        if choice is None or choice.told:
            return choice
        if spot.name in NO_PERSON:
            return None
        if is_place:
            return choice if self._may_be(spot, choice) else None
        return (
            choice
            if choice.large and (self._stands_alone(spot, choice) or self._is_led(spot, choice))
            else None
        )

    def is_likely(self, spot: Spot) -> bool:
        """Whether a place of some size is called so."""
        choice = self._choose(spot)
        if choice is None or not choice.large or spot.name in NO_PERSON:
            return False
        return _is_known(spot, choice) or choice.place.population >= _TOWN

    def area(self, spot: Spot) -> Choice | None:
        """The region that is called nothing else, whatever looks like a body in it: "Hunter Valley"."""
        choice = self._choose(spot) if " " in spot.name and find_areas(spot.name) else None
        return choice if choice and choice.alone and choice.place.precision == "region" else None

    def namesake(self, spot: Spot) -> Choice | None:
        """The place that a country's name means here: the state of Georgia, "Lebanon, Pa."."""
        return self._chooser.namesake(spot) if self._chooser and spot.country else None

    def _choose(self, spot: Spot) -> Choice | None:
        if spot.title:
            return None
        if self._chooser is None:
            self.survey([spot])
        assert self._chooser is not None
        return self._chooser.choose(spot)

    def _may_be(self, spot: Spot, choice: Choice) -> bool:
        """Whether a name that is a place's may be this one's."""
        place = choice.place
        if spot.name.isupper() and len(spot.name) <= _LONGEST_ACRONYM and not self.opens_dateline(spot):
            return choice.supported and place.precision == "region"
        if choice.supported or place.capital or place.precision == "region":
            return True
        if choice.alone and len(spot.name) > _LONGEST_ACRONYM:
            return True
        return place.population >= (_FAIR if _is_known(spot, choice) else _TOWN) and bool(place.geonames)

    def _stands_alone(self, spot: Spot, choice: Choice) -> bool:
        """Whether a name is a place's wherever it stands."""
        place = choice.place
        if find_capital(spot.name) or place.precision == "region":
            return True
        return place.population >= _CITY and _is_known(spot, choice)

    def _is_led(self, spot: Spot, choice: Choice) -> bool:
        """Whether what stands before or behind a name makes a place of it."""
        if self._context.word_before(spot) not in LOCATIVES and not self.opens_dateline(spot):
            return False
        return _is_known(spot, choice) or choice.place.population >= _TOWN

    def _leads(self, spot: Spot) -> bool:
        return (
            self._context.word_before(spot) in LOCATIVES or self.opens_dateline(spot) or is_state(spot.name)
        )

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


def _is_known(spot: Spot, choice: Choice) -> bool:
    """Whether the place is known by this name above all."""
    return fold(choice.place.name) == fold(spot.name)


def place_entity(id_: str, choice: Choice) -> Entity:
    """The record's entity of a place, with its namesakes where it may be one of them."""
    others = [Candidate(entity=_entity(place.id, place), confidence=sure) for place, sure in choice.others]
    return _entity(id_, choice.place, numbered(others, id_))


def _entity(id_: str, place: Place, candidates: tuple[Candidate, ...] = ()) -> Entity:
    return Entity(
        id=id_,
        kind="place",
        name=place.name,
        country=place.country,
        geonames=place.geonames or None,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
        candidates=candidates,
    )


def capital_of(name: str, place: Place) -> str | None:
    """The country whose capital a place is, as this name names it."""
    capital = find_capital(name)
    return capital.iso3 if capital and capital.iso3 == place.country else None
