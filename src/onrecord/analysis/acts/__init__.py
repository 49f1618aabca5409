"""What kind of saying it is: its act, and whether the saying itself is negated or withheld.

The acts are the record's own (`docs/reference/record.md`). The cue decides by its last word that `lexicon`
has, and where that word may stand for several acts, the form of what follows: a question, a to-clause, a
denial.
"""

import re
from functools import lru_cache

from onrecord.analysis.acts.lexicon import ACT, BAD, GOOD, LEMMA, NOMINAL
from onrecord.analysis.acts.polarity import polarity_of, withheld
from onrecord.record import Act

__all__ = ["act_of", "polarity_of"]

_BE = r"(?:is|are|was|were|be|been|being|am|['’](?:s|re))"
_PHRASES: tuple[tuple[str, Act], ...] = (
    (r"nor\s+den(?:y|ied)|(?:not|n['’]t)\s+blame|\bbe\s+known|\bapologi[sz]\w+", "say"),
    (r"(?:offer(?:s|ed)?|g[ai]ves?|given|ma[dk]es?)\s+no", "say"),
    (r"(?:not|n['’]t)\s+(?:\w+ly\s+)?(?:den(?:y|ied|ying)|disput(?:e|ed|ing)|rul(?:e|ed|ing)\s+out)", "say"),
    (r"not\s+guilty|rul(?:e|es|ed|ing)\s+out|pour\w*\s+cold\s+water|brush\w*\s+(?:off|aside)", "deny"),
    (r"(?:not|n['’]t)\s+accept|play\w*\s+down|downplay\w*|shrug\w*\s+off|turn\w*\s+down", "deny"),
    (r"(?:plead(?:s|ed|ing)?|pled)\s+guilty|own(?:s|ed|ing)?\s+up", "confirm"),
    (r"want(?:s|ed|ing)?\s+to\s+know|put(?:s|ting)?\s+the\s+question|look(?:s|ed|ing)?\s+into", "ask"),
    (r"asked\s+by|press(?:ed|es|ing)?\s+(?:by|on|about)", "ask"),
    (r"call(?:s|ed|ing)?\s+(?:for|on|upon)|(?:push|press)(?:es|ed|ing)?\s+for", "demand"),
    (r"(?:hold(?:s|ing)?|held)\s+out\s+for", "demand"),
    (r"insist(?:s|ed|ing)?\s+(?:up)?on", "demand"),
    (r"(?:sound|rais)\w*\s+the\s+alarm", "warn"),
    (r"(?:advis|warn|caution|counsel)\w*\s+against", "warn"),
    (r"g[ai]v(?:e|es|en|ing)\b.*\bword", "promise"),
    (
        r"no\s+(?:plans?|intention)|in\s+mind|considering|look(?:s|ing)\s+to|thinking\s+(?:of|about)|would\s+(?:\w+ly\s+)?like",
        "plan",
    ),
    (rf"claim\w*\s+responsibility|{_BE}\s+(?:\w+\s+)?(?:said|rumou?red)", "claim"),
    (r"by\s+all\s+accounts|rumou?r\s+has\s+it|allegedly|reportedly", "claim"),
    (rf"{_BE}\s+(?:\w+\s+)?(?:seen|regarded|considered|understood)|sees|look(?:s|ed|ing)?\s+for", "believe"),
    (r"(?:takes?|took|taking)\s+(?:it\s+)?for\s+granted", "believe"),
    (
        r"(?:tak(?:e|es|ing)|took)\s+(?:issue|aim)|(?:lash|hit)\w*\s+(?:out|back)|point\w*\s+(?:the|a)\s+finger",
        "accuse",
    ),
    (r"good\s+word|pa(?:y|ys|id|ying)\s+(?:\w+\s+)?tribute", "praise"),
)
"""Groups of words that are an act whatever else the cue has; the first match wins."""
_COMPILED = tuple((re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), act) for pattern, act in _PHRASES)

