"""Reading the sources: CSV rows (without those to be left out), country codes, days."""

import csv
import gzip
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from onrecord.knowledge import dates

Left = frozenset[tuple[str, int]]
"""Rows to leave out: the file's name and the row from 1, the header not counted."""


def read_without(path: Path) -> Left:
    """The rows that a CSV of file name and row number lists; a first line without a number is a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(
            (row[0], int(row[1])) for row in csv.reader(file) if row and row[1].strip().isdigit()
        )


class Sources:
    """The source files in `folder`; one that is not there has no rows."""

    def __init__(self, folder: Path, left: Left = frozenset()) -> None:
        self.folder = folder
        self.left = left

    def rows(self, name: str) -> Iterator[dict[str, str]]:
        """The rows of a CSV file, plain or gzipped, that are not to be left out."""
        path = self.folder / name
        if not path.exists():
            return
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 1):
                if (name, number) not in self.left:
                    yield row

    @cached_property
    def iso3(self) -> dict[str, str]:
        """ISO 3166-1 alpha-2 to alpha-3; the European Union and the United Nations as PLOVER has them."""
        path = self.folder / "geonames_countryinfo.txt"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        table = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
        return {row[0]: row[1] for row in table if len(row[0]) == 2} | {"EU": "EUR", "UN": "UNO"}  # noqa: PLR2004

    def country(self, code: str) -> str:
        """The ISO 3166-1 alpha-3 code of a source's country: "GB-SCT" is GBR."""
        return self.iso3.get(code[:2], "") if code else ""


def day(value: str) -> int:
    """A day as a number; 0 where a source has something else."""
    try:
        return dates.number(value.strip())
    except ValueError:
        return 0
