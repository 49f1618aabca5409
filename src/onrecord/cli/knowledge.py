"""`onrecord knowledge`: what the knowledge holds, and whether a file of one's own is sound."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from onrecord.errors import UsageError, message
from onrecord.exports._safe import one_line
from onrecord.knowledge.base import Holding, Knowledge, Organisation, Person, get_knowledge
from onrecord.knowledge.checking import check as find_doubts
from onrecord.knowledge.store import FOLDER

_FILE = click.option(
    "--knowledge", "file", metavar="FILE", help="A CSV file of your own that overrides ours."
)
_FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="How it is printed.",
)  # fmt: skip


@click.group("knowledge")
def command() -> None:
    """Look into the knowledge: people and their offices, organisations, and files of your own."""


@command.command("show")
@click.argument("wikidata", metavar="ID")
@_FORMAT
@_FILE
def show(wikidata: str, form: str, file: str | None) -> None:
    """Show a person or organisation with all that is known of it and where each fact is from.

    ID is Wikidata's, such as Q7747.
    """
    knowledge = get_knowledge(file)
    found = knowledge.person(wikidata) or knowledge.organisation(wikidata)
    if found is None:
        raise UsageError(message("knowledge-unknown", value=wikidata))
    if form == "json":
        click.echo(json.dumps(_all(found, knowledge), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_lines(found, knowledge)))


@command.command("search")
@click.argument("text")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="The most to list.")
@_FORMAT
@_FILE
def search(text: str, limit: int, form: str, file: str | None) -> None:
    """List the people and organisations of a name or surname, those most in the news first."""
    knowledge = get_knowledge(file)
    text = text.strip()
    found: list[Person | Organisation] = [*knowledge.find_persons(text), *knowledge.surnamed(text)]
    found += knowledge.find_organisations(text)
    unique = list({entity.key: entity for entity in found}.values())[:limit]
    if form == "json":
        click.echo(json.dumps([_all(entity, knowledge) for entity in unique], ensure_ascii=False, indent=1))
        return
    for entity in unique:
        click.echo(_one_line(entity, knowledge))
    if not unique:
        click.echo("nothing of this name is known")


@command.command("check")
@click.argument("files", nargs=-1, metavar="[FILE...]", type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check files of your own, or ours: unusable rows, impossible days, overlaps and gaps.

    Overlaps and gaps are of offices that one person holds at a time; a gap may be true. Exit status: 0
    nothing is wrong, 1 something is.
    """
    if missing := [file for file in files if not file.is_file()]:
        raise UsageError(f"{missing[0]}: {message('missing')}")
    findings = find_doubts(files or sorted((FOLDER.parent / "own").glob("*.csv")))
    for finding in findings:
        click.echo(one_line(str(finding)))
    sys.exit(any(finding.kind != "gap" for finding in findings))


def _all(entity: Person | Organisation, knowledge: Knowledge) -> dict[str, object]:
    """An entity with its aliases and offices, as JSON has it."""
    found: dict[str, object] = msgspec.to_builtins(entity)
    del found["key"]
    found["kind"] = "person" if isinstance(entity, Person) else "organisation"
    found["aliases"] = knowledge.aliases(entity)
    if isinstance(entity, Person):
        found["offices"] = [msgspec.to_builtins(holding) for holding in knowledge.holdings(entity)]
    return found


def _lines(entity: Person | Organisation, knowledge: Knowledge) -> Iterator[str]:
    yield _title(entity)
    aliases = knowledge.aliases(entity)
    if aliases:
        yield f"  also     {one_line(', '.join(aliases))}"
    if isinstance(entity, Person) and (entity.born or entity.died):
        yield (
            f"  lived    {entity.born or '?'} to {entity.died or '?'}"
            if entity.died
            else f"  born     {entity.born}"
        )
    if entity.sectors:
        yield f"  sectors  {' '.join(entity.sectors)}"
    yield f"  source   {one_line(entity.source)}"
    for holding in knowledge.holdings(entity) if isinstance(entity, Person) else ():
        yield f"  {_days(holding):<26} {one_line(holding.title)}  [{holding.role}]"
        yield f"  {'':<26} {one_line(holding.source)}"


def _one_line(entity: Person | Organisation, knowledge: Knowledge) -> str:
    held = knowledge.holdings(entity) if isinstance(entity, Person) else []
    last = f"  {held[-1].title} ({_days(held[-1])})" if held else ""
    return one_line(_title(entity) + last)


def _title(entity: Person | Organisation) -> str:
    kind = "person" if isinstance(entity, Person) else "organisation"
    parts = [kind, entity.country, entity.wikidata]
    return f"{one_line(entity.name)}  ({', '.join(part for part in parts if part)})"


def _days(holding: Holding) -> str:
    """The days of an office: an open one is known until its source was last seen, and no longer."""
    end = holding.until or (f"known until {holding.known_until}" if holding.known_until else "end unknown")
    return f"{holding.since or '?'} to {end}" if holding.until else f"{holding.since or '?'}, {end}"
