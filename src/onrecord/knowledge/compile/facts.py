"""An office held, as one source has it."""

from dataclasses import dataclass

SHARE_ALIKE = ("open-data-archive/", "confirmordeny/supraverden", "mledoze/countries")
"""Sources whose licence asks for sharing alike: what they alone know goes into a file of its own."""


@dataclass
class Fact:
    """An office that a being (its key) held. Days are numbers; `rank` says how much the source is trusted (1 best)."""

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

    @property
    def share_alike(self) -> bool:
        """Whether the source's licence asks for sharing alike."""
        return self.source.startswith(SHARE_ALIKE)
