"""The grammar: what rows of word classes are an expression of time, as regular expressions.

A rule is a name and a pattern of class names (`lexicon.NAMES`); a name in braces is one of the parts;
brackets group and capture nothing. The first rule that fits at a place wins, and every repetition is
bounded, so a search is linear. Lines that begin with blanks go on with the rule above.
"""

import re
from typing import Final

from onrecord.analysis.times.lexicon import CLASSES

_PARTS: Final = """
num             ((A HUND | NUM) ((DASH | AND)? (NUM | HUND)){0,5} (AND A HALF)?
                | INT (AND A HALF | DASH? FRAC)? HUND? | BIG HUND? | YEAR | FRAC
                | MANY | A? COUPLE OF? | A FEW | FEW | HALF A | HALF DASH | A HALF DASH?)
approx          ((AT LEAST | NO? MORE THAN | NO? LESS THAN | APPROX | OVER (?= A)){1,2})
mon             (MONTH | MONTHISH | ABBR DOT?)
wd              (WEEKDAY | DAYABBR DOT?)
year            (YEAR | SHORTYEAR)
ordinal         (ORDN | NUM DASH? ORD | ORD)
units           (UNITS | UNIT)
unit            (UNIT | QUARTER)
last            (LAST | PAST | NEXT)
step            ((THIS | THE | POSS)? {last} | THIS | THE SAME | THAT SAME | THAT)
mod             (THE? EARLY (DASH? | IN) | REL (IN | THAT SAME (?= UNIT))? | THE? EDGE OF | EDGE DASH
                | THE EARLY EDGE OF | THE (ORD | LAST) HALF OF)
zone            (ZONE | LOCAL{1,2} TIME | LOCAL ZONE | IN ZONE | TIME)
joint           (DASH | TO | AND)
day             (INT | {ordinal})
month_day       (({mon} THE? {day} | THE? {day} (OF | DASH)? {mon}) ((COMMA | DASH)? {year})?)
date            (TODAY | (THIS? NEXT | THIS | LAST | EACH)? {wd} (COMMA? {month_day})? | {month_day})
clock           ((CLOCK | INT | NUM | BIG) AMPM | CLOCK | BIG (?= ZONE) | (INT | NUM) OCLOCK (IN THE PART)?
                | (INT | NUM) IN THE PART | NOON | (MIL | YEAR) (?= {zone} | AMPM) AMPM? | MIL)
era_head        ({mod}? {mon} | {mod}? THE? EARLY? (SEASON | SEASONISH) OF | {mod})
"""

