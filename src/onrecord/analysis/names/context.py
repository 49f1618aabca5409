"""What stands around a name: the words before it, the sources it may lie in, the text's small words."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.words import ROLES
from onrecord.analysis.parts import Extent

_LEAD = 60
"""How many characters before a name are looked at."""
_LEAD_BREAK = re.compile(r"[^\w\s'’.-]|\.\s|\n\n")
_OPENING = frozenset('"“‘«')
_CLOSING = frozenset('"”’»')


class Context:
    """One article's text and the sources of its attributions."""

    def __init__(self, text: str, title: str | None, sources: Sequence[Extent]) -> None:
        self.text = text
        self.title = title or ""
        self._sources = sorted(sources)
        self._small_words: frozenset[str] | None = None
        self._lead: tuple[int, list[str]] = (-1, [])

    def in_source(self, start: int, end: int) -> bool:
        """Whether `[start, end)` touches an attribution's source."""
        index = bisect_right(self._sources, (end,)) - 1
        return index >= 0 and self._sources[index][1] > start

    def opens_source(self, spot: Spot) -> bool:
        """Whether a lone word only opens a source that goes on in small letters: "Hedge funds"."""
        if not spot.initial or " " in spot.name or self.text[spot.end : spot.end + 1] != " ":
            return False
        index = bisect_right(self._sources, (spot.end,)) - 1
        following = self.text[spot.end + 1 : spot.end + 2]
        return following.islower() and index >= 0 and self._sources[index][1] > spot.end + 1

    def is_source(self, spot: Spot) -> bool:
        """Whether a source is this name and no more than "the" before it."""
        index = bisect_right(self._sources, (spot.end,)) - 1
        if index < 0:
            return False
        start, end = self._sources[index]
        return 0 <= spot.start - start <= len("the ") and 0 <= end - spot.end <= 1

    def is_quoted_title(self, spot: Spot) -> bool:
        """Whether a name fills its own quotation marks, as titles of works do: the film "Glass Harvest"."""
        before, after = self.text[spot.start - 1 : spot.start], self.text[spot.end : spot.end + 2]
        return before in _OPENING and bool(before) and not _CLOSING.isdisjoint(after)

    def before(self, spot: Spot) -> list[str]:
        """The words that lead up to a spot, back to the nearest mark."""
        if self._lead[0] != spot.start:  # asked several times for one spot
            lead = self.text[max(0, spot.start - _LEAD) : spot.start]
            self._lead = spot.start, _LEAD_BREAK.split(lead)[-1].split()
        return self._lead[1]

    def word_before(self, spot: Spot) -> str:
        """The word before a spot in small letters, empty after a mark."""
        return (self.before(spot)[-1:] or [""])[0].lower()

    def has_role(self, spot: Spot) -> bool:
        """Whether what somebody is stands right before the name: "spokesman John Doe"."""
        return self.word_before(spot) in ROLES

    def has_small_word(self, words: Sequence[str]) -> bool:
        """Whether the text has one of the words in small letters: then capitals are a heading's."""
        if self._small_words is None:
            self._small_words = frozenset(self.text.split())
        return any(word.lower() in self._small_words for word in words)
