"""Sources without a name: groups ("Russian officials", "a spokesman") and organisations in small letters."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.names.actors import Actor, Found
from onrecord.analysis.names.cast import Cast
from onrecord.analysis.names.describe import sectors
from onrecord.analysis.names.phrases import Phrase, phrases
from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.titles import country_in
from onrecord.analysis.names.words import COLLECTIVES, GENERIC, PEOPLE, PEOPLE_SECTORS, ROLE_GENDER, ROLES
from onrecord.analysis.parts import Extent
from onrecord.knowledge.countries import find_country_form
from onrecord.knowledge.places import find_place
from onrecord.resolution.belonging import country_of
from onrecord.resolution.describing import describe
from onrecord.resolution.phrases import joined, word_set, words_of

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
_THE = re.compile(r"(?:the|that) \w+$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|that|this|its|his|her|their)\s+\S+", re.IGNORECASE)
_THAT = re.compile(r"(?:the|that|this)\s+(?:[a-z][\w-]*\s+)?\S+", re.IGNORECASE)
"""An organisation named before: "the company", "the large retailer"; not "his party"."""
_WORD = re.compile(r"\w")
_SOME = frozenset({"one", "two", "three", "some", "many", "most", "several", "all", "none", "both", "number"})
_GOVERNMENTS = frozenset({"government", "administration", "cabinet"})
_OF_STATE = word_set("police army military parliament navy presidency treasury authorities")
"""In small letters and alone they are those of the country that the article is about."""
_BUSINESSES = frozenset({"company", "firm", "bank", "airline", "publisher"})
_TRADERS = word_set("""
    retailer lender insurer brewer manufacturer utility miner refiner conglomerate supermarket startup
    start-up brokerage consultancy shipbuilder carrier
