"""The grammar: what rows of word classes are an expression of time, as regular expressions.

A rule is written in class names (`lexicon.NAMES`); a name in braces is one of `PARTS`. The first
rule that fits at a place wins and every repetition is bounded, so a search is linear.
"""

import re
from typing import Final

from onrecord.analysis.times.lexicon import CLASSES, OTHER

_NUMBER = (
    "(?: (?: A HUND | NUM ) (?: (?: DASH | AND )? (?: NUM | HUND ) ){0,5} (?: AND A HALF )? "
    "| INT (?: AND A HALF | DASH? FRAC )? HUND? | BIG HUND? | YEAR | FRAC | MANY | A? COUPLE OF? | A FEW | FEW "
    "| HALF A | HALF DASH | A HALF DASH? )"
)
_PARTS_: Final = {
    "num": _NUMBER,
    "approx": "(?: (?: AT LEAST | NO? MORE THAN | NO? LESS THAN | APPROX | OVER (?= A ) ){1,2} )",
    "mon": "(?: MONTH | MONTHISH | ABBR DOT? )",
    "wd": "(?: WEEKDAY | DAYABBR DOT? )",
    "year": "(?: YEAR | SHORTYEAR )",
    "ordinal": "(?: ORDN | NUM DASH? ORD | ORD )",
    "step": "(?: (?: THIS | THE | POSS )? (?: LAST | PAST | NEXT ) | THIS | THE SAME | THAT SAME | THAT )",
    "mod": "(?: THE? EARLY DASH? | THE? EARLY IN | REL (?: IN | THAT SAME (?= UNIT ))? "
    "| THE? EDGE OF | EDGE DASH | THE EARLY EDGE OF | THE ORD HALF OF | THE LAST HALF OF )",
    "zone": "(?: ZONE | LOCAL{1,2} TIME | LOCAL ZONE | IN? ZONE | TIME )",
    "month_day": "(?: (?: {mon} THE? (?: INT | {ordinal} ) | THE? (?: INT | {ordinal} ) OF? {mon} ) (?: COMMA? {year} )? )",
    "date": "(?: (?: TODAY | (?: THIS? NEXT | THIS | LAST | EACH )? {wd} (?: COMMA? {month_day} )? | {month_day} ) )",
    "clock": "(?: (?: CLOCK | INT | NUM | BIG ) AMPM | CLOCK | (?: INT | NUM ) OCLOCK (?: IN THE PART )? "
    "| (?: INT | NUM ) IN THE PART | NOON | (?: MIL | YEAR ) (?= {zone} | AMPM ) AMPM? | MIL )",
    "unit": "(?: UNIT | QUARTER )",
}  # fmt: skip

