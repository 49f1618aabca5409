"""The clause of a saying: what stands in its sentence beside source, cue and content."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.analysis.parts import Attribution, Extent, Tokens

REACH = 240
"""How many characters from the cue its clause may reach to either side."""


class Clause(NamedTuple):
    """What stands around a cue, up to the spans of other statements."""

    cue: Extent
    """From the cue's first piece in the sentence to its last."""
    gaps: tuple[Extent, ...]
    """What none of the statement's own spans takes, in order."""
    trailing: tuple[Extent, ...]
    """Those of the gaps that begin where a content behind the cue ends: mostly another clause."""


class Clauses:
    """The clauses of an article's attributions, each worked out when it is asked for."""

    def __init__(self, tokens: Tokens, attributions: Sequence[Attribution]) -> None:
        self._tokens, self._attributions = tokens, attributions
        spans = {part for one in attributions for part in (*one.content, *one.cue, *one.source)}
        self._by_start = sorted(spans)
        self._by_end = sorted((end, start) for start, end in spans)

    def of(self, index: int) -> Clause | None:
        """The clause of the attribution with this index; None where it has no cue."""
        one = self._attributions[index]
        if not one.cue:
            return None
        low, high = self.bounds(one)
        first = one.cue[0]
        cue = (first[0], max((end for _, end in one.cue if end <= high), default=first[1]))
        own = {*one.content, *one.cue, *one.source}
        for part in self._near(low, high):
            if part[1] <= cue[0] or part[0] >= cue[1]:
                if part in own or _inside(part, one.content):
                    continue
                low, high = (max(low, part[1]), high) if part[1] <= cue[0] else (low, min(high, part[0]))
        gaps = _gaps(low, high, sorted(own))
        ends = {end for _, end in one.content}
        return Clause(cue, gaps, tuple(gap for gap in gaps if gap[0] >= cue[1] and gap[0] in ends))

    def bounds(self, one: Attribution) -> Extent:
        """The sentence of an attribution's cue, within reach and within the content that holds it."""
        start, end = one.cue[0]
        sentences = self._tokens.sentences
        sentence = sentences[max(0, bisect_right(sentences, (start, 1 << 60)) - 1)]
        low, high = max(sentence[0], start - REACH), min(max(sentence[1], end), end + REACH)
        if one.within is not None:
            for piece in self._attributions[one.within].content:
                if piece[0] <= start < piece[1]:
                    low, high = max(low, piece[0]), min(high, piece[1])
        return low, high

    def _near(self, low: int, high: int) -> Iterable[Extent]:
        """The spans of all statements that begin or end between the two."""
        by_start, by_end = self._by_start, self._by_end
        yield from by_start[bisect_left(by_start, (low,)) : bisect_left(by_start, (high,))]
        for end, start in by_end[bisect_left(by_end, (low,)) : bisect_left(by_end, (high,))]:
            if start < low:
                yield start, end


def _inside(part: Extent, pieces: Sequence[Extent]) -> bool:
    return any(start <= part[0] and part[1] <= end for start, end in pieces)


def _gaps(low: int, high: int, taken: Iterable[Extent]) -> tuple[Extent, ...]:
    """What of the stretch none of the extents (in order) takes."""
    gaps = []
    for start, end in taken:
        if start >= high:
            break
        if start > low:
            gaps.append((low, start))
        low = max(low, end)
    if low < high:
        gaps.append((low, high))
    return tuple(gaps)
