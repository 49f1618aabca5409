"""`onrecord who`: whom a name, title or description stands for on a day."""

import sys
from collections.abc import Iterator
from contextlib import suppress

import click
import msgspec

from onrecord.cli import drop_output
from onrecord.errors import UsageError, message
from onrecord.exports._safe import one_line
from onrecord.knowledge.base import Knowledge, get_knowledge
from onrecord.record import Entity, Office, Who
from onrecord.resolution.who import who

_STDIN = "-"


@click.command("who")
@click.argument("text", required=False)
@click.option("--on", "day", metavar="DATE", help="The day asked for: 2025-02-19, 2025-02 or 2025.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="How the answer is printed; of standard input always as JSON lines.",
)  # fmt: skip
@click.option("--knowledge", "file", metavar="FILE", help="A CSV file of your own that overrides ours.")
def command(text: str | None, day: str | None, form: str, file: str | None) -> None:
    """Tell whom a name, title, description or place stands for on a day.

    TEXT is a name ("Putin"), a title with a name, a description ("the French president"), a seat of power
    ("the Kremlin") or any noun phrase. Without --on the last known state of the world answers.

    With - for TEXT, questions are read from standard input, one {"text": ..., "on": ...} a line, and the
    answers printed one a line. Lines that cannot be read are told on standard error, and the others go on.
    Exit status: 0 all answered, 1 some lines failed, 2 unusable arguments.
    """
    if text is None:
        raise UsageError(message("who-nothing"))
    knowledge = get_knowledge(file)
    if text == _STDIN:
        sys.exit(_stream(day, knowledge))
    found = who(text, day, knowledge=knowledge)
    click.echo(msgspec.json.encode(found).decode() if form == "json" else "\n".join(_lines(found)))


def _stream(day: str | None, knowledge: Knowledge) -> int:
    """Answer the questions of standard input; the exit status."""
    failed = 0
    for row, line in _questions():
        try:
            text, on = _question(line)
            answer = who(text, day if on is None else on, knowledge=knowledge)
        except UsageError as error:
            failed += 1
            with suppress(OSError):
                click.echo(f"onrecord: {message('who-line', row=row, detail=one_line(str(error)))}", err=True)
            continue
        try:
            click.echo(msgspec.json.encode(answer).decode())
        except BrokenPipeError:  # its reader has seen enough, as `head` does
            drop_output()
            break
    return 1 if failed else 0


def _questions() -> Iterator[tuple[int, bytes]]:
    """The lines of standard input that are not empty, with their numbers."""
    for row, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            yield row, line


def _question(line: bytes) -> tuple[str, str | None]:
    """The text and the day of a line. Raises `UsageError` where it has none."""
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(message("row-json", detail=error)) from error
    if not isinstance(row, dict):
        raise UsageError(message("row-object", what=type(row).__name__))
    text, on = row.get("text"), row.get("on")
    if not isinstance(text, str):
        raise UsageError(message("who-text"))
    if on is not None and not isinstance(on, str):
        raise UsageError(message("bad-date", value=on))
    return text, on


def _lines(found: Who) -> Iterator[str]:
    """The answer as a person reads it."""
    if found.entity:
        yield from _entity_lines(found.entity)
    elif found.candidates:
        yield "not sure; it may be"
    else:
        yield "unknown: neither the knowledge nor the words tell who is meant"
    for candidate in found.candidates:
        entity = candidate.entity
        parts = (f"{candidate.confidence:4.2f}", one_line(entity.name), entity.id, _office_of(entity))
        yield f"  {'  '.join(part for part in parts if part)}"


def _entity_lines(entity: Entity) -> Iterator[str]:
    yield f"{one_line(entity.name)}  ({entity.kind}, {entity.id})"
    if entity.country:
        yield f"  country  {entity.country}"
    if entity.sectors:
        yield f"  sectors  {' '.join(entity.sectors)}"
    for office in entity.offices:
        yield f"  office   {office.title} ({_days(office)})"
    if entity.description and not entity.offices:
        yield f"  that is  {one_line(entity.description)}"
    if entity.lat is not None:
        yield f"  place    {entity.lat}, {entity.lon}"
    if entity.unnamed:
        yield "  unnamed: no one person of this description is known for the day"


def _office_of(entity: Entity) -> str:
    if not entity.offices:
        return entity.description or ""
    return f"{entity.offices[0].title} ({_days(entity.offices[0])})"


def _days(office: Office) -> str:
    if office.since and office.until:
        return f"{office.since} to {office.until}"
    return (
        f"since {office.since}"
        if office.since
        else f"until {office.until}"
        if office.until
        else "days unknown"
    )
