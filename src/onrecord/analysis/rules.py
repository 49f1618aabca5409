"""Who said what, by rules over reporting words: the part that a trained model replaces.

`find_claims` is all that anyone calls. It reads one sentence at a time (a quotation never splits one), takes each
reporting word outside quotation marks, and looks for its subject and for what it reports on either side.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analysis import cues
from onrecord.analysis.cues import ABOUT, BARE, CLAUSE, CUES, OBJECT, QUOTE, TELL, TO, Cue
from onrecord.analysis.parts import Extent, Quotation, Tokens

Range = tuple[int, int]
"""Word indices, half-open."""


NEAR = 40
"""Words after a verb within which what it reports is looked for."""
LONGEST = 150
"""Words outside quotations, and quotations, that one sentence is taken to have at most."""


class Claim(NamedTuple):
    """One reporting word with its source and what it reports, before quotations are joined to it."""

    cue: Extent
    source: Extent | None
    content: tuple[Extent, ...]
    rule: str


class Scene(NamedTuple):
    """A text as the rules see it: `inside` has the number of the quotation that each word stands in, else -1."""

    text: str
    words: list[Extent]
    low: list[str]
    inside: list[int]
    quotes: list[Range]
    sentences: list[Range]


class _Draft:
    """A claim in the making, in word ranges."""

    __slots__ = ("aside", "cue", "left", "right", "rule", "source", "start")

    def __init__(self, cue: Range, source: Range | None, start: int, rule: str) -> None:
        self.cue, self.source, self.start, self.rule = cue, source, start, rule
        self.left: Range | None = None
        self.right: Range | None = None
        self.aside = False
        """Whether it stands inside what another one reports, or in a relative clause."""


def find_claims(tokens: Tokens, quotations: Sequence[Quotation]) -> list[Claim]:
    """Every claim that the rules find, in order of the cue; those inside quotations included."""
    scene = _scene(tokens, [q for q in quotations if q.level == 0])
    drafts = _read(scene)
    return [_claim(scene, draft) for draft in drafts]


def _scene(tokens: Tokens, quotations: Sequence[Quotation]) -> Scene:
    text, words = tokens.text, tokens.words
    inside = [-1] * len(words)
    quotes = []
    for quotation in quotations:
        for start, end in quotation.pieces:
            first, last = bisect_left(words, (start,)), bisect_left(words, (end,))
            inside[first:last] = [len(quotes)] * (last - first)
            quotes.append((first, last))
    low = [text[s:e].lower() for s, e in words]
    return Scene(text, words, low, inside, quotes, _sentences(tokens, low, inside))


def _sentences(tokens: Tokens, low: list[str], inside: list[int]) -> list[Range]:
    """The sentences as word ranges, put together again where the split falls inside a quotation."""
    words = tokens.words
    ranges: list[Range] = []
    for start, end in tokens.sentences:
        first, last = bisect_left(words, (start,)), bisect_left(words, (end,))
        if ranges and first < last and _same_sentence(low, inside, first, last):
            ranges[-1] = (ranges[-1][0], last)
        else:
            ranges.append((first, last))
    return [part for one in ranges for part in _portions(inside, *one)]


def _portions(inside: list[int], first: int, last: int) -> Iterator[Range]:
    """The sentence; one beyond all measure in portions, so that time stays linear in the text's length."""
    if last - first > LONGEST:
        weight = 0
        for k in range(first + 1, last):
            weight += inside[k] < 0 or inside[k] != inside[k - 1]
            if weight > LONGEST and (inside[k] < 0 or inside[k] != inside[k - 1]):
                yield first, k
                first, weight = k, 0
    yield first, last


