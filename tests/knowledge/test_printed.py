import pytest

from onrecord.knowledge.compile.printed import Printed, plain_name, read_name, shorter


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Ada van STONE", Printed("Ada van Stone")),
        ("- Prime Minister Ada STONE", Printed("Ada Stone", "Prime Minister")),
        ("or Acting Prime Minister Ada STONE", Printed("Ada Stone", "Acting Prime Minister")),
        ("- Chancellor Ada STONE", Printed("Ada Stone", "Chancellor")),
        ('Ada "Dolly" STONE', Printed("Ada Stone", "", ("Dolly Stone",))),
        ("STONE Ada, also spelled STOHN Ada", Printed("Stone Ada", "", ("Stohn Ada",))),
        ("Sheikh ADA Stone", Printed("Ada Stone")),
    ],
)
def test_remnants_of_titles_are_no_part_of_a_name(printed: str, expected: Printed) -> None:
    """Words of a title before a name, nicknames and other spellings are told from the name."""
    assert read_name(printed) == expected


@pytest.mark.parametrize("printed", ["Ada STONE appointed acting prime minister", "Council", ""])
def test_what_is_no_name(printed: str) -> None:
    """Where words of a title stay in a name there is none."""
    assert plain_name(printed) == ""


@pytest.mark.parametrize(
    ("printed", "country", "name"),
    [
        ("Ana STONE Reed", "PER", "Ana Stone"),
        ("Ana Maria STONE Reed", "PER", "Ana Maria Stone"),
        ("Ana STONE REED", "PER", ""),
        ("Ana STONE", "PER", ""),
        ("ANA Stone Reed", "PER", ""),
        ("Ana STONE Reed", "FRA", ""),
    ],
)
def test_spanish_names_without_the_mothers_family(printed: str, country: str, name: str) -> None:
    """Of two family names English prints the first, which the list has in capitals."""
    assert shorter(printed, country) == name
