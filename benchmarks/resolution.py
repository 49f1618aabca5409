"""What finding out who and where costs: its share of the time of an article, by processor time.

    python benchmarks/resolution.py SHARED

On every eighth article of PolNeAR's train part. Counted is the whole step of names, from the spots to the
voices.
"""

import gzip
import json
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

import onrecord
from onrecord.analysis import pipeline
from onrecord.analysis.settings import ModelName

EVERY, ROUNDS = 8, 3


def shares(rows: list[dict[str, Any]], model: ModelName) -> list[float]:
    """The step's share of the time in percent, for each round over all articles."""
    spent = [0.0]
    resolve = vars(pipeline)["resolve"]

    def timed(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - passes on whatever the pipeline gives
        begun = time.process_time()
        try:
            return resolve(*given, **named)
        finally:
            spent[0] += time.process_time() - begun

    vars(pipeline)["resolve"] = timed
    found = []
    try:
        for _ in range(ROUNDS):
            spent[0], begun = 0.0, time.process_time()
            for row in rows:
                onrecord.read(row["text"], as_is=True, published=row["date"], model=model)
            found.append(100 * spent[0] / (time.process_time() - begun))
    finally:
        vars(pipeline)["resolve"] = resolve
    return found


def main() -> None:
    """Print the shares."""
    path = Path(sys.argv[1]) / "corpora" / "polnear" / "train" / "polnear_train.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file][::EVERY]
    models: tuple[ModelName, ...] = ("full", "fast")
    for model in models:
        onrecord.read(rows[0]["text"], as_is=True, model=model)
        found = shares(rows, model)
        print(f"{model}: {median(found):.1f} %, median of {ROUNDS} rounds ({len(rows)} articles)")


if __name__ == "__main__":
    main()
