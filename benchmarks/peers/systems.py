"""The systems that `speed.py` times: ours, and what a user would pick instead. Articles in, JSON out.

textacy's rules find direct quotations with a speaker. They refuse an article whose quotation marks, lone
apostrophes among them, are odd in number; such an article counts as unread and gives no quotation.
"""

import json
from collections.abc import Callable, Iterable
from os import devnull
from pathlib import Path
from typing import Any, NamedTuple

from peers import spacy_cnn
from peers.sample import texts

BATCH = 64
"""Articles that spaCy takes at once: more take more memory and no less time."""


class Found(NamedTuple):
    """What came out: articles read, statements in them, and articles that the system could not do."""

    records: int
    statements: int | None
    """None where the system finds none by what it is."""
    unread: int = 0


Reader = Callable[[Path], Found]
"""Reads a JSONL file of articles, each `{"text": ...}` and more."""


def whole_records(**options: Any) -> Reader:  # noqa: ANN401 - whatever options onrecord has
    """Text in, JSON records out, times, names and statements included, through the public API."""
    import onrecord  # noqa: PLC0415 - each process pays for its own system alone

    def read(path: Path) -> Found:
        failed: list[onrecord.InputError] = []
        records = found = 0
        with Path(devnull).open("wb") as out:
            for record in onrecord.read_many(path, workers=1, on_error=failed.append, **options):
                out.write(record.to_json())
                records += 1
                found += len(record.statements)
        return Found(records, found, len(failed))

    return read


def times_and_marks() -> Reader:
    """Reading a text into an article, its quotation marks paired, its times found and anchored."""
    from onrecord.analysis.marks import find_quotations  # noqa: PLC0415
    from onrecord.analysis.times import anchor, recognise  # noqa: PLC0415
    from onrecord.analysis.tokens import tokenise  # noqa: PLC0415
    from onrecord.reading.article import read_article  # noqa: PLC0415
    from onrecord.reading.inputs.sources import open_items  # noqa: PLC0415
    from onrecord.reading.item import Item, ReadSettings  # noqa: PLC0415

    def read(path: Path) -> Found:
        records = unread = 0
        for item in open_items([path], ReadSettings()):
            if not isinstance(item, Item):
                unread += 1
                continue
            article = read_article(item, ReadSettings()).article
            find_quotations(tokenise(article.text))
            anchor(recognise(article.text), article.text, article.published, ())
            records += 1
        return Found(records, None, unread)

    return read


def spacy_alone(pipeline: Any) -> Reader:  # noqa: ANN401 - spaCy ships no types that we check against
    """Tags, parses and names, in batches; nothing is written."""
    return lambda path: Found(sum(1 for _ in pipeline.pipe(texts(path), batch_size=BATCH)), statements=None)


def spacy_and_textacy(pipeline: Any) -> Reader:  # noqa: ANN401 - as above
    """The same with lemmas, then names and textacy's quotations as JSON."""
    from textacy.extract import direct_quotations  # noqa: PLC0415 - each process pays for its own system

    def read(path: Path) -> Found:
        records = statements = unread = 0
        with Path(devnull).open("w", encoding="utf-8") as out:
            for document in pipeline.pipe(texts(path), batch_size=BATCH):
                try:
                    quotations = list(direct_quotations(document))
                except ValueError:
                    quotations, unread = [], unread + 1
                out.write(_as_json(document, quotations))
                records += 1
                statements += len(quotations)
        return Found(records, statements, unread)

    return read


def _as_json(document: Any, quotations: Iterable[Any]) -> str:  # noqa: ANN401 - as above
    names = [[name.label_, name.start_char, name.end_char] for name in document.ents]
    said = [
        {
            "speaker": _spans(q.speaker),
            "cue": _spans(q.cue),
            "content": [q.content.start_char, q.content.end_char],
        }
        for q in quotations
    ]
    return json.dumps({"names": names, "quotations": said})


def _spans(words: Iterable[Any]) -> list[list[int]]:
    return [[word.idx, word.idx + len(word)] for word in words]


FULL, FAST = "onrecord, full model", "onrecord, fast model"
PARTIAL = "onrecord, reading, times and marks alone"
PEER, PARSER = "spaCy + textacy quotations", "spaCy alone"

MODELS: dict[str, dict[str, Any]] = {FULL: {}, FAST: {"model": "fast"}}
"""The options that onrecord reads whole records with."""

Maker = Callable[[Path, Path], Reader]
"""Makes a system ready, from the folders with the corpora and with the trained spaCy pipeline."""
SYSTEMS: dict[str, Maker] = {
    FULL: lambda _shared, _cache: whole_records(**MODELS[FULL]),
    FAST: lambda _shared, _cache: whole_records(**MODELS[FAST]),
    PARTIAL: lambda _shared, _cache: times_and_marks(),
    PEER: lambda shared, cache: spacy_and_textacy(spacy_cnn.load_with_lemmas(shared, cache)),
    PARSER: lambda shared, cache: spacy_alone(spacy_cnn.load(shared, cache)),
}
