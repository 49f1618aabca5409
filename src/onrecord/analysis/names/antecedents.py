"""Whom a pronoun stands for: what may be meant is scored by a few features, the best is taken if good enough.

The weights were fitted by `training/pronouns.py` on the genres of GUM that no figure is reported on, but for
those marked as chosen: who spoke last is "he" in "he said", which those genres hardly have.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from operator import mul
from typing import Literal

from onrecord.analysis.names.actors import Found

Number = Literal["one", "several", "body"]
"""What pronouns tell apart: he and she, they, it."""

FEATURES = (
    "sentences", "near", "opens", "spoke", "spoke_and_source", "gender", "other_content", "pronoun",
    "behind_preposition", "possessive", "often", "same_sentence_owned", "guess", "group", "country", "main",
)  # fmt: skip
Features = tuple[float, ...]


@dataclass(slots=True)
class Candidate:
    """A mention that a later pronoun may stand for, with what its place in the text tells."""

    found: Found
    sentence: int
    opens: bool
    spoke: bool
    content: int
    behind_preposition: bool


@dataclass(slots=True)
class Asked:
    """A pronoun: where it stands, and what it tells."""

    sentence: int
    content: int
    source: bool
    owns: bool
    gender: str | None


def features(asked: Asked, candidate: Candidate, back: int, count: int, most: int) -> Features:
    """What is known of a candidate, in the order of `FEATURES`.

    `back` is how many candidates stand between, `count` how often its actor was mentioned by now, `most` how
    often the one mentioned most was.
    """
    found = candidate.found
    distance = asked.sentence - candidate.sentence
    foreign = candidate.content >= 0 and candidate.content != asked.content
    return (
        -float(distance),
        -0.1 * back,
        float(candidate.opens),
        float(candidate.spoke),
        float(candidate.spoke and asked.source),
        float(asked.gender is not None and found.actor.gender == asked.gender),
        float(foreign and (asked.source or asked.content < 0)),
        float(found.form == "pronoun"),
        float(candidate.behind_preposition),
        float(found.possessive),
        log(count),
        float(asked.owns and distance == 0),
        float(found.confidence < 0.6),  # noqa: PLR2004 - a guess at what is a name
        float(found.actor.kind == "group"),
        float(found.actor.kind == "country"),
        float(count == most),
    )


def score(values: Features, weights: Sequence[float]) -> float:
    """How well a candidate fits."""
    total: float = sum(map(mul, values, weights))
    return total


WEIGHTS: Mapping[Number, Sequence[float]] = {
    "one": (1.05, 0.96, 0.61, 0.73, 0.8, 1.16, -2.69, 0.81, -0.2, 0.59, 0.22, 0.07, -0.01, 0, 0, 0.48),
    "several": (1.82, 1.26, 0.18, 0.27, 0.54, 0, -0.78, 0.91, -0.49, -0.32, 0.23, 0.16, -0.2, 0.7, -1, -0.1),
    "body": (1.64, 1.02, 0.25, 0.48, 0.48, 0, -0.82, 0.85, -1.04, -0.5, 0.27, 0.86, -0.01, -1, -0.28, -0.08),
}  # fmt: skip
"""By what a pronoun may stand for, in the order of `FEATURES`. `spoke_and_source` of one was chosen."""
LEAST: Mapping[Number, float] = {"one": -99.0, "several": -1.2, "body": 0.6}
"""What the best candidate must reach; "he" is always somebody."""
