"""Runs of capitalised words: where they stand, which title they carry, what kind of name they look like."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.analysis.names.titles import country_in, role_length, title_gender, title_length
from onrecord.analysis.names.words import (
    COMPANY_KINDS,
    DAYS_AND_MONTHS,
    FIRST_IN_ORGANISATION,
    FUNCTION_WORDS,
    INSTITUTIONS,
    LONE_WORDS,
    NO_PERSON,
    NOT_NAMES,
    ORGANISATION_HEADS,
    ORGANISATION_NAMES,
    ORGANISATIONS,
    ORGANISED,
    PARTICLES,
    QUALIFYING,
    ROLES,
    SURNAMES_TOO,
    TITLE_HEADS,
    TITLE_WORDS,
)
from onrecord.analysis.tokens import TITLES
from onrecord.knowledge.agencies import find_agency
from onrecord.knowledge.countries import CountryForm, find_country_form, find_metonym
from onrecord.knowledge.first_names import Gender, gender_of
from onrecord.knowledge.outlets import is_outlet
from onrecord.knowledge.places import is_region

SpotKind = Literal[
    "person",
    "organisation",
    "place",
    "country",
    "adjective",
    "people",
    "government",
    "group",
    "title",
    "unknown",
]
Basis = Literal["listed", "title", "words", "model", "none"]
"""What a kind rests on: a list that has the name, its title, its words or those around it, the model."""
LIKELY = 0.5
"""More likely than all else together."""
SURE = 0.8
"""Heads of organisations, first names and words such as "shares in" are wrong about one time in five."""
NEEDED: dict[Basis, float] = {"none": LIKELY, "words": SURE, "title": 2, "listed": 2}
"""By what a name rests on, how likely another reading of it must be to stand instead; above one, none may."""

_UPPER = "".join(map(chr, (code for code in range(0x41, 0x530) if chr(code).isupper())))
_ABBREVIATED = "|".join([*TITLES.split(), "Sens", "Reps", "Govs", "Ft", "Jr", "Sr"])
_WORD = (
    rf"(?:(?:{_ABBREVIATED})\.|(?:[{_UPPER}]\.)+(?:-(?:[{_UPPER}]\.)+)?[{_UPPER}]?(?!\w)"
    rf"|(?:(?:[Aa]l|el|ul|as|ash|an|ar|at|d[’'])-?)?[{_UPPER}]\w*(?:[-’'&](?![sS]\b)\w+)*)"
)
_GAP = r"(?:[ \u00a0\u202f]|\n(?=\S))"
_OWNERS = "(?:(?<=s)[’'])?"
"""The apostrophe inside "Workers’ Union"; the words are cut there where no organisation follows."""
_RUN = re.compile(
    rf"(?<![\w@#])(?<!\w[-’'.]){_WORD}(?:{_OWNERS}{_GAP}(?:(?:{'|'.join(sorted(PARTICLES))}){_GAP}){{0,2}}{_WORD}){{0,11}}"
    rf"(?:,?{_GAP}(?:[JS]r\.?|I{{2,3}}|IV)(?!\w))?"
)
_LINK = re.compile(rf"{_GAP}(of|for|on)(?:{_GAP}the)?{_GAP}(?={_WORD})|{_GAP}(and|&){_GAP}(?={_WORD})")
_PART = re.compile(r"\S+")
_OPENERS = "\"'“‘«„([—–•*-"
_ENDS = ".!?:\n"
_SUFFIX = re.compile(r",?\s(?:[JS]r\.?|I{2,3}|IV|KC|QC|MP|MEP|PhD|MD|CBE|OBE|MBE)$")
_ACRONYM = re.compile(rf"[{_UPPER}][{_UPPER}&.\d-]{{1,12}}s?")
_APOSTROPHES = frozenset("'’")
_SPACES = frozenset(" \u00a0\u202f\n")
_LINKS = frozenset({"of", "for", "on"})
_LINK_LETTERS = frozenset("ofa&")
_OFFICES = frozenset({"Secretary", "Minister", "Director", "Attorney", "Chairman"})
_NEVER_LINKED = TITLE_HEADS | DAYS_AND_MONTHS
_MOST_LINKS = 3
_WRAPPED = 40
"""A line of so many characters may have been wrapped in the middle of a name."""
_LONGEST_ACRONYM = 6
_INITIALS = re.compile(r"(?:\w\.)+")
_CONTRACTION = re.compile(r"(?:I|He|She|It|We|You|They|That|There|What|Who|Here|Let)[’'](?:m|re|ve|ll|d|t)")
_CAPITAL_WORDS = frozenset({"US", "WHO", "UN"})
_NEVER_NAMES = NOT_NAMES - _CAPITAL_WORDS
_TRAILING = PARTICLES | {"of", "for", "on", "the", "and", "&"}


@dataclass(slots=True)
class Spot:
    """A run of capitalised words. `start` includes its title, `name_start` does not."""

    start: int
    end: int
    name_start: int
    kind: SpotKind
    name: str
    title: str = ""
    gender: Gender | None = None
    country: str | None = None
    initial: bool = False
    """Whether it opens a sentence, where capitals prove nothing."""
    possessive: bool = False
    basis: Basis = "none"
    sure: float = 0.0
    """How likely its kind is, where the model said it."""
    acts: bool | None = None
    """Whether it acts, were it a place, where the model was asked."""


Word = tuple[str, int, int]
_FORMS: dict[CountryForm, SpotKind] = {"name": "country", "adjective": "adjective", "people": "people"}


def find_spots(text: str) -> list[Spot]:
    """All capitalised runs of `text` that may be names, in order, each told by its own words alone."""
    spots: list[Spot] = []
    position = 0
    while match := _RUN.search(text, position):
        start, end = match.span()
        if match[0] in _NEVER_NAMES:
            position = end
            continue
        position = end = _organisation_end(text, start, _line_end(text, start, end))
        for spot in _read(text[start:end]):
            spots.append(_placed(text, spot, start))  # noqa: PERF401  # the loop is empty for most runs
    return spots


@lru_cache(maxsize=1 << 13)
def _read(run: str) -> tuple[Spot, ...]:
    """The spots of one run, counted from its beginning. The same run reads the same wherever it stands."""
    if run in LONE_WORDS:
        return ()
    segments = _segments([(match[0], *match.span()) for match in _PART.finditer(run)])
    return tuple([spot for words in segments if (spot := _classified(run, words))])


def read_name(text: str, start: int, end: int) -> Spot:
    """The spot of a name that is known to stand at `[start, end)`, told by its words alone."""
    run = text[start:end]
    words = [(match[0], *match.span()) for match in _PART.finditer(run)]
    while words and words[-1][0] in _TRAILING:
        words.pop()  # "Minister of": the model may break off
    known = _classified(run, words) if words else None
    spot = known or Spot(0, len(run), 0, "unknown", " ".join(run.split()))
    return _placed(text, spot, start)


def _placed(text: str, spot: Spot, start: int) -> Spot:
    """A spot of a run that stands at `start` of the text."""
    end = start + spot.end
    return Spot(
        start + spot.start,
        end,
        start + spot.name_start,
        spot.kind,
        spot.name,
        spot.title,
        spot.gender,
        spot.country,
        initial=spot.start == 0 and _opens(text, start),
        possessive=text[end : end + 1] in _APOSTROPHES
        and (text[end + 1 : end + 2] == "s" or text[end - 1] == "s"),
        basis=spot.basis,
    )


def _opens(text: str, start: int) -> bool:
    while start > 0 and (text[start - 1] in _OPENERS or text[start - 1] in " \u00a0"):
        if text[start - 1] in _OPENERS:
            return True
        start -= 1
    return start == 0 or text[start - 1] in _ENDS


def _line_end(text: str, start: int, end: int) -> int:
    """Where a run ends that may not go on in the next line: only a line that was wrapped goes on."""
    line_end = text.find("\n", start, end)
    if line_end < 0:
        return end
    wrapped = line_end >= _WRAPPED and "\n" not in text[line_end - _WRAPPED : line_end]
    return end if wrapped else line_end


def _organisation_end(text: str, start: int, end: int) -> int:
    """Where a run ends that may go on as "Ministry of …", "University of …", "Center for …"."""
    for _ in range(_MOST_LINKS):
        if text[end : end + 1] not in _SPACES or text[end + 1 : end + 2] not in _LINK_LETTERS:
            return end
        if (link := _LINK.match(text, end)) is None:
            return end
        if joined := _joined_end(text, start, link):
            end = joined
            continue
        words = text[start:end].split()
        linked = len(words) > 1 and not _LINKS.isdisjoint(words)
        if not linked and ORGANISATION_HEADS.isdisjoint(words[-2:]) and words[-1] not in _OFFICES:
            return end
        if link[2] and not linked:
            return end
        following = _RUN.match(text, link.end())
        if following is None or following[0].split()[0] in _NEVER_LINKED:
            return end
        end = following.end()
    return end


def _joined_end(text: str, start: int, link: re.Match[str]) -> int:
    """Where a name ends that "&" joins, or "and" in an outlet's name; 0 where it is none."""
    following = _RUN.match(text, link.end()) if link[2] else None
    if following is None:
        return 0
    return following.end() if link[2] == "&" or is_outlet(text[start : following.end()]) else 0


