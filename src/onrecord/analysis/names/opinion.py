"""What the model says of the names of a text, asked by characters."""

from collections.abc import Sequence
from itertools import chain
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.model.heads import ACTING, GROUPS, NAMES, columns
from onrecord.analysis.model.reading import Reading

Shares = NDArray[np.float64]
Choice = Literal["person", "organisation", "place", "group", "nothing"]
CHOICES: tuple[Choice, ...] = ("person", "organisation", "place", "group", "nothing")
"""What a stretch may be, in the order of the columns of `Opinion.shares`: the heads' kinds, or no name."""
PLACE, GROUP, NOTHING = CHOICES.index("place"), CHOICES.index("group"), CHOICES.index("nothing")


class Tagged(NamedTuple):
    """A name as the model marks it, and how likely it is of this kind, from 0 to 1."""

    start: int
    end: int
    kind: str
    sure: float


class Opinion:
    """The model's word on one text. All stretches are asked about at once, for speed."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        emissions = reading.outputs.emissions
        names = _softmax(emissions[:, columns()[NAMES.name]])
        groups = _softmax(emissions[:, columns()[GROUPS.name]])
        self._acting = emissions[:, columns()[ACTING]][:, 0]
        # Sums up to each word, so that the mean of any stretch is one subtraction.
        self._sums = np.zeros((len(CHOICES), len(emissions) + 1))
        each = np.vstack([names[1::2] + names[2::2], 1 - groups[:1], names[:1]])
        np.cumsum(each, axis=1, dtype=np.float64, out=self._sums[:, 1:])
        extents = np.fromiter(chain.from_iterable(reading.encoded.extents), np.int64, 2 * len(emissions))
        self._starts, self._ends = extents[::2].copy(), extents[1::2].copy()

    def shares(self, stretches: Sequence[tuple[int, int]]) -> Shares:
        """For each stretch of characters `[start, end)` how likely each of `CHOICES` is, as its words' mean.

        What the head of names says adds up to one; that it is a group is said by another head.
        """
        first, last = self._words(stretches)
        shares: Shares = (self._sums[:, last] - self._sums[:, first]) / np.maximum(last - first, 1)
        return np.ascontiguousarray(shares.T)

    def acting(self, stretches: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
        """Whether each stretch, were it a place, would act as a party."""
        first, _ = self._words(stretches)
        acts: NDArray[np.bool_] = self._acting[np.minimum(first, len(self._acting) - 1)] > 0
        return acts

    def tagged(self) -> list[Tagged]:
        """The names that the model marks, in order."""
        extents = self._reading.encoded.extents
        found = self._reading.spans(NAMES)
        first, last = (np.array([one[k] for one in found], np.int64) for k in (1, 2))
        kinds = np.array([one.kind for one in found], np.int64)
        sure = ((self._sums[kinds, last] - self._sums[kinds, first]) / (last - first)).tolist()
        return [
            Tagged(extents[one.first][0], extents[one.last - 1][1], CHOICES[one.kind], likely)
            for one, likely in zip(found, sure, strict=True)
        ]

    def _words(self, stretches: Sequence[tuple[int, int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The range of words that each stretch touches."""
        places = np.array(stretches, np.int64).reshape(-1, 2)
        first = np.searchsorted(self._ends, places[:, 0], side="right")
        return first, np.maximum(first, np.searchsorted(self._starts, places[:, 1], side="left"))


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The shares of the tags, one row a tag."""
    scores = np.ascontiguousarray(scores.T)
    shares: NDArray[np.float32] = np.exp(scores - scores.max(axis=0))
    shares /= shares.sum(axis=0)
    return shares
