"""``edge_detector``: bars and circles are what such a neuron really answers."""

from __future__ import annotations

import re

import numpy as np
import pytest

from generator.figures.numerals import fixed, signed
from tests.figures.drawing import FIGURES, by_id, decode_png, draw, library, parse, sheets, texts

NAMES = ("edges", "edges-elsewhere")
EVERY = pytest.mark.parametrize("name", NAMES)


def region(name: str) -> tuple[int, int, int, int, float]:
    given = FIGURES[name]
    fields = (("top", 6), ("left", 8), ("height", 3), ("width", 12), ("bias", -8.0))
    return tuple(given.get(key, default) for key, default in fields)


def answers(name: str) -> list[tuple[float, float, float, float]]:
    """Per digit: sum and activation with the region alone, then with the surround; by loops."""
    top, left, height, width, bias = region(name)
    rows = []
    for label in range(10):
        image = library().digits[f"{label}-1"].pixels.reshape(28, 28).astype(float)
        columns = range(left, min(left + width, 28))
        inside = sum(image[y, x] for y in range(top, min(top + height, 28)) for x in columns)
        around = [*range(max(top - height, 0), top), *range(top + height, min(top + 2 * height, 28))]
        outside = sum(image[y, x] for y in around for x in columns)
        sums = (inside, inside - outside)
        rows.append(tuple(v for z in sums for v in (z, 1 / (1 + np.exp(-(z + bias))))))
    return rows


@EVERY
def test_the_table_has_every_sum_and_activation(name):
    rows = draw(FIGURES[name]).table[1:]
    expected = [
        (str(i), signed(a), fixed(b, 4), signed(c), fixed(d, 4))
        for i, (a, b, c, d) in enumerate(answers(name))
    ]
    assert list(rows) == expected


@EVERY
def test_both_twins_write_every_sum_and_activation(name):
    for svg in sheets(draw(FIGURES[name])):
        shown = texts(svg)
        for row in answers(name):
            assert {signed(row[0], 1), signed(row[2], 1), fixed(row[1]), fixed(row[3])} <= set(shown)


@EVERY
def test_bars_share_one_scale(name):
    root = parse(draw(FIGURES[name]).svg)
    heights, sums = [], []
    for part, column in (("plain", 0), ("surround", 2)):
        bars = [rect for rect in by_id(root, f"fig_w_{part}_0") if rect.tag == "rect"]
        heights += [float(bar.get("height")) for bar in bars]
        sums += [abs(row[column]) for row in answers(name)]
    unit = max(heights) / max(sums)
    assert len(heights) == 20
    assert all(
        abs(height - max(total * unit, 0.5)) < 0.02 for height, total in zip(heights, sums, strict=True)
    )


@EVERY
def test_the_caption_names_the_digits_that_make_it_active(name):
    rows = answers(name)
    found = [[str(i) for i, row in enumerate(rows) if row[column] > 0.5] for column in (1, 3)]
    parts = draw(FIGURES[name]).caption.partition("With a negative surround")
    for part, labels in ((parts[0].partition("0.5)")[2], found[0]), (parts[2], found[1])):
        assert re.findall(r"\d", part) == labels
    assert ("bright" in parts[2]) == (region(name)[4] < 0)


def test_the_plates_show_the_first_sample_of_each_digit():
    (svg, _) = sheets(draw(FIGURES["edges"]))
    mask = next(iter(svg.iter("mask")))
    image = np.zeros((28, int(mask.get("width"))))
    for piece in mask.iter("image"):
        left = int(piece.get("x", 0))
        image[:, left : left + int(piece.get("width"))] += decode_png(piece.get("href"))
    for label in range(10):
        drawn = image[:, label * 33 : label * 33 + 28]
        pixels = library().digits[f"{label}-1"].pixels.reshape(28, 28)
        assert np.abs(drawn / 15 - pixels).max() <= 0.5 / 15 + 1e-6
