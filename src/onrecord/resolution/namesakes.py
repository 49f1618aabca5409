"""The people of a printed name: by the whole name, by the surname, by the office that the text gives."""

from collections.abc import Iterable

from onrecord.knowledge.base import Knowledge, Person
from onrecord.knowledge.first_names import gender_of
from onrecord.knowledge.names import fold, without_titles
from onrecord.knowledge.roles import EXCLUSIVE
from onrecord.resolution.describing import is_monarch
from onrecord.resolution.phrases import word_set
from onrecord.resolution.scoring import Asked, roles_of

_MOST_SURNAMED = 24
_MOST_SURNAME_WORDS = 3
_ACRONYM = 3
_LEADING = 80
"""Whom the news calls by less than their full name: heads of state and government."""
_MONARCHIES = word_set(
    "SAU JOR MAR BHR GBR ESP NLD BEL SWE NOR DNK THA BTN KHM LSO SWZ TON OMN QAT KWT ARE BRN MYS JPN"
)


def namesakes(asked: Asked, knowledge: Knowledge) -> tuple[bool, list[Person]]:
    """Whether the name is a full one, and who may be meant."""
    bare = without_titles(asked.name)
    words = bare.split()
    found = knowledge.find_persons(bare) or (knowledge.find_persons(asked.name) if bare != asked.name else [])
    if len(words) > 2 and not found:  # noqa: PLR2004 - a middle name or initial that the knowledge leaves out
        found = knowledge.find_persons(f"{words[0]} {words[-1]}")
    if len(words) == 2 and not found:  # noqa: PLR2004 - "George Bush" for George W. Bush
        people = knowledge.surnamed(words[1])[:_MOST_SURNAMED]
        people = [person for person in people if person.weight >= _LEADING or asked.country]
        found = [person for person in people if _has_first_name(person, words[0], knowledge)]
    if found and (len(words) > 1 or not bare.isascii()):
        return True, found
    if len(words) > _MOST_SURNAME_WORDS:
        return True, []
    if asked.said and asked.said.role and asked.country:
        in_office = [person for person in _in_office(asked, knowledge) if _is_called(person, bare, knowledge)]
        if in_office:
            return len(words) > 1, in_office
    surnamed = knowledge.surnamed(bare)[:_MOST_SURNAMED]
    if gender_of(bare):  # "Prince William" is not William Lai, whom others call Lai Ching-te
        surnamed = [person for person in surnamed if fold(bare) in fold(person.name).split()]
    if bare.isupper() and bare.isascii():  # an acronym is no surname that happens to sound like it
        surnamed = [p for p in surnamed if len(bare) > _ACRONYM and _is_called(p, bare, knowledge)]
        found = []
    meant = {person.key: person for person in (*found, *surnamed)}
    if asked.said and is_monarch(asked.said):
        meant |= {person.key: person for person in _crowned(asked, bare, knowledge)}
    return len(words) > 1, list(meant.values())


def distinct(people: list[Person], knowledge: Knowledge) -> list[Person]:
    """The people without those whom two sources spell in two ways, those with an id kept.

    They are one where they began an office on one day that only one holds, or held one and the name of one
    has all words of the other's ("Francis", "Pope Francis").
    """
    if len(people) == 1:
        return people
    kept: list[tuple[Person, set[str], set[tuple[str, str, str]], set[tuple[str, str]]]] = []
    for person in sorted(people, key=lambda person: not person.wikidata):  # stable: the order stays
        held = [h for h in knowledge.holdings(person) if h.role in EXCLUSIVE]
        begun, offices = (
            {(h.country, h.role, h.since) for h in held if h.since},
            {(h.country, h.role) for h in held},
        )
        names = set(fold(person.name).split())
        if any(_is_one(person, begun, names, offices, other) for other in kept):
            continue
        kept.append((person, names, begun, offices))
    return [person for person, *_ in kept]


def _is_one(
    person: Person,
    begun: set[tuple[str, str, str]],
    names: set[str],
    offices: set[tuple[str, str]],
    other: tuple[Person, set[str], set[tuple[str, str, str]], set[tuple[str, str]]],
) -> bool:
    if person.wikidata and other[0].wikidata:
        return False
    return bool(begun & other[2]) or bool(offices & other[3] and (names <= other[1] or names >= other[1]))


def _in_office(asked: Asked, knowledge: Knowledge) -> Iterable[Person]:
    """Who holds the office that the text gives."""
    assert asked.said
    for role in roles_of(asked.said):
        for held in knowledge.holders(asked.country, role, asked.day, of=asked.said.body):
            yield held.person


def _crowned(asked: Asked, name: str, knowledge: Knowledge) -> Iterable[Person]:
    """Crowned heads of the day whom one given name is enough for: "King Salman"."""
    wanted = fold(name).split()[0]
    for country in [asked.country] if asked.country else sorted(_MONARCHIES):
        for held in knowledge.holders(country, "head_of_state", asked.day):
            if wanted in fold(held.person.name).split()[:2]:
                yield held.person


def _is_called(person: Person, surname: str, knowledge: Knowledge) -> bool:
    wanted = fold(surname)
    return any(fold(name).endswith(wanted) for name in (person.name, *knowledge.aliases(person)))


def _has_first_name(person: Person, first: str, knowledge: Knowledge) -> bool:
    wanted = fold(first)
    return any(fold(name).split()[:1] == [wanted] for name in (person.name, *knowledge.aliases(person)))
