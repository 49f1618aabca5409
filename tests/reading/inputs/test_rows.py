"""JSONL, CSV and Parquet: rows to items."""

import builtins
import gzip
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onrecord.errors import (
    DamagedInputError,
    EmptyInputError,
    InputError,
    RowError,
    UsageError,
)
from onrecord.reading.inputs.sources import open_items
from onrecord.reading.item import Item, ReadSettings

PLAIN = ReadSettings()


def read(path: Path, data: bytes | str, settings: ReadSettings = PLAIN) -> list[Item | InputError]:
    """What `data` gives when it lies in `path`."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(open_items([path], settings))


def items(outcomes: list[Item | InputError]) -> list[Item]:
    """The good outcomes."""
    return [outcome for outcome in outcomes if isinstance(outcome, Item)]


def errors(outcomes: list[Item | InputError]) -> list[InputError]:
    """The failures."""
    return [outcome for outcome in outcomes if isinstance(outcome, InputError)]


def test_a_full_row_says_all_of_its_article(tmp_path: Path) -> None:
    """Every field is handed on; numbers become text, dates ISO prefixes."""
    row = {
        "id": 7, "text": "Rain fell.", "url": "https://example.org/7", "title": "Rain", "outlet": "The Gauge",
        "published": "Feb 19, 2025", "byline": ["Ann Ode", " Bo Lee "], "more": {"x": 1},
    }  # fmt: skip
    (item,) = items(read(tmp_path / "a.jsonl", json.dumps(row)))
    assert (item.content, item.kind, item.key, item.title) == ("Rain fell.", "text", "7", "Rain")
    assert (item.url, item.outlet, item.published) == ("https://example.org/7", "The Gauge", "2025-02-19")
    assert item.byline == ("Ann Ode", "Bo Lee")
    assert (item.source.kind, item.source.row) == ("row", 1)
    assert item.source.file == str(tmp_path / "a.jsonl")


def test_bad_rows_are_named_and_the_others_go_on(tmp_path: Path) -> None:
    """Rows are lines, counted from 1, blank ones too; each failure says what to do."""
    lines = [
        '{"text": "first"}', "", "not json", '{"text": "cut o', "[1]", '"word"', "{}", '{"text": " "}',
        '{"text": 5}', '{"text": "x", "published": "soon"}', '{"text": "x", "title": {"a": 1}}',
        '{"text": null, "html": "<p>last</p>"}', "[" * 100_000, "1" * 5000,
    ]  # fmt: skip
    outcomes = read(tmp_path / "a.jsonl", "\n".join(lines))
    assert [(item.source.row, item.kind) for item in items(outcomes)] == [(1, "text"), (12, "html")]
    failed = errors(outcomes)
    assert all(isinstance(error, RowError) for error in failed)
    assert [error.row for error in failed] == [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14]
    assert all(f"row {error.row}: " in str(error) for error in failed)
    assert "'soon' is not a date. Write it as" in str(failed[7])


def test_columns_are_mapped(tmp_path: Path) -> None:
    """The caller's names are taken for ours, whatever the row calls ours."""
    settings = ReadSettings(columns={"text": "body", "published": "day"})
    (item,) = items(read(tmp_path / "a.jsonl", '{"body": "B", "day": "2024", "text": "T"}', settings))
    assert (item.content, item.published) == ("B", "2024")


def test_a_given_date_makes_the_rows_own_needless(tmp_path: Path) -> None:
    """A bad date does no harm where `published` overrides it."""
    settings = ReadSettings(published="19 February 2025")
    assert settings.published == "2025-02-19"
    assert items(read(tmp_path / "a.jsonl", '{"text": "x", "published": "soon"}', settings))


def test_settings_that_cannot_be_used_are_refused() -> None:
    """A date that is none, a field that is not ours, a limit of nothing."""
    bad: list[dict[str, Any]] = [{"published": "soon"}, {"columns": {"txt": "body"}}, {"max_bytes": 0}]
    for options in bad:
        with pytest.raises(UsageError):
            ReadSettings(**options)


