"""Reading once and anchoring several times; and what holds for any text."""

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.times import anchor, find_times, recognise

WORDS = re.split(
    " ",
    "the a an last next this that past two three 12 30 31 1998 2025 99 year years month day days week "
    "quarter half May March March. Feb. 29 Monday Friday Mon. morning night noon p.m. a.m. 10:30 24:59 "
    "0900 GMT of in on to and - – , . ago later earlier before first second 3rd 31st 19th century 1990s "
    "'68 's since until every each twice daily now recently soon future Christmas Easter New Year's Eve "
    "Day spring fall summer early late mid end beginning BC fiscal FY2025 Q3 3/4/2025 31/31/25 2025-02-30"
    " 0000-00-00 hundred thousand million one nineteen ninety said will \n \n\n 😀 é ½ 1/2 0/0 9999 1000 "
    "weekend about more than",
)
"""Words that meet in expressions, some of them in ways that make no sense."""


def test_words_in_quotations_count_from_the_day_they_were_said() -> None:
    """Inside a stretch of `said`, deictic words are anchored on its day; outside, on the publication date."""
    text = "“We met yesterday,” she told the court in 2019. He resigned yesterday."
    start, end = text.index("“"), text.index("”") + 1
    times = find_times(text, "2025-02-19", said=[(start, end, "2019-06-04")])
    assert [timex.value for timex in times] == ["2019-06-03", "2019", "2025-02-18"]


def test_the_innermost_quotation_counts() -> None:
    """Where stretches nest, the shorter one has the word."""
    text = "“She said ‘yesterday’ today.”"
    inner = (text.index("‘"), text.index("’") + 1, "2001-01-02")
    times = find_times(text, "2025-02-19", said=[(0, len(text), "2010-10-10"), inner])
    assert [timex.value for timex in times] == ["2001-01-01", "2010-10-10"]


def test_expressions_can_be_anchored_again() -> None:
    """Recognition does not depend on the day: the same expressions have other values on another."""
    text = "They met on Tuesday and will meet next month."
    expressions = recognise(text)
    first = anchor(expressions, text, "2025-02-19")
    again = anchor(expressions, text, "1999-12-31")
    assert [timex.value for timex in first] == ["2025-02-18", "2025-03"]
    assert [timex.value for timex in again] == ["1999-12-28", "2000-01"]
    assert first == find_times(text, "2025-02-19")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_hold(day: str) -> None:
    """What lies outside the calendar has no value; nothing fails."""
    text = "Ten centuries ago, last week, yesterday, tomorrow, next decade, the past 900 years, next May."
    for timex in find_times(text, day):
        assert timex.from_ is None or timex.from_ <= (timex.to or "")


@given(
    st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=25),
    st.sampled_from([None, "2025-02-19", "2024-02-29", "2025-02", "1900", "0001-01-01", "9999-12-31", "x"]),
)
def test_any_text_gives_sound_times(words: list[str], published: str | None) -> None:
    """Spans lie in the text, in order and apart; text matches; days exist and do not run backwards."""
    text = " ".join(words)
    end = 0
    for timex in find_times(text, published, said=[(0, 20, "2020-02-29")]):
        assert end <= timex.start < timex.end <= len(text)
        assert timex.text == text[timex.start : timex.end]
        assert (timex.from_ is None) == (timex.to is None)
        if timex.from_ and timex.to:
            assert date.fromisoformat(timex.from_) <= date.fromisoformat(timex.to)
        end = timex.end


@pytest.mark.parametrize(
    "piece", ["the last ", "1,", "one hundred ", "May ", ", ", "'", "2024-", "\n ", "x" * 9, "Monday "]
)
def test_long_lines_take_time_in_proportion(piece: str) -> None:
    """Ten times the text takes nowhere near a hundred times the time."""

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        find_times(text, "2025-02-19")
        return time.process_time() - start

    seconds(1000)
    assert seconds(200_000) < 40 * max(seconds(20_000), 0.005)
