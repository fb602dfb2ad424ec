"""``weighted_sum``: every step shows what the network computes."""

from __future__ import annotations

import re

import numpy as np
import pytest

from generator.errors import FigureError
from generator.figures.grids import SignedScale
from generator.figures.numerals import fixed, signed
from generator.network import forward
from tests.figures.drawing import FIGURES, by_id, draw, levels_of, library, parse, texts

STEPS = 12
MODELS = ("digits", "digits-relu", "large")


def parts(model: str, digit: str, neuron: int) -> tuple[np.ndarray, np.ndarray, float]:
    network = library().models[model]
    weights = network.weights[0][neuron].astype(np.float64)
    return weights, weights * library().digits[digit].pixels, float(network.biases[0][neuron])


def levels(root, name: str) -> np.ndarray:
    negative = by_id(root, f"{name}_neg")
    parents = {child: parent for parent in root.iter() for child in parent}
    positive = parents[parents[negative]][0]
    return levels_of(positive, STEPS, (28, 28)) - levels_of(negative, STEPS, (28, 28))


@pytest.mark.parametrize("variant", ["w", "t"])
@pytest.mark.parametrize("model", MODELS)
def test_weights_and_products_are_the_networks_on_one_scale(model, variant):
    weights, products, _ = parts(model, "3-1", 3)
    scale = SignedScale.of(weights, STEPS)
    root = parse(draw(FIGURES["sum"], model=model).svg)
    for step, values in ((2, weights), (3, products)):
        drawn = levels(root, f"fig_{variant}_step{step}")
        assert (drawn == scale.levels(values).reshape(28, 28)).all() and drawn.any()


@pytest.mark.parametrize("model", MODELS)
def test_the_sum_is_what_the_network_adds_up(model):
    _, products, bias = parts(model, "3-1", 3)
    state = forward(library().models[model], library().digits["3-1"].pixels[None, :])[0]
    picture = draw(FIGURES["sum"], model=model)
    values = dict(picture.table[1:])
    assert values["positive"] == signed(float(products[products > 0].sum()), 4)
    assert values["negative"] == signed(float(products[products < 0].sum()), 4)
    assert values["+ bias"] == signed(bias, 4)
    assert abs(float(values["= z"].replace("−", "-")) - float(state.z[0, 3])) < 2e-4
    assert values["activation"] == fixed(float(state.a[0, 3]), 4)


@pytest.mark.parametrize("name", [name for name in FIGURES if name.startswith("sum")])
@pytest.mark.parametrize("model", MODELS)
def test_the_numbers_in_the_caption_add_up_and_stand_in_the_drawing(name, model):
    picture = draw(FIGURES[name], model=model)
    sums = re.search(r"z = ([^=≈]+) ([=≈]) (−?[\d.]+), and (?:σ|ReLU)\(z\) = ([\d.]+)\.", picture.caption)
    written = sums[1].replace("−", "-").replace("- ", "-").replace("+ ", "")
    terms, total = [float(term) for term in written.split()], float(sums[3].replace("−", "-"))
    assert (abs(sum(terms) - total) < 1e-9) == (sums[2] == "=") and abs(sum(terms) - total) < 0.02
    shown = texts(parse(picture.svg))
    assert {signed(value) for value in (*terms, total)} <= set(shown) and sums[4] in shown


def test_bars_start_where_the_one_before_ended():
    root = parse(draw(FIGURES["sum"]).svg)
    bars = list(by_id(root, "fig_w_bars").iter("rect"))
    edges = [(float(bar.get("x")), float(bar.get("x")) + float(bar.get("width"))) for bar in bars]
    _, products, bias = parts("digits", "3-1", 3)
    sums = [products[products > 0].sum(), products[products < 0].sum(), bias]
    sums.append(sum(sums))
    unit = (edges[0][1] - edges[0][0]) / sums[0]
    for (left, right), value in zip(edges, sums, strict=True):
        assert abs((right - left) / unit - abs(value)) < 0.02
    assert abs(edges[0][1] - edges[1][1]) < 0.1 and abs(edges[2][0] - edges[1][0]) < 0.1


def test_what_does_not_fit_is_refused():
    with pytest.raises(FigureError, match=r"^layer 1 has neurons 0 to 15, not 99$"):
        draw({**FIGURES["sum"], "neuron": 99})
    with pytest.raises(FigureError, match=r"^the digit has 784 pixels, but the network takes 2 inputs$"):
        draw(FIGURES["sum"], model="tiny")
