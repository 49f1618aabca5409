"""An office held, as one source has it."""

from dataclasses import dataclass

SHARE_ALIKE = ("open-data-archive/", "confirmordeny/supraverden", "mledoze/countries")
"""Sources whose licence asks for sharing alike: what they alone know goes into a file of its own."""

UNDATED, UNCONFIRMED = 3, 5
"""Ranks of lists that name a holder without the day of the beginning: as another source has it, or alone."""


@dataclass
class Fact:
    """An office that a being (its key) held. Days are numbers; `rank` is the trust in the source (0 best).

    `known` is the last day for which the source vouches where it is open, `seen` the last on which one was
    observed in office: not merely not known to have left. An `inferred` end is a successor's beginning.
    """

    entity: int
    title: str
    role: str
    country: str
    since: int
    until: int
    known: int
    source: str
    rank: int
    of: str = ""
    sectors: str = ""
    also: str = ""
    seen: int = 0
    inferred: bool = False

    @property
    def share_alike(self) -> bool:
        """Whether the source's licence asks for sharing alike."""
        return self.source.startswith(SHARE_ALIKE)
