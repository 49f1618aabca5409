"""Floors only rise, unless a reason is given and kept."""

import tomllib
from pathlib import Path

import pytest

import repin
from repin import Floors, LoweredError, repinned

DAY = "2025-03-04"
FILES = {"statements.jsonl": "aa", "times.jsonl": "bb"}
PINNED = Floors({"times: value, F1": 80.0, "times: strict, F1": 85.5}, FILES, [])


def test_a_better_figure_raises_its_floor() -> None:
    """What improved is the new floor, what stayed is kept, and the history says nothing."""
    new = repinned(PINNED, {"times: value, F1": 81.2, "times: strict, F1": 85.5}, FILES, None, DAY)
    assert new == Floors({"times: value, F1": 81.2, "times: strict, F1": 85.5}, FILES, [])


@pytest.mark.parametrize("reason", [None, "", "  \n"])
def test_a_worse_figure_is_refused(reason: str | None) -> None:
    """One floor that would fall stops the pinning, and the message names it with both figures."""
    with pytest.raises(LoweredError, match=r"^times: strict, F1: 85\.4, floor 85\.5$"):
        repinned(PINNED, {"times: value, F1": 99.0, "times: strict, F1": 85.4}, FILES, reason, DAY)


def test_a_reason_lowers_a_floor_and_is_kept() -> None:
    """With a reason the floor falls, and what it was stands in the history with the reason and the day."""
    figures = {"times: value, F1": 80.0, "times: strict, F1": 70.0}
    new = repinned(PINNED, figures, FILES, "gold set  doubled,\nharder rows", DAY)
    assert new.figures == figures
    assert new.history == [
        {
            "day": DAY, "figure": "times: strict, F1", "was": 85.5, "now": 70.0,
            "reason": "gold set doubled, harder rows",
        }
    ]  # fmt: skip


def test_the_history_only_grows() -> None:
    """A later pinning, with or without a lowered floor, keeps every earlier entry."""
    first = repinned(PINNED, {"times: value, F1": 70.0, "times: strict, F1": 85.5}, FILES, "one", DAY)
    raised = repinned(first, {"times: value, F1": 75.0, "times: strict, F1": 85.5}, FILES, "unused", DAY)
    again = repinned(raised, {"times: value, F1": 74.0, "times: strict, F1": 85.5}, FILES, "two", DAY)
    assert raised.history == first.history
    assert [entry["reason"] for entry in again.history] == ["one", "two"]


def test_giving_up_a_figure_needs_a_reason() -> None:
    """A figure that is no longer measured counts as one that falls."""
    figures = {"times: value, F1": 80.0}
    with pytest.raises(LoweredError, match="times: strict, F1: not measured"):
        repinned(PINNED, figures, FILES, None, DAY)
    new = repinned(PINNED, figures, FILES, "counted elsewhere", DAY)
    assert new.figures == figures
    assert new.history[0]["now"] is None


def test_pinning_takes_the_new_gold_files() -> None:
    """The digests written are those of the files that were measured."""
    files = {"statements.jsonl": "cc", "times.jsonl": "bb"}
    new = repinned(PINNED, dict(PINNED.figures), files, None, DAY)
    assert repin.changed_files(new, files) == []
    assert len(repin.changed_files(PINNED, files)) == 1


def test_a_changed_or_missing_gold_file_is_named_with_the_way_out(tmp_path: Path) -> None:
    """Of two gold files, the edited one and the removed one are reported, each with the command to run."""
    for name in FILES:
        (tmp_path / name).write_text('{"id": "a"}\n', encoding="utf-8")
    floors = Floors({}, repin.digests(tmp_path), [])
    assert repin.changed_files(floors, repin.digests(tmp_path)) == []
    (tmp_path / "times.jsonl").write_text('{"id": "b"}\n', encoding="utf-8")
    (tmp_path / "statements.jsonl").unlink()
    gone, changed = repin.changed_files(floors, repin.digests(tmp_path))
    assert gone.startswith("statements.jsonl: gone")
    assert changed.startswith("times.jsonl: changed")
    assert gone.endswith("`python benchmarks/repin.py`")


