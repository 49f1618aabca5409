import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from onrecord.analysis.marks import find_quotations
from onrecord.analysis.model.encoding import Encoded, encode
from onrecord.analysis.model.heads import N_COLUMNS, POINTER, TAGGED
from onrecord.analysis.model.session import FILES, MANIFEST, Model, Outputs, get_model, shipped
from onrecord.analysis.tokens import tokenise
from onrecord.errors import ModelError, UsageError

FOLDER = shipped("en-1")
pytestmark = pytest.mark.skipif(not (FOLDER / MANIFEST).exists(), reason="no model ships yet")

STORY = """The harbour board will close two of its piers in May, its chairwoman said on Monday.

“We have put this off for nine years,” Ilse Vandermolen told the Quayside Post. “The piers will not wait.”

Fishermen who moor there were not asked, according to a letter that forty of them signed. """
OTHER = (
    "NO ONE WAS HURT\n\nThe mayor's office denied that the bridge had been checked. No one would say more."
)


def encoded_by(model: Model, text: str) -> Encoded:
    """The text as the model reads it."""
    tokens = tokenise(text)
    return encode(model.tokenizer, tokens, find_quotations(tokens))


def read(model: Model, text: str) -> Outputs:
    """What the model says of the text."""
    return model.read(encoded_by(model, text))


def same(one: Outputs, other: Outputs) -> bool:
    """Whether the two are the same to the last bit."""
    return all(a.tobytes() == b.tobytes() for a, b in zip(one, other, strict=True))


@pytest.fixture(scope="module")
def model() -> Model:
    """The model that ships."""
    return get_model()


def test_each_word_gets_a_row(model: Model) -> None:
    """Every word has its emissions and its vector, and they are numbers."""
    outputs = read(model, STORY)
    n_words = len(encoded_by(model, STORY).extents)
    assert outputs.emissions.shape == (n_words, N_COLUMNS)
    assert outputs.hidden.shape[0] == n_words
    assert outputs.emissions.dtype == outputs.hidden.dtype == np.float32
    assert np.isfinite(outputs.emissions).all()


def test_what_is_said_does_not_depend_on_threads(model: Model) -> None:
    """One thread and two give the same bytes."""
    assert same(read(model, STORY * 5), read(Model.load(threads=2), STORY * 5))


def test_what_is_said_does_not_depend_on_what_was_read_before(model: Model) -> None:
    """A text's bytes are the same first and last."""
    first = read(model, STORY)
    read(model, OTHER)
    assert same(first, read(model, STORY))
    assert same(read(Model.load(), OTHER), read(model, OTHER))


@pytest.mark.parametrize("text", ["", " \n\n ", "\u200b", "\x00", "—"])
def test_next_to_nothing_can_be_read(model: Model, text: str) -> None:
    """A text without words has no rows, one with a single mark one."""
    assert len(read(model, text).emissions) == len(encoded_by(model, text).extents)


@pytest.mark.parametrize(
    "text",
    ["x" * 10_000, "-" * 10_000, "9" * 10_000, "é" * 10_000, "x1" * 40, "中" * 2_000, "a\u0301" * 5_000],
)
def test_a_word_of_any_length_can_be_read(model: Model, text: str) -> None:
    """Ten thousand characters without a space go through."""
    assert np.isfinite(read(model, text).emissions).all()


def test_a_sentence_of_five_thousand_words_can_be_read(model: Model) -> None:
    """It is cut between words, and every word has a row."""
    text = "and the mayor of the town said " * 715
    assert len(read(model, text).emissions) == 715 * 7


def test_time_is_linear_in_length(model: Model) -> None:
    """Eight times the words take about eight times as long."""

    def took(text: str) -> float:
        encoded = encoded_by(model, text)
        start = time.process_time()
        model.read(encoded)
        return time.process_time() - start

    took(STORY)
    assert took(STORY * 80) < 16 * took(STORY * 10)


