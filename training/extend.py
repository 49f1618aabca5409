"""Teach a finished model new heads: `python -m training.extend CORPORA WORK --from CHECKPOINT.pt`.

The run goes on from the checkpoint's weights with everything that the model was taught before, so that it
forgets nothing, and with what the new heads need. Heads that the checkpoint has not got begin at nothing.
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor

from training.nesting import label_inner
from training.network import Network
from training.train import Run, Settings, settings_from


class Extension(Run):
    """A run that goes on from another's end."""

    def __init__(self, folder: Path, work: Path, settings: Settings, *, start: Path) -> None:
        self.start = torch.load(start, weights_only=True, map_location="cpu")
        super().__init__(folder, work, settings)

    def new_network(self) -> Network:
        """The checkpoint's network, with columns and pointers for the heads that it has not got."""
        widths = [
            len(self.start[f"layers.{k}.up.bias"])
            for k in range(len({name.split(".")[1] for name in self.start if name.startswith("layers.")}))
        ]
        network = Network(self.tokenizer.get_vocab_size(), widths)
        network.load_state_dict(grown(self.start, network.state_dict()))
        return network


def grown(old: dict[str, Tensor], new: dict[str, Tensor]) -> dict[str, Tensor]:
    """The new tensors, with the old ones in their first rows."""
    found = {}
    for name, value in new.items():
        found[name] = value.clone()
        if name in old:
            found[name][: len(old[name])] = old[name]
    return found


def main() -> None:
    """Train, going on from where the last run stopped."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("--from", dest="start", type=Path, required=True, help="the checkpoint to go on from")
    parser.set_defaults(
        prune_after=0,
        nest_after=0,
        epochs=4,
        encoder_rate=1.5e-4,
        own_times=1,
        names_share=0.15,
        polnear_share=0.35,
        events_times=3,
        average=0.995,
    )
    folder, work, settings, options = settings_from(parser)
    run = Extension(folder, work, settings, start=options.start)
    run.resume()
    label_inner(run.averaged(), run.polnear)
    run.train()


if __name__ == "__main__":
    main()
