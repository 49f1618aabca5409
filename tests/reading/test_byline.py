import pytest

from onrecord.reading.byline import agency_credits, read_byline, read_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Hanna Vik", ("Hanna Vik",)),
        ("BY HANNA VIK AND PER DAHL", ("HANNA VIK", "PER DAHL")),
        ("Mary Smith and John Miller, Staff Writers", ("Mary Smith", "John Miller")),
        ("By Our Correspondent and AP", ("Our Correspondent", "AP")),
        ("by Hanna Vik in Paris", ("Hanna Vik",)),
        ("Hanna Vik, Political Editor", ("Hanna Vik",)),
        ("By Hanna Vik, Associated Press", ("Hanna Vik", "Associated Press")),
        ("By Hanna Vik | Herald Staff", ("Hanna Vik",)),
        ("By Hanna Vik Feb. 19, 2025", ("Hanna Vik",)),
        ("By Hanna Vik, Kyiv", ("Hanna Vik",)),
        ("Written by Hanna van der Vik", ("Hanna van der Vik",)),
        ("By Jean-Luc O'Neill and María Núñez", ("Jean-Luc O'Neill", "María Núñez")),
        ("By Staff Reporter", ("Staff Reporter",)),
        ("Mary Smith", ("Mary Smith",)),
        ("Von Hanna Vik", ("Hanna Vik",)),
    ],
)
def test_bylines_give_names_without_roles_and_places(line: str, names: tuple[str, ...]) -> None:
    """Names as printed; "By", roles, places and dates are taken off."""
    assert read_byline(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By the time he arrived, it was over",
        "By Monday the river had risen",
        "Storm Kills Two",
        "Mary Smith reports",
        "Mayor Focuses on Roads and Bridges",
        "Hanna Vik said no.",
        "“By Hanna Vik”",
        "",
    ],
)
def test_sentences_and_headlines_are_no_bylines(line: str) -> None:
    """Only names and what belongs to them make a byline."""
    assert read_byline(line) == ()


def test_names_in_metadata_are_taken_apart_once() -> None:
    """Lists in one string, repeated names, addresses and degrees."""
    given = ["By Hanna Vik and Per Dahl", "Hanna Vik", "https://example.org/authors/vik", "Liv Moe, PhD"]
    assert read_names(given) == ("Hanna Vik", "Per Dahl", "Liv Moe")


def test_agencies_in_a_byline_are_credits_too() -> None:
    """An agency that signs stays in the byline, and is credited."""
    names = read_byline("By Our Correspondent and AP")
    assert [(credit.kind, credit.name) for credit in agency_credits(names)] == [("agency", "AP")]
