"""Pronouns of the third person: each goes to the mention before it that fits best, or to none.

"He" and "she" go to persons, "they" to groups and bodies, "it" to bodies and countries. Read from the
beginning to the end, so that a chain of pronouns keeps to one.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import itemgetter

from onrecord.analysis.names.actors import Actor, Found
from onrecord.analysis.names.antecedents import (
    LEAST,
    WEIGHTS,
    Asked,
    Candidate,
    Features,
    Number,
    features,
    score,
)
from onrecord.analysis.names.cast import Cast
from onrecord.analysis.names.persons import GUESS
from onrecord.analysis.names.plurals import plural_nominals
from onrecord.analysis.names.unnamed import group_of
from onrecord.analysis.names.words import COLLECTIVES
from onrecord.analysis.parts import Extent
from onrecord.knowledge.first_names import Gender
from onrecord.record import EntityKind, MentionForm

# A set of letters comes first, so that the search can skip to them.
_PRONOUN = re.compile(
    r"[HhSsTtIi](?<![\w’'-][HhSsTtIi])(?:(?<=[Hh])(?:e(?:rself|rs|r)?|im(?:self)?|is)|(?<=[Ss])he"
    r"|(?<=[Tt])he(?:irs?|m(?:selves)?|y)|(?<=[Ii])t(?:self|s)?)\b(?![-\w])"
)
_DESCRIBED = re.compile(
    r"[Tt](?<!\w[Tt])he (?:\d{1,2}-year-old|[A-Z][a-z]{3,}(?:man|woman))\b"
    r"(?![-\w]| [a-z]+(?:er|or|ist|man|[^s]s)\b)"
)
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_OWNING = frozenset({"his", "her", "their", "its"})
_NEXT_WORD = re.compile(rf" (?:{'|'.join(sorted(COLLECTIVES))}|supporters|voters|aides|family|years)\b")
_PREPOSITION = re.compile(
    r"(?<!\w)(?:in|of|for|from|to|with|on|at|by|than|against|about|like) (?:the |an? )?$"
)
_LEAD = 14
_MEMORY = 24
"""How many mentions back an antecedent is looked for."""
_FARTHEST: dict[Number, int] = {"one": 6, "several": 2, "body": 1}
"""How many sentences back."""
_KINDS: dict[Number, frozenset[EntityKind]] = {
    "one": frozenset({"person"}),
    "several": frozenset({"group", "organisation", "government"}),
    "body": frozenset({"organisation", "government", "country"}),
}
_SURE, _FAIR = 0.8, 0.6


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
        self._unnamed = {id(found) for found in others}
        self._history: list[Candidate] = []
        self._counts: Counter[int] = Counter()
        self._nominals: dict[int, Found] = {}

    def resolve(self) -> list[Found]:
        """The mentions by pronoun, in order, and those of the groups that they go to."""
        found: list[Found] = []
        for number, start, end, candidates in self.questions():
            scored = [(score(values, WEIGHTS[number]), one.found.actor) for one, values in candidates]
            points, actor = max(scored, default=(LEAST[number] - 1, None), key=itemgetter(0))
            if actor is not None and points >= LEAST[number]:
                found.append(self.note(start, end, actor))
        return sorted([*found, *self._used(found)], key=lambda mention: mention.start)

    def questions(self) -> Iterator[tuple[Number, int, int, list[tuple[Candidate, Features]]]]:
        """Each pronoun `[start, end)` with those who may be meant; note the answer before the next."""
        people = self._people()
        index = 0
        for match in self._matches():
            while index < len(people) and people[index].start < match.start():
                self._remember(people[index])
                index += 1
            number = _number(match[0])
            yield number, match.start(), match.end(), self._candidates(number, match)

    def _people(self) -> list[Found]:
        """All who may be meant, in order: names, those without a name, groups in small letters."""
        named = [found for found in self._cast.found if self._may_be_meant(found)]
        taken = {found.start for found in self._others}
        for (start, end), head in plural_nominals(self._context.text):
            if start not in taken:
                actor = group_of(self._cast, start, end, head)
                self._nominals[start] = Found(start, end, actor, "nominal", _FAIR)
        return sorted([*named, *self._others, *self._nominals.values()], key=lambda found: found.start)

    def _matches(self) -> list[re.Match[str]]:
        text = self._context.text
        matches = [match for match in _PRONOUN.finditer(text) if match[0] != "IT"]
        described = [*_DESCRIBED.finditer(text)]
        return sorted([*matches, *described], key=re.Match.start) if described else matches

    def _may_be_meant(self, found: Found) -> bool:
        """Whether a mention names somebody surely, and not what is called so: "the Doe administration"."""
        if found.actor.kind == "place":
            return False
        if found.actor.kind != "person":
            return True
        if found.confidence <= GUESS and found.actor.gender is None:
            return False
        return _NEXT_WORD.match(self._context.text, found.end, found.end + 20) is None

    def content_at(self, position: int) -> int:
        """The number of the content that holds a position, -1 for none."""
        index = bisect_right(self._contents, (position, 1 << 60)) - 1
        return index if index >= 0 and self._contents[index][1] > position else -1

    def _sentence_at(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _remember(self, found: Found) -> None:
        sentence = self._sentence_at(found.start)
        opens = not self._history or self._history[-1].sentence != sentence
        spoke = self._context.in_source(found.start, found.end)
        behind = _PREPOSITION.search(self._context.text, max(0, found.start - _LEAD), found.start) is not None
        self._history.append(Candidate(found, sentence, opens, spoke, self.content_at(found.start), behind))
        self._counts[id(found.actor)] += 1

    def _candidates(self, number: Number, match: re.Match[str]) -> list[tuple[Candidate, Features]]:
        start, end = match.span()
        gender = _gender(match[0]) if number == "one" else None
        asked = Asked(
            self._sentence_at(start),
            self.content_at(start),
            self._context.in_source(start, end),
            match[0].lower() in _OWNING,
            gender,
        )
        kinds = _KINDS[number]
        oldest = asked.sentence - _FARTHEST[number]
        recent = takewhile(lambda one: one.sentence >= oldest, self._history[: -_MEMORY - 1 : -1])
        fitting = [
            one
            for one in recent
            if one.found.actor.kind in kinds or (number == "one" and id(one.found) in self._unnamed)
            if gender is None or one.found.actor.gender in {gender, None}
        ]
        most = max((self._counts[id(one.found.actor)] for one in fitting), default=0)
        return [
            (one, features(asked, one, back, self._counts[id(one.found.actor)], most))
            for back, one in enumerate(fitting)
        ]

    def note(self, start: int, end: int, actor: Actor) -> Found:
        """Note that the pronoun `[start, end)` stands for an actor: later ones may follow it."""
        word = self._context.text[start:end]
        gender = _gender(word) if actor.kind == "person" else None
        confidence = _SURE if gender and actor.gender == gender else _FAIR
        actor.gender = actor.gender or gender
        form: MentionForm = "nominal" if word[:4].lower() == "the " else "pronoun"
        found = Found(start, end, actor, form, confidence, possessive=word.lower() in _OWNING)
        self._remember(found)
        return found

    def _used(self, found: Sequence[Found]) -> list[Found]:
        """The groups in small letters that a pronoun goes to."""
        meant = {id(mention.actor) for mention in found}
        return [one for one in self._nominals.values() if id(one.actor) in meant]


def _number(word: str) -> Number:
    word = word.lower()
    if word.startswith("it"):
        return "body"
    return "several" if word.startswith(("they", "them", "their")) else "one"


def _gender(word: str) -> Gender | None:
    """The gender that a pronoun or "the Frenchwoman" tells; None for "the 22-year-old"."""
    if word.lower() in _FEMALE or word.endswith("woman"):
        return "f"
    return None if word.endswith("-year-old") else "m"
