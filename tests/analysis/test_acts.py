"""From a cue and what it reports to an act, and to whether the saying took place."""

import pytest

from onrecord.analysis.acts import act_of, polarity_of
from onrecord.analysis.acts.lexicon import forms


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", "say"),
        ("according to", "say"),
        (":", "say"),
        ("—", "say"),
        ("", "say"),
        ("insisted", "claim"),
        ("'s insistence", "claim"),
        ("claimed responsibility for", "claim"),
        ("is rumoured", "claim"),
        ("denied", "deny"),
        ("has ruled out", "deny"),
        ("pleaded not guilty to", "deny"),
        ("'s denial", "deny"),
        ("admitted", "confirm"),
        ("now concede", "confirm"),
        ("pleaded guilty to", "confirm"),
        ("has repeatedly warned", "warn"),
        ("advised against", "warn"),
        ("raised the alarm", "warn"),
        ("promising", "promise"),
        ("gave his word", "promise"),
        ("'s vow", "promise"),
        ("called on", "demand"),
        ("is calling for", "demand"),
        ("Calls for", "demand"),
        ("insisted on", "demand"),
        ("asked", "ask"),
        ("wants to know", "ask"),
        ("are looking into", "ask"),
        ("slammed", "accuse"),
        ("accusations", "accuse"),
        ("took issue with", "accuse"),
        ("hailed", "praise"),
        ("paid tribute to", "praise"),
        ("threatens", "threaten"),
        ("threat", "threaten"),
        ("thought", "believe"),
        ("fears that", "believe"),
        ("'s view is", "believe"),
        ("is convinced", "believe"),
        ("were expected", "believe"),
        ("plans to", "plan"),
        ("had no plans", "plan"),
        ("is considering", "plan"),
        ("is willing", "plan"),
    ],
)
def test_act(cue: str, act: str) -> None:
    """A cue's verb, noun or adjective gives its act, and `say` where it tells no more."""
    assert act_of(cue) == act


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("issued a statement denying", "deny"),
        ("ended by asking", "ask"),
        ("noted with concern", "say"),
        ("hastened to say", "say"),
        ("was keen to stress", "say"),
        ("did not rule out", "say"),
        ("wrote in an order", "say"),
        ("sought to deny", "deny"),
        ("let it be known", "say"),
        ("apologised for", "say"),
    ],
)
def test_the_last_verb_of_a_long_cue_decides(cue: str, act: str) -> None:
    """Of several words that stand for acts the last verb counts, before any noun."""
    assert act_of(cue) == act


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        (":", "And who pays for the ferry?", "ask"),
        ("said", "“Who pays for the ferry?”", "ask"),
        ("told", "to move their boats", "demand"),
        ("told", "that the boats had moved", "say"),
        ("agreed", "to move the boats", "promise"),
        ("agreed", "that the boats had moved", "say"),
        ("swore", "never to sail again", "promise"),
        ("swore", "that the sails were hers", "claim"),
        ("swore", "she had never seen the sails", "deny"),
        ("maintains", "that no sails were sold", "deny"),
        ("wants", "to sail at noon", "plan"),
        ("wants", "the sails returned", "demand"),
        ("called", "the story an invention", "deny"),
        ("said", "“This is false,”", "deny"),
        ("called", "the story a delight", "say"),
        ("called", "the council “a shambles”", "accuse"),
        ("described", "the crew as heroic", "praise"),
        ("said", "the council was a shambles", "say"),
        ("called", "for the boats to stay", "demand"),
        ("insisted", "that the boats be sold", "demand"),
        ("insisted", "that the boats would be sold", "claim"),
        ("seeks", "to sell the boats", "plan"),
        ("seeks", "a buyer for the boats", "demand"),
        ("pleaded", "not guilty to theft", "deny"),
        ("pleaded", "guilty to theft", "confirm"),
        ("advises", "against sailing", "warn"),
        ("had considered", "selling the boats", "plan"),
        ("considers", "the boats unsafe", "believe"),
    ],
)
def test_what_is_reported_decides_between_acts(cue: str, content: str, act: str) -> None:
    """A question asks, a to-clause demands, promises or plans, and firm words for what was not so deny."""
    assert act_of(cue, content) == act


@pytest.mark.parametrize(
    "cue", ["declined to confirm", "refuses to discuss", "would neither confirm nor deny"]
)
def test_what_is_withheld_is_a_saying(cue: str) -> None:
    """Who would not confirm has confirmed nothing: the act is `say`, and the polarity negative."""
    assert act_of(cue) == "say"
    assert polarity_of(cue) == "negative"


@pytest.mark.parametrize(
    "cue",
    [
        "did not say",
        "didn’t say",
        "has never said",
        "refused to say",
        "refused to be drawn on",
        "declined to comment on",
        "declined",
        "would not confirm",
        "never promised",
        "had no comment",
        "made no mention of",
        "gave no hint of",
        "stopped short of saying",
        "have yet to confirm",
        "said nothing about",
        "is no longer saying",
        "sidestepped",
        "was unable to say",
        "without explaining",
    ],
)
def test_a_saying_that_did_not_take_place_is_negative(cue: str) -> None:
    """Negated, refused and withheld sayings are negative."""
    assert polarity_of(cue) == "negative"


@pytest.mark.parametrize(
    "cue",
    [
        "said",
        "noted",
        "denied",
        "rejected",
        "would say only",
        "pleaded not guilty to",
        "not only said",
        "made no secret of",
        "did not hesitate to say",
        "had been told, not asked",
        "has no doubt",
        "is not sure",
    ],
)
def test_a_denial_and_the_like_are_positive(cue: str) -> None:
    """A denial is an act of its own, and not every "not" or "no" withholds."""
    assert polarity_of(cue) == "positive"


@pytest.mark.parametrize(
    ("source", "polarity"),
    [
        ("Neither of the clerks", "negative"),
        ("Nobody", "negative"),
        ("No one on the quay", "negative"),
        ("None of the six", "negative"),
        ("Nora Roe", "positive"),
        ("No 10", "positive"),
        ("No fewer than nine clerks", "positive"),
        ("None other than the mayor", "positive"),
    ],
)
def test_a_source_that_is_nobody_says_nothing(source: str, polarity: str) -> None:
    """That neither has said is as negative as "did not say"."""
    assert polarity_of("has said", source) == polarity


@pytest.mark.parametrize(
    ("content", "polarity"), [("nothing of the kind", "negative"), ("nothing would change", "positive")]
)
def test_to_promise_nothing_is_negative(content: str, polarity: str) -> None:
    """Where all that was said is "nothing", nothing was."""
    assert polarity_of("promised", "The port", content) == polarity


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("plan", {"plan", "plans", "planned", "planning"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("urge", {"urge", "urges", "urged", "urging"}),
        ("swear", {"swear", "swears", "swore", "sworn", "swearing"}),
        ("press", {"press", "presses", "pressed", "pressing"}),
    ],
)
def test_forms(verb: str, expected: set[str]) -> None:
    """A verb's forms follow the spelling rules, or the table of irregular ones."""
    assert forms(verb) == expected
