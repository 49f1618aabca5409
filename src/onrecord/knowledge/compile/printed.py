"""Names as The World Factbook prints them: family names in capitals, ranks, remnants of titles, asides."""

import re
from typing import NamedTuple

from onrecord.knowledge.names import without_titles

_WORDS = re.compile(
    r"\b(?:president|minister|king|queen|prince|princess|deputy|vice|governor|formerly|since|council|republic"
    r"|general|acting|status|government|chair\w*|secretary|commission\w*|sultan|transitional"
    r"|represented|vacant|designate|homeland|affairs|ceo|spelled|serves|appointed)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[\w'’`.-]+(?: [\w'’`.,-]+){0,6}")
_ASIDE = re.compile(r"\s*\(.*?\)|\s+in caretaker status|\s+\(?acting\)?$|^-\s*")
_NICKNAME = re.compile(r'\s*(?:["“]([^"”]+)["”]|\[[^\]]*\])\s*')
_ALSO = re.compile(r"[\s,-]+(?:also spelled|aka|formerly)\s+(.+)$")
_TITLE = re.compile(
    r"(?:(?:-|[–—]|or|the|of|and|tenure|formerly|also|acting|interim|transitional|temporary|first|second"
    r"|deputy|(?:co-?)?vice|prime|president|minister|(?:federal )?chancellor|chair\w*|chief|king|queen"
    r"|presidential|leadership|(?:sovereign |privy |state administration |administration )?council"
    r"|government|leader|taliban|commander-in-chief|sudanese|armed|forces|general|people's|assembly"
    r"|gnu|cnsp|sac|interior sheikh|sr\.?|gen\.|lt\.|col\.)[,:]?\s+)+",
    re.IGNORECASE,
)
"""Words of a title that were left before a name."""
_OFFICE = re.compile(
    r"\b(?:president|minister|chancellor|chair\w*|king|queen|taliban|sheikh|council)\b", re.IGNORECASE
)
_RANKS = re.compile(
    r"^(?:Gen|Lt|Col|Brig|Maj|Capt|Adm|Dr|Field Marshal|Sir|Dame|Sheikh|SHAYKH|Cardinal)\.?\s+"
)
_TWO_FAMILIES = re.compile(r"((?:[^\W\d_]*[^\W\d_A-Z] )+[A-Z]{3,}) [A-Z][^\W\d_A-Z]+")
_SPANISH = frozenset({
    "ARG", "BOL", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "ESP", "GTM", "HND", "MEX", "NIC", "PAN", "PER",
    "PRY", "SLV", "URY", "VEN",
})  # fmt: skip


class Printed(NamedTuple):
    """A name, the words of a title that stood before it, and its other forms."""

    name: str
    title: str = ""
    others: tuple[str, ...] = ()


def read_name(printed: str) -> Printed:
    """A name without capitals for the family, ranks and asides; "" where it cannot be told from a title.

    `printed` is a cell of `factbook_leaders.csv`: '- Prime Minister John KEY', 'Joko "Jokowi" WIDODO'.
    """
    others: list[str] = []
    also = _ALSO.search(printed)
    if also:
        printed = printed[: also.start()]
        others.append(plain_name(also[1]))
    printed, title = _without_title(printed.strip())
    nickname = _NICKNAME.search(printed)
    if nickname:
        last = printed[nickname.end() :]
        others.append(plain_name(f"{nickname[1]} {last}") if nickname[1] and last else "")
        printed = _NICKNAME.sub(" ", printed)
    name = plain_name(printed)
    return Printed(name, title, tuple(other for other in others if other and other != name))


def shorter(printed: str, country: str) -> str:
    """A Spanish name as English prints it, without the mother's family: "Ollanta HUMALA Tasso"; else ""."""
    match = _TWO_FAMILIES.fullmatch(printed) if country in _SPANISH else None
    return plain_name(match[1]) if match else ""


def _without_title(printed: str) -> tuple[str, str]:
    match = _TITLE.match(printed)
    if match is None or not _OFFICE.search(match[0]):
        return printed, ""
    words = re.sub(r"^[\s–—-]+|^(?:or|formerly,?|also)\s+|[\s,:]+$", "", match[0], flags=re.IGNORECASE)
    return printed[match.end() :], words.removeprefix("the tenure of ").strip()


def plain_name(printed: str) -> str:
    """A name without capitals for the family and without ranks; "" where words of a title are left in it."""
    name = _ASIDE.sub("", printed).strip(" ,")
    name = re.sub(r",? (?:Gen|Brig|Maj|Lt|Col|Jr|Sr)\b.*$", "", name)
    while _RANKS.match(name):
        name = _RANKS.sub("", name)
    if _WORDS.search(name) or not _NAME.fullmatch(name) or len(name) > 60:  # noqa: PLR2004
        return ""
    return without_titles(" ".join(_small(word) for word in name.split()))


def _small(word: str) -> str:
    """A word in capitals with only its first letters large: "al-ASSAD" is "al-Assad", "II" stays."""
    if not re.search(r"[^\W\d_]{2}", word) or re.fullmatch(r"[IVX]+", word):
        return word
    return "-".join(
        part.capitalize() if part.isupper() and len(part) > 1 else part
        for part in word.replace("’", "'").split("-")
    )
