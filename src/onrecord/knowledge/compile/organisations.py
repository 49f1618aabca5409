"""Organisations from the public sources: international bodies, parties, parliaments, courts, media...

`rows(folder)` gives them in the format of the hand-made files (knowledge/own). Rows of a share-alike source
carry SHARE_ALIKE in `source`, so that they can be kept apart.
"""

import csv
import gzip
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.knowledge.rows import read_rows

SHARE_ALIKE = "confirmordeny/supraverden intl_orgs.csv@59ab4fa"  # CC BY-SA 4.0
_PARTIES = "cdmngz/gov-salaries-data parties@2eb1a16"  # CC0
_OFFICIALS = "cdmngz/gov-salaries-data@2eb1a16"  # CC0
_FACTBOOK = "factbook/factbook.json@8662a8b"  # public domain
_AGENCIES = "news_agencies.csv (made for this project)"
_PHOENIX = "openeventdata/Dictionaries Phoenix.Countries.actors.txt@aa75b79"  # MIT
_SHARED_BY_MANY = 3  # a name without its country that more countries than this have says nothing


_SHORT_NAME = 4
_OWN = Path(__file__).parents[1] / "own"


class Listed(NamedTuple):
    """A row of the hand-made files: see knowledge/own. Lists are joined with `|`."""

    kind: str
    name: str
    aliases: str = ""
    wikidata: str = ""
    gender: str = ""
    country: str = ""
    sectors: str = ""
    office: str = ""
    role: str = ""
    of: str = ""
    since: str = ""
    until: str = ""
    known_until: str = ""
    source: str = ""


class _Country(NamedTuple):
    iso3: str
    name: str  # as a sentence has it after "of": "the Netherlands"
    adjective: str  # "Dutch"; empty where the source has none


def rows(folder: Path, own: Path = _OWN) -> Iterator[Listed]:
    """Every organisation that the sources in `folder` name, one row each, the better source first.

    One that a file of ours (`own`/organisations-*.csv) has under any of its names comes under the name it has
    there. Source files that are missing are passed over: a test needs only the one it is about.
    """
    ours = dict(_ours(own))
    found: dict[tuple[str, str], Listed] = {}
    for row in _all(folder, dict(_countries(folder))):
        if row.name and row.country:
            name = next((ours[key] for key in _keys(row.name, row.aliases, row) if key in ours), row.name)
            first = found.setdefault((name.casefold(), row.country), row._replace(name=name))
            aliases = _join([*first.aliases.split("|"), *row.aliases.split("|"), row.name], but=first.name)
            found[name.casefold(), row.country] = first._replace(aliases=aliases)
    yield from found.values()


def _ours(own: Path) -> Iterator[tuple[tuple[str, str, str], str]]:
    for path in sorted(own.glob("organisations-*.csv")):
        for row in read_rows(path):
            sector = row.sectors[0] if row.sectors else ""
            plain = Listed("organisation", row.name, country=row.country, sectors=sector)
            yield from ((key, row.name) for key in _keys(row.name, "|".join(row.aliases), plain))


def _keys(name: str, aliases: str, row: Listed) -> Iterator[tuple[str, str, str]]:
    """What an organisation may be known by again: its longer names, with its country and chief sector."""
    for known in (name, *aliases.split("|")):
        if len(known) > _SHORT_NAME and not known.isupper():
            yield known.casefold(), row.country, row.sectors.split("|")[0]


def _all(folder: Path, countries: dict[str, _Country]) -> Iterator[Listed]:
    yield from _international(folder)
    yield from _agencies(folder, countries)
    yield from _chambers_and_courts(folder, countries)
    yield from _factbook_parties(folder, countries)
    yield from _parties(folder, countries)
    yield from _ministries(folder, countries)
    yield from _outlets(folder, countries)
    yield from _phoenix(folder)


def _csv(path: Path) -> Iterator[dict[str, str]]:
    if not path.exists():
        return
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _join(names: Iterable[str], but: str = "") -> str:
    """The names once each, in order, without empty ones and without `but`."""
    clean = (" ".join(name.replace("‐", "-").split()).strip(" ,;|") for name in names)
    return "|".join(name for name in dict.fromkeys(clean) if name and name != but)


def _organisation(name: str, country: str, sectors: str, source: str, aliases: Iterable[str] = ()) -> Listed:
    name = _join([name])
    found = _join(aliases, but=name)
    return Listed("organisation", name, found, country=country, sectors=sectors, source=source)


# Countries


