"""Fit the weights that turn an event's chance into the share of such events that are right.

    python -m training.calibrate_events JUDGED.jsonl MODEL_FOLDER...

JUDGED is a set of `benchmarks/event_precision.py`, drawn (`--part tune`) with a model that had no weights for
events, so that its confidence is the chance itself. The weights are written into each folder's `model.json`.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from onrecord.analysis.events.confidence import FEATURES, features
from training.calibrate import fit, tell, write


def samples(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """The features of every judged event, and the share of its judges who found it right."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [
        features(
            row["confidence"], actor=bool(row["actor"]), recipient=bool(row["recipient"]), said=row["said"]
        )
        for row in rows
    ]
    return np.array(found), np.array([np.mean(row["right"]) for row in rows])


def main() -> None:
    """Fit, write, and say how well it fits."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("judged", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    options = parser.parse_args()
    rows, right = samples(options.judged)
    weights = fit(rows, right)
    for folder in options.folders:
        write(folder, "events", FEATURES, weights)
    tell("events", rows, right, weights)


if __name__ == "__main__":
    main()
