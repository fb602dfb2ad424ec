"""Loss and gradient of one mini-batch (backpropagation; Rumelhart, Hinton, Williams 1986).

The hot loop of training spends its time here, so a ``Workspace`` owns every large array that a batch needs
and fills it again and again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import DTypeLike, NDArray

from generator.network.activations import ACTIVATIONS, LEAK, Array
from generator.network.model import Network

Loss = Literal["squared_error", "cross_entropy"]
LOSSES: tuple[Loss, ...] = get_args(Loss)
Labels = NDArray[np.integer[Any]]


class Parameters:
    """All weights and biases of a network in one vector ``flat``, with a view per layer.

    One vector lets an optimiser move everything with a handful of NumPy calls. Gradients use the same layout.
    """

    def __init__(self, sizes: Sequence[int], dtype: DTypeLike) -> None:
        shapes = [(outputs, inputs) for inputs, outputs in pairwise(sizes)]
        self.flat: Array = np.zeros(sum(o * i + o for o, i in shapes), dtype)
        self.weights: list[Array] = []
        self.biases: list[Array] = []
        start = 0
        for outputs, inputs in shapes:
            middle, end = start + outputs * inputs, start + outputs * inputs + outputs
            self.weights.append(self.flat[start:middle].reshape(outputs, inputs))
            self.biases.append(self.flat[middle:end])
            start = end

    @classmethod
    def of(cls, network: Network, dtype: DTypeLike) -> Parameters:
        """A copy of a network's numbers."""
        parameters = cls(network.sizes, dtype)
        own = (*parameters.weights, *parameters.biases)
        for target, source in zip(own, (*network.weights, *network.biases), strict=True):
            target[...] = source
        return parameters

    def network(self, activations: Sequence[str]) -> Network:
        """A network with a copy of these numbers, which further training does not touch."""
        return Network(
            tuple(w.copy() for w in self.weights), tuple(b.copy() for b in self.biases), tuple(activations)
        )


def _through_sigmoid(delta: Array, a: Array, scratch: Array) -> None:
    np.subtract(1, a, out=scratch)
    scratch *= a
    delta *= scratch


def _through_tanh(delta: Array, a: Array, scratch: Array) -> None:
    np.multiply(a, a, out=scratch)
    np.subtract(1, scratch, out=scratch)
    delta *= scratch


def _through_relu(delta: Array, a: Array, scratch: Array) -> None:
    np.sign(a, out=scratch)  # a ≥ 0, so the sign is the slope
    delta *= scratch


def _through_leaky_relu(delta: Array, a: Array, scratch: Array) -> None:
    np.greater(a, 0, out=scratch)
    scratch *= 1 - LEAK
    scratch += LEAK
    delta *= scratch


def _through_softmax(delta: Array, a: Array, scratch: Array) -> None:
    np.multiply(delta, a, out=scratch)
    delta -= scratch.sum(axis=1, keepdims=True)
    delta *= a


# Gradient with respect to a → gradient with respect to z, in place, from the activation that is already
# there.
THROUGH: dict[str, Callable[[Array, Array, Array], None]] = {
    "sigmoid": _through_sigmoid,
    "tanh": _through_tanh,
    "relu": _through_relu,
    "leaky_relu": _through_leaky_relu,
    "softmax": _through_softmax,
}


def check_loss(loss: str, output_activation: str) -> None:
    """Raise ValueError if a loss is unknown or has no meaning for the activation of the output layer."""
    if loss not in LOSSES:
        raise ValueError(f"unknown loss {loss!r}; there are {', '.join(LOSSES)}")
    if loss == "cross_entropy" and output_activation not in ("sigmoid", "softmax"):
        raise ValueError(
            f"cross-entropy needs outputs that are probabilities (sigmoid, softmax), not {output_activation}"
        )


class Workspace:
    """Every array that one batch needs, and the two passes over it.

    Losses, averaged over the batch, for the outputs a and the target t (1 for the label, 0 elsewhere):

    * squared_error: Σⱼ (aⱼ − tⱼ)², as in the lecture
    * cross_entropy: −log a(label) for softmax outputs, where an a that has underflowed to 0 counts as the
      smallest number of its type; −Σⱼ tⱼ·log aⱼ + (1−tⱼ)·log(1−aⱼ) for sigmoid outputs, computed from z,
      where it is Σⱼ log(1 + eᶻʲ) − z(label). Both have ∂C/∂z = a − t exactly, however far out.
    """

    def __init__(
        self, parameters: Parameters, activations: Sequence[str], loss: Loss, batch_size: int
    ) -> None:
        check_loss(loss, activations[-1])
        dtype = parameters.flat.dtype
        sizes = [w.shape[0] for w in parameters.weights]
        self.parameters = parameters
        self.activations = tuple(activations)
        self.loss = loss
        self.batch_size = batch_size
        self.x: Array = np.zeros((batch_size, parameters.weights[0].shape[1]), dtype)  # the caller fills it
        self.labels: NDArray[np.intp] = np.zeros(batch_size, np.intp)  # and this
        self.z: list[Array] = [np.zeros((batch_size, size), dtype) for size in sizes]
        self.a: list[Array] = [np.zeros((batch_size, size), dtype) for size in sizes]
        self.delta: list[Array] = [np.zeros((batch_size, size), dtype) for size in sizes]
        self._scratch: list[Array] = [np.zeros((batch_size, size), dtype) for size in sizes]
        self._ones: Array = np.ones(batch_size, dtype)
        self._row_starts = np.arange(batch_size) * sizes[-1]
        self._at_label = np.zeros(batch_size, np.intp)
        self.gradient = Parameters([self.x.shape[1], *sizes], dtype)

    def forward(self) -> float:
        """Fill every z and a from ``x``; return the loss."""
        a = self.x
        for k, name in enumerate(self.activations):
            np.matmul(a, self.parameters.weights[k].T, out=self.z[k])
            self.z[k] += self.parameters.biases[k]
            a = ACTIVATIONS[name](self.z[k], out=self.a[k])
        np.add(self._row_starts, self.labels, out=self._at_label)
        error = self.delta[-1]  # a − t
        np.copyto(error, a)
        error.reshape(-1)[self._at_label] -= 1
        return self._loss(error) / self.batch_size

    def _loss(self, error: Array) -> float:
        """The loss summed over the batch."""
        if self.loss == "squared_error":
            return float(np.vdot(error, error))
        if self.activations[-1] == "softmax":
            at_label = self.a[-1].reshape(-1)[self._at_label]
            return -float(np.log(np.maximum(at_label, np.finfo(at_label.dtype).tiny)).sum())
        z = self.z[-1]
        return float(np.logaddexp(0, z, out=self._scratch[-1]).sum() - z.reshape(-1)[self._at_label].sum())

    def backward(self) -> None:
        """Fill ``gradient`` (mean over the batch); call it after ``forward``."""
        delta = self.delta[-1]
        delta *= (2 if self.loss == "squared_error" else 1) / self.batch_size
        if self.loss == "squared_error":
            THROUGH[self.activations[-1]](delta, self.a[-1], self._scratch[-1])
        for k in range(len(self.activations) - 1, -1, -1):
            below = self.a[k - 1] if k else self.x
            np.matmul(self.delta[k].T, below, out=self.gradient.weights[k])
            np.matmul(self._ones, self.delta[k], out=self.gradient.biases[k])  # a sum over the batch
            if k:
                np.matmul(self.delta[k], self.parameters.weights[k], out=self.delta[k - 1])
                THROUGH[self.activations[k - 1]](self.delta[k - 1], self.a[k - 1], self._scratch[k - 1])
