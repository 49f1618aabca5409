import pytest

from onrecord.knowledge.agencies import find_agency


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("AP", "Associated Press"),
        ("the AP", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("REUTERS", "Reuters"),
        ("AFP", "Agence France-Presse"),
        ("agence france-presse", "Agence France-Presse"),
        ("PA", "PA Media"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("DPA", "Deutsche Presse-Agentur"),
        ("XINHUA", "Xinhua News Agency"),
    ],
)
def test_agency_by_printed_name(printed: str, name: str) -> None:
    """An agency is found under the forms that datelines and credits print."""
    found = find_agency(printed)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("word", ["pa", "Ap", "trend", "map", "tap", "petra", "", "Nobody's Agency"])
def test_english_words_are_no_agencies(word: str) -> None:
    """Words that only look like an abbreviation match none."""
    assert find_agency(word) is None
