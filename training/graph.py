"""The network as an ONNX graph, built node by node: a window in, emissions and vectors of its words out.

Matrices are int8, symmetric, with a scale a column; activations are quantised as they come, over the window.
What was measured, on one core, where batches of one are as fast as any: `QAttention` and
`DynamicQuantizeMatMul` are the quick quantised operators of ONNX Runtime's CPU provider; a sum and
`LayerNormalization` beat its fused `SkipLayerNormalization`; the last layer need only be worked out for the
wanted pieces. The two special pieces at a window's ends have values several times as large as all others, so
that one scale for both would waste two bits: outside the attention they go their own way (a twentieth of the
time, and nearly half of the error gone).
"""

from collections.abc import Mapping

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from onrecord.analysis.model.encoding import N_FEATURES, split_feature

Weights = Mapping[str, NDArray[np.float32]]
"""A state dict of `training.network.Network` as arrays."""

EPSILON = 1e-12
MICROSOFT = "com.microsoft"
OPSETS = (("", 18), (MICROSOFT, 1))
FORMAT = 9
"""The ONNX file format's version; ONNX Runtime has read it since 1.17."""
LEVELS = 127
"""The largest of the whole numbers that stand for weights."""
PAIR = 4
"""x86 without VNNI adds two neighbouring products in 16 bits, four weights at a time: see `safe`."""


def inner_widths(weights: Weights) -> list[int]:
    """The inner width of each layer."""
    n_layers = len({name.split(".")[1] for name in weights if name.startswith("layers.")})
    return [len(weights[f"layers.{k}.up.bias"]) for k in range(n_layers)]