_RULES: Final = """
iso             ISO
slash           SLASH
holiday         (LAST | THIS | NEXT)? (HOLIDAY (UNIT | EVE | WEEKDAY)? | NAMED GENITIVE? UNIT
                | NAMED WEEKDAY | MONTHISH UNIT | NEW UNIT GENITIVE (UNIT | EVE)) (COMMA? YEAR)?
moment          {date} COMMA? {clock} {zone}? | {clock} {zone}? COMMA? {date} | {clock} {zone}?
attacks         INT STROKE INT
day_range       (THE PART OF)? THE? (INT | ORDN) {joint} THE? (INT | ORDN) OF? {mon} (COMMA? YEAR)?
month_range     {mon} (INT | ORDN) {joint} (INT | ORDN) (?! DASH? ({units} | {mon})) (COMMA? YEAR)?
part_of_day     ({wd} | TODAY | LAST | THIS | THAT SAME? | EARLY? THE NEXT | THE SAME | NEXT)
                EARLY? DASH? PART
                | THE (EARLY | SMALL) PART? UNITS OF ({date} (?! PART) | THE PART)
                | EARLY? REL (THIS | THAT) PART | EARLY IN THE PART OF {date}
                | EARLY DASH? PART ({wd} | TODAY)?
                | THE EARLY? PART OF {date}
named_day       {wd} THE ORDN
week_on         ({num} | A) {units} (ON | FROM | AGO) ({wd} | TODAY) | {wd} UNIT
weekday_date    (THIS | LAST)? NEXT? {wd} COMMA? THE? {month_day}
month_date      {mon} THE? {day} OF (THAT SAME? | THE SAME) UNIT | {mon} INT OF YEAR | {month_day}
set_weekday     EACH (ORD | REL)? {wd} PART? | WEEKDAYS | {wd} (AND {wd})? PART
nth_weekday     THE (ORD | LAST) WEEKDAY (OF | IN) ({mon} (COMMA? {year})? | EACH UNIT)
week_weekday    {wd} OF? (LAST | NEXT | THIS) UNIT
weekday         (THE? {last} | THIS {last}? | THE SAME | THAT)? {wd}
today           EARLY? TODAY
part_of_month   THE (ORD | LAST) {units} OF ({mon} ((COMMA | OF)? {year})? | YEAR)
bc_year         {era_head}? ERA (INT | BIG | YEAR)
                | {era_head}? ((INT | BIG | YEAR) {joint})? (INT | BIG | YEAR) ERA
month_year      {mod}? {mon} ((COMMA | OF | OF THE? UNIT)? {year} | OF {step} UNIT
                | (LAST | THIS | NEXT) UNIT)
spoken_year     {mon}? NUM (NUM | HUND) (DASH? NUM){0,2}
month           {mod}? ((THIS | THE)? {last} | THIS)? {mon} (?! DOT? INT)
quarter         (YEAR | {step} UNIT) GENITIVE? (FISCAL DASH?)? {ordinal} DASH? (QUARTER | HALF)
                | {mod}? (THE | POSS)? (FISCAL DASH?)?
                (YEAR? ({ordinal} | LAST (?= HALF OF)) DASH? (QUARTER | HALF) | QN)
                ((OF | IN | COMMA)? (FISCAL UNIT?)? (THE UNIT)? YEAR | OF ({step} | THE) UNIT)?
season          {mod}? (THE | (THIS | THE)? {last} | THIS | THAT SAME?)? (EARLY DASH?)? (SEASON | SEASONISH)
                ((OF | COMMA)? (THE UNIT)? {year} | OF {step} UNIT)?
century         {mod}? THE? EARLY? DASH? {ordinal} DASH? UNIT ERA?
decade          {mod}? THE? EARLY? DASH? DECADE | {mod}? THE EARLY? DASH? YEAR GENITIVE
fiscal          (THE | POSS)? FISCAL UNIT? {year} | FY | THE? YEAR FISCAL UNIT
year_range      YEAR ({joint} | STROKE) INT (?! DASH? {units}) | YEAR STROKE YEAR
year            {mod}? (THE UNIT)? YEAR | {mod}? SHORTYEAR | THE YEAR PERIOD
                | THE UNIT (NUM | HUND | AND){2,5}
set_rate        (ONCE | {num} TIMES) (A | EACH) UNIT | (ONCE DASH?)? ADVERB
set_each        (ONCE | {num} TIMES)? EACH (ORD | OTHER | {num})?
                (UNIT | UNITS | QUARTER | PART | WEEKEND) | WEEKENDS
year_earlier    THE? UNIT DASH? (AGO | REL) {ordinal}? (PERIOD | QUARTER | UNIT)?
                | THE (QUARTER | PERIOD) A UNIT (AGO | REL)
unit_beyond     THE (UNIT | PART) AFTER (LAST | NEXT | TODAY)
ago_today       {approx}? ({num} | A)? {units} AGO (TODAY | THIS UNIT)
shift           {approx}? ({num} | A)? {units} (OR SO)? (AGO | REL | FROM REF)
unit_before     (THE UNIT | {approx}? {num} UNITS | UNITS) (AFTER | REL)
side_length     (AT LEAST)? (THE | POSS | THESE | THIS)? {last} {num} DASH? {units} (OR SO)?
ahead           THE UNITS AHEAD
part_length     THE? ORD {num} DASH? {units} (OF YEAR)?
aged            {num} DASH? {units} DASH? (OLD | OF OLD)
length          (AT LEAST | APPROX)? {num} DASH UNIT (DASH? LONG)?
                | ({approx} | (AT LEAST)? (THE | THESE))? {num} MORE? DASH? {units} (AND A HALF)? (OR SO)?
                  (DASH? LONG)?
                | {approx}? A UNIT (AND A HALF)? (?! DASH LONG) | {units} DASH LONG
reference_units THE? (RECENT | {last} | FUTURE) UNITS (AND UNITS)?
these_days      THESE UNITS
weekend         {mod}? ({step} | THE)? WEEKEND
step_unit       {mod}? EARLY? ({step} | THE? CURRENT) (FULL | FISCAL)? ({unit} | PERIOD)
echo_unit       {mod}? THE FULL? FISCAL? {unit}
year_end        UNIT GENITIVE? DASH? EDGE
bare_units      UNITS
day_of_month    THE ORDN
reference       RIGHT REF | MORE? REF | CURRENT | MORE? RECENT | THE? NEAR FUTURE | THE FUTURE | THE PAST
                | FUTURE | THE MOMENT
"""

_CORE: Final = """
MONTH MONTHISH ABBR WEEKDAY WEEKDAYS DAYABBR SEASON SEASONISH UNIT UNITS WEEKEND WEEKENDS YEAR MIL SHORTYEAR
DECADE PART NOON CLOCK AMPM OCLOCK TODAY REF RECENT ADVERB ISO SLASH QUARTER QN HALF PERIOD FUTURE HOLIDAY ERA
PAST MOMENT CURRENT FY ORDN NAMED NEW STROKE
"""
_NEVER_FIRST: Final = """
COMMA DOT DASH IN ON TO OF AND OR SO GENITIVE OLD LONG AMPM ZONE TIME TIMES AGO THAN STROKE AFTER AHEAD BREAK
LEAST OCLOCK FROM EVE
"""
"""Classes that no rule begins with: a search passes over them at once."""


def _read(lines: str) -> dict[str, str]:
    """The named patterns of a block of rules."""
    rules: dict[str, str] = {}
    for line in lines.strip().splitlines():
        name, _, pattern = line.partition(" ")
        if name:
            rules[name] = pattern
        else:
            rules[next(reversed(rules))] += pattern
    return rules


_NAMED: Final = _read(_PARTS)


def _expand(pattern: str) -> str:
    """A pattern of class names as a regular expression over their characters."""
    while "{" in pattern and (named := re.search(r"\{([a-z_]+)\}", pattern)):
        pattern = pattern.replace(named[0], _NAMED[named[1]])
    pattern = re.sub(r"\((?!\?)", "(?:", pattern)
    return re.sub(r"[A-Z]+", lambda found: CLASSES[found[0]], pattern).replace(" ", "")


def _any_of(names: str) -> str:
    return "".join(CLASSES[name] for name in names.split())


_PATTERNS: Final = {name: _expand(pattern) for name, pattern in _read(_RULES).items()}
RULE: Final = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}
"""Each rule by itself, in order."""
RULES: Final = re.compile(
    f"(?![{_any_of(_NEVER_FIRST)}])(?:{'|'.join(f'(?P<{name}>{rule})' for name, rule in _PATTERNS.items())})"
)
"""All rules as one; the group that matched is the rule's name."""
CORE: Final = re.compile(f"[{_any_of(_CORE)}]|{CLASSES['NUM']}{{2}}")
"""A class that can carry an expression; a run of words of time without one holds none."""
