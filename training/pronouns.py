"""Fit the weights by which pronouns find their antecedents: `python -m training.pronouns CORPORA`.

Prints the weights for `analysis/names/antecedents.py`. Read are those genres of GUM (train and development
part) that no figure is reported on. Each pronoun is a choice between its candidates and nobody (softmax, by
gradient descent); a penalty pulls the weights towards those that are there, first chosen by hand for news.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import onrecord
from onrecord.analysis import names
from onrecord.analysis.names.actors import Found
from onrecord.analysis.names.antecedents import FEATURES, LEAST, WEIGHTS, Number
from onrecord.analysis.names.pronouns import Pronouns

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))

from coreference import TUNED_ON, Document, Gold, documents

Choice = tuple[NDArray[np.float64], list[int]]
"""The candidates' features, a row each, and the numbers of the right ones; none where it is nobody."""
PULL: dict[Number, float] = {"one": 4.0, "several": 6.0, "body": 6.0}
STEPS, RATE = 3000, 0.05


class Collecting(Pronouns):
    """Notes each choice beside its gold, and goes on as if it had been made right."""

    document = Document("")
    choices: dict[Number, list[Choice]] = {"one": [], "several": [], "body": []}  # noqa: RUF012 - one for all

    def resolve(self) -> list[Found]:
        """Collect; no mentions."""
        text = self._context.text
        for number, start, end, candidates in self.questions():
            gold = self._gold(start, end, pronoun=True)
            if text[start : start + 4].lower() == "the ":
                continue
            same = [k for k, (one, _) in enumerate(candidates) if gold and self._is(one.found, gold.entity)]
            if number != "one" or same:
                self.choices[number].append((np.array([values for _, values in candidates]), same))
            if same:
                self.note(start, end, candidates[same[0]][0].found.actor)
        return []

    def _gold(self, start: int, end: int, *, pronoun: bool = False) -> Gold | None:
        fitting = [
            gold
            for gold in self.document.mentions
            if start <= gold.head[0] < end and (not pronoun or (gold.start, gold.end) == (start, end))
        ]
        return min(fitting, key=lambda gold: gold.end - gold.start, default=None)

    def _is(self, found: Found, entity: str) -> bool:
        gold = self._gold(found.start, found.end)
        return gold is not None and gold.entity == entity


def collect(corpora: Path) -> dict[Number, list[Choice]]:
    """The choices of all documents."""
    names.Pronouns = Collecting  # type: ignore[attr-defined]
    for file in ("gum_train.conllu.gz", "gum_dev.conllu"):
        for document in documents(corpora / "ud" / "gum" / file, TUNED_ON, every=True):
            Collecting.document = document
            onrecord.read(document.text, as_is=True, published=document.published)
    return Collecting.choices


def fit(number: Number, choices: Sequence[Choice]) -> tuple[NDArray[np.float64], float]:
    """The weights, and the least score that beats nobody."""
    prior = np.array([*WEIGHTS[number], LEAST[number]])
    free = np.ones(len(prior))
    if number == "one":
        free[-1] = 0  # a person is always meant
    weights = prior.copy()
    for _ in range(STEPS):
        slope = PULL[number] * (weights - prior)
        for values, right in choices:
            slope += _slope(values, right, weights)
        weights -= RATE * free * slope / max(len(choices), 1)
    return weights[:-1], float(weights[-1])


def _slope(
    values: NDArray[np.float64], right: list[int], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The gradient of the negative log likelihood of one choice; the last weight is nobody's score."""
    rows = np.zeros((len(values) + 1, len(weights)))
    if len(values):
        rows[:-1, :-1] = values
    rows[-1, -1] = 1
    shares = _softmax(rows @ weights)
    wanted = np.zeros(len(rows))
    wanted[right or [-1]] = shares[right or [-1]]
    wanted /= wanted.sum()
    slope: NDArray[np.float64] = (shares - wanted) @ rows
    return slope


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    shares: NDArray[np.float64] = np.exp(scores - scores.max())
    return shares / shares.sum()


def right(choices: Sequence[Choice], weights: NDArray[np.float64], least: float) -> float:
    """The share of choices that come out right."""
    good = 0
    for values, answers in choices:
        scores = [*(values @ weights if len(values) else []), least]
        top = int(np.argmax(scores))
        good += top in answers if answers else top == len(values)
    return good / max(len(choices), 1)


def main() -> None:
    """Print the weights, and how many choices are right before and after, in all and left out by fifths."""
    for number, choices in collect(Path(sys.argv[1])).items():
        old = right(choices, np.array(WEIGHTS[number]), LEAST[number])
        folds = [
            fit(number, [c for k, c in enumerate(choices) if k * 5 // len(choices) != fold])
            for fold in range(5)
        ]
        parts = [[c for k, c in enumerate(choices) if k * 5 // len(choices) == fold] for fold in range(5)]
        held = [right(part, *fitted) * len(part) for part, fitted in zip(parts, folds, strict=True)]
        weights, least = fit(number, choices)
        print(
            f"{number}: {len(choices)} choices, {sum(bool(c[1]) for c in choices)} with an answer;", end=" "
        )
        print(
            f"right {old:.3f} before, {right(choices, weights, least):.3f} after,"
            f" {sum(held) / len(choices):.3f} left out"
        )
        print(f'    "{number}": ({", ".join(f"{w:.2f}" for w in weights)}),  # least {least:.2f}')
        print("    ", dict(zip(FEATURES, weights.round(2).tolist(), strict=True)))


if __name__ == "__main__":
    main()
