"""Sectors of noun phrases, by their words alone."""

import pytest

from onrecord.knowledge.plurals import is_plural, singular
from onrecord.resolution.lexicon import find_agent
from onrecord.resolution.phrases import words_of
from onrecord.resolution.sectors import read_phrase, sectors


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("a senior police officer", "COP"),
        ("an army spokesman", "MIL"),
        ("a spokeswoman for the hospital", "MED"),
        ("nine masked gunmen", "UAF"),
        ("members of the upper house", "LEG"),
        ("some of the oldest trade unions", "LAB"),
        ("the deputy foreign minister", "GOV"),
        ("a former interior minister", "ELI"),
        ("three retired generals", "ELI"),
        ("former students", "EDU"),
        ("shepherds", "AGR"),
        ("theatre nurses", "MED"),
        ("rebel commanders", "REB"),
        ("the chief of staff", "GOV"),
        ("prosecutors", "JUD"),
        ("a spy agency", "SPY"),
        ("nuns", "REL"),
        ("people displaced by the flood", "REF"),
        ("asylum seekers", "REF"),
        ("a newspaper editor", "JRN"),
        ("shopkeepers", "BUS"),
        ("pensioners", "CVL"),
        ("a drug cartel", "CRM"),
        ("a submarine", "MIL"),
    ],
)
def test_the_chief_sector_is_that_of_the_head_or_of_what_says_more(phrase: str, expected: str) -> None:
    """A strong head decides; before a weak one its modifiers do, then what follows "of" or "for"."""
    assert sectors(phrase)[:1] == (expected,)


def test_opposition_is_added_to_what_somebody_is() -> None:
    """An opposition senator is a lawmaker first, of the opposition second."""
    assert sectors("an opposition senator") == ("LEG", "OPP")


@pytest.mark.parametrize("phrase", ["a stone", "the blue door", "", ",", "of of of", "ordinary"])
def test_words_that_tell_no_sector_give_none(phrase: str) -> None:
    """No sector is made up for what is no actor."""
    assert sectors(phrase) in {(), ("CVL",)}
    assert sectors("a stone") == ()


def test_a_ministry_is_government_and_its_topic() -> None:
    """Ministries are government before they are what they are for."""
    assert sectors("the Ministry of Agriculture") == ("GOV", "AGR")
    assert sectors("defence ministry") == ("GOV", "MIL")
    assert sectors("the fisheries and sports ministry")[0] == "GOV"


def test_what_is_no_actor_is_nobody() -> None:
    """Disasters and days of the week are nobody."""
    assert read_phrase(words_of("the earthquake")).nobody
    assert not read_phrase(words_of("the mayor")).nobody


def test_a_very_long_phrase_is_read_by_its_beginning() -> None:
    """Only the first words count, so that length costs nothing."""
    assert sectors("soldiers of " + "the " * 5000)[0] == "MIL"


def test_plurals_are_looked_up_in_the_singular() -> None:
    """Irregular plurals too."""
    assert [singular(w) for w in ("gunmen", "armies", "police officers", "churches", "bus")] == [
        "gunman", "army", "police officer", "church", "bus",
    ]  # fmt: skip
    assert is_plural("gunmen")
    assert not is_plural("boss")
    assert find_agent("policewomen") is not None
