"""The words of time: one class a word, one meaning a word. Every table here is our own.

A class is one character, so that a text becomes a string of classes and the grammar a regular
expression over it (see `grammar`). `CLASSES` names them; `WORDS` maps each spelling that counts
(case matters: "May" may be a month, "may" never is) to its class; `VALUES` maps a lower-cased
word to what it stands for.
"""

from typing import Final

NAMES: Final = (
    "MONTH MONTHISH ABBR WEEKDAY WEEKDAYS DAYABBR SEASON SEASONISH UNIT UNITS SECOND WEEKEND WEEKENDS "
    "NUM INT BIG FRAC YEAR MIL SHORTYEAR ORD ORDN DECADE A THE POSS THIS THAT SAME LAST PAST NEXT AGO REL "
    "AFTER EARLY EDGE OF FEW MANY COUPLE APPROX MORE LESS THAN AT LEAST OR SO AND TO BETWEEN FROM ON IN PART "
    "NIGHTLY NOON CLOCK AMPM OCLOCK ZONE LOCAL TIME TODAY REF RECENT COMING EACH ADVERB TIMES ONCE ISO SLASH "
    "FISCAL QUARTER QN HALF PERIOD FUTURE NEAR RIGHT CENTURY ERA HOLIDAY COMMA DOT DASH GENITIVE OLD LONG "
    "FULL AHEAD CURRENT NO NEW EVE NAMED FY HUND OVER OTHER LATER ENDED MORNINGISH NOW BREAK THESE YEARWORD MOMENT"
).split()
CLASSES: Final = {name: chr(0x4E00 + number) for number, name in enumerate(dict.fromkeys(NAMES))}
"""Each class's character, from a block where no two are special to `re`."""
OTHER: Final = "."
"""The class of all that has nothing to do with time."""

MONTHS: Final = (
    "january february march april may june july august september october november december"
).split()
WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_SHORT_MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
_SHORT_DAYS: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6,
}  # fmt: skip
_CARDINALS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCORES: Final = {"hundred": 100, "thousand": 1000, "dozen": 12, "million": 1_000_000}
_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "final": -1,
}  # fmt: skip
_UNITS: Final = {
    "minute": "minute", "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight",
    "month": "month", "year": "year", "decade": "decade", "century": "century", "millennium": "millennium",
}  # fmt: skip
_UNIT_PLURALS: Final = {
    "seconds": "second", "minutes": "minute", "mins": "minute", "hours": "hour", "hrs": "hour",
    "days": "day", "weeks": "week", "fortnights": "fortnight", "months": "month", "quarters": "quarter",
    "years": "year", "yrs": "year", "decades": "decade", "centuries": "century", "millennia": "millennium",
}  # fmt: skip
_SEASONS: Final = {"summer": "SU", "winter": "WI", "autumn": "FA"}
_SEASONS_ALSO_VERBS: Final = {"spring": "SP", "fall": "FA"}
_DECADES: Final = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
_PARTS: Final = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "lunchtime": "MI",
    "daytime": "DT", "mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI",
}  # fmt: skip
_NOONS: Final = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
_DAYS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}
_REFERENCES: Final = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF", "recently": "PAST_REF", "lately": "PAST_REF", "soon": "FUTURE_REF",
}  # fmt: skip
_ADVERBS: Final = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "nightly": "P1D",
    "hourly": "PT1H", "biweekly": "P2W", "fortnightly": "P2W",
}  # fmt: skip
_ZONES: Final = "gmt utc bst est edt et cst cdt ct mst mdt mt pst pdt pt cet cest eet eest msk ist jst aest".split()

NAMED_DAYS: Final = (
    "boxing valentine patrick veterans armistice anzac earth bastille labor memorial good black palm ash maundy"
).split()
"""What makes a holiday of a Day or a weekday that follows: Boxing Day, Good Friday."""

