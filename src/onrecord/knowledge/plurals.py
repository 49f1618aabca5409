"""English plurals of the words for actors: "gunmen", "armies"."""

from functools import lru_cache

_IRREGULAR = {
    "men": "man", "women": "woman", "people": "people", "children": "child", "schoolchildren": "schoolchild",
    "wives": "wife", "thieves": "thief", "police": "police", "troops": "troop", "media": "media",
    "clergymen": "clergyman", "gentlemen": "gentleman", "spokespeople": "spokespeople", "staff": "staff",
    "series": "series", "politics": "politics", "headquarters": "headquarter", "lives": "life",
}  # fmt: skip
_ENDS = (
    ("men", "man"), ("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"),
)  # fmt: skip
_SHORTEST_PLURAL = 4


@lru_cache(maxsize=1 << 12)
def singular(words: str) -> str:
    """The words with the last one in the singular, as they are looked up: "police officers"."""
    start, _, last = words.rpartition(" ")
    return f"{start} {_one(last)}" if start else _one(last)


def _one(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for end, other in _ENDS:
        if word.endswith(end) and len(word) > len(end) + 1:
            return word.removesuffix(end) + other
    if len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether a word of lower case is a plural: "gunmen", "officials", "people"."""
    return word in {"people", "police", "spokespeople"} or (
        word not in _IRREGULAR.values() and _one(word) != word
    )
