"""Which cue a content leans on, and whose cue it is.

Both are chosen by the model's vectors for the first words of the spans, and by how near they stand: given
the right spans, the nearest alone is right for 98 of 100 contents and 92 of 100 cues in PolNeAR's training
articles.
"""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from onrecord.analysis.attributions.drafts import Draft, Range, Roles, gap
from onrecord.analysis.model.heads import POINTER
from onrecord.analysis.model.reading import Reading

FARNESS = 0.2
"""What each word between two spans costs, in the unit of the vectors' products."""
NO_SOURCE = -1.0
"""The score of a cue's having no source, before the model's say."""
FAR_AHEAD = 8.0
"""How far a cue without any source near it is ahead of having one."""
REACH = 8
"""How many cues or sources on either side of a span are looked at."""
_CONTENT, _TO_CUE, _CUE, _TO_SOURCE = range(4)


def link(reading: Reading, roles: Roles) -> list[Draft]:
    """A draft for each cue, with its contents and source, and one for each content without a cue near it.

    Cues and sources are looked for in the content's own paragraph, `REACH` of them on either side.
    """
    scores = _Scores(reading, roles)
    drafts: list[Draft] = []
    for paragraph in reading.encoded.paragraphs:
        cues, sources, contents = (
            _within(spans, paragraph) for spans in (roles.cues, roles.sources, roles.contents)
        )
        here = [scores.draft(cue, _near(cue, sources)) for cue in cues]
        by_cue = dict(zip(cues, here, strict=True))
        for content in contents:
            if cues:
                by_cue[scores.cue_of(content, _near(content, cues))].contents.append(content)
            else:
                drafts.append(Draft([content], None, None))
        drafts += here
    return drafts


def _within(spans: Sequence[Range], paragraph: Range) -> Sequence[Range]:
    first, last = paragraph
    return spans[bisect_left(spans, (first, 0)) : bisect_left(spans, (last, 0))]


def _near(span: Range, others: Sequence[Range]) -> Sequence[Range]:
    """Those of the others that stand nearest, so that a paragraph without end takes no time without end."""
    at = bisect_left(others, span)
    return others[max(0, at - REACH) : at + REACH]


class _Scores:
    """How well spans of a text go together, by the vectors of their first words."""

    def __init__(self, reading: Reading, roles: Roles) -> None:
        words = sorted({span[0] for spans in roles for span in spans})
        self._row = {word: row for row, word in enumerate(words)}
        self._vectors = reading.model.pointers(reading.outputs.hidden[words]) / POINTER**0.25
        self._none = reading.model.no_source / POINTER**0.25

    def cue_of(self, content: Range, cues: Sequence[Range]) -> Range:
        """The cue that a content leans on."""
        scores = [
            self._product(content, _CONTENT, cue, _TO_CUE) - FARNESS * gap(content, cue) for cue in cues
        ]
        return cues[int(np.argmax(scores))]

    def draft(self, cue: Range, sources: Sequence[Range]) -> Draft:
        """The cue with its source, if it has one."""
        vector = self._vectors[self._row[cue[0]], _CUE]
        scores = [float(vector @ self._none) + NO_SOURCE]
        scores += [
            self._product(cue, _CUE, source, _TO_SOURCE) - FARNESS * gap(cue, source) for source in sources
        ]
        best = int(np.argmax(scores))
        draft = Draft([], cue, sources[best - 1] if best else None)
        draft.sure = scores.pop(best) - max(scores) if len(scores) > 1 else FAR_AHEAD
        return draft

    def _product(self, one: Range, kind: int, other: Range, to: int) -> float:
        return float(self._vectors[self._row[one[0]], kind] @ self._vectors[self._row[other[0]], to])
