"""What the model says of events: triggers with the chances of their types, standings, modes and parties."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.model.decoding import Floats
from onrecord.analysis.model.heads import EVENTS, MODES, PARTIES, STANDING, columns, mode_columns
from onrecord.analysis.model.reading import Reading
from onrecord.analysis.parts import Extent, Tokens
from onrecord.knowledge.plover import TYPES, modes
from onrecord.record import EventType
from onrecord.resolution.phrases import word_set

LEAST = 0.25
"""How likely a word must be a trigger at all to be looked at further."""
SURE = 0.7
"""How likely a word must be a trigger to be no part of a party's name."""
NEXT = 2
"""Of triggers of one type so few words apart the likelier stays: "peace talks", "shot dead"."""
FAR = 1000
"""So many characters to either side a sentence is read, if it is that long."""
GAP = 1
"""So many unlikely words may stand within a party's name."""
ACTOR, RECIPIENT, TIME, PLACE = range(len(PARTIES))
"""Rows of `Draft.parties`."""
REACH = 60
"""So many words ahead of a trigger's sentence may name its parties."""
_EMPTY = word_set("""
    the a an of to in on at by for from with and or but that this who which whom his her its their he she it
    they them was is are were be been has have had will would s t u not no along near over
    against between after before during into under as than while when where because if so
""")
"""Words that tell no act, whatever the model makes of them."""
_PARTICLE = re.compile(
    r"\s+(?:off|out|down|up|back|over|away|dead|in(?= to\b))(?![\w-])(?! (?:of|the|a|an|its|his|her|their)\b)"
)


@dataclass(slots=True)
class Draft:
    """An event as the model has it. Words are those of the reading."""

    word: int
    trigger: Extent
    sentence: Extent
    types: NDArray[np.float64]
    """The chance of each of PLOVER's types; what they lack to 1 is that of no event."""
    standings: NDArray[np.float64]
    modes: Floats
    """The log-odds of all modes, by the columns of `mode_columns`."""
    first: int
    """The first word that `parties` has scores for."""
    parties: NDArray[np.float64]
    """`[PARTIES, words]`: the chance that each word is one of who acts, whom it befalls, when and where."""

    @property
    def type(self) -> EventType:
        """The likeliest type."""
        return TYPES[int(self.types.argmax())]

    def mode(self, type_: EventType, least: float) -> str | None:
        """The mode of a type that is at least so likely."""
        where = mode_columns().get(type_)
        if where is None:
            return None
        shares = _softmax(self.modes[None, where])[0]
        best = int(shares.argmax())
        return modes(type_)[best - 1] if best and shares[best] >= least else None


def draft_events(tokens: Tokens, reading: Reading) -> list[Draft]:
    """The events that the model sees in a text, in order."""
    at = columns()
    emissions = reading.outputs.emissions
    shares = _softmax(emissions[:, at[EVENTS]])
    extents = reading.encoded.extents
    words = [word for word in _triggers(shares) if _may_tell(tokens.text[slice(*extents[word])])]
    if not words:
        return []
    starts = [start for start, _ in tokens.sentences]
    word_starts = [start for start, _ in tokens.words]
    sentences = [_sentence(tokens, starts, reading.encoded.extents[word]) for word in words]
    ranges = [_near(reading, word, sentence) for word, sentence in zip(words, sentences, strict=True)]
    scores = reading.model.party_scores(reading.outputs.hidden, words, ranges)
    sure = [word for word in words if shares[word, 0] < 1 - SURE]
    standings, mode_rows = _softmax(emissions[words][:, at[STANDING]]), emissions[words][:, at[MODES]]
    return [
        Draft(
            word,
            _trigger(tokens, word_starts, reading.encoded.extents[word], sentence),
            sentence,
            shares[word, 1:].astype(np.float64),
            standings[k].astype(np.float64),
            mode_rows[k],
            first,
            _without(sure, first, 1 / (1 + np.exp(-score.astype(np.float64)))),
        )
        for k, (word, sentence, (first, _), score) in enumerate(
            zip(words, sentences, ranges, scores, strict=True)
        )
    ]


def _may_tell(word: str) -> bool:
    """Whether a word can tell an act at all."""
    return word.isalpha() and word.lower() not in _EMPTY


def _without(words: Sequence[int], first: int, parties: NDArray[np.float64]) -> NDArray[np.float64]:
    """The chances of parties, none for words that tell acts: they end a party's name."""
    inside = [word - first for word in words if 0 <= word - first < parties.shape[1]]
    parties[:TIME, inside] = 0
    return parties


def _softmax(scores: Floats) -> Floats:
    shares: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return shares


def _triggers(shares: Floats) -> list[int]:
    """The words that begin triggers; of near ones of one type the likeliest."""
    words = np.flatnonzero(1 - shares[:, 0] >= LEAST).tolist()
    kept: list[int] = []
    for word in words:
        same = kept and word - kept[-1] <= NEXT and shares[word, 1:].argmax() == shares[kept[-1], 1:].argmax()
        if not same:
            kept.append(word)
        elif shares[word, 0] < shares[kept[-1], 0]:
            kept[-1] = word
    return kept


def _sentence(tokens: Tokens, starts: Sequence[int], extent: Extent) -> Extent:
    start, end = tokens.sentences[max(0, bisect_right(starts, extent[0]) - 1)]
    if end - start <= 2 * FAR:
        return start, end
    # A table or transcript without full stops: what is far off tells nothing, and costs for every event.
    words = tokens.words
    first = words[bisect_left(words, (max(start, extent[0] - FAR),))][0]
    last = words[bisect_left(words, (min(end, extent[1] + FAR) + 1,)) - 1][1]
    return min(first, extent[0]), max(last, extent[1])


def _near(reading: Reading, word: int, sentence: Extent) -> tuple[int, int]:
    """The words of a trigger's sentence and of what stands ahead of it in its paragraph."""
    extents = reading.encoded.extents
    first = bisect_left(extents, (sentence[0],))
    last = bisect_left(extents, (sentence[1],))
    paragraphs = reading.encoded.paragraphs
    begin = paragraphs[max(0, bisect_right(paragraphs, (word, len(extents) + 1)) - 1)][0]
    return max(begin, first - REACH), max(last, word + 1)


def _trigger(tokens: Tokens, starts: Sequence[int], extent: Extent, sentence: Extent) -> Extent:
    """The whole word, and the particle behind it: "called off", "drive-by"."""
    start, end = tokens.words[max(0, bisect_right(starts, extent[0]) - 1)]
    if not start <= extent[0] < end:
        start, end = extent
    if end < sentence[1] and (particle := _PARTICLE.match(tokens.text, end, sentence[1])):
        end = particle.end()
    return start, end


def runs(chances: NDArray[np.float64], least: float, top: float) -> Iterator[tuple[int, int]]:
    """Stretches of words of at least `least`, one of them of `top` or more; one-word gaps are bridged."""
    over = np.flatnonzero(chances >= least)
    if not len(over):
        return
    # A gap of a word is bridged, but for a word that tells an act, which has no chance at all.
    apart = [k for k in range(1, len(over)) if over[k] - over[k - 1] > 1 + GAP or not chances[over[k] - 1]]
    for group in np.split(over, apart):
        if chances[group].max() >= top:
            yield int(group[0]), int(group[-1]) + 1
