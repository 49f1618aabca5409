"""Days as numbers: 2019-05-21 is 20190521, 2019-05 is 20190500, 2019 is 20190000; 0 is unknown."""

import re
from calendar import monthrange

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
FOREVER = 99999999


def number(day: str) -> int:
    """The number of an ISO day, month or year; 0 for "". Raises ValueError where it is none."""
    if not day:
        return 0
    match = _DAY.fullmatch(day)
    if match is None:
        raise ValueError(day)
    year, month, date = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if not year or (match[2] and not 1 <= month <= 12):  # noqa: PLR2004
        raise ValueError(day)
    if match[3] and not 1 <= date <= monthrange(year, month)[1]:
        raise ValueError(day)
    return year * 10000 + month * 100 + date


def text(number_: int | None) -> str:
    """The ISO form of a number; "" for 0 and None."""
    if not number_:
        return ""
    year, month, day = number_ // 10000, number_ // 100 % 100, number_ % 100
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}" if month else f"{year:04}"


def first(number_: int) -> int:
    """The first day that a number may mean; 0 stays 0."""
    if not number_ or number_ % 100:
        return number_
    return number_ + (1 if number_ // 100 % 100 else 101)


def last(number_: int) -> int:
    """The last day that a number may mean: days after the 28th are not told apart; 0 stays 0."""
    if not number_ or number_ % 100:
        return number_
    return number_ + (31 if number_ // 100 % 100 else 1231)
