"""`read` and `read_many`: from whatever the user has to records."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, Unpack

import msgspec

from onrecord.analysis.pipeline import analyse
from onrecord.analysis.settings import AnalysisSettings, ModelName
from onrecord.errors import InputError, ModelError, UsageError, message
from onrecord.knowledge.base import get_knowledge
from onrecord.reading.article import read_article
from onrecord.reading.inputs.sources import item_from_value, open_items
from onrecord.reading.item import InputFormat, Item, ReadSettings
from onrecord.record import Record, set_html_printer

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Readable = str | bytes | bytearray | memoryview | os.PathLike[str]
_Outcomes = Generator[Record | InputError, None, None]
_UNDER_WAY = 8
"""Articles a worker that are under way at a time."""


class Options(TypedDict, total=False):
    """How to read. `published`, `outlet` and `title` override what the input says of itself.

    `as_is` takes the text exactly as it is. `columns` maps our names (text, html, id, url, title,
    outlet, published, byline) to those of a table's columns. `max_bytes` limits one article. `model` is the
    full one, or a fast one for bulk. `min_confidence` (from 0 to 1, .4 unless given) leaves out statements
    and events that are less sure. `threads` are those that the model runs on, in each worker; they change
    nothing in the record. `knowledge` is a file of your own facts, which go before ours.
    """

    as_is: bool
    published: str | date | None
    outlet: str | None
    title: str | None
    columns: dict[str, str] | None
    input_format: InputFormat | None
    max_bytes: int
    model: ModelName
    min_confidence: float
    threads: int
    knowledge: str | os.PathLike[str] | None


class Settings(NamedTuple):
    """The options, each where it is used."""

    reading: ReadSettings
    analysis: AnalysisSettings


def read(source: Readable, **options: Unpack[Options]) -> Record:
    """Read one article and return its record.

    `source` is a path, an http(s) address, the article's text or HTML, or its bytes. A table or
    JSONL file gives its first row: use `read_many` for all. The options are those of `Options`.
    Raises `InputError` where the article cannot be read, `UsageError` where an option is unusable.
    """
    chosen = settings(**options)
    for item in item_from_value(source, chosen.reading):
        if isinstance(item, InputError):
            raise item
        return to_record(item, chosen)
    raise UsageError(message("nothing-given"))


def read_many(
    inputs: Iterable[str | os.PathLike[str]] | os.PathLike[str],
    *,
    workers: int = 1,
    on_error: Callable[[InputError], None] | None = None,
    **options: Unpack[Options],
) -> Iterator[Record]:
    """Read many articles and yield their records one by one, in the order of the inputs.

    `inputs` are paths, folders, patterns, http(s) addresses or `-`; one alone will do. What fails is
    handed to `on_error` and the others go on; without `on_error` the first failure is raised. With more than
    one of `workers` (processes) the articles are shared out; the records stay the same, byte for byte.
    """
    chosen = settings(**options)  # refused now where unusable, not when the first record is asked for
    if workers < 1:
        raise UsageError(message("workers"))
    named = [inputs] if isinstance(inputs, str | os.PathLike) else inputs
    return _records(open_items(named, chosen.reading), chosen, workers, on_error)


def _records(
    items: Iterator[Item | InputError],
    chosen: Settings,
    workers: int,
    on_error: Callable[[InputError], None] | None,
) -> Iterator[Record]:
    one_by_one = (_outcome(item, chosen) for item in items)
    results: _Outcomes = _in_processes(items, chosen, workers) if workers > 1 else one_by_one
    with closing(results):
        for result in results:
            if isinstance(result, Record):
                yield result
            elif on_error is None:
                raise result
            else:
                on_error(result)


def settings(**options: Unpack[Options]) -> Settings:
    """The settings that the options make; raises `UsageError` where one cannot be used."""
    unknown = set(options) - Options.__optional_keys__
    if unknown:
        raise UsageError(message("unknown-option", names=", ".join(sorted(unknown))))
    given = {name: value for name, value in options.items() if value is not None}
    if isinstance(published := options.get("published"), date):
        given["published"] = published.isoformat()
    if path := options.get("knowledge"):
        get_knowledge(path)  # a file that is broken is refused now
        given["knowledge"] = os.fspath(path)
    analysis: dict[str, Any] = {
        name: given.pop(name) for name in AnalysisSettings.__struct_fields__ if name in given
    }
    try:
        return Settings(msgspec.convert(given, ReadSettings), AnalysisSettings(**analysis))
    except msgspec.ValidationError as error:
        raise UsageError(message("option", detail=error)) from error


def to_record(item: Item, chosen: Settings) -> Record:
    """The record of one item. Raises `InputError` where there is no article in it."""
    reading = read_article(item, chosen.reading)
    return analyse(reading.article, settings=chosen.analysis, warnings=reading.warnings)


def _outcome(item: Item | InputError, chosen: Settings) -> Record | InputError:
    if isinstance(item, InputError):
        return item
    try:
        return to_record(item, chosen)
    except InputError as error:
        return error
    except ModelError:  # not this article's fault: no other could be read either
        raise
    except Exception as error:  # noqa: BLE001 - a fault of ours in one article must not cost the others
        detail = f"{type(error).__name__}: {error}"
        failure = InputError(item.where, message("bug", detail=detail), row=item.source.row)
        failure.__cause__ = error
        return failure


def _in_processes(items: Iterator[Item | InputError], chosen: Settings, workers: int) -> _Outcomes:
    """Outcomes in order, a bounded number under way, so that memory does not grow with the input."""
    from collections import deque  # noqa: PLC0415 - only where several workers are asked for
    from concurrent.futures import Future, ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    under_way: deque[Future[Record | InputError]] = deque()
    context = get_context("spawn")  # not forked: a forked copy of a process with threads may hang
    line, held = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_hang_on, initargs=(line,))
    try:
        for item in items:
            under_way.append(pool.submit(_outcome, item, chosen))
            if len(under_way) >= _UNDER_WAY * workers:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool as error:
        raise UsageError(message("worker-lost")) from error
    finally:
        held.close()  # what is still under way is not wanted any more
        pool.shutdown(cancel_futures=True)
        line.close()


def _hang_on(line: "Connection") -> None:
    """Make a worker end when the other end of `line` is let go, in the midst of an article too.

    That is when its work is not wanted any more, or its parent is no more.
    """
    import signal  # noqa: PLC0415 - workers only
    from threading import Thread  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the workers too; it is the parent's

    def end() -> None:
        line.poll(None)
        os._exit(0)

    Thread(target=end, daemon=True).start()


def _show_in_notebook(record: Record) -> str:
    from onrecord.exports.page import fragment  # noqa: PLC0415 - notebooks alone pay for the template

    return fragment(record)


set_html_printer(_show_in_notebook)
