"""``activation_curves``: the lines are the functions of the network."""

from __future__ import annotations

import math
import re

import matplotlib
import numpy as np
import pytest

from generator.errors import FigureError
from generator.figures.activation_curves import Curve
from generator.figures.chart import Axes, Chart, sentinel
from tests.figures.drawing import FIGURES, by_id, draw, parse, points, sheets, texts

# Written out here, so that the drawing is compared with the mathematics and not with itself.
FUNCTIONS = {
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "relu": lambda z: max(0.0, z),
    "tanh": math.tanh,
    "leaky_relu": lambda z: z if z > 0 else 0.01 * z,
}


def ticks(svg, x: float | None) -> list[tuple[float, float]]:
    """(value, place) of the upper panel's numbers: on its y axis, or on its x axis where ``x`` is None."""
    found = []
    for node in svg.iter("text"):
        value = "".join(node.itertext()).replace("−", "-")
        on_y = node.get("text-anchor") == "end"
        if re.fullmatch(r"-?[\d.]+", value) and float(node.get("y")) < 245 and on_y == (x is not None):
            found.append((float(value), float(node.get("y")) - 4 if on_y else float(node.get("x"))))
    return found


def scale(pairs: list[tuple[float, float]], place: np.ndarray) -> np.ndarray:
    """Values at places on an axis, read off by its first and last number."""
    (low, start), (high, stop) = pairs[0], pairs[-1]
    return low + (place - start) / (stop - start) * (high - low)


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("figure", ["curves", "all-curves"])
def test_the_curve_read_off_by_its_axes_is_the_function(name, figure):
    picture = draw(FIGURES[figure])
    found = [
        svg for svg in sheets(picture) if f"fig_{name}_curve-{name}" in {n.get("id") for n in svg.iter()}
    ]
    for svg in found:
        line = points(by_id(svg, f"fig_{name}_curve-{name}").get("d"))
        z, a = scale(ticks(svg, None), line[:, 0]), scale(ticks(svg, 0), line[:, 1])
        expected = np.array([FUNCTIONS[name](value) for value in z])
        assert np.abs(a - expected).max() < 0.02 * max(1.0, expected.max() - expected.min())
        assert len(line) > (30 if name in ("sigmoid", "tanh") else 1)
    assert len(found) == (name in ("sigmoid", "relu") or figure == "all-curves")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_strip_under_it_is_the_slope(name):
    svg = parse(draw(FIGURES["all-curves"]).svg)
    area = points(by_id(svg, f"fig_{name}_slope-{name}").get("d").rstrip("z"))
    heights = (294 - area[:, 1]) / (294 - 256)
    z = -4 + (area[:, 0] - 36) / (322 - 36) * 12
    slopes = [(FUNCTIONS[name](v + 1e-6) - FUNCTIONS[name](v - 1e-6)) / 2e-6 for v in z]
    inner = (np.abs(z) > 0.06) & (heights > 0)
    assert np.abs(heights - slopes)[inner].max() < 0.02


@pytest.mark.parametrize(("name", "expected"), [("sigmoid", 3.64), ("tanh", 1.82)])
def test_flat_means_less_than_a_tenth_of_the_steepest_slope(name, expected):
    (low, left), (right, high) = Curve.of(name, -6, 6).flat_ranges()
    assert (low, high) == (-6, 6)
    assert abs(left + expected) < 0.06 and abs(right - expected) < 0.06


def test_relu_is_flat_on_the_left_only():
    ((low, high),) = Curve.of("relu", -6, 6).flat_ranges()
    assert (low, high) == (-6, 0)


