"""People and offices that were taken from Wikidata (CC0): holders, legislators, lists of leaders."""

import re
from collections.abc import Iterator

from onrecord.knowledge.compile.facts import SHARE_ALIKE, UNCONFIRMED, UNDATED, Fact
from onrecord.knowledge.compile.people import Being, People
from onrecord.knowledge.compile.sources import Sources, day
from onrecord.knowledge.names import skeleton, without_titles
from onrecord.knowledge.roles import EXCLUSIVE, role_of

_GENDER = {"male": "m", "female": "f", "trans woman": "f", "trans man": "m", "cisgender female": "f"}
_BODIES = {
    "GB-SCT": "Scotland", "UA-DNR": "Donetsk People's Republic", "UA-LNR": "Luhansk People's Republic",
}  # fmt: skip
_PARTS = ("Cook Islands", "Republika Srpska", "Iraqi Kurdistan", "Crimea", "Southern Sudan", "Zanzibar")
_HEADS = {"head_of_state", "head_of_government"}
_STALE = 20120000
_NO_OFFICE = ("First Lady", "First Gentleman", "Spouse of")
_LEFT_UNSURE = {"legislator", "judge", "head_of_state", "head_of_government", "ruler", "monarch", "royal"}


def people(sources: Sources, beings: People) -> None:
    """Everybody in holders and legislators."""
    for row in sources.rows("persons.csv.gz"):
        name = without_titles(row["name"])
        being = Being(
            int(row["person_qid"][1:]), name, gender=_GENDER.get(row["gender"], ""),
            country=sources.country(row["country"]),
            born=day(row["dob"]), died=day(row["dod"]), source="Wikidata",
        )  # fmt: skip
        if name != row["name"]:
            being.aliases.add(row["name"])
        beings.add(being)


def holders(sources: Sources) -> Iterator[Fact]:
    """The offices of 120 countries until about July 2022."""
    names = sources.iso3
    for row in sources.rows("holders.csv.gz"):
        since, until = day(row["start"]), day(row["end"])
        country = names.get(row["country"][:2], "")
        title = _title(row["position"], row["position_full"], row["country_name"])
        if (until and until < since) or title.startswith(_NO_OFFICE) or not row["person_qid"]:
            continue
        role = role_of(title, country)
        body = _BODIES.get(row["country"], "") or _body(title)
        if not row["country"] and role == "chief":
            body = title.partition(" of ")[2].removeprefix("the ")
        if country == "AUS" and not row["position_full"] and role in EXCLUSIVE:
            # Offices without a label of their own are those of the states.
            role = "minister"
        known = 0 if until else _known(since, day(row["snapshot"]), role)
        source = f"{row['source_repo']}@{row['commit'][:10]}"
        yield Fact(
            int(row["person_qid"][1:]), title, role, country or "UNO", since, until, known, source, 4, body
        )


def _body(title: str) -> str:
    """The region or territory whose office a country's list has among its own."""
    if title.startswith(("Flemish ", "Walloon ")):
        return "Flanders" if title.startswith("Flemish") else "Wallonia"
    return next((body for body in _PARTS if title.endswith((f" of {body}", f" of the {body}"))), "")


def _title(short: str, full: str, country: str) -> str:
    """An office's English title with its country: "Minister of Justice of Estonia"."""
    title = full or short
    if not title.isascii() or full == short or not full:
        title = full or short
    title = title[0].upper() + title[1:]
    if (
        not country
        or country == "International"
        or " of " in title.removeprefix("Minister of ")
        or country in title
    ):
        return title
    return f"{title} of {country}" if not full else title


def _known(since: int, snapshot: int, role: str) -> int:
    """Until when an open row is good: one that began long before the snapshot may lack its end."""
    return since if since < _STALE and role not in _LEFT_UNSURE else snapshot


