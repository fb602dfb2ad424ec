"""Digits beside each other: black plates, white through one mask for all of them."""

from __future__ import annotations

import numpy as np

from generator.figures.grids import Values, plate
from generator.figures.png import MAX_GREY, data_uri, encode_grey4
from generator.figures.svg import Markup, element, group, join, number
from generator.figures.theme import paint

SIDE = 28
GAP = 5
"""Pixels of a digit between two digits."""


def strip_pixel(step: float) -> float:
    """How large a digit's pixel is where a digit stands every ``step`` pixels of the drawing."""
    return step / (SIDE + GAP)


def digit_strip(digits: Values, step: float, name: str) -> Markup:
    """Digits (count, 28, 28), one every ``step`` pixels. ``name`` starts the mask's id."""
    pixel = strip_pixel(step)
    grey = np.zeros((SIDE, (SIDE + GAP) * len(digits)), dtype=np.uint8)
    for place, digit in enumerate(digits):
        at = place * (SIDE + GAP)
        grey[:, at : at + SIDE] = np.rint(digit * MAX_GREY)
    box = {"width": grey.shape[1], "height": SIDE}
    image = element("image", href=data_uri(encode_grey4(grey)), style="image-rendering:pixelated", **box)
    mask = element("mask", image, id=f"{name}_lit", maskUnits="userSpaceOnUse", x=0, y=0, **box)
    lit = element("rect", fill=paint("lit"), mask=f"url(#{name}_lit)", **box)
    grounds = (
        group(plate(pixel * SIDE), transform=f"translate({number(place * step)} 0)")
        for place in range(len(digits))
    )
    return join(*grounds, group(mask, lit, transform=f"scale({pixel:.5g})"))
