"""What is reported: the words before or after the reporting one."""

from onrecord.analysis.claims import cues
from onrecord.analysis.claims.cues import BARE, CLAUSE, CUES, OBJECT, QUOTE, TELL, TO, Cue
from onrecord.analysis.claims.scene import NEAR, PHRASE, Draft, Range, Scene, last_inner

_JOINTS = cues.QUESTIONS | {"that", "to"}
_ADJOINED = cues.ADJUNCTS | cues.QUESTIONS


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
    while first < k and inside[first] < 0 and low[first] in {"but", "and", ",", "so", "yet", ":", ";"}:
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
    while (
        first < last - 1
        and scene.inside[first] < 0
        and scene.low[first] in {"but", "and", ",", "so", "yet", "still"}
    ):
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
    return low[k] in cues.ADJUNCTS and "that" not in low[k:end] and all(q < 0 for q in scene.inside[k:end])


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
        goes_on = low[k] == "," and k + 2 < b and not _comments(low[k + 1])
        return trimmed(scene, k + 1, b) if goes_on else None
    j = next((j for j in range(k, min(k + 25, b)) if inside[j] >= 0 or (j > k and low[j] in CUES)), b)
    if j >= b or inside[j] < 0 or (j > k and low[j - 1] not in {",", ":", ";", "—", "–", "."}):
        return None
    return trimmed(scene, j, b)


def content_after(scene: Scene, r: int, b: int, cue: Cue, draft: Draft) -> Range | None:
    """What follows the verb, past a hearer and adjuncts; a colon that joins them goes to the draft's cue."""
    low, takes = scene.low, cue.takes
    if r >= b:
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
    infinitive = low[r] == "to" or (low[r] == "not" and low[r + 1] == "to")
    if scene.inside[r] >= 0 or low[r] == "that" or (takes & TO and infinitive):
        return trimmed(scene, r, b)
    if takes & TELL:
        return _told(scene, r, b)
    return _bare(scene, r, b, takes)


def _bare(scene: Scene, r: int, b: int, takes: int) -> Range | None:
    """What is reported without a word that says so."""
    low = scene.low
    if takes & OBJECT and low[r] in {"this", "last", "these"}:
        return trimmed(scene, r, _object_end(scene, r, b))
    if low[r] == "," and takes & BARE and takes & QUOTE and r + 1 < b and not _comments(low[r + 1]):
        return trimmed(scene, r + 1, b)
    if low[r] in {",", ".", "to"} or low[r] in _ADJOINED:
        return _beyond(scene, r, b, takes)
    if not low[r][0].isalnum() and low[r] not in {"$", "@", "#", "(", "[", "‘", "'"}:
        return None
    if takes & (BARE | OBJECT):
        return trimmed(scene, r, b if takes & BARE else _object_end(scene, r, b))
    return _beyond(scene, r, b, takes) if takes & QUOTE else None


def _comments(word: str) -> bool:
    """Whether a word after "he said," opens an aside of the outlet's and not what is said."""
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
    if low[r] in cues.QUESTIONS:
        return trimmed(scene, r, b)
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


def _told(scene: Scene, r: int, b: int) -> Range | None:
    """What follows the hearer."""
    low, inside = scene.low, scene.inside
    for k in range(r, min(r + 18, b)):
        if inside[k] >= 0 or (k > r and low[k] in _JOINTS):
            return trimmed(scene, k, b)
        if low[k] == ":":
            return trimmed(scene, k + 1, b)
        if k > r and low[k] in cues.SUBJECT_OPENERS and low[k] not in {"who", "which"}:
            return trimmed(scene, k, b)
    return None


def _cut_off(scene: Scene, k: int) -> bool:
    """Whether a quotation that ends before `k` with a comma ends the content: 'called it "odd," we left'."""
    low = scene.low
    goes_on = scene.inside[k] >= 0 or not low[k][0].isalpha() or low[k] in _GO_ON
    return not goes_on and last_inner(low, k) == ","


_GO_ON = frozenset(["and", "or", "but", "as", "to", "in", "for", "of", "that"])


def trimmed(scene: Scene, c: int, b: int) -> Range | None:
    """The content from `c`, without the stop that ends the sentence and what only comments on it."""
    low, inside = scene.low, scene.inside
    k = c + 1
    while k < b - 1:
        if inside[k] >= 0:
            k = max(scene.quotes[inside[k]][1], k + 1)
            if k < b - 1 and _cut_off(scene, k):
                b = k
                break
            continue
        if low[k] == "without" and (low[k - 1] == "," or inside[k - 1] >= 0) and low[k + 1].endswith("ing"):
            b = k
            break
        k += 1
    while b > c and inside[b - 1] < 0 and low[b - 1] in {".", ",", ";", "!", ":", "—", "–", "-", "?"}:
        b -= 1
    return (c, b) if b > c else None
