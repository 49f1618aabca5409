"""The PLOVER sectors of a noun phrase: "a young police officer", "masked gunmen".

The head decides, by the longest entry of the lexicon that it ends; where the head says little ("official",
"spokesman", "group") the words before it do, then what follows it ("members of the senate").
"""

import re
from typing import NamedTuple

from onrecord.knowledge.plurals import is_plural
from onrecord.resolution.lexicon import Agent, find_agent
from onrecord.resolution.phrases import Word, word_set, words_of

_LONGEST = 6
_MOST_WORDS = 60
_STOPS = word_set(
    "of in at on from for with near across by to against who which that whose whom where when after before "
    "during inside outside within around over under through throughout between among along as than about "
    "into onto amid including without despite accused wanted armed based loyal linked led backed dressed "
    "carrying wearing fighting living working is was are were has have had , ; : ( )"
)
_INTO = frozenset({"of", "for", "at", "from", "with"})
"""What leads on to the actor behind a weak head: "spokesman for the army", "several of the unions"."""
_FORMER = word_set(
    "former ex ousted deposed retired exiled erstwhile one-time onetime outgone disgraced late past toppled "
    "overthrown then-former resigned"
)
_ONCE_IN_OFFICE = frozenset({"GOV", "LEG", "MIL", "SPY", "JUD", "COP"})
_MINISTRIES = word_set("ministry minister department secretary undersecretary directorate")
_TOPICS = {
    "MIL": "defence defense war armed-forces",
    "MED": "health",
    "EDU": "education",
    "AGR": "agriculture agricultural farming fisheries",
    "LAB": "labour labor employment manpower",
    "JRN": "information broadcasting",
    "BUS": "industry industries trade commerce",
    "REL": "religious",
}
_TOPIC_OF = {word: sector for sector, words in _TOPICS.items() for word in words.split()}
_ALL_OPPOSED = frozenset({"opposition", "dissident", "anti-government", "antigovernment"})
_ALLIANCES = (["coalition"], ["alliance"], ["force"], ["forces"])
_ADVERB = re.compile(r"\w+ly")


class Phrase(NamedTuple):
    """What a noun phrase tells: sectors, whether they were once ("former"), many, and an actor at all.

    `known` is whether the lexicon has its head; `nobody` whether the head is no actor ("earthquake").
    """

    sectors: tuple[str, ...] = ()
    former: bool = False
    plural: bool = False
    known: bool = False
    nobody: bool = False


def sectors(text: str) -> tuple[str, ...]:
    """The PLOVER sectors of a noun phrase, the chief one first; empty where its words tell none."""
    return read_phrase(words_of(text)).sectors


def read_phrase(words: list[Word]) -> Phrase:
    """What the words of a noun phrase tell. Those after the first sixty are not looked at."""
    lows = [word.low for word in words[:_MOST_WORDS]]
    end = end_of_head(lows)
    former = is_former(lows[:end])
    size, agent = _head(lows, end)
    plural = end > 0 and (is_plural(lows[end - 1]) or " and " in " ".join(lows[:end]))
    if agent and agent.use == "none":
        return Phrase(nobody=True, plural=plural)
    found = _told(words, lows, end, size, agent)
    if "and" in lows[1:end]:
        found = _also(lows[: lows.index("and", 1)], found)
    if lows[max(end - 1, 0) : end] in _ALLIANCES and any(low.endswith("-led") for low in lows[:end]):
        found = ("MIL",)
    if former and found and found[0] in _ONCE_IN_OFFICE:
        found = ("ELI",)
    if found and "OPP" not in found and not _ALL_OPPOSED.isdisjoint(lows[:end]) and found[0] != "GOV":
        found = (*found, "OPP")
    return Phrase(found, former=former, plural=plural, known=agent is not None or bool(found))


def _also(before: list[str], found: tuple[str, ...]) -> tuple[str, ...]:
    """The sectors with those of the first of two: "a politician and businessman"."""
    size, agent = _head(before, len(before))
    if agent is None or agent.use != "head" or size < 1:
        return found
    return tuple(dict.fromkeys((*agent.sectors[:1], *found[:1])))


def is_former(lows: list[str]) -> bool:
    """Whether words of lower case say that an office is no longer held: "former", "ousted", "ex-"."""
    return any(low in _FORMER or low.startswith("ex-") for low in lows)


def end_of_head(lows: list[str]) -> int:
    """Where the head ends: before the first preposition, comma or relative pronoun behind a first word."""
    for index, low in enumerate(lows):
        if (
            low in _STOPS
            and index
            and not (low == "armed" and index + 1 < len(lows) and _is_noun_next(lows, index))
        ):
            return index
    return len(lows)


def _is_noun_next(lows: list[str], index: int) -> bool:
    """Whether "armed" stands before what it describes and not before "with"."""
    return lows[index + 1] not in _STOPS


def _head(lows: list[str], end: int) -> tuple[int, Agent | None]:
    """The entry that ends with the head or goes on behind it ("chief of staff"); its words in the head."""
    for start in range(max(0, end - _LONGEST), end):
        for stop in range(min(len(lows), end + 5), end - 1, -1):
            agent = find_agent(" ".join(lows[start:stop]))
            if agent and (agent.use != "modifier" or (stop == end == len(lows) and start == 0)):
                return end - start, agent
    return 1, None


def _told(words: list[Word], lows: list[str], end: int, size: int, agent: Agent | None) -> tuple[str, ...]:
    if agent and agent.use in {"head", "modifier"}:
        return agent.sectors
    own = agent.sectors if agent else ()
    if end and lows[end - 1] in _MINISTRIES:
        return _of_ministry(lows) or own
    if before := _before(lows[: end - size]):
        return before
    into = end < len(lows) and (lows[end] == "of" or (lows[end] in _INTO and own != ("CVL",)))
    if into and (agent or _counts(lows[:end])):
        behind = read_phrase(words[end + 1 :])
        return behind.sectors or own
    return own


def _of_ministry(lows: list[str]) -> tuple[str, ...]:
    """A ministry's sector, and that of what it is for."""
    topics = [_TOPIC_OF[low] for low in lows if low in _TOPIC_OF]
    before = _before(lows[: lows.index(next(low for low in lows if low in _MINISTRIES))])
    if not topics and before and before[0] != "GOV":
        return before  # "police department"
    return ("GOV", *topics[:1])


def _before(lows: list[str]) -> tuple[str, ...]:
    """The sectors that the words before a weak head tell, those nearest to it first."""
    for stop in range(len(lows), 0, -1):
        for start in range(max(0, stop - 3), stop):
            agent = find_agent(" ".join(lows[start:stop]))
            if agent and agent.sectors and agent.use != "none":
                return agent.sectors
    return ()


def _counts(lows: list[str]) -> bool:
    """Whether words count or measure what follows: "several of", "dozens of", "two of"."""
    return all(low in _COUNTS or low.isdigit() or _ADVERB.fullmatch(low) for low in lows)


_COUNTS = word_set(
    "a an the one two three four five six seven eight nine ten eleven twelve some several many most all "
    "any few both dozen dozens hundred hundreds thousand thousands million millions score scores number "
    "numbers majority handful lot lots plenty couple pair trio wave group rest part parts more over about "
    "around none each half"
)
