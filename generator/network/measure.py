"""How well a network does."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.network.backprop import Labels
from generator.network.model import Network, predict


def accuracy(network: Network, x: NDArray[Any], y: Labels) -> float:
    """The share (0–1) of inputs ``x`` (count, inputs) whose winning output is their label ``y`` (count,)."""
    return float((predict(network, x) == y).mean())


def confusion_matrix(network: Network, x: NDArray[Any], y: Labels) -> NDArray[np.intp]:
    """How often label i (row) was taken for j (column), shape (outputs, outputs)."""
    outputs = network.sizes[-1]
    pairs = y.astype(np.intp) * outputs + predict(network, x)
    return np.bincount(pairs, minlength=outputs * outputs).reshape(outputs, outputs)
