"""Who said what, by rules over reporting words: the part that a trained model replaces.

`find_claims` is all that anyone calls. It reads one sentence at a time (a quotation never splits one), takes
each reporting word outside quotation marks, and looks for its subject and for what it reports on either side.
"""

import re
from collections.abc import Sequence

from onrecord.analysis.claims.contents import trimmed
from onrecord.analysis.claims.cues import CUES, REPORTS
from onrecord.analysis.claims.phrases import (
    lonely_quotation,
    read_according,
    read_gesture,
    read_noun,
    read_speaker,
    read_unlisted,
)
from onrecord.analysis.claims.scene import Claim, Draft, Range, Scene, see, see_inside
from onrecord.analysis.claims.verbs import read_verb
from onrecord.analysis.parts import Extent, Quotation, Tokens

__all__ = ["Claim", "find_claims"]


_SHARES: dict[tuple[str, bool], tuple[float, float, float]] = {
    ("according to", True): (0.89, 0.75, 0.82),
    ("colon", True): (0.60, 0.40, 0.40),
    ("gesture", True): (0.60, 0.60, 0.60),
    ("inverted", True): (0.96, 0.74, 0.70),
    ("inverted", False): (0.50, 0.50, 0.40),
    ("noun", True): (0.60, 0.60, 0.34),
    ("passive", True): (0.60, 0.57, 0.64),
    ("shared", True): (0.76, 0.75, 0.61),
    ("shared", False): (0.50, 0.71, 0.47),
    ("speaker", True): (0.92, 0.84, 0.51),
    ("subject", True): (0.96, 0.84, 0.76),
    ("subject", False): (0.72, 0.65, 0.59),
    ("unlisted", True): (0.35, 0.35, 0.35),
    ("with", True): (0.71, 0.69, 0.40),
    ("with", False): (0.50, 0.43, 0.53),
}
"""By rule, and whether the verb is one of saying: the share of claims that PolNeAR's training articles before
8 July 2016 bear out, for contents in marks, partly in marks and without marks."""


_CONTRACTION = re.compile(r"(?<=\w)['’](?:s|ve|d|ll|re|m)\b")
_OWN = frozenset(["i", "we", "you", "me", "us"])
"""Whose reports inside a quotation are the speaker's own."""


def find_claims(tokens: Tokens, quotations: Sequence[Quotation]) -> list[Claim]:
    """Every claim that the rules find, in order of the cue.

    Inside quotations only what somebody else is said to have said: '"The police told us to wait," he said.'
    """
    scene = see(tokens, [q for q in quotations if q.level == 0])
    words = [i for i, word in enumerate(scene.low) if word in _REPORTING and _may_report(scene, i)]
    drafts = _read(scene, [i for i in words if scene.inside[i] < 0])
    claims = [_claim(scene, draft) for draft in drafts]
    within = [i for i in words if scene.inside[i] >= 0]
    if within:
        inner = see_inside(scene, tokens, [q for q in quotations if q.level == 1])
        others = _read(inner, [i for i in within if inner.inside[i] < 0])
        claims += [_claim(inner, draft)._replace(inside=True) for draft in others if _is_others(inner, draft)]
        claims.sort(key=lambda claim: claim.cue)
    return claims


_REPORTING = REPORTS | CUES.keys()


def _is_others(scene: Scene, draft: Draft) -> bool:
    named = draft.source is not None and re.split("['’]", scene.low[draft.source[0]])[0] not in _OWN
    return named and draft.saying and draft.rule in {"subject", "inverted", "according to"}


def _read(scene: Scene, hits: list[int]) -> list[Draft]:
    drafts: list[Draft] = []
    k = 0
    for a, b in scene.sentences:
        here: list[Draft] = []
        if a in scene.heads and (draft := read_speaker(scene, a, scene.heads[a])):
            here.append(draft)
        while k < len(hits) and hits[k] < a:
            k += 1
        while k < len(hits) and hits[k] < b:
            i = hits[k]
            k += 1
            if here and (i < here[-1].cue[1] or (here[-1].source and i < here[-1].source[1])):
                continue
            draft = _draft(scene, a, b, i, here)
            if draft and _counts(scene, draft, b):
                _make_room(scene, draft, here)
                here.append(draft)
        if (q := lonely_quotation(scene, a, b, here)) >= 0 and (draft := read_unlisted(scene, a, b, q)):
            here.append(draft)
        if not here and (draft := read_gesture(scene, a, b)):
            here.append(draft)
        drafts.extend(here)
    return drafts