def test_strings_are_kept_but_for_nuls_and_surrogates(tmp_path: Path) -> None:
    """One for one, so that offsets stay; raw tabs within a string do no harm."""
    data = b'{"text": "a\\u0000b\\ud800c\td\r\\n\xe2\x80\x8f"}'
    (item,) = items(read(tmp_path / "a.jsonl", data))
    assert item.content == "a�b�c\td\r\n\u200f"


def test_a_line_above_the_limit_costs_itself_only(tmp_path: Path) -> None:
    """It is passed over, named, and the next one is read."""
    data = '{"text": "a"}\n{"text": "' + "b" * 300_000 + '"}\n{"text": "c"}\n'
    outcomes = read(tmp_path / "a.jsonl", data, ReadSettings(max_bytes=1000))
    assert [item.content for item in items(outcomes)] == ["a", "c"]
    assert [(error.row, "limit" in str(error)) for error in errors(outcomes)] == [(2, True)]


def test_rows_before_the_damage_come_first(tmp_path: Path) -> None:
    """A cut-off download gives what is whole, then its error; no half row."""
    rows = "".join(f'{{"text": "row {n} {n * n}"}}\n' for n in range(5000))
    outcomes = read(tmp_path / "a.jsonl.gz", gzip.compress(rows.encode())[:-500])
    assert len(items(outcomes)) > 3000
    assert [type(error) for error in errors(outcomes)] == [DamagedInputError]
    assert isinstance(outcomes[-1], DamagedInputError)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_tables_come_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    """What spreadsheets and shells on Windows write is read."""
    text = "Министр подписал приказ о новых дорогах и мостах"
    (item,) = items(read(tmp_path / "a.jsonl", f'{{"text": "{text}"}}\n'.encode(encoding)))
    assert item.content == text
    (item,) = items(read(tmp_path / "a.csv", f"text;id\n{text};1\n".encode(encoding)))
    assert item.content == text


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(tmp_path: Path, delimiter: str) -> None:
    """By the header, with quoted cells that hold delimiters, marks and newlines."""
    data = (
        f'id{delimiter}text{delimiter}byline\n1{delimiter}"a, b; c| ""d""\r\ne"{delimiter}"Ann Ode; Bo Lee"\n'
    )
    (item,) = items(read(tmp_path / "a.csv", data))
    assert item.content == 'a, b; c| "d"\r\ne'
    assert item.byline == ("Ann Ode", "Bo Lee")


def test_long_cells_are_read(tmp_path: Path) -> None:
    """Python's own limit of 128 KB a cell is out of the way."""
    (item,) = items(read(tmp_path / "a.csv", "text\n" + "word " * 100_000))
    assert len(item.content) >= 499_999


def test_bad_csv_rows_are_named(tmp_path: Path) -> None:
    """Row 1 is the first below the header; a stray mark, too many cells, a NUL, an open quotation."""
    data = 'id,text\n1,good\n2,"bad"quote"\n3,too,many\n4,a\0b\n5,\n6,last good\n7,"never closed\n'
    outcomes = read(tmp_path / "a.csv", data)
    assert [(item.key, item.content) for item in items(outcomes)] == [
        ("1", "good"), ("4", "a�b"), ("6", "last good"),
    ]  # fmt: skip
    assert [error.row for error in errors(outcomes)] == [2, 3, 5, 7]


def test_a_cell_above_the_limit_costs_itself_only(tmp_path: Path) -> None:
    """However many lines it has, and however long they are."""
    many = "line\n" * 60_000
    data = f'id,text\n1,good\n2,"{many}"\n3,good\n4,"{"x" * 300_000}\nmore"\n5,good\n'
    outcomes = read(tmp_path / "a.csv", data, ReadSettings(max_bytes=200_000))
    assert [item.key for item in items(outcomes)] == ["1", "3", "5"]
    assert [error.row for error in errors(outcomes)] == [2, 4]


