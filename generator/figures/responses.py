"""A neuron's answers to digits: its weights, and under each digit the weighted sum and the activation.

Several sets of weights stand below each other and share one scale of sums.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.figures.grids import SignedScale, Values, ground, hatch, placed, vector_field
from generator.figures.numerals import fixed, signed
from generator.figures.strip import GAP, SIDE, digit_strip, strip_pixel
from generator.figures.svg import Markup, Sheet, element, group, join, line, number, text, twins
from generator.figures.theme import BODY, HEAD, NOTE, STRONG, TALL, WIDE, paint
from generator.figures.words import Say, words

MARGIN = 11
HALF_BAR = 46
"""The longest bar in pixels, up or down."""
SMALLEST = 1e-12
"""Sums below this have no bars: nobody could read them, and dividing by them may overflow."""
TOP, BETWEEN = 34, 44
WIDE_STEP, TALL_STEP, PER_ROW = 55.0, 63.5, 5


@dataclass(frozen=True)
class Response:
    """One set of weights (28, 28) and what a neuron with them answers: ``sums`` and ``activations``
    (digits,), ``active`` where the sum with the bias is above 0. ``title`` stands above, ``name`` is in
    ids."""

    name: str
    title: str
    weights: Values
    scale: SignedScale
    sums: Values
    activations: Values
    active: Values


@dataclass(frozen=True)
class Scene:
    """What all responses have in common: digits (count, 28, 28), the region (top, left, height, width) that
    is framed on each, what the sum is called, and how the activation comes of it."""

    digits: Values
    region: tuple[int, int, int, int] | None
    sum_name: str
    rule: str


def _weights(response: Response, at: tuple[float, float, float], sheet: Sheet) -> Markup:
    x, y, size = at
    name = f"{sheet.id}_{response.name}"
    cells = vector_field(response.scale.levels(response.weights), response.scale.steps, name)
    return join(ground(x, y, size, size), hatch(name, size / SIDE), placed(x, y, size / SIDE, cells))


@dataclass(frozen=True)
class _Strip:
    """Where some of the digits are: their indices, the left edge, the top and the distance between them."""

    indices: tuple[int, ...]
    left: float
    top: float
    step: float

    @property
    def pixel(self) -> float:
        return strip_pixel(self.step)

    @property
    def size(self) -> float:
        return self.pixel * SIDE


def _frames(strip: _Strip, region: tuple[int, int, int, int]) -> list[Markup]:
    """The region on each digit."""
    (top, left, height, width), pixel = region, strip.pixel
    frame = {
        "y": top * pixel, "width": min(width, SIDE - left) * pixel, "height": min(height, SIDE - top) * pixel
    }  # fmt: skip
    return [element("rect", x=i * strip.step + left * pixel, **frame) for i in range(len(strip.indices))]


def _plates(strip: _Strip, scene: Scene, name: str) -> Markup:
    """Digits beside each other, with the region framed on each."""
    frames = _frames(strip, scene.region) if scene.region else []
    return group(
        digit_strip(scene.digits[list(strip.indices)], strip.step, name),
        group(*frames, fill="none", stroke=paint("activation"), stroke_width=1.5),
        transform=f"translate({number(strip.left)} {number(strip.top)})",
    )


def _bar(middle: float, zero: float, value: float, unit: float, width: float) -> Markup:
    """A bar up or down from the zero line with its number at the end."""
    length = abs(value) * unit
    up, role = value >= 0, "positive" if value >= 0 else "negative"
    bar = element(
        "rect",
        x=middle - width / 2,
        y=zero - length if up else zero,
        width=width,
        height=max(length, 0.5),
        fill=paint(role),
        stroke=None if up else paint("secondary"),
        stroke_dasharray=None if up else "3 2",
    )
    y = zero - length - 5 if up else zero + length + 14
    return join(bar, text(middle, y, signed(value, 1), NOTE.coloured(f"{role}-text"), "middle"))


def _circle(middle: float, y: float, response: Response, index: int) -> Markup:
    """As full as the activation is high; the largest of those above 1 fills its circle."""
    value, ring = float(response.activations[index]), {"stroke": paint("secondary"), "stroke_width": 1.2}
    share = round(value / max(1.0, float(response.activations.max())), 2)
    return join(
        element("circle", cx=middle, cy=y, r=10, fill=paint("activation"), fill_opacity=share, **ring),
        text(middle, y + 26, fixed(value), STRONG if response.active[index] else NOTE, "middle"),
    )


def _reach(response: Response, unit: float) -> tuple[float, float]:
    """How far the bars and their numbers reach above and below the zero line."""
    up, down = float(response.sums.max()), float(-response.sums.min())
    # The zero line stays below the weights that stand beside the digits.
    return max(up * unit + 18, 54), (down * unit + 18 if down > 0 else 4)


def _strip(strip: _Strip, response: Response, unit: float, place: tuple[Scene, Sheet]) -> Markup:
    """Digits beside each other, under each its bar and its activation."""
    scene, sheet = place
    name = f"{sheet.id}_{response.name}_{strip.indices[0]}"
    up, down = _reach(response, unit)
    zero = strip.top + strip.size + up + 4
    end = strip.left + strip.step * len(strip.indices) - GAP * strip.pixel
    parts = [_plates(strip, scene, name), line(strip.left, zero, end, zero, "secondary")]
    for position, index in enumerate(strip.indices):
        middle = strip.left + position * strip.step + strip.size / 2
        parts.append(_bar(middle, zero, float(response.sums[index]), unit, strip.size * 0.55))
        parts.append(_circle(middle, zero + down + 14, response, index))
    return group(*parts, id=name)


def _strip_height(response: Response, unit: float, step: float) -> float:
    """From the top of the digits to the last line of text."""
    return step * SIDE / (SIDE + GAP) + sum(_reach(response, unit)) + 44


def _unit(responses: tuple[Response, ...]) -> float:
    largest = max(float(np.abs(response.sums).max()) for response in responses)
    return HALF_BAR / (largest if largest > SMALLEST else 1)


def _wide(responses: tuple[Response, ...], scene: Scene, sheet: Sheet) -> Markup:
    unit, parts, top = _unit(responses), list[Markup](), float(TOP)
    for response in responses:
        strip = _Strip(tuple(range(response.sums.size)), 134, top, WIDE_STEP)
        end = top + _strip_height(response, unit, WIDE_STEP)
        parts += [
            text(MARGIN, top - 14, response.title, HEAD),
            _weights(response, (MARGIN, top, 90), sheet),
            text(MARGIN, end - 40 - _reach(response, unit)[1], scene.sum_name, BODY),
            text(MARGIN, end - 25, words(sheet.language)["activation"], BODY),
            text(MARGIN, end - 7, scene.rule, NOTE),
            _strip(strip, response, unit, (scene, sheet)),
        ]
        top = end + BETWEEN
    return sheet.document(*parts)


def _tall(responses: tuple[Response, ...], scene: Scene, sheet: Sheet) -> Markup:
    unit, parts, top = _unit(responses), list[Markup](), float(TOP)
    for response in responses:
        parts += [
            text(MARGIN, top - 14, response.title, HEAD),
            _weights(response, (MARGIN, top, 90), sheet),
            text(116, top + 36, f"{words(sheet.language)['activation']} =", BODY),
            text(116, top + 56, scene.rule, NOTE),
        ]
        top += 106
        indices = tuple(range(response.sums.size))
        for start in range(0, len(indices), PER_ROW):
            strip = _Strip(indices[start : start + PER_ROW], MARGIN, top, TALL_STEP)
            parts.append(_strip(strip, response, unit, (scene, sheet)))
            top += _strip_height(response, unit, TALL_STEP) + 12
        top += BETWEEN - 12
    return sheet.document(*parts)


def _heights(responses: tuple[Response, ...]) -> tuple[float, float]:
    """How high the wide and the tall sheet are."""
    unit, rows = _unit(responses), -(-responses[0].sums.size // PER_ROW)
    wide = sum(_strip_height(response, unit, WIDE_STEP) for response in responses)
    tall = sum(106 + rows * (_strip_height(response, unit, TALL_STEP) + 12) - 12 for response in responses)
    return TOP + wide + BETWEEN + 4, TOP + tall + BETWEEN + 4


def draw_responses(
    responses: tuple[Response, ...], scene: Scene, figure_id: str, about: tuple[Say, str]
) -> str:
    """Both variants. ``about`` is what the figure says, and in which language."""
    say, language = about
    high, spoken = _heights(responses), (say.label, say.description, language)
    wide = Sheet(f"{figure_id}_w", WIDE, high[0], *spoken, "wide")
    tall = Sheet(f"{figure_id}_t", TALL, high[1], *spoken, "tall")
    return twins(_wide(responses, scene, wide), _tall(responses, scene, tall))