def _counts(scene: Scene, draft: Draft, b: int) -> bool:
    """Whether anything is reported, and more than that the source is not to be named."""
    low, end = scene.low, draft.cue[1]
    anonymous = not _UNNAMED.isdisjoint(low[end : end + 4]) and "be" in low[end : end + 3]
    bare = draft.rule == "subject" and draft.saying and end >= b - 1  # 'Lee agreed. "It is odd," ...'
    return not anonymous and bool(draft.left or draft.right or bare or low[b - 1] == ":")


_UNNAMED = frozenset(["named", "identified", "quoted"])


def _draft(scene: Scene, a: int, b: int, i: int, here: list[Draft]) -> Draft | None:
    word = scene.low[i]
    if word == "according":
        return read_according(scene, a, b, i)
    noun = read_noun(scene, a, b, i) if word in REPORTS else None
    return noun or (read_verb(scene, a, b, i, here) if word in CUES else None)


def _may_report(scene: Scene, i: int) -> bool:
    """Whether the word at `i` is written as a verb is: names and titles ("United States") are not."""
    return scene.text[scene.words[i][0]].islower() or scene.low[i].endswith("ing")


def _make_room(scene: Scene, draft: Draft, here: list[Draft]) -> None:
    """End what earlier claims of the sentence report where a coordinated one begins."""
    for earlier in here:
        if not earlier.right:
            continue
        first, last = earlier.right
        if draft.left and draft.left[0] <= earlier.start and draft.left[1] > earlier.cue[0]:
            earlier.right = trimmed(scene, first, min(last, draft.left[1]))
            earlier.aside = True
        elif draft.source and draft.source[0] <= earlier.start and draft.source[1] > earlier.cue[1]:
            earlier.right = trimmed(scene, first, min(last, draft.cue[0]))
        elif first <= draft.start < last:
            if not _coordinated(scene, draft, first):
                draft.aside = True
                continue
            end = draft.start
            while end > first and scene.low[end - 1] in _JOINTS:
                end -= 1
            earlier.right = (first, end) if end > first else None
    if draft.source and scene.low[draft.source[0]] in {"who", "which"}:
        draft.aside = True


_JOINTS = frozenset([",", "and", "but", "while", "as", "then", ";", "—", "yet", "though"])


def _coordinated(scene: Scene, draft: Draft, first: int) -> bool:
    """Whether the draft goes on beside what is reported from `first` on, and not within it."""
    before = scene.low[draft.start - 1]
    if before in {"and", "but", "while", ";", "then", "yet", "though"}:
        return draft.start - first > 2  # noqa: PLR2004 - "that while" opens what is reported
    return draft.rule == "shared" and (before == "," or scene.inside[draft.start - 1] >= 0)


def _claim(scene: Scene, draft: Draft) -> Claim:
    content = tuple(_extent(scene, part) for part in (draft.left, draft.right) if part)
    source = _extent(scene, draft.source) if draft.source else None
    cue = _extent(scene, draft.cue)
    if source and draft.source and draft.source[1] == draft.cue[0]:
        # "he's said": what is short for "has" is of the cue.
        split = _CONTRACTION.search(scene.text, *scene.words[draft.source[1] - 1])
        if split:
            source, cue = (source[0], split.start()), (split.start(), cue[1])
    return Claim(cue, source, content, draft.rule, _confidence(scene, draft))


def _confidence(scene: Scene, draft: Draft) -> float:
    """The share right of the claims by this rule, of this kind of verb, with or without quotation marks."""
    inside = [scene.inside[k] >= 0 for part in (draft.left, draft.right) if part for k in range(*part)]
    return _SHARES[draft.rule, draft.saying][0 if all(inside) else 1 if any(inside) else 2]


def _extent(scene: Scene, part: Range) -> Extent:
    return scene.words[part[0]][0], scene.words[part[1] - 1][1]