""")
_MAKERS = frozenset({"lawmaker", "filmmaker", "policymaker", "peacemaker", "troublemaker", "homemaker"})
_PLAIN = re.compile(r"(?:the )?(?:[A-Z][\w.]+(?:[’']s)? )?\w+", re.IGNORECASE)
_LARGE = 100_000
"""A smaller town may be but a common word: "mine workers"."""
_BARE = re.compile(r"(?:the|that|this)\s+\S+", re.IGNORECASE)
_ONE_OF_MANY = "(?:[Aa]n?|[Oo]ne|[Aa]nother)"
_ANY_OTHER = "(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?!of |and |to )[\\w’'-]+"
_FARTHEST = 4000
_LED_BY = re.compile(r"(?:[Tt]he |an? |his |her )?([A-Z][\w-]+)(?:[’']s)? \w+")
"""The government of somebody: "the Biden administration"."""
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
    if head in actor.name.lower().split():
        return True
    if head in _BUSINESSES or is_company(head):
        return not actor.sectors or actor.sectors[0] == "BUS"
    return head in GENERIC and actor.sectors[:1] not in {("JRN",), ("BUS",)}


def is_company(head: str) -> bool:
    """Whether a common noun in small letters is a kind of company: "the automaker", "the retailer"."""
    return head in _TRADERS or (head.endswith("maker") and head not in _MAKERS)


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


def _is_plainly_such(actor: Actor, head: str) -> bool:
    """Whether an organisation is of the kind by its name or its sector: a company is one of business."""
    if head in actor.name.lower().split():
        return True
    return bool(actor.sectors) and (actor.sectors[0] == "BUS") == (head in _BUSINESSES or is_company(head))


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

    def singles(self, sources: Sequence[Extent], nominals: Sequence[Found]) -> list[Found]:
        """The mentions of one person without a name as which sources begin: "a woman", "the official".

        `nominals` are descriptions of whom it is known.
        """
        taken = {found.start for found in nominals}
        for start, end in sources:
            if start in taken or not (
                _ONE.match(self._text, start, end) or _THE.match(self._text, start, end)
            ):
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
        text = self._text[phrase.start : phrase.end]
        if len(text) > len("'s") and text.endswith(("'s", "’s")):
            phrase = replace(phrase, end=phrase.end - 2, stop=max(phrase.end - 2, phrase.stop))
        named = head in COLLECTIVES or is_company(head) or self._is_movement(phrase)
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
        if _THAT.fullmatch(text) and (named := self._named_before(phrase.start, head)):
            return self._mention(phrase, named, 0.7)
        country = self._country(phrase) or self._cast.identities.home
        if head in _GOVERNMENTS and (led := _LED_BY.fullmatch(text)):
            country = self._cast.identities.led_by(led[1]) or country
        if head in _GOVERNMENTS and country and _PLAIN.fullmatch(text):
            return self._mention(phrase, self._cast.government(country), 0.7)
        if _BARE.fullmatch(text):
            known = self._cast.known(f"last {head}")
            if known is None and (introduced := self._introduced(phrase, head, _ANY_OTHER)):
                known = self._organisation(introduced, head)
            if known is not None:
                return self._mention(phrase, known, 0.6)
        name = _ARTICLE.sub("", text)
        actor = self._new(phrase, f"org {name.lower()}", Actor("organisation", name))
        self._cast.rename(f"last {head}", actor)
        if head in _OF_STATE and not actor.country and len(text.split()) <= len(("the", "police")):
            actor.country = self._cast.identities.home
        return actor

    def _named_before(self, start: int, head: str) -> Actor | None:
        """The organisation of this kind that was named last: "the ministry"."""
        index = bisect_left(self._starts, start)
        before = [
            found.actor
            for found in reversed(self._found[max(0, index - _BACK) : index])
            if found.actor.kind == "organisation" and _is_such(found.actor, head)
        ]
        return next(
            (actor for actor in before if _is_plainly_such(actor, head)), before[0] if before else None
        )

    def _group(self, phrase: Phrase, head: str) -> Actor:
        """Somebody unnamed is a group; "the officials" are those spoken of last."""
        text = self._text[phrase.start : phrase.end]
        if _DEFINITE.fullmatch(text):
            known = self._cast.known(f"last {head}")
            if known is None and (introduced := self._introduced(phrase, head, _ONE_OF_MANY)):
                known = self._group(introduced, head)
            if known is not None:
                return self._mention(phrase, known, 0.6)
        name = _ARTICLE.sub("", self._text[phrase.start : phrase.stop])[:_LONGEST_NAME]
        actor = self._new(phrase, f"group {name.lower()}", Actor("group", name, unnamed=True))
        self._cast.rename(f"last {head}", actor)
        return actor

    def _introduced(self, phrase: Phrase, head: str, before: str) -> Phrase | None:
        """The phrase that brought in, but not as a source, who is now "the official" or "the commission".

        `before` is what it begins with, a regular expression.
        """
        if not head.isalpha():
            return None
        offset = max(0, phrase.start - _FARTHEST)
        pattern = rf"\b{before} (?:[\w’'-]+ ){{0,4}}?{head}\b"
        matches = list(re.finditer(pattern, self._text[offset : phrase.start]))
        if not matches:
            return None
        start, end = (edge + offset for edge in matches[-1].span())
        return Phrase(start, end, head, None, end)

    def _new(self, phrase: Phrase, key: str, make: Actor) -> Actor:
        actor = self._cast.actor(key, make)
        # "One of the officials": what they are stands behind.
        end = phrase.stop if phrase.head.lower() in _SOME else phrase.end
        words = self._text[phrase.start : end].lower().split()
        actor.sectors = actor.sectors or sectors(words, PEOPLE_SECTORS)
        actor.country = actor.country or self._country(phrase)
        if not actor.country or not actor.sectors:
            bare = _ARTICLE.sub("", self._text[phrase.start : phrase.stop])
            said = describe(bare, self._cast.identities.knowledge)
            if not actor.country and not self._is_joined(phrase):
                actor.country = self._told(bare) or self._of_place(phrase)
            actor.sectors = actor.sectors or said.sectors
        if not actor.country and phrase.head.lower() in _OF_STATE:
            actor.country = self._cast.identities.home
        return self._mention(phrase, actor, 0.8)

    def _mention(self, phrase: Phrase, actor: Actor, confidence: float) -> Actor:
        # Behind a possessive name, which stays a mention of its own: "Doe's" and "campaign".
        owners = [found.end for found in phrase.inside if found.possessive and found.end < phrase.end]
        start = phrase.start
        if owners:
            mark = self._text[owners[-1]] in "'’"
            word = _WORD.search(self._text, owners[-1] + 2 * mark, phrase.end)  # "its" has no mark and no s
            start = word.start() if word else start
        self.mentions.append(Found(start, phrase.end, actor, "nominal", confidence))
        return actor

    def _country(self, phrase: Phrase) -> str | None:
        index = bisect_left(self._spot_starts, phrase.start)
        near = (spot for spot in self._spots[index : index + _SPOTS] if spot.start < phrase.stop)
        codes = [spot.country for spot in near if spot.country and spot.kind != "person"]
        return None if not codes or (len(codes) > 1 and self._is_joined(phrase)) else codes[0]

    def _of_place(self, phrase: Phrase) -> str | None:
        """The country of the place in a phrase: "a Bergen fisherman"."""
        first, last = bisect_left(self._starts, phrase.start), bisect_left(self._starts, phrase.stop)
        places = (self._cast.place_of(found.actor) for found in self._found[first:last])
        return next((choice.place.country for choice in places if choice), None)

    def _told(self, words: str) -> str | None:
        """The country that words tell by a state, a body or a region; a town may be but a common word."""
        split = words_of(words)
        found = country_of(split, self._cast.identities.knowledge)
        if found is None or found.kind == "backer":
            return None
        place = find_place(joined(split[found.start : found.end])) if found.kind == "place" else None
        return None if place and place.precision == "city" and place.population < _LARGE else found.country

    def _is_joined(self, phrase: Phrase) -> bool:
        """Whether a phrase names several: "Egyptian and Qatari mediators" are of neither country alone."""
        return " and " in self._text[phrase.start : phrase.end]
