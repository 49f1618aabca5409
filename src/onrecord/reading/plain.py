"""A plain text to the parts of its article: what stands above and below the body, and its paragraphs."""

import re
from collections import deque
from itertools import islice
from typing import Final

from onrecord.knowledge.outlets import outlet_for
from onrecord.reading.addresses import clean_url
from onrecord.reading.boilerplate import drop_reason
from onrecord.reading.byline import after_names, agency_credits, is_role, opens_with_by, read_byline
from onrecord.reading.credits import caption_credits, is_caption, only_agencies, read_credit
from onrecord.reading.dateline import read_dateline
from onrecord.reading.headers import DateLine, read_date_line, read_field
from onrecord.reading.paragraphs import paragraphs_of
from onrecord.reading.parts import Parts
from onrecord.reading.sweep import note_date, same_words, sweep, take

_TITLE_LENGTH: Final = 220
_SHORTEST: Final = 4
_FEW_WORDS: Final = 3
_LONGEST_LINE: Final = 320
_ABOVE_TITLE: Final = frozenset(
    (
        "donation",
        "subscription",
        "newsletter",
        "navigation",
        "other",
        "advertisement",
        "cookie",
        "copyright",
        "social",
        "share",
        "comment",
    )
)
"""What may stand above a headline; "Watch: …" may itself be one."""
_ADDRESS: Final = re.compile(r"https?://\S+")
_MENU: Final = re.compile(
    r"(?:(?:home|news|world|u\.?[sk]\.?|business|sports?|politics|opinion|culture|lifestyle|entertainment|"
    r"technology|tech|science|"
    r"health|videos?|photos|weather|travel|menu|search|sections?|local|national|international|economy|"
    r"environment|arts|life|style|"
    r"more|latest|markets?|money|podcasts?|education|climate)(?:\s*[,|·•&]\s*|\s+and\s+|$))+",
    re.IGNORECASE,
)
_KICKER: Final = re.compile(
    r"(?:opinion|analysis|editorial|exclusive|breaking(?: news)?|feature|live|explainer|interview|review|"
    r"column|commentary)",
    re.IGNORECASE,
)
"""The kind of piece, printed above it."""
_PIECES: Final = re.compile(r"\s*[|·•/]\s*")
_BRACKET: Final = re.compile(r"[(\[][^()\[\]]{1,40}[)\]]")
_PAPER: Final = re.compile(
    r"(?:[A-Z][\w’'&.-]* ){1,4}(?:Times|Post|Gazette|Herald|Tribune|Journal|News|Courier|Chronicle|Observer|"
    r"Telegraph|Mail|Press|Weekly|Daily|Review|Examiner|Dispatch|Sentinel|Standard|Echo)"
)
_SLOGAN: Final = 8
"""A banner behind a date has at most so many words, where nothing else tells it."""
_LOGIN: Final = re.compile(r"by [a-z][\w.@-]{1,30}")
"""Who put a page up, by the name of an account."""
_HEADER_LINES: Final = 24
"""A header has at most so many lines."""
_ENDS_SENTENCE: Final = re.compile(r"(?:[.;,]|[.,][\"”’')\]]+)$")
_TWO_SENTENCES: Final = re.compile(r"[a-z]{3,}[.!?][\"”’']? [A-Z“\"]")
_NAMED: Final = re.compile(
    r"(?i:support|subscribe to|sign up (?:for|to)|member of|donate to|join|©|copyright|\(c\)|contribute "
    r"to|supporter of|"
    r"subscriber (?:of|to))"
    r"[\s\d©,–-]*(?P<name>(?:[Tt]he )?[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&-]*|of|the|and))*(?: [A-Z][\w’'&-]*)?)"
)
_AT_RIGHTS: Final = re.compile(r"(?P<name>[A-Z][\w’'&.-]*(?: [\w’'&.-]+){0,4}),? (?:©|\([Cc]\)|[Cc]opyright)")
_OUTLET_FIELDS: Final = frozenset((
    "source", "publication", "publisher", "outlet", "newspaper", "website", "web site",
))  # fmt: skip
_AUTHOR_FIELDS: Final = frozenset((
    "author", "authors", "byline", "by-line", "writer", "reporter", "text", "words", "story",
))  # fmt: skip
_SECTION_FIELDS: Final = frozenset(("section", "category", "language"))
_OUTLET_NAME: Final = re.compile(
    r"(?:[A-Z][\w’'&.-]* )(?:(?:[A-Z][\w’'&.-]*|of|the|and|for|&) ){0,4}[A-Z][\w’'&.-]*|[\w-]+(?:\.[\w-]+)+"
)
_NO_NAME: Final = frozenset((
    "our", "us", "this", "the", "independent", "quality", "journalism", "all", "rights", "reserved",
    "today", "now", "here", "by",
))  # fmt: skip


