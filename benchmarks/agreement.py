"""How far two labellers of the same passages agree: `python benchmarks/agreement.py FIRST SECOND`.

FIRST and SECOND are files or folders in the markup of `training/markup.py`; without them, our evaluation
passages and their second labels. The second labels are scored against the first as if a program had found
them, by the definitions of `passages.py`, so that its figures have a second labeller's beside them.
Acts of the passages w4-* are left out, as there.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from passages import EXAMPLES, LETTERS, NO_ACTS, gold_row, parents, score
from scoring import Row, prf, score_statements, share, table
from training.documents import Extent
from training.markup import Labelled, Passage, read_passages

Pair = tuple[Passage, Passage]


def pairs_of(first: Path, second: Path) -> list[Pair]:
    """The passages that both have, in the order of the first.

    Raises `ValueError` where two texts with one id differ, or where nothing is in both.
    """
    others = {passage.id: passage for passage in _read(second)}
    pairs = [(passage, others[passage.id]) for passage in _read(first) if passage.id in others]
    for one, other in pairs:
        if one.text != other.text:
            raise ValueError(f"{one.id}: the two texts differ; labels can only be compared on the same text")
    if not pairs:
        raise ValueError(f"no passage is in both {first} and {second}")
    return pairs


def _read(path: Path) -> Iterator[Passage]:
    for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
        yield from read_passages(file)


def as_record(passage: Passage) -> Row:
    """The labels of a passage in the form of a record, as far as it is scored."""
    numbers = range(len(passage.statements))
    above = parents(passage)
    places = [(k, e) for k in numbers for e in passage.statements[k].spans.get("p", ())]
    times = [(k, e) for k in numbers for e in passage.statements[k].spans.get("t", ())]
    return {
        "statements": [_statement(k, passage.statements[k], above[k]) for k in numbers],
        "mentions": [{"entity": f"p{k}", **_span(extent)} for k, extent in places],
        "times": [{"value": f"t{k}", **_span(extent)} for k, extent in times],
    }


def _statement(number: int, one: Labelled, parent: int | None) -> Row:
    addressee = one.spans.get("a", ())
    return {
        "id": f"s{number}",
        **{role: [_span(e) for e in one.spans.get(letter, ())] for role, letter in LETTERS.items()},
        "act": one.act,
        "polarity": "negative" if one.negative else "positive",
        "unnamed": one.unnamed,
        "addressee": _span((addressee[0][0], addressee[-1][1])) if addressee else None,
        "said": {"value": f"t{number}", "how": "stated"} if "t" in one.spans else None,
        "place": f"p{number}" if "p" in one.spans else None,
        "within": None if parent is None else f"s{parent}",
    }


def _span(extent: Extent) -> dict[str, int]:
    return {"start": extent[0], "end": extent[1]}


def agreement(pairs: Sequence[Pair]) -> Row:
    """All figures, the first labels taken for gold."""
    records = [(one, as_record(other)) for one, other in pairs]
    flat = [
        (gold_row(one), {"statements": [{**s, "within": None} for s in record["statements"]]})
        for one, record in records
    ]
    figures = score(records, no_acts=NO_ACTS["eval"])
    figures.pop("by kind")  # each passage has kinds of its own; there are hundreds
    return {"role": score_statements(flat)["role"], **figures, "names": names(pairs)}


def names(pairs: Sequence[Pair]) -> Row:
    """Names with the same extent and kind; of the places in both, how many both say act, or do not."""
    sets = [
        [{(n.start, n.end, n.kind): n.acting for n in passage.names} for passage in pair] for pair in pairs
    ]
    kinds = sorted({kind for both in sets for found in both for *_, kind in found})
    by_kind = {
        kind: prf(
            sum(len(_of(kind, first) & _of(kind, second)) for first, second in sets),
            sum(len(_of(kind, second)) for _, second in sets),
            sum(len(_of(kind, first)) for first, _ in sets),
        )
        for kind in kinds
    }
    places = [
        (first[name], second[name]) for first, second in sets for name in _of("place", first) & second.keys()
    ]
    return by_kind | {"place acts or not, both alike": share(sum(a == b for a, b in places), len(places))}


def _of(kind: str, found: dict[tuple[int, int, str], bool | None]) -> set[tuple[int, int, str]]:
    return {name for name in found if name[2] == kind}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("first", type=Path, nargs="?", default=EXAMPLES / "eval")
    parser.add_argument("second", type=Path, nargs="?", default=EXAMPLES / "second")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    args = parser.parse_args()
    figures = agreement(pairs_of(args.first, args.second))
    print(json.dumps(figures, indent=1) if args.json else "\n".join(table(figures)))


if __name__ == "__main__":
    main()
