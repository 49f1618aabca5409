"""Territories that are no recognised states, regions and peoples: to which country each is counted.

`data/territories.tsv`, made by hand. Kinds: unrecognised (calls itself a state: PRE), region, people.
"""

from functools import cache
from typing import Literal, NamedTuple

from onrecord.resolution.lexicon import rows

TerritoryKind = Literal["unrecognised", "region", "people"]


class Territory(NamedTuple):
    """A territory or people: its country (ISO 3166-1 alpha-3) and what it is."""

    country: str
    kind: TerritoryKind


def find_territory(name: str) -> Territory | None:
    """The territory, region or people of a name or adjective: "Transnistria", "Western Sahara", "Chechen"."""
    key = name.replace("’", "'").lower().removeprefix("the ").removeprefix("republic of ")
    return _territories().get(key)


@cache
def _territories() -> dict[str, Territory]:
    found = {}
    for name, country, kind in rows("territories.tsv"):
        assert kind in {"unrecognised", "region", "people"}
        found[name] = Territory(country, kind)  # type: ignore[arg-type]
    return found
