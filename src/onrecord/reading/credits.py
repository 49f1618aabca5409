"""Credits: lines that name who else made a report or its picture.

`AFP contributed reporting.`, `Reporting by Jane Roe; Editing by John Doe`, `(With inputs from PTI)`,
`Photo: Jane Roe / AP`. A credit's name is as printed.
"""

import re
from typing import Final

from onrecord.knowledge.agencies import find_agency
from onrecord.reading.boilerplate import drop_reason
from onrecord.reading.names import agency_before, looks_like_name, split_names
from onrecord.record import Credit, CreditKind

MAX_LENGTH: Final = 320
"""Longer lines are never credits, in code points."""

_REPORT: Final = (
    r"(?:report|story|article|piece|dispatch|coverage|investigation|analysis|reporting|post|page)"
)
_TASK: Final = (
    r"(?:reporting|reported|writing|written|editing|edited|compiled|produced|production|research|translated|"
    r"translation|graphics?|fact[- ]check(?:ing|ed)?|adapted|additional material|files?|inputs?|"
    r"information|material)"
)
_CONTRIBUTED: Final = re.compile(
    rf"[—–\-_*(\s]*(?P<names>[^.!?:“”\"]{{2,240}}?(?:\b[A-Z]\.[^.!?:“”\"]{{0,120}}?)*?) (?:also |all )?"
    rf"(?:contributed|provided(?= (?:additional |some |further )?(?:{_REPORT}|research|writing|"
    rf"information|material)))"
    rf"(?: (?:additional|some|further))?(?: (?:to )?{_REPORT}| research| writing| from [A-Z][\w, ]+)?"
    rf"(?: (?:to|for) (?:this|the|our|these) {_REPORT}s?)?(?: from [^.]{{2,80}})?[.)*_\s]*$"
)
_REPORTED_FROM: Final = re.compile(
    r"[—–\-_*(\s]*(?:[A-Z][^.!?“\"]{1,120}? reported from "
    r"[^.!?“\"]{2,160}?(?:[A-Z]\.[^.!?“\"]{0,60}?)*\.\s+)+"
)
_BY_TASK: Final = re.compile(
    rf"[—–\-_*(\[\s]*(?:with )?(?:additional |further |extra |other )?{_TASK}(?:,? (?:and )?(?:additional "
    rf")?{_TASK})*"
    r":? (?:by|from):? (?P<names>[^\n]{2,240}?)[.)\]*_\s]*$",
    re.IGNORECASE,
)
_TASK_WORDS: Final = re.compile(
    rf"(?:;|\.|,)?\s*(?:and\s+)?(?:with )?(?:additional |further )?{_TASK}(?:,? (?:and )?(?:additional "
    rf")?{_TASK})*:? (?:by|from):?\s+",
    re.IGNORECASE,
)
_WITH: Final = re.compile(
    r"[—–\-_*(\[\s]*(?:with|by|via|source|sources|from|agencies|news agency)\b:? (?:the "
    r")?(?P<names>[^\n]{2,120}?)[.)\]*_\s]*$",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"(?:[—–\-_*(\[©\s]|\(c\))*(?P<names>[^\n]{2,60}?)[.)\]*_\s]*$")
_AGENCIES: Final = re.compile(
    r"(?:news |wire |international )?agenc(?:y|ies)(?: (?:inputs?|reports?|copy))?$|wire (?:reports?|"
    r"services?)$",
    re.IGNORECASE,
)
_SHORTEST: Final = 2
_LONGEST_BARE: Final = 100
_BAREST: Final = 80
_OWNING_MARKS: Final = (":", "/", "©", "(", "[", " by ", " of ")
_CAPTION_END: Final = 200
_JOINED: Final = re.compile(r"\s*(?:[/,&+;|]|\band\b)\s*")

