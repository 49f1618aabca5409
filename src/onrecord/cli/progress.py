"""A progress bar on standard error: articles, rate, time left."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.reading.inputs.sources import count_inputs
from onrecord.record import Record

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

MORE_THAN_A_FEW = 3


class Watch:
    """Passes records on and tells a bar, if there is one, which inputs have been come to."""

    def __init__(self, bar: "Progress | None" = None, task: "TaskID | None" = None) -> None:
        self._bar, self._task = bar, task
        self._seen: set[str | None] = set()
        self._number = 0

    def __call__(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records, as they are."""
        for record in records:
            self._number += 1
            self._move(record.article.source.file or record.article.key)
            yield record

    def failed(self, error: InputError) -> None:
        """An input, or a row of one, that cannot be read has been come to as well."""
        self._move(error.where.removesuffix(f", row {error.row}"))

    def _move(self, name: str | None) -> None:
        """Move the bar by one for each new file; articles count for the rate."""
        if self._bar is None or self._task is None:
            return
        self._seen.add(name)
        elapsed = self._bar.tasks[self._task].elapsed or 0.0
        rate = f"{self._number / elapsed:.1f} articles/s" if elapsed else ""
        self._bar.update(self._task, completed=len(self._seen), rate=rate)


@contextmanager
def progress(inputs: Iterable[str], *, show: bool | None, beside_output: bool = False) -> Iterator[Watch]:
    """Give a watch that passes records on and shows how far they are.

    With `show` None the bar appears for more than a few files, where standard error is a terminal and
    the records do not go to one: there they are `beside_output`, and would run through it.
    """
    can_show = sys.stderr is not None and (show or (sys.stderr.isatty() and not beside_output))
    files = count_inputs(inputs) if can_show and show is not False else None
    if not can_show or not (show or (files or 0) > MORE_THAN_A_FEW):
        yield Watch()
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
        yield Watch(bar, bar.add_task("reading", total=files, rate=""))
