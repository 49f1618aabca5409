"""Organisations by name: full ones, their acronyms, and the short forms by which they are called later."""

import re

from onrecord.analysis.names.actors import Actor
from onrecord.analysis.names.context import Context
from onrecord.analysis.names.describe import sectors
from onrecord.analysis.names.identities import Identities
from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.where import Where
from onrecord.analysis.names.words import NO_PERSON, ORGANISATIONS, PEOPLE_SECTORS, ROLES
from onrecord.knowledge.agencies import find_agency
from onrecord.knowledge.first_names import gender_of
from onrecord.knowledge.names import fold
from onrecord.knowledge.outlets import is_outlet

_ACRONYM_AFTER = re.compile(r" \(([A-Z][A-Za-z]{1,9})\)")
_LEGAL_FORM = re.compile(
    r" (?:Inc|Corp|Co|Ltd|Plc|PLC|LLC|LLP|NV|AG|SA|SE|Oyj|ASA|AB|AS|SpA|GmbH|Group|Holdings?|Company"
    r"|Corporation|Limited|Incorporated)\.?$"
)
"""What a company's name loses when it is mentioned again."""


class Registry:
    """The actors of one article by the keys that they are known by."""

    def __init__(self) -> None:
        self._by_key: dict[str, Actor] = {}

    def actor(self, key: str, make: Actor) -> Actor:
        """The actor known as `key`, which is `make` the first time."""
        return self._by_key.setdefault(key, make)

    def rename(self, key: str, actor: Actor) -> None:
        """Know `actor` as `key` from now on."""
        self._by_key[key] = actor

    def known(self, key: str) -> Actor | None:
        """The actor known as `key`, if there is one by now."""
        return self._by_key.get(key)


class Bodies:
    """The organisations of one article."""

    def __init__(self, context: Context, registry: Registry, where: Where, identities: Identities) -> None:
        self._context = context
        self._registry = registry
        self._where = where
        self._identities = identities

    def named(self, spot: Spot) -> Actor:
        """The organisation of a name: one met before, one of the knowledge, or a new one."""
        key = fold(spot.name)
        actor = self._registry.known(key) or self._short_form(spot, key)
        if actor is None and (body := self._identities.body(spot.name, spot.country)):
            make = Actor("organisation", body.name, country=body.country or None, sectors=body.sectors)
            make.identity = body
            actor = self._registry.actor(f"body {body.key}", make)
            self._note_short_forms(actor, spot, key)
        return self._registry.actor(key, actor or self._new(spot, key))

    def _short_form(self, spot: Spot, key: str) -> Actor | None:
        """Whom a name of several words or an acronym shortens: "Red Harbour" of "Oslo Red Harbour"."""
        if spot.name.isupper() and (actor := self._registry.known(f"initials {key}")):
            return actor
        if " " not in key:
            return None
        bare = fold(_LEGAL_FORM.sub("", spot.name))
        return self._registry.known(bare) or self._registry.known(f"ends {key}")

    def _new(self, spot: Spot, key: str) -> Actor:
        words = spot.name.split()
        actor = Actor("organisation", spot.name, country=spot.country)
        actor.sectors = sectors([word.lower() for word in words], PEOPLE_SECTORS)
        if is_outlet(spot.name) or find_agency(spot.name):
            actor.sectors = ("JRN",)
        self._note_short_forms(actor, spot, key)
        return actor

    def _note_short_forms(self, actor: Actor, spot: Spot, key: str) -> None:
        """Note by which other names an organisation may be called later."""
        words = spot.name.split()
        initials = "".join(word[0] for word in words if word[0].isupper()).lower()
        if len(initials) > 1:
            self._registry.actor(f"initials {initials}", actor)
        if match := _ACRONYM_AFTER.match(self._context.text, spot.end):
            self._registry.actor(fold(match[1]), actor)
        self._registry.rename(f"ends {key.rpartition(' ')[2]}", actor)
        for size in range(2, len(words)):
            self._registry.actor(f"ends {fold(' '.join(words[-size:]))}", actor)
        if len(bare := _LEGAL_FORM.sub("", spot.name)) < len(spot.name):
            self._registry.actor(fold(bare), actor)
        if len(words) > 1 and not gender_of(words[0]):
            self._registry.actor(f"begins {fold(words[0])}", actor)

    def short(self, spot: Spot) -> Actor | None:
        """An outlet of one word, or the last word of an organisation named before: "the Post"."""
        if " " in spot.name:
            return None
        if is_outlet(spot.name) and not self._context.has_small_word([spot.name]):
            return self.named(spot)
        if spot.name not in ORGANISATIONS:
            return self._begun(spot)
        if spot.initial:
            return None
        named = self._registry.known(f"ends {fold(spot.name)}")
        if named is None and self._context.in_source(spot.start, spot.end):
            return self.named(spot)
        return named

    def _begun(self, spot: Spot) -> Actor | None:
        """The organisation whose name begins with this word: "Elmgate" of "Elmgate Partners"."""
        common = spot.name in NO_PERSON or spot.name.lower() in ROLES
        common = common or bool(spot.title) or self._context.has_small_word([spot.name])
        named = None if common else self._registry.known(f"begins {fold(spot.name)}")
        return None if named is None or self._where.find(spot) else named
