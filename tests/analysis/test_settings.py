"""The settings of the analysis refuse what cannot be used."""

import math
from typing import Any

import pytest

from onrecord import UsageError
from onrecord.analysis.settings import AnalysisSettings


def test_the_defaults_keep_everything() -> None:
    """With nothing said the full model reads on one thread, and every statement is kept."""
    assert AnalysisSettings() == AnalysisSettings(model="full", min_confidence=0.4, threads=1)


@pytest.mark.parametrize("value", [0, 0.5, 1])
def test_confidences_from_0_to_1_are_taken(value: float) -> None:
    """Both ends of the range can be asked for."""
    assert AnalysisSettings(min_confidence=value).min_confidence == value


@pytest.mark.parametrize(
    ("options", "mend"),
    [
        ({"model": "big"}, "full or fast"), ({"min_confidence": -0.1}, "from 0 to 1"),
        ({"min_confidence": 50}, "from 0 to 1"), ({"min_confidence": math.nan}, "from 0 to 1"),
        ({"threads": 0}, "1 or more"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_with_its_mend(options: dict[str, Any], mend: str) -> None:
    """An unknown model, a confidence outside 0 to 1 and no threads raise a `UsageError` with its mend."""
    with pytest.raises(UsageError, match=mend):
        AnalysisSettings(**options)
