"""A record for reading in a terminal; plain text, the same everywhere, when it is not one."""

import os
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from io import StringIO
from itertools import compress
from typing import IO, TextIO, TypeVar

from rich.box import Box
from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from onrecord.exports import _annotated, _events, _who, _words
from onrecord.exports._safe import one_line
from onrecord.record import Record, When

PLAIN_WIDTH = 80
"""Columns where nobody says and there is no terminal to ask."""

LEAST_WIDTH = 20
TABLE_WIDTH = 72
"""Columns from which statements fit in a table; below, they are listed."""

MOST_WHO, MOST_WHERE = 24, 8
"""So many entities are listed, and so many places; the others are counted."""

REST = 0
"""The width of the column that takes what the others leave."""

Row = tuple[str, ...]
T = TypeVar("T")


def write(
    records: Iterable[Record], stream: IO[bytes], *, width: int | None = None, color: bool | None = None
) -> None:
    """Write the records one after the other, UTF-8. `color` None means: if the stream is a terminal."""
    live = stream.isatty() and os.environ.get("TERM") != "dumb"
    if color is None:
        color = live and not os.environ.get("NO_COLOR")
    if width is None:
        width = shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns if live else PLAIN_WIDTH
    for number, record in enumerate(records):
        page = StringIO("\n" if number else "")
        page.seek(0, 2)
        render(record, page, width=width, color=color)
        stream.write(page.getvalue().encode("utf-8", "replace"))
        stream.flush()


def render(record: Record, stream: TextIO, *, width: int | None = None, color: bool = False) -> None:
    """Write one record: header, annotated article, statements, events, who and where, times, notes.

    Without `color` there are no escape codes and no boxes, spans stand in marked brackets, and the same
    record gives the same text on any machine. `width` is in columns, 80 when None.
    """
    page = StringIO()
    console = _console(page, max(width or PLAIN_WIDTH, LEAST_WIDTH), color=color)
    _header(console, record, color=color)
    _article(console, record, color=color)
    _statements(console, record)
    _acts(console, record)
    _entities(console, record)
    _times(console, record)
    _notes(console, record)
    stream.writelines(f"{line.rstrip()}\n" for line in page.getvalue().rstrip().split("\n"))


def _console(stream: TextIO, width: int, *, color: bool) -> Console:
    # The environment is left out, so that COLUMNS, NO_COLOR or a notebook change nothing here.
    return Console(
        file=stream, width=width, force_terminal=color, color_system="standard" if color else None,
        no_color=not color, legacy_windows=False, force_jupyter=False, markup=False, emoji=False,
        highlight=False, _environ={},
    )  # fmt: skip


def _header(console: Console, record: Record, *, color: bool) -> None:
    lines = Text("\n").join(Text(one_line(line)) for line in _header_lines(record))
    title = Text(one_line(record.article.title or "Untitled"), style="bold")
    if color:
        console.print(Panel(Text("\n").join([title, lines]), border_style="dim", padding=(0, 1)))
    else:
        console.print(title, "=" * min(title.cell_len, console.width), lines, sep="\n")
    console.print()


def _header_lines(record: Record) -> list[str]:
    article = record.article
    published = f"published {article.published or 'on an unknown day'}"
    if article.published and article.published_from:
        published += f" ({_words.PUBLISHED_FROM[article.published_from]})"
    language = f"language {article.language}" if article.language else None
    filed = f"filed from {place}" if (place := _words.dateline(record)) else None
    key = f"key {article.key}" if article.key else None
    about = " | ".join(filter(None, [article.outlet, published, filed, language, key]))
    credits_ = ", ".join(f"{credit.name} ({credit.kind})" for credit in article.credits)
    lines = [about, f"By {', '.join(article.byline)}" if article.byline else "", article.url or ""]
    return [*filter(None, lines), *([f"Credits: {credits_}"] if credits_ else [])]


def _article(console: Console, record: Record, *, color: bool) -> None:
    annotate = _annotated.styled if color else _annotated.bracketed
    for paragraph in annotate(record):
        console.print(paragraph, overflow="fold")
        console.print()
    if record.statements or record.times or record.events:
        console.print(_annotated.legend(color=color), style="dim" if color else "")
        console.print()


def _statements(console: Console, record: Record) -> None:
    entities = _words.by_id(record)
    rows: list[Row] = []
    for statement in record.statements:
        cue = f"“{_words.joined(statement.cue)}”" if statement.cue else ""
        how = ", ".join(filter(None, [statement.type, _words.deed(statement), cue]))
        who = _words.who(statement, entities) + (" (unnamed)" if statement.unnamed else "")
        what = _words.joined(statement.content) + (
            f" (within {statement.within})" if statement.within else ""
        )
        said = _day(statement.said)
        sure = _words.confidence_number(statement.confidence)
        rows.append((statement.id, who, how, what, said, sure))
    _table(
        console, "Statements", ("id", "who", "how", "what", "said", "sure"), rows, (8, 0.2, 14, REST, 10, 4)
    )


