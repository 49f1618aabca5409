"""trafilatura's finding of a page's main text, laid over the page's own blocks.

So every character is the publisher's: trafilatura says what the body is, the page says how it reads.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from lxml import etree

from onrecord.reading.blocks import Block, letters

ANCHOR: Final = 40
"""A line of so many letters is its own evidence; shorter ones are placed between such anchors."""
_NEAR: Final = 60
"""Before the first anchor and after the last, short lines are sought within so many blocks."""
_CONTAINED: Final = 25
"""A block of so many letters within trafilatura's text was taken by it, if merged with its neighbours."""
_SEARCH_BUDGET: Final = 2_000_000_000
"""Letters that may be looked through for merged blocks; beyond that a page is no article's."""

Places = dict[str, list[int]]


def main_text(tree: etree._Element, url: str | None) -> list[str]:
    """The page's main text by trafilatura, line by line; empty where it finds none."""
    import trafilatura  # noqa: PLC0415  loading it takes longer than reading a plain text

    try:
        document = trafilatura.bare_extraction(tree, url=url, include_comments=False)
    except (RecursionError, ValueError, AttributeError, TypeError):  # it was not made for every broken page
        return []
    text = getattr(document, "text", None)
    return text.split("\n") if isinstance(text, str) else []


def align(blocks: list[Block], lines: Iterable[str]) -> set[int]:
    """The numbers of the blocks that `lines` show, in one pass over both.

    What the page hides counts only where nearly all of the text is hidden, until a script shows it.
    """
    keys = [key for key in map(letters, lines) if key]
    shown = _aligned(blocks, keys, hidden=False)
    if 2 * sum(len(blocks[n].key) for n in shown) >= sum(map(len, keys)):
        return shown
    return _aligned(blocks, keys, hidden=True)


def _aligned(blocks: list[Block], keys: list[str], *, hidden: bool) -> set[int]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        if block.key and (hidden or not block.hidden):
            places[block.key].append(number)
    anchors = _anchors(keys, places)
    chosen = set(anchors.values()) | _short(keys, places, anchors)
    left = [n for n, b in enumerate(blocks) if n not in chosen and (hidden or not b.hidden)]
    return chosen | _merged(blocks, keys, chosen, left)


def _anchors(keys: list[str], places: Places) -> dict[int, int]:
    """For each long key its block: the first after the block of the key before, else the first."""
    anchors: dict[int, int] = {}
    cursor = 0
    for position, key in enumerate(keys):
        if len(key) >= ANCHOR and key in places:
            at = bisect_left(places[key], cursor)
            cursor = places[key][at if at < len(places[key]) else 0]
            anchors[position] = cursor
    return anchors


def _short(keys: list[str], places: Places, anchors: dict[int, int]) -> set[int]:
    """The blocks of the short keys, each sought only between the anchors around it."""
    chosen: set[int] = set()
    ends = sorted(anchors.items())
    for position, key in enumerate(keys):
        if position in anchors or key not in places:
            continue
        low, high = _between(ends, position)
        spot = bisect_left(places[key], low)
        while spot < len(places[key]) and places[key][spot] in chosen:
            spot += 1
        if spot < len(places[key]) and places[key][spot] <= high:
            chosen.add(places[key][spot])
    return chosen


def _between(ends: list[tuple[int, int]], position: int) -> tuple[int, int]:
    """The blocks of the anchors before and after a line; near the first or last where there is only one."""
    at = bisect_left(ends, (position, -1))
    low = ends[at - 1][1] if at else (ends[0][1] - _NEAR if ends else 0)
    high = ends[at][1] if at < len(ends) else (ends[-1][1] if ends else 0) + _NEAR
    return low, high


def _merged(blocks: list[Block], keys: list[str], chosen: set[int], left: list[int]) -> set[int]:
    """Blocks that trafilatura ran together with others, or that it split."""
    joined = "".join(keys)
    taken = {blocks[number].key for number in chosen}
    rest = [n for n in left if len(blocks[n].key) >= _CONTAINED and blocks[n].key not in taken]
    if len(rest) * len(joined) > _SEARCH_BUDGET:
        return set()
    return {n for n in rest if blocks[n].key in joined}
