"""The house stands on floors: a file knows only those below it."""

import ast
from pathlib import Path

import onrecord

ROOT = Path(onrecord.__file__).parent
FLOORS = [
    {"_version", "record", "errors"},
    {"knowledge"},
    {"resolution"},
    {"reading"},
    {"analysis"},
    {"_api", "exports"},
    {"cli", "__main__"},
]
"""From the ground up. The package's `__init__` stands outside: it only names where things live."""


def floor_of(part: str) -> int:
    """The number of the floor that a part of the package stands on."""
    return next(number for number, parts in enumerate(FLOORS) if part in parts)


def imports(path: Path) -> set[str]:
    """The parts of the package that a file imports, at its top or within a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("onrecord."):
            found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("onrecord.")}
    return found


def test_data_flows_one_way() -> None:
    """No file imports from a floor above its own."""
    wrong = []
    for path in sorted(ROOT.rglob("*.py")):
        part = path.relative_to(ROOT).parts[0].removesuffix(".py")
        if part == "__init__":
            continue
        wrong += [
            f"{path.name} imports {other}" for other in imports(path) if floor_of(other) > floor_of(part)
        ]
    assert wrong == []


def test_the_record_stands_alone() -> None:
    """`record.py` imports nothing of ours."""
    assert imports(ROOT / "record.py") == set()


def test_all_is_sorted_and_complete() -> None:
    """`__all__` is the sorted list of public names, and each of them is there."""
    assert onrecord.__all__ == sorted(onrecord.__all__)
    assert all(getattr(onrecord, name) is not None for name in onrecord.__all__)
    assert set(dir(onrecord)) == set(onrecord.__all__)


def test_modules_stay_small() -> None:
    """No module of the package grows past 400 lines."""
    long = {p.name: n for p in ROOT.rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert long == {}
