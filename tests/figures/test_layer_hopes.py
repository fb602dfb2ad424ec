"""``layer_hopes``: neurons chosen by the rule, and pictures that are the products of the weights."""

from __future__ import annotations

import re

import numpy as np
import pytest

from generator.errors import FigureError
from tests.figures.drawing import FIGURES, by_id, decode_png, draw, library, parse, plain, sheets, texts

MODELS = pytest.mark.parametrize("model", ["digits", "digits-relu", "large"])


def by_rule(model: str) -> dict[int, list[int]]:
    """The neurons of each layer, by sorting pairs."""
    _, second, last = library().models[model].weights
    parts = sorted(range(last.shape[1]), key=lambda n: -max(last[9, n], last[8, n]))[:3]
    pieces = sorted(range(second.shape[1]), key=lambda n: -max(second[p, n] for p in parts))[:6]
    return {1: pieces, 2: parts, 3: [9, 8]}


def traced(model: str, layer: int) -> np.ndarray:
    """What each pixel alone does to the layer's neurons when nothing is squashed: (neurons, 784)."""
    signal = np.eye(784)
    for weights in library().models[model].weights[:layer]:
        signal = signal @ weights.T.astype(float)
    return signal.T


def limit_of(model: str, layer: int) -> str:
    """The 99.5th percentile of the sizes shown, rounded up to two decimals, or to two digits if smaller."""
    size = np.percentile(np.abs(traced(model, layer)[by_rule(model)[layer]]), 99.5)
    decimals = 2 if size >= 0.1 else 3
    return f"{np.ceil(size * 10**decimals) / 10**decimals:.{decimals}f}"


@MODELS
def test_the_table_has_the_neurons_of_the_rule_and_their_extremes(model):
    rows = iter(draw(FIGURES["hopes"], model=model).table[1:])
    for layer, neurons in by_rule(model).items():
        for neuron in neurons:
            field = traced(model, layer)[neuron]
            _, named, low, high = next(rows)
            assert named == str(neuron)
            shown = [float(value.replace("−", "-")) for value in (low, high)]
            assert shown == pytest.approx([field.min(), field.max()], abs=6e-5)


@MODELS
def test_the_pictures_are_the_traced_weights(model):
    root = parse(draw(FIGURES["hopes"], model=model).svg)
    for layer, neurons in by_rule(model).items():
        positive, negative = (
            decode_png(by_id(root, f"fig_layer{layer}_{sign}_image").get("href")).astype(int)
            for sign in ("positive", "negative")
        )
        fields = traced(model, layer)[neurons]
        limit = float(limit_of(model, layer))
        for index, field in enumerate(fields):
            y, x = index // 3 * 33, index % 3 * 33
            drawn = (positive - negative)[y : y + 28, x : x + 28]
            expected = np.clip(field.reshape(28, 28) / limit, -1, 1) * 15
            assert np.abs(drawn - expected).max() <= 0.5 + 1e-6


@MODELS
def test_every_layer_says_its_limits_and_the_figure_that_it_is_a_shadow(model):
    for svg in sheets(draw(FIGURES["hopes"], model=model)):
        shown = texts(svg)
        for layer in by_rule(model):
            limit = limit_of(model, layer)
            assert f"≤ −{limit} … ≥ +{limit}" in shown
        assert any("linear shadow" in words for words in shown)
        assert shown.count("9") == shown.count("8") == 2


@MODELS
def test_the_caption_names_the_neurons(model):
    neurons = by_rule(model)
    caption = plain(draw(FIGURES["hopes"], model=model).caption)
    first, second = re.findall(r"neurons ([\d, ]+) of hidden 1, ([\d, ]+) of hidden 2", caption)[0]
    assert [list(map(int, part.split(", "))) for part in (first, second)] == [neurons[1], neurons[2]]


@pytest.mark.parametrize("model", ["short", "long", "tiny"])
def test_a_network_of_another_build_is_refused(model):
    with pytest.raises(FigureError, match="two hidden layers and ten outputs; this one is "):
        draw(FIGURES["hopes"], model=model)
