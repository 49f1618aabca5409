"""Titles in front of names: how many of the capitalised words they take, and what they tell."""

import re
from collections.abc import Sequence

from onrecord.analysis.names.words import (
    FEMALE,
    FIRST_IN_ORGANISATION,
    MALE,
    ORGANISATIONS,
    ROLES,
    TITLE_HEADS,
    TITLE_WORDS,
)
from onrecord.knowledge.countries import find_country_form, find_metonym
from onrecord.knowledge.first_names import Gender, gender_of

_MOST_TITLE_WORDS = 7
_OCCUPATION = re.compile(r"\w{3,}(?:keeper|worker|owner|maker|goer|driver|grower|seller|dweller|mate)")


def title_length(values: list[str]) -> int:
    """How many of the words are a title: "Ukrainian President", "Republican Sen.", "Mr."."""
    length = 0
    for index, value in enumerate(values[:_MOST_TITLE_WORDS]):
        if value in TITLE_HEADS or value.rstrip(".") + "." in TITLE_HEADS:
            length = index + 1
        elif value == "of" and length == index and values[index + 1] in TITLE_WORDS:
            length = index + 2  # "Secretary of State"
    if length == 0:
        while length < len(values) and values[length] in TITLE_WORDS:
            length += 1
        # "Press Association" and "Green" are names; a title without its head needs at least a name after it.
        length = length if 0 < length < len(values) and gender_of(values[length]) else 0
    if length == 1 and values[0] in FIRST_IN_ORGANISATION and not ORGANISATIONS.isdisjoint(values[1:]):
        return 0  # "General Electric"
    if length == len(values) > 1 and gender_of(values[0]) and values[0] not in TITLE_WORDS:
        return 0  # "Martin Luther King", "Stephen King"
    return _before_name(values) if length == len(values) else length


def role_length(values: list[str]) -> int:
    """One word for what somebody is, capitalised to open a sentence: "Shopkeeper Ann Roe"."""
    if len(values) <= 2 or gender_of(values[0]):  # noqa: PLR2004
        return 0
    role = values[0].lower()
    return int(role in ROLES or _OCCUPATION.fullmatch(role) is not None)


def _before_name(values: list[str]) -> int:
    """Where a name begins that ends in what may be a title: "Inspector Karim Sheikh", "Sen. Angus King"."""
    headed = False
    for index, value in enumerate(values):
        if headed and value not in TITLE_HEADS and value not in TITLE_WORDS:
            return len(values) if country_in(values[index:]) else index
        headed = headed or value in TITLE_HEADS
    return len(values)


def title_gender(title: list[str]) -> Gender | None:
    """The gender that a title tells."""
    for word in title:
        if word in FEMALE:
            return "f"
        if word in MALE:
            return "m"
    return None


def country_in(words: Sequence[str]) -> str | None:
    """The first country (ISO 3166-1 alpha-3) that `words` name, or whose seat of government they name."""
    for index in range(len(words)):
        if not words[index][:1].isupper() or (index and words[index - 1] == "New"):
            continue  # New Jersey and New Mexico are no countries
        for size in (2, 1):
            name = " ".join(words[index : index + size])
            if found := find_country_form(name):
                return found[0].iso3
            if metonym := find_metonym(name):
                return metonym.country
    return None
