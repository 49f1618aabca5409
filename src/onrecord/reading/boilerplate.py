"""Lines that publishers print around an article and that are no part of it.

The rules stand in `furniture.txt`. Each is about what such lines say, in any newspaper's words. A line
is furniture only when it is so from its first words and is short; a sentence that merely speaks of
newsletters, donations or members stays in the text.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, cast, get_args

from onrecord.record import DropReason

MAX_LENGTH: Final = 400
"""Longer lines are never furniture, in code points."""

_TABLE: Final = Path(__file__).with_name("furniture.txt")
_CAPITAL: Final = re.compile(r"\[A-Z@?\]")
_SECTION: Final = re.compile(r"\[([a-z-]+)\]")
_NAMED: Final = re.compile(r"<(\w+)>")
_LEAD_IN: Final = re.compile(r"[\s\[({*•·▶►»>|+\-–—_#☞→⬇]+")
_TRAIL: Final = "])}*»>→ \t\u00a0"
_ADDRESSING: Final = frozenset((
    "donation", "newsletter", "subscription", "share", "social", "read-more", "related", "comment",
))  # fmt: skip
"""Why a line goes that speaks to the reader; then it tells nothing that was."""
_REPORTED: Final = re.compile(
    r"\b(?:said|told|added|asked|wrote|insisted|warned|replied|according to|"
    r"(?:was|were) (?:the|a|an|how|what|one)|"
    r"had (?:been|to))\b",
)
_OPENING_MARKS: Final = "\"“”«»„'‘"


def drop_reason(line: str) -> DropReason | None:
    """Why `line` is no part of an article; None where it may be one. A rule of signs is furniture too."""
    if len(line) > MAX_LENGTH:
        return None
    lead = _LEAD_IN.match(line)
    bare = line[lead.end() if lead else 0 :].rstrip(_TRAIL)
    if not bare:
        return "other" if line.strip() else None
    if bare[0] in _OPENING_MARKS:
        return None
    rules = _furniture()
    found = rules.openings.match(bare)
    if found and found.lastgroup:
        why = rules.reasons[found.lastgroup]
        return None if why in _ADDRESSING and _reports(line) else why
    return next((why for word, rule, why in rules.guarded if word in bare and rule.match(bare)), None)


def _reports(line: str) -> bool:
    """Whether a line is a whole sentence that tells of something past."""
    return line.rstrip()[-1:] in '.”"' and bool(_REPORTED.search(line))


class _Rules(NamedTuple):
    """The rules as one expression, a group a section; each group's reason; the rules that wait for a word."""

    openings: re.Pattern[str]
    reasons: dict[str, DropReason]
    guarded: list[tuple[str, re.Pattern[str], DropReason]]


@cache
def _furniture() -> _Rules:
    names: dict[str, str] = {}
    sections: dict[DropReason, list[str]] = {}
    guarded: list[tuple[str, re.Pattern[str], DropReason]] = []
    why: DropReason | None = None
    for line in _TABLE.read_text("utf-8").splitlines():
        if section := _SECTION.fullmatch(line):
            why = _reason(section[1])
        elif why is None and " = " in line:
            name, _, names[name] = line.partition(" = ")
        elif why and line.startswith("@"):
            word, _, rule = line[1:].partition(" ")
            guarded.append((word, re.compile(_expanded(rule, names), re.IGNORECASE), why))
        elif why and line:
            sections.setdefault(why, []).append(_expanded(line, names))
    groups = (f"(?P<r{n}>{'|'.join(rules)})" for n, rules in enumerate(sections.values()))
    openings = re.compile("|".join(groups), re.IGNORECASE)
    return _Rules(openings, {f"r{n}": why for n, why in enumerate(sections)}, guarded)


def _expanded(rule: str, names: dict[str, str]) -> str:
    """A rule with its named patterns, and with capitals that mean capitals."""
    return _CAPITAL.sub(lambda m: f"(?-i:{m[0]})", _NAMED.sub(lambda m: names[m[1]], rule))


def _reason(why: str) -> DropReason:
    if why not in get_args(DropReason):
        raise ValueError(why)
    return cast(DropReason, why)
