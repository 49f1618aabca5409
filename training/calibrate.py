"""Fit the weights that turn what the model gives an attribution into the share of such that are right.

    python -m training.calibrate CORPORA MODEL_FOLDER

Reads PolNeAR's training articles that are kept for tuning, which trained nothing, and writes the weights into
the folder's `model.json`. Right means linked, by PolNeAR's blind evaluation: contents with a Jaccard index of
.5 or more by letters and digits, and sources that share one, or none on either side.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from onrecord.analysis.attributions import drafted
from onrecord.analysis.attributions.confidence import FEATURES
from onrecord.analysis.marks import find_quotations
from onrecord.analysis.model.reading import read
from onrecord.analysis.model.session import Model
from onrecord.analysis.tokens import tokenise
from training import corpora
from training.documents import Document, Extent

RIDGE = 1.0
"""How much each weight is held towards nothing, the bias apart."""
STEPS = 50
ALIKE = 0.5


def samples(model: Model, documents: Sequence[Document]) -> tuple[np.ndarray, np.ndarray]:
    """The features of every attribution found in the documents, and whether each is right."""
    rows, right = [], []
    for document in documents:
        tokens = tokenise(document.text)
        quotations = find_quotations(tokens)
        found = list(drafted(tokens, quotations, read(model, tokens, quotations)))
        golds = [
            (_letters(document.text, one.content), _letters(document.text, one.source))
            for one in document.statements or ()
        ]
        skipped = _letters(document.text, document.ignored)
        for attribution, features in found:
            content = _letters(document.text, attribution.content)
            if not skipped.isdisjoint(content):
                continue
            rows.append(features)
            right.append(_take(golds, content, _letters(document.text, attribution.source)))
    return np.array(rows), np.array(right, float)


def _take(
    golds: list[tuple[frozenset[int], frozenset[int]]], content: frozenset[int], source: frozenset[int]
) -> bool:
    """Whether a gold attribution is the same; it is used up."""
    for k, (other, theirs) in enumerate(golds):
        alike = len(content & other) >= ALIKE * len(content | other) > 0
        if alike and (bool(source & theirs) or not (source or theirs)):
            del golds[k]
            return True
    return False


def _letters(text: str, extents: Sequence[Extent]) -> frozenset[int]:
    return frozenset(k for start, end in extents for k in range(start, end) if text[k].isalnum())


def fit(features: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method, with a ridge."""
    weights = np.zeros(features.shape[1])
    ridge = np.full(features.shape[1], RIDGE)
    ridge[0] = 1e-6
    for _ in range(STEPS):
        shares = 1 / (1 + np.exp(-features @ weights))
        gradient = features.T @ (shares - right) + ridge * weights
        curve = (features * (shares * (1 - shares))[:, None]).T @ features + np.diag(ridge)
        weights -= np.linalg.solve(curve, gradient)
    return weights


def reliability(shares: np.ndarray, right: np.ndarray, bins: int = 10) -> Iterator[tuple[float, float, int]]:
    """For each tenth of the range: the mean confidence, the share right, how many."""
    place = np.minimum((shares * bins).astype(int), bins - 1)
    for k in range(bins):
        here = place == k
        if here.any():
            yield float(shares[here].mean()), float(right[here].mean()), int(here.sum())


def expected_error(shares: np.ndarray, right: np.ndarray) -> float:
    """The expected calibration error over ten bins of equal width."""
    return sum(n * abs(said - true) for said, true, n in reliability(shares, right)) / len(shares)


def write(folder: Path, name: str, features: Sequence[str], weights: np.ndarray) -> None:
    """Put the weights of the features into the calibration of a model's folder, under a name."""
    path = folder / "model.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["calibration"][name] = {
        feature: round(float(weight), 4) for feature, weight in zip(features, weights, strict=True)
    }
    path.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def tell(what: str, features: np.ndarray, right: np.ndarray, weights: np.ndarray) -> None:
    """Say how well the weights fit what they were fitted on."""
    shares = 1 / (1 + np.exp(-features @ weights))
    error = expected_error(shares, right)
    print(f"{len(right)} {what}, {right.mean():.3f} right, calibration error {error:.4f}")
    for said, true, n in reliability(shares, right):
        print(f"{said:.2f} {true:.2f} {n}")


def main() -> None:
    """Fit, write, and say how well it fits."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    model = Model.load(options.folder)
    documents = corpora.polnear(options.corpora, corpora.TUNED_FROM, corpora.HELD_OUT_FROM)
    features, right = samples(model, documents)
    weights = fit(features, right)
    write(options.folder, "weights", FEATURES, weights)
    tell("attributions", features, right, weights)


if __name__ == "__main__":
    main()
