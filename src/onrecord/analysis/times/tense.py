"""The direction that the words around an expression give: "met Tuesday" or "will meet Tuesday".

The nearest sign of tense in the same sentence decides: first looking back, then ahead.
"""

import re
from collections.abc import Iterator
from typing import Final

from onrecord.analysis.times.readings import Tense
from onrecord.analysis.tokens import ABBREVIATIONS, TITLES

_BACK, _AHEAD = 120, 80
"""How far to look, in code points."""
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-Z])|\n\s*\n|[;:]\s")
_ABBREVIATION: Final = re.compile(rf"\b(?:[A-Z]|{'|'.join([*TITLES.split(), *ABBREVIATIONS.split()])})\.$")
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
        |continues|faces|goes|comes|reopens|gathers|concludes|decides|hears|considers|publishes|unveils|announces
        |celebrates|retires|appears|reconvenes|chairs|addresses|joins
        |takes?\x20(?:place|effect))
    | (?P<plain>meet|play|vote|face|go|return|travel|leave|open|begin|start|head|gather|host|close|resume|fly
        |walk|march)
    | (?P<weak>(?:may|might|could|should|must|can)(?:\x20(?:not|be))?\x20\w+
        |to\x20(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b)[a-z]+(?=\s))
    | (?P<past>w(?:as|ere)\x20to\x20have\x20\w+
        |had\x20been\x20\w+|was|were|had|did|didn['’]t|said|told|met|took|came|went|made|began|rose|fell
        |held|won|lost|left|got|saw|gave|found|killed|shot|sent|spoke|wrote|drew|grew|ran|broke|struck|sold|bought|paid
        |led|kept|brought|hit|became|put|cut|fled|fought|heard|flew|stood|sank|sought|caught|threw|knew|felt|chose
        |drove|swore|withdrew|slid|stole|swept|spent|dealt|thought|shut|quit|beat|sat|laid|has|have|since|[a-z]{2,}ed)
    )\b|['’]ll\b""",
    re.VERBOSE,
)
"""A form of a verb, with the verb that it governs. A bare infinitive or "may" leaves the direction open."""
_PLURAL: Final = re.compile(r"(?:[a-z][a-z][a-rt-z]s|\b(?:we|they|people|I))\s$")
"""Before a plain form they make it a present: "ministers meet"; else it may be a noun."""
_LONGEST: Final = 8
"""The most that the end of such a word and its blank take."""
_COMING: Final = re.compile(
    r"\s(?:election|primary|vote|meeting|game|match|summit|deadline|hearing|race|ceremony|poll|talks|rally|final"
    r"|debate|concert|conference|event|protest|march|parade|festival|funeral|inauguration|briefing|referendum|runoff"
    r"|fight|derby|test|budget)"
)
"""What a day to come is often said to have: "Friday's vote"."""
_HOUR: Final = r"(?:(?:[\d.:]{1,5}\s?[ap]\.?m\.?|noon|midnight)\s(?:[a-z]{2,4}\s)?)?(?:on\s)?"
_LEAD: Final = re.compile(
    rf"""\b(?:(?:(?P<by>by)|until|till|through|(?:is|are)(?:\sat)?|comes?|falls?)\s{_HOUR}
    |(?:ahead\x20of|in\x20time\x20for|hopes\x20for|await(?:s|ed|ing)?|(?:lead|run)-up\x20to
      |(?:wait|hop|brac|prepar|forecast|book)(?:e|es|ed|s|ing|ting|ping)?\x20for)(?:\x20(?:the|a|its|their))?\s)$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Before an expression they make it one to come: "until 1am on Friday", "ahead of Friday's vote"."""
_IS: Final = re.compile(r"\s(?:is|marks|falls)\b")
"""After one that opens its sentence: "Monday is a holiday"."""
_DUE: Final = re.compile(r"\s(?:delivery|settlement|futures|contracts?|deadline)\b")
"""After a month, where it is one to come: "crude for May delivery"."""
_PREPOSITION: Final = 30
"""The most that a preposition, perhaps an hour, and their blanks take."""


def tense_at(text: str, start: int, end: int) -> Tense:
    """-1, 0 or 1 for the expression at `text[start:end]`: past, unknown or future."""
    lead = _LEAD.search(text, max(0, start - _PREPOSITION), start)
    limited = bool(lead and lead["by"])
    if (lead and not limited) or _DUE.match(text, end) or (_IS.match(text, end) and _opens(text, start)):
        return 1
    back = _sentence_tail(text[max(0, start - _BACK) : start])
    found = max(_signs(back), key=re.Match.start, default=None)
    settled = _is_genitive(text, end) and not _COMING.match(text, end + 2)
    if found is None and not settled:
        return _tense_ahead(text[end : end + _AHEAD], limited=limited)
    if settled or found is None or found["past"]:
        return -1
    if limited or not found["weak"]:
        return 1
    return _of_plan(found, back, text[end : end + _AHEAD])


def _signs(window: str) -> Iterator[re.Match[str]]:
    """The signs of tense in a window, in order."""
    for found in _SIGN.finditer(window):
        start = found.start()
        if found["plain"] is None or _PLURAL.search(window, max(0, start - _LONGEST), start):
            yield found


def _opens(text: str, start: int) -> bool:
    """Whether an expression opens its sentence."""
    before = text[max(0, start - 3) : start].rstrip(" \"“‘'(")
    return not before or before[-1] in ".!?:\n"


def _of_plan(found: re.Match[str], back: str, ahead: str) -> Tense:
    """1 where an infinitive alone tells the tense, as in a headline: "Bank to cut jobs Friday"."""
    signs = {sign.lastgroup for sign in _signs(back)}
    alone = found.group().startswith("to ") and "past" not in signs
    return 1 if alone and _tense_ahead(ahead, limited=False) == 0 else 0


def _tense_ahead(window: str, *, limited: bool) -> Tense:
    """The tense of what follows in the sentence; a past form governs: "On Friday, they agreed to go"."""
    stop = _SENTENCE_END.search(window)
    found = next(_signs(window[: stop.start()] if stop else window), None)
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
