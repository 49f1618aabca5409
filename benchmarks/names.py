"""How well names are found: by the model alone, by the rules alone, and in the records, where both decide.

    python benchmarks/names.py SHARED [--part eval|train] [--json] [--errors KIND]

Two sets: UNER's names on EWT (the development part, web texts), and our own passages, which label groups
and whether a place acts too. A name counts when its first and last character and its kind are right. A
record's person is taken without the title that the mention covers; countries, places and what acts for a
country are places, but a seat of government that is labelled as an organisation is one. Whether a place
acts is asked where the name was found: of the model for every place, of a record for those that are no
country, since a record does not say it of countries. Errors are shown for our own training part only.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.analysis.attributions import find_attributions
from onrecord.analysis.marks import find_quotations
from onrecord.analysis.model.heads import ACTING, GROUPS, NAMES, columns
from onrecord.analysis.model.reading import Reading, read
from onrecord.analysis.model.session import get_model
from onrecord.analysis.names import resolve
from onrecord.analysis.parts import Names
from onrecord.analysis.tokens import tokenise
from scoring import Row, prf, share, table

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT))

from training.corpora import examples, named  # noqa: E402 - needs the line above
from training.documents import Document  # noqa: E402

KINDS = (*NAMES.kinds, *GROUPS.kinds)
_CLASSES = {"country": "place", "government": "place"}
"""The labels' kind for the record's kinds that they do not have."""

Extent = tuple[int, int]


class Found(NamedTuple):
    """The names of one text as one way finds them; by extent the kind, and whether a place acts."""

    kinds: dict[Extent, str]
    acting: dict[Extent, bool]


def labelled(document: Document) -> Found:
    """The names as labelled."""
    return Found(
        {(name.start, name.end): name.kind for name in document.names or ()},
        {(name.start, name.end): name.acting for name in document.names or () if name.acting is not None},
    )


def by_model(reading: Reading) -> Found:
    """The names that the model's tags mark, and its own word on which places act."""
    found = Found({}, {})
    for head in (GROUPS, NAMES):
        for kind, first, last in reading.spans(head):
            extent = reading.encoded.extents[first][0], reading.encoded.extents[last - 1][1]
            found.kinds[extent] = head.kinds[kind]
            if head.kinds[kind] == "place":
                found.acting[extent] = bool(reading.outputs.emissions[first, columns()[ACTING]] > 0)
    return found


def by_record(names: Names, gold: Found) -> Found:
    """The mentions by name of a record."""
    entities = {entity.id: entity for entity in names.entities}
    found = Found({}, {})
    for mention in names.mentions:
        entity = entities[mention.entity]
        if mention.form not in {"name", "metonym"}:
            continue
        start = mention.start
        if entity.kind == "person":
            start += _title_length(mention.text, entity.name)
        extent, kind = (start, mention.end), _CLASSES.get(entity.kind, entity.kind)
        if mention.form == "metonym":
            kind = "place"
        if entity.kind == "government" and gold.kinds.get(extent) == "organisation":
            kind = "organisation"
        found.kinds[extent] = kind
        if entity.kind != "country" and kind == "place":
            found.acting[extent] = mention.form == "metonym"
    return found


def _title_length(printed: str, name: str) -> int:
    """How many characters of a mention stand before the first word of the person's name."""
    words = {word.lower() for word in name.replace("-", " ").split()}
    at = 0
    for word in printed.split():
        at = printed.index(word, at)
        if not words.isdisjoint(word.lower().replace("-", " ").split()):
            return at
        at += len(word)
    return 0


def read_all(documents: Sequence[Document]) -> Iterator[dict[str, Found]]:
    """Of each document the names as labelled, by the model, by the rules, and by both."""
    model = get_model()
    for document in documents:
        tokens = tokenise(document.text)
        quotations = find_quotations(tokens)
        reading = read(model, tokens, quotations)
        attributions = find_attributions(tokens, quotations, reading)
        gold = labelled(document)
        rules, both = (
            resolve(tokens, attributions, title=None, dateline_place=None, reading=used)
            for used in (None, reading)
        )
        found = {
            "model": by_model(reading),
            "rules": by_record(rules, gold),
            "record": by_record(both, gold),
        }
        yield {"gold": gold} | {way: _trusted(names, document.ignored) for way, names in found.items()}


