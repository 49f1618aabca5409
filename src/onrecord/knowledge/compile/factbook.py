"""Heads of state and government and their deputies as The World Factbook listed them (2014 to 2026)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.knowledge import dates
from onrecord.knowledge.compile.facts import Fact
from onrecord.knowledge.compile.merging import apart
from onrecord.knowledge.compile.people import Being, People
from onrecord.knowledge.compile.printed import Printed, plain_name, read_name, shorter
from onrecord.knowledge.compile.sources import Sources, day
from onrecord.knowledge.names import skeleton
from onrecord.knowledge.roles import role_of

_LAG = 200
"""Days for which it may have gone on listing a predecessor."""
_HOLE = 20170328
"""The last snapshot before three and a half years without any: it says nothing about an end."""
_BEFORE_HOLE = 20161121
"""The one before: that of the hole's edge still has a few who had left, and none after it contradicts it."""
_CO_PRINCES = ("AND", "head_of_state")
_PRINCIPALS = {"chief_of_state": "head_of_state", "head_of_government": "head_of_government"}
_DEPENDENCIES = frozenset(
    [
        "ABW",
        "AIA",
        "ALA",
        "ASM",
        "BES",
        "BLM",
        "BMU",
        "BVT",
        "CCK",
        "COK",
        "CUW",
        "CXR",
        "CYM",
        "FLK",
        "FRO",
        "GGY",
        "GIB",
        "GLP",
        "GRL",
        "GUF",
        "GUM",
        "HKG",
        "IMN",
        "IOT",
        "JEY",
        "MAC",
        "MAF",
        "MNP",
        "MSR",
        "MTQ",
        "MYT",
        "NCL",
        "NFK",
        "NIU",
        "PCN",
        "PRI",
        "PYF",
        "REU",
        "SGS",
        "SHN",
        "SJM",
        "SPM",
        "SXM",
        "TCA",
        "TKL",
        "UMI",
        "VGB",
        "VIR",
        "WLF",
    ]
)
"""Their heads of state are those of other countries, and their governors are seldom asked for."""
_HEADS = {"head_of_state", "head_of_government", "ruler"}


@dataclass
class _Sighting:
    """One row: somebody in an office, seen from `seen` to `last`; the days are numbers."""

    being: Being
    country: str
    title: str
    role: str
    since: int
    seen: int
    last: int
    until: int
    implied: bool
    named_by_date: bool
    source: str


def leaders(sources: Sources, beings: People, known: Iterable[Fact]) -> Iterator[Fact]:
    """The chiefs of state and heads of government, the deputies among them under roles of their own.

    `known` are the offices by which people of other spellings are found: who began on the same day.
    """
    found = [
        sighting
        for row in sources.rows("factbook_leaders.csv")
        if (sighting := _sighting(row, sources, beings))
    ]
    found = _principals(found, known)
    _mend_dates(found)
    _join_by_start(found, known, beings)
    stints: dict[tuple[int, str, str, str], list[_Sighting]] = {}
    for sighting in sorted(found, key=lambda s: (s.seen, s.last)):
        # A prime minister who becomes president may be listed as head of government under both titles.
        kind = role_of(sighting.title, sighting.country) if sighting.title else sighting.role
        office = sighting.being.key, sighting.country, sighting.role, kind
        stints.setdefault(office, []).append(sighting)
    for sightings in stints.values():
        yield from _stints(sightings)


def _sighting(row: dict[str, str], sources: Sources, beings: People) -> _Sighting | None:
    country, printed = sources.country(row["country"]), read_name(row["name"])
    name, title = _titled(row, printed)
    name = name or _named_by_id(row, title, beings)
    role = _role(title, country, row["role"]) if row["role"] in _PRINCIPALS else None
    if not country or not name or country in _DEPENDENCIES or role is None or (country, role) == _CO_PRINCES:
        return None
    since = day(row["since"]) or day(row["first_seen"])
    until, last = end_of(row)
    if until and dates.last(until) < since:
        until = 0
    forms = (
        shorter(row["name"], country),
        name,
        *printed.others,
        *(plain_name(variant) for variant in row["variants"].split("|")),
    )
    years = since // 10000, (until or last) // 10000
    being = _who(row, [form for form in forms if form], country, years, beings)
    for form in filter(None, forms[: 2 + len(printed.others)]):
        beings.alias(being, form)
    source = f"{row['source_repo']}@{row['commit'][:10]}"
    by_date = row["qid_match"].startswith("date+name")
    return _Sighting(
        being,
        country,
        title,
        role,
        since,
        day(row["first_seen"]),
        last,
        until,
        bool(row["end_implied"]),
        by_date,
        source,
    )


def _principals(found: list[_Sighting], known: Iterable[Fact]) -> list[_Sighting]:
    """Without the untitled who are something else: who hold another such office since that day.

    Nor is one the principal who was listed without a title beside one with it.
    """
    offices = {
        (fact.entity, fact.country, fact.since): fact.role
        for fact in known
        if fact.role in _HEADS and fact.since % 100
    }
    titled = {(s.country, s.role, s.seen) for s in found if s.title}

    def stands(one: _Sighting) -> bool:
        held = offices.get((one.being.key, one.country, one.since), one.role)
        return bool(one.title) or (held == one.role and (one.country, one.role, one.seen) not in titled)

    return [sighting for sighting in found if stands(sighting)]


