"""`onrecord read`: files, pages, streams and addresses to records."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import get_args

import click

from onrecord._api import read_many
from onrecord.analysis.settings import MIN_CONFIDENCE, ModelName
from onrecord.cli.output import STDOUT, print_records
from onrecord.cli.progress import Watch, progress
from onrecord.errors import InputError, UsageError, message
from onrecord.exports import FORMATS
from onrecord.exports._safe import visible
from onrecord.reading.item import DEFAULT_MAX_BYTES, InputFormat
from onrecord.record import Record

_MB = 1024 * 1024


def _columns(_ctx: click.Context, _param: click.Parameter, value: str | None) -> dict[str, str]:
    """`text=body,published=date` as a mapping from our names to theirs."""
    pairs = [part.strip() for part in (value or "").split(",") if part.strip()]
    if any("=" not in part.strip("=") for part in pairs):
        raise click.BadParameter("write it as OURS=YOURS, separated by commas: text=body,published=date")
    named = [(ours.strip(), yours.strip()) for ours, yours in (part.split("=", 1) for part in pairs)]
    if len(dict(named)) < len(named):
        raise click.BadParameter("each of ours can be one column only")
    return dict(named)


def _say(line: str) -> None:
    """Say `line` on standard error, made safe: names and cells are strangers'. What cannot be said is not."""
    with suppress(OSError):
        click.echo(visible(line), err=True)


class _Failures:
    """Says each failure as it comes and keeps the count."""

    def __init__(self) -> None:
        self.count = 0
        self.watch = Watch()

    def __call__(self, error: InputError) -> None:
        self.count += 1
        self.watch.failed(error)
        _say(f"onrecord: {error}")


@click.command("read")
@click.argument("inputs", nargs=-1, metavar="INPUTS...")
@click.option(
    "--format", "form", type=click.Choice(sorted(FORMATS)), default="terminal", show_default=True,
    help="How the records are printed.",
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Write there instead of to standard output.")
@click.option("--as-is", is_flag=True, help="Take the text exactly as it is: nothing is taken off.")
@click.option("--published", metavar="DATE", help="The publication date, before what the input says.")
@click.option("--outlet", metavar="NAME", help="The outlet, before what the input says.")
@click.option("--title", metavar="TEXT", help="The title, before what the input says.")
@click.option(
    "--columns", callback=_columns, metavar="OURS=YOURS,...",
    help="Which columns of a table are text, html, id, url, title, outlet, published, byline.",
)  # fmt: skip
@click.option(
    "--input-format", type=click.Choice(get_args(InputFormat)),
    help="Take the inputs as this, whatever their endings.",
)  # fmt: skip
@click.option(
    "--max-mb", type=click.IntRange(min=1), default=DEFAULT_MAX_BYTES // _MB, show_default=True,
    help="The limit for one article, in megabytes.",
)  # fmt: skip
@click.option(
    "--model", type=click.Choice(get_args(ModelName)), default="full", show_default=True,
    help="The model to read with: the full one, or a fast one for bulk.",
)  # fmt: skip
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), metavar="X", default=MIN_CONFIDENCE, show_default=True,
    help="Leave out statements and events that are less sure than this, from 0 to 1.",
)  # fmt: skip
@click.option(
    "--width", type=click.IntRange(min=20), metavar="COLUMNS", help="Width of the terminal's output."
)
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to read with."
)
@click.option(
    "--threads", type=click.IntRange(min=1), default=1, show_default=True,
    help="Threads that the model runs on, in each worker.",
)  # fmt: skip
@click.option(
    "--knowledge", metavar="FILE", help="A file of your own facts, which go before ours (docs/how-to)."
)
@click.option("--progress/--no-progress", "bar", default=None, help="Show progress on standard error.")
def command(
    *, inputs: tuple[str, ...], form: str, output: str | None, as_is: bool, published: str | None,
    outlet: str | None, title: str | None, columns: dict[str, str],
    input_format: InputFormat | None, max_mb: int, model: ModelName,
    min_confidence: float, width: int | None, workers: int, threads: int,
    knowledge: str | None, bar: bool | None,
) -> None:  # fmt: skip
    """Read articles and print their records.

    INPUTS are files (.txt .html .jsonl .csv .parquet, each also .gz or .zst), folders, quoted
    patterns ('news/**/*.html'), http(s) addresses, or - for standard input.

    What fails is said on standard error and the others go on. Exit status: 0 all read, 1 some
    failed, 2 unusable arguments.
    """
    if not inputs:
        raise UsageError(message("nothing-named"))
    failures = _Failures()
    records = read_many(
        inputs, workers=workers, on_error=failures, as_is=as_is, published=published, outlet=outlet,
        title=title, columns=columns, input_format=input_format, max_bytes=max_mb * _MB, model=model,
        min_confidence=min_confidence, threads=threads, knowledge=knowledge,
    )  # fmt: skip
    counted = _Counted(records)
    beside_output = (not output or output == STDOUT) and sys.stdout is not None and sys.stdout.isatty()
    with progress(inputs, show=bar, beside_output=beside_output) as failures.watch:
        options = {"width": width} if form == "terminal" else {}
        print_records(failures.watch(counted), form, output, inputs, **options)
    if failures.count:
        total = counted.count + failures.count
        _say(f"onrecord: read {counted.count} of {total} articles; {failures.count} failed")
        click.get_current_context().exit(1)


class _Counted:
    """Passes records on and counts them."""

    def __init__(self, records: Iterator[Record]) -> None:
        self.records = records
        self.count = 0

    def __iter__(self) -> Iterator[Record]:
        for record in self.records:
            self.count += 1
            yield record
