"""How well pages are read: body, title, authors and date, beside plain trafilatura in the same run.

    python benchmarks/html_pages.py SHARED

SHARED/corpora/html holds `trafilatura/` (pages.tar.gz, gold.jsonl) and `fundus/` (pages/, gold.jsonl.gz).
On the first, recall is the share of the snippets that must be in the text and are, precision the share of the
snippets found that may be there. On the second, paragraphs (sub-headings are paragraphs too) count as
right when their letters and digits are those of a gold paragraph; standfirsts are neither asked nor wrong.
"""

import argparse
import gzip
import json
import re
import sys
import tarfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.reading.article import read_article
from onrecord.reading.item import Item, ReadSettings
from onrecord.record import Source


@dataclass
class Page:
    """One page and its gold: a dictionary with the fields that its set has."""

    name: str
    data: bytes
    gold: dict[str, Any]


@dataclass
class Result:
    """What a system made of a page."""

    paragraphs: list[str] = field(default_factory=list)
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    date: str | None = None


System = Callable[[Page], Result]


def ours(page: Page) -> Result:
    """The reading of `page` by this package; no article is an empty result."""
    item = Item(content=page.data, kind="html", where=page.name, source=Source(kind="bytes"), url=_url(page))
    try:
        article = read_article(item, ReadSettings()).article
    except InputError:
        return Result()
    paragraphs = article.text.split("\n\n")
    return Result(paragraphs, article.title, list(article.byline), article.published)


def plain(page: Page, *, precise: bool = False) -> Result:
    """Trafilatura's own reading of `page`, as it comes or with precision favoured."""
    import trafilatura  # noqa: PLC0415

    document: Any = trafilatura.bare_extraction(
        page.data, url=_url(page), with_metadata=True, include_comments=False, favor_precision=precise
    )
    if document is None:
        return Result()
    authors = [name.strip() for name in (document.author or "").split(";") if name.strip()]
    return Result((document.text or "").split("\n"), document.title, authors, document.date)


def precise(page: Page) -> Result:
    """Trafilatura with precision favoured."""
    return plain(page, precise=True)


SYSTEMS: dict[str, System] = {"onrecord": ours, "trafilatura": plain, "its precise mode": precise}


def _url(page: Page) -> str | None:
    url = page.gold.get("url")
    return url if isinstance(url, str) else None


def trafilatura_pages(folder: Path) -> Iterator[Page]:
    """The pages of the snippet set."""
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {row["file"]: row for row in map(json.loads, lines)}
    with tarfile.open(folder / "pages.tar.gz") as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() else None
            name = Path(member.name).name
            if stream is not None and name in gold:
                yield Page(name, stream.read(), gold[name])


def fundus_pages(folder: Path) -> Iterator[Page]:
    """The pages of the full-text set."""
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            name = f"{row['country']}_{row['file']}"
            yield Page(name, gzip.decompress((folder / "pages" / name).read_bytes()), row)


def key(text: str) -> str:
    """The letters and digits of `text`, lower case: what two paragraphs are compared by."""
    return "".join(c for c in text.lower() if c.isalnum())


def people(names: list[str]) -> set[str]:
    """The single names in strings that may hold several: gold and systems join them in many ways."""
    return {key(name) for text in names for name in re.split(r"[,;/]| and ", text) if key(name)}


class Tally(Counter[str]):
    """Counts that are read as ratios."""

    def ratio(self, part: str, whole: str) -> float:
        """`part` of `whole` in percent; nothing of nothing is 0."""
        return 100 * self[part] / self[whole] if self[whole] else 0.0

    def f1(self, right: str, predicted: str, gold: str) -> float:
        """The harmonic mean of precision and recall in percent."""
        total = self[predicted] + self[gold]
        return 200 * self[right] / total if total else 0.0


def count_snippets(tally: Tally, page: Page, result: Result) -> None:
    """Which of the page's wanted and unwanted snippets the title and text hold."""
    text = key(" ".join([result.title or "", *result.paragraphs]))
    for name in ("with", "without"):
        snippets = [s for s in page.gold.get(name) or [] if key(s)]
        tally[name] += len(snippets)
        tally["got " + name] += sum(key(s) in text for s in snippets)


