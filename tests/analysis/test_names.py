"""Who and what an article mentions."""

import pytest

from onrecord.analysis.names import resolve
from onrecord.analysis.parts import Names
from onrecord.analysis.tokens import tokenise
from onrecord.record import Entity, Mention


def names_in(text: str, *, title: str | None = None, near: str | None = None) -> Names:
    """The names of a text without statements."""
    return resolve(tokenise(text), (), title=title, dateline_place=near)


def mentioned(names: Names) -> list[tuple[str, str, str]]:
    """Text, entity name and form of each mention."""
    by_id = {entity.id: entity for entity in names.entities}
    return [(mention.text, by_id[mention.entity].name, mention.form) for mention in names.mentions]


def people(names: Names) -> list[Entity]:
    """The persons, in order of first mention."""
    return [entity for entity in names.entities if entity.kind == "person"]


@pytest.mark.parametrize(
    ("text", "span", "name"),
    [
        ("In May President Karl Brandt resigned.", "President Karl Brandt", "Karl Brandt"),
        (
            "Then Finnish Prime Minister Aino Virtanen left.",
            "Finnish Prime Minister Aino Virtanen",
            "Aino Virtanen",
        ),
        ("A letter from Dr. Peter J. Holm arrived.", "Dr. Peter J. Holm", "Peter J. Holm"),
        ("She met Ursula van der Meer there.", "Ursula van der Meer", "Ursula van der Meer"),
        ("It was Ahmed al-Rashid who won.", "Ahmed al-Rashid", "Ahmed al-Rashid"),
        ("They saw Jean-Paul Mercier’s car.", "Jean-Paul Mercier", "Jean-Paul Mercier"),
        ("Then Robert Stone Jr. spoke.", "Robert Stone Jr.", "Robert Stone"),
        ("But Maria O'Leary had gone.", "Maria O'Leary", "Maria O'Leary"),
        ("On Tuesday Martin Keller came.", "Martin Keller", "Martin Keller"),
        ("Former Secretary of State Helen Marsh came.", "Secretary of State Helen Marsh", "Helen Marsh"),
        ("White House Chief of Staff Anna Hall left.", "White House Chief of Staff Anna Hall", "Anna Hall"),
        ("Virginia Gov. Thomas Bell came.", "Virginia Gov. Thomas Bell", "Thomas Bell"),
        ("Rights lawyer Anna Hall came.", "Anna Hall", "Anna Hall"),
        ("Then Abdelhak Ben Salem spoke.", "Abdelhak Ben Salem", "Abdelhak Ben Salem"),
        ("It was former spokesman Park Ji-hoon.", "Park Ji-hoon", "Park Ji-hoon"),
        ("Chief Inspector Noora Sheikh left.", "Chief Inspector Noora Sheikh", "Noora Sheikh"),
        ("Shopkeeper Ayla Demir ran.", "Shopkeeper Ayla Demir", "Ayla Demir"),
        (
            "European Commission President Ursula Vandenberg came.",
            "European Commission President Ursula Vandenberg",
            "Ursula Vandenberg",
        ),
    ],
)
def test_person_names(text: str, span: str, name: str) -> None:
    """A person's mention covers the title; the name is without it."""
    found = [(mention[0], mention[1]) for mention in mentioned(names_in(text))]
    assert any(printed.endswith(span) and held == name for printed, held in found), found


def test_short_names_join_the_full_one() -> None:
    """Surnames, titles with surnames and first names stand for the full name, also before it."""
    names = names_in(
        "Brandt was late. President Karl Brandt said so. Mr. Brandt left. Karl Brandt's car went."
    )
    assert [person.name for person in people(names)] == ["Karl Brandt"]
    assert len(names.mentions) == 4


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Luis Prado Quispe came. Prado Quispe left.", "Prado Quispe"),
        ("Luis Prado Quispe came. Luis Prado left.", "Luis Prado"),
        ("Eva van der Zwaan came. Then van der Zwaan left.", "van der Zwaan"),
        ("Eva van der Zwaan came. Van der Zwaan left.", "Van der Zwaan"),
        ("Judge Samira Sheikh came. DCI Sheikh left.", "DCI Sheikh"),
    ],
)
def test_parts_of_a_long_name(text: str, short: str) -> None:
    """Parts of a double surname, and surnames with their particles, are the person's mentions."""
    names = names_in(text)
    found = [entry[1] for entry in mentioned(names) if entry[0] == short]
    assert len(people(names)) == 1
    assert found == [people(names)[0].name]


