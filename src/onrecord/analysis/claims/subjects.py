"""Whose words they are: the source before or after the reporting word."""

from onrecord.analysis.claims import cues
from onrecord.analysis.claims.cues import CUES
from onrecord.analysis.claims.scene import PHRASE, Range, Scene, last_inner


def subject_before(scene: Scene, floor: int, v: int) -> Range | None:
    """The source that ends before the verb group at `v` and reaches no further back than `floor`."""
    low, inside, k = scene.low, scene.inside, v - 1
    if k < floor:
        return None
    if inside[k] >= 0:
        aside = scene.quotes[inside[k]][0] > floor and last_inner(low, v) == ","
        return _apposed(scene, floor, v) if aside else None
    if low[k] in cues.PRONOUNS:
        return (k, v) if low[k] != "you" else None
    day = _without_day(low, floor, v)
    if day < v and day - 1 > floor and low[day - 1] == ",":  # "Ann Lee, a lawyer, on Monday said"
        return _apposed(scene, floor, day)
    if low[k] in {"–", "—", "-"}:
        return _dashed(scene, floor, k)
    return _apposed(scene, floor, v) if low[k] == "," else _plain(scene, floor, v)


def _dashed(scene: Scene, floor: int, dash: int) -> Range | None:
    """The subject before the aside that `dash` closes: "The clerk – new to the job – said"."""
    low = scene.low
    first = next((k for k in range(dash - 1, max(floor, dash - LONG_ASIDE), -1) if low[k] == low[dash]), -1)
    return _plain(scene, floor, first) if first > floor and scene.inside[first - 1] < 0 else None


LONG_ASIDE = 25
"""Words that an aside between dashes has at most."""


def _plain(scene: Scene, floor: int, v: int) -> Range | None:
    """The words back to a link or a mark, short quotations and brackets included."""
    low, inside, k = scene.low, scene.inside, v - 1
    while k >= floor:
        word = low[k]
        if inside[k] >= 0:
            first, last = scene.quotes[inside[k]]
            if last - first > PHRASE or last_inner(low, last) in {",", ".", "?", "!"} or first <= floor:
                break
            k = first
        elif word == ")":
            while k > floor and low[k] != "(":
                k -= 1
        elif _parts(scene, floor, k):
            break
        k -= 1
    return None if _is_clause(low[k + 1 : v]) else bare_subject(scene, k + 1, v)


def _parts(scene: Scene, floor: int, k: int) -> bool:
    """Whether the word at `k` parts clauses, so that a subject does not reach across it."""
    word = scene.low[k]
    if word in cues.BREAKS or not (word[0].isalnum() or word in "$%#@&’'"):
        return True
    return word == "and" and not _joins(scene, floor, k)


def _joins(scene: Scene, floor: int, k: int) -> bool:
    """Whether the "and" at `k` joins two names or nouns and not two clauses."""
    low = scene.low
    j = k - 1
    while j >= floor and (low[j][0].isalnum() and low[j] not in cues.BREAKS) and scene.inside[j] < 0:
        word = low[j]
        if (
            word in cues.AUXILIARIES
            or word in CUES
            or word in cues.PRONOUNS
            or (word.endswith("ed") and word not in {"need", "seed", "speed", "red", "bed"})
        ):
            return False
        j -= 1
    return k - j > 1


def bare_subject(scene: Scene, s: int, v: int) -> Range | None:
    """The subject without what leads into it ("But on Monday the minister" is "the minister")."""
    low = scene.low
    while s < v and (
        low[s] in {"and", "but", "so", "yet", "also", "meanwhile", "still", "then"} or low[s] in cues.DAYS
    ):
        s += 1
    if s < v and low[s] in {"on", "last", "this", "earlier", "in"}:
        for k in range(s, min(s + 4, v)):
            if low[k] in cues.DAYS or low[k] in {"week", "month", "year"} or low[k].isdigit():
                s = k + 1
                break
    s += s < v - 1 and low[s] in {"which", "whom"}  # "a blackout, which clerks say was long"
    v = _without_day(low, s, v)
    if s >= v or low[s] in cues.AUXILIARIES or low[v - 1] in _DETERMINERS or _owner(low[v - 1]):
        return None
    if not any(c.isalnum() for c in low[s]) and low[s] not in {"$", "#", "@"}:
        return None
    return s, v


