"""A text in windows that the model can read: whole paragraphs, with a little context on either side.

Every word is in the core of exactly one window; what a window says of its context is not used.
"""

from typing import NamedTuple

import numpy as np

from onrecord.analysis.model.encoding import Encoded, Ints

CORE = 128
"""Pieces of a core, at most, unless a model says otherwise; a single word with more is a core of its own."""
CONTEXT = 24
"""Pieces of context on either side, at most; always whole words."""


class Window(NamedTuple):
    """Words `[first, last)` of a text, of which `[start, end)` are the core."""

    first: int
    last: int
    start: int
    end: int


def bounds(encoded: Encoded) -> Ints:
    """The first piece of each word, and the number of pieces behind the last word."""
    return np.append(encoded.first, len(encoded.ids))


def windows(encoded: Encoded, core: int = CORE, context: int = CONTEXT) -> list[Window]:
    """The text in windows, in time linear in its length.

    A core is as many whole paragraphs as fit. A paragraph that is too long is cut at sentences, and a
    sentence that is too long between any two words.
    """
    at, n = bounds(encoded), len(encoded.first)
    # Every word may begin a core; where sentences may, and where paragraphs may, is preferred in turn.
    breaks = [np.array([a for a, _ in encoded.paragraphs], np.int64), np.array(encoded.sentences, np.int64)]
    found, start = [], 0
    while start < n:
        end = _core_end(at, breaks, start, core)
        first = int(np.searchsorted(at, at[start] - context))
        last = int(np.searchsorted(at, at[end] + context, side="right")) - 1
        found.append(Window(first, last, start, end))
        start = end
    return found


def _core_end(at: Ints, breaks: list[Ints], start: int, core: int) -> int:
    """Where the core that begins with the word `start` ends: the last break of the best sort that fits."""
    end = max(start + 1, int(np.searchsorted(at, at[start] + core, side="right")) - 1)
    if end == len(at) - 1:
        return end
    for places in breaks:
        cut = int(places[k]) if (k := int(np.searchsorted(places, end, side="right")) - 1) >= 0 else 0
        if cut > start:
            return cut
    return end
