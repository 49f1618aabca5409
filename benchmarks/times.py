"""Time expressions on annotated news, beside other systems.

    python benchmarks/times.py SHARED_FOLDER [--half tune|report] [--set tbaq|wikiwars|meantime] [--errors N]

SHARED_FOLDER holds `corpora/time` (annotated documents, packed) and `measure/timeml.py`, which reads them.
The newswire set (TBAQ: TimeBank and AQUAINT as TempEval-3 cleaned them) is cut in two by the SHA-256 of
the document's id: rules and settings are chosen on the half `tune`, the figures come from the half
`report`. Near-duplicate pairs lie on one side. `--errors` shows errors of `tune` and of the other sets,
never of `report`.
Scores are TempEval-3's (`scoring.score_times`), in percent.
"""

import argparse
import hashlib
import importlib
import sys
import tarfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.analysis.times import find_times
from onrecord.record import Time
from scoring import Pair, Row, score_times

SETS = {
    "tbaq": ("tbaq/tbaq_cleaned.tar.gz", ""),
    "wikiwars": ("wikiwars/wikiwars_train.tar.gz", "timex3/"),
    "meantime": ("meantime/corpus_apple.tar.gz", "intra-doc"),
}
"""Each set's file under corpora/time, and what the names of its documents must hold."""
TWINS = {"XIE19990313.0229": "XIE19990313.0031", "APW20000216.0272": "APW20000216.0193"}
"""Near-duplicates, by the one whose side they take."""
ANCHORS = {
    "HeidelTime (developed on this set, whole)": (92.1, 84.1, 77.5),
    "Microsoft recognizers (whole)": (81.5, 63.8, 53.4),
}
TARGETS = (92.0, 85.0, 79.0)
MEASURES = ("relaxed", "strict", "value")


def half_of(document: str) -> str:
    """The half that a document of the newswire set belongs to."""
    first = hashlib.sha256(TWINS.get(document, document).encode()).hexdigest()[0]
    return "report" if int(first, 16) % 2 else "tune"


def gold_rows(shared: Path, name: str) -> Iterator[Row]:
    """The annotated documents of a set as {"id", "text", "published", "times"}."""
    sys.path.insert(0, str(shared / "measure"))
    read_document: Callable[[str, str], Row] = importlib.import_module("timeml").read_document
    file, part = SETS[name]
    with tarfile.open(shared / "corpora" / "time" / file) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            stem, _, ending = member.name.rpartition("/")[2].rpartition(".")
            opened = archive.extractfile(member) if ending in ("tml", "xml") and part in member.name else None
            if opened and not stem.startswith("."):
                yield read_document(opened.read().decode("utf-8"), stem)


def read(row: Row) -> Pair:
    """A gold row with what is found in its text."""
    times = find_times(row["text"], row["published"])
    return row, {"times": [as_row(timex) for timex in times]}


def as_row(timex: Time) -> Row:
    """The fields that are scored."""
    return {"start": timex.start, "end": timex.end, "type": timex.type, "value": timex.value}


def print_table(name: str, scores: Row) -> None:
    """Our figures, the targets and the other systems'."""
    print(f"{name:44}{''.join(f'{measure:>9}' for measure in MEASURES)}   F1, percent")
    print_line("onrecord", [scores[measure]["f1"] for measure in MEASURES])
    if name.startswith("tbaq"):
        print_line("target", TARGETS)
        for system, figures in ANCHORS.items():
            print_line(system, figures)
    for measure, figures in scores.items():
        if isinstance(figures, dict):
            print(f"    {measure:18} P {figures['p']:5.1f}  R {figures['r']:5.1f}  F1 {figures['f1']:5.1f}")


def print_line(system: str, figures: tuple[float, ...] | list[float]) -> None:
    """One system's figures."""
    print(f"{system:44}{''.join(f'{figure:9.1f}' for figure in figures)}")


def print_errors(pairs: list[Pair], most: int) -> None:
    """Up to `most` expressions that are missed, found in vain, or have another extent or value."""
    errors = [error for row, record in pairs for error in errors_of(row, record["times"])]
    for error in errors[:most]:
        print(error)
    print(f"{len(errors)} errors")


def errors_of(row: Row, found: list[Row]) -> Iterator[str]:
    """The errors of one document, one a line."""
    for ours in found:
        if not any(overlap(ours, gold) for gold in row["times"]):
            yield f"{row['id']}  in vain   {show(row, ours)}"
    for gold in row["times"]:
        touching = [ours for ours in found if overlap(ours, gold)]
        if not touching:
            yield f"{row['id']}  missed    {show(row, gold)}"
        elif as_gold(touching[0]) != as_gold(gold):
            yield f"{row['id']}  {show(row, gold)}  found {show(row, touching[0])}"


def overlap(a: Row, b: Row) -> bool:
    """Whether two expressions share a character."""
    return bool(min(a["end"], b["end"]) > max(a["start"], b["start"]))


def as_gold(timex: Row) -> tuple[int, int, str]:
    """What must be equal for an expression to be right."""
    return timex["start"], timex["end"], timex["value"]


def show(row: Row, timex: Row) -> str:
    """An expression with its value."""
    return f"{row['text'][timex['start'] : timex['end']]!r} = {timex['value']}"


def main() -> None:
    """Print the table of one set, and its errors where they may be seen."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, help="the folder with corpora/ and measure/")
    parser.add_argument("--set", choices=SETS, default="tbaq")
    parser.add_argument("--half", choices=("tune", "report"), default="report", help="of the set tbaq")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N errors")
    options = parser.parse_args()
    halved = options.set == "tbaq"
    if options.errors and halved and options.half == "report":
        parser.error("the errors of the half `report` are never looked at: use --half tune")
    rows = list(gold_rows(options.shared, options.set))
    if halved:
        rows = [row for row in rows if half_of(row["id"]) == options.half]
    start = time.process_time()
    pairs = [read(row) for row in rows]
    seconds, words = time.process_time() - start, sum(len(row["text"].split()) for row in rows)
    name = f"{options.set}, half {options.half}" if halved else options.set
    print_table(f"{name}, {len(rows)} documents", score_times(pairs))
    print(f"{1000 * seconds * 810 / words:.2f} ms for 810 words")
    if options.errors:
        print_errors(pairs, options.errors)


if __name__ == "__main__":
    main()
