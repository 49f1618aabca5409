"""Compile the words for sectors: `python -m onrecord.knowledge.compile.agents SOURCES`.

From PLOVER_agents.txt (Open Event Data Alliance, MIT; as in NGEC 787a06b) and our own_agents.tsv beside
it into `resolution/data/agents.tsv`: words, PLOVER sectors (and NGO, IGO, IMG), how they are used:

- head: they name an actor of that sector ("riot police"); weak: only where no word before them says more
  ("police spokesman"); modifier: they say it of what follows ("naval officer"); none: no actor at all.

Our own rows stand before the file's; `drop` takes out an entry that is wrong or too vague.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord.knowledge.plurals import singular

_HERE = Path(__file__).parent.parent.parent / "resolution" / "data"
_ENTRY = re.compile(r"([^\[\]#{}]+?)\s*(?:\{([^}]*)\})?\s*\[~([A-Z]+)\]")
_SETS = {
    "!PERSON!": ("MAN", "WOMAN", "PERSON"),
    "!MINIST!": ("MINISTER", "MINISTRY"),
}
_SECTORS = frozenset({
    "COP", "GOV", "JUD", "LEG", "MIL", "PTY", "PRM", "REB", "SPY", "UAF", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
})  # fmt: skip
_NON_STATES = {"NGO": ("SOC", "NGO"), "IGO": ("IGO",), "IMG": ("REB", "IMG")}
_NOBODY = {"NON", "JNK"}


def agents(text: str) -> Iterator[tuple[str, str, str]]:
    """The entries of the file: words in lower case and the singular, sectors, use.

    >>> list(agents("FIRE!PERSON! [~GOV]"))
    [('fireman', 'GOV', 'head'), ('firewoman', 'GOV', 'head'), ('fireperson', 'GOV', 'head')]
    """
    for line in text.splitlines():
        if line.startswith(("#", "!PERSON! =", "!MINIST! =")) or not (entry := _ENTRY.match(line)):
            continue
        sectors, use = _codes(entry[3])
        if sectors is not None:
            for words in _spelt(entry[1]):
                yield words, sectors, use


def _codes(codes: str) -> tuple[str | None, str]:
    """The codes of an entry, three letters each, and its use; None where one is unknown to us."""
    parts = [codes[i : i + 3] for i in range(0, len(codes), 3)]
    if parts[0] in _NOBODY:
        return "", "none"
    found = [code for part in parts for code in _NON_STATES.get(part, (part,))]
    if "UNK" in found:
        return "|".join(code for code in found if code in _SECTORS), "weak"
    return ("|".join(found) if set(found) <= _SECTORS | {"NGO", "IGO", "IMG"} else None), "head"


def _spelt(words: str) -> Iterator[str]:
    """The spellings of an entry, its sets of words spelt out."""
    if "MINIST_" in words or re.search(r"MINIST(?: |$)", words):
        words = re.sub(r"MINIST(?=_|\s|$)", "!MINIST!", words)
    stems = [words]
    for name, forms in _SETS.items():
        stems = [stem.replace(name, form) for stem in stems for form in (forms if name in stem else ("",))]
    for stem in stems:
        yield " ".join(_key(stem.replace("_", " ")).split())


def _key(words: str) -> str:
    """The words as they are looked up, without possessive endings."""
    return words.replace("’", "'").replace("'s ", " ").replace("s' ", "s ").lower()


def table(source: str, own: list[list[str]]) -> list[str]:
    """The lines of the table: the file's entries, ours over them."""
    found = {singular(words): (sectors, use) for words, sectors, use in agents(source) if len(words) > 1}
    for words, sectors, use in own:
        key = singular(_key(words))
        found.pop(key, None)
        if use != "drop":
            found[key] = (sectors, use)
    return ["\t".join((words, *found[words])) for words in sorted(found)]


def main(sources: Path) -> None:
    """Write the table."""
    source = (sources / "codes" / "PLOVER_agents.txt").read_text(encoding="utf-8", errors="replace")
    rows = (_HERE / "own_agents.tsv").read_text(encoding="utf-8").splitlines()[1:]
    lines = ["words\tsectors\tuse", *table(source, [row.split("\t") for row in rows])]
    (_HERE / "agents.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
