"""``weighted_sum``: how one neuron of the first hidden layer gets its activation, step by step.

The image times the weights, pixel by pixel; the products added up, positive and negative apart; the bias; the
activation function. Weights and products share one scale, because a pixel is at most 1.
"""

from __future__ import annotations

import numpy as np

from generator.errors import FigureError
from generator.figures.digit import find_digit
from generator.figures.grids import (
    SignedScale,
    Values,
    digit_cells,
    ground,
    hatch,
    placed,
    plate,
    signed_legend,
    vector_field,
)
from generator.figures.numerals import fixed, signed
from generator.figures.picture import Drawing, Request
from generator.figures.steps import Bar, CurvePlace, neuron, small_curve, step_heading, waterfall
from generator.figures.svg import Markup, Sheet, group, join, number, text, twins
from generator.figures.theme import TALL, WIDE, Type
from generator.figures.words import figure_language
from generator.figures.words.weighted_sum import WORDS, SumFacts, say_weighted_sum
from generator.network.activations import ACTIVATIONS
from generator.spec.figures import WeightedSum

STEPS = 12
MARGIN = 11
ROW = 28
SIGN = Type(24)


def add_up(request: Request) -> tuple[SumFacts, Values, Values]:
    """The facts, the weights and the products of the figure's neuron, both (784,). Raises FigureError."""
    figure, network = request.figure, request.network
    assert isinstance(figure, WeightedSum)
    digit = find_digit(request.library, figure.digit)
    pixels = np.asarray(digit.pixels, dtype=np.float64)
    if network.sizes[0] != pixels.size:
        raise FigureError(
            f"the digit has {pixels.size} pixels, but the network takes {network.sizes[0]} inputs"
        )
    if figure.neuron >= network.sizes[1]:
        raise FigureError(f"layer 1 has neurons 0 to {network.sizes[1] - 1}, not {figure.neuron}")
    weights = np.asarray(network.weights[0][figure.neuron], dtype=np.float64)
    products = weights * pixels
    bias, name = float(network.biases[0][figure.neuron]), network.activations[0]
    positive, negative = float(products[products > 0].sum()), float(products[products < 0].sum())
    z = positive + negative + bias
    a = float(ACTIVATIONS[name](np.array([z]))[0])
    return SumFacts(digit.label, figure.neuron, name, positive, negative, bias, z, a), weights, products


def _field(values: Values, scale: SignedScale, at: tuple[float, float, float], name: str) -> Markup:
    x, y, size = at
    cells = vector_field(scale.levels(values).reshape(28, 28), scale.steps, name)
    return join(ground(x, y, size, size), hatch(name, size / 28), placed(x, y, size / 28, cells))


def _heading(x: float, y: float, step: int, sheet: Sheet) -> Markup:
    say = WORDS(sheet.language)
    roomy = sheet.variant == "wide" or step == 1
    return step_heading((x, y), step, say[f"step_{step}"], say[f"more_{step}"] if step < 4 and roomy else "")


def _pictures(
    pixels: Values,
    parts: tuple[Values, Values],
    scale: SignedScale,
    sheet: Sheet,
    places: dict[int, tuple[float, float]],
) -> Markup:
    """Image, weights and products at their places (left, top by step), each under its heading."""
    size = 176 if sheet.variant == "wide" else 134
    drawn = [
        group(
            plate(size),
            digit_cells(pixels, size),
            transform="translate({} {})".format(*map(number, places[1])),
        )
    ]
    for step, values in zip((2, 3), parts, strict=True):
        drawn.append(_field(values, scale, (*places[step], size), f"{sheet.id}_step{step}"))
    headings = [_heading(x, y - 14, step, sheet) for step, (x, y) in places.items()]
    return join(*headings, *drawn)


