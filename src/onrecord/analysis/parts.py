"""What the steps of the analysis hand to each other. Offsets are code points into the article's text."""

from msgspec import Struct

from onrecord.record import Entity, Mention, StatementType

Extent = tuple[int, int]
"""`(start, end)`, half-open."""


class Tokens(Struct, frozen=True):
    """A text's words, sentences and paragraphs as extents, each list in order of `start`.

    Words are runs of letters and digits with inner apostrophes, hyphens and points ("Mr.", "U.S.",
    "Sky-High", "don't"), or single other characters that are no white space. `text` is the article's, but
    for spaces where it breaks its lines at a margin.
    """

    text: str
    words: list[Extent]
    sentences: list[Extent]
    paragraphs: list[Extent]


class Quotation(Struct, frozen=True):
    """A stretch in quotation marks, marks included. A long quotation has one piece per paragraph.

    `level` is 0 for an outer quotation, 1 for one inside it, and so on. `closed` is false where the
    closing mark is missing.
    """

    pieces: tuple[Extent, ...]
    level: int
    closed: bool


class Attribution(Struct, frozen=True):
    """A statement's spans before anyone is resolved: PARC3's source, cue and content."""

    content: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    source: tuple[Extent, ...]
    type: StatementType
    confidence: float
    within: int | None = None
    """The index of the attribution whose content holds this one."""


class Voice(Struct, frozen=True):
    """Who stands behind an attribution: entity ids in the order of the source, and whether any is unnamed."""

    speakers: tuple[str, ...] = ()
    unnamed: bool = False
    about: tuple[str, ...] = ()


class Names(Struct, frozen=True):
    """Who and what is mentioned, and the voice behind each attribution, in their order."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    voices: tuple[Voice, ...]
