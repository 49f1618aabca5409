"""Article to Record: the order of the steps, on one screen.

tokens ▸ quotation marks ▸ model ▸ attributions ▸ names ▸ times ▸ statements ▸ those sure enough ▸ events

Each step reads what stands before it and changes nothing of it. A record depends on its article and the
settings alone.
"""

from onrecord._version import __version__
from onrecord.analysis.attributions import find_attributions
from onrecord.analysis.events import find_events
from onrecord.analysis.marks import find_quotations
from onrecord.analysis.model.reading import Reading, read
from onrecord.analysis.model.session import get_model
from onrecord.analysis.names import resolve
from onrecord.analysis.parts import Quotation, Tokens
from onrecord.analysis.settings import MODELS, AnalysisSettings
from onrecord.analysis.sifting import sift
from onrecord.analysis.statements import build_statements, days_said, quoted_days
from onrecord.analysis.times import anchor, recognise
from onrecord.analysis.tokens import tokenise
from onrecord.analysis.wrapping import as_printed
from onrecord.knowledge import VERSION
from onrecord.knowledge.base import get_knowledge
from onrecord.record import Article, Event, Producer, Record

_DEFAULT = AnalysisSettings()


def analyse(
    article: Article, *, settings: AnalysisSettings = _DEFAULT, warnings: tuple[str, ...] = ()
) -> Record:
    """The record of an article. `warnings` are its reader's."""
    tokens = tokenise(article.text)
    quotations = find_quotations(tokens)
    reading = _read(article, tokens, quotations, settings)
    attributions = find_attributions(tokens, quotations, reading)
    place = article.dateline.place if article.dateline else None
    knowledge = get_knowledge(settings.knowledge)
    names = resolve(
        tokens,
        attributions,
        title=article.title,
        dateline_place=place,
        knowledge=knowledge,
        day=article.published,
        quotations=quotations,
        byline=article.byline,
        reading=reading,
    )
    expressions = recognise(tokens.text)
    # Anchored twice: a quotation's "tomorrow" counts from the day it was said, which the times tell.
    times = anchor(expressions, tokens.text, article.published, ())
    said = days_said(attributions, tokens, times, article.published)
    quoted = quoted_days(attributions, quotations, said, article.published)
    if quoted:
        times = anchor(expressions, tokens.text, article.published, quoted)
    statements = build_statements(
        tokens, attributions, names=names, times=times, said=said, published=article.published
    )
    statements = sift(statements, settings.min_confidence)
    events: tuple[Event, ...] = ()
    if reading is not None:
        events, names = find_events(
            tokens,
            reading,
            names=names,
            statements=statements,
            times=times,
            knowledge=knowledge,
            published=article.published,
            min_confidence=settings.min_confidence,
        )
    record = Record(
        producer=Producer(version=__version__, model=MODELS[settings.model], knowledge=VERSION),
        article=article,
        entities=names.entities,
        mentions=names.mentions,
        times=tuple(times),
        statements=statements,
        events=events,
        warnings=warnings,
    )
    return record if tokens.text == article.text else as_printed(record)


def _read(
    article: Article, tokens: Tokens, quotations: list[Quotation], settings: AnalysisSettings
) -> Reading | None:
    """What the model says of the article; None where it is not in English, the only language it knows."""
    if article.language not in {None, "en"}:
        return None
    return read(get_model(name=MODELS[settings.model], threads=settings.threads), tokens, quotations)
