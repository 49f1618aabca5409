"""Persons by name: full names gather their short forms, two people of one surname stay two."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from onrecord.analysis.names.actors import Actor
from onrecord.analysis.names.context import Context
from onrecord.analysis.names.describe import describe
from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.words import NO_PERSON, ORGANISATIONS, PARTICLES
from onrecord.knowledge.countries import find_country_form
from onrecord.knowledge.first_names import Gender, gender_of
from onrecord.knowledge.names import fold

GUESS = 0.55
"""How sure two capitalised words are a person's name when nothing else speaks for it."""
_AGE = re.compile(r",? (?:\d{1,2},|\(\d{1,2}\))")
_PREFIXED = re.compile(r"(?:Anti|Pro|Non|Ex|Mid|Post|Pre|Multi|Cross|Inter|All)-", re.IGNORECASE)
_NO_PERSON_AFTER = frozenset(
    {"the", "a", "an", "in", "at", "this", "that", "these", "its", "our", "your", "each"}
)
_MOST_NAME_WORDS = 5
_PLAINLY_MORE = 2
_MOST_NAMESAKES = 50
"""So many people of one name are told apart, the latest; a bound, so that time stays linear."""
_BOUND = {(particle,) for particle in PARTICLES}
_TELLING = 2
"""So many mentions of a person with one title are looked at for what they say besides the name."""


