"""Which attribution stands in the content of which."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from onrecord.analysis.parts import Attribution


def held(inner: Sequence[Attribution], outer: Sequence[Attribution]) -> list[Attribution]:
    """Those of the inner attributions of which all stands in one piece of content of an outer one."""
    contents = sorted(piece for one in outer for piece in one.content)
    kept = []
    for one in inner:
        parts = one.content + one.cue + one.source
        start, end = min(part[0] for part in parts), max(part[1] for part in parts)
        k = bisect_right(contents, start, key=lambda piece: piece[0]) - 1
        if k >= 0 and contents[k][0] <= start and end <= contents[k][1]:
            kept.append(one)
    return kept


def nested(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, sorted by their start, with `within` set where one stands in another's content."""
    result: list[Attribution] = []
    around: list[tuple[int, int, int]] = []  # start, end, index of the contents that may hold what follows
    for k, one in enumerate(found):
        start = min(one.content + one.cue + one.source)[0]
        end = max(part[1] for part in one.content + one.cue + one.source)
        around = [outer for outer in around if outer[1] > start]
        holder = next((i for s, e, i in reversed(around) if s <= start and end <= e), None)
        result.append(msgspec.structs.replace(one, within=holder) if holder is not None else one)
        around.extend((s, e, k) for s, e in one.content)
    return result
