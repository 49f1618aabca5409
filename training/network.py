"""The network: MiniLM's encoder, what the input adds to it, and the heads. PyTorch, for training only."""

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.analysis.model.encoding import N_FEATURES, QUOTED, SHAPES, STARTS, split_feature
from onrecord.analysis.model.heads import N_COLUMNS, PARTIES, POINTER, TAGGED
from onrecord.analysis.model.session import POINTERS

WIDTH, N_HEADS, EPSILON = 384, 12, 1e-12


class Layer(nn.Module):
    """One layer of BERT's encoder, normalised after each half."""

    def __init__(self, inner: int, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Vectors `[b, n, WIDTH]` to such; `mask` is added to the scores of attention."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, N_HEADS, -1).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (WIDTH // N_HEADS) ** -0.5
        mixed = torch.softmax(scores if mask is None else scores + mask, dim=-1).to(v.dtype) @ v
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Network(nn.Module):
    """Word pieces and their features in; emissions of every head and the links' vectors out."""

    parts: Tensor

    def __init__(self, n_pieces: int, inner: list[int], dropout: float = 0.1, positions: int = 512) -> None:
        super().__init__()
        self.pieces = nn.Embedding(n_pieces, WIDTH)
        self.positions = nn.Embedding(positions, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.quoted = nn.Embedding(len(QUOTED), WIDTH)
        self.starts = nn.Embedding(len(STARTS), WIDTH)
        parts = np.stack(split_feature(np.arange(N_FEATURES)))
        self.register_buffer("parts", torch.from_numpy(parts), persistent=False)
        for added in (self.shapes, self.quoted, self.starts):
            nn.init.zeros_(added.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList([Layer(size, dropout) for size in inner])
        self.emissions = nn.Linear(WIDTH, N_COLUMNS)
        self.pointers = nn.Linear(WIDTH, POINTERS * POINTER)
        self.no_source = nn.Parameter(torch.zeros(POINTER))
        self.party_bias = nn.Parameter(torch.full((len(PARTIES),), -3.0))  # few words are parties
        self.crfs = nn.ModuleDict({head.name: Crf(head.n_tags) for head in TAGGED})

    def embed(self, ids: Tensor, features: Tensor) -> Tensor:
        """What the first layer reads."""
        shape, quoted, start = self.parts[:, features]
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]]
        x = x + self.shapes(shape) + self.quoted(quoted) + self.starts(start)
        return self.dropout(self.norm(x))

    def hidden(self, ids: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        """The last layer's vectors. `mask`: true where a piece is no padding."""
        x = self.embed(ids, features)
        # By hand: PyTorch's own attention is slower than this in bfloat16 on a CPU.
        wide = None if mask is None else torch.where(mask, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        return x

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Emissions `[b, n, N_COLUMNS]` and pointers `[b, n, POINTERS * POINTER]`."""
        x = self.hidden(ids, features, mask)
        return self.emissions(x), self.pointers(x)


class Crf(nn.Module):
    """A linear chain over tags; which tags may follow which is fixed, how gladly is learnt."""

    allowed: Tensor
    opens: Tensor

    def __init__(self, n_tags: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(n_tags, n_tags))
        self.start = nn.Parameter(torch.zeros(n_tags))
        self.end = nn.Parameter(torch.zeros(n_tags))
        allowed, opens = legal(n_tags)
        self.register_buffer("allowed", allowed)
        self.register_buffer("opens", opens)

    def scores(self) -> tuple[Tensor, Tensor, Tensor]:
        """Transition, start and end scores; what may not be is far below everything."""
        never = -1e4
        moves = self.transitions.masked_fill(~self.allowed, never)
        return moves, self.start.masked_fill(~self.opens, never), self.end

    def forward(self, emissions: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Each sequence's negative log-likelihood: emissions `[s, t, k]`, tags `[s, t]`, lengths `[s]`."""
        moves, start, end = self.scores()
        n, steps, _ = emissions.shape
        rows = torch.arange(n, device=emissions.device)
        gold = start[tags[:, 0]] + emissions[rows, 0, tags[:, 0]]
        alpha = start + emissions[:, 0]
        for t in range(1, steps):
            live = t < lengths
            step = moves[tags[:, t - 1], tags[:, t]] + emissions[rows, t, tags[:, t]]
            gold = gold + torch.where(live, step, torch.zeros_like(step))
            new = torch.logsumexp(alpha[:, :, None] + moves, dim=1) + emissions[:, t]
            alpha = torch.where(live[:, None], new, alpha)
        gold = gold + end[tags[rows, lengths - 1]]
        return torch.logsumexp(alpha + end, dim=1) - gold


def legal(n_tags: int) -> tuple[Tensor, Tensor]:
    """Which tag may follow which, and which may come first: an inside only behind its begin or inside."""
    tags = torch.arange(n_tags)
    inside = (tags > 0) & (tags % 2 == 0)
    same = (tags[:, None] + 1) // 2 == (tags[None, :] + 1) // 2
    allowed = ~inside[None, :] | (same & (tags[:, None] > 0))
    return allowed, ~inside
