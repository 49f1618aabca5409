"""How well statements are read in our own passages, which label what the corpora do not.

    python benchmarks/passages.py [--part eval|train] [--gold-spans] [--json] [--errors KIND]

That is nesting, and what is said of a statement: act, polarity, unnamed, addressee, time and place. Each
passage is read as it is, published on one fixed day. Linking is as `scoring.py` defines it, over all
statements, nested ones too; what is said of a statement is counted over linked pairs. An addressee, a
time and a place are right where they overlap the labelled one. `--gold-spans` takes source, cue, content
and names from the labels and so judges the steps after them alone. Acts of the evaluation passages w4-*
are left out: their labels were made with our own rules. Errors are shown for the training part only.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

import onrecord
from scoring import (
    ROLES,
    Row,
    alike,
    inside_quotes,
    items,
    prf,
    same_voice,
    score_statements,
    share,
    table,
)

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT))

from training.markup import Labelled, Passage, read_passages  # noqa: E402 - needs the line above

EXAMPLES = ROOT / "training" / "examples"
PUBLISHED = "2025-12-30"
"""The day on which every passage is taken to be published."""
LETTERS = {"source": "s", "cue": "c", "content": "q"}
NO_ACTS = {"eval": "w4-"}
"""By part: passages with such ids have act labels that were made with our own rules."""
FEW = 5
"""Kinds with fewer statements get no line of their own."""
ASPECTS = ("negative", "unnamed", "addressee", "time", "place")

Extents = Sequence[tuple[int, int]]


class Judged(NamedTuple):
    """A labelled statement beside the one of the record that is linked to it."""

    passage: Passage
    gold: Labelled
    found: Row
    record: Row


def passages(folder: Path) -> list[Passage]:
    """The passages of a folder, in the order of their files."""
    return [one for path in sorted(folder.glob("*.txt")) for one in read_passages(path)]


def gold_row(passage: Passage) -> Row:
    """The passage as the scorers take it, in the order of its statements."""
    attributions = [
        {role: [list(e) for e in one.spans.get(letter, ())] for role, letter in LETTERS.items()}
        for one in passage.statements
    ]
    return {"id": passage.id, "text": passage.text, "attributions": attributions}


def read(passage: Passage) -> Row:
    """The passage's record."""
    return as_row(onrecord.read(passage.text, as_is=True, published=PUBLISHED))


def as_row(record: Any) -> Row:  # noqa: ANN401 - whatever msgspec can take apart
    """A record or a part of one, as plain JSON."""
    row: Row = msgspec.to_builtins(record)
    return row


def linked(row: Row, record: Row) -> list[tuple[int, int]]:
    """Pairs of indices, gold and found: like contents of one voice, whether nested or not."""
    inside = inside_quotes(row["text"])
    spans = [{role: _extents(one[role]) for role in ROLES} for one in record["statements"]]
    # `items` leaves out what has no content, so indices count what is left.
    kept = [k for k, one in enumerate(spans) if items(row["text"], inside, [one])]
    gold = items(row["text"], inside, row["attributions"])
    found = items(row["text"], inside, [spans[k] for k in kept])
    return [(i, kept[j]) for i, j in alike(gold, found, same_voice)]


def parents(passage: Passage) -> list[int | None]:
    """For each statement the index of the smallest other one whose content holds its cue and content."""
    return [
        min(
            (k for k in range(len(passage.statements)) if k != i and _holds(passage.statements[k], one)),
            key=lambda k: _length(passage.statements[k].spans["q"]),
            default=None,
        )
        for i, one in enumerate(passage.statements)
    ]


def _holds(outer: Labelled, inner: Labelled) -> bool:
    content = outer.spans["q"]
    return all(any(s <= a and b <= e for s, e in content) for a, b in (*inner.spans["c"], *inner.spans["q"]))


def _length(extents: Extents) -> int:
    return sum(end - start for start, end in extents)


def _extents(spans: Iterable[Row]) -> list[tuple[int, int]]:
    return [(span["start"], span["end"]) for span in spans]


def score(pairs: Sequence[tuple[Passage, Row]], *, no_acts: str | None = None) -> Row:
    """All figures over passages with their records. Ids that begin with `no_acts` do not count for acts."""
    rows = [(gold_row(passage), record) for passage, record in pairs]
    links = [linked(row, record) for row, record in rows]
    flat = [(row, {"statements": [{**s, "within": None} for s in r["statements"]]}) for row, r in rows]
    matched = [
        Judged(passage, passage.statements[i], record["statements"][j], record)
        for (passage, record), pairs_ in zip(pairs, links, strict=True)
        for i, j in pairs_
    ]
    acting = [one for one in matched if no_acts is None or not one.passage.id.startswith(no_acts)]
    return {
        "passages": len(pairs),
        "linked": score_statements(flat)["linked"],
        "nested": nesting(pairs, links),
        "act": share(sum(map(act_right, acting)), len(acting)),
        "by act": by_act(acting),
        **{aspect: aspect_score(matched, aspect) for aspect in ASPECTS},
        "by kind": by_kind(pairs, links, acting),
    }


