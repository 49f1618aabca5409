"""What the user names, to items."""

import gzip
import io
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st

from onrecord.errors import (
    BinaryInputError,
    DamagedInputError,
    EmptyInputError,
    FetchError,
    InputError,
    MissingInputError,
    TooLargeError,
)
from onrecord.reading.inputs.sources import count_inputs, item_from_value, open_items
from onrecord.reading.item import Item, ReadSettings

PLAIN = ReadSettings()


def put(folder: Path, name: str, data: bytes | str = "Some words.") -> Path:
    """A file with `data` in it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def read(*inputs: str | Path, settings: ReadSettings = PLAIN) -> list[Item | InputError]:
    """All that `inputs` give."""
    return list(open_items(inputs, settings))


def item(*inputs: str | Path, settings: ReadSettings = PLAIN) -> Item:
    """The one item that `inputs` give."""
    (outcome,) = read(*inputs, settings=settings)
    assert isinstance(outcome, Item), outcome
    return outcome


def error(*inputs: str | Path, settings: ReadSettings = PLAIN) -> InputError:
    """The one error that `inputs` give."""
    (outcome,) = read(*inputs, settings=settings)
    assert isinstance(outcome, InputError), outcome
    return outcome


def names(outcomes: list[Item | InputError]) -> list[str]:
    """The files' names, without their folders."""
    return [Path(outcome.where).name for outcome in outcomes]


@pytest.mark.parametrize("name", ["a.txt", "a.TEXT", "a.html", "a.HTM", "a.xhtml"])
@pytest.mark.parametrize("packing", ["", ".gz", ".zst"])
def test_endings_tell_the_format(tmp_path: Path, name: str, packing: str) -> None:
    """Plain or packed, in capitals or not."""
    packers: dict[str, Callable[[bytes], bytes]] = {
        "": bytes, ".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress
    }  # fmt: skip
    pack = packers[packing]
    got = item(put(tmp_path, name + packing, pack(b"One\r\nline")))
    assert got.content == "One\r\nline"
    assert got.kind == ("html" if "h" in name.lower().split(".")[1] else "text")
    assert (got.source.kind, got.source.file) == ("file", str(tmp_path / (name + packing)))


def test_a_packed_files_name_does_not_matter(tmp_path: Path) -> None:
    """Browsers unpack and keep the name; others pack and drop the ending."""
    assert item(put(tmp_path, "a.txt.gz", "plain")).content == "plain"
    assert item(put(tmp_path, "b.txt", gzip.compress(b"packed"))).content == "packed"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("Just a text.", "text"),
        ("<3 is no tag.", "text"),
        ("\n <!DOCTYPE HTML><p>x", "html"),
        ("<!-- saved --><html><p>x", "html"),
        ("<p class=a>x</p>", "html"),
        ('<?xml version="1.0"?>\n<html xmlns="x">', "html"),
        ("\ufeff<html>", "html"),
        ('{"text": "x"}\n{"text": "y"}', "row"),
    ],
)
def test_unknown_endings_are_looked_into(tmp_path: Path, data: str, kind: str) -> None:
    """The content tells page, text and JSONL apart."""
    outcome = read(put(tmp_path, "noending", data))[0]
    assert isinstance(outcome, Item)
    assert kind in {outcome.kind, outcome.source.kind}


@pytest.mark.parametrize("data", ["<rss><channel/></rss>", '[{"text": "x"}]', '{\n  "text": "x"\n}'])
def test_what_is_not_read_is_said(tmp_path: Path, data: str) -> None:
    """Feeds and JSON in other shapes are not taken for text."""
    assert "which is not read. Give" in str(error(put(tmp_path, "data.xml", data)))


def test_the_input_format_can_be_said(tmp_path: Path) -> None:
    """It goes before the ending."""
    path = put(tmp_path, "a.txt", '{"text": "x"}')
    assert item(path, settings=ReadSettings(input_format="jsonl")).source.row == 1
    assert item(path, settings=ReadSettings(input_format="html")).kind == "html"


def test_folders_are_read_in_order(tmp_path: Path) -> None:
    """All the way down, by name; known endings only; what is hidden stays so."""
    for name in (
        "b.txt",
        "a/z.html",
        "a/y.txt.gz",
        "c.png",
        "README",
        ".h.txt",
        ".git/x.txt",
        "notes.md",
        "d/e/f.txt",
    ):
        put(tmp_path, name)
    assert names(read(tmp_path)) == ["y.txt.gz", "z.html", "b.txt", "f.txt"]


