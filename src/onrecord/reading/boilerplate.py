"""Lines that publishers print around an article and that are no part of it.

The rules stand in `furniture.txt`. Each is about what such lines say, in any newspaper's words. A line
is furniture only when it is so from its first words and is short; a sentence that merely speaks of
newsletters, donations or members stays in the text.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final, cast, get_args

from onrecord.record import DropReason

MAX_LENGTH: Final = 400
"""Longer lines are never furniture, in code points."""

_TABLE: Final = Path(__file__).with_name("furniture.txt")
_CAPITAL: Final = re.compile(r"\[A-Z@?\]")
_SECTION: Final = re.compile(r"\[([a-z-]+)\]")
_NAMED: Final = re.compile(r"<(\w+)>")
_LEAD_IN: Final = re.compile(r"[\s\[({*•·▶►»>|+\-–—_#☞→⬇]+")
_TRAIL: Final = "])}*»>→ \t\u00a0"
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
    furniture, reasons = _furniture()
    found = furniture.match(bare)
    return reasons[found.lastgroup] if found and found.lastgroup else None


@cache
def _furniture() -> tuple[re.Pattern[str], dict[str, DropReason]]:
    """All rules as one expression, a group a section, and each group's reason."""
    names: dict[str, str] = {}
    sections: dict[str, list[str]] = {}
    for line in _TABLE.read_text("utf-8").splitlines():
        if section := _SECTION.fullmatch(line):
            rules = sections.setdefault(section[1], [])
        elif sections and line:
            rules.append(_CAPITAL.sub(lambda m: f"(?-i:{m[0]})", _NAMED.sub(lambda m: names[m[1]], line)))
        elif line and not line.startswith("#"):
            name, _, pattern = line.partition(" = ")
            names[name] = pattern
    reasons = {f"r{number}": _reason(why) for number, why in enumerate(sections)}
    groups = (f"(?P<r{n}>{'|'.join(rules)})" for n, rules in enumerate(sections.values()))
    return re.compile("|".join(groups), re.IGNORECASE), reasons


def _reason(why: str) -> DropReason:
    if why not in get_args(DropReason):
        raise ValueError(why)
    return cast(DropReason, why)
