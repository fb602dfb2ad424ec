"""How well a network does."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.network.backprop import Loss
from generator.network.digits import Digits, scaled
from generator.network.model import Network, forward, predict

CHUNK = 5_000  # digits at a time, so that memory stays small however many there are


def winners(network: Network, digits: Digits) -> NDArray[np.intp]:
    """What the network takes each digit for, shape (count,)."""
    flat = digits.flat
    parts = [predict(network, scaled(flat[start : start + CHUNK])) for start in range(0, len(flat), CHUNK)]
    return np.concatenate(parts)


def accuracy(network: Network, digits: Digits) -> float:
    """The share (0–1) of digits whose winning output is their label."""
    return float((winners(network, digits) == digits.labels).mean())


def mean_loss(network: Network, digits: Digits, loss: Loss) -> float:
    """The loss of a finished network, averaged over digits.

    Cross-entropy is that of softmax outputs, as in training: −log softmax(z)(label). A common shift of the
    z, which is all that the final form adds, does not change it. Where numbers have overflowed it is no
    number.
    """
    total = 0.0
    for start in range(0, len(digits), CHUNK):
        part = digits.pick(np.arange(start, min(start + CHUNK, len(digits))))
        last = forward(network, scaled(part.flat))[-1]
        at_label = np.arange(len(part)), part.labels.astype(np.intp)
        if loss == "squared_error":
            targets = np.zeros_like(last.a)
            targets[at_label] = 1
            total += float(np.square(last.a - targets).sum())
        else:
            z = last.z.astype(np.float64)
            total += float((np.logaddexp.reduce(z, axis=1) - z[at_label]).sum())
    return total / len(digits)


def confusion_matrix(network: Network, digits: Digits) -> NDArray[np.intp]:
    """How often label i (row) was taken for j (column), shape (outputs, outputs)."""
    outputs = network.sizes[-1]
    pairs = digits.labels.astype(np.intp) * outputs + winners(network, digits)
    return np.bincount(pairs, minlength=outputs * outputs).reshape(outputs, outputs)
