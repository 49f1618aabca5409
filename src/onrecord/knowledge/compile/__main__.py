"""The command that compiles: see the package's docstring."""

import argparse
from pathlib import Path

from onrecord.knowledge.compile.build import build
from onrecord.knowledge.compile.own import OWN
from onrecord.knowledge.compile.sources import Sources, read_without
from onrecord.knowledge.compile.tables import write_tables
from onrecord.knowledge.store import FOLDER

parser = argparse.ArgumentParser(
    prog="python -m onrecord.knowledge.compile", description="Compile the knowledge."
)
parser.add_argument("sources", type=Path, help="the folder of the sources")
parser.add_argument("--without", type=Path, help="a CSV of rows to leave out: file name, row from 1")
parser.add_argument("--out", type=Path, default=FOLDER, help="the folder to write to (the package's own)")
parser.add_argument("--only", choices=["tables", "databases"], help="write only these")
parser.add_argument(
    "--own", type=Path, default=OWN, help="the folder of the CSV files made by hand (the package's own)"
)
given = parser.parse_args()
given.out.mkdir(parents=True, exist_ok=True)
if given.only != "databases":
    write_tables(given.sources, given.out)
if given.only != "tables":
    build(
        Sources(given.sources, read_without(given.without) if given.without else frozenset()),
        given.out,
        given.own,
    )
