"""Which blocks of a page are its article's body.

trafilatura's choice, mended by the page's structure and by what the page says of itself: a block built like
the body's that was left out comes in, what is a repeated pull quote or a link to another story goes out.
"""

from collections import Counter
from itertools import islice
from typing import Final

from lxml import etree

from onrecord.reading.alignment import ANCHOR, align
from onrecord.reading.blocks import Block, letters
from onrecord.reading.boilerplate import drop_reason

Shape = tuple[str, ...]

_MAIN_SHARE: Final = 0.2
"""A shape is the body's when it has so much of its letters, and more than one block."""
_TOLD_SHARE: Final = 0.6
_LONG: Final = 80
_ENOUGH: Final = 400
_QUOTE_LETTERS: Final = 12
_MOST_REPEATS: Final = 50
_CARD_LENGTH: Final = 200
_CARD_LINKED: Final = 0.85
_MANY_ENTRIES: Final = 3
_MOSTLY: Final = 0.5
_SENTENCE_ENDS: Final = (".", ".”", '."', ".’", "?", "!")


def choose(blocks: list[Block], lines: list[str], described: str | None = None) -> set[int]:
    """The numbers of the blocks of the article's body.

    `lines` are trafilatura's; `described` is the body in the page's JSON-LD, whose paragraphs are the body's.
    """
    chosen = align(blocks, lines) | _told(blocks, described) or _running_text(blocks)
    if not chosen:
        return set()
    main = _main_shapes(blocks, chosen)
    chosen |= _left_out(blocks, chosen, main)
    chosen -= _repeats(blocks, chosen)
    chosen -= _cards(blocks, chosen)
    return chosen - _tail(blocks, chosen, main) if chosen else chosen


def _told(blocks: list[Block], described: str | None) -> set[int]:
    """The blocks that JSON-LD's body holds, where they are most of it: else it is about another text."""
    whole = letters(described or "")
    if len(whole) < 4 * ANCHOR:
        return set()
    found = {
        n
        for n, b in enumerate(blocks)
        if len(b.key) >= ANCHOR and not b.hidden and not b.caption and b.key in whole
    }
    return found if sum(len(blocks[n].key) for n in found) >= _TOLD_SHARE * len(whole) else set()


def _running_text(blocks: list[Block]) -> set[int]:
    """The blocks that read as prose, for pages too broken for trafilatura; none where they are few."""
    found = {
        n
        for n, b in enumerate(blocks)
        if len(b.key) >= _LONG
        and b.linked < _MOSTLY / 2
        and _is_sentence(b)
        and not (b.aside or b.hidden or b.caption)
    }
    return found if sum(len(blocks[n].key) for n in found) >= _ENOUGH else set()


def shape(block: Block) -> Shape:
    """How a block is built: its tag, and tag and class of the two elements around it."""
    names = [f"{e.tag} {e.get('class') or ''}" for e in islice(block.element.iterancestors(), 2)]
    return (block.tag, *names)


def _main_shapes(blocks: list[Block], chosen: set[int]) -> set[Shape]:
    """The shapes that most of the body has."""
    sizes: Counter[Shape] = Counter()
    numbers: Counter[Shape] = Counter()
    for number in chosen:
        sizes[shape(blocks[number])] += len(blocks[number].key)
        numbers[shape(blocks[number])] += 1
    total = sizes.total()
    return {s for s, size in sizes.items() if size >= _MAIN_SHARE * total and numbers[s] > 1}


def _left_out(blocks: list[Block], chosen: set[int], main: set[Shape]) -> set[int]:
    """The blocks that are built like the body's, stand among them and were left out; so with headings."""
    around = {s[1:] for s in main}
    first, last = min(chosen), max(chosen)
    homes = {_article_of(blocks[n]) for n in chosen if shape(blocks[n]) in main} or {
        _article_of(blocks[first])
    }
    found: set[int] = set()
    for n, block in enumerate(blocks):
        if n in chosen or block.hidden or block.aside or block.caption or not block.key:
            continue
        own = shape(block)
        is_heading = block.heading and own[1:] in around and first < n < last
        if (
            (own in main or is_heading)
            and _fits(block, inside=first <= n <= last)
            and _article_of(block) in homes
        ):
            found.add(n)
    return found


def _fits(block: Block, *, inside: bool) -> bool:
    """Whether a block of the body's shape may be of the body: beyond its ends, only a long paragraph."""
    if inside:
        return block.linked < _MOSTLY or (block.tag == "p" and block.text.endswith(_SENTENCE_ENDS))
    return block.linked < _MOSTLY / 2 and len(block.key) >= _LONG and block.tag == "p"


def _article_of(block: Block) -> etree._Element | None:
    return next(block.element.iterancestors("article"), None)


def _repeats(blocks: list[Block], chosen: set[int]) -> set[int]:
    """Pull quotes and second copies: blocks whose words stand in another block of the body, too."""
    order = sorted(chosen)
    whole = "\n".join(blocks[n].key for n in order)
    common = Counter(shape(blocks[n]) for n in order).most_common(1)[0][0]
    found: set[int] = set()
    seen: set[str] = set()
    for n in order:
        key = blocks[n].key
        is_set_off = shape(blocks[n]) != common and not blocks[n].heading and len(found) < _MOST_REPEATS
        is_copy = key in seen and (is_set_off or len(key) >= _LONG)
        if len(key) >= _QUOTE_LETTERS and (is_copy or (is_set_off and _inside_longer(key, whole))):
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


def _cards(blocks: list[Block], chosen: set[int]) -> set[int]:
    """Links to other stories, sections and authors: lines that are links throughout, and no sentences."""
    order = sorted(chosen)
    start = next((n for n in order if len(blocks[n].key) >= _LONG and blocks[n].linked < _MOSTLY), order[0])
    linked = [n for n in order if _is_card(blocks[n]) and (not blocks[n].in_list or n < start)]
    entries = Counter(shape(blocks[n]) for n in linked if blocks[n].heading)
    return {n for n in linked if not blocks[n].heading or entries[shape(blocks[n])] < _MANY_ENTRIES}


def _is_card(block: Block) -> bool:
    return (
        block.linked >= _CARD_LINKED
        and len(block.text) <= _CARD_LENGTH
        and not block.text.endswith(_SENTENCE_ENDS)
    )


def _is_sentence(block: Block) -> bool:
    return block.linked < _MOSTLY and (len(block.key) >= _LONG or block.text.endswith(_SENTENCE_ENDS))


def _tail(blocks: list[Block], chosen: set[int], main: set[Shape]) -> set[int]:
    """What follows the body under a heading such as "More from …": other stories, other furniture."""
    order = sorted(chosen)
    last = max((n for n in order if shape(blocks[n]) in main and _is_sentence(blocks[n])), default=order[-1])
    labels = (n for n in range(last + 1, order[-1] + 1) if _is_label(blocks[n]))
    start = next(labels, order[-1] + 1)
    return {n for n in order if n >= start}


def _is_label(block: Block) -> bool:
    """Whether a block heads a list of other things."""
    short = len(block.text) < _LONG and not block.hidden
    return short and drop_reason(block.text) in ("related", "newsletter")