def test_a_long_text_keeps_to_its_memory() -> None:
    """Fifteen thousand words, and windows of all lengths, stay within 400 MB for the whole process."""
    code = f"""
import resource
from onrecord.analysis.marks import find_quotations
from onrecord.analysis.model.encoding import encode
from onrecord.analysis.model.session import get_model
from onrecord.analysis.tokens import tokenise
model = get_model()
for text in [{STORY!r} * 250, *("so it is " * n for n in range(1, 60))]:
    tokens = tokenise(text)
    model.read(encode(model.tokenizer, tokens, find_quotations(tokens)))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(done.stdout) * unit < 400e6


def test_pointers_link_words(model: Model) -> None:
    """Some words' vectors become four short ones each; a chain has a score for each move."""
    hidden = read(model, STORY).hidden
    assert model.pointers(hidden[[0, 3, 5]]).shape == (3, 4, POINTER)
    assert model.pointers(hidden[:0]).shape == (0, 4, POINTER)
    assert model.no_source.shape == (POINTER,)
    assert {name: chain.moves.shape for name, chain in model.chains.items()} == {
        head.name: (head.n_tags, head.n_tags) for head in TAGGED
    }


def test_a_model_is_loaded_once() -> None:
    """The same folder and threads give the same model, also from several threads at once."""
    with ThreadPoolExecutor(4) as pool:
        models = list(pool.map(lambda _: get_model(FOLDER, threads=1), range(8)))
    assert len(set(map(id, models))) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_process_reads_the_same() -> None:
    """Also where the parent's model has threads of its own, which a fork leaves behind."""
    code = f"""
import os
from onrecord.analysis.marks import find_quotations
from onrecord.analysis.model.encoding import encode
from onrecord.analysis.model.session import get_model
from onrecord.analysis.tokens import tokenise
def read():
    model, tokens = get_model(threads=2), tokenise({STORY!r})
    return model.read(encode(model.tokenizer, tokens, find_quotations(tokens))).emissions.tobytes()
right = read()
child = os.fork()
if not child:  # which ends as multiprocessing ends one
    os._exit(read() != right)
assert os.waitpid(child, 0)[1] == 0
"""
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, timeout=60)


def copied(folder: Path) -> Path:
    """A folder whose manifest points to the shipped model's files."""
    manifest = json.loads((FOLDER / MANIFEST).read_text(encoding="utf-8"))
    for name in FILES:
        manifest["files"][name]["at"] = str(FOLDER / manifest["files"][name]["at"])
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def changed(folder: Path, **entries: object) -> None:
    """Change the folder's manifest."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    (folder / MANIFEST).write_text(json.dumps({**manifest, **entries}), encoding="utf-8")


def test_two_models_may_share_files(tmp_path: Path, model: Model) -> None:
    """A manifest may point to another folder's files."""
    assert same(read(Model.load(copied(tmp_path)), STORY), read(model, STORY))


def test_a_missing_model_says_how_to_mend_it(tmp_path: Path) -> None:
    """No folder, or a file less."""
    with pytest.raises(ModelError, match=r"nowhere.*Install onrecord again"):
        Model.load(tmp_path / "nowhere")
    files = json.loads((copied(tmp_path) / MANIFEST).read_text(encoding="utf-8"))["files"]
    changed(tmp_path, files={**files, "heads.npz": {"at": "gone.npz", "sha256": ""}})
    with pytest.raises(UsageError, match=r"gone\.npz.*Install onrecord again"):
        Model.load(tmp_path)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    """A file whose bytes are not those that it came with, and a manifest that is none."""
    files = json.loads((copied(tmp_path) / MANIFEST).read_text(encoding="utf-8"))["files"]
    data = bytearray((FOLDER / files["layers.onnx"]["at"]).read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "layers.onnx").write_bytes(data)
    changed(tmp_path, files={**files, "layers.onnx": {**files["layers.onnx"], "at": "layers.onnx"}})
    with pytest.raises(ModelError, match=r"layers\.onnx.*damaged"):
        Model.load(tmp_path)
    (tmp_path / MANIFEST).write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match=r"model\.json.*damaged"):
        Model.load(tmp_path)


def test_another_versions_model_is_refused(tmp_path: Path) -> None:
    """Other heads than this code knows, or another layout."""
    for entries in ({"columns": 3}, {"format": 99}):
        changed(copied(tmp_path), **entries)
        with pytest.raises(ModelError, match="another version"):
            Model.load(tmp_path)
