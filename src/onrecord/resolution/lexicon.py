"""The words for actors: which PLOVER sectors they tell, and how (`data/agents.tsv`, data/README.md)."""

from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from onrecord.knowledge.plurals import singular

Use = Literal["head", "weak", "modifier", "none"]


class Agent(NamedTuple):
    """What words tell: PLOVER sectors, the chief one first, and in which place they tell it."""

    sectors: tuple[str, ...]
    use: Use


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
