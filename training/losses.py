"""What a batch costs: every head by the labels that the batch has for it."""

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.analysis.model.heads import ACTING, N_COLUMNS, POINTER, TAGGED, columns
from training.network import Network
from training.windows import Batch

WEIGHTS = {"roles": 1.0, "inner": 1.0, "names": 0.5, "groups": 0.5}
CROSS_ENTROPY = 0.3
"""Weight of each word's own cross-entropy beside the chain's: it keeps the emissions readable as odds."""
LINKS = 3.0
"""Weight of the links, which are few to a word."""


def loss(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head, weighted, as means over the batch's words."""
    with torch.autocast("cpu", torch.bfloat16):
        emissions, pointers = network(batch.ids, batch.features, None if batch.mask.all() else batch.mask)
    emissions, pointers = emissions.float().view(-1, N_COLUMNS), pointers.float().view(-1, 4, POINTER)
    found = {}
    at = columns()
    for head in TAGGED:
        places, tags, lengths = batch.sequences[head.name]
        if len(lengths):
            scores = emissions[:, at[head.name]][places]
            chain = network.crfs[head.name](scores, tags, lengths).sum()
            live = torch.arange(places.shape[1]) < lengths[:, None]
            own = functional.cross_entropy(scores[live], tags[live], reduction="sum")
            found[head.name] = WEIGHTS[head.name] * (chain + CROSS_ENTROPY * own) / batch.n_words
    places, labels = batch.acting
    if len(places):
        scores = emissions[places.long(), at[ACTING].start]
        found[ACTING] = 0.5 * functional.binary_cross_entropy_with_logits(scores, labels, reduction="sum")
        found[ACTING] = found[ACTING] / batch.n_words
    found |= _links(network, batch, pointers)
    return found


def _links(network: Network, batch: Batch, pointers: Tensor) -> dict[str, Tensor]:
    found = {}
    for name, links, k in (("to_cue", batch.to_cue, 0), ("to_source", batch.to_source, 2)):
        places, candidates, right = links
        if not len(places):
            continue
        scores = (pointers[places, k][:, None] * pointers[candidates.clamp(min=0), k + 1]).sum(-1)
        scores = scores.masked_fill(candidates < 0, -1e4)
        none = (pointers[places, k] * network.no_source).sum(-1, keepdim=True)
        if name == "to_cue":
            none = torch.full_like(none, -1e4)  # every content has its cue
        scores = torch.cat([none, scores], dim=1) / POINTER**0.5
        total = functional.cross_entropy(scores, right, reduction="sum")
        found[name] = LINKS * 0.1 * total / batch.n_words
    return found
