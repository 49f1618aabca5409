"""Whom "I", "we" and "you" mean."""

import time

import pytest

from onrecord.analysis.marks import find_quotations
from onrecord.analysis.names import resolve
from onrecord.analysis.names.first_person import _Answers
from onrecord.analysis.parts import Attribution, Names
from onrecord.analysis.tokens import tokenise

INTERVIEW = (
    "Ann Roe builds boats in Bergen. Roe spoke about her work.\n\nWhen did you begin?\n\nI began at ten.\n\n"
    "Did you like it?\n\nWe all did. My brother helped.\n\nWhat will you build next?\n\nI do not know."
)


def names_in(text: str, source: str = "", content: str = "", byline: tuple[str, ...] = ()) -> Names:
    """The names of a text with one statement, whose parts are found in it."""
    tokens = tokenise(text)
    spans = [(text.index(part), text.index(part) + len(part)) for part in (source, content) if part]
    pairs = [(spans[0], spans[1])] if source else []
    said = [
        Attribution(content=(said,), cue=(), source=(who,), type="direct", confidence=1.0)
        for who, said in pairs
    ]
    marks = find_quotations(tokens)
    return resolve(tokens, said, title=None, dateline_place=None, quotations=marks, byline=byline)


def meant(names: Names) -> list[tuple[str, str]]:
    """The pronouns with the names of whom they mean."""
    by_id = {entity.id: entity.name for entity in names.entities}
    return [(mention.text, by_id[mention.entity]) for mention in names.mentions if mention.form == "pronoun"]


def test_who_is_quoted() -> None:
    """Within a quotation "I" is who speaks, and "we" those with the speaker."""
    names = names_in(
        'Ann Roe left. "I am tired and we lost," Roe said.', "Roe said"[:3], '"I am tired and we lost,"'
    )
    assert meant(names) == [("I", "Ann Roe"), ("we", "Ann Roe and others")]
    assert [entity.members for entity in names.entities if entity.kind == "group"] == [("e:x1",)]


def test_a_body_speaks_for_itself() -> None:
    """An organisation's "we" is the organisation."""
    text = 'The Harbour Bank lost. "We regret it," the Harbour Bank said.'
    names = names_in(text, "the Harbour Bank", '"We regret it,"')
    assert meant(names) == [("We", "Harbour Bank")]


def test_who_writes() -> None:
    """Outside quotations "I" is the author, by name where the byline has one."""
    assert meant(names_in("The ferry was late. I waited.", byline=("Ann Roe",))) == [("I", "Ann Roe")]
    assert meant(names_in("The ferry was late. I waited.")) == [("I", "the author")]
    assert meant(names_in("The ferry was late. I waited.", byline=("Ann Roe", "Jo Lee"))) == []


def test_interview() -> None:
    """In questions and answers "you" and "I" are the person whom the opening is about."""
    found = meant(names_in(INTERVIEW))
    assert [pair for pair in found if pair[0].lower() in {"you", "i", "my"}] == [
        ("you", "Ann Roe"), ("I", "Ann Roe"), ("you", "Ann Roe"), ("My", "Ann Roe"), ("you", "Ann Roe"),
        ("I", "Ann Roe"),
    ]  # fmt: skip
    assert ("We", "Ann Roe and others") in found


def test_a_quotation_that_nobody_says() -> None:
    """Where it is not known who speaks, "I" is nobody."""
    assert meant(names_in('A sign hung there: "I love boats."')) == []


@pytest.mark.parametrize(
    "text",
    [
        "It began in World War I and went on.",
        "The crown of Elizabeth I was lost.",
        "Items (i) and (ii) fell.",
    ],
)
def test_a_number_is_nobody(text: str) -> None:
    """The number one is no author."""
    assert meant(names_in(text)) == []


def test_many_pronouns_in_one_line() -> None:
    """A line of many thousand pronouns takes time in proportion to its length."""
    spent = []
    for size in (20_000, 80_000):
        text = "you " * size + "came."
        begun = time.process_time()
        _Answers(text, [(0, len(text))], [])
        spent.append(time.process_time() - begun)
    assert spent[1] < 20 * max(spent[0], 0.001)
