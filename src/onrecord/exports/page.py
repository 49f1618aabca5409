"""A record as a page to look at: self-contained HTML, no script, nothing fetched."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain, islice
from typing import IO

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from onrecord.exports import _highlight, _who, _words
from onrecord.exports._safe import visible
from onrecord.exports._view import view
from onrecord.record import Record

LINKED = 100
"""Up to how many cards what goes over several paragraphs lights up; more would slow the page down."""


def page(record: Record) -> str:
    """The record as one HTML page: `#s1` is a place in the text, `#card-s1` its card, `#who-x1` who."""
    return _template("page.html.j2").render(views=[view(record)], title=record.article.title or "Article")


def pages(records: Iterable[Record]) -> str:
    """Several records in one page with an index at the top; ids begin with `a1-`, `a2-`...

    One alone is the same as `page` of it.
    """
    waiting = iter(records)
    first = list(islice(waiting, 2))
    if len(first) == 1:
        return page(first[0])
    views = [view(record, f"a{number}-") for number, record in enumerate(chain(first, waiting), 1)]
    return _template("page.html.j2").render(views=views, title=_words.plural(len(views), "article"))


def fragment(record: Record) -> str:
    """The record for a notebook: the page's article with its styles, which touch nothing around it."""
    prefix = "r" + re.sub(r"\W", "", record.article.revision, flags=re.ASCII)[:8] + "-"
    return _template("fragment.html.j2").render(view=view(record, prefix))


def write(records: Iterable[Record], stream: IO[bytes]) -> None:
    """Write the records as one page, UTF-8."""
    stream.write(pages(records).encode("utf-8", "replace"))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.globals.update(words=_words, who=_who, linked=LINKED)
    environment.filters["marked"] = _highlight.text
    return environment


def _template(name: str) -> Template:
    return _environment().get_template(name)


def _finalize(value: object) -> object:
    """Strings of strangers never reach the page with odd characters in them."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
