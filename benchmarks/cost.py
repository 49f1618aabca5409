"""What the steps behind the model cost: their share of the time of an article, by processor time.

    python benchmarks/cost.py SHARED

On every eighth article of PolNeAR's train part. Names are the whole step, from the spots to the voices;
events the whole step from the triggers to the merging, as what they add to all that is done without them. The
events' columns among the model's outputs are timed apart, as a product of their size over the same words.
"""

import gzip
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

import onrecord
from onrecord.analysis import pipeline
from onrecord.analysis.model.heads import ACTING, N_COLUMNS, columns
from onrecord.analysis.settings import ModelName

EVERY, ROUNDS = 8, 3
STEPS = {"names": "resolve", "events": "find_events"}
WIDTH = 384


def seconds(rows: Sequence[dict[str, Any]], model: ModelName) -> dict[str, float]:
    """The time of each step over all articles, and of everything."""
    spent = dict.fromkeys(STEPS, 0.0)
    before = {step: vars(pipeline)[name] for step, name in STEPS.items()}

    def timed(step: str) -> Any:  # noqa: ANN401 - what the pipeline calls
        def run(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - passes on whatever the pipeline gives
            begun = time.process_time()
            try:
                return before[step](*given, **named)
            finally:
                spent[step] += time.process_time() - begun

        return run

    vars(pipeline).update({name: timed(step) for step, name in STEPS.items()})
    try:
        begun = time.process_time()
        for row in rows:
            onrecord.read(row["text"], as_is=True, published=row["date"], model=model)
        return {**spent, "all": time.process_time() - begun}
    finally:
        vars(pipeline).update({name: before[step] for step, name in STEPS.items()})


def columns_seconds(rows: Sequence[dict[str, Any]]) -> float:
    """The time of the events' columns: what the model's graph would do less without them."""
    added = N_COLUMNS - columns()[ACTING].stop
    matrix, hidden = np.ones((WIDTH, added), np.float32), np.ones((128, WIDTH), np.float32)
    begun = time.process_time()
    for row in rows:
        for _ in range(1 + len(row["text"].split()) // 100):
            hidden @ matrix
    return time.process_time() - begun


def main() -> None:
    """Print the shares."""
    path = Path(sys.argv[1]) / "corpora" / "polnear" / "train" / "polnear_train.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file][::EVERY]
    models: tuple[ModelName, ...] = ("full", "fast")
    for model in models:
        onrecord.read(rows[0]["text"], as_is=True, model=model)
        found = [seconds(rows, model) for _ in range(ROUNDS)]
        names = median(100 * one["names"] / one["all"] for one in found)
        heads = columns_seconds(rows)
        added = median(100 * (one["events"] + heads) / (one["all"] - one["events"] - heads) for one in found)
        print(f"{model}: names are {names:.1f} % of the time; events add {added:.1f} % to what else is done, "
              f"median of {ROUNDS} rounds ({len(rows)} articles)")  # fmt: skip


if __name__ == "__main__":
    main()
