import time

import pytest

import onrecord
from onrecord.analysis.tokens import tokenise
from onrecord.analysis.wrapping import unwrapped

INDENTED = """\
The harbour board of Castleford
said on Monday that two of its three cranes would be closed for
a month, because rust was found in the arms that carry them and
no spare parts are left.
    Its chairman, Hanna Lindqvist, told a meeting of the Port
Workers' Union that nobody would lose a day of pay over it, and
"we will have all of them back
by the end of May at the latest," she added.
    Ships wait outside. The union was not convinced.
"""
BLANK = """\
The river rose by half a metre over the night and stood at the
doorsteps of the lower town when the mayor called for help, the
fire brigade said.

"We have sandbags for two streets, and there are eleven streets
down there," its chief told reporters.
"""
LINES = """\
The river rose by half a metre over the night, the fire brigade said on Friday morning.
Nobody was hurt.
"We have sandbags for two streets, and there are eleven down there," its chief said.
"""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, as strings."""
    tokens = tokenise(text)
    return [tokens.text[start:end] for start, end in tokens.paragraphs]


def test_a_break_inside_a_wrapped_paragraph_is_a_space() -> None:
    """Indents part the paragraphs of a wrapped text; its other line ends are white space."""
    found = paragraphs(INDENTED)
    assert [one.split()[0] for one in found] == ["The", "Its", "Ships"]
    assert not any("\n" in one for one in found)
    assert len(paragraphs(BLANK)) == 2


@pytest.mark.parametrize("text", [INDENTED, BLANK, INDENTED.replace("\n", "\r\n")])
def test_every_offset_stays(text: str) -> None:
    """Nothing but white space is changed, one character for another."""
    found = unwrapped(text)
    assert len(found) == len(text)
    assert all(a == b or (a in "\r\n" and b == " ") for a, b in zip(text, found, strict=True))
    assert found != text


@pytest.mark.parametrize(
    "text",
    [
        LINES,
        LINES.replace("\n", "\n\n"),
        "Roses for the harbour wall\nviolets for the quay\n\nnothing for the sailors\nwho sing in the rain",
        "Shares 31 against 56\n    Net 14 mln against 20 mln\n    Year\n    Sales 611 mln against 526 mln",
        "One\nTwo\nThree",
        "",
        " \n \n",
    ],
)
def test_other_lines_are_left_alone(text: str) -> None:
    """In text that no margin breaks, lines of prose, verse and tables stay as they are."""
    assert unwrapped(text) == text


def test_a_wrapped_article_says_what_its_running_text_says() -> None:
    """Statements and people are those of the same text without its line breaks, at the same offsets."""
    wrapped = onrecord.read(INDENTED, as_is=True)
    text = "\n\n   ".join(one.replace("\n", " ") for one in INDENTED.split("\n    "))
    running = onrecord.read(text, as_is=True)
    assert [[span.start for span in one.content] for one in wrapped.statements] == [
        [span.start for span in one.content] for one in running.statements
    ]
    assert len(wrapped.statements) == 2
    assert "Hanna Lindqvist" in {entity.name for entity in wrapped.entities}


def test_spans_are_as_printed() -> None:
    """A span over a line end has the line end in its text."""
    record = onrecord.read(INDENTED, as_is=True)
    spans = [span for one in record.statements for span in (*one.content, *one.cue, *one.source)]
    spans += [*record.mentions, *record.times]
    assert all(INDENTED[span.start : span.end] == span.text for span in spans)
    assert any("\n" in span.text for span in spans)
    assert not any("\n" in entity.name for entity in record.entities)


def test_a_long_text_goes_through_in_linear_time() -> None:
    """Two megabytes of wrapped lines, or of one line, take no more than seconds."""
    begun = time.perf_counter()
    assert len(unwrapped(INDENTED * 4000)) == len(INDENTED) * 4000
    assert unwrapped("word " * 400_000) == "word " * 400_000
    assert unwrapped("\n" * 1_000_000 + "a\n") == "\n" * 1_000_000 + "a\n"
    assert time.perf_counter() - begun < 5
