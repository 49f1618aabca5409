"""The voice behind each attribution: whom its source names, describes, refers to or leaves unnamed."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from onrecord.analysis.names.actors import Actor, Found
from onrecord.analysis.names.cast import Cast
from onrecord.analysis.names.phrases import Phrase, phrases
from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.unnamed import Unnamed, speaks
from onrecord.analysis.names.where import capital_of
from onrecord.analysis.names.words import COLLECTIVES, DOCUMENTS
from onrecord.analysis.parts import Attribution, Voice

Answer = tuple[list[Actor], bool]
"""The speakers of an attribution, and whether any is unnamed."""

_OURS = frozenset({"i", "we", "me", "us", "our", "my", "ourselves", "myself"})
_THEY = ("they", "them", "their", "theirs", "both", "themselves")
_RELATIVE = ("who", "whom", "which", "that", "whose")
_ANTECEDENT = re.compile(
    r"(?<![\w’'-])((?:\b(?:the|an?|some|many|most|several|those|these|other|few|all|one|two|three|\d+)\s+)?"
    r"(?:(?!(?:and|but|or|by|to|of|in|for|with|from|is|are|was|were|has|have|had)\s)[\w’'-]+\s+){0,2}?)([\w’'-]+),?\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_ISSUED = re.compile(r" (?:from|by|of) ((?:the|its|an?) (?:[a-z-]+ )?([a-z]+))$")
"""Whose a document is: "figures from the agency"."""
_BEHIND = re.compile(r"(?<!\w)(?:in|of|for|from|to|with|on|at|across|over|against|towards?|by)\s+$")
_LONGEST_BEHIND = 12
_THEY_BACK = 2
_IT_BACK = 6
_IT_FARTHEST = 400
_WHO_BACK = 4
_WHO_FARTHEST = 60
_LONGEST_ASIDE = 80


class Voices:
    """Finds the speakers of one article's attributions. `mentions` are those it finds on the way."""

    def __init__(self, cast: Cast, spots: Sequence[Spot], found: Sequence[Found]) -> None:
        self._cast = cast
        self._text = cast.context.text
        self._found = sorted(found, key=lambda mention: (mention.start, -mention.end))
        self._starts = [mention.start for mention in self._found]
        self._unnamed = Unnamed(cast, spots, self._found)
        self._pronouns: list[Found] = []
        self._said: list[list[Actor]] = []
        self._referring: dict[str, Callable[[int], list[Actor]]] = {
            **dict.fromkeys(_THEY, self._they),
            **dict.fromkeys(_RELATIVE, self._antecedent),
            **dict.fromkeys(("it", "its", "itself"), self._it),
        }

    @property
    def mentions(self) -> list[Found]:
        """The mentions that sources brought to light: groups, plural pronouns."""
        return [*self._unnamed.mentions, *self._pronouns]

    def speakers(self, attributions: Sequence[Attribution]) -> list[Answer]:
        """For each attribution its speakers, and whether any is unnamed."""
        answers: list[Answer] = [([], False)] * len(attributions)
        # The outer ones first, in the text's order: "I" is who speaks around it, "they" who spoke before.
        for number in sorted(range(len(attributions)), key=lambda number: _order(attributions[number])):
            attribution = attributions[number]
            enclosing = answers[attribution.within][0] if attribution.within is not None else []
            actors = self._of_source(attribution, enclosing)
            answers[number] = (actors, any(actor.unnamed for actor in actors))
            if actors:
                self._said.append(actors)
        return answers

    def _of_source(self, attribution: Attribution, enclosing: list[Actor]) -> list[Actor]:
        actors: dict[int, Actor] = {}
        for start, end in attribution.source:
            for phrase in phrases(self._text, start, end, self._inside(start, end)):
                for actor in self._of_phrase(phrase, enclosing):
                    actors.setdefault(id(actor), actor)
        return list(actors.values())

    def _inside(self, start: int, end: int) -> list[Found]:
        first = bisect_left(self._starts, start)
        # A name may begin before its source: "Mr." left out of it.
        if first and start < self._found[first - 1].end <= end + 1:
            first -= 1
        return self._found[first : bisect_left(self._starts, end)]

    def _of_phrase(self, phrase: Phrase, enclosing: list[Actor]) -> list[Actor]:
        head = phrase.head.lower()
        if phrase.found is not None:
            return [self._acting(phrase.found)]
        if head in _OURS:
            return enclosing
        if head in self._referring:
            return self._referring[head](phrase.start)
        if head in DOCUMENTS or head.rstrip("s") in DOCUMENTS:
            return self._authors(phrase)
        if head in COLLECTIVES or speaks(head):
            return [self._unnamed.source(phrase)]
        return self._owner(phrase)

    def _acting(self, found: Found) -> Actor:
        """Whom a mention stands for as a source: a capital that says something is its government."""
        choice = self._cast.place_of(found.actor)
        capital = choice and capital_of(self._text[found.start : found.end], choice.place)
        if capital:
            found.actor, found.form = self._cast.seat(capital), "metonym"
        return found.actor

    def _authors(self, phrase: Phrase) -> list[Actor]:
        """Whose a document is: "a Pentagon readout", "a report by the bank"."""
        named = [found for found in phrase.inside if found.actor.kind != "place"]
        if named:
            return [self._acting(named[0])]
        match = _ISSUED.match(self._text, phrase.end, phrase.stop)
        if match is None or not (match[2] in COLLECTIVES or speaks(match[2])):
            return []
        return [self._unnamed.source(Phrase(match.start(1), match.end(2), match[2], None, match.end(2)))]

    def _owner(self, phrase: Phrase) -> list[Actor]:
        """Whose thing it is: "Doe's own argument", "the bank's forecast"."""
        owners = [found for found in phrase.inside if found.possessive and found.end <= phrase.end]
        return [self._acting(owners[-1])] if owners else []

    # Words that refer to somebody before them

    def _they(self, start: int) -> list[Actor]:
        for actors in reversed(self._said[-_THEY_BACK:]):
            if len(actors) > 1 or actors[0].kind in {"group", "organisation", "government"}:
                return self._refer(start, actors)
        return []

    def _it(self, start: int) -> list[Actor]:
        index = bisect_left(self._starts, start)
        near = [
            found
            for found in reversed(self._found[max(0, index - _IT_BACK) : index])
            if start - found.end < _IT_FARTHEST
        ]
        bodies = [found for found in near if found.actor.kind in {"organisation", "government"}]
        acting = [found for found in near if found.actor.kind == "country" and not self._is_aside(found)]
        return self._refer(start, [(bodies or acting)[0].actor]) if bodies or acting else []

    def _is_aside(self, found: Found) -> bool:
        """Whether a country is but a place or a topic, or owns what is meant: "a new tool for Italy"."""
        before = self._text[max(0, found.start - _LONGEST_BEHIND) : found.start]
        return found.possessive or _BEHIND.search(before) is not None

    def _refer(self, start: int, actors: list[Actor]) -> list[Actor]:
        match = _WORD.match(self._text, start)
        if match and len(actors) == 1:
            self._pronouns.append(Found(start, match.end(), actors[0], "pronoun", 0.6))
        return actors

    def _antecedent(self, start: int) -> list[Actor]:
        """Who "who" is: the name just before it, else the noun phrase."""
        index = bisect_left(self._starts, start)
        for found in reversed(self._found[max(0, index - _WHO_BACK) : index]):
            if found.actor.kind == "place":
                continue  # "Ann Roe of Ohio, who"
            between = self._text[found.end : start]
            if not between.strip(" ,\n\u00a0") or (found.actor.kind == "person" and _is_apposition(between)):
                return [found.actor]
        match = _ANTECEDENT.search(self._text, max(0, start - _WHO_FARTHEST), start)
        if match is None or not speaks(match[2].lower()):
            return []
        return [self._unnamed.source(Phrase(match.start(), match.end(2), match[2], None, match.end(2)))]


