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
          (?!ed\x20by)\w*(?:\x20\w+)?\x20to\x20(?!the\b|a\b|an\b)\w+
        |(?:ready|likely|supposed|about|due|set|poised|bound|is|are)\x20to\x20\w+
        |as\x20(?:soon|early|late)\x20as
        |to(?:\x20\w+)?\x20be\x20\w+|(?:will|won['’]t|shall|would)(?:\x20\w+)?\x20be\x20\w+
        |(?:will|won['’]t|shall|would)(?:\x20(?:not|have))?\x20\w+
        |going\x20to|planned\x20for|(?<!than\x20)expected|scheduled|slated|due|set\x20for|upcoming|payable
        |effective|begins?|starts?|opens?|kicks\x20off|expires|ends|resumes|runs|holds|meets|heads|hosts|visits
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
_LIMIT: Final = re.compile(r"\b(?:by|until|till|through)\s$")


def tense_at(text: str, start: int, end: int) -> Tense:
    """-1, 0 or 1 for the expression at `text[start:end]`: past, unknown or future."""
    if _LIMIT.search(text, max(0, start - 10), start):
        return 1
    back = _sentence_tail(text[max(0, start - _BACK) : start])
    found = max(_SIGN.finditer(back), key=re.Match.start, default=None)
    if found is None:
        ahead = text[end : end + _AHEAD]
        stop = _SENTENCE_END.search(ahead)
        found = _SIGN.search(ahead[: stop.start()] if stop else ahead)
        if found is not None and found.group().split()[0].endswith("ed"):
            return -1
    if found is None:
        return 0
    if found["weak"]:
        return 0
    if text[end : end + 2] in ("'s", "’s") and not _COMING.match(text, end + 2):
        return -1
    return -1 if found["past"] else 1


def _sentence_tail(window: str) -> str:
    """What follows the last end of a sentence in the window."""
    cut = 0
    for found in _SENTENCE_END.finditer(window):
        if not _ABBREVIATION.search(window[: found.start() + 1]):
            cut = found.end()
    return window[cut:]
