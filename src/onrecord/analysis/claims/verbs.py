"""Reporting verbs: from one of them to its source and to what it reports."""

from onrecord.analysis.claims import cues
from onrecord.analysis.claims.contents import (
    content_after,
    content_before,
    first_word,
    only_hearer,
    resumed,
    stops,
    trimmed,
)
from onrecord.analysis.claims.cues import ABOUT, CLAUSE, CUES, QUOTE, TELL, Cue
from onrecord.analysis.claims.scene import Draft, Range, Scene
from onrecord.analysis.claims.subjects import (
    opening_subject,
    subject_after,
    subject_after_with,
    subject_before,
)


def read_verb(scene: Scene, a: int, b: int, i: int, here: list[Draft]) -> Draft | None:
    low, inside = scene.low, scene.inside
    cue = CUES[low[i]]
    v, r = _group(low, a, i), i + 1
    be = any(low[k] in cues.BE for k in range(v, i))
    if low[i - 1] == "to" and i > a:
        if i - a < 4 or low[i - 2] != "on" or low[i - 3] not in {"went", "goes", "go", "gone"}:
            return None
        v, cue = _group(low, a, i - 3), cue._replace(form="past")
    if cue.form == "past" and be:
        return _passive(scene, a, b, v, i, cue)
    if cue.lemma == "go" and low[r + 1] == "to":
        return None
    if r < b and cues.particle(cue.lemma, low[r]) and inside[r] < 0:
        r += 1
    elif not cue.takes & ~ABOUT:
        return None
    main = [d for d in here if not d.aside]
    floor = main[-1].cue[1] if main else a
    source, start, rule = _source(scene, a, b, floor, v, i, cue, be, here)
    if rule is None:
        return None
    draft = Draft((v, r), source, start, rule)
    draft.saying = bool(cue.takes & (QUOTE | TELL))
    left = content_before(scene, max(floor, main[-1].right[0]) if main and main[-1].right else floor, start)
    if (
        left
        and (cue.takes & (QUOTE | CLAUSE) or low[r - 1] in {"out", "on", "it"})
        and rule not in {"shared", "with"}
    ):
        if not source:
            draft.source = subject_after(scene, r, b)
        after = draft.source[1] if draft.source and draft.source[0] >= r else r
        done = stops(scene, after, b) or (
            bool(cue.takes & TELL) and r == i + 1 and only_hearer(scene, after, b)
        )
        if done or (inside[left[1] - 1] >= 0 and (inside[left[0]] >= 0 or low[left[0]] not in cues.LEADS)):
            if done and low[min(after, b - 1)] != "," and all(d.left is None for d in here):
                left = (first_word(scene, a, left[1]), left[1])
            draft.left = left
            draft.right = resumed(scene, after, b, quoted=inside[left[1] - 1] >= 0)
            return draft if draft.source else None
    if not source:
        return None
    if low[source[0]] in {"who", "which"} and source[0] > a and low[source[0] - 1] == ",":
        b = _comma(scene, r, b)
    elif (
        source[0] > a
        and low[source[0] - 1] in cues.SUBORDINATORS
        and (source[0] - 1 == a or low[source[0] - 2] in {",", "even"})
    ):
        draft.aside = True
        b = _comma(scene, r, b)
    draft.right = content_after(scene, r, b, cue, draft)
    return draft


def _comma(scene: Scene, r: int, b: int) -> int:
    """Where the clause from `r` ends: at the first comma that opens no quotation."""
    low, inside = scene.low, scene.inside
    return next((k for k in range(r, b - 1) if low[k] == "," and inside[k] < 0 and inside[k + 1] < 0), b)