def _same_sentence(low: list[str], inside: list[int], first: int, last: int) -> bool:
    """Whether what begins at `first` goes on from what stands before: inside one quotation, or '"Why?" Lee asked.'"""
    if inside[first] >= 0:
        return inside[first] == inside[first - 1]
    if inside[first - 1] < 0 or low[first - 2] not in {"?", "!", "…", "...", "-", "—", "–"}:
        return False
    for k in range(first, min(first + 9, last)):
        cue = CUES.get(low[k])
        if cue and cue.takes & QUOTE and k > first:
            end = min(last, k + NEAR)
            return not any(q >= 0 for q in inside[k + 1 : end]) and "that" not in low[k + 1 : end] and (
                k + 1 >= last or low[k + 1] in cues.ADJUNCTS or not low[k + 1][0].isalpha() or bool(cue.takes & TELL)
            )
    return False


def _read(scene: Scene) -> list[_Draft]:
    low, inside = scene.low, scene.inside
    hits = [i for i, word in enumerate(low) if word in CUES and inside[i] < 0 and _may_report(scene, i)]
    drafts: list[_Draft] = []
    k = 0
    for a, b in scene.sentences:
        here: list[_Draft] = []
        while k < len(hits) and hits[k] < b:
            i = hits[k]
            k += 1
            if here and (i < here[-1].cue[1] or (here[-1].source and i < here[-1].source[1])):
                continue
            draft = _according(scene, a, b, i) if low[i] == "according" else _verb(scene, a, b, i, here)
            if draft and (draft.left or draft.right or low[b - 1] == ":"):
                _make_room(scene, draft, here)
                here.append(draft)
        if (q := _lonely(scene, a, b, here)) >= 0 and (draft := _unlisted(scene, a, b, q)):
            here.append(draft)
        drafts.extend(here)
    return drafts


def _may_report(scene: Scene, i: int) -> bool:
    """Whether the word at `i` is written as a verb is: names and titles ("United States") are not."""
    return scene.text[scene.words[i][0]].islower() or scene.low[i].endswith("ing")


def _lonely(scene: Scene, a: int, b: int, here: list[_Draft]) -> int:
    """The first word of a quotation of the sentence that no draft has a hand in; -1 where there is none."""
    k = a
    while k < b:
        if scene.inside[k] < 0:
            k += 1
            continue
        first, last = scene.quotes[scene.inside[k]]
        if last - first > 5 and not any(
            part and part[0] < last and first < part[1] for d in here for part in (d.left, d.right)
        ):
            return first
        k = max(last, k + 1)
    return -1


def _unlisted(scene: Scene, a: int, b: int, q: int) -> _Draft | None:
    """A quotation with a verb that no table has: '"Ha," he guffawed', or with a colon before: 'Lee put it bluntly: "'."""
    low, inside = scene.low, scene.inside
    first, last = scene.quotes[inside[q]]
    last = min(last, b)
    if first - a >= 2 and low[first - 1] == ":":
        source = _opening(scene, a, first - 1) or (_bare_subject(scene, a, first - 1) if first - a < 8 else None)
        if source:
            draft = _Draft((source[1], first), source, source[0], "colon")
            draft.right = _trim(scene, first, b)
            return draft
        return None
    s = last + 1 if last < b and low[last] == "," else last
    if s >= b - 1 or (s == last and low[last - 2] not in {",", "?", "!", "—", "–", "-"}):
        return None
    for v in range(s + 1, min(s + 9, b)):
        if inside[v] >= 0 or not low[v][0].isalnum() or low[v] in cues.BREAKS:
            return None
        if low[v].endswith("ed") and scene.text[scene.words[v][0]].islower() and _stops(scene, v + 1, b):
            draft = _Draft((v, v + 1), (s, v), s, "unlisted")
            draft.left = (max(a, first), last)
            return draft
    return None


def _make_room(scene: Scene, draft: _Draft, here: list[_Draft]) -> None:
    """End what earlier claims of the sentence report where a coordinated one begins."""
    for earlier in here:
        if not earlier.right:
            continue
        first, last = earlier.right
        if draft.left and draft.left[0] <= earlier.start and draft.left[1] > earlier.cue[0]:
            earlier.right = _trim(scene, first, min(last, draft.left[1]))
            earlier.aside = True
        elif draft.source and draft.source[0] <= earlier.start and draft.source[1] > earlier.cue[1]:
            earlier.right = _trim(scene, first, min(last, draft.cue[0]))
        elif first < draft.start < last:
            if not _coordinated(scene, draft):
                draft.aside = True
                continue
            end = draft.start
            while end > first and scene.low[end - 1] in _JOINTS:
                end -= 1
            earlier.right = (first, end) if end > first else None
    if draft.source and scene.low[draft.source[0]] in {"who", "which"}:
        draft.aside = True


