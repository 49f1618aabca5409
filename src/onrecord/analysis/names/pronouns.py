"""Pronouns: "he" and "she" go to the nearest fitting person, the one a sentence opens with before others."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.analysis.names.actors import Actor, Found
from onrecord.analysis.names.cast import Cast
from onrecord.analysis.names.persons import GUESS
from onrecord.analysis.names.words import COLLECTIVES
from onrecord.analysis.parts import Extent
from onrecord.knowledge.first_names import Gender
from onrecord.record import MentionForm

# A set of letters comes first, so that the search can skip to them.
_PRONOUN = re.compile(
    r"[HhSs](?<!\w[HhSs])(?:(?<=[Hh])(?:e(?:rself|rs|r)?|im(?:self)?|is)|(?<=[Ss])he)\b(?![-\w])"
)
_DESCRIBED = re.compile(
    r"[Tt](?<!\w[Tt])he (?:\d{1,2}-year-old|[A-Z][a-z]{3,}(?:man|woman))\b"
    r"(?![-\w]| [a-z]+(?:er|or|ist|man|[^s]s)\b)"
)
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_NEXT_WORD = re.compile(rf" (?:{'|'.join(sorted(COLLECTIVES))}|supporters|voters|aides|family|years)\b")
_MEMORY = 24
"""How many mentions back an antecedent is looked for."""
_FARTHEST = 6
"""How many sentences back."""


class Pronouns:
    """Resolves the personal pronouns of an article, from its beginning to its end.

    `others` are mentions without a name to which "she" may go too: "a woman", "the minister".
    """

    def __init__(
        self,
        cast: Cast,
        sentences: Sequence[Extent],
        contents: Sequence[Extent],
        others: Sequence[Found] = (),
    ) -> None:
        self._cast = cast
        self._context = cast.context
        self._starts = [start for start, _ in sentences]
        self._contents = sorted(contents)
        self._others = others
        self._history: list[tuple[int, bool, bool, int, Found]] = []
        """Sentence, whether first in it, whether a source, content, mention."""

    def resolve(self) -> list[Found]:
        """The mentions by pronoun, in order."""
        people = [found for found in self._cast.found if self._may_be_meant(found)]
        if self._others:
            people = sorted([*people, *self._others], key=lambda found: found.start)
        pronouns: list[Found] = []
        index = 0
        for match in self._matches():
            while index < len(people) and people[index].start < match.start():
                self._remember(people[index])
                index += 1
            found = self._antecedent(match.start(), match.end(), _gender(match[0]))
            if found is not None:
                found.actor.gender = found.actor.gender or _gender(match[0])
                pronouns.append(found)
                self._remember(found)
        return pronouns

    def _matches(self) -> list[re.Match[str]]:
        text = self._context.text
        matches = [*_PRONOUN.finditer(text)]
        described = [*_DESCRIBED.finditer(text)]
        return sorted([*matches, *described], key=re.Match.start) if described else matches

    def _may_be_meant(self, found: Found) -> bool:
        """Whether a mention names a person surely, and not what is called so: "the Doe administration"."""
        if found.actor.kind != "person" or (found.confidence <= GUESS and found.actor.gender is None):
            return False
        return _NEXT_WORD.match(self._context.text, found.end, found.end + 20) is None

    def content_at(self, position: int) -> int:
        """The number of the content that holds a position, -1 for none."""
        index = bisect_right(self._contents, (position, 1 << 60)) - 1
        return index if index >= 0 and self._contents[index][1] > position else -1

    def _remember(self, found: Found) -> None:
        sentence = bisect_right(self._starts, found.start) - 1
        first = not self._history or self._history[-1][0] != sentence
        source = self._context.in_source(found.start, found.end)
        self._history.append((sentence, first, source, self.content_at(found.start), found))

    def _antecedent(self, start: int, end: int, gender: Gender | None) -> Found | None:
        sentence = bisect_right(self._starts, start) - 1
        content = self.content_at(start)
        source = self._context.in_source(start, end)
        best: tuple[float, Actor] | None = None
        for back, (where, first, spoke, inside, found) in enumerate(reversed(self._history)):
            if back >= _MEMORY or sentence - where > _FARTHEST:
                break
            if gender and found.actor.gender not in {gender, None}:
                continue
            score = -2.0 * (sentence - where) - 0.1 * back
            score += 1.0 * first + 1.5 * spoke + 0.7 * (found.actor.gender == gender)
            # Who is talked about inside a quotation is seldom who says it.
            score -= 3.0 * (inside >= 0 and inside != content) if source or content < 0 else 0
            if best is None or score > best[0]:
                best = score, found.actor
        if best is None:
            return None
        confidence = 0.8 if best[1].gender == gender else 0.6
        described = self._context.text[start : start + 4].lower() == "the "
        form: MentionForm = "nominal" if described else "pronoun"
        return Found(start, end, best[1], form, confidence)


def _gender(word: str) -> Gender | None:
    """The gender that a pronoun or "the Frenchwoman" tells; None for "the 22-year-old"."""
    if word.lower() in _FEMALE or word.endswith("woman"):
        return "f"
    return None if word.endswith("-year-old") else "m"
