"""Exact changes of a trained network's form.

Training goes best with tanh hidden layers and softmax outputs; the lecture's network is sigmoid throughout.
Both changes here keep every decision of the network.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.network.activations import sigmoid
from generator.network.backprop import Labels
from generator.network.model import Network, forward

SHIFT_RANGE = 100.0


def tanh_to_sigmoid(network: Network) -> Network:
    """The network with every tanh layer after the input replaced by an equal sigmoid layer.

    tanh(z) = 2σ(2z) − 1. So a layer that is to output σ instead of tanh doubles its W and b, and a layer that
    reads tanh outputs through (W, b) reads sigmoid outputs s through (2W, b − Σ W): W·(2s − 1) + b. The
    outputs are equal, except that a tanh *output* layer a becomes (a + 1) / 2.
    """
    weights, biases, names = [], [], []
    reads_tanh = False
    for w, b, name in zip(network.weights, network.biases, network.activations, strict=True):
        if reads_tanh:
            w, b = 2 * w, b - w.sum(axis=1)
        reads_tanh = name == "tanh"
        weights.append(2 * w if reads_tanh else w)
        biases.append(2 * b if reads_tanh else b)
        names.append("sigmoid" if reads_tanh else name)
    return Network(tuple(weights), tuple(biases), tuple(names))


def softmax_to_sigmoid(network: Network, x: NDArray[Any], y: Labels) -> Network:
    """The network with softmax outputs replaced by sigmoid outputs, all biases shifted by one common number.

    Softmax does not notice such a shift, sigmoid outputs do: here it is the one with the least binary
    cross-entropy on the examples ``x`` (count, inputs), ``y`` (count,), so that an activation reads like a
    probability. There the derivative Σ (σ(z + shift) − t) is zero, that is: the outputs of an example add up
    to 1 on average. The order of the outputs, and so every decision, stays.
    """
    z = forward(network, x)[-1].z.astype(np.float64)
    low, high = -SHIFT_RANGE, SHIFT_RANGE
    while high - low > 1e-9:  # the sum grows with the shift, so halve the interval
        middle = (low + high) / 2
        low, high = (low, middle) if float(sigmoid(z + middle).sum()) > len(y) else (middle, high)
    shifted = (network.biases[-1] + np.float64(low)).astype(network.biases[-1].dtype)
    return Network(network.weights, (*network.biases[:-1], shifted), (*network.activations[:-1], "sigmoid"))
