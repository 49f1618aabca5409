"""News agencies: by the name or abbreviation that a dateline or credit prints."""

from functools import cache

from msgspec import Struct

from onrecord.knowledge._tables import rows

_LONGEST_ABBREVIATION = 5


class Agency(Struct, frozen=True):
    """A news agency. `country` is its ISO 3166-1 alpha-3 code, or empty; `domains` are its web domains."""

    name: str
    aliases: tuple[str, ...]
    country: str
    domains: tuple[str, ...]


def find_agency(name: str) -> Agency | None:
    """The agency that `name` stands for: "AFP", "dpa", "The Associated Press", "REUTERS".

    Abbreviations match in capitals, or as the agency writes itself ("dpa"): "pa" is no agency.
    Longer names also match all in capitals, and those of several words in any case. Where
    agencies share an abbreviation (APA, CNA), the one listed first answers.
    """
    name = " ".join(name.split())
    bare = name[4:] if name[:4] in {"The ", "the ", "THE "} else name
    return _exact().get(bare) or (_caseless().get(bare.casefold()) if " " in bare else None)


@cache
def _agencies() -> list[Agency]:
    return [
        Agency(name, _values(aliases), country, _values(domains))
        for name, aliases, country, domains in rows("agencies.tsv")
    ]


def _values(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@cache
def _exact() -> dict[str, Agency]:
    found: dict[str, Agency] = {}
    for agency in _agencies():
        for name in (agency.name, *agency.aliases):
            bare = name.removeprefix("The ")
            found.setdefault(bare, agency)
            if len(bare) > _LONGEST_ABBREVIATION or bare.islower():
                found.setdefault(bare.upper(), agency)
    return found


@cache
def _caseless() -> dict[str, Agency]:
    return {name.casefold(): agency for name, agency in reversed(_exact().items())}
