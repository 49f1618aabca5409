"""What a batch costs: every head by the labels that the batch has for it."""

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.analysis.model.heads import ACTING, N_COLUMNS, POINTER, TAGGED, columns
from onrecord.analysis.model.session import POINTERS
from training.acts import distilled as distilled_events
from training.acts import event_losses
from training.network import Network
from training.windows import Batch, moved

WEIGHTS = {"roles": 1.0, "inner": 1.0, "names": 0.5, "groups": 0.5}
ACTING_WEIGHT = 0.5
DISTILLED = 1.0
"""Weight of coming near a teacher's emissions, beside the labels."""
CROSS_ENTROPY = 0.3
"""Weight of each word's own cross-entropy beside the chain's: it keeps the emissions readable as odds."""
LINKS = 0.1
"""Weight of a link's mean cross-entropy beside the tags', which are means over words."""


def loss(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head, weighted, as means over the batch's words."""
    batch = moved(batch, network.no_source.device)
    with torch.autocast(network.no_source.device.type, torch.bfloat16):
        emissions, pointers = network(batch.ids, batch.features, None if batch.mask.all() else batch.mask)
    emissions, pointers = emissions.float().view(-1, N_COLUMNS), pointers.float().view(-1, POINTERS, POINTER)
    found = {}
    at = columns()
    for head in TAGGED:
        places, tags, lengths = batch.sequences[head.name]
        if len(lengths):
            scores = emissions[:, at[head.name]][places]
            chain = network.crfs[head.name](scores, tags, lengths).sum()
            live = torch.arange(places.shape[1], device=places.device) < lengths[:, None]
            own = functional.cross_entropy(scores[live], tags[live], reduction="sum")
            found[head.name] = WEIGHTS[head.name] * (chain + CROSS_ENTROPY * own) / batch.n_words
    places, labels = batch.acting
    if len(places):
        scores = emissions[places.long(), at[ACTING].start]
        found[ACTING] = ACTING_WEIGHT * functional.binary_cross_entropy_with_logits(
            scores, labels, reduction="sum"
        )
        found[ACTING] = found[ACTING] / batch.n_words
    found |= _links(network, batch, pointers)
    found |= event_losses(emissions, pointers, network.party_bias, batch.events, batch.n_words)
    places, wanted = batch.targets
    if len(places):
        found["distilled"] = DISTILLED * _distilled(emissions[places], wanted) / batch.n_words
    return found


def _distilled(emissions: Tensor, wanted: Tensor) -> Tensor:
    """How far a student's shares are from its teacher's, head by head, summed over words."""
    at = columns()
    total = torch.zeros((), device=emissions.device)
    for head in TAGGED:
        shares = wanted[:, at[head.name]].softmax(-1)
        total = total - WEIGHTS[head.name] * (shares * emissions[:, at[head.name]].log_softmax(-1)).sum()
    acting = functional.binary_cross_entropy_with_logits(
        emissions[:, at[ACTING]], wanted[:, at[ACTING]].sigmoid(), reduction="sum"
    )
    return total + ACTING_WEIGHT * acting + distilled_events(emissions, wanted)


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
        found[name] = LINKS * functional.cross_entropy(scores, right)
    return found
