"""Who is the same: coreference of names and pronouns on GUM's news and interviews, by LEA.

    python benchmarks/coreference.py SHARED [--part train|dev|both] [--model full|fast] [--json]

Gold are the mentions of persons, organisations and countries whose head is a proper noun or a pronoun
("names and pronouns"); a predicted mention is the gold one that has its head. LEA (Moosavi and Strube,
2016): each entity counts by its number of mentions, and is right by the share of its links that are found;
one with a single mention links to itself. Beside it stands a simple baseline: runs of capitals that are not
words of the text in small letters, and pronouns, are mentions, and the same head word is the same entity; and
the same rule on our own mentions, and on the gold's. `third person` leaves "I", "we" and "you" out on both
sides.
"""

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import onrecord
from onrecord.knowledge.countries import find_country_form
from onrecord.record import Record

REPORTED = ("news", "interview")
TUNED_ON = ("bio", "speech", "voyage", "court", "vlog", "textbook", "academic")
"""The genres whose texts and errors may be looked at."""
KINDS = frozenset({"person", "organisation", "government", "country", "group"})
_I = ("i", "me", "my", "mine", "myself")
_WE = ("we", "us", "our", "ours", "ourselves")
SPEECH = frozenset({*_I, *_WE, "you", "your", "yours", "yourself", "yourselves"})
_OPEN = re.compile(r"\((\w+)-([a-z]+)((?:-[^-()]*)*)(\))?|(\w+)\)")
_THEY = ("they", "them", "their", "theirs", "themselves", "it", "its", "itself")
_HE = ("he", "him", "his", "himself", "she", "her", "hers", "herself")
PRONOUNS = frozenset({*SPEECH, *_HE, *_THEY})
_CAPITALS = re.compile(r"[A-Z][\w.’'-]*\w(?: [A-Z][\w.’'-]*\w)*|\b[a-z]+\b|\bI\b")
Cluster = frozenset[int]


@dataclass(slots=True)
class Word:
    """A token: its characters, its part of speech and the number of its head (0 for none)."""

    start: int
    end: int
    number: int
    tag: str
    head: int
    entities: str


@dataclass(slots=True)
class Gold:
    """A gold mention `[start, end)` of an entity, with the characters of its head word."""

    entity: str
    kind: str
    start: int
    end: int
    head: tuple[int, int] = (0, 0)
    tag: str = ""


@dataclass(slots=True)
class Document:
    """A document of GUM, put together from its sentences: paragraphs have a blank line between them."""

    name: str
    text: str = ""
    published: str | None = None
    mentions: list[Gold] = field(default_factory=list)


