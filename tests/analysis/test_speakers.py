"""Who speaks: the voice behind each attribution."""

import pytest

from onrecord.analysis.names import resolve
from onrecord.analysis.parts import Attribution, Names, Voice
from onrecord.analysis.tokens import tokenise
from onrecord.record import Entity


def voices(marked: str) -> tuple[Names, dict[str, Entity]]:
    """The names of a text whose sources stand in [square] and contents in {curly} brackets, in pairs."""
    text = ""
    sources: list[tuple[int, int]] = []
    contents: list[tuple[int, int]] = []
    for character in marked:
        if character in "[{":
            (sources if character == "[" else contents).append((len(text), len(text)))
        elif character in "]}":
            spans = sources if character == "]" else contents
            spans[-1] = (spans[-1][0], len(text))
        else:
            text += character
    attributions = [
        Attribution(content=(content,), cue=(), source=(source,), type="indirect", confidence=1.0)
        for source, content in zip(sources, contents, strict=True)
    ]
    names = resolve(tokenise(text), attributions, title=None, dateline_place=None)
    return names, {entity.id: entity for entity in names.entities}


def speakers(marked: str) -> list[str]:
    """The names of the last attribution's speakers."""
    names, by_id = voices(marked)
    return [by_id[speaker].name for speaker in names.voices[-1].speakers]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[President Karl Brandt] said {it was over}.", ["Karl Brandt"]),
        ("Karl Brandt came. {“It is over,”} [Brandt] said.", ["Karl Brandt"]),
        ("Karl Brandt came. {“It is over,”} [he] said.", ["Karl Brandt"]),
        ("{It is over}, said [Ann Roe, a former adviser to Mr. Brandt].", ["Ann Roe"]),
        ("{It is over}, said [the bank's chief economist, Ann Roe].", ["Ann Roe"]),
        ("{It is over}, said [Peter Lang of the University of Oslo].", ["Peter Lang"]),
        (
            "[Ann Roe, Peter Lang and other experts] said {it is over}.",
            ["Ann Roe", "Peter Lang", "other experts"],
        ),
        (
            "[some traders, as well as Polish President Jan Nowak,] said {it rose}.",
            ["some traders", "Jan Nowak"],
        ),
        ("[Russian officials] said {it was over}.", ["Russian officials"]),
        ("[The Foreign Ministry] met. [The ministry] said {no}. {x}", ["Foreign Ministry"]),
        ("[Moscow] said {it would go on}.", ["Government of Russia"]),
        ("[The Kremlin] said {it would go on}.", ["Government of Russia"]),
        ("[France] said {it would go on}.", ["France"]),
        ("Ann Roe, [who] said {it was over}, left.", ["Ann Roe"]),
        ("Those were doctors [who] said {it was over}.", ["doctors"]),
        ("[Reuters] reported that {it was over}.", ["Reuters"]),
        ("{It is over}, according to [a report by the World Bank].", ["World Bank"]),
        ("[Mr. Brandt's campaign] said {it was over}.", ["Mr. Brandt's campaign"]),
        ("[Two aides] left. [They] said {it was over}. {x}", ["Two aides"]),
        ("{It is over}, said [one of them, engineer Ann Roe].", ["Ann Roe"]),
        ("[The two leading candidates each] said {they had won}.", ["two leading candidates"]),
        ("Ann Roe of Ohio, [who] said {it was over}, left.", ["Ann Roe"]),
        ("{It is over}, said [Ann Roe, who praised Peter Lang, and for good reason].", ["Ann Roe"]),
        ("[The Dutch company] said {profits rose}.", ["Dutch company"]),
        ("[Greek and Turkish mediators] said {no}.", ["Greek and Turkish mediators"]),
        ("[Current and former officials] said {no}.", ["Current and former officials"]),
        ("[Two sisters accused of theft] said {no}.", ["Two sisters"]),
        ("[His ex-wife, Ann Roe,] said {no}.", ["Ann Roe"]),
        ("King Olav left. [The king himself] said {no}.", ["Olav"]),
        ("Ann Roe came. [A woman outside] said {that it rained}. {“No,”} [she] said.", ["woman"]),
        ("[a spokesman for the port] said {no}.", ["spokesman for the port"]),
        ("The European Commission met. [Brussels] said {no}.", ["European Union"]),
        ("[Hedge fund Lunvest Partners] said {no}.", ["Lunvest Partners"]),
        ("[Netflix] said {no}.", ["Netflix"]),
        ("[A spokeswoman for the company, Anneke Dorst,] said {no}.", ["Anneke Dorst"]),
        ("Ann Roe came. [One former aide] said {it fell}. {“No,”} [she] said.", ["One former aide"]),
        ("[a Foreign Ministry source] said {no}.", ["Foreign Ministry source"]),
        ("[the presidency] said {no}.", ["presidency"]),
        ("[A diplomat in the Gulf] said {no}.", ["diplomat in the Gulf"]),
        ("[World Kayaking] said {no}.", ["World Kayaking"]),
        ("[The Palace] said {no}.", ["Palace"]),
        ("[Ann Roe of Selwick] said {no}.", ["Ann Roe"]),
    ],
)
def test_speakers(marked: str, expected: list[str]) -> None:
    """The source's head is the speaker; what hangs on it is not; a list is all of its members."""
    assert speakers(marked) == expected


