"""Which format an input has: by the ending of its name, else by how it begins."""

import re
from pathlib import PurePath

from onrecord.errors import InputError, message
from onrecord.reading.inputs.decode import RESCUE, find_encoding
from onrecord.reading.item import InputFormat

ENDINGS: dict[str, InputFormat] = {
    ".txt": "text", ".text": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "csv", ".tsv": "csv",
    ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip
PACKED_ENDINGS = (".gz", ".zst")

_LOOK_AT = 4096
_TAGS = (
    "html|head|body|title|meta|link|script|style|header|main|article|section|nav|div|span|table|figure|img"
    "|ul|ol|p|a|b|em|strong|blockquote|h[1-6]"
)
_PROLOGUE = r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*){0,9}"
_HTML = re.compile(rf"{_PROLOGUE}<(?:!doctype\s+html|(?:{_TAGS})[\s/>])", re.IGNORECASE | re.DOTALL)
_XML = re.compile(r"\s*<(?:\?xml|!doctype|rss|feed|urlset|rdf:rdf|nitf|newsml)\b", re.IGNORECASE)
_JSON_LIST = re.compile(r"\s*\[\s*[\[{]")
_JSON_SPREAD = re.compile(r"\s*\{\s*\n")
_JSON_LINE = re.compile(r"\s*\{\s*[\"}]")


def format_by_name(name: str) -> InputFormat | None:
    """The format that a file's name tells by its ending, `.gz` and `.zst` taken off; None for others."""
    path = PurePath(name.lower())
    if path.suffix in PACKED_ENDINGS:
        path = path.with_suffix("")
    return ENDINGS.get(path.suffix)


def format_by_content(head: bytes, where: str) -> InputFormat:
    """The format of what begins with the bytes `head`: parquet, html, jsonl, else text.

    Raises `BinaryInputError` for what is no text, and `InputError` for XML and for JSON that is not
    one object a line; both name `where`.
    """
    if head.startswith(b"PAR1"):
        return "parquet"
    text = head.decode(find_encoding(head, where=where, cut=True), RESCUE)[:_LOOK_AT]
    if looks_like_html(text):
        return "html"
    for pattern, what in ((_XML, "XML"), (_JSON_LIST, "a JSON list"), (_JSON_SPREAD, "spread-out JSON")):
        if pattern.match(text):
            raise InputError(where, message("not-read", what=what))
    return "jsonl" if _JSON_LINE.match(text) else "text"


def looks_like_html(text: str) -> bool:
    """Whether `text` begins as a page or a piece of one does."""
    return _HTML.match(text[:_LOOK_AT]) is not None
