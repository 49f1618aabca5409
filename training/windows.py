"""Documents to batches: the windows that the package reads in, of random size, side by side by length."""

import random
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

from onrecord.analysis.model import windowing
from onrecord.analysis.model.heads import ACTING, N_COLUMNS, TAGGED
from training.acts import EventBatch, event_batch
from training.numbers import NONE, UNKNOWN, Numbered

SIZES = (64, 254)
"""Pieces of a window, drawn anew for every document and epoch."""
CONTEXTS = (0, 0, 16, 40)
"""Pieces of context on either side, likewise; they are read and not judged."""
STEP = 2048
"""Pieces in a batch, padding included."""
POOL = 96
"""Windows that are sorted by length among themselves to keep the padding small."""


class Window(NamedTuple):
    """Words `[first, last)` of a document, of which `[start, end)` are judged."""

    document: Numbered
    first: int
    last: int
    start: int
    end: int

    @property
    def n_pieces(self) -> int:
        """With one special piece at either end."""
        return bound(self.document, self.last) - bound(self.document, self.first) + 2


class Batch(NamedTuple):
    """Windows side by side. Word positions count in the flattened `[windows * pieces]`."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    sequences: dict[str, tuple[Tensor, Tensor, Tensor]]
    """By head: positions `[s, t]`, tags `[s, t]`, lengths `[s]`."""
    acting: tuple[Tensor, Tensor]
    to_cue: tuple[Tensor, Tensor, Tensor]
    """Positions of contents, positions of candidates `[n, c]` (-1: none), index of the right one `[n]`."""
    to_source: tuple[Tensor, Tensor, Tensor]
    """The same for cues; candidate 0 stands for having no source."""
    events: EventBatch
    targets: tuple[Tensor, Tensor]
    """Positions of words `[n]` and a teacher's emissions for them `[n, N_COLUMNS]`."""
    n_words: int


def moved(batch: Batch, device: torch.device) -> Batch:
    """The batch with its tensors on a device."""

    def move(part: Any) -> Any:  # noqa: ANN401 - whatever a batch holds
        if isinstance(part, Tensor):
            return part.to(device)
        if isinstance(part, dict):
            return {name: move(each) for name, each in part.items()}
        if isinstance(part, EventBatch):
            return EventBatch(*map(move, part))
        return type(part)(map(move, part)) if type(part) in {tuple, list} else part

    return Batch(*map(move, batch))


def bound(document: Numbered, word: int) -> int:
    """The first piece of a word, or the number of pieces behind the last."""
    first = document.encoded.first
    return int(first[word]) if word < len(first) else len(document.encoded.ids)


def windows(document: Numbered, rng: random.Random) -> list[Window]:
    """The document in windows of one random size, with one random width of context."""
    size, context = rng.randint(*SIZES), rng.choice(CONTEXTS)
    return [Window(document, *window) for window in windowing.windows(document.encoded, size, context)]


def batches(documents: Sequence[Numbered], rng: random.Random) -> Iterator[Batch]:
    """All documents once, in random order."""
    found = [window for document in documents for window in windows(document, rng)]
    rng.shuffle(found)
    for k in range(0, len(found), POOL):
        pool = sorted(found[k : k + POOL], key=lambda window: window.n_pieces)
        groups: list[list[Window]] = [[]]
        for window in pool:
            if (len(groups[-1]) + 1) * window.n_pieces > STEP:
                groups.append([])
            groups[-1].append(window)
        rng.shuffle(groups)
        yield from (collate(group) for group in groups if group)


SPECIAL = (2, 3)
"""The ids of [CLS] and [SEP] in the kept vocabulary, set by `use_special`."""


def use_special(cls: int, sep: int) -> None:
    """Set the ids of the pieces at a window's ends."""
    global SPECIAL  # noqa: PLW0603 - one vocabulary a process
    SPECIAL = (cls, sep)


