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
