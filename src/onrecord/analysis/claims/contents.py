"""What is reported: the words before or after the reporting one."""

from onrecord.analysis.claims import cues
from onrecord.analysis.claims.cues import BARE, CLAUSE, CUES, OBJECT, QUOTE, TELL, TO, Cue
from onrecord.analysis.claims.scene import NEAR, PHRASE, Draft, Range, Scene, last_inner

_JOINTS = cues.QUESTIONS | {"that", "to"}
_ADJOINED = cues.ADJUNCTS | cues.QUESTIONS


_LINKS = frozenset(["but", "and", ",", "so", "yet", "still", ":", ";", "-", "–", "—"])
"""What may stand before the first word of what is reported; a dash opens speech in some papers."""


def content_before(scene: Scene, floor: int, start: int) -> Range | None:
    """What stands before the source (or the verb): a quotation, or a clause and a comma."""
    low, inside = scene.low, scene.inside
    k = start - 1
    if k < floor:
        return None
    if k > floor and (low[k] == "as" or (low[k] in {"and", "but"} and inside[k - 1] >= 0)):
        k -= 1
    if inside[k] < 0:
        if low[k] not in {",", "—", "–", "-"}:
            return None
        k -= 1
        if k < floor:
            return None
    first = floor
    while first < k and inside[first] < 0 and low[first] in _LINKS:
        first += 1
    if (
        first == k
        and inside[k] < 0
        and low[k] in {"but", "and", "so", "yet", "still", "however", "meanwhile"}
    ):
        return None
    return (first, k + 1) if first <= k else None


def first_word(scene: Scene, first: int, last: int) -> int:
    """The first word of a sentence that is more than a link to the one before."""
    while first < last - 1 and scene.inside[first] < 0 and scene.low[first] in _LINKS:
        first += 1
    return first


def stops(scene: Scene, k: int, b: int) -> bool:
    """Whether nothing that could be reported follows at `k`."""
    low = scene.low
    if k >= b or low[k] in {",", ".", ";", "—", "–", "?", "!"}:
        return True
    if low[k] == "at" and low[k + 1 : k + 2] == ["least"]:
        return False
    end = min(b, k + NEAR)
    clause = next((j for j in range(k, end) if low[j] == ","), end)
    return low[k] in cues.ADJUNCTS and "that" not in low[k:clause] and all(q < 0 for q in scene.inside[k:end])


def only_hearer(scene: Scene, k: int, b: int) -> bool:
    """Whether a verb of telling is followed by its hearer and nothing that could be told."""
    low, end = scene.low, min(b, k + NEAR)
    if any(q >= 0 for q in scene.inside[k:end]):
        return False
    return not any(
        word == ":" or word in _JOINTS or word in cues.SUBJECT_OPENERS for word in low[k + 1 : end]
    )


def resumed(scene: Scene, k: int, b: int, *, quoted: bool) -> Range | None:
    """What goes on after "he said": the second half of a quotation or of a clause."""
    low, inside = scene.low, scene.inside
    if k >= b:
        return None
    if not quoted:
        goes_on = low[k] == "," and k + 2 < b and not _comments(low, k + 1)
        return trimmed(scene, k + 1, b) if goes_on else None
    j = next((j for j in range(k, min(k + 25, b)) if inside[j] >= 0 or (j > k and low[j] in CUES)), b)
    joined = j - 2 > k and low[j - 1] in {"and", "but", "or"} and low[j - 2] == ","
    if j >= b or inside[j] < 0 or (j > k and not joined and low[j - 1] not in {",", ":", ";", "—", "–", "."}):
        return None
    return trimmed(scene, j, b)


_PARTICLES = frozenset(["up", "off", "down", "away", "through"])
"""Words that make another verb of the one before: "showed up" shows nothing."""