def legislators(sources: Sources) -> Iterator[Fact]:
    """One span for each person and chamber."""
    snapshots = {row["source_repo"]: day(row["snapshot"]) for row in sources.rows("holders_coverage.csv")}
    spans: dict[tuple[str, str], tuple[int, int, dict[str, str]]] = {}
    for row in sources.rows("legislators.csv.gz"):
        since, until = day(row["start"]), day(row["end"]) or 99999999
        if (
            until < since
            or not row["person_qid"]
            or row["position"].startswith(("Substitute", "deputy member"))
        ):
            continue
        key = row["person_qid"], _chamber(row["position"])
        old = spans.get(key)
        if old:
            since, until = min(filter(None, (since, old[0])), default=0), max(until, old[1])
        spans[key] = since, until, row
    for (person, title), (since, until, row) in spans.items():
        snapshot = snapshots.get(row["source_repo"], 20220700)
        still = until > snapshot
        yield Fact(
            int(person[1:]), title, "legislator", sources.country(row["country"]) or "IGO", since,
            0 if still else until,
            snapshot if still else 0, f"{row['source_repo']}@{row['commit'][:10]}", 4,
        )  # fmt: skip


def _chamber(position: str) -> str:
    """A chamber without the number of its term: "Member of the 57th Parliament of the United Kingdom"."""
    title = re.sub(r"\b\d+(?:st|nd|rd|th) ", "", position)
    return title[:1].upper() + title[1:]


def leaders(sources: Sources, beings: People) -> Iterator[Fact]:
    """Heads of state and government of 2026, some without the day that they began."""
    for row in sources.rows("leaders_current.csv"):
        country = {"AU_AF": "IGO"}.get(row["country"]) or sources.country(row["country"])
        stale = row["names_for_role"] != "1" and row["in_factbook_2026_01"] != "1"
        if (
            (country, row["role"]) == _CO_PRINCES
            or stale
            or not country
            or not row["person_qid"]
            or (row["country"], row["role"]) in _WRONG
        ):
            continue
        being = _listed(row, country, beings)
        if being is None:
            continue
        title, role, body = _OF_UNIONS.get((row["country"], row["role"]), (row["title"], row["role"], ""))
        rank = 1 if row["since"] else UNDATED if row["in_factbook_2026_01"] == "1" else UNCONFIRMED
        yield Fact(
            being.key, title, role, country, day(row["since"]), 0, day(row["snapshot"]),
            f"{row['source_repo']}@{row['commit'][:10]}", rank, body, seen=day(row["snapshot"]),
        )  # fmt: skip


def _listed(row: dict[str, str], country: str, beings: People) -> Being | None:
    """The person of a row; an id that is somebody else's elsewhere is not believed."""
    key, name, source = int(row["person_qid"][1:]), row["person"], row["source_repo"]
    known = beings.by_key.get(key)
    if known is not None and not _words(name) & _words(known.name):
        return beings.match(name, country, anywhere=True)
    being = beings.add(Being(key, name, country=country, source=source))
    being.share_alike = being.share_alike or (known is None and source.startswith(SHARE_ALIKE))
    return being


def _words(name: str) -> set[str]:
    return {skeleton(word) for word in name.replace("-", " ").split()}


_WRONG = {("SA", "head_of_state"), ("MM", "head_of_government")}
"""Rows of the list that are mistaken: the King is Saudi Arabia's head of state."""
_CO_PRINCES = ("AND", "head_of_state")
"""The head of another state, by office."""
_OF_UNIONS = {
    ("EU", "head_of_government"): ("President of the European Commission", "chief", "European Commission"),
    ("EU", "head_of_state"): ("President of the European Council", "chief", "European Council"),
    ("AU_AF", "head_of_government"): (
        "Chairperson of the African Union Commission",
        "chief",
        "African Union",
    ),
    ("AU_AF", "head_of_state"): (
        "Chairperson of the African Union",
        "chief",
        "Assembly of the African Union",
    ),
}


def years(sources: Sources, beings: People) -> Iterator[Fact]:
    """Heads of state and government from 2010 to 2022, by years."""
    for row in sources.rows("leaders_2010s_2022_years.csv"):
        country = sources.country(row["country"])
        role = role_of(row["position"], country)
        if not country or role not in _HEADS or (country, role) == _CO_PRINCES:
            continue
        beings.add(Being(int(row["person_qid"][1:]), row["person"], country=country, source="Wikidata"))
        until = day(row["end_year"])
        yield Fact(
            int(row["person_qid"][1:]), row["position"], role, country, day(row["start_year"]), until,
            0 if until else 20221000, f"{row['source_repo']}@{row['commit'][:10]}", 6,
        )  # fmt: skip
