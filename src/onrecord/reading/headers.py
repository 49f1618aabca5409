"""Lines above an article's body: dates, times and banners."""

import re
from typing import Final

from msgspec import Struct

from onrecord.reading.boilerplate import drop_reason
from onrecord.reading.dates import MONTH, WEEKDAY, parse_date

_DAY: Final = (
    rf"(?:\d{{4}}-\d\d?-\d\d?(?:[T ]\d\d:\d\d\S*)?|\d{{4}}/\d\d?/\d\d?|{MONTH} \d{{1,2}}(?:st|nd|rd|"
    rf"th)?,? ?\d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{MONTH},?[ -]\d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|"
    rf"\d{{1,2}}/\d{{1,2}}/\d{{4}})"
)
_CLOCK: Final = (
    r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?(?:(?-i:[A-Z]{2,5})\b|[+-]\d\d:?\d\d|Z\b|hrs|"
    r"local time)\)?)?|\d{1,2} ?[ap]\.?m\.?(?: (?-i:[A-Z]{2,5})\b)?"
)
_ZONE: Final = r"(?:(?-i:(?:GMT|UTC|[A-Z]{1,3}[SD]T)\b)|[+-]\d\d:?\d\d\b)"
_SENT_FROM: Final = r"(?-i:(?:[A-Z][\w’'-]+ ?){1,3}, (?=.{4,32}$))?"
_LABEL: Final = (
    r"(?:(?P<label>(?:first |originally |last |date )?(?:date|dated|published|posted|issued|released|"
    r"created|uploaded|updated?|modified|edited|"
    r"revised)(?: (?:on|at|date|by|online))*)\s*[:|–-]?\s*)?"
)
_AROUND: Final = rf"(?:{_CLOCK})?(?: ?(?:at|on|[,|·•–-]) ?)?"
_DATE_LINE: Final = re.compile(
    rf"[\s(\[*_|•·—–-]*{_LABEL}{_SENT_FROM}{_AROUND}(?:{WEEKDAY}[.,]* )?(?P<day>{_DAY})"
    rf"(?P<clock>[ ,|·•@/—–-]*(?:at )?(?:{_CLOCK})?)?(?: ?{_ZONE})?[ )\]*_|•·/—–-]*(?P<rest>.*)$",
    re.IGNORECASE,
)
_BARE_CLOCK: Final = re.compile(
    rf"(?:(?:published|updated|posted|last updated)[: ]*)?(?:(?:{_CLOCK})(?: (?:today|yesterday))?|\d+ "
    rf"?(?:m|h|d|mins?|minutes?|hours?|hrs?|days?|weeks?) ago|just now)\.?$",
    re.IGNORECASE,
)
_LONGEST: Final = 240
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)")
_MODIFIED: Final = re.compile(r"updat|modif|edited|revis", re.IGNORECASE)

_FIELD: Final = re.compile(
    r"[\s*_#]*(?P<name>(?:head|sub)line|title|authors?|by-?line|writer|reporter|text|words|story|source|publication|publisher|outlet|"
    r"newspaper|web ?site|url|link|permalink|section|category|language)[*_]*\s?:[\s*_]*(?P<value>\S.*)$",
    re.IGNORECASE,
)


class DateLine(Struct, frozen=True):
    """A line that gives a date: an ISO prefix (empty for a bare time of day), and what is printed behind it.

    `labelled` says that a word such as "Published" opens it, `modified` that it is the date of a change.
    """

    value: str
    labelled: bool
    modified: bool
    rest: str


_BY_OR_BRACKET: Final = re.compile(r"by [A-Z]|[(\[“‘\"]")


def _may_follow(rest: str) -> bool:
    """Whether a date line may go on so: with another line's text, not with the rest of a sentence."""
    return not rest or rest[0].isupper() or bool(_BY_OR_BRACKET.match(rest)) or drop_reason(rest) is not None


def read_date_line(line: str) -> DateLine | None:
    """The date of a line that is a date and no sentence; `rest` is what is printed behind it."""
    if len(line) > _LONGEST:
        return None
    if _BARE_CLOCK.match(line.strip()):
        return DateLine(value="", labelled=True, modified=True, rest="")
    found = _DATE_LINE.match(line)
    if not found or not (found["label"] or _may_follow(found["rest"])):
        return None
    value = parse_date(_ORDINAL.sub("", found["day"]))
    label = found["label"] or ""
    modified = bool(_MODIFIED.search(label))
    rest = found["rest"].strip()
    if value is None and (rest or not label):
        return None
    return DateLine(value=value or "", labelled=bool(label), modified=modified, rest=rest)


def read_field(line: str) -> tuple[str, str] | None:
    """Name and value of a line that labels a part of the article: "Title: …", "Author: …", "URL: …".

    The name is in lower case. Whether the value fits it is for the caller to judge: headlines begin so, too.
    """
    found = _FIELD.match(line) if len(line) <= _LONGEST else None
    return (found["name"].lower(), found["value"].strip(" \t*_")) if found else None
