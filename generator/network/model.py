"""The network: weights and biases, and what happens to an input on its way through."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.network.activations import ACTIVATIONS, Array


@dataclass(frozen=True)
class Network:
    """A fully connected network.

    ``weights[k]`` has shape (neurons of layer k+1, neurons of layer k), ``biases[k]`` (neurons of layer k+1,);
    ``activations[k]`` names the function of layer k+1. Layer 0 is the input.
    """

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    activations: tuple[str, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Neurons per layer, input first."""
        return (self.weights[0].shape[1], *(w.shape[0] for w in self.weights))

    @property
    def weight_count(self) -> int:
        return sum(w.size for w in self.weights)

    @property
    def bias_count(self) -> int:
        return sum(b.size for b in self.biases)

    @property
    def parameter_count(self) -> int:
        return self.weight_count + self.bias_count


@dataclass(frozen=True)
class LayerState:
    """One layer after the input: weighted sums ``z`` and activations ``a``, both (batch, neurons)."""

    z: Array
    a: Array


def forward(network: Network, x: Array) -> tuple[LayerState, ...]:
    """Every layer's z and a for inputs ``x`` of shape (batch, inputs), pixel values 0–1."""
    states: list[LayerState] = []
    a = x
    for w, b, name in zip(network.weights, network.biases, network.activations, strict=True):
        z = a @ w.T + b  # (batch, neurons)
        a = ACTIVATIONS[name](z)
        states.append(LayerState(z, a))
    return tuple(states)


def predict(network: Network, x: Array) -> NDArray[np.intp]:
    """The winning output of each input, shape (batch,)."""
    return forward(network, x)[-1].a.argmax(axis=1)
