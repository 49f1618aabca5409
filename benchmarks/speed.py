"""How fast articles become records: onrecord beside what a user would pick instead, on one core, in one run.

    python benchmarks/speed.py SHARED --cache FOLDER

Each system is a process of its own on the same core. They read the same file of raw news in turns, round by
round; the figures are medians over the rounds, a ratio is that to spaCy with textacy in the same round. Time
is the processor time of the process, which other work on the machine hardly moves. A cold start is the wall
time from launch to the first article's record, the median of several launches. Memory is the most that the
process ever had (VmHWM). Linux only. Needs the dependency group `bench`.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from peers import spacy_cnn
from peers.sample import chosen_articles, texts, write_rows
from peers.systems import FAST, FULL, MODELS, PARSER, PARTIAL, PEER, SYSTEMS, Found, Reader

ARTICLES = 200
COLD_STARTS = 3
"""Launches of each system that count, after one that does not."""


class Measure(NamedTuple):
    """What a system took: seconds a round, seconds to the first record, MB at the peak, and what it found."""

    seconds: list[float]
    cold: float
    memory: float
    found: Found


class Target(NamedTuple):
    """A system is to be at least `times` as fast as another."""

    system: str
    other: str
    times: float


TARGETS = (Target(FULL, PEER, 1.0), Target(FAST, PEER, 2.0), Target(PARTIAL, PARSER, 12.5))
MOST_MEMORY = 600.0
"""MB that the full model may take at its peak, over all articles with one worker."""


def known_systems() -> dict[str, str]:
    """The systems that there are here, and what onrecord's own name as their model in a record.

    The fast model is left out where this onrecord has no such option.
    """
    import onrecord  # noqa: PLC0415 - only the parent asks

    known = dict.fromkeys(SYSTEMS, "")
    for name, options in MODELS.items():
        try:
            known[name] = str(onrecord.read("“We open on Friday,” the mayor said.", **options).producer.model)
        except onrecord.UsageError as refusal:
            print(f"left out: {name}, not known to this onrecord: {refusal}")
            del known[name]
    return known


# One system's process


def serve(system: Reader, folder: Path) -> None:
    """Read one article, then all of them for each line on stdin; answer with what it took and found."""
    system(folder / "first.jsonl")
    print("ready", flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        found = system(folder / "all.jsonl")
        print(json.dumps([time.process_time() - start, _peak_memory(), found]), flush=True)


def _peak_memory() -> float:
    """MB of this process at its peak, from its own address space (`getrusage` tells the parent's too)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kibibytes = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    return kibibytes * 1024 / 1e6


# The parent's side


class Process:
    """A system in its own process, its first record written."""

    def __init__(self, name: str, arguments: Sequence[str]) -> None:
        start = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, __file__, *arguments, "--serve", name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=_environment(),
        )
        self._answer()
        self.cold = time.perf_counter() - start

    def _answer(self) -> str:
        assert self._process.stdout is not None
        answer = self._process.stdout.readline()
        if not answer:
            raise SystemExit(f"a system's process ended with status {self._process.wait()}; see above")
        return answer

    def round(self) -> tuple[float, float, Found]:
        """Let it read all articles once: seconds, MB at its peak so far, what it found."""
        assert self._process.stdin is not None
        print("again", file=self._process.stdin, flush=True)
        seconds, memory, found = json.loads(self._answer())
        return seconds, memory, Found(*found)

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def _environment() -> dict[str, str]:
    # Compiled modules may be written once; a variable that forbids it would be measured instead.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # One thread each, whatever library does the sums.
    return {**kept, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def cold_start(name: str, arguments: Sequence[str]) -> float:
    """Wall seconds from launch to the first record."""
    process = Process(name, arguments)
    process.close()
    return process.cold


def measure(names: Sequence[str], rounds: int, arguments: Sequence[str]) -> dict[str, Measure]:
    """Every system over all articles, in turns, after one launch and one round that do not count."""
    launches = [{name: cold_start(name, arguments) for name in names} for _ in range(COLD_STARTS + 1)][1:]
    processes = {name: Process(name, arguments) for name in names}
    turns = [{name: process.round() for name, process in processes.items()} for _ in range(rounds + 1)]
    for process in processes.values():
        process.close()
    return {
        name: Measure(
            seconds=[turn[name][0] for turn in turns[1:]],
            cold=statistics.median(launch[name] for launch in launches),
            memory=turns[-1][name][1],
            found=turns[-1][name][2],
        )
        for name in names
    }


# The figures


def times_as_fast(ours: Measure, other: Measure) -> float:
    """How many times as fast as `other` in the same round; the median over the rounds."""
    pairs = zip(ours.seconds, other.seconds, strict=True)
    ratios: list[float] = [theirs / mine for mine, theirs in pairs]
    return statistics.median(ratios)


COLUMNS = (
    "system",
    "articles/s",
    "words/s",
    f"times {PEER}",
    "peak memory",
    "cold start",
    "statements",
    "unread",
)


def table(measured: dict[str, Measure], lengths: Sequence[int]) -> list[str]:
    """The figures as a table in Markdown."""
    lines = [f"| {' | '.join(COLUMNS)} |", "|---" + "|--:" * (len(COLUMNS) - 1) + "|"]
    for name, taken in measured.items():
        seconds = statistics.median(taken.seconds)
        cells = (
            f"{len(lengths) / seconds:.1f}",
            f"{sum(lengths) / seconds:.0f}",
            f"{times_as_fast(taken, measured[PEER]):.2f}",
            f"{taken.memory:.0f} MB",
            f"{taken.cold:.2f} s",
            "" if taken.found.statements is None else str(taken.found.statements),
            str(taken.found.unread),
        )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def verdicts(measured: dict[str, Measure]) -> list[str]:
    """A line for each target whose system was measured; it ends with `holds` or `missed`."""
    lines = []
    for system, other, least in TARGETS:
        if system in measured:
            ratio = times_as_fast(measured[system], measured[other])
            said = f"{system}: {ratio:.2f} times as fast as {other}, target {least:g}"
            lines.append(f"{said}: {'holds' if ratio >= least else 'missed'}")
    memory = measured[FULL].memory
    said = f"{FULL}: {memory:.0f} MB at the peak, target under {MOST_MEMORY:.0f} MB"
    return [*lines, f"{said}: {'holds' if memory < MOST_MEMORY else 'missed'}"]


def described(lengths: Sequence[int], rounds: int) -> str:
    """What was read, in one line."""
    spread = f"{min(lengths)} to {max(lengths)}, median {statistics.median(lengths):.0f}"
    average = statistics.mean(lengths)
    return f"{len(lengths)} articles of {average:.0f} words on average ({spread}), {rounds} rounds, one core"


def options() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, help="the folder that holds corpora/")
    parser.add_argument("--cache", type=Path, required=True, help="where the trained spaCy pipeline is kept")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=ARTICLES, help="fewer for a trial (%(default)s)")
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)))
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--serve", choices=SYSTEMS, help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> int:
    """Print the table; status 1 where a target is missed."""
    chosen = options()
    if chosen.serve:
        os.sched_setaffinity(0, {chosen.core})
        serve(SYSTEMS[chosen.serve](chosen.shared, chosen.cache), chosen.folder)
        return 0
    spacy_cnn.load_with_lemmas(chosen.shared, chosen.cache)  # trained before anything is timed
    known = known_systems()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = chosen_articles(chosen.shared, chosen.articles)
        write_rows(folder / "first.jsonl", articles[:1])
        path = write_rows(folder / "all.jsonl", articles)
        places = [str(chosen.shared), "--cache", str(chosen.cache), "--folder", str(folder)]
        measured = measure(list(known), chosen.rounds, [*places, "--core", str(chosen.core)])
        lengths = [len(text.split()) for text in texts(path)]
    judged = verdicts(measured)
    models = [f"{name}: its records name the model {known[name]}" for name in MODELS if name in known]
    print(described(lengths, chosen.rounds), *models, "", *table(measured, lengths), "", *judged, sep="\n")
    return int(any(line.endswith("missed") for line in judged))


if __name__ == "__main__":
    sys.exit(main())
