"""How well a network does."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.network.digits import Digits, scaled
from generator.network.model import Network, predict

CHUNK = 5_000  # digits at a time, so that memory stays small however many there are


def winners(network: Network, digits: Digits) -> NDArray[np.intp]:
    """What the network takes each digit for, shape (count,)."""
    flat = digits.flat
    parts = [predict(network, scaled(flat[start : start + CHUNK])) for start in range(0, len(flat), CHUNK)]
    return np.concatenate(parts)


def accuracy(network: Network, digits: Digits) -> float:
    """The share (0–1) of digits whose winning output is their label."""
    return float((winners(network, digits) == digits.labels).mean())


def confusion_matrix(network: Network, digits: Digits) -> NDArray[np.intp]:
    """How often label i (row) was taken for j (column), shape (outputs, outputs)."""
    outputs = network.sizes[-1]
    pairs = digits.labels.astype(np.intp) * outputs + winners(network, digits)
    return np.bincount(pairs, minlength=outputs * outputs).reshape(outputs, outputs)
