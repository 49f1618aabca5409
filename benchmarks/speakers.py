"""How well the speakers of statements are resolved, by form of the source, on labels that stand apart.

    python benchmarks/speakers.py SHARED [--set NAME] [--json] [--errors [--show-text]]

The labels are in `sets/speakers` (its README says how they were made): documents, offsets and entities, no
text. Each document is read as it is, published on the day that its label gives. A label is matched to the
statement whose source overlaps it most. Its speaker is right when its Wikidata id is the labelled one; where
none is labelled, when it has a mention over the labelled antecedent or is called by the labelled name, and is
of the labelled kind; for governments and those not named also when the country is the labelled one. A label
without any statement counts as wrong in "all" and is left out of "with a statement". "But for the id"
asks of all labels what is asked of those without an id. `--errors` prints ids and offsets of what is wrong;
with `--show-text` the words too, on the screen only.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

import onrecord
from onrecord.record import Entity, Mention, Record, Statement
from scoring import Row, share

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT))

from training.markup import read_passages  # noqa: E402 - needs the line above

LABELS = Path(__file__).parent / "sets" / "speakers"
FORMS = ("name", "pronoun", "description", "unnamed", "organisation", "metonym")
GROUPS = {
    "named": ("name",),
    "pronouns and descriptions": ("pronoun", "description"),
    "others": ("unnamed", "organisation", "metonym"),
    "all": FORMS,
}
COMPATIBLE = {
    "person": {"person"},
    "organisation": {"organisation", "government", "group"},
    "group": {"group", "organisation"},
}
"""By labelled kind: the kinds that a record may give it. Parties and peoples are on the border."""
STATES = {"government", "country"}
NOT_NAMED = {"person", "group"}
_LEGAL = frozenset({"the", "inc", "corp", "ltd", "co", "plc", "llc"})
_ARTICLES = {
    "polnear": "polnear/train/polnear_train.jsonl.gz",
    "basil": "raw/basil_2010_19.jsonl.gz",
    "bbc": "raw/bbc_2004_05.jsonl.gz",
    "reuters": "raw/reuters21578.jsonl.gz",
}
_GUM = "ud/gum/gum_train.conllu.gz"

Extent = tuple[int, int]


class Speaker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who is labelled as the speaker. `antecedent` is the extent of the first full mention."""

    name: str | None
    wikidata: str | None
    country: str | None
    kind: Literal["person", "organisation", "government", "country", "group"]
    antecedent: Extent | None
    unnamed: bool = False
    members: tuple[str, ...] = ()


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One labelled source; `start` and `end` are code points, `published` an ISO date or its beginning."""

    set: str
    doc: str
    start: int
    end: int
    text_sha: str
    published: str | None
    form: Literal["name", "pronoun", "description", "unnamed", "organisation", "metonym"]
    speaker: Speaker


class Judged(NamedTuple):
    """A label beside what the record has for it."""

    label: Label
    found: bool
    right: bool
    same: bool
    """Right but for the id."""
    entity: Entity | None


def read_labels(only: str | None = None) -> list[Label]:
    """The labels of all sets or of one."""
    decoder = msgspec.json.Decoder(Label)
    return [
        decoder.decode(line)
        for path in sorted(LABELS.glob("*.jsonl"))
        if only in {None, path.stem}
        for line in path.read_bytes().splitlines()
    ]


@cache
def texts(shared: Path, name: str) -> dict[str, str]:
    """The texts of one set's documents, by their ids."""
    if name == "gum":
        return _gum(shared / "corpora" / _GUM)
    if name == "passages":
        folder = ROOT / "training" / "examples" / "eval"
        return {one.id: one.text for path in sorted(folder.glob("*.txt")) for one in read_passages(path)}
    if name == "examples":
        return {path.name: path.read_bytes().decode() for path in (ROOT / "examples").glob("*.txt")}
    with gzip.open(shared / "corpora" / _ARTICLES[name], "rt", encoding="utf-8", newline="\n") as lines:
        rows = map(json.loads, lines)
        return {row["id"]: row["text"] for row in rows}


