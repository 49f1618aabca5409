import pytest

from onrecord.knowledge.countries import country, find_capital, find_country, find_country_form, find_metonym


@pytest.mark.parametrize(
    ("word", "iso3", "form"),
    [
        ("Russia", "RUS", "name"),
        ("RUSSIA", "RUS", "name"),
        ("Russian", "RUS", "adjective"),
        ("the U.K.", "GBR", "name"),
        ("US", "USA", "name"),
        ("American", "USA", "adjective"),
        ("Palestinians", "PSE", "people"),
        ("South Korean", "KOR", "adjective"),
        ("Congolese", "COD", "adjective"),
        ("Ivory Coast", "CIV", "name"),
        ("Danes", "DNK", "people"),
        ("the Netherlands", "NLD", "name"),
    ],
)
def test_country_words(word: str, iso3: str, form: str) -> None:
    """Names, adjectives and peoples give their country and say which of these they are."""
    found = find_country_form(word)
    assert found is not None
    assert (found[0].iso3, found[1]) == (iso3, form)


@pytest.mark.parametrize("word", ["us", "turkey", "polish", "Atlantis", ""])
def test_words_that_are_no_countries(word: str) -> None:
    """Case counts: the pronoun, the bird and the verb are no countries."""
    assert find_country(word) is None


@pytest.mark.parametrize(
    ("text", "government"),
    [("the Kremlin", "e:RUS/gov"), ("Downing Street", "e:GBR/gov"), ("The White House", "e:USA/gov")],
)
def test_metonyms(text: str, government: str) -> None:
    """A seat of power stands for its government."""
    found = find_metonym(text)
    assert found is not None
    assert found.id == government


def test_no_metonym() -> None:
    """An ordinary palace or a word in small letters is no metonym."""
    assert find_metonym("the kremlin") is None
    assert find_metonym("Presidential Palace") is None


def test_capitals_and_codes() -> None:
    """A capital in any case gives its country; a code gives its ids."""
    capital = find_capital("WASHINGTON")
    assert capital is not None
    assert capital.iso3 == "USA"
    ukraine = country("UKR")
    assert ukraine is not None
    assert (ukraine.id, ukraine.government, ukraine.capital) == ("e:UKR", "e:UKR/gov", "Kyiv")
