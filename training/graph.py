"""The network as an ONNX graph, built node by node: one window in, emissions and vectors of some of its pieces out.

Matrices are int8, symmetric, with a scale a column; activations are quantised as they come, over the window alone.
What was measured (one core, batches of one are as fast as any): `QAttention` and `DynamicQuantizeMatMul` are the
quick quantised operators of ONNX Runtime's CPU provider; a sum and `LayerNormalization` beat its fused
`SkipLayerNormalization`; the last layer is worked out for the wanted pieces alone.
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
LEVELS = 63
"""int8 weights go from -63 to 63: on x86 without VNNI the sums of two products are kept in 16 bits, which
full-range weights overflow; so the answers are the same on every machine."""


def inner_widths(weights: Weights) -> list[int]:
    """The inner width of each layer."""
    n_layers = len({name.split(".")[1] for name in weights if name.startswith("layers.")})
    return [len(weights[f"layers.{k}.up.bias"]) for k in range(n_layers)]


def quantised(matrix: NDArray[np.float32], axis: int, levels: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The matrix in whole numbers up to `levels`, and the scales along what is left when `axis` goes."""
    scales = np.abs(matrix).max(axis=axis) / np.float32(levels)
    scales = np.where(scales > 0, scales, 1).astype(np.float32)
    return np.rint(matrix / np.expand_dims(scales, axis)).astype(np.int8), scales


def build(weights: Weights, n_heads: int, *, exact: bool = False) -> bytes:
    """The graph as the bytes of an ONNX model; `exact` keeps everything in fp32.

    Inputs: `pieces` `[1, n, width]` fp32, the vectors of the window's pieces; `features` `[1, n]`, their feature
    ids; `wanted` `[m]`, indexes of the pieces to answer for. Outputs: `emissions` `[1, m, columns]` and `hidden`
    `[1, m, width]`, both fp32.
    """
    return _Builder(weights, n_heads, exact=exact).model()


class _Builder:
    """Nodes and constants as they come; a node's output has the node's name."""

    def __init__(self, weights: Weights, n_heads: int, *, exact: bool) -> None:
        self.weights, self.n_heads, self.exact = weights, n_heads, exact
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def model(self) -> bytes:
        """The whole network."""
        x = self.embedded()
        widths = inner_widths(self.weights)
        for k in range(len(widths)):
            x = self.layer(f"layers.{k}", x, last=k == len(widths) - 1)
        self.node("Identity", [x], "hidden")
        self.linear("emissions", x, "emissions", exact=True)
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
            self.constants,
        )
        opsets = [helper.make_opsetid(domain, version) for domain, version in OPSETS]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=FORMAT, producer_name="onrecord")
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString(deterministic=True))

    def embedded(self) -> str:
        """Pieces, positions and features summed and normalised; the three sorts of features are one table."""
        shape, quoted, start = split_feature(np.arange(N_FEATURES))
        sorts = (("shapes", shape), ("quoted", quoted), ("starts", start))
        table = sum((self.weights[f"{name}.weight"][ids] for name, ids in sorts), np.float32(0))
        self.constant("positions", self.weights["positions.weight"])
        self.constant("feature_table", np.asarray(table, np.float32))
        self.node("Shape", ["features"], "length", start=1)
        zero, one = self.constant("zero", np.zeros(1, np.int64)), self.constant("one", np.ones(1, np.int64))
        placed = self.node("Slice", ["positions", zero, "length", zero, one], "placed")
        described = self.node("Gather", ["feature_table", "features"], "described")
        x = self.node("Add", ["pieces", self.node("Add", [described, placed], "added")], "summed")
        return self.normal("norm", x)

    def layer(self, name: str, x: str, *, last: bool) -> str:
        """A layer of BERT's encoder."""
        mixed = self.attention(f"{name}.qkv", x)
        if last:
            mixed = self.node("Gather", [mixed, "wanted"], f"{name}.mixed", axis=1)
            x = self.node("Gather", [x, "wanted"], f"{name}.kept", axis=1)
        out = self.linear(f"{name}.out", mixed)
        x = self.normal(f"{name}.norm1", self.node("Add", [out, x], f"{name}.sum1"))
        up = self.node("Gelu", [self.linear(f"{name}.up", x)], f"{name}.gelu", MICROSOFT)
        down = self.linear(f"{name}.down", up)
        return self.normal(f"{name}.norm2", self.node("Add", [down, x], f"{name}.sum2"))

    def attention(self, name: str, x: str) -> str:
        """All heads' attention, short of the matrix that mixes the heads."""
        bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        heads = {"num_heads": self.n_heads}
        if self.exact:
            matrix = self.constant(f"{name}.matrix", self.weights[f"{name}.weight"].T)
            return self.node("Attention", [x, matrix, bias], name, MICROSOFT, **heads)
        matrix, scale, zero = self.quantised(name)
        rounded = [f"{name}.x", f"{name}.x_scale", f"{name}.x_zero"]
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], rounded))
        inputs = [rounded[0], matrix, bias, rounded[1], scale, "", rounded[2], zero]
        return self.node("QAttention", inputs, name, MICROSOFT, **heads)

    def linear(self, name: str, x: str, out: str = "", *, exact: bool = False) -> str:
        """A matrix and a bias."""
        out = out or name
        bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        if self.exact or exact:
            matrix = self.constant(f"{name}.matrix", self.weights[f"{name}.weight"].T)
            return self.node("Add", [self.node("MatMul", [x, matrix], f"{name}.product"), bias], out)
        return self.node("DynamicQuantizeMatMul", [x, *self.quantised(name), bias], out, MICROSOFT)

    def quantised(self, name: str) -> tuple[str, str, str]:
        """A matrix in int8 with its scales and zero points, one a column."""
        matrix, scales = quantised(self.weights[f"{name}.weight"].T, 0, LEVELS)
        zeros = self.constant(f"{name}.zeros", np.zeros(len(scales), np.int8))
        return self.constant(f"{name}.matrix", matrix), self.constant(f"{name}.scales", scales), zeros

    def normal(self, name: str, x: str) -> str:
        """Layer normalisation."""
        parts = [self.constant(f"{name}.{part}", self.weights[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.node("LayerNormalization", [x, *parts], name, axis=-1, epsilon=EPSILON)

    def constant(self, name: str, array: NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(self, operator: str, inputs: list[str], name: str, domain: str = "", **attributes: float) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [name], name=name, domain=domain, **attributes))
        return name
