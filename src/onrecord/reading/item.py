"""What travels from the inputs to the article: one article's raw material, before it is understood."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import force_setattr

from onrecord.errors import UsageError, message
from onrecord.reading.dates import parse_date
from onrecord.reading.inputs.decode import tidy
from onrecord.record import Article, Source

DEFAULT_MAX_BYTES = 32 * 1024 * 1024
"""The limit for one article's bytes, after decompression. Longer inputs are refused, never cut."""

InputFormat = Literal["text", "html", "jsonl", "csv", "parquet"]

FIELDS = ("text", "html", "id", "url", "title", "outlet", "published", "byline")
"""What a row of JSONL, CSV or Parquet can say of its article; all but text or html may be missing."""


class ReadSettings(Struct, frozen=True, kw_only=True):
    """How to read. `published`, `outlet` and `title` override what the input says of itself.

    `published` is any date that `dates.parse_date` reads, and is kept as an ISO prefix. `columns` maps
    our field names (`FIELDS`) to the names of the table's columns. `max_bytes` limits one article,
    after decompression. Raises `UsageError` for values that cannot be used.
    """

    as_is: bool = False
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    columns: dict[str, str] = {}
    input_format: InputFormat | None = None
    max_bytes: int = DEFAULT_MAX_BYTES

    def __post_init__(self) -> None:
        if self.published is not None:
            published = parse_date(self.published)
            if published is None:
                raise UsageError(message("bad-date", value=self.published))
            force_setattr(self, "published", published)
        for field in ("outlet", "title"):
            if value := getattr(self, field):
                force_setattr(self, field, tidy(value))
        for name in self.columns:
            if name not in FIELDS:
                raise UsageError(message("columns", field=name, fields=", ".join(FIELDS)))
        if self.max_bytes <= 0:
            raise UsageError(message("max-bytes"))


class Item(Struct, frozen=True, kw_only=True):
    """One article's raw material: its content and what its carrier (row, address) says of it.

    `content` is bytes where the encoding is still to be found (`decode.decode`, with `charset`), else
    text; the items of `sources.open_items` are text. `where` names the article in messages.
    `published` is an ISO prefix.
    """

    content: bytes | str
    kind: Literal["text", "html"]
    where: str
    source: Source
    key: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: tuple[str, ...] = ()
    charset: str | None = None


class Reading(Struct, frozen=True, kw_only=True):
    """An article as read, and what its reader should be warned of."""

    article: Article
    warnings: tuple[str, ...] = ()
