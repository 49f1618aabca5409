import io
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from onrecord import exports
from onrecord.exports.terminal import render
from onrecord.record import Entity, Mention, Record, Span, Statement
from records import simple, span

GOLDEN = Path(__file__).parent / "golden" / "sample-80.txt"
STYLE = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = (
    "Red \x1b[31malert\x07 and \x9b2J, \u202eright to left\u2066, nul \x00, back \x08, over\rwrite, del \x7f."
)


def shown(record: Record, *, width: int = 80, color: bool = False) -> str:
    """What is printed for the record."""
    stream = io.StringIO()
    render(record, stream, width=width, color=color)
    return stream.getvalue()


def test_golden(record: Record) -> None:
    """The sample at 80 columns, plain, is the text in the golden file."""
    assert shown(record) == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("width", [40, 60, 71, 72, 80, 120, 200])
@pytest.mark.parametrize("color", [False, True])
def test_no_line_is_wider(record: Record, width: int, color: bool) -> None:  # noqa: FBT001
    """No line is wider than asked, and nothing trails."""
    for line in STYLE.sub("", shown(record, width=width, color=color)).split("\n"):
        assert cell_len(line) <= width
        assert color or line == line.rstrip()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_plain_marks_every_span(record: Record, width: int) -> None:
    """Without colour every content, cue, source and time stands in a labelled bracket."""
    text = shown(record, width=width)
    for statement in record.statements:
        assert re.search(rf"⟧([\w.]+,)*{statement.id}\b(?!\.(who|how))", text), statement.id
        assert f"{statement.id}.how" in text
        assert not statement.source or f"{statement.id}.who" in text
    for number in range(1, len(record.times) + 1):
        assert f"⟧t{number}" in text


def test_brackets_nest() -> None:
    """Spans that cross are cut where they cross, so that each bracket closes what it opened."""
    text = "alpha beta gamma"
    found = [
        Statement(id=name, type="indirect", content=(span(text, piece),), confidence=0.5)
        for name, piece in (("s1", "alpha beta"), ("s2", "beta gamma"))
    ]
    first = shown(simple(text, statements=tuple(found))).split("\n\n")[1]
    assert first == "⟦alpha ⟦beta⟧s2⟧s1⟦ gamma⟧s2"


def whereabouts(record: Record, width: int = 100) -> list[str]:
    """The lines of "Who and where"."""
    lines = shown(record, width=width).split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("Who and where"))
    return lines[start : lines.index("", start)]


def test_who_and_where(record: Record) -> None:
    """Entities are listed with what they are on the day, country, sectors, mentions, id; speakers first."""
    lines = [re.sub(r" {2,}", "|", line) for line in whereabouts(record, width=120)]
    assert lines[0] == "Who and where on 2025-02-19 (10)"
    assert lines[4] == "Kari Lund|Minister of Transport of Norway|NOR|2|e:x1"
    assert "Blue Skerry|organisation|BUS|1|e:x3" in lines
    assert "Danish official (unnamed)|person|DNK|1|e:x2" in lines
    assert "The two governments|group: Norway, Denmark|1|e:x6" in lines
    assert lines[-1] == "Oslo|city, 59.91, 10.75|NOR|1|e:geo3143244"


def test_who_is_not_sure_has_candidates(record: Record) -> None:
    """Where nobody is sure to be meant, those who may be are named with their office and how sure that is."""
    text = " ".join(" ".join(whereabouts(record, width=160)).split())
    assert "chief executive; perhaps Tom Eide, Mayor of Vik (0.31)" in text


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_long_list_is_cut_with_a_count(width: int) -> None:
    """Many entities are cut to the most mentioned, and the others are counted by kind."""
    text = "a " * 60
    people = [Entity(id=f"e:x{number}", kind="person", name=f"Person {number}") for number in range(40)]
    places = [Entity(id=f"e:geo{number}", kind="place", name=f"Place {number}") for number in range(9)]
    mentions = [Mention(start=0, end=1, text="a", entity="e:x39", form="name", confidence=1)]
    record = simple(text, entities=(*people, *places), mentions=tuple(mentions))
    page = shown(record, width=width)
    assert "Who and where (49)" in page
    assert "Person 39" in page
    assert "Person 38" not in page
    assert "Place 7" in page
    assert "Place 8" not in page
    assert "and 16 persons, 1 place; --format json or html has all" in " ".join(page.split())


def test_plain_has_no_escapes(record: Record) -> None:
    """Without colour there is no escape code and no drawing character."""
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2500-\u259f]", shown(record))


def test_colour_is_never_alone(record: Record) -> None:
    """In colour, roles differ in shape or label too: taking the colours off leaves them apart."""
    styled = re.sub(r"(?<=[\[;])3[0-7](?=[;m])", "", shown(record, color=True))
    assert re.search(r"\x1b\[;?4;?m“We lost a winter,”", styled)
    assert re.search(r"\x1b\[1mLund\x1b", styled)
    assert re.search(r"\x1b\[3;?mtold", styled)
    assert "Tuesday\x1b[0m\x1b[2m t1" in styled


@pytest.mark.parametrize("color", [False, True])
def test_hostile_text_moves_no_cursor(color: bool) -> None:  # noqa: FBT001
    """Control, escape and direction-override characters of an article are shown, never sent."""
    whole = Span(start=0, end=len(HOSTILE), text=HOSTILE)
    found = Statement(id="s1\x1b[2J", type="direct", content=(whole,), source=(whole,), confidence=0.5)
    record = simple(
        HOSTILE, title=HOSTILE, outlet=HOSTILE, byline=(HOSTILE,), url=HOSTILE, statements=(found,),
        warnings=(HOSTILE,),
    )  # fmt: skip
    text = STYLE.sub("", shown(record, color=color)) if color else shown(record)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "␛[31malert␇" in text
    assert "‹U+202E›right" in text


def test_surrounding_settings_change_nothing(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS, FORCE_COLOR or a colour terminal in the environment do not change what a file gets."""
    before = io.BytesIO()
    exports.write([record], "terminal", before)
    for name, value in {
        "COLUMNS": "33",
        "FORCE_COLOR": "1",
        "COLORTERM": "truecolor",
        "TERM": "xterm",
    }.items():
        monkeypatch.setenv(name, value)
    after = io.BytesIO()
    exports.write([record], "terminal", after)
    assert after.getvalue() == before.getvalue()


def test_markup_of_the_printer_is_text() -> None:
    """Square brackets and emoji codes in an article are no markup."""
    assert "[bold]not bold[/bold] :smile:" in shown(simple("[bold]not bold[/bold] :smile:"))


def test_empty_record_is_short() -> None:
    """A record without findings shows the text and no empty tables."""
    assert shown(simple("Nothing was said.")).split("\n") == [
        "Untitled", "========", "published on an unknown day", "", "Nothing was said.", "",
    ]  # fmt: skip


def test_two_records_are_apart(record: Record) -> None:
    """A blank line stands between records."""
    stream = io.BytesIO()
    exports.write([record, record], "terminal", stream, width=80)
    assert stream.getvalue().decode() == shown(record) + "\n" + shown(record)
