"""Attributions, names and times joined into statements: when it was said, to whom, within what."""

import pytest

import onrecord
from onrecord.record import Record, Statement


def read(text: str) -> Record:
    """A record of the text, published on Wednesday 19 February 2025."""
    return onrecord.read(text, as_is=True, published="2025-02-19")


def statement(text: str, part: str) -> Statement:
    """The statement whose content holds the part."""
    return next(s for s in read(text).statements if any(part in span.text for span in s.content))


@pytest.mark.parametrize(
    ("text", "value", "how"),
    [
        ("“We will open the bridge,” Mayor Ines Calder said on Monday.", "2025-02-17", "stated"),
        ("On Tuesday, Mayor Ines Calder said the bridge would open.", "2025-02-18", "stated"),
        (
            "Mayor Ines Calder on Monday praised the bridge, calling it “a small wonder”.",
            "2025-02-17",
            "stated",
        ),
        ("“We will open the bridge on Friday,” Mayor Ines Calder said.", "2025-02-19", "inferred"),
        ("Mayor Ines Calder said the bridge would open on Friday.", "2025-02-19", "inferred"),
    ],
)
def test_when_it_was_said(text: str, value: str, how: str) -> None:
    """The day beside the source or the cue is the day of saying; a day in the content is not."""
    said = statement(text, "ridge" if "bridge" in text else "wonder").said
    assert said is not None
    assert (said.value, said.how) == (value, how)


def test_words_in_a_quotation_count_from_the_day_they_were_said() -> None:
    """What is “tomorrow” in words said on Monday is Tuesday."""
    record = read("“We will open the bridge tomorrow,” Mayor Ines Calder said on Monday.")
    assert [(t.text, t.value) for t in record.times] == [("tomorrow", "2025-02-18"), ("Monday", "2025-02-17")]


def test_only_words_in_marks_count_from_the_day_they_were_said() -> None:
    """In a gist that quotes in part, “tomorrow” in the marks is the speaker's, “today” before them is not."""
    record = read("On Monday, Mayor Ines Calder said today's strike “ends tomorrow, come what may”.")
    assert [t.value for t in record.times] == ["2025-02-17", "2025-02-19", "2025-02-18"]


def test_without_a_date_the_day_of_saying_is_unknown() -> None:
    """Neither today nor anything else stands in for a missing publication date."""
    record = onrecord.read("“We will open it,” Mayor Ines Calder said.", as_is=True)
    assert record.statements[0].said is None


@pytest.mark.parametrize(
    ("text", "addressee", "name"),
    [
        (
            "Officials told The Harbour Gazette that the bridge was safe.",
            "The Harbour Gazette",
            "Harbour Gazette",
        ),
        ("“It is safe,” Mayor Ines Calder told reporters on Monday.", "reporters", None),
        ("“It is safe,” Mayor Ines Calder told a news conference in Lowton.", "a news conference", None),
        ("Mayor Ines Calder told the BBC: “It is safe.”", "the BBC", "BBC"),
        ("Mayor Ines Calder told Ann Lee last week it was safe.", "Ann Lee", "Ann Lee"),
    ],
)
def test_addressee(text: str, addressee: str, name: str | None) -> None:
    """The object of a verb of telling is the addressee, and an entity where it is one."""
    record = read(text)
    found = next(s for s in record.statements if any("safe" in span.text for span in s.content)).addressee
    assert found is not None
    assert (found.text, text[found.start : found.end]) == (addressee, addressee)
    assert {e.id: e.name for e in record.entities}.get(found.entity or "") == name


@pytest.mark.parametrize(
    "text",
    ["Mayor Ines Calder said the bridge was safe.", "Mayor Ines Calder told how the bridge was safe."],
)
def test_no_addressee(text: str) -> None:
    """Where nobody is told, there is no addressee."""
    assert all(s.addressee is None for s in read(text).statements)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("“It is safe,” Mayor Ines Calder said during a visit to a plant in Oslo.", "Oslo"),
        ("“It is safe,” Mayor Ines Calder told reporters in Nairobi on Monday. “We checked.”", "Nairobi"),
        ("Speaking on Monday, Mayor Ines Calder said in Germany that it was safe.", "Germany"),
        ("“It is safe,” said Ines Calder, a baker in Oslo.", None),
        ("Mayor Ines Calder said the bridge in Oslo was safe.", None),
        ("“It is safe,” Mayor Ines Calder said. The works in Oslo go on.", None),
    ],
)
def test_where_it_was_said(text: str, place: str | None) -> None:
    """A place in the clause of the saying is its place; one in the source or in the content is not."""
    record = read(text)
    names = {entity.id: entity.name for entity in record.entities}
    assert names.get(record.statements[0].place or "") == place


def test_ids_follow_the_text() -> None:
    """Statements are numbered in the order of the text, and refer to each other by these numbers."""
    record = read(
        "“It is safe,” Ann Lee said. “It is not,” Bob Oak replied.\n\n"
        "Ann Lee said Bob Oak had told her that it leaked."
    )
    assert [s.id for s in record.statements] == [f"s{n}" for n in range(1, len(record.statements) + 1)]
    ids = {s.id for s in record.statements}
    assert all(s.within is None or s.within in ids for s in record.statements)


def test_an_addressee_ends_before_the_stop() -> None:
    """The point that ends the sentence is no part of whom it was told to."""
    addressee = statement("“The bridge is safe,” Ines Calder told BridgeNews. “Use it.”", "safe").addressee
    assert addressee is not None
    assert addressee.text == "BridgeNews"


def test_an_addressee_ends_before_where_it_was() -> None:
    """Where the hearers stood is no part of who they are."""
    addressee = statement("“The bridge is safe,” Ines Calder told clerks outside the port.", "safe").addressee
    assert addressee is not None
    assert addressee.text == "clerks"


def test_a_time_inside_the_source_is_not_when_it_was_said() -> None:
    """When the speaker took office is no day of saying."""
    said = statement("Ines Calder, who took over in 2021, said the bridge was safe.", "bridge").said
    assert said is not None
    assert (said.value, said.how) == ("2025-02-19", "inferred")
