"""``edge_detector``: weights set by hand, once in a region alone and once with a negative surround.

The digits are chosen by rule: the first sample of each of the ten. Both sets of weights share one scale of
sums, so that what the surround changes can be seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.figures.grids import Values, ground, hatch, placed, vector_field
from generator.figures.numerals import fixed, signed
from generator.figures.picture import Drawing, Request
from generator.figures.strip import GAP, SIDE, digit_strip, strip_pixel
from generator.figures.svg import Markup, Sheet, element, group, join, line, number, text, twins
from generator.figures.theme import BODY, HEAD, NOTE, STRONG, TALL, WIDE, paint
from generator.figures.words import figure_language
from generator.figures.words.edge_detector import WORDS, EdgeFacts, say_edges, written_bias
from generator.network.activations import ACTIVATIONS
from generator.spec.figures import EdgeDetector

MARGIN = 11
HALF_BAR = 46
"""The longest bar in pixels, up or down."""
ACTIVE = 0.5
NAMES = ("plain", "surround")
TOP, BETWEEN = 34, 44
WIDE_STEP, TALL_STEP, PER_ROW = 55.0, 63.5, 5


@dataclass(frozen=True)
class Response:
    """One set of weights (28, 28) and what a neuron with them answers: ``sums`` and ``activations``
    (digits,)."""

    name: str
    weights: Values
    sums: Values
    activations: Values


def hand_set(figure: EdgeDetector) -> tuple[Values, Values]:
    """Weights (28, 28) of the region alone, and with −1 in as many rows above and below it."""
    plain = np.zeros((SIDE, SIDE))
    rows, columns = figure.height, slice(figure.left, figure.left + figure.width)
    plain[figure.top : figure.top + rows, columns] = 1
    surround = plain.copy()
    surround[max(figure.top - rows, 0) : figure.top, columns] = -1
    surround[figure.top + rows : figure.top + 2 * rows, columns] = -1
    return plain, surround


def first_samples(request: Request) -> tuple[list[int], Values]:
    """The label of each digit that there are samples of, and its first sample, (digits, 28, 28)."""
    first: dict[int, Values] = {}
    for digit in request.library.digits.values():
        first.setdefault(digit.label, np.asarray(digit.pixels, dtype=np.float64).reshape(SIDE, SIDE))
    labels = sorted(first)
    return labels, np.stack([first[label] for label in labels])


def respond(figure: EdgeDetector, digits: Values) -> tuple[Response, ...]:
    """What the neuron answers to each digit, for both sets of weights."""
    responses = []
    for name, weights in zip(NAMES, hand_set(figure), strict=True):
        sums = (digits * weights).sum(axis=(1, 2))
        responses.append(Response(name, weights, sums, ACTIVATIONS["sigmoid"](sums + figure.bias)))
    return tuple(responses)


def _weights(response: Response, at: tuple[float, float, float], sheet: Sheet) -> Markup:
    x, y, size = at
    name = f"{sheet.id}_{response.name}"
    cells = vector_field(response.weights.astype(np.int64), 1, name)
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


def _plates(strip: _Strip, digits: Values, figure: EdgeDetector, name: str) -> Markup:
    """Digits beside each other, with the region framed on each."""
    pixel = strip.pixel
    frame = {
        "y": figure.top * pixel, "width": min(figure.width, SIDE - figure.left) * pixel,
        "height": min(figure.height, SIDE - figure.top) * pixel,
    }  # fmt: skip
    frames = [
        element("rect", x=i * strip.step + figure.left * pixel, **frame) for i in range(len(strip.indices))
    ]
    return group(
        digit_strip(digits[list(strip.indices)], strip.step, name),
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


def _circle(middle: float, y: float, value: float) -> Markup:
    ring = {"stroke": paint("secondary"), "stroke_width": 1.2}
    return join(
        element(
            "circle", cx=middle, cy=y, r=10, fill=paint("activation"), fill_opacity=round(value, 2), **ring
        ),
        text(middle, y + 26, fixed(value), STRONG if value > ACTIVE else NOTE, "middle"),
    )


def _reach(response: Response, unit: float) -> tuple[float, float]:
    """How far the bars and their numbers reach above and below the zero line."""
    up, down = float(response.sums.max()), float(-response.sums.min())
    # The zero line stays below the weights that stand beside the digits.
    return max(up * unit + 18, 54), (down * unit + 18 if down > 0 else 4)


def _strip(
    strip: _Strip, response: Response, unit: float, scene: tuple[Values, EdgeDetector, Sheet]
) -> Markup:
    """Digits beside each other, under each its bar and its activation."""
    digits, figure, sheet = scene
    name = f"{sheet.id}_{response.name}_{strip.indices[0]}"
    up, down = _reach(response, unit)
    zero = strip.top + strip.size + up + 4
    end = strip.left + strip.step * len(strip.indices) - GAP * strip.pixel
    parts = [_plates(strip, digits, figure, name), line(strip.left, zero, end, zero, "secondary")]
    for place, index in enumerate(strip.indices):
        middle = strip.left + place * strip.step + strip.size / 2
        parts.append(_bar(middle, zero, float(response.sums[index]), unit, strip.size * 0.55))
        parts.append(_circle(middle, zero + down + 14, float(response.activations[index])))
    return group(*parts, id=name)


def _strip_height(response: Response, unit: float, step: float) -> float:
    """From the top of the digits to the last line of text."""
    return step * SIDE / (SIDE + GAP) + sum(_reach(response, unit)) + 44


def _unit(responses: tuple[Response, ...]) -> float:
    largest = max(float(np.abs(response.sums).max()) for response in responses)
    return HALF_BAR / (largest or 1)


def _wide(responses: tuple[Response, ...], scene: tuple[Values, EdgeDetector, Sheet]) -> Markup:
    _, figure, sheet = scene
    say, unit, parts, top = WORDS(sheet.language), _unit(responses), [], float(TOP)
    for response in responses:
        strip = _Strip(tuple(range(response.sums.size)), 134, top, WIDE_STEP)
        end = top + _strip_height(response, unit, WIDE_STEP)
        parts += [
            text(MARGIN, top - 14, say[response.name], HEAD),
            _weights(response, (MARGIN, top, 90), sheet),
            text(MARGIN, end - 40 - _reach(response, unit)[1], say["sum"], BODY),
            text(MARGIN, end - 25, say["activation"], BODY),
            text(MARGIN, end - 7, say["rule"].format(bias=written_bias(figure.bias)), NOTE),
            _strip(strip, response, unit, scene),
        ]
        top = end + BETWEEN
    return sheet.document(*parts)


def _tall(responses: tuple[Response, ...], scene: tuple[Values, EdgeDetector, Sheet]) -> Markup:
    _, figure, sheet = scene
    say, unit, parts, top = WORDS(sheet.language), _unit(responses), [], float(TOP)
    for response in responses:
        parts += [
            text(MARGIN, top - 14, say[response.name], HEAD),
            _weights(response, (MARGIN, top, 90), sheet),
            text(116, top + 36, f"{say['activation']} =", BODY),
            text(116, top + 56, say["rule"].format(bias=written_bias(figure.bias)), NOTE),
        ]
        top += 106
        indices = tuple(range(response.sums.size))
        for start in range(0, len(indices), PER_ROW):
            strip = _Strip(indices[start : start + PER_ROW], MARGIN, top, TALL_STEP)
            parts.append(_strip(strip, response, unit, scene))
            top += _strip_height(response, unit, TALL_STEP) + 12
        top += BETWEEN - 12
    return sheet.document(*parts)


def _heights(responses: tuple[Response, ...]) -> tuple[float, float]:
    """How high the wide and the tall sheet are."""
    unit, rows = _unit(responses), -(-responses[0].sums.size // PER_ROW)
    wide = sum(_strip_height(response, unit, WIDE_STEP) for response in responses)
    tall = sum(106 + rows * (_strip_height(response, unit, TALL_STEP) + 12) - 12 for response in responses)
    return TOP + wide + BETWEEN + 4, TOP + tall + BETWEEN + 4


def _table(labels: list[int], responses: tuple[Response, ...], language: str) -> tuple[tuple[str, ...], ...]:
    say = WORDS(language)
    names = [say[response.name] for response in responses]
    header = (
        say["digit"],
        *(say[kind].format(name=name) for name in names for kind in ("sum_of", "activation_of")),
    )
    rows = (
        (
            str(label),
            *(
                cell
                for response in responses
                for cell in (signed(float(response.sums[i])), fixed(float(response.activations[i]), 4))
            ),
        )
        for i, label in enumerate(labels)
    )
    return (header, *rows)


def draw(request: Request) -> Drawing:
    """Draw what a hand-set neuron answers to ten digits."""
    figure, language = request.figure, figure_language(request.language)
    assert isinstance(figure, EdgeDetector)
    labels, digits = first_samples(request)
    responses = respond(figure, digits)
    found = [
        [label for label, a in zip(labels, response.activations, strict=True) if a > ACTIVE]
        for response in responses
    ]
    region = (figure.top, figure.left, figure.height, figure.width)
    say = say_edges(language, EdgeFacts(region, figure.bias, *found))
    about = (say.label, say.description, language)
    high = _heights(responses)
    wide = Sheet(f"{figure.id}_w", WIDE, high[0], *about, "wide")
    tall = Sheet(f"{figure.id}_t", TALL, high[1], *about, "tall")
    svg = twins(
        _wide(responses, (digits, figure, wide)),
        _tall(responses, (digits, figure, tall)),
    )
    return Drawing(svg, say, _table(labels, responses, language))
