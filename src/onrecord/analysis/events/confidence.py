"""How sure an event is: what the model gives its type and parties, weighed so that shares come true.

The weights are fitted by logistic regression (`training/calibrate_events.py`) on events in whole articles
that were judged right or wrong in type and parties, and ship with the model.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from onrecord.analysis.events.parties import Party

FEATURES = ("bias", "chance", "no actor", "no recipient", "said")
"""What is weighed: the log-odds of the chance that type and parties are right, whether there is no actor or
no recipient, and whether it stands in a statement."""
SURE = 5.0
"""Log-odds are cut here on either side."""


class Weigher:
    """Weighs events by the weights of a model; without any the chance itself is the confidence."""

    def __init__(self, calibration: Mapping[str, Mapping[str, float]]) -> None:
        weights = calibration.get("events")
        self._weights = np.array([weights.get(name, 0.0) for name in FEATURES]) if weights else None

    def confidence(self, chance: float, *, actor: bool, recipient: bool, said: bool) -> float:
        """The share of such events that are right."""
        if self._weights is None:
            return round(chance, 3)
        odds = self._weights @ np.array(features(chance, actor=actor, recipient=recipient, said=said))
        return round(1 / (1 + float(np.exp(-odds))), 3)


def chance_of(type_: float, actors: Sequence[Party], recipients: Sequence[Party]) -> float:
    """The chance that the type and either side, each party's mean, are right, were they independent."""
    sides = [float(np.mean([party.chance for party in side])) for side in (actors, recipients) if side]
    return type_ * float(np.prod(sides))


def features(chance: float, *, actor: bool, recipient: bool, said: bool) -> list[float]:
    """The values of `FEATURES`; `actor` and `recipient`: whether there is one."""
    odds = float(np.clip(np.log((chance + 1e-9) / (1 - chance + 1e-9)), -SURE, SURE))
    return [1.0, odds, float(not actor), float(not recipient), float(said)]
