"""Everything that lessons compute, once more: by scikit-learn and SciPy, from the files of the networks.

Nothing of the package is used here, so a mistake in its forward pass, its functions, its counting or the
formulas that the third lesson defines would show as a difference.
"""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from scipy.differentiate import jacobian
from scipy.special import expit
from sklearn.metrics import accuracy_score
from sklearn.neural_network import MLPRegressor

DATA = Path(__file__).parents[2] / "generator" / "network" / "data"
NETWORKS = {"digits": "digits_sigmoid", "digits-plain": "digits_plain", "digits-relu": "digits_relu"}
KINDS = {"sigmoid": "logistic", "relu": "relu"}
"""What scikit-learn calls activation functions."""
FUNCTIONS = {
    "sigmoid": lambda x: float(expit(x)),
    "relu": lambda x: float(np.where(x > 0, x, 0)),
    "leaky_relu": lambda x: float(np.where(x > 0, x, x / 100)),
    "exp": lambda x: float(np.exp(x)),
    "abs": abs,
    "round": round,
}


def perceptron(weights: list[np.ndarray], biases: list[np.ndarray], hidden: str, last: str) -> MLPRegressor:
    """scikit-learn's network with these numbers in it, as if it had been fitted to them."""
    network = MLPRegressor([len(bias) for bias in biases[:-1]], activation=hidden)
    network.coefs_, network.intercepts_ = [each.T for each in weights], biases
    network.n_layers_, network.n_outputs_ = len(weights) + 1, len(biases[-1])
    network.out_activation_ = last
    return network


class Network:
    """One shipped network. Its layers are numbered as in lessons: 0 is the input."""

    def __init__(self, name: str) -> None:
        with np.load(DATA / f"{NETWORKS[name]}.npz") as arrays:
            count = sum(key.startswith("weights_") for key in arrays)
            self.all_weights = [arrays[f"weights_{k}"].astype(float) for k in range(1, count + 1)]
            self.all_biases = [arrays[f"biases_{k}"].astype(float) for k in range(1, count + 1)]
            self.kinds = json.loads(str(arrays["header"]))["activations"]
        self.record = DATA / f"training_{name.replace('-', '_')}.json"
        self.sizes = [self.all_weights[0].shape[1], *map(len, self.all_biases)]
        self.weights, self.biases = [None, *self.all_weights], [None, *self.all_biases]
        self.weight_count = sum(map(np.size, self.all_weights))
        self.bias_count = sum(map(np.size, self.all_biases))
        self.parameter_count = self.weight_count + self.bias_count
        counts = zip([0, *map(np.size, self.all_weights)], [0, *map(np.size, self.all_biases)], strict=True)
        self.layers = [SimpleNamespace(weight_count=w, bias_count=b) for w, b in counts]
        self.digit = read_digits(self)

    @cached_property
    def accuracy(self) -> float:
        """The share of right answers in the record of its cross-validation."""
        confusions = np.array(json.loads(self.record.read_text(encoding="utf-8"))["confusions"])
        truth, answer = np.indices(confusions.shape)
        return float(accuracy_score(truth.ravel(), answer.ravel(), sample_weight=confusions.ravel()))

    def up_to(self, layer: int, pixels: np.ndarray, last: str) -> np.ndarray:
        network = perceptron(self.all_weights[:layer], self.all_biases[:layer], KINDS[self.kinds[0]], last)
        return network.predict(pixels[np.newaxis])[0]


