"""Of what kind each name is, and which runs of capitals are none: the rules' word and the model's, weighed.

Who decides depends on what the rules' word rests on (`Spot.basis`):

| basis  | example                                    | the model decides                               |
|--------|--------------------------------------------|-------------------------------------------------|
| listed | "Norway", "the Kremlin", "Reuters", "Quito"| never, but that a country's name is a person's  |
| title  | "Dr. Holm", "Prime Minister"               | never                                           |
| words  | "National Bank", "Anna Zuur", "chipmaker X"| where it is sure (`SURE`), or a gazetteer agrees|
| none   | "Velmora", "Brightwater Mutual"            | where it thinks so more than not (`LIKELY`)     |

Where it does not decide, everything goes on by the rules, as for a text that the model does not read.
"""

import re
from collections.abc import Sequence

import numpy as np

from onrecord.analysis.names.bounds import agreed
from onrecord.analysis.names.cast import Cast
from onrecord.analysis.names.opinion import CHOICES, GROUP, NOTHING, PLACE, Choice, Opinion, Shares
from onrecord.analysis.names.seats import with_seats
from onrecord.analysis.names.spots import LIKELY, NEEDED, SURE, Spot

_PLURAL = re.compile(r"(?:[^s’']s|men|people)$")
"""A group's name stands for people, "Democrats", where it is no adjective, "Democratic"."""
_OWN = 0.5
"""What a mention's own words weigh against the mean over all mentions of the same name."""
_EVEN = 0.01
"""So near to nothing, neither person nor organisation is likelier than the other."""


def judged(cast: Cast, spots: Sequence[Spot], opinion: Opinion) -> list[Spot]:
    """The spots that are names, each of the kind that rules and model give it together."""
    fitted = agreed(cast.context.text, spots, opinion)
    if not fitted:
        return []
    stretches = [(spot.name_start, spot.end) for spot in fitted]
    shares = _shared(fitted, opinion.shares(stretches))
    _free_of_places(cast, fitted, shares)
    for spot, acts in zip(fitted, opinion.acting(stretches).tolist(), strict=True):
        spot.acts = acts
    verdicts = [CHOICES[k] for k in shares.argmax(axis=1).tolist()]
    likely = shares.max(axis=1).tolist()
    surnames = {
        spot.name.rpartition(" ")[2]
        for spot, verdict in zip(fitted, verdicts, strict=True)
        if " " in spot.name and (spot.basis == "title" or verdict == "person")
    }
    kept = [
        spot
        for spot, verdict, sure in zip(fitted, verdicts, likely, strict=True)
        if sure < _needed(cast, spot, verdict, surnames) or _become(spot, verdict, sure)
    ]
    return with_seats(cast.context.text, kept)


def _shared(spots: Sequence[Spot], shares: Shares) -> Shares:
    """The shares with those of the name's other mentions; what one head calls a group is not nothing."""
    rows: dict[str, list[int]] = {}
    for row, spot in enumerate(spots):
        rows.setdefault(spot.name, []).append(row)
    for same in rows.values():
        if len(same) > 1:
            shares[same] = _OWN * shares[same] + (1 - _OWN) * shares[same].mean(axis=0)
    shares[:, NOTHING] = np.maximum(0, shares[:, NOTHING] - shares[:, GROUP])
    return shares


def _free_of_places(cast: Cast, spots: Sequence[Spot], shares: Shares) -> None:
    """A name that is all of a source, and no known place's, is a person's or a body's wherever it stands."""
    names = {
        spot.name
        for spot in spots
        if spot.basis == "none" and cast.context.is_source(spot) and not cast.may_be_place(spot)
    }
    rows = [row for row, spot in enumerate(spots) if spot.name in names]
    bodies = shares[rows][:, :PLACE] + _EVEN
    shares[rows, :PLACE] += shares[rows, PLACE, None] * bodies / bodies.sum(axis=1, keepdims=True)
    shares[rows, PLACE] = 0


def _needed(cast: Cast, spot: Spot, verdict: Choice, surnames: set[str]) -> float:
    """How likely the model's verdict must be to decide; more than one where it may not."""
    if spot.kind == "country" and verdict == "person":
        return SURE
    if verdict == "nothing" and cast.is_known_place(spot):
        return NEEDED["listed"]
    basis = cast.basis(spot)
    if basis == "words" and verdict == "place" and cast.may_be_place(spot):
        return LIKELY
    if basis == "none" and spot.name in surnames and verdict != "person":
        return NEEDED["words"]
    return NEEDED[basis]


def _become(spot: Spot, kind: Choice, sure: float) -> bool:
    """Make a spot what the model says; false where that is no name of somebody or something."""
    if kind == "nothing" or (kind == "group" and not _PLURAL.search(spot.name)):
        return False
    if spot.kind != kind:
        spot.country = None
    spot.kind, spot.basis, spot.sure = kind, "model", sure
    return True
