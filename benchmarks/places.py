"""How often a place that is mentioned is put where it is on the earth.

    python benchmarks/places.py SHARED [--set NAME] [--json] [--errors [--show-text]]

The labelled mentions are those of `benchmarks/sets/places` (its README says how they were chosen); the
texts are under SHARED/corpora. A mention is found when one of an entity of kind place with coordinates
overlaps it (equal extents first, then the widest overlap). It is right when the entity lies within 50 km;
a region also when it is the same by its GeoNames id or lies within 150 km of the region's seat.
"""

import argparse
import gzip
import hashlib
import json
import math
import re
import tarfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import onrecord
from onrecord.record import Entity, Record
from scoring import Row, share, table

SETS = Path(__file__).parent / "sets" / "places"
NEAR_KM = 50.0
REGION_KM = 150.0
EARTH_KM = 6371.0
"""The earth's mean radius."""
REGIONS = frozenset({"region", "country-part"})
RAW = {
    "reuters": "reuters21578",
    "bbc": "bbc_2004_05",
    "abc": "abc_au_2006",
    "basil": "basil_2010_19",
}
LEFT_OUT = "BBC Online"
"""The part of re3d whose licence is narrower."""
_SENTENCE, _PARAGRAPH, _DOCUMENT = "# text = ", "# newpar", "# newdoc id = "

Texts = dict[str, str]


class Answer(NamedTuple):
    """A labelled mention, the entity found there, and whether it is the right place."""

    gold: Row
    entity: Entity | None
    right: bool


# The texts


def texts(corpora: Path, name: str) -> Texts:
    """The texts of one collection by the document's id."""
    if name == "re3d":
        return dict(_defence(corpora / "ner" / "re3d" / "re3d.tar.gz"))
    if name == "gum":
        return dict(_gum(corpora / "ud" / "gum"))
    with gzip.open(corpora / "raw" / f"{RAW[name]}.jsonl.gz", "rt", encoding="utf-8", newline="\n") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines)}


def _defence(file: Path) -> Iterator[tuple[str, str]]:
    with tarfile.open(file) as archive:
        for member in archive.getmembers():
            opened = archive.extractfile(member) if member.name.endswith("/documents.json") else None
            if opened and LEFT_OUT not in member.name:
                lines = opened.read().decode("utf-8").split("\n")
                yield from ((row["_id"], row["text"]) for row in map(json.loads, filter(str.strip, lines)))


def _gum(folder: Path) -> Iterator[tuple[str, str]]:
    """The documents' sentences, a blank line where a paragraph begins."""
    training = gzip.decompress((folder / "gum_train.conllu.gz").read_bytes()).decode("utf-8")
    for part in (training, (folder / "gum_dev.conllu").read_text(encoding="utf-8")):
        for document in part.split(_DOCUMENT)[1:]:
            name, *lines = document.split("\n")
            yield name, running_text(lines)


def running_text(lines: Iterable[str]) -> str:
    """The text of a CoNLL-U document's sentences: a space between, a blank line where a paragraph begins."""
    text = ""
    for line in lines:
        if line.startswith(_PARAGRAPH) and text:
            text += "\n\n"
        elif line.startswith(_SENTENCE):
            text += ("" if not text or text.endswith("\n") else " ") + line.removeprefix(_SENTENCE)
    return text


# The score


def rows(names: Iterable[str]) -> list[Row]:
    """The labelled mentions of the collections."""
    paths = [SETS / f"{name}.jsonl" for name in names]
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def answers(gold: Sequence[Row], documents: Texts, read: Callable[..., Record]) -> Iterator[Answer]:
    """What is found where a collection's mentions are.

    Raises `ValueError` where a document's text is another than the one that was labelled.
    """
    for name in sorted({row["doc"] for row in gold}):
        labelled = [row for row in gold if row["doc"] == name]
        text = documents[name]
        if hashlib.sha256(text.encode()).hexdigest()[:8] != labelled[0]["text_sha"]:
            raise ValueError(f"{name}: this is not the text that was labelled")
        record = read(text, as_is=True, published=labelled[0]["published"])
        places = {entity.id: entity for entity in record.entities if _located(entity)}
        for row in labelled:
            entity = _found(row, record, places)
            yield Answer(row, entity, entity is not None and is_right(row, entity))


