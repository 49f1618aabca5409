import pytest

from onrecord.reading.paragraphs import paragraphs_of

WRAPPED = """\
The ferry left the harbour at noon with forty
people on board, and nobody on the quay said
that it would not be back.
"""
SECOND = """\
It was found two days later off the northern
cape, empty and with its lights still burning
as if somebody had just gone below.
"""


def test_blank_lines_part_hard_wrapped_paragraphs() -> None:
    """Lines of one paragraph are joined by a space."""
    found = paragraphs_of(WRAPPED + "\n" + SECOND)
    assert found == [WRAPPED.replace("\n", " ").strip(), SECOND.replace("\n", " ").strip()]


def test_indents_part_hard_wrapped_paragraphs() -> None:
    """Wire copy marks a new paragraph by blanks at its start, without a blank line."""
    found = paragraphs_of(WRAPPED + "    " + SECOND)
    assert found == [WRAPPED.replace("\n", " ").strip(), SECOND.replace("\n", " ").strip()]


def test_short_lines_part_paragraphs_where_nothing_else_does() -> None:
    """A line that ends early with a full stop ends its paragraph."""
    assert len(paragraphs_of(WRAPPED + SECOND)) == 2


def test_one_paragraph_a_line() -> None:
    """Without blank lines, every long line is a paragraph."""
    lines = [" ".join(["The ferry left the harbour at noon."] * n) for n in (5, 8, 4)]
    assert paragraphs_of("\n".join(lines)) == lines


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n", "\u2028"])
def test_newlines_of_all_systems(newline: str) -> None:
    """Line ends of other systems are line ends."""
    assert paragraphs_of(f"One.{newline}{newline}Two.") == ["One.", "Two."]


def test_lists_questions_and_verse_keep_their_lines() -> None:
    """What is printed line by line is not run together."""
    assert paragraphs_of("Bring:\n- rope\n- a lamp\n- bread") == ["Bring:", "- rope", "- a lamp", "- bread"]
    assert paragraphs_of("Q: Why?\nA: Because.\n\nQ: When?") == ["Q: Why?", "A: Because.", "Q: When?"]
    verse = "The ferry went\nwhere ferries go\nand nobody\nwill ever know"
    assert paragraphs_of("He sang:\n\n" + verse + "\n\nThen he left.")[1] == verse


def test_characters_within_a_paragraph_are_untouched() -> None:
    """No-break spaces, double spaces and odd marks stay."""
    odd = "He\u00a0said  “so”\u202f… and\u200f left."
    assert paragraphs_of(odd) == [odd]


def test_nothing_but_blanks() -> None:
    """An empty text has no paragraphs."""
    assert paragraphs_of(" \n\t\n") == []


def test_short_lines_that_stand_together_are_not_wrapped_text() -> None:
    """Where paragraphs stand on one line each, the lines of a header are not run together."""
    header = "3 May 2024, 10:15\nOld lock to close for good\nImage: The Coast Press Office"
    body = ["The ferry left the harbour at noon, and no one who saw it leave knew why it did."] * 3
    assert paragraphs_of("\n\n".join((header, *body))) == [header, *body]


def test_wrapped_paragraphs_below_a_short_header() -> None:
    """A few wrapped lines are known by their sentences that go on, whatever stands above and below them."""
    text = (
        "3 May 2024\nOld lock to close\n\n"
        + WRAPPED
        + "\n\nThe board will meet again.\n\n- With agency reports\n"
    )
    assert "\n" not in paragraphs_of(text)[1]
