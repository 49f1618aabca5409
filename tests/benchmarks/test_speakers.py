"""What counts as the right speaker, on a document small enough to count by hand."""

import hashlib
from pathlib import Path
from typing import Any

import msgspec
import pytest

import speakers
from onrecord import Record
from speakers import Label, Speaker

TEXT = (
    "Foreign Minister Ada Quill of Norway said it would rain. Quill added that she had a boat. "
    "The Kremlin denied it. Two Polish sailors feared the worst, and Rowan & Sons said nothing was lost."
)


def at(words: str, nth: int = 0) -> dict[str, Any]:
    """The span of the words where they stand for the n-th time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def statement(number: int, source: dict[str, Any], speaker: str | None) -> dict[str, Any]:
    """A statement with nothing but its source and speaker."""
    speakers_ = [speaker] if speaker else []
    return {"id": f"s{number}", "type": "indirect", "content": [], "source": [source], "confidence": 0.9,
            "speaker": speaker, "speakers": speakers_}  # fmt: skip


@pytest.fixture
def row() -> dict[str, Any]:
    """What a record says of the text, all of it right."""
    mentions = [
        (at("Foreign Minister Ada Quill"), "e:Q1", "name"),
        (at("Quill", 1), "e:Q1", "name"),
        (at("she"), "e:Q1", "pronoun"),
        (at("Kremlin"), "e:RUS/gov", "metonym"),
        (at("Two Polish sailors"), "e:x1", "nominal"),
        (at("Rowan & Sons"), "e:x2", "name"),
    ]
    return {
        "entities": [
            {"id": "e:Q1", "kind": "person", "name": "Ada Quill", "wikidata": "Q1", "country": "NOR"},
            {"id": "e:RUS/gov", "kind": "government", "name": "Government of Russia", "country": "RUS"},
            {"id": "e:x1", "kind": "group", "name": "Polish sailors", "country": "POL", "unnamed": True},
            {"id": "e:x2", "kind": "organisation", "name": "Rowan & Sons"},
        ],
        "mentions": [
            {**span, "entity": entity, "form": form, "confidence": 0.9} for span, entity, form in mentions
        ],
        "statements": [
            statement(1, at("Foreign Minister Ada Quill of Norway"), "e:Q1"),
            statement(2, at("Quill", 1), "e:Q1"),
            statement(3, at("The Kremlin"), "e:RUS/gov"),
            statement(4, at("Two Polish sailors"), "e:x1"),
            statement(5, at("Rowan & Sons"), "e:x2"),
        ],
    }


def record(row: dict[str, Any]) -> Record:
    """The record that the row describes."""
    article = {"id": "a:1", "revision": "1", "text": TEXT, "language": "en", "source": {"kind": "text"}}
    producer = {"name": "onrecord", "version": "0", "model": "none", "knowledge": "none"}
    return msgspec.convert({"format": 1, "producer": producer, "article": article, **row}, Record)


def label(words: str, form: str, nth: int = 0, **speaker: object) -> Label:
    """A label on the words where they stand for the n-th time."""
    span = at(words, nth)
    who = {"name": None, "wikidata": None, "country": None, "antecedent": None, **speaker}
    raw = {"set": "examples", "doc": "d", "start": span["start"], "end": span["end"], "text_sha": "",
           "published": None, "form": form, "speaker": who}  # fmt: skip
    return msgspec.convert(raw, Label)


def extent(words: str) -> tuple[int, int]:
    """Where the words stand first."""
    return at(words)["start"], at(words)["end"]


def labels() -> list[Label]:
    """Each statement's source."""
    quill: dict[str, Any] = {
        "name": "Ada Quill",
        "wikidata": "Q1",
        "kind": "person",
        "antecedent": extent("Ada Quill"),
    }
    sailors = extent("Two Polish sailors")
    return [
        label("Foreign Minister Ada Quill of Norway", "name", **quill),
        label("Quill", "name", nth=1, **quill),
        label("The Kremlin", "metonym", kind="government", name="Government of Russia", country="RUS"),
        label("Two Polish sailors", "unnamed", kind="group", country="POL", unnamed=True, antecedent=sailors),
        label("Rowan & Sons", "organisation", kind="organisation", name="Rowan and Sons",
              antecedent=extent("Rowan & Sons")),
    ]  # fmt: skip


def rights(row: dict[str, Any]) -> list[bool]:
    """Which of the labels the record gets right."""
    return [one.right for one in speakers.judge_document(labels(), record(row))]


def test_a_record_that_is_right_scores_100(row: dict[str, Any]) -> None:
    """Every figure of a record that says what the labels say is 100."""
    scores = speakers.score(speakers.judge_document(labels(), record(row)))
    assert scores["all"]["all"] == {"percent": 100.0, "right": 5, "of": 5}
    assert scores["named"]["with a statement"]["percent"] == 100.0
    assert scores["set examples"]["no statement"] == 0


def test_a_source_without_a_statement_is_wrong_in_all_and_apart_in_the_other(row: dict[str, Any]) -> None:
    """What was not extracted counts against all labels, not against those with a statement."""
    del row["statements"][1]
    scores = speakers.score(speakers.judge_document(labels(), record(row)))["named"]
    assert scores["all"] == {"percent": 50.0, "right": 1, "of": 2}
    assert scores["with a statement"] == {"percent": 100.0, "right": 1, "of": 1}
    assert scores["no statement"] == 1


