"""How well statements are found on PolNeAR's training articles, beside the best known figures.

    python benchmarks/statements.py SHARED_FOLDER [--part tune|report] [--errors N]

The articles of the last two months by date are the report part: only its totals are looked at. The rules were
tuned on the rest. Confidence is checked as well: of the statements that claim to be right by some share, how
many are. `--check` scores with the scorer in SHARED_FOLDER/measure too and fails where the two differ.
"""

import argparse
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from onrecord.analysis.attributions import find_attributions
from onrecord.analysis.marks import find_quotations
from onrecord.analysis.parts import Attribution
from onrecord.analysis.tokens import tokenise
from scoring import Pair, Row, check_against, score_statements, table

ARTICLES = Path("corpora", "polnear", "train", "polnear_train.jsonl.gz")
REPORTED_MONTHS = 2
ANCHORS = """\
Best known, on other articles of the same collection (dev; exact spans F1 source / cue / content):
  Gender Gap Tracker, rules on gold-quality parses   45.7 / 43.3 / 42.1   linked P 59.7 R 28.9 F1 39.0
  CoreNLP quote annotator (test)                     13.9 /  -   / 17.5
  BiLSTM + CofeNet (test)                            73.3 / 66.2 / 63.6
  BERT + CofeNet, 110 M parameters (test)            83.2 / 75.3 / 72.9
  one human against another (test)                   78.1 / 71.9 / 69.5   linked F1 76.0
Targets for direct statements, linked: recall 70.0, precision 80.0
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
    return [row for row in rows if (days[row["id"]] >= first) == (part == "report")]


def read_all(rows: Iterable[Row]) -> Iterator[Pair]:
    """Each row with its statements, by the steps that find them and no others."""
    for row in rows:
        tokens = tokenise(row["text"])
        found = find_attributions(tokens, find_quotations(tokens))
        yield (
            row,
            {"article": {"key": row["id"]}, "statements": list(map(as_statement, range(len(found)), found))},
        )


def as_statement(number: int, one: Attribution) -> Row:
    """What a record has of an attribution, as far as it is scored."""
    spans = {
        role: [{"start": start, "end": end} for start, end in extents]
        for role, extents in (("source", one.source), ("cue", one.cue), ("content", one.content))
    }
    within = None if one.within is None else f"s{one.within}"
    return {"id": f"s{number}", "type": one.type, "within": within, "confidence": one.confidence, **spans}


def is_right(row: Row, statement: Row) -> bool:
    """Whether the statement on its own is linked to one of the row's attributions."""
    linked = score_statements([(row, {"statements": [statement | {"within": None}]})])["linked"]
    return bool(linked["right"])


def calibration(pairs: Sequence[Pair]) -> list[str]:
    """Lines: for each claimed confidence, how many statements there are and the share that is right."""
    bins: dict[float, list[bool]] = defaultdict(list)
    for row, record in pairs:
        for statement in record["statements"]:
            if not statement["within"]:
                bins[statement["confidence"]].append(is_right(row, statement))
    return [
        f"claimed {confidence:.2f}   right {sum(hits) / len(hits):.2f}   of {len(hits)}"
        for confidence, hits in sorted(bins.items())
    ]


def errors(pairs: Sequence[Pair], count: int) -> Iterator[str]:
    """Lines on statements that no attribution bears out, drawn at random but always the same."""
    wrong = [
        (row, statement)
        for row, record in pairs
        for statement in record["statements"]
        if not statement["within"] and not is_right(row, statement)
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
    parser.add_argument("--check", action="store_true", help="score with the folder's own scorer too")
    args = parser.parse_args()
    if args.errors and args.part == "report":
        parser.error("the report part's errors are not looked at: use --part tune")
    pairs = list(read_all(articles(args.shared, args.part)))
    if args.check:
        check_against(args.shared, "statements", pairs)
    print(f"{args.part} part", *table(score_statements(pairs)), "", ANCHORS, "confidence", sep="\n")
    print(*calibration(pairs), *errors(pairs, args.errors), sep="\n")


if __name__ == "__main__":
    main()
