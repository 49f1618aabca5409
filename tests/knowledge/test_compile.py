# ruff: noqa: E501 -- rows of tables
import csv
import gzip
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from onrecord.knowledge.base import Knowledge, Person
from onrecord.knowledge.compile.build import build
from onrecord.knowledge.compile.sources import Sources, read_without
from onrecord.knowledge.rows import COLUMNS
from onrecord.knowledge.store import Store, open_file

ROWS = {
    "persons.csv.gz": """person_qid,name,gender,dob,dod,enwiki,country
Q101,Ada Stone,female,1960-05-01,,,FR
Q102,Bo Reed,male,1955,,,FR
Q103,Cy Marsh,male,1970,,,FR
Q104,Dee Field,female,1980,,,FR
Q105,Eli Old,male,1930,,,FR
""",
    "holders.csv.gz": """country,country_name,position,position_qid,position_full,person,person_qid,start,end,source_repo,commit,snapshot
FR,France,President,Q1,President of France,Bo Reed,Q102,2007-05-16,2012-05-15,x/france,abc,2022-07-01
FR,France,President,Q1,President of France,Ada Stone,Q101,2012-05-15,,x/france,abc,2022-07-01
FR,France,Minister of Defence,Q2,Minister of Defence of France,Cy Marsh,Q103,2015-01-10,,x/france,abc,2022-07-01
FR,France,Minister of Defence,Q2,Minister of Defence of France,Dee Field,Q104,2020-02-03,,x/france,abc,2022-07-01
FR,France,First Lady,Q3,First Lady of France,Cy Marsh,Q103,2012-05-15,,x/france,abc,2022-07-01
FR,France,Minister of Justice,Q4,Minister of Justice,Bo Reed,Q102,2019-01-01,2018-01-01,x/france,abc,2022-07-01
""",
    "legislators.csv.gz": """country,position,position_qid,person,person_qid,start,end,source_repo,commit
FR,Member of the 57th Parliament of France,Q9,Dee Field,Q104,2010-01-01,2012-01-01,x/france,abc
FR,Member of the 58th Parliament of France,Q9,Dee Field,Q104,2012-01-01,2014-01-01,x/france,abc
FR,Member of the 50th Parliament of France,Q9,Eli Old,Q105,1990,2006,x/france,abc
""",
    "holders_coverage.csv": """country,country_name,source_repo,commit,snapshot
FR,France,x/france,abc,2022-07-01
""",
    "factbook_leaders.csv": """country,gec,role,title,name,variants,surname_caps,person_qid,qid_match,since,first_seen,last_seen,gone_by,end_implied,open_at_last,file_last,source_repo,commit
FR,fr,chief_of_state,President,Ada STOHNE,,STOHNE,,,2012-05-15,2015-10-26,2024-06-01,2024-06-15,,0,2026-01-22,factbook/factbook.json,def
""",
    "leaders_current.csv": """country,country_qid,country_name,role,title,person,person_qid,since,party,names_for_role,in_factbook_2026_01,enwiki,snapshot,source_repo,commit
FR,Q142,France,head_of_state,President of France,Gus Newman,Q107,2024-06-10,,1,1,,2026-08-22,open-data-archive/world-leaders-current,fed
""",
    "places15000.csv.gz": """geonameid,name,asciiname,country,admin1_code,admin1,lat,lon,feature,population,timezone,modified,altnames_latin,altnames_other
11,Lumière,Lumiere,FR,A1,Nord,48.853,2.349,PPLC,2000000,,,Lumeria,Люмьер
12,Lumière,Lumiere,US,TX,Texas,30.5,-95.25,PPL,20000,,,,
""",
    "admin1.csv": """code,country,name,asciiname,geonameid
FR.A1,FR,Nord,Nord,21
US.TX,US,Texas,Texas,22
""",
    "places_small.csv.gz": """name,country,admin1,admin2,lat,lon,population
Petite,FR,Nord,,48.1,2.2,3000
""",
}  # fmt: skip
INFO = """FR\tFRA\t250\tFR\tFrance\tParis\t1\t67000000\tEU
US\tUSA\t840\tUS\tUnited States\tWashington\t1\t330000000\tNA
"""


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of sources about one country, in the form of the real ones."""
    folder = tmp_path_factory.mktemp("sources")
    for name, text in ROWS.items():
        data = text.encode()
        (folder / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    (folder / "geonames_countryinfo.txt").write_text(INFO, encoding="utf-8")
    own = folder / "own"
    own.mkdir()
    with (own / "holders.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerow(["person", "Dee Fields", "Dee F.", "Q104", "", "FRA", "", "Minister of Defence of France", "", "",
                         "2020-02-03", "", "2023-05-01", "https://example.org/a"])  # fmt: skip
    return folder


def compiled(sources: Path, out: Path, without: Path | None = None) -> Path:
    """The folder `out` with what was compiled."""
    out.mkdir(exist_ok=True)
    build(Sources(sources, read_without(without) if without else frozenset()), out, sources / "own")
    return out


@pytest.fixture(scope="module")
def files(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the sources are compiled to."""
    return compiled(sources, tmp_path_factory.mktemp("out"))


