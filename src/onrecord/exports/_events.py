"""Events in plain words: PLOVER's types, modes and contexts, what was counted, and on whose word."""

from collections.abc import Mapping

from onrecord.exports import _words
from onrecord.knowledge import plover
from onrecord.record import Entity, Event, Record, Statement, When

TYPES = {
    "AGREE": "agreement or promise", "CONSULT": "meeting or talks", "SUPPORT": "backing or recognition",
    "CONCEDE": "concession", "COOPERATE": "practical cooperation", "AID": "aid or protection",
    "RETREAT": "giving way", "REQUEST": "request or demand", "ACCUSE": "accusation or criticism",
    "REJECT": "refusal", "THREATEN": "threat", "PROTEST": "protest", "SANCTION": "penalty or cut in ties",
    "MOBILIZE": "build-up of force", "COERCE": "coercion", "ASSAULT": "violence",
}  # fmt: skip
"""PLOVER's types in words."""

MODES = {
    "CONSULT": {
        "visit": "visit", "third-party": "meeting on third ground",
        "multilateral": "meeting of several parties", "phone": "talks by phone or video",
    },
    "RETREAT": {
        "withdraw": "withdrawal", "release": "release of people or property", "disarm": "disarming",
        "ceasefire": "ceasefire", "access": "letting observers or aid in", "resign": "resignation",
    },
    "REQUEST": {
        "assist": "request for help", "change": "demand for political change", "yield": "demand to give way",
        "meet": "request to meet or talk",
    },
    "REJECT": {
        "assist": "refusal to help", "change": "refusal of political change", "yield": "refusal to give way",
        "meet": "refusal to meet or talk",
    },
    "ACCUSE": {
        "disapprove": "criticism", "investigate": "investigation", "allege": "accusation of wrongdoing",
    },
    "THREATEN": {
        "restrict": "threat of restrictions", "arrest": "threat of arrest",
        "relations": "threat to cut ties or to protest", "expel": "threat of expulsion",
        "territory": "threat to take territory", "violence": "threat of violence",
    },
    "PROTEST": {
        "demo": "demonstration", "riot": "riot", "strike": "strike", "hunger": "hunger strike",
        "boycott": "boycott", "obstruct": "blockade or sit-in", "vandalize": "vandalism",
    },
    "SANCTION": {
        "convict": "conviction or sentence", "expel": "expulsion of envoys or observers",
        "withdraw": "envoys withdrawn or membership ended", "discontinue": "aid or exchange stopped",
    },
    "MOBILIZE": {
        "troops": "troops raised or sent", "weapons": "weapons tested or moved", "police": "police sent",
        "militia": "militia raised or sent",
    },
    "COERCE": {
        "seize": "seizure or occupation", "restrict": "restriction or ban", "censor": "censorship",
        "curfew": "curfew", "martial-law": "martial law or emergency", "arrest": "arrest or detention",
        "deport": "deportation", "withhold": "withholding what is due", "misinformation": "misinformation",
        "cyber": "cyberattack",
    },
    "ASSAULT": {
        "abduct": "abduction or hostage-taking", "beat": "beating", "torture": "torture",
        "sexual": "sexual violence", "targeted": "assassination", "destroy": "destruction of property",
        "primitive": "attack with knives, stones or fire", "firearms": "shooting", "explosives": "bombing",
        "suicide-attack": "suicide attack", "aerial": "air strike", "drone": "drone strike",
        "heavy-weapons": "shelling or rockets", "crowd-control": "force against a crowd",
        "unconventional": "mass killing or banned weapons",
    },
}  # fmt: skip
"""PLOVER's modes in words, by the type: each says the type too."""

