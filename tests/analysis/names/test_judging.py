"""What a text's names are once the model has been asked too."""

import pytest

from analysis.names.said import names_of
from onrecord.analysis.parts import Names


def found(marked: str, *, by_model: bool = True) -> list[tuple[str, str, str]]:
    """The mentions by name, each with the kind and the name of its entity."""
    _, names = names_of(marked, by_model=by_model)
    return _mentions(names)


def _mentions(names: Names) -> list[tuple[str, str, str]]:
    by_id = {entity.id: entity for entity in names.entities}
    return [
        (mention.text, by_id[mention.entity].kind, by_id[mention.entity].name)
        for mention in names.mentions
        if mention.form in {"name", "metonym"}
    ]


def speaker(marked: str) -> tuple[str, str]:
    """Kind and name of the statement's only speaker."""
    _, names = names_of(marked)
    by_id = {entity.id: entity for entity in names.entities}
    [one] = names.voices[-1].speakers
    return by_id[one].kind, by_id[one].name


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{s|{O|Trelborg}} said {q|profits fell}.", ("organisation", "Trelborg")),
        ("{s|{O|Brightwater Mutual}} said {q|it was off}.", ("organisation", "Brightwater Mutual")),
        ("{s|{P|Oyelaran}} said {q|it was off}.", ("person", "Oyelaran")),
        ("{P|Karl Brandt} left. {s|{P|Brandt}} said {q|it was off}.", ("person", "Karl Brandt")),
        ("{O|Velmora Holdings} fell. {s|{O|Velmora}} said {q|so}.", ("organisation", "Velmora Holdings")),
        ("{s|{P|van der Hoek}} said {q|it was off}.", ("person", "van der Hoek")),
        ("{s|{C|Moscow}} said {q|it would go on}.", ("government", "Government of Russia")),
        ("The {s|{O|Kremlin}} said {q|it would go on}.", ("government", "Government of Russia")),
    ],
)
def test_lone_names_that_speak(marked: str, expected: tuple[str, str]) -> None:
    """A lone name that speaks is what the model says, and the one that is named in full."""
    assert speaker(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("A letter from {P|Oyelaran} came.", [("Oyelaran", "person", "Oyelaran")]),
        ("They love {O|Loup et Rivage} dearly.", [("Loup et Rivage", "organisation", "Loup et Rivage")]),
        ("It was {O|Anna Zuur} that sold it.", [("Anna Zuur", "organisation", "Anna Zuur")]),
        (
            "He met {P|Joao de Souza e Melo} there.",
            [("Joao de Souza e Melo", "person", "Joao de Souza e Melo")],
        ),
        ("Then {P|Will} left.", [("Will", "person", "Will")]),
        ("Patriarch {P|Makarios} slept.", [("Makarios", "person", "Makarios")]),
        ("The road to {L|Quellbrook} is shut.", [("Quellbrook", "place", "Quellbrook")]),
    ],
)
def test_names_that_the_rules_leave_out_or_guess(marked: str, expected: list[tuple[str, str, str]]) -> None:
    """Lone names, names in small letters, names like words and names of no list are what the model says."""
    assert found(marked) == expected


@pytest.mark.parametrize(
    ("marked", "form", "entity"),
    [
        ("{C|Moscow}’s answer to it was no.", "metonym", "e:RUS/gov"),
        ("For {C|Moscow} it was a blow.", "metonym", "e:RUS/gov"),
        ("It rained in {C|Moscow} all day.", "name", "e:geo524901"),
        ("Shops in {L|Moscow} were shut.", "name", "e:geo524901"),
        ("{L|Moscow}’s answer to heat is ice cream.", "name", "e:geo524901"),
        ("Then {L|Moscow} rejected the plan.", "metonym", "e:RUS/gov"),
        ("A plan of the {L|Kremlin} leaked.", "metonym", "e:RUS/gov"),
    ],
)
def test_capitals_that_act(marked: str, form: str, entity: str) -> None:
    """The model tells whether a capital acts, but for what only governments do and for "in"."""
    _, names = names_of(marked)
    assert [(mention.form, mention.entity) for mention in names.mentions] == [(form, entity)]


def test_capital_letters_throughout() -> None:
    """In a headline in capitals only what the model marks is a name."""
    marked = "{O|TRELBORG} SAYS PROFITS FELL AS {P|ANNA ZUUR} QUITS\n\n{P|Zuur} had led {O|Trelborg}."
    assert found(marked) == [
        ("TRELBORG", "organisation", "TRELBORG"),
        ("ANNA ZUUR", "person", "Anna Zuur"),
        ("Zuur", "person", "Anna Zuur"),
        ("Trelborg", "organisation", "TRELBORG"),
    ]


@pytest.mark.parametrize(
    ("marked", "kinds"),
    [("{s|Shopkeepers} said {q|no}.", []), ("{s|{G|Moravists}} said {q|no}.", ["group"])],
)
def test_words_that_name_nobody(marked: str, kinds: list[str]) -> None:
    """What opens a sentence is no name, and a kind of people is nobody in person."""
    assert [kind for _, kind, _ in found(marked)] == kinds


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("Dr. {L|Holm} slept.", "person"),
        ("{L|Norway} slept.", "country"),
        ("{P70|Norway} slept.", "country"),
        ("{P|Norway} slept.", "person"),
        ("{P|Reuters} slept.", "organisation"),
        ("{L60|National Bank} slept.", "organisation"),
        ("{L|National Bank} slept.", "place"),
        ("It was {P60|Anna Zuur} that slept.", "person"),
        ("It was {O60|Anna Zuur} that slept.", "person"),
        ("It was {O60|Brintel Zuur} that slept.", "organisation"),
        ("Shares in {P60|Velmora} fell.", "organisation"),
        ("Shares in {P|Velmora} fell.", "person"),
        ("{P|Lisbon} slept.", "place"),
    ],
)
def test_who_decides(marked: str, kind: str) -> None:
    """Lists and titles are certain, words must be outweighed plainly; else more likely than not will do."""
    assert [each for _, each, _ in found(marked)] == [kind]


def test_mentions_of_a_name_speak_for_each_other() -> None:
    """A mention that the model is unsure of is what the name's other mentions are."""
    marked = "{O|Trelborg} fell. {O|Trelborg} rose. {O40|Trelborg} slept."
    assert [kind for _, kind, _ in found(marked)] == ["organisation"] * 3


def test_a_place_that_no_list_has_does_not_speak() -> None:
    """Who speaks and is taken for a place that nobody knows is somebody."""
    kind, name = speaker("{s|{L60|Trelborg}} said {q|so}.")
    assert (kind, name) != ("place", "Trelborg")


def test_without_the_model_the_rules_stay() -> None:
    """A text that no model reads has the names that the rules find."""
    assert found("It was {O|Anna Zuur} that sold it.", by_model=False) == [
        ("Anna Zuur", "person", "Anna Zuur")
    ]


def test_an_empty_text() -> None:
    """No words, no names."""
    assert found("") == []


def test_a_lone_article_is_no_name() -> None:
    """An article that the model takes for a whole name names nobody."""
    assert found("{O|The} ferry left. {s|{P|Oyelaran}} said {q|it was off}.") == [
        ("Oyelaran", "person", "Oyelaran")
    ]


@pytest.mark.parametrize("name", ["Minister of", "President of the", "of", "The Secretary of"])
def test_a_name_that_breaks_off_is_read(name: str) -> None:
    """A name that the model ends with a small word goes through."""
    found(f"The {{O|{name}}} and others. {{s|{{P|Oyelaran}}}} said {{q|it was off}}.")
