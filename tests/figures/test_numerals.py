"""Numbers as a reader sees them, and as an SVG does."""

from __future__ import annotations

import pytest

from generator.figures.numerals import count, fixed, percent, short_pixel, shortest, signed
from generator.figures.svg import Markup, element, number, text
from generator.figures.theme import BODY


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (fixed(0.9372), "0.94"),
        (fixed(-0.3), "−0.30"),
        (fixed(-0.001), "0.00"),
        (signed(0.3), "+0.30"),
        (signed(-0.3), "−0.30"),
        (signed(0.001), "0.00"),
        (signed(-0.04, 1), "0.0"),
        (count(13002), "13,002"),
        (percent(12560 / 13002), "96.6%"),
        (shortest(-2.0), "−2"),
        (shortest(0.01), "0.01"),
        (short_pixel(0.0), "0"),
        (short_pixel(1.0), "1"),
        (short_pixel(0.438), ".44"),
        (short_pixel(0.998), ".99"),
        (short_pixel(0.002), ".01"),
    ],
)
def test_numbers_for_readers(shown, expected):
    assert shown == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(3.0, "3"), (0.5, ".5"), (-0.25, "-.25"), (-0.004, "0"), (10, "10"), (100.0, "100"), (-10.5, "-10.5")],
)
def test_numbers_for_svg(value, expected):
    assert number(value) == expected


def test_text_is_escaped_and_markup_is_not():
    drawn = text(1, 2, "<b> & 3", BODY)
    assert "&lt;b&gt; &amp; 3</text>" in drawn
    assert element("g", Markup("<path/>"), '"', aria_label='"<') == '<g aria-label="&quot;&lt;"><path/>"</g>'
