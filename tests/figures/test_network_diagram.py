"""``network_diagram``: what is counted and drawn is the network."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from generator.errors import FigureError
from generator.figures.network_diagram import draw as draw_diagram
from generator.figures.picture import Request
from generator.network import Library
from tests.figures.drawing import FIGURE, draw, library, points, random_network, sheets, texts

DIAGRAM = {"kind": "network_diagram"}


@pytest.mark.parametrize("model", ["digits", "short", "large", "one-layer", "tiny", "long"])
def test_formulas_sums_and_shares_are_the_networks(model):
    network = library().models[model]
    for svg in sheets(draw(DIAGRAM, model=model)):
        shown = " | ".join(texts(svg))
        for weights, biases in zip(network.weights, network.biases, strict=True):
            total = weights.size + biases.size
            neurons, inputs = weights.shape
            assert f"{inputs} × {neurons} + {neurons}" in shown
            assert f"= {total:,}" in shown and f"{total / network.parameter_count:.1%}" in shown
        assert f"{network.parameter_count:,} weights and biases in total" in shown


@pytest.mark.parametrize("variant", [0, 1])
def test_the_bar_is_divided_like_the_parameters(variant):
    network = library().models["digits"]
    svg = sheets(draw(DIAGRAM))[variant]
    bars = [float(rect.get("width")) for rect in svg.iter("rect") if rect.get("height") == "14"]
    counts = [w.size + b.size for w, b in zip(network.weights, network.biases, strict=True)]
    for width, parameters in zip(bars, counts, strict=True):
        assert abs(width / sum(bars) - parameters / network.parameter_count) < 0.005


@pytest.mark.parametrize(
    ("model", "neurons"), [("digits", 14 + 16 + 16 + 10), ("large", 14 * 3 + 10), ("tiny", 6)]
)
def test_small_layers_are_drawn_whole_and_large_ones_with_dots(model, neurons):
    for svg in sheets(draw(DIAGRAM, model=model)):
        circles = list(svg.iter("circle"))
        large = sum(size > 16 for size in library().models[model].sizes)
        assert len(circles) == neurons + 3 * large


def test_every_neuron_is_joined_to_every_neuron_of_the_next_layer():
    wide, _ = sheets(draw(DIAGRAM))
    paths = [path.get("d") for path in wide.iter("path") if "series" in path.get("stroke", "")]
    assert [len(lines_of(path)) for path in paths] == [14 * 16, 16 * 16, 16 * 10]


def lines_of(path: str) -> set[frozenset[tuple[float, ...]]]:
    """The different straight lines of a path, each by its two ends."""
    strokes = [points(f"M{stroke}").tolist() for stroke in path.split("M")[1:]]
    return {frozenset((tuple(a), tuple(b))) for stroke in strokes for a, b in pairwise(stroke)}


def test_captions_count_in_both_languages():
    assert draw(DIAGRAM).caption == (
        "784 inputs, 2 hidden layers of 16 and 16, 10 outputs: 12,960 weights and 42 biases make 13,002 "
        "parameters. 96.6% of them lie between the input and the next layer."
    )
    numbers = re.findall(r"\d[\d,.]*", draw(DIAGRAM, "ko").caption)
    assert numbers == ["784", "2", "16,", "16", "10", "12,960", "42", "13,002", "96.6"]
    assert "1 hidden layer of 32" in draw(DIAGRAM, model="short").caption
    assert "hidden" not in draw(DIAGRAM, model="one-layer").caption


def test_the_table_adds_up():
    header, *rows = draw(DIAGRAM).table
    assert len(header) == 5
    for _, weights, biases, together, _ in rows:
        assert int(weights.replace(",", "")) + int(biases) == int(together.replace(",", ""))


def test_too_many_layers_are_refused():
    models = {"deep": random_network((4,) * 9)}
    figure = FIGURE.validate_python({"id": "fig", **DIAGRAM})
    with pytest.raises(
        FigureError, match=r"^figure 'fig': the network has 9 layers; a diagram shows at most 8$"
    ):
        draw_diagram(Request(figure, Library(models, {}, {}), "deep", "en"))
