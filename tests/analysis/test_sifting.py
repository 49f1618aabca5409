"""Statements that are not sure enough are left out, and what stands in them."""

import onrecord
from onrecord.analysis.pipeline import analyse
from onrecord.analysis.settings import AnalysisSettings
from onrecord.analysis.sifting import sift
from onrecord.record import Span, Statement

TEXT = (
    "“The kiln is cold,” the potter Ada Brill said. The landlord thinks the rent was never paid. "
    "Brill denied that she owed anything."
)


def statement(number: int, confidence: float, within: int | None = None) -> Statement:
    """A statement of that number and confidence, told apart by where its content stands."""
    return Statement(
        id=f"s{number}", type="indirect", content=(Span(start=number, end=number + 1, text="x"),),
        within=None if within is None else f"s{within}", confidence=confidence,
    )  # fmt: skip


def shape(statements: tuple[Statement, ...]) -> list[tuple[str, int, str | None]]:
    """Of each statement its id, where it stands and the id of the one around it."""
    return [(s.id, s.content[0].start, s.within) for s in statements]


def test_the_unsure_are_left_out_and_the_rest_renumbered() -> None:
    """Ids stay s1, s2, … in order, and `within` follows the outer statement's new id."""
    given = [statement(1, 0.3), statement(2, 0.9), statement(3, 0.8, within=2), statement(4, 0.5)]
    assert shape(sift(given, 0.5)) == [("s1", 2, None), ("s2", 3, "s1"), ("s3", 4, None)]


def test_what_is_nested_in_one_left_out_goes_too() -> None:
    """However deep it lies and however sure it is, also where the outer statement comes after it."""
    given = [statement(1, 0.9, within=2), statement(2, 0.9, within=3), statement(3, 0.1), statement(4, 0.9)]
    assert shape(sift(given, 0.5)) == [("s1", 4, None)]


def test_asking_for_nothing_changes_nothing() -> None:
    """At 0 every statement stays as it is."""
    given = (statement(1, 0.0), statement(2, 0.4, within=1))
    assert sift(given, 0.0) == given


def test_a_record_holds_what_is_sure_enough() -> None:
    """The record of an article has the statements of at least the asked confidence, and the same entities."""
    article = onrecord.read(TEXT, as_is=True).article
    everything = analyse(article)
    most = max(s.confidence for s in everything.statements)
    surest = analyse(article, settings=AnalysisSettings(min_confidence=most))
    none = analyse(article, settings=AnalysisSettings(min_confidence=most + 0.001))
    assert {s.confidence for s in surest.statements} == {most}
    assert none.statements == ()
    assert none.entities == everything.entities
