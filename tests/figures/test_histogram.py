"""``histogram``: bars are counts, edges are numbers that can be read."""

from __future__ import annotations

import numpy as np
import pytest

from generator.errors import FigureError
from generator.figures.histogram import Bins, round_up
from generator.network import forward
from tests.figures.drawing import FIGURES, by_id, draw, library, parse, points, sheets

LEFT, RIGHT, BOTTOM, PLOT = 48, {"w": 666, "t": 316}, 236, 174
NETWORK = library().models["digits"]
PIXELS = np.stack([digit.pixels for digit in library().digits.values()])
VALUES = {
    "histogram": NETWORK.weights[0].ravel(),
    "biases": NETWORK.biases[1],
    "activations": forward(NETWORK, PIXELS)[0].a.ravel(),
}


SHORT = {"histogram": ".3f", "biases": ".1f", "activations": ".2f"}


def numeral(text: str) -> float:
    return float(text.replace("−", "-").replace(",", ""))


@pytest.mark.parametrize("figure", VALUES)
@pytest.mark.parametrize("variant", RIGHT)
def test_bars_read_off_by_the_table_are_counts_of_the_networks_numbers(figure, variant):
    picture = draw(FIGURES[figure])
    rows = [tuple(map(numeral, row)) for row in picture.table[1:]]
    edges = np.array([rows[0][0], *(row[1] for row in rows)])
    counts, _ = np.histogram(VALUES[figure], edges)
    assert [row[2] for row in rows] == counts.tolist() and counts.sum() == VALUES[figure].size
    svg = parse(picture.svg)
    for index, number in enumerate(counts):
        bar = points(by_id(svg, f"fig_{variant}_bar-{index}").get("d").rstrip("z"))
        height = (BOTTOM - bar[:, 1].min()) / PLOT * counts.max() * 1.06
        assert height == pytest.approx(number, abs=counts.max() / 300)
        scale = (RIGHT[variant] - LEFT) / (edges[-1] - edges[0])
        place = LEFT + (edges[index : index + 2] - edges[0]) * scale
        assert (bar[:, 0].min(), bar[:, 0].max()) == pytest.approx(tuple(place), abs=0.06)


def test_negative_bars_are_orange_positive_ones_blue():
    picture = draw(FIGURES["histogram"])
    svg = parse(picture.svg)
    for index, (start, *_) in enumerate(picture.table[1:]):
        fill = by_id(svg, f"fig_w_bar-{index}").get("fill")
        assert ("negative" if start.startswith("−") else "positive") in fill


@pytest.mark.parametrize("figure", VALUES)
def test_the_bracket_spans_the_middle_half_and_the_caption_says_it(figure):
    picture, values = draw(FIGURES[figure]), VALUES[figure]
    first, third = np.quantile(values, (0.25, 0.75))
    assert f"from {first:{SHORT[figure]}} to {third:{SHORT[figure]}},".replace("-", "−") in picture.caption
    places = points(by_id(parse(picture.svg), "fig_w_middle").get("d"))[:, 0]
    low, high = (numeral(picture.table[row][column]) for row, column in ((1, 0), (-1, 1)))
    read = low + (places[[0, -1]] - LEFT) / (RIGHT["w"] - LEFT) * (high - low)
    assert tuple(read) == pytest.approx((first, third), abs=0.003 * (high - low))


def test_activations_tell_how_many_are_nearly_off_and_on():
    values, caption = VALUES["activations"], draw(FIGURES["activations"]).caption
    assert f"{(values < 0.1).mean():.1%} are under 0.1 and {(values > 0.9).mean():.1%} over 0.9" in caption
    assert "16 neurons for each of 35 sample digits" in caption


@pytest.mark.parametrize(
    ("value", "rounded"), [(0.011, 0.02), (0.02, 0.02), (0.3, 0.5), (6, 10), (100, 100), (0.051, 0.1)]
)
def test_widths_are_rounded_up_to_one_two_or_five(value, rounded):
    assert round_up(value) == rounded


def test_the_width_is_the_rules_and_zero_is_an_edge():
    values = np.random.default_rng(0).normal(size=8_000)
    first, third = np.quantile(values, (0.25, 0.75))
    assert 0.1 < 2 * (third - first) / 20 < 0.2 and Bins.of(values).width == 0.2  # ∛8000 = 20
    assert 0.0 in Bins.of(values).edges


@pytest.mark.parametrize("values", [[0.5], [0.0, 0.0], [3.0, 3.0, 3.0], [-2.0], [0.0, 1.0], [-1.0, 0.0]])
def test_few_or_equal_numbers_get_bins_that_hold_them_all(values):
    bins = Bins.of(np.array(values))
    assert sum(bins.counts) == len(values) and len(bins.edges) == len(bins.counts) + 1 <= 42
    assert bins.edges[0] <= min(values) and max(values) <= bins.edges[-1]


def test_a_layer_that_does_not_exist_is_refused():
    with pytest.raises(FigureError, match=r"^figure 'fig': the network has layers 1 to 3, not 4$"):
        draw({"kind": "histogram", "layer": 4})


def test_both_variants_show_the_same_bars():
    wide, tall = (
        [node for node in svg.iter("path") if "bar-" in node.get("id", "")]
        for svg in sheets(draw(FIGURES["biases"]))
    )
    assert len(wide) == len(tall) > 5
