"""Reporting verbs: from one of them to its source and to what it reports."""

from typing import NamedTuple

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
from onrecord.analysis.claims.cues import ABOUT, BARE, CLAUSE, CUES, OBJECT, QUOTE, TELL, Cue
from onrecord.analysis.claims.scene import Draft, Range, Scene, last_inner
from onrecord.analysis.claims.subjects import (
    opening_subject,
    subject_after,
    subject_after_with,
    subject_before,
)

_NO_MANNER = frozenset(
    ["family", "assembly", "reply", "italy", "july", "ally", "rally", "daily", "early", "fly"]
)


class _Verb(NamedTuple):
    """A reporting verb in its sentence `[a, b)`: its group `[v, r)` around the word `i`."""

    scene: Scene
    a: int
    b: int
    v: int
    i: int
    r: int
    cue: Cue
    is_be: bool
    """Whether a form of "be" stands in the group."""
    here: list[Draft]
    """The sentence's drafts so far."""

    @property
    def before(self) -> str:
        """The word before the group, in lower case."""
        return self.scene.low[self.v - 1] if self.v > self.a else ""

    @property
    def main(self) -> list[Draft]:
        """The drafts so far that do not stand inside others."""
        return [draft for draft in self.here if not draft.aside]

    @property
    def floor(self) -> int:
        """The first word that may belong to this verb's subject."""
        main = self.main
        return main[-1].cue[1] if main else self.a


_Found = tuple[Range | None, str] | None
"""A source (none where it follows the verb) and the rule that found it; None for no claim."""


def read_verb(scene: Scene, a: int, b: int, i: int, here: list[Draft]) -> Draft | None:
    """The claim of the verb at `i` in the sentence `[a, b)`, which has the drafts in `here` so far."""
    verb = _seen(scene, a, b, i, here)
    if verb is None:
        return None
    if verb.cue.form == "past" and verb.is_be:
        return _passive(verb)
    found = _participle(verb) if verb.cue.form == "ing" and not verb.is_be else _finite(verb)
    if found is None:
        return None
    source, rule = found
    if verb.cue.lemma == "hear" and not (source and scene.low[source[1] - 1] in cues.FORUMS):
        return None
    start = source[0] if source and rule == "subject" else verb.v
    draft = Draft((verb.v, verb.r), source, start, rule)
    draft.saying = bool(verb.cue.takes & (QUOTE | TELL))
    if verb.cue.lemma == "find" and source and not cues.STUDIES.isdisjoint(scene.low[slice(*source)]):
        verb = verb._replace(cue=verb.cue._replace(takes=verb.cue.takes | BARE))
    return draft if _reports_before(verb, draft) or _reports_after(verb, draft) else None


def _seen(scene: Scene, a: int, b: int, i: int, here: list[Draft]) -> _Verb | None:
    """The verb with its group; None where the word cannot report as it stands."""
    low, cue, r = scene.low, CUES[scene.low[i]], i + 1
    v = _group(low, a, i)
    is_be = any(low[k] in cues.BE for k in range(v, i))
    if i > a and low[i - 1] == "to":
        head = i - 2 if low[i - 2] in _USED else i - 3 if low[i - 2] == "on" and low[i - 3] in _WENT else -1
        if head <= a:
            return None
        v, cue = _group(low, a, head), cue._replace(form="past")
    if cue.form == "past" and is_be:
        return _Verb(scene, a, b, v, i, r, cue, is_be, here)
    if cue.lemma == "go" and low[r + 1] == "to":
        return None
    if r < b and cues.particle(cue.lemma, low[r]) and scene.inside[r] < 0:
        r += 1
    elif not cue.takes & ~ABOUT:
        return None
    return _Verb(scene, a, b, v, i, r, cue, is_be, here)


_CONJUNCTIONS = frozenset(["and", "but", "while", "as", "though", "yet"])
_WENT = frozenset(["went", "goes", "go", "gone"])
_USED = frozenset(["used", "likes", "liked", "loves", "loved", "continues", "continued"])


