"""The measures are taken with the model that was named."""

from pathlib import Path

import pytest

import evaluate
from onrecord.analysis.model import session
from onrecord.errors import ModelError


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    """What is no model is not measured, and the shipped one is not measured in its place."""
    with pytest.raises(ModelError, match=r"model\.json"):
        evaluate.read_with(tmp_path)


def test_the_named_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever model is asked for by name, the named folder's is loaded."""
    monkeypatch.setattr(session, "shipped", session.shipped)  # put back at the end
    monkeypatch.setattr(session.Model, "load", lambda *_, **__: type("Loaded", (), {"name": "en-7"})())
    assert evaluate.read_with(tmp_path) == "en-7"
    assert session.shipped("en-1") == session.shipped("fast") == tmp_path


def test_a_measure_runs_with_its_arguments(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A measure sees the arguments it is given, as on the command line."""
    (tmp_path / "count.py").write_text("import sys\nprint(len(sys.argv), sys.argv[1])\n", encoding="utf-8")
    monkeypatch.setattr(evaluate, "HERE", tmp_path)
    monkeypatch.setattr("sys.argv", ["pytest"])
    evaluate.measure("count.py", "FOLDER")
    assert capsys.readouterr().out.splitlines()[-1] == "2 FOLDER"