_JOINTS = frozenset([",", "and", "but", "while", "as", "then", ";", "—", "yet", "though"])


def _coordinated(scene: Scene, draft: _Draft) -> bool:
    before = scene.low[draft.start - 1]
    return before in {"and", "but", "while", ";", "then", "yet", "though"} or (before == "," and draft.rule == "shared")


def _claim(scene: Scene, draft: _Draft) -> Claim:
    content = tuple(_extent(scene, part) for part in (draft.left, draft.right) if part)
    source = _extent(scene, draft.source) if draft.source else None
    return Claim(_extent(scene, draft.cue), source, content, draft.rule)


def _extent(scene: Scene, part: Range) -> Extent:
    return scene.words[part[0]][0], scene.words[part[1] - 1][1]


# --- verbs ---------------------------------------------------------------------------------------------------


def _verb(scene: Scene, a: int, b: int, i: int, here: list[_Draft]) -> _Draft | None:
    low, inside = scene.low, scene.inside
    cue = CUES[low[i]]
    v, r = _group(low, a, i), i + 1
    be = any(low[k] in cues.BE for k in range(v, i))
    if low[i - 1] == "to" and i > a:
        return None
    if cue.form == "past" and be and low[i] != "asked":
        return None
    if r < b and cues.particle(cue.lemma, low[r]) and inside[r] < 0:
        r += 1
    elif not cue.takes & ~ABOUT:
        return None
    main = [d for d in here if not d.aside]
    floor = main[-1].cue[1] if main else a
    source, start, rule = _source(scene, a, floor, v, i, cue, be, here)
    if rule is None:
        return None
    draft = _Draft((v, r), source, start, rule)
    left = _left(scene, max(floor, main[-1].right[0]) if main and main[-1].right else floor, start)
    if left and cue.takes & (QUOTE | CLAUSE) and rule not in {"shared", "with"}:
        if not source:
            draft.source = _inverted(scene, r, b)
        after = draft.source[1] if draft.source and draft.source[0] >= r else r
        stops = _stops(scene, after, b)
        if stops or (inside[left[1] - 1] >= 0 and (inside[left[0]] >= 0 or low[left[0]] not in cues.LEADS)):
            if stops and low[min(after, b - 1)] != "," and all(d.left is None for d in here):
                left = (_first(scene, a, left[1]), left[1])
            draft.left = left
            draft.right = _resumed(scene, after, b, quoted=inside[left[1] - 1] >= 0)
            return draft if draft.source else None
    if not source:
        return None
    if low[source[0]] in {"who", "which"} and source[0] > a and low[source[0] - 1] == ",":
        b = next((k for k in range(r, b) if low[k] == "," and inside[k] < 0), b)
    draft.right = _right(scene, r, b, cue, draft)
    return draft


def _group(low: list[str], a: int, i: int) -> int:
    """Where the verb group begins: its auxiliaries and adverbs belong to the cue."""
    v = i
    while v > a and (low[v - 1] in cues.AUXILIARIES or low[v - 1] in cues.ADVERBS or _manner(low[v - 1])):
        v -= 1
    return v


def _manner(word: str) -> bool:
    return len(word) > 5 and word.endswith("ly") and word not in {"family", "assembly", "reply", "italy"}


