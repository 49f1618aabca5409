"""How well events are found: who did what to whom, with standing, day and place.

    python benchmarks/events.py SHARED_FOLDER [--part tune|report] [--model full|fast] [--errors N]

Two sets, neither of which trained the model: a fifth (report) or a tenth (tune) of PLV's training sentences
by their hash, and our own passages, those of `training/examples/events/eval` (report) or a tenth of the
training ones (tune). The first table of each is that of SHARED_FOLDER/measure/events.py; the rest is scored
here, over the events whose trigger was found. `--agreement` scores the second labels of our own passages
against the first instead.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `training`, which no package holds

import onrecord
from onrecord.analysis.settings import ModelName
from onrecord.knowledge.plover import MATERIAL_CONFLICT, STANDINGS, quad
from onrecord.record import Event, Record
from training.corpora import part_of
from training.event_markup import Labelled, Passage, read_passages

EXAMPLES = Path(__file__).parents[1] / "training" / "examples" / "events"
PLV = Path("corpora", "events", "plv_train.jsonl.gz")
_COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
DAY = 10
Row = dict[str, Any]


class Pair(NamedTuple):
    """A labelled event and the one of the record that has its trigger."""

    passage: Passage
    gold: Labelled
    event: Event
    record: Record


def final_type(event: Labelled) -> str:
    """What PLOVER makes of a labelled act by its standing."""
    if event.standing != "planned":
        return event.type
    if event.type in _COOPERATIVE:
        return "AGREE"
    if event.type == "RETREAT":
        return "CONCEDE"
    conflict = quad(event.type) == MATERIAL_CONFLICT and event.type != "MOBILIZE"  # type: ignore[arg-type]
    return "THREATEN" if conflict else event.type


def coded_rows(shared: Path, part: str) -> list[Row]:
    """PLV's sentences of a part as the scorer takes them."""
    with gzip.open(shared / PLV, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        {
            "id": row["id"],
            "text": row["sentence"],
            "events": [
                {
                    "type": row["gold_root"],
                    "quad": row["gold_penta"],
                    "source": row["source_span"],
                    "target": None if row["target"] == "a recipient" else row["target_span"],
                }
            ],
        }
        for row in rows
        if part_of(row["sentence"]) == part
    ]


def passages(part: str) -> list[Passage]:
    """Our own passages of a part: `report`, `tune`, `second` or `train`."""
    folder = {"report": "eval", "second": "second"}.get(part, "train")
    found = [one for path in sorted((EXAMPLES / folder).glob("*.txt")) for one in read_passages(path)]
    return [one for one in found if folder != "train" or one.id.endswith("0") == (part == "tune")]


def gold_row(passage: Passage) -> Row:
    """A passage as the scorer takes it; of a mutual act, one party is the source, the others the target."""
    return {
        "id": passage.id,
        "text": passage.text,
        "published": passage.published,
        "events": [
            {
                "type": (type_ := final_type(event)),
                "quad": quad(type_),  # type: ignore[arg-type]
                "source": list(event.actors[:1]) or None,
                "target": list(event.recipients or event.actors[1:]) or None,
            }
            for event in passage.events
        ],
    }


