"""A passage's record from its labels: spans and names are given, what follows from them is ours."""

from msgspec.structs import replace

from onrecord.analysis.marks import find_quotations
from onrecord.analysis.names import resolve
from onrecord.analysis.parts import Attribution
from onrecord.analysis.statements import build_statements, days_said, quoted_days
from onrecord.analysis.times import anchor, recognise
from onrecord.analysis.tokens import tokenise
from onrecord.record import Entity, EntityKind, Mention
from passages import PUBLISHED, as_row, parents
from scoring import Row
from training.markup import Passage

KINDS: dict[str, EntityKind] = {"person": "person", "organisation": "organisation", "group": "group"}
"""Kinds as labelled to kinds of entity; places are countries where they act."""


def read_labelled(passage: Passage) -> Row:
    """What a record has of the passage when its attributions and names are as labelled."""
    tokens = tokenise(passage.text)
    found = attributions(passage)
    names = resolve(tokens, found, title=None, dateline_place=None)
    entities, mentions = labelled_names(passage)
    names = replace(names, entities=(*names.entities, *entities), mentions=mentions)
    expressions = recognise(passage.text)
    times = anchor(expressions, passage.text, PUBLISHED, ())
    said = days_said(found, tokens, times, PUBLISHED)
    quoted = quoted_days(found, find_quotations(tokens), said, PUBLISHED)
    times = anchor(expressions, passage.text, PUBLISHED, quoted) if quoted else times
    statements = build_statements(tokens, found, names=names, times=times, said=said, published=PUBLISHED)
    return {"statements": as_row(statements), "times": as_row(times), "mentions": as_row(mentions)}


def attributions(passage: Passage) -> list[Attribution]:
    """The passage's statements as the analysis would hand them on, in their order."""
    return [
        Attribution(
            content=one.spans["q"],
            cue=one.spans["c"],
            source=one.spans.get("s", ()),
            type="indirect",
            confidence=1.0,
            within=parent,
        )
        for one, parent in zip(passage.statements, parents(passage), strict=True)
    ]


def labelled_names(passage: Passage) -> tuple[list[Entity], tuple[Mention, ...]]:
    """The labelled names, outermost ones only, each word for word its own entity."""
    entities: dict[str, Entity] = {}
    mentions: list[Mention] = []
    for name in sorted(passage.names, key=lambda name: (name.start, -name.end)):
        if mentions and name.start < mentions[-1].end:
            continue
        text = passage.text[name.start : name.end]
        kind = KINDS.get(name.kind) or ("country" if name.acting else "place")
        id_ = f"e:label/{kind}/{text}"
        entity = entities.setdefault(id_, Entity(id=id_, kind=kind, name=text))
        mention = Mention(
            start=name.start, end=name.end, text=text, entity=entity.id, form="name", confidence=1.0
        )
        mentions.append(mention)
    return list(entities.values()), tuple(mentions)
