"""`onrecord doctor`: what is installed and whole, and what would add to it."""

import json
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from onrecord._version import __version__
from onrecord.errors import ModelError
from onrecord.knowledge import VERSION
from onrecord.record import FORMAT

_LIBRARIES = (
    "charset-normalizer", "click", "httpx", "jinja2", "lxml_html_clean", "markupsafe", "msgspec", "numpy",
    "onnxruntime", "py3langid", "rich", "tokenizers", "trafilatura", "zstandard",
)  # fmt: skip
_EXTRAS = {"parquet": ("pyarrow", "reads .parquet tables")}


def _version_of(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def problem_of(folder: Path) -> str | None:
    """What is wrong with the model in a folder and how to mend it; None where it loads."""
    try:
        from onrecord.analysis.model.session import Model  # noqa: PLC0415 - heavy, and may be what is missing

        Model.load(folder)
    except (ModelError, ImportError) as error:
        return str(error)
    return None


def _models() -> dict[str, str | None]:
    """The models that should be there, by name, with what is wrong with each."""
    try:
        from onrecord.analysis.model.session import shipped  # noqa: PLC0415
        from onrecord.analysis.settings import MODELS  # noqa: PLC0415
    except ImportError as error:
        return {"model": str(error)}
    return {name: problem_of(shipped(name)) for name in MODELS.values()}


def report() -> dict[str, object]:
    """Versions of the program, its parts and its libraries, and what is wrong with each model.

    A library or an extra that is missing is null; so is the problem of a model that is whole.
    """
    return {
        "onrecord": __version__,
        "record format": FORMAT,
        "knowledge": VERSION,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "models": _models(),
        "libraries": {name: _version_of(name) for name in _LIBRARIES},
        "extras": {extra: _version_of(package) for extra, (package, _) in _EXTRAS.items()},
    }


def _lines(found: dict[str, object]) -> list[str]:
    models, libraries, extras = found["models"], found["libraries"], found["extras"]
    assert isinstance(models, dict)
    assert isinstance(libraries, dict)
    assert isinstance(extras, dict)
    lines = [f"{name:<20} {value}" for name, value in found.items() if not isinstance(value, dict)]
    lines.append("models")
    lines += [f"  {name:<18} {problem or 'whole'}" for name, problem in models.items()]
    lines.append("libraries")
    lines += [f"  {name:<18} {seen or 'MISSING: pip install ' + name}" for name, seen in libraries.items()]
    lines.append("extras")
    for extra, (_, purpose) in _EXTRAS.items():
        missing = f"not installed ({purpose}): pip install 'onrecord[{extra}]'"
        lines.append(f"  {extra:<18} {extras[extra] or missing}")
    return lines


@click.command("doctor")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(form: str) -> None:
    """Tell versions, models, knowledge and which extras are there.

    Loads each model and holds its files to their hashes. Exits with status 1 where a model is not whole or a
    library that onrecord needs is missing.
    """
    found = report()
    click.echo(json.dumps(found, indent=1) if form == "json" else "\n".join(_lines(found)))
    libraries, models = found["libraries"], found["models"]
    assert isinstance(libraries, dict)
    assert isinstance(models, dict)
    if None in libraries.values() or any(models.values()):
        click.get_current_context().exit(1)
