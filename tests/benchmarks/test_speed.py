"""What the speed benchmark makes of the times it is given, and which articles it takes."""

import gzip
import json
from pathlib import Path

import pytest

import speed
from peers.sample import COLLECTIONS, chosen_articles, write_rows
from peers.systems import FAST, FULL, MODELS, PARSER, PARTIAL, PEER, Found, whole_records
from speed import Measure, times_as_fast, verdicts


def measured(*seconds: float, memory: float = 100.0) -> Measure:
    """What a system took that read all articles in so many seconds a round."""
    return Measure(list(seconds), cold=1.0, memory=memory, found=Found(1, 1))


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder with four collections of twelve articles each, in turns of 100 and of 200 words."""
    raw = tmp_path / "corpora" / "raw"
    raw.mkdir(parents=True)
    for name in COLLECTIONS:
        rows = [{"id": f"{name}-{i}", "text": "word " * (100 * (1 + i % 2))} for i in range(12)]
        with gzip.open(raw / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
            out.write("\n".join(map(json.dumps, rows)))
    return tmp_path


def test_systems_are_compared_within_a_round() -> None:
    """A round in which the whole machine was slow counts for both, and the median round is the figure."""
    assert times_as_fast(measured(1, 5, 1), measured(2, 10, 9)) == 2.0


def test_each_target_is_judged_and_each_miss_is_said() -> None:
    """One line a target, that of memory too, in the order of the targets."""
    slow_fast_model = {FULL: measured(2, memory=601), FAST: measured(2), PARTIAL: measured(0.1)}
    lines = verdicts({**slow_fast_model, PEER: measured(2), PARSER: measured(1.5)})
    assert [line.split()[-1] for line in lines] == ["holds", "missed", "holds", "missed"]


def test_a_system_that_is_not_there_is_not_judged() -> None:
    """Without the fast model its target is passed over, and the others stand."""
    lines = verdicts({FULL: measured(2), PARTIAL: measured(1), PEER: measured(2), PARSER: measured(1)})
    assert not any(FAST in line for line in lines)
    assert [line.split()[-1] for line in lines] == ["holds", "missed", "holds"]


def test_the_sample_is_mixed_and_stays_the_same(shared: Path) -> None:
    """As many articles of each collection, the same in each run, and none of the wire's short ones."""
    chosen = chosen_articles(shared, 16)
    assert chosen == chosen_articles(shared, 16)
    origins = [row["id"].rpartition("-")[0] for row in chosen]
    assert {name: origins.count(name) for name in COLLECTIONS} == dict.fromkeys(COLLECTIONS, 4)
    assert origins != sorted(origins)
    assert {len(row["text"].split()) for row in chosen if row["id"].startswith("reuters")} == {200}


def test_a_model_that_onrecord_does_not_have_is_left_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An option that onrecord refuses takes its system out and says so; the others stay."""
    monkeypatch.setitem(MODELS, FAST, {"no_such_option": 1})
    known = speed.known_systems()
    assert FAST not in known
    assert known[FULL]
    assert {PARTIAL, PEER, PARSER} <= set(known)
    assert f"left out: {FAST}" in capsys.readouterr().out


def test_whole_records_are_counted_with_what_cannot_be_read(tmp_path: Path) -> None:
    """A row without an article counts as unread; the others give records and their statements."""
    rows = [{"text": "“We open on Friday,” the mayor said."}, {"text": ""}, {"text": "It rained all day."}]
    assert whole_records()(write_rows(tmp_path / "all.jsonl", rows)) == Found(2, 1, 1)
