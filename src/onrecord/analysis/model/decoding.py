"""The best tags for many stretches at once, and the spans that they mark."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
NEVER = -1e4
"""The score of a move between tags that may not be."""


class Chain(NamedTuple):
    """What a linear chain knows of tags: scores for each pair in turn, for the first and for the last."""

    moves: Floats
    start: Floats
    end: Floats


class Tagged(NamedTuple):
    """A span of words `[first, last)` of a kind, an index into the head's kinds."""

    kind: int
    first: int
    last: int


def best_tags(emissions: Floats, bounds: Sequence[tuple[int, int]], chain: Chain) -> NDArray[np.int8]:
    """A tag for each row of `emissions` `[words, tags]` by Viterbi's algorithm, each stretch on its own.

    All stretches step forward together, longest first, so that the work is one small sum a step.
    """
    tags = np.zeros(len(emissions), np.int8)
    if not bounds:
        return tags
    order = sorted(range(len(bounds)), key=lambda k: bounds[k][0] - bounds[k][1])
    starts = np.array([bounds[k][0] for k in order])
    lengths = np.array([bounds[k][1] - bounds[k][0] for k in order])
    # How many of the stretches are still going at each step; they are the first ones.
    live = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left")
    live[0] = len(lengths)
    moves = np.ascontiguousarray(chain.moves.T)
    best = emissions[starts] + chain.start
    came: list[NDArray[np.int8]] = []
    final = best.copy()
    for step in range(1, lengths[0]):
        n = live[step]
        options = best[:n, None, :] + moves
        back = options.argmax(axis=2).astype(np.int8)
        came.append(back)
        best = np.take_along_axis(options, back[:, :, None].astype(np.int64), axis=2)[:, :, 0]
        best += emissions[starts[:n] + step]
        final[:n] = best
    last = (final + chain.end).argmax(axis=1).astype(np.int8)
    tags[starts + lengths - 1] = last
    at = last.astype(np.int64)
    for step in range(lengths[0] - 1, 0, -1):
        n = live[step]
        rows = np.arange(n)
        at[:n] = came[step - 1][rows, at[:n]]
        tags[starts[:n] + step - 1] = at[:n]
    return tags


def spans(tags: NDArray[np.int8], bounds: Sequence[tuple[int, int]]) -> list[Tagged]:
    """The spans that the tags mark, in order; none crosses a stretch's border."""
    breaks = {start for start, _ in bounds}
    found: list[Tagged] = []
    open_: tuple[int, int] | None = None
    for k in [*np.flatnonzero(tags).tolist(), len(tags)]:
        tag = int(tags[k]) if k < len(tags) else 0
        goes_on = open_ is not None and k == last + 1 and tag == 2 * open_[0] + 2 and k not in breaks
        if open_ is not None and not goes_on:
            found.append(Tagged(open_[0], open_[1], last + 1))
            open_ = None
        if tag and open_ is None:
            open_ = ((tag - 1) // 2, k)
        last = k
    return found
