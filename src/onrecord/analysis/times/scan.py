"""A text as a string of word classes: one character a token, so that a grammar is a regular expression.

The scan is one pass and linear in the text; everything after it looks only at the stretches that
hold a word of time.
"""

import re
from typing import Final

from msgspec import Struct

from onrecord.analysis.times.lexicon import CLASSES, OTHER, PUNCTUATION, WORDS

# White space is passed over (a line may end inside an expression); an empty line is a token that
# no pattern holds. A number that is glued to a sign of money or to a letter is none for us.
_TOKEN: Final = re.compile(
    r"""
      [AaPp]\.\x20?[Mm]\b\.?
    | \b(?:B\.C|A\.D)\b\.?(?:E\.)?
    | [Oo]['’]clock\b
    | [^\W\d_]+
    | (?<![\w$£€¥\#.])(?:
          \d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])
        | \d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?![\w/])
        | \d{1,2}:\d\d(?::\d\d)?(?![\d:])
        | \d{1,2}\.\d\d(?=\x20?[AaPp]\.?[Mm]\b)
        | \d/\d(?![\d/])
        | \d{1,3}(?:,\d{3})+(?![\w%])
        | \d{1,6}(?:\.\d{1,3})?(?:st|nd|rd|th|s)?(?![\w%])
      )
    | ['’‘`]\d\ds?(?!\w)
    | ['’][sS]\b
    | \n[^\S\n]*\n
    | \d+ | \S
    """,
    re.VERBOSE,
)
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


class Tokens(Struct, frozen=True):
    """The tokens of a text: their classes (one character each), words and extents."""

    text: str
    classes: str
    words: list[str]
    spans: list[tuple[int, int]]


def scan(text: str) -> Tokens:
    """The classes, words and extents of all tokens of `text`."""
    classes: list[str] = []
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    known = WORDS.get
    for match in _TOKEN.finditer(text):
        word = match.group()
        words.append(word)
        spans.append(match.span())
        classes.append(known(word) or (OTHER if word[0].isalpha() and word.isalpha() else _other(word)))
    return Tokens(text, "".join(classes), words, spans)


def _other(word: str) -> str:
    """The class of a token that is no plain word."""
    if word in PUNCTUATION:
        return PUNCTUATION[word]
    if word[0].isdecimal():
        return _number(word)
    if word[0] == "\n":
        return CLASSES["BREAK"]
    if len(word) > 1 and word[1].isdecimal():
        return CLASSES["DECADE" if word.endswith("s") else "SHORTYEAR"]
    if word in WORDS:
        return WORDS[word]
    if word[0] in "'’" and len(word) == 2:  # noqa: PLR2004 - the mark and its s
        return CLASSES["GENITIVE"]
    return CLASSES["AMPM"] if "." in word else OTHER


def _number(word: str) -> str:
    """The class of a token that begins with a digit."""
    name = "BIG"
    if "-" in word:
        name = "ISO"
    elif ":" in word:
        name = "CLOCK"
    elif "/" in word or word.count(".") == 2:  # noqa: PLR2004 - day.month.year
        name = "FRAC" if len(word) == 3 else "SLASH"  # noqa: PLR2004 - "1/2"
    elif word[-1].isalpha():
        name = _suffixed(word)
    elif word.isdecimal():
        name = _plain(word)
    return CLASSES[name]


def _suffixed(word: str) -> str:
    if word[-1] in "sS" and word[-2] not in "tT":
        digits = word.rstrip("s'’")
        return "DECADE" if digits[-1] == "0" and len(digits) in (2, 4) else "BIG"
    return "ORDN" if len(word) <= 4 else "BIG"  # noqa: PLR2004 - "31st"


def _plain(word: str) -> str:
    if len(word) <= 2:  # noqa: PLR2004 - a day, an hour, a small number
        return "INT"
    if len(word) == 4:  # noqa: PLR2004 - a year or a military time
        if word[0] == "0":
            return "MIL"
        return "YEAR" if _FIRST_YEAR <= int(word) <= _LAST_YEAR else "BIG"
    return "BIG"
