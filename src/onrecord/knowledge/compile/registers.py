"""Ministers of Britain, Australia and Norway, America's presidents and Congress, from their registers."""

from collections import defaultdict
from collections.abc import Iterator

from onrecord.knowledge import dates
from onrecord.knowledge.compile.facts import Fact
from onrecord.knowledge.compile.people import Being, People
from onrecord.knowledge.compile.sources import Sources, day
from onrecord.knowledge.names import without_titles
from onrecord.knowledge.roles import role_of

_NEWEST = {"GB": 20260612, "AU": 20250513, "NO": 20250916, "US": 20260615}
"""The last day that each register knows of."""
_CONGRESS = "unitedstates/congress-legislators@dfa9622"
_NATIONS = {"GB": "the United Kingdom", "AU": "Australia", "NO": "Norway", "US": "the United States"}
_NORWEGIAN = {
    "Statsminister": "Prime Minister", "Utenriksminister": "Minister of Foreign Affairs",
    "Forsvarsminister": "Minister of Defence", "Finansminister": "Minister of Finance",
    "Justisminister": "Minister of Justice",
    "Justis- og beredskapsminister": "Minister of Justice and Public Security",
    "Kulturminister": "Minister of Culture", "Næringsminister": "Minister of Trade and Industry",
    "Klima- og miljøminister": "Minister of Climate and the Environment",
    "Miljøvernminister": "Minister of the Environment",
    "Kunnskapsminister": "Minister of Education", "Samferdselsminister": "Minister of Transport",
    "Utviklingsminister": "Minister of International Development",
    "Landbruks- og matminister": "Minister of Agriculture and Food",
    "Fiskeriminister": "Minister of Fisheries", "Energiminister": "Minister of Energy",
    "Olje- og energiminister": "Minister of Petroleum and Energy",
    "Helse- og omsorgsminister": "Minister of Health and Care Services",
    "Helseminister": "Minister of Health",
}  # fmt: skip


def ministers(sources: Sources, beings: People) -> Iterator[Fact]:
    """Dated ministers; a person of the register is one of Wikidata's where name, country and years agree."""
    rows = [row for row in sources.rows("ministers_recent.csv.gz") if day(row["start"])]
    groups: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        number = row["person_id"]
        known = number and not number.endswith(":")
        groups[row["country"], number if known else row["person"]].append(row)
    for (code, _), terms in groups.items():
        country = sources.country(code)
        being = _who(terms, country, beings)
        for row in terms:
            fact = _fact(row, code, country, being)
            if fact:
                yield fact


def _who(terms: list[dict[str, str]], country: str, beings: People) -> Being:
    names = list(dict.fromkeys(without_titles(row["person"]) for row in terms))
    first, last = (int(edge(row["start"][:4] for row in terms)) for edge in (min, max))
    found = next((being for name in names if (being := beings.match(name, country, first, last))), None)
    if found is None:
        found = beings.new(names[-1], country, terms[0]["source_repo"])
        found.gender = {"male": "m", "female": "f"}.get(terms[0]["gender"], "")
    for name in names:
        beings.alias(found, name)
    return found


def _fact(row: dict[str, str], code: str, country: str, being: Being) -> Fact | None:
    since, until, newest = day(row["start"]), day(row["end"]), _NEWEST[code]
    if until and until < since:
        return None
    still = not until or until > newest
    title = _NORWEGIAN.get(row["position"], row["position"])
    role = role_of(title, country)
    if code == "NO" and title == row["position"]:
        role = "minister"
    if role in {
        "foreign_minister",
        "defence_minister",
        "finance_minister",
        "interior_minister",
        "justice_minister",
    }:
        role = _junior(row) or role
    if role in {"head_of_government", "head_of_state", "deputy_head_of_government"} or code == "NO":
        title = title if " of the " in title else f"{title} of {_NATIONS[code]}"
    source = f"{row['source_repo']}@{row['commit'][:10]}"
    return Fact(
        being.key,
        title,
        role,
        country,
        since,
        0 if still else until,
        newest if still else 0,
        source,
        2,
        seen=newest if still else 0,
    )


def _junior(row: dict[str, str]) -> str:
    """A British minister below the cabinet, an Australian assistant."""
    if (
        row["country"] == "GB"
        and row["rank"] not in {"SoS", "Cabinet", ""}
        and "Chancellor" not in row["position"]
    ):
        return "deputy_minister"
    return "deputy_minister" if "Assist" in row["position"] or "Parliamentary" in row["position"] else ""


def congress(sources: Sources, beings: People) -> Iterator[Fact]:
    """The Congress of 2026: one span for each member and chamber."""
    spans: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in sources.rows("us_congress_current.csv"):
        if row["person_qid"]:
            spans[row["person_qid"], row["chamber"]].append(row)
    for (qid, chamber), terms in spans.items():
        row = max(terms, key=lambda term: term["start"])
        title = (
            "United States Senator"
            if chamber == "Senate"
            else "Member of the United States House of Representatives"
        )
        being = beings.add(Being(int(qid[1:]), row["person"], country="USA", source=_CONGRESS))
        being.gender, being.born = row["gender"].lower(), day(row["birthday"])
        being.description = (
            f"{row['party']} {'senator' if chamber == 'Senate' else 'representative'} for {row['state']}"
        )
        for first in filter(None, (row["first"], row["nickname"])):
            beings.alias(being, f"{first} {row['last']}")
        beings.alias(being, row["person"])
        still = day(row["end"]) > _NEWEST["US"]
        yield Fact(
            being.key, title, "legislator", "USA", min(day(term["start"]) for term in terms),
            0 if still else day(row["end"]),
            _NEWEST["US"] if still else 0, _CONGRESS, 2,
        )  # fmt: skip


def governors(sources: Sources, beings: People) -> Iterator[Fact]:
    """The governors of the American states in December 2022; since when is not said."""
    for row in sources.rows("us_governors_2022.csv"):
        being = beings.add(
            Being(
                int(row["person_qid"][1:]),
                row["person"],
                country="USA",
                born=day(row["dob"]),
                source="Wikidata",
            )
        )
        being.gender = being.gender or {"male": "m", "female": "f"}.get(row["gender"], "")
        source = "every-politician-scrapers/us-governors@2022-12-11"
        yield Fact(
            being.key,
            f"Governor of {row['state']}",
            "governor",
            "USA",
            0,
            0,
            20221211,
            source,
            5,
            row["state"],
        )


def first_day(fact: Fact) -> int:
    """The first day on which an office may have begun."""
    return dates.first(fact.since)