def quantised(
    matrix: NDArray[np.float32], *, safe: bool = False
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The matrix in whole numbers, and a scale for each of its rows.

    `safe`: no two weights that may be added in 16 bits come to more than 128, times 255 for what they are
    multiplied by; else the sum would be cut off on some machines and not on others.
    """
    top = np.abs(matrix).max(axis=1)
    for signed in (matrix, -matrix) if safe else ():
        padded = np.pad(np.maximum(signed, 0), ((0, 0), (0, -matrix.shape[1] % PAIR)))
        fours = np.sort(padded.reshape(len(matrix), -1, PAIR), axis=2)
        top = np.maximum(top, fours[:, :, -2:].sum(axis=2).max(axis=1))
    scales = np.where(top > 0, top, 1).astype(np.float32) / np.float32(LEVELS)
    return np.rint(matrix / scales[:, None]).astype(np.int8), scales


def build(weights: Weights, n_heads: int, *, exact: bool = False) -> bytes:
    """The graph as the bytes of an ONNX model; `exact` keeps everything in fp32.

    Inputs: `pieces` `[1, n, width]` fp32, the vectors of the window's pieces; `features` `[1, n]`, their
    feature ids; `wanted` `[m]`, the pieces to answer for, counted behind the first special one. Outputs, both
    fp32: `emissions` `[1, m, columns]` and `hidden` `[1, m, width]`.
    """
    return _Builder(weights, n_heads, exact=exact).model()


class _Builder:
    """Nodes and constants as they come; a node's output has the node's name."""

    def __init__(self, weights: Weights, n_heads: int, *, exact: bool) -> None:
        self.weights, self.n_heads, self.exact = weights, n_heads, exact
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def model(self) -> bytes:
        """The whole network."""
        words, ends = self.embedded()
        *widths, _ = inner_widths(self.weights)
        for k in range(len(widths)):
            words, ends = self.layer(f"layers.{k}", words, ends)
        self.last(f"layers.{len(widths)}", words, ends)
        self.linear("emissions", "hidden", exact=True)
        width, n_columns = self.weights["positions.weight"].shape[1], len(self.weights["emissions.bias"])
        graph = helper.make_graph(
            self.nodes,
            "network",
            [
                helper.make_tensor_value_info("pieces", TensorProto.FLOAT, [1, "n", width]),
                helper.make_tensor_value_info("features", TensorProto.INT64, [1, "n"]),
                helper.make_tensor_value_info("wanted", TensorProto.INT64, ["m"]),
            ],
            [
                helper.make_tensor_value_info("emissions", TensorProto.FLOAT, [1, "m", n_columns]),
                helper.make_tensor_value_info("hidden", TensorProto.FLOAT, [1, "m", width]),
            ],
            list(self.constants.values()),
        )
        opsets = [helper.make_opsetid(domain, version) for domain, version in OPSETS]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=FORMAT, producer_name="onrecord")
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString(deterministic=True))

    def embedded(self) -> tuple[str, str]:
        """Pieces, positions and features summed and normalised; the three sorts of features are one table.

        What comes back is the words' pieces, and the two at the window's ends.
        """
        shape, quoted, start = split_feature(np.arange(N_FEATURES))
        sorts = (("shapes", shape), ("quoted", quoted), ("starts", start))
        table = sum((self.weights[f"{name}.weight"][ids] for name, ids in sorts), np.float32(0))
        self.constant("positions", self.weights["positions.weight"])
        self.constant("feature_table", np.asarray(table, np.float32))
        self.node("Shape", ["features"], "length", start=1)
        for name, place in (("zero", 0), ("one", 1), ("end", -1)):
            self.constant(name, np.array([place]))
        placed = self.node("Slice", ["positions", "zero", "length", "zero", "one"], "placed")
        described = self.node("Gather", ["feature_table", "features"], "described")
        added = self.node("Add", [described, placed], "added")
        x = self.normal("norm", self.node("Add", ["pieces", added], "summed"))
        words = self.node("Slice", [x, "one", "end", "one"], "words")
        return words, self.node("Gather", [x, self.constant("both", np.array([0, -1]))], "ends", axis=1)

    def layer(self, name: str, words: str, ends: str) -> tuple[str, str]:
        """A layer of BERT's encoder."""
        mixed = self.attention(f"{name}.qkv", words, ends)
        mixed_words = self.node(
            "Slice", [mixed, "zero", self.constant("last", np.array([-2])), "one"], f"{name}.words"
        )
        mixed_ends = self.node(
            "Gather", [mixed, self.constant("last_two", np.array([-2, -1]))], f"{name}.ends", axis=1
        )
        return self.half(name, mixed_words, words), self.half(name, mixed_ends, ends, "@ends")

    def last(self, name: str, words: str, ends: str) -> str:
        """The last layer, for the wanted pieces alone."""
        mixed = self.attention(f"{name}.qkv", words, ends)
        mixed = self.node("Gather", [mixed, "wanted"], f"{name}.words", axis=1)
        words = self.node("Gather", [words, "wanted"], f"{name}.kept", axis=1)
        return self.node("Identity", [self.half(name, mixed, words)], "hidden")

    def half(self, name: str, mixed: str, x: str, on: str = "") -> str:
        """What a layer does to each piece by itself."""
        out = self.linear(f"{name}.out", mixed, on)
        x = self.normal(f"{name}.norm1", self.node("Add", [out, x], f"{name}.sum1{on}"), on)
        up = self.node("Gelu", [self.linear(f"{name}.up", x, on)], f"{name}.gelu{on}", MICROSOFT)
        down = self.linear(f"{name}.down", up, on)
        return self.normal(f"{name}.norm2", self.node("Add", [down, x], f"{name}.sum2{on}"), on)

    def attention(self, name: str, words: str, ends: str) -> str:
        """All heads' attention, short of the matrix that mixes them; it knows no order: the ends go last."""
        x = self.node("Concat", [words, ends], f"{name}.all", axis=1)
        bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        if self.exact:
            matrix = self.constant(f"{name}.matrix", self.weights[f"{name}.weight"].T)
            return self.node("Attention", [x, matrix, bias], name, MICROSOFT, num_heads=self.n_heads)
        matrix, scale, zero = self.quantised(name)
        rounded = [f"{name}.x", f"{name}.x_scale", f"{name}.x_zero"]
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], rounded))
        inputs = [rounded[0], matrix, bias, rounded[1], scale, "", rounded[2], zero]
        return self.node("QAttention", inputs, name, MICROSOFT, num_heads=self.n_heads)

    def linear(self, name: str, x: str, on: str = "", *, exact: bool = False) -> str:
        """A matrix and a bias; `on` tells apart what they are applied to."""
        bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        if self.exact or exact:
            matrix = self.constant(f"{name}.matrix", self.weights[f"{name}.weight"].T)
            product = self.node("MatMul", [x, matrix], f"{name}.product{on}")
            return self.node("Add", [product, bias], name + on)
        return self.node("DynamicQuantizeMatMul", [x, *self.quantised(name), bias], name + on, MICROSOFT)

    def quantised(self, name: str) -> tuple[str, str, str]:
        """A matrix in int8 with its scales and zero points, one a column."""
        matrix, scales = quantised(self.weights[f"{name}.weight"], safe=True)
        zeros = self.constant(f"{name}.zeros", np.zeros(len(scales), np.int8))
        return self.constant(f"{name}.matrix", matrix.T), self.constant(f"{name}.scales", scales), zeros

    def normal(self, name: str, x: str, on: str = "") -> str:
        """Layer normalisation."""
        parts = [
            self.constant(f"{name}.{part}", self.weights[f"{name}.{part}"]) for part in ("weight", "bias")
        ]
        return self.node("LayerNormalization", [x, *parts], name + on, axis=-1, epsilon=EPSILON)

    def constant(self, name: str, array: NDArray[np.generic]) -> str:
        """A constant, once under its name."""
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(array), name)
        return name

    def node(self, operator: str, inputs: list[str], name: str, domain: str = "", **attributes: float) -> str:
        """A node with one output, which has the node's name."""
        self.nodes.append(helper.make_node(operator, inputs, [name], name=name, domain=domain, **attributes))
        return name
