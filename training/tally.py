"""Counts of our own examples, as the table that their README shows: `python -m training.tally [--write]`."""

import re
import sys
from collections import Counter
from collections.abc import Iterator

from training.corpora import EXAMPLES
from training.markup import Labelled, Passage, read_passages

PARTS = ("train", "eval")
BEGIN, END = "<!-- tally -->", "<!-- end -->"
SENTENCE_END = re.compile(r"[.!?][\"”’')»]*(?:\s|$)")
FORMS = {
    "headline": "headline", "live blog": "live blog", "letter": "letter", "dash lines": "dash",
    "colon lines": "colon", "caption": "caption", "questions and answers": "q&a|transcript|interview",
    "social media": "social|post|tweet", "wire or agency": "wire|agency|bulletin",
    "single or British marks": "single|british", "guillemets": "guillemet",
    "said for someone else": "spokes|read out|lawyer|on behalf",
}  # fmt: skip
"""Forms of text, and the words by which a passage's kinds name them."""
PLAIN = (
    "passages", "of several sentences", "of several paragraphs", "without a statement", "words", "statements",
    "nested", "nested twice or more", "without a source", "unnamed", "negative", "content in several pieces",
    "content over several paragraphs", "with addressee", "with time of the saying",
    "with place of the saying",
)  # fmt: skip
_WITH = {"a": "addressee", "t": "time of the saying", "p": "place of the saying"}


def passages(part: str) -> list[Passage]:
    """The passages of a part, in the order of their files."""
    return [one for path in sorted((EXAMPLES / part).glob("*.txt")) for one in read_passages(path)]


def n_sentences(passage: Passage) -> int:
    """About how many sentences a passage has; a line without a full stop counts as one."""
    return max(1, len(SENTENCE_END.findall(passage.text)))


def holds(outer: Labelled, inner: Labelled) -> bool:
    """Whether the cue and all content of `inner` stand in the content of `outer`."""
    parts = (*inner.spans["c"], *inner.spans["q"])
    return outer is not inner and all(any(s <= a and b <= e for s, e in outer.spans["q"]) for a, b in parts)


def traits(passage: Passage, one: Labelled) -> Iterator[str]:
    """What is to be counted of a statement."""
    yield "statements"
    yield f"act: {one.act}"
    depth = sum(holds(other, one) for other in passage.statements)
    yield from ["nested"] * (depth > 0) + ["nested twice or more"] * (depth > 1)
    yield from ["without a source"] * ("s" not in one.spans)
    yield from ["unnamed"] * one.unnamed + ["negative"] * one.negative
    yield from ["content in several pieces"] * (len(one.spans["q"]) > 1)
    paragraphs = {passage.text.count("\n\n", 0, start) for start, _ in one.spans["q"]}
    yield from ["content over several paragraphs"] * (len(paragraphs) > 1)
    yield from (f"with {name}" for letter, name in _WITH.items() if letter in one.spans)


def forms(passage: Passage) -> Iterator[str]:
    """The forms that the passage's kinds name."""
    named = " ".join(passage.kinds).lower()
    yield from (f"form: {form}" for form, words in FORMS.items() if re.search(words, named))


def count(found: list[Passage]) -> Counter[str]:
    """How often everything occurs in the passages."""
    total = Counter(
        {
            "passages": len(found),
            "of several sentences": sum(n_sentences(one) > 1 for one in found),
            "of several paragraphs": sum("\n\n" in one.text for one in found),
            "without a statement": sum(not one.statements for one in found),
            "words": sum(len(one.text.split()) for one in found),
        }
    )
    for passage in found:
        total.update(forms(passage))
        for one in passage.statements:
            total.update(traits(passage, one))
        total.update(f"name: {_sort(name.kind, acting=name.acting)}" for name in passage.names)
    return total


def _sort(kind: str, *, acting: bool | None) -> str:
    return f"{kind}, acting" if acting else kind


def rows() -> list[str]:
    """The table in Markdown: what is counted of passages and statements, then forms, acts and names."""
    counts = [count(passages(part)) for part in PARTS]
    others = sorted(counts[0].keys() - set(PLAIN), key=lambda name: (name[:3], -counts[0][name], name))
    lines = [
        f"| {name} | " + " | ".join(str(one[name]) for one in counts) + " |" for name in (*PLAIN, *others)
    ]
    return [f"| | {' | '.join(PARTS)} |", "|---|" + "---:|" * len(PARTS), *lines]


def main() -> None:
    """Print the table, or write it into the README."""
    if "--write" not in sys.argv:
        print("\n".join(rows()))
        return
    page = EXAMPLES / "README.md"
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    page.write_text("\n".join([before + BEGIN, *rows(), END + after]), encoding="utf-8")


if __name__ == "__main__":
    main()
