import io
import re
from pathlib import Path

import pytest
from msgspec import structs
from rich.cells import cell_len

from event_records import event, eventful
from onrecord import exports
from onrecord.exports.terminal import render
from onrecord.record import Entity, Mention, Record, Span, Statement
from records import sample, simple, span

GOLDEN = Path(__file__).parent / "golden"
STYLE = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = (
    "Red \x1b[31malert\x07 and \x9b2J, \u202eright to left\u2066, nul \x00, back \x08, over\rwrite, del \x7f."
)


def shown(record: Record, *, width: int = 80, color: bool = False) -> str:
    """What is printed for the record."""
    stream = io.StringIO()
    render(record, stream, width=width, color=color)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("record", "width", "golden"),
    [(sample(), 80, "sample-80"), (eventful(), 80, "events-80"), (eventful(), 60, "events-60")],
)
def test_golden(record: Record, width: int, golden: str) -> None:
    """The sample and the record full of events are, plain, the texts in the golden files."""
    assert shown(record, width=width) == (GOLDEN / f"{golden}.txt").read_text("utf-8")


@pytest.mark.parametrize("width", [40, 60, 71, 72, 80, 120, 200])
@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("record", [sample(), eventful()], ids=["sample", "events"])
def test_no_line_is_wider(record: Record, width: int, color: bool) -> None:  # noqa: FBT001
    """No line is wider than asked, and nothing trails."""
    for line in STYLE.sub("", shown(record, width=width, color=color)).split("\n"):
        assert cell_len(line) <= width
        assert color or line == line.rstrip()


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("record", [sample(), eventful()], ids=["sample", "events"])
def test_plain_marks_every_span(record: Record, width: int) -> None:
    """Without colour every content, cue, source, time and trigger stands in a labelled bracket."""
    text = shown(record, width=width)
    for statement in record.statements:
        assert re.search(rf"⟧([\w.]+,)*{statement.id}\b(?!\.(who|how))", text), statement.id
        assert f"{statement.id}.how" in text
        assert not statement.source or f"{statement.id}.who" in text
    for number in range(1, len(record.times) + 1):
        assert f"⟧t{number}" in text
    for one in record.events:
        assert re.search(rf"⟧([\w.]+,)*{one.id}\.did\b", text), one.id


def test_brackets_nest() -> None:
    """Spans that cross are cut where they cross, so that each bracket closes what it opened."""
    text = "alpha beta gamma"
    found = [
        Statement(id=name, type="indirect", content=(span(text, piece),), confidence=0.5)
        for name, piece in (("s1", "alpha beta"), ("s2", "beta gamma"))
    ]
    first = shown(simple(text, statements=tuple(found))).split("\n\n")[1]
    assert first == "⟦alpha ⟦beta⟧s2⟧s1⟦ gamma⟧s2"


def test_a_cue_that_is_a_trigger_shares_its_brackets() -> None:
    """What attributes and is an act at once stands in one pair of brackets with both labels."""
    text = shown(eventful())
    assert "⟦accused⟧s6.how,v10.did" in text
    assert "⟦“They ⟦burned⟧v4.did the customs" in text


def rows(record: Record, width: int = 240) -> dict[str, str]:
    """The rows of the table of events by id, cells parted by a stroke."""
    lines = shown(record, width=width).split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("Events"))
    found = [re.sub(r" {2,}", "|", line) for line in lines[start + 4 : lines.index("", start)]]
    return {row.split("|")[0]: row for row in found}


def test_events_say_who_did_what_to_whom() -> None:
    """A row has parties, trigger, words and code, sizes, standing, whose word, day, place, confidence."""
    found = rows(eventful())
    parts = {
        "v1": ["“flew”: visit, CONSULT visit|Estavia|happened, own word|2025-05-05 stated, Estavia|0.97"],
        "v3": ["|“shot three people dead”: shooting, ASSAULT firearms, 3 dead, 12 injured|"],
        "v4": ["|possible, says s2 Olav Dahl|2025-05-04 inferred|"],
        "v5": ["|happened, says s4 a witness (within s3)|"],
        "v7": [
            "|“host talks”: agreement or promise, AGREE (from CONSULT)|",
            "planned, own word|2025-05 stated|",
        ],
        "v9": [
            "|“cut off”: aid or exchange stopped, SANCTION discontinue|",
            "|happened, background, own word|",
        ],
        "v11": ["v11|Nobody named|“marched”: demonstration, PROTEST demo|", "says s99 (not in this record)"],
    }
    for id_, told in parts.items():
        assert [part for part in told if part not in found[id_]] == []


def test_two_hundred_events() -> None:
    """Very many events are all in the table."""
    text = "\n\n".join(f"Then they met{number} again." for number in range(200))
    record = simple(
        text, events=tuple(event(text, f"v{number}", "CONSULT", f"met{number} ") for number in range(200))
    )
    assert len(rows(record)) == 200


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
    assert "\x1b[7mmet\x1b[0m\x1b[2m v1" in styled


@pytest.mark.parametrize("color", [False, True])
def test_hostile_text_moves_no_cursor(color: bool) -> None:  # noqa: FBT001
    """Control, escape and direction-override characters of an article are shown, never sent."""
    whole = Span(start=0, end=len(HOSTILE), text=HOSTILE)
    found = Statement(id="s1\x1b[2J", type="direct", content=(whole,), source=(whole,), confidence=0.5)
    done = structs.replace(
        event(HOSTILE, HOSTILE, HOSTILE, "alert", mode=HOSTILE, sizes={HOSTILE: 3}, actor=(HOSTILE,)),
        recipient=(HOSTILE,),
        according_to=HOSTILE,
        place=HOSTILE,
        underlying=HOSTILE,
    )
    record = simple(
        HOSTILE, title=HOSTILE, outlet=HOSTILE, byline=(HOSTILE,), url=HOSTILE, statements=(found,),
        events=(done,), warnings=(HOSTILE,),
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
