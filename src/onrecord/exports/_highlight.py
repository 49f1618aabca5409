"""Runs as HTML: `<mark>` elements side by side, never overlapping, whose text is the article's text.

Labels (`s1`, `t1`, `v1`) and stand-ins for odd characters are drawn by the style sheet from attributes, so
they are no part of the text: what is copied or searched is what the publisher wrote. Mentions are links to
whom they name.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from onrecord.exports._runs import Mark, Paragraph, Role, Run, ids
from onrecord.exports._safe import ODD, name

_ODD_CHARACTER = Markup('<i class="odd" data-code="{0}" role="img" aria-label="{0}"></i>')
_TAG = Markup(
    '<a class="tag {role}"{id} href="#{prefix}{to}{of}" data-label="{of}" aria-label="{word} {of}"></a>'
)
_MARK = Markup('<mark id="{prefix}c{start}" class="{classes}" data-of="{of}" title="{title}">{text}</mark>')
_MENTION = Markup('<a class="mention"{id}{skip} href="#{prefix}who-{anchor}" title="{title}">{text}</a>')

_TAGGED: dict[Role, tuple[str, str]] = {
    "content": ("Statement", "card-"), "time": ("Time", "time-"), "trigger": ("Event", "card-"),
}  # fmt: skip
"""The marks with a label: what it says to who cannot see it, and where it leads."""


@dataclass
class Links:
    """Where mentions lead, by entity: the end of an anchor, and who that is. `met` have a link by now."""

    anchors: Mapping[str, str]
    titles: Mapping[str, str]
    met: set[str] = field(default_factory=set)


def text(plain: str) -> Markup:
    """`plain` escaped; odd characters become empty elements that name them, carriage returns stay."""
    parts, position = [], 0
    for odd in ODD.finditer(plain):
        parts.append(escape(plain[position : odd.start()]))
        parts.append(Markup("&#13;") if odd[0] == "\r" else _ODD_CHARACTER.format(name(odd[0])))
        position = odd.end()
    parts.append(escape(plain[position:]))
    return Markup("").join(parts)


def highlight(
    paragraph: Paragraph, kinds: Mapping[str, str], prefix: str, seen: Collection[str], links: Links
) -> Markup:
    """The paragraph's runs as HTML.

    `kinds` are the types of statements by id, and whether events happened; what is in `seen` began in an
    earlier paragraph. The first link to an entity has an id: `at-`, then its anchor.
    """
    known = set(seen)
    parts = []
    for run in paragraph.runs:
        parts += [_tag(mark, prefix, known) for mark in _once(run.opens)]
        inner = _linked(run, prefix, links)
        shown = [mark for mark in run.marks if mark.role != "mention"]
        parts.append(_mark(run.start, shown, inner, kinds, prefix) if shown else inner)
    return Markup("").join(parts)


def _once(opens: tuple[Mark, ...]) -> list[Mark]:
    """The marks with a label that open, each id once."""
    labelled = {mark.id: mark for mark in reversed(opens) if mark.role in _TAGGED}
    return list(reversed(labelled.values()))


def _tag(mark: Mark, prefix: str, known: set[str]) -> Markup:
    id_ = "" if mark.id in known else Markup(' id="{}{}"').format(prefix, mark.id)
    known.add(mark.id)
    word, to = _TAGGED[mark.role]
    return _TAG.format(role=mark.role, id=id_, prefix=prefix, to=to, of=mark.id, word=word)


def _linked(run: Run, prefix: str, links: Links) -> Markup:
    """The run's text, as a link where it is a mention; the innermost where they nest."""
    mentions = [mark for mark in run.marks if mark.role == "mention"]
    if not mentions:
        return text(run.text)
    mention = mentions[-1]
    anchor = links.anchors[mention.id]
    first = mention.id not in links.met
    links.met.add(mention.id)
    return _MENTION.format(
        id=Markup(' id="{}at-{}"').format(prefix, anchor) if first else "",
        # A mention in several runs is one stop for the keyboard.
        skip="" if mention in run.opens else Markup(' tabindex="-1"'),
        prefix=prefix,
        anchor=anchor,
        title=links.titles[mention.id],
        text=text(run.text),
    )


def _mark(start: int, marks: list[Mark], inner: Markup, kinds: Mapping[str, str], prefix: str) -> Markup:
    roles = list(dict.fromkeys(mark.role for mark in marks))
    contents, triggers = ids(marks, "content"), ids(marks, "trigger")
    innermost = [kinds[inner[-1]] for inner in (contents, triggers) if inner]
    classes = [*roles, *innermost, *(["nested"] if contents[1:] else [])]
    return _MARK.format(
        prefix=prefix,
        start=start,
        classes=" ".join(classes),
        of=" ".join(dict.fromkeys(mark.id for mark in marks)),
        title=", ".join(f"{mark.role} {mark.id}" for mark in marks),
        text=inner,
    )
