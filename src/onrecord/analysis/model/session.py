"""The shipped model at run time: a text's word pieces in, what every head says of every word out.

A folder holds a model: the layers as an ONNX graph, the table of word pieces, the heads' own numbers, the
tokenizer, and `model.json`, which names them with their hashes. One window is read at a time, so that what is
said of a text depends on that text alone, and on neither threads nor what else is read.
"""

import ctypes
import hashlib
import importlib.resources
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.model.decoding import Chain, Floats
from onrecord.analysis.model.encoding import N_FEATURES, Encoded, Ints
from onrecord.analysis.model.heads import N_COLUMNS, PARTIES, POINTER, TAGGED
from onrecord.analysis.model.windowing import Window, bounds, windows
from onrecord.errors import ModelError, message

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FORMAT = 2
"""The version of a folder's layout; a folder of another one is refused."""
NAME = "en-1"
MANIFEST = "model.json"
GRAPH, HEADS, TOKENIZER, PIECES, SCALES = (
    "layers.onnx",
    "heads.npz",
    "tokenizer.json",
    "pieces.npy",
    "scales.npy",
)
EMBEDDED = (PIECES, SCALES)
"""The table of word pieces, one row each, and what to multiply each row by."""
LINKS = 4
"""Vectors a word that link statements: as content and as the cue of one, as cue and as the source of one."""
PARTY_POINTERS = tuple((LINKS + 2 * k, LINKS + 2 * k + 1) for k in range(len(PARTIES)))
"""Which vectors of a word join an event's trigger and each sort of its parties."""
POINTERS = LINKS + 2 * len(PARTIES)
"""Vectors a word in all."""
FILES = (GRAPH, HEADS, TOKENIZER, *EMBEDDED)


class Outputs(NamedTuple):
    """What the model says of a text, one row a word, read at the word's first piece."""

    emissions: Floats
    """`[words, N_COLUMNS]`: see `heads.columns`."""
    hidden: Floats
    """`[words, width]`: the last layer's vectors."""


def guard() -> dict[str, Any]:
    """What a model must have been trained with for this code to make sense of it."""
    return {
        "heads": {head.name: list(head.kinds) for head in TAGGED},
        "columns": N_COLUMNS,
        "pointer": [POINTER, POINTERS],
        "features": N_FEATURES,
    }


class _Pointers(NamedTuple):
    """Some of the vectors that link words."""

    weight: Floats
    bias: Floats

    @classmethod
    def of(cls, weight: Floats, bias: Floats, numbers: Iterable[int]) -> Self:
        """Those of these numbers, of all the rows of `weight`."""
        rows = np.concatenate([np.arange(k * POINTER, (k + 1) * POINTER) for k in numbers])
        return cls(np.ascontiguousarray(weight[rows].T), bias[rows])

    def vectors(self, hidden: Floats) -> Floats:
        """`[n, vectors, POINTER]` for the rows of some words."""
        found: Floats = (hidden @ self.weight + self.bias).reshape(
            len(hidden), len(self.bias) // POINTER, POINTER
        )
        return found


