"""Where the records go: nothing of the user's is lost to a mistake, and no trouble ends in a traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

NEWS = "“The bridge will open on Friday,” Mayor Ines Calder said.\n\nShe thanked the crews.\n"
ONRECORD = f"{sys.executable} -m onrecord"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good article and one table."""
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "table.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    return tmp_path


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in `folder`, with `onrecord` as its command."""
    given = ["bash", "-c", line.replace("onrecord ", f"{ONRECORD} ")]
    # Buffered, as users have it: what cannot be written is then found out only at the end.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(given, cwd=folder, capture_output=True, check=False, timeout=120, env=env)


@pytest.mark.parametrize(
    "arguments",
    ["news.txt --published soon", "news.txt --columns colour=red", "table.csv --columns text=story"],
)
def test_unusable_arguments_leave_the_output_file_alone(folder: Path, arguments: str) -> None:
    """A file that is there keeps what it holds, and none is made where there was none."""
    (folder / "kept.json").write_text("precious", encoding="utf-8")
    for name in ("kept.json", "new.json"):
        assert shell(f"onrecord read {arguments} -o {name}", folder).returncode == 2
    assert (folder / "kept.json").read_text(encoding="utf-8") == "precious"
    assert not (folder / "new.json").exists()


def test_an_input_is_never_written_over(folder: Path) -> None:
    """An output that is an input, by itself or within a folder, is refused before it is touched."""
    for line in ("onrecord read news.txt -o ./news.txt", "onrecord read . -o news.txt --format json"):
        done = shell(line, folder)
        assert done.returncode == 2
        assert b"Choose an --output" in done.stderr
    assert (folder / "news.txt").read_text(encoding="utf-8") == NEWS
    assert shell("onrecord read . -o late.html --format html", folder).returncode == 2
    assert not (folder / "late.html").exists()


def test_a_dash_is_a_stream_both_ways(folder: Path) -> None:
    """`-` is standard input and `-o -` standard output, whatever files lie about."""
    (folder / "-").write_text("", encoding="utf-8")
    done = shell("onrecord read - -o - --format json < news.txt", folder)
    assert json.loads(done.stdout)["article"]["source"]["kind"] == "stdin"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "line",
    [
        "onrecord read news.txt --format json >/dev/full",
        "onrecord read news.txt >/dev/full",
        "onrecord read news.txt -o /dev/full",
        "onrecord read news.txt >&-",
        "onrecord schema >/dev/full",
        "onrecord doctor >/dev/full",
        "onrecord --help >/dev/full",
    ],
)
def test_no_room_is_said_in_one_line(folder: Path, line: str) -> None:
    """A full disk or a closed stream is status 2 and one line, for every command."""
    done = shell(line, folder)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(b"onrecord: ")


def test_messages_that_cannot_be_said_stop_nothing(folder: Path) -> None:
    """With standard error closed or full, the records still come, and the status tells of the failure."""
    for end in ("2>&-", "2>/dev/full"):
        done = shell(f"onrecord read a b c d news.txt --format jsonl {end}", folder)
        assert (done.returncode, done.stdout.count(b"\n")) == (1, 1)


def test_messages_hold_no_control_characters(folder: Path) -> None:
    """Names and cells of strangers reach the terminal as visible signs, and cut short."""
    row = (
        json.dumps({"a\x1b[31mred": 1, "k" * 9000: 2})
        + "\n"
        + json.dumps({"text": "A.", "published": "x" * 99})
    )
    (folder / "rows.jsonl").write_text(row, encoding="utf-8")
    done = shell("onrecord read rows.jsonl $'no\\x1b[31m.txt'", folder)
    assert b"\x1b" not in done.stderr
    assert "␛[31mred" in done.stderr.decode()
    assert max(map(len, done.stderr.splitlines())) < 300


def test_a_name_that_is_no_text_is_read(folder: Path) -> None:
    """A file name with a byte that is no UTF-8 goes into the record as U+FFFD."""
    try:
        os.rename(folder / "news.txt", os.fsencode(folder) + b"/\xff.txt")  # noqa: PTH104 - a name of bytes
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    done = shell("onrecord read $'\\xff.txt' --format json", folder)
    assert json.loads(done.stdout)["article"]["source"]["file"] == "�.txt"


@pytest.mark.parametrize("workers", [1, 2])
def test_an_interrupt_ends_it_at_once(folder: Path, workers: int) -> None:
    """Ctrl-C in the midst is status 130, without a traceback and without waiting for the workers."""
    (folder / "rows.jsonl").write_text(json.dumps({"text": NEWS * 400}) + "\n", encoding="utf-8")
    command = [*ONRECORD.split(), "read", "rows.jsonl", "-", "--format", "jsonl", "--workers", str(workers)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(NEWS.encode())
        process.stdin.flush()
        if workers == 1:
            process.stdout.readline()  # so that it is in the midst of reading
        else:
            process.stdin.write(b"\n" * (1 << 17))  # goes through once it reads its second input
            process.stdin.flush()
        process.send_signal(signal.SIGINT)
        said = process.stderr.read() if process.stderr else b""
        assert process.wait(timeout=60) == 130
    assert said.strip() == b""


@pytest.mark.parametrize("columns", ["text=a,text=b", "text", "text=", "=a"])
def test_columns_are_written_one_way(folder: Path, columns: str) -> None:
    """A mapping that is not OURS=YOURS, or names one of ours twice, is status 2."""
    assert shell(f"onrecord read table.csv --columns {columns}", folder).returncode == 2
