"""The paragraphs of a plain text, however its lines are broken.

A blank line parts paragraphs. A single line break within a hard-wrapped paragraph becomes a space; where
every line is a paragraph, each is one. Lists, verse, questions and answers keep their lines.
"""

import re
from itertools import pairwise
from typing import Final

_BLANK: Final = re.compile(r"\n[ \t\u00a0]*\n\s*")
_SPACES: Final = re.compile(r"[ \t]+")
_ENTRY: Final = re.compile(
    r"(?:[-–—*•·‣▪●o]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+|[QA][:.]\s+|[A-Z][A-Z .'’-]{1,30}:\s)"
)
_SENTENCE_END: Final = re.compile(r"[.!?…:]['\"’”»)\]]*$")
_WIDEST: Final = 110
"""Hard-wrapped lines are no longer, in code points."""
_NARROWEST: Final = 35
_FULL: Final = 0.5
_NEARLY_ALL: Final = 0.75
_MANY: Final = 6
"""The share of lines that are full in wrapped text, of many lines and of few."""
_FEWEST: Final = 2
"""Fewer full lines are no margin."""
_OVERLONG: Final = 0.125
"""Of wrapped text, next to no line goes over its margin: an address, a headline."""
_WITHIN: Final = 0.25
"""So many of the breaks of a wrapped paragraph stand between two words of a sentence."""
_INDENT: Final = 2
_SLACK: Final = 12
"""A wrapped line may stop so far before the next word would have fitted: ragged typing."""


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of `text` in order, without the white space around them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n\n")
    chunks = [
        chunk
        for chunk in _BLANK.split(text.replace("\u2028", "\n").replace("\u2029", "\n\n"))
        if chunk.strip()
    ]
    width = wrap_width(chunks)
    has_blanks = len(chunks) > 1
    return [p for chunk in chunks for p in _split(chunk, width, has_blanks=has_blanks)]


def wrap_width(chunks: list[str]) -> int | None:
    """The width, in code points, that lines are wrapped at; None where they are not.

    `chunks` are what blank lines part, each with its lines parted by line feeds.
    """
    stacks = [[line.rstrip() for line in chunk.split("\n") if line.strip()] for chunk in chunks]
    lines = [len(line) for stack in stacks for line in stack]
    inner = [len(line) for stack in stacks if _is_broken(stack) for line in stack[:-1]]
    if not inner or max(lines) > _WIDEST:
        return None
    width = max(inner)
    if sum(size > width + _SLACK for size in lines) > _OVERLONG * len(lines):
        return None  # the lines that stand together are short ones; nothing was broken at a margin
    inner = inner[len(inner) > _FEWEST :]  # the first line is short where its dateline was taken off
    full = sum(size >= width - _SLACK - 4 for size in inner)
    share = _FULL if len(inner) >= _MANY else _NEARLY_ALL
    return width if width >= _NARROWEST and full >= share * len(inner) and len(inner) >= _FEWEST else None


def _is_broken(lines: list[str]) -> bool:
    """Whether lines that stand together are one text broken at a margin, and not a header or a list."""
    within = sum(_runs_on(before, line.lstrip()) for before, line in pairwise(lines))
    return within > 0 and within >= _WITHIN * (len(lines) - 1)


def _split(chunk: str, width: int | None, *, has_blanks: bool) -> list[str]:
    """The paragraphs of a chunk between blank lines."""
    found: list[list[str]] = []
    before = ""
    for raw in chunk.split("\n"):
        line = raw.rstrip()
        if not line.strip():
            continue
        if found and not starts_paragraph(before, line, width, has_blanks=has_blanks):
            found[-1].append(line.strip())
        else:
            found.append([line.strip()])
        before = line
    return [_join(lines, width) for lines in found]


def starts_paragraph(before: str, line: str, width: int | None, *, has_blanks: bool) -> bool:
    """Whether `line` begins a paragraph, after the line `before`; `width` is what `wrap_width` says."""
    if _ENTRY.match(line.lstrip()):
        return True
    if width is not None:
        if _runs_on(before, line):
            return False
        indented = is_indented(line, before)
        if _was_full(before, line, width):
            return indented or (_indent(line) >= _INDENT and bool(_SENTENCE_END.search(before)))
        return indented or not has_blanks or bool(_SENTENCE_END.search(before))
    if max(len(before), len(line)) > _WIDEST or not has_blanks:
        return True
    return bool(_SENTENCE_END.search(before))


def is_indented(line: str, before: str) -> bool:
    """Whether a line is set in and the line before it is not."""
    return _indent(line) >= _INDENT > _indent(before)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _runs_on(before: str, line: str) -> bool:
    """Whether a sentence goes on: no mark ends the line before, and no capital begins this one."""
    return not _SENTENCE_END.search(before) and (line[0].islower() or line[0].isdigit())


def _was_full(before: str, line: str, width: int) -> bool:
    """Whether the first word of `line` would not have fitted on the line before."""
    first = line.split(None, 1)[0]
    return len(before) + 1 + len(first) > width - _SLACK


def _join(lines: list[str], width: int | None) -> str:
    """The lines of one paragraph: run together where they are wrapped, else as they are printed."""
    if width is None:
        return "\n".join(lines)
    parts = [lines[0]]
    for before, line in pairwise(lines):
        parts += [" " if _was_full(before, line, width) or _runs_on(before, line) else "\n", line]
    return "".join(parts)