def count_paragraphs(tally: Tally, page: Page, result: Result) -> None:
    """Which of the page's paragraphs, and which of its words, the text holds."""
    body = page.gold["body"]
    sections = body["sections"]
    wanted = [p for s in sections for p in (*s["headline"], *s["paragraphs"]) if key(p)]
    free = {key(p) for p in body["summary"]}
    got = [p for p in result.paragraphs if key(p) and key(p) not in free]
    for unit, split in (("paragraph", lambda ps: map(key, ps)), ("word", lambda ps: " ".join(ps).split())):
        gold, found = Counter(split(wanted)), Counter(split(got))
        tally["gold " + unit] += gold.total()
        tally["predicted " + unit] += found.total()
        tally["right " + unit] += (gold & found).total()


def count_metadata(tally: Tally, page: Page, result: Result) -> None:
    """Whether title, authors (as a set) and day are the gold's, where it has them."""
    title, date = page.gold.get("title"), page.gold.get("date") or page.gold.get("publishing_date")
    authors = page.gold.get("author") or page.gold.get("authors")
    if title:
        tally["titles"] += 1
        tally["right titles"] += key(title) == key(result.title or "")
    if date:
        tally["dates"] += 1
        tally["right dates"] += str(date)[:10] == (result.date or "")[:10]
    if authors:
        names = authors if isinstance(authors, list) else [authors]
        tally["author sets"] += 1
        tally["right author sets"] += people(names) == people(result.authors)


def run(pages: list[Page], system: System) -> tuple[Tally, dict[str, Result]]:
    """Every page through `system`: the counts, and what it made of each."""
    tally, results = Tally(), {}
    for page in pages:
        start = time.process_time()
        result = system(page)
        tally["microseconds"] += int(1e6 * (time.process_time() - start))
        count_metadata(tally, page, result)
        (count_paragraphs if "body" in page.gold else count_snippets)(tally, page, result)
        results[page.name] = result
    tally["pages"] = len(pages)
    return tally, results


def figures(tally: Tally) -> dict[str, float]:
    """The table's rows, in percent, and milliseconds a page."""
    rows = {
        "title": tally.ratio("right titles", "titles"),
        "authors": tally.ratio("right author sets", "author sets"),
        "date": tally.ratio("right dates", "dates"),
    }
    if tally["with"]:
        kept = tally["got with"]
        rows["snippets, recall"] = tally.ratio("got with", "with")
        rows["snippets, precision"] = 100 * kept / ((kept + tally["got without"]) or 1)
    if tally["gold paragraph"]:
        rows["paragraphs, F1"] = tally.f1("right paragraph", "predicted paragraph", "gold paragraph")
        rows["words, recall"] = tally.ratio("right word", "gold word")
        rows["words, precision"] = tally.ratio("right word", "predicted word")
    rows["ms a page"] = tally["microseconds"] / 1000 / (tally["pages"] or 1)
    return rows


def table(name: str, columns: dict[str, Tally]) -> str:
    """A table in Markdown: one column a system."""
    cells = {system: figures(tally) for system, tally in columns.items()}
    head = [f"| {name} | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    labels = next(iter(cells.values()))
    rows = [f"| {row} | " + " | ".join(f"{c[row]:.1f}" for c in cells.values()) + " |" for row in labels]
    return "\n".join(head + rows)


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    folder = parser.parse_args().shared / "corpora" / "html"
    warnings.simplefilter("ignore")
    sets = {
        "trafilatura": trafilatura_pages(folder / "trafilatura"),
        "fundus": fundus_pages(folder / "fundus"),
    }
    for name, stream in sets.items():
        pages = list(stream)
        for system in SYSTEMS.values():
            system(pages[0])  # loads the libraries, so that the first does not pay for all
        print(table(name, {label: run(pages, system)[0] for label, system in SYSTEMS.items()}), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
