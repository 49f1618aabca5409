"""The words for actors: which PLOVER sectors they tell, and how (`data/agents.tsv`, data/README.md)."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

Use = Literal["head", "weak", "modifier", "none"]

_IRREGULAR = {
    "men": "man", "women": "woman", "people": "people", "children": "child", "schoolchildren": "schoolchild",
    "wives": "wife", "thieves": "thief", "police": "police", "troops": "troop", "media": "media",
    "clergymen": "clergyman", "gentlemen": "gentleman", "spokespeople": "spokespeople", "staff": "staff",
    "series": "series", "politics": "politics", "headquarters": "headquarter", "lives": "life",
}  # fmt: skip
_ENDS = (
    ("men", "man"), ("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"),
)  # fmt: skip
_SHORTEST_PLURAL = 4


class Agent(NamedTuple):
    """What words tell: PLOVER sectors, the chief one first, and in which place they tell it."""

    sectors: tuple[str, ...]
    use: Use


@lru_cache(maxsize=1 << 12)
def singular(words: str) -> str:
    """The words with the last one in the singular, as they are looked up: "police officers"."""
    start, _, last = words.rpartition(" ")
    return f"{start} {_one(last)}" if start else _one(last)


def _one(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for end, other in _ENDS:
        if word.endswith(end) and len(word) > len(end) + 1:
            return word.removesuffix(end) + other
    if len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether a word of lower case is a plural: "gunmen", "officials", "people"."""
    return word in {"people", "police", "spokespeople"} or (
        word not in _IRREGULAR.values() and _one(word) != word
    )


def find_agent(words: str) -> Agent | None:
    """What words of lower case tell, in the singular or the plural: "riot police", "farmers"."""
    return _agents().get(words) or _agents().get(singular(words))


def office_role(words: str) -> str:
    """The role of an office as the news names it, in lower case: "top diplomat"; empty where it is none.

    The knowledge's roles, and `leader` and `chancellor`, which are another in each country.
    """
    return _offices().get(words, "")


def heads_a_body(words: str) -> bool:
    """Whether an office may be that of who heads an organisation: "chief", "secretary-general"."""
    return words in _chiefs()


def rows(name: str) -> list[list[str]]:
    """The cells of a table of this package, row by row, without its header."""
    text = (files("onrecord.resolution") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


@cache
def _agents() -> dict[str, Agent]:
    found: dict[str, Agent] = {}
    for words, sectors, use in rows("agents.tsv"):
        assert use in {"head", "weak", "modifier", "none"}
        found[words] = Agent(tuple(sectors.split("|")) if sectors else (), use)  # type: ignore[arg-type]
    return found


@cache
def _offices() -> dict[str, str]:
    found: dict[str, str] = {}
    for role, words in rows("offices.tsv"):
        for name in words.split("|"):
            found.setdefault(name, role)
    return found


@cache
def _chiefs() -> frozenset[str]:
    return frozenset(dict(rows("offices.tsv"))["chief"].split("|"))
