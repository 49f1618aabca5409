from pathlib import Path

import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge.base import get_knowledge
from onrecord.knowledge.rows import COLUMNS

HEADER = ",".join(COLUMNS) + "\n"


def written(folder: Path, *lines: str) -> Path:
    """A file of one's own with these rows."""
    path = folder / "own.csv"
    path.write_text(HEADER + "".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_file_of_ones_own_is_asked_first(tmp_path: Path) -> None:
    """Its people are found, its office holders stand, and whom they succeed has left."""
    row = "person,Jo Nobody,Joanna Nobody,,f,FRA,,President of France,,,2040-05-14,,2041-01-01,https://example.org"
    known = get_knowledge(written(tmp_path, "# who comes next", row))
    [found] = known.find_persons("Joanna Nobody")
    assert (found.name, found.wikidata, found.gender) == ("Jo Nobody", "", "f")
    assert [held.person for held in known.holders("FRA", "head_of_state", "2040-06-01")] == [found]
    assert all(held.state == "unknown" for held in known.holders("FRA", "head_of_state", "2042"))
    assert known.past_holders("FRA", "head_of_state", "2040-06-01")[0].person.name == "Emmanuel Macron"


def test_a_row_with_an_id_corrects(tmp_path: Path) -> None:
    """A row with a Wikidata id gives that person another name and keeps the offices."""
    known = get_knowledge(written(tmp_path, "person,Vova Putin,,Q7747,,RUS,,,,,,,,"))
    person = known.person("Q7747")
    assert person is not None
    assert person.name == "Vova Putin"
    assert [p.wikidata for p in known.find_persons("Vladimir Putin")] == ["Q7747"]
    assert any(h.role == "head_of_state" for h in known.holdings(person))


def test_organisations_and_metonyms(tmp_path: Path) -> None:
    """A file may bring organisations, found by short forms as they are printed, and metonyms."""
    known = get_knowledge(
        written(
            tmp_path,
            "organisation,Party of Lamps,POLX,,,FRA,PTY,,,,,,,https://example.org",
            "metonym,the Lamp House,,,,FRA,GOV,President of France,,,2001,2009,,https://example.org",
        )
    )
    assert [found.name for found in known.find_organisations("POLX")] == ["Party of Lamps"]
    assert known.find_organisations("Polx") == []
    metonym = known.find_metonym("Lamp House", "2005-03-01")
    assert metonym is not None
    assert metonym.id == "e:FRA/gov"
    assert known.find_metonym("the Lamp House", "2015-03-01") is None


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("person,X,,,,FRA,,Mayor of X,,,2020-13-01,,,s", "2020-13-01"),
        ("person,X,,,,FRA,,Mayor of X,,,2020,2019,,s", "before it begins"),
        ("person,X,,,,FR,,,,,,,,s", "country"),
        ("person,X,,42,,FRA,,,,,,,,s", "wikidata"),
        ("person,X,,Q99999999999999999999,,FRA,,,,,,,,s", "wikidata"),
        ("person,X,,,,FRA,,Mayor of X,,,0000-06-06,,,s", "0000-06-06"),
        ("person,X,,,,FRA,,Mayor of X,emperor,,,,,s", "role"),
        ("person,,,,,FRA,,,,,,,,s", "no name"),
        ("planet,X,,,,FRA,,,,,,,,s", "kind"),
        ("person,X", "cells"),
        ('person,"X,,,,FRA,,,,,,,,s', "CSV"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, line: str, wrong: str) -> None:
    """The first unusable row ends the reading: the error names file and line and says what is wrong."""
    path = written(tmp_path, "person,Good Row,,,,FRA,,,,,,,,https://example.org", line)
    with pytest.raises(KnowledgeError) as raised:
        get_knowledge(path)
    assert raised.value.row == 3
    assert str(raised.value).startswith(f"{path}:3: ")
    assert wrong in str(raised.value)


@pytest.mark.parametrize("data", [b"", b"name,country\n", b"\xff\xfe\x00"])
def test_no_file_of_ours(tmp_path: Path, data: bytes) -> None:
    """A file that is empty, has another header or is no text is refused."""
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(KnowledgeError):
        get_knowledge(path)
    with pytest.raises(KnowledgeError):
        get_knowledge(tmp_path / "missing.csv")
