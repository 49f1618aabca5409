"""Whom something was said to: "told MPs", "wrote to the club", "in an interview with", "was assured that"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.analysis.acts.lexicon import forms
from onrecord.analysis.clauses import Clause
from onrecord.analysis.parts import Attribution, Extent
from onrecord.record import Addressee, Mention, Time

_HEARERS = (
    "tell inform assure remind ask warn advise promise urge order beg instruct command implore invite press"
    " thank brief notify caution threaten persuade counsel entreat exhort offer address lecture teach pledge"
    " answer challenge beseech guarantee forbid direct pester nag commission email phone ring text telephone"
)
"""Verbs that take as their object the one who is told."""
_OCCASIONS = (
    "letter message email e-mail note statement remarks address speech memo text reply appeal testimony"
    " evidence report submission comments petition postcard cable telegram briefing complaint presentation"
    " plea warning"
)
"""What is directed to somebody."""
_OPENERS = (
    "that how why what when where whether to of about by off in on at after before during for as from last"
    " again only yesterday today then is are was were did do who if and but not never out up down back later"
    " earlier"
)
"""Words that no hearer begins with."""
_STOPS = (
    "that how why what when where whether to of about by off on in at during after before for as last this"
    " earlier later via from through outside inside near he she they it his her their there and but while"
    " with over amid than if who which because since until is are was were not never"
)
"""Words that no hearer has in it, as far as it is told here: its head is enough."""
_LONGEST = 60
"""The most characters that an addressee may have."""


def _any(words: str) -> str:
    return "|".join(words.split())


_FORMS = sorted({form for verb in _HEARERS.split() for form in forms(verb)})
_TOLD = "|".join(form for form in _FORMS if not form.endswith(("ing", "s")))
_OBJECT = re.compile(rf"\b(?:{'|'.join(_FORMS)}|\w+\s+to|briefing)\W?$")
"""The end of a cue that a hearer may follow, in lower case."""
_PASSIVE = re.compile(
    rf"(?:\b(?:is|are|was|were|be|been|being|am)|['’](?:s|re))\s+"
    rf"(?:(?:\w+ly|also|just|then)\s+)?[“\"]?(?:{_TOLD})\b"
)
"""A cue that a hearer goes before, in lower case: "had been told"."""
_DIRECT = re.compile(r"\s*,?\s*(?:to|before)\s+(?!\w+ing\b)", re.IGNORECASE)
"""What leads up to a hearer right behind the cue or a source that follows it: "complained to"."""
_LEAD = re.compile(
    r"\b(?:interview|conversation|chat|call|exchange|talk|meeting)s?\s+with\s+|\baddressing\s+|\(to\s+"
    r"|\b(?:speaking|talking|writing)\s+(?:to|with|before)\s+|\binterviewed\s+(?:by|for|on)\s+"
    rf"|\b(?:{_any(_OCCASIONS)})s?\s+(?:sent\s+)?(?:to|before)\s+",
    re.IGNORECASE,
)
"""What leads up to a hearer anywhere in the clause or the source: "in a letter to"."""
_LINK = re.compile(r" to | with | before | by | for | on |\(to |[Aa]ddressing ")
"""One of these is in every lead."""
_PHRASE = re.compile(
    rf"\s*[“\"]?(?!(?:{_any(_OPENERS)}|\w+\stimes)\b)"
    rf"(\w(?:[\w'’&-]|\.(?=\w))*(?:\s(?!(?:{_any(_STOPS)})\b)\w[\w'’&-]*(?:\.(?=\w))?)*)",
    re.IGNORECASE,
)
"""A noun phrase: words up to the next clause, preposition or mark."""
_SUBJECT = re.compile(r"(\w[\w'’&.-]*(?:\s\w[\w'’&.-]*){0,7}),?\s*$")
_CLAUSE_OPENER = re.compile(
    r"^.*\b(?:that|and|but|when|while|because|if|after|before|since|as|although|though|where"
    r"|says?|said|so|or|nor)"
    r"\s+(?=\w)",
    re.IGNORECASE,
)


def find_addressee(
    text: str,
    attribution: Attribution,
    clause: Clause | None,
    *,
    mentions: Sequence[Mention],
    times: Sequence[Time],
) -> Addressee | None:
    """Who was told, as far as clause or source say so. Mentions and times are in order of `start`."""
    if clause is None:
        return None
    start, end = next(_candidates(text, attribution, clause, times), (0, 0))
    if start == end:
        return None
    return Addressee(start=start, end=end, text=text[start:end], entity=_entity_in(mentions, start, end))


def _candidates(
    text: str, attribution: Attribution, clause: Clause, times: Sequence[Time]
) -> Iterator[Extent]:
    """Where an addressee may stand, the surest first."""
    uses = {end: _use(text[start:end].lower()) for start, end in attribution.cue}
    passive = "passive" in uses.values()
    for gap in clause.gaps:
        phrase = None
        if passive and gap[1] == clause.cue[0]:
            phrase = _subject(text, gap)
        elif uses.get(gap[0]) == "object":
            phrase = _phrase(text, gap[0], gap[1], times)
        if phrase is None and gap[0] >= clause.cue[1] and (lead := _DIRECT.match(text, *gap)):
            phrase = _phrase(text, lead.end(), gap[1], times)
        if phrase:
            yield phrase
    for part in (*clause.gaps, *attribution.source):
        for lead in _leads(text, part):
            if phrase := _phrase(text, lead.end(), part[1], times):
                yield phrase


@lru_cache(maxsize=4096)
def _use(cue: str) -> str:
    """Where a cue has its hearer: `object` behind it, `passive` before it, or neither."""
    if _PASSIVE.search(cue):
        return "passive"
    return "object" if _OBJECT.search(cue) else ""


def _leads(text: str, part: Extent) -> Iterator[re.Match[str]]:
    """What leads up to hearers in a part. Most parts have no such word, so that is looked for first."""
    return _LEAD.finditer(text, *part) if _LINK.search(text, *part) else iter(())


def _phrase(text: str, start: int, end: int, times: Sequence[Time]) -> Extent | None:
    """The noun phrase that begins at `start`, as far as the next time."""
    following = bisect_left(times, start, key=lambda time: time.start)
    limit = min([end, start + _LONGEST, *(time.start for time in times[following : following + 1])])
    match = _PHRASE.match(text, start, limit)
    return match.span(1) if match else None


def _subject(text: str, gap: Extent) -> Extent | None:
    """The noun phrase that ends the gap."""
    match = _SUBJECT.search(text, max(gap[0], gap[1] - _LONGEST), gap[1])
    if match is None:
        return None
    opener = _CLAUSE_OPENER.match(match[1])
    start = match.start(1) + (opener.end() if opener else 0)
    return start, match.end(1)


def _entity_in(mentions: Sequence[Mention], start: int, end: int) -> str | None:
    """The entity whose mention ends with the extent: "The Harbour Gazette" holds "Harbour Gazette"."""
    index = bisect_right(mentions, start - 1, key=lambda mention: mention.start)
    return next((m.entity for m in mentions[index : index + 2] if m.end == end), None)