def _without_day(low: list[str], s: int, v: int) -> int:
    """The subject's end without "on Monday", "Monday" or "this week" behind it."""
    tail = low[max(s + 1, v - 3) : v]
    if tail[-1:] and tail[-1] in cues.DAYS:
        return v - 2 if tail[-2:-1] and tail[-2] in {"on", "late", "early", "earlier"} else v - 1
    if tail[-1:] and tail[-1] in {"week", "month", "year"} and tail[-2:-1] and tail[-2] in {"this", "last"}:
        return v - 3 if tail[:-2] and tail[0] in {"earlier", "late"} else v - 2
    return v


_SHORTENED = cues.PRONOUNS | {"there", "that", "what"}


def _owner(word: str) -> bool:
    """Whether the word owns what follows ("the mayor's alleged debts"); "he's" is no owner."""
    stem, mark = word[:-2], word[-2:]
    return mark in {"'s", "’s", "s'", "s’"} and stem not in _SHORTENED


_DETERMINERS = frozenset(["a", "an", "the", "his", "her", "its", "their", "my", "our", "your", "no"])


def _apposed(scene: Scene, floor: int, v: int) -> Range | None:
    """The subject in "Ann Lee, a lawyer in Leeds, said": name, apposition and both commas."""
    low, inside = scene.low, scene.inside
    k = v - 2 if inside[v - 1] < 0 else scene.quotes[inside[v - 1]][0] - 1
    commas = []
    while k >= floor and low[k] not in {";", ":", "—", "–", "-"}:
        if inside[k] >= 0:
            first, last = scene.quotes[inside[k]]
            if last - first > PHRASE or last_inner(low, last) in {",", ".", "?", "!"}:
                break
            k = first
        elif low[k] == ",":
            commas.append(k)
        k -= 1
    s = k + 1
    while commas and s < v and (low[s] in cues.LEADS or (low[s] in _ASIDES and low[s + 1] == ",")):
        s = commas.pop() + 1
    for comma in commas:
        if low[comma + 1] in {"and", "but", "while", "as", "so"} and comma != commas[0]:
            s = comma + 2
            break
    return _with_asides(scene, s, v, [comma for comma in commas if comma > s])


def _with_asides(scene: Scene, s: int, v: int, commas: list[int]) -> Range | None:
    """The subject from `s` with its `commas` (last one first), less a remark at its end."""
    low, quoted = scene.low, scene.inside[v - 1] >= 0
    if not quoted and commas and low[commas[0] + 1] in _ASIDES:
        return bare_subject(scene, s, commas[0] if len(commas) == 1 else commas[0] + 1)
    if quoted and not any(low[c + 1] in {"who", "which", "a", "an", "the"} for c in commas):
        return None
    return None if not commas or s >= v - 1 or _is_clause(low[s:v]) else bare_subject(scene, s, v)


_ASIDES = frozenset(["however", "meanwhile", "though", "while", "when", "asked", "speaking", "also", "too"])
"""What opens a remark between commas that is no part of the source before it."""


def _is_clause(words: list[str]) -> bool:
    """Whether a verb stands among the words outside a relative clause: "It is raining," no apposition."""
    for word in words:
        if word in {"who", "which", "whose", "that", "where", "whom"}:
            return False
        if word in cues.AUXILIARIES and not word.startswith(("'", "’")):
            return True
    return False


def name_before(scene: Scene, floor: int, end: int) -> Range | None:
    """The name or noun phrase that ends before `end`: a run of capitals, or all from "the" on."""
    low, text, words = scene.low, scene.text, scene.words
    k = end - 1
    while k > floor and scene.inside[k - 1] < 0:
        word = low[k - 1]
        if word in {"the", "a", "an", "this"}:
            return k - 1, end
        upper = text[words[k - 1][0]].isupper()
        if not (upper and word[0].isalpha()) and not (
            word in {"of", "and", "the"} and k - 2 >= floor and upper
        ):
            break
        k -= 1
    return k, end