def test_captions_and_labels_say_the_slopes():
    english, korean = draw(FIGURES["all-curves"]), draw(FIGURES["all-curves"], "ko")
    for sentence in (
        "sigmoid is never more than 0.25.",
        "tanh is never more than 1.",
        "ReLU is 0 left of 0 and 1 right",
    ):
        assert sentence in english.caption
    assert "시그모이드의 기울기는 아무리 커도 0.25입니다." in korean.caption
    assert "Leaky ReLU의 기울기는 0의 왼쪽에서 0.01, 오른쪽에서 1입니다." in korean.caption
    assert "steepest: slope 0.25" in texts(parse(english.svg))
    assert "가장 가파름: 기울기 0.25" in texts(parse(korean.svg))


def test_the_table_holds_values_and_slopes():
    header, *rows = draw(FIGURES["curves"]).table
    assert len(header) == 5 and [row[0] for row in rows] == ["−6", "−4", "−2", "0", "2", "4", "6"]
    for z, sigmoid, slope, relu, _ in rows:
        value = float(z.replace("−", "-"))
        assert float(sigmoid) == round(FUNCTIONS["sigmoid"](value), 4)
        assert (
            float(slope) == round(float(sigmoid) * (1 - float(sigmoid)), 3) or abs(float(slope) - 0.25) < 0.25
        )
        assert float(relu) == FUNCTIONS["relu"](value)


@pytest.mark.parametrize(("start", "stop"), [(1.0, 5.0), (-5.0, -1.0), (-0.5, 0.5), (-20.0, 20.0)])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_any_range_can_be_drawn(name, start, stop):
    svg = parse(draw({"kind": "activation_curves", "functions": [name], "start": start, "stop": stop}).svg)
    assert points(by_id(svg, f"fig_{name}_curve-{name}").get("d")).size


def bare_chart() -> tuple[Chart, Axes]:
    chart = Chart(100, 100)
    return chart, chart.axes((0, 0, 100, 100), (0, 1), (0, 1))


def test_a_chart_keeps_nothing_of_matplotlibs_own():
    chart, axes = bare_chart()
    axes.fill([0, 1, 1], [0, 0, 1], color=sentinel("positive"))
    chart.label(
        axes, (0.5, 0.5, 2, 3), "가중합 <z>", __import__("generator.figures.theme", fromlist=["BODY"]).BODY
    )
    drawn = chart.finish("fig")
    assert "가중합 &lt;z&gt;</text>" in drawn and 'x="52" y="53"' in drawn
    assert "var(--nn-positive" in drawn and "style" not in drawn and "matplotlib" not in drawn


def test_markers_are_used_by_ids_of_the_figures_own():
    chart, axes = bare_chart()
    axes.plot([0, 1], [0, 1], color=sentinel("ink"), marker="o")
    drawn = chart.finish("fig")
    assert drawn.count('<use href="#fig_p0"') == 2 and '<path id="fig_p0"' in drawn


def test_settings_of_the_process_stay_as_they_are():
    before = dict(matplotlib.rcParams)
    bare_chart()[0].finish("fig")
    assert dict(matplotlib.rcParams) == before


def test_a_close_look_draws_the_values_in_its_window_and_says_so():
    svg = parse(draw(FIGURES["close-curves"]).svg)
    for name in ("sigmoid", "tanh", "relu"):
        line = points(by_id(svg, f"fig_{name}_curve-{name}").get("d"))
        z, share = -2 + (line[:, 0] - 36) / (322 - 36) * 4, (222 - line[:, 1]) / (222 - 56)
        expected = np.array([FUNCTIONS[name](value) for value in z])
        assert np.abs(0.2 + 0.6 * share - expected).max() < 0.02
        assert (share.min(), share.max()) == pytest.approx((0, 1), abs=0.002)
    label = draw(FIGURES["close-curves"]).alt
    assert "Graph of the sigmoid for inputs z from −1.39 to 1.39" in label


def test_a_window_that_the_curve_never_enters_is_refused():
    with pytest.raises(FigureError, match=r"^no value of sigmoid between z -6 and 6 is drawn$"):
        draw({"kind": "activation_curves", "low": 2.0, "high": 3.0})