def _reports_before(verb: _Verb, draft: Draft) -> bool:
    """Whether what is reported stands before the verb; the draft then has it, and its source."""
    scene, low, inside = verb.scene, verb.scene.low, verb.scene.inside
    last = verb.main[-1:]
    floor = max(verb.floor, last[0].right[0]) if last and last[0].right else verb.floor
    if last and last[0].rule == "passive":
        floor = last[0].start
    left = content_before(scene, floor, draft.start)
    may = verb.cue.takes & (QUOTE | CLAUSE) or low[verb.r - 1] in {"out", "on", "it"}
    if not left or not may or draft.rule in {"shared", "with"}:
        return False
    source = draft.source or subject_after(scene, verb.r, verb.b)
    after = source[1] if source and source[0] >= verb.r else verb.r
    tells = verb.cue.takes & TELL and verb.r == verb.i + 1
    done = stops(scene, after, verb.b) or (bool(tells) and only_hearer(scene, after, verb.b))
    quoted = inside[left[1] - 1] >= 0
    if not quoted and _leads_in(low[left[0]]):
        goes_on = low[after] == "," and inside[after + 1] >= 0
        if goes_on or not verb.cue.takes & (CLAUSE | ABOUT) or low[left[0]] in {"asked", "pressed"}:
            return False
    if not source or not (done or (quoted and (inside[left[0]] >= 0 or low[left[0]] not in cues.LEADS))):
        return False
    if done and low[min(after, verb.b - 1)] != "," and all(other.left is None for other in verb.here):
        left = (first_word(scene, verb.a, left[1]), left[1])
    draft.source, draft.left = source, left
    draft.right = resumed(scene, after, verb.b, quoted=quoted)
    return True


def _leads_in(word: str) -> bool:
    """Whether a clause that opens with `word` only leads up to what is said ("Asked why, Lee said")."""
    return word in cues.LEADS or word.endswith("ing")


def _reports_after(verb: _Verb, draft: Draft) -> bool:
    """Whether the draft has a source, and so may report what follows the verb."""
    if not draft.source:
        return False
    scene, low, s, b = verb.scene, verb.scene.low, draft.source[0], verb.b
    if s > verb.a and low[s] in {"who", "which"} and low[s - 1] == ",":
        b = _comma(scene, verb.r, b)
    elif s > verb.a and _subordinate(low, s - 1, verb.a):
        draft.aside = True
        b = _comma(scene, verb.r, b)
    draft.right = content_after(scene, verb.r, b, verb.cue, draft)
    return verb.cue.lemma != "attack" or _in_words(scene, draft.right)


def _in_words(scene: Scene, part: Range | None) -> bool:
    """Whether an attack is one with words: for something, as something, or in quotation marks."""
    return part is not None and any(
        scene.low[k] in {"for", "as", "over"} or scene.inside[k] >= 0 for k in range(*part)
    )


def _subordinate(low: list[str], k: int, a: int) -> bool:
    """Whether the word at `k` opens a clause that is less than what the sentence says."""
    if low[k] == "whether":
        return low[a] in {"asked", "when"}
    return low[k] in cues.SUBORDINATORS and (k == a or low[k - 1] in {",", "even"})


def _comma(scene: Scene, r: int, b: int) -> int:
    """Where the clause from `r` ends: at the first comma that opens no quotation."""
    low, inside = scene.low, scene.inside
    return next((k for k in range(r, b - 1) if low[k] == "," and inside[k] < 0 and inside[k + 1] < 0), b)


def _passive(verb: _Verb) -> Draft | None:
    """A view that is nobody's in particular: "is expected to", "was asked about"."""
    scene, low, v, r = verb.scene, verb.scene.low, verb.v, verb.r
    if r + 1 >= verb.b:
        return None
    draft = Draft((v, r), None, v, "passive")
    if verb.cue.lemma == "ask" and (low[r] == "about" or low[r] in cues.QUESTIONS):
        draft.right = trimmed(scene, r, _comma(scene, r, verb.b))
        return draft
    if verb.cue.takes & OBJECT and (agent := _agent(scene, r, verb.b)):
        draft.source, draft.left = agent, subject_before(scene, verb.a, v)
        draft.right = (r, agent[0] - 1) if agent[0] - 1 > r else None
        return draft
    if verb.cue.lemma not in cues.IMPERSONAL or low[r] != "to":
        return None
    draft.left, draft.right = subject_before(scene, verb.a, v), trimmed(scene, r, verb.b)
    if draft.left:
        draft.start = draft.left[0]
    return draft


