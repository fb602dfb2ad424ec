"""Mini-batch training. It yields a record per epoch and prints nothing; the caller shows progress."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, isqrt, pi
from typing import Any, Literal

import numpy as np
from numpy.typing import DTypeLike, NDArray

from generator.network.activations import Array
from generator.network.backprop import Labels, Loss, Parameters, Workspace, check_loss
from generator.network.model import Network
from generator.network.optimizers import OPTIMIZERS


@dataclass(frozen=True)
class Settings:
    """How to train.

    ``steps``, if given, is the number of mini-batches in all and overrules ``epochs`` (passes over the data).
    ``schedule`` "cosine" lets the learning rate fall to 0 along half a cosine; "constant" keeps it.
    ``momentum`` is μ of SGD or β₁ of Adam. ``smoothness`` is the factor of the penalty Σ (difference of
    neighbouring first-layer weights)², for square pictures only.
    """

    epochs: int = 10
    steps: int | None = None
    batch_size: int = 64
    learning_rate: float = 3e-3
    optimizer: Literal["adam", "sgd"] = "adam"
    momentum: float = 0.9
    schedule: Literal["cosine", "constant"] = "cosine"
    loss: Loss = "cross_entropy"
    smoothness: float = 0.0
    dtype: DTypeLike = np.float32

    def total_steps(self, count: int) -> int:
        """Mini-batches in all for ``count`` examples; the last batch of an epoch may be smaller."""
        return self.steps if self.steps is not None else self.epochs * -(-count // self.batch_size)


@dataclass(frozen=True, eq=False)
class Epoch:
    """A pass over the data: number from 1, mini-batches done and planned, mean loss, network afterwards."""

    number: int
    steps: int
    total_steps: int
    loss: float
    network: Network


class SmoothnessPenalty:
    """factor × Σ (difference of horizontally or vertically neighbouring weights)² of each first-layer neuron.

    With the matrix L of the path 0–1–…–27 (its graph Laplacian: Σ (vᵢ₊₁ − vᵢ)² = vᵀLv) the sum over a grid G
    is Σ G∘(LG + GL), and its gradient 2·(LG + GL): two small products instead of many strided differences.
    """

    def __init__(self, weights: Array, factor: float) -> None:
        neurons, inputs = weights.shape
        side = isqrt(inputs)
        if side * side != inputs:
            raise ValueError(f"the smoothness penalty needs square pictures; {inputs} inputs are none")
        steps = np.diff(np.eye(side), axis=0)
        self._laplacian: Array = (2 * factor * steps.T @ steps).astype(weights.dtype)
        self._grids = weights.reshape(neurons, side, side)
        self._gradient, self._across = np.zeros_like(self._grids), np.zeros_like(self._grids)

    def value(self) -> float:
        """The penalty itself."""
        self._compute()
        return float(np.vdot(self._grids, self._gradient)) / 2

    def add_gradient(self, gradient: Array) -> None:
        """Add the penalty's gradient to that of the first layer's weights."""
        self._compute()
        gradient += self._gradient.reshape(gradient.shape)

    def _compute(self) -> None:
        np.matmul(self._laplacian, self._grids, out=self._gradient)
        np.matmul(self._grids, self._laplacian, out=self._across)
        self._gradient += self._across


class _Feed:
    """Copies chosen examples into a workspace; bytes (0–255) become 0–1 on the way."""

    def __init__(self, x: NDArray[Any], y: Labels, batch_size: int) -> None:
        self._x, self._y = x, y
        self._bytes = np.zeros((batch_size, x.shape[1]), np.uint8) if x.dtype == np.uint8 else None

    def fill(self, workspace: Workspace, chosen: NDArray[np.intp]) -> None:
        # mode="clip" lets take write straight into `out`; every index is in range anyway.
        self._y.take(chosen, out=workspace.labels, mode="clip")
        if self._bytes is None:
            self._x.take(chosen, axis=0, out=workspace.x, mode="clip")
        else:
            pixels = self._bytes[: len(chosen)]
            self._x.take(chosen, axis=0, out=pixels, mode="clip")
            np.multiply(pixels, workspace.x.dtype.type(1 / 255), out=workspace.x)


def train(
    network: Network, x: NDArray[Any], y: Labels, settings: Settings, rng: np.random.Generator
) -> Iterator[Epoch]:
    """Train a copy of ``network`` and yield an Epoch after every pass over the data (and at the end).

    ``x`` (examples, inputs) holds floats 0–1, or bytes 0–255, which cost a quarter of the memory; ``y``
    (examples,) the labels 0 … outputs − 1. The same arguments and generator state give the same network, up
    to rounding differences between BLAS libraries. Raises ValueError for shapes or settings that do not fit.
    """
    _check(network, x, y, settings)
    parameters = Parameters.of(network, settings.dtype)
    x = x if x.dtype == np.uint8 else np.ascontiguousarray(x, settings.dtype)
    loop = _Loop(parameters, network.activations, settings, settings.total_steps(len(x)))
    feed = _Feed(x, y.astype(np.intp), settings.batch_size)
    number = 0
    while loop.done < loop.total:
        number += 1
        before, loss = loop.done, loop.run(feed, rng.permutation(len(x)))
        yield Epoch(
            number,
            loop.done,
            loop.total,
            loss / (loop.done - before),
            parameters.network(network.activations),
        )


class _Loop:
    """The state that outlives an epoch: optimiser, penalty, workspaces, steps done."""

    def __init__(
        self, parameters: Parameters, activations: tuple[str, ...], settings: Settings, total: int
    ) -> None:
        self.done, self.total = 0, total
        self._parameters, self._activations, self._settings = parameters, activations, settings
        self._optimizer = OPTIMIZERS[settings.optimizer](parameters.flat, settings.momentum)
        self._penalty = (
            SmoothnessPenalty(parameters.weights[0], settings.smoothness) if settings.smoothness else None
        )
        self._workspaces: dict[int, Workspace] = {}  # by batch size: the usual one and an epoch's last

    def run(self, feed: _Feed, order: NDArray[np.intp]) -> float:
        """One epoch; returns the sum of its batches' losses (without the penalty)."""
        total_loss = 0.0
        for start in range(0, len(order), self._settings.batch_size):
            if self.done == self.total:
                break
            chosen = order[start : start + self._settings.batch_size]
            workspace = self._workspace(len(chosen))
            feed.fill(workspace, chosen)
            total_loss += workspace.forward()
            workspace.backward()
            if self._penalty is not None:
                self._penalty.add_gradient(workspace.gradient.weights[0])
            self._optimizer.step(self._parameters.flat, workspace.gradient.flat, self._learning_rate())
            self.done += 1
        return total_loss

    def _workspace(self, size: int) -> Workspace:
        if size not in self._workspaces:
            self._workspaces[size] = Workspace(self._parameters, self._activations, self._settings.loss, size)
        return self._workspaces[size]

    def _learning_rate(self) -> float:
        if self._settings.schedule == "constant":
            return self._settings.learning_rate
        return self._settings.learning_rate * 0.5 * (1 + cos(pi * self.done / self.total))


def _check(network: Network, x: NDArray[Any], y: Labels, settings: Settings) -> None:
    check_loss(settings.loss, network.activations[-1])
    if x.ndim != 2 or x.shape[1] != network.sizes[0] or not len(x):
        raise ValueError(f"the network takes examples of shape (count, {network.sizes[0]}), not {x.shape}")
    if y.shape != (len(x),):
        raise ValueError(f"{len(x)} examples need as many labels, not {y.shape}")
    if int(y.min()) < 0 or int(y.max()) >= network.sizes[-1]:
        raise ValueError(f"labels run from 0 to {network.sizes[-1] - 1}, not {y.min()} to {y.max()}")
