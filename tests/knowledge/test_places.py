import pytest

from onrecord.knowledge.places import find_place, place


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("KYIV, Ukraine", ("Kyiv", "UKR")),
        ("Kiev", ("Kyiv", "UKR")),
        ("Springfield, Ill.", ("Springfield", "USA")),
        ("WASHINGTON", ("Washington", "USA")),
        ("NEW DELHI", ("New Delhi", "IND")),
        ("St. Petersburg", ("Saint Petersburg", "RUS")),
        ("ST. PETERSBURG, Fla.", ("St. Petersburg", "USA")),
        ("Paris, Texas", ("Paris", "USA")),
        ("London, Ontario", ("London", "CAN")),
        ("GENEVA", ("Genève", "CHE")),
        ("SAO PAULO", ("São Paulo", "BRA")),
        ("N’DJAMENA", ("N'Djamena", "TCD")),
        ("Texas", ("Texas", "USA")),
    ],
)
def test_datelines(printed: str, expected: tuple[str, str]) -> None:
    """A dateline's place is found whatever its case, accents, spelling or the region behind a comma."""
    found = find_place(printed)
    assert found is not None
    assert (found.name, found.country) == expected


def test_region_narrows_down() -> None:
    """Of many Springfields the state's own is taken, and none where the state has none."""
    found = find_place("Springfield, Ill.")
    assert found is not None
    assert found.region == "IL"
    assert find_place("Reykjavik, Texas") is None


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Birmingham", None, "GBR"),
        ("Birmingham", "USA", "USA"),
        ("Tripoli", None, "LBY"),
        ("Tripoli", "LBN", "LBN"),
        ("Paris", "USA", "FRA"),
        ("Moscow", "USA", "RUS"),
    ],
)
def test_near_prefers_a_country(name: str, near: str | None, country: str) -> None:
    """`near` decides between likely places, and never against a world city."""
    found = find_place(name, near=near)
    assert found is not None
    assert found.country == country


def test_place_by_id() -> None:
    """An entity id gives its place with coordinates; an unknown one gives none."""
    petersburg = place("e:geo498817")
    assert petersburg is not None
    assert (petersburg.geonames, petersburg.lat, petersburg.lon) == (498817, 59.94, 30.31)
    assert place("e:geo1") is None
    assert place("e:x1") is None


@pytest.mark.parametrize("name", ["", ",", "Nowhere-upon-Nothing", "\x00", "Kyiv, France"])
def test_no_place(name: str) -> None:
    """What is no place gives none."""
    assert find_place(name) is None
