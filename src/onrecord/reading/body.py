"""Which blocks of a page are its article's body.

trafilatura finds the main text; its answer is laid over the page's own blocks, so that every character is
the publisher's. Then the page's structure mends it: a block built like the body's that was left out
comes in, and what is caption, repeated pull quote or a list of other stories goes out.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import Final

from lxml import etree

from onrecord.reading.blocks import Block, letters

_ANCHOR: Final = 40
"""A unit of so many letters is its own evidence; shorter ones are placed between such anchors."""
_QUOTE_LETTERS: Final = 20
_MOST_REPEATS: Final = 50
_SEARCH_BUDGET: Final = 2_000_000_000
"""Letters that may be looked through for merged blocks; beyond that a page is no article's."""
_CONTAINED: Final = 25
"""A block of so many letters within trafilatura's text was taken by it, if merged with its neighbours."""


def main_text(tree: etree._Element, url: str | None) -> list[str]:
    """trafilatura's lines of the page's main text; empty where it finds none."""
    import trafilatura  # noqa: PLC0415  loading it takes longer than reading a plain text

    try:
        document = trafilatura.bare_extraction(tree, url=url, include_comments=False)
    except (RecursionError, ValueError, AttributeError, TypeError):  # it was not made for every broken page
        return []
    text = None if document is None else document.text
    return text.split("\n") if isinstance(text, str) else []


def align(blocks: list[Block], lines: Iterable[str]) -> set[int]:
    """The numbers of the blocks that `lines` show, in one pass over both."""
    keys = [key for key in map(letters, lines) if key]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        if block.key and not block.hidden:
            places[block.key].append(number)
    anchors = _anchors(keys, places)
    chosen = set(anchors.values()) | _short(keys, places, anchors)
    return chosen | _merged(blocks, keys, chosen)


def _anchors(keys: list[str], places: dict[str, list[int]]) -> dict[int, int]:
    """For each long key its block: the first after the block of the key before, else the first."""
    anchors: dict[int, int] = {}
    cursor = 0
    for position, key in enumerate(keys):
        if len(key) >= _ANCHOR and key in places:
            at = bisect_left(places[key], cursor)
            cursor = places[key][at if at < len(places[key]) else 0]
            anchors[position] = cursor
    return anchors


def _short(keys: list[str], places: dict[str, list[int]], anchors: dict[int, int]) -> set[int]:
    """The blocks of the short keys, each sought only between the anchors around it."""
    chosen: set[int] = set()
    ends = sorted(anchors.items())
    for position, key in enumerate(keys):
        if position in anchors or key not in places:
            continue
        at = bisect_left(ends, (position, -1))
        low = ends[at - 1][1] if at else (ends[0][1] - 60 if ends else -1)
        high = ends[at][1] if at < len(ends) else (ends[-1][1] + 60 if ends else len(places))
        spot = bisect_left(places[key], low)
        while spot < len(places[key]) and places[key][spot] in chosen:
            spot += 1
        if spot < len(places[key]) and places[key][spot] <= high:
            chosen.add(places[key][spot])
    return chosen


def _merged(blocks: list[Block], keys: list[str], chosen: set[int]) -> set[int]:
    """Blocks that trafilatura ran together with others, or that it split."""
    whole = "\n".join(keys)
    joined = "".join(keys)
    taken = {blocks[number].key for number in chosen}
    rest = [n for n, b in enumerate(blocks) if n not in chosen and not b.hidden and len(b.key) >= _CONTAINED]
    if len(rest) * len(joined) > _SEARCH_BUDGET:
        return set()
    return {n for n in rest if blocks[n].key not in taken and _within(blocks[n].key, whole, joined)}


def _within(key: str, whole: str, joined: str) -> bool:
    return key in whole or key in joined


def shape(block: Block) -> tuple[str, ...]:
    """How a block is built: its tag, and tag and class of the two elements around it."""
    names = [f"{e.tag} {e.get('class') or ''}" for e in islice(block.element.iterancestors(), 2)]
    return (block.tag, *names)


