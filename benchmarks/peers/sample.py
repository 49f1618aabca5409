"""The articles that every system reads: raw news of four kinds, the same ones in every run."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]

COLLECTIONS = ("abc_au_2006", "basil_2010_19", "bbc_2004_05", "reuters21578")
"""Files of `corpora/raw`: a broadcaster's short reports, long political stories, a news site, a wire."""
LEAST_WORDS = {"reuters21578": 151}
"""Words that an article of a collection has at least: the wire's many short items and tables are left out."""


def chosen_articles(shared: Path, number: int) -> list[Row]:
    """As many articles of each collection, the same ones in every run: the first by the hash of their id."""
    each = number // len(COLLECTIONS)
    chosen = [row for name in COLLECTIONS for row in _first_by_hash(_collection(shared, name), each)]
    return _first_by_hash(chosen, number)  # mixed, so that a batch has articles of all


def _first_by_hash(rows: Iterable[Row], number: int) -> list[Row]:
    return sorted(rows, key=lambda row: hashlib.sha256(row["id"].encode()).digest())[:number]


def _collection(shared: Path, name: str) -> list[Row]:
    path = shared / "corpora" / "raw" / f"{name}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        {"id": row["id"], "text": row["text"], "published": row.get("date")}
        for row in rows
        if len(row["text"].split()) >= LEAST_WORDS.get(name, 1)
    ]


def write_rows(path: Path, rows: Iterable[Row]) -> Path:
    """Write `rows` as JSONL."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def texts(path: Path) -> Iterator[str]:
    """The articles' texts in a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]
