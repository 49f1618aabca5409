"""Groups in small letters, and whom "they" and "it" mean."""

import pytest

from onrecord.analysis.names import resolve
from onrecord.analysis.names.plurals import plural_nominals
from onrecord.analysis.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then two Norwegian officials left.", "two Norwegian officials"),
        ("The angry protesters sang.", "The angry protesters"),
        ("Hundreds of villagers fled.", "villagers"),
        ("Some people slept.", "Some people"),
    ],
)
def test_groups(text: str, found: str) -> None:
    """A plural noun for people is found with its determiner and adjectives."""
    assert [text[start:end] for (start, end), _ in plural_nominals(text)] == [found]


@pytest.mark.parametrize("text", ["The ferries were late.", "Prices rose."])
def test_things_are_no_groups(text: str) -> None:
    """Plural things are nobody."""
    assert list(plural_nominals(text)) == []


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("The fishermen met in Oslo. They were angry.", "They", "fishermen"),
        ("The ships sank and the fishermen met. Their boats were gone.", "Their", "fishermen"),
        ("The Blue Harbour Bank lost its licence.", "its", "Blue Harbour Bank"),
        ("Ann Roe met Jan Lee. Roe was glad that she came.", "she", "Ann Roe"),
    ],
)
def test_whom_pronouns_mean(text: str, pronoun: str, expected: str) -> None:
    """They go to groups and bodies, it to bodies and countries, she to a woman."""
    names = resolve(tokenise(text), (), title=None, dateline_place=None)
    by_id = {entity.id: entity.name for entity in names.entities}
    assert {m.text: by_id[m.entity] for m in names.mentions if m.form == "pronoun"}[pronoun] == expected


def test_it_rains() -> None:
    """A pronoun that means nobody stays alone."""
    names = resolve(
        tokenise("It rained in the valley. They say it will go on."), (), title=None, dateline_place=None
    )
    assert [mention for mention in names.mentions if mention.form == "pronoun"] == []
