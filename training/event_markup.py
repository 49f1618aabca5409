"""Our own passages with events: texts and their labels, as `training/examples/events/README.md` describes."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from training.documents import Extent

CODES = Path(__file__).parents[1] / "src" / "onrecord" / "knowledge" / "data" / "plover.tsv"
STANDINGS = ("happened", "planned", "possible", "denied")
SIZES = ("dead", "injured", "arrested", "crowd")
_HEAD = re.compile(r"(?P<id>[a-z]+\d+-\d{3}) \| (?P<date>\d{4}-\d\d-\d\d) \| (?P<topic>[^|]+)")
_VALUE = re.compile(
    r"\d{4}(-(\d\d(-\d\d)?|W\d\d(-WE)?|SP|SU|FA|WI|Q[1-4]|H[12]))?(T\w+(:\d\d)?)?(/\d{4}(-\d\d){0,2})?"
)


class EventMarkupError(ValueError):
    """A passage whose labels are wrong; the message says where and how."""


class Labelled(NamedTuple):
    """An event of a passage. `type` is the act itself, before PLOVER's rules look at its standing."""

    type: str
    mode: str | None
    trigger: Extent
    actors: tuple[Extent, ...]
    recipients: tuple[Extent, ...]
    standing: str
    background: bool = False
    by: Extent | None = None
    """The source on whose word it stands; None where it is the outlet's own."""
    time: Extent | None = None
    """The time expression, None where the day is inferred or unknown."""
    day: str | None = None
    """The event's TIMEX3 value; None where the passage does not tell."""
    place: Extent | None = None
    contexts: tuple[str, ...] = ()
    sizes: tuple[tuple[str, int], ...] = ()


class Passage(NamedTuple):
    """A passage with its events, in the order in which they were labelled."""

    id: str
    published: str
    topic: str
    text: str
    events: tuple[Labelled, ...]


def codes() -> dict[str, set[str]]:
    """PLOVER's codes as the package has them: `event`, `context`, and each type's modes under its name."""
    found: dict[str, set[str]] = {}
    with CODES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found.setdefault(row["parent"] if row["kind"] == "mode" else row["kind"], set()).add(row["code"])
    return found


def read_passages(path: Path) -> Iterator[Passage]:
    """The passages of a file.

    Raises `EventMarkupError` naming the passage and what is wrong with it.
    """
    known = codes()
    for block in re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))[1:]:
        head, _, rest = block.partition("\n")
        try:
            yield _passage(head.strip(), rest, known)
        except ValueError as error:
            raise EventMarkupError(f"{path.name}: {head.split('|')[0].strip()}: {error}") from error


def _passage(head: str, rest: str, known: dict[str, set[str]]) -> Passage:
    match = _HEAD.fullmatch(head)
    if match is None:
        raise ValueError(f"the heading must be 'id | date | topic', not {head!r}")
    lines = rest.split("\n")
    text = "\n".join(line for line in lines if not line.startswith("@ ")).strip()
    events = tuple(_event(line[2:], text, known) for line in lines if line.startswith("@ "))
    return Passage(match["id"], match["date"], match["topic"].strip(), text, events)


def _event(line: str, text: str, known: dict[str, set[str]]) -> Labelled:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) < 4:  # noqa: PLR2004 - type, trigger, parties, standing
        raise ValueError(f"an event needs type | trigger | actors > recipients | standing: {line!r}")
    type_, _, mode = parts[0].partition("/")
    if type_ not in known["event"] or (mode and mode not in known.get(type_, ())):
        raise ValueError(f"no such type or mode: {parts[0]}")
    actors, arrow, recipients = parts[2].partition(">")
    standing, _, background = parts[3].partition(" ")
    if not arrow or standing not in STANDINGS or background not in {"", "background"}:
        raise ValueError(f"no such parties or standing: {parts[2]!r}, {parts[3]!r}")
    return Labelled(
        type_, mode or None, _find(parts[1], text), _all(actors, text), _all(recipients, text),
        standing, background == "background", **_fields(parts[4:], text, known),
    )  # fmt: skip


def _fields(parts: list[str], text: str, known: dict[str, set[str]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in parts:
        name, colon, value = (piece.strip() for piece in part.partition(":"))
        if not colon:
            raise ValueError(f"no such field: {part!r}")
        if name in {"by", "place"}:
            found[name] = _find(value, text)
        elif name == "time":
            said, _, day = (piece.strip() for piece in value.partition("="))
            if not _VALUE.fullmatch(day):
                raise ValueError(f"no such day: {value!r}")
            found |= {"time": _find(said, text) if said else None, "day": day}
        elif name == "in":
            found["contexts"] = tuple(one.strip() for one in value.split(","))
            if unknown := set(found["contexts"]) - known["context"]:
                raise ValueError(f"no such context: {min(unknown)}")
        elif name == "sizes":
            found["sizes"] = tuple(_size(one) for one in value.split(","))
        else:
            raise ValueError(f"no such field: {name!r}")
    return found


def _size(said: str) -> tuple[str, int]:
    name, _, number = said.strip().partition(" ")
    if name not in SIZES or not number.isdigit():
        raise ValueError(f"no such size: {said!r}")
    return name, int(number)


def _all(said: str, text: str) -> tuple[Extent, ...]:
    return tuple(_find(one.strip(), text) for one in said.split(";") if one.strip() not in {"", "-"})


def _find(said: str, text: str) -> Extent:
    """Where the words stand as whole words; `words#2` is the second place where they do."""
    words, _, number = said.partition("#")
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not words or not found:
        raise ValueError(f"not in the text: {said!r}")
    if not number and len(found) > 1:
        raise ValueError(f"{words!r} stands {len(found)} times: say which with #1 ... #{len(found)}")
    if number and not 0 < int(number) <= len(found):
        raise ValueError(f"{words!r} stands {len(found)} times only")
    return found[int(number or 1) - 1]
