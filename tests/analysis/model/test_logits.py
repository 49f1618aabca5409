"""The shipped models say what they said when they were shipped, on any machine."""

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.analysis.model.heads import TAGGED
from onrecord.analysis.settings import MODELS
from training.pin import TEXTS, readings

PINNED = json.loads(Path(__file__).with_name("logits.json").read_text(encoding="utf-8"))
FAR, MEAN = 0.6, 0.05
"""How far a number may be off, and all of them on average: processors without VNNI round otherwise."""


@pytest.mark.parametrize("name", MODELS.values())
def test_a_shipped_model_says_what_is_stored(name: str) -> None:
    """The emissions are those that were stored with the model, within what rounding explains."""
    for pinned, reading in zip(PINNED[name], readings(name), strict=True):
        off = np.abs(np.array(pinned["emissions"]) - reading.outputs.emissions)
        assert off.max() < FAR
        assert off.mean() < MEAN


@pytest.mark.parametrize("name", MODELS.values())
def test_a_shipped_model_tags_what_is_stored(name: str) -> None:
    """The tags of all heads are those that were stored with the model, with spans of each role."""
    assert len(PINNED[name]) == len(TEXTS)
    for pinned, reading in zip(PINNED[name], readings(name), strict=True):
        assert {head.name: reading.tags[head.name].tolist() for head in TAGGED} == pinned["tags"]
    assert {tag for pinned in PINNED[name] for tag in pinned["tags"]["roles"]} >= {0, 1, 3, 5}