@pytest.mark.parametrize(
    ("marked", "country", "sectors"),
    [
        ("[Russian officials] said {so}.", "RUS", ("GOV",)),
        ("[a spokesman who asked not to be named] said {so}.", None, ()),
        ("[A senior U.S. diplomat] said {so}.", "USA", ("GOV",)),
        ("[French police officers] said {so}.", "FRA", ("COP",)),
        ("[Some observers] said {so}.", None, ()),
        ("[lawmakers in Japan] said {so}.", "JPN", ("LEG",)),
        ("[One of the officials] said {so}.", None, ("GOV",)),
    ],
)
def test_unnamed_sources(marked: str, country: str | None, sectors: tuple[str, ...]) -> None:
    """Unnamed sources are groups, with the country and sector that the words give."""
    names, by_id = voices(marked)
    voice = names.voices[0]
    assert voice.unnamed
    group = by_id[voice.speakers[0]]
    assert (group.kind, group.unnamed, group.country, group.sectors) == ("group", True, country, sectors)


@pytest.mark.parametrize(
    "marked",
    ["[Ann Roe] said {so}.", "[The ministry] said {so}.", "[NATO] said {so}.", "[The Moravists] said {so}."],
)
def test_named_sources_are_not_unnamed(marked: str) -> None:
    """Persons and organisations, also in small letters, are no unnamed sources."""
    assert not voices(marked)[0].voices[0].unnamed


def test_a_source_of_a_possessive_alone() -> None:
    """A source that is but a stray ending, of a damaged text, is nobody and stops nothing."""
    names, _ = voices("It rained. ['s] said {so}.")
    assert len(names.voices) == 1


def test_any_unnamed_makes_the_voice_unnamed() -> None:
    """One unnamed speaker among named ones is enough."""
    names, _ = voices("[some traders, as well as President Jan Nowak,] said {it rose}.")
    assert names.voices[0].unnamed


def test_who_is_quoted_about_somebody_is_not_that_somebody() -> None:
    """He, outside a quotation, is seldom somebody named only inside it."""
    assert speakers("Karl Brandt spoke for hours. {“Peter Lang is wrong,”} [he] said.") == ["Karl Brandt"]


def test_about_is_the_content_without_the_speaker() -> None:
    """`about` lists whom the content mentions, in order, once, and not who speaks."""
    names, by_id = voices("[Ann Roe] said {Norway and Peter Lang owed Ann Roe and Norway a reply}.")
    assert [by_id[entity].name for entity in names.voices[0].about] == ["Norway", "Peter Lang"]


def test_no_source_no_speaker() -> None:
    """An attribution without a source has an empty voice; voices keep the attributions' order."""
    silent = Attribution(content=((0, 5),), cue=(), source=(), type="direct", confidence=1.0)
    spoken = Attribution(content=((0, 5),), cue=(), source=((6, 13),), type="direct", confidence=1.0)
    names = resolve(tokenise("Never Ann Roe said."), [silent, spoken], title=None, dateline_place=None)
    assert names.voices[0] == Voice()
    assert len(names.voices[1].speakers) == 1


def test_i_inside_a_statement_is_its_speaker() -> None:
    """I, in a statement inside another's is who speaks around it."""
    text = "“I told them it fails,” Ann Roe said."
    outer = Attribution(content=((0, 23),), cue=(), source=((24, 31),), type="direct", confidence=1.0)
    inner = Attribution(
        content=((13, 21),), cue=(), source=((1, 2),), type="indirect", confidence=1.0, within=0
    )
    names = resolve(tokenise(text), [outer, inner], title=None, dateline_place=None)
    assert names.voices[1].speakers == names.voices[0].speakers
    assert len(names.voices[1].speakers) == 1


def test_the_same_group_again() -> None:
    """Officials with "the" are those spoken of before."""
    names, _ = voices("[Russian officials] said {so}. Then [the officials] said {more}.")
    assert names.voices[0].speakers == names.voices[1].speakers


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "The Blue Harbour Bank raised its rate, a help for Italy. [It] said {it would go on}.",
            "Blue Harbour Bank",
        ),
        ("Norway closed the strait. [It] said {the ships were safe}.", "Norway"),
        ("The storm hit ships off the coast of Norway. [It] said {the ships were safe}.", None),
    ],
)
def test_what_it_stands_for(marked: str, expected: str | None) -> None:
    """A body comes before a country, and a country that is but a place or a topic is not meant."""
    assert speakers(marked) == ([expected] if expected else [])
