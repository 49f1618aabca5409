"""Whether a saying took place: "did not say" and "declined to comment" tell of none."""

import re
from functools import lru_cache

from onrecord.analysis.acts.lexicon import SAYING, forms
from onrecord.record import Polarity

_SAYING = "|".join(sorted(form for verb in SAYING.split() for form in forms(verb)))
_REFUSE = (
    r"(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|unwilling|reluctant|fail(?:s|ed|ing)?|not\s+prepared)"
)
_WITHHELD = re.compile(
    rf"\b{_REFUSE}\s+(?:\w+\s+)?to\s+(?:\w+\s+)?(?:be\s+drawn|{_SAYING})\b"
    r"|\b(?:declin\w+|no\s+comment|drawn\s+on)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not(?!\s+(?:only|just|merely|simply|guilty|hesitat|hid|conceal|mince))|never|nor|neither|cannot|yet\s+to|without\s+saying"
    r"|stop(?:s|ped|ping)?\s+short|nothing|no\s+longer|silent|tight-lipped"
    r"|(?:dodg|duck|sidestepp?|evad|avoid)(?:s|es|ed|ing)?)\b|n['’]t\b(?!\s+(?:hesitat|only|just|hid|conceal|mince))"
    r"|\b(?:ma[dk]es?|making|g[ai]ves?|giving|given|offer(?:s|ed|ing)?|ha[sd]|have|having|provid\w+|voic\w+)\s+no\b"
    r"|^no\b",
    re.IGNORECASE,
)
_POSITIVE = re.compile(
    r"\bno\s+(?:secret|doubt|hesitation|qualms)\b|\bnothing\s+(?:but|more|less)\b|,\s*not\b|\bisn['’]t\s+(?:so\s+)?sure",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:neither|nobody|none(?!\s+other)|no\s+one|no(?!\.?\s*\d|\s+(?:fewer|less)\b)|not\s+one)\b",
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