def read_plain(text: str, title: str | None = None) -> Parts:
    """The parts of a plain-text article; `title` is what a row already says it is.

    Where all lines look like furniture, they are the text: nothing is left of nothing.
    """
    parts = Parts(title=title)
    paragraphs = paragraphs_of(text)
    parts.paragraphs = sweep(parts, _header(parts, paragraphs))
    if not parts.paragraphs and parts.title in (None, title):
        return Parts(title=title, paragraphs=paragraphs)
    parts.outlet = parts.outlet or _outlet(parts)
    return parts


def _header(parts: Parts, paragraphs: list[str]) -> list[str]:
    """Reads the lines above the body; what comes back is the body, unknown lines of the header included."""
    kept: list[str] = []
    waiting = deque(paragraphs)
    for _ in range(_HEADER_LINES):
        if not waiting:
            break
        text = waiting.popleft()
        if "\n" in text and _has_header_line(text):
            waiting.extendleft(reversed(text.split("\n")))
        elif _is_header_line(parts, text):
            continue
        elif _is_title(parts, text, list(islice(waiting, _HEADER_LINES)), is_first=not kept):
            parts.title = _dateless(parts, text).strip().lstrip("# ")
        elif parts.title and same_words(parts.title, text):
            take(parts, text, "title")
        elif _starts_body(text):
            waiting.appendleft(text)
            break
        else:
            kept.append(text)
    return [*kept, *waiting]


def _has_header_line(text: str) -> bool:
    """Whether one of several lines that stand together belongs above an article."""
    lines = text.split("\n")
    return max(map(len, lines)) <= _TITLE_LENGTH and any(
        _is_header_line(Parts(title="-"), line) for line in lines
    )


def _is_header_line(parts: Parts, text: str) -> bool:
    """Whether a line is a date, byline, credit or banner; then it is noted."""
    if len(text) > _LONGEST_LINE:
        return False
    if date := read_date_line(text):
        return _note_date(parts, text, date)
    return _is_labelled(parts, text) or _is_signed_or_furniture(parts, text)


def _is_labelled(parts: Parts, text: str) -> bool:
    field = read_field(text)
    return field is not None and _note_field(parts, text, *field)


def _is_signed_or_furniture(parts: Parts, text: str) -> bool:
    """Whether a line is a byline, a credit, a caption, an address or a banner; then it is noted."""
    is_signature = opens_with_by(text) or after_names(text) or (parts.title and not _is_owner(text))
    if is_signature and (names := read_byline(text)):
        _note_byline(parts, text, names)
    elif parts.byline and is_role(text):
        take(parts, text, "byline", agency_credits([text]))
    elif found := read_credit(text, heading=True):
        take(parts, text, "credit", found)
    elif is_caption(text) or _is_credited(text):
        take(parts, text, "caption", caption_credits(text))
    elif _ADDRESS.fullmatch(text.strip()):
        _note_address(parts, text, text.strip())
    elif _KICKER.fullmatch(text.strip()) or (parts.title is None and _MENU.fullmatch(text.strip())):
        take(parts, text, "navigation")
    elif (why := drop_reason(text)) and (parts.title or why in _ABOVE_TITLE):
        take(parts, text, why)
    else:
        return False
    return True


def _is_owner(text: str) -> bool:
    """Whether a line below the title names agencies or whose its picture is, and no author."""
    return only_agencies(text) or ("/" in text and bool(read_credit(text, heading=True)))


def _note_field(parts: Parts, text: str, name: str, value: str) -> bool:
    """A part of the article with its label before it, where the value is what the label says."""
    if name in ("title", "headline"):
        parts.title = parts.title or value
        take(parts, text, "title")
    elif name in _AUTHOR_FIELDS and (names := read_byline(f"By {value}")):
        _note_byline(parts, text, names)
    elif _ADDRESS.fullmatch(value):
        _note_address(parts, text, value)
    elif name in _OUTLET_FIELDS and _is_name(value) and not read_credit(text, heading=True):
        parts.outlet = parts.outlet or value
        take(parts, text, "header-line")
    elif name in _SECTION_FIELDS and len(value.split()) <= _FEW_WORDS:
        take(parts, text, "header-line")
    else:
        return False
    return True