def subject_after_with(scene: Scene, floor: int, v: int) -> Range | None:
    """The source in "with some observers saying"."""
    for k in range(v - 1, max(floor, v - 20) - 1, -1):
        if scene.low[k] == "with" and k > floor and scene.low[k - 1] == ",":
            return (k + 1, v) if k + 1 < v else None
        if scene.inside[k] >= 0 or scene.low[k] in {";", ":"}:
            return None
    return None


_ADVERBIAL = cues.ADJUNCTS - {"of", "for"}
_NOT_NAMED = cues.ADJUNCTS - {"of", "for", "from", "with"}
_NO_SUBJECT = cues.ADJUNCTS | {"that", "there"}


def opening_subject(scene: Scene, a: int, v: int) -> Range | None:
    """The subject that opens the sentence, for a participle at its end: up to its first verb or comma."""
    low = scene.low
    s = a
    while s < v and low[s] in cues.LEADS:
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
    while k < v and scene.inside[k] < 0 and low[k] not in cues.BREAKS:
        verb = low[k] in cues.AUXILIARIES or low[k] in _ADVERBIAL
        verb = verb or (low[k - 1] not in _DETERMINERS and _finite(low[k]))
        if k > s and (verb or not low[k][0].isalnum()):
            return s, k
        k += 1
    return None


def _finite(word: str) -> bool:
    return (
        word in CUES
        or word in cues.IRREGULAR
        or (word.endswith("ed") and word not in {"red", "bed", "ted", "ed"})
        or word in cues.ADVERBS
    )


def subject_after(scene: Scene, r: int, b: int) -> Range | None:
    """The source after the verb: "said Ann Lee, a lawyer who lives in Leeds, in a statement"."""
    low = scene.low
    if r >= b or scene.inside[r] >= 0 or not low[r][0].isalnum() or low[r] in _NO_SUBJECT:
        return None
    if low[r] in cues.BREAKS:
        return None
    if low[r] in cues.PRONOUNS:
        return (r, r + 1) if low[r] != "it" else None
    k = _end_of_name(scene, r, b)
    while k > r and low[k - 1] == ",":
        k -= 1
    return (r, k) if k > r else None


def _end_of_name(scene: Scene, r: int, b: int) -> int:
    low, inside, k, loose = scene.low, scene.inside, r, False
    while k < b:
        word = low[k]
        if inside[k] >= 0:
            first, last = scene.quotes[inside[k]]
            if last - first > PHRASE or low[k - 1] == "," or k == r:
                break
            k = last - 1
        elif word == ",":
            if not (k + 1 < b and inside[k + 1] < 0 and _goes_on(scene, k + 1, loose=loose)):
                break
            loose = True
        elif (word in ".!?" and k == b - 1) or _leaves(low, k, b, loose=loose):
            break
        k += 1
    return k


def _leaves(low: list[str], k: int, b: int, *, loose: bool) -> bool:
    """Whether the source ends before the word at `k`; an apposition (`loose`) may hold most prepositions."""
    word = low[k]
    if word in {";", ":", "—", "–"} or word in cues.DAYS:
        return True
    if not loose:
        return word == "that" or word in _NOT_NAMED
    occasion = low[k + 1] in {"a", "an", "his", "her"} and not cues.OCCASIONS.isdisjoint(
        low[k : min(k + 6, b)]
    )
    return word in {"in", "during"} and occasion


def _goes_on(scene: Scene, k: int, *, loose: bool) -> bool:
    """Whether an apposition begins at `k`, after a comma."""
    word = scene.low[k]
    if word in cues.APPOSITIVE:
        return True
    if word in {"and", "but", "as", "while"} or word in CUES or word in cues.ADJUNCTS or word.endswith("ing"):
        return False
    return (
        loose
        or word in cues.RANKS
        or scene.text[scene.words[k][0]].isupper()
        or word.isdigit()
        or word.endswith(("er", "or", "ist", "man"))
    )