def _titled(row: dict[str, str], printed: Printed) -> tuple[str, str]:
    """The name and the title, of which a part may stand in what should be the name."""
    title, before = row["title"].strip().rstrip(","), printed.title
    if title.endswith((" Minister of", " Minister for")):
        # "Minister of", "Interior": what comes after is the next office's.
        name = printed.name if before else read_name(row["name"].partition(" ")[2]).name
        return name, title.partition(" and ")[0]
    if before and re.fullmatch(r"(?:Vice )?(?:Chair\w*|President)", title) and "Council" in before:
        title = f"{title} of the {before.removesuffix(' Chairperson')}"
    elif not title and role_of(before) in {*_HEADS, "vice_head_of_state", "deputy_head_of_government"}:
        title = before
    return printed.name, title


def _named_by_id(row: dict[str, str], title: str, beings: People) -> str:
    """The name by the id, where what is printed is none; not of a list of several deputies."""
    sure = row["person_qid"] and row["qid_match"].startswith("date")
    known = beings.by_key.get(int(row["person_qid"][1:])) if sure else None
    return known.name if known and not title.endswith("s") else ""


def _mend_dates(found: list[_Sighting]) -> None:
    """A successor may have the predecessor's day: who came after somebody seen since began later."""
    offices: dict[tuple[str, str], list[_Sighting]] = {}
    for sighting in sorted(found, key=lambda s: s.seen):
        before = offices.setdefault((sighting.country, sighting.role), [])
        if any(
            other.being.key != sighting.being.key
            and sighting.since <= other.seen
            and other.last < sighting.seen
            and apart(sighting.since, other.last) > _LAG
            for other in before
        ):
            sighting.since = sighting.seen // 100 * 100
        before.append(sighting)


def _join_by_start(found: list[_Sighting], known: Iterable[Fact], beings: People) -> None:
    """Whoever began in an office on the very day that somebody else is known to have is that person."""
    starts: dict[tuple[str, str, int], set[int]] = {}
    for fact in known:
        if fact.since % 100 and fact.role in _HEADS and not fact.of:
            starts.setdefault((fact.country, fact.role, fact.since), set()).add(fact.entity)
    for sighting in found:
        same = starts.get((sighting.country, sighting.role, sighting.since), set())
        if len(same) == 1 and not sighting.named_by_date and sighting.being.key not in same:
            being = beings.by_key[next(iter(same))]
            beings.alias(being, sighting.being.name)
            sighting.being = being


def _stints(sightings: list[_Sighting]) -> Iterator[Fact]:
    """One fact for each stretch of rows of one person in one office: a changed text is no end."""
    stint: list[_Sighting] = []
    for sighting in sightings:
        if stint and not _goes_on(max(s.last for s in stint), sighting):
            yield _stint(stint)
            stint = []
        stint.append(sighting)
    yield _stint(stint)


def _goes_on(last: int, sighting: _Sighting) -> bool:
    # Within half a year; and over the time without snapshots if the office began before it.
    return sighting.seen <= last + 600 or (last == _HOLE and sighting.since <= _HOLE)


def _stint(stint: list[_Sighting]) -> Fact:
    final = max(stint, key=lambda s: s.last)
    last = _BEFORE_HOLE if final.last == _HOLE and final.seen <= _BEFORE_HOLE else final.last
    since = min((s.since for s in stint), key=lambda since: (since // 10000, not since % 100, since))
    return Fact(
        final.being.key, max((s.title for s in stint), key=len), final.role, final.country, since,
        final.until,
        0 if final.implied else last, final.source, 2, seen=last,
    )  # fmt: skip


def _role(title: str, country: str, listed: str) -> str | None:
    """The role of a row by its title; a title that has been cut off leaves the one it is listed under."""
    role = role_of(title, country) if title else ""
    if listed == "chief_of_state" and re.match(r"(?:Sultan|King|Queen|A?E?mir|Prince)\b(?! Mother)", title):
        return "head_of_state"
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
    """The end of an observed row and the last day it was seen: without a successor's day it lies between."""
    implied, seen, gone = day(row["end_implied"]), day(row["last_seen"]), day(row["gone_by"])
    return implied or (0 if seen == _HOLE else gone), seen


def _who(
    row: dict[str, str], names: list[str], country: str, years: tuple[int, int], beings: People
) -> Being:
    """Whose one of the names is, the first of which is the one for somebody new."""
    qid = row["person_qid"]
    first, last = years
    known = beings.by_key.get(int(qid[1:])) if qid else None
    # Somebody of the same name may have died long before, or be the son.
    if known and not (known.died and dates.last(known.died) // 10000 < first):
        dated = row["qid_match"].startswith("date")
        if dated or _has_given_name(names[0], known.name):
            return known
    found = (beings.match(name, country, first, last) for name in names)
    return next(filter(None, found), None) or beings.new(names[0], country, "The World Factbook")


def _has_given_name(printed: str, known: str) -> bool:
    """Whether a printed name begins as the known one begins or ends, as family names may come first."""
    first = skeleton(printed.partition(" ")[0])
    return first in {skeleton(word) for word in (known.partition(" ")[0], known.rpartition(" ")[2])}
