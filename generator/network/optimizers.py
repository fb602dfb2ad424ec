"""Rules that turn a gradient into a step. They work in place on flat vectors and own their buffers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np

from generator.network.activations import Array


class Optimizer(Protocol):
    """Moves ``parameters`` against ``gradient``, both the same flat shape."""

    def step(self, parameters: Array, gradient: Array, learning_rate: float) -> None: ...


class Momentum:
    """Gradient descent with momentum (Polyak 1964): v ← μ·v − η·g, p ← p + v; μ = 0 is plain descent."""

    def __init__(self, like: Array, momentum: float) -> None:
        self._momentum = momentum
        self._velocity = np.zeros_like(like)
        self._scratch = np.zeros_like(like)

    def step(self, parameters: Array, gradient: Array, learning_rate: float) -> None:
        self._velocity *= self._momentum
        np.multiply(gradient, learning_rate, out=self._scratch)
        self._velocity -= self._scratch
        parameters += self._velocity


class Adam:
    """Adam (Kingma & Ba 2015): steps of about η in every direction, whatever the scale of its gradient.

    The running means are kept without their factors (1 − β), which are folded into two numbers per step; that
    saves two passes over all parameters and changes nothing else.
    """

    def __init__(
        self, like: Array, momentum: float = 0.9, memory: float = 0.999, epsilon: float = 1e-8
    ) -> None:
        self._beta1, self._beta2, self._epsilon = momentum, memory, epsilon
        self._sum = np.zeros_like(like)  # Σ β₁ᵗ⁻ⁱ gᵢ
        self._squares = np.zeros_like(like)  # Σ β₂ᵗ⁻ⁱ gᵢ²
        self._scratch = np.zeros_like(like)
        self._steps = 0

    def step(self, parameters: Array, gradient: Array, learning_rate: float) -> None:
        self._steps += 1
        mean_factor = (1 - self._beta1) / (1 - self._beta1**self._steps)
        root_factor = float(np.sqrt((1 - self._beta2) / (1 - self._beta2**self._steps)))
        scratch = self._scratch
        self._sum *= self._beta1
        self._sum += gradient
        np.multiply(gradient, gradient, out=scratch)
        self._squares *= self._beta2
        self._squares += scratch
        np.sqrt(self._squares, out=scratch)
        scratch += self._epsilon / root_factor
        np.divide(self._sum, scratch, out=scratch)
        scratch *= learning_rate * mean_factor / root_factor
        parameters -= scratch


OPTIMIZERS: dict[str, Callable[[Array, float], Optimizer]] = {"adam": Adam, "sgd": Momentum}
