"""Descriptions of office-holders: "the French president", "Russia's top diplomat", "former chancellor".

What is read from the words alone: of which country or body, which role, whether no longer held, and
which PLOVER sectors. Who that was on a day, the knowledge says.
"""

from functools import lru_cache
from typing import NamedTuple

from onrecord.knowledge.base import Knowledge, Organisation
from onrecord.knowledge.countries import country as country_by_code
from onrecord.knowledge.countries import find_country_form
from onrecord.knowledge.names import fold
from onrecord.knowledge.plurals import singular
from onrecord.knowledge.roles import SECTORS, role_of
from onrecord.resolution.belonging import Found, country_of
from onrecord.resolution.lexicon import find_agent, heads_a_body, office_role
from onrecord.resolution.phrases import Word, joined, word_set, words_of
from onrecord.resolution.sectors import Phrase, end_of_head, is_former, read_phrase

_LONGEST = 6
_MOST_WORDS = 40
_CACHED = 1 << 11
LEADER = "leader"
"""The role of who leads a country, whatever the office: "the North Korean leader"."""
_AMERICAN_ONLY = {"secretary of state": {"USA", "VAT"}, "attorney general": {"USA", "ISR", "BRA"}}
_LED = word_set(
    "administration government regime cabinet presidency aide adviser advisor spokesman spokeswoman ally"
)
"""What is called by the name of who leads it or is served."""
_LEADING = 70
_MOST_LEADERS = 4
_BODY = Word("Body", "\0")
_ONE_COUNTRY = {
    "pentagon": "USA", "fed ": "USA", "federal reserve": "USA", "pope": "VAT", "pontiff": "VAT",
    "taoiseach": "IRL", "tanaiste": "IRL", "chancellor of the exchequer": "GBR", "home secretary": "GBR",
    "supreme leader": "IRN",
}  # fmt: skip
_BY_MONARCH = frozenset({"king", "queen", "emperor", "sultan", "emir", "monarch"})
_BODIES = frozenset({"EUR", "UNO", "IGO", "NGO", "ISM", "IMG", "MNC"})
_KEPT = frozenset({"of", "the", "and", "for"})
_BESIDES = word_set(
    "a an the 's acting interim caretaker then outgoing current new incumbent longtime long-time "
    "long-serving then- late embattled veteran first sitting newly elected re-elected reelected "
    "beleaguered authoritarian hardline populist right-wing left-wing conservative liberal centrist "
    "pro-western pro-european top its her his their 's republic kingdom federation state islamic people "
    "federal union"
)
"""Words beside an office and its country that make no other office of it."""


class Description(NamedTuple):
    """What a description tells. `role` is the knowledge's, `LEADER` or empty; `head` ends the head phrase."""

    country: str
    role: str
    body: str
    former: bool
    phrase: Phrase
    office: str
    head: str = ""
    is_national: bool = False

    @property
    def sectors(self) -> tuple[str, ...]:
        """PLOVER's sectors, the chief one first."""
        return self.phrase.sectors


@lru_cache(maxsize=_CACHED)
def describe(text: str, knowledge: Knowledge) -> Description:
    """What a description tells of an office: "Russia's top diplomat", "Ukrainian President"."""
    return describe_words(words_of(text), knowledge)


def describe_words(words: list[Word], knowledge: Knowledge) -> Description:
    """Like `describe`, of words. Those after the fortieth are not looked at."""
    words = words[:_MOST_WORDS]
    lows = [word.low for word in words]
    end = end_of_head(lows)
    led = _of_leader(words, end, knowledge)
    found = led or country_of(words, knowledge)
    start, stop = _office(words, end)
    office = singular(" ".join(lows[start:stop]))
    country = found.country if found else _implied(office)
    body, of_body = _body(words, start, stop, knowledge, country)
    country = of_body or country
    phrase = read_phrase(_without_body(words, found, end))
    role = _role(office, country, body, joined(words[start:]))
    is_national = not body and _is_national(words, (start, stop, end), found)
    if role and not body and not is_national:
        role = ""
    if led and not phrase.sectors:
        phrase = phrase._replace(sectors=("GOV",), known=True)
    if body and not phrase.sectors and (bodies := knowledge.find_organisations(body)):
        phrase = phrase._replace(sectors=bodies[0].sectors, known=True)
    if role and not phrase.sectors and (sectors := "GOV" if role == LEADER else SECTORS.get(role, "")):
        phrase = phrase._replace(sectors=("ELI",) if phrase.former else tuple(sectors.split("|")), known=True)
    if phrase.plural:
        role = ""  # "the foreign ministers" are nobody alone
    head = lows[end - 1] if end else ""
    if found and start == stop:
        is_national = _is_national(words, (max(end - 1, 0), end, end), found)
    return Description(country, role, body, is_former(lows[:end]), phrase, office, head, is_national)


def _of_leader(words: list[Word], end: int, knowledge: Knowledge) -> Found | None:
    """The country of a government or aide that goes by its leader's name: "the Obama administration"."""
    if end < 2 or words[end - 1].low not in _LED:  # noqa: PLR2004
        return None
    for index, word in enumerate(words[: end - 1]):
        if not word.is_capital or find_country_form(word.text) or find_agent(word.low):
            continue
        leaders = [
            one
            for one in knowledge.surnamed(word.text)[:_MOST_LEADERS]
            if one.weight >= _LEADING and fold(one.name).split()[-1] == fold(word.text)
        ]
        countries = {one.country for one in leaders}
        if len(countries) == 1 and "" not in countries:
            return Found(countries.pop(), index, index + 1, "state")
    return None