def _gum(path: Path) -> dict[str, str]:
    """GUM's documents: sentences with one space between them, paragraphs with one empty line."""
    documents: dict[str, str] = {}
    name, between = "", ""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                name, between = line[14:].strip(), ""
            elif line.startswith("# newpar") and not line.startswith("# newpar_") and documents.get(name):
                between = "\n\n"
            elif line.startswith("# text = "):
                documents[name] = documents.get(name, "") + between + line[9:].rstrip("\n")
                between = " "
    return documents


def text_of(shared: Path, label: Label) -> str:
    """The labelled document's text. Raises `ValueError` where it is not the one that was labelled."""
    text = texts(shared, label.set)[label.doc]
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8] != label.text_sha:
        raise ValueError(f"{label.set} {label.doc}: not the text that was labelled")
    return text


def judge_document(labels: Iterable[Label], record: Record) -> list[Judged]:
    """The labels of one document against its record."""
    return [judge(label, record) for label in labels]


def judge(label: Label, record: Record) -> Judged:
    """One label against the record of its document."""
    statement = matched(label, record.statements)
    entity = next((one for one in record.entities if statement and one.id == statement.speaker), None)
    if statement is None or entity is None:
        return Judged(label, statement is not None, right=False, same=False, entity=None)
    same = is_same(label.speaker, entity, statement, record)
    wanted = label.speaker.wikidata
    right = entity.wikidata == wanted if wanted else same
    return Judged(label, found=True, right=right, same=same or (bool(wanted) and right), entity=entity)


def matched(label: Label, statements: Iterable[Statement]) -> Statement | None:
    """The statement whose source overlaps the label most; of several the one with the shortest source."""
    ranked = [
        (sum(_overlap((s.start, s.end), (label.start, label.end)) for s in statement.source), statement)
        for statement in statements
    ]
    ranked = [(common, statement) for common, statement in ranked if common]
    return max(ranked, key=lambda one: (one[0], -_length(one[1])), default=(0, None))[1]


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.source)


def _overlap(one: Extent, other: Extent) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def is_same(gold: Speaker, entity: Entity, statement: Statement, record: Record) -> bool:
    """Whether the entity is the labelled one as far as the document tells, whatever its id."""
    if gold.kind in STATES:
        return entity.kind in STATES and entity.country == gold.country
    mentions = [mention for mention in record.mentions if mention.entity == entity.id]
    if gold.unnamed:
        return is_unnamed(gold, entity, mentions)
    if gold.members:
        return has_members(gold, entity, statement, record) or _stands_at(gold, mentions)
    if entity.kind not in COMPATIBLE[gold.kind]:
        return False
    return _stands_at(gold, mentions) or is_called(gold.name, entity.name, gold.kind)


def is_unnamed(gold: Speaker, entity: Entity, mentions: Sequence[Mention]) -> bool:
    """Whether the entity is one without a name, of the labelled country if there is one, and stands there."""
    named = bool(entity.wikidata) or any(mention.form == "name" for mention in mentions)
    country = gold.country is None or entity.country == gold.country
    return entity.kind in NOT_NAMED and not named and country and _stands_at(gold, mentions)


def has_members(gold: Speaker, entity: Entity, statement: Statement, record: Record) -> bool:
    """Whether the entity's members, or the statement's speakers, have the last names of those labelled."""
    ids = set(entity.members or ()) or set(statement.speakers)
    names = [folded(one.name)[-1:] for one in record.entities if one.id in ids]
    return sorted(names) == sorted(folded(member)[-1:] for member in gold.members)


def _stands_at(gold: Speaker, mentions: Iterable[Mention]) -> bool:
    """Whether a mention covers at least half of the antecedent, or lies in it for at least its half."""
    if gold.antecedent is None:
        return False
    size = gold.antecedent[1] - gold.antecedent[0]
    return any(
        2 * _overlap((mention.start, mention.end), gold.antecedent) >= min(size, mention.end - mention.start)
        for mention in mentions
    )


