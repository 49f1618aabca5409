"""Reading our own passages with events."""

from pathlib import Path

import pytest

from training.event_markup import EventMarkupError, read_passages

PASSAGE = """\
## x1-001 | 2024-03-07 | diplomacy
Ana Ruiz flew into Hanoi on Tuesday.

Manila said two had died in Hanoi in 2019.
@ CONSULT/visit | flew | Ana Ruiz > Hanoi#1 | happened | time: Tuesday = 2024-03-05 | in: diplomatic
@ ASSAULT | died | - > two | happened background | by: Manila | time: 2019 = 2019 | sizes: dead 2
"""


def written(folder: Path, text: str) -> Path:
    """A file of passages."""
    path = folder / "x1.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_passage_is_read_with_its_events(tmp_path: Path) -> None:
    """Text, spans, standing and all other fields come out as written."""
    (passage,) = read_passages(written(tmp_path, PASSAGE))
    assert passage.text.startswith("Ana Ruiz")
    assert passage.text.endswith("2019.")
    visit, death = passage.events
    assert (visit.type, visit.mode, visit.standing, visit.day) == (
        "CONSULT",
        "visit",
        "happened",
        "2024-03-05",
    )
    assert [passage.text[a:b] for a, b in (visit.trigger, *visit.actors, *visit.recipients)] == [
        "flew", "Ana Ruiz", "Hanoi",
    ]  # fmt: skip
    assert death.background
    assert death.by is not None
    assert passage.text[slice(*death.by)] == "Manila"
    assert death.sizes == (("dead", 2),)


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("CONSULT/visit", "CONSULT/strike", "no such type or mode"),
        ("| flew |", "| walked |", "not in the text"),
        ("Hanoi#1 | happened", "Hanoi | happened", "stands 2 times"),
        ("Hanoi#1 | happened", "Hanoi#3 | happened", "2 times only"),
        ("= 2024-03-05", "= Tuesday", "no such day"),
        ("in: diplomatic", "in: polite", "no such context"),
        ("dead 2", "dead two", "no such size"),
        ("happened background", "occurred", "no such parties or standing"),
        ("2024-03-07 |", "March |", "the heading must be"),
        ("by: Manila", "Manila", "no such field"),
    ],
)
def test_wrong_labels_are_named(tmp_path: Path, wrong: str, right: str, said: str) -> None:
    """A label that cannot be right is an error that names the passage and what is wrong."""
    assert wrong in PASSAGE
    with pytest.raises(EventMarkupError, match=said):
        list(read_passages(written(tmp_path, PASSAGE.replace(wrong, right))))
