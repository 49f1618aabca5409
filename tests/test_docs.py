"""The documentation is true: generated pages are fresh, everything public is described, commands run."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from onrecord import record as types
from onrecord.cli import _COMMANDS
from onrecord.exports import FORMATS

ROOT = Path(__file__).parent.parent
DOCS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
TAUGHT = (ROOT / "README.md", ROOT / "docs" / "tutorial.md", *sorted((ROOT / "docs" / "how-to").glob("*.md")))
STRUCTS = [v for v in vars(types).values() if isinstance(v, type) and issubclass(v, msgspec.Struct)]


def shown_commands() -> list[str]:
    """The `onrecord` commands in the console blocks of the pages that teach, which run offline."""
    blocks = [b for p in TAUGHT for b in re.findall(r"```console\n(.*?)```", p.read_text("utf-8"), re.DOTALL)]
    lines = [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ onrecord")]
    return sorted({line for line in lines if "http" not in line})


def test_generated_pages_are_fresh() -> None:
    """The reference says what the code says."""
    command = [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_field_is_described() -> None:
    """The page on the record names every field of every struct that is reached from it."""
    page = (ROOT / "docs" / "reference" / "record.md").read_text("utf-8")
    fields = {
        field.encode_name for s in STRUCTS if s is not msgspec.Struct for field in msgspec.structs.fields(s)
    }
    assert {name for name in fields if f"`{name}`" not in page} == set()


def test_every_command_and_format_is_taught() -> None:
    """The tutorial and the how-to pages use every command and every format."""
    taught = "".join(path.read_text("utf-8") for path in TAUGHT)
    assert [name for name in _COMMANDS if f"onrecord {name}" not in taught] == []
    assert [name for name in FORMATS if name != "terminal" and f"--format {name}" not in taught] == []


def test_links_between_pages_lead_somewhere() -> None:
    """A relative link in the documentation names a file that is there."""
    broken = [
        f"{path.name}: {target}"
        for path in DOCS
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", path.read_text("utf-8"))
        if not (path.parent / target).exists()
    ]
    assert broken == []


def shown_outputs(form: str) -> list[tuple[str, str]]:
    """The commands of the README with the block of this form that follows right behind."""
    readme = (ROOT / "README.md").read_text("utf-8")
    return re.findall(rf"```console\n\$ onrecord ([^\n]*)\n```\n\n```{form}\n(.*?)```", readme, re.DOTALL)


def printed(line: str) -> str:
    """What the command prints from the repository's root."""
    command = [sys.executable, "-m", "onrecord", *shlex.split(line)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()


def test_there_are_outputs_to_compare() -> None:
    """The README shows a record, its data, an answer and a person (else the next tests would be empty)."""
    commands = [line.split()[0] for form in ("text", "json") for line, _ in shown_outputs(form)]
    assert commands == ["read", "read", "read", "who", "knowledge", "read"]


@pytest.mark.parametrize(("line", "shown"), shown_outputs("text"))
def test_the_tour_shows_what_is_printed(line: str, shown: str) -> None:
    """The lines that the README shows are those that the program prints today, in that order."""
    lines = iter(printed(line).splitlines())
    assert [one for one in shown.splitlines() if one != "[…]" and one not in lines] == []


def test_the_tour_shows_a_statement_of_the_record() -> None:
    """The statement that the README shows as data is one of the record's."""
    ((line, shown),) = shown_outputs("json")
    assert json.loads(shown) in json.loads(printed(line))["statements"]


def test_there_are_commands_to_run() -> None:
    """The pages that teach show commands (else the next test would assert on nothing)."""
    assert len(shown_commands()) >= 8


@pytest.mark.parametrize("line", shown_commands())
def test_a_shown_command_runs(line: str, tmp_path: Path) -> None:
    """Every command that the pages show runs as it stands, from the repository's root."""
    for name in ("examples", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    # The command that stands beside this interpreter, whatever the PATH of the machine.
    folder = shlex.quote(str(Path(sys.executable).parent))
    shell = f"PATH={folder}:$PATH; set -o pipefail; {line}"
    done = subprocess.run(["bash", "-c", shell], cwd=tmp_path, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
