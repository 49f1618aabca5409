"""The town behind a company's name is a place and no part of it: "Harlow Inc of Dallas"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.analysis.names.spots import Spot
from onrecord.knowledge.areas import find_state
from onrecord.knowledge.places import find_places

_FORM = r"\b(?:Inc|Corp|Ltd|PLC|Plc|plc|LLC|AG|NV|SpA|GmbH)\.?"
_WITH_SEAT = re.compile(rf"(.{{1,80}}?{_FORM})\s(?:of|in)\s([A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{0,2}})")
_ENDS_IN_FORM = re.compile(rf"{_FORM}$")
_LINKS = frozenset({" of ", " in "})
_SURE = 0.8


def with_seats(text: str, spots: Sequence[Spot]) -> list[Spot]:
    """The spots, with the seats of companies as places of their own."""
    found: list[Spot] = []
    for spot in spots:
        found += _parted(text, spot)
        if len(found) > 1 and _is_seat(text, found[-2], found[-1]):
            found[-1].kind, found[-1].basis, found[-1].country = "place", "model", None
    return found


def _parted(text: str, spot: Spot) -> Iterator[Spot]:
    match = _WITH_SEAT.fullmatch(text, spot.name_start, spot.end) if spot.kind == "organisation" else None
    if match is None or not _is_town(match[2]):
        yield spot
        return
    yield replace(spot, end=match.end(1), name=" ".join(match[1].split()), possessive=False)
    start = match.start(2)
    name = " ".join(match[2].split())
    yield Spot(start, spot.end, start, "place", name, basis="model", sure=_SURE, possessive=spot.possessive)


def _is_seat(text: str, company: Spot, spot: Spot) -> bool:
    """Whether a name that the model takes for a body stands as a company's town."""
    if company.kind != "organisation" or spot.kind != "organisation" or spot.basis != "model":
        return False
    linked = text[company.end : spot.start] in _LINKS and not spot.title
    return linked and _ENDS_IN_FORM.search(company.name) is not None and _is_town(spot.name)


def _is_town(name: str) -> bool:
    return find_state(name) is None and any(place.precision == "city" for place in find_places(name))
