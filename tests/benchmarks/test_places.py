"""How places are scored, on made-up texts and records."""

import hashlib
from typing import Any

import pytest

import places
from onrecord.record import Entity, Mention, Record
from places import distance_km, is_right, running_text
from records import simple

TEXT = "A storm hit Brint and the coast of Ossia."
BERLIN, POTSDAM, PRAGUE = (52.52, 13.40), (52.40, 13.06), (50.08, 14.43)


def row(
    start: int, end: int, at: tuple[float, float], precision: str = "city", **fields: object
) -> dict[str, Any]:
    """A labelled mention."""
    return {
        "set": "made", "doc": "d1", "start": start, "end": end, "published": None, "name": "a name",
        "text_sha": hashlib.sha256(TEXT.encode()).hexdigest()[:8], "lat": at[0], "lon": at[1],
        "geonames": 1, "precision": precision, "ambiguous": False, "largest": True, **fields,
    }  # fmt: skip


def place(key: str, at: tuple[float, float], geonames: int = 7) -> Entity:
    """An entity with coordinates."""
    return Entity(id=key, kind="place", name=key, lat=at[0], lon=at[1], geonames=geonames)


def record_of(*entities: Entity, mentions: tuple[tuple[int, int, str], ...]) -> Any:
    """A reader that finds these in every text."""
    found = tuple(
        Mention(start=start, end=end, text=TEXT[start:end], entity=key, form="name", confidence=0.9)
        for start, end, key in mentions
    )

    def read(_text: str, **_options: object) -> Record:
        return simple(TEXT, entities=entities, mentions=found)

    return read


def test_distance_is_along_the_ground() -> None:
    """Berlin to Prague is 280 km; a degree of longitude is short in the north."""
    assert distance_km(BERLIN, PRAGUE) == pytest.approx(280, abs=3)
    assert distance_km((80.0, 0.0), (80.0, 1.0)) == pytest.approx(19.3, abs=0.1)


def test_a_city_is_right_within_50_km() -> None:
    """The next town is near enough, another country's capital is not, whatever its id."""
    assert is_right(row(0, 1, BERLIN), place("e:1", POTSDAM))
    assert not is_right(row(0, 1, BERLIN), place("e:1", PRAGUE, geonames=1))


def test_a_region_is_right_by_id_or_within_150_km() -> None:
    """A region's centre may lie far from its seat."""
    assert is_right(row(0, 1, BERLIN, "region"), place("e:1", PRAGUE, geonames=1))
    assert not is_right(row(0, 1, BERLIN, "region"), place("e:1", PRAGUE))
    assert is_right(row(0, 1, BERLIN, "region"), place("e:1", (51.5, 13.4)))


def test_shares_over_all_and_over_those_found() -> None:
    """One right, one wrong, one not found; only places count, and the exact extent is preferred."""
    gold = [row(12, 17, BERLIN), row(35, 40, BERLIN, ambiguous=True, largest=False), row(2, 7, BERLIN)]
    read = record_of(
        place("e:a", POTSDAM),
        place("e:b", PRAGUE),
        Entity(id="e:c", kind="group", name="a storm"),
        mentions=((2, 7, "e:c"), (12, 17, "e:a"), (12, 40, "e:b"), (35, 40, "e:b")),
    )
    found = list(places.answers(gold, {"d1": TEXT}, read))
    scores = places.score(found)
    assert scores["all"]["right"] == {"percent": 33.3, "right": 1, "of": 3}
    assert scores["all"]["right of those found"] == {"percent": 50.0, "right": 1, "of": 2}
    assert scores["ambiguous, not the largest"]["right"]["of"] == 1


def test_another_text_ends_the_scoring() -> None:
    """Offsets mean nothing in another text."""
    with pytest.raises(ValueError, match="not the text"):
        list(places.answers([row(0, 1, BERLIN)], {"d1": TEXT + " "}, record_of(mentions=())))


def test_errors_show_text_only_when_asked() -> None:
    """A line names document and offsets; the words stay out of it."""
    gold = [row(12, 17, BERLIN)]
    found = list(places.answers(gold, {"d1": TEXT}, record_of(mentions=())))
    (line,) = places.errors(found, None)
    assert "d1  12-17" in line
    assert "Brint" not in line
    (line,) = places.errors(found, {"made": {"d1": TEXT}})
    assert "storm hit Brint" in line


def test_running_text_keeps_paragraphs() -> None:
    """Sentences are joined by a space, paragraphs by a blank line."""
    lines = ["# newpar", "# text = One.", "1\tOne", "# text = Two.", "# newpar", "# text = Three."]
    assert running_text(lines) == "One. Two.\n\nThree."
