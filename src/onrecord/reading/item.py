"""What travels from the inputs to the article: one article's raw material, before it is understood."""

from typing import Literal

from msgspec import Struct

from onrecord.record import Article, Source

DEFAULT_MAX_BYTES = 32 * 1024 * 1024
"""The limit for one article's bytes, after decompression. Longer inputs are refused, never cut."""

InputFormat = Literal["text", "html", "jsonl", "csv", "parquet"]


class ReadSettings(Struct, frozen=True, kw_only=True):
    """How to read. `published`, `outlet` and `title` override what the input says of itself.

    `columns` maps our field names (text, html, id, url, title, outlet, published, byline) to the
    names of the table's columns. `max_bytes` limits one article, after decompression.
    """

    as_is: bool = False
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    columns: dict[str, str] = {}
    input_format: InputFormat | None = None
    max_bytes: int = DEFAULT_MAX_BYTES


class Item(Struct, frozen=True, kw_only=True):
    """One article's raw material: its content and what its carrier (row, address) says of it.

    `content` is bytes where the encoding is still to be found, else text. `where` names it in messages.
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
