"""A text as a string of word classes: one character a token, so that a grammar is a regular expression.

The scan is one pass and linear in the text; everything after it looks only at the stretches that
hold a word of time.
"""

import re
from functools import lru_cache
from typing import Final

from msgspec import Struct

from onrecord.analysis.times.lexicon import CLASSES, OTHER, PUNCTUATION, WORDS

# White space is passed over (a line may end inside an expression); an empty line is a token that
# no pattern holds. A number that is glued to a sign of money or to a letter is none for us.
_TOKEN: Final = re.compile(
    r"""
      [AaPp]\.[Mm]\b\.?
    | \b(?:B\.C|A\.D)\b\.?(?:E\.)?
    | [Oo]['’]clock\b
    | \b(?:Q[1-4]|H[12]|FY['’]?(?:\d{4}|\d\d))(?!\w)
    | [^\W\d_]+
    | (?<![\w$£€¥\#.])(?:
          \d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])
        | \d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?![\w/])
        | \d{4}/\d\d?/\d\d?(?![\w/])
        | \d{1,2}:\d\d(?::\d\d)?(?![\d:])
        | \d{1,2}\.\d\d(?=[AaPp]\.?[Mm]\b|\s(?:GMT|BST|CES?T)\b)
        | \d/\d(?![\d/])
        | \d{1,3}(?:,\d{3})+(?![\w%])
        | \d{1,6}(?:\.\d{1,3})?(?:st|nd|rd|th|s)?(?:(?![\w%])|(?=[AaPp]\.?[Mm]\b))
      )
    | ['’‘`]\d\ds?(?!\w)
    | ['’][sS]\b
    | \n[^\S\n]*\n
    | (?P<glued>\d\w*) | \S
    """,
    re.VERBOSE,
)
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


class Tokens(Struct, frozen=True):
    """The tokens of a text: their classes (one character each) and extents."""

    text: str
    classes: str
    spans: list[tuple[int, int]]


def scan(text: str) -> Tokens:
    """The classes and extents of all tokens of `text`.

    Most words are plain and are looked up as they stand between blanks; only what holds digits or
    marks goes through the regular expression.
    """
    classes: list[str] = []
    spans: list[tuple[int, int]] = []
    known, put, add, place = WORDS.get, classes.append, spans.append, 0
    for word in text.split(" "):
        end = place + len(word)
        if word.isalpha():
            put(known(word, OTHER))
            add((place, end))
        elif word:
            head, tail = word[:-1], word[-1]
            if tail in ",." and head.isalpha() and len(head) > 1:
                put(known(head, OTHER))
                add((place, end - 1))
                put(PUNCTUATION[tail])
                add((end - 1, end))
            else:
                _split(text, place, end, classes, spans)
        place = end + 1
    return Tokens(text, "".join(classes), spans)


def _split(text: str, start: int, end: int, classes: list[str], spans: list[tuple[int, int]]) -> None:
    """Add the tokens of a stretch without blanks that is no plain word."""
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        plain = word.isalpha() or match.lastgroup is not None
        classes.append(WORDS.get(word) or (OTHER if plain else _other(word)))
        spans.append(match.span())


@lru_cache(maxsize=4096)
def _other(word: str) -> str:
    """The class of a token that is no plain word."""
    if word[0].isdecimal():
        return _number(word)
    if word[0] in "QHF":
        return CLASSES["FY" if word[0] == "F" else "QN"]
    if len(word) > 1 and word[1].isdecimal():
        return CLASSES["DECADE" if word.endswith("s") else "SHORTYEAR"]
    if word[0] == "\n":
        return CLASSES["BREAK"]
    if word[0] in "'’" and len(word) == 2:  # noqa: PLR2004 - the mark and its s
        return CLASSES["GENITIVE"]
    return CLASSES["AMPM"] if "." in word and len(word) > 1 else PUNCTUATION.get(word, OTHER)


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
