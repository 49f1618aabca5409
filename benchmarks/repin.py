"""Pin the quality floors in tests/gold/floors.toml to what onrecord reaches on the gold sets now.

    python benchmarks/repin.py
    python benchmarks/repin.py --lower "why this is worth a lower floor"

A floor is raised without a word. One that would fall, or that would no longer be measured, stops the run
and nothing is written, unless `--lower` gives the reason, which is kept in the file's history for good.
The floors belong to the gold files that they were measured on, by SHA-256: a gold file that has changed
fails the gate in `tests/test_eval_gate.py` until the floors are pinned anew.
"""

import argparse
import datetime as dt
import hashlib
import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import passages
from scoring import TYPES, Pair, Row, pair_rows, score_statements, score_times, share

GOLD = Path(__file__).parent.parent / "tests" / "gold"
FLOORS = "floors.toml"
REPIN = "run `python benchmarks/repin.py`"
FIGURES = {
    "statements.jsonl": (
        "linked", "linked strict", "content", "direct only", "role.exact.source", "role.exact.cue",
        "role.exact.content", "role.edges forgiven.content", "source given content",
        "linked recall by type.direct", "linked recall by type.mixed", "content recall by type.direct",
        "content recall by type.mixed", "as labelled.direct", "as labelled.mixed",
    ),
    "times.jsonl": ("relaxed", "strict", "type", "value", "days covered"),
}  # fmt: skip
"""What is held to floors: paths into the scores, each with its P, R and F1, or its percent."""
PASSAGES = (
    "linked",
    "nested.linked",
    "nested.with the right parent",
    "act",
    "negative",
    "unnamed",
    "addressee",
)
"""The same for the evaluation part of our own passages (`benchmarks/passages.py`)."""
EVALUATION = "passages"
"""What their files are called together among those that the floors were measured on."""
HEAD = """\
# The least that onrecord reaches on the gold sets beside this file, in percent (benchmarks/scoring.py says
# how they are counted). Written by `python benchmarks/repin.py`: do not edit by hand.
"""

Figures = dict[str, float]


class Floors(NamedTuple):
    """What is pinned: figures in percent, the gold files' SHA-256, and every floor that was ever lowered."""

    figures: Figures
    files: dict[str, str]
    history: list[dict[str, Any]]


class LoweredError(Exception):
    """Floors would fall and no reason was given: the message has one line for each."""


# Measuring


def measured(gold: Path) -> Figures:
    """The figures that onrecord reaches on the gold files in `gold` now, read through the public API."""
    figures: Figures = {}
    for name, paths in FIGURES.items():
        scores = SCORERS[name](pair_rows(*_rows_and_records(gold / name)))
        for path in paths:
            figures |= _named(f"{name.removesuffix('.jsonl')}: {path.replace('.', ', ')}", _at(scores, path))
    scores = passages.score_part("eval")
    for path in PASSAGES:
        figures |= _named(f"{EVALUATION}: {path.replace('.', ', ')}", _at(scores, path))
    return figures


def _rows_and_records(path: Path) -> tuple[list[Row], list[Row]]:
    import onrecord  # noqa: PLC0415 - so that the rest can be tested without it

    rows = gold_rows(path)
    records = []
    for row in rows:
        record = json.loads(onrecord.read(row["text"], as_is=True, published=row.get("published")).to_json())
        record["article"]["key"] = row["id"]
        records.append(record)
    return rows, records


def gold_rows(path: Path) -> list[Row]:
    """The rows of a gold file."""
    # Not splitlines: a text may hold U+2028, which ends no line of JSON.
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def statement_scores(pairs: Sequence[Pair]) -> Row:
    """The scores, and linked figures by `type` as gold and record give it, for single marks too."""
    labelled = {}
    for kind in TYPES:
        parts = [
            (row | {"attributions": _typed(row["attributions"], kind)},
             record | {"statements": _typed(record.get("statements", []), kind)})
            for row, record in pairs
        ]  # fmt: skip
        labelled[kind] = score_statements(parts)["linked"]
    return {**score_statements(pairs), "as labelled": labelled}


def _typed(statements: Sequence[Row], kind: str) -> list[Row]:
    return [statement for statement in statements if statement.get("type") == kind]


def time_scores(pairs: Sequence[Pair]) -> Row:
    """The scores, and of the expressions whose days the gold gives, how many cover just these days."""
    parts = [
        (row | {"times": _with_days(t for t in row["times"] if t.get("from"))},
         record | {"times": _with_days(record.get("times", []))})
        for row, record in pairs
    ]  # fmt: skip
    days = score_times(parts)["value"]
    return {**score_times(pairs), "days covered": share(days["right"], days["gold"])}


def _with_days(times: Iterable[Row]) -> list[Row]:
    return [timex | {"value": f"{timex['from']}/{timex['to']}"} for timex in times]