def _acts(console: Console, record: Record) -> None:
    entities, statements = _words.by_id(record), _events.by_id(record)
    rows: list[Row] = []
    for event in record.events:
        kind, code = _events.kind(event), _events.code(event)
        did = ", ".join(filter(None, [f"“{event.trigger.text}”: {kind}", code, _events.sizes(event)]))
        standing = [event.standing, "background" if event.background else ""]
        day = f"{event.time.value} {event.time.how}" if event.time else ""
        place = _words.named([event.place] if event.place else [], entities)
        row = (
            event.id,
            ", ".join(_words.named(event.actor, entities)) or "Nobody named",
            did,
            ", ".join(_words.named(event.recipient, entities)),
            ", ".join(filter(None, [*standing, _events.word(event, statements, entities)])),
            ", ".join(filter(None, [day, *place])),
            _words.confidence_number(event.confidence),
        )
        rows.append(row)
    heads = ("id", "who", "did", "to whom", "standing", "when, where", "sure")
    _table(console, "Events", heads, rows, (8, 0.16, REST, 0.15, 0.18, 0.16, 4))


def _times(console: Console, record: Record) -> None:
    rows: list[Row] = [
        (name, time.text, time.type, time.value or "unknown", _words.days(time))
        for name, time in zip(_annotated.time_ids(record), record.times, strict=True)
    ]
    _table(console, "Times", ("id", "text", "type", "value", "days covered"), rows, (8, 0.35, 9, 16, 0.33))


def _day(time: When | None) -> str:
    return "" if time is None else time.value + (" inferred" if time.how == "inferred" else "")


def _entities(console: Console, record: Record) -> None:
    found = _who.listed(record)
    who = [one for one in found if not one.is_place]
    where = [one for one in found if one.is_place]
    day = f" on {record.article.published}" if record.article.published else ""
    heads = ("who", "what", "country", "sectors", "mentions", "id")
    rows = [_entity(one) for one in (*who[:MOST_WHO], *where[:MOST_WHERE])]
    rest: Counter[str] = Counter(one.entity.kind for one in (*who[MOST_WHO:], *where[MOST_WHERE:]))
    _table(console, f"Who and where{day}", heads, rows, (0.26, REST, 7, 7, 8, 14), rest=rest)


def _entity(one: _who.Listed) -> Row:
    entity = one.entity
    name = entity.name + (" (unnamed)" if entity.unnamed else "")
    return name, one.what, entity.country or "", " ".join(entity.sectors), str(one.mentions), entity.id


def _notes(console: Console, record: Record) -> None:
    _list(console, "Warnings", [f"- {warning}" for warning in record.warnings])
    _list(
        console, "Not part of the article", [f"- {line.why}: {line.text}" for line in record.article.dropped]
    )


def _list(console: Console, title: str, lines: list[str]) -> None:
    if lines:
        _heading(console, title)
        for line in lines:
            console.print(Text(one_line(line)), overflow="fold")
        console.print()


def _heading(console: Console, title: str) -> None:
    console.print(Text(title, style="bold"), "-" * len(title), sep="\n")


def _table(
    console: Console, title: str, heads: Row, rows: list[Row], widths: tuple[float, ...], *,
    rest: Mapping[str, int] = {},
) -> None:  # fmt: skip
    """A table where the console is wide enough, else a list; columns without anything in them are left out.

    `widths` are the most that each column takes: columns, a share of all (below 1), or `REST`. `rest` counts
    by kind what is not among the rows.
    """
    if not rows:
        return
    filled = [any(cells) for cells in zip(*rows, strict=True)]
    heads, widths = _only(filled, heads), _only(filled, widths)
    rows = [_only(filled, row) for row in rows]
    _heading(console, f"{title} ({len(rows) + sum(rest.values())})")
    console.print(
        _grid(heads, rows, widths, console.width) if console.width >= TABLE_WIDTH else _blocks(heads, rows)
    )
    if rest:
        console.print(f"and {_words.together(rest)}; --format json or html has all")
    console.print()


def _only(keep: list[bool], row: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(compress(row, keep))


def _grid(heads: Row, rows: list[Row], widths: tuple[float, ...], width: int) -> Table:
    blank = "    \n"
    under = Box(blank * 2 + " -  \n" + blank * 5, ascii=True)
    table = Table(box=under, padding=(0, 1, 0, 0), pad_edge=False, expand=REST in widths, show_edge=False)
    for head, widest in zip(heads, widths, strict=True):
        most = int(widest * width) if widest < 1 else int(widest)
        table.add_column(Text(head), ratio=None if most else 1, max_width=most or None, overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    return table


def _blocks(heads: Row, rows: list[Row]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(overflow="fold")
    for row in rows:
        for head, cell in zip(heads, row, strict=True):
            if cell:
                table.add_row(head, Text(one_line(cell)))
        table.add_row()
    return table
