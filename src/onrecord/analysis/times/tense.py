"""The direction that the words around an expression give: "met Tuesday" or "will meet Tuesday".

The nearest sign of tense in the same sentence decides: first looking back, then ahead.
"""

import re
from typing import Final

from onrecord.analysis.times.readings import Tense

_BACK, _AHEAD = 120, 80
"""How far to look, in code points."""
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-Z])|\n\s*\n|[;:]\s")
_ABBREVIATION: Final = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|Corp|Inc|Co|Jan|Feb|Aug"
    r"|Sept|Oct|Nov|Dec)\.$"
)
_SIGN: Final = re.compile(
    r"""\b(?:
      (?P<future>
        (?:plan|agree|expect|schedul|decid|intend|hop|want|prepar|vow|promis|pledg|threaten|slat|invit|urg|aim)
          (?!ed\x20by)\w*(?:\x20\w+)?\x20to\x20(?!the\b|a\b|an\b)(?:be\x20)?\w+
        |(?:ready|likely|supposed|about|due|set|poised|bound|is|are)\x20to\x20(?:be\x20)?\w+
        |as\x20(?:soon|early|late)\x20as
        |to(?:\x20\w+)?\x20be\x20\w+|(?:will|won['’]t|shall|would)(?:\x20\w+)?\x20be\x20\w+
        |(?:will|won['’]t|shall|would)(?:\x20(?:not|have))?\x20\w+
        |going\x20to|planned\x20for|(?<!than\x20)expected|scheduled|slated|due|set\x20for|upcoming|payable
        |effective|begins|starts|opens|kicks\x20off|expires|ends|resumes|runs|holds|meets|heads|hosts|visits
        |returns|leaves|plays|speaks|testifies|votes|arrives|travels|departs|airs|premieres|closes|convenes
        |takes\x20(?:place|effect))
    | (?P<weak>(?:may|might|could|should|must|can)(?:\x20(?:not|be))?\x20\w+
        |to\x20(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b)[a-z]+(?=\s))
    | (?P<past>had\x20been\x20\w+|was|were|had|did|didn['’]t|said|told|met|took|came|went|made|began|rose|fell
        |held|won|lost|left|got|saw|gave|found|killed|shot|sent|spoke|wrote|drew|grew|ran|broke|struck|sold|bought|paid
        |led|kept|brought|hit|became|put|cut|has|have|since|[a-z]{2,}ed)
    )\b|['’]ll\b""",
    re.VERBOSE,
)
"""A form of a verb, with the verb that it governs. A bare infinitive or "may" leaves the direction open."""
_COMING: Final = re.compile(
    r"\s(?:election|primary|vote|meeting|game|match|summit|deadline|hearing|race|ceremony|poll|talks)"
)
"""What a day to come is often said to have: "Friday's vote"."""
_PREPOSITION: Final = 10
"""The most that a preposition and its blank take."""
_LIMIT: Final = re.compile(r"\b(?:(by)|until|till|through)\s$", re.IGNORECASE)


def tense_at(text: str, start: int, end: int) -> Tense:
    """-1, 0 or 1 for the expression at `text[start:end]`: past, unknown or future."""
    limit = _LIMIT.search(text, max(0, start - _PREPOSITION), start)
    if limit and not limit[1]:
        return 1
    back = _sentence_tail(text[max(0, start - _BACK) : start])
    found = max(_SIGN.finditer(back), key=re.Match.start, default=None)
    settled = _is_genitive(text, end) and not _COMING.match(text, end + 2)
    if found is None and not settled:
        return _tense_ahead(text[end : end + _AHEAD], limited=bool(limit))
    if settled or found is None or found["past"]:
        return -1
    return 1 if limit or not found["weak"] else 0


def _tense_ahead(window: str, *, limited: bool) -> Tense:
    """The tense of what follows in the sentence; a past form governs: "On Friday, they agreed to go"."""
    stop = _SENTENCE_END.search(window)
    found = _SIGN.search(window[: stop.start()] if stop else window)
    if found is None or found["weak"]:
        return 1 if limited else 0
    governed = found.group().split()[0].endswith("ed")
    return -1 if found["past"] or governed else 1


def _is_genitive(text: str, end: int) -> bool:
    return text[end : end + 2] in ("'s", "’s")


def _sentence_tail(window: str) -> str:
    """What follows the last end of a sentence in the window."""
    cut = 0
    for found in _SENTENCE_END.finditer(window):
        if not _ABBREVIATION.search(window[: found.start() + 1]):
            cut = found.end()
    return window[cut:]
