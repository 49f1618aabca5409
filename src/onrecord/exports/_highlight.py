"""Runs as HTML: `<mark>` elements side by side, never overlapping, whose text is the article's text.

Labels (`s1`, `t1`) and stand-ins for odd characters are drawn by the style sheet from attributes, so they are
no part of the text: what is copied or searched is what the publisher wrote.
"""

from collections.abc import Collection, Mapping

from markupsafe import Markup, escape

from onrecord.exports._runs import Mark, Paragraph, Run, ids
from onrecord.exports._safe import ODD, name

_ODD_CHARACTER = Markup('<i class="odd" data-code="{0}" role="img" aria-label="{0}"></i>')
_TAG = Markup('<a class="tag"{id} href="#{prefix}{card}{of}" data-label="{of}" aria-label="{word} {of}"></a>')
_MARK = Markup('<mark id="{prefix}c{start}" class="{classes}" data-of="{of}" title="{title}">{text}</mark>')


def text(plain: str) -> Markup:
    """`plain` escaped; odd characters become empty elements that name them, carriage returns stay."""
    parts, position = [], 0
    for odd in ODD.finditer(plain):
        parts.append(escape(plain[position : odd.start()]))
        parts.append(Markup("&#13;") if odd[0] == "\r" else _ODD_CHARACTER.format(name(odd[0])))
        position = odd.end()
    parts.append(escape(plain[position:]))
    return Markup("").join(parts)


def highlight(paragraph: Paragraph, kinds: Mapping[str, str], prefix: str, seen: Collection[str]) -> Markup:
    """The paragraph's runs as HTML.

    `kinds` are the types of the statements by id; contents of those in `seen` began in an earlier paragraph.
    """
    known = set(seen)
    parts = []
    for run in paragraph.runs:
        parts += [_tag(mark, prefix, known) for mark in _once(run.opens)]
        parts.append(_mark(run, kinds, prefix) if run.marks else text(run.text))
    return Markup("").join(parts)


def _once(opens: tuple[Mark, ...]) -> list[Mark]:
    """Contents and times that open, each id once; sources and cues have no label of their own."""
    labelled = {mark.id: mark for mark in reversed(opens) if mark.role in {"content", "time"}}
    return list(reversed(labelled.values()))


def _tag(mark: Mark, prefix: str, known: set[str]) -> Markup:
    statement = mark.role == "content"
    id_ = "" if mark.id in known else Markup(' id="{}{}"').format(prefix, mark.id)
    known.add(mark.id)
    word, card = ("Statement", "card-") if statement else ("Time", "time-")
    return _TAG.format(id=id_, prefix=prefix, card=card, of=mark.id, word=word)


def _mark(run: Run, kinds: Mapping[str, str], prefix: str) -> Markup:
    roles = list(dict.fromkeys(mark.role for mark in run.marks))
    contents = ids(run.marks, "content")
    classes = [*roles, *([kinds[contents[-1]]] if contents else []), *(["nested"] if contents[1:] else [])]
    return _MARK.format(
        prefix=prefix,
        start=run.start,
        classes=" ".join(classes),
        of=" ".join(dict.fromkeys(mark.id for mark in run.marks)),
        title=", ".join(f"{mark.role} {mark.id}" for mark in run.marks),
        text=text(run.text),
    )
