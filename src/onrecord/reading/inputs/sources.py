"""From what the user named to items: the one way in.

    inputs ──naming──▶ targets ──files, web, stdin──▶ bytes ──compression──▶ formats ──▶ Item

What fails comes out as an `InputError` in its place, so that the others go on.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import cast

from onrecord.errors import EmptyInputError, InputError, MissingInputError, UsageError, message
from onrecord.reading.inputs.compression import CHUNK, peek, read_all, too_large, unpack
from onrecord.reading.inputs.decode import SAMPLE, decode, tidy
from onrecord.reading.inputs.delimited import csv_items
from onrecord.reading.inputs.formats import format_by_content, format_by_name, looks_like_html
from onrecord.reading.inputs.jsonl import jsonl_items
from onrecord.reading.inputs.naming import STDIN, Target, is_address, os_problem, targets
from onrecord.reading.inputs.parquet import parquet_file_items, parquet_items
from onrecord.reading.inputs.web import fetch
from onrecord.reading.item import InputFormat, Item, ReadSettings
from onrecord.record import Source, SourceKind

Outcomes = Iterator[Item | InputError]

_TABLES: dict[InputFormat, Callable[[Iterable[bytes], str, ReadSettings], Outcomes]] = {
    "jsonl": jsonl_items,
    "csv": csv_items,
    "parquet": parquet_items,
}
_LONGEST_NAME = 1024
_BLANKS_IN_A_NAME = 3


def open_items(inputs: Iterable[str | os.PathLike[str]], settings: ReadSettings) -> Outcomes:
    """The articles that `inputs` name, in order, streamed; for what fails, its `InputError`.

    `inputs` are files, folders, patterns, http(s) and file addresses, and `-`. Raises `UsageError` where
    a column that the settings name is in no table; once something has been read it is an `InputError`.
    """
    started = False
    for target in targets(inputs):
        if isinstance(target, InputError):
            yield target
            continue
        try:
            for outcome in _guarded(target, settings):
                started = started or isinstance(outcome, Item)
                yield outcome
        except UsageError as error:
            if not started:
                raise
            yield InputError(target.name, str(error).removeprefix(f"{target.name}: "))


def count_inputs(inputs: Iterable[str | os.PathLike[str]]) -> int | None:
    """How many files and addresses `inputs` name; None where standard input is among them."""
    number = 0
    for target in targets(inputs):
        if isinstance(target, Target) and target.kind == "stdin":
            return None
        number += 1
    return number


def item_from_value(
    value: str | bytes | bytearray | memoryview | os.PathLike[str], settings: ReadSettings
) -> Outcomes:
    """What a Python caller hands over: a path, an http(s) address, a text or page, or its bytes.

    A string is an address or the name of an existing file or folder, else the text itself; but one that
    looks like a file's name (short, one line, few blanks, a known ending) is a missing file.
    """
    if isinstance(value, bytes | bytearray | memoryview):
        return _guarded_stream([bytes(value)], "bytes", settings)
    if not isinstance(value, str | os.PathLike):
        raise UsageError(message("no-source", what=f"a value of type {type(value).__name__}"))
    if isinstance(value, os.PathLike) or _is_address(value) or _is_name(value):
        return open_items([value], settings)
    if settings.input_format in _TABLES:
        return _guarded_stream([value.encode("utf-8", "surrogatepass")], "text", settings)
    return _guard(_text_items(value, settings), "text")


def _is_address(value: str) -> bool:
    return (is_address(value) or value[:7].lower() == "file://") and len(value.split()) == 1


def _is_name(value: str) -> bool:
    if len(value) > _LONGEST_NAME or "\n" in value or "\0" in value:
        return False
    if value and os.path.exists(value):  # noqa: PTH110 - Path.exists raises on names that are too long
        return True
    return format_by_name(value) is not None and value.count(" ") <= _BLANKS_IN_A_NAME


def _text_items(value: str, settings: ReadSettings) -> Outcomes:
    if not value or value.isspace():
        raise EmptyInputError("text", message("empty"))
    if len(value) > settings.max_bytes:
        raise too_large("text", settings.max_bytes)
    kind = settings.input_format or ("html" if looks_like_html(value) else "text")
    source = Source(kind="text")
    yield Item(content=tidy(value), kind="html" if kind == "html" else "text", where="text", source=source)


def _guarded(target: Target, settings: ReadSettings) -> Outcomes:
    if target.kind == "url":
        return _guard(_page_items(target.name, settings), target.name)
    if target.kind == "stdin":
        return _guarded_stream(_stdin(), "stdin", settings)
    return _guard(_file_items(target.name, settings), target.name)


def _guarded_stream(chunks: Iterable[bytes], kind: SourceKind, settings: ReadSettings) -> Outcomes:
    name = STDIN if kind == "stdin" else kind
    return _guard(_stream_items(chunks, name, Source(kind=kind), settings), name)


def _guard(outcomes: Outcomes, name: str) -> Outcomes:
    """`outcomes`, and at their end what was raised."""
    try:
        yield from outcomes
    except InputError as error:
        yield error
    except OSError as error:
        yield os_problem(name, error)


def _file_items(name: str, settings: ReadSettings) -> Outcomes:
    path = Path(name)
    form = settings.input_format or format_by_name(name)
    source = Source(kind="file", file=tidy(name))
    with path.open("rb") as stream:
        head, chunks = peek(iter(lambda: stream.read1(CHUNK), b""), 4)
        if form in {"parquet", None} and head.startswith(b"PAR1") and path.is_file():
            yield from parquet_file_items(path, name, settings)
        else:
            yield from _stream_items(chunks, name, source, settings, form)


def _stdin() -> Iterator[bytes]:
    if sys.stdin is None:
        raise MissingInputError(STDIN, message("missing"))
    stream = cast(BufferedReader, sys.stdin.buffer)
    while chunk := stream.read1(CHUNK):
        yield chunk


def _stream_items(
    chunks: Iterable[bytes],
    name: str,
    source: Source,
    settings: ReadSettings,
    form: InputFormat | None = None,
) -> Outcomes:
    """The items in a stream of bytes, packed or not, of the given format or the one it begins like."""
    head, rest = peek(unpack(chunks, name), SAMPLE, line=True)
    if not head:
        raise EmptyInputError(name, message("empty"))
    form = form or settings.input_format or format_by_content(head, name)
    if form in _TABLES:
        yield from _TABLES[form](rest, name, settings)
    else:
        content = _content(read_all(rest, settings.max_bytes, name), None, name)
        yield Item(content=content, kind="html" if form == "html" else "text", where=name, source=source)


def _page_items(address: str, settings: ReadSettings) -> Outcomes:
    page = fetch(address, settings.max_bytes)
    form: InputFormat | None = settings.input_format
    if form is None:
        # Pages and rows are sent as plain text often enough, so what is not HTML is looked at.
        is_page = page.kind == "html" or not page.data
        form = "html" if is_page else format_by_content(page.data[:SAMPLE], address)
    if form in _TABLES:
        yield from _TABLES[form]([page.data], address, settings)
        return
    content = _content(page.data, page.charset, address)
    yield Item(
        content=content,
        kind="html" if form == "html" else "text",
        where=address,
        source=Source(kind="url", file=tidy(address)),
        url=page.url,
        charset=page.charset,
    )


def _content(data: bytes, charset: str | None, name: str) -> str:
    text = decode(data, charset, where=name)
    if not text or text.isspace():
        raise EmptyInputError(name, message("empty"))
    return text
