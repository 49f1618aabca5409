"""Who people are in the knowledge on an article's day, and who holds the offices that it describes."""

import pytest

from onrecord.analysis.names import resolve
from onrecord.analysis.tokens import tokenise
from onrecord.record import Entity


def entity_of(text: str, mention: str, *, day: str | None = None, dateline: str | None = None) -> Entity:
    """The entity of the first mention with these characters."""
    names = resolve(tokenise(text), (), title=None, dateline_place=dateline, day=day)
    found = next(one for one in names.mentions if one.text == mention)
    return next(entity for entity in names.entities if entity.id == found.entity)


@pytest.mark.parametrize(
    ("text", "mention", "day", "wikidata"),
    [
        ("Then David Cameron of Britain spoke.", "David Cameron", "2012-06-01", "Q192"),
        ("The British leader, David Cameron, left.", "David Cameron", "2012-06-01", "Q192"),
        ("Volodymyr Zelenskiy left Ukraine.", "Volodymyr Zelenskiy", "2022-05-01", "Q3874799"),
        ("Volodymyr Zelensky left Ukraine.", "Volodymyr Zelensky", "2022-05-01", "Q3874799"),
        ("Russian President Putin left Moscow.", "Russian President Putin", "2015-06-01", "Q7747"),
        ("The French president came.", "The French president", "2020-03-01", "Q3052772"),
        ("The French president came.", "The French president", "2014-03-01", "Q157"),
        ("They met Germany's chancellor in June.", "Germany's chancellor", "2022-06-01", "Q61053"),
    ],
)  # fmt: skip
def test_people_as_of_the_day(text: str, mention: str, day: str, wikidata: str) -> None:
    """Full and short names, spellings and descriptions of an office lead to the person of that day."""
    assert entity_of(text, mention, day=day).wikidata == wikidata


def test_offices_of_the_day() -> None:
    """A person's offices are those held on the article's day."""
    text = "Then David Cameron of Britain spoke."
    held = entity_of(text, "David Cameron", day="2012-06-01")
    after = entity_of(text, "David Cameron", day="2021-06-01")
    assert any("Prime Minister" in office.title for office in held.offices)
    assert held.sectors == ("GOV",)
    assert after.offices == ()
    assert after.sectors == ("ELI",)


@pytest.mark.parametrize(
    "text",
    [
        "The striker Angela Merkelson scored twice in Norway.",
        "Analyst Tony Blairman said so.",
        "The gardener Karl Brandtner of Oslo came.",
    ],
)
def test_nobody_is_made_up(text: str) -> None:
    """Somebody whom the knowledge does not have gets no id of another."""
    names = resolve(tokenise(text), (), title=None, dateline_place=None, day="2015-06-01")
    assert [entity.wikidata for entity in names.entities if entity.kind == "person"] == [None]


def test_unknown_holder() -> None:
    """After the last day that a source vouches for, an office stands for itself, with the last holders."""
    office = entity_of("The French president came.", "The French president", day="2060-03-01")
    assert (office.wikidata, office.unnamed, office.country) == (None, True, "FRA")
    assert office.candidates
    assert all(candidate.confidence < 1 for candidate in office.candidates)


def test_no_day_no_offices() -> None:
    """Without the article's day nothing is said of offices, which may have been others'."""
    entity = entity_of("Then David Cameron of Britain spoke.", "David Cameron")
    assert (entity.wikidata, entity.offices, entity.sectors) == ("Q192", (), ())


def test_counterpart() -> None:
    """The counterpart of a minister holds the same office in the country that is named."""
    text = (
        "Sergey Lavrov, the Russian foreign minister, went to Ankara. He met his Turkish counterpart there."
    )
    assert entity_of(text, "Turkish counterpart", day="2020-03-01").wikidata == "Q249206"


def test_named_after_the_description() -> None:
    """A description that a name follows is that person's, whoever held the office."""
    text = "Germany's chancellor, Jan Kohlhaas, left Berlin. The chancellor was tired."
    assert entity_of(text, "The chancellor", day="2015-06-01").name == "Jan Kohlhaas"


def test_spellings_of_one_person() -> None:
    """Two spellings of one person are one entity."""
    text = "Volodymyr Zelensky, the president of Ukraine, spoke. Volodymyr Zelenskyy left."
    names = resolve(tokenise(text), (), title=None, dateline_place=None, day="2022-05-01")
    people = {mention.entity for mention in names.mentions if "Volodymyr" in mention.text}
    assert people == {"e:Q3874799"}
