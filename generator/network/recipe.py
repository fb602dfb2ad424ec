"""From digits to a finished network: augment, train, bring into its final form; and how good a recipe is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from generator.network.augment import Distortion, augmented
from generator.network.convert import softmax_to_sigmoid, tanh_to_sigmoid
from generator.network.digits import Digits, scaled
from generator.network.model import Network, random_network
from generator.network.train import Epoch, Settings, train


@dataclass(frozen=True)
class Recipe:
    """All that decides what a network becomes, apart from data and seed.

    ``activation`` is that of the finished hidden layers; the outputs are always sigmoid, one per class.
    ``through_tanh``: sigmoid layers are trained as the tanh layers that they equal (see convert.py).
    ``copies`` distorted copies of every digit are added to the training data.
    """

    layers: tuple[int, ...] = (784, 16, 16, 10)
    activation: str = "sigmoid"
    through_tanh: bool = True
    settings: Settings = field(default_factory=lambda: Settings(steps=240_000, smoothness=1e-3))
    copies: int = 100
    distortion: Distortion = field(default_factory=Distortion)

    def total_steps(self, count: int) -> int:
        """Mini-batches in all for ``count`` digits before augmentation."""
        return self.settings.total_steps(count * (self.copies + 1))

    def steps_per_epoch(self, count: int) -> int:
        """Mini-batches in a pass over the data, for ``count`` digits before augmentation."""
        return -(-count * (self.copies + 1) // self.settings.batch_size)

    def trained_activations(self) -> tuple[str, ...]:
        """Activations during training: softmax outputs for cross-entropy, sigmoid for squared error."""
        hidden = "tanh" if self.activation == "sigmoid" and self.through_tanh else self.activation
        output = "softmax" if self.settings.loss == "cross_entropy" else "sigmoid"
        return (hidden,) * (len(self.layers) - 2) + (output,)


def follow(recipe: Recipe, digits: Digits, rng: np.random.Generator) -> Iterator[Epoch]:
    """Train by the recipe. Every epoch's network has its final form already. Raises ValueError as train.

    Epoch 0 is the network before training; no batch has given it a loss yet.
    """
    images = augmented(digits.images, recipe.copies, recipe.distortion, rng)
    labels = np.tile(digits.labels, recipe.copies + 1)
    start = random_network(recipe.layers, recipe.trained_activations(), rng)
    yield Epoch(0, 0, recipe.total_steps(len(digits)), float("nan"), finish(recipe, start, digits))
    for epoch in train(start, images.reshape(len(images), -1), labels, recipe.settings, rng):
        network = finish(recipe, epoch.network, digits)
        yield Epoch(epoch.number, epoch.steps, epoch.total_steps, epoch.loss, network)


def finish(recipe: Recipe, network: Network, digits: Digits) -> Network:
    """A freshly trained network in its final form."""
    if network.activations[-1] == "softmax":
        network = softmax_to_sigmoid(network, scaled(digits.flat), digits.labels)
    return tanh_to_sigmoid(network) if recipe.activation == "sigmoid" else network


def folds(labels: NDArray[np.integer], count: int) -> Iterator[NDArray[np.bool_]]:
    """Masks of the validation digits of each fold: every fold takes the same share of every class.

    A fold is a block of neighbours in file order, because neighbours in MNIST often come from one hand: a
    network must not be tested on hands it has trained on.
    """
    place = np.empty(len(labels))
    for label in np.unique(labels):
        own = np.flatnonzero(labels == label)
        place[own] = np.arange(len(own)) / len(own)
    for fold in range(count):
        yield (place * count).astype(int) == fold


def describe(recipe: Recipe) -> str:
    """What a reader of the weight file ought to know about how it was made."""
    parts = []
    if recipe.copies:
        parts.append(f"Trained on every digit and {recipe.copies} distorted copies of it.")
    if recipe.settings.smoothness:
        parts.append(
            f"A smoothness penalty ({recipe.settings.smoothness:g} × the sum of squared differences of"
            " neighbouring first-layer weights) makes the weight grids less noisy than plain training does."
        )
    else:
        parts.append("No smoothness penalty: the weight grids are as training left them.")
    if recipe.activation == "sigmoid" and recipe.through_tanh:
        parts.append("Trained with tanh hidden layers and turned exactly into the equal sigmoid network.")
    if recipe.settings.loss == "cross_entropy":
        parts.append(
            "Trained with softmax outputs; for sigmoid outputs all output biases got one common shift, chosen"
            " by the least binary cross-entropy on the training digits."
        )
    return " ".join(parts)
