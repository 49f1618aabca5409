"""Text of strangers made safe to show: control and direction-override characters become visible."""

import re

ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that could move a cursor, start an escape sequence, reorder what follows, or not be encoded."""

_PICTURES = 0x2400
_DELETE = 0x7F


def name(char: str) -> str:
    """The character's code point as `U+202E`."""
    return f"U+{ord(char):04X}"


def visible(text: str) -> str:
    """`text` with every odd character replaced by a sign for it: `␛` for escape, `‹U+202E›` for others."""
    return ODD.sub(_sign, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """`text` made visible on one line: every run of white space is one space."""
    return visible(" ".join(text.split()))


def _sign(match: re.Match[str]) -> str:
    char = match[0]
    if char < " ":
        return chr(_PICTURES + ord(char))
    return "␡" if ord(char) == _DELETE else f"‹{name(char)}›"
