"""The heads of the model: what each says of a word, and where it stands in the model's output."""

from functools import cache
from typing import NamedTuple

from onrecord.knowledge.plover import STANDINGS, TYPES, modes
from onrecord.record import EventType


class Head(NamedTuple):
    """A head that marks spans, one tag a word: outside, or the begin or inside of a span of a kind."""

    name: str
    kinds: tuple[str, ...]

    @property
    def n_tags(self) -> int:
        """Outside is tag 0; kind `k` (from 0) begins with `1 + 2k` and goes on with `2 + 2k`."""
        return 1 + 2 * len(self.kinds)


ROLES = Head("roles", ("source", "cue", "content"))
"""Who is said (source) to have said (cue) what (content): statements that stand in no other statement."""
INNER = Head("inner", ("source", "cue", "content"))
"""The same for statements within the content of another."""
NAMES = Head("names", ("person", "organisation", "place"))
"""Proper names. A country or city that acts is a place whose `acting` is likely."""
GROUPS = Head("groups", ("group",))
"""Nationalities, creeds, parties as adjectives or plurals; apart, as most corpora do not label them."""
TAGGED = (ROLES, INNER, NAMES, GROUPS)
ACTING = "acting"
"""One number a word, the log-odds that a place that begins there acts as a party."""
EVENTS = "events"
"""A word is no trigger (0), or the first word of one of PLOVER's type `k` (from 0), `1 + k`: log-odds."""
STANDING = "standing"
"""Of the event whose trigger begins at a word: happened, planned, possible, denied."""
MODES = "modes"
"""Of the same: none, or the mode, type by type; see `mode_columns`."""

PARTIES = ("actor", "recipient", "time", "place")
"""What a trigger points at: the words of who acts, of whom it befalls, of its day and of where it was."""

POINTER = 64
"""Dimensions of the vectors by which a content finds its cue, a cue its source, a trigger its parties."""


@cache
def mode_columns() -> dict[EventType, slice]:
    """Where the modes of each type that has any stand among those of `MODES`; the first is to have none."""
    found, start = {}, 0
    for type_ in TYPES:
        if modes(type_):
            found[type_] = slice(start, start + 1 + len(modes(type_)))
            start = found[type_].stop
    return found


def columns() -> dict[str, slice]:
    """Where each head stands among the columns of the emissions."""
    widths = {head.name: head.n_tags for head in TAGGED}
    n_modes = max(at.stop for at in mode_columns().values())
    widths |= {ACTING: 1, EVENTS: 1 + len(TYPES), STANDING: len(STANDINGS), MODES: n_modes}
    found, start = {}, 0
    for name, width in widths.items():
        found[name] = slice(start, start + width)
        start += width
    return found


N_COLUMNS = columns()[MODES].stop
