"""A text that as a whole is a name: of a country, a seat of government, a body, a person, a place."""

import re

from onrecord.knowledge.agencies import find_agency
from onrecord.knowledge.base import Knowledge
from onrecord.knowledge.countries import Country, find_capital, find_country_form
from onrecord.knowledge.countries import country as country_by_code
from onrecord.knowledge.names import fold
from onrecord.knowledge.outlets import is_outlet
from onrecord.knowledge.places import Place, find_place
from onrecord.resolution import entities
from onrecord.resolution.answers import Answer, of_body, of_link
from onrecord.resolution.belonging import place_country
from onrecord.resolution.lexicon import find_agent
from onrecord.resolution.linking import link_organisation, link_person
from onrecord.resolution.phrases import Word, joined, without_article, word_set, words_of
from onrecord.resolution.territories import find_territory

_MOST_NAME_WORDS = 6
_PARTICLES = word_set(
    "al el bin ibn ben bint de del della der den di da do dos das du la le van von zu zur af av ter ten y "
    "e i abu ould st af und of-the"
)
_ARTICLED = frozenset({"al-", "el-", "as-", "ul-"})
_INITIAL = re.compile(r"[A-Z]\.?")
_NAME = re.compile(r"[^\W\d_][\w.'’ʼʿʻ`-]*")
_ADJECTIVES = word_set(
    "ruling governing main opposition former banned outlawed far-right far-left right-wing left-wing "
    "centre-right center-right centre-left center-left liberal conservative nationalist islamist powerful "
    "state-run state-owned elite feared largest biggest top"
)
BODY_NOUNS = word_set(
    "party group movement militia organisation organization company army network alliance coalition"
)
FIRST_NAMES_TOO = word_set(
    "christian dean king prince bishop major marshal earl duke baron pope hunter mason justice royal abbot "
    "sheriff princess queen judge page cook baker porter miller sailor constable deacon rabbi sultan emir "
    "shah guru german"
)
"""Words for what somebody is that are first names as well."""
_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december spring summer autumn winter"
)
_NO_NAMES = word_set(
    "the a an this that these those he she it they we you i his her its their "
    "who what when where why how and or but if in on at by for with from as is was are were not no yes"
)


def whole(text: str, day: str | None, knowledge: Knowledge) -> Answer | None:
    """What the whole text is the name of; None where it is no known name."""
    bare = without_article(text)
    return (
        _country(text, bare)
        or _territory(bare)
        or _seat(text, day, knowledge)
        or _capital(bare, text)
        or _body(text, bare, knowledge)
        or _body_of_country(bare, knowledge)
        or _medium(text)
        or (_person(text, day, knowledge) if bare == text else None)
    )


def _country(text: str, bare: str) -> Answer | None:
    found = find_country_form(text) or find_country_form("the " + bare)
    if not found:
        return None
    country, form = found
    if form == "people":
        return Answer(entities.own("group", bare, country.iso3, (), unnamed=True))
    return Answer(entities.of_country(country))


def _territory(bare: str) -> Answer | None:
    """A territory that calls itself a state, or a region; a people is a group."""
    found = find_territory(bare)
    if not found or not bare[:1].isupper():
        return None
    if found.kind == "people":
        return Answer(entities.own("group", bare, found.country, (), unnamed=True))
    if found.kind == "unrecognised":
        return Answer(entities.own("country", bare, found.country, ("PRE",)))
    place = find_place(bare)
    if place and place.country == found.country:
        return Answer(entities.of_place(place))
    return Answer(entities.own("place", bare, found.country, ()))


def _seat(text: str, day: str | None, knowledge: Knowledge) -> Answer | None:
    """A seat of power: its government, or the body that sits there."""
    metonym = knowledge.find_metonym(text, day)
    if metonym is None:
        return None
    sectors = () if metonym.sector in {"IGO", "NGO", ""} else (metonym.sector,)
    if metonym.sector == "GOV" and country_by_code(metonym.country):
        return Answer(entities.of_government(metonym.country, description=metonym.institution))
    named = knowledge.find_organisations(metonym.institution)
    if named and named[0].country == metonym.country:
        return Answer(entities.of_organisation(named[0]))
    return Answer(entities.own("organisation", metonym.institution or text, metonym.country, sectors))


def _capital(bare: str, text: str) -> Answer | None:
    """A capital alone stands for its government, as it does where it acts in the news."""
    country = find_capital(bare)
    if country is None or bare != text:
        return None
    return Answer(entities.of_government(country.iso3, description=f"{country.capital} for the government"))


def _body(text: str, bare: str, knowledge: Knowledge) -> Answer | None:
    if bare.islower() and bare.isascii():
        return None
    found = of_body(link_organisation(text, knowledge=knowledge), bare)
    if (
        bare.isalpha()
        and not bare.isupper()
        and find_agent(bare.lower())
        and (found.candidates or not found.entity)
    ):
        return None  # "Police", "Senate": words before they are names
    return found if found.entity else None


def _body_of_country(bare: str, knowledge: Knowledge) -> Answer | None:
    """An organisation with its country or leader before it: "India's ruling BJP", "Erdogan's AKP"."""
    words = words_of(bare)
    for size in (2, 1):
        if len(words) <= size:
            continue
        found = find_country_form(joined(words[:size]))
        country = found[0].iso3 if found else ""
        if not country and not words[size - 1].possessive:
            continue
        rest = _capitals(words[size:])
        link = link_organisation(rest, country=country, knowledge=knowledge) if rest else None
        if link and link.entity and (not country or link.entity.country == country):
            return of_body(link, rest)
        if found and rest and (named := _named_after(rest, found[0], knowledge)):
            return named
    return None


