"""What an attribution is before it gets its characters."""

from typing import NamedTuple

Range = tuple[int, int]
"""Words `[first, last)`."""


class Roles(NamedTuple):
    """The spans of each role, in order."""

    sources: list[Range]
    cues: list[Range]
    contents: list[Range]


class Draft:
    """A cue with the contents and the source that it links; without a cue, a content that stands alone."""

    __slots__ = ("contents", "cue", "joined", "source", "sure")

    def __init__(self, contents: list[Range], cue: Range | None, source: Range | None) -> None:
        self.contents, self.cue, self.source = contents, cue, source
        self.sure = 0.0
        """By how much its source beats the next best, or none at all, in the unit of the links' scores."""
        self.joined = False
        """Whether it holds a quotation that the model did not give it."""

    @property
    def start(self) -> int:
        """Its first word."""
        return min(part[0] for part in self.parts)

    @property
    def parts(self) -> list[Range]:
        """Everything it takes."""
        return [*self.contents, *(part for part in (self.cue, self.source) if part)]


def gap(one: Range, other: Range) -> int:
    """How many words lie between two spans."""
    return max(one[0] - other[1], other[0] - one[1], 0)
