"""The words of time: one class a word, one meaning a word. Every table here is our own.

A class is one character, so that a text becomes a string of classes and the grammar a regular
expression over it (see `grammar`). `CLASSES` names them; `WORDS` maps each spelling that counts
(case matters: "May" may be a month, "may" never is) to its class; `VALUES` maps a lower-cased
word to what it stands for.
"""

from typing import Final

# fmt: off
_MONTHS: Final = {
    "january": 1, "february": 2, "april": 4, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
    "november": 11, "december": 12,
}
_MONTHS_ALSO_WORDS: Final = {"march": 3, "may": 5}
_SHORT_MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}
_WEEKDAYS: Final = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}
_SHORT_DAYS: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6,
}
_CARDINALS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}
_SCORES: Final = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "final": -1,
}
_UNITS: Final = {
    "minute": "minute", "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight",
    "month": "month", "year": "year", "decade": "decade", "century": "century", "millennium": "millennium",
}
_UNIT_PLURALS: Final = {
    "seconds": "second", "minutes": "minute", "mins": "minute", "hours": "hour", "hrs": "hour",
    "days": "day", "weeks": "week", "fortnights": "fortnight", "months": "month", "quarters": "quarter",
    "years": "year", "yrs": "year", "decades": "decade", "centuries": "century", "millennia": "millennium",
}
_SEASONS: Final = {"summer": "SU", "winter": "WI", "autumn": "FA"}
_SEASONS_ALSO_VERBS: Final = {"spring": "SP", "fall": "FA"}
_DECADES: Final = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}
_PARTS: Final = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "lunchtime": "MI",
    "daytime": "DT", "mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI",
}
_NOONS: Final = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
_DAYS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}
_REFERENCES: Final = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF", "soon": "FUTURE_REF",
}
_ADVERBS: Final = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "nightly": "P1D", "hourly": "PT1H",
    "biweekly": "P2W", "fortnightly": "P2W", "annually": "P1Y",
}
_HOLIDAYS: Final = dict.fromkeys(("christmas", "halloween", "thanksgiving", "easter", "juneteenth"), 0)
_NAMED_DAYS: Final = dict.fromkeys((
    "boxing", "valentine", "patrick", "veterans", "armistice", "anzac", "earth", "bastille", "labor",
    "memorial", "good", "black", "palm", "ash", "maundy", "shrove", "holy", "whit", "ascension", "canada",
    "australia", "presidents", "columbus", "election", "inauguration", "remembrance",
), 0)
"""What makes a holiday of a Day or a weekday that follows: Boxing Day, Good Friday."""
_PLAIN: Final = {
    "THE": "the", "A": "a an", "POSS": "its their his her our my your whose", "THIS": "this", "THAT": "that",
    "THESE": "these those", "SAME": "same", "LAST": "last", "PAST": "past previous preceding latest prior",
    "NEXT": "next following coming upcoming subsequent ensuing", "AGO": "ago", "REL": "earlier later",
    "AFTER": "after before previously", "EARLY": "early late mid", "OF": "of",
    "EDGE": "end beginning start middle rest remainder close", "FEW": "few several",
    "MANY": "many numerous countless", "COUPLE": "couple",
    "APPROX": "about around nearly almost roughly approximately under some", "OVER": "over",
    "MORE": "more fewer", "LESS": "less", "THAN": "than", "AT": "at", "LEAST": "least most", "OR": "or",
    "SO": "so", "AND": "and",
    "TO": "to through until till thru", "FROM": "from", "ON": "on",
    "IN": "in since by during for throughout", "TIME": "time", "RECENT": "recent", "CURRENT": "current",
    "SMALL": "small wee",
    "LOCAL": "local eastern pacific central mountain moscow london standard daylight",
    "NO": "no", "OTHER": "other", "EACH": "each every per", "TIMES": "times", "ONCE": "once twice thrice",
    "FISCAL": "fiscal financial", "QUARTER": "quarter", "HALF": "half", "PERIOD": "period",
    "FUTURE": "future",
    "NEAR": "near foreseeable immediate", "RIGHT": "right", "OLD": "old age", "LONG": "long",
    "FULL": "full whole entire", "AHEAD": "ahead", "ENDED": "ended ending", "WEEKEND": "weekend",
    "WEEKENDS": "weekends", "OCLOCK": "o'clock o’clock", "MOMENT": "moment present",
}
_AS_SPELLED: Final = {
    "AMPM": "am pm AM PM", "ERA": "BC BCE AD CE B.C. B.C.E. A.D. B.C A.D", "NEW": "New", "EVE": "Eve",
    "ZONE": "GMT UTC BST EST EDT ET CST CDT CT MST MDT MT PST PDT PT CET CEST EET EEST MSK IST JST AEST",
}
"""Words that count only in this case."""
_READ: Final = """
INT BIG FRAC YEAR MIL SHORTYEAR ORDN DECADE CLOCK ISO SLASH QN FY COMMA DOT DASH STROKE GENITIVE BREAK
"""
"""Classes of what is no plain word: `scan` tells them by their form."""

