"""spaCy's small CNN pipeline: tok2vec, tagger, parser, ner, as its own quickstart for efficiency sets it up.

The configuration is the one that the installed spaCy writes for English on a CPU; nothing of it is changed
but how long it is trained. It is trained briefly on UD English EWT with UNER's names, so that it parses and
finds names at the usual pace; a trained pipeline that is downloaded has the same shape, and more steps.
"""

import gzip
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

PIPELINE = ["tagger", "parser", "ner"]
"""The components asked for; spaCy puts the tok2vec that they share before them."""
STEPS = 1500
"""Batches trained on: some minutes on one core."""
SENTENCES = 10
"""How many sentences make a training document."""


class _Sentence(NamedTuple):
    words: list[str]
    spaces: list[bool]
    tags: list[str]
    heads: list[int]
    relations: list[str]
    names: list[str]


def load(shared: Path, cache: Path) -> Any:  # noqa: ANN401 - spaCy ships no types that we check against
    """The pipeline, read from `cache`, or trained on the corpora in `shared` and kept there.

    Raises `ModuleNotFoundError` where spaCy is not installed.
    """
    import spacy  # noqa: PLC0415 - the command must give its help without spaCy

    folder = cache / f"spacy-{spacy.__version__}-{STEPS}"
    if not folder.is_dir():
        unfinished = folder.with_name(folder.name + ".unfinished")
        _train(shared / "corpora", unfinished)
        unfinished.rename(folder)  # so that a training broken off is not taken for a trained pipeline
    return spacy.load(folder / "model-last")


def _train(corpora: Path, folder: Path) -> None:
    from spacy.cli.init_config import init_config  # noqa: PLC0415
    from spacy.training.initialize import init_nlp  # noqa: PLC0415
    from spacy.training.loop import train  # noqa: PLC0415

    os.environ.setdefault("OMP_NUM_THREADS", "1")
    folder.mkdir(parents=True, exist_ok=True)
    config = init_config(lang="en", pipeline=PIPELINE, optimize="efficiency", gpu=False)
    for part in ("train", "dev"):
        path = folder / f"{part}.spacy"
        _write_documents(corpora, part, path)
        config["paths"][part] = str(path)
    # The scores are asked for once, at the end: what counts here is that the pipeline works as usual.
    config["training"].update(max_steps=STEPS, eval_frequency=STEPS, patience=0)
    train(init_nlp(config), folder)


def _write_documents(corpora: Path, part: str, path: Path) -> None:
    """Write a part of EWT with UNER's names in spaCy's own training format."""
    from spacy.tokens import Doc, DocBin  # noqa: PLC0415
    from spacy.vocab import Vocab  # noqa: PLC0415

    vocab, bin_ = Vocab(), DocBin()
    sentences = list(_sentences(corpora, part))
    for first in range(0, len(sentences), SENTENCES):
        group = sentences[first : first + SENTENCES]
        bin_.add(Doc(vocab, **_joined(group)))
    bin_.to_disk(path)


def _joined(sentences: list[_Sentence]) -> dict[str, list[Any]]:
    """Several sentences as the arguments of one document, heads counted from its first word."""
    heads: list[int] = []
    for sentence in sentences:
        first = len(heads)
        heads += [first + head for head in sentence.heads]
    return {
        "words": [word for s in sentences for word in s.words],
        "spaces": [space for s in sentences for space in s.spaces],
        "tags": [tag for s in sentences for tag in s.tags],
        "heads": heads,
        "deps": [relation for s in sentences for relation in s.relations],
        "ents": [name for s in sentences for name in s.names],
        "sent_starts": [not i for s in sentences for i in range(len(s.words))],
    }


def _sentences(corpora: Path, part: str) -> Iterator[_Sentence]:
    """The sentences that both layers have with the same number of words."""
    names = dict(_blocks(_corpus_file(corpora / "ner" / "uner_ewt" / f"en_ewt-{part}.iob2")))
    for key, rows in _blocks(_corpus_file(corpora / "ud" / "ewt" / f"en_ewt-ud-{part}.conllu")):
        words = [row for row in rows if row[0].isdigit()]  # neither multiword tokens nor empty nodes
        tags = [row[2] for row in names.get(key, [])]
        if len(words) == len(tags):
            yield _Sentence(
                words=[row[1] for row in words],
                spaces=["SpaceAfter=No" not in row[9] for row in words],
                tags=[row[4] for row in words],
                # spaCy's root is its own head; CoNLL-U counts from 1 and gives the root 0.
                heads=[int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(words)],
                relations=["ROOT" if row[6] == "0" else row[7] for row in words],
                names=tags,
            )


def _corpus_file(path: Path) -> str:
    """The text of `path`, or of its gzip file."""
    if path.exists():
        return path.read_text(encoding="utf-8")
    return gzip.decompress(path.with_name(path.name + ".gz").read_bytes()).decode()


def _blocks(text: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Each sentence's id and its rows of columns."""
    for block in text.split("\n\n"):
        key, rows = "", []
        for line in block.splitlines():
            if line.startswith("# sent_id = "):
                key = line.removeprefix("# sent_id = ").strip()
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
        if rows:
            yield key, rows