_RULES: Final = {
    # Days and hours.
    "iso": "ISO",
    "slash": "SLASH",
    "holiday": "(?: LAST | THIS | NEXT )? (?: HOLIDAY (?: UNIT | EVE | WEEKDAY )? | NAMED GENITIVE? UNIT | NAMED WEEKDAY "
    "| NEW UNIT GENITIVE (?: UNIT | EVE ) ) (?: COMMA? YEAR )?",
    "moment": "{date} COMMA? {clock} {zone}? | {clock} {zone}? COMMA? {date} | {clock} {zone}?",
    "day_range": "THE? (?: INT | ORDN ) (?: DASH | TO | AND ) THE? (?: INT | ORDN ) OF? {mon} (?: COMMA? YEAR )?",
    "month_range": "{mon} (?: INT | ORDN ) (?: DASH | TO | AND ) (?: INT | ORDN ) (?! DASH? (?: UNITS | UNIT | {mon} )) "
    "(?: COMMA? YEAR )?",
    "part_of_day": "(?: {wd} | TODAY | LAST | THIS | THAT (?: SAME )? | EARLY? THE NEXT | THE SAME | NEXT ) "
    "(?: EARLY )? DASH? PART | EARLY? REL THIS PART | REL (?: THIS | THAT ) PART | EARLY DASH? PART (?: {wd} | TODAY ) "
    "| THE EARLY? PART OF {date} | EARLY DASH? PART",
    "weekday_date": "(?: THIS | LAST )? NEXT? {wd} COMMA? THE? {month_day}",
    "month_date": "{mon} THE? (?: INT | {ordinal} ) OF (?: THAT SAME? | THE SAME ) UNIT | {mon} INT OF YEAR | {month_day}",
    "set_weekday": "EACH (?: ORD | REL )? {wd} PART? | WEEKDAYS | {wd} (?: AND {wd} )? PART",
    "week_weekday": "{wd} OF? (?: LAST | NEXT | THIS ) UNIT",
    "weekday": "(?: THE? (?: LAST | NEXT | PAST ) | THIS (?: LAST | NEXT | PAST )? | THE SAME | THAT )? {wd}",
    "today": "EARLY? TODAY",
    # Months and what is longer.
    "bc_year": "(?: {mod}? {mon} | (?: {mod} )? (?: THE )? EARLY? SEASON OF | (?: {mod} )? THE? EARLY? SEASONISH OF | {mod} )? "
    "(?: (?: INT | BIG | YEAR ) (?: DASH | TO | AND ) )? (?: INT | BIG | YEAR ) ERA",
    "month_year": "{mod}? {mon} (?: COMMA | OF | OF THE? UNIT )? {year} | {mod}? {mon} OF (?: {step} ) UNIT | {mod}? {mon} (?: LAST | THIS | NEXT ) UNIT",
    "spoken_year": "(?: {mon} )? NUM (?: NUM | HUND ) (?: DASH? NUM ){0,2}",
    "month": "(?: {mod} )? (?: (?: THIS | THE )? (?: LAST | PAST | NEXT ) | THIS )? {mon} (?! DOT? INT )",
    "quarter": "(?: YEAR | {step} UNIT ) GENITIVE? (?: FISCAL DASH? )? {ordinal} DASH? (?: QUARTER | HALF ) "
    "| {mod}? (?: THE | POSS )? (?: FISCAL DASH? )? (?: (?: YEAR )? (?: {ordinal} | LAST (?= HALF OF )) DASH? "
    "(?: QUARTER | HALF ) | QN ) "
    "(?: (?: OF | IN | COMMA )? (?: FISCAL UNIT? )? (?: THE UNIT )? YEAR | OF (?: {step} | THE ) UNIT )?",
    "season": "(?: {mod} )? (?: THE? | THIS | THIS? (?: LAST | PAST | NEXT ) | THE (?: LAST | PAST | NEXT ) "
    "| THAT (?: SAME )? ) (?: EARLY DASH? )? (?: SEASON | SEASONISH ) (?: (?: OF | COMMA )? (?: THE UNIT )? {year} "
    "| OF {step} UNIT )?",
    "century": "{mod}? THE? EARLY? DASH? {ordinal} DASH? UNIT ERA?",
    "decade": "{mod}? THE? EARLY? DASH? DECADE | {mod}? THE EARLY? DASH? YEAR GENITIVE",
    "fiscal": "(?: THE | POSS )? FISCAL UNIT? {year} | FY | THE? YEAR FISCAL UNIT",
    "year_range": "YEAR (?: DASH | AND | TO ) INT (?! DASH? (?: UNIT | UNITS ) )",
    "year": "{mod}? (?: THE UNIT )? YEAR | (?: {mod} )? SHORTYEAR | THE YEAR PERIOD | THE UNIT (?: NUM | HUND | AND ){2,5}",
    # Sets and durations.
    "set_rate": "(?: ONCE | {num} TIMES ) (?: A | EACH ) UNIT | ADVERB",
    "set_each": "EACH (?: ORD | OTHER | {num} )? (?: UNIT | UNITS | QUARTER | PART | WEEKEND ) | WEEKENDS",
    "year_earlier": "THE? UNIT DASH? (?: AGO | REL ) (?: {ordinal} )? (?: PERIOD | QUARTER | UNIT )? "
    "| THE (?: QUARTER | PERIOD ) A UNIT (?: AGO | REL )",
    "shift": "{approx}? (?: {num} | A )? (?: UNITS | UNIT ) (?: OR SO )? (?: AGO | REL | FROM REF )",
    "unit_before": "(?: THE UNIT | {approx}? {num} UNITS | UNITS ) (?: AFTER | REL )",
    "side_length": "(?: AT LEAST )? (?: THE | POSS | THESE | THIS )? (?: LAST | PAST | NEXT ) (?: {num} ) DASH? "
    "(?: UNITS | UNIT ) (?: OR SO )?",
    "ahead": "THE UNITS AHEAD",
    "part_length": "THE? ORD {num} DASH? (?: UNITS | UNIT ) (?: OF YEAR )?",
    "aged": "{num} DASH? (?: UNITS | UNIT ) DASH? (?: OLD | OF OLD )",
    "length": "(?: AT LEAST | APPROX )? {num} DASH UNIT (?: DASH? LONG )? | (?: {approx} | (?: AT LEAST )? (?: THE | THESE ) )? {num} (?: MORE )? DASH? (?: UNITS | UNIT ) (?: AND A HALF )? "
    "(?: OR SO )? (?: DASH? LONG )? | {approx}? A UNIT (?: AND A HALF )? (?! DASH LONG ) | (?: UNIT | UNITS ) DASH LONG",
    # Units counted from the anchor or named again.
    "reference_units": "(?: THE )? (?: RECENT | NEXT | LAST | PAST | FUTURE ) UNITS (?: AND UNITS )?",
    "these_days": "THESE UNITS",
    "weekend": "{mod}? (?: {step} | THE )? WEEKEND",
    "step_unit": "(?: {mod} )? (?: EARLY )? (?: {step} | THE? CURRENT ) (?: FULL | FISCAL )? (?: {unit} | PERIOD )",
    "echo_unit": "(?: {mod} )? THE (?: FULL )? (?: FISCAL )? (?: {unit} )",
    "year_end": "UNIT GENITIVE? DASH? EDGE",
    "bare_units": "UNITS",
    "day_of_month": "THE ORDN",
    "reference": "RIGHT REF | MORE? REF | CURRENT | MORE? RECENT | THE? NEAR FUTURE | THE FUTURE | THE PAST | FUTURE | THE MOMENT",
}  # fmt: skip