def _segments(words: list[Word]) -> list[list[Word]]:
    """A run without the words that open sentences, and cut at days, months and small words."""
    segments: list[list[Word]] = [[]]
    owners = words[-1][0] in ORGANISATIONS
    names_many = len(words) > 1 and words[-1][0] in ORGANISATION_HEADS
    for index, word in enumerate(words):
        text = word[0]
        if not segments[-1] and _opens_sentence(text) and not (text in ORGANISED and names_many):
            continue
        day = text in DAYS_AND_MONTHS and not (index and gender_of(words[index - 1][0]))
        if day or (segments[-1] and text in FUNCTION_WORDS):
            segments.append([])
        elif text[-1] in _APOSTROPHES and not owners:
            segments[-1].append((text[:-1], word[1], word[2] - 1))
            segments.append([])
        else:
            segments[-1].append(word)
    return [trimmed for segment in segments if (trimmed := _trimmed(segment))]


def _opens_sentence(word: str) -> bool:
    """Whether a word at the beginning of a run is no part of a name: "But", "AND", "It’s"."""
    if word in NOT_NAMES or (word.isupper() and word.capitalize() in NOT_NAMES):
        return word not in _CAPITAL_WORDS
    return _CONTRACTION.fullmatch(word) is not None


def _trimmed(segment: list[Word]) -> list[Word]:
    first, last = 0, len(segment)
    while last > first and segment[last - 1][0] in _TRAILING:
        last -= 1
    while first < last and segment[first][0] in _TRAILING:
        first += 1
    return segment[first:last]


