"""Train the model: `python -m training.train CORPORA WORK`, or `make train CORPORA=FOLDER`.

Resumable: a checkpoint is kept after each epoch in WORK, and a run with the same settings goes on from it.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training import corpora, encoder
from training.documents import Document
from training.losses import loss
from training.nesting import label_inner
from training.network import Network
from training.numbers import Numbered, number
from training.windows import batches, use_special

LAYERS, INNER = 6, 4 * 384
"""Of the pretrained encoder."""
EVENTLESS = 120
"""Sports reports whose openings an epoch reads as news without events."""
TOLD = 50
"""Steps between two lines of the log."""


@dataclass(frozen=True)
class Settings:
    """What a run is made of; the same settings and data give the same weights on the same machine."""

    seed: int = 1
    epochs: int = 8
    prune_after: int = 1
    """The epoch after which the layers' inner halves are narrowed; 0: never."""
    inner: int = 1024
    nest_after: int = 3
    """The epoch after which the model labels what the contents nest, where the corpus does not say."""
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: int = 100
    polnear_share: float = 1.0
    """The share of PolNeAR that an epoch reads."""
    names_share: float = 0.5
    """The share of the corpora with names that an epoch reads."""
    own_times: int = 2
    """How often an epoch reads our own examples."""
    events_times: int = 2
    """How often an epoch reads the passages and sentences with events."""
    average: float = 0.998
    """Decay of the running average of the weights, which is what is kept."""
    all_from: int = 0
    """The epoch from which the articles kept for tuning and for the report train too; 0: they never do.

    A model is measured as trained without them, then trained once more with them to be shipped.
    """


