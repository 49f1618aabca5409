"""The CSV form of knowledge made by hand: our own files and a user's (`--knowledge FILE`)."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from onrecord.errors import KnowledgeError, message
from onrecord.knowledge import dates
from onrecord.knowledge.roles import SECTORS
from onrecord.knowledge.store import WIKIDATA_ID

COLUMNS = (
    "kind", "name", "aliases", "wikidata", "gender", "country", "sectors", "office", "role", "of", "since",
    "until",
    "known_until", "source",
)  # fmt: skip
KINDS = ("person", "organisation", "metonym")
PLOVER = frozenset(
    [
        "GOV",
        "LEG",
        "JUD",
        "MIL",
        "COP",
        "SPY",
        "PTY",
        "OPP",
        "REB",
        "PRM",
        "UAF",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "REL",
        "SOC",
        "AGR",
        "PRE",
        "UNK",
    ]
)
_COUNTRY = re.compile(r"[A-Z]{3}")


class OwnRow(Struct, frozen=True):
    """One row: an entity, and an office that it held if `office` is not empty. Days are ISO prefixes.

    `file` and `line` (from 1) say where it stands. See data/README.md for the columns.
    """

    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    wikidata: str = ""
    gender: str = ""
    country: str = ""
    sectors: tuple[str, ...] = ()
    office: str = ""
    role: str = ""
    of: str = ""
    since: str = ""
    until: str = ""
    known_until: str = ""
    source: str = ""
    file: str = ""
    line: int = 0


def read_rows(path: Path) -> Iterator[OwnRow]:
    """The rows of a CSV file. Raises KnowledgeError, which names the line, at the first that is unusable."""
    for row in scan(path):
        if isinstance(row, KnowledgeError):
            raise row
        yield row


def scan(path: Path) -> Iterator[OwnRow | KnowledgeError]:
    """The rows of a CSV file, those that are unusable as the error that says why."""
    file = str(path)
    try:
        # Not splitlines(): a name may hold a character that it takes for a line's end.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        yield KnowledgeError(file, message("unreadable", detail=error.strerror))
        return
    except UnicodeDecodeError as error:
        yield KnowledgeError(file, message("knowledge-text", detail=error.reason))
        return
    kept = [
        (number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")
    ]
    if not kept or kept[0][1].rstrip("\r").split(",") != list(COLUMNS):
        yield KnowledgeError(
            file, message("knowledge-header", columns=",".join(COLUMNS)), row=kept[0][0] if kept else 1
        )
        return
    for number, line in kept[1:]:
        yield _row(file, number, line)


def _row(file: str, number: int, line: str) -> OwnRow | KnowledgeError:
    try:
        cells = [cell.strip() for cell in next(csv.reader([line], strict=True))]
    except csv.Error as error:
        return KnowledgeError(file, message("row-csv", detail=error), row=number)
    if len(cells) != len(COLUMNS):
        problem = message("knowledge-cells", found=len(cells), wanted=len(COLUMNS))
        return KnowledgeError(file, problem, row=number)
    row = _filled(dict(zip(COLUMNS, cells, strict=True)), file, number)
    wrong = problem_of(row)
    return KnowledgeError(file, wrong, row=number) if wrong else row


def _filled(cells: dict[str, str], file: str, number: int) -> OwnRow:
    def values(name: str) -> tuple[str, ...]:
        return tuple(filter(None, map(str.strip, cells[name].split("|"))))

    plain = {name: cells[name] for name in COLUMNS if name not in {"aliases", "sectors"}}
    return OwnRow(**plain, aliases=values("aliases"), sectors=values("sectors"), file=file, line=number)


def problem_of(row: OwnRow) -> str | None:  # noqa: PLR0911  # one return a problem
    """What makes a row unusable, and how to mend it; None where nothing does."""
    if row.kind not in KINDS:
        return message(
            "knowledge-value", column="kind", value=row.kind, wanted="person, organisation or metonym"
        )
    if not row.name:
        return message("knowledge-name")
    if row.wikidata and not WIKIDATA_ID.fullmatch(row.wikidata):
        return message(
            "knowledge-value", column="wikidata", value=row.wikidata, wanted="an id such as Q42, or nothing"
        )
    if row.gender not in {"", "f", "m"}:
        return message("knowledge-value", column="gender", value=row.gender, wanted="f, m or nothing")
    if row.country and not _COUNTRY.fullmatch(row.country):
        wanted = "three capitals: ISO 3166-1 alpha-3, or EUR, UNO, IGO, NGO, MNC, ISM, IMG"
        return message("knowledge-value", column="country", value=row.country, wanted=wanted)
    for sector in row.sectors:
        if sector not in PLOVER:
            wanted = "sectors of PLOVER joined by |, such as GOV or MIL"
            return message("knowledge-value", column="sectors", value=sector, wanted=wanted)
    if row.kind == "metonym" and row.role not in {"", "strong", "weak"}:
        return message(
            "knowledge-value", column="role", value=row.role, wanted="strong or weak for a metonym"
        )
    if row.kind != "metonym" and row.role and row.role not in SECTORS:
        return message(
            "knowledge-value", column="role", value=row.role, wanted="one of: " + ", ".join(SECTORS)
        )
    return _problem_of_days(row)


def _problem_of_days(row: OwnRow) -> str | None:
    for column in ("since", "until", "known_until"):
        value = getattr(row, column)
        try:
            dates.number(value)
        except ValueError:
            return message("bad-date", value=value)
    if row.since and row.until and dates.last(dates.number(row.until)) < dates.first(dates.number(row.since)):
        return message("knowledge-order", since=row.since, until=row.until)
    return None