def _countries(folder: Path) -> Iterator[tuple[str, _Country]]:
    facts = {row["country"]: row for row in _csv(folder / "factbook_countries.csv") if row["country"]}
    path = folder / "geonames_countryinfo.txt"
    for line in path.read_text(encoding="utf-8").split("\n") if path.exists() else ():
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 5 or len(cells[0]) != 2:  # noqa: PLR2004
            continue
        iso2, iso3, name = cells[0], cells[1], cells[4]
        adjective = re.split(r"\s*(?:[,;(/]|\bor\b)", facts.get(iso2, {}).get("adjective", ""))[0].strip()
        yield iso2, _Country(iso3, f"the {name}" if _ARTICLE.search(name) else name, adjective)


_ARTICLE = re.compile(
    r"^(?:United |Netherlands|Philippines|Gambia|Maldives|Bahamas|Comoros|Seychelles)|Republic|Islands"
)


# International bodies

_FAMILIES = {"EU institutions and bodies": "EUR", "UN and affiliates": "UNO"}
_OWN_CODE = re.compile(
    r"World Bank|International Monetary Fund|World Trade Organi[sz]ation|Reconstruction and Dev"
)
_BODY_SECTORS = (
    ("JUD", re.compile(r"\b(?:Court|Tribunal|Arbitration|Prosecutor)")),
    ("LEG", re.compile(r"\bParliament")),
    ("COP", re.compile(r"\b(?:Police|Law Enforcement Cooperation|Border and Coast Guard)")),
    ("REF", re.compile(r"\bRefugee|\bMigration")),
    ("MED", re.compile(r"\bHealth\b|\bDisease|\bMedicines|\bCancer")),
    ("EDU", re.compile(r"\bUniversity|\bCollege\b|\bAcademy\b")),
    ("MIL", re.compile(r"\bMilitary\b|\bTreaty Organi[sz]ation$")),
)


def _international(folder: Path) -> Iterator[Listed]:
    for row in _csv(folder / "intl_orgs.csv"):
        cells = {key: "" if value.casefold() == "none" else value for key, value in row.items()}
        name = _join([cells["name"]])
        other = (cells[key] for key in ("abbreviation", "other_names", "abbreviation_fr"))
        native = [cells[f"name_{code}"] for code in ("ru", "uk", "zh", "ar")]
        names = [part for cell in other for part in re.split(r"[|;]", cell)]
        found = _organisation(name, _body_code(cells), _body_sector(name, cells), SHARE_ALIKE, names + native)
        yield found._replace(wikidata=cells["qid"])


def _body_code(cells: dict[str, str]) -> str:
    if _OWN_CODE.search(cells["name"]):
        return "IGO"
    if "Red Cross" in cells["name"] + cells["family"]:
        return "NGO"
    return _FAMILIES.get(cells["family"], "IGO")


def _body_sector(name: str, cells: dict[str, str]) -> str:
    sector = next((sector for sector, pattern in _BODY_SECTORS if pattern.search(name)), "")
    return sector or ("GOV" if cells["family"] == "EU institutions and bodies" else "")


# News agencies and outlets


def _agencies(folder: Path, countries: dict[str, _Country]) -> Iterator[Listed]:
    for row in _csv(folder / "news_agencies.csv"):
        sectors = "JRN|GOV" if "state" in row["ownership"] else "JRN"
        if country := countries.get(row["country"]):
            name = re.sub(
                r"\s*\([^()]*\)$", "", row["name"]
            )  # "(Taiwan)" tells namesakes apart, and is not printed
            yield _organisation(name, country.iso3, sectors, _AGENCIES, row["aliases"].split("|"))


def _outlets(folder: Path, countries: dict[str, _Country]) -> Iterator[Listed]:
    for row in _csv(folder / "outlets.csv"):
        if (country := countries.get(row["country"])) and not _word(row["name"]):
            source = f"{row['source_repo']}@{row['commit'][:7]}"
            yield _organisation(row["name"], country.iso3, "JRN", source)


def _word(name: str) -> bool:
    """Whether a name is a single word in title case: it may be any word at the start of a sentence."""
    return re.fullmatch(r"[A-Z][a-z]+", name) is not None


# Parliaments and courts


