"""Type-checked and never run: what a caller's editor knows of the public API."""

from collections.abc import Iterator
from pathlib import Path

import onrecord

record: onrecord.Record = onrecord.read("The mayor said it rained.", published="2025-02-19")
from_path: onrecord.Record = onrecord.read(Path("article.html"), as_is=True)
from_bytes: onrecord.Record = onrecord.read(b"<p>It rained.</p>", input_format="html")
many: Iterator[onrecord.Record] = onrecord.read_many(["news/*.jsonl"], workers=2, columns={"text": "body"})

fast: onrecord.Record = onrecord.read("It rained.", model="fast", min_confidence=0.8, threads=2)

answer: onrecord.Who = onrecord.who("the French president", "2014-06-06")
name: str | None = answer.entity.name if answer.entity else None

first_words: str = record.statements[0].content[0].text
day: str | None = record.times[0].value
schema: dict[str, object] = onrecord.json_schema()

onrecord.read("text", publised="2025")  # type: ignore[call-arg]
onrecord.read("text", model="big")  # type: ignore[arg-type]
