"""Sigmoid against ReLU in ever deeper networks: what they reach, and how much gradient arrives in front.

Every network gets the same digits, the same number of steps and the same choice of learning rates; each kind
starts with the spread of weights that was made for it (Xavier for sigmoid, He for ReLU, see random_network).
For every depth and kind, one run with a seed of its own picks the rate that is best on the training digits.
What is reported are other runs, with seeds fixed beforehand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from generator.errors import DataError
from generator.network.backprop import Parameters, Workspace
from generator.network.digits import Digits, scaled
from generator.network.measure import accuracy
from generator.network.model import Network, random_network
from generator.network.recipe import folds
from generator.network.train import Settings, train
from generator.weight_header import DATA_FOLDER

SHIPPED_DEPTHS = DATA_FOLDER / "depths.json"
ACTIVATIONS_COMPARED = ("sigmoid", "relu")


@dataclass(frozen=True)
class Plan:
    """What is trained. Gradient descent without momentum, cross-entropy of softmax outputs.

    A ``held_out``-th of the digits (the first of so many folds) is never trained on.
    """

    depths: tuple[int, ...] = (2, 3, 4, 5, 6, 7, 8, 9, 10)
    width: int = 16
    rates: tuple[float, ...] = (0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
    choosing_seed: int = 0
    seeds: tuple[int, ...] = (1, 2, 3, 4, 5)
    steps: int = 1_500
    batch_size: int = 32
    held_out: int = 5


@dataclass(frozen=True)
class DepthResult:
    """One kind of network of one depth: the rate chosen, and for every seed the accuracy (0–1) on the digits
    held out and the size of the first layer's gradient before training, relative to the last layer's."""

    activation: str
    depth: int
    rate: float
    accuracies: tuple[float, ...]
    gradients: tuple[float, ...]


@dataclass(frozen=True)
class DepthRecord:
    """The file depths.json."""

    command: str
    data: str
    data_checksum: str
    training_digits: int
    held_out_digits: int
    classes: int
    plan: Plan
    results: tuple[DepthResult, ...]

    def of(self, activation: str) -> tuple[DepthResult, ...]:
        """The results of one kind, by depth."""
        return tuple(each for each in self.results if each.activation == activation)

    def to_json(self) -> str:
        """The record as JSON, every result on a line of its own."""
        head = {key: value for key, value in asdict(self).items() if key != "results"}
        lines = [f'"{key}": {json.dumps(value)}' for key, value in head.items()]
        results = ",\n ".join(json.dumps(asdict(result)) for result in self.results)
        return "{\n" + ",\n".join([*lines, f'"results": [\n {results}]']) + "\n}\n"


def compare_depths(plan: Plan, digits: Digits) -> Iterator[DepthResult]:
    """Train them all, depth by depth."""
    held_out = next(folds(digits.labels, plan.held_out))
    training, unseen = digits.pick(~held_out), digits.pick(held_out)
    for depth in plan.depths:
        for activation in ACTIVATIONS_COMPARED:
            with np.errstate(all="ignore"):  # where a rate is too large numbers overflow: that run has lost
                result = _compare(plan, activation, depth, (training, unseen))
            yield result


def _compare(plan: Plan, activation: str, depth: int, digits: tuple[Digits, Digits]) -> DepthResult:
    training, unseen = digits
    sizes = (training.flat.shape[1], *(plan.width,) * depth, int(training.labels.max()) + 1)

    def trained(rate: float, seed: int) -> Network:
        network, rng = begin(sizes, activation, seed)
        for epoch in train(network, training.flat, training.labels, _settings(plan, rate), rng):
            network = epoch.network
        return network

    known = [accuracy(trained(rate, plan.choosing_seed), training) for rate in plan.rates]
    rate = plan.rates[int(np.argmax(known))]
    shares = (accuracy(trained(rate, seed), unseen) for seed in plan.seeds)
    ratios = (first_to_last(begin(sizes, activation, seed)[0], training) for seed in plan.seeds)
    return DepthResult(
        activation,
        depth,
        rate,
        tuple(round(share, 5) for share in shares),
        tuple(float(f"{ratio:.4g}") for ratio in ratios),
    )


def _settings(plan: Plan, rate: float) -> Settings:
    return Settings(
        steps=plan.steps,
        batch_size=plan.batch_size,
        learning_rate=rate,
        optimizer="sgd",
        momentum=0.0,
        schedule="constant",
    )


def begin(sizes: tuple[int, ...], activation: str, seed: int) -> tuple[Network, np.random.Generator]:
    """The network that a seed begins with, and the generator that goes on to shuffle the digits."""
    depth = len(sizes) - 2
    rng = np.random.default_rng([seed, depth])
    return random_network(sizes, (*(activation,) * depth, "softmax"), rng), rng


def first_to_last(network: Network, digits: Digits) -> float:
    """How large the gradient of the first layer's weights is, relative to that of the last layer's.

    The size is the root mean square over a layer's weights; the loss is averaged over all the digits.
    """
    parameters = Parameters.of(network, np.float64)
    workspace = Workspace(parameters, network.activations, "cross_entropy", len(digits))
    workspace.x[...], workspace.labels[...] = scaled(digits.flat), digits.labels
    workspace.forward()
    workspace.backward()
    first, *_, last = (float(np.sqrt(np.square(w).mean())) for w in workspace.gradient.weights)
    return first / last


def record_depths(plan: Plan, digits: Digits, results: Iterable[DepthResult], command: str) -> DepthRecord:
    """The results with what a reader must know about them."""
    held_out = int(next(folds(digits.labels, plan.held_out)).sum())
    return DepthRecord(
        command,
        digits.name,
        digits.checksum(),
        len(digits) - held_out,
        held_out,
        int(digits.labels.max()) + 1,
        plan,
        tuple(results),
    )


def save_depths(path: Path, record: DepthRecord) -> None:
    """Write a record. Raises DataError if the file cannot be written."""
    try:
        path.write_text(record.to_json(), encoding="ascii", newline="\n")
    except OSError as error:
        raise DataError(f"{path}: the comparison cannot be written: {error.strerror}") from error


def read_depths(path: Path = SHIPPED_DEPTHS) -> DepthRecord:
    """Read a record back. Raises DataError if it is damaged."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        results = tuple(DepthResult(**_frozen(each)) for each in raw.pop("results"))
        return DepthRecord(**{**raw, "plan": Plan(**_frozen(raw["plan"])), "results": results})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{path}: the comparison of depths is damaged ({error})") from error


def _frozen(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