def _trusted(found: Found, ignored: Sequence[Extent]) -> Found:
    """Without the names that touch a stretch whose labels are not trusted."""
    if not ignored:
        return found
    kept = {
        (start, end): kind
        for (start, end), kind in found.kinds.items()
        if not any(start < b and a < end for a, b in ignored)
    }
    return Found(kept, found.acting)


def score(rows: Sequence[dict[str, Found]], kinds: Sequence[str]) -> Row:
    """The figures of each way: by kind, over all kinds, of the extents alone, and on who acts."""
    return {
        way: _score([(row["gold"], row[way]) for row in rows], kinds) for way in ("model", "rules", "record")
    }


def _score(pairs: Sequence[tuple[Found, Found]], kinds: Sequence[str]) -> Row:
    scores: Row = {kind: _prf(pairs, (kind,)) for kind in kinds}
    scores["all kinds"] = _prf(pairs, KINDS[:3])
    right = sum(
        extent in found.kinds
        for gold, found in pairs
        for extent, kind in gold.kinds.items()
        if kind in KINDS[:3]
    )
    scores["found, of any kind"] = share(right, scores["all kinds"]["gold"])
    asked = [
        (acts, found.acting[extent])
        for gold, found in pairs
        for extent, acts in gold.acting.items()
        if extent in found.acting
    ]
    if asked:
        scores["acting"] = prf(
            sum(gold and said for gold, said in asked),
            sum(said for _, said in asked),
            sum(gold for gold, _ in asked),
        )
        scores["acting or not, right"] = share(sum(gold == said for gold, said in asked), len(asked))
    return scores


def _prf(pairs: Sequence[tuple[Found, Found]], kinds: Sequence[str]) -> Row:
    gold = [{item for item in one.kinds.items() if item[1] in kinds} for one, _ in pairs]
    found = [{item for item in one.kinds.items() if item[1] in kinds} for _, one in pairs]
    right = sum(len(g & f) for g, f in zip(gold, found, strict=True))
    return prf(right, sum(map(len, found)), sum(map(len, gold)))


def errors(documents: Sequence[Document], rows: Sequence[dict[str, Found]], kind: str) -> Iterator[str]:
    """Lines on names of a kind that the record lacks, and on those that it has too many."""
    for document, row in zip(documents, rows, strict=True):
        gold, found = row["gold"].kinds, row["record"].kinds
        for start, end in sorted(gold.keys() | found.keys()):
            there, said = gold.get((start, end)), found.get((start, end))
            if kind in {there, said} and there != said:
                around = document.text[max(0, start - 30) : end + 30].replace("\n", " ")
                yield f"{document.id}: {document.text[start:end]!r} {there} | {said}: {around}"


def main() -> None:
    """Print the figures of both sets."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("shared", type=Path, help="the folder that holds corpora/")
    parser.add_argument("--part", choices=("train", "eval"), default="eval", help="of our own passages")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    parser.add_argument("--errors", choices=KINDS, help="show what is wrong (train only)")
    args = parser.parse_args()
    if args.errors and args.part == "eval":
        parser.error("the errors of the evaluation part are not looked at: use --part train")
    own = examples(args.part)
    rows = list(read_all(own))
    scores = {f"own {args.part}": score(rows, KINDS)}
    if args.part == "eval":
        scores["ewt dev"] = score(list(read_all(named(args.shared / "corpora", "dev"))), NAMES.kinds)
    print(json.dumps(scores, indent=1) if args.json else "\n".join(table(scores)))
    if args.errors:
        print(*errors(own, rows, args.errors), sep="\n")


if __name__ == "__main__":
    main()
