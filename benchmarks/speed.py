"""How fast articles are read: onrecord beside spaCy's small CNN pipeline, on one core, in one run.

    python benchmarks/speed.py SHARED --cache FOLDER

Each system is a process of its own on the same core. They read the same articles in turns, round by round;
the figures are medians over the rounds, the share is that of spaCy's time in the same round. Time is the
processor time of the process, which other work on the machine hardly moves. A cold start is the wall time
from launch to the first article read. Linux only. Needs the dependency group `bench`.
"""

import argparse
import gzip
import hashlib
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from peers import spacy_cnn

Row = dict[str, Any]
Reader = Callable[[Sequence[Row]], object]
"""Reads all the articles it is given, each `{"text", "date"}`."""

WORDS = range(600, 1101)
ARTICLES = 150
BATCH = 16
"""Articles that spaCy takes at once where it works in batches: more take gigabytes and no less time."""
TARGET = 8.0
"""Percent of spaCy's time that reading with times and marks may take."""


class Measure(NamedTuple):
    """What a system took: seconds a round, seconds to the first article, MiB at the peak."""

    seconds: list[float]
    cold: float
    memory: float


def whole() -> Reader:
    """Text in, record out as JSON."""
    import onrecord  # noqa: PLC0415 - each process pays for its own system alone

    return lambda articles: [onrecord.read(a["text"], published=a["date"]).to_json() for a in articles]


def times_and_marks() -> Reader:
    """Reading the text into an article, its quotation marks paired, its times found and anchored."""
    from onrecord.analysis.marks import find_quotations  # noqa: PLC0415
    from onrecord.analysis.times import anchor, recognise  # noqa: PLC0415
    from onrecord.analysis.tokens import tokenise  # noqa: PLC0415
    from onrecord.reading.article import read_article  # noqa: PLC0415
    from onrecord.reading.item import Item, ReadSettings  # noqa: PLC0415
    from onrecord.record import Source  # noqa: PLC0415

    def one(row: Row) -> object:
        item = Item(content=row["text"], kind="text", where="text", source=Source(kind="text"))
        article = read_article(item, ReadSettings(published=row["date"])).article
        quotations = find_quotations(tokenise(article.text))
        return quotations, anchor(recognise(article.text), article.text, article.published, ())

    return lambda articles: [one(row) for row in articles]


def spacy_singly(shared: Path, cache: Path) -> Reader:
    """spaCy, article by article, as onrecord reads them."""
    pipeline = spacy_cnn.load(shared, cache)
    return lambda articles: [pipeline(row["text"]) for row in articles]


def spacy_in_batches(shared: Path, cache: Path) -> Reader:
    """spaCy, all articles through its batching `pipe`."""
    pipeline = spacy_cnn.load(shared, cache)
    return lambda articles: list(pipeline.pipe((row["text"] for row in articles), batch_size=BATCH))


OURS = {"onrecord, whole record": whole, "onrecord, reading, times and marks": times_and_marks}
THEIRS = {"spaCy, one by one": spacy_singly, "spaCy, in batches": spacy_in_batches}
JUDGED = "onrecord, reading, times and marks"


def chosen_articles(shared: Path) -> list[Row]:
    """Articles of a usual length, the same ones in every run: the first by the hash of their id."""
    path = shared / "corpora" / "polnear" / "train" / "polnear_train.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if len(row["text"].split()) in WORDS]
    rows.sort(key=lambda row: hashlib.sha256(row["id"].encode()).digest())
    return [{"text": row["text"], "date": row["date"]} for row in rows[:ARTICLES]]


# One system's process


def serve(name: str, core: int, shared: Path, cache: Path) -> None:
    """Read one article, then all of them for each line on stdin; answer with the seconds that took."""
    os.sched_setaffinity(0, {core})
    articles = json.loads(sys.stdin.readline())
    reader = OURS[name]() if name in OURS else THEIRS[name](shared, cache)
    reader(articles[:1])
    print("ready", flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        reader(articles)
        print(time.process_time() - start, _peak_memory(), flush=True)


def _peak_memory() -> float:
    """MiB of this process at its peak, from its own address space (`getrusage` tells the parent's too)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


# The parent's side


class System:
    """A system in its own process."""

    def __init__(self, name: str, articles: Sequence[Row], arguments: Sequence[str]) -> None:
        start = time.perf_counter()
        command = [sys.executable, __file__, *arguments, "--serve", name]
        # One thread each, whatever library does the sums.
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        self._answer(json.dumps(articles))
        self.cold, self.memory = time.perf_counter() - start, 0.0
        self.seconds: list[float] = []

    def _answer(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(line, file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        if not answer:
            raise SystemExit(f"a system's process ended with status {self._process.wait()}; see above")
        return answer

    def round(self) -> None:
        """Let it read all articles once."""
        seconds, memory = map(float, self._answer("again").split())
        self.seconds.append(seconds)
        self.memory = memory

    def close(self) -> Measure:
        """End its process; what it took."""
        self._process.communicate()
        return Measure(self.seconds, self.cold, self.memory)


def measure(articles: Sequence[Row], rounds: int, arguments: Sequence[str]) -> dict[str, Measure]:
    """Every system over all articles, in turns, after one round that does not count."""
    systems = {name: System(name, articles, arguments) for name in (*OURS, *THEIRS)}
    for _ in range(rounds + 1):
        for system in systems.values():
            system.round()
    measured = {name: system.close() for name, system in systems.items()}
    return {name: m._replace(seconds=m.seconds[1:]) for name, m in measured.items()}


def share_of_peer(ours: Measure, peers: Sequence[Measure]) -> float:
    """Percent of the time of whichever peer was quickest in the same round; the median over the rounds."""
    quickest = [min(times) for times in zip(*(peer.seconds for peer in peers), strict=True)]
    shares: list[float] = [a / b for a, b in zip(ours.seconds, quickest, strict=True)]
    return 100 * statistics.median(shares)


def table(measured: dict[str, Measure], n_articles: int) -> list[str]:
    """The figures as a table in Markdown, and the verdict on the target."""
    peers = [measured[name] for name in THEIRS]
    lines = [
        "| system | ms an article | articles/s | share of spaCy's time | peak memory | cold start |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for name, taken in measured.items():
        each = statistics.median(taken.seconds) / n_articles
        cells = (f"{1000 * each:.2f}", f"{1 / each:.1f}", f"{share_of_peer(taken, peers):.1f} %")
        lines.append(f"| {name} | {' | '.join(cells)} | {taken.memory:.0f} MiB | {taken.cold:.2f} s |")
    share = share_of_peer(measured[JUDGED], peers)
    verdict = "holds" if share <= TARGET else "missed"
    return [*lines, "", f"{JUDGED}: {share:.1f} % of spaCy's time, target {TARGET:.0f} %: {verdict}"]


def main() -> int:
    """Print the table; status 1 where the target is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, help="the folder that holds corpora/")
    parser.add_argument("--cache", type=Path, required=True, help="where the trained spaCy pipeline is kept")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)))
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve, options.core, options.shared, options.cache)
        return 0
    spacy_cnn.load(options.shared, options.cache)  # trained before anything is timed
    articles = chosen_articles(options.shared)
    arguments = [str(options.shared), "--cache", str(options.cache), "--core", str(options.core)]
    lines = table(measure(articles, options.rounds, arguments), len(articles))
    words = statistics.mean(len(row["text"].split()) for row in articles)
    print(
        f"{len(articles)} articles of {words:.0f} words, {options.rounds} rounds, one core", *lines, sep="\n"
    )
    return int(lines[-1].endswith("missed"))


if __name__ == "__main__":
    sys.exit(main())
