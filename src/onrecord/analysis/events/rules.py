"""PLOVER's own rules: what an act counts as, given how it is told and whether it has been done.

Each rule is a function of an `Act` that returns what the act counts as: the act itself where it says nothing.
What a rule looks for and makes of it stands in the table `knowledge/data/own_plover_rules.tsv` under its
name; the rules are those of the PLOVER manual (Open Event Data Alliance, 2021), in our own words.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple, cast

from onrecord.knowledge.plover import rules
from onrecord.record import EventType, Standing


class Act(NamedTuple):
    """An act as told: its type and mode, its standing, the trigger, and the words around it."""

    type: EventType
    mode: str | None
    standing: Standing
    trigger: str
    words: str
    """The sentence, or the clause, that tells it."""
    underlying: EventType | None = None
    """The type before a rule that looks at the standing."""


Rule = Callable[[Act], Act]


class _Row(NamedTuple):
    types: frozenset[str]
    modes: frozenset[str]
    standings: frozenset[str]
    trigger: re.Pattern[str] | None
    words: re.Pattern[str] | None
    becomes: EventType
    mode: str | None
    underlying: bool

    def fits(self, act: Act) -> bool:
        return (
            act.type in self.types
            and (not self.modes or act.mode in self.modes)
            and (not self.standings or act.standing in self.standings)
            and (self.trigger is None or self.trigger.match(act.trigger) is not None)
            and (self.words is None or self.words.search(act.words) is not None)
        )


@cache
def _rows() -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for name, types, modes, standings, trigger, words, becomes, mode, underlying in rules():
        row = _Row(
            frozenset(types.split()),
            frozenset(modes.split()),
            frozenset(standings.split()),
            re.compile(rf"(?:\w+[ -])?(?:{trigger})", re.IGNORECASE) if trigger else None,
            re.compile(rf"\b(?:{words})", re.IGNORECASE) if words else None,
            cast(EventType, becomes),
            mode or None,
            bool(underlying),
        )
        found.setdefault(name, []).append(row)
    return found


def _by_table(name: str, act: Act) -> Act:
    for row in _rows()[name]:
        if row.fits(act):
            underlying = act.type if row.underlying else act.underlying
            return act._replace(type=row.becomes, mode=row.mode, underlying=underlying)
    return act


def _rule(name: str, doc: str) -> Rule:
    def rule(act: Act) -> Act:
        return _by_table(name, act)

    rule.__name__, rule.__doc__ = name, doc
    return rule


ambassador_summoned = _rule("ambassador_summoned", "A summoned envoy is a complaint, no meeting: ACCUSE.")
ambassador_recalled = _rule("ambassador_recalled", "An envoy called home is a break of relations: SANCTION.")
diplomat_expelled = _rule(
    "diplomat_expelled", "Diplomats and observers expelled are SANCTION, others COERCE."
)
pardon_or_regret = _rule("pardon_or_regret", "To pardon, apologise or regret is to give in: CONCEDE.")
debt_relief = _rule("debt_relief", "To forgive a debt is to give: AID.")
hostage_rescue = _rule("hostage_rescue", "To free others' captives is to help: AID.")
in_absentia_warrant = _rule("in_absentia_warrant", "A warrant for who is out of reach is a threat: THREATEN.")
tried_in_absentia = _rule("tried_in_absentia", "So is a sentence on who is not there: THREATEN.")
asylum_granted = _rule("asylum_granted", "To take somebody in is to help: AID.")
extradition = _rule("extradition", "To hand over a suspect is to work with a court: COOPERATE.")
ultimatum = _rule("ultimatum", "A demand with an or-else is a threat: THREATEN.")
lawsuit = _rule("lawsuit", "To sue is to allege: ACCUSE.")
veto = _rule("veto", "A veto is a refusal: REJECT.")
sanctions_imposed = _rule("sanctions_imposed", "Sanctions and embargoes restrict: COERCE, no SANCTION.")
hunger_strike = _rule("hunger_strike", "A hunger strike is a protest, whoever makes it: PROTEST.")
ceasefire_violated = _rule("ceasefire_violated", "A truce is broken by force: ASSAULT.")
peacekeepers_sent = _rule("peacekeepers_sent", "Peacekeepers protect: AID, no MOBILIZE.")
arms_supplied = _rule("arms_supplied", "Arms given to others are AID, one's own deployed MOBILIZE.")
cancelled_meeting = _rule("cancelled_meeting", "A meeting called off is a refusal to meet: REJECT.")
refused_meeting = _rule("refused_meeting", "So is one that somebody will not attend: REJECT.")
refused_help = _rule("refused_help", "Help that somebody will not give is refused: REJECT.")
refused_yielding = _rule("refused_yielding", "To say that one will not yield is to refuse: REJECT.")
future_cooperation = _rule("future_cooperation", "Cooperation to come is an agreement to it: AGREE.")
future_retreat = _rule("future_retreat", "A retreat to come is a concession: CONCEDE.")
future_arrest = _rule("future_arrest", "Force to come is a threat of it: an arrest or a sentence.")
future_expulsion = _rule("future_expulsion", "Force to come is a threat of it: an expulsion.")
future_occupation = _rule(
    "future_occupation", "Force to come is a threat of it: the taking of land or property."
)
future_coercion = _rule("future_coercion", "Force to come is a threat of it: a restriction.")
future_break = _rule("future_break", "A break of relations to come is a threat of it.")
future_protest = _rule("future_protest", "A protest to come is a threat of it.")
future_violence = _rule("future_violence", "Violence to come is a threat of it.")

RULES: tuple[Rule, ...] = (
    ambassador_summoned, ambassador_recalled, diplomat_expelled, pardon_or_regret, debt_relief,
    hostage_rescue, in_absentia_warrant, tried_in_absentia, asylum_granted, extradition, ultimatum, lawsuit,
    veto, sanctions_imposed, hunger_strike, ceasefire_violated, peacekeepers_sent, arms_supplied,
    cancelled_meeting, refused_meeting, refused_help, refused_yielding, future_cooperation, future_retreat,
    future_arrest, future_expulsion, future_occupation, future_coercion, future_break, future_protest,
    future_violence,
)  # fmt: skip
"""In their order: what an act is, whatever its standing; then what its standing makes of it."""


def apply(act: Act) -> Act:
    """What PLOVER makes of an act: by the words that tell it, then by its standing, one rule of each sort."""
    changed = False
    for rule in RULES:
        if act.underlying is not None:
            break
        found = rule(act)
        if found is not act and found.underlying is None:
            if changed:
                continue
            changed = True
        act = found
    return act