def test_a_plain_surname_before_one_with_a_particle() -> None:
    """A bare surname is of who bears it alone, rather than of who bears it behind a particle."""
    names = names_in("Clara Rocha met Hugo da Rocha. Rocha left.")
    assert mentioned(names)[-1] == ("Rocha", "Clara Rocha", "name")


def test_couples_share_a_surname() -> None:
    """A first name joined to a full name has its surname."""
    names = names_in("Robert and Helen Ashdown came. Mr Ashdown smiled; Mrs Ashdown sang.")
    assert [entry[:2] for entry in mentioned(names)] == [
        ("Robert", "Robert Ashdown"),
        ("Helen Ashdown", "Helen Ashdown"),
        ("Mr Ashdown", "Robert Ashdown"),
        ("Mrs Ashdown", "Helen Ashdown"),
    ]


def test_two_of_one_surname_stay_two() -> None:
    """Different first names are different people; "Mrs." tells who a surname means."""
    text = "Laura Benton and Henry Benton ran. Mrs. Benton won. Mr. Benton lost."
    names = names_in(text)
    assert [person.name for person in people(names)] == ["Laura Benton", "Henry Benton"]
    assert [entry[1] for entry in mentioned(names)] == [
        "Laura Benton",
        "Henry Benton",
        "Laura Benton",
        "Henry Benton",
    ]


def test_initials_and_first_names_are_one_person() -> None:
    """An initial and the first name it stands for are one person's."""
    assert len(people(names_in("Jane Corley wrote it. J. Corley signed it."))) == 1


@pytest.mark.parametrize(
    ("text", "entity", "kind"),
    [
        ("The talks in Norway failed.", "e:NOR", "country"),
        ("The talks with the U.S. failed.", "e:USA", "country"),
        ("A plan of the Kremlin leaked.", "e:RUS/gov", "government"),
        ("Aides in Downing Street left.", "e:GBR/gov", "government"),
        ("They met in Geneva today.", "e:geo2660646", "place"),
        ("GENEVA — They met today.", "e:geo2660646", "place"),
        ("Moscow's demands grew.", "e:RUS/gov", "government"),
        ("Moscow's streets were empty.", "e:geo524901", "place"),
        ("Later Warsaw rejected the plan.", "e:POL/gov", "government"),
        ("They accused Budapest of delay.", "e:HUN/gov", "government"),
        ("They flew to Budapest and rejected it.", "e:geo3054643", "place"),
        ("VALENCIA, Spain — It rained.", "e:geo2509954", "place"),
        ("DERRY, N.H., Sept. 9 — It rained.", "e:geo5085374", "place"),
        ("A flight from Moscow landed.", "e:geo524901", "place"),
    ],
)
def test_countries_governments_places(text: str, entity: str, kind: str) -> None:
    """Countries, seats of government and places have ids of their own."""
    found = {found.id: found.kind for found in names_in(text).entities}
    assert found.get(entity) == kind, found


def test_place_entity_has_coordinates() -> None:
    """A place carries its GeoNames number, coordinates and precision."""
    (place,) = names_in("They met in Geneva.").entities
    assert (place.geonames, place.country, place.precision) == (2660646, "CHE", "city")
    assert place.lat == pytest.approx(46.2, abs=0.1)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ministry of Foreign Affairs agreed.", "Ministry of Foreign Affairs"),
        ("The Norwegian Transport Workers Union agreed.", "Norwegian Transport Workers Union"),
        ("He works for the University of Oslo.", "University of Oslo"),
        ("The National Bank agreed.", "National Bank"),
        ("It was NATO that agreed.", "North Atlantic Treaty Organization"),
        ("The Harbour Workers’ Union agreed.", "Harbour Workers’ Union"),
        ("He told The Washington Post so.", "The Washington Post"),
        ("The People Freedom Party agreed.", "People Freedom Party"),
        ("The State Administration for Grain Storage agreed.", "State Administration for Grain Storage"),
        ("Shares in Velmora fell.", "Velmora"),
        ("It was chipmaker Quorvex that fell.", "Quorvex"),
        ("On Monday Quorvex, which makes chips, fell.", "Quorvex"),
        ("A fund bought Brintel Nordau, one of the country's largest banks.", "Brintel Nordau"),
        ("A note by Lunvest founder Carla Diaz fell.", "Lunvest"),
        ("Velmora Holdings fell. Velmora paid.", "Velmora Holdings"),
        ("Quorvex Chief Executive Ann Roe met people from Quorvex.", "Quorvex"),
        ("She works at Goldman Sachs.", "Goldman Sachs"),
        ("Quorvex rose 3 percent.", "Quorvex"),
        ("It was Velmora & Töchter.", "Velmora & Töchter"),
        ("It was in The Globe and Mail.", "The Globe and Mail"),
    ],
)
def test_organisations(text: str, name: str) -> None:
    """Words like Ministry, Union or Bank and acronyms make an organisation."""
    found = [entity.name for entity in names_in(text).entities if entity.kind == "organisation"]
    assert name in found


