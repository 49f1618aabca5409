"""Who said what: the model's spans and links, and the quotation marks, put together as attributions.

The model says which words are source, cue and content, and which cue a content leans on. The marks decide
for what they enclose: a content that takes most of a quotation takes all of it, and a quotation of whole
sentences that the model left out goes to whoever speaks beside it.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.attributions.confidence import Weigher
from onrecord.analysis.attributions.drafts import Range
from onrecord.analysis.attributions.joining import join_quotations
from onrecord.analysis.attributions.links import link
from onrecord.analysis.attributions.marked import Marked, is_long, sort_of
from onrecord.analysis.attributions.nesting import held, nested
from onrecord.analysis.attributions.spans import agreed, comma_settled, role_spans
from onrecord.analysis.model.heads import INNER, ROLES
from onrecord.analysis.model.reading import Reading
from onrecord.analysis.parts import Attribution, Extent, Quotation, Tokens

ANONYMOUS = 0.5
"""Confidence of a quotation in a language that the model does not read."""


def find_attributions(
    tokens: Tokens, quotations: Sequence[Quotation], reading: Reading | None
) -> list[Attribution]:
    """The text's attributions in order of their first character.

    Without a `reading`, as for a text that is not English, its long quotations stand alone, without cue and
    source. Content, cue and source of one attribution never overlap; `within` counts in the list returned.
    """
    if reading is None:
        outer = [quotation for quotation in quotations if quotation.level == 0]
        found = [_anonymous(one) for one in outer if is_long(tokens.text, one)]
    else:
        found = [attribution for attribution, _ in _level(tokens, quotations, reading, 0)]
        within = [attribution for attribution, _ in _level(tokens, quotations, reading, 1)]
        found += held(within, found)
    found.sort(key=_reach)
    return nested(found)


def drafted(
    tokens: Tokens, quotations: Sequence[Quotation], reading: Reading
) -> Iterator[tuple[Attribution, NDArray[np.float64]]]:
    """The attributions that stand in no other, each with what its confidence is weighed by."""
    return _level(tokens, quotations, reading, 0)


def _level(
    tokens: Tokens, quotations: Sequence[Quotation], reading: Reading, level: int
) -> Iterator[tuple[Attribution, NDArray[np.float64]]]:
    """The attributions that stand in no other (level 0), or those in the content of another (level 1)."""
    head = (ROLES, INNER)[level]
    marked = Marked.of(tokens, quotations, reading.encoded, level)
    linked = link(reading, agreed(role_spans(reading, head), marked.closed))
    drafts = [draft for draft in linked if draft.cue] if level else join_quotations(marked, linked)
    weigher = Weigher(reading, head)
    for draft in drafts:
        if draft.contents:
            draft.source = comma_settled(tokens.text, reading.encoded, draft)
            content = _extents(reading, draft.contents)
            sort = sort_of(tokens.text, content, marked.extents)
            features = weigher.features(draft, sort)
            yield (
                Attribution(
                    content=content,
                    cue=_extents(reading, [draft.cue] if draft.cue else []),
                    source=_extents(reading, [draft.source] if draft.source else []),
                    type=sort,
                    confidence=weigher.confidence(features),
                ),
                features,
            )


def _anonymous(quotation: Quotation) -> Attribution:
    return Attribution(content=quotation.pieces, cue=(), source=(), type="direct", confidence=ANONYMOUS)


def _reach(one: Attribution) -> Extent:
    """Where an attribution begins; of those that begin with their content the longest is the outermost."""
    first = min(one.content + one.cue + one.source)
    return first[0], -first[1] if first in one.content else 0


def _extents(reading: Reading, ranges: Iterable[Range]) -> tuple[Extent, ...]:
    words = reading.encoded.extents
    return tuple((words[first][0], words[last - 1][1]) for first, last in sorted(ranges))
