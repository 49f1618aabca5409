import pytest

from onrecord.reading.boilerplate import drop_reason
from onrecord.record import DropReason


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Support The Norland Post!", "donation"),
        ("Become a member of The Norland Post!", "donation"),
        ("Support our independent journalism", "donation"),
        ("Please donate today.", "donation"),
        ("You’re reading this for free because 900 readers pay for it.", "donation"),
        ("Sign up for our morning briefing", "newsletter"),
        ("Get the day's news in your inbox", "newsletter"),
        ("By signing up, you agree to our terms.", "newsletter"),
        ("Subscribe to The Norland Post", "subscription"),
        ("Already a subscriber? Log in", "subscription"),
        ("To read the full story, please log in.", "subscription"),
        ("Share this article", "share"),
        ("Facebook | Twitter | WhatsApp", "share"),
        ("Listen to this article", "share"),
        ("5 min read", "share"),
        ("Follow us on Facebook", "social"),
        ("Follow Hanna Vik on Twitter @hannavik", "social"),
        ("Do you have a story to tell? Write to news@example.org", "social"),
        ("Read more: Ferry runs aground", "read-more"),
        ("READ ALSO: Ferry runs aground", "read-more"),
        ("Click here to see the map", "read-more"),
        ("Story continues below", "read-more"),
        ("Lesen Sie auch: Die Brücke", "read-more"),
        ("Related stories", "related"),
        ("Most read in Sport", "related"),
        ("Tags: harbour, strike", "related"),
        ("You may also like", "related"),
        ("Home > News > Harbour", "navigation"),
        ("Advertisement", "advertisement"),
        ("ADVERTISEMENT - CONTINUE READING BELOW", "advertisement"),
        ("Join the conversation", "comment"),
        ("What do you think? Have your say below", "comment"),
        ("© 2024 Norland Media. All rights reserved.", "copyright"),
        ("This story was originally published by The Example.", "copyright"),
        ("We use cookies to improve your visit.", "cookie"),
        ("Spotted an error? Tell the editors", "correction-policy"),
        ("This article was amended on 3 May to correct a name.", "correction-policy"),
        ("Courtesy photo", "caption"),
        ("* * *", "other"),
        ("———", "other"),
    ],
)
def test_furniture_is_known_by_what_it_says(line: str, why: DropReason) -> None:
    """Lines that any publisher prints around an article are told apart by their wording."""
    assert drop_reason(line) == why


@pytest.mark.parametrize(
    "line",
    [
        "Support for the plan fell in May.",
        "Supporters of the plan marched through Bergen.",
        "Donations rose by a third, the charity said.",
        "Share prices fell 3 percent on Monday.",
        "More than 20 people died in the storm.",
        "Most people read about it in the papers.",
        "Read a page a day, the teacher told them.",
        "Follow-up talks are planned for June.",
        "Like many others, he left the island.",
        "Get tested early, officials said.",
        "Give peace a chance, the banner read.",
        "Sign language was used throughout.",
        "By entering the race, she split the vote.",
        "Comments by the minister angered many.",
        "Watch groups say otherwise.",
        "Join hands, the priest told them.",
        "Related charges were dropped in March.",
        "Advertising revenue fell, the company said.",
        "Copyright law will be reviewed, he said.",
        "This report was read to parliament on Monday.",
        "Cookies and cake were served.",
        "For all of them the visit was the first.",
        "“Support us,” the mayor begged.",
        '"Subscribe to this view and you are lost," he said.',
        "Q: Will the bridge open?",
        "The road ahead",
        "",
    ],
)
def test_sentences_that_begin_alike_stay(line: str) -> None:
    """Running text and sub-headings are no furniture, whatever word they begin with."""
    assert drop_reason(line) is None


def test_long_paragraphs_are_never_furniture() -> None:
    """No rule reaches a long paragraph, and none takes long over it."""
    assert drop_reason("Support our journalism. " * 50) is None
    assert drop_reason("read more " * 200_000) is None


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe or sink was the message that many owners took from the sale.",
        "Watch: that was the one word that the captain sent, according to the ministry.",
        "Share it with nobody, the minister told his aides.",
        "Click here and you lose your savings: so the fraud worked.",
        "Subscribe to a newspaper? Few of the young in Vikmouth do.",
        "Loading the ship took two days.",
        "Sponsored by the king, the expedition left in May.",
        "In this section of the town, no house has water.",
        "Already registered voters need do nothing.",
        "Have you got a story? With these words she greets her guests.",
        "Tel: the word means hill in Arabic.",
        "“Sign up for the militia,” the poster said.",
        "Support the Harbour Workers of the Northern Coast",
    ],
)
def test_what_tells_of_something_past_stays(line: str) -> None:
    """A whole sentence that reports is the article's, whatever its first words."""
    assert drop_reason(line) is None


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Media contact: Siri Alm, press@harbour.example, +00 555 0100", "social"),
        ("Do you have an opinion on this article? Send us a letter.", "social"),
        ("Page 2 of 3 « Previous Next »", "navigation"),
        ("Support The Norland Gazette", "donation"),
        ("Help us stay independent", "donation"),
        ("Read in app", "navigation"),
        ("Have a tip? Write to our desk.", "social"),
    ],
)
def test_more_lines_of_furniture(line: str, why: DropReason) -> None:
    """Contacts of a release, invitations to write, the pages of a long article, a donation without a bang."""
    assert drop_reason(line) == why
