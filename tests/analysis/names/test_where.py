"""Which of many places a name means, and where that is."""

import time

import pytest

import onrecord
from onrecord.analysis.names.containers import areas_after
from onrecord.record import Entity, Record


def place_of(text: str, name: str) -> Entity:
    """The entity of the first mention of a name."""
    return _entity(onrecord.read(text, as_is=True), name)


def _entity(record: Record, name: str) -> Entity:
    mention = next(mention for mention in record.mentions if mention.text == name)
    return next(entity for entity in record.entities if entity.id == mention.entity)


def is_near(entity: Entity, lat: float, lon: float) -> bool:
    """Whether a place has coordinates within about half a degree."""
    if entity.lat is None or entity.lon is None:
        return False
    return abs(entity.lat - lat) < 0.5 and abs(entity.lon - lon) < 0.5


@pytest.mark.parametrize(
    ("text", "name", "point"),
    [
        ("A barn burned down in Paris, Texas, on Monday.", "Paris", (33.7, -95.6)),
        ("A barn burned down in Paris on Monday.", "Paris", (48.9, 2.35)),
        ("The mill in Birmingham, Ala., was sold.", "Birmingham", (33.5, -86.8)),
        ("The mill in Birmingham was sold, the council said.", "Birmingham", (52.5, -1.9)),
        ("Shells fell on Tripoli in northern Lebanon.", "Tripoli", (34.4, 35.8)),
        ("Rain fell in Tripoli. Libya had asked for none.", "Tripoli", (32.9, 13.2)),
        ("The ferry left the Spanish port of Cartagena at dawn.", "Cartagena", (37.6, -1.0)),
        ("The ferry left Cartagena. Colombia counts its dead.", "Cartagena", (10.4, -75.5)),
        ("Police searched a farm in Hamilton, New Zealand.", "Hamilton", (-37.8, 175.3)),
        ("A fire broke out in Woodbridge, Suffolk, overnight.", "Woodbridge", (52.1, 1.3)),
    ],
)
def test_what_a_place_lies_in_decides(text: str, name: str, point: tuple[float, float]) -> None:
    """A state or country that stands with a name tells which place is meant; without one, size does."""
    assert is_near(place_of(text, name), *point)


def test_one_mention_speaks_for_all() -> None:
    """Where one mention says which place it is, the others of the name are the same place."""
    text = "Fire crews came from Paris. It is the third fire in Paris, Texas, this year."
    assert place_of(text, "Paris").country == "USA"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Australia's farmers met in Orange on Friday. Sydney and Canberra sent nobody.", "Orange", "AUS"),
        ("Farmers met in Salem on Friday. Oregon's governor came from Portland.", "Salem", "USA"),
        ("The minister flew to Valencia. Spain's king was in Madrid and Alicante.", "Valencia", "ESP"),
        ("The minister flew to Valencia. Venezuela's leader was in Caracas.", "Valencia", "VEN"),
        ("A strike closed the docks in Perth. Scotland's ports, Dundee's too, stay shut.", "Perth", "GBR"),
    ],
)
def test_the_article_decides(text: str, name: str, country: str) -> None:
    """The countries, states and other places of the article tell which of several places is meant."""
    assert place_of(text, name).country == country


def test_georgia_is_a_state_where_the_article_is_about_states() -> None:
    """A country's name is a state's in an article about its neighbours, and the country's elsewhere."""
    state = place_of("Voters in Georgia, Florida, Alabama and Ohio went to the polls in the US.", "Georgia")
    assert (state.kind, state.country) == ("place", "USA")
    country = place_of("Troops from Russia crossed into Georgia, and Tbilisi protested.", "Georgia")
    assert (country.kind, country.country) == ("country", "GEO")


def test_an_unsure_choice_names_the_others() -> None:
    """Without a hint the likelier place is taken, less surely, and the other ones are its candidates."""
    text = "Two men were held in Springfield on Sunday, police said."
    record = onrecord.read(text, as_is=True)
    entity = _entity(record, "Springfield")
    assert entity.lat is not None
    assert len(entity.candidates) > 1
    assert all(candidate.entity.kind == "place" for candidate in entity.candidates)
    mention = next(mention for mention in record.mentions if mention.text == "Springfield")
    sure = onrecord.read("Two men were held in Springfield, Illinois, on Sunday, police said.", as_is=True)
    assert mention.confidence < next(m for m in sure.mentions if m.text == "Springfield").confidence


@pytest.mark.parametrize("name", ["Europe", "Asia", "the Middle East"])
def test_a_continent_has_no_point(name: str) -> None:
    """What is wider than a country is put nowhere, though towns may bear its name."""
    record = onrecord.read(f"Prices rose across {name} in May.", as_is=True)
    assert all(entity.lat is None for entity in record.entities)


def test_a_place_in_no_gazetteer_stays_without_coordinates() -> None:
    """An unknown town of a named country is not put into a namesake's country."""
    record = onrecord.read("Rebels took the Syrian town of Babylonia Novissima at dawn.", as_is=True)
    assert all(entity.lat is None for entity in record.entities)


def test_regions_have_their_precision() -> None:
    """A state, province or county is a region, a town a city."""
    text = "Snow closed roads in Kent and Yorkshire, and in Bavaria. Trains stood still in Munich."
    record = onrecord.read(text, as_is=True)
    assert _entity(record, "Kent").precision == "region"
    assert _entity(record, "Bavaria").precision == "region"
    assert _entity(record, "Munich").precision == "city"


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("X, Texas, said", ((("USA", "TX"),), True)),
        ("X, Ala., said", ((("USA", "AL"),), True)),
        ("X in northern Syria.", ((("SYR", ""),), False)),
        ("X, in the west of it", ((), False)),
        ("X said", ((), False)),
        ("X, Moreover, it", ((), False)),
    ],
)
def test_areas_after_a_name(text: str, areas: tuple[tuple[tuple[str, str], ...], bool]) -> None:
    """What follows a name after a comma or "in" is read as the area that it lies in, if it is one."""
    assert areas_after(text, 1) == areas


@pytest.mark.parametrize("company", ["Harlow Inc", "Sefton Data Corp", "Quill & Pike Ltd"])
def test_the_town_of_a_company_is_a_place(company: str) -> None:
    """The town behind a company's name is no part of the name."""
    record = onrecord.read(f"{company} of Boston said it would buy a mill.", as_is=True)
    assert _entity(record, company).kind == "organisation"
    assert is_near(_entity(record, "Boston"), 42.36, -71.06)


def test_many_names_take_little_time() -> None:
    """A text of some hundred ambiguous names is placed in a moment."""
    text = "He went from Springfield to Richmond, and on to Salem, Hamilton and San Jose. " * 60
    onrecord.read("Rain fell in Springfield.", as_is=True)
    begun = time.perf_counter()
    onrecord.read(text, as_is=True)
    assert time.perf_counter() - begun < 3
