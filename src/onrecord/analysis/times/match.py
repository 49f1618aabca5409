"""One match of the grammar, and what its builders ask of it."""

from msgspec import Struct

from onrecord.analysis.times.lexicon import CLASSES, OTHER, VALUES
from onrecord.analysis.times.numbers import spelled
from onrecord.analysis.times.scan import Tokens

_NAME = {character: name for name, character in CLASSES.items()}


class Match(Struct, frozen=True):
    """The tokens `first` to `last` (half-open) that a rule holds."""

    tokens: Tokens
    first: int
    last: int

    def words(self, *names: str) -> list[str]:
        """The words of the match that have one of these classes; all of them when none is asked."""
        wanted = [CLASSES[name] for name in names]
        classes = self.tokens.classes
        return [
            self._text(place)
            for place in range(self.first, self.last)
            if not wanted or classes[place] in wanted
        ]

    def words_without(self, *names: str) -> list[str]:
        """The words of the match that have none of these classes."""
        unwanted = [CLASSES[name] for name in names]
        classes = self.tokens.classes
        return [self._text(place) for place in range(self.first, self.last) if classes[place] not in unwanted]

    def _text(self, place: int) -> str:
        start, end = self.tokens.spans[place]
        return self.tokens.text[start:end]

    def word(self, *names: str) -> str | None:
        """The first such word."""
        found = self.words(*names)
        return found[0] if found else None

    def value(self, *names: str) -> int | str | None:
        """What the first such word stands for."""
        word = self.word(*names)
        return None if word is None else VALUES.get(word.lower())

    def number(self, *names: str) -> int | None:
        """The number that the first such word stands for, by the lexicon."""
        value = self.value(*names)
        return value if isinstance(value, int) else None

    def has(self, *names: str) -> bool:
        """Whether any word has one of these classes."""
        classes = self.tokens.classes[self.first : self.last]
        for name in names:  # noqa: SIM110 - a plain loop is faster, and this is asked most of all
            if CLASSES[name] in classes:
                return True
        return False

    def integer(self, *names: str) -> int | None:
        """The whole number of the first run of words of these classes."""
        word = self.word(*names)
        if word is None:
            return None
        digits = "".join(filter(str.isdecimal, word))
        return int(digits) if digits else int(spelled(self.words(*names)))

    def before(self, distance: int = 1) -> str:
        """The lower-cased word before the match; empty at the text's start."""
        place = self.first - distance
        return self._text(place).lower() if place >= 0 else ""

    def after(self, distance: int = 0) -> str:
        """The word after the match; empty at the text's end."""
        place = self.last + distance
        return self._text(place) if place < len(self.tokens.spans) else ""

    def class_after(self, distance: int = 0) -> str:
        """The class name of the token after the match; empty where it has none."""
        return self._class(self.last + distance)

    def class_before(self, distance: int = 1) -> str:
        """The class name of the token before the match; empty where it has none."""
        return self._class(self.first - distance)

    def _class(self, place: int) -> str:
        if not 0 <= place < len(self.tokens.classes):
            return ""
        character = self.tokens.classes[place]
        return "" if character == OTHER else _NAME[character]

    def glued_before(self) -> bool:
        """Whether no space stands before the match."""
        return self.start > 0 and not self.tokens.text[self.start - 1].isspace()

    def glued_after(self) -> bool:
        """Whether no space stands after the match."""
        return self.end < len(self.tokens.text) and not self.tokens.text[self.end].isspace()

    def cut(self, first: int, last: int) -> "Match":
        """The part of the match from `first` to `last`."""
        return Match(self.tokens, first, last)

    @property
    def start(self) -> int:
        """Where the match begins in the text."""
        return self.tokens.spans[self.first][0]

    @property
    def end(self) -> int:
        """Where the match ends in the text."""
        return self.tokens.spans[self.last - 1][1]
