"""Events in articles: who did what to whom, with standing, whose word, day and place."""

import pytest

import onrecord
from onrecord.record import Event, Record

PUBLISHED = "2024-05-16"


def read(text: str) -> Record:
    """The record of an article of Thursday, 16 May 2024."""
    return onrecord.read(text, as_is=True, published=PUBLISHED)


def only(record: Record, type_: str) -> Event:
    """The one event of a type."""
    (event,) = [event for event in record.events if event.type == type_]
    return event


def names(record: Record, ids: tuple[str, ...]) -> list[str]:
    """The names of entities."""
    known = {entity.id: entity.name for entity in record.entities}
    return [known[id_] for id_ in ids]


def test_every_span_is_the_articles_text_and_every_id_is_known() -> None:
    """Trigger and evidence are cut from the text; parties, place and statement are in the record."""
    record = read(
        "French President Alain Morvan met Chancellor Greta Vogel in Berlin on Tuesday. Police said they had"
        " arrested nine protesters who blocked a bridge.\n\nTurkey condemned the arrests on Wednesday."
    )
    assert record.events
    ids = {entity.id for entity in record.entities}
    for event in record.events:
        spans = [event.trigger, event.evidence.sentence, *event.evidence.actor, *event.evidence.recipient]
        spans += [span for span in (event.evidence.time, event.evidence.place) if span]
        assert all(record.article.text[span.start : span.end] == span.text for span in spans)
        assert {*event.actor, *event.recipient} <= ids
        assert len(event.actor) == len(event.evidence.actor)
        assert event.place is None or event.place in ids
        assert event.according_to in {None, *(statement.id for statement in record.statements)}


def test_of_a_meeting_all_are_actors() -> None:
    """A meeting has no recipient, its day and place are its own, and it is the outlet's own word."""
    record = read(
        "Foreign ministers of Peru and Chile met in Lisbon on Tuesday to discuss the disputed border."
    )
    event = only(record, "CONSULT")
    assert names(record, event.actor) == ["Peru", "Chile"]
    assert event.recipient == ()
    assert event.time is not None
    assert (event.time.value, event.time.how) == ("2024-05-14", "stated")
    assert event.place is not None
    assert names(record, (event.place,)) == ["Lisbon"]
    assert (event.standing, event.according_to, event.cameo[:2] if event.cameo else "") == (
        "happened",
        None,
        "04",
    )


def test_a_passive_names_who_acts_behind_it() -> None:
    """Who is hit stands ahead of a passive, who hits behind it."""
    record = read("Two villages in northern Mali were shelled by rebels on Monday, killing four farmers.")
    event = next(event for event in record.events if event.type == "ASSAULT")
    assert [span.text for span in event.evidence.actor] == ["rebels"]
    assert event.evidence.recipient


def test_what_is_planned_is_an_agreement_to_it() -> None:
    """A visit to come is AGREE, with the visit beneath and its standing told."""
    record = read(
        "Japanese Prime Minister Kenji Aoyama will visit Canada next month, his office said on Wednesday."
    )
    event = only(record, "AGREE")
    assert (event.underlying, event.standing, event.quad) == ("CONSULT", "planned", 1)
    assert event.according_to is not None


def test_what_somebody_denies_is_denied_on_their_word() -> None:
    """A denial makes what it holds denied, and says who denies."""
    record = read("The Ethiopian army denied that its soldiers had killed civilians in the town of Adwa.")
    event = only(record, "ASSAULT")
    assert event.standing == "denied"
    assert event.according_to is not None


def test_history_is_background() -> None:
    """An act more than a year before the article is background, with the day that the words give."""
    record = read("Iraqi forces invaded Kuwait in August 1990, and the two never made peace.")
    event = only(record, "ASSAULT")
    assert event.background
    assert event.time is not None
    assert event.time.value == "1990-08"
    assert names(record, event.recipient) == ["Kuwait"]


def test_sizes_are_told() -> None:
    """The dead, injured and arrested are numbers of the event."""
    record = read("Gunmen killed 12 people and wounded 30 at a market in Karachi on Monday.")
    event = only(record, "ASSAULT")
    assert event.sizes == {"dead": 12, "injured": 30}


@pytest.mark.parametrize(
    "text",
    [
        "Shares in the brewer rose 4 percent on Tuesday after it reported record profits.",
        "The striker fired home twice as Ajax crushed Lyon 3-0 to reach the semi-final.",
        "Heavy rain and strong winds battered the coast overnight, the weather service said.",
        "The novelist, who died in her sleep on Sunday aged 91, wrote forty books about bees.",
        "",
        "...",
    ],
)
def test_news_without_politics_has_no_event(text: str) -> None:
    """Business, sport, weather, deaths, and nothing at all, make no event."""
    try:
        assert read(text).events == ()
    except onrecord.InputError:
        assert not text.strip(".")


def test_another_language_has_no_events() -> None:
    """What the model does not read has no event, and no error either."""
    text = "Der Außenminister traf am Dienstag in Genf seinen Kollegen und sprach über die Grenze. " * 5
    assert read(text).events == ()


def test_the_same_bytes_give_the_same_record() -> None:
    """Events do not depend on what was read before."""
    text = "Kenya accused Somalia of shelling a border post on Friday. Talks between the two were called off."
    first = read(text)
    read("Police in Lima arrested three journalists.")
    assert read(text).to_json() == first.to_json()


def test_a_possessive_pronoun_cuts_no_word() -> None:
    """What somebody's is called begins where its first word begins: "its other allies"."""
    record = read("Kuwait and its other allies agreed to stage a joint exercise.")
    starts = {0, *(k + 1 for k, letter in enumerate(record.article.text) if letter == " ")}
    assert {mention.start for mention in record.mentions} <= starts


def test_a_number_too_long_to_count_is_no_size() -> None:
    """Hundreds of digits neither stop the reading nor come out rounded."""
    record = read("Rebels attacked the town of Goma on Monday, killing " + "1" * 400 + " people.")
    assert all("dead" not in event.sizes for event in record.events)


def test_text_without_full_stops_is_read_around_each_trigger() -> None:
    """Of an endless sentence the evidence is what stands near, and spans stay the text's."""
    record = read("Rebels attacked Goma and police arrested two farmers near Lagos while others slept " * 60)
    assert record.events
    for event in record.events:
        sentence = event.evidence.sentence
        assert sentence.end - sentence.start < 2500
        assert sentence.start <= event.trigger.start < event.trigger.end <= sentence.end
        assert record.article.text[sentence.start : sentence.end] == sentence.text