class Model:
    """A loaded model. Threads may share it."""

    def __init__(self, folder: Path, threads: int) -> None:
        self._manifest = _manifest(folder)
        files = {name: _checked(folder, entry) for name, entry in self._manifest["files"].items()}
        self.name: str = self._manifest["name"]
        self.calibration: dict[str, Any] = self._manifest["calibration"]
        self.tokenizer = _tokenizer(files[TOKENIZER])
        vocabulary = self.tokenizer.get_vocab()
        self._ends = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self._core, self._context = int(self._manifest["core"]), int(self._manifest["context"])
        self._room = int(self._manifest["positions"]) - len(self._ends)
        # Mapped, so that processes share it and only the rows that are used are read.
        self._pieces: NDArray[Any] = np.load(files[PIECES], mmap_mode="r", allow_pickle=False)
        self._scales: Floats = np.load(files[SCALES], allow_pickle=False)[:, None]
        with np.load(files[HEADS], allow_pickle=False) as heads:
            self.chains = {head.name: _chain(heads, head.name) for head in TAGGED}
            self.no_source: Floats = heads["no_source"]
            self.party_bias: Floats = heads["party_bias"]
            weight, bias = heads["pointers_weight"], heads["pointers_bias"]
        self._links = _Pointers.of(weight, bias, range(LINKS))
        self._triggers = _Pointers.of(weight, bias, [query for query, _ in PARTY_POINTERS])
        self._parties = _Pointers.of(weight, bias, [key for _, key in PARTY_POINTERS])
        self._session = _session(files[GRAPH], threads)

    @classmethod
    def load(cls, folder: Path | None = None, *, name: str = NAME, threads: int = 1) -> Self:
        """The model of a folder, or the one that ships under `name`.

        Raises `ModelError` where a file is missing, damaged, or of another version.
        """
        return cls(folder or shipped(name), threads)

    def read(self, encoded: Encoded) -> Outputs:
        """What the model says of each word of a text."""
        at = bounds(encoded)
        emissions = np.empty((len(encoded.first), N_COLUMNS), np.float32)
        hidden = np.empty((len(encoded.first), self._pieces.shape[1]), np.float32)
        for window in windows(encoded, self._core, self._context):
            core = slice(window.start, window.end)
            emissions[core], hidden[core] = self._run(encoded, at, window)
        return Outputs(emissions, hidden)

    def pointers(self, hidden: Floats) -> Floats:
        """The vectors `[n, LINKS, POINTER]` that link words, from the rows `hidden` of some words."""
        return self._links.vectors(hidden)

    def party_scores(
        self, hidden: Floats, triggers: Sequence[int], near: Sequence[tuple[int, int]]
    ) -> list[Floats]:
        """For each trigger, a word, the log-odds `[PARTIES, words]` that the words near it are its parties'.

        `near` are ranges of words. Each word's vectors are worked out once, however many triggers are near.
        """
        wanted = np.zeros(len(hidden), bool)
        for first, last in near:
            wanted[first:last] = True
        places = np.cumsum(wanted) - 1
        keys = self._parties.vectors(hidden[wanted]).transpose(1, 0, 2)
        queries = self._triggers.vectors(hidden[list(triggers)])
        bias = self.party_bias[:, None]
        return [
            (keys[:, places[first] : places[last - 1] + 1] @ query[:, :, None])[:, :, 0] / POINTER**0.5 + bias
            for query, (first, last) in zip(queries, near, strict=True)
        ]

    def _run(self, encoded: Encoded, at: Ints, window: Window) -> tuple[Floats, Floats]:
        start, end = int(at[window.first]), int(at[window.last])
        end = min(end, start + self._room)  # only one word of hundreds of pieces comes to that
        ids = np.empty(end - start + 2, np.int64)
        features = np.zeros((1, len(ids)), np.int64)
        ids[0], ids[-1] = self._ends
        ids[1:-1], features[0, 1:-1] = encoded.ids[start:end], encoded.features[start:end]
        wanted = at[window.start : window.end] - start
        pieces = (self._pieces[ids] * self._scales[ids])[None]
        inputs = {"pieces": pieces, "features": features, "wanted": wanted}
        emissions, hidden = self._session.run(["emissions", "hidden"], inputs)
        return emissions[0], hidden[0]


_models: dict[tuple[Path, int], Model] = {}
_lock = Lock()


def get_model(folder: Path | None = None, *, name: str = NAME, threads: int = 1) -> Model:
    """The model as `Model.load` gives it, loaded once in a process; raises what it raises."""
    key = ((folder or shipped(name)).resolve(), threads)
    with _lock:
        if key not in _models:
            _models[key] = Model.load(key[0], threads=threads)
        return _models[key]


def _forget() -> None:
    """A forked process has none of its parent's threads, so it must load its own models.

    The parent's are never let go of: their end would wait for those threads.
    """
    global _lock  # noqa: PLW0603 - the parent may have held it
    _lock = Lock()
    for model in _models.values():
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(model))
    _models.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


def shipped(name: str) -> Path:
    """The folder of a model that ships with the package."""
    return Path(str(importlib.resources.files("onrecord"))) / "models" / name


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        known = manifest["format"] == FORMAT and all(manifest[key] == value for key, value in guard().items())
        complete = all({"at", "sha256"} <= manifest["files"][name].keys() for name in FILES)
        complete = complete and {"name", "positions", "core", "context", "calibration"} <= manifest.keys()
    except OSError as error:
        raise ModelError(message("model-missing", what=path, detail=error.strerror)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(message("model-damaged", what=path)) from error
    if not (known and complete):
        raise ModelError(message("model-version", what=folder))
    return dict(manifest)


def _checked(folder: Path, entry: dict[str, str]) -> Path:
    """The path of a file of the model, once its hash is right."""
    path = folder / entry["at"]
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(message("model-missing", what=path, detail=error.strerror)) from error
    if digest != entry["sha256"]:
        raise ModelError(message("model-damaged", what=path))
    return path


def _tokenizer(path: Path) -> "Tokenizer":
    from tokenizers import Tokenizer  # noqa: PLC0415 - only who reads needs it

    return Tokenizer.from_file(str(path))


def _chain(heads: Any, name: str) -> Chain:  # noqa: ANN401 - numpy has no public name for what npz files are
    return Chain(*(heads[f"{name}_{part}"] for part in Chain._fields))


def _session(path: Path, threads: int) -> "InferenceSession":
    import onnxruntime  # noqa: PLC0415 - a tenth of a second, for who reads

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    # More would fuse sums with normalisation again, which is slower (training/graph.py).
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    # Plans of memory are kept for each length of input, and there are hundreds.
    options.enable_mem_pattern = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
