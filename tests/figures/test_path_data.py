"""Paths in few characters: what is seen stays."""

from __future__ import annotations

import numpy as np
import pytest

from generator.figures.path_data import shorten_path, simplify, tenths
from tests.figures.drawing import points


@pytest.mark.parametrize(
    ("value", "written"), [(0.04, "0"), (-0.04, "0"), (0.5, ".5"), (-0.52, "-.5"), (12.0, "12")]
)
def test_numbers_have_at_most_one_decimal(value, written):
    assert tenths(value) == written


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("M 36 222 \nL 92.01 222 \nL 92.01 56 \nL 36 56 \nz\n", "M36 222h56v-166h-56z"),
        ("M 1 1 L 2 2 L 3.5 1 L 4 3", "M1 1l1 1 1.5-1 .5 2"),
        ("M 1 1 L 2 1 L 4 1 L 3 1", "M1 1h1 2-1"),
        ("M 179 139 L 179 139", "M179 139h0"),
        ("M 1 1 L 2 2 z M 5 5 L 6 6", "M1 1l1 1zM5 5l1 1"),
        ("M 0 3 \nC 0.795609 3 1.55874 -2.683901 2.12132 2 \nz", "M0 3C.8 3 1.6-2.7 2.1 2z"),
    ],
)
def test_paths_are_written_as_steps(path, short):
    assert shorten_path(path) == short


def test_rounding_does_not_add_up():
    ends = [(index * 0.14, index * 0.26) for index in range(90)]
    path = "M " + " L ".join(f"{x} {y}" for x, y in ends)
    assert np.abs(points(shorten_path(path))[-1] - ends[-1]).max() <= 0.05 + 1e-9


def test_points_that_nobody_would_miss_are_left_out_and_no_others():
    x = np.linspace(0, 300, 400)
    curve = list(zip(x.tolist(), (50 * np.sin(x / 40)).tolist(), strict=True))
    kept = np.array(simplify(curve))
    assert 20 < len(kept) < 100
    assert np.abs(np.interp(x, kept[:, 0], kept[:, 1]) - 50 * np.sin(x / 40)).max() < 0.2


def test_every_point_of_data_stays():
    line = [(float(index), 2.0 * index) for index in range(100)]
    assert simplify(line) == line and len(simplify([*line, (100.0, 200.0)])) == 2