def _classified(run: str, words: list[Word]) -> Spot | None:
    spot = _classify(run, words)
    if spot and spot.basis == "none" and spot.kind != "unknown":
        spot.basis = "title" if spot.title else "words"
    return spot


def _classify(run: str, words: list[Word]) -> Spot | None:
    start, end = words[0][1], words[-1][2]
    spot = Spot(start, end, start, "unknown", " ".join(run[start:end].split()))
    if _known_name(spot):
        spot.basis = "listed"
        return spot
    values = [word[0] for word in words]
    if len(values) > 1 and _qualifies(values):
        return _classify(run, words[1:])
    if _names_organisation(values):
        spot.kind = "organisation"
        spot.country = country_in(values[:1]) or country_in([" ".join(values[:2])])
        return spot
    return _with_title(spot, words, values)


def _qualifies(values: list[str]) -> bool:
    """Whether the first word says of what kind an organisation is: "Senior Hamas", "Chipmaker Acme"."""
    if values[0].lower() in COMPANY_KINDS:
        return not gender_of(values[0]) and (len(values) == 2 or not _names_organisation(values))  # noqa: PLR2004
    return values[0] in QUALIFYING and _names_organisation(values[1:])


def _known_name(spot: Spot) -> bool:
    """Countries, seats of government and news agencies, known as they stand."""
    country = find_country_form(spot.name)
    if country is not None:
        spot.kind = _FORMS[country[1]]
        spot.country = country[0].iso3
        return True
    metonym = find_metonym(spot.name)
    if metonym is not None:
        spot.kind, spot.country = "government", metonym.country
        return True
    agency = find_agency(spot.name)
    if agency is not None:
        spot.kind, spot.country = "organisation", agency.country or None
        return True
    if (
        spot.name in ORGANISATION_NAMES
        or spot.name in INSTITUTIONS
        or (" " in spot.name and is_outlet(spot.name))
    ):
        spot.kind = "organisation"
        return True
    return False


