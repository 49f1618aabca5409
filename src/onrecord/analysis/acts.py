"""What kind of saying a cue stands for: its act, and whether the saying itself is negated.

The acts are the record's own (`docs/reference/record.md`). The verbs are grouped by hand.
"""

import re

from onrecord.record import Act, Polarity

_VERBS: dict[Act, str] = {
    "claim": "claim allege assert maintain contend insist argue boast purport",
    "deny": "deny refute rebut disavow disclaim dispute dismiss reject",
    "confirm": "confirm acknowledge admit concede verify affirm agree recognise recognize confess",
    "warn": "warn caution alert",
    "promise": "promise pledge vow swear guarantee assure",
    "demand": "demand urge order instruct",
    "ask": "ask question inquire enquire wonder plead appeal request",
    "accuse": "accuse blame condemn denounce criticise criticize slam blast decry chide rebuke lambast",
    "praise": "praise hail welcome commend applaud laud thank compliment salute",
    "threaten": "threaten",
    "believe": "believe think feel consider suspect fear hope expect doubt view reckon assume predict",
    "plan": "plan intend aim decide resolve",
}
_IRREGULAR: dict[Act, str] = {
    "promise": "swore sworn",
    "believe": "thought felt",
    "confirm": "admitted admitting",
    "accuse": "slammed slamming",
    "plan": "planned planning",
}
_PHRASES: tuple[tuple[str, Act], ...] = (
    (r"\bcall(?:s|ed|ing)?\s+(?:for|on|upon)\b", "demand"),
    (r"\b(?:belief|view|opinion|fears?|hopes?)\b", "believe"),
    (r"\b(?:plans?|intention)\b", "plan"),
    (r"\bdenials?\b", "deny"),
    (r"\b(?:promises?|pledges?)\b", "promise"),
    (r"\bwarnings?\b", "warn"),
    (r"\bthreats?\b", "threaten"),
    (r"\baccusations?\b", "accuse"),
)
_NEGATED = re.compile(
    r"\b(?:not|never|nobody|without\s+saying|refus\w+|declin\w+|stopp\w+\s+short)\b|n['’]t\b", re.IGNORECASE
)

_NOBODY = re.compile(r"(?:neither|nobody|none|no\s+one|no)\b", re.IGNORECASE)


def _forms(verb: str) -> set[str]:
    """A regular verb's forms: base, third person, past, -ing."""
    stem = verb.removesuffix("e")
    if re.search(r"[^aeiou]y$", verb):
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    third = verb + ("es" if re.search(r"(?:s|x|ch|sh)$", verb) else "s")
    return {verb, third, stem + "ed", stem + "ing"}


_ACT_OF: dict[str, Act] = {
    **{form: act for act, verbs in _VERBS.items() for verb in verbs.split() for form in _forms(verb)},
    **{form: act for act, forms in _IRREGULAR.items() for form in forms.split()},
}
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), act) for pattern, act in _PHRASES)
_WORD = re.compile(r"[^\W\d_]+")


def act_of(cue: str) -> Act:
    """The act that a cue's words stand for; `say` where they tell no more."""
    for pattern, act in _COMPILED:
        if pattern.search(cue):
            return act
    for word in reversed(_WORD.findall(cue.lower())):
        if word in _ACT_OF:
            return _ACT_OF[word]
    return "say"


def polarity_of(cue: str, source: str = "") -> Polarity:
    """`negative` where the cue or the source says that it was not said: "did not say", "Neither has said"."""
    return "negative" if _NEGATED.search(cue) or _NOBODY.match(source) else "positive"
