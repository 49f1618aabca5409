"""The noun phrases that a source is made of, each with its head: a mention, a pronoun or a common noun."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.names.actors import Found
from onrecord.analysis.names.words import (
    ADJECTIVES,
    BOUNDARIES,
    LEADING,
    PEOPLE,
    PEOPLE_SECTORS,
    REFLEXIVES,
    ROLES,
)
from onrecord.knowledge.countries import find_country_form

_TOKEN = re.compile(r"\w[\w’'.&%-]*|[^\w\s]")


_JOINING = re.compile(r",?\s+(?:as well as|along with|together with|and|or|&)\s+|,\s+")
_LATER = re.compile(r",\s+(as well as|along with|together with|and)\s+")
_LEAD_IN = re.compile(r".*,\s(?:(?:the|an?)\s)?(?:(?!who|which|that|and)[a-z][\w-]*\s){0,4}", re.DOTALL)
_HANGING = re.compile(r" (?:of|from|by|in|at|with|on|for) [^,;()\"“”—–]{1,60}")
_AND = frozenset({"and", "or"})
_PARTICIPLE = re.compile(r"[a-z]{2,}(?:ed|ing|nown|ven)")
_NUMBERS = frozenset({"one", "two", "three", "four", "five", "several", "some", "many", "most", "all"})
_WHO = frozenset({"who", "whom", "whose", "that", "which"})
_MOST_PHRASES = 8
_SINGULAR_S = ("ss", "us", "is")


@dataclass(slots=True)
class Phrase:
    """A noun phrase `[start, end)`; with what hangs on it ("of the ministry") it ends at `stop`.

    `found` is the mention that heads it, else `head` is its last word. `inside` are the mentions
    that modify it.
    """

    start: int
    end: int
    head: str
    found: Found | None
    stop: int
    inside: tuple[Found, ...] = ()

    @property
    def plural(self) -> bool:
        """Whether the head looks like a plural."""
        return self.head.endswith("s") and not self.head.endswith(_SINGULAR_S)


def phrases(text: str, start: int, end: int, found: Sequence[Found]) -> Iterator[Phrase]:
    """The coordinated noun phrases of a source `[start, end)`, given the mentions inside it."""
    if len(found) == 1 and found[0].start <= start and found[0].end >= end:
        yield Phrase(start, found[0].end, found[0].actor.name, found[0], found[0].end)
        return
    by_start = {mention.start: mention for mention in found}
    position = start
    for _ in range(_MOST_PHRASES):
        phrase = _phrase(text, position, end, by_start, found)
        if phrase is None:
            return
        yield phrase
        following = _next(text, phrase, end, by_start)
        if following is None:
            return
        position = following


def _phrase(
    text: str, start: int, end: int, by_start: dict[int, Found], found: Sequence[Found]
) -> Phrase | None:
    parts: list[tuple[int, int, Found | str]] = []
    position = start
    while position < end and (match := _TOKEN.search(text, position, end)):
        mention = by_start.get(match.start()) or _straddling(found, match.start(), start)
        word = match[0]
        position = mention.end if mention else match.end()
        if mention is not None and parts and word.lower() in REFLEXIVES:
            break
        if mention is not None:
            parts.append((match.start(), mention.end, mention))
        elif _possessive(text, match.start()) or (
            not parts and (word.lower() in LEADING or not word[0].isalnum())
        ):
            continue
        elif parts and word in _AND and _is_adjective(parts[-1][2]):
            parts.append((match.start(), match.end(), word))
        elif parts and (_is_boundary(word) or (_PARTICIPLE.fullmatch(word) and _is_noun(parts[-1][2]))):
            break
        else:
            parts.append((match.start(), match.end(), word))
    return _headed(text, parts, end, found) if parts else None


def _headed(
    text: str, parts: Sequence[tuple[int, int, Found | str]], end: int, found: Sequence[Found]
) -> Phrase:
    """The phrase of these words and mentions, which its last one heads."""
    start, (_, last_end, last) = parts[0][0], parts[-1]
    inside = tuple(part for _, _, part in parts[:-1] if isinstance(part, Found))
    stop = _stop(text, last_end, end)
    if isinstance(last, Found):
        return Phrase(start, last_end, last.actor.name, last, stop, inside)
    return _with_name(text, Phrase(start, last_end, _bare(last), None, stop, inside), end, found)


def _straddling(found: Sequence[Found], position: int, start: int) -> Found | None:
    """The mention that holds the source's first word, where it begins before the source."""
    if position != start:
        return None
    return next((mention for mention in found if mention.start < position < mention.end), None)


