"""Who held an office on a day, where the row that says so is kept back from the knowledge.

    python benchmarks/offices.py SHARED [--compiled FOLDER] [--json] [--errors]

Compiles SHARED/knowledge without the rows of `benchmarks/sets/offices/withheld.csv` into a folder of its own
(or takes one that was compiled so), and asks for each question who held the role on the day. An answer is
the first holder; it is certain where the holder's state is "yes". A name is right by Wikidata id, else by
the last name. Covered questions have another source; the silent ones have none, and no wrong name may be
certain there.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal, NamedTuple

from onrecord.knowledge.base import Held, Knowledge, Person
from onrecord.knowledge.store import Store, open_file
from scoring import Row, share, table

SETS = Path(__file__).parent / "sets" / "offices"
DATABASES = ("share_alike.sqlite", "core.sqlite")
"""In the order in which the package asks them."""
ALIKE = 0.85
"""How alike the letters of two spellings of a name are at least."""
YEARS = {"2001-2020": ("2001", "2021"), "2021-2026": ("2021", "2027")}

Outcome = Literal["right", "right, unsure", "wrong, certain", "wrong, unsure", "unknown"]
OUTCOMES: tuple[Outcome, ...] = ("right", "right, unsure", "wrong, certain", "wrong, unsure", "unknown")
Holders = Callable[[str, str, str], Sequence[Held]]
"""The holders by country, role and day, the likeliest first."""


class Answer(NamedTuple):
    """A question, how it was answered, and by whom if by anybody."""

    question: Row
    outcome: Outcome
    person: Person | None


def questions() -> list[Row]:
    """The questions."""
    return [json.loads(line) for line in (SETS / "questions.jsonl").read_text(encoding="utf-8").splitlines()]


def compile_without(sources: Path, folder: Path) -> None:
    """Compile the sources without the rows kept back. Raises `CalledProcessError` where that fails."""
    command = [sys.executable, "-m", "onrecord.knowledge.compile", str(sources), "--only", "databases"]
    subprocess.run([*command, "--without", str(SETS / "withheld.csv"), "--out", str(folder)], check=True)


def opened(folder: Path) -> Knowledge:
    """The knowledge compiled into a folder."""
    one, other = [folder / name for name in DATABASES]
    return Knowledge(Store(lambda: open_file(one)), Store(lambda: open_file(other)))


def answers(asked: Iterable[Row], holders: Holders) -> Iterator[Answer]:
    """How each question is answered."""
    for question in asked:
        held = holders(question["country"], question["role"], question["day"])
        if not held:
            yield Answer(question, "unknown", None)
            continue
        person, sure = held[0].person, held[0].state == "yes"
        if is_answer(person.name, person.wikidata, question["answer"]):
            yield Answer(question, "right" if sure else "right, unsure", person)
        else:
            yield Answer(question, "wrong, certain" if sure else "wrong, unsure", person)


def is_answer(name: str, wikidata: str, answer: Row) -> bool:
    """Whether a name is the answer's: by id where both have one, else by last name or much the same spelling.

    The same whole name is right under another id too: people stand in sources more than once.
    """
    names = [answer["name"], *answer.get("aliases", [])]
    if any(words(name) == words(one) for one in names):
        return True
    if wikidata and answer["wikidata"]:
        return bool(wikidata == answer["wikidata"])
    ours, surname = words(name), words(answer.get("surname", ""))
    last_names = [surname or words(answer["name"])[-1:], *(words(one)[-1:] for one in names[1:])]
    if any(set(last) <= set(ours) for last in last_names) or ours[-1] in words(answer["name"]):
        return True
    return any(SequenceMatcher(None, _joined(name), _joined(one)).ratio() >= ALIKE for one in names)


def _joined(name: str) -> str:
    return " ".join(words(name))


def words(name: str) -> list[str]:
    """The words of a name, folded."""
    plain = unicodedata.normalize("NFKD", name.replace("-", " ").replace("ı", "i"))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold().split()


def score(found: Sequence[Answer]) -> Row:
    """The outcomes of covered and silent ones, all and by years; those with an open predecessor apart."""
    kinds = {
        "covered": [one for one in found if one.question["covered"]],
        "silent": [one for one in found if not one.question["covered"] and not one.question["open_before"]],
        "silent, predecessor open": [one for one in found if one.question["open_before"]],
    }
    scores = {}
    for kind, group in kinds.items():
        scores[kind] = outcomes(group)
        for years, (first, end) in YEARS.items():
            scores[f"{kind}, {years}"] = outcomes([a for a in group if first <= a.question["day"] < end])
    return scores


def outcomes(group: Sequence[Answer]) -> Row:
    """The share of each outcome."""
    return {name: share(sum(one.outcome == name for one in group), len(group)) for name in OUTCOMES}


def errors(found: Iterable[Answer]) -> Iterator[str]:
    """A line for each covered question not answered right, and for each wrong name that is certain."""
    for question, outcome, person in found:
        if outcome == "wrong, certain" or (question["covered"] and outcome != "right"):
            said = f"{person.name} {person.wikidata}" if person else "nobody"
            asked = f"{question['id']} {question['country']} {question['role']} {question['day']}"
            answer = question["answer"]
            kind = (
                "covered" if question["covered"] else "open before" if question["open_before"] else "silent"
            )
            yield f"{asked} ({kind}): {answer['name']} {answer['wikidata']}; {outcome}: {said}"


def main() -> None:
    """Compile, ask, and print the outcomes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("shared", type=Path, help="the folder that holds knowledge/")
    parser.add_argument("--compiled", type=Path, help="a folder that was compiled without the rows kept back")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    parser.add_argument(
        "--errors", action="store_true", help="the covered ones missed, and every wrong certainty"
    )
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.compiled or Path(temporary)
        if not args.compiled:
            compile_without(args.shared / "knowledge", folder)
        found = list(answers(questions(), opened(folder).holders))
    scores = score(found)
    print(json.dumps(scores, indent=1) if args.json else "\n".join(table(scores)))
    if args.errors:
        print(*errors(found), sep="\n")


if __name__ == "__main__":
    main()
