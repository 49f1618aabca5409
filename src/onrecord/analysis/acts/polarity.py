"""Whether a saying took place: "did not say" and "declined to comment" tell of none."""

import re
from functools import lru_cache

from onrecord.analysis.acts.lexicon import SAYING, forms
from onrecord.record import Polarity

_SAYING = "|".join(sorted(form for verb in SAYING.split() for form in forms(verb)))
_REFUSE = r"declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|unwilling|reluctant|fail(?:s|ed|ing)?|not\s+prepared"
_WITHHELD = re.compile(
    rf"\b(?:{_REFUSE})\s+(?:\w+\s+)?to\s+(?:\w+\s+)?(?:be\s+drawn|{_SAYING})\b"
    r"|\b(?:declin\w+|no\s+comment|drawn\s+on)\b",
    re.IGNORECASE,
)
"""Somebody would not speak."""
_ONLY = r"(?!\s+(?:only|just|merely|simply|guilty|hesitat|hid|conceal|mince))"
"""After "not" these tell that it was said all the more."""
_NEGATED = re.compile(
    rf"\bnot{_ONLY}\b|n['’]t\b{_ONLY}"
    r"|\b(?:never|nor|neither|cannot|unable\s+to|yet\s+to|^without|nothing|no\s+longer|silent|tight-lipped)\b"
    r"|\bstop(?:s|ped|ping)?\s+short\b|\b(?:dodg|duck|sidestepp?|evad|avoid)(?:s|es|ed|ing)?\b"
    r"|\b(?:ma[dk]es?|making|g[ai]ves?|giving|given|offer(?:s|ed|ing)?|ha[sd]|have|having|provid\w+|voic\w+)"
    r"\s+no\b|^no\b",
    re.IGNORECASE,
)
"""The cue has it that something was not said, not done, not held."""
_POSITIVE = re.compile(
    r"\bno\s+(?:secret|doubt|hesitation|qualms)\b|\bnothing\s+(?:but|more|less)\b|,\s*not\b"
    r"|(?:\bnot|n['’]t)\s+(?:\w+\s+)?(?:sure|certain|convinced|persuaded)\b",
    re.IGNORECASE,
)
"""What looks negated and is not: a doubt is held, a secret that is none is told."""
_NOBODY = re.compile(
    r"(?:neither|nobody|none(?!\s+other)|no\s+one|not\s+one|no(?!\.?\s*\d|\s+(?:fewer|less)\b))\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"nothing(?:\s+of\s+the\s+(?:kind|sort)|\s+more|\s+else)?[.,]?$", re.IGNORECASE)


def polarity_of(cue: str, source: str = "", content: str = "") -> Polarity:
    """`negative` where the cue, the source or an empty content tells that it was not said."""
    return "negative" if _NOBODY.match(source) or _NOTHING.match(content) or _negated(cue) else "positive"


@lru_cache(maxsize=4096)
def _negated(cue: str) -> bool:
    return withheld(cue) or _NEGATED.search(_POSITIVE.sub("", cue)) is not None


def withheld(cue: str) -> bool:
    """Whether somebody would not speak: "declined to confirm"."""
    return _WITHHELD.search(cue) is not None