def test_patterns_are_expanded(tmp_path: Path) -> None:
    """Quoted ones, with ** too; a file whose name looks like a pattern is a file."""
    for name in ("a.txt", "b.txt", "x/c.txt", "x/y/d.txt", "[1].txt"):
        put(tmp_path, name)
    assert names(read(f"{tmp_path}/[ab].txt")) == ["a.txt", "b.txt"]
    assert names(read(f"{tmp_path}/**/*.txt")) == ["[1].txt", "a.txt", "b.txt", "c.txt", "d.txt"]
    assert names(read(f"{tmp_path}/x*")) == ["c.txt", "d.txt"]
    assert names(read(f"{tmp_path}/[1].txt")) == ["[1].txt"]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    """However often folders, patterns, links and other spellings reach it."""
    path = put(tmp_path, "a b.txt")
    (tmp_path / "link.txt").symlink_to(path)
    twice: list[str | Path] = [
        path,
        tmp_path,
        f"{tmp_path}/*.txt",
        f"{tmp_path}/../{tmp_path.name}/a b.txt",
        path.as_uri(),
    ]
    assert names(read(*twice)) == ["a b.txt"]
    assert count_inputs(twice) == 1


def test_inputs_are_streamed(tmp_path: Path) -> None:
    """The first article is there before the second is looked for."""

    def inputs() -> Iterator[Path]:
        yield put(tmp_path, "a.txt")
        raise AssertionError("asked for too early")

    assert isinstance(next(open_items(inputs(), PLAIN)), Item)


def test_failures_keep_their_place_and_the_others_go_on(tmp_path: Path) -> None:
    """Each is a value, of its own kind, with its mend."""
    (tmp_path / "none").mkdir()
    (tmp_path / "gone.txt").symlink_to("nowhere")
    outcomes = read(
        tmp_path / "missing.txt",
        put(tmp_path, "1.txt"),
        put(tmp_path, "empty.txt", ""),
        put(tmp_path, "blank.html", " \n\t"),
        put(tmp_path, "picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0"),
        put(tmp_path, "cut.txt.gz", gzip.compress(b"words " * 99)[:-4]),
        tmp_path / "none",
        tmp_path / "gone.txt",
        f"{tmp_path}/*.nothing",
        "ftp://example.org/a",
        put(tmp_path, "2.txt"),
        tmp_path / "2.txt" / "below",
    )
    assert [type(outcome) for outcome in outcomes] == [
        MissingInputError, Item, EmptyInputError, EmptyInputError, BinaryInputError, DamagedInputError,
        MissingInputError, MissingInputError, MissingInputError, FetchError, Item, MissingInputError,
    ]  # fmt: skip


def test_special_files_are_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe nobody writes to, a socket: said, not opened."""
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        assert "named pipe" in str(error("pipe.txt"))
        assert "socket" in str(error("socket.txt"))


def test_the_shells_own_pipes_are_read() -> None:
    """`onrecord read <(COMMAND)` hands over /dev/fd/N."""
    reader, writer = os.pipe()
    os.write(writer, b"piped words")
    os.close(writer)
    assert item(f"/dev/fd/{reader}").content == "piped words"
    os.close(reader)


def test_a_file_that_may_not_be_read_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's reason and what to check."""
    path = put(tmp_path, "secret.txt")
    real = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)  # permissions do not bind root
    assert "cannot be opened (Permission denied). Check its permissions." in str(error(path))


def test_a_large_file_is_refused_by_what_it_unpacks_to(tmp_path: Path) -> None:
    """The limit is for one article, packed or not; at the limit it is read."""
    settings = ReadSettings(max_bytes=1024 * 1024)
    full = b"x" * (1024 * 1024)
    assert len(item(put(tmp_path, "a.txt", full), settings=settings).content) == len(full)
    for name, data in (("b.txt", full + b"x"), ("c.txt.gz", gzip.compress(full + b"x"))):
        failed = error(put(tmp_path, name, data), settings=settings)
        assert isinstance(failed, TooLargeError)
        assert "limit of 1 MB for one article" in str(failed)


def test_links_in_a_circle_do_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link to itself fails by itself; a folder that holds itself is gone through once."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a/b/deep.txt")
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "again").symlink_to(".")
    assert names(read(".")) == ["deep.txt", "round.txt"]


