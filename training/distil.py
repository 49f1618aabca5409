"""Train the fast model: fewer, narrower layers of a trained network, taught by the whole of it.

    python -m training.distil CORPORA WORK --teacher CHECKPOINT.pt --model FOLDER

It learns from the labels as its teacher did, and from what the teacher says of all of it and of news without
any labels. The table of word pieces stays the teacher's, so that the two can share its file.
"""

import argparse
import random
from pathlib import Path

import torch
from torch import nn

from onrecord.analysis.model.session import Model
from training import corpora
from training.export import load
from training.network import Network
from training.numbers import Numbered
from training.train import Run, Settings, settings_from

KEPT = (0, 2, 4)
"""Which of the teacher's layers the student begins with."""
WIDTH = 768
"""Inner units of each."""
RAW = 800
"""News without labels that every epoch reads."""


class Distillation(Run):
    """A run whose network is a part of its teacher's."""

    def __init__(
        self, folder: Path, work: Path, settings: Settings, *, teacher: Path, model: Path, start: Path | None
    ) -> None:
        self.teacher = load(teacher)
        self.start = torch.load(start, weights_only=True, map_location="cpu") if start else None
        super().__init__(folder, work, settings)
        spoken = Model.load(model, threads=2)
        self.raw = self._numbered(corpora.raw(folder, RAW))
        for group in (
            self.polnear, self.kept, self.own, self.named, self.told, self.eventless, self.raw,
        ):  # fmt: skip
            group[:] = [taught(spoken, document) for document in group]

    def new_network(self) -> Network:
        """The teacher's table and heads, and the layers of an earlier student.

        Without one, some of the teacher's layers, each narrowed to its weightiest inner units.
        """
        state = self.teacher.state_dict()
        network = Network(self.tokenizer.get_vocab_size(), [WIDTH] * len(KEPT))
        rest = {name: value for name, value in state.items() if not name.startswith("layers.")}
        network.load_state_dict(rest, strict=False)
        for number, (layer, k) in enumerate(zip(network.layers, KEPT, strict=True)):
            if self.start:
                prefix = f"layers.{number}."
                mine = {
                    n.removeprefix(prefix): value for n, value in self.start.items() if n.startswith(prefix)
                }
                layer.load_state_dict(mine)
                continue
            old = self.teacher.layers[k]
            weight = old.up.weight.norm(dim=1) * old.down.weight.norm(dim=0)
            units = weight.topk(WIDTH).indices.sort().values
            layer.load_state_dict(narrowed(old, units))
        network.pieces.weight.requires_grad_(requires_grad=False)
        return network

    def documents(self, rng: random.Random) -> list[Numbered]:
        """What this epoch reads."""
        return [*super().documents(rng), *self.raw]


def narrowed(layer: nn.Module, units: torch.Tensor) -> dict[str, torch.Tensor]:
    """A layer's tensors with these of its inner units alone."""
    state = dict(layer.state_dict())
    state["up.weight"], state["up.bias"] = state["up.weight"][units], state["up.bias"][units]
    state["down.weight"] = state["down.weight"][:, units]
    return state


def taught(model: Model, document: Numbered) -> Numbered:
    """The document with what the model says of it."""
    return document._replace(targets=model.read(document.encoded).emissions.astype("float16"))


def main() -> None:
    """Train, going on from where the last run stopped."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    parser.add_argument("--teacher", type=Path, required=True, help="the teacher's checkpoint")
    parser.add_argument("--model", type=Path, required=True, help="the teacher as exported")
    parser.add_argument("--from", dest="start", type=Path, help="go on from this student's layers")
    parser.set_defaults(prune_after=0, nest_after=0, epochs=4)
    folder, work, settings, options = settings_from(parser)
    run = Distillation(
        folder, work, settings, teacher=options.teacher, model=options.model, start=options.start
    )
    run.resume()
    run.train()


if __name__ == "__main__":
    main()
