"""Ministers and speakers of a country's regions, whom a list has under the titles of the whole state."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from onrecord.knowledge import dates
from onrecord.knowledge.compile.facts import Fact
from onrecord.knowledge.compile.merging import apart
from onrecord.knowledge.roles import EXCLUSIVE

_NATIONAL = {
    "CAN": ("house of commons", "senate"),
    "ESP": ("congress of deputies", "senate"),
}
"""The chambers of the states of which this is known; all other seats there are in regions' assemblies."""
_HANDOVER = 90
_SUPREME = {"head_of_state", "head_of_government", "ruler", "central_banker", "ambassador_un"}


def regional(facts: list[Fact], seats: Iterable[Fact]) -> list[Fact]:
    """The facts, those about regions no longer as the state's: a "minister", the speaker of that assembly.

    `seats` are legislators' facts. Who sat in a region's assembly only is that region's minister, and so is
    who sat nowhere while a member of the state's parliament held the office.
    """
    chambers: dict[int, set[str]] = defaultdict(set)
    for seat in seats:
        if seat.country in _NATIONAL:
            chambers[seat.entity].add(seat.title.casefold().removeprefix("member of ").removeprefix("the "))
    doubtful = [f for f in facts if f.country in _NATIONAL and f.role in EXCLUSIVE - _SUPREME and not f.of]
    sure = [fact for fact in doubtful if _of_the_state(chambers[fact.entity], fact.country)]
    moved = {id(f): _moved(f, chambers[f.entity], sure) for f in doubtful}
    return [moved.get(id(fact), fact) for fact in facts]


def _of_the_state(chambers: Iterable[str], country: str) -> bool:
    return any(name in chamber for chamber in chambers for name in _NATIONAL[country])


def _moved(fact: Fact, chambers: set[str], sure: list[Fact]) -> Fact:
    if fact.role == "speaker":
        region = not _of_the_state([fact.title.casefold()], fact.country)
        return replace(fact, of=fact.title.partition(" of the ")[2]) if region else fact
    if _of_the_state(chambers, fact.country):
        return fact
    beside = (other for other in sure if other.role == fact.role and _overlap(fact, other))
    return replace(fact, role="minister") if chambers or any(beside) else fact


def _overlap(one: Fact, other: Fact) -> bool:
    """Whether two held an office at once for longer than a hand-over takes."""
    since = max(dates.first(one.since), dates.first(other.since))
    until = min(dates.last(fact.until or fact.known) for fact in (one, other))
    return until > since and apart(since, until) > _HANDOVER
