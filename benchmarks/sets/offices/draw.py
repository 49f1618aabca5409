"""Draws the questions about office holders, and the source rows that are kept back for them.

    python benchmarks/sets/offices/draw.py SHARED/knowledge

Writes `questions.jsonl` and `withheld.csv` beside itself, the same for the same sources: the draw has a fixed
seed. The README says what is drawn. Titles are told into roles by the few plain forms of `titles.csv`, not by
the code that is measured.
"""

import csv
import gzip
import io
import json
import random
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
SEED = 20261122
ERAS = ((2023, 2026), (2021, 2022), (2001, 2020))
"""First and last year; drawn in this order."""
MARGIN = timedelta(days=30)
"""How far inside a tenure a day must lie on both sides."""
SHORTEST = timedelta(days=150)
QUOTAS = {
    "covered": (70, 90, 220),
    "silent": (40, 25, 75),
    "open before": (5, 10, 20),
}
"""How many questions of a kind from each era."""
MOST = {"covered": (8, 3), "silent": (4, 2), "open before": (3, 1)}
"""The most of a kind for a country, and for a role in a country."""
MOST_MINISTERS = 8
"""The most covered ones for a minister's office, of which few countries have two sources."""
MOST_OF_A_ROLE = 35
"""The most silent ones of a role."""
SUBNATIONAL_OR_SHARED = frozenset(["AD", "SM", "BA", "CH", "LY", "YE", "KP", "HK", "VA", "IR"])
"""Several heads of one state, two governments, a leader above the president: no one answer."""
REALMS_OF = ("CHARLES", "ELIZABETH", "Charles", "Elizabeth")
NOT_THE_ROLE = {
    "finance_minister": {"AU"},
    "interior_minister": {"AU", "NZ", "US", "JP"},
    "justice_minister": {"AU", "US"},
}
"""Countries in which the title is another office's, or is shared with one."""
PARTS_OF_STATES = ("Quebec", "Catalonia", "Flemish", "Walloon", "Scotland", "Kurdistan")
ANOTHER_OFFICE = frozenset({"Q56876979", "Q23304224"})
"""People whose rows there are of a province's minister and of an official of the ministry."""


class Tenure(NamedTuple):
    """One source row: who held what, when for sure, and when at most; `open` where no end is stated."""

    file: str
    row: int
    country: str
    role: str
    name: str
    surname: str
    wikidata: str
    sure: tuple[date, date]
    at_most: tuple[date, date]
    open: bool

    def states(self, day: date) -> bool:
        """Whether the day lies well inside."""
        return self.sure[0] + MARGIN <= day <= self.sure[1] - MARGIN

    def touches(self, day: date) -> bool:
        """Whether the day may lie inside at all."""
        return self.at_most[0] <= day <= self.at_most[1]


class Question(NamedTuple):
    """A question with its answer's row, the rows to keep back, and its kind."""

    day: date
    answer: Tenure
    withheld: tuple[Tenure, ...]
    kind: str


# The sources


def records(folder: Path, file: str) -> list[dict[str, str]]:
    """The rows of a CSV file, packed or not."""
    path = folder / file
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(io.StringIO(text.decode("utf-8"), newline="")))


def first(day: str) -> date:
    """The first day of an ISO prefix."""
    parts = [int(part) for part in day.split("-")]
    return date(*[*parts, 1, 1][:3])


def last(day: str) -> date:
    """The last day of an ISO prefix."""
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 3:  # noqa: PLR2004 - year, month, day
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def role_of(title: str, country: str) -> str:
    """The role that a plain title stands for, else ""."""
    bare = title.strip().lower().removeprefix("federal ")
    role = ROLE_OF.get(bare, "")
    heads = role in {"head_of_state", "head_of_government"}
    excluded = country in NOT_THE_ROLE.get(role, set()) or (heads and country in SUBNATIONAL_OR_SHARED)
    return "" if excluded else role


ROLE_OF = {row["title"]: row["role"] for row in records(HERE, "titles.csv")}


def tenures(folder: Path) -> Iterator[Tenure]:
    """All rows of the dated sources that state who held one of the roles."""
    states = [
        row for row in records(folder, "countries.csv") if row["un_member"] == "1" or row["iso2"] in "TW PS"
    ]
    iso3 = {row["iso2"]: row["iso3"] for row in states} | {"XK": "XKX"}
    for file, read in READERS.items():
        for number, row in enumerate(records(folder, file), 1):
            found = read(row) if row["country"] in iso3 else None
            if found and found[3][0] <= found[3][1]:
                role, surname, wikidata, sure, at_most, is_open = found
                name = row.get("person") or row["name"]
                yield Tenure(
                    file, number, iso3[row["country"]], role, name, surname, wikidata, sure, at_most, is_open
                )


