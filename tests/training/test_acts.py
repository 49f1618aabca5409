"""Events as numbers, and what they cost in training."""

from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs PyTorch: make train-test")

from onrecord.analysis.model.heads import EVENTS, N_COLUMNS, POINTER, STANDING, columns  # noqa: E402
from onrecord.analysis.model.session import POINTERS  # noqa: E402
from onrecord.knowledge.plover import STANDINGS, TYPES  # noqa: E402
from training.acts import CodedRow, EventBatch, as_coded, event_losses  # noqa: E402

pytestmark = pytest.mark.train


def emissions(words: int, tags: dict[int, str], standing: str = "happened") -> Any:
    """Emissions of a model that is sure of the triggers of these words and of their standing."""
    found = torch.zeros(words, N_COLUMNS)
    at = columns()
    found[:, at[EVENTS].start] = 12.0
    for word, type_ in tags.items():
        found[word, at[EVENTS].start + 1 + TYPES.index(type_)] = 24.0
    found[:, at[STANDING].start + STANDINGS.index(standing)] = 12.0
    return found


def coded_loss(tags: dict[int, str], wanted: list[str], standing: str = "happened") -> float:
    """The loss of a coded sentence of six words without parties."""
    row = CodedRow(torch.arange(6), [TYPES.index(one) for one in wanted], None, None, torch.zeros(6) > 0)
    empty = torch.zeros(0, dtype=torch.long)
    events = EventBatch((empty, empty), (empty,) * 4, (empty,) * 4, [row])
    pointers = torch.zeros(6, POINTERS, POINTER)
    losses = event_losses(emissions(6, tags, standing), pointers, torch.zeros(4), events, 1)
    return float(losses["coded"])


def test_a_coded_sentence_costs_little_once_one_word_is_its_trigger() -> None:
    """The right trigger makes the loss small, none or a wrong one leaves it large."""
    assert coded_loss({2: "AID"}, ["AID"]) < 0.1
    assert coded_loss({}, ["AID"]) > 5
    assert coded_loss({2: "ASSAULT"}, ["AID"]) > 5


def test_triggers_everywhere_are_no_better_than_one() -> None:
    """The loss is never below nothing, so that nobody is paid for triggers that nobody asked for."""
    one, all_ = coded_loss({2: "AID"}, ["AID"]), coded_loss(dict.fromkeys(range(6), "AID"), ["AID"])
    assert all_ >= 0
    assert one - all_ < 0.01


def test_what_is_planned_counts_as_what_the_rules_make_of_it() -> None:
    """Planned aid is an agreement, a planned retreat a concession, planned force a threat or itself."""
    assert coded_loss({2: "AID"}, ["AGREE"], "planned") < 0.1
    assert coded_loss({2: "AID"}, ["AID"], "planned") > 5
    assert coded_loss({2: "RETREAT"}, ["CONCEDE"], "planned") < 0.1
    assert coded_loss({2: "ASSAULT"}, ["THREATEN"], "planned") < 0.1
    assert coded_loss({2: "ASSAULT"}, ["ASSAULT"], "planned") < 0.1


def test_the_chances_stay_chances() -> None:
    """No rule makes more of a type than there is, threats apart, which may count twice."""
    types = torch.full((1, len(TYPES)), 1 / len(TYPES))
    for planned in np.linspace(0, 1, 5):
        final = as_coded(types, torch.tensor([float(planned)]))
        assert float(final.min()) >= 0
        assert float(final[:, [k for k, t in enumerate(TYPES) if t != "THREATEN"]].sum()) <= 1 + 1e-6
