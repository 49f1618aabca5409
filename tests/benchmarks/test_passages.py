"""What is counted over our own passages, on one small enough to count by hand."""

from pathlib import Path

import pytest

import passages
from gold_spans import read_labelled
from scoring import Row
from training.markup import Passage

HALL = """\
## t-1 | councils | nesting
{s1|The clerk} {c1|told} {a1|the hall} in {p1|{L|Oslo}} on {t1|Monday} {q1|that {s2|{P|Osk Tarn}}
{c2|had denied} {q2|the sale}}. {s3|Nobody} {c3|said} {q3|who paid}.
@1 unnamed
@2 act=deny
@3 negative
"""


@pytest.fixture
def passage(tmp_path: Path) -> Passage:
    """A passage of three statements, the second within the first."""
    (tmp_path / "t.txt").write_text(HALL.replace("}}\n{c2", "}} {c2"), encoding="utf-8")
    [passage] = passages.passages(tmp_path)
    return passage


@pytest.fixture
def record(passage: Passage) -> Row:
    """Its record, as far as it is scored, when all is right."""
    text = passage.text

    def span(part: str) -> Row:
        return {"start": text.index(part), "end": text.index(part) + len(part)}

    def statement(id_: str, source: str, cue: str, content: str, **more: object) -> Row:
        roles = {"source": [span(source)], "cue": [span(cue)], "content": [span(content)]}
        usual = {"act": "say", "polarity": "positive", "unnamed": False, "addressee": None, "place": None}
        said = {"value": "2025-12-30", "how": "inferred"}
        return {"id": id_, "type": "indirect", "within": None, "said": said, **usual, **roles, **more}

    told = statement(
        "s1", "The clerk", "told", "that Osk Tarn had denied the sale", unnamed=True,
        addressee=span("the hall"), place="e:oslo", said={"value": "2025-12-29", "how": "stated"},
    )  # fmt: skip
    denied = statement("s2", "Osk Tarn", "had denied", "the sale", act="deny", within="s1")
    nobody = statement("s3", "Nobody", "said", "who paid", polarity="negative")
    return {
        "statements": [told, denied, nobody],
        "mentions": [{**span("Oslo"), "entity": "e:oslo"}],
        "times": [{**span("Monday"), "value": "2025-12-29"}],
    }


def test_a_record_that_is_right_scores_100(passage: Passage, record: Row) -> None:
    """Every figure of a record that says what the labels say is 100."""
    scores = passages.score([(passage, record)])
    assert scores["linked"]["f1"] == 100
    assert (scores["nested"]["linked"]["f1"], scores["nested"]["with the right parent"]["percent"]) == (
        100,
        100,
    )
    assert scores["act"] == {"percent": 100.0, "right": 3, "of": 3}
    assert {aspect: scores[aspect]["f1"] for aspect in passages.ASPECTS} == dict.fromkeys(
        passages.ASPECTS, 100
    )


def test_a_nested_statement_counts_where_it_is_within_the_right_one(passage: Passage, record: Row) -> None:
    """One within another than labelled has no right parent; one within none is no nested one."""
    record["statements"][1]["within"] = "s3"
    nested = passages.score([(passage, record)])["nested"]
    assert (nested["linked"]["f1"], nested["with the right parent"]["right"]) == (100, 0)
    record["statements"][1]["within"] = None
    nested = passages.score([(passage, record)])["nested"]
    assert (nested["linked"]["r"], nested["linked"]["predicted"]) == (100, 0)


def test_what_is_said_of_a_statement_counts_only_where_it_is_linked(passage: Passage, record: Row) -> None:
    """A statement with another source is not linked, so its act is neither right nor wrong."""
    record["statements"][1]["source"] = record["statements"][2]["source"]
    assert passages.score([(passage, record)])["act"]["of"] == 2


def test_a_place_and_a_time_that_are_elsewhere_are_wrong(passage: Passage, record: Row) -> None:
    """What the record has counts as predicted, and as right only where it stands on the label."""
    record["mentions"], record["times"] = [], []
    scores = passages.score([(passage, record)])
    assert [(scores[aspect]["right"], scores[aspect]["predicted"]) for aspect in ("place", "time")] == [
        (0, 1)
    ] * 2


def test_some_passages_do_not_count_for_acts(passage: Passage, record: Row) -> None:
    """Passages whose act labels are not independent are left out by their ids."""
    assert passages.score([(passage, record)], no_acts="t-")["act"]["of"] == 0


def test_labelled_spans_make_a_record(passage: Passage) -> None:
    """Read with spans and names as labelled, all statements are linked and nested as labelled."""
    scores = passages.score([(passage, read_labelled(passage))])
    assert scores["linked"]["f1"] == 100
    assert scores["nested"]["with the right parent"]["percent"] == 100
    assert scores["act"]["percent"] == 100
    assert (scores["addressee"]["f1"], scores["time"]["f1"], scores["place"]["f1"]) == (100, 100, 100)


def test_errors_tell_what_is_labelled_and_what_is_found(passage: Passage, record: Row) -> None:
    """A wrong act is one line with the passage's id, the labelled act and the one found."""
    record["statements"][1]["act"] = "confirm"
    [line] = passages.errors([(passage, record)], "act")
    assert line.startswith("t-1 deny")
    assert line.endswith("| confirm")
