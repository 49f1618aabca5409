"""`onrecord who` and `onrecord knowledge`."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli.knowledge import command as knowledge
from onrecord.cli.who import command as who
from onrecord.errors import KnowledgeError, UsageError
from onrecord.knowledge.store import FIRST_WITHOUT_ID

DOCS = Path(__file__).parent.parent.parent / "docs" / "how-to"
EXAMPLE = DOCS / "own-knowledge.csv"


def test_the_answer_is_json_of_the_contract() -> None:
    """Text, day, entity and candidates, in one line."""
    done = CliRunner().invoke(who, ["Barack Obama", "--on", "2012-02-01", "--format", "json"])
    answer = json.loads(done.output)
    assert set(answer) >= {"text", "on", "entity"}
    assert answer["entity"]["id"] == "e:Q76"
    assert answer["entity"]["country"] == "USA"


def test_the_answer_is_readable() -> None:
    """Name, country, sectors and the offices of the day."""
    done = CliRunner().invoke(who, ["Barack Obama", "--on", "2012-02-01"])
    assert done.output.startswith("Barack Obama  (person, e:Q76)\n  country  USA\n  sectors  GOV\n")
    assert "President of the United States (2009-01-20 to 2017-01-20)" in done.output


def test_an_unknown_text_is_said_to_be_unknown() -> None:
    """It is no error that nobody is meant."""
    done = CliRunner().invoke(who, ["Tuesday"])
    assert done.exit_code == 0
    assert done.output.startswith("unknown")


def test_questions_on_standard_input_are_answered_in_order_and_bad_lines_named() -> None:
    """The others go on; the status says that some failed."""
    lines = [
        '{"text": "Portugal"}',
        "",
        "{",
        "[1]",
        '{"text": 1}',
        '{"text": "Chad", "on": "1066"}',
        '{"text": "Chad"}',
    ]
    done = CliRunner().invoke(who, ["-"], input="\n".join(lines))
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["Portugal", "Chad"]
    assert re.findall(r"line (\d+)", done.stderr) == ["3", "4", "5", "6"]
    assert done.exit_code == 1


def test_the_day_of_the_option_is_for_lines_without_one() -> None:
    """A line's own day goes before it."""
    lines = '{"text": "the US president"}\n{"text": "the US president", "on": "2018"}'
    done = CliRunner().invoke(who, ["-", "--on", "2010-05"], input=lines)
    names = [json.loads(line)["entity"]["name"] for line in done.output.splitlines()]
    assert names == ["Barack Obama", "Donald Trump"]


def test_nothing_to_look_up_is_said() -> None:
    """A text or - is needed."""
    with pytest.raises(UsageError, match="nothing to look up"):
        CliRunner().invoke(who, [], catch_exceptions=False)


def test_the_example_of_the_how_to_prints_what_it_shows() -> None:
    """The page's own file and command, word for word."""
    page = (DOCS / "own-knowledge.md").read_text(encoding="utf-8")
    shown = re.findall(r"```text\n(.*?)```", page, re.DOTALL)[0]
    done = CliRunner().invoke(who, ["Mayor Maravic", "--on", "2024-03-01", "--knowledge", str(EXAMPLE)])
    assert done.output == shown
    rows = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)[0].splitlines()
    assert set(rows) <= set(EXAMPLE.read_text(encoding="utf-8").splitlines())


def test_a_broken_file_of_ones_own_names_the_line(tmp_path: Path) -> None:
    """And is not used."""
    path = tmp_path / "own.csv"
    path.write_text(EXAMPLE.read_text(encoding="utf-8") + "king,Nobody,,,,,,,,,,,,\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="7"):
        CliRunner().invoke(who, ["Maravic", "--knowledge", str(path)], catch_exceptions=False)


def test_show_tells_every_office_with_its_source() -> None:
    """Text and JSON tell the same person."""
    text = CliRunner().invoke(knowledge, ["show", "Q76"]).output
    data = json.loads(CliRunner().invoke(knowledge, ["show", "Q76", "--format", "json"]).output)
    assert text.startswith("Barack Obama  (person, USA, Q76)")
    assert data["name"] == "Barack Obama"
    assert all(office["source"] for office in data["offices"])


@pytest.mark.parametrize("wikidata", ["Q0", "", "q76", "Q", f"Q{FIRST_WITHOUT_ID + 1}", "Q" + "9" * 5000])
def test_an_id_that_nothing_has_is_refused(wikidata: str) -> None:
    """Whatever its length, and if it is our own number; the message says how to find ids."""
    with pytest.raises(UsageError, match="knowledge search"):
        CliRunner().invoke(knowledge, ["show", wikidata], catch_exceptions=False)


def test_search_lists_people_by_surname_up_to_the_limit() -> None:
    """And says where there is nobody."""
    done = CliRunner().invoke(knowledge, ["search", "Barack Obama", "--limit", "1"])
    assert done.output.splitlines() == [done.output.strip()]
    assert "Q76" in done.output
    assert "nothing" in CliRunner().invoke(knowledge, ["search", "Quorvina Plastrubel"]).output


def test_check_finds_what_is_wrong_and_says_where(tmp_path: Path) -> None:
    """Two presidents at once, and a row that is none."""
    path = tmp_path / "own.csv"
    header = EXAMPLE.read_text(encoding="utf-8").splitlines()[0]
    row = "person,{},,,,PRT,,President of Portugal,head_of_state,,{},{},,https://example.org"
    rows = [
        row.format("Ann Quill", "2001-01-01", "2005-01-01"),
        row.format("Bo Trace", "2003-01-01", "2007-01-01"),
    ]
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    done = CliRunner().invoke(knowledge, ["check", str(path)])
    assert "own.csv:3: overlap" in done.output
    assert done.exit_code == 1


def test_check_of_a_sound_file_says_nothing() -> None:
    """The example is sound."""
    done = CliRunner().invoke(knowledge, ["check", str(EXAMPLE)])
    assert (done.output, done.exit_code) == ("", 0)
