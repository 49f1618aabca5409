"""The average of several checkpoints' weights: `python -m training.average OUT.pt EPOCH.pt EPOCH.pt …`.

Epochs near the end of a run differ by chance more than by what they know; their mean is steadier.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def averaged(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each tensor of numbers; of what is no number (masks), the first."""
    return {
        name: torch.stack([state[name] for state in states]).mean(0) if value.is_floating_point() else value
        for name, value in states[0].items()
    }


def main() -> None:
    """Read, average, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    options = parser.parse_args()
    torch.save(averaged([torch.load(path, weights_only=True) for path in options.checkpoints]), options.out)


if __name__ == "__main__":
    main()
