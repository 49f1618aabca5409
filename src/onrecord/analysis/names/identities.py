"""Who in the knowledge the people and bodies of an article are, as of its day.

A full name is linked with what the whole article says of its bearer; two spellings of one person are one.
What the knowledge tells (gender, country, the offices of the day) helps to find whom "she" and "the minister"
mean.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from onrecord.analysis.names.actors import Actor, Found
from onrecord.analysis.names.believing import Belief, belief
from onrecord.analysis.names.words import ROLES, SHORT_TITLES, TITLE_HEADS, TITLE_WORDS
from onrecord.knowledge.base import Holding, Knowledge, Organisation, Person
from onrecord.knowledge.first_names import Gender, gender_of
from onrecord.knowledge.places import find_place
from onrecord.knowledge.roles import WEIGHT
from onrecord.record import Candidate, Entity
from onrecord.resolution.answers import people
from onrecord.resolution.entities import numbered, of_organisation, of_person
from onrecord.resolution.linking import link_organisation, link_person

_NAMES_A_BODY = re.compile(r" (?:of|for|at) |^[A-Z]{2}")
_GENDERS: dict[str, Gender] = {"f": "f", "m": "m"}
_LIKELY, _OF_LEADERS, _POSSIBLE = 0.42, 0.3, 0.1
"""How likely somebody must be to be meant where nobody else may be, who leads a country or not; and to stand
among the candidates."""
_PLAINLY = 2.5
"""So many times likelier than others somebody must be whose office the article tells."""
_COMPANY = 2
_LEADERS = 80


@dataclass(slots=True)
class Identities:
    """Links the actors of one article. `day` is an ISO prefix, None where the article's day is unknown."""

    knowledge: Knowledge
    day: str | None
    countries: frozenset[str] = frozenset()
    """The countries (ISO 3166-1 alpha-3) that the article speaks of."""
    home: str | None = None
    """The country whose government is "the government", where the article is plainly about one."""

    _actors: dict[int, Actor] = field(default_factory=dict)

    def link_all(self, found: Iterable[Found]) -> None:
        """Link the named persons that are mentioned, and let two actors who are one be one."""
        people = [one for one in found if one.actor.kind == "person" and not one.actor.unnamed]
        for mention in people:
            mention.actor = self._known(mention.actor)
        for mention in people:
            if mention.actor.candidates and self._is_in_company(mention.actor):
                self.identify(mention.actor, mention.actor.candidates[0][0])
            mention.actor = self._known(mention.actor)

    def _is_in_company(self, actor: Actor) -> bool:
        """Whether those around somebody make a full name of a politician that politician's.

        That is where nobody else may be meant and the article has several of that country.
        """
        person, _ = actor.candidates[0]
        if len(actor.candidates) > 1 or len(actor.words) == 1 or person.country not in self.countries:
            return False
        others = {
            key
            for key, one in self._actors.items()
            if one.identity and one.identity.country == person.country
        }
        return len(others) >= _COMPANY

    def _known(self, actor: Actor) -> Actor:
        if actor.identity is None and not actor.asked:
            self.link(actor)
        return self._actors.setdefault(actor.identity.key, actor) if actor.identity else actor

    def actor_of(self, person: Person) -> Actor | None:
        """The actor who has been found to be a person of the knowledge."""
        return self._actors.get(person.key)

    def make(self, person: Person) -> Actor:
        """The actor of a person whom the article does not name."""
        actor = Actor("person", person.name, asked=True)
        self.identify(actor, person)
        return self._actors.setdefault(person.key, actor)

    def held(self, actor: Actor) -> list[Holding]:
        """The offices that an actor surely holds on the article's day, the weightiest first."""
        if self.day is None or not isinstance(actor.identity, Person):
            return []
        holdings = self.knowledge.holdings(actor.identity)
        held = [holding for holding in holdings if holding.state(self.day) == "yes"]
        return sorted(held, key=lambda holding: -WEIGHT.get(holding.role, 0))

    def link(self, actor: Actor) -> None:
        """Find out who a named person is, from the name and what the article says of them."""
        actor.asked = True
        title, country = _read_title(actor.description or "")
        if actor.country and _NAMES_A_BODY.search(title) is None:
            title = title.lower()  # no names in it that a country need be looked up by
        link = link_person(
            actor.name,
            title=title,
            country=actor.country or country,
            day=self.day,
            knowledge=self.knowledge,
        )
        likely = [
            one for one in link.candidates if one[1] >= _POSSIBLE and self._belief(actor, one[0]).believable
        ]
        if likely and (likely[0][0] is link.entity or self._stands_out(actor, likely)):
            self.identify(actor, likely[0][0])
        else:
            actor.candidates = tuple(likely)

    def _stands_out(self, actor: Actor, likely: Sequence[tuple[Person, float]]) -> bool:
        """Whether what the article says makes one likelier than a name alone does."""
        (person, share), *others = likely
        found = self._belief(actor, person)
        if found.agrees:
            return all(share > _PLAINLY * other for _, other in others)
        if others or not found.near:
            return False
        return share >= (_OF_LEADERS if person.weight >= _LEADERS else _LIKELY)

    def _belief(self, actor: Actor, person: Person) -> Belief:
        """What the text says for and against somebody being a person of the knowledge."""
        by_name = gender_of(actor.words[0]) if actor.words else None
        gender = _GENDERS.get(person.gender)
        if actor.gender and gender and actor.gender not in {gender, by_name}:
            return Belief(agrees=False, near=False, believable=False)
        names = [person.name, *self.knowledge.aliases(person)]
        holdings = self.knowledge.holdings(person)
        return belief(actor, person, names, holdings, countries=self.countries, day=self.day)

    def identify(self, actor: Actor, person: Person) -> None:
        """Note who an actor is, and what that tells."""
        actor.identity = person
        actor.candidates = ()
        actor.gender = _GENDERS.get(person.gender, actor.gender)
        for holding in self.knowledge.holdings(person):
            if self.day is None or holding.state(self.day) != "no":
                words = holding.title.lower().replace(",", "").split()
                actor.roles.update(word for word in words if word in ROLES or word == "prime")
                actor.country = actor.country or holding.country or None

    def led_by(self, surname: str) -> str | None:
        """The country whose government is called after a leader: "the Biden administration"."""
        link = link_person(surname, day=self.day, knowledge=self.knowledge)
        leads = link.candidates and link.candidates[0][0].weight >= _LEADERS
        return link.candidates[0][0].country if leads else None

    def body(self, name: str, country: str | None) -> Organisation | None:
        """The organisation of a name."""
        return link_organisation(name, country=country or "", day=self.day, knowledge=self.knowledge).entity

    def entity(self, actor: Actor) -> Entity:
        """The record's entity of an actor, with what the knowledge tells."""
        if isinstance(actor.identity, Person):
            return self._person(actor, actor.identity)
        if isinstance(actor.identity, Organisation):
            return replace(of_organisation(actor.identity), id=actor.id)
        return actor.entity(self._candidates(actor))

    def _candidates(self, actor: Actor) -> tuple[Candidate, ...]:
        return numbered(people(actor.candidates, self.knowledge, self.day), actor.id)

    def _person(self, actor: Actor, person: Person) -> Entity:
        known = of_person(person, self.knowledge, self.day)
        country = known.country or actor.country
        if self.day is None:  # what is so today may not have been so then
            known = replace(known, sectors=actor.sectors, offices=(), description=actor.description)
            return replace(known, id=actor.id, country=country)
        sectors = known.sectors if known.offices or not actor.sectors else actor.sectors
        description = actor.description or known.description
        return replace(known, id=actor.id, country=country, sectors=sectors, description=description)


def _read_title(description: str) -> tuple[str, str]:
    """What somebody is, spelt out and without a state in front, and the country: "New Jersey Gov."."""
    words = description.split()
    for size in (2, 1):
        place = find_place(" ".join(words[:size])) if len(words) > size and words[0][:1].isupper() else None
        if place is not None and place.precision == "region":
            return " ".join(map(_spelt, words[size:])), place.country
    return " ".join(map(_spelt, words)), ""


def _spelt(word: str) -> str:
    """A title in full and in small letters, which name no country: "Gov.", "Sens.", "Minister"."""
    short = word.lower().rstrip(".")
    full = SHORT_TITLES.get(short) or SHORT_TITLES.get(short.removesuffix("s"))
    return full or (word.lower() if word in TITLE_HEADS or word in TITLE_WORDS else word)