def read_all(rows: Sequence[Row], model: ModelName) -> list[Record]:
    """The records of rows, read as users read them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows.jsonl")
        fields = ("id", "text", "published")
        lines = [json.dumps({name: row[name] for name in fields if row.get(name)}) for row in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return list(onrecord.read_many([path], as_is=True, model=model))


def score(shared: Path, rows: Sequence[Row], records: Sequence[Record]) -> Row:
    """What SHARED_FOLDER/measure/events.py says."""
    with tempfile.TemporaryDirectory() as folder:
        gold, found = Path(folder, "gold.jsonl"), Path(folder, "records.jsonl")
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        found.write_bytes(b"".join(record.to_json() + b"\n" for record in records))
        command = [sys.executable, str(shared / "measure" / "events.py"), str(gold), str(found), "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def show(title: str, scores: Row) -> None:
    """The chief figures."""
    type_ = scores["type"]
    print(f"\n{title}: {scores['sentences']} texts")
    print(f"  type            P {type_['p']:5.1f}  R {type_['r']:5.1f}  F1 {type_['f1']:5.1f}")
    for name in ("full", "parties", "quad accuracy", "any event, gold has one"):
        print(f"  {name:<24} {scores[name]['percent']:5.1f}")
    for name in ("macro f1 (first event)", "macro f1 (all events)"):
        print(f"  {name:<24} {scores[name]:5.1f}")
    by_type = scores["by type"]
    print("  by type, F1: " + ", ".join(f"{name} {by_type[name]['f1']:.0f}" for name in by_type))


def pairs(found: Iterable[tuple[Passage, Record]]) -> Iterator[Pair]:
    """Labelled events with those of the record whose trigger overlaps theirs, each used once."""
    for passage, record in found:
        left = list(record.events)
        for gold in passage.events:
            start, end = gold.trigger
            same = next((one for one in left if one.trigger.start < end and start < one.trigger.end), None)
            if same:
                left.remove(same)
                yield Pair(passage, gold, same, record)


def share(right: int, asked: int) -> str:
    """A share in percent, with what it is of."""
    return f"{100 * right / asked:5.1f} % of {asked}" if asked else "   - % of 0"


def figures(own: Sequence[Passage], records: Sequence[Record]) -> dict[str, tuple[int, int]]:
    """What is right of how many on our own passages, from the type on over events whose trigger was found."""
    both = list(zip(own, records, strict=True))
    found = list(pairs(both))
    quiet = [record for passage, record in both if not passage.events]
    same = [pair for pair in found if (pair.event.underlying or pair.event.type) == pair.gold.type]
    days = [pair for pair in found if pair.gold.day]
    stated = [pair for pair in days if pair.gold.time]
    places = [pair for pair in found if pair.gold.place]
    nowhere = [pair for pair in found if not pair.gold.place]
    moded = [pair for pair in same if pair.gold.mode and not pair.event.underlying]
    unreal = [pair for pair in found if pair.gold.standing != "happened"]
    sized = [pair.event.sizes.get(kind) == n for pair in same for kind, n in pair.gold.sizes]
    aged = [pair for pair in found if pair.gold.background or pair.event.background]
    wanted = [(final_type(gold), record) for passage, record in both for gold in passage.events]
    made = [(event.type, passage) for passage, record in both for event in record.events]
    return {
        "type, recall": _count(type_ in {event.type for event in record.events} for type_, record in wanted),
        "type, precision": _count(type_ in set(map(final_type, passage.events)) for type_, passage in made),
        "no event where there is none": _count(not record.events for record in quiet),
        "triggers found": (len(found), len(wanted)),
        "type": (len(same), len(found)),
        "mode": _count(pair.event.mode == pair.gold.mode for pair in moded),
        "standing": _count(pair.event.standing == pair.gold.standing for pair in found),
        "not told as happened, of those that did not": _count(p.event.standing != "happened" for p in unreal),
        "day": _count(map(same_day, days)),
        "day, where stated": _count(map(same_day, stated)),
        "place": _count(map(same_place, places)),
        "no place where none is told": _count(pair.event.place is None for pair in nowhere),
        "own word or another's": _count(bool(p.gold.by) == (p.event.according_to is not None) for p in found),
        "sizes": _count(sized),
        "background, where either": _count(pair.gold.background == pair.event.background for pair in aged),
    }


def _count(right: Iterable[bool]) -> tuple[int, int]:
    answers = list(right)
    return sum(answers), len(answers)


def show_standings(found: Sequence[Pair]) -> None:
    """What standing comes out as what."""
    table = Counter((pair.gold.standing, pair.event.standing) for pair in found)
    print("    labelled \\ told  " + " ".join(f"{name:>9}" for name in STANDINGS))
    for gold in STANDINGS:
        print(f"    {gold:<16} " + " ".join(f"{table[gold, told]:9}" for told in STANDINGS))


def show_contexts(found: Sequence[Pair]) -> None:
    """How many contexts are right."""
    gold = sum(len(pair.gold.contexts) for pair in found)
    made = sum(len(pair.event.contexts) for pair in found)
    both = sum(len(set(pair.gold.contexts) & set(pair.event.contexts)) for pair in found)
    print(f"  contexts: P {100 * both / max(1, made):.1f} R {100 * both / max(1, gold):.1f}")


def same_day(pair: Pair) -> bool:
    """Whether the event's day is the labelled one; hours are cut off."""
    when = pair.event.time
    if when is None or pair.gold.day is None:
        return False
    gold = pair.gold.day.split("T")[0]
    return gold in {
        when.value.split("T")[0],
        f"{when.from_}/{when.to}",
        when.from_ if when.from_ == when.to else "",
    }