_CORE: Final = (
    "MONTH MONTHISH ABBR WEEKDAY WEEKDAYS DAYABBR SEASON SEASONISH UNIT UNITS WEEKEND WEEKENDS YEAR MIL SHORTYEAR "
    "DECADE PART NOON CLOCK AMPM OCLOCK TODAY REF RECENT ADVERB ISO SLASH QUARTER QN HALF PERIOD FUTURE HOLIDAY ERA "
    "PAST MOMENT CURRENT FY ORDN NAMED NEW"
).split()

_NEVER_FIRST: Final = (
    "COMMA DOT DASH IN ON TO OF AND OR SO GENITIVE OLD LONG AMPM ZONE TIME TIMES AGO THAN ERA ENDED AFTER AHEAD BREAK "
    "LEAST OCLOCK BETWEEN FROM COUPLE"
).split()
"""Classes that no rule begins with: a search passes over them at once."""


def expand(template: str) -> str:
    """A template of class names as a regular expression over their characters."""
    for _ in range(5):
        template = re.sub(r"\{([a-z_]+)\}", lambda found: _PARTS_[found[1]], template)
    return re.sub(r"[A-Z]+", lambda found: CLASSES[found[0]], template).replace(" ", "")


RULE: Final = {name: re.compile(expand(template)) for name, template in _RULES.items()}
"""Each rule by itself, in order."""


def _compile() -> re.Pattern[str]:
    rules = "|".join(f"(?P<{name}>{expand(template)})" for name, template in _RULES.items())
    return re.compile(f"(?![{''.join(CLASSES[name] for name in _NEVER_FIRST)}])(?:{rules})")


RULES: Final = _compile()
"""All rules as one; the group that matched is the rule's name."""
STRETCH: Final = re.compile(f"[^{re.escape(OTHER)}]+")
"""A run of classes that mean anything to the grammar."""
CORE: Final = re.compile(f"[{''.join(CLASSES[name] for name in _CORE)}]|{CLASSES['NUM']}{{2}}")
"""A class that can carry an expression; a stretch without one holds none."""
