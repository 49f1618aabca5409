"""Reading our own passages with events."""

import re
from collections import Counter
from pathlib import Path

import pytest

from onrecord.knowledge import plover
from training.event_markup import EventMarkupError, Passage, read_passages

FOLDER = Path(__file__).parents[2] / "training" / "examples" / "events"
SENTENCE_END = re.compile(r"[.!?][\"”’')]*(?:\s|$)")

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


@pytest.fixture(scope="module")
def own() -> list[Passage]:
    """All our own passages with events, those for training first."""
    paths = [path for part in ("train", "eval") for path in sorted((FOLDER / part).glob("*.txt"))]
    return [passage for path in paths for passage in read_passages(path)]


def test_our_own_passages_are_many_and_of_every_sort(own: list[Passage]) -> None:
    """Every type, mode and standing has its examples, and so has news in which nothing happens."""
    events = [event for passage in own for event in passage.events]
    types, standings = (Counter(getattr(event, name) for event in events) for name in ("type", "standing"))
    modes = Counter((event.type, event.mode) for event in events)
    several = sum(len(SENTENCE_END.findall(passage.text)) > 1 for passage in own)
    assert len(own) >= 1200
    assert len({passage.id for passage in own}) == len(own)
    assert 2 * several >= len(own)
    assert sum(not passage.events for passage in own) >= 200
    assert min(types[type_] for type_ in plover.TYPES) >= 40
    assert min(standings[standing] for standing in plover.STANDINGS) >= 100
    assert min(modes[type_, mode] for type_ in plover.TYPES for mode in plover.modes(type_)) >= 4


def test_a_fifth_is_kept_for_evaluation_and_labelled_twice(own: list[Passage]) -> None:
    """The evaluation part has second labels of the same texts."""
    kept = {p.id: p.text for path in (FOLDER / "eval").glob("*.txt") for p in read_passages(path)}
    second = {p.id: p.text for path in (FOLDER / "second").glob("*.txt") for p in read_passages(path)}
    assert second == kept
    assert 5 * len(kept) >= 1200
    assert len(kept) < len(own)


def test_no_evaluation_passage_shares_words_with_a_training_one(own: list[Passage]) -> None:
    """Outside set phrases, no six words in a row stand in a passage of either part."""
    runs: dict[str, set[tuple[str, ...]]] = {"train": set(), "eval": set()}
    kept = {p.id for path in (FOLDER / "eval").glob("*.txt") for p in read_passages(path)}
    for passage in own:
        words = re.findall(r"\w+", passage.text.lower())
        runs["eval" if passage.id in kept else "train"] |= {
            tuple(words[k : k + 6]) for k in range(len(words) - 5)
        }
    assert runs["train"] & runs["eval"] == set()
