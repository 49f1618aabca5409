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


def best_tags(
    emissions: Sequence[Floats], chains: Sequence[Chain], bounds: Sequence[tuple[int, int]]
) -> list[NDArray[np.int8]]:
    """For each head a tag for each row of its emissions `[words, tags]`, by Viterbi's algorithm.

    Each stretch of words stands on its own. All stretches of all heads step forward together, longest first,
    so that a text costs one small sum for each word of its longest stretch and no more.
    """
    n_words, n_tags = len(emissions[0]), max(each.shape[1] for each in emissions)
    if not bounds:
        return [np.zeros(n_words, np.int8) for _ in emissions]
    scores = np.concatenate([_padded(each, n_tags) for each in emissions])
    lengths = np.array([end - start for start, end in bounds])
    order = np.argsort(-lengths, kind="stable")
    starts = np.repeat(np.array([start for start, _ in bounds])[order], len(chains))
    starts += np.tile(np.arange(len(chains)) * n_words, len(bounds))
    heads = np.tile(np.arange(len(chains)), len(bounds))
    table = _Table(chains, n_tags)
    tags = _walk(scores, starts, np.repeat(lengths[order], len(chains)), table.of(heads))
    return [tags[k * n_words : (k + 1) * n_words] for k in range(len(chains))]


class _Table:
    """The chains of all heads, padded to one number of tags."""

    def __init__(self, chains: Sequence[Chain], n_tags: int) -> None:
        self._moves = np.full((len(chains), n_tags, n_tags), NEVER, np.float32)
        self._ends = np.full((2, len(chains), n_tags), NEVER, np.float32)
        for k, chain in enumerate(chains):
            n = len(chain.start)
            self._moves[k, :n, :n] = chain.moves.T
            self._ends[0, k, :n], self._ends[1, k, :n] = chain.start, chain.end

    def of(self, heads: NDArray[np.int64]) -> Chain:
        """The chain of each of `heads`, `moves` by where to, then where from."""
        return Chain(self._moves[heads], self._ends[0, heads], self._ends[1, heads])


def _walk(
    scores: Floats, starts: NDArray[np.int64], lengths: NDArray[np.int64], chain: Chain
) -> NDArray[np.int8]:
    """The best tags of stretches of `scores`, which come longest first, each with its chain."""
    tags = np.zeros(len(scores), np.int8)
    # How many of the stretches still go on at each step; they are the first ones.
    live = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left")
    live[0] = len(lengths)
    best = scores[starts] + chain.start
    final = best.copy()
    came: list[NDArray[np.int64]] = []
    for step in range(1, lengths[0]):
        n = live[step]
        options = best[:n, None, :] + chain.moves[:n]
        came.append(options.argmax(axis=2))
        best = options.max(axis=2) + scores[starts[:n] + step]
        final[:n] = best
    at = (final + chain.end).argmax(axis=1)
    tags[starts + lengths - 1] = at
    for step in range(lengths[0] - 1, 0, -1):
        n = live[step]
        at[:n] = came[step - 1][np.arange(n), at[:n]]
        tags[starts[:n] + step - 1] = at[:n]
    return tags


def _padded(scores: Floats, n_tags: int) -> Floats:
    missing = n_tags - scores.shape[1]
    return np.pad(scores, ((0, 0), (0, missing)), constant_values=NEVER) if missing else scores


def spans(tags: NDArray[np.int8], bounds: Sequence[tuple[int, int]]) -> list[Tagged]:
    """The spans that the tags mark, in order; none crosses a stretch's border."""
    breaks = {start for start, _ in bounds}
    found: list[Tagged] = []
    open_: tuple[int, int] | None = None
    last = -1
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