def _source(
    scene: Scene, a: int, floor: int, v: int, i: int, cue: Cue, be: bool, here: list[_Draft]
) -> tuple[Range | None, int, str | None]:
    """The source, where it (or the verb group) begins, and the rule that found it; no rule, no claim."""
    low = scene.low
    before = low[v - 1] if v > a else ""
    shared = next((d.source for d in reversed(here) if d.source and not d.aside), None)
    if cue.form == "ing" and not be:
        if v > a and (before == "," or scene.inside[v - 1] >= 0 or before in {"and", "—"}):
            return (shared or _opening(scene, a, v)), v, "shared"
        if before in {"by", "after", "while", "before", "when", "for", "without"}:
            return (shared or _opening(scene, a, v - 1)), v, "shared"
        if before and (before[0].isalnum() or before == ","):
            return _with(scene, floor, v), v, "with"
        return None, v, None
    if before in {"and", "but", "or", "then"} or (before == "," and here and here[-1].right):
        if shared and cue.form != "base":
            return shared, v, "shared"
        return None, v, None
    if not _agrees(scene, v, i, cue):
        return None, v, None
    subject = _subject(scene, floor, v)
    if subject:
        return subject, subject[0], "subject"
    if v == i and (before == "," or (v > a and scene.inside[v - 1] >= 0)):
        return None, v, "inverted"
    return None, v, None


def _agrees(scene: Scene, v: int, i: int, cue: Cue) -> bool:
    """Whether the word before lets this be a verb: plural before a base form, no "his" before "claims"."""
    low = scene.low
    before = low[v - 1] if v else ""
    if cue.form == "base":
        return (
            any(low[k] in cues.AUXILIARIES for k in range(v, i))
            or before in cues.PLURALS
            or (before.endswith("s") and not before.endswith(("'s", "’s", "ss", "us", "is")))
            or (v > 2 and low[v - 2] == "and")
        )
    if cue.form == "s" and cue.lemma in cues.NOUNS:
        if before in cues.PRONOUNS:
            return True
        proper = scene.text[scene.words[v - 1][0]].isupper() and not before.endswith(("'s", "’s"))
        after = low[i + 1] if i + 1 < len(low) else ""
        return proper and (after in cues.SUBJECT_OPENERS or after in _COMPLEMENTS or scene.inside[i + 1] >= 0)
    if cue.form == "past" and i + 1 < len(low) and v > 1 and low[v - 2] in {"a", "an"} and cue.lemma in {"call", "dub"}:
        return False
    return True


_COMPLEMENTS = frozenset("that to for a an the on".split())


def _subject(scene: Scene, floor: int, v: int) -> Range | None:
    low, inside = scene.low, scene.inside
    k = v - 1
    if k < floor or inside[k] >= 0:
        return None
    if low[k] in cues.PRONOUNS:
        return (k, v) if low[k] != "you" else None
    if low[k] == ",":
        return _apposed(scene, floor, v)
    while k >= floor:
        word = low[k]
        if inside[k] >= 0:
            first, last = scene.quotes[inside[k]]
            if last - first > 6 or low[last - 2] in {",", ".", "?", "!"} or first <= floor:
                break
            k = first
        elif word == ")":
            while k > floor and low[k] != "(":
                k -= 1
        elif word in cues.BREAKS or not (word[0].isalnum() or word in "$%#@&’'"):
            break
        elif word == "and" and not _joins(scene, floor, k):
            break
        k -= 1
    return _bare_subject(scene, k + 1, v)


def _joins(scene: Scene, floor: int, k: int) -> bool:
    """Whether the "and" at `k` joins two names or nouns and not two clauses."""
    low = scene.low
    j = k - 1
    while j >= floor and (low[j][0].isalnum() and low[j] not in cues.BREAKS) and scene.inside[j] < 0:
        word = low[j]
        if word in cues.AUXILIARIES or word in CUES or word in cues.PRONOUNS or (word.endswith("ed") and len(word) > 4):
            return False
        j -= 1
    return k - j > 1


def _bare_subject(scene: Scene, s: int, v: int) -> Range | None:
    """The subject without what leads into it ("But on Monday the minister" is "the minister")."""
    low = scene.low
    while s < v and (low[s] in {"and", "but", "so", "yet", "also", "meanwhile", "still", "then"} or low[s] in cues.DAYS):
        s += 1
    if s < v and low[s] in {"on", "last", "this", "earlier", "in"}:
        for k in range(s, min(s + 4, v)):
            if low[k] in cues.DAYS or low[k] in {"week", "month", "year"} or low[k].isdigit():
                s = k + 1
                break
    if s >= v or not any(c.isalnum() for c in low[s]) and low[s] not in {"$", "#", "@"}:
        return None
    return s, v


