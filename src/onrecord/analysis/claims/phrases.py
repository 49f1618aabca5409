"""Reports without a verb of the table: "according to", a colon, a verb seldom used so beside a quotation."""

from onrecord.analysis.claims import cues
from onrecord.analysis.claims.contents import stops, trimmed
from onrecord.analysis.claims.scene import NEAR, PHRASE, Draft, Scene, last_inner
from onrecord.analysis.claims.subjects import bare_subject, name_before, opening_subject, subject_after


def read_according(scene: Scene, a: int, b: int, i: int) -> Draft | None:
    """The claim of "according to" at `i` in the sentence `[a, b)`."""
    low = scene.low
    if i + 2 >= b or low[i + 1] != "to":
        return None
    if i == a:
        return _leading(scene, i, b)
    end = _source_end(scene, i + 2, b)
    draft = Draft((i, i + 2), (i + 2, end), i, "according to")
    last = i
    while last > a and low[last - 1] == "," and scene.inside[last - 1] < 0:
        last -= 1
    first = next((k + 1 for k in range(last - 1, a, -1) if low[k] == ";" and scene.inside[k] < 0), a)
    while first < last and low[first] in {"but", "and", "so", "yet", ","}:
        first += 1
    if first < last:
        draft.left = (first, last)
    if end + 1 < b and low[end] == "," and low[end + 1] not in _ANOTHER and end + 3 < b:
        draft.right = trimmed(scene, end + 1, b)
    return draft


def _leading(scene: Scene, i: int, b: int) -> Draft:
    """The claim of an "according to" that opens the sentence `[i, b)`.

    "According to Ann Lee, 54, a baker, who was there, it rained": an apposition is of the source, a relative
    clause nobody's.
    """
    low = scene.low
    end = then = _comma(scene, i + 2, b)
    while then < b and low[then] == ",":
        if low[then + 1] in {"who", "which", "whose"}:
            then = _comma(scene, then + 1, b)
            break
        following = _comma(scene, then + 1, b)
        if following >= b - 2 or not _apposes(scene, then, following):
            break
        end = then = following
    draft = Draft((i, i + 2), (i + 2, end), i, "according to")
    draft.right = trimmed(scene, then + 1, b) if then + 1 < b else None
    return draft


def _apposes(scene: Scene, comma: int, following: int) -> bool:
    """Whether what stands between the two commas tells of the name before: an age, "a former judge"."""
    low = scene.low
    word = low[comma + 1]
    if word.isdigit() and following == comma + 2:
        return True
    verbless = _CLAUSAL.isdisjoint(low[comma + 1 : following])
    named = scene.text[scene.words[comma - 1][0]].isupper() or low[comma - 1].isdigit()
    return named and verbless and (word in {"a", "an", "the", "his", "her", "its"} or word in cues.RANKS)


_CLAUSAL = cues.AUXILIARIES | cues.PRONOUNS - {"who"}
"""Words that tell a clause from an apposition."""


def _comma(scene: Scene, k: int, b: int) -> int:
    """The first comma, semicolon, colon or dash from `k` on, or a quotation's first word; `b` without one."""
    low = scene.low
    while k < b and scene.inside[k] < 0 and low[k] not in {",", ";", ":", "—", "–"}:
        k += 1
    return k


_ANOTHER = cues.BREAKS | {"and", "who", "which"}
"""What opens a clause of its own after "according to Lee,"."""


def read_noun(scene: Scene, a: int, b: int, i: int) -> Draft | None:
    """A noun that reports, with its owner: "her claim that it rained"."""
    low = scene.low
    if i + 2 >= b or low[i + 1] != "that" or scene.inside[i + 1] >= 0:
        return None
    owner = next((k for k in range(i - 1, max(a, i - 4) - 1, -1) if _owns(low[k])), -1)
    if owner < 0 or any(scene.inside[k] >= 0 for k in range(owner, i)):
        return None
    source = (owner, owner + 1) if low[owner] in cues.POSSESSIVES else name_before(scene, a, owner + 1)
    if source is None:
        return None
    draft = Draft((owner + 1, i + 1), source, source[0], "noun")
    draft.right = trimmed(scene, i + 1, _clause_end(scene, i + 1, b))
    return draft


def read_speaker(scene: Scene, a: int, b: int) -> Draft | None:
    """A speaker and a colon at the head of a paragraph `[a, b)`: "Mayor Lee: No new taxes"."""
    low, text = scene.low, scene.text
    colon = next((k for k in range(a + 1, min(a + 9, b)) if low[k] == ":"), 0)
    if not colon or b <= colon + 3 or any(q >= 0 for q in scene.inside[a:colon]):
        return None
    for k in range(a, colon):
        first = text[scene.words[k][0]]
        if low[k] in cues.LABELS or not (
            first.isupper() or low[k] in {"of", "the", "and", ",", ".", "(", ")"}
        ):
            return None
    if a and not (
        text[scene.words[a][0] : scene.words[colon][0]].isupper() or _is_speech(scene, colon + 1, b)
    ):
        return None
    draft = Draft((colon, colon + 1), (a, colon), a, "speaker")
    draft.right = trimmed(scene, colon + 1, b)
    return draft


def _is_speech(scene: Scene, k: int, b: int) -> bool:
    """Whether somebody speaks: in marks, or in the first or second person."""
    return scene.inside[k] >= 0 or not _PERSONS.isdisjoint(scene.low[k : min(b, k + NEAR)])


_PERSONS = frozenset(
    ["i", "we", "you", "me", "us", "my", "our", "your", "i'm", "i’m", "we're", "we’re", "i've", "i’ve"]
)


