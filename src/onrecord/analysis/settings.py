"""How an article is analysed: which model, how sure it must be, on how many threads."""

from numbers import Real
from typing import Literal, get_args

from msgspec import Struct

from onrecord.errors import UsageError, message

ModelName = Literal["full", "fast"]
"""The models that ship: the full one, and one of fewer layers for bulk."""
MODELS: dict[ModelName, str] = {"full": "en-1", "fast": "en-1-fast"}
"""The name of each model's folder in the package, which records carry as `producer.model`."""


MIN_CONFIDENCE = 0.4
"""Statements less sure are left out unless asked for: seven in ten of them are wrong, so that they cost more
in precision than they give in recall (F1 is highest with about half of itself as the threshold)."""


class AnalysisSettings(Struct, frozen=True):
    """How to analyse. Raises `UsageError` for values that cannot be used.

    `min_confidence` (from 0 to 1) leaves out statements and events that are less sure. `threads` are those
    that the model runs on in one process; the record does not depend on them. `knowledge` is the path of a
    file of the user's own that adds to what the package knows and overrides it.
    """

    model: ModelName = "full"
    min_confidence: float = MIN_CONFIDENCE
    threads: int = 1
    knowledge: str | None = None

    def __post_init__(self) -> None:
        if self.model not in (names := get_args(ModelName)):
            raise UsageError(message("model-name", value=self.model, names=" or ".join(names)))
        if not (isinstance(self.min_confidence, Real) and 0 <= self.min_confidence <= 1):
            raise UsageError(message("min-confidence", value=self.min_confidence))
        if not (isinstance(self.threads, int) and self.threads >= 1):
            raise UsageError(message("threads", value=self.threads))