def _chambers_and_courts(folder: Path, countries: dict[str, _Country]) -> Iterator[Listed]:
    table = [row for row in _csv(folder / "factbook_countries.csv") if row["country"] in countries]
    cells = [(row["country"], sector, name) for row in table for sector, name in _bodies(row)]
    parts = [(iso2, sector, *_named(name)) for iso2, sector, name in cells]
    shared = Counter(alias for _, _, name, native in parts for alias in {name, *native})
    for iso2, sector, name, native in parts:
        country = countries[iso2]
        full = name if country.name in name or "Türkiye" in name else f"{name} of {country.name}"
        own = [alias for alias in (name, *native) if shared[alias] <= _SHARED_BY_MANY and not _word(name)]
        own += [alias for alias in native if shared[alias] == 1]
        adjective = [f"{country.adjective} {name}"] if country.adjective and full != name else []
        yield _organisation(full, country.iso3, sector, _FACTBOOK, [*adjective, *own])


def _bodies(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    for key in ("legislature", "lower_chamber", "upper_chamber"):
        yield from (("LEG", row[key]),) if row[key] else ()
    for court in re.split(r"[;,]", row["highest_courts"]):
        if re.search(r"Court|Tribunal", court) and len(court.split()) <= 8 and "note" not in court:  # noqa: PLR2004
            yield "JUD", court


def _named(text: str) -> tuple[str, list[str]]:
    """The name and the others: of "Diet (Landtag)" Diet and Landtag, of "Court or Cour" Court and Cour."""
    names, native = [], []
    for part in re.split(r"\s+or\s+|\s+-\s+", text):
        native += [inner.strip() for inner in re.findall(r"\(([^()]*)\)", part)]
        names.append(re.sub(r"\([^()]*\)?|^[Tt]he\s+|\)", "", part).strip())
    return names[0], [name for name in [*native, *names[1:]] if name[:1].isupper()]


# Parties


def _parties(folder: Path, countries: dict[str, _Country]) -> Iterator[Listed]:
    for row in _csv(folder / "parties.csv"):
        name = row["name_en"] or row["name"]
        if (country := countries.get(row["country"])) and not _word(name):
            aliases = [row["name"], row["abbreviation"]]
            yield _organisation(name, country.iso3, "PTY", _PARTIES, _distinct(aliases))


def _factbook_parties(folder: Path, countries: dict[str, _Country]) -> Iterator[Listed]:
    for row in _csv(folder / "factbook_countries.csv"):
        country = countries.get(row["country"])
        for cell in row["parties"].split(";") if country else ():
            text = re.sub(r"\[[^\]]*\]?", "", cell).strip()
            if country and _PARTY.match(text) and not _NO_PARTY.search(text):
                name, aliases = _party(text)
                if name and not _word(name):
                    yield _organisation(name, country.iso3, "PTY", _FACTBOOK, _distinct(aliases))


_PARTY = re.compile(r"[A-Z0-9ÁÀÄÅÆÇÉÈÍÎÓÖØÚÜČŁŠŽ]")
_NO_PARTY = re.compile(
    r"(?i)\b(?:note|independents?|none|parties|banned|registered|coalition of|political|various)\b|:"
)
_FORMERLY = re.compile(
    r"(?i)\((?=[^()]*\b(?:formerly|former|operates|includes?|alliance|pro-|note|also|consists|dissolved)\b)"
    r"[^()]*\)?"
)


def _party(text: str) -> tuple[str, list[str]]:
    """The name and the other names of a cell like "National Front (Barisan Nasional) or BN"."""
    known = re.findall(r"(?i)\((?:also known as|aka|formerly known as|formerly) ([^()]+)\)", text)
    text = re.sub(r"\s+(?:formerly|aka|also known as)\s+.*", "", _FORMERLY.sub("", text))
    name, native = _named(text)
    aka = [re.sub(r"^the\s+", "", part.strip()) for found in known for part in re.split(r",| or ", found)]
    if len(name.split()) > 9:  # noqa: PLR2004  an explanation, not a name
        return "", []
    return name, [*native, *aka]


def _distinct(aliases: Iterable[str]) -> list[str]:
    """Names that can be told from a common word: more than one word, or not in title case."""
    return [alias for alias in aliases if len(alias) > 1 and not _word(alias) and "(" not in alias]


# Ministries, by their ministers

_MINISTER = re.compile(r"(?:Federal |Union )?Minister (?:of|for) (?:the )?([A-Z][\w',\- ]+)")
_NO_MINISTRY = re.compile(
    r"^State\b|^Special|"
    r"\b(?:Relations|Portfolio|Affairs to|charge|Deputy|Assistant|Delegate|Secretary|Minister)\b"
)


def _ministries(folder: Path, countries: dict[str, _Country]) -> Iterator[Listed]:
    titles = [(row["country"], row["title"], row["source_repo"]) for row in _csv(folder / "positions.csv.gz")]
    titles += [(row["country"], row["role"], _OFFICIALS) for row in _csv(folder / "officials_undated.csv")]
    for iso2, title, source in titles:
        found = _MINISTER.fullmatch(title.strip())
        country = countries.get(iso2)
        if found and country and iso2 != "GB" and not _NO_MINISTRY.search(found[1]):
            body = "Department" if iso2 in _DEPARTMENTS else "Ministry"
            yield _ministry(body, found[1].strip(), country, source)
    for row in _csv(folder / "ministers_recent.csv.gz"):
        name = row["organisation"]
        if row["country"] == "GB" and re.match("(?:Department|Ministry|HM|Home|Cabinet|Foreign)\\b", name):
            source = f"{row['source_repo']}@{row['commit'][:7]}"
            yield _organisation(name, "GBR", "GOV", source, [f"UK {name}", f"British {name}"])


def _ministry(body: str, field: str, country: _Country, source: str) -> Listed:
    field = field.removesuffix(f" of {country.name}")
    name = f"{body} of {_THE.get(field, '')}{field}"
    aliases = [name]
    if country.adjective:
        aliases.append(f"{country.adjective} {name}")
    if len(field.split()) <= 3 and "," not in field:  # noqa: PLR2004
        short = _SHORT.get(field, field)
        aliases += [f"{country.adjective} {short} {body}"] if country.adjective else []
    return _organisation(f"{name} of {country.name}", country.iso3, "GOV", source, aliases)


_DEPARTMENTS = {
    "AU",
    "CA",
    "IE",
    "US",
    "ZA",
}  # in the United Kingdom many ministers have no ministry of their own
_SHORT = {"Foreign Affairs": "Foreign", "Defense": "Defence", "Internal Affairs": "Interior"}
_THE = {"Interior": "the ", "Environment": "the ", "Economy": "the ", "Treasury": "the "}


# The actor dictionary of Phoenix

_BODY = re.compile(
    r"(?i)\b(?:army|navy|air force|armed forces?|defen[cs]e forces?|marines|guards?|police|agency|ministry|"
    r"congress|sabha|department|bureau|council|assembly|court|intelligence|front|corps|command|commission|rifles|duma|"
    r"administration|knesset|mossad|university|institute|center|foundation|reserve|shabak|shin bet)\b"
)
_NO_BODY = re.compile(
    r"(?i)\b(?:secretary|officials?|president|director|chairman|spokes\w+|justices|soldiers|based|government|staff|"
    r"committee|minister|enforcement|community|ambassador|stuff|unit|palace|law|intelligence$)\b"
    r"|^\w+ (?:agency|department)$"
)
_CHIEF = ("LEG", "JUD", "MIL", "SPY", "COP", "REB", "GOV", "EDU")  # the more telling of several sectors first


def _phoenix(folder: Path) -> Iterator[Listed]:
    for names, codes in _entries(folder / "codes" / "Phoenix.Countries.actors.txt.gz"):
        if len(codes) != 1 or not re.fullmatch("(?!DDR)[A-Z]{6,}", codes[0]):  # persons have dates
            continue
        code = {"KSV": "XKX"}.get(codes[0][:3], codes[0][:3])
        parts = [codes[0][at : at + 3] for at in range(3, len(codes[0]), 3)]
        sector = next((part for part in _CHIEF if part in parts), "")
        for name in names:
            if sector and _BODY.search(name) and not _NO_BODY.search(name):
                yield _organisation(name, code, sector, _PHOENIX)


def _entries(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Names and codes of each entry: synonyms begin with `+`, codes stand in brackets."""
    if not path.exists():
        return
    names: list[str] = []
    codes: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            text = "" if line[0] in "\t #" else re.split(r"[#;\[]", line)[0].strip()
            if text and line[0] != "+":
                yield names, codes
                names, codes = [], []
            names += [_title(text.lstrip("+"))] if text else []
            codes += [] if line[0] == "#" else re.findall(r"\[([^\]]*)\]", line)
    yield names, codes


_SMALL = {"OF", "THE", "FOR", "AND", "ON", "IN"}


def _title(text: str) -> str:
    """A name in capitals as it is printed: of KNESSET_ Knesset; small words stay small, acronyms capital."""
    words = text.upper().replace("PEOPLES", "PEOPLE'S").strip("_ ").replace("_", " ").split()
    known = {"US", "PLA", "NATO", "KGB", "CIA", "FBI", "U.S."}
    return " ".join(
        word.lower() if word in _SMALL and at else word if word in known else word.capitalize()
        for at, word in enumerate(words)
    )
