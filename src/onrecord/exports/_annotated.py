"""The article's text for a terminal, its spans in brackets or in styles. Labels tell which span is whose."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from onrecord.exports._runs import Mark, Paragraph, Role, paragraphs, time_ids
from onrecord.exports._safe import visible
from onrecord.record import Record

__all__ = ["bracketed", "legend", "styled", "time_ids"]

LABELS: dict[Role, str] = {"content": "", "cue": ".how", "source": ".who", "time": "", "trigger": ".did"}
"""What follows the id at the closing bracket; the words are the heads of the tables."""

STYLES: dict[Role, str] = {
    "content": "underline green", "cue": "italic magenta", "source": "bold", "time": "cyan",
    "trigger": "reverse",
}  # fmt: skip
"""Styles that differ in shape as well as colour; times carry a label."""

LABELLED: tuple[Role, ...] = ("content", "time", "trigger")


def bracketed(record: Record) -> Iterator[Text]:
    """Each paragraph with every span as `⟦text⟧label`. Spans that cross are cut so that brackets nest."""
    for paragraph in paragraphs(record):
        yield Text("".join(_brackets(paragraph)))


def styled(record: Record) -> Iterator[Text]:
    """Each paragraph with spans in `STYLES`, and the ids of contents, times and triggers behind them."""
    for paragraph in paragraphs(record):
        text = Text()
        for piece, style in _styles(paragraph):
            text.append(piece, style)
        yield text


def legend(*, color: bool) -> Text:
    """One line that says how to read the marks."""
    if not color:
        return Text("⟦content⟧s1 ⟦source⟧s1.who ⟦cue⟧s1.how ⟦time⟧t1 ⟦trigger⟧v1.did")
    parts = [Text(role, STYLES[role]) for role in ("source", "cue")]
    labelled: tuple[tuple[Role, str], ...] = (("content", "s1"), ("time", "t1"), ("trigger", "v1"))
    parts += [Text.assemble((role, STYLES[role]), (f" {id_}", "dim")) for role, id_ in labelled]
    return Text("  ").join(parts)


def _brackets(paragraph: Paragraph) -> Iterator[str]:
    """Brackets are a stack: what must close under an open one is closed and opened anew.

    Marks of one extent, such as the source of two statements, share a pair of brackets.
    """
    stack: list[tuple[Mark, ...]] = []
    for run in paragraph.runs:
        covering = _by_extent(run.marks)
        while not all(group in covering for group in stack):
            yield _close(stack.pop())
        for group in covering:
            if group not in stack:
                stack.append(group)
                yield "⟦"
        yield visible(run.text)
    yield from (_close(group) for group in reversed(stack))


def _by_extent(marks: Iterable[Mark]) -> list[tuple[Mark, ...]]:
    """Marks that start and end together, as groups, those that end last first."""
    groups: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        groups.setdefault((mark.start, mark.end), []).append(mark)
    return [tuple(groups[extent]) for extent in sorted(groups, key=lambda extent: (-extent[1], extent[0]))]


def _close(group: tuple[Mark, ...]) -> str:
    return "⟧" + ",".join(visible(mark.id) + LABELS[mark.role] for mark in group)


def _styles(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    for index, run in enumerate(paragraph.runs):
        roles = {mark.role for mark in run.marks}
        yield visible(run.text), " ".join(STYLES[role] for role in STYLES if role in roles)
        after = paragraph.runs[index + 1].marks if index + 1 < len(paragraph.runs) else ()
        closing = [mark.id for mark in run.marks if mark.role in LABELLED and mark not in after]
        if closing:
            yield f" {visible(' '.join(dict.fromkeys(closing)))}", "dim"