def opened(folder: Path, *names: str) -> Knowledge:
    """The knowledge of the named files in a folder."""
    return Knowledge(*(Store(partial(open_file, folder / f"{name}.sqlite")) for name in names))


@pytest.fixture(scope="module")
def known(files: Path) -> Knowledge:
    """All that was compiled."""
    return opened(files, "share_alike", "core")


def holder(known: Knowledge, role: str, day: str) -> list[tuple[str, str]]:
    """The names of those who hold a role in France, each with how sure it is."""
    return [(held.person.name, held.state) for held in known.holders("FRA", role, day)]


def test_a_successor_ends_an_open_office(known: Knowledge) -> None:
    """Who is listed without an end leaves when the next begins, and is no longer named after that."""
    assert holder(known, "defence_minister", "2019-01-01") == [("Cy Marsh", "yes")]
    assert holder(known, "defence_minister", "2021-01-01") == [("Dee Fields", "yes")]


def test_after_the_last_known_day_nobody_is_sure(known: Knowledge) -> None:
    """An open office is sure until the last day that a source vouches for."""
    assert holder(known, "defence_minister", "2023-04-30") == [("Dee Fields", "yes")]
    assert holder(known, "defence_minister", "2023-06-01") == [("Dee Fields", "unknown")]


def test_who_began_on_one_day_in_two_sources_is_one(known: Knowledge) -> None:
    """A head of state of another spelling in another source is the same person, and found by both names."""
    [found] = known.find_persons("Ada Stohne")
    assert found.wikidata == "Q101"
    assert [h.since for h in known.holdings(found)] == ["2012-05-15"]
    assert holder(known, "head_of_state", "2024-05-01") == [("Ada Stone", "yes")]


def test_own_rows_correct_names(known: Knowledge) -> None:
    """A hand-made row's name stands; the former one stays an alias."""
    person = known.person("Q104")
    assert person is not None
    assert person.name == "Dee Fields"
    assert known.aliases(person) == ["Dee F.", "Dee Field"]


def test_share_alike_stays_apart(files: Path) -> None:
    """What only a share-alike source knows is in its own file, and the core answers without it."""
    core, both = opened(files, "core"), opened(files, "share_alike", "core")
    assert core.person("Q107") is None
    assert holder(core, "head_of_state", "2024-06-12") == [("Ada Stone", "unknown")]
    assert holder(both, "head_of_state", "2024-06-12") == [("Gus Newman", "yes")]
    assert holder(both, "head_of_state", "2024-06-01") == [("Ada Stone", "yes")]


def test_no_offices_and_impossible_dates(known: Knowledge) -> None:
    """A first lady holds no office; what ends before it begins is left out."""
    assert [h.role for h in known.holdings(_person(known, "Q103"))] == ["defence_minister"]
    assert [h.role for h in known.holdings(_person(known, "Q102"))] == ["head_of_state"]


def test_terms_in_a_parliament_are_one(known: Knowledge) -> None:
    """A member's terms are one seat; who left long ago and was nothing else is not kept."""
    seats = [h for h in known.holdings(_person(known, "Q104")) if h.role == "legislator"]
    assert [(h.title, h.since, h.until) for h in seats] == [
        ("Member of the Parliament of France", "2010-01-01", "2014-01-01")
    ]
    assert known.person("Q105") is None


def test_same_bytes(sources: Path, files: Path, tmp_path: Path) -> None:
    """The same sources make the same files, whatever the order of hashes."""
    code = (
        "import sys; from pathlib import Path; from onrecord.knowledge.compile.build import build;"
        "from onrecord.knowledge.compile.sources import Sources; folder = Path(sys.argv[1]);"
        "build(Sources(folder), Path(sys.argv[2]), folder / 'own')"
    )
    command = [sys.executable, "-c", code, str(sources), str(tmp_path)]
    subprocess.run(command, check=True, env={"PYTHONHASHSEED": "7"})
    for name in ("core.sqlite", "share_alike.sqlite"):
        assert (tmp_path / name).read_bytes() == (files / name).read_bytes()


def test_rows_can_be_left_out(sources: Path, tmp_path: Path) -> None:
    """Rows that a benchmark withholds are not compiled."""
    listed = tmp_path / "without.csv"
    listed.write_text("file,row\nholders.csv.gz,4\nholders.csv,1\n", encoding="utf-8")
    known = opened(compiled(sources, tmp_path / "out", listed), "core")
    assert holder(known, "defence_minister", "2021-01-01") == [("Cy Marsh", "yes")]


def _person(known: Knowledge, wikidata: str) -> Person:
    person = known.person(wikidata)
    assert person is not None
    return person


def test_package_never_loads_the_compiler() -> None:
    """Looking things up imports no compiler and opens no file before the first question."""
    code = (
        "import sys, onrecord.knowledge.places as places, onrecord.knowledge.agencies;"
        "from onrecord.knowledge.base import get_knowledge; known = get_knowledge();"
        "assert not any(name.startswith('onrecord.knowledge.compile') for name in sys.modules);"
        "assert all(store._connection is None for store in known._stores)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