Found = tuple[str, str, str, tuple[date, date], tuple[date, date], bool] | None


def _dated(row: dict[str, str], start: str, end: str, vouched: str) -> Found:
    """A tenure between two ISO prefixes; an open one holds up to the day that the source vouches for."""
    role = role_of(row["position"], row["country"])
    if not role or not start or (end and end < start):
        return None
    upto = last(vouched)
    sure = last(start), min(first(end), upto) if end else upto
    at_most = first(start), last(end) if end else upto
    return role, "", row.get("person_qid", ""), sure, at_most, not end


def _holders(row: dict[str, str]) -> Found:
    if row["person_qid"] in ANOTHER_OFFICE or any(part in row["position_full"] for part in PARTS_OF_STATES):
        return None
    return _dated(row, row["start"], row["end"], row["snapshot"])


VOUCHED = {"GB": "2026-06-12", "AU": "2025-05-13", "NO": "2025-09-16", "US": "2026-06-15"}
"""How far the files of ministers go, by country."""


def _ministers(row: dict[str, str]) -> Found:
    return _dated(row, row["start"], row["end"], VOUCHED[row["country"]])


def _years(row: dict[str, str]) -> Found:
    """Of a source that has years only, the years between are sure."""
    title = row["position"].split(" of ")[0]
    role = role_of(title, row["country"]) if row["position"].endswith(row["country_name"]) else ""
    if not role or not row["start_year"]:
        return None
    start, end = int(row["start_year"]), row["end_year"]
    to = date(int(end) - 1, 12, 31) if end else date(2022, 10, 10)
    at_most = date(start, 1, 1), date(int(end), 12, 31) if end else to
    return role, "", row["person_qid"], (date(start + 1, 1, 1), to), at_most, not end


def _factbook(row: dict[str, str]) -> Found:
    if row["role"] not in {"chief_of_state", "head_of_government"} or not row["since"]:
        return None
    role = role_of(row["title"].removesuffix(" of").removesuffix(" of the"), row["country"])
    if role != {"chief_of_state": "head_of_state"}.get(row["role"], row["role"]) or realm(row, row["name"]):
        return None
    end = row["end_implied"]
    sure = max(last(row["since"]), first(row["since"])), first(end) if end else last(row["last_seen"])
    at_most = first(row["since"]), last(end or row["gone_by"] or row["last_seen"])
    return role, row["surname_caps"], row["person_qid"], sure, at_most, not end


def _current(row: dict[str, str]) -> Found:
    wrong = row["country"] == "SA"  # the crown prince, who governs, stands there as king
    if (
        "open-data-archive" not in row["source_repo"]
        or not row["since"]
        or wrong
        or realm(row, row["person"])
    ):
        return None
    role = role_of("king" if row["title"] == "Monarch" else row["title"], row["country"])
    days = last(row["since"]), last(row["snapshot"])
    return (role, "", row["person_qid"], days, days, True) if role == row["role"] else None


def realm(row: dict[str, str], name: str) -> bool:
    """Whether the row is of the British monarch as another country's head of state."""
    return row["country"] != "GB" and name.startswith(REALMS_OF)


READERS: dict[str, Callable[[dict[str, str]], Found]] = {
    "holders.csv.gz": _holders,
    "ministers_recent.csv.gz": _ministers,
    "leaders_2010s_2022_years.csv": _years,
    "factbook_leaders.csv": _factbook,
    "leaders_current.csv": _current,
}


# The draw


