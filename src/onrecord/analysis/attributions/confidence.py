"""How sure an attribution is: what the model gives its spans and links, weighed so that shares come true.

The weights are fitted by logistic regression (`training/calibrate.py`) on articles that trained nothing, and
ship with the model as its calibration.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.attributions.drafts import Draft, Range
from onrecord.analysis.model.heads import Head, columns
from onrecord.analysis.model.reading import Reading
from onrecord.record import StatementType

FEATURES = (
    "bias",
    "content",
    "content edges",
    "cue",
    "source",
    "no cue",
    "no source",
    "link",
    "direct",
    "mixed",
    "joined",
)
"""What is weighed. The first four after the bias are log-odds: of the content's words being content, of its
first and last word being its borders' sort, of the cue's and of the source's words."""
SURE = 8.0
"""Log-odds are cut here on either side: more says nothing."""
UNWEIGHED = 0.8
"""The confidence under a model without calibration, as one is in training."""


class Weigher:
    """Weighs the drafts of one level of a text."""

    def __init__(self, reading: Reading, head: Head) -> None:
        scores = reading.outputs.emissions[:, columns()[head.name]].astype(np.float64)
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares = scores / scores.sum(axis=1, keepdims=True)
        self._roles = {name: shares[:, 1 + 2 * k] + shares[:, 2 + 2 * k] for k, name in enumerate(head.kinds)}
        weights = reading.model.calibration.get("weights", {})
        self._weights = np.array([weights.get(name, 0.0) for name in FEATURES]) if weights else None

    def features(self, draft: Draft, sort: StatementType) -> NDArray[np.float64]:
        """The values of `FEATURES`."""
        edges = [(k, k + 1) for first, last in draft.contents for k in (first, last - 1)]
        return np.array([
            1.0,
            self._odds("content", draft.contents),
            self._odds("content", edges),
            self._odds("cue", [draft.cue] if draft.cue else []),
            self._odds("source", [draft.source] if draft.source else []),
            float(draft.cue is None),
            float(draft.source is None),
            min(draft.sure, SURE),
            float(sort == "direct"),
            float(sort == "mixed"),
            float(draft.joined),
        ])  # fmt: skip

    def confidence(self, features: NDArray[np.float64]) -> float:
        """The share of attributions with such features that are right."""
        if self._weights is None:
            return UNWEIGHED
        odds = float(self._weights @ features)
        return round(1 / (1 + float(np.exp(-odds))), 3)

    def _odds(self, role: str, ranges: Sequence[Range]) -> float:
        """The log-odds of the mean share of the role over the words; nothing over nothing is 0."""
        if not ranges:
            return 0.0
        share = float(np.mean(np.concatenate([self._roles[role][first:last] for first, last in ranges])))
        return float(np.clip(np.log((share + 1e-9) / (1 - share + 1e-9)), -SURE, SURE))
