"""Networks that nobody trained: dead neurons, numbers at the edge of what a weight file holds, softmax."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from generator.figures import illustrate
from generator.figures.grids import SignedScale
from generator.network import Network
from tests.figures.drawing import FIGURE, FIGURES, LANGUAGES, library, parse

SIZES = (784, 16, 16, 10)


def constant(value: float, bias: float = 0.0, activation: str = "relu") -> Network:
    weights = tuple(np.full((b, a), value) for a, b in pairwise(SIZES))
    return Network(weights, tuple(np.full(size, bias) for size in SIZES[1:]), (activation,) * 3)


def dead_neuron() -> Network:
    """The shipped network, with nothing going into neuron 3 of each layer."""
    network = library().models["digits-relu"]
    weights = tuple(w.copy() for w in network.weights)
    for w in weights:
        w[3] = 0
    return replace(network, weights=weights)


def with_softmax() -> Network:
    network = library().models["digits"]
    return replace(network, activations=(*network.activations[:-1], "softmax"))


ODD = {
    "zero": lambda: constant(0),
    "zero-sigmoid": lambda: constant(0, activation="sigmoid"),
    "smallest": lambda: constant(5e-324),
    "small": lambda: constant(-1e-300, bias=1e-300),
    "largest": lambda: constant(65_504, bias=-65_504, activation="tanh"),
    "dead": dead_neuron,
    "softmax": with_softmax,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("odd", ODD)
def test_every_figure_of_an_odd_network_is_drawn_without_a_complaint(odd: str, language: str) -> None:
    whole = library()
    records = {**whole.records, "odd": whole.records["digits"]}
    odd_library = replace(whole, models={**whole.models, "odd": ODD[odd]()}, records=records)
    for name, fields in FIGURES.items():
        if fields["kind"] == "plot":
            continue  # what a function of somebody else makes of a network is not ours
        figure = FIGURE.validate_python({"id": "fig", **fields})
        with np.errstate(all="raise", under="ignore"):
            picture = illustrate(figure, odd_library, model="odd", language=language)
        parse(picture.svg)
        written = f"{picture.svg} {picture.alt} {picture.caption} {picture.table}"
        assert not re.search(r"\b(nan|inf)\b", written, re.IGNORECASE), name


@pytest.mark.parametrize("value", [0.0, 5e-324, 1e-310, 1e-30, 6e-8, 65_504.0])
def test_a_scale_is_never_zero_and_its_legend_short(value: float) -> None:
    scale = SignedScale.of(np.array([value, -value]), 12)
    assert scale.limit >= max(value, 6e-8)
    assert all(len(label) <= 14 for label in scale.end_labels())
    assert set(np.abs(scale.levels(np.array([value, -value])))) == {12 if value >= 6e-8 else 0}
