"""Countries by name, short name, adjective and people; the buildings that stand for their governments."""

from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from onrecord.knowledge._tables import rows
from onrecord.knowledge.names import fold
from onrecord.knowledge.store import Store, share_alike

CountryForm = Literal["name", "adjective", "people"]
_SHORTEST_IN_CAPITALS = 4
_OTHER_CAPITAL_NAMES = {"washington": "USA", "kiev": "UKR", "delhi": "IND", "peking": "CHN", "gaza": "PSE"}


class Country(Struct, frozen=True):
    """A country. `iso3` and `iso2` are ISO 3166-1 codes (XKX for Kosovo); the rest are English words."""

    iso3: str
    iso2: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str

    @property
    def id(self) -> str:
        """The country's entity id, "e:RUS"."""
        return f"e:{self.iso3}"

    @property
    def government(self) -> str:
        """The entity id of the country's government, "e:RUS/gov"."""
        return f"e:{self.iso3}/gov"


class Metonym(Struct, frozen=True):
    """A building or street that stands for a government. Days are ISO prefixes, empty where open.

    A `strong` one nearly always means the government, the others are as often just a place.
    """

    name: str
    country: str
    sector: str
    institution: str
    valid_from: str
    valid_to: str
    strong: bool = True

    @property
    def id(self) -> str:
        """The entity id of the government it stands for, "e:RUS/gov"."""
        return f"e:{self.country}/gov"


def country(iso3: str) -> Country | None:
    """The country of an ISO 3166-1 alpha-3 code."""
    return _by_code().get(iso3)


def find_country(text: str) -> Country | None:
    """The country of a name, adjective or people's name: "Russia", "Russian", "the UK", "Россия"."""
    found = find_country_form(text)
    return found[0] if found else _abroad(text)


def find_country_form(text: str) -> tuple[Country, CountryForm] | None:
    """Like `find_country`, with what the word is. Case counts ("US", not "us"; "RUSSIA" is Russia)."""
    return _forms().get(text) or (_forms().get(text[4:]) if text[:4] in {"the ", "The "} else None)


def find_capital(name: str) -> Country | None:
    """The country whose capital has this name: "Moscow", "WASHINGTON"."""
    return _capitals().get(fold(name))


def find_metonym(text: str) -> Metonym | None:
    """The building or street that nearly always stands for a government: "the Kremlin", "Downing Street"."""
    bare = text[4:] if text[:4] in {"the ", "The "} else text
    return _metonyms().get(bare)


@cache
def _store() -> Store | None:
    return share_alike()


@lru_cache(maxsize=1 << 10)
def _abroad(text: str) -> Country | None:
    """The country of a name in Russian, French, German, Spanish, Chinese or Arabic."""
    # Only capitals and scripts that have none: "chile" is no country.
    if text[:1].islower():
        return None
    store = _store()
    if store is None:
        return None
    found = store.ask("SELECT country FROM country_name WHERE name = ?", fold(text))
    return country(found[0][0]) if found else None


@cache
def _countries() -> list[Country]:
    def values(cell: str) -> tuple[str, ...]:
        return tuple(cell.split("|")) if cell else ()

    return [
        Country(iso3, iso2, name, values(names), values(adjectives), values(people), capital)
        for iso3, iso2, name, names, adjectives, people, capital in rows("countries.tsv")
    ]


@cache
def _by_code() -> dict[str, Country]:
    return {entry.iso3: entry for entry in _countries()}


@cache
def _forms() -> dict[str, tuple[Country, CountryForm]]:
    found: dict[str, tuple[Country, CountryForm]] = {}
    for entry in _countries():
        for name in (entry.name, *entry.names):
            found.setdefault(name.removeprefix("the "), (entry, "name"))
        for name in entry.adjectives:
            found.setdefault(name, (entry, "adjective"))
        for name in entry.people:
            found.setdefault(name, (entry, "people"))
    shouted = {name.upper(): value for name, value in found.items() if len(name) >= _SHORTEST_IN_CAPITALS}
    return shouted | found


@cache
def _capitals() -> dict[str, Country]:
    found = {fold(entry.capital): entry for entry in reversed(_countries()) if entry.capital}
    return found | {name: _by_code()[iso3] for name, iso3 in _OTHER_CAPITAL_NAMES.items()}


@cache
def _metonyms() -> dict[str, Metonym]:
    return {row[0]: Metonym(row[0], row[1], row[2], row[3], row[4], row[5]) for row in rows("metonyms.tsv")}


def all_countries() -> list[Country]:
    """All countries, those with the most people first."""
    return list(_countries())