def test_shortfalls_name_what_fell_and_what_has_no_floor() -> None:
    """The gate's report has the figure that fell with both numbers, and a figure that nothing holds."""
    figures = {"times: value, F1": 79.9, "times: strict, F1": 85.5, "times: type, F1": 90.0}
    assert repin.shortfalls(PINNED, figures) == [
        "times: value, F1: 79.9, floor 80.0",
        "times: type, F1: has no floor; run `python benchmarks/repin.py`",
    ]
    assert repin.shortfalls(PINNED, dict(PINNED.figures)) == []


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    """Floors survive the file, whatever the reason holds."""
    odd = 'quotes " and \\ and “these”, a bell \x07 and \x7f, 😀'
    floors = repinned(PINNED, {"times: value, F1": 1.0}, FILES, odd, DAY)
    path = tmp_path / "floors.toml"
    path.write_text(repin.dump(floors), encoding="utf-8")
    read = repin.load(path)
    assert (read.figures, read.files) == (floors.figures, floors.files)
    assert [entry["reason"] for entry in read.history] == [odd, odd]
    assert "now" not in tomllib.loads(path.read_text(encoding="utf-8"))["history"][1]
    assert repin.load(tmp_path / "none.toml") == Floors({}, {}, [])


def write_gold(folder: Path) -> None:
    """Two gold files with no expression and no attribution to find."""
    row = '{{"id": "a", "text": "It rained. Nobody\\u2028spoke.", "published": "2025-03-04", "{}": []}}\n'
    (folder / "statements.jsonl").write_text(row.format("attributions"), encoding="utf-8")
    (folder / "times.jsonl").write_text(row.format("times"), encoding="utf-8")


def test_statements_are_also_counted_as_they_are_labelled() -> None:
    """A direct statement in single marks, called mixed, is linked, and right as neither of the two types."""
    spans = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 18]]}
    row = {"id": "a", "text": "Vane said ‘Never.’", "attributions": [{**spans, "type": "direct"}]}
    found = {role: [{"start": s, "end": e} for s, e in pieces] for role, pieces in spans.items()}
    scores = repin.statement_scores([(row, {"statements": [{**found, "type": "mixed"}]})])
    assert scores["linked"]["right"] == 1
    assert [scores["as labelled"][kind]["right"] for kind in ("direct", "mixed")] == [0, 0]
    scores = repin.statement_scores([(row, {"statements": [{**found, "type": "direct"}]})])
    assert scores["as labelled"]["direct"]["f1"] == 100.0


def test_days_covered_are_asked_where_the_gold_gives_them() -> None:
    """Of two expressions with days one covers another week; the one without days is not asked."""
    gold = [
        {
            "start": n,
            "end": n + 1,
            "type": "DATE",
            "value": "2025-W10",
            "from": "2025-03-03",
            "to": "2025-03-09",
        }
        for n in (0, 2)
    ]
    vague = {"start": 4, "end": 5, "type": "DATE", "value": "PAST_REF"}
    late = {**gold[1], "from": "2025-03-10", "to": "2025-03-16"}
    found = [gold[0], late, {**vague, "from": None, "to": None}]
    scores = repin.time_scores([({"id": "a", "text": "a b c", "times": [*gold, vague]}, {"times": found})])
    assert scores["value"]["right"] == 3
    assert scores["days covered"] == {"percent": 50.0, "right": 1, "of": 2}


def test_the_command_pins_what_onrecord_reaches(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On gold files without floors the command measures and writes; after that the gate has no complaint."""
    write_gold(tmp_path)
    assert repin.main([], tmp_path) == 0
    floors = repin.load(tmp_path / "floors.toml")
    assert "times: value, F1" in floors.figures
    assert "times: value, F1" in capsys.readouterr().out
    assert repin.changed_files(floors, repin.digests(tmp_path)) == []
    assert repin.shortfalls(floors, repin.measured(tmp_path)) == []


def test_the_command_writes_nothing_when_it_refuses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A floor that onrecord does not reach: status 1, the file untouched; with a reason it is lowered."""
    write_gold(tmp_path)
    path = tmp_path / "floors.toml"
    path.write_text('[floors]\n"times: value, F1" = 50.0\n', encoding="utf-8")
    before = path.read_bytes()
    assert repin.main([], tmp_path) == 1
    assert path.read_bytes() == before
    assert "--lower" in capsys.readouterr().err
    assert repin.main(["--lower", "the rows were emptied"], tmp_path) == 0
    assert [entry["reason"] for entry in repin.load(path).history] == ["the rows were emptied"]
