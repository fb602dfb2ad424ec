"""Shapes that stand once in a plot: what a ``<use>`` shows is where matplotlib would have drawn it."""

from __future__ import annotations

import re

import numpy as np
import pytest

from generator.figures.shared_shapes import LONG, MOST, NEAR, SharedShapes
from tests.figures.drawing import parse

FILLED = {"fill": "var(--nn-lit)"}
LINE = {"fill": "none", "stroke": "var(--nn-grid)", "stroke_width": "2"}
TURN = np.linspace(0, 2 * np.pi, 60)
ROUND = np.stack([200 + 90 * np.cos(TURN) + 5 * np.sin(9 * TURN), 150 + 60 * np.sin(TURN)], axis=1)


def written(points) -> str:
    """A closed path as matplotlib writes it."""
    return "M " + " L ".join(f"{x:.6f} {y:.6f}" for x, y in points) + " z"


def second(points, style=FILLED, first_style=FILLED):
    """The group that is drawn for a shape when ROUND has been drawn before."""
    shapes = SharedShapes("fig")
    (path,) = parse(shapes.path(written(ROUND), first_style))
    assert (path.tag, path.get("id"), len(path.get("d")) >= LONG) == ("path", "fig_shape1", True)
    return parse(shapes.path(written(points), style))


@pytest.mark.parametrize("scale", [(0.5, 0.5), (0.37, 0.81), (1.2, 1)])
def test_a_resized_shape_is_the_first_one_at_its_place(scale):
    points = ROUND * scale + (-12.347, 31.013)
    (use,) = second(points)
    assert (use.tag, use.get("href")) == ("use", "#fig_shape1")
    right, _, _, down, x, y = map(float, re.findall(r"-?[\d.]+", use.get("transform")))
    assert np.abs(ROUND * (right, down) + (x, y) - points).max() <= NEAR


BENT = ROUND + np.where(np.arange(60)[:, None] == 7, 1.5, 0)


@pytest.mark.parametrize(
    ("points", "style"),
    [(BENT, FILLED), (ROUND[:-1], FILLED), (ROUND * (MOST + 0.1), FILLED), (ROUND, LINE), (-ROUND, FILLED)],
    ids=["one point elsewhere", "one point less", "much larger", "a line", "mirrored"],
)
def test_another_shape_is_drawn_itself(points, style):
    drawn = second(points, style)
    assert [(node.tag, node.get("id")) for node in drawn] == [("path", "fig_shape2")]


def test_a_line_keeps_its_width_and_is_not_stretched():
    smaller = second(ROUND * 0.5, LINE, LINE)
    assert (smaller[0].tag, smaller.get("stroke-width")) == ("use", "4")
    assert second(ROUND * (0.5, 0.6), LINE, LINE)[0].tag == "path"


def test_each_has_its_own_style():
    drawn = second(ROUND * 0.5, {"fill": "var(--nn-bias)", "fill_opacity": ".5"})
    assert (drawn.get("fill"), drawn.get("fill-opacity")) == ("var(--nn-bias)", ".5")


def test_short_paths_are_drawn_again():
    shapes = SharedShapes("fig")
    assert {shapes.path("M 0 0 L 10 0", LINE) for _ in range(2)} == {
        '<path d="M0 0h10" fill="none" stroke="var(--nn-grid)" stroke-width="2"/>'
    }
