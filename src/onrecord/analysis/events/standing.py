"""Whether an act happened, is planned, only possible or denied; and on whose word.

The model says how an act is told; hedges and the statement that holds it decide where they are plain.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from onrecord.analysis.events.drafts import Draft
from onrecord.analysis.parts import Extent
from onrecord.knowledge.plover import STANDINGS
from onrecord.record import Standing, Statement

_HEDGED = re.compile(
    r"\b(?:reportedly|allegedly|apparently|purportedly|supposedly|rumou?red to"
    r"|(?:is|are|was|were) (?:widely )?"
    r"(?:believed|thought|suspected|alleged|feared|rumou?red|reported|understood) to(?: have)?)\b",
    re.IGNORECASE,
)
_HEDGE_REACH = 50
"""So many characters ahead of a trigger a hedge of its own clause begins."""
_CLAUSE = re.compile(r"[,;:]|\b(?:and|but|who|which|that|after|before|while|as)\b", re.IGNORECASE)
_NEAR = 60
"""So many characters to either side of a trigger may say that the act is not done."""
_FEW = r"(?: [\w’'-]+){0,2} ?\Z"
_NOT = re.compile(
    r"(?:\b(?:not|never|neither|nor|without|cannot|nobody|no one|none|failed to|yet to)|n['’]t|\bno)" + _FEW,
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?:will|shall"
    r"|(?:is|are|was|were) (?:due |set |expected |scheduled |about |ready |going |planning )?to"
    r"|plan(?:s|ned)? to|intend(?:s|ed)? to|prepar(?:e[ds]?|ing) to|plans for"
    r"|planned|scheduled|forthcoming|upcoming)"
    rf"{_FEW}",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:could|may|might|if|unless|whether|possible|potential|threat of|fears? of"
    rf"|hop(?:e[ds]?|ing) (?:for|of|to)|risk of|prospect of|chance of|call(?:s|ed)? for){_FEW}",
    re.IGNORECASE,
)
_CALLED_OFF = (
    r"(?:cancel(?:s|l?ed|l?ing)?|call(?:s|ed|ing)? off|scrap(?:s|ped|ping)?|postpon(?:es?|ed|ing)"
    r"|shelv(?:es?|ed|ing)|abandon(?:s|ed|ing)?|averted|foiled|thwarted)"
)
_OFF_BEFORE = re.compile(rf"\b{_CALLED_OFF}(?: [\w’'-]+){{0,4}} ?\Z", re.IGNORECASE)
_OFF_AFTER = re.compile(
    rf"(?: [\w’'-]+){{0,3}} (?:was|were|is|are|has been|have been|had been) (?:again )?{_CALLED_OFF}",
    re.IGNORECASE,
)
_HOPED = re.compile(
    r"\b(?:hope|hoping|fear|wish|want|expect|suspect|believ|think|thought|doubt|worr|seek|sought|dream|consider|mull"
    r"|urg|call(?:ed|ing|s)? for|demand|ask|insist|warn)",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:deny|denied|denies|denying|denial)\b", re.IGNORECASE)
SURE = 0.8
"""So sure a model is not overruled by what only makes a standing likely."""


def standing_of(draft: Draft, text: str, holder: Statement | None) -> Standing:
    """The standing of an act, which stands in the content of `holder` or in none."""
    best = int(draft.standings.argmax())
    if STANDINGS[best] != "happened":
        return STANDINGS[best]
    if _is_hedged(text, draft):
        return "possible"
    return _told(text, draft) or _as_said(draft, holder) or "happened"


def _as_said(draft: Draft, holder: Statement | None) -> Standing | None:
    """What the saying makes of what it holds: a denial denies, a hope leaves open what is not told surely."""
    if holder is None:
        return None
    cue = " ".join(piece.text for piece in holder.cue)
    if _NEGATED.search(cue) and holder.content[0].start >= holder.cue[0].end:
        return "denied"
    if draft.standings.max() < SURE and _HOPED.search(cue):
        return STANDINGS[int(np.argmax([0, *draft.standings[1:]]))]
    return None


def _is_hedged(text: str, draft: Draft) -> bool:
    start = max(draft.sentence[0], draft.trigger[0] - _HEDGE_REACH)
    before = text[start : draft.trigger[0]]
    hedges = list(_HEDGED.finditer(before))
    return bool(hedges) and not _CLAUSE.search(before, hedges[-1].end())


def _told(text: str, draft: Draft) -> Standing | None:
    """What the words right around a trigger make of an act that would else have happened; None mostly."""
    start, end = draft.trigger
    before = _CLAUSE.split(text[max(draft.sentence[0], start - _NEAR) : start])[-1]
    after = text[end : min(draft.sentence[1], end + _NEAR)]
    if _NOT.search(before) or _OFF_BEFORE.search(before) or _OFF_AFTER.match(after):
        return "denied"
    if _WILL.search(before):
        return "planned"
    return "possible" if _MAY.search(before) else None


class Holders:
    """Finds the statement that an act is told in."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        pieces = [(piece.start, piece.end, k) for k, one in enumerate(statements) for piece in one.content]
        self._pieces = sorted(pieces)
        self._starts = [start for start, _, _ in self._pieces]
        self._longest = max((end - start for start, end, _ in pieces), default=0)
        self._statements = statements

    def of(self, trigger: Extent) -> Statement | None:
        """The innermost statement whose content holds the trigger; None where the outlet itself tells it.

        A statement whose own cue tells the act ("condemned the raid") does not hold it.
        """
        best: tuple[int, Statement] | None = None
        index = bisect_right(self._starts, trigger[0]) - 1
        while index >= 0 and trigger[0] - self._starts[index] <= self._longest:
            start, end, k = self._pieces[index]
            statement = self._statements[k]
            if (
                trigger[0] < end
                and not _in_cue(statement, trigger)
                and (best is None or end - start < best[0])
            ):
                best = end - start, statement
            index -= 1
        return best[1] if best else None


def _in_cue(statement: Statement, trigger: Extent) -> bool:
    return any(piece.start < trigger[1] and trigger[0] < piece.end for piece in statement.cue)
