"""Events in a batch and what they cost: triggers, standing, modes and parties, labelled or only coded.

A coded sentence (`documents.Coded`) says what happened between whom, but not which word tells it. Its loss is
how unlikely it is that any of its words is a trigger of that type with those parties. What PLOVER's rules do
to what is planned is summed over as well, since coders code its outcome.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from onrecord.analysis.model.heads import EVENTS, MODES, POINTER, STANDING, columns, mode_columns
from onrecord.analysis.model.session import PARTY_POINTERS
from onrecord.knowledge.plover import MATERIAL_CONFLICT, STANDINGS, TYPES, quad
from training.numbers import UNKNOWN, Numbered, Words

if TYPE_CHECKING:
    from training.windows import Window

TRIGGERS, STANDINGS_WEIGHT, MODES_WEIGHT, PARTIES, CODES = 2.0, 1.0, 0.7, 0.7, 1.5
"""Weights beside the other heads', all over the batch's words."""
BARRED = 0.3
"""Weight of each word of a coded sentence that can be no trigger."""
REACH = 80
"""So many words to either side of a trigger may be its parties."""
PLANNED = STANDINGS.index("planned")
_AGREE, _CONCEDE, _RETREAT, _THREATEN = (TYPES.index(t) for t in ("AGREE", "CONCEDE", "RETREAT", "THREATEN"))
_PROMISED = [TYPES.index(t) for t in ("CONSULT", "SUPPORT", "COOPERATE", "AID")]
_MENACING = [k for k, type_ in enumerate(TYPES) if quad(type_) == MATERIAL_CONFLICT]
_SMALL = 1e-6


class CodedRow(NamedTuple):
    """A coded sentence in a batch: positions of its words, types that it may be, which words are parties."""

    places: Tensor
    types: list[int]
    source: Words | None
    target: Words | None
    barred: Tensor
    """Which words can be no trigger: the source's, names, marks."""


class EventBatch(NamedTuple):
    """Positions count in the flattened `[windows * pieces]`."""

    words: tuple[Tensor, Tensor]
    """Positions and tags of all words whose events are known."""
    acts: tuple[Tensor, Tensor, Tensor, Tensor]
    """Positions of triggers, their types, modes and standings."""
    pairs: tuple[Tensor, Tensor, Tensor, Tensor]
    """Positions of a trigger and of a word near it, the role asked for, and whether the word has it."""
    coded: list[CodedRow]


def event_batch(both: Sequence[tuple[Window, np.ndarray]]) -> EventBatch:
    """What the windows (each with its words' positions) have of events."""
    words: list[tuple[int, int]] = []
    acts: list[tuple[int, int, int, int]] = []
    pairs: list[np.ndarray] = []
    coded = []
    for window, places in both:
        document = window.document
        tags = document.labels[EVENTS]
        words += [
            (int(places[k - window.first]), int(tags[k]))
            for k in range(window.start, window.end)
            if tags[k] != UNKNOWN
        ]
        for act in document.acts:
            if window.start <= act.word < window.end:
                acts.append((int(places[act.word - window.first]), act.type, act.mode, act.standing))
                pairs += [
                    _pairs(window, places, act.word, k, act.parties[k]) for k in range(len(PARTY_POINTERS))
                ]
        if document.coded and (window.first, window.last) == (0, len(document.encoded.first)):
            code = document.coded
            coded.append(
                CodedRow(
                    torch.from_numpy(places), list(code.types), code.source, code.target, _barred(document)
                )
            )
    flat = np.concatenate(pairs, axis=1) if pairs else np.zeros((4, 0), np.int64)
    return EventBatch(
        _columns(words, 2),
        _columns(acts, 4),
        tuple(torch.from_numpy(row) for row in flat),
        coded,
    )


def _barred(document: Numbered) -> Tensor:
    words = [document.text[start:end] for start, end in document.encoded.extents]
    source = document.coded.source if document.coded and document.coded.source else (0, 0)
    return torch.tensor(
        [
            source[0] <= k < source[1] or not word.isalpha() or (k > 0 and not word.islower())
            for k, word in enumerate(words)
        ]
    )


def _columns(rows: Sequence[tuple[int, ...]], width: int) -> tuple[Tensor, ...]:
    return tuple(torch.tensor([row[k] for row in rows], dtype=torch.long) for k in range(width))


def _pairs(window: Window, places: np.ndarray, word: int, role: int, parties: Sequence[Words]) -> np.ndarray:
    near = np.arange(max(window.first, word - REACH), min(window.last, word + REACH))
    right = np.zeros(len(near), np.int64)
    for start, end in parties:
        right[(near >= start) & (near < end)] = 1
    trigger = np.full(len(near), places[word - window.first])
    return np.stack([trigger, places[near - window.first], np.full(len(near), role), right])