def _passive(scene: Scene, a: int, b: int, v: int, i: int, cue: Cue) -> Draft | None:
    """A view that is nobody's in particular: "is expected to", "was asked about"."""
    low = scene.low
    if i + 2 >= b or scene.inside[i + 1] >= 0:
        return None
    if cue.lemma == "ask" and low[i + 1] in {"about", "whether", "if", "how", "why", "what"}:
        draft = Draft((v, i + 1), None, v, "passive")
        draft.right = trimmed(scene, i + 1, _comma(scene, i + 1, b))
        return draft
    if cue.lemma not in cues.IMPERSONAL or low[i + 1] != "to":
        return None
    subject = subject_before(scene, a, v)
    draft = Draft((v, i + 1), None, subject[0] if subject else v, "passive")
    draft.left, draft.right = subject, trimmed(scene, i + 1, b)
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
    scene: Scene, a: int, b: int, floor: int, v: int, i: int, cue: Cue, be: bool, here: list[Draft]
) -> tuple[Range | None, int, str | None]:
    """The source, where it (or the verb group) begins, and the rule that found it; no rule, no claim."""
    low = scene.low
    before = low[v - 1] if v > a else ""
    shared = next((d.source for d in reversed(here) if d.source and not d.aside), None)
    if cue.form == "ing" and not be:
        if before == "," and (aside := subject_after_with(scene, floor, v)):
            return aside, v, "with"
        if v > a and (before == "," or scene.inside[v - 1] >= 0 or before in {"and", "—"}):
            return (shared or opening_subject(scene, a, v)), v, "shared"
        if before in {"by", "after", "while", "before", "when", "for", "without"}:
            return (shared or opening_subject(scene, a, v - 1)), v, "shared"
        if before and (source := subject_after_with(scene, floor, v)):
            return source, v, "with"
        nearby = scene.inside[i + 1 : i + 3]
        if before and nearby and max(nearby) >= 0:
            return subject_before(scene, floor, v), v, "with"
        return None, v, None
    if before == "," and v == i and cue.takes & QUOTE and not cue.takes & TELL and _closes(scene, i + 1, b):
        return None, v, "inverted"
    if before in {"and", "but", "or", "then"} or (before == "," and any(d.right for d in here if not d.aside)):
        if shared and cue.form != "base":
            return shared, v, "shared"
        return None, v, None
    if not _agrees(scene, v, i, cue):
        return None, v, None
    subject = subject_before(scene, floor, v)
    if subject:
        return subject, subject[0], "subject"
    if v == i and (before == "," or (v > a and scene.inside[v - 1] >= 0)):
        return None, v, "inverted"
    return None, v, None


def _closes(scene: Scene, r: int, b: int) -> bool:
    """Whether a name after the verb closes the sentence: ", said Ann Lee, a baker."""
    source = subject_after(scene, r, b)
    return bool(source) and scene.text[scene.words[r][0]].isupper() and source[1] >= b - 2


def _agrees(scene: Scene, v: int, i: int, cue: Cue) -> bool:
    """Whether the word before lets this be a verb: plural before a base form, no "his" before "claims"."""
    low = scene.low
    before = low[v - 1] if v else ""
    if cue.form == "base":
        return (
            any(low[k] in cues.AUXILIARIES for k in range(v, i))
            or before in cues.PLURALS
            or (before.endswith("s") and not before.endswith(("'s", "’s", "ss", "us", "is")))
            or _and_names(scene, v)
        )
    if cue.form == "s" and cue.lemma in cues.NOUNS:
        if before in cues.PRONOUNS:
            return True
        proper = scene.text[scene.words[v - 1][0]].isupper() and not before.endswith(("'s", "’s"))
        after = low[i + 1] if i + 1 < len(low) else ""
        return proper and (after in cues.SUBJECT_OPENERS or after in _COMPLEMENTS or scene.inside[i + 1] >= 0)
    if (
        cue.form == "past"
        and i + 1 < len(low)
        and v > 1
        and low[v - 2] in {"a", "an"}
        and cue.lemma in {"call", "dub"}
    ):
        return False
    return True


def _and_names(scene: Scene, v: int) -> bool:
    """Whether "Ann and Bo Lee" stands before the verb."""
    for k in range(v - 1, max(v - 5, 0), -1):
        if scene.low[k] == "and":
            return k < v - 1
        if not scene.text[scene.words[k][0]].isupper():
            return False
    return False


_COMPLEMENTS = frozenset(["that", "to", "for", "a", "an", "the", "on"])