def _agent(scene: Scene, r: int, b: int) -> Range | None:
    """By whom it was: 'was described as "odd" by Ann Lee'."""
    if scene.low[r] not in {"as", "by", "a", "an"} and scene.inside[r] < 0:
        return None
    k = next((k for k in range(r, min(r + TAG, b)) if scene.low[k] in {"by", ","} and scene.inside[k] < 0), b)
    if k >= b or scene.low[k] != "by" or scene.low[k + 1].endswith("ing") or scene.low[k + 1] in cues.ADVERBS:
        return None
    found = subject_after(scene, k + 1, b)
    reason = next((j for j in range(*found) if scene.low[j] == "for"), found[1]) if found else 0
    return (found[0], reason) if found and reason > found[0] else None


def _group(low: list[str], a: int, i: int) -> int:
    """Where the verb group begins: its auxiliaries and adverbs belong to the cue."""
    v = i
    while v > a and (low[v - 1] in cues.AUXILIARIES or low[v - 1] in cues.ADVERBS or _manner(low[v - 1])):
        v -= 1
    return v


def _manner(word: str) -> bool:
    return word.endswith("ly") and word not in _NO_MANNER


def _shared(verb: _Verb) -> Range | None:
    """The source of the claim that this one goes on from."""
    return next((draft.source for draft in reversed(verb.main) if draft.source), None)


def _participle(verb: _Verb) -> _Found:
    """The source of "saying": that of the claim before, the sentence's subject, or a phrase of its own."""
    scene, v, before = verb.scene, verb.v, verb.before
    aside = subject_after_with(scene, verb.floor, v) if before else None
    if aside and (before == "," or before not in _LINKS):
        return aside, "with"
    if before in {",", "and", "—"} or (v > verb.a and scene.inside[v - 1] >= 0):
        source = _shared(verb) or opening_subject(scene, verb.a, v)
        return (source, "shared") if source else None
    if before in _LINKS:
        source = _shared(verb) or opening_subject(scene, verb.a, v - 1)
        return (source, "shared") if source else None
    if before and max(scene.inside[verb.i + 1 : verb.i + 3]) >= 0:
        return subject_before(scene, verb.floor, v), "with"
    return None


_LINKS = frozenset(["by", "after", "while", "before", "when", "for", "without", "and", "—"])


def _finite(verb: _Verb) -> _Found:
    """The source of a finite verb, or the promise of one that follows it."""
    scene, v, before = verb.scene, verb.v, verb.before
    alone = v == verb.i
    if before == "," and alone and verb.cue.takes & QUOTE and not verb.cue.takes & TELL and _closes(verb):
        return None, "inverted"
    goes_on = before == "," and any(draft.right for draft in verb.main)
    if before in {"and", "but", "or", "then"} or goes_on:
        return _coordinate(verb)
    if not (_agrees(scene, v, verb.i, verb.cue) or _tags(verb)) or (
        alone and scene.low[v] in cues.PARTICIPLES
    ):
        return None
    if subject := subject_before(scene, verb.floor, v):
        return subject, "subject"
    if before == "that" and v - 1 > verb.floor and _quotes_next(verb):  # "a sign that said"
        return (v - 1, v), "subject"
    quoted = v > verb.a and scene.inside[v - 1] >= 0
    return (None, "inverted") if alone and (before == "," or quoted) else None


def _coordinate(verb: _Verb) -> _Found:
    """The source of a verb that goes on after another: its own behind a link, else the shared one."""
    scene, v = verb.scene, verb.v
    own = subject_before(scene, verb.floor, v) if verb.before == "," else None
    if own and scene.low[own[0] - 1] in _CONJUNCTIONS:  # ", but the minister, Ann Lee, insisted"
        return own, "subject"
    shared = _shared(verb) or (opening_subject(scene, verb.a, v - 1) if _quotes_next(verb) else None)
    finite = verb.cue.form != "base" or (v < verb.i and scene.low[v] in cues.AUXILIARIES)
    return (shared, "shared") if shared and finite else None


def _quotes_next(verb: _Verb) -> bool:
    """Whether a quotation follows the verb, past a comma or a colon, and it is one to quote with."""
    if not verb.cue.takes & QUOTE:
        return False
    r = verb.r + (verb.scene.low[verb.r] in {",", ":"})
    return verb.scene.inside[r] >= 0


