"""Numbers in words and digits: "twenty-one", "two and a half", "2 1/2", "1,500", "nineteen ninety-seven"."""

from typing import Final

from onrecord.analysis.times.lexicon import VALUES

_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_TEEN, _HUNDRED, _THOUSAND = 10, 100, 1000


def digits(word: str) -> float:
    """The number that a token of digits stands for; a fraction's value for "1/2"."""
    if word in _FRACTIONS:
        return _FRACTIONS[word]
    if "/" in word:
        top, bottom = word.split("/")
        return int(top) / int(bottom) if int(bottom) else 0.0
    return float(word.replace(",", ""))


def spelled(words: list[str]) -> float:
    """The number that a run of tokens says; those without one ("and", "-", "a") are passed over."""
    total = part = 0.0
    for word in words:
        value = _value(word)
        if value is None:
            continue
        if value >= _THOUSAND and word.isalpha():
            total, part = total + (part or 1) * value, 0
        elif value == _HUNDRED and word.isalpha():
            part = (part or 1) * value
        else:
            part += value
    return total + part


def year_in_words(words: list[str]) -> int | None:
    """The year that a run of number words says: "nineteen ninety-seven", "two thousand and three"."""
    values = [int(value) for word in words if (value := _value(word)) is not None]
    if not values:
        return None
    if _THOUSAND in values:
        return int(spelled(words))
    if _TEEN < values[0] <= 2 * _TEEN and len(values) > 1 and values[1] >= _TEEN:
        rest = [value for value in values[1:] if value != _HUNDRED]
        return values[0] * _HUNDRED + sum(rest)
    return None


def plain(number: float) -> str:
    """A number as TIMEX3 writes it: no decimals where there are none."""
    return str(int(number)) if number == int(number) else f"{number:g}"


def _value(word: str) -> float | None:
    if word.lower() == "half":
        return 0.5
    if word[0].isdecimal() or word in _FRACTIONS:
        return digits(word) if word[-1].isdecimal() or word in _FRACTIONS else None
    value = VALUES.get(word.lower())
    return float(value) if isinstance(value, int) else None