CONTEXTS = {
    "military": "military", "intelligence": "intelligence services", "executive": "government leaders",
    "legislative": "parliament", "election": "elections", "political_institutions": "political institutions",
    "pro_democracy": "for democracy", "pro_autocracy": "for autocracy", "economic": "economy",
    "legal": "law and courts", "reparations": "reparations", "human_rights": "human rights",
    "rights_freedoms": "civil rights and freedoms", "repression": "repression",
    "human_security": "needs of civilians", "gender": "gender", "lgbt": "LGBT people",
    "religion_ethnicity": "religion and ethnicity", "inequality": "inequality", "diplomatic": "diplomacy",
    "territory": "territory", "peacekeeping": "peacekeeping", "health": "health", "asylum": "asylum",
    "migration": "migration", "disasters": "disasters", "natural_resource": "natural resources",
    "environment": "environment", "technology": "technology", "terrorism": "terrorism",
    "cbrn": "chemical, biological and nuclear matters", "cyber": "cyber security",
    "misinformation": "misinformation", "crime": "crime", "corruption": "corruption",
    "illegal_drugs": "illegal drugs", "trafficking": "trafficking of people",
}  # fmt: skip
"""PLOVER's contexts in words."""

QUADS = {
    plover.VERBAL_COOPERATION: "verbal cooperation",
    plover.MATERIAL_COOPERATION: "material cooperation",
    plover.VERBAL_CONFLICT: "verbal conflict",
    plover.MATERIAL_CONFLICT: "material conflict",
}
"""The quad classes in words."""

STANDINGS = {
    "happened": "happened", "planned": "planned", "possible": "only possible",
    "denied": "denied or did not happen",
}  # fmt: skip
"""`Event.standing` in words."""

OWN_WORD = "own word"
"""On whose word an event stands that the outlet itself reports."""


def kind(event: Event) -> str:
    """What was done, in words: `visit`, else the type's `meeting or talks`; an unknown type is its code."""
    return MODES.get(event.type, {}).get(event.mode or "") or type_words(event.type)


def type_words(type_: str) -> str:
    """A type in words; one that PLOVER does not have stands for itself."""
    return TYPES.get(type_, type_)


def standing_words(event: Event) -> str:
    """Whether it happened, in words."""
    return STANDINGS.get(event.standing, event.standing)


def code(event: Event) -> str:
    """PLOVER's code, and what its rules made it of: `CONSULT visit`, `AGREE (from CONSULT)`."""
    made_of = f"(from {event.underlying})" if event.underlying else ""
    return " ".join(filter(None, [event.type, event.mode, made_of]))


def contexts(event: Event) -> str:
    """The contexts in words: `diplomacy, natural resources`."""
    return ", ".join(CONTEXTS.get(code, code) for code in event.contexts)


def sizes(event: Event) -> str:
    """What was counted: `3 dead, 12 injured`, `crowd of 1,200`."""
    return ", ".join(
        f"crowd of {number:,}" if what == "crowd" else f"{number:,} {what}"
        for what, number in event.sizes.items()
    )


def when(time: When | None) -> str:
    """The day in words, how it is known, the days covered where its value is no date: `2024 (inferred)`."""
    if time is None:
        return ""
    words = _words.date_words(time.value)
    if words == time.value and not words.isdecimal() and (days := _words.days(time)) not in {"", words}:
        words = f"{words}, {days}"
    return f"{words} ({time.how})"


def tellers(event: Event, statements: Mapping[str, Statement]) -> list[Statement]:
    """The statement on whose word an event stands, then those that it is told in; empty where unknown."""
    found: dict[str, Statement] = {}
    id_ = event.according_to
    while id_ is not None and id_ in statements and id_ not in found:
        found[id_] = statements[id_]
        id_ = found[id_].within
    return list(found.values())


def word(event: Event, statements: Mapping[str, Statement], entities: dict[str, Entity]) -> str:
    """On whose word: `own word`, `says s4 Danish official`, `says s5 Nobody named (within s4)`."""
    if event.according_to is None:
        return OWN_WORD
    told = tellers(event, statements)
    if not told:
        return f"says {event.according_to} (not in this record)"
    within = f" (within {told[1].id})" if told[1:] else ""
    return f"says {told[0].id} {_words.who(told[0], entities)}{within}"


def by_id(record: Record) -> dict[str, Statement]:
    """The record's statements by their ids."""
    return {statement.id: statement for statement in record.statements}
