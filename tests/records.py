"""Sample records of our own words, for the tests of everything that reads a record."""

import hashlib

from onrecord.record import (
    Addressee,
    Article,
    Candidate,
    Credit,
    Dateline,
    Dropped,
    Entity,
    Event,
    Evidence,
    Mention,
    MentionForm,
    Office,
    Producer,
    Record,
    Source,
    Span,
    Statement,
    Time,
    TimeType,
    When,
)

TEXT = """\
OSLO — Norway's transport minister, Kari Lund, said on Tuesday that the ferry line to Denmark would reopen \
in spring 2025, calling the deal “a plain, practical repair.”

“We lost a winter,” Lund told reporters at the harbour. “We will not lose [another] summer.”

A Danish official, who asked not to be named, said Copenhagen had heard last week that Lund “was ready \
to sign.”

What went wrong

The two governments had not spoken since July 2024, according to the shipping firm Blue Skerry. Its chief \
executive, Tom Eide, denied on Wednesday that the company had been paid to wait.

Lund and her Danish counterpart met in Oslo on Monday for three hours.

“Trust comes by boat and leaves by plane,” she said."""


def place(text: str, piece: str, nth: int = 0) -> tuple[int, int]:
    """Where the `nth` (from 0) `piece` lies in `text`; raises ValueError where there is none."""
    start = text.index(piece)
    for _ in range(nth):
        start = text.index(piece, start + 1)
    return start, start + len(piece)


def span(text: str, piece: str, nth: int = 0) -> Span:
    """The span of the `nth` (from 0) `piece` of `text`."""
    start, end = place(text, piece, nth)
    return Span(start=start, end=end, text=piece)


def simple(text: str, **parts: object) -> Record:
    """A record of `text` with nothing found in it but `parts`: article fields, and `statements` and so on."""
    of_article = {name: parts.pop(name) for name in tuple(parts) if name in Article.__struct_fields__}
    revision = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    fields = {"id": "a:0", "revision": revision, "text": text, "source": Source(kind="text"), **of_article}
    producer = Producer(version="0.1.0", model=None, knowledge="2026-11")
    return Record(producer=producer, article=Article(**fields), **parts)  # type: ignore[arg-type]


def _day(value: str, how: str = "stated") -> When:
    return When(value=value, from_=value, to=value, how="stated" if how == "stated" else "inferred")


def _time(piece: str, kind: TimeType, value: str, days: tuple[str | None, str | None]) -> Time:
    start, end = place(TEXT, piece)
    return Time(start=start, end=end, text=piece, type=kind, value=value, from_=days[0], to=days[1])


def _mention(piece: str, entity: str, form: MentionForm = "name", nth: int = 0) -> Mention:
    start, end = place(TEXT, piece, nth)
    return Mention(start=start, end=end, text=piece, entity=entity, form=form, confidence=0.95)


def _article() -> Article:
    start, end = place(TEXT, "OSLO —")
    return Article(
        id="a:5d1c0e7b9a42",
        revision=hashlib.sha256(TEXT.encode()).hexdigest(),
        key="row-7",
        url="https://example.org/2025/02/19/ferry",
        outlet="The Example Times",
        title="Ministers agree to reopen the “winter ferry” after an eight-month dispute",
        byline=("Ana Berg", "Jonas Vik"),
        published="2025-02-19",
        published_from="html-meta",
        language="en",
        text=TEXT,
        dateline=Dateline(start=start, end=end, text="OSLO —", place="e:geo3143244"),
        credits=(
            Credit(kind="agency", name="Northwire", text="Northwire contributed to this report."),
            Credit(kind="photo", name="Mia Strand", text="Photo: Mia Strand"),
        ),
        dropped=(
            Dropped(text="Like what we do? Chip in.", why="donation"),
            Dropped(text="Read more: The island that went without bread", why="read-more"),
        ),
        source=Source(kind="file", file="ferry.html"),
    )


def _entities() -> tuple[Entity, ...]:
    minister = Office(title="Minister of Transport of Norway", since="2024-09-30")
    namesake = Entity(
        id="e:Q99999999", kind="person", name="Tom Eide", wikidata="Q99999999", country="NOR",
        offices=(Office(title="Mayor of Vik", since="2019", until="2023-10"),),
    )  # fmt: skip
    return (
        Entity(id="e:x1", kind="person", name="Kari Lund", country="NOR", offices=(minister,)),
        Entity(id="e:x2", kind="person", name="Danish official", country="DNK", unnamed=True),
        Entity(id="e:x3", kind="organisation", name="Blue Skerry", sectors=("BUS",)),
        Entity(
            id="e:x4", kind="person", name="Tom Eide", sectors=("BUS",), description="chief executive",
            candidates=(Candidate(entity=namesake, confidence=0.31),),
        ),
        Entity(id="e:x5", kind="person", name="Danish counterpart", country="DNK", unnamed=True),
        Entity(id="e:DNK", kind="country", name="Denmark", country="DNK"),
        Entity(id="e:DNK/gov", kind="government", name="Government of Denmark", country="DNK"),
        Entity(id="e:NOR", kind="country", name="Norway", country="NOR"),
        Entity(
            id="e:geo3143244", kind="place", name="Oslo", country="NOR", geonames=3143244,
            lat=59.91, lon=10.75, precision="city",
        ),
        Entity(id="e:x6", kind="group", name="The two governments", members=("e:NOR", "e:DNK")),
    )  # fmt: skip


