"""The progress bar: only where it helps, and it comes to its end."""

import io
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.cli.progress import progress


class Terminal(io.StringIO):
    """A standard error that says it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def inputs(tmp_path: Path) -> list[str]:
    """Three articles, a table of which no row can be read, and a missing file."""
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Article {name}.", encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text('{"no": 1}\n{"html": "<form>Log in"}\n', encoding="utf-8")
    return [str(tmp_path), str(tmp_path / "missing.txt")]


@pytest.mark.parametrize(
    ("show", "beside_output", "shown"), [(None, False, True), (None, True, False), (False, False, False)]
)
def test_the_bar_comes_to_its_end(
    inputs: list[str], monkeypatch: pytest.MonkeyPatch, *, show: bool | None, beside_output: bool, shown: bool
) -> None:
    """All inputs count, those that fail too; no bar runs through records on the same terminal."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress(inputs, show=show, beside_output=beside_output) as watch:
        assert len(list(watch(onrecord.read_many(inputs, on_error=watch.failed)))) == 3
    assert ("5/5" in terminal.getvalue()) == shown
    assert bool(terminal.getvalue()) == shown
