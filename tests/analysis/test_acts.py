"""From a cue's words to an act, and to whether the saying is negated."""

import pytest

from onrecord.analysis.acts import act_of, polarity_of


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", "say"),
        ("according to", "say"),
        ("denied", "deny"),
        ("has repeatedly warned", "warn"),
        ("admitted", "confirm"),
        ("promising", "promise"),
        ("called on", "demand"),
        ("is calling for", "demand"),
        ("slammed", "accuse"),
        ("hailed", "praise"),
        ("threatens", "threaten"),
        ("thought", "believe"),
        ("plans to", "plan"),
        ("asked", "ask"),
        ("insisted", "claim"),
        ("", "say"),
    ],
)
def test_act(cue: str, act: str) -> None:
    """A cue's verb or noun gives its act, and `say` where it tells no more."""
    assert act_of(cue) == act


@pytest.mark.parametrize(
    ("cue", "polarity"),
    [
        ("said", "positive"),
        ("did not say", "negative"),
        ("didn’t say", "negative"),
        ("refused to say", "negative"),
        ("declined", "negative"),
        ("never promised", "negative"),
        ("noted", "positive"),
        ("denied", "positive"),
    ],
)
def test_polarity(cue: str, polarity: str) -> None:
    """Saying that was not done is negative; a denial is an act of its own."""
    assert polarity_of(cue) == polarity


def test_a_source_that_is_nobody_says_nothing() -> None:
    """That neither has said is as negative as "did not say"."""
    assert polarity_of("has said", "Neither of the clerks") == "negative"
    assert polarity_of("said", "Nora Roe") == "positive"
