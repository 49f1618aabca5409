"""A text and what the model says of it, as the later steps take them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.model.decoding import Tagged, best_tags, spans
from onrecord.analysis.model.encoding import Encoded, encode
from onrecord.analysis.model.heads import TAGGED, Head, columns
from onrecord.analysis.model.session import Model, Outputs
from onrecord.analysis.parts import Quotation, Tokens


class Reading(NamedTuple):
    """A text as the model read it. Words are those of `encoded`."""

    encoded: Encoded
    outputs: Outputs
    tags: dict[str, NDArray[np.int8]]
    """By head: a tag a word, see `Head`."""
    model: Model

    def spans(self, head: Head) -> list[Tagged]:
        """The spans that a head marks, in order; none crosses the end of a paragraph."""
        return spans(self.tags[head.name], self.encoded.paragraphs)


def read(model: Model, tokens: Tokens, quotations: list[Quotation]) -> Reading:
    """The text of `tokens` as the model reads it."""
    encoded = encode(model.tokenizer, tokens, quotations)
    return decoded(model, encoded, model.read(encoded))


def decoded(model: Model, encoded: Encoded, outputs: Outputs) -> Reading:
    """The outputs with the best tags for every head."""
    at = columns()
    tags = best_tags(
        [outputs.emissions[:, at[head.name]] for head in TAGGED],
        [model.chains[head.name] for head in TAGGED],
        encoded.paragraphs,
    )
    return Reading(
        encoded, outputs, {head.name: each for head, each in zip(TAGGED, tags, strict=True)}, model
    )
