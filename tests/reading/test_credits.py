import pytest

from onrecord.reading.credits import caption_credits, is_caption, read_credit


@pytest.mark.parametrize(
    ("line", "agencies", "contributors"),
    [
        ("AFP contributed reporting.", ["AFP"], []),
        ("The Associated Press contributed to this report.", ["Associated Press"], []),
        ("AP and Reuters contributed to this story", ["AP", "Reuters"], []),
        ("Hanna Vik contributed reporting from Bergen.", [], ["Hanna Vik"]),
        (
            "—Associated Press writer Hanna Vik in Oslo contributed to this report.",
            ["Associated Press"],
            ["Hanna Vik"],
        ),
        ("Vik reported from Oslo. Per Dahl contributed from Bergen.", [], ["Per Dahl"]),
        ("Reporting by Hanna Vik in Oslo; Editing by Per Dahl", [], ["Hanna Vik", "Per Dahl"]),
        (
            "(Reporting by Hanna Vik and Per Dahl; Editing by Liv Moe)",
            [],
            ["Hanna Vik", "Per Dahl", "Liv Moe"],
        ),
        ("Additional reporting by Hanna Vik", [], ["Hanna Vik"]),
        ("(With inputs from PTI)", ["PTI"], []),
        ("With files from The Canadian Press and Hanna Vik", ["Canadian Press"], ["Hanna Vik"]),
        ("with AFP", ["AFP"], []),
        ("-- AP", ["AP"], []),
        ("(PTI)", ["PTI"], []),
        ("Source: Reuters", ["Reuters"], []),
        ("Reuters, AFP", ["Reuters", "AFP"], []),
        ("With agency inputs", ["agency inputs"], []),
    ],
)
def test_credit_lines_name_agencies_and_contributors(
    line: str, agencies: list[str], contributors: list[str]
) -> None:
    """A line that only says who else made the report gives each of them, as printed."""
    found = read_credit(line)
    assert [credit.name for credit in found if credit.kind == "agency"] == agencies
    assert [credit.name for credit in found if credit.kind == "contributor"] == contributors
    assert all(credit.text == line for credit in found)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Photo: Hanna Vik", "Hanna Vik"),
        ("(Photo by Hanna Vik/Getty Images)", "Hanna Vik/Getty Images"),
        ("Photo courtesy of the Harbour Museum", "the Harbour Museum"),
        ("Hanna Vik / AFP", "Hanna Vik / AFP"),
        ("[Hanna Vik/Reuters]", "Hanna Vik/Reuters"),
        ("AP Photo/Hanna Vik", "AP Photo/Hanna Vik"),
        ("Getty Images", "Getty Images"),
        ("© Hanna Vik", "Hanna Vik"),
        ("ministry.example.org", "ministry.example.org"),
        ("Handout via Reuters", "Handout via Reuters"),
        ("Press Service of the Governor of Norland", "Press Service of the Governor of Norland"),
    ],
)
def test_picture_credits_between_title_and_body(line: str, name: str) -> None:
    """A line under the headline that names whose picture it is, in the many forms that it has."""
    assert [(credit.kind, credit.name) for credit in read_credit(line, heading=True)] == [("photo", name)]


@pytest.mark.parametrize(
    "line",
    [
        "The minister contributed to this report.",
        "Reuters has contributed much to the growth of the town.",
        "With Reuters, the company signed a deal on Monday.",
        "Water and shelter will be provided.",
        "Miners Look For Gold In The North",
        "The search for a missing boat goes on",
        "Labour's old support takes stock",
        "Economy/Business",
        "He said the editing of the letter was done by hand, and that he had seen it.",
        "The reporting by the two papers was wrong, the court found.",
    ],
)
def test_sentences_and_headlines_are_no_credits(line: str) -> None:
    """What merely speaks of reports, agencies or pictures stays in the text."""
    assert read_credit(line) == ()


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("A boat leaves Bergen on Tuesday. (AP Photo/Hanna Vik)", "AP Photo/Hanna Vik"),
        ("A boat leaves Bergen. Photo: Hanna Vik", "Hanna Vik"),
        ("A boat leaves Bergen. Hanna Vik/Reuters", "Hanna Vik/Reuters"),
        ("A boat leaves Bergen © Hanna Vik/The Example Post", "Hanna Vik/The Example Post"),
        (
            "FILE PHOTO: A boat leaves, May 3, 2024. REUTERS/Hanna Vik/File Photo",
            "REUTERS/Hanna Vik/File Photo",
        ),
        ("A boat leaves Bergen.", None),
        ("Hanna Vik speaks (pictured left).", None),
    ],
)
def test_credit_at_the_end_of_a_caption(caption: str, name: str | None) -> None:
    """The picture's owner is taken from the caption's end, and from nowhere else."""
    assert [credit.name for credit in caption_credits(caption)] == ([name] if name else [])


def test_only_labelled_or_bracketed_owners_make_a_line_a_caption() -> None:
    """A sentence with a picture credit behind it is a caption; a plain sentence is not."""
    assert is_caption("The new bridge at noon. Photo: Hanna Vik")
    assert is_caption("The new bridge at noon. (Hanna Vik/AFP)")
    assert not is_caption("She sent a photo by mail to the mayor.")
    assert not is_caption("The bridge is new (it opened in May).")


def test_long_lines_are_read_at_once() -> None:
    """Lines made to trip patterns up cost no more than others."""
    for piece in ("A. ", "By ", "and ", "Photo ", "reported from A. ", "contributed "):
        assert isinstance(read_credit(piece * (320 // len(piece)), heading=True), tuple)
        assert read_credit(piece * 100_000) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Ida Moe (AFP)", "Ida Moe/X", "Facebook / Hanna Vik", "t.me/vikmouth", "Vikmouth Police Department",
        "Wikimedia Commons (CC BY-SA 4.0)", "Ida Moe, CC BY 2.0",
    ],
)  # fmt: skip
def test_owners_by_network_licence_and_office(line: str) -> None:
    """A picture's owner may be an account, an office or whoever chose a free licence; as printed."""
    assert [(credit.kind, credit.name) for credit in read_credit(line, heading=True)] == [("photo", line)]


def test_courtesy_of_what_is_nobody() -> None:
    """A sentence that begins as a courtesy line does is text."""
    assert read_credit("Facebook / Instagram", heading=True) == ()
    assert read_credit("Courtesy of the weather, the festival lost half its visitors.") == ()
