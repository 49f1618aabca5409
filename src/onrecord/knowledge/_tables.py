"""Reading the packaged tables, and the key under which a name is looked up."""

import gzip
import unicodedata
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

_DATA = Path(str(files("onrecord.knowledge"))) / "data"
_APART = str.maketrans({"-": " ", "–": " ", ".": "", "'": "", "’": "", "‘": "", "ʻ": "", "`": ""})
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


def lines(name: str) -> list[str]:
    """The lines of the table `name` without its header; names that end in `.gz` are unpacked."""
    data = (_DATA / name).read_bytes()
    if name.endswith(".gz"):
        data = gzip.decompress(data)
    # Not splitlines(): a name may hold a character that it takes for a line's end.
    return data.decode().rstrip("\n").split("\n")[1:]


def rows(name: str) -> list[list[str]]:
    """The cells of the table `name`, row by row, without its header."""
    return [line.split("\t") for line in lines(name)]


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """The key of a name: no case, accents, points, apostrophes or hyphens; "St" as "saint"."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name)
        name = "".join(character for character in name if not unicodedata.combining(character))
    words = name.translate(_APART).casefold().split()
    if words and words[0] in _SHORT:
        words[0] = _SHORT[words[0]]
    return " ".join(words)
