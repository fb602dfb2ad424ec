"""``live_neuron``: the picture is what the neuron answers at first, and the page gets what it needs."""

from __future__ import annotations

import re

import numpy as np
import pytest

from generator.errors import FigureError
from generator.figures.numerals import fixed, signed
from tests.figures.drawing import FIGURES, by_id, draw, draw_anew, levels_of, library, parse, plain


def answers(weights: np.ndarray, digits: list[str]) -> list[float]:
    """The weighted sum for each digit, by loops over its pixels."""
    flat = weights.ravel()
    return [float(sum(w * x for w, x in zip(flat, library().digits[n].pixels, strict=True))) for n in digits]


def test_the_table_is_what_the_hand_set_neuron_answers():
    weights = np.zeros((28, 28))
    weights[6:9, 8:20] = 1
    weights[3:6, 8:20] = weights[9:12, 8:20] = -1
    names = [f"{digit}-1" for digit in range(10)]
    sums = answers(weights, names)
    rows = [
        (n, signed(z), fixed(1 / (1 + np.exp(8 - z)), 4)) for n, z in zip(names, sums, strict=True)
    ]  # bias −8
    picture = draw(FIGURES["neuron-to-paint"])
    assert list(picture.table[1:]) == rows
    active = [str(digit) for digit, z in enumerate(sums) if z > 8]
    assert re.findall(r"\d", plain(picture.caption).partition("active for")[2]) == active


def test_a_trained_neuron_has_the_networks_weights_and_bias():
    network = library().models["digits"]
    weights, bias = network.weights[0][5].astype(float), float(network.biases[0][5])
    sums = answers(weights, ["3-1", "misread-1"])
    picture = draw(FIGURES["trained-neuron"])
    assert [row[1:] for row in picture.table[1:]] == [
        (signed(z), fixed(max(z + bias, 0), 4)) for z in sums
    ]
    drawn = by_id(parse(picture.svg), "fig_w_start_neg")
    lowest = np.unravel_index(weights.argmin(), (28, 28))
    assert levels_of(drawn, 12, (28, 28))[lowest] == 12


def test_the_page_gets_the_strip_the_beginning_and_the_files():
    picture = draw(FIGURES["trained-neuron"])
    assert picture.live["strip"] == ["3-1", "misread-1"]
    assert (picture.live["start"], picture.live["bias"], picture.live["function"]) == (5, None, "relu")
    assert [uri for uri, _ in picture.files] == [picture.live["network"], picture.live["digits"]]
    assert draw(FIGURES["empty-neuron"]).live["start"] == "empty"


def test_a_neuron_beyond_the_layer_and_inputs_that_are_no_digit_are_refused():
    with pytest.raises(FigureError, match="layer 1 has neurons 0 to 15, not 16"):
        draw_anew({"kind": "live_neuron", "neuron": 16})
    with pytest.raises(FigureError, match="takes 2 inputs, not 784"):
        draw_anew({"kind": "live_neuron"}, model="tiny")
