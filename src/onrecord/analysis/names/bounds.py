"""Where names begin and end: the runs of capitals brought to agree with the spans that the model marks.

The runs are exact where capitals are: titles, nationalities and "of" are read by rule. The model knows that
"Says Profits" in a headline is no part of a name, that a name goes on in small letters, and names that open
a sentence.
"""

from collections.abc import Sequence

from onrecord.analysis.names.opinion import NOTHING, Opinion, Tagged
from onrecord.analysis.names.spots import LIKELY, NEEDED, SURE, Spot, read_name


def agreed(text: str, spots: Sequence[Spot], opinion: Opinion) -> list[Spot]:
    """The spots, in order: cut where words are no name, joined or new where the model marks a name."""
    parts: dict[int, list[Tagged]] = {}
    gone: set[int] = set()
    new: list[Spot] = []
    at = 0
    for name in opinion.tagged():
        while at < len(spots) and spots[at].end <= name.start:
            at += 1
        last = at
        while last < len(spots) and spots[last].start < name.end:
            last += 1
        if last - at == 1 and spots[at].start <= name.start and name.end <= spots[at].end:
            parts.setdefault(at, []).append(name)
        elif _stands(text, name, spots[at:last]):
            new.append(read_name(text, _start(text, name), name.end))
            gone.update(range(at, last))
    for k, spot in enumerate(spots):
        if k not in gone:
            new += _cut(text, spot, parts.get(k, []), opinion)
    return sorted(new, key=lambda spot: spot.start)


def _stands(text: str, name: Tagged, spots: Sequence[Spot]) -> bool:
    """Whether a name stands that the rules have not: it cuts no run in two and outweighs what they say."""
    words = text[name.start : name.end]
    if words.lower() == "the" or not any(map(str.isupper, words)):
        return False
    if any(spot.start < name.start or spot.end > name.end for spot in spots):
        return False
    return name.sure >= max((NEEDED[spot.basis] for spot in spots), default=LIKELY)


def _start(text: str, name: Tagged) -> int:
    """Where a name begins without its article, which only a place keeps: "The Hague"."""
    has_article = name.kind != "place" and text[name.start : name.start + 4].lower() == "the "
    return name.start + 4 if has_article else name.start


def _cut(text: str, spot: Spot, parts: Sequence[Tagged], opinion: Opinion) -> list[Spot]:
    """A run as the names in it, where the rest of it is no name."""
    if not parts or spot.basis == "listed" or (parts[0].start, parts[0].end) == (spot.name_start, spot.end):
        return [spot]
    least = SURE if spot.basis == "title" else NEEDED[spot.basis]
    edges = [spot.name_start, *(edge for part in parts for edge in (part.start, part.end)), spot.end]
    between = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip(" ,’'")]
    if not between or (opinion.shares(between)[:, NOTHING] < least).any():
        return [spot]
    if spot.basis == "title":
        whole = len(parts) == 1 and parts[0].start == spot.name_start
        return [read_name(text, spot.start, parts[0].end)] if whole else [spot]
    return [read_name(text, part.start, part.end) for part in parts]