_PICTURE: Final = (
    r"(?:photo(?:graph)?(?:er|y)?|image|picture|pic|illustration|fotos?|bild(?:er)?|screen ?(?:shot|grab)|"
    r"cover photo|video|visual|graphic)s?"
)
_PHOTO_LABEL: Final = re.compile(
    rf"[(\[*_\s]*(?:(?:file|lead|main|top|featured|header|cover|handout|stock) )?"
    rf"(?:{_PICTURE}(?: (?:credits?|source|courtesy|copyright))?\s*(?:[:：©|/]|by\b|courtesy(?: of)?\b|"
    rf"via\b|from\b)|credits?\s*:|"
    r"courtesy(?: of|:)(?= (?:the )?(?-i:[A-Z]))|"
    r"(?:photo|image|picture) (?:credits?|courtesy)(?= [A-Z]))\s*(?:by\b|of\b|"
    r"©)?:?\s*"
    r"(?P<name>[^\n]{2,120}?)[)\]*_.\s]*$",
    re.IGNORECASE,
)
_PHOTO_HOUSE: Final = (
    r"(?:getty(?: images)?|shutterstock|istock(?:photo)?|adobe stock|alamy(?: stock photo)?|depositphotos|"
    r"dreamstime|"
    r"unsplash|pexels|pixabay|wikimedia(?: commons)?|flickr|creative commons|imago(?: images)?|nurphoto|"
    r"zuma ?press|"
    r"zuma press wire|sipa(?: usa| press)|rex features|wireimage|filmmagic|magnum photos|redux(?: pictures)?|"
    r"picture alliance|pa images|pa wire|afp photo|ap photo|epa(?:-efe)?|eyevine|camera press|pool(?: "
    r"photo)?|handout)"
)
_PHOTO_HOUSES: Final = re.compile(
    rf"(?:^|[/|,(©]\s*|\bvia )(?:\w+ )?{_PHOTO_HOUSE}[)\]\s]*$|"
    r"\b(?-i:Getty(?: Images)?|Shutterstock|Alamy(?: Stock Photo)?|(?:AP|AFP|EPA|PA|Reuters) (?:[Pp]hoto|"
    r"Images|Wire))[)\]\s]*$",
    re.IGNORECASE,
)
_SLASHED: Final = re.compile(
    r"[(\[©\s]*(?P<left>[^\n/|]{2,60}?)\s*[/|]\s*(?P<right>[^\n/|]{1,60}?(?:\s*[/|]\s*[^\n/|"
    r"]{2,40}?)*)[)\].\s]*$"
)
_DOMAIN: Final = re.compile(
    r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12}(?:/[\w@.-]{1,30})?$", re.IGNORECASE
)
_PAIRED: Final = re.compile(r"[^()\[\]]+ \([^()\[\]]+\)")
_LICENCE: Final = re.compile(r"(?:,? |/ ?)\(?(?:CC[ -]BY[\w. -]*|CC0|public domain)\)?$", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"(?P<name>[^()]{2,60}) \((?P<house>[^()]{2,40})\)$")
_GIVER: Final = re.compile(
    r"(?:.* )?(?:press (?:service|office)|handout|archives?|courtesy|social media|file|via [A-Z]\w+|"
    r"(?:^|\b)(?:telegram|facebook|instagram|twitter|youtube|tiktok|linkedin|vk|x)|screenshot|"
    r"(?:foreign|defen[cs]e|interior) ministry|government|public domain)$|"
    r"(?:press (?:service|office)|office|ministry|government) of (?:the )?[A-Z]|"
    r"(?-i:(?:[A-Z][\w.’'-]+ ){1,4}(?:Department|Ministry|Agency|"
    r"Administration|Service|Police|Army|Navy|Forces))$|"
    r"(?-i:(?:[A-Z][\w.’'-]+ ){2,3}for (?:[Tt]he )?(?:[A-Z][\w’'&.-]*\s?){1,4})$",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[a-z0-9]{3,}[.!?] [A-Z]|\b(?:is|was|are|were|has|have|said)\b")
_RIGHTS: Final = re.compile(r"[(\s]*(?:©|\(c\))\s*(?P<name>(?![\s\d])[^\n]{2,60}?)[)\s]*$", re.IGNORECASE)


def read_credit(line: str, *, heading: bool = False) -> tuple[Credit, ...]:
    """The credits that a whole line prints; empty where it is no credit line.

    `heading` says that the line stands between title and body or by a picture, where barer forms
    ("example.org", "Jane Roe / Ministry Press Service") are picture credits.
    """
    text = line.strip()
    if not _SHORTEST <= len(text) <= MAX_LENGTH:
        return ()
    return _picture(text, heading=heading) or _makers(text)


def agency_credit(name: str, text: str) -> Credit:
    """The credit of an agency that is named in `text`."""
    return Credit(kind="agency", name=name, text=text)


def credit_key(credit: Credit) -> tuple[CreditKind, str]:
    """What two credits of the same name have in common, however it is printed: "AP", "Associated Press"."""
    agency = find_agency(credit.name) if credit.kind == "agency" else None
    return credit.kind, (agency.name if agency else credit.name).casefold()


def _makers(text: str) -> tuple[Credit, ...]:
    """Who else wrote it: agencies and contributors."""
    if ("contributed" in text or "provided" in text) and (found := _CONTRIBUTED.match(_last_sentence(text))):
        return _named(found["names"], text)
    if found := _BY_TASK.match(text):
        return _named(_TASK_WORDS.sub("; ", found["names"]), text)
    for pattern, longest in ((_WITH, 150), (_BARE, 80)):
        if len(text) <= longest and (found := pattern.match(text)) and only_agencies(found["names"]):
            return _named(found["names"], text)
    return ()


def _last_sentence(text: str) -> str:
    """The sentence after those that say from where each author reported; else the whole line."""
    found = _REPORTED_FROM.match(text)
    return text[found.end() :] if found else text


def only_agencies(names: str) -> bool:
    """Whether a list of names has agencies only: "AFP, Reuters", "Agencies"."""
    pieces = [piece for piece in _JOINED.split(names) if piece]
    return bool(pieces) and all(find_agency(piece) or _AGENCIES.match(piece) for piece in pieces)


def _named(names: str, text: str) -> tuple[Credit, ...]:
    """Each agency and person of a list of names, in its order."""
    found: dict[str, CreditKind] = {}
    if agency := agency_before(names):
        found[agency] = "agency"
    for name in split_names(names):
        if find_agency(name) or _AGENCIES.match(name):
            if name.removeprefix("The ").removeprefix("the ") not in found:
                found[name] = "agency"
        elif " " in name and looks_like_name(name):
            found[name] = "contributor"
    return tuple(Credit(kind=kind, name=name, text=text) for name, kind in found.items())


def _picture(text: str, *, heading: bool) -> tuple[Credit, ...]:
    """Whose picture it is."""
    if (found := _PHOTO_LABEL.match(text)) and not _is_sentence(found["name"]):
        return _photo(found["name"], text)
    if len(text) > _LONGEST_BARE or text[-1] in "!?:,":
        return ()
    if _PHOTO_HOUSES.search(text) and not _is_sentence(text) and not _has_caption(text):
        return _photo(text, text)
    found = _SLASHED.match(text) if drop_reason(text) is None else None
    if found and _is_picture_pair(found["left"], found["right"], heading=heading):
        return _photo(text, text)
    return _bare_picture(text) if heading else ()


def _has_caption(text: str) -> bool:
    """Whether more than a name stands before the brackets that a line ends with."""
    before = text.rpartition("(")[0].strip(" (")
    return bool(before) and not looks_like_name(before)


def _is_picture_pair(left: str, right: str, *, heading: bool) -> bool:
    """Whether "left / right" is a photographer and a house, and not two agencies that wrote it."""
    sides = (left, *re.split(r"\s*[/|]\s*", right))
    houses = [
        bool(find_agency(_plain(side)) or _PHOTO_HOUSES.search(side) or _GIVER.match(side)) for side in sides
    ]
    if all(houses):
        return any(_PHOTO_HOUSES.search(side) or _GIVER.match(side) for side in sides)
    names = [side for side, house in zip(sides, houses, strict=True) if not house]
    if not all(looks_like_name(name) or _DOMAIN.match(name) for name in names):
        return False
    return any(houses) or (heading and all(" " in name for name in names))


def _plain(side: str) -> str:
    return re.sub(r"\s*(?:via .*|photos?|images?|file|pool)$", "", side.strip("()[] "), flags=re.IGNORECASE)


def _bare_picture(text: str) -> tuple[Credit, ...]:
    if found := _RIGHTS.match(text):
        return _photo(found["name"], text)
    owner = _BRACKETED.match(text)
    if (owner and looks_like_name(owner["name"]) and find_agency(owner["house"])) or _LICENCE.search(text):
        return _photo(text, text)
    is_short = len(text) <= _BAREST and text[-1] != "." and not drop_reason(text)
    return _photo(text, text) if is_short and (_DOMAIN.match(text) or _GIVER.match(text)) else ()


def _is_sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text))


