"""The corpora that train the model, each as documents with the labels that it has.

What each is, and on which terms it may be used: the corpora's own README and `src/onrecord/models/CARD.md`.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from training import event_markup
from training.documents import Act, Coded, Document, Extent, Marked, Name
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

OPENING = 700
_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")
_AUXILIARY = re.compile(
    r"(?:had|has|have|having|is|are|was|were|be|been|being|to|not|no|never|n.t|did|does|do|will|would|can|could|may|might"
    r"|must|should|shall|cannot|won.t|didn.t|doesn.t|wouldn.t|couldn.t|hasn.t|hadn.t|isn.t|wasn.t|weren.t|aren.t|to)\s+",
    re.IGNORECASE,
)
_CONVICTED = re.compile(r"convict|sentenc|found guilty", re.IGNORECASE)
_HELD = re.compile(r"blockad|besieg|siege|occup|seiz|captur|overr[au]n", re.IGNORECASE)
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


def event_examples(part: str) -> list[Document]:
    """Our own passages with events of a part: `train`, `tune` (a tenth of the training ones), `eval`."""
    folder = EXAMPLES / "events" / ("eval" if part == "eval" else "train")
    passages = [one for path in sorted(folder.glob("*.txt")) for one in event_markup.read_passages(path)]
    return [_with_acts(one) for one in passages if part == "eval" or one.id.endswith("0") == (part == "tune")]


def _with_acts(passage: event_markup.Passage) -> Document:
    acts = tuple(
        Act(
            one.type,
            one.mode,
            _head(one.trigger, passage.text),
            one.actors,
            one.recipients,
            one.standing,
            one.time,
            one.place,
        )
        for one in passage.events
    )
    return Document(id=passage.id, text=passage.text, date=passage.published, acts=acts)


def event_cuts(corpora: Path) -> list[Document]:
    """Cuts of the raw news and PolNeAR with our own labels of their events, which hold no text themselves.

    Single line breaks, at the margin of some, are spaces.
    """
    paths = sorted((EXAMPLES / "events" / "real").glob("*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    texts = _texts(corpora, {row["doc"] for row in rows})
    return [_cut(row, texts[row["doc"]][row["start"] : row["end"]]) for row in rows]


def _texts(corpora: Path, wanted: set[str]) -> dict[str, str]:
    """The texts of documents by "source/id"."""
    found: dict[str, str] = {}
    for source, path in NEWS.items():
        for row in _rows(corpora / path):
            if (name := f"{source}/{row['id']}") in wanted:
                found.setdefault(name, row["text"])
    return found


NEWS = {
    "reuters": "raw/reuters21578.jsonl.gz",
    "bbc": "raw/bbc_2004_05.jsonl.gz",
    "abc": "raw/abc_au_2006.jsonl.gz",
    "basil": "raw/basil_2010_19.jsonl.gz",
    "polnear": "polnear/train/polnear_train.jsonl.gz",
}
"""Collections of whole articles, by the names that our labels give them."""


def _cut(row: dict[str, Any], text: str) -> Document:
    def at(extent: list[int] | None) -> Extent | None:
        return (extent[0] - row["start"], extent[1] - row["start"]) if extent else None

    def all_at(extents: list[list[int]]) -> tuple[Extent, ...]:
        return tuple((start - row["start"], end - row["start"]) for start, end in extents)

    acts = tuple(
        Act(
            one["type"], one.get("mode"), _head(at(one["trigger"]) or (0, 0), text),
            all_at(one.get("actors", [])), all_at(one.get("recipients", [])), one["standing"],
            at(one.get("time")), at(one.get("place")),
        )
        for one in row["events"]
    )  # fmt: skip
    return Document(f"{row['doc']}:{row['start']}", _LINE_END.sub(" ", text), acts=acts)


def _head(trigger: Extent, text: str) -> Extent:
    """The trigger from its first word on that tells something: not "did not" of "did not meet"."""
    start, end = trigger
    while (word := _AUXILIARY.match(text, start, end)) and word.end() < end:
        start = word.end()
    return start, end


def coded(corpora: Path, part: str) -> list[Document]:
    """Sentences that coders gave a PLOVER type, source and target (`plv_train`), a part by their hash.

    `report` is a fifth that trains and tunes nothing, `tune` a tenth, `train` the rest.
    """
    return [
        Document(
            id=row["id"],
            text=row["sentence"],
            coded=Coded(
                _types(row["gold_root"], row["sentence"]),
                _extent(row["source_span"]),
                None if row["target"] == "a recipient" else _extent(row["target_span"]),
            ),
        )
        for row in _rows(corpora / "events" / "plv_train.jsonl.gz")
        if part_of(row["sentence"]) == part
    ]


def part_of(sentence: str) -> str:
    """The part that a coded sentence belongs to."""
    tenth = int(hashlib.sha256(sentence.encode()).hexdigest(), 16) % 10
    return {0: "report", 5: "report", 1: "tune"}.get(tenth, "train")


def _types(label: str, sentence: str) -> tuple[str, ...]:
    """The types that a coder's label may stand for: those of today's PLOVER."""
    if label == "YIELD":
        return ("CONCEDE", "RETREAT")
    if label == "ACCUSE" and _CONVICTED.search(sentence):
        return ("ACCUSE", "SANCTION")  # the manual has convictions under SANCTION
    if label == "ASSAULT" and _HELD.search(sentence):
        return ("ASSAULT", "COERCE")  # and blockades and occupations under COERCE
    return (label,)


def _extent(pair: list[int] | None) -> Extent | None:
    return (pair[0], pair[1]) if pair else None


def eventless(corpora: Path, count: int) -> list[Document]:
    """The openings of sports reports, of which hardly any tells an event of politics: `count` by hash."""
    rows = [row for row in _rows(corpora / "raw" / "bbc_2004_05.jsonl.gz") if row["section"] == "sport"]
    chosen = sorted(rows, key=lambda row: hashlib.sha256(row["text"].encode()).digest())[:count]
    return [Document(row["id"], row["text"][: _opening(row["text"])], acts=()) for row in chosen]


def _opening(text: str) -> int:
    """Where the last paragraph ends that fits into `OPENING` characters."""
    return max(text.rfind("\n", 0, OPENING), 0) or OPENING


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
