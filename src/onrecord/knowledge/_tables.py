"""Reading the packaged tables."""

import gzip
from importlib.resources import files
from pathlib import Path

_DATA = Path(str(files("onrecord.knowledge"))) / "data"


def lines(name: str) -> list[str]:
    """The lines of the table `name` without its header; names that end in `.gz` are unpacked."""
    data = (_DATA / name).read_bytes()
    if name.endswith(".gz"):
        data = gzip.decompress(data)
    # Not splitlines(): a name may hold a character that it takes for a line's end.
    return data.decode().rstrip("\n").split("\n")[1:]


def rows(name: str) -> list[list[str]]:
    """The cells of the table `name`, row by row, without its header."""
    return [line.split("\t") for line in lines(name)]
