"""The heads of the model: what each says of a word, and where it stands in the model's output."""

from typing import NamedTuple


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

POINTER = 64
"""Dimensions of the vectors by which a content finds its cue, and a cue its source."""


def columns() -> dict[str, slice]:
    """Where each head stands among the columns of the emissions."""
    found, start = {}, 0
    for head in TAGGED:
        found[head.name] = slice(start, start + head.n_tags)
        start += head.n_tags
    found[ACTING] = slice(start, start + 1)
    return found


N_COLUMNS = columns()[ACTING].stop
