import pytest

from onrecord.knowledge.names import skeleton, surnames, turned, without_titles


@pytest.mark.parametrize(
    "spellings",
    [
        ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi", "Зеленський", "Зеленский"],
        ["Lukashenko", "Lukashenka", "Лукашенко", "Lukašenka"],
        ["Mohammed", "Muhammad", "Mohamed", "Mohamad"],
        ["Abdel Fattah al-Sisi", "Abdelfattah El-Sisi", "Abdul Fattah al-Sisi", "Abd al-Fattah al-Sisi"],
        ["Bashar al-Assad", "Bashar Assad", "Bashar al Assad"],
        ["Moon Jae-in", "Moon Jae In", "Moon Jaein"],
        ["Yevgeny Prigozhin", "Evgeny Prigozhin", "Евгений Пригожин"],
        ["Hussein", "Hussain", "Husayn", "Hossein"],
        ["Thaçi", "Thaci"],
        ["Nausėda", "Nauseda"],
        ["Vučić", "Vucic", "Вучић"],
        ["Khrushchev", "Хрущёв"],
    ],
)
def test_spellings_of_one_name(spellings: list[str]) -> None:
    """Transliterations of one name have one skeleton."""
    assert len({skeleton(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Volodymyr", "Vladimir"), ("Putin", "Putina"), ("Mahmoud", "Mohammed"), ("Navalny", "Navalnaya")],
)
def test_names_that_stay_two(one: str, other: str) -> None:
    """Names that only look alike keep skeletons of their own."""
    assert skeleton(one) != skeleton(other)


def test_other_scripts_are_kept() -> None:
    """A name in Chinese script is its own skeleton; no name has none."""
    assert skeleton("习近平") == "习近平"
    assert skeleton("") == ""


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Sir Keir Starmer", "Keir Starmer"),
        ("Baroness Catherine Ashton", "Catherine Ashton"),
        ("Dr. S. Jaishankar", "S. Jaishankar"),
        ("Lord Davies of Oldham", "Davies of Oldham"),
        ("Baroness Ashton", "Baroness Ashton"),
    ],
)
def test_titles_go(printed: str, plain: str) -> None:
    """Titles before a name go, unless nothing but one word would be left of a lord's."""
    assert without_titles(printed) == plain


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("Xi Jinping", "CHN", "Xi"),
        ("Ursula von der Leyen", "DEU", "von der Leyen"),
        ("Mohammed bin Salman", "SAU", "bin Salman"),
        ("Andrés Manuel López Obrador", "MEX", "López Obrador"),
        ("Boris Johnson", "GBR", "Johnson"),
    ],
)
def test_surnames(name: str, country: str, found: str) -> None:
    """A second mention's form of a name is among its surnames."""
    assert found in surnames(name, country)


def test_family_names_before_and_after() -> None:
    """Names are turned round where both orders are printed, and nowhere else."""
    assert turned("Moon Jae-in", "KOR") == "Jae-in Moon"
    assert turned("Shinzo Abe", "JPN") == "Abe Shinzo"
    assert turned("Boris Johnson", "GBR") is None
