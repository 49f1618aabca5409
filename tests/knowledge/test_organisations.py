import csv
import gzip
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import onrecord.knowledge
from onrecord.knowledge.compile.organisations import SHARE_ALIKE, Listed, rows
from onrecord.knowledge.countries import country
from onrecord.knowledge.rows import OwnRow, read_rows

FILES = sorted((Path(onrecord.knowledge.__file__).parent / "own").glob("organisations-*.csv"))
NON_STATES = {"EUR", "UNO", "IGO", "NGO", "ISM", "ESH"}


@pytest.fixture(scope="module")
def shipped() -> list[OwnRow]:
    """The rows of the files in the package."""
    return [row for path in FILES for row in read_rows(path)]


@pytest.fixture(scope="module")
def named(shipped: list[OwnRow]) -> dict[str, list[OwnRow]]:
    """The rows by each of their names."""
    found = defaultdict(list)
    for row in shipped:
        for name in (row.name, *row.aliases):
            found[name].append(row)
    return found


def test_the_files_cover_the_kinds_that_make_foreign_news(shipped: list[OwnRow]) -> None:
    """Each kind of organisation is there in number, and from many countries."""
    chief = Counter(row.sectors[0] for row in shipped if row.sectors)
    assert all(chief[sector] >= 100 for sector in ("MIL", "SPY", "PTY", "BUS", "EDU", "JRN", "GOV", "REB"))
    assert all(chief[sector] >= 40 for sector in ("COP", "LEG", "CRM", "LAB"))
    assert len({row.country for row in shipped if row.sectors[:1] == ("MIL",)}) >= 90


def test_every_row_is_an_organisation_with_a_country_and_a_source(shipped: list[OwnRow]) -> None:
    """Nothing is there without a source; codes are ISO 3166-1 alpha-3 or a non-state of PLOVER."""
    for row in shipped:
        assert row.kind == "organisation", row
        assert row.source, row
        assert not row.office, row
        assert row.country in NON_STATES or country(row.country), row
        assert row.sectors or row.country in {"IGO", "UNO"}, row


def test_no_organisation_is_listed_twice(shipped: list[OwnRow]) -> None:
    """A name stands once for a country, and no row repeats one of its names."""
    twice = [
        key
        for key, count in Counter((row.name.casefold(), row.country) for row in shipped).items()
        if count > 1
    ]
    assert twice == []
    for row in shipped:
        assert len({row.name, *row.aliases}) == 1 + len(row.aliases), row


def test_no_alias_is_a_single_letter_or_an_ordinary_word(shipped: list[OwnRow]) -> None:
    """Short forms that any sentence may hold are left to names, which are looked up as they are printed."""
    aliases = {alias for row in shipped for alias in row.aliases}
    assert not [alias for alias in aliases if len(alias) < 2]
    ordinary = {
        "Target",
        "Orange",
        "Gap",
        "Dawn",
        "Congress",
        "Senate",
        "Commons",
        "Together",
        "Hope",
        "Unity",
        "Fatherland",
    }
    assert not ordinary & aliases


