import pytest

from onrecord.knowledge.first_names import gender_of


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Vladimir", "m"),
        ("Angela", "f"),
        ("JOSÉ", "m"),
        ("Yulia", "f"),
        ("Andrea", None),
        ("Xyzzy", None),
        ("", None),
    ],
)
def test_gender(name: str, gender: str | None) -> None:
    """One-sided first names have a gender, shared and unknown ones none."""
    assert gender_of(name) == gender
