"""`onrecord read` as a user meets it: real processes, real files, real pipes."""

import gzip
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest

import onrecord

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
NEWS = (
    "“The road will open on Friday,” Mayor Ines Calder said.\n\nShe thanked the crews for their patience.\n"
)


def run(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command and give its streams and its status."""
    command = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=120)


def test_json_of_one_file_is_one_record() -> None:
    """`--format json` prints one record, which validates."""
    done = run("read", EXAMPLES / "03-who-emergency-wire.txt", "--format", "json")
    record = json.loads(done.stdout)
    jsonschema.validate(record, onrecord.json_schema())
    assert (done.returncode, done.stderr) == (0, b"")


def test_jsonl_gives_a_record_a_line_in_order() -> None:
    """`--format jsonl` gives one record a line, in the order of the rows, with their keys."""
    rows = [json.loads(line) for line in (EXAMPLES / "feed.jsonl").read_text("utf-8").splitlines()]
    done = run("read", EXAMPLES / "feed.jsonl", "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["article"]["key"] for r in records] == [row["id"] for row in rows]


def test_standard_input_and_overrides() -> None:
    """`-` reads standard input; the arguments win over what the text says."""
    given = ("--published", "2025-02-19", "--outlet", "The Post", "--title", "Road")
    done = run("read", "-", "--format", "json", *given, stdin=NEWS.encode())
    article = json.loads(done.stdout)["article"]
    assert (article["published"], article["outlet"], article["title"]) == ("2025-02-19", "The Post", "Road")
    assert article["source"]["kind"] == "stdin"


def test_how_to_analyse_reaches_the_analysis() -> None:
    """`--min-confidence` leaves out what is less sure; `--model` and `--threads` are taken."""
    everything = json.loads(run("read", "-", "--format", "json", stdin=NEWS.encode()).stdout)["statements"]
    above = max(s["confidence"] for s in everything) + 0.001
    asked = ("--model", "full", "--threads", "2", "--min-confidence", str(above))
    done = run("read", "-", "--format", "json", *asked, stdin=NEWS.encode())
    assert done.returncode == 0
    assert json.loads(done.stdout)["statements"] == []


def test_piped_terminal_output_is_plain() -> None:
    """Without a terminal there are no escape codes, and the width is obeyed."""
    done = run("read", "-", "--width", "60", stdin=NEWS.encode())
    text = done.stdout.decode()
    assert "\x1b" not in text
    assert "Ines Calder" in text
    assert max(map(len, text.splitlines())) <= 60


def test_html_is_one_page(tmp_path: Path) -> None:
    """`--format html -o FILE` writes one self-contained page for all inputs."""
    page = tmp_path / "page.html"
    done = run(
        "read",
        EXAMPLES / "03-who-emergency-wire.txt",
        EXAMPLES / "feed.jsonl",
        "--format",
        "html",
        "-o",
        page,
    )
    html = page.read_text("utf-8")
    assert done.returncode == 0
    assert html.count("<!doctype html>") + html.count("<!DOCTYPE html>") == 1
    assert "<script" not in html


def test_some_failed_is_status_1_and_the_others_go_on(tmp_path: Path) -> None:
    """Each failure is named with its mend, the others are read, a summary counts them."""
    good = tmp_path / "good.txt"
    good.write_text(NEWS, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    (tmp_path / "cut.txt.gz").write_bytes(gzip.compress(NEWS.encode() * 50)[:-20])
    done = run("read", tmp_path / "missing.txt", tmp_path, "--format", "jsonl")
    said = done.stderr.decode()
    assert done.returncode == 1
    assert [json.loads(line)["article"]["source"]["file"] for line in done.stdout.splitlines()] == [str(good)]
    assert all(name in said for name in ("missing.txt", "empty.txt", "picture.txt", "cut.txt.gz"))
    assert "read 1 of 5 articles; 4 failed" in said
    assert "Traceback" not in said


def test_bad_rows_are_named_by_number(tmp_path: Path) -> None:
    """A row that is not JSON, lacks text or has a bad date is named; the others go on."""
    path = tmp_path / "rows.jsonl"
    rows = [
        '{"text": "One."}',
        "{not json",
        '{"id": "c"}',
        '{"text": "D.", "published": "soon"}',
        '{"text": "E."}',
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    done = run("read", path, "--format", "jsonl")
    said = done.stderr.decode()
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert all(f"row {number}" in said for number in (2, 3, 4))
    assert "read 2 of 5 articles; 3 failed" in said


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["-", "--published", "last week"],
        ["-", "--columns", "text"],
        ["-", "--format", "pdf"],
        ["-", "--max-mb", "0"],
        ["-", "--model", "big"],
        ["-", "--min-confidence", "80"],
        ["-", "--min-confidence", "nan"],
        ["-", "--threads", "0"],
        ["-", "-o", "/no/such/folder/out.json"],
        ["-", "--frobnicate"],
    ],
)
def test_unusable_arguments_are_status_2(arguments: list[str]) -> None:
    """Unusable arguments exit with status 2 and one message, before anything is printed."""
    done = run("read", *arguments, stdin=NEWS.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 5


def test_a_closed_pipe_is_no_error() -> None:
    """When the reader of the pipe stops early, the command ends without a word."""
    command = f"{sys.executable} -m onrecord read {EXAMPLES} --format json | head -c 100"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=120)
    assert len(done.stdout) == 100
    assert done.stderr == b""


def test_long_line_and_no_date(tmp_path: Path) -> None:
    """A 2 MB single line goes through; without a date the record warns."""
    path = tmp_path / "line.txt"
    path.write_text("Mayor Calder said on Monday that it rained. " * 48_000, encoding="utf-8")
    done = run("read", path, "--format", "jsonl", "--model", "fast")
    record = json.loads(done.stdout)
    assert done.returncode == 0
    assert record["times"][0]["value"] is None
    assert any("publication date" in warning for warning in record["warnings"])


def test_long_line_with_quotations_and_a_date(tmp_path: Path) -> None:
    """A single line of 2 MB, full of words said on other days than the article's, goes through too."""
    path = tmp_path / "line.txt"
    path.write_text("“We go tomorrow,” Ann Roe told the BBC on Tuesday. " * 40_000, encoding="utf-8")
    done = run("read", path, "--format", "jsonl", "--published", "2025-02-20", "--model", "fast")
    record = json.loads(done.stdout)
    assert [time["value"] for time in record["times"][-2:]] == ["2025-02-19", "2025-02-18"]


def test_schema_and_doctor() -> None:
    """`onrecord schema` prints the schema; `onrecord doctor` tells of models, libraries and extras."""
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    found = json.loads(run("doctor", "--format", "json").stdout)
    assert found["onrecord"] == onrecord.__version__
    assert set(found["extras"]) == {"parquet"}
    assert found["models"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(found["libraries"]) == {line.split(">=")[0] for line in project["dependencies"]}
    assert b"knowledge" in run("doctor").stdout
