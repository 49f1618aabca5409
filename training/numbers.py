"""Documents to numbers: what the encoder reads, and labels, -1 where a corpus says nothing."""

from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from onrecord.analysis.marks import find_quotations
from onrecord.analysis.model.encoding import Encoded, encode, words_within
from onrecord.analysis.model.heads import ACTING, EVENTS, GROUPS, INNER, NAMES, ROLES, TAGGED, Head
from onrecord.analysis.tokens import tokenise
from onrecord.knowledge.plover import STANDINGS, TYPES, modes
from training.documents import Act, Coded, Document, Extent, Marked

UNKNOWN = -1
LEVELS = 2
"""Of statements that are learnt: those in no other, and those within one of these."""
NONE = -1
"""As the target of a cue's link: it has no source."""


Words = tuple[int, int]
"""A range of words, half-open."""


class NumberedAct(NamedTuple):
    """An event: the word that its trigger begins with, indexes of its type and standing, its parties.

    `mode` is 0 for none, else one more than the index of the mode among those of the type.
    """

    word: int
    type: int
    mode: int
    standing: int
    parties: tuple[tuple[Words, ...], ...]
    """Its actors, recipients, time and place: see `heads.PARTIES`."""


class NumberedCode(NamedTuple):
    """A coded event: the indexes of the types that it may be, and its parties' words where they are given."""

    types: tuple[int, ...]
    source: Words | None
    target: Words | None


class Numbered(NamedTuple):
    """A document as numbers. All positions are words of `encoded`."""

    id: str
    text: str
    encoded: Encoded
    labels: dict[str, np.ndarray]
    """By head: a tag a word."""
    to_cue: list[tuple[int, int]]
    """From the first word of a piece of content to that of its cue."""
    to_source: list[tuple[int, int]]
    """From the first word of a cue to that of its source, or `NONE`."""
    acts: list[NumberedAct] = []  # noqa: RUF012 - a tuple's default; nobody changes it
    coded: NumberedCode | None = None
    targets: np.ndarray | None = None
    """A teacher's emissions, one row a word, for a student to come near."""


def number(tokenizer: Tokenizer, document: Document) -> Numbered:
    """The document as numbers."""
    tokens = tokenise(document.text)
    encoded = encode(tokenizer, tokens, find_quotations(tokens))
    n = len(encoded.extents)
    labels = {name: np.full(n, UNKNOWN, np.int64) for name in (*(h.name for h in TAGGED), ACTING, EVENTS)}
    to_cue: list[tuple[int, int]] = []
    to_source: list[tuple[int, int]] = []
    if document.statements is not None:
        levels = _levels(document.statements)
        _label_statements(encoded, labels, ROLES, [m for m, level in levels if level == 0])
        if document.nested:
            _label_statements(encoded, labels, INNER, [m for m, level in levels if level == 1])
        for marked, level in levels:
            if level < LEVELS:
                _link(encoded, marked, to_cue, to_source)
    if document.names is not None:
        _label_names(encoded, labels, document)
    acts = _label_acts(encoded, labels[EVENTS], document.acts) if document.acts is not None else []
    coded = _code(encoded, document.coded) if document.coded else None
    for start, end in document.ignored:
        a, b = words_within(encoded, start, end)
        for tags in labels.values():
            tags[a:b] = UNKNOWN
    return Numbered(document.id, document.text, encoded, labels, to_cue, to_source, acts, coded)


def _levels(statements: tuple[Marked, ...]) -> list[tuple[Marked, int]]:
    """Each statement with how many others hold it in their content."""

    def holds(outer: Marked, inner: Marked) -> bool:
        parts = (*inner.source, *inner.cue, *inner.content)
        return outer is not inner and all(
            any(s <= start and end <= e for s, e in outer.content) for start, end in parts
        )

    return [(one, sum(holds(other, one) for other in statements)) for one in statements]


def _label_statements(
    encoded: Encoded, labels: dict[str, np.ndarray], head: Head, statements: list[Marked]
) -> None:
    """Content first, so that a cue or source that stands in another's content is not lost."""
    tags = labels[head.name]
    tags[:] = 0
    for kind in reversed(head.kinds):
        for extent in {extent for one in statements for extent in getattr(one, kind)}:
            _paint(encoded, tags, extent, 1 + 2 * head.kinds.index(kind))
    _mend(tags)


def _paint(encoded: Encoded, tags: np.ndarray, extent: Extent, begin: int) -> None:
    a, b = words_within(encoded, *extent)
    if a < b:
        tags[a:b] = begin + 1
        tags[a] = begin


def _mend(tags: np.ndarray) -> None:
    """Begin anew what goes on behind something painted into its middle."""
    for k, tag in enumerate(tags):
        if tag > 0 and tag % 2 == 0 and (k == 0 or tags[k - 1] not in {tag, tag - 1}):
            tags[k] = tag - 1


def _link(
    encoded: Encoded, marked: Marked, to_cue: list[tuple[int, int]], to_source: list[tuple[int, int]]
) -> None:
    if not marked.cue:
        return
    cue = words_within(encoded, *marked.cue[0])[0]
    to_cue += [(words_within(encoded, *piece)[0], cue) for piece in marked.content]
    to_source.append((cue, words_within(encoded, *marked.source[0])[0] if marked.source else NONE))


def _label_names(encoded: Encoded, labels: dict[str, np.ndarray], document: Document) -> None:
    heads = {kind: head for head in (NAMES, GROUPS) for kind in head.kinds}
    labels[NAMES.name][:] = 0
    if document.groups:
        labels[GROUPS.name][:] = 0
    for name in document.names or ():
        head = heads[name.kind]
        _paint(encoded, labels[head.name], (name.start, name.end), 1 + 2 * head.kinds.index(name.kind))
        if name.acting is not None:
            labels[ACTING][words_within(encoded, name.start, name.end)[0]] = int(name.acting)


def _label_acts(encoded: Encoded, tags: np.ndarray, acts: tuple[Act, ...]) -> list[NumberedAct]:
    """The events as numbers; the first word of each trigger is tagged with its type, all others with none."""
    tags[:] = 0
    found = []
    for act in acts:
        type_ = TYPES.index(act.type)
        known = modes(TYPES[type_])
        word = words_within(encoded, *act.trigger)[0]
        tags[word] = 1 + type_
        parties = tuple(
            tuple(words_within(encoded, *extent) for extent in extents if extent)
            for extents in (act.actors, act.recipients, (act.time,), (act.place,))
        )
        mode = 1 + known.index(act.mode) if act.mode else 0
        standing = STANDINGS.index(act.standing)
        found.append(NumberedAct(word, type_, mode, standing, parties))
    return found


def _code(encoded: Encoded, coded: Coded) -> NumberedCode:
    source, target = (
        words_within(encoded, *extent) if extent else None for extent in (coded.source, coded.target)
    )
    return NumberedCode(tuple(TYPES.index(one) for one in coded.types), source, target)