def nesting(pairs: Sequence[tuple[Passage, Row]], links: Sequence[list[tuple[int, int]]]) -> Row:
    """Statements within statements: found as such, and within the right one."""
    gold = predicted = recalled = precise = placed = 0
    for (passage, record), pairs_ in zip(pairs, links, strict=True):
        above, found = parents(passage), record["statements"]
        match = dict(pairs_)
        number = {one["id"]: k for k, one in enumerate(found)}
        gold += sum(parent is not None for parent in above)
        predicted += sum(one["within"] is not None for one in found)
        for i, j in pairs_:
            parent, within = above[i], found[j]["within"]
            recalled += parent is not None
            precise += parent is not None and within is not None
            placed += parent is not None and within is not None and match.get(parent) == number[within]
    return {
        "linked": prf(precise, predicted, gold, recalled),
        "with the right parent": share(placed, recalled),
    }


def act_right(one: Judged) -> bool:
    """Whether the act is as labelled."""
    return bool(one.found["act"] == one.gold.act)


def by_act(judged: Sequence[Judged]) -> Row:
    """Precision and recall of each act that is labelled."""
    acts = sorted({one.gold.act for one in judged})
    return {
        act: prf(
            sum(one.found["act"] == act == one.gold.act for one in judged),
            sum(one.found["act"] == act for one in judged),
            sum(one.gold.act == act for one in judged),
        )
        for act in acts
    }


def aspect_score(judged: Sequence[Judged], aspect: str) -> Row:
    """Precision and recall of one aspect."""
    told = [verdict(one, aspect) for one in judged]
    return prf(sum(right for *_, right in told), sum(p for _, p, _ in told), sum(g for g, _, _ in told))


def verdict(one: Judged, aspect: str) -> tuple[bool, bool, bool]:
    """Of one aspect of a statement: whether it is labelled, whether it is found, and whether both agree."""
    gold, found = one.gold, one.found
    if aspect == "negative":
        yes, there = gold.negative, found["polarity"] == "negative"
        return yes, there, yes and there
    if aspect == "unnamed":
        return gold.unnamed, found["unnamed"], gold.unnamed and found["unnamed"]
    labelled = gold.spans.get({"addressee": "a", "time": "t", "place": "p"}[aspect], ())
    extents = stated(one, aspect)
    there = extents is not None
    right = any(s < b and a < e for s, e in labelled for a, b in extents or ())
    return bool(labelled), there, right


def stated(one: Judged, aspect: str) -> list[tuple[int, int]] | None:
    """Where the text may say what the record has of an aspect; None where the record has nothing."""
    found, record = one.found, one.record
    if aspect == "addressee":
        return _extents([found["addressee"]]) if found["addressee"] else None
    if aspect == "place":
        place = found["place"]
        return _extents(m for m in record["mentions"] if m["entity"] == place) if place else None
    said = found["said"]
    if said is None or said["how"] != "stated":
        return None
    return _extents(t for t in record["times"] if t["value"] == said["value"])


def by_kind(
    pairs: Sequence[tuple[Passage, Row]], links: Sequence[list[tuple[int, int]]], judged: Sequence[Judged]
) -> Row:
    """Linked recall and act accuracy, by the kinds that a passage's head gives."""
    count: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for (passage, _), pairs_ in zip(pairs, links, strict=True):
        for kind in passage.kinds:
            count[kind][0] += len(passage.statements)
            count[kind][1] += len(pairs_)
    for one in judged:
        for kind in one.passage.kinds:
            count[kind][2] += 1
            count[kind][3] += act_right(one)
    return {
        kind: {"linked recall": share(right, of), "act": share(acts, acting)}
        for kind, (of, right, acting, acts) in sorted(count.items())
        if of >= FEW
    }


def errors(pairs: Sequence[tuple[Passage, Row]], kind: str) -> Iterator[str]:
    """Lines on linked statements of which `act` or another aspect is wrong."""
    for passage, record in pairs:
        for i, j in linked(gold_row(passage), record):
            one = Judged(passage, passage.statements[i], record["statements"][j], record)
            wrong = not act_right(one) if kind == "act" else len(set(verdict(one, kind))) > 1
            if wrong:
                yield describe(one, kind)


def describe(one: Judged, kind: str) -> str:
    """A statement with what it should be and what it is, on one line."""
    spans = {
        letter: " / ".join(one.passage.text[s:e] for s, e in extents)
        for letter, extents in one.gold.spans.items()
    }
    found = {"act": "act", "negative": "polarity", "time": "said"}.get(kind, kind)
    return f"{one.passage.id} {one.gold.act} {spans} | {one.found[found]}"


def score_part(part: str) -> Row:
    """All figures of a part, read with the shipped model through the public API."""
    return score([(one, read(one)) for one in passages(EXAMPLES / part)], no_acts=NO_ACTS.get(part))


def main() -> None:
    """Print the figures of one part."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("--part", choices=("train", "eval"), default="eval")
    parser.add_argument("--examples", type=Path, default=EXAMPLES, help="the folder that holds the parts")
    parser.add_argument("--gold-spans", action="store_true", help="take source, cue and content as labelled")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    parser.add_argument("--errors", choices=("act", *ASPECTS), help="show what is wrong (train only)")
    args = parser.parse_args()
    if args.errors and args.part == "eval":
        parser.error("the errors of the evaluation part are not looked at: use --part train")
    reader = read
    if args.gold_spans:
        from gold_spans import read_labelled as reader  # noqa: PLC0415 - reaches into the analysis
    pairs = [(passage, reader(passage)) for passage in passages(args.examples / args.part)]
    scores = score(pairs, no_acts=NO_ACTS.get(args.part))
    print(json.dumps(scores, indent=1) if args.json else "\n".join(table(scores)))
    if args.errors:
        print(*errors(pairs, args.errors), sep="\n")


if __name__ == "__main__":
    main()
