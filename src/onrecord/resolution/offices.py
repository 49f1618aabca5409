"""A text that describes: an office and who held it on the day, else a country and sectors."""

from onrecord.knowledge.base import Held, Knowledge
from onrecord.knowledge.countries import country as country_by_code
from onrecord.record import Entity, EntityKind
from onrecord.resolution import answers, entities
from onrecord.resolution.answers import NOBODY, Answer
from onrecord.resolution.belonging import place_country
from onrecord.resolution.describing import LEADER, Description, describe, is_monarch, office_name
from onrecord.resolution.lexicon import is_person_noun
from onrecord.resolution.namesakes import distinct
from onrecord.resolution.phrases import without_article, word_set

_PARLIAMENTARY = word_set(
    "AUS AUT BEL BGD BGR BHS BRB CAN CZE DEU DNK ESP EST ETH FIN FJI GBR GRC HRV HUN IND IRL IRQ ISL ISR "
    "ITA JAM JPN KHM LBN LVA LUX MDA MKD MLT MNE MUS MYS NLD NOR NPL NZL PAK PNG POL PRT ROU SGP SVK SVN "
    "SWE THA TTO LTU LKA XKX ALB ARM GEO"
)
"""Where the head of government leads: "the German leader"."""
_GOVERNMENTS = frozenset({"government", "administration", "regime", "cabinet"})
_CROWNED = frozenset({"king", "queen", "emperor", "sultan", "emir", "amir", "duke", "prince", "monarch"})
_ELECTED = frozenset({"president", "chairman", "chair", "chancellor", "governor", "prime", "co-prince"})
_TOP = frozenset({"head_of_state", "head_of_government"})


def as_office(text: str, day: str | None, knowledge: Knowledge) -> Answer | None:
    """Who held a described office on the day. Former holders are candidates: the words do not say which."""
    said = describe(text, knowledge)
    if not said.role or not (said.country or said.body) or said.phrase.nobody:
        return None
    if said.former:
        past = knowledge.past_holders(said.country, _main_role(said), day) if said.country else []
        return Answer(_unnamed(said), answers.holders(past, knowledge, day))
    held = holders_of(said, day, knowledge)
    sure = distinct([one.person for one in held if one.state == "yes"], knowledge)
    if len(sure) == 1 or (day is None and held and _is_clear(held)):
        return Answer(entities.of_person(sure[0] if sure else held[0].person, knowledge, day))
    return Answer(_unnamed(said), answers.holders(held, knowledge, day))


def holders_of(said: Description, day: str | None, knowledge: Knowledge) -> list[Held]:
    """Who holds it; the leader is the ruler without the title, else whom the constitution has lead."""
    if said.role != LEADER:
        found = knowledge.holders(said.country, said.role, day, of=said.body)
        return _of_title(said, found, day, knowledge) if said.role in _TOP else found
    roles = ["ruler", _main_role(said)]
    return next((found for role in roles if (found := knowledge.holders(said.country, role, day))), [])


def _of_title(said: Description, found: list[Held], day: str | None, knowledge: Knowledge) -> list[Held]:
    """Those at the top whose office has the name that is asked for: a president who is not head of state."""
    word = said.office.split()[-1]
    for role in (said.role, *(_TOP - {said.role}), "monarch"):
        held = found if role == said.role else knowledge.holders(said.country, role, day)
        if named := [one for one in held if word in one.holding.title.lower()]:
            return named
    if word == "president":
        found = [one for one in found if _CROWNED.isdisjoint(one.holding.title.lower().split())]
    if is_monarch(said):  # a queen may be filed as a king, or as a monarch
        found = [one for one in found if _ELECTED.isdisjoint(one.holding.title.lower().split())]
    return found


def _main_role(said: Description) -> str:
    if said.role != LEADER:
        return said.role
    return "head_of_government" if said.country in _PARLIAMENTARY else "head_of_state"


def _is_clear(held: list[Held]) -> bool:
    """Whether one holder is the last known: nobody else took office in the same days or later."""
    return len(held) == 1 or held[0].holding.since > held[1].holding.since


def _unnamed(said: Description) -> Entity:
    """The office itself, its holder not known."""
    return entities.own("person", office_name(said), said.country, said.sectors, unnamed=True)


def _is_one_person(said: Description) -> bool:
    """Whether a description is of one person, by the ending of its head: a minister, not a ministry."""
    return not said.phrase.plural and (bool(said.office) or (said.phrase.known and is_person_noun(said.head)))


def as_description(text: str, day: str | None, knowledge: Knowledge) -> Answer | None:
    """Somebody unnamed, of the country and sectors that the words tell; nobody where there is no actor."""
    del day
    said = describe(text, knowledge)
    if said.phrase.nobody:
        return NOBODY
    if not said.phrase.known and not said.country and not said.phrase.plural:
        return NOBODY
    if not said.phrase.known and not said.phrase.plural and (country := place_country(without_article(text))):
        return Answer(entities.own("place", text, country, ()))
    country, sectors = said.country, said.sectors
    if said.head in _GOVERNMENTS and said.is_national and country_by_code(country):
        return Answer(entities.of_government(country))
    for body in ("NGO", "IGO", "IMG"):
        if body in sectors:
            country, sectors = country or body, tuple(sector for sector in sectors if sector != body)
    kind: EntityKind = "person" if _is_one_person(said) else "group"
    return Answer(entities.own(kind, without_article(text), country, sectors, unnamed=True))