def _owns(word: str) -> bool:
    return word in cues.POSSESSIVES or word.endswith(("'s", "’s", "s'", "s’"))


def _clause_end(scene: Scene, r: int, b: int) -> int:
    """Where what a noun reports ends: at a comma, a link, or the verb that the noun itself has."""
    low = scene.low
    verbs = 0
    for k in range(r + 2, b):
        if scene.inside[k] >= 0:
            continue
        if low[k] in {",", ";", "—", "–", ":"} or (low[k] in cues.BREAKS and low[k] != "that"):
            return k
        if low[k] in cues.AUXILIARIES and low[k - 1] not in cues.AUXILIARIES:
            verbs += 1
            if verbs > 1:
                return k
    return b


def _source_end(scene: Scene, s: int, b: int) -> int:
    low = scene.low
    k = s + 1
    while k < b and scene.inside[k] < 0 and low[k] not in {";", ":", "—", "–"}:
        if low[k] == "," and not (k + 1 < b and _describes(low[k + 1])):
            break
        k += 1
    while k > s + 1 and low[k - 1] in {".", ",", "?", "!"}:
        k -= 1
    return k


def _describes(word: str) -> bool:
    """Whether a word after a comma opens an apposition; a relative clause is no part of such a source."""
    apposes = word in cues.APPOSITIVE or word in cues.RANKS or word.isdigit()
    return apposes and word not in {"who", "which", "whose"}


def lonely_quotation(scene: Scene, a: int, b: int, here: list[Draft]) -> int:
    """The first word of a quotation of the sentence that no draft has a hand in; -1 where there is none."""
    k = a
    while k < b:
        if scene.inside[k] < 0:
            k += 1
            continue
        first, last = scene.quotes[scene.inside[k]]
        if last - first >= PHRASE and not any(
            part and part[0] < last and first < part[1] for d in here for part in (d.left, d.right)
        ):
            return first
        k = max(last, k + 1)
    return -1


def read_unlisted(scene: Scene, a: int, b: int, q: int) -> Draft | None:
    """The claim of the quotation at `q` by a word in no table: '"Ha," he guffawed', 'Lee beamed: "Ha"'."""
    first, last = scene.quotes[scene.inside[q]]
    if scene.low[first - 1] == ":" and first > a + 1:
        return _colon(scene, a, b, first)
    return _guffawed(scene, max(a, first), min(last, b), b)


def _colon(scene: Scene, a: int, b: int, first: int) -> Draft | None:
    source = opening_subject(scene, a, first - 1)
    if source is None and first - a < SHORT_LEAD:
        source = bare_subject(scene, a, _verb_at_end(scene, a, first - 1))
    if source is None:
        return None
    draft = Draft((source[1], first), source, source[0], "colon")
    draft.right = trimmed(scene, first, b)
    return draft


def _verb_at_end(scene: Scene, a: int, end: int) -> int:
    """Where the verb before a colon begins ("Tan disagrees:"), else `end`."""
    k, before = end - 1, scene.text[scene.words[end - 2][0]]
    verb = scene.low[k].endswith(("s", "ed")) and scene.text[scene.words[k][0]].islower()
    return k if k > a and verb and before.isupper() and scene.low[k - 1] not in cues.DETERMINERS else end


SHORT_LEAD = 8
"""Words before a colon that may be nothing but a speaker."""


def _guffawed(scene: Scene, first: int, last: int, b: int) -> Draft | None:
    low = scene.low
    s = last + 1 if last < b and low[last] == "," else last
    if (
        s >= b - 1
        or low[s] in cues.AUXILIARIES
        or (s == last and last_inner(low, last) not in {",", "?", "!", "—", "–", "-"})
    ):
        return None
    if _past(scene, s) and scene.text[scene.words[s + 1][0]].isupper():
        source = subject_after(scene, s + 1, b)  # '"Ha," guffawed Lee'
        if source and source[1] >= b - 1:
            draft = Draft((s, s + 1), source, s, "unlisted")
            draft.left = (first, last)
            return draft
    for v in range(s + 1, min(s + 9, b)):
        if scene.inside[v] >= 0 or not low[v][0].isalnum() or low[v] in cues.BREAKS:
            return None
        if _past(scene, v) and stops(scene, v + 1, b):
            draft = Draft((v, v + 1), (s, v), s, "unlisted")
            draft.left = (first, last)
            return draft
    return None


def read_gesture(scene: Scene, a: int, b: int) -> Draft | None:
    """The claim of a sentence `[a, b)` on what somebody does, which one in marks follows ("She shrugs.")."""
    low = scene.low
    if not GESTURE >= b - a > 1 or scene.inside[b] < 0 or b in scene.heads or low[b - 1] not in {".", ":"}:
        return None
    source = opening_subject(scene, a, b - 1)
    if source is None or source[0] != a or any(q >= 0 for q in scene.inside[a:b]):
        return None
    named = all(scene.text[scene.words[k][0]].isupper() for k in range(*source))
    if low[a] not in {"he", "she"} and (not named or low[a] in _NO_NAME):
        return None
    return Draft((source[1], b - 1), source, a, "gesture")


GESTURE = 10
"""Words of a sentence that only tells who speaks next, at most."""
_NO_NAME = cues.PRONOUNS | cues.LEADS | cues.BREAKS | cues.DETERMINERS | {"there", "not", "no"}


def _past(scene: Scene, v: int) -> bool:
    return scene.low[v].endswith("ed") and scene.text[scene.words[v][0]].islower()
