"""People told by their office and country: "the French president", "Russia's top diplomat".

Who held the office on the article's day, the knowledge says; where it does not, the office stands for itself,
with who held it last among its candidates.
"""

import re
from collections.abc import Iterator

from onrecord.analysis.names.actors import Actor
from onrecord.analysis.names.cast import Cast
from onrecord.analysis.names.words import ROLES
from onrecord.knowledge.base import Held, Person
from onrecord.resolution.describing import LEADER, Description, describe, office_name
from onrecord.resolution.offices import holders_of

_OWNED = re.compile(r"\b([A-Z][\w.-]+(?: [A-Z][\w.-]+)?)(?:’s|'s|(?<=s)[’']) ((?:[\w-]+ ){0,3}?)(?:[\w-]+)\b")
_PLAIN = re.compile(r"(?:new )?(?:prime minister|(?:foreign|defen[cs]e|finance|interior|justice) minister)")
_OF_HOME = frozenset(
    {"head_of_government", "foreign_minister", "defence_minister", "finance_minister", "interior_minister"}
    | {"justice_minister"}
)
"""Roles that "the prime minister" may mean in the country that the article is about."""
_SHARES = (0.6, 0.2, 0.1)
"""How likely the last known holders of an office are to hold it still."""


class Offices:
    """Finds the actors of one article's offices, one each."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._knowledge = cast.identities.knowledge
        self._day = cast.identities.day

    def described(self, text: str) -> Actor | None:
        """Who holds the office that a noun phrase describes; None where it describes none of a country."""
        said = describe(text, self._knowledge)
        if not said.country and said.role in _OF_HOME and _PLAIN.fullmatch(text):
            said = said._replace(country=self._cast.identities.home or "")
        if not said.role or not (said.country or said.body) or said.former or said.phrase.nobody:
            return None
        return self.held(said)

    def held(self, said: Description) -> Actor | None:
        """Who holds an office on the article's day; the office itself, unnamed, where that is not known."""
        held = holders_of(said, self._day, self._knowledge) if self._day else []
        sure = [one for one in held if one.state == "yes"]
        if sure:
            return self._cast.person_of(sure[0].person)
        actor = self._cast.actor(f"office {said.country} {said.body} {said.role}", self._unnamed(said))
        actor.candidates = actor.candidates or _last(held)
        return actor

    def counterpart(self, actor: Actor, country: str) -> Actor | None:
        """Who holds in another country the office that somebody holds: "his Turkish counterpart"."""
        if actor.identity is None or self._day is None:
            return None
        for holding in self._cast.identities.held(actor):
            found = self._knowledge.holders(country, holding.role, self._day)
            if found and found[0].state == "yes":
                return self._cast.person_of(found[0].person)
        return None

    def _unnamed(self, said: Description) -> Actor:
        name = said.country if said.role == LEADER and not said.office else office_name(said)
        return Actor("person", name, country=said.country or None, sectors=said.sectors, unnamed=True)


def owned_offices(text: str) -> Iterator[tuple[int, int]]:
    """The extents of what a name owns that may be an office: "France's new prime minister", in order."""
    for match in _OWNED.finditer(text):
        end = match.end()
        for _ in range(2):
            word = text[:end].rpartition(" ")[2].lower()
            if word in ROLES:
                yield match.start(), end
                break
            following = re.compile(r" [\w-]+").match(text, end)
            if following is None:
                break
            end = following.end()


def _last(held: list[Held]) -> tuple[tuple[Person, float], ...]:
    return tuple((one.person, share) for one, share in zip(held, _SHARES, strict=False))
