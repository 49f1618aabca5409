"""From what each source says to one holding an office, and the rule that closes those left open."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from onrecord.knowledge import dates
from onrecord.knowledge.compile.facts import UNCONFIRMED, UNDATED, Fact
from onrecord.knowledge.names import fold
from onrecord.knowledge.roles import EXCLUSIVE

_SAME_START = 45
"""Days within which two sources' beginnings of an office are one."""
_GAP = 10
_SHORTEST_MONTH = 28
_FACTBOOK = 2
_WIKIDATA = 4
_BY_YEARS = 6
"""Ranks of sources."""
_PATIENCE = 400
_PATIENCE_WITH_OBSERVERS = 120
"""Days without news of somebody in office after which a successor may not have been the next."""
_PATIENCE_WITH_LISTS = 200
"""Days for which a list without dates, that nothing else confirms, may be believed to go on from another."""
_LONGER_THAN_ACTING = 300
_LAG_OF_LISTS = 30
"""So many days a list may go on naming whose successor is in office."""
_LAG = 90
"""Days for which a source may go on listing who has left."""
_HEADS = {"head_of_state", "head_of_government"}
_COLLECTIVE = {
    ("BIH", "head_of_state"), ("CHE", "head_of_state"), ("SMR", "head_of_state"), ("AND", "head_of_state"),
    ("NIC", "head_of_state"),
}  # fmt: skip
"""Where several are head of state at once."""
_RIVALS = {"LBY", "YEM", "VEN", "SDN", "AFG"}
"""Where two governments claim the same offices: only the same title closes there."""


def merge(facts: Iterable[Fact]) -> list[Fact]:
    """One fact for each time somebody held an office: what sources say of it joined, its terms strung."""
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        alone = (fact.country, fact.role) not in _COLLECTIVE
        title = (
            ""
            if (fact.role in EXCLUSIVE and alone) or fact.role == "vice_head_of_state"
            else fold(fact.title)
        )
        groups[fact.entity, fact.country, fact.of, fact.role, title].append(fact)
    return [fact for group in groups.values() for fact in _merged(group)]


def _merged(group: list[Fact]) -> list[Fact]:
    group = [f for f in group if f.rank < _BY_YEARS or not any(_covers(other, f) for other in group)]
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
    # What nothing else confirms comes last: it goes on from what the others say.
    for fact in sorted(group, key=lambda f: f.rank == UNCONFIRMED):
        if not fact.since:
            _undated(fact, found)
    if found and not found[-1].until and found[-1].since:
        seen = max((fact.seen for fact in group if fact.since or fact.rank == UNDATED), default=0)
        seen = seen if seen >= found[-1].since else 0
        found[-1] = replace(found[-1], known=max(found[-1].known, seen), seen=seen)
    return found


