"""The people of all sources: who of one source is who of another."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.knowledge.names import skeleton, turned, without_titles
from onrecord.knowledge.store import FIRST_WITHOUT_ID


@dataclass
class Being:
    """A person or organisation as it is put together. `span` are its offices' first and last year."""

    key: int
    name: str
    kind: int = 0
    gender: str = ""
    country: str = ""
    born: int = 0
    died: int = 0
    sectors: str = ""
    description: str = ""
    source: str = ""
    weight: int = 0
    aliases: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    span: tuple[int, int] = (9999, 0)
    share_alike: bool = False
    dropped: bool = False


class People:
    """All beings by key, found by their names' skeletons."""

    def __init__(self) -> None:
        self.by_key: dict[int, Being] = {}
        self._named: dict[tuple[int, str], list[int]] = defaultdict(list)
        self._shortened: dict[str, list[int]] = defaultdict(list)
        self._next = FIRST_WITHOUT_ID

    def add(self, being: Being) -> Being:
        """File a being under its name and aliases; one of its key that is there already stays."""
        known = self.by_key.setdefault(being.key, being)
        if known is being:
            for name in (being.name, *sorted(being.aliases)):
                self.file(being, name)
        return known

    def new(self, name: str, country: str, source: str, kind: int = 0) -> Being:
        """A being that has no Wikidata id."""
        self._next += 1
        return self.add(Being(self._next, name, kind, country=country, source=source, countries={country}))

    def file(self, being: Being, name: str) -> None:
        """Let a being be found by a further name."""
        for form in filter(None, (name, turned(name, being.country))):
            keys = self._named[being.kind, skeleton(form)]
            if being.key not in keys:
                keys.append(being.key)
        short = _shortened(name)
        if short and being.kind == 0 and being.key not in self._shortened[short]:
            self._shortened[short].append(being.key)

    def alias(self, being: Being, name: str) -> None:
        """Give a being a further name, if it is one."""
        if name and name != being.name:
            being.aliases.add(name)
            self.file(being, name)

    def match(
        self, name: str, country: str, first: int = 0, last: int = 9999, *, anywhere: bool = False
    ) -> Being | None:
        """The one being of a name with an office in a country at about that time, where it is clear.

        `first` and `last` are years. Where the whole name finds nobody, first and last word do.
        """
        keys = self._named.get((0, skeleton(name)), [])
        found = self._fitting(keys, country, first, last, anywhere=anywhere)
        if found is None and not keys:
            longer = [key for key in self._shortened.get(_shortened(name), []) if self._contains(key, name)]
            found = self._fitting(longer, country, first, last)
        return found

    def _contains(self, key: int, name: str) -> bool:
        """Whether one of a being's names has all the words of a name, or none that the name has not."""
        words, initials = _words(name), _initials(name)
        being = self.by_key[key]
        return any(
            (words <= (other := _words(form)) or other <= words) and _agree(initials, _initials(form))
            for form in (being.name, *being.aliases)
        )

    def organisation(self, name: str, country: str) -> Being | None:
        """The organisation of a name and country that is filed already."""
        keys = self._named.get((1, skeleton(name)), [])
        return next((self.by_key[key] for key in keys if self.by_key[key].country == country), None)

    def _fitting(
        self, keys: Iterable[int], country: str, first: int, last: int, *, anywhere: bool = False
    ) -> Being | None:
        here = [self.by_key[key] for key in keys]
        local = [being for being in here if country in being.countries]
        if len(local) > 1:
            local = [being for being in local if _meet(being.span, first, last)]
        if not local and anywhere:
            local = [being for being in here if being.weight > 1]
        return local[0] if len(local) == 1 else None


def _meet(span: tuple[int, int], first: int, last: int) -> bool:
    return span[0] - 8 <= last and first <= span[1] + 8


def _words(name: str) -> set[str]:
    # An initial stands for any word.
    return {
        skeleton(word) for word in without_titles(name).replace("-", " ").split() if len(word.strip(".")) > 1
    }


def _initials(name: str) -> str:
    """The first letters of what stands between the first and the last word: "hw" of George H. W. Bush."""
    return "".join(word[0].casefold() for word in without_titles(name).split()[1:-1])


def _agree(one: str, other: str) -> bool:
    """Whether middle names may be one person's: one has none, or begins with those of the other."""
    return one.startswith(other) or other.startswith(one)


def _shortened(name: str) -> str:
    words = without_titles(name).split()
    return skeleton(f"{words[0]} {words[-1]}") if len(words) >= 2 else ""  # noqa: PLR2004
