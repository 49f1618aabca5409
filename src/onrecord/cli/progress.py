"""A progress bar on standard error: articles, rate, time left."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.reading.sources import count_inputs
from onrecord.record import Record

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

MORE_THAN_A_FEW = 3

Watch = Callable[[Iterable[Record]], Iterator[Record]]


@contextmanager
def progress(inputs: Iterable[str], *, show: bool | None) -> Iterator[Watch]:
    """Give a function that passes records on and shows how far they are.

    With `show` None the bar appears for more than a few files, where standard error is a terminal.
    """
    can_show = sys.stderr is not None and (show or sys.stderr.isatty())
    files = count_inputs(inputs) if can_show and show is not False else None
    if not can_show or not (show or (files or 0) > MORE_THAN_A_FEW):
        yield iter
        return
    from rich.console import Console  # noqa: PLC0415 - loaded only where a bar is shown
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )  # fmt: skip

    columns = (
        TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield lambda records: _watched(records, bar, bar.add_task("reading", total=files, rate=""))


def _watched(records: Iterable[Record], bar: "Progress", task: "TaskID") -> Iterator[Record]:
    """Move the bar by one for each new file; count articles for the rate."""
    seen: set[str | None] = set()
    for number, record in enumerate(records, start=1):
        seen.add(record.article.source.file or record.article.key)
        elapsed = bar.tasks[task].elapsed or 0.0
        rate = f"{number / elapsed:.1f} articles/s" if elapsed else ""
        bar.update(task, completed=len(seen), rate=rate)
        yield record
