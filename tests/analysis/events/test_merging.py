"""One act told several times close by is one event."""

from msgspec.structs import replace

from onrecord.analysis.events.merging import NEAR, merged
from onrecord.record import Entity, Event, Evidence, Span, When

ENTITIES = {
    "e:PER": Entity(id="e:PER", kind="country", name="Peru", country="PER"),
    "e:CHL": Entity(id="e:CHL", kind="country", name="Chile", country="CHL"),
    "e:x1": Entity(
        id="e:x1", kind="group", name="Peruvian officials", country="PER", sectors=("GOV",), unnamed=True
    ),
    "e:x2": Entity(id="e:x2", kind="person", name="Ana Ruiz", country="PER"),
}


def span(start: int) -> Span:
    """A word at a place."""
    return Span(start=start, end=start + 4, text="word")


def day(value: str, how: str = "stated") -> When:
    """A day."""
    return When(value=value, from_=value, to=value, how="stated" if how == "stated" else "inferred")


def event(start: int, **fields: object) -> Event:
    """A meeting of Peru and Chile."""
    usual = Event(
        id="", type="CONSULT", quad=1, intensity=2.5, trigger=span(start), actor=("e:PER", "e:CHL"),
        standing="happened", evidence=Evidence(sentence=span(start)), confidence=0.6,
    )  # fmt: skip
    return replace(usual, **fields)


def test_a_second_mention_adds_what_the_first_lacks() -> None:
    """The surer mention stays and takes day, place and sizes that only the other tells."""
    first = event(0, confidence=0.9)
    second = event(100, time=day("2024-03-05"), place="e:CHL", sizes={"crowd": 40})
    (one,) = merged([first, second], ENTITIES)
    assert (one.trigger.start, one.confidence) == (0, 0.9)
    assert (one.time, one.place, one.sizes) == (day("2024-03-05"), "e:CHL", {"crowd": 40})


def test_a_stated_day_replaces_an_inferred_one() -> None:
    """What the words say goes before what the narrative suggests."""
    (one,) = merged([event(0, time=day("2024-03-07", "inferred"), confidence=0.9),
                     event(80, time=day("2024-03-05"))], ENTITIES)  # fmt: skip
    assert one.time == day("2024-03-05")


def test_officials_act_for_their_country() -> None:
    """A state, and its unnamed officials, are one side of one meeting; a person is nobody else."""
    assert len(merged([event(0), event(90, actor=("e:x1", "e:CHL"))], ENTITIES)) == 1
    assert len(merged([event(0), event(90, actor=("e:x2",))], ENTITIES)) == 2


def test_what_differs_stays_apart() -> None:
    """Another type, standing, mode, day, place or party, and what is told far off, is another event."""
    base = event(0, time=day("2024-03-05"), place="e:PER", mode="visit")
    others = [
        event(90, type="SUPPORT"),
        event(90, standing="denied"),
        event(90, mode="phone"),
        event(90, time=day("2024-03-09")),
        event(90, place="e:CHL"),
        event(90, actor=("e:x2",)),
        event(NEAR + 90),
    ]
    assert [len(merged([base, other], ENTITIES)) for other in others] == [2] * len(others)


def test_a_mode_brings_its_numbers() -> None:
    """The mode that only the other mention tells comes with its intensity and code."""
    first = event(0, confidence=0.9, cameo="040")
    second = event(90, mode="phone", intensity=1.5, cameo="041")
    (one,) = merged([first, second], ENTITIES)
    assert (one.mode, one.intensity, one.cameo) == ("phone", 1.5, "041")
