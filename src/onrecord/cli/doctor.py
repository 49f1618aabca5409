"""`onrecord doctor`: what is installed, and what would add to it."""

import json
import platform
from importlib.metadata import PackageNotFoundError, version

import click

from onrecord._version import __version__
from onrecord.analysis.pipeline import PRODUCER
from onrecord.record import FORMAT

_LIBRARIES = (
    "charset-normalizer", "click", "httpx", "jinja2", "lxml_html_clean", "markupsafe", "msgspec", "py3langid",
    "rich", "trafilatura", "zstandard",
)  # fmt: skip
_EXTRAS = {"parquet": ("pyarrow", "reads .parquet tables")}


def _version_of(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def report() -> dict[str, object]:
    """Versions of the program, its parts and its libraries; an extra that is missing is null."""
    return {
        "onrecord": __version__,
        "record format": FORMAT,
        "model": PRODUCER.model,
        "knowledge": PRODUCER.knowledge,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "libraries": {name: _version_of(name) for name in _LIBRARIES},
        "extras": {extra: _version_of(package) for extra, (package, _) in _EXTRAS.items()},
    }


def _lines(found: dict[str, object]) -> list[str]:
    libraries, extras = found["libraries"], found["extras"]
    assert isinstance(libraries, dict)
    assert isinstance(extras, dict)
    lines = [f"{name:<20} {found[name]}" for name in found if name not in {"libraries", "extras"}]
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
    """Tell versions, model, knowledge and which extras are there.

    Exits with status 1 where a library that onrecord needs is missing.
    """
    found = report()
    click.echo(json.dumps(found, indent=1) if form == "json" else "\n".join(_lines(found)))
    libraries = found["libraries"]
    assert isinstance(libraries, dict)
    if None in libraries.values():
        click.get_current_context().exit(1)
