"""How well `who` answers: our own questions and the actor descriptions of the corpora, scored alike.

    python benchmarks/who.py SHARED [--json] [--wrong]

Two sets: `sets/who/own.jsonl` (ours, written before the code) and `SHARED/corpora/actors/dev.jsonl`, both
scored by `SHARED/measure/actors.py`. Beside the scores: how long a text takes that was never asked before,
how long opening takes beside loading the model, and the peak memory of the process up to then.
`--wrong` lists what went wrong in our own set only.
"""

import argparse
import json
import resource
import sys
import time
from importlib import import_module
from pathlib import Path
from statistics import mean, quantiles
from typing import Any

import msgspec

from onrecord.analysis.model.session import get_model
from onrecord.knowledge.base import Knowledge, get_knowledge
from onrecord.resolution.who import who

HERE = Path(__file__).parent
Row = dict[str, Any]


def rows_of(path: Path) -> list[Row]:
    """The rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def answers_to(gold: list[Row], knowledge: Knowledge) -> tuple[list[Row], list[float]]:
    """The answers to questions, and the milliseconds of processor time that each took."""
    answers, times = [], []
    for row in gold:
        begun = time.process_time()
        answer = who(row["text"], row["on"], knowledge=knowledge)
        times.append(1000 * (time.process_time() - begun))
        answers.append(msgspec.to_builtins(answer) | {"on": row["on"]})
    return answers, times


def wrong(gold: list[Row], answers: list[Row], score: Any) -> list[str]:  # noqa: ANN401 - another folder's function
    """The questions that were answered wrongly, with what was answered."""
    found = []
    for row, answer in zip(gold, answers, strict=True):
        scores = score([row], [answer]).items()
        missed = [name for name, value in scores if isinstance(value, dict) and value["of"] > value["right"]]
        if set(missed) & {"country", "sector", "name", "nobody"}:
            entity = answer.get("entity") or {}
            given = [entity.get(name) for name in ("name", "country", "sectors")]
            wanted = [row[name] for name in ("name", "country", "sector")]
            found.append(f"  {row['text']!r} on {row['on']}: {given} for {wanted}")
    return found


def main() -> None:
    """Answer both sets and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    parser.add_argument("--wrong", action="store_true", help="list what went wrong in our own set")
    args = parser.parse_args()
    sys.path.insert(0, str(args.shared / "measure"))  # before our own scoring.py
    actors = import_module("actors")

    begun = time.perf_counter()
    knowledge = get_knowledge()
    knowledge.person("Q1")
    opening = 1000 * (time.perf_counter() - begun)
    who("Anybody at all", "2020", knowledge=knowledge)
    first = 1000 * (time.perf_counter() - begun)
    sets = {
        "own": HERE / "sets" / "who" / "own.jsonl",
        "dev": args.shared / "corpora" / "actors" / "dev.jsonl",
    }
    report: Row = {"opening, ms": round(opening, 1)}
    for name, path in sets.items():
        gold = rows_of(path)
        answers, times = answers_to(gold, knowledge)
        figures = {"mean, ms": round(mean(times), 3), "95th, ms": round(quantiles(times, n=20)[-1], 3)}
        report[name] = actors.score(gold, answers) | figures
        if not args.json:
            print(f"== {name}: {figures}")
            actors.show(actors.score(gold, answers))
            print("\n".join(wrong(gold, answers, actors.score)) if args.wrong and name == "own" else "")
    report["peak memory, MB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    begun = time.perf_counter()
    get_model()
    report["loading the model, ms"] = round(1000 * (time.perf_counter() - begun))
    report["opening and the first question, ms"] = round(first, 1)
    rest = {name: value for name, value in report.items() if name not in sets}
    print(json.dumps(report) if args.json else rest)


if __name__ == "__main__":
    main()