def content_after(scene: Scene, r: int, b: int, cue: Cue, draft: Draft) -> Range | None:
    """What follows the verb, past a hearer and adjuncts; a colon that joins them goes to the draft's cue."""
    low, takes = scene.low, cue.takes
    if low[r].endswith("ly") and low[r + 1] in {":", "that"}:
        r += 1
    if r >= b or (low[r] in _PARTICLES and scene.inside[r] < 0 and not cues.particle(cue.lemma, low[r - 1])):
        return None
    if low[r] == ":":
        draft.cue = (draft.cue[0], r + 1)
        return trimmed(scene, r + 1, b)
    if cues.particle(cue.lemma, low[r - 1]):
        return (
            _beyond(scene, r, b, CLAUSE)
            if cue.lemma in {"put", "go"}
            else trimmed(scene, r, _object_end(scene, r, b))
        )
    r += low[r] == "only" and low[r + 1] == "that"
    infinitive = low[r] == "to" or (low[r] == "not" and low[r + 1] == "to")
    if scene.inside[r] >= 0 or low[r] == "that" or (takes & TO and infinitive):
        return trimmed(scene, r, b)
    if takes & TELL:
        told = _told(scene, r, b, takes)
        return told if told or cue.lemma != "urge" or stops(scene, r, b) else _bare(scene, r, b, takes)
    return _bare(scene, r, b, takes)


def _bare(scene: Scene, r: int, b: int, takes: int) -> Range | None:
    """What is reported without a word that says so."""
    low = scene.low
    if takes & OBJECT and low[r] in {"this", "last", "these"}:
        return trimmed(scene, r, _object_end(scene, r, b))
    if low[r] == "," and takes & BARE and takes & QUOTE and r + 1 < b and not _comments(low, r + 1):
        return trimmed(scene, r + 1, b)
    if low[r] in {",", ".", "to"} or (low[r] in _ADJOINED and not (takes & BARE and _opens_clause(low, r))):
        return _beyond(scene, r, b, takes)
    if not low[r][0].isalnum() and low[r] not in {"$", "@", "#", "(", "[", "‘", "'"}:
        return None
    if takes & (BARE | OBJECT):
        return trimmed(scene, r, b if takes & BARE else _object_end(scene, r, b))
    return _beyond(scene, r, b, takes) if takes & QUOTE else None


def _opens_clause(low: list[str], r: int) -> bool:
    """Whether a word that mostly opens an adjunct opens the clause: "there is", "at least ten fled"."""
    word, following = low[r], low[r + 1]
    if word in {"there", "here"}:
        return following in cues.AUXILIARIES or following in _EXIST or following.endswith(("n't", "n’t"))
    if word == "this":
        return following not in _PERIODS
    if word in {"at", "as"}:
        return following in {"least", "most", "many", "much", "few"}
    return word in {"about", "over", "under", "around", "between"} and (
        following[:1].isdecimal() or following in _NUMBERS
    )


_EXIST = frozenset(["seems", "seemed", "remains", "remained", "appears", "appeared", "exists", "existed"])
_NUMBERS = frozenset([
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "dozens", "hundreds", "thousands",
    "half",
])  # fmt: skip


_PERIODS = cues.DAYS | {"week", "month", "year", "summer", "winter", "spring", "autumn", "weekend", "season"}


def _comments(low: list[str], k: int) -> bool:
    """Whether the word at `k`, after "he said,", opens an aside of the outlet's and not what is said."""
    word = low[k]
    if word in {"this", "here", "there"} and low[k + 1] not in _PERIODS:
        return False
    return word in cues.ADJUNCTS or word in {"and", "but"} or word.endswith("ing")


def _object_end(scene: Scene, r: int, b: int) -> int:
    """Where the object from `r` ends: before ", and", ", which", ", leaving" and the like."""
    low, inside = scene.low, scene.inside
    for k in range(r + 1, b - 1):
        if low[k] == "," and inside[k] < 0 and inside[k + 1] < 0:
            word = low[k + 1]
            if (
                word in cues.BREAKS
                or word in {"and", "which", "who", "with", "whose"}
                or word.endswith("ing")
            ):
                return k
    return b


def _beyond(scene: Scene, r: int, b: int, takes: int) -> Range | None:
    """What follows the adjuncts after the verb: a quotation, a "that" or a colon within some twenty words."""
    low, inside = scene.low, scene.inside
    then = _past_time(low, r, b)
    if low[r] in cues.QUESTIONS or (takes & BARE and r < then < b - 2 and low[then] in _OPENERS):
        return trimmed(scene, then, b)
    for k in range(r, min(r + 20, b)):
        if inside[k] >= 0:
            first, last = scene.quotes[inside[k]]
            if first == k and (last - first > PHRASE or low[k - 1] in {",", ":"}):
                return trimmed(scene, k, b)
        elif low[k] == "that" and takes & CLAUSE and low[k - 1] not in {"of", "in", "to"}:
            return trimmed(scene, k, b)
        elif low[k] == ":":
            return trimmed(scene, k + 1, b)
        elif low[k] in CUES and k > r + 1 and low[k - 1] in {",", "and"}:
            return None
    return None