def _apposed(scene: Scene, floor: int, v: int) -> Range | None:
    """The subject in "Ann Lee, a lawyer in Leeds, said": name, apposition and both commas."""
    low, inside = scene.low, scene.inside
    k = v - 2
    commas = []
    while k >= floor and low[k] not in {";", ":", "—", "–", "-"}:
        if inside[k] >= 0:
            first, last = scene.quotes[inside[k]]
            if last - first > 6 or low[last - 2] in {",", ".", "?", "!"}:
                break
            k = first
        elif low[k] == ",":
            commas.append(k)
        k -= 1
    s = k + 1
    while commas and s < v and low[s] in cues.LEADS:
        s = commas.pop() + 1
    for comma in commas:
        if low[comma + 1] in {"and", "but", "while", "as", "so"} and comma != commas[0]:
            s = comma + 2
            break
    if not [c for c in commas if c > s] or s >= v - 1:
        return None
    return _bare_subject(scene, s, v)


def _with(scene: Scene, floor: int, v: int) -> Range | None:
    """The source in "with some observers saying"."""
    for k in range(v - 1, max(floor, v - 20) - 1, -1):
        if scene.low[k] == "with":
            return (k + 1, v) if k + 1 < v else None
        if scene.inside[k] >= 0 or scene.low[k] in {";", ":"}:
            return None
    return None


def _opening(scene: Scene, a: int, v: int) -> Range | None:
    """The subject that opens the sentence, for a participle at its end: up to its first verb, as far as one is seen."""
    low = scene.low
    s = a
    if low[s] in cues.LEADS:
        while s < v and low[s] != ",":
            s += 1
        s += 1
    while s < v and low[s] in {"but", "and", "so", "yet"}:
        s += 1
    if s >= v or scene.inside[s] >= 0:
        return None
    if low[s] in cues.PRONOUNS:
        return s, s + 1
    k = s
    while k < v and scene.inside[k] < 0 and (low[k][0].isalnum() and low[k] not in cues.BREAKS):
        if k > s and (low[k] in cues.AUXILIARIES or low[k] in cues.ADJUNCTS - {"of", "for"} or _finite(low[k])):
            return s, k
        k += 1
    return None


def _finite(word: str) -> bool:
    return word in CUES or (word.endswith("ed") and len(word) > 3) or word in cues.ADVERBS


def _inverted(scene: Scene, r: int, b: int) -> Range | None:
    """The source after the verb: "said Ann Lee, a lawyer who lives in Leeds, in a statement"."""
    low, inside = scene.low, scene.inside
    if r >= b or inside[r] >= 0 or not scene.text[scene.words[r][0]].isalnum():
        return None
    if low[r] in cues.PRONOUNS:
        return r, r + 1
    if low[r] in cues.ADJUNCTS or low[r] in {"that", "it", "there"}:
        return None
    k, loose = r, False
    while k < b:
        word = low[k]
        if inside[k] >= 0:
            first, last = scene.quotes[inside[k]]
            if last - first > 6 or low[k - 1] == "," or k == r:
                break
            k = last - 1
        elif word == ",":
            if not (k + 1 < b and inside[k + 1] < 0 and _goes_on(scene, k + 1, loose)):
                break
            loose = True
        elif word in {";", ":", "—", "–"} or (word in ".!?" and k == b - 1):
            break
        elif word in cues.DAYS or (not loose and word in cues.ADJUNCTS and word not in {"of", "for", "from", "with"}):
            break
        elif word in {"in", "during"} and low[min(k + 1, b - 1)] in {"a", "an", "his", "her"} and _speech(low, k, b):
            break
        k += 1
    while k > r and low[k - 1] == ",":
        k -= 1
    return (r, k) if k > r else None


_OCCASIONS = frozenset(
    "statement interview speech conference email e-mail letter tweet post call briefing release memo report address".split()
)


