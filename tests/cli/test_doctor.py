"""`onrecord doctor` says what is installed and what is not whole."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import doctor
from onrecord.cli.doctor import command, problem_of


def test_a_model_without_its_files_is_told_with_the_mend(tmp_path: Path) -> None:
    """The message names the missing file and says what to do."""
    problem = problem_of(tmp_path) or ""
    assert "model.json" in problem
    assert "Install onrecord again" in problem


def test_a_damaged_model_is_told_with_the_mend(tmp_path: Path) -> None:
    """A folder whose list of files cannot be read is damaged."""
    (tmp_path / "model.json").write_text('{"files": ', encoding="utf-8")
    assert "damaged" in (problem_of(tmp_path) or "")


@pytest.mark.parametrize(("problem", "status"), [(None, 0), ("layers.onnx: damaged. Install it again.", 1)])
def test_status_and_both_forms_tell_of_the_models(
    problem: str | None, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model that is whole is no problem; one that is not is named in text and JSON, and the status is 1."""
    monkeypatch.setattr(doctor, "_models", lambda: {"en-7": problem})
    text = CliRunner().invoke(command, [])
    data = CliRunner().invoke(command, ["--format", "json"])
    assert (text.exit_code, data.exit_code) == (status, status)
    assert f"en-7               {problem or 'whole'}" in text.output
    assert json.loads(data.output)["models"] == {"en-7": problem}


def test_a_missing_library_is_told_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that is not installed is named with the command that installs it, and the status is 1."""
    monkeypatch.setattr(doctor, "_version_of", lambda name: None if name == "httpx" else "1.0")
    monkeypatch.setattr(doctor, "_models", dict)
    done = CliRunner().invoke(command, [])
    assert done.exit_code == 1
    assert "MISSING: pip install httpx" in done.output