_OPENERS = cues.SUBJECT_OPENERS - {"who", "which"} | {"the", "a", "an"}
_PART = frozenset(["night", "morning", "afternoon", "evening"])


def _past_time(low: list[str], r: int, b: int) -> int:
    """The first word behind "on Monday", "Monday night", "last week", "in a statement"."""
    while r < b:
        k = r + (low[r] in {"on", "late", "early", "earlier", "last", "this", "in", "during"})
        k += k > r and low[k] in {"a", "an", "his", "her", "its", "this", "last"}
        if low[k] in cues.DAYS or (k > r and (low[k] in _PERIODS or low[k] in cues.OCCASIONS)):
            r = k + 1 + (low[k + 1] in _PART)
        else:
            return r
    return r


def _told(scene: Scene, r: int, b: int, takes: int) -> Range | None:
    """What follows the hearer."""
    low, inside = scene.low, scene.inside
    for k in range(r, min(r + 18, b)):
        if inside[k] >= 0 or (k > r and low[k] in _JOINTS):
            negated = low[k] == "to" and low[k - 1] == "not" and k - 1 > r
            return trimmed(scene, k - negated, b)
        if low[k] == ":":
            return trimmed(scene, k + 1, b)
        if k > r and low[k] in cues.SUBJECT_OPENERS and low[k] not in {"who", "which"}:
            return trimmed(scene, k, b)
        bare = takes & BARE and k > r and low[k] in {"the", "a", "an"}
        if bare and _NO_HEARER.isdisjoint(low[r:k]):
            return trimmed(scene, k, b)
    return None


_NO_HEARER = cues.ADJUNCTS | {",", "and", "or", "all", "both", "half", "against", "into", "than", "not"}
"""Words that tell that a noun after them still belongs to the hearer before."""


def _cut_off(scene: Scene, k: int, *, first: bool) -> bool:
    """Whether a quotation that ends before `k` ends the content: 'called it "odd," we left'.

    `first` tells that the content begins with it: 'chanted "Out!" as they marched'.
    """
    low = scene.low
    if scene.inside[k] >= 0:
        return False
    if first and (low[k] in {"–", "—"} or (low[k] == "as" and low[k + 1] in cues.PRONOUNS)):
        return True
    stop = last_inner(low, k)
    if first and stop in {"!", "?", ","} and low[k] in {"and", "then", "before", "as", "while"}:
        return scene.inside[k + 1] < 0
    return stop == "," and low[k][0].isalpha() and low[k] not in _GO_ON


_GO_ON = frozenset(["and", "or", "but", "as", "to", "in", "for", "of", "that"])


def _before_aside(scene: Scene, c: int, b: int) -> int:
    """Where a last clause that reports somebody else's word begins: ", which the port has called a lie"."""
    low, inside = scene.low, scene.inside
    comma = next((k for k in range(b - 2, c, -1) if low[k] == "," and inside[k] < 0), None)
    if comma is None or low[comma + 1] != "which" or low[comma + 2] in CUES:
        return b
    ahead = range(comma + 2, min(comma + _ASIDE, b))
    reports = any(low[k] in CUES and CUES[low[k]].takes & OBJECT and inside[k] < 0 for k in ahead)
    return comma if reports else b


_ASIDE = 9
"""Words within which a clause after "which" tells who says so."""


def trimmed(scene: Scene, c: int, b: int) -> Range | None:
    """The content from `c`, without the stop that ends the sentence and what only comments on it."""
    low, inside = scene.low, scene.inside
    b = _before_aside(scene, c, b)
    k = c + 1
    while k < b - 1:
        if inside[k] >= 0:
            first = inside[k] == inside[c]
            k = max(scene.quotes[inside[k]][1], k + 1)
            if k < b - 1 and _cut_off(scene, k, first=first):
                b = k
                break
            continue
        meanwhile = low[k] == "without" and (low[k - 1] == "," or inside[k - 1] >= 0)
        meanwhile |= inside[k - 1] >= 0 and low[k] == "while"
        if meanwhile and low[k + 1].endswith("ing"):
            b = k
            break
        k += 1
    while b > c and inside[b - 1] < 0 and low[b - 1] in {".", ",", ";", "!", ":", "—", "–", "-", "?"}:
        b -= 1
    return (c, b) if b > c else None