def _speech(low: list[str], k: int, b: int) -> bool:
    return any(word in _OCCASIONS for word in low[k : min(k + 6, b)])


def _goes_on(scene: Scene, k: int, loose: bool) -> bool:
    """Whether an apposition begins at `k`, after a comma."""
    word = scene.low[k]
    if word in cues.APPOSITIVE:
        return True
    if word in {"and", "but", "as", "while"} or word in CUES or word in cues.ADJUNCTS or word.endswith("ing"):
        return False
    return loose or scene.text[scene.words[k][0]].isupper() or word.isdigit() or word.endswith(("er", "or", "ist", "man"))


# --- what is reported ----------------------------------------------------------------------------------------


def _left(scene: Scene, floor: int, start: int) -> Range | None:
    """What stands before the source (or the verb): a quotation, or a clause and a comma."""
    low, inside = scene.low, scene.inside
    k = start - 1
    if k < floor:
        return None
    if low[k] in {"as", "and", "but"} and k > floor:
        k -= 1
    if inside[k] < 0:
        if low[k] not in {",", "—", "–", "-"}:
            return None
        k -= 1
        if k < floor:
            return None
    first = floor
    while first < k and inside[first] < 0 and low[first] in {"but", "and", ",", "so", "yet", ":", ";"}:
        first += 1
    if first == k and inside[k] < 0 and low[k] in {"but", "and", "so", "yet", "still", "however", "meanwhile"}:
        return None
    return (first, k + 1) if first <= k else None


def _first(scene: Scene, first: int, last: int) -> int:
    """The first word of a sentence that is more than a link to the one before."""
    while first < last - 1 and scene.inside[first] < 0 and scene.low[first] in {"but", "and", ",", "so", "yet", "still"}:
        first += 1
    return first


def _stops(scene: Scene, k: int, b: int) -> bool:
    """Whether nothing that could be reported follows at `k`."""
    low = scene.low
    if k >= b or low[k] in {",", ".", ";", "—", "–", "?", "!"}:
        return True
    end = min(b, k + NEAR)
    return low[k] in cues.ADJUNCTS and "that" not in low[k:end] and all(q < 0 for q in scene.inside[k:end])


def _resumed(scene: Scene, k: int, b: int, *, quoted: bool) -> Range | None:
    """What goes on after "he said": the second half of a quotation or of a clause."""
    low, inside = scene.low, scene.inside
    if k >= b:
        return None
    if not quoted:
        if low[k] == "," and k + 2 < b and low[k + 1] not in cues.ADJUNCTS and not low[k + 1].endswith("ing"):
            return _trim(scene, k + 1, b)
        return None
    for j in range(k, min(k + 25, b)):
        if inside[j] >= 0:
            if low[j - 1] in {",", ":", ";", "—", "–", "."} or j == k:
                return _trim(scene, j, b)
            return None
        if low[j] in CUES and j > k:
            return None
    return None


def _right(scene: Scene, r: int, b: int, cue: Cue, draft: _Draft) -> Range | None:
    """What follows the verb, past a hearer and adjuncts."""
    low, inside = scene.low, scene.inside
    if r >= b:
        return None
    if low[r] == ":":
        draft.cue = (draft.cue[0], r + 1)
        return _trim(scene, r + 1, b)
    if draft.cue[1] > draft.cue[0] and cues.particle(cue.lemma, low[r - 1]):
        return _trim(scene, r, b)
    if inside[r] >= 0 or low[r] == "that":
        return _trim(scene, r, b)
    takes = cue.takes
    if takes & TO and (low[r] == "to" or (low[r] == "not" and low[min(r + 1, b - 1)] == "to")):
        return _trim(scene, r, b)
    if takes & TELL:
        return _told(scene, r, b, takes)
    if low[r] == "," and takes & BARE and takes & QUOTE and not _names_list(scene, r, b):
        return _trim(scene, r + 1, b)
    if low[r] in {",", "."} or low[r] in cues.ADJUNCTS or low[r] in {"to", "how", "why", "whether", "if", "what"}:
        return _beyond(scene, r, b, takes)
    if takes & (BARE | OBJECT):
        return _trim(scene, r, b)
    return None


