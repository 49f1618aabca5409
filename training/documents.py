"""What every corpus becomes before it is made into numbers: texts with some of their labels."""

from typing import NamedTuple

Extent = tuple[int, int]
"""`(start, end)` in code points, half-open."""


class Marked(NamedTuple):
    """A statement as annotated: PARC3's source, cue and content, each in pieces."""

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]


class Name(NamedTuple):
    """A name as annotated. `acting`: whether a place acts as a party, None where the corpus does not say."""

    start: int
    end: int
    kind: str
    acting: bool | None = None


class Act(NamedTuple):
    """An event as annotated. `type` is the act itself, before PLOVER's rules look at its standing."""

    type: str
    mode: str | None
    trigger: Extent
    actors: tuple[Extent, ...]
    recipients: tuple[Extent, ...]
    standing: str
    time: Extent | None = None
    place: Extent | None = None


class Coded(NamedTuple):
    """A sentence's event as coders coded it: what PLOVER's rules made of it. No word is marked.

    `types` are those that it may be. `source` and `target` are None where the coders gave none.
    """

    types: tuple[str, ...]
    source: Extent | None
    target: Extent | None


class Document(NamedTuple):
    """A text and its labels; None where the corpus has none of that sort."""

    id: str
    text: str
    statements: tuple[Marked, ...] | None = None
    nested: bool = False
    """Whether statements within statements are labelled too."""
    names: tuple[Name, ...] | None = None
    groups: bool = False
    """Whether nationalities and the like are among the names."""
    ignored: tuple[Extent, ...] = ()
    """Stretches whose labels are not to be trusted."""
    date: str = ""
    acts: tuple[Act, ...] | None = None
    """All events of the text."""
    coded: Coded | None = None
    """One of them, for texts of one sentence whose others nobody labelled."""