def _parts(scene: Scene, k: int) -> bool:
    return scene.inside[k] >= 0 or scene.low[k] == ","


def _tags(verb: _Verb) -> bool:
    """Whether a name and the verb follow on a quotation or clause and end it ('"It rains," Lee notes')."""
    scene, v = verb.scene, verb.v
    if verb.cue.form != "s" or verb.before in cues.DETERMINERS or not stops(scene, verb.r, verb.b):
        return False
    k = next((k for k in range(v - 1, max(verb.a, v - TAG) - 1, -1) if _parts(scene, k)), v)
    clause = k < v and verb.cue.lemma in _CLOSING and not _leads_in(scene.low[verb.a])
    if k >= v - 1 or not (clause or last_inner(scene.low, k + 1) in {",", "?", "!", "—"}):
        return False
    return scene.text[scene.words[k + 1][0]].isupper() or scene.low[k + 1] in {"the", "a", "an"}


_CLOSING = frozenset(["estimate", "claim", "note", "report"])
"""Verbs whose form in s may end a sentence after what they report; others are nouns there."""
TAG = 12
"""Words that a name with its apposition has at most between a quotation and its verb."""


def _closes(verb: _Verb) -> bool:
    """Whether a name after the verb closes the sentence: ", said Ann Lee, a baker."""
    scene, r = verb.scene, verb.i + 1
    source = subject_after(scene, r, verb.b)
    return source is not None and scene.text[scene.words[r][0]].isupper() and source[1] >= verb.b - 2


def _agrees(scene: Scene, v: int, i: int, cue: Cue) -> bool:
    """Whether the word before lets this be a verb: plural before a base form, no "his" before "claims"."""
    low = scene.low
    before = low[v - 1] if v else ""
    if cue.form == "base":
        plural = (
            before in cues.PLURALS
            or (before.endswith("s") and not before.endswith(_NO_PLURAL))
            or (_may_be_far(scene, before, i, cue) and _plural_head(scene, v))
        )
        return plural or any(low[k] in cues.AUXILIARIES for k in range(v, i)) or _and_names(scene, v)
    if cue.form == "s" and cue.lemma in cues.NOUNS and before not in cues.PRONOUNS:
        named = scene.text[scene.words[v - 1][0]].isupper() and not before.endswith(("'s", "’s"))
        return (named or before == ",") and (low[i + 1] in _COMPLEMENTS or scene.inside[i + 1] >= 0)
    return not (cue.form == "past" and cue.lemma in {"call", "dub"} and v > 1 and low[v - 2] in {"a", "an"})


def _may_be_far(scene: Scene, before: str, i: int, cue: Cue) -> bool:
    """Whether the head of a verb in its base form may stand further off: it is no noun, a clause follows."""
    following = scene.low[i + 1]
    if cue.lemma in cues.NOUNS:
        return following == "that"
    return before == "," or (bool(cue.takes & cues.BARE) and following in _COMPLEMENTS)


def _plural_head(scene: Scene, v: int) -> bool:
    """Whether "Clerks in Leeds" or "Clerks, who met Lee," stands before: the word before those decides."""
    subject = subject_before(scene, max(v - LONG_SUBJECT, 0), v)
    if not subject:
        return False
    head = next((k for k in range(subject[0] + 1, v) if scene.low[k] in cues.AFTER_HEAD), v)
    word = scene.low[head - 1]
    return word in cues.PLURALS or (word.endswith("s") and not word.endswith(_NO_PLURAL))


LONG_SUBJECT = 30
"""Words that a subject with its relative clauses has at most."""
_NO_PLURAL = ("'s", "’s", "ss", "us", "is")


def _and_names(scene: Scene, v: int) -> bool:
    """Whether "Ann and Bo Lee" stands before the verb."""
    for k in range(v - 1, max(v - 5, 0), -1):
        if scene.low[k] == "and":
            return k < v - 1
        if not scene.text[scene.words[k][0]].isupper():
            return False
    return False


_COMPLEMENTS = cues.SUBJECT_OPENERS | {"that", "to", "for", "a", "an", "the", "on"}