def documents(path: Path, genres: Sequence[str] = REPORTED, *, every: bool = False) -> Iterator[Document]:
    """The documents of a CoNLL-U file that are of these genres; with `every` mention, of any kind."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        chunks = file.read().split("# newdoc id = ")[1:]
    for chunk in chunks:
        name, _, rest = chunk.partition("\n")
        if name.split("_")[1] in genres:
            yield _document(name, rest, every=every)


def _document(name: str, chunk: str, *, every: bool) -> Document:
    document = Document(name)
    dated = re.search(r"# meta::dateCreated = (\d{4}(?:-\d\d){0,2})", chunk)
    document.published = dated[1] if dated else None
    opened: dict[str, list[tuple[Gold, int]]] = defaultdict(list)
    for sentence in chunk.strip().split("\n\n"):
        match = re.search(r"^# text = (.*)$", sentence, re.MULTILINE)
        if match is None:
            continue
        gap = "\n\n" if "# newpar" in sentence else " "
        at = len(document.text) + (len(gap) if document.text else 0)
        document.text += (gap if document.text else "") + match[1]
        words = _words(sentence, match[1], at)
        _note(document, words, opened)
    if not every:
        document.mentions = [mention for mention in document.mentions if _counts(document.text, mention)]
    return document


def _words(sentence: str, text: str, at: int) -> list[Word]:
    words = []
    position = 0
    until = 0
    for line in sentence.split("\n"):
        cells = line.split("\t")
        if line.startswith("#") or "." in cells[0]:
            continue
        if "-" in cells[0]:
            until = int(cells[0].split("-")[1])
            continue
        start = text.find(cells[1], position)
        start = position if start < 0 or (int(cells[0]) <= until and start > position + 2) else start
        position = min(start + len(cells[1]), len(text))
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", cells[9])
        words.append(
            Word(
                at + start, at + position, int(cells[0]), cells[3], int(cells[6]), entity[1] if entity else ""
            )
        )
    return words


def _note(document: Document, words: Sequence[Word], opened: dict[str, list[tuple[Gold, int]]]) -> None:
    """Add the mentions of a sentence, each when it closes."""
    for index, word in enumerate(words):
        for match in _OPEN.finditer(word.entities):
            if match[1]:
                gold = Gold(match[1], match[2], word.start, word.end)
                opened[match[1]].append((gold, index))
            closed = match[5] or (match[1] if match[4] else None)
            if closed and opened[closed]:
                gold, first = opened[closed].pop()
                _close(document, gold, words[first : index + 1] if first <= index else words[: index + 1])


def _close(document: Document, gold: Gold, inside: Sequence[Word]) -> None:
    numbers = {word.number for word in inside}
    head = next((word for word in inside if word.head not in numbers), inside[-1])
    gold.end = inside[-1].end
    gold.head, gold.tag = (head.start, head.end), head.tag
    document.mentions.append(gold)


def _counts(text: str, gold: Gold) -> bool:
    """Whether a mention is a name or a pronoun of a person, an organisation or a country."""
    if gold.tag not in {"PROPN", "PRON"}:
        return False
    if gold.kind == "place":
        found = find_country_form(text[gold.start : gold.end])
        return found is not None and found[1] == "name"
    return gold.kind in {"person", "organization"}


def clusters(pairs: Iterable[tuple[int, str]]) -> list[Cluster]:
    """The mentions by entity."""
    found: dict[str, set[int]] = defaultdict(set)
    for mention, entity in pairs:
        found[entity].add(mention)
    return [frozenset(mentions) for mentions in found.values()]


def lea(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[float, int]:
    """How much of the key's entities the response resolves, and the number of the key's mentions."""
    resolved = 0.0
    for entity in key:
        links = len(entity) * (len(entity) - 1) / 2 or 1
        if len(entity) == 1:
            found = sum(entity == other for other in response)
        else:
            shared = (len(entity & other) for other in response)
            found = sum(size * (size - 1) // 2 for size in shared)
        resolved += len(entity) * found / links
    return resolved, sum(map(len, key))


def predicted(record: Record, document: Document, *, speech: bool) -> list[tuple[int, str, str]]:
    """The record's names and pronouns as (gold mention or a number of their own, entity, head word)."""
    kinds = {entity.id: entity.kind for entity in record.entities}
    taken: set[int] = set()
    found = []
    for index, mention in enumerate(record.mentions):
        if mention.form == "nominal" or kinds[mention.entity] not in KINDS:
            continue
        if not speech and mention.text.lower() in SPEECH:
            continue
        gold = _gold(document.mentions, mention.start, mention.end, taken)
        taken.add(gold if gold is not None else -1)
        head = mention.text.split()[-1].lower()
        found.append((gold if gold is not None else -1 - index, mention.entity, head))
    return found


def _gold(mentions: Sequence[Gold], start: int, end: int, taken: set[int]) -> int | None:
    """The number of the gold mention of a span: the shortest round it whose head it has.

    Where none is round it, the longest in it: "Mr. Roe" is the gold's "Roe", "Roe Institute" is not "Roe".
    """
    heads = [
        (number, gold)
        for number, gold in enumerate(mentions)
        if number not in taken and start <= gold.head[0] < end
    ]
    around = [
        (gold.end - gold.start, number) for number, gold in heads if gold.start <= start and end <= gold.end
    ]
    if around:
        return min(around)[1]
    inside = [(gold.start, number) for number, gold in heads if start <= gold.start and gold.end + 3 >= end]
    return min(inside)[1] if inside else None


