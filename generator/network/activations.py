"""Activation functions and their derivatives.

``ACTIVATIONS`` and ``DERIVATIVES`` have equal keys: a new activation is one function, its derivative and two
entries. Every function works for any shape and float type, treats the last axis as the neurons of a layer,
writes into ``out`` if given (``out`` may be ``z`` itself) and stays finite for every finite z.
"""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]

LEAK = 0.01  # slope of leaky ReLU left of zero (Maas, Hannun, Ng 2013)


class Activation(Protocol):
    """z → a, both (…, neurons)."""

    def __call__(self, z: Array, out: Array | None = None) -> Array: ...


class Derivative(Protocol):
    """z (…, neurons) → slope da/dz of the same shape; for softmax the Jacobian (…, neurons, neurons)."""

    def __call__(self, z: Array) -> Array: ...


def sigmoid(z: Array, out: Array | None = None) -> Array:
    """σ(z) = 1 / (1 + e⁻ᶻ). Far to the left e⁻ᶻ overflows to ∞, which gives 0, as it should."""
    a = np.negative(z, out=out)
    with np.errstate(over="ignore"):
        np.exp(a, out=a)
    a += 1
    return np.divide(1, a, out=a)


def tanh(z: Array, out: Array | None = None) -> Array:
    """tanh(z) = 2σ(2z) − 1."""
    return np.tanh(z, out=out)


def relu(z: Array, out: Array | None = None) -> Array:
    """max(0, z)."""
    return np.maximum(z, 0, out=out)


def leaky_relu(z: Array, out: Array | None = None) -> Array:
    """z where positive, a hundredth of z elsewhere."""
    a: Array = np.maximum(z, np.multiply(z, LEAK), out=out)  # 0 < LEAK < 1, so the larger one is right
    return a


def softmax(z: Array, out: Array | None = None) -> Array:
    """eᶻʲ / Σₖ eᶻᵏ over the last axis; subtracting the largest z first changes nothing but the range."""
    # NumPy finds the largest of few columns several times faster than of many short rows.
    largest = np.ascontiguousarray(z.T).max(axis=0).T[..., None]
    a: Array = np.subtract(z, largest, out=out)
    np.exp(a, out=a)
    a /= (a @ np.ones(a.shape[-1], a.dtype))[..., None]  # a sum, but several times faster for short rows
    return a


def sigmoid_derivative(z: Array) -> Array:
    """σ′(z) = σ(z)·(1 − σ(z)) = σ(z)·σ(−z); the second form keeps its digits where σ is close to 1."""
    return sigmoid(z) * sigmoid(-z)


def tanh_derivative(z: Array) -> Array:
    """tanh′(z) = 1 − tanh²(z)."""
    return 1 - np.tanh(z) ** 2


def relu_derivative(z: Array) -> Array:
    """1 where z > 0, else 0. At the kink itself the left slope is taken."""
    return (z > 0).astype(z.dtype)


def leaky_relu_derivative(z: Array) -> Array:
    """1 where z > 0, else a hundredth."""
    return np.where(z > 0, 1, LEAK).astype(z.dtype)


def softmax_derivative(z: Array) -> Array:
    """The Jacobian ∂aⱼ/∂zₖ = aⱼ·(δⱼₖ − aₖ), shape (…, neurons, neurons): every output depends on every z."""
    a = softmax(z)
    jacobian: Array = a[..., :, None] * (np.eye(a.shape[-1], dtype=a.dtype) - a[..., None, :])
    return jacobian


ACTIVATIONS: dict[str, Activation] = {
    "sigmoid": sigmoid,
    "tanh": tanh,
    "relu": relu,
    "leaky_relu": leaky_relu,
    "softmax": softmax,
}

DERIVATIVES: dict[str, Derivative] = {
    "sigmoid": sigmoid_derivative,
    "tanh": tanh_derivative,
    "relu": relu_derivative,
    "leaky_relu": leaky_relu_derivative,
    "softmax": softmax_derivative,
}