_ANY_CASE: Final[dict[str, dict[str, int] | dict[str, str]]] = {
    "SEASON": _SEASONS, "SEASONISH": _SEASONS_ALSO_VERBS, "UNIT": _UNITS, "UNITS": _UNIT_PLURALS,
    "NUM": _CARDINALS, "HUND": _SCORES, "ORD": _ORDINALS, "DECADE": _DECADES, "PART": _PARTS, "NOON": _NOONS,
    "TODAY": _DAYS, "REF": _REFERENCES,
}
_CAPITALISED: Final[dict[str, dict[str, int]]] = {
    "MONTH": _MONTHS, "MONTHISH": _MONTHS_ALSO_WORDS, "ABBR": _SHORT_MONTHS, "WEEKDAY": _WEEKDAYS,
    "WEEKDAYS": {day + "s": number for day, number in _WEEKDAYS.items()}, "DAYABBR": _SHORT_DAYS,
    "HOLIDAY": _HOLIDAYS, "NAMED": _NAMED_DAYS,
}
# fmt: on
_LOWER_CASE: Final = {"ADVERB": _ADVERBS}
"""Not "The Daily Something"."""

NAMES: Final = tuple(
    dict.fromkeys([*_PLAIN, *_AS_SPELLED, *_READ.split(), *_ANY_CASE, *_CAPITALISED, *_LOWER_CASE])
)
CLASSES: Final = {name: chr(0x4E00 + number) for number, name in enumerate(NAMES)}
"""Each class's character, from a block where none is special to `re`."""
OTHER: Final = "."
"""The class of all that has nothing to do with time."""


def word_set(text: str) -> frozenset[str]:
    """The words of a table written as running text."""
    return frozenset(text.split())


def _spellings(word: str) -> tuple[str, ...]:
    return (word, word.capitalize(), word.upper())


def _classes_of_words() -> dict[str, str]:
    """Each spelling's class; a word with a meaning goes before a plain one."""
    found: dict[str, str] = {}
    for name, text in _PLAIN.items():
        found |= {spelling: CLASSES[name] for word in text.split() for spelling in _spellings(word)}
    for name, text in _AS_SPELLED.items():
        found |= dict.fromkeys(text.split(), CLASSES[name])
    for name, table in _ANY_CASE.items():
        found |= {spelling: CLASSES[name] for word in table for spelling in _spellings(word)}
    for name, capitalised in _CAPITALISED.items():
        found |= {spelling: CLASSES[name] for word in capitalised for spelling in _spellings(word)[1:]}
    for name, lower in _LOWER_CASE.items():
        found |= dict.fromkeys(lower, CLASSES[name])
    return found


WORDS: Final = _classes_of_words()
VALUES: Final[dict[str, int | str]] = {
    word: value
    for tables in (_ANY_CASE, _CAPITALISED, _LOWER_CASE)
    for table in tables.values()
    for word, value in table.items()
}
PUNCTUATION: Final = {
    **dict.fromkeys("-–—‑", CLASSES["DASH"]),
    **dict.fromkeys("½¼¾", CLASSES["FRAC"]),
    ",": CLASSES["COMMA"],
    ".": CLASSES["DOT"],
    "/": CLASSES["STROKE"],
}
