"""``digit``: the cells are the pixels, the numbers their values."""

from __future__ import annotations

import numpy as np
import pytest

from generator.errors import FigureError
from generator.figures.digit import CUT, liveliest_corner, number_role
from generator.figures.theme import COLOURS, contrast, mix_grey
from tests.figures.drawing import FIGURES, draw, levels_of, library, sheets, texts

GREYS = 16


@pytest.mark.parametrize("name", ["0-1", "3-1", "7-2", "misread-1"])
def test_every_cell_of_the_plate_has_the_level_of_its_pixel(name):
    pixels = library().digits[name].pixels.reshape(28, 28)
    for svg in sheets(draw({"kind": "digit", "digit": name})):
        strokes = next(g for g in svg.iter("g") if g.get("shape-rendering") and g.get("stroke"))
        assert np.abs(levels_of(strokes, GREYS, (28, 28)) / GREYS - pixels).max() <= 0.5 / GREYS + 1e-6


@pytest.mark.parametrize("name", ["3-1", "8-2"])
def test_the_numbers_of_the_cut_out_are_the_pixels_values(name):
    picture, pixels = draw({"kind": "digit", "digit": name}), library().digits[name].pixels
    row, column = liveliest_corner(pixels)
    window = pixels.reshape(28, 28)[row : row + CUT, column : column + CUT]
    table = np.array([[float(cell) for cell in line[1:]] for line in picture.table[1:]])
    assert np.abs(table - window).max() <= 0.005 + 1e-6
    for svg in sheets(picture):
        drawn = sorted(t for t in texts(svg) if t.strip(".0123456789") == "")
        assert drawn == sorted(_as_written(value) for value in window.ravel())


def _as_written(value: float) -> str:
    if value in (0, 1):
        return str(int(value))
    return f"{min(max(value, 0.01), 0.99):.2f}"[1:]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_caption_counts_the_lit_pixels(language):
    digit = library().digits["3-1"]
    assert f"{int((digit.pixels > 0).sum())}" in draw(FIGURES["digit"], language).caption


def test_the_korean_caption_has_the_right_particle():
    captions = {name: draw({"kind": "digit", "digit": name}, "ko").caption for name in ("2-1", "3-1", "7-1")}
    assert captions["2-1"].startswith("손으로 쓴 2는 ")
    assert captions["3-1"].startswith("손으로 쓴 3은 ")
    assert captions["7-1"].startswith("손으로 쓴 7은 ")


def test_numbers_contrast_with_their_pixel():
    rgb = {
        role: tuple(int(COLOURS[role][i : i + 2], 16) for i in (1, 3, 5))
        for role in ("lit", "dark-on-lit", "plate-muted")
    }
    for hundredths in range(101):
        value = hundredths / 100
        assert contrast(rgb[number_role(value)], mix_grey(value)) >= 4.5


def test_the_cut_out_is_the_first_of_equally_lively_places():
    assert liveliest_corner(np.zeros(784)) == (0, 0)
    pixels = np.zeros((28, 28))
    pixels[20, 20] = 0.5
    assert liveliest_corner(pixels.ravel()) == (12, 12)


def test_an_unknown_digit_is_refused():
    with pytest.raises(FigureError, match=r"^there is no sample digit '3-9'$"):
        draw({"kind": "digit", "digit": "3-9"})
