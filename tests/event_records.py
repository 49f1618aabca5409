"""Records of our own words with events of every sort, for the tests of what shows them."""

from typing import Any

from onrecord.record import Entity, Event, Evidence, Mention, Office, Record, Span, Statement, Time, When
from records import simple, span

BORDER = """\
VIKMOUTH — Norland's president, Ann Roe, flew to Estavia on Monday and signed a fishing accord. Her guards, \
soldiers in plain clothes, went with her.

Two gunmen shot three people dead and wounded twelve in the old port on Sunday, police said. “They burned \
the customs house,” Inspector Olav Dahl told the Norland Post, adding that a witness had seen the men abduct \
a clerk.

Estavia denied that its troops had crossed the border. It will host talks in May, and may expel the envoy.

In 2019 Norland cut off the gas. Dahl accused Estavia of arming the gang.

Hundreds marched."""


def _when(value: str, how: str = "stated", days: tuple[str | None, str | None] | None = None) -> When:
    first, last = days or (value, value)
    return When(value=value, from_=first, to=last, how="stated" if how == "stated" else "inferred")


def event(text: str, id_: str, type_: str, trigger: str, **parts: Any) -> Event:
    """An event of `text` at the `nth` (from 0) `trigger` there, in its sentence; `words` more evidence."""
    found = span(text, trigger, parts.pop("nth", 0))
    first = max(
        (text.rfind(end, 0, found.start) + 2 for end in (". ", "\n\n") if end in text[: found.start]),
        default=0,
    )
    last = text.find(".", found.end) + 1 or len(text)
    sentence = Span(start=first, end=last, text=text[first:last])
    evidence = Evidence(sentence=sentence, **parts.pop("words", {}))
    known = {"quad": 1, "intensity": 1.0, "standing": "happened", "confidence": 0.8}
    fields = {"id": id_, "type": type_, "trigger": found, "evidence": evidence, **known, **parts}
    return Event(**fields)


def _border_statements() -> tuple[Statement, ...]:
    text = BORDER
    raid = span(text, "Two gunmen shot three people dead and wounded twelve in the old port on Sunday")
    return (
        Statement(
            id="s1", type="indirect", confidence=0.9, content=(raid,), cue=(span(text, "said"),),
            source=(span(text, "police"),), speaker="e:x4", speakers=("e:x4",),
        ),
        Statement(
            id="s2", type="direct", confidence=0.99, cue=(span(text, "told"),),
            content=(span(text, "“They burned the customs house,”"),), speaker="e:x2", speakers=("e:x2",),
            source=(span(text, "Inspector Olav Dahl"),),
        ),
        Statement(
            id="s3", type="indirect", confidence=0.95, cue=(span(text, "adding"),), speaker="e:x2",
            content=(span(text, "that a witness had seen the men abduct a clerk"),), speakers=("e:x2",),
        ),
        Statement(
            id="s4", type="indirect", confidence=0.7, within="s3", unnamed=True,
            content=(span(text, "the men abduct a clerk"),), cue=(span(text, "had seen"),),
            source=(span(text, "a witness"),),
        ),
        Statement(
            id="s5", type="indirect", act="deny", confidence=0.93, cue=(span(text, "denied"),),
            content=(span(text, "that its troops had crossed the border"),), speaker="e:EST",
            source=(span(text, "Estavia", 1),), speakers=("e:EST",),
        ),
        Statement(
            id="s6", type="indirect", act="accuse", confidence=0.88, cue=(span(text, "accused"),),
            content=(span(text, "Estavia of arming the gang"),), source=(span(text, "Dahl", 1),),
            speaker="e:x2", speakers=("e:x2",),
        ),
    )  # fmt: skip