def _covers(other: Fact, fact: Fact) -> bool:
    """Whether a better source has the office at the time of one that only knows years."""
    if other.rank >= _BY_YEARS or not other.since or (other.known and 0 < other.until < fact.known):
        # An end that is only a source's silence does not outweigh a later list.
        return False
    return other.since // 10000 <= fact.since // 10000 <= ((other.until or other.known) // 10000 or 9999)


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
    # A month's last day may stand for its 31st.
    return date(max(first // 10000, 1), first // 100 % 100, min(first % 100, _SHORTEST_MONTH))


def _resolved(term: list[Fact]) -> Fact:
    """One fact of several about the same time: the best source's day, the end if one knows it."""
    term = sorted(term, key=lambda fact: fact.rank)
    best = term[0]
    seen = max(fact.seen for fact in term)
    since = next((fact.since for fact in term if fact.since % 100), best.since)
    by_title = sorted(term, key=lambda fact: (fact.rank in {1, 2, 3}, fact.rank))
    title = next((fact.title for fact in by_title if fact.title), best.title)
    end = _end(term, since, seen)
    if end and (not best.known or best.until or best.rank or dates.last(end.until) >= best.seen):
        best = replace(best, title=title, since=since)
        return replace(best, until=end.until, known=end.known, seen=seen, source=end.source)
    last = max(term, key=lambda fact: fact.known)
    return replace(best, title=title, since=since, until=0, known=last.known, seen=seen, source=last.source)


def _end(term: list[Fact], since: int, seen: int) -> Fact | None:
    """Whose end is to be believed: our own, then Wikidata's, then one that no later sighting contradicts."""
    ends = [fact for fact in term if fact.until and dates.last(fact.until) >= since]
    own = [fact for fact in ends if fact.rank == 0 and not fact.inferred]
    listed = [fact for fact in term if fact.rank == _WIKIDATA]
    if not own and listed and all(fact.until % 100 and not fact.inferred for fact in listed):
        latest = max(listed, key=lambda fact: fact.until)
        # Of a second term Wikidata may have only the first.
        own = [latest] if not seen or _reaches(latest.until, seen) else []
    exact = [fact for fact in ends if fact.until % 100 and (fact.rank != _WIKIDATA or fact.inferred)]
    standing = [fact for fact in exact or ends if not seen or _reaches(fact.until, seen)]
    # An end that lies between two sightings is worth less than a day.
    return next(iter(own or sorted(standing, key=lambda fact: fact.known > 0)), None)


def _reaches(until: int, seen: int) -> bool:
    """Whether an end is not contradicted by a later sighting; sources lag by some weeks."""
    return dates.last(until) >= seen or apart(dates.last(until), seen) <= _LAG


def _follows(one: Fact, other: Fact) -> bool:
    """Whether a term goes on where another ended, or begins within it."""
    if not one.until:
        return dates.first(other.since) <= max(one.known, dates.last(one.since)) or one.known == 0
    return apart(one.until, other.since) <= _GAP or other.since < one.until


def _strung(one: Fact, other: Fact) -> Fact:
    """Two terms as one: the later end, or none where the later is open."""
    seen = max(one.seen, other.seen)
    if not one.until and other.until and not _reaches(other.until, one.seen or 1):
        return replace(one, seen=seen)
    if one.until and not other.until and max(other.known, seen) <= one.until:
        # Opened again within a term of which the end is known, and not seen after it.
        return replace(one, seen=seen)
    if not one.until and other.known and other.until < one.known:
        # Where one source merely falls silent, another goes on.
        return replace(one, seen=seen)
    later = other if not other.until or (one.until and other.until >= one.until) or not one.until else one
    if one.until and not other.until and other.rank > one.rank and other.since < one.until and not other.seen:
        later = one
    known = later.known if later.until else max(later.known, seen)
    return replace(one, until=later.until, known=known, seen=seen, source=later.source)


def _undated(fact: Fact, found: list[Fact]) -> None:
    """What is known without a beginning prolongs, or ends, an office that is known with one."""
    last = found[-1] if found else None
    if last is None or (fact.until and not _may_end(last, fact)):
        found.append(fact)
    elif fact.until:
        found[-1] = replace(last, until=fact.until, known=0, source=fact.source)
    elif fact.rank == UNCONFIRMED and (last.until or not _lately(last, fact)):
        # It vouches for its own day, unless the term is known to be over: then it is out of date.
        if not last.until:
            found.append(fact)
    elif not last.until and last.known < fact.known:
        found[-1] = replace(last, known=fact.known, seen=max(last.seen, fact.seen), source=fact.source)


def _lately(last: Fact, fact: Fact) -> bool:
    """Whether another source has seen somebody in office not long before."""
    known = dates.last(last.known or last.since)
    return known >= fact.known or apart(known, fact.known) <= _PATIENCE_WITH_LISTS


def _may_end(last: Fact, fact: Fact) -> bool:
    """Whether an end without a beginning is that of the last term: open, or over at about that time."""
    if dates.last(fact.until) < last.since:
        return False
    return not last.until or apart(dates.last(last.until), dates.last(fact.until)) <= _LAG


def close(facts: list[Fact], *, only_sure: bool = False) -> list[Fact]:
    """End each open office of which there can be one where a successor's beginning is known.

    With `only_sure` those stay open of whom nothing is known for years before their successor.
    """
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
    if only_sure:
        closed = {key: fact for key, fact in closed.items() if not fact.known}
    facts = [closed.get(id(fact), fact) for fact in facts]
    return [fact for fact in facts if not fact.until or dates.last(fact.until) >= dates.first(fact.since)]


def without_blips(facts: list[Fact]) -> list[Fact]:
    """Leave out who was listed for some weeks while somebody else was seen in the office before and after."""
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.role in _HEADS and not fact.of and (fact.country, fact.role) not in _COLLECTIVE:
            groups[fact.country, fact.role].append(fact)
    blips = {
        id(fact)
        for group in groups.values()
        for fact in group
        if fact.rank == _FACTBOOK and fact.until and any(_around(other, fact) for other in group)
    }
    return [fact for fact in facts if id(fact) not in blips]


def _around(other: Fact, fact: Fact) -> bool:
    short = apart(fact.since, fact.until) <= _LAG
    return (
        short
        and fact.entity != other.entity
        and other.since < fact.since
        and other.seen > dates.last(fact.until)
    )


def _close(group: list[Fact], closed: dict[int, Fact]) -> None:
    dated = sorted((fact for fact in group if fact.since), key=lambda fact: fact.since)
    exact = {(fact.entity, fact.since // 10000) for fact in dated if fact.since % 10000}
    # Of whom the day is known too, the year alone ends nobody's term.
    dated = [f for f in dated if f.since % 10000 or (f.entity, f.since // 10000) not in exact]
    for place, fact in enumerate(dated):
        later = (f for f in dated[place + 1 :] if f.entity != fact.entity and _succeeds(f, fact))
        after = next(later, None)
        known = 0 if fact.until else _held_meanwhile(fact, after, group)
        if known:
            last = max(fact.seen, fact.known) or fact.since
            closed[id(fact)] = replace(fact, until=known, known=last, inferred=True)
        elif after is None:
            continue
        elif not fact.until:
            closed[id(fact)] = replace(fact, until=after.since, known=_sure(fact, after.since), inferred=True)
        elif _listed_too_long(fact, after) or _in_that_year(fact.until, after.since):
            seen = min(fact.seen, dates.last(after.since))
            closed[id(fact)] = replace(fact, until=after.since, known=0, seen=seen)
        elif _only_elected(fact, after):
            closed[id(after)] = replace(after, since=fact.until)


def _only_elected(fact: Fact, after: Fact) -> bool:
    """Whether a beginning is that of the election: the one before was in office for weeks more."""
    if not (fact.until % 100 and after.since % 100) or fact.inferred or after.until:
        return False
    observed = after.since < fact.seen < fact.until and apart(after.since, fact.seen) > _LAG_OF_LISTS
    stated = fact.rank < after.rank and apart(after.since, fact.until) > _LAG_OF_LISTS
    overlap = apart(after.since, fact.until) <= _LONGER_THAN_ACTING
    return after.since < fact.until and overlap and (observed or stated)


def _held_meanwhile(fact: Fact, after: Fact | None, group: list[Fact]) -> int:
    """The first day on which another, of whom no beginning is known, held it before a successor."""
    last = dates.last(max(fact.seen, fact.known, fact.since))
    end = dates.first(after.since) if after else dates.FOREVER
    days = (
        other.until or other.known
        for other in group
        if not other.since and other.entity != fact.entity and other.rank in {0, UNDATED}
    )
    return min((day for day in days if last < dates.first(day) < end), default=0)


def _sure(fact: Fact, end: int) -> int:
    """Until when an office that a successor ends is sure: 0 for to the end, else a day."""
    last = max(fact.seen, fact.known)
    patience = _PATIENCE_WITH_OBSERVERS if fact.rank in {1, 2, 3} else _PATIENCE
    return last if last < end and apart(dates.last(last), dates.first(end)) > patience else 0


def _succeeds(other: Fact, fact: Fact) -> bool:
    """Whether another's term follows this one: not only acting, nor over while this one is still seen."""
    if other.since <= dates.last(fact.since) or "acting" in other.title.casefold():
        return False
    over = dates.last(other.until) if other.until else max(other.known, other.seen)
    short = over and apart(other.since, over) <= _LONGER_THAN_ACTING
    return not (fact.seen and short and over < fact.seen)


def _in_that_year(until: int, since: int) -> bool:
    """Whether a successor began in the year of an end of which only the year is known."""
    return until % 10000 == 0 < since // 100 % 100 and until // 10000 == since // 10000


def _listed_too_long(fact: Fact, after: Fact) -> bool:
    """Whether an observed end is only that of the source's attention: the successor was there before."""
    end = dates.last(after.until or after.known)
    if fact.country in _RIVALS:
        return False
    overlaps = fact.rank == _FACTBOOK and dates.last(after.since) < dates.first(fact.until)
    return (
        overlaps
        and after.rank <= _BY_YEARS
        and (end > fact.until or apart(after.since, end) > _LONGER_THAN_ACTING)
    )
