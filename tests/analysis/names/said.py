"""Texts as a model might have read them whose word on names is written into the text."""

import re
from typing import Any, cast

import numpy as np

from onrecord.analysis.model.encoding import Encoded
from onrecord.analysis.model.heads import ACTING, GROUPS, N_COLUMNS, NAMES, TAGGED, columns
from onrecord.analysis.model.reading import Reading
from onrecord.analysis.model.session import Outputs
from onrecord.analysis.names import resolve
from onrecord.analysis.parts import Attribution, Names
from onrecord.analysis.tokens import tokenise

_MARK = re.compile(r"\{([sq]|[POLG]|C)(\d*)\|([^{}]*)\}")
_KINDS = {"P": "person", "O": "organisation", "L": "place", "C": "place"}
_WORD = re.compile(r"\w+|[^\w\s]")

Stretch = tuple[int, int, str, float]
"""Start, end, letter, and how sure the model is of it."""


def names_of(marked: str, *, by_model: bool = True) -> tuple[str, Names]:
    """The text, and its names as the model's word has them.

    `{P|…}`, `{O|…}`, `{L|…}`, `{C|…}` (a place that acts) and `{G|…}` are what the model says, for sure or as
    `{O60|…}` with 60 percent and the rest for no name; of all else it says that it is no name. `{s|…}` and
    `{q|…}` are source and content of the one statement, which may hold such marks.
    """
    text, stretches = _unmarked(marked)
    spans = {letter: tuple((a, b) for a, b, found, _ in stretches if found == letter) for letter in "sq"}
    said = [
        Attribution(content=spans["q"], cue=(), source=spans["s"], type="indirect", confidence=1.0)
    ] * bool(spans["q"])
    reading = read_as(text, [one for one in stretches if one[2] not in "sq"]) if by_model else None
    return text, resolve(tokenise(text), said, title=None, dateline_place=None, reading=reading)


def read_as(text: str, stretches: list[Stretch]) -> Reading:
    """The text as a model reads it that says this of its stretches."""
    words = [match.span() for match in _WORD.finditer(text)]
    shares = np.full((len(words), N_COLUMNS), 1e-4, np.float32)
    at = columns()
    shares[:, [at[head.name].start for head in TAGGED]] = 1.0
    tags = {head.name: np.zeros(len(words), np.int8) for head in TAGGED}
    for start, end, letter, sure in stretches:
        head = GROUPS if letter == "G" else NAMES
        first = 1 + 2 * head.kinds.index(_KINDS.get(letter, "group"))
        inside = [k for k, (a, b) in enumerate(words) if start <= a and b <= end]
        for k in inside:
            tag = first if k == inside[0] else first + 1
            shares[k, at[head.name]] = 1e-4
            shares[k, at[head.name].start] = 1 - sure + 1e-4
            shares[k, at[head.name].start + tag] = sure
            tags[head.name][k] = tag if sure > 0.5 else 0
    emissions = np.log(shares)
    for start, end, letter, _ in stretches:
        acting = 4.0 if letter == "C" else -4.0
        emissions[[start <= a and b <= end for a, b in words], at[ACTING]] = acting
    paragraphs = _paragraphs(text, words)
    none = np.zeros(0, np.int64)
    encoded = Encoded(none, none, words, none, paragraphs, [first for first, _ in paragraphs])
    outputs = Outputs(emissions, np.zeros((len(words), 1), np.float32))
    return Reading(encoded, outputs, tags, cast("Any", None))


def _paragraphs(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    begins = [k for k in range(len(words)) if k == 0 or "\n\n" in text[words[k - 1][1] : words[k][0]]]
    return list(zip(begins, [*begins[1:], len(words)], strict=False))


def _unmarked(marked: str) -> tuple[str, list[Stretch]]:
    """The text without its marks, which are taken off from the inside out."""
    stretches: list[Stretch] = []
    while mark := _MARK.search(marked):
        lead = mark.start(3) - mark.start()
        stretches = [
            (_moved(a, mark, lead), _moved(b, mark, lead), kind, sure) for a, b, kind, sure in stretches
        ]
        sure = int(mark[2]) / 100 if mark[2] else 0.99
        stretches.append((mark.start(), mark.start() + len(mark[3]), mark[1], sure))
        marked = marked[: mark.start()] + mark[3] + marked[mark.end() :]
    return marked, sorted(stretches)


def _moved(place: int, mark: re.Match[str], lead: int) -> int:
    """Where a place of the text is once a mark that may hold it is gone."""
    if place >= mark.end():
        return place - lead - 1
    return place - lead if place > mark.start() else place
