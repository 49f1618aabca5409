"""PLOVER's ontology as data: types, modes, contexts, quad classes, intensities; and CAMEO's codes for them.

The codes and numbers are the PLOVER manual's (Open Event Data Alliance, 2021) and those of CAMEO; the tables
are `data/plover.tsv` and `data/own_cameo.tsv`. Where the manual contradicts itself, SANCTION is material
conflict (quad 4) and ACCUSE is negative.
"""

import re
from functools import cache
from typing import NamedTuple, cast, get_args

from onrecord.knowledge._tables import rows
from onrecord.record import EventType, Standing

TYPES: tuple[EventType, ...] = get_args(EventType)
STANDINGS: tuple[Standing, ...] = get_args(Standing)
VERBAL_COOPERATION, MATERIAL_COOPERATION, VERBAL_CONFLICT, MATERIAL_CONFLICT = 1, 2, 3, 4
COOPERATION = frozenset({VERBAL_COOPERATION, MATERIAL_COOPERATION})


class _Type(NamedTuple):
    quad: int
    intensity: float
    modes: dict[str, float]


@cache
def _types() -> dict[EventType, _Type]:
    found: dict[EventType, _Type] = {}
    for kind, code, parent, quad, score in rows("plover.tsv"):
        if kind == "event":
            found[cast(EventType, code)] = _Type(int(quad), float(score), {})
        elif kind == "mode":
            type_ = found[cast(EventType, parent)]
            type_.modes[code] = float(score or type_.intensity)
    return found


def quad(type_: EventType) -> int:
    """The quad class: 1 and 2 verbal and material cooperation, 3 and 4 verbal and material conflict."""
    return _types()[type_].quad


def modes(type_: EventType) -> tuple[str, ...]:
    """The modes that a type may have, in the manual's order; most types of cooperation have none."""
    return tuple(_types()[type_].modes)


def intensity(type_: EventType, mode: str | None = None) -> float:
    """From -10 (war) to 10: the mode's number where it has one, else the type's.

    Raises `KeyError` for a mode that the type does not have.
    """
    known = _types()[type_]
    return known.intensity if mode is None else known.modes[mode]


@cache
def contexts() -> tuple[str, ...]:
    """The 37 contexts, in the manual's order."""
    return tuple(code for kind, code, *_ in rows("plover.tsv") if kind == "context")


class _Code(NamedTuple):
    type: str
    underlying: str
    mode: str
    context: str
    words: re.Pattern[str] | None
    code: str


@cache
def _codes() -> dict[str, list[_Code]]:
    found: dict[str, list[_Code]] = {}
    for type_, underlying, mode, context, words, code in rows("own_cameo.tsv"):
        found.setdefault(type_, []).append(_Code(type_, underlying, mode, context, _pattern(words), code))
    return found


def cameo(
    type_: EventType,
    mode: str | None = None,
    contexts: tuple[str, ...] = (),
    *,
    underlying: EventType | None = None,
    words: str = "",
) -> str:
    """The CAMEO code of an event, a string with its leading zero; its first two digits are the root.

    `words` are the trigger and what stands around it, which tell some codes apart ("apologised", "mediate").
    The first row of the table that fits answers; the last of each type is the type's root and always does.
    """
    return next(
        row.code
        for row in _codes()[type_]
        if row.underlying in {"", underlying}
        and row.mode in {"", mode}
        and (not row.context or row.context in contexts)
        and (row.words is None or row.words.search(words))
    )


def rules() -> list[list[str]]:
    """PLOVER's rules, a row each: see `analysis.events.rules`, which reads them."""
    return rows("own_plover_rules.tsv")


@cache
def _plain_words() -> dict[EventType, re.Pattern[str]]:
    return {
        cast(EventType, type_): re.compile(words, re.IGNORECASE)
        for type_, words in rows("own_plover_verbs.tsv")
    }


def type_told(trigger: str) -> EventType | None:
    """The type that a trigger tells whatever stands around it ("praised": SUPPORT); most words tell none."""
    return next((type_ for type_, words in _plain_words().items() if words.fullmatch(trigger)), None)


class _Words(NamedTuple):
    code: str
    trigger: re.Pattern[str] | None
    clause: re.Pattern[str] | None


def _pattern(words: str) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{words})", re.IGNORECASE) if words else None


@cache
def _mode_words() -> dict[str, list[_Words]]:
    found: dict[str, list[_Words]] = {}
    for type_, mode, trigger, clause in rows("own_plover_modes.tsv"):
        found.setdefault(type_, []).append(_Words(mode, _pattern(trigger), _pattern(clause)))
    return found


def modes_told(type_: EventType, trigger: str, clause: str) -> list[str]:
    """The modes of a type that the trigger and the words around it tell, each once, in the table's order.

    A row fits where its word for the trigger, or for the clause, is there; with both it needs both.
    """
    fitting = (
        row.code
        for row in _mode_words().get(type_, ())
        if (row.trigger is None or row.trigger.search(trigger))
        and (row.clause is None or row.clause.search(clause))
    )
    return list(dict.fromkeys(fitting))


@cache
def _context_words() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (code, re.compile(rf"\b(?:{words})", re.IGNORECASE))
        for code, words in rows("own_plover_contexts.tsv")
    ]


def contexts_told(words: str) -> tuple[str, ...]:
    """The contexts whose words stand in a text, those with the most first."""
    counts = [(len(pattern.findall(words)), -k, code) for k, (code, pattern) in enumerate(_context_words())]
    return tuple(code for count, _, code in sorted(counts, reverse=True) if count)
