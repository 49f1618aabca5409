"""Sources without a name: groups ("Russian officials", "a spokesman") and organisations in small letters."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.analysis.names.actors import Actor, Found
from onrecord.analysis.names.cast import Cast
from onrecord.analysis.names.describe import sectors
from onrecord.analysis.names.phrases import Phrase, phrases
from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.titles import country_in
from onrecord.analysis.names.words import COLLECTIVES, GENERIC, PEOPLE, PEOPLE_SECTORS, ROLE_GENDER, ROLES
from onrecord.analysis.parts import Extent
from onrecord.knowledge.countries import find_country_form

_PERSONISH = re.compile(r".*(?:[^su]s|er|or|ist|ian|ee|man|woman|men|women|person|people|ant)$")
_THINGS = re.compile(
    r".*(?:[ts]ions?|ments?|ings?|ches|[ae]nces?|ures?|prices?|shares|markets|dents|primar(?:y|ies)|"
    r"years|days|times|words|remarks|comments|talks|papers?|letters?|levels?|rates?|results|costs|losses|sales|issues|cases|claims|numbers?|orders?|towers?)$"
)
_PEOPLE_DENTS = re.compile(r".*(?:presi|stu|resi|dissi|correspon)dents$")
_ARTICLE = re.compile(r"^(?:an?|the|this|that|these|those|its|his|her|their|our|my)\s+", re.IGNORECASE)
_ONE = re.compile(
    r"(?:an?|another|one) (?!of |in |number|group|handful|couple|majority|few|lot)\w|another$", re.IGNORECASE
)
_DEFINITE = re.compile(r"(?:the|that|this|its|his|her|their)\s+\S+", re.IGNORECASE)
_WORD = re.compile(r"\w")
_SOME = frozenset({"one", "two", "three", "some", "many", "most", "several", "all", "none", "both", "number"})
_LONGEST_NAME = 80
_BACK = 60
_SPOTS = 4


def speaks(head: str) -> bool:
    """Whether a common noun in small letters is one of people, who can speak, rather than of things."""
    if head.endswith("%") or head in PEOPLE or head in ROLES or head in PEOPLE_SECTORS:
        return True
    if _PEOPLE_DENTS.fullmatch(head):
        return True
    return bool(_PERSONISH.fullmatch(head)) and not _THINGS.fullmatch(head)


def _is_such(actor: Actor, head: str) -> bool:
    """Whether an organisation may be called by a common noun: "the ministry", "the company"."""
    return head in actor.name.lower().split() or (head in GENERIC and "JRN" not in actor.sectors)


def group_of(cast: Cast, start: int, end: int, head: str) -> Actor:
    """The group that a plural noun phrase `[start, end)` of this head stands for."""
    text = cast.context.text[start:end]
    name = _ARTICLE.sub("", text)[:_LONGEST_NAME]
    if _DEFINITE.fullmatch(text) and (known := cast.known(f"last {head}")):
        return known
    actor = cast.actor(f"group {name.lower()}", Actor("group", name, unnamed=True))
    words = text.split()
    actor.sectors = actor.sectors or sectors([word.lower() for word in words], PEOPLE_SECTORS)
    actor.country = actor.country or country_in(words)
    cast.rename(f"last {head}", actor)
    return actor


class Unnamed:
    """Makes and finds again the unnamed sources of one article."""

    def __init__(self, cast: Cast, spots: Sequence[Spot], found: Sequence[Found]) -> None:
        self._cast = cast
        self._text = cast.context.text
        self._spots = spots
        self._spot_starts = [spot.start for spot in spots]
        self._found = found
        self._starts = [mention.start for mention in found]
        self.mentions: list[Found] = []

    def singles(self, sources: Sequence[Extent]) -> list[Found]:
        """The mentions of one person without a name that sources begin with: "a woman", "one witness"."""
        for start, end in sources:
            if not _ONE.match(self._text, start, end):
                continue
            first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
            phrase = next(phrases(self._text, start, end, self._found[first:last]), None)
            head = phrase.head.lower() if phrase else ""
            if phrase and not phrase.found and head not in COLLECTIVES and not phrase.plural and speaks(head):
                self._group(phrase, head).gender = ROLE_GENDER.get(head)
        return self.mentions

    def source(self, phrase: Phrase) -> Actor:
        """The organisation or group that a phrase without a name stands for."""
        head = phrase.head.lower()
        named = head in COLLECTIVES or self._is_movement(phrase)
        return self._organisation(phrase, head) if named else self._group(phrase, head)

    def _is_movement(self, phrase: Phrase) -> bool:
        """Whether it is a body of people with a name of its own: "the Houthis", "the Liberals"."""
        words = self._text[phrase.start : phrase.end].split()
        name = words[-1]
        if len(words) != 2 or words[0].lower() != "the" or not name[0].isupper():  # noqa: PLR2004
            return False
        known = find_country_form(name) or self._cast.context.has_small_word([name])
        return not known and name.lower() not in ROLES | PEOPLE and not self._cast.is_surname(name[:-1])

    def _organisation(self, phrase: Phrase, head: str) -> Actor:
        text = self._text[phrase.start : phrase.end]
        if _DEFINITE.fullmatch(text) and (named := self._named_before(phrase.start, head)):
            return self._mention(phrase, named, 0.7)
        name = _ARTICLE.sub("", text)
        return self._new(phrase, f"org {name.lower()}", Actor("organisation", name))

    def _named_before(self, start: int, head: str) -> Actor | None:
        """The organisation of this kind that was named last: "the ministry"."""
        index = bisect_left(self._starts, start)
        for found in reversed(self._found[max(0, index - _BACK) : index]):
            if found.actor.kind == "organisation" and _is_such(found.actor, head):
                return found.actor
        return None

    def _group(self, phrase: Phrase, head: str) -> Actor:
        """Somebody unnamed is a group; "the officials" are those spoken of last."""
        text = self._text[phrase.start : phrase.end]
        if _DEFINITE.fullmatch(text) and (known := self._cast.known(f"last {head}")):
            return self._mention(phrase, known, 0.6)
        name = _ARTICLE.sub("", self._text[phrase.start : phrase.stop])[:_LONGEST_NAME]
        actor = self._new(phrase, f"group {name.lower()}", Actor("group", name, unnamed=True))
        self._cast.rename(f"last {head}", actor)
        return actor

    def _new(self, phrase: Phrase, key: str, make: Actor) -> Actor:
        actor = self._cast.actor(key, make)
        # "One of the officials": what they are stands behind.
        end = phrase.stop if phrase.head.lower() in _SOME else phrase.end
        words = self._text[phrase.start : end].lower().split()
        actor.sectors = actor.sectors or sectors(words, PEOPLE_SECTORS)
        actor.country = actor.country or self._country(phrase)
        return self._mention(phrase, actor, 0.8)

    def _mention(self, phrase: Phrase, actor: Actor, confidence: float) -> Actor:
        # Behind a possessive name, which stays a mention of its own: "Doe's" and "campaign".
        owners = [found.end for found in phrase.inside if found.possessive and found.end < phrase.end]
        start = phrase.start
        if owners and (word := _WORD.search(self._text, owners[-1] + 2, phrase.end)):
            start = word.start()
        self.mentions.append(Found(start, phrase.end, actor, "nominal", confidence))
        return actor

    def _country(self, phrase: Phrase) -> str | None:
        index = bisect_left(self._spot_starts, phrase.start)
        near = (spot for spot in self._spots[index : index + _SPOTS] if spot.start < phrase.stop)
        codes = [spot.country for spot in near if spot.country and spot.kind != "person"]
        # "Egyptian and Qatari mediators" are of neither alone.
        joined = len(codes) > 1 and " and " in self._text[phrase.start : phrase.end]
        return None if joined or not codes else codes[0]