def _bars(facts: SumFacts, language: str) -> list[Bar]:
    say = WORDS(language)
    rows = (("positive", facts.positive), ("negative", facts.negative), ("bias", facts.bias))
    bars = [Bar(say[f"sum_{role}"], value, role, signed(value)) for role, value in rows]
    return [*bars, Bar("= z", facts.z, "ink", signed(facts.z), total=True)]


def _outcome(facts: SumFacts, at: tuple[float, float, float], sheet: Sheet) -> Markup:
    """The activation function with the neuron's place on it, and the neuron."""
    x, y, width = at
    place = CurvePlace(facts.function, facts.z, facts.a)
    largest = 1.0 if facts.bounded else max(abs(facts.a), 1.0)
    shown = f"z = {fixed(facts.z)}"
    return join(
        small_curve(place, (x + 20, y, width - 96, 100), shown, sheet.id),
        neuron(
            (x + width - 34, y + 34), 22, min(abs(facts.a) / largest, 1), fixed(facts.a),
            WORDS(sheet.language)["activation"],
        ),
    )  # fmt: skip


def _wide(facts: SumFacts, drawn: tuple[Values, Values, Values], scale: SignedScale, sheet: Sheet) -> Markup:
    pixels, *parts = drawn
    places = {1: (11.0, 36.0), 2: (252.0, 36.0), 3: (493.0, 36.0)}
    legend = signed_legend(scale, 308, sheet.language, sheet.id)
    return sheet.document(
        _pictures(pixels, (parts[0], parts[1]), scale, sheet, places),
        text(219.5, 132, "×", SIGN, "middle"),
        text(460.5, 132, "=", SIGN, "middle"),
        group(legend, transform="translate(306 224)"),
        _heading(11, 306, 4, sheet),
        waterfall(_bars(facts, sheet.language), (11, 318, 350), ROW, sheet.id),
        _heading(400, 306, 5, sheet),
        _outcome(facts, (400, 322, 269), sheet),
    )


def _tall(facts: SumFacts, drawn: tuple[Values, Values, Values], scale: SignedScale, sheet: Sheet) -> Markup:
    pixels, *parts = drawn
    places = {1: (11.0, 36.0), 2: (185.0, 36.0), 3: (185.0, 214.0)}
    legend = signed_legend(scale, 308, sheet.language, sheet.id)
    return sheet.document(
        _pictures(pixels, (parts[0], parts[1]), scale, sheet, places),
        text(165, 110, "×", SIGN, "middle"),
        text(165, 288, "=", SIGN, "middle"),
        group(legend, transform="translate(11 360)"),
        _heading(11, 440, 4, sheet),
        waterfall(_bars(facts, sheet.language), (11, 452, 308), ROW, sheet.id),
        _heading(11, 602, 5, sheet),
        _outcome(facts, (11, 618, 308), sheet),
    )


def _table(facts: SumFacts, language: str) -> tuple[tuple[str, ...], ...]:
    say = WORDS(language)
    rows = [(bar.name, signed(bar.value, 4)) for bar in _bars(facts, language)]
    return ((say["part"], say["value"]), *rows, (say["activation"], fixed(facts.a, 4)))


def draw(request: Request) -> Drawing:
    """Draw how a neuron adds up a digit. Raises FigureError for a digit, neuron or network that does not
    fit."""
    figure, language = request.figure, figure_language(request.language)
    facts, weights, products = add_up(request)
    assert isinstance(figure, WeightedSum)
    pixels = np.asarray(request.library.digits[figure.digit].pixels, dtype=np.float64)
    scale = SignedScale.of(weights, STEPS)
    say = say_weighted_sum(language, facts)
    about = (say.label, say.description, language)
    drawn = (pixels, weights, products)
    svg = twins(
        _wide(facts, drawn, scale, Sheet(f"{figure.id}_w", WIDE, 446, *about, "wide")),
        _tall(facts, drawn, scale, Sheet(f"{figure.id}_t", TALL, 742, *about, "tall")),
    )
    return Drawing(svg, say, _table(facts, language))