SCORERS: dict[str, Callable[[Sequence[Pair]], Row]] = {
    "statements.jsonl": statement_scores,
    "times.jsonl": time_scores,
}
"""Each gold file and how records are scored against it."""


def _at(scores: Row, path: str) -> Row:
    for part in path.split("."):
        scores = scores[part]
    return scores


def _named(label: str, score: Row) -> Figures:
    if "percent" in score:
        return {label: score["percent"]}
    return {f"{label}, {measure.upper()}": score[measure] for measure in ("p", "r", "f1")}


def digests(gold: Path) -> dict[str, str]:
    """The SHA-256 of each gold file that is there, and of our passages for evaluation together."""
    found = {
        name: hashlib.sha256((gold / name).read_bytes()).hexdigest()
        for name in SCORERS
        if (gold / name).exists()
    }
    files = sorted((passages.EXAMPLES / "eval").glob("*.txt"))
    return found | {EVALUATION: hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()}


# Holding


def changed_files(floors: Floors, files: Mapping[str, str]) -> list[str]:
    """A line for each gold file that is not the one the floors were measured on, saying how to mend it."""
    names = sorted({*floors.files, *SCORERS, EVALUATION})
    found = {name: "changed" if name in files else "gone" for name in names}
    return [
        f"{name}: {found[name]} since the floors were pinned; if that is meant, {REPIN}"
        for name in names
        if files.get(name) != floors.files.get(name)
    ]


def shortfalls(floors: Floors, figures: Mapping[str, float], slack: float = 0.0) -> list[str]:
    """A line for each figure that is below its floor by more than `slack`, has none, or is not measured."""
    fallen = [
        f"{name}: {_change(floors, figures, name)}"
        for name in _falling(floors, figures)
        if figures.get(name, -1.0) < floors.figures[name] - slack
    ]
    unpinned = [
        f"{name}: has no floor; run `python benchmarks/repin.py`"
        for name in figures
        if name not in floors.figures
    ]
    return fallen + unpinned


def _falling(floors: Floors, figures: Mapping[str, float]) -> list[str]:
    return [name for name, floor in floors.figures.items() if figures.get(name, -1.0) < floor]


def _change(floors: Floors, figures: Mapping[str, float], name: str) -> str:
    now = f"{figures[name]:.1f}" if name in figures else "not measured"
    return f"{now}, floor {floors.figures[name]:.1f}"


# Pinning


def repinned(floors: Floors, figures: Figures, files: dict[str, str], reason: str | None, day: str) -> Floors:
    """The floors moved to `figures`; what falls goes into the history with the `reason` and the ISO `day`.

    Raises `LoweredError` where a floor falls and the reason is missing or empty.
    """
    falling = _falling(floors, figures)
    reason = " ".join((reason or "").split())
    if falling and not reason:
        raise LoweredError("\n".join(f"{name}: {_change(floors, figures, name)}" for name in falling))
    lowered = [
        {"day": day, "figure": name, "was": floors.figures[name], "now": figures.get(name), "reason": reason}
        for name in falling
    ]
    return Floors(figures, files, [*floors.history, *lowered])


def load(path: Path) -> Floors:
    """What is pinned in `path`; nothing where there is no such file."""
    data = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return Floors(data.get("floors", {}), data.get("files", {}), data.get("history", []))


def dump(floors: Floors) -> str:
    """The floors as TOML; a history entry without `now` tells of a figure that was given up."""
    parts = [HEAD, _table("[files]", floors.files), _table("[floors]", floors.figures)]
    parts += [_table("[[history]]", entry) for entry in floors.history]
    return "\n".join(parts)


def _table(head: str, values: Mapping[str, Any]) -> str:
    # JSON's strings are TOML's basic strings, but that TOML wants the delete character escaped as well.
    rows = [f"{_toml(name)} = {_toml(value)}\n" for name, value in values.items() if value is not None]
    return "".join([head, "\n", *rows])


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def main(arguments: Sequence[str] | None = None, gold: Path = GOLD) -> int:
    """Measure and pin; status 1 where a floor would fall without a reason."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lower", metavar="REASON", help="let floors fall, and keep this reason")
    reason = parser.parse_args(arguments).lower
    old, figures = load(gold / FLOORS), measured(gold)
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    try:
        new = repinned(old, figures, digests(gold), reason, day)
    except LoweredError as error:
        print(
            f'{error}\nNothing was written. Mend what fell, or give the reason: --lower "REASON"',
            file=sys.stderr,
        )
        return 1
    (gold / FLOORS).write_text(dump(new), encoding="utf-8")
    for name, figure in figures.items():
        print(f"{name:<55} {old.figures.get(name, 0.0):5.1f} -> {figure:5.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
