"""Those who are mentioned, persons to places, and their mentions while they are found."""

from dataclasses import dataclass, field

from onrecord.knowledge.base import Organisation, Person
from onrecord.knowledge.first_names import Gender
from onrecord.record import Candidate, Entity, EntityKind, MentionForm


@dataclass(slots=True, eq=False)
class Actor:
    """Somebody or something mentioned. `id` is empty until one is given, in order of first mention."""

    kind: EntityKind
    name: str
    id: str = ""
    words: tuple[str, ...] = ()
    """The folded words of a name."""
    gender: Gender | None = None
    roles: set[str] = field(default_factory=set)
    country: str | None = None
    sectors: tuple[str, ...] = ()
    description: str | None = None
    unnamed: bool = False
    members: tuple["Actor", ...] = ()
    identity: Person | Organisation | None = None
    """Who it is in the knowledge."""
    candidates: tuple[tuple[Person, float], ...] = ()
    asked: bool = False
    """Whether the knowledge has been asked."""

    def entity(self, candidates: tuple[Candidate, ...] = ()) -> Entity:
        """The record's entity by what the text says, without coordinates."""
        return Entity(
            id=self.id,
            kind=self.kind,
            name=self.name,
            country=self.country,
            sectors=self.sectors,
            description=self.description,
            unnamed=self.unnamed,
            members=tuple(member.id for member in self.members),
            candidates=candidates,
        )


@dataclass(slots=True)
class Found:
    """A mention: `[start, end)` stands for `actor`."""

    start: int
    end: int
    actor: Actor
    form: MentionForm
    confidence: float
    possessive: bool = False