@trials(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.binary(max_size=400), st.sampled_from([".txt", ".html", ".jsonl", ".csv", ".pq", ".gz", ".x"]))
def test_whatever_is_in_a_file_it_is_read_or_refused(tmp_path: Path, data: bytes, ending: str) -> None:
    """No content of any format gets past the error tree."""
    for content in (data, b"text,id\n" + data, b'{"text": "' + data, gzip.compress(data) + data[:5]):
        assert read(put(tmp_path, "a" + ending, content))


def test_names_that_no_system_takes_are_missing() -> None:
    """NULs and endless names are failures of that input only."""
    for name in ("a\0b.txt", "x" * 5000 + ".txt"):
        assert isinstance(error(name), InputError)


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (b"words", ["stdin"]),
        (b"<html><p>x", ["stdin"]),
        (b'\n{"text": "a"}\n{"text": "b"}', ["row", "row"]),
        (gzip.compress(b"words"), ["stdin"]),
    ],
)
def test_standard_input_is_looked_into(
    monkeypatch: pytest.MonkeyPatch, data: bytes, kinds: list[str]
) -> None:
    """`-` is a text, a page or JSONL, packed or not, and read once."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    outcomes = read("-", "-")
    assert [o.source.kind for o in outcomes if isinstance(o, Item)] == kinds
    assert count_inputs(["-"]) is None


def test_standard_input_is_streamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row comes out as soon as its line is there."""
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as source:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(source))
        os.write(writer, b'{"text": "early"}\n')
        outcomes = open_items(["-"], PLAIN)
        first = next(outcomes)
        os.write(writer, b'{"text": "late"}\n')
        os.close(writer)
        assert [first, *outcomes] != []
        assert isinstance(first, Item)
        assert first.content == "early"


def test_empty_standard_input_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing sent is said so."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert isinstance(error("-"), EmptyInputError)


def value(given: str | bytes | Path, settings: ReadSettings = PLAIN) -> Item | InputError:
    """The first outcome of what a Python caller hands over."""
    return next(item_from_value(given, settings))


def test_python_values_are_told_apart(tmp_path: Path) -> None:
    """Path, file name, text, page, bytes."""
    path = put(tmp_path, "a.txt", "in the file")
    given: list[tuple[str | bytes | Path, str, str, str]] = [
        (path, "in the file", "text", "file"),
        (str(path), "in the file", "text", "file"),
        ("He left.\nShe stayed.", "He left.\nShe stayed.", "text", "text"),
        ("He said it was all in notes.txt", "He said it was all in notes.txt", "text", "text"),
        ("A lone \ud800 surrogate", "A lone � surrogate", "text", "text"),
        ("<html><p>x", "<html><p>x", "html", "text"),
        (b"caf\xe9 noir", "café noir", "text", "bytes"),
        (b"<!doctype html><p>x", "<!doctype html><p>x", "html", "bytes"),
    ]
    for one, content, kind, source in given:
        got = value(one)
        assert isinstance(got, Item)
        assert (got.content, got.kind, got.source.kind) == (content, kind, source)


def test_python_values_that_fail(tmp_path: Path) -> None:
    """A name of a file that is not there is no text."""
    expected: list[tuple[str | bytes | Path, type[InputError]]] = [
        ("nosuch.txt", MissingInputError),
        ("my own notes.html.gz", MissingInputError),
        (tmp_path / "nosuch", MissingInputError),
        ("", EmptyInputError),
        (" \n", EmptyInputError),
        (b"", EmptyInputError),
        (b"%PDF-1.5", BinaryInputError),
    ]
    for one, kind in expected:
        assert type(value(one)) is kind
    assert type(value("word " * 500, ReadSettings(max_bytes=100))) is TooLargeError


def test_python_values_of_a_said_format() -> None:
    """A string of JSONL gives its rows where the caller says so."""
    rows = list(item_from_value('{"text": "a"}\n{"text": "b"}', ReadSettings(input_format="jsonl")))
    assert [row.where for row in rows] == ["text, row 1", "text, row 2"]


@pytest.mark.parametrize("named", ["", None, 5])
def test_what_names_nothing_fails_alone(tmp_path: Path, named: Any) -> None:
    """An empty name or a value of the wrong type is an error in its place; the next is read."""
    path = tmp_path / "a.txt"
    path.write_text("It rained.", encoding="utf-8")
    outcomes = list(open_items([named, path], ReadSettings()))
    assert [type(outcome) for outcome in outcomes] == [
        MissingInputError if named == "" else InputError,
        Item,
    ]
