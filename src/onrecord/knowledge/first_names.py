"""First names and the gender of nearly all who bear them, counted over public office holders."""

from functools import cache, lru_cache
from typing import Literal

from onrecord.knowledge._tables import rows
from onrecord.knowledge.names import fold

Gender = Literal["m", "f"]


@lru_cache(maxsize=1 << 14)
def gender_of(first_name: str) -> Gender | None:
    """The gender of a first name: "Vladimir" gives "m", "Angela" "f"; None where unknown or shared."""
    male, female = _names()
    key = fold(first_name)
    return "m" if key in male else "f" if key in female else None


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    table = {gender: frozenset(names.split(" ")) for gender, names in rows("first_names.tsv")}
    return table["m"], table["f"]
