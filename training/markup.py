"""Our own examples: passages with their labels inside, as `training/examples/README.md` describes."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.documents import Document, Extent, Marked, Name

_ACTS = "say claim deny confirm warn promise demand ask accuse praise threaten believe plan"
ACTS = frozenset(_ACTS.split())
_TAG = re.compile(r"\{([scqatp]\d+(?:,\d+)*|[POCLG])\|")
_FOOT = re.compile(r"@(\d+)\s+(.*)")
_KINDS = {"P": "person", "O": "organisation", "C": "place", "L": "place", "G": "group"}


class MarkupError(ValueError):
    """A passage whose marks are wrong; the message says where."""


class Labelled(NamedTuple):
    """A statement of a passage, with all its labels."""

    number: int
    spans: dict[str, tuple[Extent, ...]]
    """By letter: s(ource), c(ue), q (content), a(ddressee), t(ime), p(lace)."""
    act: str = "say"
    negative: bool = False
    unnamed: bool = False


class Passage(NamedTuple):
    """A passage of our own."""

    id: str
    topic: str
    kinds: tuple[str, ...]
    text: str
    statements: tuple[Labelled, ...]
    names: tuple[Name, ...]


def read_passages(path: Path) -> Iterator[Passage]:
    """The passages of a file.

    Raises `MarkupError` naming the passage where marks do not match or a label is unknown.
    """
    for block in re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))[1:]:
        head, _, rest = block.partition("\n")
        try:
            yield _passage(head, rest)
        except ValueError as error:
            raise MarkupError(f"{path.name}: {head.split('|')[0].strip()}: {error}") from error


def document(passage: Passage) -> Document:
    """The passage as training data."""
    return Document(
        id=passage.id,
        text=passage.text,
        statements=tuple(
            Marked(one.spans.get("s", ()), one.spans["c"], one.spans["q"]) for one in passage.statements
        ),
        nested=True,
        names=passage.names,
        groups=True,
    )


def _passage(head: str, rest: str) -> Passage:
    name, topic, kinds = (part.strip() for part in head.split("|"))
    lines = rest.split("\n")
    feet = [match for line in lines if (match := _FOOT.fullmatch(line.strip()))]
    body = "\n".join(line for line in lines if not _FOOT.fullmatch(line.strip())).strip()
    text, spans = _unmarked(body)
    pieces: dict[int, dict[str, list[Extent]]] = defaultdict(lambda: defaultdict(list))
    names = []
    for tag, start, end in spans:
        if tag in _KINDS:
            acting = tag == "C" if _KINDS[tag] == "place" else None
            names.append(Name(start, end, _KINDS[tag], acting))
            continue
        for number in tag[1:].split(","):
            pieces[int(number)][tag[0]].append((start, end))
    notes = {int(match[1]): match[2].split() for match in feet}
    statements = tuple(_labelled(number, by, notes.pop(number, [])) for number, by in sorted(pieces.items()))
    if notes:
        raise ValueError(f"a footer of no statement: @{min(notes)}")
    return Passage(name, topic, tuple(kinds.split(", ")), text, statements, tuple(sorted(names)))


def _labelled(number: int, by: dict[str, list[Extent]], notes: list[str]) -> Labelled:
    if not by["q"] or not by["c"]:
        raise ValueError(f"statement {number} lacks a {'content' if by['c'] else 'cue'}")
    act = next((note[4:] for note in notes if note.startswith("act=")), "say")
    unknown = {note for note in notes if not note.startswith("act=")} - {"negative", "unnamed"}
    if act not in ACTS or unknown:
        raise ValueError(f"statement {number}: unknown {act if act not in ACTS else unknown.pop()}")
    spans = {letter: tuple(sorted(extents)) for letter, extents in by.items() if extents}
    return Labelled(number, spans, act, "negative" in notes, "unnamed" in notes)


def _unmarked(body: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its marks, and the marks as `(tag, start, end)` in it."""
    out: list[str] = []
    open_: list[tuple[str, int]] = []
    spans = []
    i = length = 0
    while i < len(body):
        if body[i] == "{":
            match = _TAG.match(body, i)
            if match is None:
                raise ValueError(f"no such mark: {body[i : i + 30]!r}")
            open_.append((match[1], length))
            i = match.end()
        elif body[i] == "}":
            if not open_:
                raise ValueError(f"a brace closes nothing: {body[max(0, i - 30) : i + 1]!r}")
            tag, start = open_.pop()
            spans.append((tag, start, length))
            i += 1
        else:
            out.append(body[i])
            length += 1
            i += 1
    if open_:
        raise ValueError(f"never closed: {open_[-1][0]}")
    return "".join(out), spans