class Run:
    """A run in progress."""

    def __init__(self, folder: Path, work: Path, settings: Settings) -> None:
        self.settings, self.folder, self.work = settings, folder, work
        torch.manual_seed(settings.seed)
        self.tokenizer = encoder.tokenizer()
        vocabulary = self.tokenizer.get_vocab()
        use_special(vocabulary["[CLS]"], vocabulary["[SEP]"])
        self.polnear = self._numbered(corpora.polnear(folder, until=corpora.TUNED_FROM))
        self.kept = self._numbered(corpora.polnear(folder, corpora.TUNED_FROM) if settings.all_from else [])
        self.own = self._numbered(corpora.examples("train"))
        self.named = self._numbered(corpora.named(folder))
        told = [
            *corpora.event_examples("train"), *corpora.event_cuts(folder), *corpora.coded(folder, "train")
        ]  # fmt: skip
        self.told = self._numbered(told)
        self.eventless = self._numbered(corpora.eventless(folder, EVENTLESS))
        # A GPU where there is one; the sums come out a little otherwise there, and the scores by tenths.
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.network = self.new_network().to(self.device)
        self.epoch = 0
        self.average: dict[str, torch.Tensor] = {}
        self.weight = torch.zeros(LAYERS, INNER, device=self.device)
        self._optimise()

    def new_network(self) -> Network:
        """The network that training begins with."""
        network = Network(self.tokenizer.get_vocab_size(), [INNER] * LAYERS)
        encoder.load(network)
        return network

    def _numbered(self, documents: Sequence[Document]) -> list[Numbered]:
        return [number(self.tokenizer, document) for document in documents]

    def _optimise(self) -> None:
        """A new optimiser, for the parameters as they are now."""
        new = ("emissions", "pointers", "no_source", "party_bias", "crfs", "shapes", "quoted", "starts")
        groups: list[list[nn.Parameter]] = [[], []]
        for name, parameter in self.network.named_parameters():
            if parameter.requires_grad:
                groups[name.startswith(new)].append(parameter)
        rates = (self.settings.encoder_rate, self.settings.head_rate)
        self.optimiser = torch.optim.AdamW(
            [{"params": group, "lr": rate, "rate": rate} for group, rate in zip(groups, rates, strict=True)],
            weight_decay=0.01,
            fused=True,
        )
        self.since = 0

    def documents(self, rng: random.Random) -> list[Numbered]:
        """What this epoch reads."""
        some = rng.sample(self.named, round(self.settings.names_share * len(self.named)))
        kept = self.kept if self.epoch >= self.settings.all_from else []
        articles = self.polnear
        if self.settings.polnear_share < 1:
            articles = rng.sample(articles, round(self.settings.polnear_share * len(articles)))
        return [*articles, *kept, *(self.own * self.settings.own_times), *some, *self.events()]

    def events(self) -> list[Numbered]:
        """What an epoch reads for its events."""
        return [*(self.told * self.settings.events_times), *self.eventless]

    def train(self) -> None:
        """All epochs that are left, a checkpoint after each."""
        while self.epoch < self.settings.epochs:
            rng = random.Random(f"{self.settings.seed}-{self.epoch}")
            torch.manual_seed(self.settings.seed + self.epoch)
            documents = self.documents(rng)
            n_pieces = sum(len(document.encoded.ids) for document in documents)
            self._epoch(batches(documents, rng), n_pieces)
            self.epoch += 1
            if self.epoch == self.settings.prune_after:
                self._prune()
            if self.epoch == self.settings.nest_after:
                label_inner(self.averaged(), [*self.polnear, *self.kept])
            self.save()

    def _epoch(self, found: Iterator, n_pieces: int) -> None:
        self.network.train()
        seen, start = 0, time.time()
        sums: dict[str, float] = {}
        for k, batch in enumerate(found):
            parts = loss(self.network, batch)
            if not parts:  # a window of which nothing is known
                continue
            done = (self.epoch + min(1.0, seen / n_pieces)) / self.settings.epochs
            self._step(sum(parts.values()), 1 - done)
            seen += int(batch.mask.sum())
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
            if (k + 1) % TOLD == 0:
                losses = " ".join(f"{name} {total / TOLD:.3f}" for name, total in sums.items())
                rate = seen / (time.time() - start)
                print(f"epoch {self.epoch} {seen / n_pieces:.2f} {rate:.0f} pieces/s {losses}", flush=True)
                sums = {}

    def _step(self, total: torch.Tensor, left: float) -> None:
        total.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        if self.epoch < self.settings.prune_after:
            for k, layer in enumerate(self.network.layers):
                gain = (layer.down.weight * layer.down.weight.grad).sum(0)
                self.weight[k] += gain.detach() ** 2
        self.since += 1
        for group in self.optimiser.param_groups:
            group["lr"] = group["rate"] * left * min(1.0, self.since / self.settings.warm_up)
        self.optimiser.step()
        self.optimiser.zero_grad()
        decay = min(self.settings.average, self.since / (self.since + 10))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                if value.dtype.is_floating_point:
                    kept = self.average.setdefault(name, value.clone())
                    kept.lerp_(value, 1 - decay)

    def _prune(self) -> None:
        """Keep of each layer the inner units that cost most to lose, by the loss's first derivative."""
        for k, layer in enumerate(self.network.layers):
            kept = self.weight[k].topk(self.settings.inner).indices.sort().values
            layer.up.weight = nn.Parameter(layer.up.weight.data[kept].clone())
            layer.up.bias = nn.Parameter(layer.up.bias.data[kept].clone())
            layer.down.weight = nn.Parameter(layer.down.weight.data[:, kept].clone())
        self.average = {}
        self._optimise()

    def averaged(self) -> Network:
        """A network of the running averages, on the CPU."""
        sizes = [layer.up.bias.shape[0] for layer in self.network.layers]
        network = Network(self.tokenizer.get_vocab_size(), sizes)
        weights = {**self.network.state_dict(), **self.average}
        network.load_state_dict({name: value.cpu() for name, value in weights.items()})
        return network.eval()

    def save(self) -> None:
        """Keep everything that the rest of the run needs."""
        state = {
            "settings": asdict(self.settings),
            "epoch": self.epoch,
            "network": self.network.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "since": self.since,
            "inner": {d.id: torch.from_numpy(d.labels["inner"]) for d in [*self.polnear, *self.kept]},
        }
        torch.save(state, self.work / "unfinished.pt")
        (self.work / "unfinished.pt").rename(self.work / "checkpoint.pt")
        torch.save(self.averaged().state_dict(), self.work / f"epoch{self.epoch}.pt")

    def resume(self) -> None:
        """Go on from the checkpoint, if there is one.

        Raises `ValueError` where it comes from other settings.
        """
        path = self.work / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, weights_only=True, map_location=self.device)
        if not self._goes_on(state["settings"], state["epoch"]):
            raise ValueError(f"{path} was made with other settings; give another folder, or remove it")
        self.epoch = state["epoch"]
        if 0 < self.settings.prune_after <= self.epoch:
            self._prune()
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.since, self.average = state["since"], state["average"]
        new = []
        for document in [*self.polnear, *self.kept]:
            if document.id in state["inner"]:
                document.labels["inner"][:] = state["inner"][document.id].cpu().numpy()
            else:
                new.append(document)
        if 0 < self.settings.nest_after <= self.epoch:
            label_inner(self.averaged(), new)

    def _goes_on(self, other: dict[str, Any], epoch: int) -> bool:
        """Whether a checkpoint of other settings is what these would have come to as well."""
        mine = asdict(self.settings)
        early = all(not at or epoch <= at for at in (mine["all_from"], other["all_from"]))
        return other == mine or (early and {**other, "all_from": 0} == {**mine, "all_from": 0})


def settings_from(parser: argparse.ArgumentParser) -> tuple[Path, Path, Settings, argparse.Namespace]:
    """Add the options that every run has, and read the command line."""
    parser.add_argument("corpora", type=Path, help="the folder with polnear/, ner/ and the rest")
    parser.add_argument("work", type=Path, help="where checkpoints go")
    for name, usual in asdict(Settings()).items():
        own = parser.get_default(name)
        value = usual if own is None else own
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(usual), default=value)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    settings = Settings(**{name: getattr(options, name) for name in asdict(Settings())})
    return options.corpora, options.work, settings, options


def main() -> None:
    """Train, going on from where the last run stopped."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    folder, work, settings, _ = settings_from(parser)
    run = Run(folder, work, settings)
    run.resume()
    (work / "settings.json").write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")
    run.train()


if __name__ == "__main__":
    main()
