"""A text that names or describes somebody, as words: possessives, brackets and articles taken off."""

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\s,;:()\[\]\"“”„«»]+|[,;:()]")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_ARTICLES = frozenset({"a", "an", "the", "The", "A", "An", "THE"})
_BEFORE_OFFICES = frozenset({"ex", "then"})
"""What a hyphen joins to an office: "ex-president"."""
_QUOTES = "\"“”„«»‘’'`*•"


def word_set(words: str) -> frozenset[str]:
    """The words of a table that is printed as running text."""
    return frozenset(words.split())


class Word(NamedTuple):
    """A word as printed without its possessive ending, the same in lower case, and whether it had one."""

    text: str
    low: str
    possessive: bool = False

    @property
    def is_capital(self) -> bool:
        """Whether it begins as a name does."""
        return self.text[:1].isupper() or not self.text[:1].isascii()


def words_of(text: str) -> list[Word]:
    """The words and commas of a text."""
    found = []
    for match in _WORD.finditer(text):
        token = match[0].strip(_QUOTES) if len(match[0]) > 1 else match[0]
        bare = _POSSESSIVE.sub("", match[0]) if len(match[0]) > 2 else token  # noqa: PLR2004
        possessive = bare != match[0] and not match[0].startswith(("'", "‘"))
        token = bare.strip(_QUOTES) if possessive else token
        first, hyphen, rest = token.partition("-")
        if hyphen and rest and first.lower() in _BEFORE_OFFICES:
            found.append(Word(first, first.lower()))
            token = rest
        if token:
            found.append(Word(token, token.replace("’", "'").lower(), possessive))
    return found


def tidy(text: str) -> str:
    """The text in one line, without quotation marks around it or a point or comma behind it."""
    text = " ".join(text.split()).strip(_QUOTES + " ,;:")
    if text.endswith((".", "!", "?")) and not re.search(r"(?:\b\w\.|\b(?:Jr|Sr|Inc|Ltd|Co|Corp))\.?$", text):
        text = text.rstrip(".!? ")
    return re.sub(r"['’]s$", "", text) if re.search(r"[^\W\d_]{2}['’]s$", text) else text


def without_article(text: str) -> str:
    """The text without an article in front: "the Kremlin"."""
    first, _, rest = text.partition(" ")
    return rest if rest and first in _ARTICLES else text


def joined(words: list[Word]) -> str:
    """The words as printed, without their possessive endings."""
    return " ".join(word.text for word in words)