class Persons:
    """The persons of one article."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._by_word: dict[str, list[Actor]] = defaultdict(list)
        self._last: dict[int, int] = {}
        self._count: dict[int, int] = {}
        self._told: dict[tuple[int, str], int] = {}

    def sureness(self, spot: Spot, singles: set[str]) -> float:
        """How sure it is that a name of several words is a person's; 0 where it is not taken for one.

        `singles` are the names of one word that the article has too.
        """
        words = spot.name.split()
        if spot.kind == "person":
            inner = [word for word in words[1:] if word not in PARTICLES]
            heading = len(inner) > 1 and not spot.title and self._context.has_small_word(inner)
            return 0.0 if heading else 0.95
        if spot.kind != "unknown" or _is_something_else(words, titled=self._context.has_role(spot)):
            return 0.0
        if self._context.has_role(spot):
            return 0.9
        if self._context.word_before(spot) in _NO_PERSON_AFTER:
            return 0.0
        if words[-1] in singles or _AGE.match(self._context.text, spot.end):
            return 0.9
        return GUESS

    def full_name(self, spot: Spot) -> Actor:
        """The person of a full name: one met before, or a new one."""
        words = _words(spot.name)
        for actor in self._by_word[words[-1]][-_MOST_NAMESAKES:]:
            if actor.words == words or _same_person(actor.words, words):
                break
        else:
            if part := self._part(words):
                return part
            name = spot.name.title() if spot.name.isupper() else spot.name
            actor = Actor("person", name, words=words, gender=spot.gender or gender_of(words[0]))
            for word in dict.fromkeys(words):
                self._by_word[word].append(actor)
        if len(words) > len(actor.words) and not spot.name.isupper():
            actor.name = spot.name
        return actor

    def _part(self, words: tuple[str, ...]) -> Actor | None:
        """Who has these words and more: "Juan Manzo" is Juan Manzo Ríos, "Van der Plas" the leader."""
        fitting = [
            actor
            for actor in self._by_word.get(words[-1], [])[-_MOST_NAMESAKES:]
            if len(actor.words) > len(words) and _contains(actor.words, words)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def known(self, name: str) -> Actor | None:
        """The person of this full name, where the article has named one."""
        words = _words(name)
        return next((actor for actor in self._by_word.get(words[-1], []) if actor.words == words), None)

    def start_of(self, actor: Actor, spot: Spot) -> int:
        """Where a mention begins with the particles of the name: "van den Berg"."""
        start = spot.start
        words = _words(spot.name)
        if spot.title or words[0] not in actor.words:
            return start
        for word in reversed(actor.words[: actor.words.index(words[0])]):
            begin = start - len(word) - 1
            if word not in PARTICLES or begin < 0 or self._context.text[begin : start - 1] != word:
                break
            start = begin
        return start

    def short_name(self, spot: Spot) -> Actor:
        """A new person of whom only a surname or first name is known."""
        words = _words(spot.name)
        first = gender_of(words[0]) if len(words) > 1 else self._gender_by_title(spot.name)
        actor = Actor("person", spot.name, words=words, gender=spot.gender or first)
        self._by_word[words[-1]].append(actor)
        return actor

    def bearer(self, spot: Spot) -> tuple[Actor, float] | None:
        """Whom a short name stands for, and how surely; None where nobody bears it."""
        words = _words(spot.name)
        fitting = [
            actor
            for actor in self._by_word.get(words[-1], [])[-_MOST_NAMESAKES:]
            if _contains(actor.words, words) and (not spot.gender or actor.gender in {spot.gender, None})
        ]
        fitting = [actor for actor in fitting if actor.words[-1] == words[-1]] or fitting
        # "Silva" is Ann Silva rather than Joe da Silva.
        fitting = [actor for actor in fitting if actor.words[-2:-1][:1] not in _BOUND] or fitting
        if len(fitting) > 1:
            return self._likeliest(fitting), 0.6
        return (fitting[0], 0.95) if fitting else None

    def titled(self, spot: Spot) -> tuple[Actor, float] | None:
        """Who is called by a surname that is a title too: "Sgt. King"."""
        surname = spot.name.rpartition(" ")[2]
        known = self._by_word.get(fold(surname), []) if spot.kind == "title" else []
        known = [actor for actor in known if len(actor.words) > 1 and actor.words[-1] == fold(surname)]
        return (known[-1], 0.8) if known else None

    def is_surname(self, name: str) -> bool:
        """Whether somebody in the article is called so: Michael Jordan makes "Jordan" no country.

        Only somebody with a first name or a title: "Renewable Fuels Norway" may have been taken for a person.
        """
        key = fold(name)
        return any(actor.words[-1] == key and actor.gender for actor in self._by_word.get(key, ()))

    def seen(self, actor: Actor, spot: Spot, *, full: bool) -> None:
        """Note a mention, and what it says of the person."""
        self._last[id(actor)] = spot.start
        self._count[id(actor)] = self._count.get(id(actor), 0) + 1
        told = (id(actor), spot.title)
        self._told[told] = self._told.get(told, 0) + 1
        if self._told[told] > _TELLING:
            return
        if full or spot.title or not actor.roles:
            describe(actor, spot, self._context)

    def _likeliest(self, candidates: list[Actor]) -> Actor:
        """The one mentioned most by now, where that is plain, else the nearest before."""
        nearest = max(candidates, key=lambda actor: self._last.get(id(actor), -1))
        often = max(candidates, key=lambda actor: self._count.get(id(actor), 0))
        margin = self._count.get(id(often), 0) - self._count.get(id(nearest), 0)
        return often if margin >= _PLAINLY_MORE else nearest

    def _gender_by_title(self, surname: str) -> Gender | None:
        """The gender of the first name that the headline puts before a surname."""
        before, found, _ = self._context.title.partition(f" {surname}")
        return gender_of(before.split()[-1]) if found and before.split() else None


def _is_something_else(words: Sequence[str], *, titled: bool) -> bool:
    """Whether the words of a name show that it is no person's; `titled` when a role stands before it."""
    if len(words) > _MOST_NAME_WORDS or any(word in ORGANISATIONS for word in words):
        return True
    if not titled and any(word in NO_PERSON for word in words):
        return True
    if _PREFIXED.match(words[0]):
        return True
    return not gender_of(words[0]) and find_country_form(words[0].partition("-")[0]) is not None


def _same_person(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether two full names of one surname are one person's: the first names agree, or their initials."""
    first, other = known[0], words[0]
    if len(known) == 1 or known[-1] != words[-1]:
        return False
    return first == other or (min(len(first), len(other)) == 1 and first[:1] == other[:1])


@lru_cache(maxsize=1 << 13)
def _words(name: str) -> tuple[str, ...]:
    return tuple([fold(word) for word in name.replace("-", " ").split()])


def _contains(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(words)
    if size == 1:
        return words[0] in name
    return any(name[index : index + size] == words for index in range(len(name) - size + 1))
