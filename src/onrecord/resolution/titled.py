"""A name with what somebody is: "Norwegian Finance Minister Ann Roe", "Ann Roe, a judge"."""

import msgspec

from onrecord.knowledge.base import Knowledge
from onrecord.knowledge.countries import find_country_form
from onrecord.knowledge.plurals import is_plural
from onrecord.record import Entity
from onrecord.resolution import entities
from onrecord.resolution.answers import Answer, of_link
from onrecord.resolution.describing import Description, describe_words, ends_in_office
from onrecord.resolution.lexicon import find_agent, is_person_noun
from onrecord.resolution.linking import link_organisation, link_person
from onrecord.resolution.names import BODY_NOUNS, FIRST_NAMES_TOO, looks_like_name, whole
from onrecord.resolution.phrases import Word, joined, word_set, words_of
from onrecord.resolution.sectors import read_phrase
from onrecord.resolution.territories import find_territory

_COURTESY = word_set(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady baroness mister madame monsieur señor senor "
    "herr frau alhaji hajj hajji don doña sheikh sheikha"
)
_ON = frozenset({"of", "at", "from", "in", "with"})
_TITLES = {
    "sen.": "senator", "rep.": "lawmaker", "gov.": "governor", "gen.": "general", "lt.": "lieutenant",
    "col.": "colonel", "maj.": "major", "capt.": "army captain", "adm.": "admiral", "sgt.": "sergeant",
    "cmdr.": "military commander", "brig.": "brigadier", "prof.": "professor", "rev.": "priest",
    "fr.": "priest", "pres.": "president", "sen": "senator", "rep": "lawmaker", "gov": "governor",
    "gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major", "adm": "admiral",
    "sgt": "sergeant", "prof": "professor", "rev": "priest", "pm": "prime minister",
    "ayatollah": "ayatollah", "det.": "detective", "insp.": "police inspector", "cpl.": "corporal",
    "pvt.": "soldier", "rabbi": "rabbi", "imam": "imam", "pope": "pope", "king": "king", "queen": "queen",
    "prince": "prince", "princess": "princess", "chancellor": "chancellor", "premier": "premier",
    "president": "president", "congressman": "congressman", "congresswoman": "congresswoman",
    "justice": "judge", "judge": "judge",
}  # fmt: skip
"""Abbreviated titles, and those that are first names too, by the word that the lexicon has."""


def as_titled(text: str, day: str | None, knowledge: Knowledge) -> Answer | None:
    """A title, an office or a country's genitive, then a name."""
    words = words_of(text)
    if any(word.text in ",;:()" for word in words):
        return None
    end = next(
        (index for index, word in enumerate(words) if index > 1 and _goes_on(words, index)), len(words)
    )
    for start in range(end - 1, 0, -1):
        before, name = words[:start], words[start:end]
        if looks_like_name(name) and _is_title(before, name):
            return _named(joined(name), [*before, *words[end:]], day, knowledge)
    return None


def _goes_on(words: list[Word], index: int) -> bool:
    """Whether a name may end before a word that tells more: "Prof. Ann Roe of the University"."""
    return (
        words[index].text in _ON and words[index - 1].is_capital and find_agent(words[index - 1].low) is None
    )


def _is_title(before: list[Word], name: list[Word]) -> bool:
    """Whether words can stand as a title before a name."""
    last = before[-1]
    if find_agent(name[-1].low) and len(name) == 1:
        return False
    if last.possessive:
        return len(before) <= 3 and last.is_capital and (len(name) > 1 or not find_agent(name[0].low))  # noqa: PLR2004
    if (
        last.low in _COURTESY
        or last.low in _TITLES
        or ends_in_office(before)
        or _is_office_of_country(before)
    ):
        return True
    if is_plural(last.low) or (len(before) == 1 and last.low in FIRST_NAMES_TOO) or _is_name_of_body(name):
        return False  # "Doctors Without Borders"
    return not find_agent(f"{last.low} {name[0].low}") and _is_what_one_is(last, alone=len(before) == 1)


