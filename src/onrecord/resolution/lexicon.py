"""The words for actors: which PLOVER sectors they tell, and how (`data/agents.tsv`, data/README.md)."""

import re
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from onrecord.knowledge.plurals import singular
from onrecord.resolution.phrases import word_set

Use = Literal["head", "weak", "modifier", "none"]


_PERSON = re.compile(r"(?:er|or|man|woman|ist|ant|ian|ee|eer|ive|ocrat|ary|official|person)$")
_PERSONS = word_set(
    "judge chief head priest nurse bishop archbishop monk nun imam pope mullah ayatollah rabbi cleric "
    "diplomat envoy captain sheriff marshal admiral cardinal colonel sergeant major lieutenant brigadier "
    "general corporal spy pilot poet chef coach boss tycoon oligarch student expert critic dissident "
    "rebel warlord kingpin mogul guard aide clerk resident academic medic monarch king queen sultan emir "
    "heir prince princess lady lord baron premier chancellor president mp mep attorney detective "
    "constable deputy delegate candidate magnate billionaire pastor vicar widow girl boy child teen "
    "teenager youth tourist suspect inmate convict migrant pensioner villager patriarch guru lama mufti "
    "sheikh commissioner secretary justice magistrate economist analyst consul agent operative counsel "
    "mechanic pundit host athlete star rapper chaplain missionary politician convict thug thief pirate "
    "bandit gunman terrorist"
)
_THINGS = word_set(
    "newspaper broadcaster tanker destroyer bomber freighter carrier cruiser carmaker automaker lender "
    "insurer retailer center centre theater server paper manufacturer chipmaker drugmaker brewer "
    "developer tower chamber judiciary military paramilitary seminary infirmary dispensary border corner "
    "power order laboratory factory territory supplier exporter importer committee state-owner helicopter "
    "explorer cooperative executive-branch archive missionary-order"
)


class Agent(NamedTuple):
    """What words tell: PLOVER sectors, the chief one first, and in which place they tell it."""

    sectors: tuple[str, ...]
    use: Use


def find_agent(words: str) -> Agent | None:
    """What words of lower case tell, in the singular or the plural: "riot police", "farmers"."""
    return _agents().get(words) or _agents().get(singular(words))


def is_person_noun(word: str) -> bool:
    """Whether a word of lower case in the singular is of one person: a minister, not a ministry."""
    return word in _PERSONS or (word not in _THINGS and _PERSON.search(word) is not None)


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