def collate(group: Sequence[Window]) -> Batch:
    """Windows as one batch."""
    width = max(window.n_pieces for window in group)
    ids = np.zeros((len(group), width), np.int64)
    features, mask = np.zeros_like(ids), np.zeros(ids.shape, bool)
    for row, window in enumerate(group):
        a, b = bound(window.document, window.first), bound(window.document, window.last)
        n = b - a + 2
        ids[row, 0], ids[row, n - 1] = SPECIAL
        ids[row, 1 : n - 1] = window.document.encoded.ids[a:b]
        features[row, 1 : n - 1] = window.document.encoded.features[a:b]
        mask[row, :n] = True
    places = [_places(window, row * width) for row, window in enumerate(group)]
    both = list(zip(group, places, strict=True))
    return Batch(
        ids=torch.from_numpy(ids),
        features=torch.from_numpy(features),
        mask=torch.from_numpy(mask),
        sequences={head.name: _padded(_sequences(both, head.name)) for head in TAGGED},
        acting=_acting(both),
        to_cue=_links(both, "to_cue"),
        to_source=_links(both, "to_source"),
        events=event_batch(both),
        targets=_targets(both),
        n_words=sum(window.end - window.start for window in group),
    )


def _places(window: Window, offset: int) -> np.ndarray:
    """For each word of the window where its first piece stands in the flattened batch."""
    first = window.document.encoded.first[window.first : window.last]
    return first - first[0] + 1 + offset


Both = list[tuple[Window, np.ndarray]]


def _sequences(both: Both, head: str) -> list[tuple[np.ndarray, np.ndarray]]:
    """Runs of labelled words in one paragraph, less the tail of a span that began before the window."""
    found = []
    for window, places in both:
        tags = window.document.labels[head]
        for a, b in window.document.encoded.paragraphs:
            start, end = max(a, window.start), min(b, window.end)
            while start < end:
                while start < end and (tags[start] == UNKNOWN or (tags[start] > 0 and tags[start] % 2 == 0)):
                    start += 1
                stop = start
                while stop < end and tags[stop] != UNKNOWN:
                    stop += 1
                if start < stop:
                    found.append((places[start - window.first : stop - window.first], tags[start:stop]))
                start = stop
    return found


def _padded(found: list[tuple[np.ndarray, np.ndarray]]) -> tuple[Tensor, Tensor, Tensor]:
    width = max((len(tags) for _, tags in found), default=0)
    places = np.zeros((len(found), width), np.int64)
    tags = np.zeros_like(places)
    for row, (place, tag) in enumerate(found):
        places[row, : len(place)] = place
        tags[row, : len(tag)] = tag
    lengths = np.array([len(tag) for _, tag in found], np.int64)
    return torch.from_numpy(places), torch.from_numpy(tags), torch.from_numpy(lengths)


def _targets(both: Both) -> tuple[Tensor, Tensor]:
    places, rows = [np.zeros(0, np.int64)], [np.zeros((0, N_COLUMNS), np.float32)]
    for window, at in both:
        if window.document.targets is not None:
            places.append(at[window.start - window.first : window.end - window.first])
            rows.append(window.document.targets[window.start : window.end].astype(np.float32))
    return torch.from_numpy(np.concatenate(places)), torch.from_numpy(np.concatenate(rows))


def _acting(both: Both) -> tuple[Tensor, Tensor]:
    found = [
        (int(places[word - window.first]), int(window.document.labels[ACTING][word]))
        for window, places in both
        for word in range(window.start, window.end)
        if window.document.labels[ACTING][word] != UNKNOWN
    ]
    return torch.tensor([place for place, _ in found]), torch.tensor([float(label) for _, label in found])


def _links(both: Both, name: str) -> tuple[Tensor, Tensor, Tensor]:
    """Links whose ends are both in the window; all ends of the window's links are the candidates."""
    rows: list[tuple[int, list[int], int]] = []
    for window, places in both:
        links = [
            (a, b)
            for a, b in getattr(window.document, name)
            if window.start <= a < window.end and (b == NONE or window.first <= b < window.last)
        ]
        targets = sorted({b for _, b in links if b != NONE})
        candidates = [int(places[b - window.first]) for b in targets]
        for a, b in links:
            right = targets.index(b) + 1 if b != NONE else 0
            rows.append((int(places[a - window.first]), candidates, right))
    width = max((len(candidates) for _, candidates, _ in rows), default=0)
    padded = [[*candidates, *[-1] * (width - len(candidates))] for _, candidates, _ in rows]
    return (
        torch.tensor([place for place, _, _ in rows], dtype=torch.long),
        torch.tensor(padded, dtype=torch.long).reshape(len(rows), width),  # no row may have a candidate
        torch.tensor([right for _, _, right in rows], dtype=torch.long),
    )
