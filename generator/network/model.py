"""The network: weights and biases, and what happens to an input on its way through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from generator.network.activations import ACTIVATIONS, Array

RECTIFIERS = ("relu", "leaky_relu")


@dataclass(frozen=True, eq=False)
class Network:
    """A fully connected network.

    ``weights[k]`` has shape (neurons of layer k+1, neurons of layer k), ``biases[k]`` (neurons of layer
    k+1,); ``activations[k]`` names the function of layer k+1. Layer 0 is the input. Raises ValueError if
    these do not fit together.
    """

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    activations: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.weights or not len(self.weights) == len(self.biases) == len(self.activations):
            raise ValueError("a network needs one weight matrix, bias vector and activation per layer")
        for name in self.activations:
            if name not in ACTIVATIONS:
                raise ValueError(f"unknown activation {name!r}; there are {', '.join(ACTIVATIONS)}")
        for k, (w, b) in enumerate(zip(self.weights, self.biases, strict=True)):
            inputs = self.sizes[k]
            if w.shape != (b.size, inputs) or b.ndim != 1:
                raise ValueError(
                    f"layer {k + 1}: weights {w.shape} and biases {b.shape} do not fit {inputs} inputs"
                )

    @property
    def sizes(self) -> tuple[int, ...]:
        """Neurons per layer, input first."""
        return (self.weights[0].shape[1], *(w.shape[0] for w in self.weights))

    @property
    def weight_count(self) -> int:
        """All weights: for 784-16-16-10 it is 784×16 + 16×16 + 16×10 = 12,960."""
        return sum(w.size for w in self.weights)

    @property
    def bias_count(self) -> int:
        """One per neuron after the input."""
        return sum(b.size for b in self.biases)

    @property
    def parameter_count(self) -> int:
        """Weights and biases together."""
        return self.weight_count + self.bias_count

    def astype(self, dtype: DTypeLike) -> Network:
        """The same network with its numbers in another float type."""
        return Network(
            tuple(w.astype(dtype) for w in self.weights),
            tuple(b.astype(dtype) for b in self.biases),
            self.activations,
        )


@dataclass(frozen=True, eq=False)
class LayerState:
    """One layer after the input: weighted sums ``z`` and activations ``a``, both (batch, neurons)."""

    z: Array
    a: Array


def forward(network: Network, x: Array) -> tuple[LayerState, ...]:
    """Every layer's z and a for inputs ``x`` of shape (batch, inputs), pixel values 0–1.

    z = W·a + b, a = f(z), layer after layer. Raises ValueError if ``x`` has another shape.
    """
    if x.ndim != 2 or x.shape[1] != network.sizes[0]:
        raise ValueError(f"the network takes inputs of shape (batch, {network.sizes[0]}), not {x.shape}")
    states: list[LayerState] = []
    a = x
    for w, b, name in zip(network.weights, network.biases, network.activations, strict=True):
        z = a @ w.T  # (batch, neurons)
        z += b
        a = ACTIVATIONS[name](z)
        states.append(LayerState(z, a))
    return tuple(states)


def predict(network: Network, x: Array) -> NDArray[np.intp]:
    """The winning output of each input, shape (batch,)."""
    winners: NDArray[np.intp] = forward(network, x)[-1].a.argmax(axis=1)
    return winners


def random_network(
    sizes: Sequence[int], activations: Sequence[str], rng: np.random.Generator, dtype: DTypeLike = np.float32
) -> Network:
    """An untrained network: normal weights, zero biases.

    The spread keeps signals from growing or dying from layer to layer: variance 2 / (inputs + outputs)
    (Glorot & Bengio 2010), and 2 / inputs before rectifiers, which silence half of their neurons (He et al.
    2015).
    """
    weights: list[NDArray[Any]] = []
    for inputs, outputs, name in zip(sizes[:-1], sizes[1:], activations, strict=True):
        variance = 2 / inputs if name in RECTIFIERS else 2 / (inputs + outputs)
        weights.append((rng.standard_normal((outputs, inputs)) * np.sqrt(variance)).astype(dtype))
    biases = tuple(np.zeros(size, dtype) for size in sizes[1:])
    return Network(tuple(weights), biases, tuple(activations))
