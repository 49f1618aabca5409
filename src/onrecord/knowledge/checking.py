"""What is doubtful in knowledge made by hand: unusable rows, overlaps, gaps, offices open for ever."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Literal

from msgspec import Struct

from onrecord.errors import KnowledgeError
from onrecord.knowledge import dates
from onrecord.knowledge.countries import country
from onrecord.knowledge.names import fold
from onrecord.knowledge.roles import EXCLUSIVE, role_of
from onrecord.knowledge.rows import OwnRow, scan

NON_STATES = frozenset({"EUR", "UNO", "IGO", "NGO", "MNC", "ISM", "IMG"})
_LONGEST_GAP = 31
_HANDOVER = 7
"""Days by which sources differ over a hand-over."""

FindingKind = Literal["wrong", "overlap", "gap"]


class Finding(Struct, frozen=True):
    """What is wrong or doubtful in a line (from 1) of a file. A gap may be true."""

    kind: FindingKind
    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.kind}: {self.text}"


def check(paths: Iterable[Path]) -> list[Finding]:
    """All findings in CSV files of our form, those of several files taken together; in the order of lines."""
    rows: list[OwnRow] = []
    found: list[Finding] = []
    for path in paths:
        for row in scan(path):
            if isinstance(row, KnowledgeError):
                found.append(Finding("wrong", row.where, row.row or 1, row.problem))
            else:
                rows.append(row)
                found += [Finding("wrong", row.file, row.line, text) for text in _doubts(row)]
    found += _between(rows)
    return sorted(found, key=lambda finding: (finding.file, finding.line, finding.text))


def _doubts(row: OwnRow) -> Iterator[str]:
    """What is wrong within one row, besides what makes it unusable."""
    if row.country and row.country not in NON_STATES and country(row.country) is None:
        yield f"{row.country!r} is no country: ISO 3166-1 alpha-3, or one of {', '.join(sorted(NON_STATES))}"
    if row.kind == "person" and (row.role or row.since or row.until) and not row.office:
        yield "a role or days without an office: name the office"
    if row.kind == "metonym" or not row.office:
        return
    if not row.country:
        yield "an office without a country"
    if not row.source:
        yield "no source: name the page or file that says so"
    if not row.until and not row.known_until:
        yield "open for ever: fill in until, or known_until, the last day that the source vouches for"
    if (
        row.since
        and row.known_until
        and not row.until
        and row.known_until < row.since[: len(row.known_until)]
    ):
        yield f"known until {row.known_until}, before it begins ({row.since})"


def _between(rows: Iterable[OwnRow]) -> Iterator[Finding]:
    """What is wrong between the rows of one office that only one can hold."""
    groups: dict[tuple[str, ...], list[OwnRow]] = defaultdict(list)
    for row in rows:
        role = row.role or role_of(row.office, row.country)
        if (
            row.kind == "person"
            and row.office
            and row.since
            and (role in EXCLUSIVE or (role == "chief" and row.of))
        ):
            # Two chambers have two speakers; a body has one chief of each title.
            title = fold(row.office) if role in {"speaker", "chief"} else ""
            groups[row.country, role, row.of, title].append(row)
    for (_, role, _, _), group in groups.items():
        group.sort(key=_term)
        for one, other in pairwise(group):
            yield from _pair(one, other, role)


def _term(row: OwnRow) -> tuple[int, int]:
    """By which terms are ordered: a month or year of beginning may mean its last day."""
    end = row.until or row.known_until
    return dates.last(dates.number(row.since)), dates.first(dates.number(end)) if end else dates.FOREVER


def _pair(one: OwnRow, other: OwnRow, role: str) -> Iterator[Finding]:
    end = one.until or one.known_until
    if not end:
        return
    days = _days(end, other.since)
    same = fold(one.name) == fold(other.name)
    if days < -_HANDOVER and _certain(end, other.since):
        what = "again" if same else f"{one.name} until {end}"
        yield Finding(
            "overlap",
            other.file,
            other.line,
            f"{role} of {other.country} since {other.since}: {what} (line {one.line})",
        )
    elif days > _LONGEST_GAP and one.until:
        yield Finding(
            "gap", other.file, other.line, f"nobody is {role} of {other.country} from {end} to {other.since}"
        )


def _certain(end: str, since: str) -> bool:
    """Whether an end is after a beginning whatever days a month or year stands for."""
    return dates.first(dates.number(end)) > dates.last(dates.number(since))


def _days(one: str, other: str) -> int:
    return (_date(other) - _date(one)).days


def _date(day: str) -> date:
    number = dates.first(dates.number(day))
    return date(number // 10000, number // 100 % 100, number % 100)
