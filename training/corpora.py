"""The corpora that train the model, each as documents with the labels that it has.

What each is, and on which terms it may be used: the corpora's own README and `src/onrecord/models/CARD.md`.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from training.documents import Document, Marked, Name
from training.markup import document, read_passages

EXAMPLES = Path(__file__).parent / "examples"
HELD_OUT_FROM = "2016-07-08"
"""PolNeAR's training articles from this day on are kept for the report, the benchmarks' own cut."""
TUNED_FROM = "2016-06-15"
"""Those from this day on, up to the report's, choose settings and calibrate; they do not train."""
PARAGRAPH = 6
"""Sentences without documents are read in paragraphs of this many."""

LONG, TOO_LONG = 600, 12_000
"""Characters of the raw news that is read: neither notices nor tables without end."""

_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def polnear(corpora: Path, first: str = "", until: str = "9999") -> list[Document]:
    """PolNeAR's training articles whose date is in `[first, until)`."""
    rows = _rows(corpora / "polnear" / "train" / "polnear_train.jsonl.gz")
    return [
        Document(
            id=row["id"],
            text=row["text"],
            statements=tuple(
                Marked(_extents(one["source"]), _extents(one["cue"]), _extents(one["content"]))
                for one in row["attributions"]
            ),
            ignored=_extents(row["discard"]),
            date=row["date"],
        )
        for row in rows
        if first <= row["date"] < until
    ]


def examples(part: str) -> list[Document]:
    """Our own passages of a part, `train` or `eval`."""
    paths = sorted((EXAMPLES / part).glob("*.txt"))
    return [document(passage) for path in paths for passage in read_passages(path)]


def named(corpora: Path, part: str = "train") -> list[Document]:
    """The corpora with names: UNER's layer on EWT, and for training WikiGold."""
    found = _in_paragraphs("ewt", _conll(corpora / "ner" / "uner_ewt", part, column=2))
    if part == "train":
        found += _in_paragraphs("wikigold", _conll(corpora / "ner" / "wikigold", "", column=1))
    return found


def raw(corpora: Path, count: int) -> list[Document]:
    """News without labels, the first of each collection by the hash of their text, as many of each."""
    paths = sorted((corpora / "raw").glob("*.jsonl.gz"))
    found = []
    for path in paths:
        texts = {row["text"] for row in _rows(path) if LONG <= len(row["text"]) <= TOO_LONG}
        chosen = sorted(texts, key=lambda text: hashlib.sha256(text.encode()).digest())[: count // len(paths)]
        found += [Document(f"{path.name}-{k}", text) for k, text in enumerate(chosen)]
    return found


def _extents(pieces: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in pieces)


def _rows(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _conll(folder: Path, part: str, column: int) -> Iterator[list[tuple[str, str]]]:
    """The sentences of a CoNLL file as `(word, tag)`."""
    path = next(path for path in sorted(folder.iterdir()) if part in path.name and "LICENSE" not in path.name)
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    sentence: list[tuple[str, str]] = []
    for line in text.decode().split("\n"):
        cells = line.split()
        if cells and not line.startswith(("#", "-DOCSTART-")):
            sentence.append((cells[column - 1], cells[-1]))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _in_paragraphs(name: str, sentences: Iterator[list[tuple[str, str]]]) -> list[Document]:
    rows = list(sentences)
    groups = [rows[k : k + PARAGRAPH] for k in range(0, len(rows), PARAGRAPH)]
    return [_joined(f"{name}-{k}", list(chain.from_iterable(group))) for k, group in enumerate(groups)]


def _joined(name: str, words: list[tuple[str, str]]) -> Document:
    """Words with BIO or IO tags as a document with names; kinds that are not ours are left untrusted."""
    text, names, ignored = "", [], []
    open_: tuple[int, str] | None = None
    for word, tag in [*words, ("", "O")]:
        kind = tag.partition("-")[2]
        if open_ and (tag == "O" or tag.startswith("B-") or kind != open_[1]):
            start, known = open_[0], _KINDS.get(open_[1])
            names += [Name(start, len(text), known)] if known else []
            ignored += [] if known else [(start, len(text))]
            open_ = None
        text += " " if text else ""
        if tag != "O" and open_ is None:
            open_ = (len(text), kind)
        text += word
    return Document(id=name, text=text.rstrip(), names=tuple(names), ignored=tuple(ignored))
