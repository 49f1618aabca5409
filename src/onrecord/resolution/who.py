"""Whom or what a text alone stands for on a day: `who("the French president", "2014-06-06")`.

The order of the questions is the order of trust: a whole that has a name of its own (a country, a seat of
government, an organisation, a person, a place), then a title or nationality with a name, an apposition, an
office by its description, and last what the words of a description tell: a country and PLOVER's sectors.
"""

import os
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from onrecord.errors import UsageError, message
from onrecord.knowledge.base import Knowledge, get_knowledge
from onrecord.record import Who
from onrecord.resolution.answers import NOBODY, Answer
from onrecord.resolution.entities import OWN, numbered
from onrecord.resolution.names import as_name, whole
from onrecord.resolution.offices import as_description, as_office
from onrecord.resolution.phrases import tidy
from onrecord.resolution.titled import as_apposition, as_titled

EARLIEST = "1800"
"""The first year that may be asked for: before it, the countries of today are not those of the day."""
_LONGEST = 400
"""Longer texts name no single actor."""
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_MOST_SPACES = 3
_TYPED = frozenset({"person", "country", "government"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_Step = Callable[[str, str | None, Knowledge], Answer | None]
_STEPS: tuple[_Step, ...] = (whole, as_titled, as_apposition, as_office, as_name, as_description)


def who(
    text: str,
    on: str | date | None = None,
    *,
    knowledge: Knowledge | str | os.PathLike[str] | None = None,
) -> Who:
    """Whom or what a text stands for on a day.

    `text` is a name, a title with a name, a description ("the French president"), a metonym ("the Kremlin")
    or any noun phrase. `on` is an ISO day, month or year (or a `date`); without it the last known state of
    the world answers: who held an office when its source was last seen. `knowledge` is a CSV file of one's
    own that is asked before the packaged knowledge, or what `onrecord.knowledge.base.get_knowledge` gave.

    The entity is null where the text names nobody, or several who are as likely: `candidates` has those,
    the likeliest first. An office whose holder is not known is an entity without a person's id, named by
    the office. Raises `UsageError` for a day before 1800 or one that is none, and `KnowledgeError` for a
    file that cannot be used.
    """
    day = day_of(on)
    text = _SURROGATE.sub("\ufffd", text)  # no JSON can hold half a character
    known = knowledge if isinstance(knowledge, Knowledge) else get_knowledge(knowledge)
    found = _answer(text, day, known)
    return Who(text=text, on=day, entity=found.entity, candidates=numbered(found.candidates, OWN))


def day_of(on: str | date | None) -> str | None:
    """The day asked for, as an ISO day, month or year. Raises `UsageError` where it cannot be asked for."""
    if on is None:
        return None
    day = on.isoformat()[:10] if isinstance(on, date) else on.strip()
    if not _DAY.fullmatch(day) or not _is_day(day):
        raise UsageError(message("bad-date", value=on))
    if day < EARLIEST:
        raise UsageError(message("early-date", value=day, earliest=EARLIEST))
    return day


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day + "-01-01"[len(day) - 4 :])
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1 << 11)
def _answer(text: str, day: str | None, knowledge: Knowledge) -> Answer:
    if len(text) > _LONGEST:
        return NOBODY
    plain = tidy(text)
    if not any(character.isalnum() for character in plain):
        return NOBODY
    found = _steps(plain, day, knowledge)
    if (
        plain.islower()
        and (found.entity is None or found.entity.id == OWN)
        and plain.count(" ") <= _MOST_SPACES
    ):
        found = _typed(plain, day, knowledge) or found
    return found


def _steps(plain: str, day: str | None, knowledge: Knowledge) -> Answer:
    return next((found for step in _STEPS if (found := step(plain, day, knowledge)) is not None), NOBODY)


def _typed(plain: str, day: str | None, knowledge: Knowledge) -> Answer | None:
    """The answer to a name that was typed without capitals: "vladimir putin", "the french president"."""
    found = _steps(plain.title().replace("The ", "the "), day, knowledge)
    is_known = found.entity and found.entity.id != OWN and found.entity.kind in _TYPED
    return found if is_known else None
