"""The cast of an article: every name resolved to a person, an organisation, a country or a place."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.analysis.names.actors import Actor, Found
from onrecord.analysis.names.bodies import Bodies, Registry
from onrecord.analysis.names.choosing import Choice
from onrecord.analysis.names.context import Context
from onrecord.analysis.names.describe import sectors
from onrecord.analysis.names.identities import Identities
from onrecord.analysis.names.persons import GUESS, Persons
from onrecord.analysis.names.spots import Basis, Spot
from onrecord.analysis.names.where import Where
from onrecord.analysis.names.words import (
    COMPANIES,
    DAYS_AND_MONTHS,
    LOCATIVES,
    NO_PERSON,
    ORGANISATIONS,
    PEOPLE_SECTORS,
    QUANTIFIERS,
    ROLES,
)
from onrecord.knowledge.base import Person
from onrecord.knowledge.countries import country, find_capital
from onrecord.knowledge.first_names import gender_of
from onrecord.knowledge.names import fold
from onrecord.record import MentionForm

_CAMEL = re.compile(r"[a-z][A-Z](?<!Mc.)(?<!Mac.)")
_PLURAL = re.compile(r"(?:ers|ors|ists|ians|ants|ees|men)$")
_UNION = re.compile(r"\b(?:European (?:Union|Commission|Parliament)|EU)\b")
_WITH_ARTICLE = ("States", "Kingdom", "Emirates", "Netherlands", "Philippines")

LARGE = 300_000
"""So many people make a city known to everybody."""
PLACED = 0.8
"""How sure a mention stands for a place, were there only one of the name."""
_ARMED = frozenset({"REB", "PRM", "UAF", "MIL"})

Known = tuple[Actor, float]
"""An actor, and how sure a mention stands for it."""


class Cast:
    """The actors of one article, and the mentions by name.

    `near` is the country whose places come first, `organisations` are the folded names that the text
    shows to be organisations'.
    """

    def __init__(
        self,
        context: Context,
        near: str | None,
        identities: Identities,
        organisations: frozenset[str] = frozenset(),
    ) -> None:
        self.context = context
        self.identities = identities
        self.found: list[Found] = []
        self._places: dict[int, Choice] = {}
        """By actor (`id`): the place that it is."""
        self._persons = Persons(context)
        self._where = Where(context, near)
        self._registry = Registry()
        self._bodies = Bodies(context, self._registry, self._where, identities)
        self._organisations = organisations

    def survey(self, spots: Sequence[Spot]) -> None:
        """Read where the article is set from its names, before any of them is looked for."""
        self._where.survey(spots)

    def place_of(self, actor: Actor) -> Choice | None:
        """The place that an actor is."""
        return self._places.get(id(actor))

    def gather(self, spots: Sequence[Spot]) -> None:
        """Find the mentions of all spots that stand for somebody or something, in order.

        Full names first: a short name may stand before the full one.
        """
        singles = {spot.name for spot in spots if " " not in spot.name}
        full = {
            index: known
            for index, spot in enumerate(spots)
            if " " in spot.name and (known := self._full_name(spot, singles))
        }
        self._add_couples(spots, full)
        for index, spot in enumerate(spots):
            known = full.get(index)
            self._note(spot, known or self._resolve(spot), full=known is not None)

    def _add_couples(self, spots: Sequence[Spot], full: dict[int, Known]) -> None:
        """A first name joined to a full one has its surname: "Gareth and Ann Pritchard"."""
        for index, (first, second) in enumerate(pairwise(spots)):
            if index in full or index + 1 not in full or " " in first.name or not gender_of(first.name):
                continue
            if self.context.text[first.end : second.start] != " and " or first.title or second.title:
                continue
            if gender_of(second.name.split()[0]):
                surname = second.name.partition(" ")[2]
                full[index] = self._persons.full_name(replace(first, name=f"{first.name} {surname}")), 0.8

    def basis(self, spot: Spot) -> Basis:
        """What the kind of a name rests on, once what stands around it and the gazetteer are asked too."""
        if spot.basis != "none":
            return spot.basis
        if find_capital(spot.name) and not gender_of(spot.name):
            return "listed"
        told = self._is_organisation(spot) or self.context.has_role(spot) or self._where.find(spot)
        return "words" if told else "none"

    def may_be_place(self, spot: Spot) -> bool:
        """Whether a place is called so that is at all likely to be meant."""
        return self._where.is_likely(spot)

    def is_known_place(self, spot: Spot) -> bool:
        """Whether a name is a large city's or a state's, and no first name."""
        choice = None if gender_of(spot.name.partition(" ")[0]) else self._where.find(spot)
        return choice is not None and choice.place.population >= LARGE

    def actor(self, key: str, make: Actor) -> Actor:
        """The actor known as `key`, which is `make` the first time."""
        return self._registry.actor(key, make)

    def rename(self, key: str, actor: Actor) -> None:
        """Know `actor` as `key` from now on."""
        self._registry.rename(key, actor)

    def known(self, key: str) -> Actor | None:
        """The actor known as `key`, if there is one by now."""
        return self._registry.known(key)

    def is_surname(self, name: str) -> bool:
        """Whether somebody in the article is called so."""
        return self._persons.is_surname(name)

    def person_of(self, person: Person) -> Actor:
        """The actor who is a person of the knowledge, named in the article or not."""
        return self.identities.actor_of(person) or self.identities.make(person)

    def author(self, name: str, *, unnamed: bool) -> Actor:
        """Who wrote the article: somebody whom it names as well, or a person of this name."""
        make = Actor("person", name, unnamed=unnamed, sectors=("JRN",))
        return self._persons.known(name) or self.actor("author", make)

    def country(self, iso3: str) -> Actor:
        """The actor of a country."""
        entry = country(iso3)
        name = entry.name if entry else iso3
        return self.actor(f"e:{iso3}", Actor("country", name, f"e:{iso3}", country=iso3))

    def government(self, iso3: str) -> Actor:
        """The actor of a country's government."""
        key, name = f"e:{iso3}/gov", self.country(iso3).name
        name = f"the {name}" if name.endswith(_WITH_ARTICLE) else name
        make = Actor("government", f"Government of {name}", key, country=iso3, sectors=("GOV",))
        return self.actor(key, make)

    def seat(self, iso3: str) -> Actor:
        """Who acts in a capital: its government, in Brussels the Union where the article speaks of it."""
        if iso3 == "BEL" and _UNION.search(self.context.text):
            union = self.actor("european union", self.known("eu") or Actor("organisation", "European Union"))
            return self.actor("eu", union)
        return self.government(iso3)

    def _full_name(self, spot: Spot, singles: set[str]) -> Known | None:
        if self._is_organisation(spot) and not self.context.has_role(spot):
            return None
        if spot.kind == "person" and spot.basis == "model":
            return self._persons.full_name(spot), spot.sure
        if self.context.is_quoted_title(spot):
            return None
        sure = self._persons.sureness(spot, singles)
        if sure == GUESS:
            if self._where.find(spot) or self._where.opens_dateline(spot):
                return None
            if self.context.in_source(spot.start, spot.end):
                sure = 0.8
            elif self.context.has_small_word(spot.name.split()):
                return None
        return (self._persons.full_name(spot), sure) if sure else None

    def _is_organisation(self, spot: Spot) -> bool:
        """Whether the text shows that an unknown name is an organisation's, whole or by its last word."""
        if spot.kind != "unknown" or not self._organisations:
            return False
        words = fold(spot.name).split(" ")
        return not self._organisations.isdisjoint((" ".join(words), words[0], words[-1]))

    def _note(self, spot: Spot, known: Known | None, *, full: bool) -> None:
        if known is None:
            return
        actor, confidence = known
        if actor.kind == "person":
            self._persons.seen(actor, spot, full=full)
        capital = actor.kind == "organisation" and spot.name == "Brussels"
        form: MentionForm = "metonym" if actor.kind == "government" or capital else "name"
        start = self._persons.start_of(actor, spot) if actor.kind == "person" else spot.start
        self.found.append(Found(start, spot.end, actor, form, confidence, possessive=spot.possessive))

    def _resolve(self, spot: Spot) -> Known | None:
        if spot.kind == "country" and spot.country and not self._persons.is_surname(spot.name):
            if namesake := self._where.namesake(spot):
                return self._place(spot, namesake)
            return self.country(spot.country), 0.95
        if spot.kind == "government" and spot.country:
            return self.government(spot.country), 0.95
        if spot.basis == "model" and spot.kind != "group":
            return self._judged(spot)
        if spot.kind == "organisation":
            return self._shouted_place(spot) or (self._bodies.named(spot), 0.85)
        return self._otherwise(spot)

    def _otherwise(self, spot: Spot) -> Known | None:
        """Who or what a spot stands for that is no country, government or organisation."""
        if spot.kind in {"people", "group"}:
            return self._people(spot), 0.8
        if spot.kind in {"adjective", "title"}:
            return self._persons.titled(spot)
        return self._persons.bearer(spot) or self._unknown_name(spot)

    def _people(self, spot: Spot) -> Actor:
        """A people, a faith, a party's members: "Russians", "Muslims", "Democrats"."""
        body = self.identities.body(spot.name, None) if spot.kind == "group" else None
        if body is not None and not _ARMED.isdisjoint(body.sectors):
            return self._bodies.named(spot)  # "the Houthis"
        make = Actor("group", spot.name, country=spot.country, unnamed=True)
        make.sectors = sectors([spot.name.lower().removesuffix("s")], PEOPLE_SECTORS)
        return self.actor(f"people {spot.country or fold(spot.name)}", make)

    def _judged(self, spot: Spot) -> Known:
        """Who or what a name stands for of which the model says what kind it is."""
        if spot.kind != "place" and (area := self._where.area(spot)):
            return self._place(spot, area)
        if spot.kind == "organisation":
            return self._bodies.short(spot) or self._bodies.named(spot), spot.sure
        if spot.kind == "person":
            known = self._persons.bearer(spot) or self._mistaken_place(spot)
            return known or (self._persons.short_name(spot), spot.sure)
        if place := self._where.find(spot, is_place=True):
            return self._place(spot, place)
        return self.actor(f"place {fold(spot.name)}", Actor("place", spot.name)), spot.sure

    def _mistaken_place(self, spot: Spot) -> Known | None:
        """A city of the article's countries that the model takes for somebody, who says nothing here."""
        if spot.title or gender_of(spot.name) or self.context.in_source(spot.start, spot.end):
            return None
        choice = self._where.find(spot, is_place=True)
        found = choice is not None and choice.supported and choice.place.population >= LARGE // 3
        return self._place(spot, choice) if choice and found else None

    def _shouted_place(self, spot: Spot) -> Known | None:
        """A dateline's place in capitals, which looks like an acronym: "PARIS (AP) —"."""
        if not spot.name.isupper() or not self._where.opens_dateline(spot):
            return None
        place = self._where.find(spot)
        return self._place(spot, place) if place else None

    def _unknown_name(self, spot: Spot) -> Known | None:
        """A name that no full name explains: a short organisation, somebody titled, a place, a source."""
        if organisation := self._bodies.short(spot):
            return organisation, 0.8
        if self._is_organisation(spot) and not self._where.find(spot):
            return self.known(f"ends {fold(spot.name)}") or self._bodies.named(spot), 0.75
        if spot.title or (self._may_be_person(spot) and self.context.has_role(spot)):
            return self._persons.short_name(spot), 0.85
        if place := self._where.find(spot):
            return self._place(spot, place)
        institution = spot.name in NO_PERSON and self.context.word_before(spot) == "the"
        if spot.name in COMPANIES or " " in spot.name or institution:
            return self._speaking_organisation(spot)
        return self._bare_source(spot) if self._may_speak(spot) else None

    def _speaking_organisation(self, spot: Spot) -> Known | None:
        """A source that is no person and of whose kind no word tells: "World Aquatics said"."""
        words = spot.name.split()
        if not self.context.is_source(spot) or self.context.has_small_word(words[1:]):
            return None
        if spot.name not in COMPANIES and len(words) == 1 and spot.name.endswith("s"):
            return None
        return None if words[-1] in DAYS_AND_MONTHS else (self._bodies.named(spot), 0.6)

    def _bare_source(self, spot: Spot) -> Known | None:
        """Who a lone unknown word that speaks is: a person, or an organisation where "the" leads."""
        with_article = self.context.word_before(spot) == "the"
        if with_article and self._persons.is_surname(spot.name.removesuffix("s")):
            return None  # "the Does", who are several
        if self.context.word_before(spot) in LOCATIVES:
            return None
        if with_article or _CAMEL.search(spot.name) or self.context.word_before(spot) == "at":
            return self._bodies.named(spot), 0.7
        return self._persons.short_name(spot), 0.7

    def _may_speak(self, spot: Spot) -> bool:
        """Whether a lone unknown word is a source, and somebody's name rather than "Campaigners"."""
        if not self.context.in_source(spot.start, spot.end) or not self._may_be_person(spot):
            return False
        if self.context.word_before(spot) in QUANTIFIERS or self.context.opens_source(spot):
            return False
        plural = _PLURAL.search(spot.name) is not None
        return not (spot.initial and (plural or self.context.has_small_word([spot.name])))

    def _may_be_person(self, spot: Spot) -> bool:
        """Whether a lone word may be a surname as far as the word tables know."""
        if " " in spot.name or spot.name in NO_PERSON:
            return False
        return spot.name not in ORGANISATIONS and spot.name.lower() not in ROLES

    def _place(self, spot: Spot, choice: Choice) -> Known:
        place = choice.place
        if iso3 := self._where.government(spot, place):
            return self.seat(iso3), 0.7
        key = place.id or f"place {fold(spot.name)} {place.lat} {place.lon}"
        actor = self.actor(key, Actor("place", place.name, place.id, country=place.country))
        self._places.setdefault(id(actor), choice)
        return actor, round(PLACED * choice.confidence, 2)