@pytest.mark.parametrize(
    ("name", "iso3", "sector"),
    [
        ("FBI", "USA", "COP"), ("CENTCOM", "USA", "MIL"), ("GCHQ", "GBR", "SPY"), ("GRU", "RUS", "SPY"),
        ("Black Sea Fleet", "RUS", "MIL"), ("Rosgvardia", "RUS", "MIL"), ("SBU", "UKR", "SPY"),
        ("ВСУ", "UKR", "MIL"),
        ("PLA Navy", "CHN", "MIL"), ("Tatmadaw", "MMR", "MIL"), ("Shabak", "ISR", "SPY"),
        ("IRGC", "IRN", "MIL"),
        ("Bundeswehr", "DEU", "MIL"), ("Carabinieri", "ITA", "COP"), ("FARDC", "COD", "MIL"),
        ("ENDF", "ETH", "MIL"),
        ("Houthis", "YEM", "REB"), ("M23", "COD", "REB"), ("JNIM", "MLI", "REB"), ("RSF", "SDN", "PRM"),
        ("Wagner Group", "RUS", "PRM"), ("CJNG", "MEX", "CRM"), ("Tren de Aragua", "VEN", "CRM"),
        ("AfD", "DEU", "PTY"), ("PiS", "POL", "PTY"), ("ZANU-PF", "ZWE", "PTY"), ("Kuomintang", "TWN", "PTY"),
        ("Gazprom", "RUS", "BUS"), ("TSMC", "TWN", "BUS"), ("Aramco", "SAU", "BUS"),
        ("Aeroflot", "RUS", "BUS"),
        ("Verkhovna Rada", "UKR", "LEG"), ("Bundestag", "DEU", "LEG"), ("Lok Sabha", "IND", "LEG"),
        ("PBOC", "CHN", "GOV"), ("Roscosmos", "RUS", "GOV"), ("CDC", "USA", "GOV"), ("SCOTUS", "USA", "JUD"),
        ("Chatham House", "GBR", "EDU"), ("MIT", "USA", "EDU"), ("MSF", "NGO", "MED"),
        ("COSATU", "ZAF", "LAB"),
        ("Moscow Patriarchate", "RUS", "REL"), ("KCNA", "PRK", "JRN"), ("Xinhua", "CHN", "JRN"),
        ("UNHCR", "UNO", "REF"), ("World Court", "UNO", "JUD"), ("ECB", "EUR", "GOV"), ("ICC", "IGO", "JUD"),
    ],
)  # fmt: skip
def test_a_body_in_the_news_is_found_by_its_short_form(
    named: dict[str, list[OwnRow]], name: str, iso3: str, sector: str
) -> None:
    """The form that news prints leads to the body, with its country and chief sector."""
    assert (iso3, sector) in [(row.country, row.sectors[0]) for row in named[name] if row.sectors]


def test_an_acronym_of_several_bodies_keeps_all_of_them(named: dict[str, list[OwnRow]]) -> None:
    """Who is meant by an ambiguous acronym is for the article to say."""
    assert {"SDN", "SGP", "PHL"} <= {row.country for row in named["SAF"]}
    assert {"CZE", "IGO"} <= {row.country for row in named["BIS"]}


# The compilation


def _table(path: Path, header: str, *lines: tuple[str, ...]) -> None:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "wt", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header.split(","), *lines])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of sources with three countries."""
    info = ["CL\tCHL\t152\tCI\tChile", "NO\tNOR\t578\tNO\tNorway", "NL\tNLD\t528\tNL\tNetherlands"]
    (tmp_path / "geonames_countryinfo.txt").write_text(
        "# comment\n" + "\n".join(info) + "\n", encoding="utf-8"
    )
    _table(
        tmp_path / "factbook_countries.csv",
        "country,adjective,legislature,lower_chamber,upper_chamber,highest_courts,parties",
        ("CL", "Chilean", "National Congress (Congreso Nacional)", "", "Senate (Senado)",
         "Supreme Court or Corte Suprema",
         "Tomorrow's Chile (El Chile de Manana) or TCM; Harbour Front or HF (includes three); note: more"),
        ("NO", "Norwegian", "Parliament (Storting)", "", "", "", "Hope"),
    )  # fmt: skip
    return tmp_path


def _by_name(folder: Path, own: Path) -> dict[str, Listed]:
    return {row.name: row for row in rows(folder, own)}


def test_parliaments_and_courts_are_named_with_their_country(folder: Path, tmp_path: Path) -> None:
    """A chamber has its country in the name, its adjective form and its own name as aliases."""
    found = _by_name(folder, tmp_path)
    assert found["Parliament of Norway"].aliases.split("|") == ["Norwegian Parliament", "Storting"]
    assert found["Senate of Chile"].sectors == "LEG"
    assert "Corte Suprema" in found["Supreme Court of Chile"].aliases
    assert found["Supreme Court of Chile"].sectors == "JUD"


def test_a_cell_of_parties_gives_names_native_names_and_short_forms(folder: Path, tmp_path: Path) -> None:
    """Remarks are no parties, and a name that is a mere word is left out."""
    found = _by_name(folder, tmp_path)
    assert found["Tomorrow's Chile"].aliases == "El Chile de Manana|TCM"
    assert found["Harbour Front"].aliases == "HF"
    assert not [name for name in found if "note" in name or name == "Hope"]


def test_a_ministry_follows_from_its_minister(folder: Path, tmp_path: Path) -> None:
    """A Minister of Mines makes the country's Ministry of Mines; one without a ministry makes none."""
    header = "title,country,source_repo"
    titles = [("Minister of Mines", "CL", "a/chile"), ("Minister without Portfolio", "CL", "a/chile")]
    _table(tmp_path / "positions.csv.gz", header, *titles, ("Minister of the Interior", "NL", "a/nl"))
    found = _by_name(folder, tmp_path)
    assert (
        found["Ministry of Mines of Chile"].aliases
        == "Ministry of Mines|Chilean Ministry of Mines|Chilean Mines Ministry"
    )
    assert found["Ministry of Mines of Chile"].country == "CHL"
    assert "Ministry of the Interior of the Netherlands" in found
    assert not [name for name in found if "Portfolio" in name]