_SINGLE: Final = {
    "THE": "the", "A": "a an", "POSS": "its their his her our my your whose", "THIS": "this", "THAT": "that",
    "THESE": "these those", "SAME": "same", "LAST": "last", "PAST": "past previous preceding latest prior",
    "NEXT": "next following coming upcoming subsequent ensuing", "AGO": "ago", "REL": "earlier later",
    "AFTER": "after before previously", "EARLY": "early late mid", "OF": "of",
    "EDGE": "end beginning start middle rest remainder close", "FEW": "few several many numerous countless",
    "COUPLE": "couple", "APPROX": "about around nearly almost roughly approximately under some", "OVER": "over", "MORE": "more fewer", "LESS": "less", "THAN": "than", "AT": "at", "LEAST": "least most",
    "OR": "or", "SO": "so", "AND": "and", "TO": "to through until till thru", "BETWEEN": "between",
    "FROM": "from", "ON": "on", "IN": "in since by during before after for of throughout",
    "LOCAL": "local eastern pacific central mountain moscow london standard daylight summer", "TIME": "time",
    "NO": "no", "OTHER": "other", "RECENT": "recent", "CURRENT": "current", "EACH": "each every per", "TIMES": "times", "ONCE": "once twice thrice",
    "FISCAL": "fiscal financial", "QUARTER": "quarter", "HALF": "half", "PERIOD": "period",
    "FUTURE": "future", "NEAR": "near foreseeable immediate", "RIGHT": "right", "OLD": "old age",
    "LONG": "long", "FULL": "full whole entire", "AHEAD": "ahead", "ENDED": "ended ending",
    "WEEKEND": "weekend", "WEEKENDS": "weekends", "ERA": "BC BCE AD CE B.C. B.C.E. A.D. B.C A.D", "OCLOCK": "o'clock o’clock",
    "AMPM": "am pm AM PM", "MOMENT": "moment present",
}  # fmt: skip


def _spellings(word: str) -> tuple[str, ...]:
    return (word, word.capitalize(), word.upper())


def _build() -> tuple[dict[str, str], dict[str, int | str]]:
    words: dict[str, str] = {}
    values: dict[str, int | str] = {}

    def add(name: str, entries: dict[str, int] | dict[str, str], *, cased: bool = False) -> None:
        for word, value in entries.items():
            values[word.lower()] = value
            for spelling in _spellings(word)[cased:]:
                words[spelling] = CLASSES[name]

    for name, entries in _SINGLE.items():
        for word in entries.split():
            for spelling in _spellings(word) if word.islower() else (word,):
                words.setdefault(spelling, CLASSES[name])
    add("MONTH", {month: number for number, month in enumerate(MONTHS, 1)}, cased=True)
    add("WEEKDAY", {day: number for number, day in enumerate(WEEKDAYS)}, cased=True)
    add("WEEKDAYS", {day + "s": number for number, day in enumerate(WEEKDAYS)}, cased=True)
    add("ABBR", _SHORT_MONTHS, cased=True)
    add("DAYABBR", _SHORT_DAYS, cased=True)
    add("SEASON", _SEASONS)
    add("SEASONISH", _SEASONS_ALSO_VERBS)
    add("UNIT", _UNITS)
    add("UNITS", _UNIT_PLURALS)
    add("NUM", _CARDINALS)
    add("HUND", _SCORES)
    add("ORD", _ORDINALS)
    add("DECADE", _DECADES)
    add("PART", _PARTS)
    add("NOON", _NOONS)
    add("TODAY", _DAYS)
    add("REF", _REFERENCES)
    add("ADVERB", _ADVERBS)
    for adverb in _ADVERBS:
        del words[adverb.capitalize()]  # The Daily Something
    add("HOLIDAY", {name: name for name in ("christmas", "halloween", "thanksgiving", "easter", "juneteenth")}, cased=True)
    add("NAMED", {name: name for name in NAMED_DAYS}, cased=True)
    words["New"], words["Eve"] = CLASSES["NEW"], CLASSES["EVE"]
    for month in ("may", "march"):
        for spelling in _spellings(month)[1:]:
            words[spelling] = CLASSES["MONTHISH"]
    for zone in _ZONES:
        words[zone.upper()] = CLASSES["ZONE"]
    words["Eastern"] = words["Pacific"] = CLASSES["LOCAL"]
    return words, values


WORDS, VALUES = _build()
PUNCTUATION: Final = {
    ",": CLASSES["COMMA"], ".": CLASSES["DOT"], "-": CLASSES["DASH"], "–": CLASSES["DASH"],
    "—": CLASSES["DASH"], "‑": CLASSES["DASH"], "½": CLASSES["FRAC"], "¼": CLASSES["FRAC"], "¾": CLASSES["FRAC"],
}  # fmt: skip
