"""Buildings, streets and capitals that stand for governments and bodies, from a list made by hand."""

import re
from collections.abc import Iterator

from onrecord.knowledge.compile.sources import Sources
from onrecord.knowledge.countries import country
from onrecord.knowledge.rows import OwnRow

_SOURCE = "metonyms.csv (made by hand, 2026-11)"
_NO_METONYM = {
    "Luxembourg", "Andrija Palace", "Silicon Valley", "Fleet Street", "Bretton Woods", "Davos", "Tiananmen",
    "Guantanamo",
    "SCOTUS", "POTUS", "The Fed",
}  # fmt: skip
"""Places and names that stand for nobody who could say anything, or that are organisations themselves."""
_NO_ALIAS = {
    "the Palace", "the Castle", "the Hill", "the Met", "the City", "Presidential Complex",
    "Presidential Palace", "ARG",
    "Prime Minister's Office", "Royal Court", "PMO", "GHQ", "Old Square", "the Istana", "Mount Qasioun",
    "Presidential Villa",
    "Government House", "State House", "Federal Palace", "Executive Tower", "Europa building",
    "Heliopolis Palace",
    "Supreme Court of the United States", "Federal Reserve", "International Zone", "Chancellery", "Belém",
    "Olivos",
}  # fmt: skip
"""Aliases that as often mean something else."""
_WEAK = {
    "Arg",
    "National Palace",
    "Republican Palace",
    "Imperial Palace",
    "Grand Serail",
    "Istana",
    "Old Bailey",
    "Wall Street",
}


def rows(sources: Sources) -> Iterator[OwnRow]:
    """The metonyms, `role` "strong" or "weak"; then every capital, weak, for the government in it."""
    listed: set[str] = set()
    for row in sources.rows("metonyms.csv"):
        name = re.sub(r" \(.*\)", "", row["metonym"])
        iso3 = sources.country(row["country"])
        if not iso3 or name in _NO_METONYM or name in _NO_ALIAS:
            continue
        names = [alias for alias in row["aliases"].split("|") if alias and alias not in _NO_ALIAS]
        listed.update((name, *names))
        yield OwnRow(
            "metonym", name, tuple(names), country=iso3,
            sectors=(row["sector"],) if row["sector"] != "IGO" else (),
            office=row["institution"], role="weak" if name in _WEAK else row["strength"],
            since=row["valid_from"],
            until=row["valid_to"], source=_SOURCE,
        )  # fmt: skip
    for iso3 in sorted(set(sources.iso3.values())):
        found = country(iso3)
        if found and found.capital and found.capital not in listed:
            yield OwnRow(
                "metonym", found.capital, country=iso3, sectors=("GOV",),
                office=f"government of {found.name}", role="weak",
                source="GeoNames countryInfo",
            )  # fmt: skip
