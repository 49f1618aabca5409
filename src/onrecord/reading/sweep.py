"""Takes what is no part of an article out of its paragraphs, and keeps it as data."""

import re
from collections.abc import Iterable
from typing import Final

from onrecord.reading.boilerplate import drop_reason
from onrecord.reading.credits import caption_credits, credit_key, is_caption, read_credit
from onrecord.reading.headers import DateLine, read_date_line
from onrecord.reading.parts import Parts
from onrecord.record import Credit, Dropped, DropReason

_JOB: Final = (
    r"(?:reporter|editor|correspondent|writer|journalist|columnist|professor|lecturer|fellow|contributor|"
    r"author|analyst|"
    r"critic|director|freelancer|bureau chief|producer|commentator|researcher|historian|founder|"
    r"consultant|host|photographer|broadcaster|novelist|academic)"
)
_BIO: Final = re.compile(
    rf"(?P<name>(?:Dr\.? |Prof\.? |Sir )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}}),? (?:\([^)]*\) )?(?:is|"
    rf"was|has been|covers|writes|reports|joined|works)\b"
    rf"[^\n]{{0,120}}?(?:\b{_JOB}\b|\bcover(?:s|ing)\b|\bbased in\b)"
)
_QUOTED: Final = re.compile(r"[“\"]")
_SAYING: Final = re.compile(r"\b(?:sa(?:id|ys)|told|tells|add(?:ed|s)|according to)\b")
_SPACED: Final = 3
"""A line with marks and spaces is at most so many times as long as the same words without."""
_RECENT: Final = 50
"""A line or credit is noted once among so many; looking through all would cost the square of their number."""
_LONGEST_LIST: Final = 12
_HEADLINE: Final = 120
_ENDS: Final = frozenset((".", "”", '"'))
_LIST_LABELS: Final = frozenset(("related", "read-more"))
_LAST: Final = 3
"""An author's description is one of so many paragraphs at the end."""


def take(parts: Parts, text: str, why: DropReason, found: Iterable[Credit] = ()) -> None:
    """Note a line that is no part of the text, with the credits it prints."""
    line = Dropped(text=text.strip(), why=why)
    if line not in parts.dropped[-_RECENT:]:
        parts.dropped.append(line)
    known = {credit_key(credit) for credit in parts.credits[-_RECENT:]}
    parts.credits += [credit for credit in found if credit_key(credit) not in known]


def note_date(parts: Parts, text: str, date: DateLine) -> None:
    """Note a date line; the date of publication stands before that of a change."""
    if date.value and (parts.published is None or (parts.published_modified and not date.modified)):
        parts.published, parts.published_from = date.value, "header-line"
        parts.published_modified = date.modified
    if text:
        take(parts, text, "header-line")


def sweep(parts: Parts, paragraphs: Iterable[str]) -> list[str]:
    """The paragraphs that are the article's; the others go to `parts.dropped` and `parts.credits`."""
    kept: list[str] = []
    waiting = list(paragraphs)
    for number, text in enumerate(waiting):
        if len(waiting) - number <= _LONGEST_LIST and _heads_list(text, waiting[number + 1 :]):
            for line in waiting[number:]:
                take(parts, line, "related")
            break
        if not _swept(parts, text):
            kept.append(text)
    while kept and _is_repeated_title(kept[0], parts.title) and len(kept) > 1:
        take(parts, kept.pop(0), "title")
    return _without_bios(parts, kept)


def _heads_list(text: str, after: list[str]) -> bool:
    """Whether a line heads a list of other stories that ends the page."""
    if len(text) > _HEADLINE or drop_reason(text) != "related":
        return False
    return all(map(_is_headline, after))


def _is_headline(line: str) -> bool:
    return len(line) <= _HEADLINE and line[-1:] not in _ENDS


def _swept(parts: Parts, text: str) -> bool:
    """Whether a paragraph went. Of one with several lines, all of them must be furniture."""
    label, *links = text.split("\n")
    if links and drop_reason(label) in _LIST_LABELS and all(map(_is_headline, links)):
        for line in (label, *links):
            take(parts, line, "related")
        return True
    if found := read_credit(text):
        take(parts, text, "credit", found)
        return True
    if why := drop_reason(text):
        take(parts, text, why, caption_credits(text) if why == "caption" else ())
        return True
    if is_caption(text):
        take(parts, text, "caption", caption_credits(text))
        return True
    if (date := read_date_line(text)) and date.labelled and not date.rest:
        note_date(parts, text, date)
        return True
    return False


def _is_repeated_title(text: str, title: str | None) -> bool:
    return title is not None and same_words(text, title)


def same_words(one: str, other: str) -> bool:
    """Whether two lines have the same letters and digits, whatever their case and marks."""
    short, long = sorted((len(one), len(other)))
    return long <= _SPACED * short + _SPACED and _bare(one) == _bare(other) != ""


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _without_bios(parts: Parts, kept: list[str]) -> list[str]:
    """The paragraphs without the descriptions of the authors among the last ones."""
    for position in range(len(kept) - 1, max(0, len(kept) - 1 - _LAST), -1):
        if _is_bio(kept[position], parts.byline):
            take(parts, kept.pop(position), "other")
    return kept


def _is_bio(text: str, byline: tuple[str, ...]) -> bool:
    """Whether a paragraph describes one of the authors."""
    found = _BIO.match(text)
    if not found or (_QUOTED.search(text) and _SAYING.search(text)):
        return False
    return any(_same_person(found["name"], name) for name in byline)


def _same_person(name: str, author: str) -> bool:
    words, known = name.casefold().split(), author.casefold().split()
    return bool(words) and bool(known) and (words == known or words[-1] == known[-1] or words == known[:1])