def _names_organisation(values: list[str]) -> bool:
    if len(values) == 1:
        word = values[0]
        letters = word.replace(".", "").replace("-", "")
        if 1 < len(letters) <= _LONGEST_ACRONYM and letters not in NO_PERSON and _ACRONYM.fullmatch(word):
            return word not in TITLE_HEADS and not is_region(word)
        return word in INSTITUTIONS
    if values[0] in FIRST_IN_ORGANISATION and values[1] in ORGANISATIONS:
        return TITLE_HEADS.isdisjoint(values[2:])
    last = values[-1]
    if last in ORGANISATIONS and "&" not in values:
        return not (last in SURNAMES_TOO and gender_of(values[0]))
    if "of" in values or "for" in values or "on" in values:
        return any(value in ORGANISATIONS for value in values)
    return "&" in values


def _with_title(spot: Spot, words: list[Word], values: list[str]) -> Spot | None:
    split = title_length(values) or role_length(values)
    if split == len(words):
        spot.kind, spot.title = "title", spot.name
        return spot
    name = words[split:]
    spot.name_start = name[0][1]
    if split:
        spot.kind = "person"
        spot.title = " ".join(values[:split])
        spot.gender = title_gender(values[:split])
        spot.country = country_in(values[:split])
    spot.name = _SUFFIX.sub("", " ".join(word[0] for word in name))
    if not split and (len(name) > 1 or not spot.name[0].isupper()) and _looks_like_person(values):
        spot.kind = "person"
    if not split and len(name) > 1:
        _cut_adjective(spot, name)
    if spot.kind == "unknown" and len(name) > 2:  # noqa: PLR2004
        _cut_description(spot, name)
    return spot


def _looks_like_person(values: list[str]) -> bool:
    last = values[-1]
    if (last in NO_PERSON or last in ORGANISATIONS) and last not in SURNAMES_TOO:
        return False
    return gender_of(values[0].partition("-")[0]) is not None or bool(_INITIALS.fullmatch(values[0]))


def _cut_description(spot: Spot, name: list[Word]) -> None:
    """Take what somebody is off the front of a name that a known first name begins: "RNC Member John Doe"."""
    for index in range(1, len(name) - 1):
        if not _describes(name[index - 1][0]):
            continue
        if gender_of(name[index][0]) and _looks_like_person([word[0] for word in name[index:]]):
            spot.kind, spot.name_start = "person", name[index][1]
            spot.name = _SUFFIX.sub("", " ".join(word[0] for word in name[index:]))
            return


def _describes(word: str) -> bool:
    """Whether a capitalised word may be what somebody is or belongs to: "Member", "RNC", "Neighbour"."""
    return word.isupper() or word.lower() in ROLES or word in ORGANISATIONS or word in TITLE_WORDS


def _cut_adjective(spot: Spot, name: list[Word]) -> None:
    """Take a nationality off the front: "Russian Vladimir …", "American Airlines" stays."""
    for size in (2, 1):
        if len(name) <= size + 1:
            continue
        found = find_country_form(" ".join(word[0] for word in name[:size]))
        if found and found[1] == "adjective":
            rest = name[size:]
            spot.country = found[0].iso3
            if gender_of(rest[0][0]):
                spot.kind, spot.name_start = "person", rest[0][1]
                spot.name = " ".join(word[0] for word in rest)
            return