def _without_body(words: list[Word], found: Found | None, end: int) -> list[Word]:
    """The words without a body's name before the head: "European Union leaders" are no union leaders."""
    if found is None or found.kind != "body" or found.end >= end:
        return words
    return [*words[: found.start], _BODY, *words[found.end :]]


def _implied(office: str) -> str:
    """The country of an office that only one has."""
    return next((country for start, country in _ONE_COUNTRY.items() if office.startswith(start)), "")


def _is_national(words: list[Word], office: tuple[int, int, int], found: Found | None) -> bool:
    """Whether nothing else stands with the office but its country: no "deputy", no region, no body."""
    start, stop, end = office
    if found is None:
        return True
    if found.kind in {"region", "place", "backer"}:
        return False
    told = range(found.start, found.end)
    before = [word.low for index, word in enumerate(words[:start]) if index not in told]
    if not all(low in _BESIDES or is_former([low]) for low in before):
        return False
    if (
        stop < len(words)
        and stop == end
        and words[stop].low == "of"
        and " ".join(w.low for w in words[start:stop]) != "speaker"
    ):
        behind = [word.low for index, word in enumerate(words[stop + 1 :], stop + 1) if index not in told]
        return all(low in _BESIDES for low in behind) and found.start > stop
    return True


def _office(words: list[Word], end: int) -> tuple[int, int]:
    """From which word to which an office is named: the longest that ends the head or goes on behind it."""
    lows = [word.low for word in words]
    first = max((index + 1 for index in range(end - 1) if words[index].possessive), default=0)
    for start in range(max(first, end - _LONGEST), end):
        for stop in range(min(len(lows), end + 5), end - 1, -1):
            if office_role(singular(" ".join(lows[start:stop]))):
                return start, stop
    return end, end


def ends_in_office(words: list[Word]) -> bool:
    """Whether the last words name an office: "UK Defence Secretary", "Secretary of State"."""
    lows = [word.low for word in words[-_LONGEST:]]
    return any(office_role(" ".join(lows[start:])) for start in range(len(lows)))


@lru_cache(maxsize=_CACHED)
def _role(office: str, country: str, body: str, title: str) -> str:
    """The role that an office's name stands for in a country or body."""
    if body:
        return "chief" if heads_a_body(office) else "spokesperson"
    role = office_role(office)
    if country not in _AMERICAN_ONLY.get(office, {country}):
        return ""
    if office == "chancellor":
        return "finance_minister" if country == "GBR" else "head_of_government"
    if role in {"chief", "crown_prince", "spokesperson", "police_chief"}:
        return ""
    return role or _by_title(title, country)


def _by_title(title: str, country: str) -> str:
    """The role of an office that is printed in full: "Minister of Economy and Finance"."""
    if "inister" not in title and "ecretary" not in title:
        return ""
    role = role_of(title, country)
    return role if role.endswith("_minister") and role != "deputy_minister" else ""


def _body(words: list[Word], start: int, stop: int, knowledge: Knowledge, country: str) -> tuple[str, str]:
    """The body that an office is in and its country, where it is not the state: "NATO", "Hamas"."""
    office = singular(" ".join(word.low for word in words[start:stop]))
    if not heads_a_body(office) and office_role(office) != "spokesperson":
        return "", ""
    for low, high in (_behind(words, stop), (0, start)):
        for begin in range(low, high):
            for end in range(high, begin, -1):
                name = joined(words[begin:end])
                if not words[begin].is_capital:
                    continue
                if found := _one_body(knowledge.find_organisations(name), country):
                    beside = [] if low else [word.low for word in (*words[:begin], *words[end:start])]
                    if not all(word in _BESIDES or is_former([word]) for word in beside):
                        return "", ""  # "UN human rights chief", "Hezbollah's deputy leader"
                    return found.name, found.country
    return "", ""


def _one_body(found: list[Organisation], country: str) -> Organisation | None:
    """The body of a name: an international one, else that of the country, else the only one."""
    for body in found:
        if body.country in _BODIES or (country and body.country == country):
            return body
    return found[0] if not country and len({body.country for body in found}) == 1 else None


def _behind(words: list[Word], stop: int) -> tuple[int, int]:
    """The words behind "of" or "for"."""
    if stop < len(words) and words[stop].low in {"of", "for"}:
        end = next((i for i in range(stop + 1, len(words)) if words[i].text in ",;:()"), len(words))
        return stop + 1, min(end, stop + 9)
    return stop, stop


def office_name(description: Description) -> str:
    """The office as a name: "President of France", "Former Chancellor of Germany"."""
    words = [word if word in _KEPT else word[:1].upper() + word[1:] for word in description.office.split()]
    name = " ".join(words)
    if description.body:
        name = f"{name} of {description.body}"
    elif found := country_by_code(description.country):
        name = f"{name} of {found.name}"
    return f"Former {name}" if description.former else name


def is_monarch(description: Description) -> bool:
    """Whether the office is a crowned head's."""
    return description.office in _BY_MONARCH