def _mentions() -> tuple[Mention, ...]:
    return (
        _mention("OSLO", "e:geo3143244"),
        _mention("Norway", "e:NOR"),
        _mention("Kari Lund", "e:x1"),
        _mention("Denmark", "e:DNK"),
        _mention("A Danish official", "e:x2", "nominal"),
        _mention("Copenhagen", "e:DNK/gov", "metonym"),
        _mention("The two governments", "e:x6", "nominal"),
        _mention("Blue Skerry", "e:x3"),
        _mention("Tom Eide", "e:x4"),
        _mention("she", "e:x1", "pronoun"),
    )


def _times() -> tuple[Time, ...]:
    return (
        _time("Tuesday", "DATE", "2025-02-18", ("2025-02-18", "2025-02-18")),
        _time("spring 2025", "DATE", "2025-SP", ("2025-03-01", "2025-05-31")),
        _time("last week", "DATE", "2025-W07", ("2025-02-10", "2025-02-16")),
        _time("July 2024", "DATE", "2024-07", ("2024-07-01", "2024-07-31")),
        _time("Wednesday", "DATE", "2025-02-19", ("2025-02-19", "2025-02-19")),
        _time("Monday", "DATE", "2025-02-17", ("2025-02-17", "2025-02-17")),
        _time("three hours", "DURATION", "PT3H", (None, None)),
    )


def _minister_statements() -> tuple[Statement, ...]:
    start, end = place(TEXT, "reporters")
    return (
        Statement(
            id="s1", type="indirect", act="promise", confidence=0.91,
            content=(span(TEXT, "that the ferry line to Denmark would reopen in spring 2025"),),
            cue=(span(TEXT, "said"),),
            source=(span(TEXT, "Norway's transport minister, Kari Lund"),),
            speaker="e:x1", speakers=("e:x1",), said=_day("2025-02-18"), about=("e:DNK",),
        ),
        Statement(
            id="s2", type="mixed", act="praise", confidence=0.74,
            content=(span(TEXT, "the deal “a plain, practical repair.”"),),
            cue=(span(TEXT, "calling"),),
            source=(span(TEXT, "Norway's transport minister, Kari Lund"),),
            speaker="e:x1", speakers=("e:x1",), said=_day("2025-02-18"),
        ),
        Statement(
            id="s3", type="direct", act="promise", confidence=0.98,
            content=(span(TEXT, "“We lost a winter,”"), span(TEXT, "“We will not lose [another] summer.”")),
            cue=(span(TEXT, "told"),), source=(span(TEXT, "Lund", 1),),
            speaker="e:x1", speakers=("e:x1",), place="e:geo3143244",
            addressee=Addressee(start=start, end=end, text="reporters"),
        ),
    )  # fmt: skip


def _other_statements() -> tuple[Statement, ...]:
    return (
        Statement(
            id="s4", type="mixed", confidence=0.86, unnamed=True,
            content=(span(TEXT, "Copenhagen had heard last week that Lund “was ready to sign.”"),),
            cue=(span(TEXT, "said", 1),),
            source=(span(TEXT, "A Danish official, who asked not to be named"),),
            speaker="e:x2", speakers=("e:x2",), said=_day("2025-02-19", "inferred"),
            about=("e:DNK/gov", "e:x1"),
        ),
        Statement(
            id="s5", type="mixed", confidence=0.48, within="s4",
            content=(span(TEXT, "that Lund “was ready to sign.”"),), cue=(span(TEXT, "heard"),),
            about=("e:x1",),
        ),
        Statement(
            id="s6", type="indirect", act="claim", confidence=0.8,
            content=(span(TEXT, "The two governments had not spoken since July 2024"),),
            cue=(span(TEXT, "according to"),), source=(span(TEXT, "the shipping firm Blue Skerry"),),
            speaker="e:x3", speakers=("e:x3",),
        ),
        Statement(
            id="s7", type="indirect", act="deny", confidence=0.93,
            content=(span(TEXT, "that the company had been paid to wait"),),
            cue=(span(TEXT, "denied"),), source=(span(TEXT, "Its chief executive, Tom Eide"),),
            speaker="e:x4", speakers=("e:x4",), said=_day("2025-02-19"), about=("e:x3",),
        ),
        Statement(
            id="s8", type="direct", confidence=0.99,
            content=(span(TEXT, "“Trust comes by boat and leaves by plane,”"),),
            cue=(span(TEXT, "said", 2),), source=(span(TEXT, "she"),), speaker="e:x1", speakers=("e:x1",),
        ),
    )  # fmt: skip


def _event() -> Event:
    return Event(
        id="v1", type="CONSULT", mode="visit", contexts=("diplomatic",), quad=1, intensity=4.0, cameo="042",
        trigger=span(TEXT, "met"), actor=("e:x1", "e:x5"), time=_day("2025-02-17"), place="e:geo3143244",
        standing="happened", confidence=0.9,
        evidence=Evidence(
            sentence=span(TEXT, "Lund and her Danish counterpart met in Oslo on Monday for three hours."),
            actor=(span(TEXT, "Lund", 3), span(TEXT, "her Danish counterpart")),
            time=span(TEXT, "Monday"), place=span(TEXT, "Oslo"),
        ),
    )  # fmt: skip


def sample() -> Record:
    """A rich record: statements of all kinds, one nested, an unnamed speaker, times, an event, warnings."""
    return Record(
        producer=Producer(version="0.1.0", model="en-1", knowledge="2026-11"),
        article=_article(),
        entities=_entities(),
        mentions=_mentions(),
        times=_times(),
        statements=(*_minister_statements(), *_other_statements()),
        events=(_event(),),
        warnings=("“her Danish counterpart” could not be matched with a name.",),
    )
