"""A plain text to the parts of its article: what stands above and below the body, and its paragraphs."""

import re
from typing import Final

from onrecord.knowledge.outlets import outlet_for
from onrecord.reading.boilerplate import drop_reason
from onrecord.reading.byline import agency_credits, read_byline
from onrecord.reading.credits import read_credit
from onrecord.reading.dateline import read_dateline
from onrecord.reading.headers import read_date_line
from onrecord.reading.paragraphs import paragraphs_of
from onrecord.reading.parts import Parts
from onrecord.reading.sweep import same_words, sweep, take

_TITLE_LENGTH: Final = 220
_HEADER_LINES: Final = 14
"""A header has at most so many lines."""
_ENDS_SENTENCE: Final = re.compile(r"(?:[.;,]|[.,][\"”’')\]]+)$")
_TWO_SENTENCES: Final = re.compile(r"[a-z]{3,}[.!?][\"”’']? [A-Z“\"]")
_NAMED: Final = re.compile(
    r"(?i:support|subscribe to|member of|donate to|join|©|copyright|\(c\)|contribute to|supporter of|subscriber (?:of|to))"
    r"[\s\d©,–-]*(?P<name>(?:[Tt]he )?[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&-]*|of|the|and))*(?: [A-Z][\w’'&-]*)?)"
)
_NO_NAME: Final = frozenset(
    "our us this the independent quality journalism all rights reserved today now here by".split()
)


def read_plain(text: str, title: str | None = None) -> Parts:
    """The parts of a plain-text article; `title` is what a row already says it is."""
    parts = Parts(title=title)
    paragraphs = paragraphs_of(text)
    body = _header(parts, paragraphs)
    parts.paragraphs = sweep(parts, body)
    parts.outlet = parts.outlet or _outlet(parts)
    return parts


def _header(parts: Parts, paragraphs: list[str]) -> list[str]:
    """Reads the lines above the body; what comes back is the body, unknown lines of the header included."""
    kept: list[str] = []
    for number, text in enumerate(paragraphs[:_HEADER_LINES]):
        if _is_header_line(parts, text):
            continue
        if _is_title(parts, text, paragraphs[number + 1 :], is_first=not kept):
            parts.title = text.strip()
        elif parts.title and same_words(parts.title, text):
            take(parts, text, "title")
        elif _starts_body(text):
            return kept + paragraphs[number:]
        else:
            kept.append(text)
    return kept + paragraphs[_HEADER_LINES:]


def _is_header_line(parts: Parts, text: str) -> bool:
    """Whether a line is a date, byline, credit or banner; then it is noted."""
    if len(text) > 320:
        return False
    if date := read_date_line(text):
        return _note_date(parts, text, date.value, date.rest, modified=date.modified)
    if names := read_byline(text):
        parts.byline = parts.byline or names
        take(parts, text, "byline", agency_credits(names, text))
    elif credits := read_credit(text, heading=True):
        take(parts, text, "credit", credits)
    elif why := drop_reason(text):
        take(parts, text, why)
    else:
        return False
    return True


def _note_date(parts: Parts, text: str, value: str, rest: str, *, modified: bool) -> bool:
    """A date line, with the banner that may follow it on the same line."""
    why = drop_reason(rest) if rest else None
    if rest and why is None and read_byline(rest) == () and not read_date_line(rest):
        return False
    if value and (parts.published is None or not modified) and not (modified and parts.published):
        parts.published, parts.published_from = value, "header-line"
    take(parts, text[: len(text) - len(rest)] if rest else text, "header-line")
    if rest and why:
        take(parts, rest, why)
    elif rest:
        _is_header_line(parts, rest)
    return True


def _is_title(parts: Parts, text: str, after: list[str], *, is_first: bool) -> bool:
    """Whether a line is the headline: short, the first of its kind, no sentence, with a body behind it."""
    line = text.strip()
    if parts.title is not None or not is_first or not 4 <= len(line) <= _TITLE_LENGTH or "\n" in line:
        return False
    if _ENDS_SENTENCE.search(line) or _TWO_SENTENCES.search(line) or read_dateline(line):
        return False
    return line[-1] != ":" and any(_starts_body(later) for later in after)


def _starts_body(text: str) -> bool:
    """Whether a paragraph is running text: a whole sentence, or long."""
    line = text.rstrip()
    return len(line) > _TITLE_LENGTH or bool(
        re.search(r"[.!?…][\"”’'»)\]]*$", line) and len(line.split()) > 3
    )


def _outlet(parts: Parts) -> str | None:
    """The outlet that banners and copyright lines name."""
    for line in parts.dropped:
        if line.why in ("donation", "subscription", "copyright", "newsletter") and (
            found := _NAMED.search(line.text)
        ):
            name = found["name"].strip(" .,!")
            words = [word for word in name.split() if word.casefold() not in _NO_NAME]
            if (
                words
                and (len(name.split()) > 1 or outlet_for(name))
                and name.split()[0].casefold() not in _NO_NAME - {"the"}
            ):
                return name
    return None
