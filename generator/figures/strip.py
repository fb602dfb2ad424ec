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
IN_ONE = 5
"""Digits in one image: as many as stand in a row on a phone, so that twins have the same images and the page
compresses well."""


def strip_pixel(step: float) -> float:
    """How large a digit's pixel is where a digit stands every ``step`` pixels of the drawing."""
    return step / (SIDE + GAP)


def digit_strip(digits: Values, step: float, name: str) -> Markup:
    """Digits (count, 28, 28), one every ``step`` pixels. ``name`` starts the mask's id."""
    pixel, images = strip_pixel(step), [_image(digits, start) for start in range(0, len(digits), IN_ONE)]
    box = {"width": (SIDE + GAP) * len(digits), "height": SIDE}
    mask = element("mask", *images, id=f"{name}_lit", maskUnits="userSpaceOnUse", x=0, y=0, **box)
    lit = element("rect", fill=paint("lit"), mask=f"url(#{name}_lit)", **box)
    grounds = (
        group(plate(pixel * SIDE), transform=f"translate({number(place * step)} 0)")
        for place in range(len(digits))
    )
    return join(*grounds, group(mask, lit, transform=f"scale({pixel:.5g})"))


def _image(digits: Values, start: int) -> Markup:
    """Some of the digits from ``start`` on, a pixel each of theirs."""
    some = digits[start : start + IN_ONE]
    grey = np.zeros((SIDE, (SIDE + GAP) * len(some)), dtype=np.uint8)
    for place, digit in enumerate(some):
        at = place * (SIDE + GAP)
        grey[:, at : at + SIDE] = np.rint(digit * MAX_GREY)
    return element(
        "image",
        href=data_uri(encode_grey4(grey)),
        x=start * (SIDE + GAP) or None,
        width=grey.shape[1],
        height=SIDE,
        style="image-rendering:pixelated",
    )
