"""Starting up is cheap. Counted in modules, which do not wobble; benchmarks/startup.py measures the time."""

import json
import subprocess
import sys

LOADED = """
import json, sys
before = set(sys.modules)
{code}
print(json.dumps(sorted(set(sys.modules) - before)), file=sys.stderr)
"""
HELP = """
from onrecord.cli import main
sys.argv = ["onrecord", "--help"]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
"""


def loaded_by(code: str) -> list[str]:
    """The modules that a fresh Python loads to run `code`."""
    command = [sys.executable, "-W", "ignore", "-c", LOADED.format(code=code)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    modules: list[str] = json.loads(done.stderr)
    return modules


def foreign(modules: list[str]) -> set[str]:
    """The packages among `modules` that are neither Python's nor ours."""
    return {module.split(".")[0] for module in modules} - sys.stdlib_module_names - {"onrecord"}


def test_import_loads_next_to_nothing() -> None:
    """`import onrecord` loads two modules of ours, nobody else's, and few of Python's (27 when written)."""
    modules = loaded_by("import onrecord")
    assert [module for module in modules if module.startswith("onrecord")] == [
        "onrecord",
        "onrecord._version",
    ]
    assert foreign(modules) == set()
    assert len(modules) <= 45


def test_help_loads_the_command_line_alone() -> None:
    """`onrecord --help` loads click and nothing that reads or analyses (78 modules when written)."""
    modules = loaded_by(HELP)
    ours = {module for module in modules if module.startswith("onrecord.")}
    assert foreign(modules) <= {"click", "colorama"}
    assert ours <= {"onrecord._version", "onrecord.cli", "onrecord.errors"}
    assert len(modules) <= 130