def test_acronym_joins_its_organisation() -> None:
    """An acronym in brackets, or made of the initials, is the organisation named before."""
    names = names_in(
        "The Northern Fisheries Council (NFC) met. The NFC closed. The World Grain Fund sank; WGF paid."
    )
    assert [entity.name for entity in names.entities] == ["Northern Fisheries Council", "World Grain Fund"]


@pytest.mark.parametrize(
    "text",
    [
        "However, it rained on Monday in May.",
        "Meanwhile the Internet was down. But They Stayed.",
        "Experts disagree. Voters wait. It's over.",
        "The Cold War ended. Super Tuesday came.",
        "LOWER QUARRY (Wire) — It rained in the Winter Garden.",
        "Veteran Republicans and most Millennials wept.",
        "The film “Winter Orchard” won.",
        "Shares in Velmora fell. Velmora Nord rose.",
    ],
)
def test_capitals_that_are_no_names(text: str) -> None:
    """Sentence openers, days, months and common capitalised words are no persons."""
    assert people(names_in(text)) == []


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("President Igor Volkov came. The Kremlin leader smiled.", "The Kremlin leader", "Igor Volkov"),
        ("Foreign Minister Eva Lund and Mayor Tom Berg met. The mayor left.", "The mayor", "Tom Berg"),
        ("Ann Roe, the governor of Utah, came. The governor sat.", "The governor", "Ann Roe"),
        ("Pope Marcellus spoke. The pontiff smiled.", "The pontiff", "Marcellus"),
        ("King Olav came. The Palace said the king slept.", "the king", "Olav"),
        (
            "Prime Minister Eva Lund met Trade Minister Tom Berg. The minister left.",
            "The minister",
            "Tom Berg",
        ),
        ("Eva Lund, 31, won. The 31-year-old wept.", "The 31-year-old", "Eva Lund"),
        ("Tom Berg won. The Irishman wept.", "The Irishman", "Tom Berg"),
        ("Sgt Tom Berg came. The officer left.", "The officer", "Tom Berg"),
    ],
)
def test_descriptions(text: str, phrase: str, name: str) -> None:
    """A description stands for the one person introduced whom it fits."""
    assert (phrase, name, "nominal") in mentioned(names_in(text))


def test_another_bearer_of_the_role() -> None:
    """The previous minister is not the minister who has been named."""
    names = names_in("Foreign Minister Eva Lund spoke. The previous minister left.")
    assert all(form != "nominal" for _, _, form in mentioned(names))


def test_description_that_fits_two_is_nobody() -> None:
    """Where two ministers have been named, "the minister" is neither."""
    names = names_in("Foreign Minister Eva Lund met Finance Minister Olaf Dahl. The minister left.")
    assert all(form != "nominal" for _, _, form in mentioned(names))


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Anna Roth met Peter Lang. He left early.", "He", "Peter Lang"),
        ("Anna Roth met Peter Lang. She left early.", "She", "Anna Roth"),
        ("Ms. Ekwueme sued. Her lawyer won.", "Her", "Ekwueme"),
        ("Spokeswoman Tam Oduya came. Then she left.", "she", "Tam Oduya"),
        ("Pope Benno met Tom Berg. Berg wept. The pontiff smiled. He left.", "He", "Benno"),
    ],
)
def test_pronouns(text: str, pronoun: str, name: str) -> None:
    """He and she go to the nearest person of that gender, told by first name, title or role."""
    assert (pronoun, name, "pronoun") in mentioned(names_in(text))


