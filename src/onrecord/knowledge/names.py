"""Names as keys: `fold` for the same letters, `skeleton` for the same name in another transliteration."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_APART = str.maketrans({"-": " ", "–": " ", ".": "", "'": "", "’": "", "‘": "", "ʻ": "", "`": ""})
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}

_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ħ": "h",
    "ŋ": "ng", "ʿ": "", "ʾ": "", "ʻ": "", "ʼ": "", "’": "", "‘": "", "'": "", "`": "", "´": "", ".": "",
    # Cyrillic; the Ukrainian и and the Russian ы are both written i.
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ђ": "dj",
    "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "g", "ќ": "k", "ѕ": "dz", "қ": "k", "ғ": "g",
    "ү": "u", "ұ": "u", "ң": "n", "ө": "o", "һ": "h", "ә": "a",
})  # fmt: skip
_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "ad", "an", "ar", "at", "az", "es", "ed", "en", "er"})
_SUN_LETTERS = {"as": "s", "ash": "sh", "ad": "d", "an": "n", "ar": "r", "at": "t", "az": "z"}
"""Here the article's l is written as the letter that follows; elsewhere "as" is no article."""
_MOHAMMED = re.compile(r"m[ou]ha?mm?[ae]dd?")
_SERVANT = re.compile(r"(?:abd(?:[aeou]l|[aeou](?=([dnrstz])\1)))(?=.)")
"""Abdul-, Abdel-, Abdal-; Abdur-Rahman as Abdurrahman."""
_RULES = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        ("(?<=[zsc]h)yo", "e"),
        ("shch|sch", "sC"),
        ("dzh|dj", "j"),
        ("tch|tsch|ch|ts|tz", "C"),
        ("sh", "s"),
        ("zh", "j"),
        ("ph", "f"),
        ("([kgdtbr])h", r"\1"),
        ("^kn", "n"),
        ("ck|q", "k"),
        ("c(?=[eiy]|$)", "C"),
        ("c", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("(?:skyy|skiy|skyi|skij|skii|skyj|ski|sky)$", "ski"),
        ("enka$", "enko"),
        ("(?<=[aeiou])y(?=[aeou])", ""),
        ("^[yi](?=e)", ""),
        ("([dt])er$", r"\1r"),
        ("(?:a[iy]|e[iy])", "i"),
        ("eh$", "a"),
        ("h$", ""),
        ("ae", "a"),
        ("[oue]e(?!$)|o[uw]|oo", "u"),
        ("[eyi]+", "i"),
        ("o", "u"),
        ("([^j])\\1+", r"\1"),
    )
)
_KH = re.compile("kh")
_EMPTY = "\x00"
LONGEST_NAME = 200
"""Characters beyond which nothing is looked up as a name."""


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """The key of a name: no case, accents, points, apostrophes or hyphens; "St" as "saint"."""
    if not name.isascii():
        name = _bare(name)
    words = name.translate(_APART).casefold().split()
    if words and words[0] in _SHORT:
        words[0] = _SHORT[words[0]]
    return " ".join(words)


def _bare(name: str) -> str:
    name = unicodedata.normalize("NFKD", name)
    return "".join(character for character in name if not unicodedata.combining(character))


@lru_cache(maxsize=1 << 14)
def skeleton(name: str) -> str:
    """The key of a name whatever its transliteration: Zelensky, Zelenskyy, Zelenskiy and Зеленський are one.

    Words run together ("Jae-in", "Jae In"); the article al-, el- goes; Cyrillic is written in Latin
    letters. Volodymyr and Vladimir stay two names. A name in any other script is kept as it is.
    """
    # й and ї would fall apart into a letter and a mark.
    latin = name.casefold().translate(_LETTERS)
    words = _bare(latin).translate(_LETTERS).replace("–", "-").split()
    return "".join(_word(part) for number, word in enumerate(words) for part in _parts(word, number))


def _parts(word: str, number: int) -> list[str]:
    """The parts of a hyphenated word without the Arabic article: "al-Sisi", "ash-Sharaa"."""
    parts = [part for part in word.split("-") if part]
    if len(parts) > 1 and parts[0] in _ARTICLES:
        sun = _SUN_LETTERS.get(parts[0])
        return parts[1:] if sun is None or parts[1].startswith(sun) else parts
    if number and parts and parts[0] in {"al", "el", "ul"}:
        return parts[1:]
    return [part for place, part in enumerate(parts) if not (place and part in {"al", "el", "ul"})]


