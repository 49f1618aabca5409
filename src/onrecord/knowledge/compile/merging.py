"""From what each source says to one holding an office, and the rule that closes those left open."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from onrecord.knowledge import dates
from onrecord.knowledge.compile.facts import Fact
from onrecord.knowledge.names import fold
from onrecord.knowledge.roles import EXCLUSIVE

_SAME_START = 45
"""Days within which two sources' beginnings of an office are one."""
_GAP = 10
_COLLECTIVE = {
    ("BIH", "head_of_state"), ("CHE", "head_of_state"), ("SMR", "head_of_state"), ("AND", "head_of_state"),
}  # fmt: skip
"""Where several are head of state at once."""
_RIVALS = {"LBY", "YEM", "VEN", "SDN", "AFG"}
"""Where two governments claim the same offices: only the same title closes there."""


def merge(facts: Iterable[Fact]) -> list[Fact]:
    """One fact for each time somebody held an office: sources that agree within weeks are joined, terms strung together."""
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        title = "" if fact.role in EXCLUSIVE or fact.role == "vice_head_of_state" else fold(fact.title)
        groups[fact.entity, fact.country, fact.of, fact.role, title].append(fact)
    return [fact for group in groups.values() for fact in _merged(group)]


def _merged(group: list[Fact]) -> list[Fact]:
    dated = sorted((f for f in group if f.since), key=lambda f: (dates.first(f.since), f.rank, f.until))
    terms: list[list[Fact]] = []
    for fact in dated:
        if terms and _same_start(terms[-1][0], fact):
            terms[-1].append(fact)
        else:
            terms.append([fact])
    found: list[Fact] = []
    for fact in map(_resolved, terms):
        if found and _follows(found[-1], fact):
            found[-1] = _strung(found[-1], fact)
        else:
            found.append(fact)
    for fact in group:
        if not fact.since:
            _undated(fact, found)
    return found


def _same_start(one: Fact, other: Fact) -> bool:
    if one.source == other.source and one.since != other.since:
        return False
    if not other.since % 100 or not one.since % 100:
        shorter = 10000 if not (one.since // 100 % 100 and other.since // 100 % 100) else 100
        return one.since // shorter == other.since // shorter
    return apart(one.since, other.since) <= _SAME_START


def apart(one: int, other: int) -> int:
    """The days between two days."""
    return abs((_date(one) - _date(other)).days)


def _date(number: int) -> date:
    first = dates.first(number)
    return date(
        max(first // 10000, 1), first // 100 % 100, min(first % 100, 28) if first % 100 > 28 else first % 100
    )  # noqa: PLR2004


def _resolved(term: list[Fact]) -> Fact:
    """One fact of several about the same time: the best source's day, the most precise, its end if one knows it."""
    term = sorted(term, key=lambda f: f.rank)
    best = term[0]
    since = next((f.since for f in term if f.since % 100), best.since)
    title = next(
        (f.title for f in sorted(term, key=lambda f: (f.rank in {1, 2, 3}, f.rank)) if f.title), best.title
    )
    until, known, source = best.until, best.known, best.source
    for fact in term[1:]:
        if until and not until % 100 and fact.until % 100 and fact.until // 10000 == until // 10000:
            until = fact.until
        elif not until and fact.until and dates.last(fact.until) >= known:
            until, source = fact.until, fact.source
        elif not until and fact.known > known:
            known, source = fact.known, fact.source
    return replace(best, title=title, since=since, until=until, known=known, source=source)


def _follows(one: Fact, other: Fact) -> bool:
    """Whether a term goes on where another ended, or begins within it."""
    if not one.until:
        return dates.first(other.since) <= max(one.known, dates.last(one.since)) or one.known == 0
    return apart(one.until, other.since) <= _GAP or other.since < one.until


def _strung(one: Fact, other: Fact) -> Fact:
    if one.until and other.until:
        later = one if one.until >= other.until else other
        return replace(one, until=later.until, known=later.known)
    if not other.until:
        # Open: good until the later of the two, unless the first has ended for sure.
        if one.until and other.rank > one.rank and other.since < one.until:
            return one
        return replace(
            one,
            until=0,
            known=max(one.known, other.known),
            source=other.source if other.known >= one.known else one.source,
        )
    if other.rank <= one.rank or other.until >= one.known:
        return replace(one, until=other.until, known=other.known, source=other.source)
    return one


def _undated(fact: Fact, found: list[Fact]) -> None:
    """What is known without a beginning prolongs an office that is known with one."""
    if found:
        last = found[-1]
        if not last.until and last.known < fact.known:
            found[-1] = replace(last, known=fact.known, source=fact.source)
    else:
        found.append(fact)


def close(facts: list[Fact]) -> list[Fact]:
    """End each open office of which there can be one where a successor's beginning is known."""
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.role in EXCLUSIVE and fact.role != "speaker" and (fact.country, fact.role) not in _COLLECTIVE:
            title = fold(fact.title) if fact.country in _RIVALS else ""
            groups[fact.country, fact.role, fact.of, title].append(fact)
        elif fact.role in {
            "chief",
            "speaker",
            "military_chief",
            "governor",
            "security_adviser",
            "spokesperson",
        }:
            groups[fact.country, fact.role, fact.of, fold(fact.title)].append(fact)
    closed: dict[int, Fact] = {}
    for group in groups.values():
        _close(group, closed)
    return [closed.get(id(fact), fact) for fact in facts]


def _close(group: list[Fact], closed: dict[int, Fact]) -> None:
    dated = sorted((fact for fact in group if fact.since), key=lambda fact: fact.since)
    for place, fact in enumerate(dated):
        if fact.until:
            continue
        after = next(
            (
                f
                for f in dated[place + 1 :]
                if f.entity != fact.entity and f.since > dates.last(fact.since) and _settled(f)
            ),
            None,
        )
        if after:
            known = min(fact.known, after.since) if fact.known else 0
            closed[id(fact)] = replace(fact, until=after.since, known=known if known < after.since else 0)


def _settled(fact: Fact) -> bool:
    """Whether a successor is one: not for a day or two, not only acting."""
    return "acting" not in fact.title.casefold()
