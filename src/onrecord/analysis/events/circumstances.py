"""When and where an event was: what its trigger points at, else its sentence, else the narrative's day."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.analysis.events.drafts import PLACE, TIME, Draft
from onrecord.analysis.events.parties import Cast
from onrecord.analysis.model.reading import Reading
from onrecord.analysis.parts import Extent, Tokens
from onrecord.record import Mention, Span, Standing, Time, When

POINTED, LIKELIER = 0.3, 0.06
"""How likely a time or place must be the event's, and a place that stands behind a preposition."""
DAY = 10
FAR = 250
"""So many characters behind an event another one is where that was, unless it says otherwise."""
_PLACES = frozenset({"place", "country"})
_DATED = frozenset({"DATE", "TIME"})
_AT = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|throughout|over|off|along|to|into|from|through|on|within|for)\s+"
    r"(?:the\s+)?(?:[a-z-]+\s+){0,3}(?:of\s+)?$",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?:['’]s?)? (?:[\w-]+ )?")
_LATEST = frozenset({"happened", "denied"})


def pointed(draft: Draft, role: int, extents: Sequence[Extent], reading: Reading) -> tuple[int, float] | None:
    """The index of the extent whose words are likeliest the trigger's, and how likely; None without any."""
    words = reading.encoded.extents
    best: tuple[int, float] | None = None
    for index, (start, end) in enumerate(extents):
        first, last = bisect_left(words, (start,)) - draft.first, bisect_left(words, (end,)) - draft.first
        chances = draft.parties[role][max(first, 0) : max(last, 0)]
        if len(chances) and (best is None or chances.max() > best[1]):
            best = index, float(chances.max())
    return best


class Days:
    """The days that events are on, along an article: `published` is its own."""

    def __init__(self, tokens: Tokens, times: Sequence[Time], published: str | None) -> None:
        self._text, self._published = tokens.text, published
        self._paragraphs = tokens.paragraphs
        self._times = [time for time in times if time.type in _DATED and time.value]
        self._starts = [time.start for time in self._times]
        self._narrative: When | None = None
        self._paragraph = -1

    def of(self, draft: Draft, standing: Standing, reading: Reading) -> tuple[When | None, Span | None]:
        """The event's day and the words that state it; what they do not state is the narrative's day."""
        paragraph = bisect_right(self._paragraphs, draft.trigger)
        if paragraph != self._paragraph:
            self._paragraph, self._narrative = paragraph, None
        first = bisect_left(self._starts, draft.sentence[0])
        last = bisect_left(self._starts, draft.sentence[1])
        near = self._times[max(0, first - 2) : last]
        best = pointed(draft, TIME, [(time.start, time.end) for time in near], reading)
        time = self._ahead(draft, near) or (near[best[0]] if best and best[1] >= POINTED else None)
        if time:
            when = _when(time)
            if standing in _LATEST and time.start >= draft.sentence[0]:
                self._narrative = when
            return when, Span(start=time.start, end=time.end, text=time.text)
        if standing not in _LATEST:
            return None, None
        return self._inferred(), None

    def _ahead(self, draft: Draft, near: Sequence[Time]) -> Time | None:
        """The time right ahead of a noun that tells an act: "Tuesday's strike", "the May 1998 talks"."""
        ahead = [time for time in near if time.end <= draft.trigger[0]][-1:]
        return next((t for t in ahead if _OWN.fullmatch(self._text, t.end, draft.trigger[0])), None)

    def _inferred(self) -> When | None:
        if self._narrative:
            return When(
                value=self._narrative.value,
                from_=self._narrative.from_,
                to=self._narrative.to,
                how="inferred",
            )
        if self._published is None or len(self._published) < DAY:
            return None
        day = self._published[:DAY]
        return When(value=day, from_=day, to=day, how="inferred")


def _when(time: Time) -> When:
    return When(value=time.value or "", from_=time.from_, to=time.to, how="stated")


class Places:
    """Where events are, along an article."""

    def __init__(self, tokens: Tokens, cast: Cast) -> None:
        self._text, self._cast, self._paragraphs = tokens.text, cast, tokens.paragraphs
        self._narrative: tuple[str, int] | None = None
        self._paragraph = -1

    def of(
        self, draft: Draft, standing: Standing, reading: Reading, parties: frozenset[str]
    ) -> tuple[str | None, Span | None]:
        """The place or country where an event was, and the words of its sentence that tell it.

        Where the sentence has none, what happened was where the last event just before it was.
        """
        paragraph = bisect_right(self._paragraphs, draft.trigger)
        if paragraph != self._paragraph:
            self._paragraph, self._narrative = paragraph, None
        near = [
            m for m in self._cast.overlapping(*draft.sentence) if self._cast.entity(m.entity).kind in _PLACES
        ]
        best = pointed(draft, PLACE, [(mention.start, mention.end) for mention in near], reading)
        if best is not None:
            mention, chance = near[best[0]], best[1]
            if chance >= POINTED or (chance >= LIKELIER and self._is_place(mention, parties)):
                if standing in _LATEST and self._cast.entity(mention.entity).kind == "place":
                    self._narrative = mention.entity, draft.trigger[1]
                span = Span(
                    start=mention.start, end=mention.end, text=self._text[mention.start : mention.end]
                )
                return mention.entity, span
        last = self._narrative
        if last and not near and standing in _LATEST and draft.trigger[0] - last[1] <= FAR:
            return last[0], None
        return None, None

    def _is_place(self, mention: Mention, parties: frozenset[str]) -> bool:
        before = self._text[max(0, mention.start - 40) : mention.start]
        return mention.entity not in parties and _AT.search(before) is not None
