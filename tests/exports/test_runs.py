from hypothesis import given
from hypothesis import strategies as st

from event_records import event
from onrecord.exports._runs import Paragraph, ids, paragraphs
from onrecord.record import Record, Span, Statement
from records import sample, simple, span


def together(parts: list[Paragraph]) -> str:
    """The text that the paragraphs were cut from."""
    return "".join("".join(run.text for run in part.runs) + part.gap for part in parts)


def kinds(record: Record) -> list[list[str]]:
    """The roles and ids of each run's marks, in the record's first paragraph."""
    return [[f"{mark.role} {mark.id}" for mark in run.marks] for run in paragraphs(record)[0].runs]


def statement(name: str, *content: Span) -> Statement:
    """A statement with nothing but content."""
    return Statement(id=name, type="indirect", content=content, confidence=0.5)


@st.composite
def marked(draw: st.DrawFn) -> Record:
    """Records of any text with any spans, in and out of range."""
    text = draw(st.text(st.sampled_from("ab \n\t\r"), max_size=60))
    edges = st.integers(-2, len(text) + 2)
    extents = draw(st.lists(st.tuples(edges, edges), max_size=6))
    found = [
        statement(f"s{number}", Span(start=start, end=end, text=text[start:end]))
        for number, (start, end) in enumerate(extents)
    ]
    return simple(text, statements=tuple(found))


@given(marked())
def test_runs_put_together_are_the_text(record: Record) -> None:
    """Whatever the spans, no character is lost, doubled or moved."""
    parts = paragraphs(record)
    assert together(parts) == record.article.text
    for part in parts:
        assert [run.text for run in part.runs] == [record.article.text[r.start : r.end] for r in part.runs]


@given(marked())
def test_each_character_has_its_marks(record: Record) -> None:
    """A run carries exactly the marks that cover all of it."""
    for part in paragraphs(record):
        for run in part.runs:
            covering = {
                one.id
                for one in record.statements
                for piece in one.content
                if 0 <= piece.start <= run.start and run.end <= piece.end <= len(record.article.text)
            }
            assert set(ids(run.marks, "content")) == covering


@given(marked())
def test_each_mark_opens_once(record: Record) -> None:
    """A mark opens in the first run that it covers and in no other."""
    runs = [run for part in paragraphs(record) for run in part.runs]
    covering = {mark for run in runs for mark in run.marks}
    first = {mark: min(run.start for run in runs if mark in run.marks) for mark in covering}
    assert {mark: run.start for run in runs for mark in run.opens} == first
    assert sum(len(set(run.opens)) for run in runs) == len(covering)


def test_crossing_spans_share_their_middle() -> None:
    """Two spans that cross give three runs, the middle one with both marks."""
    text = "alpha beta gamma"
    first, second = statement("s1", span(text, "alpha beta")), statement("s2", span(text, "beta gamma"))
    runs = paragraphs(simple(text, statements=(first, second)))[0].runs
    assert [(run.text, ids(run.marks, "content")) for run in runs] == [
        ("alpha ", ["s1"]), ("beta", ["s1", "s2"]), (" gamma", ["s2"]),
    ]  # fmt: skip


def test_triggers_are_marks() -> None:
    """A trigger in a content, one that is a cue too, and one that crosses another's edge keep their place."""
    text = "Roe accused Vik of raids"
    said = Statement(
        id="s1", type="indirect", content=(span(text, "Vik of raids"),), cue=(span(text, "accused"),),
        confidence=0.5,
    )  # fmt: skip
    events = (event(text, "v1", "ACCUSE", "accused"), event(text, "v2", "ASSAULT", "of raids"))
    cross = event(text, "v3", "COERCE", "Vik of")
    assert kinds(simple(text, statements=(said,), events=(*events, cross))) == [
        [], ["cue s1", "trigger v1"], [], ["content s1", "trigger v3"],
        ["content s1", "trigger v3", "trigger v2"], ["content s1", "trigger v2"],
    ]  # fmt: skip


def test_a_span_over_two_paragraphs_is_marked_in_both() -> None:
    """A content that goes on over a blank line is marked on both sides and opens once."""
    text = "“One.\n\nTwo.”"
    parts = paragraphs(simple(text, statements=(statement("s1", span(text, text)),)))
    assert [ids(part.runs[0].marks, "content") for part in parts] == [["s1"], ["s1"]]
    assert [len(part.runs[0].opens) for part in parts] == [1, 0]


def test_sample_paragraphs() -> None:
    """Blank lines part paragraphs and belong to none."""
    parts = paragraphs(sample())
    assert len(parts) == 7
    assert {part.gap for part in parts[:-1]} == {"\n\n"}
    assert parts[-1].gap == ""
