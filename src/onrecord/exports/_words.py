"""A record's codes in plain words, the same ones in the terminal and on the page."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import get_args

from msgspec import structs

from onrecord.record import Entity, Record, Span, Standing, Statement, StatementType, Time, When

PUBLISHED_FROM = {
    "argument": "as given",
    "row": "from the table's row",
    "html-meta": "from the page's metadata",
    "json-ld": "from the page's structured data",
    "feed": "from the feed",
    "sitemap": "from the sitemap",
    "header-line": "from the header line",
    "dateline": "from the dateline",
    "url": "from the address",
}
"""`Article.published_from` in words."""

CONFIDENCE = ((0.95, "almost certain"), (0.85, "very likely"), (0.7, "likely"), (0.5, "more likely than not"))
"""Lowest confidence for each word; what is below the last is doubtful."""

_AFTER_PLACE = re.compile(
    r"\s*(?:[(\[][^()\[\]]*[)\]]\s*)?(?:[,.]?\s*(?:[A-Z][a-z]{2,8}\.? )?\d[^()]*?)?"
    r"(?:[(\[][^()\[\]]*[)\]]\s*)?"
    r"\s*(?:[—–―:/-]+\s*)?$"
)
"""What a dateline prints behind its place: agency, day and dash."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

JOINT = " … "
"""Between the pieces of a discontinuous span."""


def confidence_words(confidence: float) -> str:
    """How sure, in words: from `almost certain` to `doubtful`."""
    return next((word for least, word in CONFIDENCE if confidence >= least), "doubtful")


def confidence_number(confidence: float) -> str:
    """The confidence with two digits: `0.97`. It is never rounded up to 1."""
    return f"{min(confidence, 0.99) if confidence < 1 else 1:.2f}"


def date_words(value: str) -> str:
    """An ISO date of any precision in words: `19 February 2025`, `February 2025`; other values unchanged."""
    parts = value[:10].split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or value[10:11] not in {"", "T"}:
        return value
    if [len(part) for part in parts] not in ([4, 2], [4, 2, 2]) or not 1 <= int(parts[1]) <= len(MONTHS):
        return value
    day = f"{int(parts[2])} " if len(parts) > len("ym") else ""
    clock = f", {value[11:]}" if len(value) > len("2025-02-19T") else ""
    return f"{day}{MONTHS[int(parts[1]) - 1]} {parts[0]}{clock}"


def days(time: Time | When) -> str:
    """The days covered: `2025-02-18`, `2025-03-01 to 2025-05-31`, `since 2025-01-01`; empty when unknown."""
    if time.from_ and time.to:
        return time.from_ if time.from_ == time.to else f"{time.from_} to {time.to}"
    if time.from_:
        return f"since {time.from_}"
    return f"until {time.to}" if time.to else ""


def joined(spans: Iterable[Span]) -> str:
    """The texts of the spans, with an ellipsis where the article says something between them."""
    return JOINT.join(span.text for span in spans)


def named(ids: Iterable[str], entities: dict[str, Entity]) -> list[str]:
    """The names of the entities; an id that is in no entity stands for itself."""
    return [entities[id_].name if id_ in entities else id_ for id_ in ids]


def by_id(record: Record) -> dict[str, Entity]:
    """The record's entities by their ids. Those that share a name have the id behind it: two stay two."""
    bearers = Counter(entity.name for entity in record.entities)
    return {
        one.id: structs.replace(one, name=f"{one.name} ({one.id})") if bearers[one.name] > 1 else one
        for one in record.entities
    }


def who(statement: Statement, entities: dict[str, Entity]) -> str:
    """The speakers' names, else the source as the article words it, else that nobody is named."""
    names = named(statement.speakers or ([statement.speaker] if statement.speaker else []), entities)
    return ", ".join(names) or joined(statement.source) or "Nobody named"


def deed(statement: Statement) -> str:
    """The act, with `not` where the statement says that it was not done: `confirm`, `not confirm`."""
    return statement.act if statement.polarity == "positive" else f"not {statement.act}"


def when(time: When | None) -> str:
    """A resolved time in words, marked where it is inferred: `19 February 2025 (inferred)`."""
    if time is None:
        return ""
    return date_words(time.value) + (" (inferred)" if time.how == "inferred" else "")


def plural(number: int, noun: str) -> str:
    """`no statements`, `1 statement`, `2 countries`."""
    ending = "" if number == 1 else "s"
    return f"{number or 'no'} " + (f"{noun[:-1]}ies" if ending and noun.endswith("y") else noun + ending)


def together(counts_: Mapping[str, int]) -> str:
    """Counts by noun in words: `5 groups, 1 place`."""
    return ", ".join(plural(number, noun) for noun, number in counts_.items() if number)


def dateline(record: Record) -> str:
    """Where the report was filed from: the place's name, else as its dateline prints it; else empty."""
    line = record.article.dateline
    if line is None:
        return ""
    return named([line.place], by_id(record))[0] if line.place else _AFTER_PLACE.sub("", line.text).strip()


def counts(record: Record) -> list[str]:
    """What the record holds: `8 statements (8 mixed)`, `2 events (1 happened, 1 denied)`, `7 times`."""
    statements = _count("statement", (one.type for one in record.statements), get_args(StatementType))
    events = _count("event", (one.standing for one in record.events), get_args(Standing))
    return [statements, events, plural(len(record.times), "time")]


def _count(noun: str, kinds: Iterable[str], order: Iterable[str]) -> str:
    found = Counter(kinds)
    split = ", ".join(f"{found[kind]} {kind}" for kind in order if found[kind])
    return plural(found.total(), noun) + (f" ({split})" if split else "")