def _border_events() -> tuple[Event, ...]:
    monday, sunday = _when("2025-05-05"), _when("2025-05-04")
    may = _when("2025-05", days=("2025-05-01", "2025-05-31"))
    words = {
        "actor": (span(BORDER, "Norland's president, Ann Roe"),), "recipient": (span(BORDER, "Estavia"),),
        "time": span(BORDER, "Monday"), "place": span(BORDER, "Estavia"),
    }  # fmt: skip
    return (
        event(
            BORDER, "v1", "CONSULT", "flew", mode="visit", intensity=4.0, cameo="042", actor=("e:x1",),
            recipient=("e:EST",), contexts=("diplomatic", "natural_resource"), time=monday, place="e:EST",
            confidence=0.97, words=words,
        ),
        event(
            BORDER, "v2", "SUPPORT", "signed", intensity=5.0, cameo="057", actor=("e:x1", "e:EST"),
            time=monday,
        ),
        event(
            BORDER, "v3", "ASSAULT", "shot three people dead", mode="firearms", quad=4, intensity=-9.0,
            cameo="190", actor=("e:x3",), sizes={"dead": 3, "injured": 12}, according_to="s1", time=sunday,
            place="e:x6", contexts=("crime",),
        ),
        event(
            BORDER, "v4", "ASSAULT", "burned", mode="destroy", quad=4, intensity=-8.5, cameo="182",
            actor=("e:x3",), according_to="s2", time=_when("2025-05-04", "inferred"), standing="possible",
        ),
        event(
            BORDER, "v5", "ASSAULT", "abduct", mode="abduct", quad=4, intensity=-8.5, cameo="181",
            actor=("e:x3",), recipient=("e:x5",), according_to="s4", sizes={"crowd": 1200}, confidence=0.41,
        ),
        event(
            BORDER, "v6", "MOBILIZE", "crossed", mode="troops", quad=4, intensity=-6.5, cameo="152",
            actor=("e:EST",), standing="denied", according_to="s5", contexts=("military", "territory"),
        ),
        event(
            BORDER, "v7", "AGREE", "host talks", intensity=2.5, underlying="CONSULT", cameo="036",
            actor=("e:EST",), standing="planned", time=may,
        ),
        event(
            BORDER, "v8", "THREATEN", "expel", mode="expel", quad=3, intensity=-3.5, cameo="137",
            actor=("e:EST",), recipient=("e:x1",), standing="possible", underlying="SANCTION",
        ),
        event(
            BORDER, "v9", "SANCTION", "cut off", mode="discontinue", quad=4, intensity=-6.0, cameo="163",
            actor=("e:NRL",), background=True, time=_when("2019", days=("2019-01-01", "2019-12-31")),
        ),
        event(
            BORDER, "v10", "ACCUSE", "accused", mode="allege", quad=3, intensity=-3.5, cameo="112",
            actor=("e:x2",), recipient=("e:EST",),
        ),
        event(BORDER, "v11", "PROTEST", "marched", mode="demo", quad=4, intensity=-5.0, according_to="s99"),
    )  # fmt: skip


def eventful() -> Record:
    """Events of every sort: in contents and cues, without actor or day, background, by PLOVER's rules."""
    text = BORDER
    named = {
        "e:x1": "Ann Roe", "e:EST": "Estavia", "e:NRL": "Norland", "e:x2": "Olav Dahl", "e:x3": "Two gunmen",
        "e:x4": "police", "e:x5": "a clerk", "e:x6": "old port",
    }  # fmt: skip
    kinds = {"e:EST": "country", "e:NRL": "country", "e:x6": "place", "e:x4": "organisation"}
    offices = {"e:x1": (Office(title="President of Norland"),)}
    entities = [
        Entity(id=id_, kind=kinds.get(id_, "person"), name=name, offices=offices.get(id_, ()))  # type: ignore[arg-type]
        for id_, name in named.items()
    ]
    mentions = [
        Mention(**_fields(span(text, name)), entity=id_, form="name", confidence=0.9)
        for id_, name in named.items()
    ]
    day = span(text, "Sunday")
    return simple(
        text, title="Accord signed as gunmen raid the old port", outlet="The Example Times",
        published="2025-05-06", published_from="json-ld", language="en", entities=tuple(entities),
        mentions=tuple(mentions), statements=_border_statements(), events=_border_events(),
        times=(Time(**_fields(day), type="DATE", value="2025-05-04", from_="2025-05-04", to="2025-05-04"),),
    )  # fmt: skip


def _fields(found: Span) -> dict[str, Any]:
    return {"start": found.start, "end": found.end, "text": found.text}
