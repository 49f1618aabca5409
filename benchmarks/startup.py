"""What starting up costs, as multiples of starting Python itself, in one run.

    python benchmarks/startup.py

Runs `python -c pass`, `python -c "import onrecord"` and `onrecord --help` in turns and compares the medians
of their wall times. Status 1 where a target is missed. A busy machine slows all three; run it again on a
quiet one before believing a miss.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 15
BARE = "python -c pass"
TARGETS = {'python -c "import onrecord"': 5.0, "onrecord --help": 8.0}
"""The most that each may take, in multiples of the bare start."""


def commands() -> dict[str, list[str]]:
    """What is run, by its name; raises `SystemExit` where the command is not installed beside Python."""
    script = Path(sys.executable).with_name("onrecord")
    if not script.exists():
        raise SystemExit(
            f"there is no {script}: install the package into this environment (pip install -e .)"
        )
    python = sys.executable
    starts = ([python, "-c", "pass"], [python, "-c", "import onrecord"], [str(script), "--help"])
    return dict(zip((BARE, *TARGETS), starts, strict=True))


def seconds(command: list[str]) -> float:
    """The wall time of one run of `command`."""
    # Compiled modules may be written once; a variable that forbids it would be measured instead.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def medians(runs: int) -> dict[str, float]:
    """The median seconds of each command over `runs` runs in turns, after one that does not count."""
    started = commands()
    taken: dict[str, list[float]] = {name: [] for name in started}
    for _ in range(runs + 1):
        for name, command in started.items():
            taken[name].append(seconds(command))
    return {name: statistics.median(times[1:]) for name, times in taken.items()}


def main() -> int:
    """Print the table; status 1 where a target is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=RUNS)
    measured = medians(parser.parse_args().runs)
    ratios = {name: measured[name] / measured[BARE] for name in TARGETS}
    print("| command | ms | times the bare start | target |", "|---|--:|--:|--:|", sep="\n")
    print(f"| {BARE} | {1000 * measured[BARE]:.1f} | 1.0 | |")
    for name, target in TARGETS.items():
        print(f"| {name} | {1000 * measured[name]:.1f} | {ratios[name]:.1f} | at most {target:.0f} |")
    return int(any(ratios[name] > target for name, target in TARGETS.items()))


if __name__ == "__main__":
    sys.exit(main())