def test_a_column_that_was_named_must_be_there(tmp_path: Path) -> None:
    """Before anything is read it is a usage error, later the failure of that table."""
    (tmp_path / "a.csv").write_text("text\nx\n")
    (tmp_path / "b.csv").write_text("body\nx\n")
    settings = ReadSettings(columns={"text": "body"})
    with pytest.raises(UsageError, match="no column 'body'; the columns are text"):
        list(open_items([tmp_path / "a.csv"], settings))
    outcomes = list(open_items([tmp_path / "b.csv", tmp_path / "a.csv"], settings))
    assert isinstance(outcomes[0], Item)
    assert "no column 'body'" in str(outcomes[1])


def test_a_table_without_text_says_how_to_map(tmp_path: Path) -> None:
    """The columns that are there are listed."""
    (error,) = errors(read(tmp_path / "a.csv", "body,day\nx,y\n"))
    assert "the columns are body, day. Map yours with --columns text=NAME." in str(error)


@pytest.mark.parametrize(("name", "data"), [("a.jsonl", "\n \n"), ("a.csv", "text,id\n"), ("a.csv", "\n")])
def test_tables_without_rows_are_empty(tmp_path: Path, name: str, data: str) -> None:
    """A header alone is no article."""
    assert [type(error) for error in errors(read(tmp_path / name, data))] == [EmptyInputError]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Three rows, one without text."""
    path = tmp_path / "a.parquet"
    late = datetime(2025, 2, 20, 3, 0, tzinfo=UTC)
    columns = {
        "body": ["one", None, "three"],
        "published": pa.array([late] * 3, pa.timestamp("ns", "America/New_York")),
        "id": [1, 2, 3],
        "unused": [b"\xff"] * 3,
    }
    pq.write_table(pa.table(columns), path)
    return path


def test_parquet_rows_are_read(table: Path) -> None:
    """Times are days in their own zone, ids text; an empty cell fails by its row."""
    outcomes = list(open_items([table], ReadSettings(columns={"text": "body"})))
    assert [(item.content, item.key, item.published) for item in items(outcomes)] == [
        ("one", "1", "2025-02-19"), ("three", "3", "2025-02-19"),
    ]  # fmt: skip
    assert [(error.row, "'body'" in str(error)) for error in errors(outcomes)] == [(2, True)]


def test_packed_and_renamed_parquet_is_read(table: Path) -> None:
    """From a stream, and under a name without an ending."""
    settings = ReadSettings(columns={"text": "body"})
    packed = read(table.with_name("b.pq.gz"), gzip.compress(table.read_bytes()), settings)
    renamed = read(table.with_name("data"), table.read_bytes(), settings)
    assert [len(items(packed)), len(items(renamed))] == [2, 2]


def test_parquet_days_are_read(tmp_path: Path) -> None:
    """A column of days needs no zone."""
    pq.write_table(pa.table({"html": ["<p>x"], "published": [date(2024, 2, 29)]}), tmp_path / "a.pq")
    (item,) = items(list(open_items([tmp_path / "a.pq"], PLAIN)))
    assert (item.kind, item.published) == ("html", "2024-02-29")


def test_damaged_parquet_is_said_so(table: Path) -> None:
    """A file without its end cannot be read."""
    outcomes = read(table, table.read_bytes()[:-50])
    assert [type(outcome) for outcome in outcomes] == [DamagedInputError]


@pytest.fixture
def no_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without the extra."""
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)


@pytest.mark.usefixtures("no_pyarrow")
def test_parquet_without_its_extra_says_what_to_install(table: Path) -> None:
    """The failure is the input's, and names the command."""
    (error,) = errors(list(open_items([table], PLAIN)))
    assert "pip install 'onrecord[parquet]'" in str(error)
