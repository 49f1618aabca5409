"""Expressions of time: found in a text, then given TIMEX3 values by the day on which it was published.

The types and values are those of TIMEX3 in TimeML 1.2.1 (DATE, TIME, DURATION, SET). Recognition
does not depend on any day, so a text is read once and may be anchored several times.
"""

from collections.abc import Sequence

from onrecord.analysis.times.anchor import anchor
from onrecord.analysis.times.readings import Expression
from onrecord.analysis.times.recognise import recognise
from onrecord.record import Time

__all__ = ["Expression", "anchor", "find_times", "recognise"]


def find_times(text: str, published: str | None, *, said: Sequence[tuple[int, int, str]] = ()) -> list[Time]:
    """The expressions of time in `text` with their values. Offsets are code points.

    `published` is an ISO prefix (year, month, day, or with a time) or None: then a value that needs
    it is None. `said` lists stretches `(start, end, ISO day)`, as of quotations, whose words count
    from that day.
    """
    return anchor(recognise(text), text, published, said)