_WITH_TO: dict[str, Act] = {
    "agree": "promise", "offer": "promise", "swear": "promise",
    "want": "plan", "consider": "plan", "like": "plan", "seek": "plan", "wish": "plan",
    "tell": "demand", "say": "demand", "call": "demand", "write": "demand",
}  # fmt: skip
"""The act of a word of several where a to-clause follows ("agreed to go"), by its dictionary form."""
_FORMS: tuple[tuple[str, re.Pattern[str], Act], ...] = (
    ("call", re.compile(r"(?:for|on|upon)\b", re.IGNORECASE), "demand"),
    ("press", re.compile(r"for\b", re.IGNORECASE), "demand"),
    ("insist", re.compile(r"on\b|that\s+(?:(?!w|c|m|to\b)[\w’'-]+,?\s+){1,8}be\b", re.IGNORECASE), "demand"),
    ("plead", re.compile(r"guilty", re.IGNORECASE), "confirm"),
    ("plead", re.compile(r"not\s+guilty", re.IGNORECASE), "deny"),
    ("advise", re.compile(r"against\b", re.IGNORECASE), "warn"),
    ("consider", re.compile(r"\w+ing\b", re.IGNORECASE), "plan"),
)
"""What else a word stands for where its content begins so: "advised | against flying"."""
_NAMING = frozenset(["call", "describe", "label", "dub"])
_FIRM = frozenset(["insist", "maintain", "swear", "adamant", "insistence"])
"""What stands for a denial where it reports that something was not so."""
_SHORT = 60
"""In so few characters a word of untruth is what the saying comes to."""
_HEAD = 240
"""So many characters of a content tell its form."""

_WORD = re.compile(r"[^\W\d_]+")
_LIGHT = re.compile(r"\b(?:want|seek|sought|need|wish|prefer|keen|eager|willing|ready)\w*\s+to\s+(?=\w)")
"""What the verb after it outweighs, known or not: "was keen to stress"."""
_ASIDE = re.compile(
    r",\s+not\s+\w+|(?<=\w)\s+(?:in|by|on|at|via|from)\s+(?:an?|the|his|her|its|their)\s.*", re.DOTALL
)
"""What is no part of the verb group: "told, not asked", "said in a warning to staff"."""
_OPENING = "\"'“‘«„‚»›` "
_CLOSING = "\"'”’»«“‘›‹` "
_TO = re.compile(r"(?:not\s+|never\s+)?to\s+[\"'“‘«„]?[a-z]", re.IGNORECASE)
_NOT_SO = re.compile(
    r"(?:that\s+)?[\"'“‘«„‚]?(?:(?:there\s+\w+\s+)?no|none|nobody|nothing|neither"
    r"|(?:\w+\s+){1,4}(?:(?:did|does|do|had|has|have|was|is|were|are)"
    r"(?:n['’]t|\s+(?:not|never|no))|never))\b",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"\b(?:false|untrue|baseless|groundless|unfounded|fabricat\w+|fiction|forger(?:y|ies)|invent(?:ed|ion)"
    r"|fake|hoax|(?:not|nothing)\s+of\s+the\s+(?:sort|kind))\b",
    re.IGNORECASE,
)


_BAD, _GOOD = (re.compile(rf"\b(?:{words.replace(' ', '|')})\b", re.IGNORECASE) for words in (BAD, GOOD))


def act_of(cue: str, content: str = "") -> Act:
    """The act that the cue's words stand for, given what they report; `say` where they tell no more."""
    act, word = _of_cue(cue)
    return act if word is None else _by_content(word, act, content.lstrip(_OPENING))


@lru_cache(maxsize=4096)
def _of_cue(cue: str) -> tuple[Act, str | None]:
    """The act of the cue by itself, and its deciding word unless the act is settled whatever follows.

    Kept, since a few cues make up most of the news.
    """
    if withheld(cue):
        return "say", None
    for pattern, act in _COMPILED:
        if pattern.search(cue):
            return act, None
    word = _deciding(_ASIDE.sub("", cue).lower())
    return ACT.get(word, "say"), word


def _deciding(cue: str) -> str:
    """The dictionary form of the cue's last verb or adjective of the tables, else of its last noun."""
    known = [LEMMA[word] for word in _WORD.findall(_LIGHT.sub("", cue)) if word in LEMMA]
    return next((word for word in reversed(known) if word not in NOMINAL), known[-1] if known else "")


def _by_content(word: str, act: Act, content: str) -> Act:
    """The act of a word of the tables where what it reports may change it."""
    head = content[:_HEAD]
    if word in _WITH_TO and _TO.match(head):
        return _WITH_TO[word]
    if word in _FIRM and _NOT_SO.match(head):
        return "deny"
    for other, form, changed in _FORMS:
        if word == other and form.match(head):
            return changed
    return act if act != "say" else _of_neutral(word, content)


def _of_neutral(word: str, content: str) -> Act:
    """What a neutral saying comes to by its words: a question, a denial, a name that blames or praises."""
    if content.rstrip(_CLOSING).endswith("?"):
        return "ask"
    if len(content) < _SHORT and _UNTRUE.search(content):
        return "deny"
    if word in _NAMING and _BAD.search(content[:_HEAD]):
        return "accuse"
    return "praise" if word in _NAMING and _GOOD.search(content[:_HEAD]) else "say"