class Digit:
    """One sample digit as a network reads it."""

    def __init__(self, network: Network, pixels: np.ndarray, label: int) -> None:
        self.pixels, self.label = pixels / 255, label
        self.lit_pixels = int(np.count_nonzero(pixels))
        self._network = network

    @cached_property
    def z(self) -> list[Any]:
        return [None, *(self._network.up_to(k, self.pixels, "identity") for k in (1, 2, 3))]

    @cached_property
    def a(self) -> list[Any]:
        layers = enumerate(self._network.kinds, start=1)
        return [self.pixels, *(self._network.up_to(k, self.pixels, KINDS[kind]) for k, kind in layers)]

    @property
    def outputs(self) -> np.ndarray:
        return self.a[3]

    @property
    def prediction(self) -> int:
        return int(np.argsort(self.outputs)[-1])

    @property
    def runner_up(self) -> int:
        return int(np.argsort(self.outputs)[-2])

    @property
    def activation(self) -> float:
        return float(self.outputs.max())


def read_digits(network: Network) -> dict[str, Digit]:
    with np.load(DATA / "sample_digits.npz") as arrays:
        listed, pixels = json.loads(str(arrays["header"])), arrays["pixels"]
    rows = zip(listed["names"], listed["labels"], pixels, strict=True)
    return {name: Digit(network, row, label) for name, label, row in rows}


class SmallNetwork:
    """The 2-2-1 network of the third lesson; its slopes are measured, by SciPy, not derived."""

    NAMES = ("w11", "w12", "b1", "w21", "w22", "b2", "v1", "v2", "c")

    def __init__(self, given: dict[str, float]) -> None:
        self.given = given
        self.start = np.array([given[name] for name in self.NAMES], dtype=float)

    def cost(self, numbers: np.ndarray) -> np.ndarray:
        """For nine parameters, each a number or an array."""
        w11, w12, b1, w21, w22, b2, v1, v2, c = numbers
        x1, x2, target = (self.given[name] for name in ("x1", "x2", "t"))
        first, second = expit(w11 * x1 + w12 * x2 + b1), expit(w21 * x1 + w22 * x2 + b2)
        return (expit(v1 * first + v2 * second + c) - target) ** 2

    @cached_property
    def slopes(self) -> dict[str, float]:
        measured = jacobian(self.cost, self.start).df
        return dict(zip(self.NAMES, map(float, measured), strict=True))

    def layer(self, numbers: np.ndarray, depth: int, last: str) -> list[float]:
        """What scikit-learn's network of these parameters gives, cut off after some layers."""
        w11, w12, b1, w21, w22, b2, v1, v2, c = numbers
        weights = [np.array([[w11, w12], [w21, w22]]), np.array([[v1, v2]])][:depth]
        biases = [np.array([b1, b2]), np.array([c])][:depth]
        given = np.array([[self.given["x1"], self.given["x2"]]], dtype=float)
        return [float(each) for each in perceptron(weights, biases, "logistic", last).predict(given).ravel()]

    def names(self) -> dict[str, float]:
        """Whatever the lesson gives a name."""
        slopes, step, h = self.slopes, self.given["h"], np.zeros(9)
        h[0] = step
        after = self.start - np.array(list(slopes.values()))
        (z1, z2), (a1, a2) = (self.layer(self.start, 1, last) for last in ("identity", "logistic"))
        (z,), (a,) = (self.layer(self.start, 2, last) for last in ("identity", "logistic"))
        (a1_new, a2_new), (a_new,) = (self.layer(after, depth, "logistic") for depth in (1, 2))
        up, down = (float(self.cost(self.start + sign * h)) for sign in (1, -1))
        _, _, _, _, _, _, v1_new, v2_new, c_new = map(float, after)
        found = {
            **{"z1": z1, "z2": z2, "a1": a1, "a2": a2, "z": z, "a": a, "cost": float(self.cost(self.start))},
            **{"d1": slopes["b1"], "d2": slopes["b2"], "d": slopes["c"]},
            **{"v1_new": v1_new, "v2_new": v2_new, "c_new": c_new},
            **{"a1_new": a1_new, "a2_new": a2_new, "a_new": a_new, "cost_new": float(self.cost(after))},
            **{"cost_up": up, "cost_down": down, "nudged": (up - down) / (2 * step)},
        }
        return self.given | found