def fill(blocks: list[Block], chosen: set[int]) -> set[int]:
    """The blocks that are built like the body's, stand among them and were left out."""
    letters_of: Counter[tuple[str, ...]] = Counter()
    number_of: Counter[tuple[str, ...]] = Counter()
    shapes = [shape(block) for block in blocks]
    for number in chosen:
        letters_of[shapes[number]] += len(blocks[number].key)
        number_of[shapes[number]] += 1
    total = letters_of.total()
    main = {s for s, size in letters_of.items() if size >= 0.2 * total and number_of[s] >= 2}
    first, last = min(chosen), max(chosen)
    home = _article_of(blocks[first])
    return {
        n
        for n, block in enumerate(blocks)
        if n not in chosen and shapes[n] in main and _fills(block, inside=first <= n <= last)
        and _article_of(block) is home
    }  # fmt: skip


def _fills(block: Block, *, inside: bool) -> bool:
    if block.hidden or block.aside or block.caption or not block.key:
        return False
    if inside:
        return block.linked < 0.5
    return block.linked < 0.3 and len(block.key) >= 80 and block.tag == "p"


def _article_of(block: Block) -> etree._Element | None:
    return next(block.element.iterancestors("article"), None)


def choose(blocks: list[Block], lines: list[str], described: str | None = None) -> set[int]:
    """The numbers of the blocks of the article's body.

    `lines` are trafilatura's; `described` is the body in the page's JSON-LD, whose paragraphs are the body's.
    """
    chosen = align(blocks, lines) | _told(blocks, described)
    if not chosen:
        return set()
    chosen |= fill(blocks, chosen)
    chosen -= _repeats(blocks, chosen)
    return _without_cards(blocks, chosen)


def _told(blocks: list[Block], described: str | None) -> set[int]:
    """The blocks that JSON-LD's body holds, where they are most of it: else it is about another text."""
    whole = letters(described or "")
    if len(whole) < 4 * _ANCHOR:
        return set()
    found = {
        n
        for n, b in enumerate(blocks)
        if len(b.key) >= _ANCHOR and not b.hidden and not b.caption and b.key in whole
    }
    return found if sum(len(blocks[n].key) for n in found) >= 0.6 * len(whole) else set()


def _repeats(blocks: list[Block], chosen: set[int]) -> set[int]:
    """Pull quotes and second copies: blocks whose words stand in another block of the body, too."""
    order = sorted(chosen)
    whole = "\n".join(blocks[n].key for n in order)
    common = Counter(shape(blocks[n]) for n in order).most_common(1)[0][0]
    found: set[int] = set()
    seen: set[str] = set()
    for n in order:
        key = blocks[n].key
        is_set_off = shape(blocks[n]) != common and len(found) < _MOST_REPEATS
        if len(key) >= _QUOTE_LETTERS and (key in seen or (is_set_off and _inside_longer(key, whole))):
            found.add(n)
        seen.add(key)
    return found


def _inside_longer(key: str, whole: str) -> bool:
    """Whether `key` occurs within a longer line of `whole`."""
    at = whole.find(key)
    while at >= 0:
        end = at + len(key)
        if (at and whole[at - 1] != "\n") or (end < len(whole) and whole[end] != "\n"):
            return True
        at = whole.find(key, end)
    return False


def _without_cards(blocks: list[Block], chosen: set[int]) -> set[int]:
    """The body without links to other stories: headings and lines that are links and nothing else."""
    order = sorted(chosen)
    kept = set(chosen)
    for position, n in enumerate(order):
        block = blocks[n]
        if block.linked < 0.85 or block.in_list or len(block.text) > 200:
            continue
        follower = blocks[order[position + 1]] if position + 1 < len(order) else None
        is_entry = block.heading and follower is not None and follower.tag == "p" and follower.linked < 0.5
        if not is_entry:
            kept.discard(n)
    return kept
