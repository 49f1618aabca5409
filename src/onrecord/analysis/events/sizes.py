"""How many were killed, injured or arrested, and how large a crowd was, as an event's sentence tells.

Only numbers that the sentence writes count, and only where the words around them say what they count. Of a
range ("30 to 40") the lower number counts.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_VALUES = {**{word: number for number, word in enumerate(_SMALL)}, **_TENS, "a": 1, "an": 1}
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
}  # fmt: skip

# A number, in digits or words.
_SCALE = rf"(?:{'|'.join(_SCALES)})\b"
_BELOW = rf"\b(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_SMALL[1:10])}))?|{'|'.join(_SMALL[::-1])})\b"
_DIGITS = r"(?<![\w$€£¥])(?<!\d[.,])(?<!\w-)(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\d%])"
_NUMBER = (
    rf"(?>(?:{_DIGITS}|{_BELOW}|\b(?:half\s)?an?(?=\s{_SCALE}))"
    rf"(?:\s{_SCALE}(?:\s(?:and\s)?{_BELOW})?)*)"
)
_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?!\w)"
)
_NO_PEOPLE = (
    r"years?|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|times|decades?|o['’]clock|[ap]\.?m"
    r"|per\s?cent|kilomet(?:re|er)s?|km|met(?:re|er)s?|miles?|feet|acres|hectares?|tonn?es?|tons|kilos?"
    r"|kilograms?|lit(?:re|er)s?|barrels|degrees|points|dollars?|euros?|pounds?|francs|crowns|pesos|rupees"
    r"|roubles|rubles|dinars|yen|rand|lira|rallies|marches|protests|demonstrations|meetings|talks|rounds"
    r"|elections|votes|vigils|sit-ins|ceremonies|strikes|sessions|hearings|seats|houses|homes|huts|shops"
    r"|villages|towns|cities|districts|provinces|regions|countries|buses|cars|lorries|trucks|vehicles|ships"
    r"|boats|vessels|tanks|planes|helicopters|shells|rockets|missiles|drones|bombs|rifles|cows|sheep|goats"
    r"|camels|horses|dogs|pigs|animals|elephants|birds"
)
_COUNT = re.compile(
    rf"{_NUMBER}(?!-\w)"
    r"(?!\s(?:(?:more|other|whole|full|further|straight|square|separate|mass|big|large|new)\s)?"
    rf"(?:(?:{_NO_PEOPLE})\b|{_MONTH}))",
    re.IGNORECASE,
)

# What stands between a number and the word that says what became of those counted.
_LEAD = (
    r"(?:(?:at least|about|around|roughly|approximately|an estimated|some|perhaps|more than|no fewer than"
    r"|fewer than|nearly|close to|over|almost|up to|as many as|a total of|all|the|his|her|its|their|other"
    r"|another|a further)\s)*"
)
_WORD = (
    r"(?:\s(?!(?:and|but|or|after|before|when|while|where|because|that|which|said|says?|told|not|never)\b)"
    r"\w[\w'’-]*)"
)
_ASIDE = (
    r"(?:,\s(?:including|among them|most of them|all of them|many of them|some of them|mostly|all)\b"
    r"[^,;.]{1,60},)?"
)
_BETWEEN = rf"{_WORD}{{0,5}}?{_ASIDE}{_WORD}{{0,3}}?"
_BEING = r"\s(?:was|were|is|are|be|been|being|got|left|found|lay|reported|confirmed|feared)"
_FOLLOW = (
    r"(?=\s*[^\w\s]|\s*$|\s(?:in|by|when|as|after|on|at|during|near|outside|inside|while|over|since|yesterday"
    r"|today|overnight|last|this|for|before|so|to|across|around|with|from|under|alongside|there|here|or"
    rf"|and\sat\sleast|and\s(?:\w+\s)?(?:\d|{_BELOW})"
    r"|and\s(?:dozens|scores|hundreds|thousands|many|several|others)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_CROWD = (
    r"people|strikers|workers|students|pupils|teachers|farmers|nurses|miners|women|men|supporters|residents"
    r"|villagers|activists|drivers|employees|doctors|pensioners|mourners|dockers|citizens|monks|fishermen|fans"
    r"|inmates|prisoners|detainees|asylum seekers|loyalists|veterans"
)
_PEOPLE = (
    rf"(?:{_CROWD}|others|children|boys|girls|brothers|suspects|soldiers|troops|police"
    r"|\w+(?:ers|ors|ists|ants|ians|ees|men))"
)


class _Telling(NamedTuple):
    """What stands ahead of a number or behind it that says what it counts."""

    ahead: re.Pattern[str] | None
    behind: re.Pattern[str] | None


def _telling(*, ahead: str | None = None, behind: str | None = None) -> _Telling:
    return _Telling(
        re.compile(rf"{ahead}$", re.IGNORECASE) if ahead else None,
        re.compile(behind, re.IGNORECASE) if behind else None,
    )


def _after(verbs: str) -> _Telling:
    """Verb, then number: "killed at least 12"."""
    return _telling(ahead=rf"\b(?:{verbs})\s{_LEAD}")


def _with(nouns: str) -> _Telling:
    """Number, then what needs no verb: "12 people dead"."""
    return _telling(behind=rf"{_BETWEEN}\s(?:{nouns})\b")


def _befallen(verbs: str) -> _Telling:
    """Number, then participle: "12 were killed", "12 killed in a raid"; not "12 gunmen killed a guard"."""
    return _telling(behind=rf"{_BETWEEN}(?:{_BEING}{_WORD}{{0,3}}?\s(?:{verbs})\b|\s(?:{verbs})\b{_FOLLOW})")


_TELLING = {
    "dead": (
        _after(
            r"kill(?:ed|ing|s)?|(?:shot|shooting) dead|slaughter(?:ed|ing)|massacr(?:ed|ing)|hang(?:ed|ing)"
            r"|murder(?:ed|ing)|execut(?:ed|ing)|behead(?:ed|ing)|butcher(?:ed|ing)"
            r"|gunn(?:ed|ing) down|to death"
            r"|(?:deaths?|killings?|murders?|massacre|execution) of"
        ),
        _with("dead|died|perished|deaths|lives|bodies|corpses|to death"),
        _befallen(
            "killed|shot dead|slain|slaughtered|massacred|murdered|executed|beheaded|butchered|gunned down"
        ),
        _telling(ahead=rf"\b(?:death )?toll\b(?:\s\w+){{0,3}}?\s(?:to|at|reached|is|was)\s{_LEAD}"),
    ),
    "injured": (
        _after("injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt(?:ing)?|maim(?:ed|ing)"),
        _with("injuries"),
        _befallen("(?:shot and )?(?:injured|wounded|hurt|maimed)"),
    ),
    "arrested": (
        _after(
            r"arrest(?:ed|ing|s)?|detain(?:ed|ing|s)?|round(?:ed|ing) up|pick(?:ed|ing) up|lock(?:ed|ing) up"
            r"|jail(?:ed|ing)|(?:arrests?|detention) of"
        ),
        _telling(ahead=rf"\b(?:held|holds?|holding)\s{_LEAD}", behind=rf"{_WORD}{{0,2}}?\s{_PEOPLE}\b"),
        _telling(ahead=rf"\b(?:took|taken?|taking)\s{_LEAD}", behind=rf"{_WORD}{{0,4}}?\sinto custody\b"),
        _with("arrests|detentions|in custody|behind bars"),
        _befallen(
            "arrested|detained|(?:rounded|picked|locked) up|jailed|taken into custody"
            "|(?:hauled|led) (?:off|away)"
        ),
        _telling(behind=rf"(?:{_WORD}{{0,3}}?\s{_PEOPLE}\b)?{_BEING}(?:\s(?:being|still|now))*\sheld\b"),
    ),
    "crowd": (
        _telling(
            ahead=r"\b(?:crowds?|rally|march|vigil|sit-in|protest|demonstration|gathering|walkout) (?:of|by) "
            + _LEAD
        ),
        _telling(behind=r"(?:\s[\w'’-]+){0,3}?\s(?:protest(?:e|o)rs|demonstrators|marchers)\b"),
        _telling(
            ahead=r"(?<!city of )(?<!town of )(?<!island of )(?<!province of )",
            behind=rf"(?:\s[\w'’-]+){{0,3}}?\s(?:{_CROWD})\b",
        ),
        _telling(
            behind=r"(?:\s[\w'’-]+){0,3}?\s(?:marched|gathered|rallied|protested|demonstrated|turned out"
            r"|sat down|walked (?:out|off)|took to the streets|went on strike|downed tools"
            r"|(?:are|were) on (?:hunger )?strike)\b"
        ),
    ),
}
_KINDS = {
    "ASSAULT": ("dead", "injured"),
    "COERCE": ("arrested",),
    "PROTEST": ("dead", "injured", "arrested", "crowd"),
}
_LEAST_CROWD = 10
_NEAR = 80
"""So many characters ahead of a number may say what it counts."""

# What stands ahead of a number that counts nobody.
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DATED = re.compile(
    rf"(?:\b(?:in|since|of|by|until|till|from|to|after|before|during|early|late|for|and|summer|winter|spring"
    rf"|autumn)|{_MONTH})\s$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?:after|before|until|till|past)\s$", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(rf"\b{_MONTH}\s$", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|(?:man|woman|boy|girl|youth|child|mother|father) of)\s$", re.IGNORECASE)
_SOMEBODY = re.compile(rf"(?:\s\w[\w'’-]*)?\s{_PEOPLE}\b", re.IGNORECASE)
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|nobody|none|neither|without)|n['’]t)[\s-](?:\w+\s)?$", re.IGNORECASE
)
_RANGE = re.compile(
    rf"(?:\bbetween\s(?P<from>{_NUMBER})\sand"
    rf"|(?P<low>{_NUMBER})(?:\s(?:to|or)\s|(?<=\d)\s?[-–](?=\s?\d)))\s?(?P<high>{_NUMBER})",
    re.IGNORECASE,
)


class _Number(NamedTuple):
    value: int
    start: int
    end: int


def sizes_of(type_: str, sentence: str) -> dict[str, int]:
    """The numbers that belong to an event of a type, by what they count."""
    kinds = _KINDS.get(type_, ())
    if not kinds or not (numbers := _numbers(sentence)):
        return {}
    if len(numbers) > 1 and (shorter := _RANGE.sub(_lower, sentence)) != sentence:
        sentence, numbers = shorter, _numbers(shorter)
    found: dict[str, int] = {}
    for kind in kinds:
        for number in _counting(kind, sentence, numbers):
            if kind != "crowd" or (number >= _LEAST_CROWD and number not in found.values()):
                found[kind] = number
                break
    return found


def _lower(match: re.Match[str]) -> str:
    """The lower number of a range, with what the higher one counts in: "two to three thousand"."""
    low, scale = match["from"] or match["low"], match["high"].split()[-1].lower()
    return f"{low} {scale}" if scale in _SCALES and low.split()[-1].lower() not in _SCALES else low


def _numbers(sentence: str) -> list[_Number]:
    """The numbers that may count people, with where they stand."""
    return [
        _Number(value, *match.span())
        for match in _COUNT.finditer(sentence)
        if (value := number_of(match[0])) is not None and _may_count(match, sentence)
    ]


def _may_count(match: re.Match[str], sentence: str) -> bool:
    """Whether a number is no year, day, hour or age, and no "not one"."""
    before = sentence[max(0, match.start() - _NEAR) : match.start()]
    year = _YEAR.fullmatch(match[0]) is not None
    if (year or _CLOCK.search(before)) and not _SOMEBODY.match(sentence, match.end()):
        return False
    if year and _DATED.search(before):
        return False
    return not (_DAY_OF_MONTH.search(before) or _AGED.search(before) or _DENIED.search(before))


def _counting(kind: str, sentence: str, numbers: Sequence[_Number]) -> Iterator[int]:
    """The numbers that count those of a kind, the surest first."""
    for telling in _TELLING[kind]:
        for number in numbers:
            if telling.behind and not telling.behind.match(sentence, number.end):
                continue
            before = sentence[max(0, number.start - _NEAR) : number.start]
            if telling.ahead and not (
                (match := telling.ahead.search(before)) and not _DENIED.search(before[: match.start()])
            ):
                continue
            yield number.value


def number_of(words: str) -> int | None:
    """The number that digits or words write: "1,200", "forty-two", "a dozen"; None for no whole one."""
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[\s-]+", words.lower().replace(",", "").strip()):
        if word in _SCALES:
            value = (current if seen else 1) * _SCALES[word]
            total, current = (total + value, 0.0) if value >= 1_000 else (total, value)  # noqa: PLR2004
        elif word == "half":
            current = 0.5
        elif word in {"a", "an"} and current:
            continue
        elif word in _VALUES:
            current += _VALUES[word]
        elif re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", word):
            current += float(word)
        elif word != "and":
            return None
        seen = True
    whole = total + current
    return int(whole) if seen and whole == int(whole) else None
