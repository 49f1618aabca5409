"""Who and what an article mentions, and who speaks in it: the knowledge's look-ups, rules, and the model.

spots ▸ judging (English only) ▸ cast (full and short names) ▸ pairs ▸ nominals ▸ pronouns ▸ voices
"""

from collections import Counter
from collections.abc import Sequence

from onrecord.analysis.model.reading import Reading
from onrecord.analysis.names.actors import Actor, Found
from onrecord.analysis.names.cast import Cast
from onrecord.analysis.names.context import Context
from onrecord.analysis.names.first_person import FirstPersons
from onrecord.analysis.names.identities import Identities
from onrecord.analysis.names.judging import judged
from onrecord.analysis.names.nominals import find_counterparts, find_nominals, find_pairs
from onrecord.analysis.names.opinion import Opinion
from onrecord.analysis.names.organisations import organisation_names
from onrecord.analysis.names.pronouns import Pronouns
from onrecord.analysis.names.spots import Spot, find_spots
from onrecord.analysis.names.unnamed import Unnamed
from onrecord.analysis.names.voices import Answer, Voices, voices
from onrecord.analysis.names.where import place_entity
from onrecord.analysis.parts import Attribution, Names, Quotation, Tokens
from onrecord.knowledge.base import Knowledge, Organisation, get_knowledge
from onrecord.knowledge.countries import country
from onrecord.knowledge.places import place
from onrecord.record import Entity, Mention

__all__ = ["resolve"]

_DATELINE = 2
"""So many mentions a dateline is worth."""


def resolve(
    tokens: Tokens,
    attributions: Sequence[Attribution],
    *,
    title: str | None,
    dateline_place: str | None,
    knowledge: Knowledge | None = None,
    day: str | None = None,
    quotations: Sequence[Quotation] = (),
    byline: Sequence[str] = (),
    reading: Reading | None = None,
) -> Names:
    """The entities and mentions of an article, and a voice for each attribution, in their order.

    `title` helps to tell whom a bare surname names; `dateline_place` (an entity id) says which
    country's places come first; `day` is the article's, as an ISO prefix; `quotations` and `byline` tell who
    "I" is. Without `knowledge` the package's own is asked.
    """
    sources = [extent for attribution in attributions for extent in attribution.source]
    contents = [extent for attribution in attributions for extent in attribution.content]
    origin = place(dateline_place) if dateline_place else None
    spots = find_spots(tokens.text)
    organisations = organisation_names(tokens.text, spots)
    identities = Identities(knowledge or get_knowledge(), day)
    near = origin.country if origin else None
    cast = Cast(Context(tokens.text, title, sources), near, identities, organisations)
    cast.survey(spots)
    if reading is not None and reading.encoded.extents:
        spots = judged(cast, spots, Opinion(reading))
    cast.gather(spots)
    counts = _countries(cast, spots, near)
    identities.countries = frozenset(counts)
    identities.home = _home(counts)
    identities.link_all(cast.found)
    pairs = find_pairs(cast, spots)
    people = [found for found in cast.found if found.actor.kind == "person"]
    nominals = find_nominals(cast, people)
    singles = Unnamed(cast, spots, cast.found).singles(sources, nominals)
    pronouns = Pronouns(cast, tokens.sentences, contents, [*singles, *nominals]).resolve()
    counterparts = find_counterparts(cast, pronouns)
    found = [*cast.found, *pairs, *pronouns, *nominals, *counterparts]
    speaking = Voices(cast, spots, found)
    answers = speaking.speakers(attributions)
    speech = FirstPersons(cast, tokens.paragraphs, quotations, byline)
    spoken = speech.resolve(attributions, [speakers for speakers, _ in answers])
    answers = _with_authors(answers, attributions, spoken)
    mentions = _settled([*found, *speaking.mentions, *spoken])
    entities = _entities(cast, mentions, answers)
    return Names(
        entities,
        tuple(_mention(tokens.text, mention) for mention in mentions),
        voices(answers, attributions, mentions),
    )


def _countries(cast: Cast, spots: Sequence[Spot], near: str | None) -> Counter[str]:
    """How often an article speaks of each country, by name, place or body; more for that of the dateline."""
    counts = Counter(spot.country for spot in spots if spot.country)
    counts.update(choice.place.country for found in cast.found if (choice := cast.place_of(found.actor)))
    bodies = (found.actor for found in cast.found if isinstance(found.actor.identity, Organisation))
    counts.update(actor.country for actor in bodies if actor.country and country(actor.country))
    if near:
        counts[near] += _DATELINE
    return counts


def _home(counts: Counter[str]) -> str | None:
    """The country that an article is plainly about: more often named than all others together."""
    top = counts.most_common(1)
    return top[0][0] if top and 2 * top[0][1] > counts.total() and top[0][1] > 1 else None


def _with_authors(
    answers: Sequence[Answer], attributions: Sequence[Attribution], spoken: Sequence[Found]
) -> list[Answer]:
    """The answers, where "I" or "we" is a source and nobody speaks around it those who write."""
    by_start = {found.start: found.actor for found in spoken}
    return [
        ([by_start[one.source[0][0]]], False)
        if not answer[0] and one.source and one.source[0][0] in by_start
        else answer
        for answer, one in zip(answers, attributions, strict=True)
    ]


def _settled(found: Sequence[Found]) -> list[Found]:
    """The mentions in order; of two that overlap the longer stays, nested ones go."""
    settled: list[Found] = []
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not settled or mention.start >= settled[-1].end:
            settled.append(mention)
    return settled


def _entities(
    cast: Cast, mentions: Sequence[Found], answers: Sequence[tuple[list[Actor], bool]]
) -> tuple[Entity, ...]:
    """The entities in order of first mention, each given its id."""
    actors: dict[int, Actor] = {}
    speaking = [actor for speakers, _ in answers for actor in speakers]
    for actor in [*(mention.actor for mention in mentions), *speaking]:
        for each in (*actor.members, actor):
            actors.setdefault(id(each), each)
    number = 0
    for actor in actors.values():
        if actor.identity and actor.identity.wikidata:
            actor.id = f"e:{actor.identity.wikidata}"
        elif not actor.id:
            number += 1
            actor.id = f"e:x{number}"
    return tuple(_entity(cast, actor) for actor in actors.values())


def _entity(cast: Cast, actor: Actor) -> Entity:
    choice = cast.place_of(actor)
    return cast.identities.entity(actor) if choice is None else place_entity(actor.id, choice)


def _mention(text: str, found: Found) -> Mention:
    return Mention(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        entity=found.actor.id,
        form=found.form,
        confidence=found.confidence,
    )