def test_two_sides() -> None:
    """Two countries are the two last named together, not the nearest two."""
    names = names_in("Talks between Iran and Iraq in Oman went well. The two countries agreed.")
    (pair,) = [entity for entity in names.entities if entity.kind == "group"]
    assert pair.members == ("e:IRN", "e:IRQ")


def test_spans_and_ids_hold() -> None:
    """Each mention's text is its span, mentions do not overlap, ids count in order of first mention."""
    text = "In Oslo Mr. Vik met Foreign Minister Eva Lund. “She is right,” Vik said of the Labour Party."
    names = names_in(text)
    last = 0
    for mention in names.mentions:
        assert isinstance(mention, Mention)
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= last
        last = mention.end
    numbered = [entity.id for entity in names.entities if entity.id.startswith("e:x")]
    assert numbered == [f"e:x{number}" for number in range(1, len(numbered) + 1)]
    assert {mention.entity for mention in names.mentions} <= {entity.id for entity in names.entities}


def test_country_and_sector_of_a_title() -> None:
    """A title says for whom somebody governs; a club's president does not govern."""
    president, other = people(names_in("Polish President Jan Nowak met chess club president Ewa Lis."))
    assert (president.country, president.sectors) == ("POL", ("GOV",))
    assert other.sectors == ()


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Finance Minister Ann Roe came.", "Finance Minister"),
        ("It was special prosecutor Ann Roe.", "special prosecutor"),
        ("Ann Roe, a former teacher, came.", "a former teacher"),
        ("Ann Roe, 44, the mayor of Utrecht, came.", "the mayor of Utrecht"),
        ("Ann Roe, who leads the Harbour Workers' Union, came.", "who leads the Harbour Workers' Union"),
        ("Its chairwoman, Ann Roe, came.", "chairwoman"),
        ("The prince told the envoy, Ann Roe, to go.", "envoy"),
        ("His mother Ann Roe came.", "mother"),
        ("Ms. Ann Roe came.", None),
        ("Ann Roe, 44, told the doctor that she slept.", None),
        ("Ann Roe, whose son is a doctor, came.", None),
    ],
)
def test_description_of_a_person(text: str, description: str | None) -> None:
    """A title, an apposition or a clause of office describes a person; other clauses do not."""
    (person, *_) = people(names_in(text))
    assert person.description == description


def test_country_of_an_owner() -> None:
    """The country that a role belongs to, is the person's, also by its seat of government."""
    minister, speaker = people(
        names_in("Germany's foreign minister, Jan Kohl, met Kremlin spokesman Igor Volkov.")
    )
    assert (minister.country, minister.sectors, speaker.country) == ("DEU", ("GOV",), "RUS")


def test_two_gentlemen_are_those_named_before() -> None:
    """A title for several is nobody's name, and says nothing of what they do."""
    found = people(names_in("Karl Brandt met Luis Prado. Neither Messrs. Brandt nor Prado left."))
    assert [(person.name, person.description) for person in found] == [
        ("Karl Brandt", None),
        ("Luis Prado", None),
    ]


def test_a_state_that_is_called_like_a_country_is_none() -> None:
    """Who speaks for New Jersey is not Jersey's."""
    (person,) = people(names_in("Ann Roe, a spokeswoman for the ports of New Jersey, came."))
    assert person.country is None


@pytest.mark.parametrize(
    "text", ["", "\n\n", "…", "A", "Mr.", "THE", "\x00Karl\x00", "O’", "’s", "Anna " * 50]
)
def test_odd_text(text: str) -> None:
    """Nothing makes it fail."""
    names_in(text)


@pytest.mark.parametrize(
    "unit", ["A", "Anna ", "the minister ", "he ", "Mr. Brandt said. ", "X's ", "the two sides "]
)
def test_time_grows_with_the_length(unit: str) -> None:
    """A long line takes time in proportion: ten times the text at most some twenty times as long."""
    import time  # noqa: PLC0415

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        tokens = tokenise(text)
        start = time.process_time()
        resolve(tokens, (), title=None, dateline_place=None)
        return time.process_time() - start

    short, long = seconds(20_000), seconds(200_000)
    assert long < 25 * max(short, 0.01)
