"""How well statements are found on PolNeAR's training articles, beside the best known figures.

    python benchmarks/statements.py SHARED_FOLDER [--part tune|report] [--model full|fast] [--errors N]

The articles of the last two months by date are the report part: only its totals are looked at. Those of the
three weeks before are the tune part: settings are chosen and confidence is calibrated on them. Neither
trained the model as it is measured (`src/onrecord/models/CARD.md` says how the one that ships differs).
Confidence is checked as well: of the statements that claim to be right by some share, how many are.
`--check` scores with the scorer in SHARED_FOLDER/measure too and fails where the two differ.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import get_args

from onrecord.analysis.attributions import find_attributions
from onrecord.analysis.marks import find_quotations
from onrecord.analysis.model.reading import read
from onrecord.analysis.model.session import Model, get_model
from onrecord.analysis.parts import Attribution
from onrecord.analysis.settings import MIN_CONFIDENCE, MODELS, ModelName
from onrecord.analysis.tokens import tokenise
from scoring import (
    ROLES,
    Pair,
    Row,
    alike,
    check_against,
    inside_quotes,
    items,
    same_voice,
    score_statements,
    table,
)

ARTICLES = Path("corpora", "polnear", "train", "polnear_train.jsonl.gz")
REPORTED_MONTHS = 2
TUNED_FROM = "2016-06-15"
"""The first day of the tune part; what is older trained the model."""
BINS = 10
"""Of the table of confidence, of equal width."""
ANCHORS = """\
Best known, on other articles of the same collection (dev; exact spans F1 source / cue / content):
  Gender Gap Tracker, rules on gold-quality parses   45.7 / 43.3 / 42.1   linked P 59.7 R 28.9 F1 39.0
  CoreNLP quote annotator (test)                     13.9 /  -   / 17.5
  BiLSTM + CofeNet (test)                            73.3 / 66.2 / 63.6
  BERT + CofeNet, 110 M parameters (test)            83.2 / 75.3 / 72.9
  one human against another (test)                   78.1 / 71.9 / 69.5   linked F1 76.0
Targets: exact spans 83 / 75 / 70, linked F1 75; direct: recall 95, precision 92; with a verb of saying:
recall 89; expected calibration error of confidence .05
"""


def two_months_before(newest: date) -> date:
    """The first day of the report part: the day after the same day two months earlier."""
    month = newest.year * 12 + newest.month - 1 - REPORTED_MONTHS
    year, index = divmod(month, 12)
    return date(year, index + 1, min(newest.day, 28) + 1)


def articles(shared: Path, part: str) -> list[Row]:
    """The articles of one part, as the collection gives them."""
    with gzip.open(shared / ARTICLES, "rt", encoding="utf-8", newline="\n") as lines:
        rows: list[Row] = [json.loads(line) for line in lines]
    days = {row["id"]: date.fromisoformat(row["date"][:10]) for row in rows}
    first = two_months_before(max(days.values()))
    start = first if part == "report" else date.fromisoformat(TUNED_FROM)
    end = date.max if part == "report" else first
    return [row for row in rows if start <= days[row["id"]] < end]


def read_all(rows: Iterable[Row], model: Model) -> Iterator[Pair]:
    """Each row with its statements, by the steps that find them and no others."""
    for row in rows:
        tokens = tokenise(row["text"])
        quotations = find_quotations(tokens)
        found = find_attributions(tokens, quotations, read(model, tokens, quotations))
        yield (
            row,
            {"article": {"key": row["id"]}, "statements": shown(found)},
        )


def shown(found: Sequence[Attribution]) -> list[Row]:
    """What a record has of the attributions that are as sure as they must be unless less is asked for."""
    rows = list(map(as_statement, range(len(found)), found))
    return [row for row, one in zip(rows, found, strict=True) if one.confidence >= MIN_CONFIDENCE]


def as_statement(number: int, one: Attribution) -> Row:
    """What a record has of an attribution, as far as it is scored."""
    spans = {
        role: [{"start": start, "end": end} for start, end in extents]
        for role, extents in (("source", one.source), ("cue", one.cue), ("content", one.content))
    }
    within = None if one.within is None else f"s{one.within}"
    return {"id": f"s{number}", "type": one.type, "within": within, "confidence": one.confidence, **spans}


def right_ones(row: Row, record: Row) -> list[bool]:
    """Whether each statement that stands in no other is linked to one of the row's attributions.

    Each attribution bears out one statement, as in the score; what lies in a stretch that annotators set
    aside is taken for wrong.
    """
    inside = inside_quotes(row["text"])
    top = [statement for statement in record["statements"] if not statement["within"]]
    spans = [{r: [(s["start"], s["end"]) for s in statement[r]] for r in ROLES} for statement in top]
    found = items(row["text"], inside, spans)
    assert len(found) == len(top), "a statement without letters in its content"
    gold = items(row["text"], inside, row["attributions"])
    right = {j for _, j in alike(gold, found, same_voice)}
    return [k in right for k in range(len(top))]


def calibration(pairs: Sequence[Pair]) -> list[str]:
    """Lines: the reliability of confidence by bins of equal width, and its expected error."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for row, record in pairs:
        top = [statement["confidence"] for statement in record["statements"] if not statement["within"]]
        for confidence, right in zip(top, right_ones(row, record), strict=True):
            bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    total = sum(map(len, bins))
    lines, error = [], 0.0
    for members in filter(None, bins):
        claimed = sum(confidence for confidence, _ in members) / len(members)
        true = sum(right for _, right in members) / len(members)
        error += len(members) * abs(claimed - true) / total
        lines.append(f"claimed {claimed:.2f}   right {true:.2f}   of {len(members)}")
    return [*lines, f"expected calibration error {error:.3f}"]


def errors(pairs: Sequence[Pair], count: int) -> Iterator[str]:
    """Lines on statements that no attribution bears out, drawn at random but always the same."""
    wrong = [
        (row, statement)
        for row, record in pairs
        for statement, right in zip(
            [one for one in record["statements"] if not one["within"]], right_ones(row, record), strict=True
        )
        if not right
    ]
    for row, statement in random.Random(0).sample(wrong, min(count, len(wrong))):
        parts = [
            (role, [row["text"][span["start"] : span["end"]] for span in statement[role]])
            for role in ("source", "cue", "content")
        ]
        yield f"{row['id']}: " + "  ".join(f"{role} {texts}" for role, texts in parts)


def main() -> None:
    """Print the figures of one part, and on request errors of the tuning part."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("shared", type=Path, help="the folder that holds corpora/ and measure/")
    parser.add_argument("--part", choices=("tune", "report"), default="report")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="show N wrong statements (tune only)"
    )
    parser.add_argument("--model", choices=get_args(ModelName), default="full")
    parser.add_argument("--check", action="store_true", help="score with the folder's own scorer too")
    args = parser.parse_args()
    if args.errors and args.part == "report":
        parser.error("the report part's errors are not looked at: use --part tune")
    pairs = list(read_all(articles(args.shared, args.part), get_model(name=MODELS[args.model])))
    if args.check:
        check_against(args.shared, "statements", pairs)
    print(f"{args.part} part", *table(score_statements(pairs)), "", ANCHORS, "confidence", sep="\n")
    print(*calibration(pairs), *errors(pairs, args.errors), sep="\n")


if __name__ == "__main__":
    main()