def simple(document: Document, *, speech: bool) -> list[tuple[int, str]]:
    """The baseline's mentions: runs of capitalised words and pronouns, with the head word as the entity."""
    text = document.text
    small = set(re.findall(r"\b[a-z]+\b", text))
    taken: set[int] = set()
    found = []
    for index, match in enumerate(_CAPITALS.finditer(text)):
        head = match[0].split()[-1].lower()
        name = match[0][0].isupper() and head not in PRONOUNS
        if (name and head in small) or (not name and head not in PRONOUNS) or (not speech and head in SPEECH):
            continue
        gold = _gold(document.mentions, match.start(), match.end(), taken)
        taken.add(gold if gold is not None else -1)
        found.append((gold if gold is not None else -1 - index, head))
    return found


def score(
    shared: Path, files: Sequence[str], *, model: str, genres: Sequence[str]
) -> dict[str, dict[str, float]]:
    """LEA of ours and of the baseline, over all documents; in percent."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for file in files:
        for document in documents(shared / "corpora" / "ud" / "gum" / file, genres):
            options = {"as_is": True, "published": document.published, "model": model}
            record = onrecord.read(document.text, **options)  # type: ignore[arg-type]
            for speech in (True, False):
                _add(sums, document, record, speech=speech)
    return {name: _figures(*four) for name, four in sums.items()}


def _add(sums: dict[str, list[float]], document: Document, record: Record, *, speech: bool) -> None:
    name = "all" if speech else "third person"
    gold = [
        (number, gold.entity)
        for number, gold in enumerate(document.mentions)
        if speech or document.text[gold.start : gold.end].lower() not in SPEECH
    ]
    words = [document.text[slice(*document.mentions[number].head)].lower() for number, _ in gold]
    ours = predicted(record, document, speech=speech)
    key = clusters(gold)
    answers = {
        name: clusters((mention, entity) for mention, entity, _ in ours),
        f"{name}, same head word": clusters(simple(document, speech=speech)),
        f"{name}, same head word of our mentions": clusters((mention, head) for mention, _, head in ours),
        f"{name}, same head word of the gold mentions": clusters(
            (number, word) for (number, _), word in zip(gold, words, strict=True)
        ),
        f"{name}, mentions alone": [frozenset([mention]) for mention, _, _ in ours],
    }
    for label, response in answers.items():
        alone = label.endswith("alone")
        recall = lea([frozenset([number]) for number, _ in gold] if alone else key, response)
        precision = lea(response, [frozenset([number]) for number, _ in gold] if alone else key)
        sums[label] = [a + b for a, b in zip(sums[label], (*precision, *recall), strict=True)]


def _figures(right: float, of: float, found: float, gold: float) -> dict[str, float]:
    p, r = (right / of if of else 0.0), (found / gold if gold else 0.0)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(100 * p, 1), "r": round(100 * r, 1), "f1": round(100 * f1, 1), "mentions": int(gold)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, help="the folder that has corpora/")
    parser.add_argument("--part", choices=("train", "dev", "both"), default="both")
    parser.add_argument("--tune", action="store_true", help="the other genres, whose errors may be looked at")
    parser.add_argument("--model", choices=("full", "fast"), default="full")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    args = parser.parse_args()
    files = {"train": ["gum_train.conllu.gz"], "dev": ["gum_dev.conllu"]}
    chosen = [file for part, named in files.items() if args.part in {part, "both"} for file in named]
    genres = TUNED_ON if args.tune else REPORTED
    figures = score(args.shared, chosen, model=args.model, genres=genres)
    if args.json:
        print(json.dumps(figures))
        return
    for name, row in figures.items():
        print(f"{name:48} P {row['p']:5} R {row['r']:5} F1 {row['f1']:5}   ({row['mentions']} mentions)")


if __name__ == "__main__":
    main()
