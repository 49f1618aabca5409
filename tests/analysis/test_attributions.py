from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.attributions import find_attributions
from onrecord.analysis.marks import find_quotations
from onrecord.analysis.model.reading import read
from onrecord.analysis.model.session import get_model
from onrecord.analysis.parts import Attribution, Extent
from onrecord.analysis.tokens import tokenise


def attributions(text: str, *, english: bool = True) -> list[Attribution]:
    """The attributions of a text, by the shipped model where it is English."""
    tokens = tokenise(text)
    quotations = find_quotations(tokens)
    return find_attributions(tokens, quotations, read(get_model(), tokens, quotations) if english else None)


def rows(text: str, *, english: bool = True) -> list[tuple[str, str, str, list[str]]]:
    """The attributions of a text as type, source, cue and content."""

    def words(extents: tuple[Extent, ...]) -> list[str]:
        return [text[start:end] for start, end in extents]

    return [
        (one.type, " ".join(words(one.source)), " ".join(words(one.cue)), words(one.content))
        for one in attributions(text, english=english)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "source", "cue", "content"),
    [
        ('"It pours," he said.', "direct", "he", "said", ['"It pours,"']),
        ('"It pours," said Ode, 34, a sailor.', "direct", "Ode, 34, a sailor", "said", ['"It pours,"']),
        ("'It pours', said Ms Ode, 'and how!'", "direct", "Ms Ode", "said", ["'It pours'", "'and how!'"]),
        ('"Does it pour?" Ode asked.', "direct", "Ode", "asked", ['"Does it pour?"']),
        ('Ode said: "It pours. We stay."', "direct", "Ode", "said:", ['"It pours. We stay."']),
        ('Ode said in a note, "It pours."', "direct", "Ode", "said in a note", ['"It pours."']),
        ('"It pours," Ode told Radio Ghent. "We stay."', "direct", "Ode", "told", [
            '"It pours,"', '"We stay."']),
        ('"We stay. It pours." "So it does," he said.', "direct", "he", "said", [
            '"We stay. It pours."', '"So it does,"']),
        ('Ode added that it "pours [in Rome]" now.', "mixed", "Ode", "added", [
            'that it "pours [in Rome]" now']),
        ('"It pours" , he said. "We stay".', "direct", "he", "said", ['"It pours"', '"We stay"']),
        ("Ode said it was pouring.", "indirect", "Ode", "said", ["it was pouring"]),
        ('"It pours so, Ode said.', "direct", "Ode", "said", ['"It pours so,']),
    ],
)  # fmt: skip
def test_types_and_spans(text: str, kind: str, source: str, cue: str, content: list[str]) -> None:
    """Direct, mixed and indirect statements have their source, cue and all of their content."""
    assert (kind, source, cue, content) in rows(text)


def test_a_sentence_in_marks_follows_a_verb_that_has_nothing() -> None:
    """A quotation after "Lind agreed." is what Lind agreed with."""
    text = 'Asked if it rains, Lind laughed. "It pours, my dear sir."'
    assert ("direct", "Lind", "laughed", ['"It pours, my dear sir."']) in rows(text)
    assert rows('Lind agreed. "It pours in Ghent."') == [
        ("direct", "Lind", "agreed", ['"It pours in Ghent."'])
    ]


@pytest.mark.parametrize("marks", ['""', "“”", "””", '”"', '“"', '"”', "''", "‘’", "'’", "‘'", "„“", "»«"])
def test_any_marks_over_paragraphs(marks: str) -> None:
    """A quotation of three paragraphs is found whole in any pair of marks, mixed ones too."""
    a, b = marks[0], marks[1]
    text = (
        f"{a}We stay at home,{b} said Ode. {a}It pours.\n\n{a}It has for days.\n\n{a}It will.{b}\n\nShe left."
    )
    ((_, _, _, content),) = rows(text)
    assert content == [f"{a}We stay at home,{b}", f"{a}It pours.", f"{a}It has for days.", f"{a}It will.{b}"]


def test_a_question_in_marks_ends_with_its_paragraph() -> None:
    """A quotation that asks is not the object of a verb in the next paragraph."""
    text = 'She shrugs. "Does it pour?"\n\nI ask about Ghent. "It pours," says Ode.'
    assert ("I", ['"Does it pour?"']) not in [(source, content) for _, source, _, content in rows(text)]


def test_the_longest_of_those_that_begin_together_is_the_outermost() -> None:
    """What is said in a statement is within the statement that "according to" cites."""
    text = (
        "Ode told a committee that it would pour in Ghent all week, according to the minutes of the session."
    )
    found = attributions(text)
    assert [one.within for one in found] == [None, 0]


def test_a_paragraph_in_marks_goes_on_from_the_one_before() -> None:
    """Paragraphs in marks without a reporting word belong to the last speaker, as one statement."""
    text = '"It pours in Ghent," Ode said.\n\n"We stay at home then."\n\n"We bake some bread."\n\nIt cleared.'
    ((_, source, _, content),) = rows(text)
    assert source == "Ode"
    assert content == ['"It pours in Ghent,"', '"We stay at home then."', '"We bake some bread."']