def _located(entity: Entity) -> bool:
    return entity.kind == "place" and entity.lat is not None and entity.lon is not None


def _found(row: Row, record: Record, places: Mapping[str, Entity]) -> Entity | None:
    """The place of the mention that fits the labelled one best."""
    overlaps = [
        ((mention.start, mention.end) != (row["start"], row["end"]), -width, mention.start, mention.entity)
        for mention in record.mentions
        if mention.entity in places
        and (width := min(mention.end, row["end"]) - max(mention.start, row["start"])) > 0
    ]
    return places[min(overlaps)[-1]] if overlaps else None


def is_right(row: Row, entity: Entity) -> bool:
    """Whether the entity, which has coordinates, is the place of the labelled mention."""
    assert entity.lat is not None
    assert entity.lon is not None
    far = distance_km((row["lat"], row["lon"]), (entity.lat, entity.lon))
    if row["precision"] not in REGIONS:
        return far <= NEAR_KM
    same = row["geonames"] is not None and row["geonames"] == entity.geonames
    return same or far <= REGION_KM


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two points (latitude and longitude in degrees) along the ground (haversine)."""
    (a, b), (c, d) = [tuple(map(math.radians, point)) for point in (one, other)]
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def score(found: Sequence[Answer]) -> Row:
    """The shares right over all and over those found, of the ambiguous, by precision and by collection."""
    ambiguous = [answer for answer in found if answer.gold["ambiguous"]]
    groups = {
        "all": found,
        "ambiguous": ambiguous,
        "ambiguous, not the largest": [answer for answer in ambiguous if not answer.gold["largest"]],
    }
    for field in ("precision", "set"):
        for value in sorted({answer.gold[field] for answer in found}):
            groups[f"{field} {value}"] = [answer for answer in found if answer.gold[field] == value]
    return {name: _shares(group) for name, group in groups.items()}


def _shares(group: Sequence[Answer]) -> Row:
    right = sum(answer.right for answer in group)
    return {
        "right": share(right, len(group)),
        "right of those found": share(right, sum(answer.entity is not None for answer in group)),
    }


def errors(found: Iterable[Answer], documents: Mapping[str, Texts] | None) -> Iterator[str]:
    """A line for each that is missed or wrong; with the text around it where `documents` are given."""
    for answer in found:
        if answer.right:
            continue
        row, entity = answer.gold, answer.entity
        said = f"{entity.name} ({entity.country}, {entity.lat}, {entity.lon})" if entity else "not found"
        line = f"{row['set']}  {row['doc']}  {row['start']}-{row['end']}  {row['name']}: {said}"
        if documents is not None:
            text = documents[row["set"]][row["doc"]]
            line += "  | " + re.sub(r"\s+", " ", text[max(0, row["start"] - 60) : row["end"] + 40])
        yield line


def main() -> None:
    """Print the shares, and the errors where they are asked for."""
    names = sorted(path.stem for path in SETS.glob("*.jsonl"))
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("shared", type=Path, help="the folder that holds corpora/")
    parser.add_argument("--set", choices=names, help="one collection only")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    parser.add_argument(
        "--errors", action="store_true", help="the ids and offsets of what is missed or wrong"
    )
    parser.add_argument("--show-text", action="store_true", help="with --errors: the text around them too")
    args = parser.parse_args()
    chosen = [args.set] if args.set else names
    documents = {name: texts(args.shared / "corpora", name) for name in chosen}
    found = [answer for name in chosen for answer in answers(rows([name]), documents[name], onrecord.read)]
    scores = score(found)
    print(json.dumps(scores, indent=1) if args.json else "\n".join(table(scores)))
    if args.errors:
        print(*errors(found, documents if args.show_text else None), sep="\n")


if __name__ == "__main__":
    main()
