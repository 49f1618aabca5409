import pytest

from event_records import event, eventful
from onrecord.exports import _events
from onrecord.knowledge import plover
from onrecord.record import Event, Statement, When

TEXT = "They met."


def made(type_: str = "CONSULT", **parts: object) -> Event:
    """An event of this type with nothing else known but `parts`."""
    return event(TEXT, "v1", type_, "met", **parts)


def test_every_code_of_plover_has_words() -> None:
    """All 16 types, the modes of each and the 37 contexts have words, and nothing that PLOVER lacks."""
    assert tuple(_events.TYPES) == plover.TYPES
    assert set(_events.MODES) == {type_ for type_ in plover.TYPES if plover.modes(type_)}
    for type_, modes in _events.MODES.items():
        assert set(modes) == set(plover.modes(type_)), type_  # type: ignore[arg-type]
    assert tuple(_events.CONTEXTS) == plover.contexts()
    assert set(_events.STANDINGS) == set(plover.STANDINGS)
    assert set(_events.QUADS) == {plover.quad(type_) for type_ in plover.TYPES}


def test_words_are_apart() -> None:
    """No two types, and no two modes of one type, have the same words."""
    for table in (_events.TYPES, _events.CONTEXTS, *_events.MODES.values()):
        assert len(set(table.values())) == len(table)


@pytest.mark.parametrize(
    ("event_", "words", "code"),
    [
        (made(), "meeting or talks", "CONSULT"),
        (made(mode="visit"), "visit", "CONSULT visit"),
        (made(mode="dance"), "meeting or talks", "CONSULT dance"),
        (made("AGREE", underlying="AID"), "agreement or promise", "AGREE (from AID)"),
        (
            made("REJECT", mode="meet", underlying="CONSULT"),
            "refusal to meet or talk",
            "REJECT meet (from CONSULT)",
        ),
        (made("TELEPORT", mode="visit"), "TELEPORT", "TELEPORT visit"),
    ],
)
def test_what_was_done(event_: Event, words: str, code: str) -> None:
    """The mode in words where there is one, else the type; the code says what PLOVER's rules made it of."""
    assert _events.kind(event_) == words
    assert _events.code(event_) == code


@pytest.mark.parametrize(
    ("sizes", "words"),
    [
        ({}, ""),
        ({"dead": 3, "injured": 12}, "3 dead, 12 injured"),
        ({"arrested": 1}, "1 arrested"),
        ({"crowd": 120000}, "crowd of 120,000"),
    ],
)
def test_sizes(sizes: dict[str, int], words: str) -> None:
    """What was counted reads as a reader would say it."""
    assert _events.sizes(made(sizes=sizes)) == words


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (None, ""),
        (
            When(value="2025-02-19", from_="2025-02-19", to="2025-02-19", how="stated"),
            "19 February 2025 (stated)",
        ),
        (When(value="2025", from_="2025-01-01", to="2025-12-31", how="inferred"), "2025 (inferred)"),
        (
            When(value="2025-W07", from_="2025-02-10", to="2025-02-16", how="stated"),
            "2025-W07, 2025-02-10 to 2025-02-16 (stated)",
        ),
        (When(value="PAST_REF", from_=None, to=None, how="stated"), "PAST_REF (stated)"),
    ],
)
def test_when(time: When | None, words: str) -> None:
    """A day in words, with how it is known; what is no date has the days it covers."""
    assert _events.when(time) == words


def test_on_whose_word() -> None:
    """The outlet's own, a statement's with its speaker, one within another, one that is not there."""
    record = eventful()
    words = {
        one.id: _events.word(one, _events.by_id(record), {entity.id: entity for entity in record.entities})
        for one in record.events
    }
    assert words["v1"] == "own word"
    assert words["v3"] == "says s1 police"
    assert words["v5"] == "says s4 a witness (within s3)"
    assert words["v11"] == "says s99 (not in this record)"


def test_a_circle_of_statements_ends() -> None:
    """Statements that say to stand in each other are each told once."""
    ring = {
        id_: Statement(id=id_, type="direct", content=(), within=within, confidence=0.5)
        for id_, within in (("s1", "s2"), ("s2", "s1"))
    }
    assert [one.id for one in _events.tellers(made(according_to="s1"), ring)] == ["s1", "s2"]