def event_losses(
    emissions: Tensor, pointers: Tensor, party_bias: Tensor, events: EventBatch, n_words: int
) -> dict[str, Tensor]:
    """The losses of the events' heads, weighted, over the batch's words."""
    at = columns()
    found = {}
    places, tags = events.words
    if len(places):
        scores = emissions[places][:, at[EVENTS]]
        found["events"] = TRIGGERS * functional.cross_entropy(scores, tags, reduction="sum") / n_words
    if len(events.acts[0]):
        found |= _of_acts(emissions, events, n_words)
        found["parties"] = PARTIES * _of_parties(pointers, party_bias, events) / n_words
    if events.coded:
        rows = [
            _of_code(emissions[row.places], pointers[row.places], party_bias, row) for row in events.coded
        ]
        found["coded"] = CODES * torch.stack(rows).sum() / n_words
    return found


def _of_acts(emissions: Tensor, events: EventBatch, n_words: int) -> dict[str, Tensor]:
    at = columns()
    places, types, modes, standings = events.acts
    rows = emissions[places]
    standing = functional.cross_entropy(rows[:, at[STANDING]], standings, reduction="sum")
    mode = torch.zeros((), device=rows.device)
    for type_, columns_ in mode_columns().items():
        here = types == TYPES.index(type_)
        if here.any():
            scores = rows[here][:, at[MODES]][:, columns_]
            mode = mode + functional.cross_entropy(scores, modes[here], reduction="sum")
    return {"standing": STANDINGS_WEIGHT * standing / n_words, "modes": MODES_WEIGHT * mode / n_words}


def _of_parties(pointers: Tensor, bias: Tensor, events: EventBatch) -> Tensor:
    triggers, words, roles, right = events.pairs
    queries = pointers[triggers][:, [query for query, _ in PARTY_POINTERS]]
    keys = pointers[words][:, [key for _, key in PARTY_POINTERS]]
    scores = (queries * keys).sum(-1) / POINTER**0.5 + bias
    scores = scores.gather(1, roles[:, None])[:, 0]
    return functional.binary_cross_entropy_with_logits(scores, right.float(), reduction="sum")


def _of_code(emissions: Tensor, pointers: Tensor, bias: Tensor, row: CodedRow) -> Tensor:
    """The negative log-likelihood that some word of the sentence is a trigger of what was coded.

    That is one less the chance that none is; a plain sum over words would be lowered by triggers everywhere.
    """
    at = columns()
    types = emissions[:, at[EVENTS]].softmax(-1)[:, 1:]
    final = as_coded(types, emissions[:, at[STANDING]].softmax(-1)[:, PLANNED])
    score = (final[:, row.types].sum(-1) + _SMALL).log().masked_fill(row.barred, -1e4)
    shares = [
        (pointers[:, None, query] * pointers[None, :, key]).sum(-1) / POINTER**0.5 + bias[k]
        for k, (query, key) in enumerate(PARTY_POINTERS[:2])
    ]
    if row.source:
        score = score + _hit(shares[0][:, slice(*row.source)])
    if row.target:
        score = score + _hit(torch.cat([share[:, slice(*row.target)] for share in shares], dim=1))
    untold = BARRED * emissions[row.barred][:, at[EVENTS]].log_softmax(-1)[:, 0].sum()
    missed = (1 - score.exp().clamp(max=1 - _SMALL)).log().sum(0)
    return -(1 - missed.exp()).clamp(min=_SMALL).log() - untold


def _hit(scores: Tensor) -> Tensor:
    """The log of the chance that a trigger (row) has one of the words as its party."""
    missed = functional.logsigmoid(-scores).sum(1)
    return (1 - missed.exp() + _SMALL).log()


def as_coded(types: Tensor, planned: Tensor) -> Tensor:
    """The chances of types once the rules have read what is planned: promises, concessions and threats.

    A planned act of force may be coded as itself, too.
    """
    final = types.clone()
    final[:, _PROMISED] = types[:, _PROMISED] * (1 - planned)[:, None]
    final[:, _AGREE] = types[:, _AGREE] + planned * types[:, _PROMISED].sum(1)
    final[:, _RETREAT] = types[:, _RETREAT] * (1 - planned)
    final[:, _CONCEDE] = types[:, _CONCEDE] + planned * types[:, _RETREAT]
    final[:, _THREATEN] = types[:, _THREATEN] + planned * types[:, _MENACING].sum(1)
    return final


def distilled(emissions: Tensor, wanted: Tensor) -> Tensor:
    """How far a student's shares are from its teacher's, over words; standing counts where an event is."""
    at = columns()
    shares = wanted[:, at[EVENTS]].softmax(-1)
    total = -(shares * emissions[:, at[EVENTS]].log_softmax(-1)).sum()
    theirs = (1 - shares[:, :1]) * wanted[:, at[STANDING]].softmax(-1)
    return total - (theirs * emissions[:, at[STANDING]].log_softmax(-1)).sum()