def _is_office_of_country(words: list[Word]) -> bool:
    """Whether words are an office and its country: "President of Russia"."""
    place = next((index for index in range(len(words) - 1, 0, -1) if words[index].low == "of"), 0)
    behind = joined(words[place + 1 :]) if place else ""
    return bool(behind) and find_country_form(behind) is not None and ends_in_office(words[:place])


def _is_what_one_is(word: Word, *, alone: bool) -> bool:
    """Whether a word is what a person or a body is, and no body itself: "Navy SEALs"."""
    agent = find_agent(word.low)
    if agent is None or agent.use not in {"head", "weak"} or not (agent.sectors or not alone):
        return False
    return is_person_noun(word.low) or word.low in BODY_NOUNS


def _is_name_of_body(name: list[Word]) -> bool:
    return len(name) == 1 and name[0].text.isupper() and len(name[0].text) > 1


def _named(name: str, before: list[Word], day: str | None, knowledge: Knowledge) -> Answer | None:
    """Somebody with a title: of the knowledge, else with what the title tells."""
    said = describe_words(_spelt(before), knowledge)
    if said.office == "" and not said.country and before[-1].possessive:
        return None
    link = link_person(name, country=said.country, day=day, knowledge=knowledge, description=said)
    if link.entity:
        return Answer(_with_title(entities.of_person(link.entity, knowledge, day), said, day))
    body = link_organisation(name, country=said.country, knowledge=knowledge)
    if body.entity and not link.candidates:
        return Answer(entities.of_organisation(body.entity))
    found = of_link(link, knowledge, day)
    if not before[-1].possessive:
        found = Answer(
            entities.own("person", name, said.country, said.sectors, description=joined(before)),
            found.candidates,
        )
    elif not found.candidates:
        if " " not in name or any(find_agent(part.lower()) for part in name.split()):
            return None
        found = Answer(entities.own("person", name, said.country, ()))
    return found


def _spelt(words: list[Word]) -> list[Word]:
    """Titles spelt out, courtesies left out: "Sen.", "Mr."."""
    kept = [word for word in words if word.low not in _COURTESY]
    return [
        part for word in kept for part in (words_of(_TITLES[word.low]) if word.low in _TITLES else [word])
    ]


def _with_title(entity: Entity, said: Description, day: str | None) -> Entity:
    """The person with what the title tells, where the knowledge is not sure of an office on the day."""
    unsure = (said.sectors or said.body) and (day is None or not entity.offices)
    sectors = said.sectors if unsure else entity.sectors or said.sectors
    country = (
        said.country if unsure and said.body and not said.former else entity.country or said.country or None
    )
    if (sectors, country) == (entity.sectors, entity.country):
        return entity
    return msgspec.structs.replace(entity, sectors=sectors, country=country)


def as_apposition(text: str, day: str | None, knowledge: Knowledge) -> Answer | None:
    """Two parts with a comma or bracket between: a name and what it is, in either order."""
    for mark in (",", " (", " - ", " – ", " — ", ":"):
        first, found, second = text.partition(mark)
        if found:
            break
    else:
        return None
    first, second = first.strip(), second.strip(" ,)")
    if not second:
        return None
    return _described(first, second, day, knowledge) or _described(
        second.partition(",")[0], first, day, knowledge
    )


def _described(name: str, rest: str, day: str | None, knowledge: Knowledge) -> Answer | None:
    if find_country_form(name) or find_territory(name):
        return None
    words, behind = words_of(name), words_of(rest)
    said = describe_words(behind, knowledge)
    if find_country_form(rest) and looks_like_name(words):
        link = link_person(name, country=said.country, day=day, knowledge=knowledge)
        return of_link(link, knowledge, day) if link.entity else None
    if not said.phrase.known and not said.office:
        return None
    body = link_organisation(name, country=said.country, knowledge=knowledge)
    if body.entity:
        return Answer(entities.of_organisation(body.entity))
    return _bearer(name, words, behind, day, knowledge)


def _bearer(
    name: str, words: list[Word], behind: list[Word], day: str | None, knowledge: Knowledge
) -> Answer | None:
    """The person whom a name and what it is stand for."""
    if not looks_like_name(words) or find_agent(words[-1].low):
        return None
    if not read_phrase(behind).plural and (answer := _named(name, behind, day, knowledge)):
        return answer
    return whole(name, day, knowledge)
