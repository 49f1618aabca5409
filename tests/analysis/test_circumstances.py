"""When and where something was said, as the clause of the saying tells."""

import time

import pytest

from analysis.marked import PUBLISHED, statements
from onrecord.knowledge.places import place


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        ("{s|Ann Lee} {c|said} on Monday {q|that it leaked}.", "2025-02-17"),
        ("{s|Ann Lee} on Monday {c|said} {q|it leaked}.", "2025-02-17"),
        ("On Monday, {s|Ann Lee} {c|said} {q|it leaked}.", "2025-02-17"),
        ("{s|Ann Lee} {c|said} in a statement to the paper on Monday {q|that it leaked}.", "2025-02-17"),
        ("{q|“It leaks,”} {s|Ann Lee} {c|told} dockers outside the port on Monday.", "2025-02-17"),
        ("{s|Ann Lee} {c|praised} {q|the crane} on Monday.", "2025-02-17"),
        ("At a meeting in Oslo on Monday, {s|Ann Lee} {c|said} {q|it leaked}.", "2025-02-17"),
        ("{q|“It leaks,”} {s|Ann Lee} {c|said} after a meeting in Oslo on Monday.", "2025-02-17"),
        ("{s|Ann Lee} {c|said} {q|it leaked} after a storm on Monday.", None),
        ("{s|Ann Lee, who came on Monday}, {c|said} {q|it leaked}.", None),
        ("The crane fell on Monday, and {s|Ann Lee} {c|said} {q|it leaked}.", None),
        ("{s|Ann Lee} {c|said} {q|it would open} on Friday.", None),
    ],
)
def test_when(marked: str, day: str | None) -> None:
    """The day in the clause of the saying counts, none of another clause and none still to come."""
    said = statements(marked)[0].said
    assert said is not None
    assert (said.value, said.how) == ((day, "stated") if day else (PUBLISHED, "inferred"))


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{q|“It leaks,”} {s|Ann Lee} {c|said} on a visit to a plant in Oslo.", "Oslo"),
        ("In Oslo, {s|Ann Lee} {c|said} {q|it leaked}.", "Oslo"),
        ("Speaking in Oslo on Monday, {s|Ann Lee} {c|said} {q|it leaked}.", "Oslo"),
        ("{s|Ann Lee} {c|told} reporters in Oslo {q|that it leaked}.", "Oslo"),
        ("{s|Ann Lee} {c|said} {q|it leaked} in Oslo.", None),
        ("{s|Ann Lee} {c|asked} a court in Oslo {q|to close the port}.", None),
        ("{s|Ann Lee}, who lives in Oslo, {c|said} {q|it leaked}.", None),
        ("A crane fell in Oslo, and {s|Ann Lee} {c|said} {q|it leaked}.", None),
    ],
)
def test_where(marked: str, name: str | None) -> None:
    """The place in the clause of the saying counts, not that of a hearer, the speaker or another clause."""
    found = statements(marked)[0].place
    where = place(found) if found else None
    assert (where.name if where else None) == name


def test_a_sentence_of_many_statements_is_read_in_linear_time() -> None:
    """Twice the statements in one sentence take about twice as long."""

    def seconds(count: int) -> float:
        text = " and ".join(f"{{s{k}|Ann}} {{c{k}|told}} us {{q{k}|it leaked}} in Oslo" for k in range(count))
        start = time.perf_counter()
        statements(text)
        return time.perf_counter() - start

    seconds(50)
    assert seconds(2000) < 8 * seconds(500) + 0.05
