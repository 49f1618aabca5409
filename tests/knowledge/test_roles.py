import pytest

from onrecord.knowledge.roles import EXCLUSIVE, SECTORS, WEIGHT, role_of


@pytest.mark.parametrize(
    ("title", "country", "role"),
    [
        ("President of the French Republic", "FRA", "head_of_state"),
        ("President of Chile", "CHL", "head_of_state"),
        ("King of Jordan", "JOR", "head_of_state"),
        ("President of the National Assembly", "FRA", "speaker"),
        ("President of the European Commission", "EUR", "chief"),
        ("President of the Supreme Court", "ISR", "judge"),
        ("Vice President of the United States", "USA", "vice_head_of_state"),
        ("Federal Chancellor of Germany", "DEU", "head_of_government"),
        ("Chancellor of the Exchequer", "GBR", "finance_minister"),
        ("Prime Minister of Japan", "JPN", "head_of_government"),
        ("Deputy Prime Minister of Japan", "JPN", "deputy_head_of_government"),
        ("Taoiseach", "IRL", "head_of_government"),
        ("Lord President of the Council", "GBR", "minister"),
        ("Secretary of State", "USA", "foreign_minister"),
        ("Secretary of State of Colorado", "USA", "other"),
        ("Secretary of War", "USA", "defence_minister"),
        ("Deputy Secretary of the Treasury", "USA", "deputy_minister"),
        ("Attorney General", "USA", "justice_minister"),
        ("Secretary of State for Defence", "GBR", "defence_minister"),
        ("Home Secretary", "GBR", "interior_minister"),
        ("Secretary of State for Digital Affairs", "FRA", "deputy_minister"),
        ("Minister for Europe and Foreign Affairs", "FRA", "foreign_minister"),
        ("Deputy Minister of Foreign Affairs", "RUS", "deputy_minister"),
        ("Minister of Justice", "POL", "justice_minister"),
        ("Minister of Defence Production", "PAK", "minister"),
        ("Minister of Internal Affairs", "RUS", "interior_minister"),
        ("Permanent Representative to the United Nations", "RUS", "ambassador_un"),
        ("Ambassador to France", "DEU", "ambassador"),
        ("Governor of the Bank of England", "GBR", "central_banker"),
        ("Governor of Kharkiv Oblast", "UKR", "governor"),
        ("Chief of the General Staff", "RUS", "military_chief"),
        ("Downing Street Chief of Staff", "GBR", "other"),
        ("Director of the CIA", "USA", "intelligence_chief"),
        ("White House Press Secretary", "USA", "spokesperson"),
        ("National Security Advisor", "USA", "security_adviser"),
        ("Leader of the Labour Party", "GBR", "party_leader"),
        ("Leader of the Opposition", "GBR", "opposition_leader"),
        ("Supreme Leader of Iran", "IRN", "head_of_state"),
        ("President of Iran", "IRN", "head_of_government"),
        ("Member of the Bundestag", "DEU", "legislator"),
        ("Secretary-General of NATO", "IGO", "chief"),
        ("Mayor of London", "GBR", "mayor"),
        ("Acting President", "KOR", "head_of_state"),
        ("", "", "other"),
    ],
)
def test_role_of_a_title(title: str, country: str, role: str) -> None:
    """A title's role is read from its words, and from the country where that changes their meaning."""
    assert role_of(title, country) == role


def test_every_role_has_sectors_and_a_weight() -> None:
    """The tables of roles are complete."""
    assert set(SECTORS) == set(WEIGHT)
    assert set(SECTORS) > EXCLUSIVE


@pytest.mark.parametrize(
    ("title", "country", "role"),
    [
        ("President of Guinea-Bissau", "GNB", "head_of_state"),
        ("Secretary of National Security and Defense Council of Ukraine", "UKR", "security_adviser"),
        ("Minister of the Ministry of Finance", "FIN", "minister"),
        ("Second Minister of Defence", "BRN", "minister"),
        ("Minister of Finance II", "MYS", "minister"),
        ("Minister Assisting the Prime Minister of Australia", "AUS", "deputy_minister"),
    ],
)
def test_titles_beside_the_first_office(title: str, country: str, role: str) -> None:
    """Second ministers, assistants and councils' secretaries are not those whose words their titles have."""
    assert role_of(title, country) == role