def _named_after(rest: str, country: Country, knowledge: Knowledge) -> Answer | None:
    """The body whose full name has its country at the end: "Israel's Supreme Court"."""
    for name in (f"{rest} of {country.name}", f"{rest} of the {country.name}"):
        link = link_organisation(name, country=country.iso3, knowledge=knowledge)
        if link.entity and link.entity.country == country.iso3:
            return of_body(link, name)
    return None


def _capitals(words: list[Word]) -> str:
    """The name that words end in, without adjectives before it: "ruling BJP", "ruling ZANU-PF party"."""
    start = next((index for index, word in enumerate(words) if word.is_capital), len(words))
    if not all(word.low in _ADJECTIVES for word in words[:start]):
        return ""
    end = len(words) - 1 if words[-1].low in BODY_NOUNS and words[-1].text.islower() else len(words)
    return joined(words[start:end])


def _medium(text: str) -> Answer | None:
    """A news agency or an outlet."""
    if agency := find_agency(text):
        return Answer(entities.own("organisation", agency.name, agency.country, ("JRN",)))
    return Answer(entities.own("organisation", text, "", ("JRN",))) if is_outlet(text) else None


def _person(bare: str, day: str | None, knowledge: Knowledge) -> Answer | None:
    """A person of a full name, or one name that is in no lexicon and of no place that is better known."""
    words = words_of(bare)
    if not looks_like_name(words) or (len(words) > 1 and _is_title(words[0])):
        return None
    if len(words) == 1 and bare.isascii() and (find_agent(words[0].low) or _is_better_place(bare, knowledge)):
        return None
    link = link_person(bare, day=day, knowledge=knowledge)
    return of_link(link, knowledge, day) if link.entity else None


def _is_title(word: Word) -> bool:
    """Whether a first word is a title: "Gen.", "Senator"."""
    return (word.text.endswith(".") and len(word.text) > _INITIAL_LENGTH) or (
        find_agent(word.low) is not None and word.low not in FIRST_NAMES_TOO
    )


def _is_better_place(name: str, knowledge: Knowledge) -> bool:
    """Whether one word is a place's name rather than a surname in the news."""
    place = find_place(name)
    if not place or fold(place.name) != fold(name):
        return False
    return place.population > _LARGE_TOWN or not knowledge.surnamed(name)


_LARGE_TOWN = 100_000
_CITY = 300_000
_INITIAL_LENGTH = 2


def as_name(text: str, day: str | None, knowledge: Knowledge) -> Answer | None:
    """A place of this name, else somebody of this name of whom nothing is known."""
    bare = without_article(text)
    words = words_of(bare)
    if not words or not looks_like_name([word for word in words if word.text != ","]) or _describes(words):
        return None
    place = find_place(text) or find_place(bare) or find_place(f"{bare}.")  # "Springfield, Ill."
    if place and not (place_country(text) or place_country(bare.partition(",")[0]) or "," in bare):
        place = None
    if len(words) == 1 and bare == text:
        return _one_name(bare, place, day, knowledge)
    if place:
        return Answer(entities.of_place(place))
    if bare != text or any(word.text == "," or _is_nationality(word.text) for word in words):
        return None
    answer = of_link(link_person(bare, day=day, knowledge=knowledge), knowledge, day)
    return Answer(entities.own("person", bare, "", ()), answer.candidates)


def _is_nationality(word: str) -> bool:
    """Whether a word is an adjective or a people's name, which no person's name has: "Indian Kashmir"."""
    found = find_country_form(word)
    territory = find_territory(word)
    return (found is not None and (found[1] != "name" or word.isupper())) or (
        territory is not None and territory.kind == "people"
    )


def _one_name(name: str, place: Place | None, day: str | None, knowledge: Knowledge) -> Answer | None:
    """One word: a place, unless people in the news have that surname and it is a small one."""
    if find_agent(name.lower()):
        return None
    link = link_person(name, day=day, knowledge=knowledge)
    if place and (place.population > _CITY or not link.candidates):
        return Answer(entities.of_place(place))
    answer = of_link(link, knowledge, day)
    return answer if answer.candidates or answer.entity else None


def _describes(words: list[Word]) -> bool:
    """Whether the last word is one of a description: "Lima police", "parliamentary group"."""
    agent = find_agent(words[-1].low)
    return len(words) > 1 and agent is not None


def looks_like_name(words: list[Word]) -> bool:
    """Whether the words are printed as a person's or place's name is."""
    if not words or len(words) > _MOST_NAME_WORDS or not words[0].text[:1].isalpha():
        return False
    if len(words) == 1 and words[0].low in _CALENDAR:
        return False
    last = words[-1]
    return (last.is_capital or last.low[:3] in _ARTICLED) and all(_may_be_in_name(word) for word in words)


def _may_be_in_name(word: Word) -> bool:
    if word.low in _PARTICLES or word.low[:3] in _ARTICLED or word.low.startswith("d'"):
        return not word.possessive
    if _INITIAL.fullmatch(word.text):
        return True
    return (
        word.is_capital
        and not word.possessive
        and word.low not in _NO_NAMES
        and bool(_NAME.fullmatch(word.text))
    )