def _order(attribution: Attribution) -> tuple[bool, int]:
    return attribution.within is not None, attribution.source[0][0] if attribution.source else 0


def _is_apposition(between: str) -> bool:
    """Whether only an apposition in commas stands between a name and "who"."""
    if len(between) > _LONGEST_ASIDE or "." in between:
        return False
    return between.startswith((",", " of ", " from ")) and between.rstrip().endswith(",")


def voices(
    answers: Sequence[Answer], attributions: Sequence[Attribution], mentions: Sequence[Found]
) -> tuple[Voice, ...]:
    """The voices, once every actor has its id. `mentions` are in order of `start`."""
    starts = [found.start for found in mentions]
    made = []
    for (actors, unnamed), attribution in zip(answers, attributions, strict=True):
        speakers = tuple(dict.fromkeys(actor.id for actor in actors))
        about: dict[str, None] = {}
        for start, end in attribution.content:
            for found in mentions[bisect_left(starts, start) : bisect_left(starts, end)]:
                if found.end <= end and not _is_speaker(found.actor, speakers):
                    about[found.actor.id] = None
        made.append(Voice(speakers=speakers, unnamed=unnamed, about=tuple(about)))
    return tuple(made)


def _is_speaker(actor: Actor, speakers: Sequence[str]) -> bool:
    """Whether somebody is who speaks, or the speaker's "we"."""
    return actor.id in speakers or (len(actor.members) == 1 and actor.members[0].id in speakers)
