"""How an article is analysed: which model, how sure it must be, on how many threads."""

from numbers import Real
from typing import Literal, get_args

from msgspec import Struct

from onrecord.errors import UsageError, message

ModelName = Literal["full", "fast"]
"""The models that ship: the full one, and one of fewer layers for bulk."""


class AnalysisSettings(Struct, frozen=True):
    """How to analyse. Raises `UsageError` for values that cannot be used.

    `min_confidence` (from 0 to 1) leaves out statements that are less sure. `threads` are those that the
    model runs on in one process; the record does not depend on them.
    """

    model: ModelName = "full"
    min_confidence: float = 0.0
    threads: int = 1

    def __post_init__(self) -> None:
        if self.model not in (names := get_args(ModelName)):
            raise UsageError(message("model-name", value=self.model, names=" or ".join(names)))
        if not (isinstance(self.min_confidence, Real) and 0 <= self.min_confidence <= 1):
            raise UsageError(message("min-confidence", value=self.min_confidence))
        if not (isinstance(self.threads, int) and self.threads >= 1):
            raise UsageError(message("threads", value=self.threads))