def _is_boundary(word: str) -> bool:
    return word.lower() in BOUNDARIES or (not word[0].isalnum() and word not in "’'-$")


def _is_adjective(part: Found | str) -> bool:
    """Whether "and" behind it joins two adjectives: "Egyptian and Qatari", "current and former"."""
    if not isinstance(part, str):
        return False
    found = find_country_form(part)
    return part.lower() in ADJECTIVES or (found is not None and found[1] == "adjective")


def _is_noun(part: Found | str) -> bool:
    """Whether a participle behind it begins what only describes it: "brothers accused of"."""
    if not isinstance(part, str):
        return False
    word = part.lower()
    known = word in ROLES or word in PEOPLE or word in PEOPLE_SECTORS
    return word not in _NUMBERS and (known or word[-1] == "s")


def _possessive(text: str, position: int) -> bool:
    """Whether what stands at `position` is the "'s" of the name before it."""
    return text[position] in "'’" and text[position - 1 : position].isalnum()


def _bare(word: str) -> str:
    word = word.rstrip(".")
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def _with_name(text: str, phrase: Phrase, end: int, found: Sequence[Found]) -> Phrase:
    """A role in small letters whose name follows in apposition: "his brother, John Doe"."""
    head = phrase.head.lower().removeprefix("ex-").removeprefix("co-")
    apposed = _apposed(text, phrase, found)
    if apposed is not None:
        return Phrase(phrase.start, apposed.end, apposed.actor.name, apposed, apposed.end, phrase.inside)
    if head in ROLES or head == "one":
        for mention in found:
            if mention.actor.kind != "person" or not phrase.end <= mention.start < mention.end <= end:
                continue
            gap = text[phrase.end : mention.start]
            if _LEAD_IN.fullmatch(gap) and _is_title(gap):
                name = mention.actor.name
                return Phrase(phrase.start, mention.end, name, mention, mention.end, phrase.inside)
    hanging = tuple(mention for mention in found if phrase.end <= mention.start < phrase.stop)
    phrase.inside += hanging
    return phrase


def _apposed(text: str, phrase: Phrase, found: Sequence[Found]) -> Found | None:
    """The person whose name follows one who is described: "one Democrat, Rep. Ann Roe"."""
    if phrase.plural:
        return None
    people = (mention for mention in found if mention.actor.kind == "person" and not mention.possessive)
    return next((one for one in people if text[phrase.end : one.start] in {", ", " — "}), None)


def _is_title(gap: str) -> bool:
    """Whether nothing stands between a comma and a name, or what somebody is in small letters."""
    words = gap.rpartition(",")[2].split()
    return not words or words[-1] in ROLES


def _stop(text: str, start: int, end: int) -> int:
    """Where "of …", "from …" or "in …" behind a phrase ends; `start` where there is none."""
    match = _HANGING.match(text, start, end)
    if match is None:
        return start
    for word in _TOKEN.finditer(text, start + 4, match.end()):
        if word[0].lower() in _WHO:
            return word.start() - 1
    return match.end()


def _may_follow(mention: Found) -> bool:
    """Whether a mention after a comma may be the next of a list: not "Doe, Roe's lawyer", "Doe, Ohio"."""
    return mention.actor.kind != "place" and not mention.possessive


def _next(text: str, phrase: Phrase, end: int, by_start: dict[int, Found]) -> int | None:
    """Where the next speaker of a list begins, None at the end."""
    match = _JOINING.match(text, phrase.end, end)
    if match:
        plain_comma = match[0].strip() == ","
        if not plain_comma:
            return match.end()
        if phrase.found and (mention := by_start.get(match.end())) and _may_follow(mention):
            # In a list, not an apposition: another joining follows.
            return (
                match.end()
                if _LATER.search(text, mention.end, end) or " and " in text[mention.end : end]
                else None
            )
    later = _LATER.search(text, phrase.end, end)
    if later is None or (later[1] == "and" and later.end() not in by_start):
        return None
    return later.end()
