"""The record's types: one article in, one record out. Format 1.

These frozen structs are the contract that every printer, page, ledger and measurement reads;
`docs/reference/record.md` says what each field means. Offsets are Unicode code points into
`Article.text`, half-open `[start, end)`, and `text[start:end] == span.text` always.
Nothing of ours is imported here.
"""

from collections.abc import Callable
from typing import Literal

import msgspec
from msgspec import Struct, field

FORMAT: Literal[1] = 1

PublishedFrom = Literal[
    "argument", "row", "html-meta", "json-ld", "feed", "sitemap", "header-line", "dateline", "url"
]
CreditKind = Literal["agency", "photo", "contributor"]
DropReason = Literal[
    "header-line", "title", "byline", "caption", "navigation", "donation", "subscription", "newsletter",
    "share", "social", "read-more", "related", "cookie", "advertisement", "comment", "copyright", "credit",
    "correction-policy", "other",
]  # fmt: skip
EntityKind = Literal["person", "organisation", "government", "country", "place", "group"]
PlacePrecision = Literal["address", "city", "district", "region", "country"]
MentionForm = Literal["name", "nominal", "pronoun", "metonym"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementType = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "say", "claim", "deny", "confirm", "warn", "promise", "demand", "ask", "accuse", "praise", "threaten",
    "believe", "plan",
]  # fmt: skip
Polarity = Literal["positive", "negative"]
How = Literal["stated", "inferred"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Standing = Literal["happened", "planned", "possible", "denied"]
SourceKind = Literal["file", "stdin", "url", "row", "text", "bytes", "warc", "feed"]


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of the article's text, in code points, half-open."""

    start: int
    end: int
    text: str


class Producer(Struct, frozen=True, kw_only=True):
    """What made the record: the program, its model and its knowledge, each by version."""

    name: str = "onrecord"
    version: str
    model: str | None = None
    knowledge: str | None = None


class Dateline(Span, frozen=True, kw_only=True):
    """The opening place (and agency or date) of a report, up to and with its dash."""

    place: str | None = None


class Credit(Struct, frozen=True, kw_only=True):
    """Who else made the report or its picture: `name`, in the line `text` as printed."""

    kind: CreditKind
    name: str
    text: str


class Dropped(Struct, frozen=True, kw_only=True):
    """A line of the input that is no part of the article, and why."""

    text: str
    why: DropReason


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where the bytes came from. `row` counts from 1; `offset` and `length` are bytes."""

    kind: SourceKind
    file: str | None = None
    row: int | None = None
    offset: int | None = None
    length: int | None = None


class Article(Struct, frozen=True, kw_only=True):
    """One article as read: its canonical text and what was printed around it."""

    id: str
    revision: str
    key: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    text: str
    dateline: Dateline | None = None
    credits: tuple[Credit, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    source: Source


class Office(Struct, frozen=True, kw_only=True):
    """An office as held on the article's date. Days are ISO prefixes."""

    title: str
    since: str | None = None
    until: str | None = None


class Entity(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody or something that is mentioned. Country codes are ISO 3166-1 alpha-3.

    `lat` and `lon` are degrees (WGS 84). Ids that begin `e:x` are good within their record only.
    `candidates` are those of the knowledge who may be meant, the likeliest first, where none is sure.
    """

    id: str
    kind: EntityKind
    name: str
    wikidata: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    description: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision | None = None
    unnamed: bool = False
    members: tuple[str, ...] = ()
    candidates: tuple["Candidate", ...] = ()


class Candidate(Struct, frozen=True, kw_only=True):
    """Who may be meant where it is not sure. `confidence` is from 0 to 1.

    The entity's id is "e:x1.2" for the second candidate for "e:x1", where no list has an id.
    """

    entity: Entity
    confidence: float


class Who(Struct, frozen=True, kw_only=True):
    """The answer to who or what `text` stands for `on` a day; `entity` is null where that is not sure."""

    text: str
    on: str | None = None
    entity: Entity | None = None
    candidates: tuple[Candidate, ...] = ()


class Mention(Span, frozen=True, kw_only=True):
    """A span that stands for an entity. `confidence` is from 0 to 1."""

    entity: str
    form: MentionForm
    confidence: float


class Time(Span, frozen=True, kw_only=True):
    """A time expression: TIMEX3 type and value, and the days it covers (null where open).

    `value` is null where it needs a publication date and none is known.
    """

    type: TimeType
    value: str | None
    from_: str | None = field(name="from")
    to: str | None


class When(Struct, frozen=True, kw_only=True):
    """A resolved day or period: value as in TIMEX3, the days covered, and how it is known."""

    value: str
    from_: str | None = field(name="from")
    to: str | None
    how: How


class Addressee(Span, frozen=True, kw_only=True):
    """To whom a statement was made."""

    entity: str | None = None


class Statement(Struct, frozen=True, kw_only=True):
    """Somebody's words or their gist: who (source), by which word (cue), what (content)."""

    id: str
    type: StatementType
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    speakers: tuple[str, ...] = ()
    unnamed: bool = False
    addressee: Addressee | None = None
    act: Act = "say"
    polarity: Polarity = "positive"
    said: When | None = None
    place: str | None = None
    within: str | None = None
    about: tuple[str, ...] = ()
    confidence: float


class Evidence(Struct, frozen=True, kw_only=True):
    """The spans that an event is read from."""

    sentence: Span
    actor: tuple[Span, ...] = ()
    recipient: tuple[Span, ...] = ()
    time: Span | None = None
    place: Span | None = None


class Event(Struct, frozen=True, kw_only=True):
    """Who did what to whom, in PLOVER's terms, with its standing and on whose word."""

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: int
    intensity: float
    underlying: EventType | None = None
    cameo: str | None = None
    background: bool = False
    sizes: dict[str, int] = {}
    trigger: Span
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    time: When | None = None
    place: str | None = None
    standing: Standing
    according_to: str | None = None
    evidence: Evidence
    confidence: float


class Record(Struct, frozen=True, kw_only=True):
    """All that one article says, each part with the characters that prove it."""

    format: Literal[1] = FORMAT
    producer: Producer
    article: Article
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[str, ...] = ()

    def to_json(self, *, indent: int | None = None) -> bytes:
        """The record as UTF-8 JSON, on one line or indented by `indent` spaces."""
        data = msgspec.json.encode(self)
        return data if indent is None else msgspec.json.format(data, indent=indent)

    @classmethod
    def from_json(cls, data: bytes | str) -> "Record":
        """The record that `data` holds; raises `msgspec.ValidationError` where it is none."""
        return msgspec.json.decode(data, type=cls)

    def _repr_html_(self) -> str:
        """The annotated article, for notebooks."""
        return _html_printer[0](self) if _html_printer else ""


_html_printer: list[Callable[[Record], str]] = []


def set_html_printer(printer: Callable[[Record], str]) -> None:
    """Say how a record shows itself in a notebook. A hook, so that this floor knows of none above it."""
    _html_printer[:] = [printer]


def json_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of a record, made from these types."""
    schema = msgspec.json.schema(Record)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "onrecord record, format 1",
        **schema,
    }
