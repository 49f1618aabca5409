"""The language of a text. English is told by its commonest words, at next to no cost; others by py3langid."""

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE: Final = 2500
"""So many code points are looked at."""
_FUNCTION_WORDS: Final = frozenset((
    "the", "of", "and", "to", "a", "in", "that", "is", "was", "for", "on", "with", "as", "by", "at",
    "it", "be", "are", "from", "this", "he", "his", "an", "have", "has", "had", "not", "but",
    "they", "were", "which", "or", "who", "their", "said", "will", "would", "its", "we", "been",
    "she", "her", "more", "than", "there", "if", "about", "after", "into", "when", "what", "out",
    "up", "one",
))  # fmt: skip
_SURE: Final = 0.22
_LIKELY: Final = 0.12
_SOME: Final = 0.05
_NO_LANGUAGE: Final = frozenset(("zxx", "pcm", "und"))
"""What py3langid takes tables of figures and telegram English for."""
_FEW_WORDS: Final = 8
UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")
"""Scripts that set no spaces between words: Thai, Lao, Burmese, Japanese, Chinese."""
_FEWUNSPACED: Final = 10
_SHORT: Final = 40


def detect_language(text: str, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of the language of `text`; None where there are too few words to tell.

    `declared` is what the page says of itself ("en-GB"); it decides where the words do not.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    hint = _code(declared)
    if len(words) < _FEW_WORDS:
        unspaced = len(UNSPACED.findall(text[:_SAMPLE])) >= _FEWUNSPACED
        return _classify(text[:_SAMPLE]) if unspaced else hint
    share = sum(word in _FUNCTION_WORDS for word in words) / len(words)
    if share >= _SURE or (hint == "en" and share >= _LIKELY):
        return "en"
    if hint and len(words) < _SHORT:
        return hint
    found = _classify(text[:_SAMPLE])
    return found if found not in _NO_LANGUAGE else hint or ("en" if share >= _SOME else None)


def _code(declared: str | None) -> str | None:
    code = (declared or "").replace("_", "-").partition("-")[0].strip().lower()
    return code if len(code) == len("en") and code.isalpha() else None


def _classify(text: str) -> str:
    """py3langid's answer. Loading it takes longer than most texts take to read."""
    import py3langid  # noqa: PLC0415

    return str(py3langid.classify(text)[0])
