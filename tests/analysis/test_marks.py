import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.marks import find_quotations
from onrecord.analysis.parts import Quotation
from onrecord.analysis.tokens import tokenise


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text."""
    return find_quotations(tokenise(text))


def outer(text: str) -> list[str]:
    """The outer quotations as strings, the pieces of one joined by a bar."""
    return ["|".join(text[s:e] for s, e in q.pieces) for q in quotations(text) if q.level == 0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"Yes," she said. "No."', ['"Yes,"', '"No."']),
        ("“Yes,” she said. “No.”", ["“Yes,”", "“No.”"]),
        ('"Yes,” she said. “No."', ['"Yes,”', '“No."']),
        ("”Hej”, sa hon.", ["”Hej”"]),
        ("« Oui », dit-elle. «Non».", ["« Oui »", "«Non»"]),
        ("»Ja«, sagte sie. ›Nein‹.", ["»Ja«", "›Nein‹"]),
        ("„Ja“, sagte sie, „nein”.", ["„Ja“", "„nein”"]),
        ("‚Ja‘, sagte sie.", ["‚Ja‘"]),
        ("「はい」と言った", ["「はい」"]),
        ("''Yes,'' she said. ``No.''", ["''Yes,''", "``No.''"]),
        ('""Yes,"" she said.', ['""Yes,""']),
        ('"I went [to Rome] (by rail)," she said.', ['"I went [to Rome] (by rail),"']),
        ('She said,"Yes,"and left.', ['"Yes,"']),
        ('" Yes ," she said.', ['" Yes ,"']),
        ('He—"no"—left ("maybe")', ['"no"', '"maybe"']),
        ('"... and then" it rained', ['"... and then"']),
    ],
)
def test_pairs_of_every_kind(text: str, found: list[str]) -> None:
    """Straight, curly, mixed, angled, low and doubled marks pair, whatever touches them."""
    assert outer(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("'I can't go,' he said. 'It's late.'", ["'I can't go,'", "'It's late.'"]),
        ("'The players' union is angry,' he said.", ["'The players' union is angry,'"]),
        ("the so-called 'gang bosses' were there", ["'gang bosses'"]),
        ("‘The Jones’ house is ours,’ he said.", ["‘The Jones’ house is ours,’"]),
        ("'I was goin' home,' he said.", ["'I was goin' home,'"]),
        ("'Cause of O'Neil, the players' fans' songs of the '90s", []),
        ("’Tis rock ’n’ roll of the ‘80s, don’t ask ’em", []),
        ('He is 5\' 10" tall and ran 3\' 20" with a 12" ruler', []),
        ('"The 12" ruler is mine," he said.', ['"The 12" ruler is mine,"']),
        ('born "in 1984" and not "in 1985", he', ['"in 1984"', '"in 1985"']),
        ("a stray \" mark and a ' mark", []),
        ('a mark" that closes nothing', []),
    ],
)
def test_apostrophes_and_measures(text: str, found: list[str]) -> None:
    """Apostrophes, elisions, feet, inches, minutes and seconds are no quotation marks."""
    assert outer(text) == found


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("“She told me ‘go’ twice,” he said.", [("“She told me ‘go’ twice,”", 0), ("‘go’", 1)]),
        ("'He shouted \"go\" twice,' she said.", [("'He shouted \"go\" twice,'", 0), ('"go"', 1)]),
        ('"She called it "odd" and left," he said.', [('"She called it "odd" and left,"', 0), ('"odd"', 1)]),
        ("''I saw 'Carmen''' she said", [("''I saw 'Carmen'''", 0), ("'Carmen'", 1)]),
        ("“I said ‘he cried “no” twice’ there.”", [
            ("“I said ‘he cried “no” twice’ there.”", 0), ("‘he cried “no” twice’", 1), ("“no”", 2)]),
    ],
)  # fmt: skip
def test_nesting(text: str, levels: list[tuple[str, int]]) -> None:
    """Quotations inside quotations have their level, in other marks or in the same."""
    assert [(text[q.pieces[0][0] : q.pieces[-1][1]], q.level) for q in quotations(text)] == levels


@pytest.mark.parametrize(("first", "last"), [("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»")])
def test_long_quotation(first: str, last: str) -> None:
    """One that every paragraph opens anew and only the last closes is one quotation of several pieces."""
    text = f"He said: {first}One day.\n\n{first}Two days.\n\n{first}Three,{last} and left."
    (quotation,) = quotations(text)
    assert quotation.closed
    assert [text[s:e] for s, e in quotation.pieces] == [
        f"{first}One day.",
        f"{first}Two days.",
        f"{first}Three,{last}",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"It rained all day.\n\nThe "next" one.', [('"It rained all day.', False), ('"next"', True)]),
        ('"It rained, she said.\n\n"It did," he said.', [('"It rained,', False), ('"It did,"', True)]),
        ('"It rained. "It did," he said.', [('"It rained.', False), ('"It did,"', True)]),
        ('"Hello there.\n\n"Good day.\n\nThey left.', [('"Hello there.', False), ('"Good day.', False)]),
        ("'A lone mark.\n\nNext.", []),
    ],
)
def test_missing_closing_mark(text: str, found: list[tuple[str, bool]]) -> None:
    """A quotation that never closes ends with its paragraph or before the next, and spoils nothing after."""
    assert [(text[q.pieces[0][0] : q.pieces[-1][1]], q.closed) for q in quotations(text)] == found


@given(st.text(alphabet="\"'“”‘’„‚«»‹›`「」ab1 .,-—(\n", max_size=80))
def test_any_marks(text: str) -> None:
    """Whatever the marks: pieces lie in the text and in order, and quotations nest as their levels say."""
    found = quotations(text)
    assert [q.pieces[0] for q in found] == sorted((q.pieces[0] for q in found), key=lambda piece: piece[0])
    around: list[Quotation] = []
    for quotation in found:
        assert all(0 <= s < e <= len(text) for s, e in quotation.pieces)
        assert list(quotation.pieces) == sorted(quotation.pieces)
        start, end = quotation.pieces[0][0], quotation.pieces[-1][1]
        around = [q for q in around if q.pieces[-1][1] > start]
        assert quotation.level == len(around)
        assert all(q.pieces[0][0] <= start and end <= q.pieces[-1][1] for q in around)
        around.append(quotation)


@pytest.mark.parametrize("unit", ['" ', 'a"', ' "a', "“a ", " 'a", "x' ", ' "a «b', '"a\n\n', '"', "''"])
def test_stray_marks_without_end(unit: str) -> None:
    """A hundred thousand stray marks on a line are paired in linear time."""
    find_quotations(tokenise("a" + unit * 100_000))
