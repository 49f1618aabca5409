"""How many were killed, injured or arrested, and how large a crowd was."""

import time

import pytest

from onrecord.analysis.events.sizes import number_of, sizes_of


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("12", 12),
        ("1,200", 1_200),
        ("1,200,000", 1_200_000),
        ("2.5 million", 2_500_000),
        ("3 million", 3_000_000),
        ("40 thousand", 40_000),
        ("one", 1),
        ("Seventeen", 17),
        ("forty-two", 42),
        ("forty two", 42),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("one thousand two hundred", 1_200),
        ("two hundred thousand", 200_000),
        ("half a million", 500_000),
        ("a thousand", 1_000),
        ("1.5 billion", 1_500_000_000),
    ],
)
def test_numbers_are_read(words: str, number: int) -> None:
    """Digits, words and both together are one number."""
    assert number_of(words) == number


@pytest.mark.parametrize("words", ["", "several", "dozens", "2.5", "twelfth", "hundreds", "a few"])
def test_what_is_no_whole_number_is_none(words: str) -> None:
    """Words that tell no number, and fractions, are none."""
    assert number_of(words) is None


@pytest.mark.parametrize(
    ("sentence", "dead"),
    [
        ("A blast at the mill killed 12 people.", 12),
        ("The flood of shells killed at least 1,200 villagers.", 1_200),
        ("Raiders shot dead about a dozen herders near Halden.", 12),
        ("Twelve people were killed in Halden.", 12),
        ("Twelve may have died in Halden.", 12),
        ("Forty-two miners have been shot dead since May.", 42),
        ("Two hundred and fifty civilians died in the siege.", 250),
        ("The raid left nine dead.", 9),
        ("The shelling claimed two dozen lives.", 24),
        ("The rebels executed as many as 30 of their prisoners.", 30),
        ("The strike on the port killed half a dozen dockers.", 6),
        ("Twelve people, including two children, were killed.", 12),
        ("Gunmen killed three, and 12 were injured.", 3),
        ("Twelve injured, three killed in Halden.", 3),
        ("Between 30 and 40 farmers were killed.", 30),
        ("The blast killed 30 to 40 farmers.", 30),
        ("The death toll rose to 61 on Friday.", 61),
        ("Two of the 40 guards were killed.", 2),
        ("The famine war killed 2.5 million people.", 2_500_000),
        ("Militiamen hacked 15 people to death.", 15),
        ("Police are looking into the killing of three nurses.", 3),
    ],
)
def test_the_dead_of_an_assault(sentence: str, dead: int) -> None:
    """The number that stands with a word of killing is that of the dead."""
    assert sizes_of("ASSAULT", sentence)["dead"] == dead


@pytest.mark.parametrize(
    "sentence",
    [
        "General Brandt was killed in 2019.",
        "In 2019 soldiers killed herders near Halden.",
        "On 3 May soldiers killed herders near Halden.",
        "On May 3 soldiers killed herders near Halden.",
        "Two gunmen killed a guard at the mill.",
        "Thieves killed the guard and took $5 million.",
        "The guard was killed 20 kilometres from Halden.",
        "The guard was killed 3.5 kilometres from Halden.",
        "Raiders killed 40 sheep and three cows.",
        "Raiders killed 12-year-old Mira Lund.",
        "A boy of twelve died in the blast.",
        "Jan Vos, 54, was killed at the mill.",
        "No one was killed in the blast.",
        "Not one guard was killed.",
        "The rebels have not killed 12 hostages, their chief said.",
        "Dozens were killed and hundreds hurt.",
        "Three villages where people were killed lie in ashes.",
        "Five soldiers said that herders were killed.",
        "The herders were killed by two gunmen.",
        "The guard was killed two hours after the shift began.",
        "The F-16 killed herders near Halden.",
        "Troops killed herders.",
    ],
)
def test_nothing_is_made_up(sentence: str) -> None:
    """Years, days, ages, distances, money, beasts and those who did it are no dead; nor is what is denied."""
    assert sizes_of("ASSAULT", sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "sizes"),
    [
        ("The blast killed 12 and wounded 30.", {"dead": 12, "injured": 30}),
        ("The blast killed twelve people, injuring forty-two others.", {"dead": 12, "injured": 42}),
        ("Three were killed and at least 12 injured.", {"dead": 3, "injured": 12}),
        ("Nine guards were hurt.", {"injured": 9}),
    ],
)
def test_dead_and_injured_are_kept_apart(sentence: str, sizes: dict[str, int]) -> None:
    """Each number goes with its own word."""
    assert sizes_of("ASSAULT", sentence) == sizes