def _note_address(parts: Parts, text: str, address: str) -> None:
    parts.url = parts.url or clean_url(address)
    take(parts, text, "header-line")


def _is_name(value: str) -> bool:
    """Whether a value is written as an outlet's name is, and no headline."""
    return outlet_for(value) is not None or bool(_OUTLET_NAME.fullmatch(value))


def _is_credited(text: str) -> bool:
    """Whether a line above the body ends with the owner of its picture."""
    return ("/" in text or "©" in text) and drop_reason(text) is None and bool(caption_credits(text))


def _note_byline(parts: Parts, text: str, names: tuple[str, ...]) -> None:
    """A byline, with the date that may follow it on the same line."""
    parts.byline = parts.byline or names
    take(parts, text, "byline", agency_credits(names, text))
    if (date := read_date_line(after_names(text))) and date.value:
        note_date(parts, "", date)


def _note_date(parts: Parts, text: str, date: DateLine) -> bool:
    """A date line, with the banner or byline that may follow it on the same line."""
    rest = date.rest
    if date.labelled and _LOGIN.fullmatch(rest):
        note_date(parts, text, date)
        return True
    known = not rest or drop_reason(rest) or read_byline(rest) or read_date_line(rest)
    if not known and not _is_slogan(rest, date, title=parts.title):
        return False
    note_date(parts, text[: len(text) - len(rest)] if rest else text, date)
    if known:
        return not rest or _is_header_line(parts, rest)
    parts.outlet = parts.outlet or (rest if _OUTLET_NAME.fullmatch(rest) and _is_paper(rest) else None)
    take(parts, rest, "header-line")
    return True


def _is_slogan(rest: str, date: DateLine, *, title: str | None) -> bool:
    """Whether what follows a date on its line is a banner or control, and neither headline nor sentence."""
    pieces = [piece for piece in _PIECES.split(rest) if piece]
    if all(drop_reason(piece) or _is_paper(piece) or _BRACKET.fullmatch(piece) for piece in pieces):
        return True
    is_short = len(rest.split()) <= _SLOGAN and not _starts_body(rest)
    return title is not None and is_short and (date.labelled or rest[0].isupper())


def _is_paper(text: str) -> bool:
    """Whether a line is the name of a newspaper, by its last word."""
    return bool(_PAPER.fullmatch(text))


def _is_title(parts: Parts, text: str, after: list[str], *, is_first: bool) -> bool:
    """Whether a line is the headline: short, the first of its kind, no sentence, with a body behind it."""
    line = text.strip()
    if parts.title is not None or not is_first or not _SHORTEST <= len(line) <= _TITLE_LENGTH or "\n" in line:
        return False
    if _ENDS_SENTENCE.search(line) or _TWO_SENTENCES.search(line) or read_dateline(line):
        return False
    return line[-1] != ":" and not _goes_on(after) and any(_starts_body(later) for later in after)


def _dateless(parts: Parts, text: str) -> str:
    """A headline without the date that stands before it on its line; the date is noted."""
    date = read_date_line(text)
    if not date or not date.value or not date.rest or len(text) > _TITLE_LENGTH:
        return text
    note_date(parts, text[: len(text) - len(date.rest)], date)
    return date.rest


def _goes_on(after: list[str]) -> bool:
    """Whether the next paragraph begins in lower case: then the line before it was cut off."""
    is_cut = bool(after) and after[0].lstrip()[:1].islower() and _starts_body(after[0])
    return is_cut and read_date_line(after[0]) is None


def _starts_body(text: str) -> bool:
    """Whether a paragraph is running text: a whole sentence, or long."""
    line = text.rstrip()
    return len(line) > _TITLE_LENGTH or bool(
        re.search(r"[.!?…][\"”’'»)\]]*$", line) and len(line.split()) > _FEW_WORDS
    )


def _outlet(parts: Parts) -> str | None:
    """The outlet that banners and copyright lines name."""
    for line in parts.dropped:
        if line.why in ("donation", "subscription", "copyright", "newsletter") and (
            found := _NAMED.search(line.text) or _AT_RIGHTS.match(line.text)
        ):
            name = found["name"].strip(" .,!")
            words = [word for word in name.split() if word.casefold() not in _NO_NAME]
            if (
                words
                and (len(name.split()) > 1 or outlet_for(name))
                and name.split()[0].casefold() not in _NO_NAME - {"the"}
            ):
                return name
    return None
