"""Every measure that the model decides, for one model's folder: `make eval MODEL=FOLDER`.

    python benchmarks/evaluate.py MODEL SHARED_FOLDER

The folder is what `training.export` writes; it takes the place of the one that ships, in this process only.
Each measure is a command of its own too, which then scores the shipped model.
"""

import argparse
import runpy
import sys
from pathlib import Path

from onrecord.analysis.model import session

HERE = Path(__file__).parent
WITH_CORPORA = ("statements.py", "names.py", "events.py")
ALONE = ("passages.py",)


def read_with(folder: Path) -> str:
    """Let every model that is asked for by name be the one of this folder; its name.

    Raises `ModelError` where the folder holds no whole model.
    """
    name = session.Model.load(folder).name
    session.shipped = lambda name: folder  # noqa: ARG005 - the name is the one it is called with
    return name


def measure(script: str, *arguments: str) -> None:
    """Run a measure as if it were called by itself."""
    print(f"\n{script} {' '.join(arguments)}\n", flush=True)
    sys.argv = [script, *arguments]
    runpy.run_path(str(HERE / script), run_name="__main__")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("model", type=Path, help="the model's folder")
    parser.add_argument("shared", type=Path, help="the folder that holds corpora/ and measure/")
    args = parser.parse_args()
    print(f"model {read_with(args.model.resolve())}, {args.model}")
    for script in WITH_CORPORA:
        measure(script, str(args.shared))
    for script in ALONE:
        measure(script)


if __name__ == "__main__":
    main()
