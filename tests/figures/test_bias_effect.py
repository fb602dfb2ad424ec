"""``bias_effect``: the curves are the function, moved by each bias, and thresholds stand where they are."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import numpy as np
import pytest

from generator.figures.bias_effect import spread
from tests.figures.cases.bias_effect import FIGURES as CASES
from tests.figures.drawing import LANGUAGES, by_id, draw, plain, sheets, texts

EVERY = pytest.mark.parametrize("name", CASES)
ACTIVATION = {"sigmoid": lambda z: 1 / (1 + math.exp(-z)), "relu": lambda z: max(0.0, z)}


def asked(name: str) -> tuple[str, list[float]]:
    given = CASES[name]
    return given.get("function", "sigmoid"), given.get("biases", [-4, 0, 4])


def scales(svg, name: str):
    """From pixels to weighted sums and to activations; known from the axis: both its ends and its height."""
    function, biases = asked(name)
    left, right = 34, float(svg.get("viewBox").split()[2]) - 12
    top, bottom = 90, float(svg.get("viewBox").split()[3]) - 54
    start, stop = -max(biases) - 6, 6 - min(biases)
    highest = {"sigmoid": 1, "relu": 6}[function]
    return (
        lambda x: start + (x - left) / (right - left) * (stop - start),
        lambda y: (bottom - y) / (bottom - top) * highest,
    )


@EVERY
def test_every_point_of_a_curve_is_the_function_of_sum_and_bias(name):
    function, biases = asked(name)
    for svg in sheets(draw(CASES[name])):
        total, activation = scales(svg, name)
        curves = list(by_id(svg, f"{'fig_w' if 'wide' in svg.get('class') else 'fig_t'}_curves"))
        assert len(curves) == len(biases)
        for bias, curve in zip(sorted(biases, reverse=True), curves, strict=True):
            points = [tuple(map(float, p.split())) for p in curve.get("d")[1:].split("L")]
            for x, y in points:
                assert activation(y) == pytest.approx(ACTIVATION[function](total(x) + bias), abs=0.05)


@EVERY
def test_a_dot_is_where_the_curve_passes_its_threshold(name):
    function, biases = asked(name)
    wide = sheets(draw(CASES[name]))[0]
    total, activation = scales(wide, name)
    for bias, dot in zip(sorted(biases, reverse=True), by_id(wide, "fig_w_thresholds"), strict=True):
        assert total(float(dot.get("cx"))) == pytest.approx(-bias, abs=0.02)
        assert activation(float(dot.get("cy"))) == pytest.approx(0.5 if function == "sigmoid" else 0)


@EVERY
@pytest.mark.parametrize("language", LANGUAGES)
def test_caption_drawing_and_table_name_every_bias_with_its_threshold(name, language):
    function, biases = asked(name)
    picture = draw(CASES[name], language)
    signed = [f"{bias:+g}".replace("-", "−") if bias else "0" for bias in biases]
    thresholds = [f"{-bias:g}".replace("-", "−") if bias else "0" for bias in biases]
    numbers = re.findall(r"[+−]?\d+(?:\.\d+)?", plain(picture.caption).partition(":")[2])
    pairs = zip(thresholds, signed, strict=True) if language == "en" else zip(signed, thresholds, strict=True)
    assert numbers == [number for pair in pairs for number in pair]
    for svg in sheets(picture):
        shown = {words.removeprefix("b = ") for words in texts(svg)}
        assert {*signed, *thresholds} <= shown
    for row, bias, sign, at in zip(picture.table[1:], biases, signed, thresholds, strict=True):
        assert row == (sign, at, *(f"{ACTIVATION[function](z + bias):.4f}" for z in (-5, 0, 5)))


@EVERY
def test_curves_differ_in_their_dashes(name):
    curves = by_id(sheets(draw(CASES[name]))[0], "fig_w_curves")
    dashes = [curve.get("stroke-dasharray") for curve in curves]
    assert len(set(dashes)) == len(asked(name)[1])


def test_labels_keep_their_order_their_distance_and_to_the_span():
    rng = np.random.default_rng(3)
    for _ in range(200):
        widths = rng.uniform(20, 60, size=5)
        wanted = np.sort(rng.uniform(-20, 330, size=5))
        places = spread(wanted, widths, (0, 310))
        edges = [(m - w / 2, m + w / 2) for m, w in zip(places, widths, strict=True)]
        assert all(a[1] <= b[0] + 1e-9 for a, b in pairwise(edges))
        assert edges[-1][1] <= 310 + 1e-9 and (edges[0][0] >= -1e-9 or widths.sum() > 310)
    assert spread([50, 200], [20, 20], (0, 310)) == [50, 200]
