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
from training.calibrate import expected_error, fit, reliability


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
    found = {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)}
    for folder in options.folders:
        path = folder / "model.json"
        manifest = json.loads(path.read_text(encoding="utf-8"))
        manifest["calibration"]["events"] = found
        path.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    shares = 1 / (1 + np.exp(-rows @ weights))
    error = expected_error(shares, right)
    print(f"{len(right)} events, {right.mean():.3f} right, calibration error {error:.4f}")
    for said, true, n in reliability(shares, right):
        print(f"{said:.2f} {true:.2f} {n}")


if __name__ == "__main__":
    main()