@lru_cache(maxsize=1 << 14)
def _word(word: str) -> str:
    if _MOHAMMED.fullmatch(word):
        return "muhamad"
    servant = _SERVANT.match(word)
    if word in {"abd", "abdul", "abdel", "abdal", "abdol", "abdur"}:
        return "abd"
    if servant:
        return "abd" + _word(word[servant.end() :])
    word = _KH.sub("h", word)
    for rule, written in _RULES:
        word = rule.sub(written, word)
    return word


def name_key(name: str) -> int:
    """The number under which the database files a name: 48 bits of its skeleton's BLAKE2."""
    return _number(skeleton(name))


def place_key(name: str) -> int:
    """The number under which the database files a place: that of its folded name."""
    return _number(fold(name))


def _number(text: str) -> int:
    digest = blake2b((text or _EMPTY).encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big", signed=True)


# The parts of a person's name

_PARTICLES = frozenset({
    "al", "el", "bin", "ibn", "ben", "bint", "de", "del", "della", "der", "den", "di", "da", "do", "dos",
    "das",
    "du", "la", "le", "van", "von", "zu", "zur", "af", "av", "ter", "ten", "mac", "saint", "st", "san", "abu",
    "ould", "aït", "ait", "o", "y", "bar", "dela",
})  # fmt: skip
_GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv"})
_TITLES = re.compile(
    r"^(?:(?:Sir|Dame|Lord|Lady|Baron(?:ess)?|Viscount(?:ess)?|Earl|Count(?:ess)?|Marquess|Duke|Duchess"
    r"|Rt\.? Hon\.?|(?:The )?Hon\.?|Dr\.?|Prof\.?|Professor|Mr\.?|Mrs\.?|Ms\.?|Senator|Cardinal"
    r"|Archbishop|Bishop|Sheikh|Shaykh|Sheikha|Gen\.?|General|Lt\.?|Lieutenant|Col\.?|Colonel|Maj\.?|Major|Brig\.?|Brigadier"
    r"|Adm\.?|Admiral|Vice|Capt\.?|Captain|Marshal|Field|Air|Chief|Engr?\.?|Ing\.?|H\.?E\.?|Hajj?i?)\s+)+(?=\S)"
)
_TAILS = re.compile(
    r"(?:,?\s+(?:MP|QC|KC|KBE|CBE|OBE|GCMG|KCMG|MBE|AM|AO|AC|OAM|Gen\.|Brig\. Gen\.|Jr\.?|Sr\.?))+$"
)
FAMILY_FIRST = frozenset({"CHN", "HKG", "TWN", "KOR", "PRK", "VNM", "KHM", "SGP", "MAC"})
"""Where the family name is printed first; the Japanese and Hungarians are turned round in English."""
_EITHER_ORDER = FAMILY_FIRST | {"JPN", "HUN"}
_TWO_SURNAMES = frozenset({
    "ESP", "MEX", "ARG", "COL", "PER", "VEN", "CHL", "ECU", "GTM", "CUB", "BOL", "DOM", "HND", "PRY", "SLV",
    "NIC", "CRI", "PAN", "URY", "PRI", "GNQ", "AND", "PHL",
})  # fmt: skip


def without_titles(name: str) -> str:
    """A person's name without "Sir", "Baroness", "Dr", "QC"; unchanged where nothing would be left."""
    bare = _TAILS.sub("", _TITLES.sub("", name.strip())).strip(" ,")
    return (
        bare if " " in bare or not name.startswith(("Lord ", "Lady ", "Baron", "Viscount", "Earl")) else name
    )


def turned(name: str, country: str) -> str | None:
    """A short name in the other order, where both are printed: "Jae-in Moon", "Abe Shinzo"."""
    words = name.split()
    if country not in _EITHER_ORDER or not 2 <= len(words) <= 3:  # noqa: PLR2004
        return None
    if country in FAMILY_FIRST:
        return " ".join([*words[1:], words[0]])
    return " ".join([words[-1], *words[:-1]])


def surnames(name: str, country: str = "") -> list[str]:
    """What a later mention may call a person: "von der Leyen", "Leyen"; "Xi" where families come first."""
    words = [word for word in name.replace(",", "").split() if word.rstrip(".").casefold() not in _GENERATION]
    if len(words) < 2:  # noqa: PLR2004
        return words
    found = [words[0]] if country in FAMILY_FIRST else []
    found.append(words[-1])
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    if start < len(words) - 1:
        found.append(" ".join(words[start:]))
    elif country in _TWO_SURNAMES and len(words) > 2:  # noqa: PLR2004
        found += [words[-2], " ".join(words[-2:])]
    return list(dict.fromkeys(found))
