"""spaCy's small CNN pipeline: tok2vec, tagger, parser, ner, as its own quickstart for efficiency sets it up.

With lemmas it also has what spaCy's own small English pipeline has between parser and ner: a ruler that
turns tags into parts of speech, and the lemmatizer by rules, with the tables of `spacy-lookups-data`.

The configuration is the one that the installed spaCy writes for English on a CPU; nothing of it is changed
but how long it is trained. It is trained briefly on UD English EWT with UNER's names, so that it parses and
finds names at the usual pace; a trained pipeline that is downloaded has the same shape, and more steps.
"""

import gzip
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

PIPELINE = ["tagger", "parser", "ner"]
"""The components asked for; spaCy puts the tok2vec that they share before them."""
STEPS = 1500
"""Batches trained on: some minutes on one core."""
SENTENCES = 10
"""How many sentences make a training document."""
LAST = "model-last"
"""Where in its folder spaCy's training leaves the pipeline."""
PARTS_OF_SPEECH = {
    "ADJ": "JJ JJR JJS",
    "ADP": "IN RP",
    "ADV": "RB RBR RBS WRB",
    "AUX": "MD",
    "CCONJ": "CC",
    "DET": "DT PDT WDT",
    "INTJ": "UH",
    "NOUN": "NN NNS",
    "NUM": "CD",
    "PART": "POS TO",
    "PRON": "EX PRP PRP$ WP WP$",
    "PROPN": "NNP NNPS",
    "PUNCT": "`` '' , . : -LRB- -RRB- HYPH NFP",
    "SYM": "$ SYM",
    "VERB": "VB VBD VBG VBN VBP VBZ",
    "X": "ADD AFX FW GW LS",
}
"""Each universal part of speech and the Penn tags that stand for it, but for auxiliaries."""
AUXILIARIES = ["aux", "aux:pass", "cop"]
"""The relations whose word is an auxiliary, whatever its tag."""


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

    return spacy.load(_kept(_folder(cache), lambda unfinished: _train(shared / "corpora", unfinished)) / LAST)


def load_with_lemmas(shared: Path, cache: Path) -> Any:  # noqa: ANN401 - as above
    """The pipeline with parts of speech and lemmas, read from `cache`, or built on that of `load`.

    Raises `ModuleNotFoundError` where spaCy is not installed, `ValueError` where its tables are not.
    """
    import spacy  # noqa: PLC0415 - as above

    folder = _folder(cache)
    kept = folder.with_name(folder.name + "-lemmas")
    return spacy.load(_kept(kept, lambda unfinished: _add_lemmas(load(shared, cache), unfinished)))


def _folder(cache: Path) -> Path:
    import spacy  # noqa: PLC0415 - as above

    return cache / f"spacy-{spacy.__version__}-{STEPS}"


def _kept(folder: Path, write: Callable[[Path], None]) -> Path:
    """`folder`, written first where it is missing; what is broken off is not taken for finished."""
    if not folder.is_dir():
        unfinished = folder.with_name(folder.name + ".unfinished")
        write(unfinished)
        unfinished.rename(folder)
    return folder


def _add_lemmas(pipeline: Any, folder: Path) -> None:  # noqa: ANN401 - as above
    ruler = pipeline.add_pipe("attribute_ruler", after="parser")
    ruler.load_from_tag_map({tag: {"POS": p} for p, tags in PARTS_OF_SPEECH.items() for tag in tags.split()})
    ruler.add([[{"DEP": {"IN": AUXILIARIES}}]], {"POS": "AUX"})
    pipeline.add_pipe("lemmatizer", after="attribute_ruler").initialize()
    pipeline.to_disk(folder)


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
