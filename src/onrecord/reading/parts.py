"""What a carrier's content says of its article, before rows and arguments have their say."""

from dataclasses import dataclass, field

from onrecord.record import Credit, Dropped, PublishedFrom


@dataclass(slots=True)
class Parts:
    """The parts of an article as its reader fills them in. `paragraphs` are the canonical text's.

    `published_modified` is true where `published` is only the date of a change.
    """

    paragraphs: list[str] = field(default_factory=list)
    title: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    published_modified: bool = False
    language: str | None = None
    url: str | None = None
    credits: list[Credit] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
