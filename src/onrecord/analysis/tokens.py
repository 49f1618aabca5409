"""Words, sentences and paragraphs of a text, as extents in code points. Everything is one pass of a regex."""

import re

from onrecord.analysis.parts import Extent, Tokens
from onrecord.analysis.wrapping import unwrapped

TITLES = (
    "Mr Mrs Ms Mx Dr Prof Sen Rep Gov Gen Brig Col Maj Capt Lt Sgt Cpl Cmdr Adm Hon Rev Fr St Messrs Pres Amb"
    " Atty Supt"
)
"""Written with a point before a name, so a sentence never ends there."""

ABBREVIATIONS = (
    "Sens Reps Govs Jr Sr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Inc Ltd Corp Co Bros vs Vol No Nos"
    " Art Fig pp etc al approx est dept Dept Univ Ave Blvd Mt Ft Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind"
    " Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo"
)
"""Written with a point that may also end the sentence: what follows decides."""


def _after_any(words: str) -> str:
    """A look-behind, tried at a point only, for one of `words` (look-behinds need one width each)."""
    by_length: dict[int, list[str]] = {}
    for word in words.split():
        by_length.setdefault(len(word), []).append(word)
    return "|".join(rf"(?<=\b(?:{'|'.join(same)})\.)" for same in by_length.values())


_WORD = re.compile(
    r"\w+(?:[-'’.,&](?=\w)\w+)*"  # don't, Sky-High, 1,000.5, and the U.S of U.S.
    r"(?:\.(?:(?<=\b[^\W\d_]\.[^\W\d_]\.)|(?<=\b[A-Z]\.)(?=\s+[A-Z])"  # U.S., a.m., the initial in J. Doe
    rf"|{_after_any(TITLES + ' ' + ABBREVIATIONS)}))?"
    r"|\S"
)
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")

CLOSERS = "\"'”’»›«‹“‘)]}」』"
_STOPS = ".!?…。！？"
# The look-behind and the possessive quantifiers keep a run of a million points linear.
_STOP = re.compile(rf"(?<![{_STOPS}])[{_STOPS}]++[{re.escape(CLOSERS)}]*+(?:\s++|(?<=[。！？」』]))")
_BEFORE_POINT = re.compile(r"(?:^|[^\w.])([\w.]{1,8})$")
_GOES_ON = re.compile(r"[a-z,;:)\].]")
_TITLES = frozenset(TITLES.split())
_SHORT = frozenset(ABBREVIATIONS.split())
_OPENS_SENTENCE = re.compile(
    r"[\"'“‘«„(\[]*(?:The|A|An|He|She|It|They|We|I|You|But|And|In|On|At|This|That|These|Those|There|His|Her|Its|Their|"
    r"For|If|When|While|As|So|After|Before|Since|Then|No|Not|What|Who|How|Why|Where|My|Our|Your)\b"
)


def tokenise(text: str) -> Tokens:
    """The extents of the words, sentences and paragraphs of `text`.

    Paragraphs are split at blank lines; where the text has none, at line ends. In hard-wrapped text only
    those line ends count that end a paragraph; the others are spaces in the text of what comes back.
    """
    printed, text = text, unwrapped(text)
    paragraphs = _paragraphs(text, by_line=text != printed or not _BLANK_LINE.search(text.strip()))
    return Tokens(
        text=text,
        words=[match.span() for match in _WORD.finditer(text)],
        sentences=[sentence for paragraph in paragraphs for sentence in _sentences(text, paragraph)],
        paragraphs=paragraphs,
    )


def _paragraphs(text: str, *, by_line: bool) -> list[Extent]:
    if by_line:
        return [match.span() for match in _LINE.finditer(text)]
    start, paragraphs = 0, []
    for gap in [*_BLANK_LINE.finditer(text), None]:
        extent = _stripped(text, start, gap.start() if gap else len(text))
        if extent[0] < extent[1]:
            paragraphs.append(extent)
        start = gap.end() if gap else len(text)
    return paragraphs


def _stripped(text: str, start: int, end: int) -> Extent:
    part = text[start:end]
    bare = part.strip()
    start += len(part) - len(part.lstrip()) if bare else len(part)
    return start, start + len(bare)


def _sentences(text: str, paragraph: Extent) -> list[Extent]:
    start, last = paragraph
    sentences = []
    for stop in _STOP.finditer(text, start, last):
        end = stop.end()
        if end < last and _ends(text, stop.start(), end):
            sentences.append((start, start + len(text[start:end].rstrip())))
            start = end
    sentences.append((start, last))
    return sentences


def _ends(text: str, stop: int, then: int) -> bool:
    """Whether the stop at `stop` ends a sentence, given what goes on at `then`."""
    if _GOES_ON.match(text, then):
        return False
    if text[stop] != "." or text[stop + 1] == ".":
        return True
    match = _BEFORE_POINT.search(text, max(0, stop - 10), stop)
    word = match[1] if match else ""
    if word in _TITLES or (len(word) == 1 and word.isupper() and word != "I"):
        return False
    if word in _SHORT or "." in word:
        return bool(_OPENS_SENTENCE.match(text, then)) or text[stop + 1] in CLOSERS
    return True