def words(name: str) -> list[str]:
    """The words of a name, folded."""
    plain = unicodedata.normalize("NFKD", name.replace("-", " ").replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().split()


def same_person(one: Tenure, other: Tenure) -> bool:
    """By Wikidata id where both have one, else by the same surname or two words in common."""
    if one.wikidata and other.wikidata:
        return one.wikidata == other.wikidata
    surnames = [words(tenure.surname or tenure.name)[-1] for tenure in (one, other)]
    return surnames[0] == surnames[1] or len(set(words(one.name)) & set(words(other.name))) > 1


def question_of(answer: Tenure, day: date, rows: list[Tenure]) -> Question | None:
    """The question about a day, or none where the sources are not clear enough to ask it."""
    others = [row for row in rows if row is not answer and row.touches(day)]
    same = [row for row in others if same_person(answer, row)]
    rivals = [row for row in others if not same_person(answer, row)]
    stale = [row for row in rivals if row.open and row.at_most[0] < answer.at_most[0]]
    if len(stale) < len(rivals):
        return None
    if any(row.states(day) and row.file != answer.file for row in same):
        return Question(day, answer, (answer,), "covered")
    return Question(day, answer, (answer, *same), "open before" if stale else "silent")


class Draw:
    """The questions chosen so far, within the quotas, and the rows kept back for them."""

    def __init__(self, rows: dict[tuple[str, str], list[Tenure]]) -> None:
        self.rows = rows
        self.chosen: list[Question] = []
        self.withheld: set[Tenure] = set()
        self.counts: Counter[object] = Counter()

    def offer(self, question: Question) -> None:
        """Take the question if there is room for it and all others stay what they are."""
        answer, kind = question.answer, question.kind
        era = next(n for n, (low, high) in enumerate(ERAS) if low <= question.day.year <= high)
        here, there = MOST[kind]
        two_sources = kind == "covered" and not answer.role.startswith("head_of")
        limits = {
            (kind, era): QUOTAS[kind][era],
            (kind, answer.country): 5 * here if two_sources else here,
            (kind, answer.country, answer.role): MOST_MINISTERS if two_sources else there,
            (kind, answer.role): 9999 if kind == "covered" else MOST_OF_A_ROLE,
            (kind, era, answer.country, answer.role, answer.wikidata or answer.name): 1,
        }
        if any(self.counts[key] >= limit for key, limit in limits.items()):
            return
        kept_back = self.withheld | set(question.withheld)
        beside = [one for one in self.chosen if one.answer[2:4] == answer[2:4]]
        if all(self.holds(one, kept_back) for one in [*beside, question]):
            self.chosen.append(question)
            self.withheld = kept_back
            self.counts.update(limits.keys())

    def holds(self, question: Question, withheld: set[Tenure]) -> bool:
        """Whether a question is of its kind when these rows are kept back."""
        answer = question.answer
        rows = [row for row in self.rows[answer.country, answer.role] if row not in withheld]
        if question.kind == "covered":
            return any(row.states(question.day) and same_person(row, answer) for row in rows)
        touching = [row for row in rows if row.touches(question.day)]
        return bool(touching) == (question.kind == "open before")


def draw(folder: Path) -> Draw:
    """The draw from the sources in a folder."""
    chance = random.Random(SEED)
    by_office: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for row in tenures(folder):
        by_office[row.country, row.role].append(row)
    result = Draw(by_office)
    everyone = sorted(row for rows in by_office.values() for row in rows)
    chance.shuffle(everyone)
    for first_year, last_year in ERAS:
        for answer in everyone:
            low = max(answer.sure[0], date(first_year, 1, 1)) + MARGIN
            high = min(answer.sure[1], date(last_year, 12, 31)) - MARGIN
            if high - low < SHORTEST - 2 * MARGIN:
                continue
            day = low + timedelta(days=chance.randrange((high - low).days + 1))
            question = question_of(answer, day, by_office[answer.country, answer.role])
            if question:
                result.offer(question)
    return result


def write(result: Draw) -> None:
    """The questions and the rows kept back, beside this file."""
    chosen = sorted(result.chosen, key=lambda q: (q.answer.country, q.answer.role, q.day))
    lines = []
    for number, question in enumerate(chosen, 1):
        answer = question.answer
        named = [row for row in result.rows[answer.country, answer.role] if same_person(row, answer)]
        named = [row for row in named if row.touches(question.day)]
        best = min(named, key=lambda row: (row.file == "factbook_leaders.csv", row.file, row.row))
        wikidata = answer.wikidata or next((row.wikidata for row in named if row.wikidata), "")
        said: dict[str, str | list[str]] = {"name": best.name, "wikidata": wikidata}
        if best.surname:
            said["surname"] = best.surname
        if aliases := sorted({row.name for row in named} - {best.name}):
            said["aliases"] = aliases
        lines.append({
            "id": f"q{number:03}",
            "country": answer.country,
            "role": answer.role,
            "day": question.day.isoformat(),
            "answer": said,
            "covered": question.kind == "covered",
            "open_before": question.kind == "open before",
        })  # fmt: skip
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (HERE / "questions.jsonl").write_text(text, encoding="utf-8")
    rows = sorted((row.file, row.row) for row in result.withheld)
    table = "file,row\n" + "".join(f"{file},{row}\n" for file, row in rows)
    (HERE / "withheld.csv").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    drawn = draw(Path(sys.argv[1]))
    write(drawn)
    print(len(drawn.chosen), "questions,", len(drawn.withheld), "rows kept back")
    print(Counter((q.kind, sum(q.day.year > high for _, high in ERAS)) for q in drawn.chosen))
    print(Counter(q.answer.role for q in drawn.chosen))
    print(Counter(q.answer.file for q in drawn.chosen))
    print(len({q.answer.country for q in drawn.chosen}), "countries")
