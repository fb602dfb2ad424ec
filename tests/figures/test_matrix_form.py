"""``matrix_form``: the numbers are the layer's, and they follow from each other."""

from __future__ import annotations

import numpy as np
import pytest

from generator.errors import FigureError
from generator.figures.grids import SignedScale
from generator.figures.numerals import fixed, signed
from generator.network import forward
from tests.figures.drawing import FIGURES, by_id, cells_of, draw, library, parse, texts

STEPS = 12
CASES = [("matrix", 3, "3-1"), ("hidden-matrix", 2, "7-1")]
EVERY = pytest.mark.parametrize(("name", "layer", "digit"), CASES)
MODELS = pytest.mark.parametrize("model", ["digits", "digits-relu"])


def states(model: str, digit: str):
    return forward(library().models[model], library().digits[digit].pixels[None, :].astype(np.float64))


@EVERY
@MODELS
def test_every_cell_has_the_level_of_its_weight(name, layer, digit, model):
    weights = library().models[model].weights[layer - 1]
    levels = SignedScale.of(weights, STEPS).levels(weights)
    root = parse(draw(FIGURES[name], model=model).svg)
    negative = by_id(root, "fig_w_W_neg")
    drawn = np.zeros_like(levels)
    for path in negative.iter("path"):
        for cell in cells_of(path.get("d")):
            drawn[cell] = -round(float(path.get("stroke-opacity")) * STEPS)
    assert (drawn == np.minimum(levels, 0)).all() and drawn.any()


@EVERY
@MODELS
def test_the_vectors_are_the_layers_and_the_sum_holds(name, layer, digit, model):
    before, state = states(model, digit)[layer - 2 : layer]
    network = library().models[model]
    numbers = texts(by_id(parse(draw(FIGURES[name], model=model).svg), "fig_w_vectors"))
    for values in (before.a[0], state.a[0]):
        assert {fixed(float(value)) for value in values} <= set(numbers)
    for values in (network.biases[layer - 1], state.z[0]):
        assert {signed(float(value)) for value in values} <= set(numbers)
    for row in draw(FIGURES[name], model=model).table[1:]:
        product, bias, z = (float(cell.replace("−", "-")) for cell in row[1:4])
        assert abs(product + bias - z) < 2e-4


@EVERY
def test_the_frames_are_around_the_strongest_neuron(name, layer, digit):
    strongest = int(states("digits", digit)[layer - 1].a[0].argmax())
    picture = draw(FIGURES[name])
    assert f"Row {strongest} " in picture.caption
    root = parse(picture.svg)
    frames = [rect for rect in root.iter("rect") if rect.get("stroke-width") == "2"]
    number = next(node for node in root.iter("text") if "".join(node.itertext()) == str(strongest))
    assert len(frames) == 8  # four in each twin
    assert abs(float(frames[0].get("y")) + 14.5 - float(number.get("y"))) < 0.1


def test_korean_captions_name_the_same_numbers():
    english, korean = (draw(FIGURES["matrix"], language).caption for language in ("en", "ko"))
    state = states("digits", "3-1")[2]
    for caption in (english, korean):
        assert f"σ({state.z[0, 3]:.2f}) = {state.a[0, 3]:.2f}" in caption and "10 × 16 = 160" in caption


def test_layers_that_are_too_large_or_missing_are_refused():
    with pytest.raises(FigureError, match=r"^layer 2 or the one before has more than 24 neurons$"):
        draw({**FIGURES["matrix"], "layer": 2}, model="large")
    with pytest.raises(FigureError, match=r"^the figure shows layers 2 to 3, not 9$"):
        draw({**FIGURES["matrix"], "layer": 9})
