"""What a mention says of a person besides the name: titles, roles, country, sector, an apposition."""

import re
from collections.abc import Mapping, Sequence

from onrecord.analysis.names.actors import Actor
from onrecord.analysis.names.context import Context
from onrecord.analysis.names.spots import Spot
from onrecord.analysis.names.titles import country_in
from onrecord.analysis.names.words import (
    PEOPLE_SECTORS,
    ROLE_GENDER,
    ROLES,
    SHORT_TITLES,
    TITLE_HEADS,
    TITLE_SECTORS,
    TITLE_WORDS,
)
from onrecord.knowledge.first_names import Gender

_BEHIND = re.compile(
    r"(?:,? (?:\d{1,3}|\(\d{1,3}\)))?, (?:also )?([^\n,.;:()\"“”]{3,80})(?=[,.;:]|\s*[\"“”—–])"
)
_WHO = re.compile(
    r"(?:, \d{1,3})?, (who (?:(?:is|was) (?=the |an? )|(?:leads|led|heads|headed|runs|ran|chairs|chaired"
    r"|founded|commands|commanded|represents|represented|owns|directs|coaches|edits|teaches|serves|served) )"
    r"[^\n,.;:()\"“”]{3,70})(?=[,.;])"
)
_AHEAD = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)|(\b\w[\w.-]*)[’']s?) ([^\n,.;:()\"“”]{3,60}), $"
)
_AHEAD_REACH = 90
_WORDS_BEFORE = 4
"""So many words before a name may say what somebody is."""
_OPENS = frozenset({"the", "a", "an", "then", "now", "one", "his", "her", "its", "their"})
_CIVIL = frozenset({"Mr", "Messrs", "Mrs", "Ms", "Miss", "Mx", "Dr", "Sir", "Dame", "Lord", "Lady"})
"""Titles that say nothing of what somebody does."""
_LEADS_AWAY = re.compile(r" (?:to|from|against|on|who|whose|that) ")
"""What stands behind these is not whom somebody serves: "ambassador to Peru"."""
_NO_SOLDIERS = (["secretary"], ["attorney"], ["director"], ["solicitor"], ["inspector"], ["surgeon"])


def describe(actor: Actor, spot: Spot, context: Context) -> None:
    """Add to `actor` what one mention says."""
    titles = [word.lower().rstrip(".") for word in spot.title.split()]
    roles = [*titles, *(SHORT_TITLES[title] for title in titles if title in SHORT_TITLES)]
    before = context.before(spot)
    if before and _bare(before[-1]) in ROLES:
        roles += [_bare(word) for word in before[-_WORDS_BEFORE:]]
        actor.country = actor.country or country_in(before)
    if actor.description is None and (found := _apposition(context.text, spot)):
        actor.description, country = found
        roles += [_bare(word) for word in _LEADS_AWAY.split(actor.description)[0].split()]
        actor.country = actor.country or country or _served(actor.description)
    actor.description = actor.description or _title(spot, before) or _who(context.text, spot.end)
    actor.roles.update(roles)
    actor.country = actor.country or spot.country
    actor.gender = actor.gender or spot.gender or _role_gender(roles)
    table = TITLE_SECTORS if spot.country or _is_bare(spot.title) else PEOPLE_SECTORS
    actor.sectors = actor.sectors or sectors(titles, table) or sectors(roles, PEOPLE_SECTORS)


def sectors(words: Sequence[str], table: Mapping[str, str]) -> tuple[str, ...]:
    """PLOVER's sector for the last of the words that has one; none for who is "former"."""
    if "former" in words or "ex" in words:
        return ()
    for index in range(len(words) - 1, -1, -1):
        # A secretary general and an attorney general are no soldiers.
        if words[index] in table and words[index - 1 : index] not in _NO_SOLDIERS:
            return (table[words[index]],)
    return ()


def _apposition(text: str, spot: Spot) -> tuple[str, str | None] | None:
    """The words in commas that say who somebody is, behind the name or ahead of it, and a country."""
    if text[spot.end : spot.end + 1] == "," and (behind := _behind(text, spot.end)):
        return behind, None
    if text[spot.start - 2 : spot.start] != ", ":
        return None
    match = _AHEAD.search(text, max(0, spot.start - _AHEAD_REACH), spot.start)
    if match is None or _bare(match[2].split(" of ")[0].split(" for ")[0].split()[-1]) not in ROLES:
        return None
    words = match[2].split()
    first = max((index for index, word in enumerate(words[:-1], 1) if word.lower() in _OPENS), default=0)
    return " ".join(words[first:]), country_in([match[1]]) if match[1] and not first else None


def _behind(text: str, end: int) -> str | None:
    match = _BEHIND.match(text, end)
    if match is None:
        return None
    words = [_bare(word) for word in match[1].split()]
    opens = words[0] in _OPENS or words[0] in ROLES or match[1][0].isupper() or words[0] == "former"
    return match[1] if opens and not ROLES.isdisjoint(words) else None


def _who(text: str, end: int) -> str | None:
    match = _WHO.match(text, end) if text[end : end + 1] == "," else None
    return match[1] if match else None


def _title(spot: Spot, before: Sequence[str]) -> str | None:
    """What stands right before a name: "Finance Minister", "special prosecutor"; no "Mr." or "Dr."."""
    words = [word for word in spot.title.split() if word.rstrip(".") not in _CIVIL]
    if words:
        return " ".join(words)
    if spot.title or not before or _bare(before[-1]) not in ROLES:
        return None
    size = 1
    while size < len(before) and before[-size - 1].lower() not in _OPENS:
        if not before[-size - 1][0].isupper() and before[-size - 1].lower() not in _TITLES:
            break
        size += 1
    return " ".join(before[-size:])


_TITLES = ROLES.union(word.lower() for word in TITLE_WORDS | TITLE_HEADS) - {"his", "her", "of"}


def _bare(word: str) -> str:
    """A word in small letters, without "ex-" or "co-"."""
    word = word.lower()
    return word[3:] if word.startswith(("ex-", "co-")) else word


def _served(description: str) -> str | None:
    return country_in(_LEADS_AWAY.split(description)[0].split())


def _is_bare(title: str) -> bool:
    """Whether a title stands alone: "President", not "Acme President"."""
    return all(word in TITLE_HEADS or word in TITLE_WORDS for word in title.split())


def _role_gender(roles: Sequence[str]) -> Gender | None:
    return next((ROLE_GENDER[role] for role in roles if role in ROLE_GENDER), None)
