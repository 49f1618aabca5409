"""A checkpoint to the folder that ships: `python -m training.export CHECKPOINT.pt FOLDER`.

The same checkpoint gives the same bytes. What is in the folder: `onrecord.analysis.model.session` reads it.
"""

import argparse
import hashlib
import io
import json
import os
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.analysis.model.heads import TAGGED
from onrecord.analysis.model.session import EMBEDDED, FILES, FORMAT, GRAPH, HEADS, MANIFEST, TOKENIZER, guard
from onrecord.analysis.model.windowing import CONTEXT, CORE
from training import encoder
from training.graph import Weights, build, inner_widths, quantised
from training.network import N_HEADS, Network


def load(checkpoint: Path) -> Network:
    """The network of a checkpoint, as wide and deep as its tensors say."""
    state = torch.load(checkpoint, weights_only=True, map_location="cpu")
    sizes = inner_widths({name: value.numpy() for name, value in state.items()})
    network = Network(len(state["pieces.weight"]), sizes, positions=len(state["positions.weight"]))
    network.load_state_dict(state)
    return network.eval()


def export(
    network: Network,
    folder: Path,
    name: str,
    *,
    exact: bool = False,
    share: Path | None = None,
    core: int = CORE,
    context: int = CONTEXT,
) -> dict[str, object]:
    """Write the folder of a network and return its manifest.

    `core` and `context` are the windows', in word pieces. `exact` keeps everything in fp32, for comparisons.
    A file that would be the same as one in the folder `share` is not written but pointed to, relative to
    `folder`. A calibration that the folder has is kept.
    """
    weights = {name: value.numpy() for name, value in network.state_dict().items()}
    folder.mkdir(parents=True, exist_ok=True)
    contents = {
        GRAPH: build(weights, N_HEADS, exact=exact),
        HEADS: _heads(network, weights),
        TOKENIZER: _tokenizer(),
        **_embedded(weights["pieces.weight"], exact=exact),
    }
    manifest = {
        "name": name,
        "format": FORMAT,
        "exact": exact,
        "layers": inner_widths(weights),
        "width": weights["pieces.weight"].shape[1],
        "positions": len(weights["positions.weight"]),
        "core": core,
        "context": context,
        **guard(),
        "files": {part: _write(folder, part, contents[part], share) for part in FILES},
        "calibration": _calibration(folder / MANIFEST),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return manifest


def _write(folder: Path, part: str, content: bytes, share: Path | None) -> dict[str, str]:
    """Where a part lies, and its hash."""
    digest = hashlib.sha256(content).hexdigest()
    if share and (share / part).is_file() and (share / part).read_bytes() == content:
        (folder / part).unlink(missing_ok=True)
        return {"at": Path(os.path.relpath(share / part, folder)).as_posix(), "sha256": digest}
    (folder / part).write_bytes(content)
    return {"at": part, "sha256": digest}


def _embedded(table: NDArray[np.float32], *, exact: bool) -> dict[str, bytes]:
    """The table of pieces and a scale for each of its rows."""
    numbers, scales = (table, np.ones(len(table), np.float32)) if exact else quantised(table)
    found = {}
    for part, array in zip(EMBEDDED, (numbers, scales), strict=True):
        file = io.BytesIO()
        np.save(file, np.ascontiguousarray(array), allow_pickle=False)
        found[part] = file.getvalue()
    return found


def _heads(network: Network, weights: Weights) -> bytes:
    """What is worked out beside the graph: the vectors that link, and the chains over tags."""
    arrays = {
        "pointers_weight": weights["pointers.weight"],
        "pointers_bias": weights["pointers.bias"],
        "no_source": weights["no_source"],
        "party_bias": weights["party_bias"],
    }
    for head in TAGGED:
        parts = zip(("moves", "start", "end"), network.crfs[head.name].scores(), strict=True)
        arrays |= {f"{head.name}_{part}": scores.detach().numpy() for part, scores in parts}
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    return file.getvalue()


def _tokenizer() -> bytes:
    spec = json.loads(encoder.tokenizer().to_str())
    return json.dumps(spec, ensure_ascii=False, separators=(",", ":")).encode()


def _calibration(manifest: Path) -> object:
    """The calibration that an earlier export of the folder was given."""
    return json.loads(manifest.read_text(encoding="utf-8"))["calibration"] if manifest.exists() else {}


def main() -> None:
    """Write the folder and say what it weighs."""
    parser = argparse.ArgumentParser(description="A checkpoint to a folder that ships.")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--name", default="", help="the folder's own name unless given")
    parser.add_argument("--fp32", action="store_true", help="round nothing, for comparisons")
    parser.add_argument("--share", type=Path, help="a folder whose files to point to where ours are the same")
    parser.add_argument("--core", type=int, default=CORE, help="word pieces in the core of a window")
    parser.add_argument("--context", type=int, default=CONTEXT, help="and on either side of it")
    options = parser.parse_args()
    folder: Path = options.folder
    name = options.name or folder.name
    manifest = export(
        load(options.checkpoint), folder, name, exact=options.fp32, share=options.share,
        core=options.core, context=options.context,
    )  # fmt: skip
    size = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    print(f"{folder}: layers {manifest['layers']}, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