def same_place(pair: Pair) -> bool:
    """Whether the event's place is an entity that a mention at the labelled words names."""
    start, end = pair.gold.place or (0, 0)
    there = {m.entity for m in pair.record.mentions if m.start < end and start < m.end}
    return pair.event.place in there


def errors(found: Sequence[tuple[Passage, Record]], count: int) -> None:
    """Passages with what is labelled and what came out."""
    for passage, record in list(found)[:count]:
        print(f"\n{passage.id} {passage.text}")
        for gold in passage.events:
            words = [passage.text[slice(*extent)] for extent in (gold.trigger, *gold.actors)]
            aims = [passage.text[slice(*extent)] for extent in gold.recipients]
            print(f"   - {gold.type}/{gold.mode} {words} > {aims} {gold.standing} {gold.day}")
        for event in record.events:
            actors = [span.text for span in event.evidence.actor]
            aims = [span.text for span in event.evidence.recipient]
            what = f"{event.type}/{event.mode} ({event.underlying}) {event.trigger.text}"
            day = event.time and event.time.value
            print(f"   + {what} {actors} > {aims} {event.standing} {day} {event.confidence}")


def agreement() -> None:
    """The second labels beside the first, over the triggers that both have."""
    first = {one.id: one for one in passages("report")}
    second = {one.id: one for one in passages("second")}
    both = [(first[id_], second[id_]) for id_ in first if id_ in second]
    matched = [
        (a, b)
        for one, other in both
        for a in one.events
        if (
            b := next(
                (b for b in other.events if b.trigger[0] < a.trigger[1] and a.trigger[0] < b.trigger[1]), None
            )
        )
    ]
    n_first, n_second = (sum(len(pair[k].events) for pair in both) for k in (0, 1))
    print(f"{len(both)} passages; events {n_first} and {n_second}, on the same trigger {len(matched)}")
    print(f"  trigger F1       {200 * len(matched) / (n_first + n_second):.1f}")
    for name in ("type", "mode", "standing", "day", "background", "place"):
        same = sum(getattr(a, name) == getattr(b, name) for a, b in matched)
        print(f"  {name:<16} {share(same, len(matched))}")
    full = sum(a.type == b.type and _meet(a, b) for a, b in matched)
    print(f"  type and parties, F1 over all events {200 * full / (n_first + n_second):.1f}")
    print(f"  own word or not  {share(sum(bool(a.by) == bool(b.by) for a, b in matched), len(matched))}")
    none = sum(not one.events and not other.events for one, other in both)
    either = sum(not one.events or not other.events for one, other in both)
    print(f"  no event         {share(none, either)}")


def _meet(a: Labelled, b: Labelled) -> bool:
    """Whether both have the same parties, as far as their words overlap."""

    def same(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> bool:
        if not one or not other:
            return not one and not other
        return any(s < y and x < e for s, e in one for x, y in other)

    return same(a.actors, b.actors) and same(a.recipients, b.recipients)


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("shared", type=Path, help="the folder that holds corpora/ and measure/")
    parser.add_argument("--part", choices=["tune", "report"], default="report")
    parser.add_argument("--model", choices=["full", "fast"], default="full")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N passages; tune part only")
    parser.add_argument("--agreement", action="store_true", help="the second labels beside the first")
    args = parser.parse_args()
    if args.agreement:
        agreement()
        return
    coded = coded_rows(args.shared, args.part)
    show(f"PLV, {args.part} part", score(args.shared, coded, read_all(coded, args.model)))
    own = passages(args.part)
    rows = [gold_row(passage) for passage in own]
    records = read_all(rows, args.model)
    show(f"our own passages, {args.part} part", score(args.shared, rows, records))
    both = list(zip(own, records, strict=True))
    for name, (right, asked) in figures(own, records).items():
        print(f"  {name:<45} {share(right, asked)}")
    found = list(pairs(both))
    show_standings(found)
    show_contexts(found)
    if args.part == "tune":
        errors(both, args.errors)


if __name__ == "__main__":
    main()
