"""How many of the events found in whole articles are right in type and parties, as two people judge them.

    python benchmarks/event_precision.py draw SHARED_FOLDER OUT.jsonl [--part report|tune] [--count 200]
    python benchmarks/event_precision.py keep JUDGED.jsonl JUDGED.jsonl SET.jsonl
    python benchmarks/event_precision.py score SET.jsonl...

`draw` reads articles of the raw news and PolNeAR, by the hash of their text (the parts share none), and
writes events drawn from all that it finds, each with the text that a judge needs. A judge adds `right`, true
or false. `keep` joins two judges' rows to one set without any text: article, offsets, what was claimed, both
judgements. `score` prints the precision and how far the judges agree.
"""

import argparse
import gzip
import hashlib
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `training`, which no package holds

import onrecord
from onrecord.analysis.settings import ModelName
from onrecord.record import Event, Record
from training.corpora import NEWS

EACH = 60
"""Articles of each source."""
LONGEST = 12_000
BEFORE = 400
"""Characters ahead of the event's sentence that a judge sees."""
BANDS = ((0.4, 0.6), (0.6, 0.8), (0.8, 1.01))
Row = dict[str, Any]


def articles(shared: Path, part: str) -> Iterator[Row]:
    """The articles of a part: of each source the first by a hash that differs between the parts."""
    for source, path in NEWS.items():
        with gzip.open(shared / "corpora" / path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        # Openings of sports reports train the model as news without events.
        rows = [row for row in rows if len(row["text"]) <= LONGEST and row.get("section") != "sport"]
        unique = {row["text"]: row for row in rows}
        halves = [text for text in unique if (_hash(text) % 2 == 0) == (part == "report")]
        for text in sorted(halves, key=_hash)[:EACH]:
            row = unique[text]
            yield {"id": f"{source}/{row['id']}", "text": text, "published": row.get("date")}


def _hash(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def claim(record: Record, event: Event) -> Row:
    """An event as a judge sees it."""
    names = {entity.id: entity for entity in record.entities}
    text = record.article.text
    sentence = event.evidence.sentence
    actors, recipients = (
        [
            f"{names[id_].name} ({names[id_].kind}, {names[id_].country or '-'}; “{span.text}”)"
            for id_, span in zip(ids, spans, strict=True)
        ]
        for ids, spans in ((event.actor, event.evidence.actor), (event.recipient, event.evidence.recipient))
    )
    return {
        "doc": record.article.key,
        "trigger": [event.trigger.start, event.trigger.end],
        "type": event.type,
        "mode": event.mode,
        "underlying": event.underlying,
        "standing": event.standing,
        "actor": [[span.start, span.end] for span in event.evidence.actor],
        "recipient": [[span.start, span.end] for span in event.evidence.recipient],
        "said": event.according_to is not None,
        "confidence": event.confidence,
        "seen": {
            "published": record.article.published,
            "before": text[max(0, sentence.start - BEFORE) : sentence.start],
            "sentence": sentence.text,
            "trigger": event.trigger.text,
            "actors": actors,
            "recipients": recipients,
        },
    }


def draw(shared: Path, out: Path, *, part: str, count: int, model: ModelName) -> None:
    """Write events drawn at random from all that are found."""
    claims = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows.jsonl")
        rows = [{name: value for name, value in row.items() if value} for row in articles(shared, part)]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        for record in onrecord.read_many([path], as_is=True, model=model):
            claims += [claim(record, event) for event in record.events]
    random.Random(part).shuffle(claims)
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in claims[:count]]
    out.write_text("".join(lines), encoding="utf-8")
    print(f"{len(claims)} events in {len(rows)} articles; {min(count, len(claims))} drawn")


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def keep(first: Path, second: Path, out: Path) -> None:
    """Join the judgements of two, in one order, and leave the text out."""
    rows = []
    for one, other in zip(read_rows(first), read_rows(second), strict=True):
        if (one["doc"], one["trigger"]) != (other["doc"], other["trigger"]):
            raise ValueError(f"the files differ at {one['doc']}")
        rest = {name: value for name, value in one.items() if name not in {"seen", "right", "why"}}
        rows.append({**rest, "right": [bool(one["right"]), bool(other["right"])]})
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def score(path: Path) -> None:
    """Print the precision by each judge, and how far they agree."""
    rows = read_rows(path)
    n = len(rows)
    first, second = (sum(row["right"][k] for row in rows) / n for k in (0, 1))
    both = sum(all(row["right"]) for row in rows) / n
    agreed = sum(row["right"][0] == row["right"][1] for row in rows) / n
    chance = first * second + (1 - first) * (1 - second)
    print(f"{path.name}: {n} events; right {100 * first:.1f} and {100 * second:.1f} %, mean "
          f"{50 * (first + second):.1f}, by both {100 * both:.1f}; agreed {100 * agreed:.1f} %, kappa "
          f"{(agreed - chance) / (1 - chance) if chance < 1 else 1:.2f}")  # fmt: skip
    for lower, upper in BANDS:
        some = [row for row in rows if lower <= row["confidence"] < upper]
        right = sum(sum(row["right"]) for row in some) / 2
        precise = 100 * right / max(1, len(some))
        print(f"  confidence {lower:.1f} to {upper:.1f}: {len(some)}, right {precise:.1f} %")


def main() -> None:
    """Run one of the three."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("shared", type=Path)
    drawing.add_argument("out", type=Path)
    drawing.add_argument("--part", choices=["report", "tune"], default="report")
    drawing.add_argument("--count", type=int, default=200)
    drawing.add_argument("--model", choices=get_args(ModelName), default="full")
    keeping = commands.add_parser("keep")
    keeping.add_argument("files", type=Path, nargs=3)
    scoring = commands.add_parser("score")
    scoring.add_argument("sets", type=Path, nargs="+")
    args = parser.parse_args()
    if args.command == "draw":
        draw(args.shared, args.out, part=args.part, count=args.count, model=args.model)
    elif args.command == "keep":
        keep(*args.files)
    else:
        for path in args.sets:
            score(path)


if __name__ == "__main__":
    main()
