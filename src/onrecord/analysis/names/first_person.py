"""Who "I", "we" and "you" are: in a quotation its speaker, outside the author, or whom an interview asks."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.analysis.names.actors import Actor, Found
from onrecord.analysis.names.cast import Cast
from onrecord.analysis.names.persons import GUESS
from onrecord.analysis.parts import Attribution, Extent, Quotation
from onrecord.knowledge.first_names import gender_of

# A set of letters comes first, so that the search can skip to them.
_FIRST = re.compile(
    r"(?<![\w’'-])(?:I(?![\w.-])|[Mm](?:y(?:self)?|e|ine)\b|[Ww]e\b|[Uu]s\b|[Oo]ur(?:s|selves)?\b)"
)
_SECOND = re.compile(r"(?<![\w’'-])[Yy]ou(?:r(?:s|self)?)?\b")
_SEVERAL = frozenset("wuo")
"""The first letters of "we", "us" and "our"."""
_COUNTED = frozenset(
    {"War", "Part", "Phase", "Type", "Class", "Chapter", "Title", "Section", "Act", "Division"}
)
"""Before "I" they make a number of it, as the first name of a ruler does: "World War I", "Charles I"."""
_QUESTIONS = 3
"""So many paragraphs that ask "you" something make an interview in questions and answers."""
_LONGEST = 20
_SURE, _LIKELY, _AUTHOR = 0.9, 0.7, 0.6


class FirstPersons:
    """Resolves the pronouns of speech of one article, once it is known who says what."""

    def __init__(
        self,
        cast: Cast,
        paragraphs: Sequence[Extent],
        quotations: Sequence[Quotation],
        byline: Sequence[str] = (),
    ) -> None:
        self._cast = cast
        self._text = cast.context.text
        self._paragraphs = paragraphs
        self._quoted = sorted(piece for one in quotations if one.level == 0 for piece in one.pieces)
        self._byline = byline

    def resolve(
        self, attributions: Sequence[Attribution], speakers: Sequence[Sequence[Actor]]
    ) -> list[Found]:
        """The mentions of those who speak by "I" and "we". `speakers` are those of each attribution."""
        matches = list(_FIRST.finditer(self._text))
        if not matches:
            return []
        inner = _Innermost(attributions)
        answers = _Answers(self._text, self._paragraphs, self._cast.found)
        found: list[Found] = []
        for match in matches:
            if match[0] == "US" or (match[0] == "I" and self._is_number(match.start())):
                continue
            if self._in_quotation(match.start()):
                number = inner.at(match.start())
                if number is not None and len(speakers[number]) == 1:
                    found.append(self._spoken(match, speakers[number][0], _SURE))
            elif asked := answers.given(match.start()):
                found.append(self._spoken(match, asked, _LIKELY))
            elif author := self._author():
                found.append(self._spoken(match, author, _AUTHOR))
        return [*found, *answers.asked()]

    def _is_number(self, position: int) -> bool:
        """Whether an "I" counts: "World War I", "Elizabeth I"."""
        before = self._text[max(0, position - _LONGEST) : position].split()
        return (
            bool(before)
            and before[-1][:1].isupper()
            and (before[-1] in _COUNTED or gender_of(before[-1]) is not None)
        )

    def _in_quotation(self, position: int) -> bool:
        index = bisect_right(self._quoted, (position, 1 << 60)) - 1
        return index >= 0 and self._quoted[index][1] > position

    def _spoken(self, match: re.Match[str], speaker: Actor, sure: float) -> Found:
        several = match[0][0].lower() in _SEVERAL
        actor = self._with_others(speaker) if several and speaker.kind == "person" else speaker
        return Found(
            match.start(), match.end(), actor, "pronoun", sure if actor is speaker else min(sure, _LIKELY)
        )

    def _with_others(self, speaker: Actor) -> Actor:
        """Those whom somebody's "we" takes in: more than the speaker, and no names."""
        make = Actor("group", f"{speaker.name} and others", members=(speaker,))
        make.country, make.sectors = speaker.country, speaker.sectors
        return self._cast.actor(f"we {id(speaker)}", make)

    def _author(self) -> Actor | None:
        """Who writes "I": the only name in the byline."""
        if len(self._byline) > 1:
            return None
        name = self._byline[0] if self._byline else "the author"
        return self._cast.author(name, unnamed=not self._byline)


class _Innermost:
    """Finds the attribution whose content holds a position, the innermost of several."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        parts = [(start, end, k) for k, one in enumerate(attributions) for start, end in one.content]
        self._parts = sorted(parts, key=lambda part: (part[0], -part[1]))

    def at(self, position: int) -> int | None:
        """The number of the attribution, None where no content holds the position."""
        index = bisect_right(self._parts, (position, 1 << 60, 0)) - 1
        for start, end, number in reversed(self._parts[max(0, index - 8) : index + 1]):
            if start <= position < end:
                return number
        return None


class _Answers:
    """An interview in questions and answers, where a text is one: who is asked."""

    def __init__(self, text: str, paragraphs: Sequence[Extent], found: Sequence[Found]) -> None:
        self._text = text
        questions = [extent for extent in paragraphs if _asks(text, *extent)]
        self._starts = [start for start, _ in questions]
        self._questions = questions
        self._who = _main_person(found, questions[0][0]) if len(questions) >= _QUESTIONS else None

    def given(self, position: int) -> Actor | None:
        """Who answers at a position; None within a question, before the first, or in no interview."""
        if self._who is None or position < self._starts[0]:
            return None
        start, end = self._questions[bisect_right(self._starts, position) - 1]
        return None if start <= position < end else self._who

    def asked(self) -> Iterator[Found]:
        """The mentions by "you" in the questions."""
        if self._who is not None:
            for extent in self._questions:
                for match in _SECOND.finditer(self._text, *extent):
                    yield Found(match.start(), match.end(), self._who, "pronoun", _LIKELY)


def _asks(text: str, start: int, end: int) -> bool:
    """Whether a paragraph asks "you" something. The end is looked at first: it is cheap."""
    return text[start:end].rstrip('”" ').endswith("?") and _SECOND.search(text, start, end) is not None


def _main_person(found: Sequence[Found], end: int) -> Actor | None:
    """The person mentioned most before the first question."""
    named = [
        one.actor
        for one in found
        if one.actor.kind == "person" and one.confidence > GUESS and one.start < end
    ]
    counts = Counter(map(id, named))
    best = max(counts.values(), default=0)
    return next((actor for actor in named if counts[id(actor)] == best), None)
