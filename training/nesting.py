"""Labels for statements within statements where a corpus has none: the model reads each content by itself.

A network that has learnt who says what at the top finds, in a content cut out of its article, what that
content attributes in its turn. Reports by the speaker of his own doings ("I think", "we told them") are not
kept, nor those without a source, which mostly are fragments.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import torch

from onrecord.analysis.model.decoding import Chain, Tagged, best_tags, spans
from onrecord.analysis.model.heads import INNER, ROLES, columns
from training.network import Network
from training.numbers import UNKNOWN, Numbered
from training.windows import SIZES, Window, collate

SHORTEST = 6
"""Words of a content that may hold a statement."""
_SOURCE, _CUE, _CONTENT = range(len(ROLES.kinds))


def chain_of(network: Network, head: str) -> Chain:
    """The network's chain of a head, for decoding."""
    moves, start, end = (scores.detach().numpy() for scores in network.crfs[head].scores())
    return Chain(moves, start, end)


@torch.no_grad()
def label_inner(network: Network, documents: Sequence[Numbered]) -> None:
    """Fill the inner labels of documents whose roles are labelled, in place."""
    network.eval()
    chain = chain_of(network, ROLES.name)
    for document in documents:
        roles, inner = document.labels[ROLES.name], document.labels[INNER.name]
        inner[:] = np.where(roles == UNKNOWN, UNKNOWN, 0)
        pieces = [w for w in _contents(document) if w.n_pieces <= SIZES[1]]
        for k in range(0, len(pieces), 8):
            group = pieces[k : k + 8]
            batch = collate(group)
            with torch.autocast("cpu", torch.bfloat16):
                emissions = network(batch.ids, batch.features, batch.mask)[0].float().numpy()
            for row, window in enumerate(group):
                first = document.encoded.first[window.first : window.last]
                scores = emissions[row, first - first[0] + 1, columns()[ROLES.name]]
                whole = [(0, len(scores))]
                found = spans(best_tags([scores], [chain], whole)[0], whole)
                if _counts(document, window, found):
                    _paint(inner, window.first, found)


def _contents(document: Numbered) -> Iterator[Window]:
    tags = document.labels[ROLES.name].astype(np.int8)
    tags = np.where(tags < 0, 0, tags)
    for span in spans(tags, document.encoded.paragraphs):
        if span.kind == _CONTENT and span.last - span.first >= SHORTEST:
            yield Window(document, span.first, span.last, span.first, span.last)


def _counts(document: Numbered, window: Window, found: list[Tagged]) -> bool:
    """Whether it is a whole statement of somebody else's."""
    kinds = {span.kind for span in found}
    sources = [window.first + span.first for span in found if span.kind == _SOURCE]
    words = {_word(document, k) for k in sources}
    return kinds == {_SOURCE, _CUE, _CONTENT} and words.isdisjoint({_I, _WE})


_I, _WE = "i", "we"


def _word(document: Numbered, word: int) -> str:
    start, end = document.encoded.extents[word]
    return document.text[start:end].lower()


def _paint(inner: np.ndarray, offset: int, found: list[Tagged]) -> None:
    for kind, first, last in found:
        inner[offset + first : offset + last] = 2 + 2 * kind
        inner[offset + first] = 1 + 2 * kind