@pytest.mark.parametrize(
    ("sentence", "arrested"),
    [
        ("Police arrested more than 300 people.", 300),
        ("Police in Halden detained a dozen marchers.", 12),
        ("Four editors were taken into custody.", 4),
        ("Eleven men are being held in Halden.", 11),
        ("The army is holding 70 villagers.", 70),
        ("Some 400 people have been locked up.", 400),
        ("The arrest of nine students angered Halden.", 9),
        ("The raids ended with 61 arrests.", 61),
        ("Officers took 3,000 people into custody.", 3_000),
        ("Forty were rounded up overnight.", 40),
    ],
)
def test_the_arrested(sentence: str, arrested: int) -> None:
    """The number that stands with a word of arresting is that of the arrested."""
    assert sizes_of("COERCE", sentence) == {"arrested": arrested}


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers held 3 hours of talks.",
        "The ministers held three rounds of talks.",
        "The union held two rallies and was banned.",
        "Two rallies were held in Halden.",
        "Police arrested the editor in 2019.",
        "Police arrested 12-year-old Mira Lund.",
        "Customs officers detained three ships.",
        "The port charged 40 crowns a crate.",
        "Two officers arrested the editor.",
        "No one was arrested.",
    ],
)
def test_what_was_held_is_not_always_somebody(sentence: str) -> None:
    """Talks, rallies and ships are held and nobody is arrested by it; nor are years and ages arrests."""
    assert sizes_of("COERCE", sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "crowd"),
    [
        ("Some 4,000 demonstrators marched through Halden.", 4_000),
        ("A crowd of about 300 gathered outside the mill.", 300),
        ("Two thousand nurses walked out on Monday.", 2_000),
        ("Half a million people filled the squares.", 500_000),
        ("2.5 million workers downed tools.", 2_500_000),
        ("Two dozen fishermen's wives chained themselves to the gate.", 24),
        ("About 2000 students marched.", 2_000),
        ("Up to 900 novices and laymen took to the streets.", 900),
        ("A walkout by 600 porters shut the port.", 600),
        ("Two to three thousand miners rallied.", 2_000),
    ],
)
def test_crowds(sentence: str, crowd: int) -> None:
    """The number of those who protest is the crowd's."""
    assert sizes_of("PROTEST", sentence).get("crowd") == crowd


@pytest.mark.parametrize(
    "sentence",
    [
        "Three students marched through Halden.",
        "In 2019 students marched through Halden.",
        "Students in Halden, a town of 40,000 people, marched.",
        "A $5 million plan for workers brought nurses out.",
        "After 20 days of marches workers went home.",
        "Thousands of people marched.",
        "Nurses marched 12 miles to Halden.",
    ],
)
def test_what_is_no_crowd(sentence: str) -> None:
    """Handfuls, years, inhabitants, money, days and miles are no crowd; "thousands" is no number."""
    assert sizes_of("PROTEST", sentence) == {}


def test_a_protest_has_its_crowd_beside_what_befell_it() -> None:
    """Those killed, injured or arrested at a protest are not taken for its crowd."""
    assert sizes_of("PROTEST", "Police arrested 30 people as 4,000 workers marched.") == {
        "arrested": 30,
        "crowd": 4_000,
    }
    assert sizes_of("PROTEST", "Troops killed 12 protesters and wounded 40 more.") == {
        "dead": 12,
        "injured": 40,
    }


def test_only_types_that_have_sizes_have_them() -> None:
    """An assault has no crowd and no arrests, an arrest no dead, talks nothing."""
    sentence = "Police killed 12, arrested 30 and scattered 4,000 marchers."
    assert sizes_of("ASSAULT", sentence) == {"dead": 12}
    assert sizes_of("COERCE", sentence) == {"arrested": 30}
    assert sizes_of("CONSULT", sentence) == {}


def test_a_very_long_sentence_is_read_in_linear_time() -> None:
    """Twice the numbers take about twice as long."""

    def seconds(count: int) -> float:
        sentence = "In 2019 the 40 men of no. 12 met two people " * count
        start = time.process_time()
        sizes_of("PROTEST", sentence)
        return time.process_time() - start

    seconds(5)
    assert seconds(160) < 8 * seconds(40) + 0.1
