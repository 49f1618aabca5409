from importlib.resources import files
from pathlib import Path

from onrecord.knowledge.checking import check
from onrecord.knowledge.rows import COLUMNS

HEADER = ",".join(COLUMNS) + "\n"
OWN = Path(str(files("onrecord.knowledge"))) / "own"


def found(folder: Path, *lines: str) -> list[tuple[str, int]]:
    """The findings in a file with these rows: kind and line."""
    path = folder / "rows.csv"
    path.write_text(HEADER + "".join(line + "\n" for line in lines), encoding="utf-8")
    return [(finding.kind, finding.line) for finding in check([path])]


def minister(name: str, since: str, until: str, known: str = "") -> str:
    """A row of a finance minister."""
    return (
        f"person,{name},,,,FRA,,Minister of Finance of France,,,{since},{until},{known},https://example.org"
    )


def test_a_month_of_beginning_may_mean_its_end(tmp_path: Path) -> None:
    """Somebody acting for days comes before the successor of whom only that month is known."""
    rows = minister("C D", "2025-01", "", "2026-02-05"), minister("A B", "2025-01-20", "2025-01")
    assert found(tmp_path, *rows) == []
    rows = minister("C D", "2025-02", "", "2025-11-17"), minister("A B", "2025-02", "2025-02")
    assert found(tmp_path, *rows) == []


def test_good_rows_pass(tmp_path: Path) -> None:
    """One after the other, the last open until a known day: nothing is found."""
    rows = minister("A B", "2019-01-01", "2020-02-01"), minister("C D", "2020-02-01", "", "2021-01-01")
    assert found(tmp_path, *rows) == []


def test_overlaps_and_gaps(tmp_path: Path) -> None:
    """Two who hold at once what only one can, and months of nobody, are found with their lines."""
    rows = (
        minister("A B", "2019-01-01", "2020-02-01"),
        minister("C D", "2019-06-01", "2020-03-01"),
        minister("E F", "2021-01-01", "2021-05-01"),
    )
    assert found(tmp_path, *rows) == [("overlap", 3), ("gap", 4)]


def test_rows_wrong_by_themselves(tmp_path: Path) -> None:
    """Open for ever, known until before it began, no source, no such country, unusable: each has its line."""
    rows = (
        minister("A B", "2019-01-01", ""),
        minister("C D", "2021-01-01", "", "2020-01-01"),
        "person,E F,,,,FRA,,Mayor of X,,,2019,2020,,",
        "person,G H,,,,QQQ,,Mayor of Y,,,2019,2020,,https://example.org",
        "person,I J,,,,FRA,,Mayor of Z,,,2019,2018,,https://example.org",
    )
    assert found(tmp_path, *rows) == [("wrong", line) for line in range(2, 7)]


def test_our_own_files() -> None:
    """Every row of our own files is usable, and none is open for ever or without a source."""
    wrong = [str(finding) for finding in check(sorted(OWN.glob("*.csv"))) if finding.kind == "wrong"]
    assert wrong == []