def test_a_statement_without_a_speaker_is_wrong_and_not_missing(row: dict[str, Any]) -> None:
    """A statement that nobody is said to speak is a failure of resolution."""
    row["statements"][2]["speaker"] = None
    judged = speakers.judge_document(labels(), record(row))[2]
    assert (judged.found, judged.right) == (True, False)


def test_the_labelled_id_is_asked_for_and_without_it_the_document_decides(row: dict[str, Any]) -> None:
    """The same person without the id is wrong, but right but for the id."""
    del row["entities"][0]["wikidata"]
    judged = speakers.judge_document(labels(), record(row))[0]
    assert (judged.right, judged.same) == (False, True)


def test_of_several_statements_the_one_that_overlaps_most_is_taken(row: dict[str, Any]) -> None:
    """A longer source that merely touches the label, or holds as much of it, does not count."""
    row["statements"] += [statement(6, at("Norway said it would rain. Quill added"), "e:x2")]
    assert all(rights(row))
    row["statements"][0]["speaker"] = "e:x2"
    assert rights(row) == [False, True, True, True, True]


def test_governments_are_right_by_their_country(row: dict[str, Any]) -> None:
    """The country itself will do; another one's government will not."""
    row["entities"][1] |= {"kind": "country", "name": "Russia"}
    assert rights(row)[2]
    row["entities"][1]["country"] = "POL"
    assert not rights(row)[2]


@pytest.mark.parametrize(
    "change", [{"country": "RUS"}, {"kind": "organisation"}, {"wikidata": "Q5"}], ids=["land", "kind", "id"]
)
def test_who_is_unnamed_has_a_kind_a_country_and_no_id(row: dict[str, Any], change: dict[str, str]) -> None:
    """Another country, another kind, or somebody who has an id is wrong."""
    row["entities"][2] |= change
    assert not rights(row)[3]


def test_who_is_unnamed_is_nobody_who_is_named(row: dict[str, Any]) -> None:
    """An entity that is called by a name somewhere is not the unnamed one."""
    row["mentions"][4]["form"] = "name"
    assert not rights(row)[3]


def test_a_name_or_the_antecedent_makes_it_the_same_if_the_kind_fits(row: dict[str, Any]) -> None:
    """Without a mention there the name decides; with neither, or as a place, it is another."""
    row["mentions"][5] |= at("boat")
    row["entities"][3]["name"] = "Rowan and Sons Ltd"
    assert rights(row)[4]
    row["entities"][3]["name"] = "Rowan"
    assert not rights(row)[4]
    row["mentions"][5] |= at("Rowan & Sons")
    assert rights(row)[4]
    row["entities"][3]["kind"] = "place"
    assert not rights(row)[4]


def test_those_who_speak_together_are_right_by_the_last_names_of_all(row: dict[str, Any]) -> None:
    """One speaker too few is wrong."""
    row["entities"] += [{"id": "e:x3", "kind": "person", "name": "Bo Tarn"}]
    row["statements"][1]["speakers"] = ["e:Q1", "e:x3"]
    both = label("Quill", "pronoun", nth=1, kind="group", members=["Ada Quill", "Bo Tarn"])
    assert speakers.judge(both, record(row)).right
    row["statements"][1]["speakers"] = ["e:Q1"]
    assert not speakers.judge(both, record(row)).right


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Sauli Niinistö", "SAULI NIINISTO", True), ("Ada B. Quill", "Ada Quill", True),
     ("Ada Quill", "Bea Quill", False), ("Ada Quill", "", False)],
)  # fmt: skip
def test_persons_are_called_by_first_and_last_name(one: str, other: str, *, same: bool) -> None:
    """Accents, case and middle names make no difference; another first name does."""
    assert speakers.is_called(one, other, "person") is same


def test_errors_show_places_and_ids_and_words_only_on_request(row: dict[str, Any]) -> None:
    """A line says where, who was labelled and who was found; the words are the caller's to ask for."""
    row["statements"][2]["speaker"] = "e:x1"
    judged = speakers.judge_document(labels(), record(row))
    [line] = speakers.errors(judged, None)
    span = at("The Kremlin")
    found = f"examples d {span['start']}-{span['end']} metonym: Government of Russia | e:x1 group POL"
    assert line == found
    [line] = speakers.errors(judged, lambda _: TEXT)
    assert "[The Kremlin] denied it" in line


def test_labels_name_documents_and_no_text() -> None:
    """All labels can be read, and those on our own texts stand in them as they were labelled."""
    everything = speakers.read_labels()
    assert len(everything) >= 340
    own = [one for one in everything if one.set in {"passages", "examples"}]
    for one in own:
        assert 0 <= one.start < one.end <= len(speakers.text_of(Path(), one))


def test_another_text_than_the_labelled_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that changed since is named, not scored."""
    sha = hashlib.sha256(TEXT.encode()).hexdigest()[:8]
    one = msgspec.structs.replace(labels()[0], text_sha=sha)
    monkeypatch.setattr(speakers, "texts", lambda *_: {"d": TEXT})
    assert speakers.text_of(Path(), one) == TEXT
    monkeypatch.setattr(speakers, "texts", lambda *_: {"d": TEXT + "!"})
    with pytest.raises(ValueError, match="examples d"):
        speakers.text_of(Path(), one)


def test_the_speaker_is_labelled_with_known_fields_only() -> None:
    """A misspelt field is an error, not ignored."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"name": None, "qid": "Q1"}, Speaker)
