"""``depth_comparison``: lines and bars are the record's numbers."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest

from generator.figures.words.depth_comparison import power_of_ten, ratio
from generator.network.depths import read_depths
from tests.figures.drawing import FIGURES, by_id, draw, parse, points, texts

TOP, PLOT = 38, 170
RECORD = read_depths()
IN_BOTH = pytest.mark.parametrize("activation", ["sigmoid", "relu"])
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def shares(name: str, panel: str, svg) -> np.ndarray:
    """How high (0 bottom, 1 top) the points of a path are."""
    return (TOP + PLOT - points(by_id(svg, f"fig_{panel}_{name}").get("d"))[:, 1]) / PLOT


@IN_BOTH
def test_accuracies_are_means_and_ranges_of_the_seeds(activation):
    svg = parse(draw(FIGURES["depths"]).svg)
    results = RECORD.of(activation)
    means = [np.mean(result.accuracies) for result in results]
    np.testing.assert_allclose(shares(f"mean-{activation}", "accuracy", svg), means, atol=0.002)
    for result in results:
        drawn = shares(f"range-{activation}-{result.depth}", "accuracy", svg)
        expected = min(result.accuracies), max(result.accuracies)
        assert (drawn.min(), drawn.max()) == pytest.approx(expected, abs=0.002)


@IN_BOTH
def test_gradients_stand_on_a_scale_of_powers_of_ten(activation):
    svg = parse(draw(FIGURES["depths"]).svg)
    ticks = {}
    for node in svg.iter("text"):
        if re.fullmatch(r"10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+", node.text or ""):
            ticks[int(node.text[2:].translate(SUPERSCRIPTS))] = (TOP + PLOT - float(node.get("y")) + 4) / PLOT
    low, high = min(ticks), max(ticks)
    drawn = shares(f"mean-{activation}", "gradient", svg)
    read = low + (drawn - ticks[low]) / (ticks[high] - ticks[low]) * (high - low)
    expected = [np.mean(np.log10(result.gradients)) for result in RECORD.of(activation)]
    np.testing.assert_allclose(read, expected, atol=0.03)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_caption_and_table_tell_the_deepest_networks_and_how_they_were_trained(language):
    picture = draw(FIGURES["depths"], language)
    for activation, column in (("sigmoid", 1), ("relu", 5)):
        deepest = RECORD.of(activation)[-1]
        share = f"{np.mean(deepest.accuracies):.1%}"
        gradient = ratio(math.exp(np.mean(np.log(deepest.gradients))))
        assert share in picture.caption and gradient in picture.caption
        assert picture.table[-1][0] == "10" and picture.table[-1][column] == share
        assert picture.table[-1][column + 2] == gradient
    for number in ("4,000", "1,000", "1,500", "32", "16", "6", "5", "Xavier"):
        assert number in picture.caption
    assert len(picture.table) == 10


def test_guessing_is_marked_where_it_is():
    svg = parse(draw(FIGURES["depths"]).svg)
    assert "guessing: 10%" in texts(svg)
    (line,) = (node for node in svg.iter("path") if node.get("stroke-dasharray"))
    assert (TOP + PLOT - points(line.get("d"))[0, 1]) / PLOT == pytest.approx(0.1, abs=0.001)


@pytest.mark.parametrize(
    ("value", "said"), [(0.79, "0.79"), (1.13, "1.1"), (0.012, "0.012"), (3.64e-7, "3.6 × 10⁻⁷")]
)
def test_small_ratios_are_told_as_powers_of_ten(value, said):
    assert ratio(value) == said and power_of_ten(0) == "1"
