"""Heads of state and government, their deputies and ambassadors as The World Factbook listed them (2014 to 2026)."""

import re
from collections.abc import Iterator

from onrecord.knowledge import dates
from onrecord.knowledge.compile.facts import Fact
from onrecord.knowledge.compile.people import Being, People
from onrecord.knowledge.compile.sources import Sources, day
from onrecord.knowledge.names import skeleton, surnames, without_titles
from onrecord.knowledge.roles import role_of

_HOLE = 20170328
"""The last snapshot before three and a half years without any: it says nothing about an end."""
_WORDS = re.compile(
    r"\b(?:president|minister|king|queen|prince|princess|deputy|vice|governor|formerly|since|council|republic|general|acting|status"
    r"|government|chair\w*|secretary|commission\w*|sultan|transitional|represented|vacant|designate|homeland|affairs)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[\w'’`.-]+(?: [\w'’`.,-]+){0,6}")
_ASIDE = re.compile(r"\s*\(.*?\)|\s+in caretaker status|\s+\(?acting\)?$|^-\s*")
_RANKS = re.compile(
    r"^(?:Gen|Lt|Col|Brig|Maj|Capt|Adm|Dr|Field Marshal|Sir|Dame|Sheikh|SHAYKH|Cardinal)\.?\s+"
)
_DOMESTIC = ("chief_of_state", "head_of_government")
_PRINCIPALS = {"chief_of_state": "head_of_state", "head_of_government": "head_of_government"}
_HEADS = {"head_of_state", "head_of_government"}


def leaders(sources: Sources, beings: People) -> Iterator[Fact]:
    """The chiefs of state and heads of government, the deputies among them under roles of their own."""
    rows = [row for row in sources.rows("factbook_leaders.csv") if row["role"] in _DOMESTIC]
    for row in rows:
        country, name = sources.country(row["country"]), plain_name(row["name"])
        if not country or not name:
            continue
        title = row["title"].strip().rstrip(",")
        role = _role(title, country, row["role"])
        since = day(row["since"]) or day(row["first_seen"])
        until, known = end_of(row)
        if role is None or (until and dates.last(until) < since):
            continue
        being = _who(row, name, country, since, until or known, beings)
        beings.alias(being, name)
        source = f"{row['source_repo']}@{row['commit'][:10]}"
        yield Fact(being.key, title, role, country, since, until, known, source, 2)


def _role(title: str, country: str, listed: str) -> str | None:
    """The role of a row by its title; a title that has been cut off leaves the one it is listed under."""
    role = role_of(title, country) if title else ""
    if role in _HEADS:
        # A prime minister listed among the chiefs of state, a president among the heads of government.
        return role if listed == "chief_of_state" else "head_of_government"
    if role in {"vice_head_of_state", "deputy_head_of_government", "royal"}:
        return role
    if role in {"other", "chief", ""} and not re.search(
        r"\b(?:deputy|vice|of|the|for|and)\b", title, re.IGNORECASE
    ):
        return None if title else _PRINCIPALS[listed]
    return None


def end_of(row: dict[str, str]) -> tuple[int, int]:
    """The end of an observed row and the last day it was seen: the end lies between that and `gone_by`."""
    implied, seen, gone = day(row["end_implied"]), day(row["last_seen"]), day(row["gone_by"])
    if implied or not gone or seen == _HOLE:
        return implied, seen
    if seen // 100 == gone // 100:
        return seen // 100 * 100, seen
    if seen // 10000 == gone // 10000:
        return seen // 10000 * 10000, seen
    return 0, seen


def plain_name(printed: str) -> str:
    """A name without capitals for the family, ranks and asides; "" where words of a title are left in it."""
    name = _ASIDE.sub("", printed).strip(" ,")
    name = re.sub(r",? (?:Gen|Brig|Maj|Lt|Col|Jr|Sr)\b.*$", "", name)
    while _RANKS.match(name):
        name = _RANKS.sub("", name)
    if _WORDS.search(name) or not _NAME.fullmatch(name) or len(name) > 60:  # noqa: PLR2004
        return ""
    return without_titles(" ".join(_small(word) for word in name.split()))


def _small(word: str) -> str:
    """A word in capitals with only its first letters large: "al-ASSAD" is "al-Assad", "II" stays."""
    if not re.search(r"[^\W\d_]{2}", word) or re.fullmatch(r"[IVX]+", word):
        return word
    return "-".join(
        part.capitalize() if part.isupper() and len(part) > 1 else part
        for part in word.replace("’", "'").split("-")
    )


def _who(row: dict[str, str], name: str, country: str, since: int, until: int, beings: People) -> Being:
    qid = row["person_qid"]
    if qid and int(qid[1:]) in beings.by_key:
        return beings.by_key[int(qid[1:])]
    first, last = since // 10000, (until or 20260000) // 10000
    found = beings.match(name, country, first, last)
    if found:
        return found
    for variant in filter(None, row["variants"].split("|")):
        found = beings.match(plain_name(variant) or name, country, first, last)
        if found:
            return found
    return beings.new(name, country, "The World Factbook")


def join_by_start(facts: list[Fact], beings: People) -> dict[int, int]:
    """Beings without an id who began the same office within three days of one of the same family name."""
    known: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.entity < 1 << 32 and fact.role in _HEADS:
            known.setdefault((fact.country, fact.role), []).append(fact)
    same = {}
    for fact in facts:
        if fact.entity < 1 << 32 or fact.role not in _HEADS or not fact.since % 100:
            continue
        being = beings.by_key[fact.entity]
        families = {skeleton(word) for word in being.name.split()}
        near = {
            other.entity
            for other in known.get((fact.country, fact.role), [])
            if abs(other.since - fact.since) <= 3  # noqa: PLR2004
            and families
            & {skeleton(last) for last in surnames(beings.by_key[other.entity].name, fact.country)}
        }
        if len(near) == 1:
            same[fact.entity] = near.pop()
    return same
