"""Who is the same in two sources: by one office begun at one time under two spellings of a name."""

from collections import defaultdict
from itertools import combinations

from onrecord.knowledge.compile.facts import Fact
from onrecord.knowledge.compile.merging import apart
from onrecord.knowledge.compile.people import Being, People
from onrecord.knowledge.names import skeleton
from onrecord.knowledge.roles import EXCLUSIVE, role_of
from onrecord.knowledge.store import FIRST_WITHOUT_ID

_HEADS = {"head_of_state", "head_of_government"}
_SAME_START = 31
_COLLECTIVE = {"BIH", "CHE", "SMR", "AND", "NIC"}


def same_people(facts: list[Fact], beings: People) -> dict[int, int]:
    """Beings without a Wikidata id that are others: their key to that of who they are."""
    groups: dict[tuple[str, str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if (
            fact.role in EXCLUSIVE
            and fact.role != "speaker"
            and fact.since
            and fact.country not in _COLLECTIVE
        ):
            # A president may be listed as head of government beside the prime minister of that day.
            kind = role_of(fact.title, fact.country) if fact.title and fact.role in _HEADS else fact.role
            groups[fact.country, fact.role, fact.of, kind].append(fact)
    same: dict[int, int] = {}
    for group in groups.values():
        for one, other in combinations(sorted(group, key=lambda fact: (fact.since, fact.entity)), 2):
            if one.entity != other.entity and _same(one, other, beings):
                _note(one, other, same)
    return {gone: _last(same, gone) for gone in same}


def _same(one: Fact, other: Fact, beings: People) -> bool:
    if max(one.entity, other.entity) < FIRST_WITHOUT_ID:
        return False
    if not (one.since % 100 and other.since % 100):
        return _same_by_name(one, other, beings)
    days = apart(one.since, other.since)
    if days > _SAME_START:
        return False
    names = [_words(beings.by_key[fact.entity]) for fact in (one, other)]
    shared = len(names[0] & names[1])
    if one.role in _HEADS:
        by_hand = one.rank == other.rank == 0
        return (days == 0 and not by_hand) or (days <= 3 and shared >= 1) or shared >= 2  # noqa: PLR2004
    return shared >= 2 or (days <= 3 and shared >= 1)  # noqa: PLR2004


def _same_by_name(one: Fact, other: Fact, beings: People) -> bool:
    """Where only the year or month of a beginning is known, most of the name must be the same."""
    part = 100 if one.since // 100 % 100 and other.since // 100 % 100 else 10000
    if one.since // part != other.since // part:
        return False
    names = [_words(beings.by_key[fact.entity]) for fact in (one, other)]
    return len(names[0] & names[1]) >= max(2, min(map(len, names)) - 1)


def _words(being: Being) -> set[str]:
    names = (being.name, *being.aliases)
    return {skeleton(word) for name in names for word in name.replace("-", " ").split() if len(word) > 2}  # noqa: PLR2004


def _note(one: Fact, other: Fact, same: dict[int, int]) -> None:
    """The one with an id stays; of two without, the one of the better source."""
    stays, goes = sorted(
        (one, other), key=lambda fact: (fact.entity >= FIRST_WITHOUT_ID, fact.rank, fact.entity)
    )
    if _last(same, stays.entity) != goes.entity:
        same.setdefault(goes.entity, stays.entity)


def _last(same: dict[int, int], key: int) -> int:
    for _ in range(len(same)):
        if key not in same:
            break
        key = same[key]
    return key