def is_called(gold: str | None, name: str | None, kind: str) -> bool:
    """Whether two names are one: persons by first and last word, others by all words, folded."""
    one, other = folded(gold or ""), folded(name or "")
    if not one or not other:
        return False
    if kind == "person":
        return (one[0], one[-1]) == (other[0], other[-1])
    return set(one) - _LEGAL == set(other) - _LEGAL


def folded(name: str) -> list[str]:
    """The name's words, without case, marks and accents."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))


def score(judged: Sequence[Judged]) -> Row:
    """By group and form: right of all, right of those with a statement, and right but for the id."""
    rows = {name: [one for one in judged if one.label.form in forms] for name, forms in GROUPS.items()}
    rows |= {form: [one for one in judged if one.label.form == form] for form in FORMS}
    rows |= {
        f"set {name}": [one for one in judged if one.label.set == name]
        for name in sorted({one.label.set for one in judged})
    }
    return {name: _figures(members) for name, members in rows.items() if members}


def _figures(judged: Sequence[Judged]) -> Row:
    found = [one for one in judged if one.found]
    return {
        "all": share(sum(one.right for one in judged), len(judged)),
        "with a statement": share(sum(one.right for one in found), len(found)),
        "but for the id": share(sum(one.same for one in found), len(found)),
        "no statement": len(judged) - len(found),
    }


def lines(scores: Row) -> Iterator[str]:
    """The figures as a table."""
    columns = ("all", "with a statement", "but for the id")
    yield f"{'':26}{'labels':>7}{'no statement':>14}" + "".join(f"{name:>18}" for name in columns)
    for name, row in scores.items():
        figures = "".join(f"{row[column]['percent']:>17.1f}%" for column in columns)
        yield f"{name:26}{row['all']['of']:>7}{row['no statement']:>14}{figures}"


def errors(judged: Iterable[Judged], text_of_label: Callable[[Label], str] | None) -> Iterator[str]:
    """A line for each label that is wrong: where it is, who was labelled and who was found."""
    for label, found, right, _, entity in judged:
        if right:
            continue
        gold = label.speaker
        wanted = gold.wikidata or gold.name or f"unnamed {gold.kind} {gold.country or '-'}"
        said = f"{entity.id} {entity.kind} {entity.country or '-'}" if entity else "nobody"
        line = f"{label.set} {label.doc} {label.start}-{label.end} {label.form}: {wanted} | "
        line += said if found else "no statement"
        if text_of_label is not None:
            line += f" | {_shown(text_of_label(label), label)} | {entity.name if entity else ''}"
        yield line


def _shown(text: str, label: Label) -> str:
    before, after = text[max(0, label.start - 60) : label.start], text[label.end : label.end + 40]
    return " ".join(f"{before}[{text[label.start : label.end]}]{after}".split())


def judge_all(shared: Path, labels: Iterable[Label]) -> list[Judged]:
    """Read every document once and judge its labels."""
    documents: dict[tuple[str, str], list[Label]] = defaultdict(list)
    for label in labels:
        documents[label.set, label.doc].append(label)
    judged: list[Judged] = []
    for members in documents.values():
        record = onrecord.read(text_of(shared, members[0]), as_is=True, published=members[0].published)
        judged += judge_document(members, record)
    return judged


def main() -> None:
    """Print the figures, and on request what is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("shared", type=Path, help="the folder that holds corpora/")
    parser.add_argument("--set", choices=[path.stem for path in sorted(LABELS.glob("*.jsonl"))])
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    parser.add_argument("--errors", action="store_true", help="ids and offsets of what is wrong")
    parser.add_argument("--show-text", action="store_true", help="with --errors: the words too")
    args = parser.parse_args()
    judged = judge_all(args.shared, read_labels(args.set))
    scores = score(judged)
    print(json.dumps(scores, indent=1) if args.json else "\n".join(lines(scores)))
    if args.errors:
        shown = (lambda label: text_of(args.shared, label)) if args.show_text else None
        print(*errors(judged, shown), sep="\n")


if __name__ == "__main__":
    main()
