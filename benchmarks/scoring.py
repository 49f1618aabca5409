"""How records are scored against gold rows: the definitions that every figure here is given in.

Statements: exact spans by role (as CofeNet counts them), whole attributions linked by content
(Jaccard >= .5) and source (PolNeAR's blind evaluation). Times: as TempEval-3 counts them. All
figures are percent; nothing over nothing is 0. Offsets are code points, half-open.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Pair = tuple[Row, Row]
Letters = frozenset[int]

ROLES = ("source", "cue", "content")
TYPES = ("direct", "mixed", "indirect")
ALIKE = 0.5
"""The least Jaccard index at which two contents are the same."""
MOSTLY = 0.95
"""The share of quoted letters above which a content is direct."""


def pair_rows(gold: Iterable[Row], records: Iterable[Row]) -> list[Pair]:
    """Each gold row with its record (`article.key` is the row's id), or with an empty one.

    Raises `ValueError` for a row that comes twice, and for a record that no row asks for, that comes
    twice, or of another text.
    """
    rows: dict[str, Row] = {}
    for row in gold:
        if rows.setdefault(row["id"], row) is not row:
            raise ValueError(f"gold row {row['id']!r} is given twice")
    found: dict[str, Row] = {}
    for record in records:
        key = record["article"]["key"]
        if key not in rows or key in found:
            raise ValueError(f"record {key!r}: unknown, or given twice")
        if record["article"].get("text", rows[key]["text"]) != rows[key]["text"]:
            raise ValueError(f"record {key!r}: its text is not the gold's (read it as it is)")
        found[key] = record
    return [(row, found.get(key, {})) for key, row in rows.items()]


def prf(right: int, predicted: int, gold: int, right_gold: int | None = None) -> Row:
    """Precision, recall and F1 with their counts; `right_gold` where the right gold items are others."""
    p = right / predicted if predicted else 0.0
    r = (right if right_gold is None else right_gold) / gold if gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    figures = {"p": round(100 * p, 1), "r": round(100 * r, 1), "f1": round(100 * f1, 1)}
    return {**figures, "right": right, "predicted": predicted, "gold": gold}


def share(right: int, total: int) -> Row:
    """A share with its counts."""
    return {"percent": round(100 * right / total, 1) if total else 0.0, "right": right, "of": total}


# Times


def score_times(pairs: Sequence[Pair]) -> Row:
    """Relaxed and strict extents, type and value, over all predicted and gold expressions."""
    right = dict.fromkeys(("relaxed", "strict", "type", "value", "strict and value"), 0)
    gold = predicted = 0
    for row, record in pairs:
        times = record.get("times", [])
        gold, predicted = gold + len(row["times"]), predicted + len(times)
        for g, p in _overlapping(row["times"], times):
            strict = (g["start"], g["end"]) == (p["start"], p["end"])
            value = g["value"] == p["value"]
            hits = (True, strict, g["type"] == p["type"], value, strict and value)
            for name, hit in zip(right, hits, strict=True):
                right[name] += hit
    return {**_documents(pairs), **{name: prf(count, predicted, gold) for name, count in right.items()}}


def _overlapping(gold: Sequence[Row], predicted: Sequence[Row]) -> list[tuple[Row, Row]]:
    """One-to-one pairs that overlap: equal extents first, then the widest overlap."""
    ranked = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            width = min(g["end"], p["end"]) - max(g["start"], p["start"])
            if width > 0:
                same = (g["start"], g["end"]) == (p["start"], p["end"])
                ranked.append((not same, -width, i, j))
    return [(gold[i], predicted[j]) for i, j in _one_to_one(sorted(ranked))]


def _one_to_one(ranked: Iterable[tuple[Any, ...]]) -> list[tuple[int, int]]:
    """The best pairs (the last two of each tuple, best first) that use nothing twice."""
    chosen: list[tuple[int, int]] = []
    left: set[int] = set()
    right: set[int] = set()
    for *_, i, j in ranked:
        if i not in left and j not in right:
            chosen.append((i, j))
            left.add(i)
            right.add(j)
    return chosen


# Statements

# Verbs of saying, by the definition of the slice "cue has a verb of saying".
_SAYING = (  # noqa: SIM905 - a list of words is easier to read and extend so
    "accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assure "
    "boast call caution cite claim comment complain concede confess confirm contend counter "
    "criticise criticize declare demand denounce deny describe disclose dismiss emphasise emphasize "
    "explain express inform insist joke lament mention note object observe pledge praise predict "
    "proclaim promise propose protest question quip quote recall recommend refer reiterate remark "
    "remind repeat reply report request respond retort reveal say speak state stress suggest swear "
    "tell testify threaten tweet underline underscore urge voice vow warn write"
).split()
_IRREGULAR = {
    "say": "said saying", "tell": "told telling", "speak": "spoke spoken speaking",
    "write": "wrote written writing", "swear": "swore sworn swearing", "admit": "admitted admitting",
    "refer": "referred referring", "quip": "quipped quipping", "agree": "agreed agreeing",
}  # fmt: skip


def _forms(verb: str) -> set[str]:
    if re.search("[^aeiou]y$", verb):
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    third = verb + ("es" if re.search("(?:s|x|z|ch|sh)$", verb) else "s")
    if verb in _IRREGULAR:
        return {verb, third, *_IRREGULAR[verb].split()}
    stem = verb.removesuffix("e")
    return {verb, third, stem + "ed", stem + "ing"}


_SAYING_FORMS = frozenset(form for verb in _SAYING for form in _forms(verb))


def score_statements(pairs: Sequence[Pair]) -> Row:
    """Spans by role, whole attributions, recall by type, and the slices of the linked figure."""
    exact = {mode: {role: [0, 0, 0] for role in ROLES} for mode in ("exact", "edges forgiven")}
    count = _Counts()
    for row, record in pairs:
        text, predicted_spans = row["text"], _scored(row, record)
        _count_spans(exact["exact"], row["attributions"], predicted_spans, tuple)
        _count_spans(exact["edges forgiven"], row["attributions"], predicted_spans, partial(_trimmed, text))
        inside = inside_quotes(text)
        gold, predicted = items(text, inside, row["attributions"]), items(text, inside, predicted_spans)
        count.document(gold, predicted, len(predicted_spans))
    roles = {mode: {role: prf(*c) for role, c in counts.items()} for mode, counts in exact.items()}
    return {**_documents(pairs), "role": roles, **count.figures()}


class _Counts:
    """What the whole attributions of all documents add up to."""

    def __init__(self) -> None:
        self.predicted = self.gold = self.content = self.linked = self.strict = 0
        self.sourced = self.overlaps = self.saying = self.saying_right = 0
        self.direct_predicted = self.direct_right = 0
        self.by_type = {kind: {"gold": 0, "linked": 0, "content": 0} for kind in TYPES}

    def document(self, gold: list[Row], predicted: list[Row], n_predicted: int) -> None:
        self.gold += len(gold)
        self.predicted += n_predicted  # one without content counts as wrong
        self.direct_predicted += sum(p["type"] == "direct" for p in predicted)
        for g in gold:
            self.by_type[g["type"]]["gold"] += 1
            self.saying += g["saying"]
        for i, j in alike(gold, predicted, lambda _g, _p: True):
            self.content += 1
            self.by_type[gold[i]["type"]]["content"] += 1
            if gold[i]["source"]:
                self.sourced += 1
                self.overlaps += bool(gold[i]["source"] & predicted[j]["source"])
        for i, j in alike(gold, predicted, same_voice):
            self.linked += 1
            self.by_type[gold[i]["type"]]["linked"] += 1
            self.saying_right += gold[i]["saying"]
            self.direct_right += predicted[j]["type"] == "direct"
        self.strict += len(alike(gold, predicted, _to_the_letter))

    def figures(self) -> Row:
        direct = self.by_type["direct"]
        return {
            "content": prf(self.content, self.predicted, self.gold),
            "source given content": share(self.overlaps, self.sourced),
            "linked": prf(self.linked, self.predicted, self.gold),
            "linked strict": prf(self.strict, self.predicted, self.gold),
            "linked recall by type": {k: share(c["linked"], c["gold"]) for k, c in self.by_type.items()},
            "content recall by type": {k: share(c["content"], c["gold"]) for k, c in self.by_type.items()},
            "saying verb recall": share(self.saying_right, self.saying),
            "direct only": prf(self.direct_right, self.direct_predicted, direct["gold"], direct["linked"]),
        }


def inside_quotes(text: str) -> bytearray:
    """1 for each character inside double quotes: a straight mark turns over, a curly one sets."""
    inside, state = bytearray(len(text)), False
    for i, char in enumerate(text):
        if char == '"':
            state = not state
        elif char in "“”\n":
            state = char == "“"
        inside[i] = state
    return inside


def _letters(text: str, spans: Iterable[Sequence[int]]) -> Letters:
    return frozenset(
        i for start, end in spans for i in range(start, min(end, len(text))) if text[i].isalnum()
    )


def _trimmed(text: str, span: Sequence[int]) -> tuple[int, ...]:
    """The span cut to its first and last letter or digit, where it has one."""
    letters = _letters(text, [span])
    return (min(letters), max(letters) + 1) if letters else tuple(span)


def _type_of(text: str, inside: bytearray, spans: Sequence[Sequence[int]], content: Letters) -> str:
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    if not any(char in '"“”' for char in text[max(0, first - 1) : last + 1]):
        return "indirect"
    quoted = sum(inside[i] for i in content)
    if quoted > MOSTLY * len(content):
        return "direct"
    return "mixed" if quoted else "indirect"


def items(text: str, inside: bytearray, attributions: Iterable[Row]) -> list[Row]:
    """What linking needs of each attribution that has content."""
    found = []
    for a in attributions:
        content = _letters(text, a["content"])
        if content:
            cue = re.findall(r"[^\W\d_]+", " ".join(text[s:e] for s, e in a["cue"]).lower())
            found.append({
                "content": content,
                "source": _letters(text, a["source"]),
                "type": _type_of(text, inside, a["content"], content),
                "saying": any(word in _SAYING_FORMS for word in cue),
            })  # fmt: skip
    return found


def _scored(row: Row, record: Row) -> list[Row]:
    """The record's statements that count: none within another, none in a discarded stretch."""
    discarded = _letters(row["text"], row.get("discard") or [])
    spans = [
        {role: [(s["start"], s["end"]) for s in statement.get(role) or []] for role in ROLES}
        for statement in record.get("statements", [])
        if not statement.get("within")
    ]
    return [s for s in spans if not _letters(row["text"], s["content"]) & discarded]


def _count_spans(
    counts: dict[str, list[int]], gold: list[Row], predicted: list[Row],
    cut: Callable[[Sequence[int]], tuple[int, ...]],
) -> None:  # fmt: skip
    for role in ROLES:
        g = {cut(span) for a in gold for span in a[role]}
        p = {cut(span) for a in predicted for span in a[role]}
        for k, n in enumerate((len(g & p), len(p), len(g))):
            counts[role][k] += n


def same_voice(gold: Row, predicted: Row) -> bool:
    """Whether the sources share a letter, or neither has one."""
    a, b = gold["source"], predicted["source"]
    return bool(a & b) or not (a or b)


def _to_the_letter(gold: Row, predicted: Row) -> bool:
    return bool(gold["content"] == predicted["content"] and gold["source"] == predicted["source"])


def alike(gold: list[Row], predicted: list[Row], right: Callable[[Row, Row], bool]) -> list[tuple[int, int]]:
    """One-to-one pairs of like content for which `right` holds, best first."""
    ranked = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            common = len(g["content"] & p["content"])
            union = len(g["content"] | p["content"])
            if common and common >= ALIKE * union and right(g, p):
                ranked.append((-common / union, i, j))
    return _one_to_one(sorted(ranked))


def _documents(pairs: Sequence[Pair]) -> Row:
    return {"documents": len(pairs), "documents with a record": sum(bool(record) for _, record in pairs)}


# Printing and checking


def table(scores: Row, prefix: str = "") -> list[str]:
    """The scores as lines of text, one figure a line."""
    lines: list[str] = []
    for name, value in scores.items():
        label = f"{prefix}{name}"
        if not isinstance(value, dict):
            lines.append(f"{label:<42} {value}")
        elif "f1" in value:
            counts = f"({value['right']} right, {value['predicted']} predicted, {value['gold']} gold)"
            lines.append(
                f"{label:<42} P {value['p']:5.1f}  R {value['r']:5.1f}  F1 {value['f1']:5.1f}  {counts}"
            )
        elif "percent" in value:
            lines.append(f"{label:<42} {value['percent']:5.1f} %  ({value['right']} of {value['of']})")
        else:
            lines += table(value, f"{label}, ")
    return lines


def check_against(shared: Path, kind: str, pairs: Sequence[Pair]) -> None:
    """Score with the scorer in `shared/measure` as well; raises `ValueError` where the figures differ.

    `kind` is `statements` or `times`.
    """
    with tempfile.TemporaryDirectory() as folder:
        gold, records = Path(folder, "gold.jsonl"), Path(folder, "records.jsonl")
        gold.write_text("".join(json.dumps(row) + "\n" for row, _ in pairs), encoding="utf-8")
        records.write_text("".join(json.dumps(r) + "\n" for _, r in pairs if r), encoding="utf-8")
        command = [sys.executable, str(shared / "measure" / f"{kind}.py"), str(gold), str(records), "--json"]
        theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    ours = {"statements": score_statements, "times": score_times}[kind](pairs)
    if theirs != ours:
        raise ValueError(f"{kind}: the two scorers differ:\n{theirs}\n{ours}")
