"""When and where something was said, as the clause of the saying tells: "said in Oslo on Friday"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TypeVar

from onrecord.analysis.clauses import Clause
from onrecord.analysis.parts import Extent
from onrecord.record import Addressee, Mention, Time, When

_Span = TypeVar("_Span", Time, Mention)

DAY = 10
"""The length of an ISO prefix of day precision."""

_OTHER = re.compile(
    r"[.;:!?\"“”]|\band\s+(?-i:[a-z])"
    r"|\b(?:that|who|which|whose|when|where|because|since|until|if|than|for|about|but|before"
    r"|while|as|between|from)\b"
    r"|\bafter\b(?!\s+(?:\w+\s+){0,2}(?:meeting|talks|visit|summit|hearing|match|game|session)\b)",
    re.IGNORECASE,
)
"""What shows that a later word of the clause belongs to something other than the saying."""
_THEIRS = re.compile(
    r"\b(?:ask|warn|invit|promis|urg|order|beg|advis|instruct|press|thank|remind|assur|offer|threaten)\w*",
    re.IGNORECASE,
)
"""Where a place behind the hearers is theirs: "asked a court in Oslo", not "told reporters in Oslo"."""
_FAR = 60
"""How many characters may stand between a cue and its time or place ("said in a letter to the paper on")."""
_ADJOINING = re.compile(r"\s*(?:(?:on|in|at|by|late|early|earlier)\s+){0,2}", re.IGNORECASE)
"""What may stand between a content and the time of the saying: "promised a vote on Monday"."""
_CONJUNCTION = re.compile(r"\b(?:and|but)\b")
_AND = re.compile(r"\band\b")
_RELATIVE = re.compile(r"\b(?:who|which|whose|that|when|where|because|if|while)\b", re.IGNORECASE)
_AT = re.compile(r"\b(?i:in|at|from|outside|near|inside|aboard)\s+(?:the\s+|an?\s+)?(?:[a-z]+\s+){0,2}$")


def stated_time(
    text: str, clause: Clause | None, times: Sequence[Time], published: str | None
) -> When | None:
    """The day or hour that the clause states for the saying. `times` are in order of `start`.

    None where it states none, and where the time lies after the publication: a day that was announced.
    """
    for gap, time in _nearest(clause, times, trailing=True):
        if (
            time.from_
            and time.type in {"DATE", "TIME"}
            and _belongs(text, (time.start, time.end), gap, clause)
        ):
            when = _when(time, published)
            if when:
                return when
    return None


def stated_place(
    text: str, clause: Clause | None, addressee: Addressee | None, located: Sequence[Mention]
) -> str | None:
    """The place or country where it was said, as the clause tells. `located` are such mentions, in order."""
    for gap, mention in _nearest(clause, located, trailing=False):
        at = _AT.search(text, gap[0], mention.start)
        if at is None or not _belongs(text, (at.start(), mention.end), gap, clause):
            continue
        if not (
            clause and addressee and addressee.end + 1 == at.start() and _THEIRS.search(text, *clause.cue)
        ):
            return mention.entity
    return None


def _nearest(clause: Clause | None, spans: Sequence[_Span], *, trailing: bool) -> list[tuple[Extent, _Span]]:
    """The spans (in order of `start`) that stand in the clause, with their gaps.

    Those behind the cue come first, then those before it, each the nearest first. Without `trailing`, none
    behind a content that follows the cue.
    """
    if clause is None or not clause.gaps:
        return []
    first = bisect_left(spans, clause.gaps[0][0], key=attrgetter("start"))
    found = []
    last = bisect_left(spans, clause.gaps[-1][1], lo=first, key=attrgetter("start"))
    for span in spans[first:last]:
        gap = next((gap for gap in clause.gaps if gap[0] <= span.start < gap[1]), None)
        if gap and (trailing or gap not in clause.trailing):
            found.append((gap, span))
    cue = clause.cue
    return sorted(found, key=lambda one: (one[0][0] < cue[1], abs(one[1].start - cue[1])))


def _belongs(text: str, extent: Extent, gap: Extent, clause: Clause | None) -> bool:
    """Whether what stands at the extent goes with the saying and not with another clause of the sentence."""
    before, after = text[gap[0] : extent[0]], text[extent[1] : gap[1]]
    if clause and gap[0] >= clause.cue[0]:
        if gap in clause.trailing:
            return _ADJOINING.fullmatch(before) is not None
        return len(before) <= _FAR and not _OTHER.search(before)
    opens = "," not in _CONJUNCTION.sub("", before, count=1).strip(" ,") and not _RELATIVE.search(before)
    return opens and len(after) <= _FAR and not _OTHER.search(after) and not _AND.search(after)


def _when(time: Time, published: str | None) -> When | None:
    if time.value is None or (published and time.from_ and time.from_[:DAY] > published[:DAY]):
        return None
    return When(value=time.value, from_=time.from_, to=time.to, how="stated")