def _photo(name: str, text: str) -> tuple[Credit, ...]:
    return (Credit(kind="photo", name=_without_outer(name.strip("©*_ \t")), text=text),)


def _without_outer(name: str) -> str:
    """A name without brackets around it or without a partner; those of "Jane Roe (AFP)" stay."""
    return name if _PAIRED.fullmatch(name) else name.strip("()[]©*_ \t")


_CAPTION_TAILS: Final = (
    re.compile(r"©\s*(?P<tail>[^©\n]{2,80}?)\.?\s*$"),
    re.compile(r"[(\[](?P<tail>[^()\[\]\n]{2,100})[)\]]\.?\s*$"),
    re.compile(r"(?<=[.!?”\"’|•–—\n])\s*(?P<tail>[^!?|•–—\n“\"]{2,80}?)\.?\s*$"),
    re.compile(
        rf"(?:^|[.!?”\"’)\]|•–—]\s*)(?P<tail>(?:[A-Z]{{2,5}} )?(?:{_PICTURE}(?: (?:credit|source|"
        rf"courtesy))?|credit)s?\s*(?:[:：©]|/|by\b|courtesy of\b)"
        r"\s*[^\n]{2,100}?)\.?\s*$",
        re.IGNORECASE,
    ),
)


def caption_credits(text: str) -> tuple[Credit, ...]:
    """The picture credits at a caption's end: "… on Tuesday. (AP Photo/Jane Roe)", "… Photo: Jane Roe"."""
    for pattern in _CAPTION_TAILS:
        if found := pattern.search(text[-_CAPTION_END:]):
            tail = _unbracketed(found["tail"])
            is_owner = "©" in found[0] and not _is_sentence(tail)
            if credit := _picture(tail, heading=True) or (
                _photo(tail, tail) if is_owner or only_agencies(tail) else ()
            ):
                return credit
    whole = read_credit(text, heading=True)
    return tuple(credit for credit in whole if credit.kind == "photo") or (
        _photo(text, text) if whole else ()
    )


def _unbracketed(tail: str) -> str:
    """A tail without the closing bracket of one that opened before it."""
    return tail.strip() if "(" in tail else tail.strip().rstrip(")").rstrip()


def is_caption(text: str) -> bool:
    """Whether a line ends as only captions do: "… Photo: Jane Roe", "… (AP Photo/Jane Roe)"."""
    tail = text[-_CAPTION_END:].rstrip(" .")
    if len(text) > MAX_LENGTH or not any(mark in tail for mark in _OWNING_MARKS):
        return False
    if found := _CAPTION_TAILS[-1].search(tail):
        return found["tail"][:1].isupper() and bool(_picture(found["tail"].strip(), heading=False))
    found = _CAPTION_TAILS[1].search(tail) if tail[-1:] in ")]" else None
    return bool(found and _picture(found["tail"], heading=False))
