"""Sentences with their spans marked, read by the steps that come after the attributions."""

import re

from onrecord.analysis.names import resolve
from onrecord.analysis.parts import Attribution, Extent
from onrecord.analysis.statements import build_statements, days_said
from onrecord.analysis.times import anchor, recognise
from onrecord.analysis.tokens import tokenise
from onrecord.record import Statement

PUBLISHED = "2025-02-19"
_MARK = re.compile(r"\{([scq])(\d*)\|([^{}]*)\}")


def statements(marked: str) -> tuple[Statement, ...]:
    """The statements of a marked sentence: `{s|source}`, `{c|cue}`, `{q|content}`, numbered if several."""
    text, found = unmarked(marked)
    tokens = tokenise(text)
    names = resolve(tokens, found, title=None, dateline_place=None)
    times = anchor(recognise(text), text, PUBLISHED, ())
    said = days_said(found, tokens, times, PUBLISHED)
    return build_statements(tokens, found, names=names, times=times, said=said, published=PUBLISHED)


def unmarked(marked: str) -> tuple[str, list[Attribution]]:
    """The text without marks, and its attributions in order of their numbers."""
    text, at = "", 0
    spans: dict[str, dict[str, list[Extent]]] = {}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        extent = (len(text), len(text) + len(mark[3]))
        spans.setdefault(mark[2], {}).setdefault(mark[1], []).append(extent)
        text, at = text + mark[3], mark.end()
    return text + marked[at:], [
        Attribution(
            content=tuple(one.get("q", ())),
            cue=tuple(one.get("c", ())),
            source=tuple(one.get("s", ())),
            type="indirect",
            confidence=1.0,
        )
        for _, one in sorted(spans.items(), key=lambda item: int(item[0] or 0))
    ]