def test_international_bodies_have_the_code_of_their_family_and_a_source_apart(
    folder: Path, tmp_path: Path
) -> None:
    """Bodies of the UN and the EU have their codes, the World Bank is another; all share alike."""
    languages = ",".join(f"name_{code}" for code in ("ru", "uk", "zh", "ar"))
    header = f"name,abbreviation,qid,family,other_names,abbreviation_fr,{languages}"
    un = "UN and affiliates"
    _table(
        tmp_path / "intl_orgs.csv", header,
        ("Court of Rivers", "CR", "Q1", un, "None", "CF", "Суд рек", "", "", ""),
        ("World Bank", "", "Q2", un, "", "", "", "", "", ""),
        ("Office of Bridges", "OB", "Q3", "EU institutions and bodies", "Bridges Office", "", "", "", "", ""),
    )  # fmt: skip
    found = _by_name(folder, tmp_path)
    court, bank, office = found["Court of Rivers"], found["World Bank"], found["Office of Bridges"]
    assert (court.country, court.sectors, court.wikidata) == ("UNO", "JUD", "Q1")
    assert court.aliases == "CR|CF|Суд рек"
    assert bank.country == "IGO"
    assert (office.country, office.sectors) == ("EUR", "GOV")
    assert {court.source, bank.source, office.source} == {SHARE_ALIKE}


def test_state_media_belong_to_the_government_too(folder: Path, tmp_path: Path) -> None:
    """An agency that the state owns is a journalist's and the government's."""
    header = "name,aliases,country,ownership"
    _table(
        tmp_path / "news_agencies.csv",
        header,
        ("Fjord Press", "FP", "NO", "state"),
        ("Andes Wire", "", "CL", "private"),
    )
    found = _by_name(folder, tmp_path)
    assert (found["Fjord Press"].sectors, found["Andes Wire"].sectors) == ("JRN|GOV", "JRN")


def test_the_actor_dictionary_gives_bodies_and_no_persons(folder: Path, tmp_path: Path) -> None:
    """Undated entries whose name is that of a body are taken, synonyms as bodies of their own."""
    (tmp_path / "codes").mkdir()
    text = (
        "# head\nNORWAY_ [NOR]\n+NORSK_\n\n"
        "COAST_POLICE_ [NORCOP]\n+POLICE_OF_THE_FJORDS_\n+COAST_POLICE_SPOKESMAN_\n"
        "OLE_NORDMANN_ ; a minister\n\t[NORGOV 010101-020202]\n\t[NORELI]\n"
    )
    with gzip.open(tmp_path / "codes" / "Phoenix.Countries.actors.txt.gz", "wt", encoding="utf-8") as file:
        file.write(text)
    found = _by_name(folder, tmp_path)
    assert found["Coast Police"].sectors == "COP"
    assert found["Police of the Fjords"].country == "NOR"
    assert not [name for name in found if "Spokesman" in name or "Nordmann" in name or name == "Norway"]


def test_a_body_that_a_file_of_ours_has_comes_under_its_name_there(folder: Path, tmp_path: Path) -> None:
    """The aliases of ours tell that the source means the same body, so that it is not there twice."""
    header = "kind,name,aliases,wikidata,gender,country,sectors,office,role,of,since,until,known_until,source"
    row = ("organisation", "Storting", "Norwegian Parliament", "", "", "NOR", "LEG", *[""] * 6, "a page")
    _table(tmp_path / "organisations-test.csv", header, row)
    found = _by_name(folder, tmp_path)
    assert "Parliament of Norway" not in found
    assert "Parliament of Norway" in found["Storting"].aliases
