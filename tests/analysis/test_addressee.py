"""Whom something was said to, as the clause of the saying tells."""

import pytest

from analysis.marked import statements


@pytest.mark.parametrize(
    ("marked", "addressee"),
    [
        ("{s|Ann Lee} {c|told} dockers {q|that the crane was safe}.", "dockers"),
        ("{q|“It is safe,”} {s|Ann Lee} {c|told} the Harbour Gazette. {q|“Use it.”}", "the Harbour Gazette"),
        ("{s|Ann Lee} {c|has urged} skippers {q|to wait}.", "skippers"),
        ("{s|Ann Lee} {c|wrote to} the dockers' union {q|that the crane was safe}.", "the dockers' union"),
        (
            "{s|Ann Lee} {c|complained} to the port authority in Oslo {q|that it leaked}.",
            "the port authority",
        ),
        ("{q|“It leaks,”} {c|said} {s|Ann Lee} to her crew.", "her crew"),
        ("In an interview with Radio Quay, {s|Ann Lee} {c|said} {q|it leaked}.", "Radio Quay"),
        ("In a letter to shareholders, {s|the line} {c|said} {q|the crane was safe}.", "shareholders"),
        ("Speaking to pupils in Bergen, {s|Ann Lee} {c|said} {q|the crane was safe}.", "pupils"),
        ("{s|An open letter to the harbour board} {c|demands} {q|new cranes}.", "the harbour board"),
        ("Dockers {c|were told} {q|that the crane was safe}.", "Dockers"),
        ("It rained, and the crew {c|had been assured} by {s|the line} {q|it was safe}.", "the crew"),
        ("{s|Ann Lee} {c|told} a news conference on Monday {q|that it leaked}.", "a news conference"),
    ],
)
def test_the_hearer(marked: str, addressee: str) -> None:
    """The object of telling, "to" behind other verbs, occasions as letters, the subject of "was told"."""
    found = statements(marked)[0].addressee
    assert found is not None
    assert found.text == addressee


@pytest.mark.parametrize(
    "marked",
    [
        "{s|Ann Lee} {c|said} {q|the crane was safe}.",
        "{s|Ann Lee} {c|asked} three times {q|where the crane was}.",
        "{s|Ann Lee} {c|told} {q|how the crane fell}.",
        "{s|Ann Lee} {c|urged} {q|skippers to wait}.",
        "{c|According to} {s|Ann Lee}, {q|the crane is safe}.",
        "{s|Ann Lee} {c|said} on Monday {q|that the way to the crane was closed}.",
        "{s|Dockers} {c|are telling} {q|a story about the crane}.",
    ],
)
def test_no_hearer(marked: str) -> None:
    """Where nobody is told, or whoever is told is part of the content, there is no addressee."""
    assert statements(marked)[0].addressee is None


def test_each_statement_has_its_own_hearer() -> None:
    """A clause ends where the next statement's spans begin."""
    first, second = statements(
        "{s1|Ann Lee} {c1|told} dockers {q1|it was safe}; {s2|Bo Ek} {c2|told} the Gazette {q2|it leaked}."
    )
    assert first.addressee is not None
    assert second.addressee is not None
    assert (first.addressee.text, second.addressee.text) == ("dockers", "the Gazette")