def _names_list(scene: Scene, r: int, b: int) -> bool:
    """Whether the comma after the verb opens an aside and not what is said ("But, she said, it rained")."""
    low = scene.low
    return r + 1 >= b or low[r + 1] in cues.ADJUNCTS or low[r + 1].endswith("ing") or low[r + 1] in {"and", "but"}


def _beyond(scene: Scene, r: int, b: int, takes: int) -> Range | None:
    """What follows the adjuncts after the verb: a quotation, a "that" or a colon within some twenty words."""
    low, inside = scene.low, scene.inside
    if low[r] in {"how", "why", "whether", "if", "what"}:
        return _trim(scene, r, b)
    for k in range(r, min(r + 20, b)):
        if inside[k] >= 0:
            first, last = scene.quotes[inside[k]]
            if last - first > 6 or low[k - 1] in {",", ":"}:
                return _trim(scene, k, b)
        elif low[k] == "that" and takes & CLAUSE and low[k - 1] not in {"of", "in", "to"}:
            return _trim(scene, k, b)
        elif low[k] == ":":
            return _trim(scene, k + 1, b)
        elif low[k] in CUES and k > r + 1 and low[k - 1] in {",", "and"}:
            return None
    return None


def _told(scene: Scene, r: int, b: int, takes: int) -> Range | None:
    """What follows the hearer."""
    low, inside, text = scene.low, scene.inside, scene.text
    for k in range(r, min(r + 18, b)):
        if inside[k] >= 0 or low[k] in {"that", "to", "whether", "how", "why", "if", "what"} and k > r:
            return _trim(scene, k, b)
        if low[k] == ":":
            return _trim(scene, k + 1, b)
        if k > r and low[k] in cues.SUBJECT_OPENERS and low[k] not in {"who", "which"}:
            return _trim(scene, k, b)
    return None


def _trim(scene: Scene, c: int, b: int) -> Range | None:
    """The content from `c`, without the stop that ends the sentence and what only comments on it."""
    low, inside = scene.low, scene.inside
    k = c + 1
    while k < b - 1:
        if inside[k] >= 0:
            k = max(scene.quotes[inside[k]][1], k + 1)
            continue
        if low[k] == "without" and (low[k - 1] == "," or inside[k - 1] >= 0) and low[k + 1].endswith("ing"):
            b = k
            break
        k += 1
    while b > c and inside[b - 1] < 0 and low[b - 1] in {".", ",", ";", "!", ":", "—", "–", "-", "?"}:
        b -= 1
    return (c, b) if b > c else None


# --- according to --------------------------------------------------------------------------------------------


def _according(scene: Scene, a: int, b: int, i: int) -> _Draft | None:
    low = scene.low
    if i + 2 >= b or low[i + 1] != "to":
        return None
    end = _source_end(scene, i + 2, b, leads=i == a)
    draft = _Draft((i, i + 2), (i + 2, end), i, "according to")
    if i == a:
        draft.right = _trim(scene, end + 1, b) if end + 1 < b else None
        return draft
    last = i
    while last > a and low[last - 1] == "," and scene.inside[last - 1] < 0:
        last -= 1
    first = a
    while first < last and low[first] in {"but", "and", "so", "yet", ","}:
        first += 1
    if first < last:
        draft.left = (first, last)
    if end + 1 < b and low[end] == "," and low[end + 1] not in cues.BREAKS | {"and", "who", "which"} and end + 3 < b:
        draft.right = _trim(scene, end + 1, b)
    return draft


def _source_end(scene: Scene, s: int, b: int, *, leads: bool) -> int:
    low = scene.low
    k = s + 1
    while k < b and scene.inside[k] < 0 and low[k] not in {";", ":", "—", "–"}:
        if low[k] == "," and (leads or not (k + 1 < b and low[k + 1] in cues.APPOSITIVE)):
            break
        k += 1
    while k > s + 1 and low[k - 1] in {".", ",", "?", "!"}:
        k -= 1
    return k
