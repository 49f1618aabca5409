"""Several people without names, in small letters: "the researchers", "two Norwegian officials"."""

import re
from collections.abc import Iterator

from onrecord.analysis.names.words import (
    ADJECTIVES,
    COLLECTIVES,
    DETERMINERS,
    PEOPLE,
    PEOPLE_SECTORS,
    ROLES,
)
from onrecord.analysis.parts import Extent
from onrecord.knowledge.countries import find_country_form

_WORD = re.compile(r"(?<![\w’'-])[a-z][\w-]*[a-z](?![\w’'-]*[A-Z])")
_MODIFIER = re.compile(r"([\w’'.-]+)[ \u00a0]$")
_DESCRIBING = re.compile(
    r"[a-z]{2,}(?:al|ic|ive|ish|ese|ian|ous|ary|ern|ent|ant|ful|ed|ing|less|[^l]y|ior|or|er)$"
)
_PLURALS = frozenset(
    {"people", "men", "women", "children", "police", "troops", "forces", "youths", "families"}
)
_MOST_MODIFIERS = 4
_LEAD = 50


def plural_nominals(text: str) -> Iterator[tuple[Extent, str]]:
    """The extents of plural noun phrases whose head is a word for people, each with its head, in order."""
    for match in _WORD.finditer(text):
        head = match[0]
        if head[-1] in "sne" and _is_people(head):
            yield (_start(text, match.start()), match.end()), head


def _is_people(head: str) -> bool:
    if head in _PLURALS:
        return True
    if head.endswith("men") and len(head) > len("women"):
        return True
    if head[-1] != "s" or head in COLLECTIVES:
        return False
    singular = head[:-1]
    if singular in ROLES or (singular in PEOPLE_SECTORS and singular not in COLLECTIVES) or head in PEOPLE:
        return True
    return head.endswith("ies") and f"{head[:-3]}y" in ROLES


def _start(text: str, start: int) -> int:
    """Where a noun phrase begins whose head stands at `start`: with its adjectives and determiner."""
    for _ in range(_MOST_MODIFIERS):
        match = _MODIFIER.search(text, max(0, start - _LEAD), start)
        if match is None:
            return start
        word = match[1]
        if word.lower() in DETERMINERS:
            return start if word == "of" else match.start()
        known = find_country_form(word)
        if not (word in ADJECTIVES or _DESCRIBING.fullmatch(word) or (known and known[1] == "adjective")):
            return start
        start = match.start()
    return start