def test_a_colon_leads_to_the_next_paragraph() -> None:
    """A paragraph that ends in a colon reports the one in marks that follows."""
    text = 'Ode declared:\n\n"It pours, and we shall stay."'
    assert rows(text) == [("direct", "Ode", "declared:", ['"It pours, and we shall stay."'])]


def test_a_long_quotation_is_one_statement() -> None:
    """All pieces of a quotation over several paragraphs are the content of its statement."""
    text = "“It pours.\n\n“We stay.\n\n“We bake,” said Ode."
    assert rows(text) == [("direct", "Ode", "said", ["“It pours.", "“We stay.", "“We bake,”"])]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ode Lind, 61, a farmer, said it rained.", "Ode Lind, 61, a farmer,"),
        ("Ode Lind, however, said it rained.", "Ode Lind"),
        ("“It rains,” said Ode Lind, the mayor of Ghent.", "Ode Lind, the mayor of Ghent"),
    ],
)
def test_the_comma_of_an_apposition_is_the_sources(text: str, source: str) -> None:
    """A source with an apposition before its cue has the comma that closes it, as in PolNeAR."""
    assert [one for _, one, _, _ in rows(text)] == [source]


def test_phrases_in_marks_are_no_statements() -> None:
    """Scare quotes, titles of works, nicknames and terms are quotations without being statements."""
    assert rows('The "wonder drug" of the film "Rain" cost Jim "Bo" Hale ten pounds.') == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Police said Roe told them that it rained.", "that it rained"),
        ("“The police told us that the road was closed,” Ode said.", "that the road was closed"),
    ],
)
def test_nesting(text: str, inner: str) -> None:
    """A statement inside the content of another says in which."""
    outer, nested = attributions(text)
    assert outer.within is None
    assert nested.within == 0
    assert [text[start:end] for start, end in nested.content] == [inner]


def test_no_statement_is_found_twice() -> None:
    """What stands in no other statement's content is not also found as standing within one."""
    text = (
        "The strike ended when the previous minister promised a review of working hours by the end of 2017."
    )
    found = rows(text)
    assert len(found) == len({(source, cue, *content) for _, source, cue, content in found}) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Er sprach lange. „Wir haben dafür einfach kein Geld mehr“, erklärte er den „Freunden“ zuletzt.",
            "„Wir haben dafür einfach kein Geld mehr“",
        ),
        ("“我们将于周五重新开放港口，”港口主任在“新闻”发布会上说。", "“我们将于周五重新开放港口，”"),
        ("港長は火曜日に「金曜日に港を再開する予定です」と述べた。", "「金曜日に港を再開する予定です」"),
    ],
)
def test_another_language(text: str, content: str) -> None:
    """Sentences in marks are statements without cue and source where the reporting words are not known."""
    assert rows(text, english=False) == [("direct", "", "", [content])]


def test_confidence_is_higher_for_plain_quotations() -> None:
    """A quotation with a verb of saying is surer than a view that nobody in particular holds."""
    plain, vague = attributions('"It pours here," Ode said. The ferry is expected to sail.')
    assert 0 <= vague.confidence < plain.confidence <= 1


def test_a_paragraph_without_words_counts_for_nothing() -> None:
    """A paragraph of characters that are nothing to the model does not shift the ones behind it."""
    text = "\u200b\n\n“It pours in Ghent,” Ode said.\n\n“We stay at home then.”\n\nIt cleared."
    ((_, source, _, content),) = rows(text)
    assert source == "Ode"
    assert content == ["“It pours in Ghent,”", "“We stay at home then.”"]


WORDS = [
    "Ode", "the mayor", "he", "who", "said", "told", "claims", "that", "it rained", "according to", ",", ".",
    "\n", "\n\n", '"', "“", "”", "'", "‘", "’", "''", "„", "«", "»", ":", ";", "—", "?", "!", "(", ")",
    "and", "but", "praised", "calling", "asked", "to", "on Monday", "while", "police", "says", "as", "with",
    "was expected to", "her claim that", "went on to say", "\u200b",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text(text: str) -> None:
    """Whatever the text: extents lie in it, none of an attribution overlap, and nesting points elsewhere."""
    found = attributions(text)
    for number, one in enumerate(found):
        extents = sorted(one.content + one.cue + one.source)
        assert all(0 <= start < end <= len(text) for start, end in extents)
        assert all(a[1] <= b[0] for a, b in pairwise(extents))
        assert one.content
        assert one.within is None or (one.within < len(found) and one.within != number)


@pytest.mark.parametrize(
    "unit",
    ["Bo said that ", "who said, ", '"a b c d e," he said. ', '" the he of', "the x, said ", 'He said "a. '],
)
def test_texts_without_end(unit: str) -> None:
    """A line of megabytes that never ends its sentence goes through in linear time."""
    attributions(unit * 2_000)
