"""``matrix_form``: a whole layer in one line, σ(Wa + b), for one digit.

The matrix is a heat map, because its pattern is what there is to see; the vectors are numbers, because they
are few. One neuron, the most active, is followed by a frame.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.errors import FigureError
from generator.figures.digit import find_digit
from generator.figures.grids import SignedScale, Values, ground, hatch, signed_legend, vector_field
from generator.figures.numerals import fixed, signed
from generator.figures.picture import Drawing, Request
from generator.figures.svg import Markup, Sheet, element, group, join, number, text, twins
from generator.figures.theme import NOTE, STRONG, TALL, WIDE, Type, paint
from generator.figures.words import figure_language, layer_name
from generator.figures.words.matrix_form import WORDS, MatrixFacts, function_sign, say_matrix
from generator.network import forward
from generator.spec.figures import MatrixForm

STEPS = 12
ROW = 20
TOP = 58
LETTER = Type(18, italic=True)
SIGN = Type(20)
COLUMN = 54


@dataclass(frozen=True)
class Product:
    """One layer at work: ``weights`` (rows, columns), ``a`` (columns,), ``b``, ``z`` and ``out`` (rows,)."""

    weights: Values
    a: Values
    b: Values
    z: Values
    out: Values
    function: str

    @property
    def strongest(self) -> int:
        return int(self.out.argmax())


def multiply(request: Request) -> Product:
    """The layer's numbers for the figure's digit. Raises FigureError for what does not fit."""
    figure, network = request.figure, request.network
    assert isinstance(figure, MatrixForm)
    pixels = np.asarray(find_digit(request.library, figure.digit).pixels, dtype=np.float64)
    if network.sizes[0] != pixels.size:
        raise FigureError(
            f"the digit has {pixels.size} pixels, but the network takes {network.sizes[0]} inputs"
        )
    if not 2 <= figure.layer < len(network.sizes):
        raise FigureError(f"the figure shows layers 2 to {len(network.sizes) - 1}, not {figure.layer}")
    if max(network.sizes[figure.layer - 1 : figure.layer + 1]) > figure.widest():
        raise FigureError(f"layer {figure.layer} or the one before has more than {figure.widest()} neurons")
    states = forward(network, pixels[None, :])
    before, state = states[figure.layer - 2], states[figure.layer - 1]
    index = figure.layer - 1
    parts = (network.weights[index], before.a[0], network.biases[index], state.z[0], state.a[0])
    weights, a, b, z, out = (np.asarray(part, dtype=np.float64) for part in parts)
    return Product(weights, a, b, z, out, network.activations[index])


def _brackets(x: float, y: float, width: float, height: float) -> Markup:
    left = f"M{number(x + 5)} {number(y)}h-5v{number(height)}h5"
    right = f"M{number(x + width - 5)} {number(y)}h5v{number(height)}h-5"
    return element("path", d=left + right, fill="none", stroke=paint("ink"), stroke_width=1.4)


def _frame(x: float, y: float, width: float) -> Markup:
    return element(
        "rect", x=x, y=y, width=width, height=ROW, rx=3, fill="none", stroke=paint("activation-ring"),
        stroke_width=2,
    )  # fmt: skip


def _title(middle: float, letter: str, size: str) -> Markup:
    return join(text(middle, 20, letter, LETTER, "middle"), text(middle, 38, size, NOTE, "middle"))


def _gold(values: Values, at: tuple[float, float], largest: float) -> Markup:
    """Numbers from 0 on, each with a swatch as full as it is large."""
    x, y = at
    swatches = [
        element(
            "rect",
            x=x + 6,
            y=y + i * ROW + 5,
            width=10,
            height=10,
            rx=1.5,
            fill_opacity=round(min(max(float(value), 0) / largest, 1), 2),
        )
        for i, value in enumerate(values)
    ]
    numbers = (
        text(x + COLUMN - 6, y + i * ROW + 14.5, fixed(float(value)), NOTE.coloured("ink"), "end")
        for i, value in enumerate(values)
    )
    return join(group(*swatches, fill=paint("activation"), stroke=paint("secondary")), *numbers)


def _signed(values: Values, at: tuple[float, float]) -> Markup:
    """Signed numbers in the colour of their sign."""
    x, y = at
    rows = []
    for i, value in enumerate(values):
        role = "positive-text" if value > 0 else "negative-text"
        rows.append(
            text(x + COLUMN - 7, y + i * ROW + 14.5, signed(float(value)), NOTE.coloured(role), "end")
        )
    return join(*rows)


def _matrix(product: Product, at: tuple[float, float, float], scale: SignedScale, sheet: Sheet) -> Markup:
    """W with the numbers of its rows and the frame around the strongest neuron's row."""
    x, y, width = at
    rows, columns = product.weights.shape
    cell = width / columns
    levels = scale.levels(product.weights)
    cells = vector_field(levels, scale.steps, f"{sheet.id}_W")
    stretched = group(cells, transform=f"translate({number(x)} {number(y)}) scale({cell:.5g} {number(ROW)})")
    labels = (text(x - 9, y + i * ROW + 14.5, str(i), NOTE, "end") for i in range(rows))
    return join(
        hatch(f"{sheet.id}_W", 1),
        ground(x, y, width, rows * ROW),
        stretched,
        *labels,
        _brackets(x - 5, y - 4, width + 10, rows * ROW + 8),
        _frame(x - 3, y + product.strongest * ROW, width + 6),
    )


def _vectors(
    product: Product, places: tuple[float, float, float, float], middle: float, sheet: Sheet
) -> Markup:
    """a, b, z and a′ as columns whose middles are level, at their places from the left."""
    largest = max(float(product.a.max()), float(product.out.max()), 1e-9)
    full = 1.0 if largest <= 1 else largest
    columns = (("a", product.a), ("b", product.b), ("z", product.z), ("a′", product.out))
    parts = []
    for x, (letter, values) in zip(places, columns, strict=True):
        height = values.size * ROW
        top = middle - height / 2
        entries = _gold(values, (x, top), full) if letter.startswith("a") else _signed(values, (x, top))
        parts += [entries, _brackets(x, top - 4, COLUMN, height + 8)]
        parts.append(
            group(
                _title(x + COLUMN / 2, letter, str(values.size)), transform=f"translate(0 {number(top - 52)})"
            )
        )
        if letter != "a":
            parts.append(_frame(x + 2, top + product.strongest * ROW, COLUMN - 4))
    return group(*parts, id=f"{sheet.id}_vectors")


def _wide(product: Product, scale: SignedScale, sheet: Sheet) -> Markup:
    rows, columns = product.weights.shape
    width = min(16 * columns, 270)
    middle = TOP + max(rows, columns) * ROW / 2
    left = (WIDE - (width + 36 + 4 * COLUMN + 92)) / 2 + 26
    top = middle - rows * ROW / 2
    a = left + width + 14
    places = (a, a + COLUMN + 26, a + 2 * COLUMN + 52, a + 3 * COLUMN + 92)
    title = group(
        _title(left + width / 2, "W", f"{rows} × {columns}"), transform=f"translate(0 {number(top - 52)})"
    )
    end = TOP + max(rows, columns) * ROW
    legend = group(
        signed_legend(scale, 250, sheet.language, sheet.id),
        transform=f"translate({number(left)} {number(end + 14)})",
    )
    return sheet.document(
        title,
        _matrix(product, (left, top, width), scale, sheet),
        _vectors(product, places, middle, sheet),
        _signs(product, (places[1] - 13, places[2] - 13, places[3] - 20), middle),
        legend,
    )


def _signs(product: Product, at: tuple[float, float, float], middle: float) -> Markup:
    """What stands between the vectors: +, =, and the arrow of the activation function."""
    plus, equals, arrow = at
    y = middle + 7
    shaft = f"M{number(arrow - 14)} {number(y - 2)}h24m-5 -4l5 4l-5 4"
    return join(
        text(plus, y, "+", SIGN, "middle"),
        text(equals, y, "=", SIGN, "middle"),
        text(arrow - 2, y - 12, function_sign(product.function), STRONG, "middle"),
        element("path", d=shaft, fill="none", stroke=paint("ink"), stroke_width=1.4),
    )


def _tall(product: Product, scale: SignedScale, sheet: Sheet) -> Markup:
    rows, columns = product.weights.shape
    width, left = 260.0, 44.0
    end = TOP + rows * ROW
    legend = group(
        signed_legend(scale, 260, sheet.language, sheet.id), transform=f"translate(44 {number(end + 14)})"
    )
    middle = end + 140 + max(rows, columns) * ROW / 2
    places = (8.0, 88.0, 168.0, 265.0)
    return sheet.document(
        _title(left + width / 2, "W", f"{rows} × {columns}"),
        _matrix(product, (left, TOP, width), scale, sheet),
        legend,
        _vectors(product, places, middle, sheet),
        _signs(product, (75, 155, 245), middle),
    )


def _table(product: Product, language: str) -> tuple[tuple[str, ...], ...]:
    """Per neuron: Wa, b, z and a′."""
    say = WORDS(language)
    sums = product.weights @ product.a
    rows = zip(sums, product.b, product.z, product.out, strict=True)
    return (
        (say["neuron_number"], "Wa", "b", "z = Wa + b", f"a′ = {function_sign(product.function)}(z)"),
        *(
            (str(i), *(signed(float(value), 4) for value in row[:3]), fixed(float(row[3]), 4))
            for i, row in enumerate(rows)
        ),
    )


def draw(request: Request) -> Drawing:
    """Draw a layer's formula with its numbers. Raises FigureError for what does not fit."""
    figure, language = request.figure, figure_language(request.language)
    product = multiply(request)
    assert isinstance(figure, MatrixForm)
    rows, columns = product.weights.shape
    at = product.strongest
    last = len(request.network.weights)
    label, name = request.library.digits[figure.digit].label, layer_name(language, figure.layer, last)
    facts = MatrixFacts(
        label, name, product.function, rows, columns, at, float(product.z[at]), float(product.out[at])
    )
    say = say_matrix(language, facts)
    scale = SignedScale.of(product.weights, STEPS)
    about = (say.label, say.description, language)
    high = TOP + max(rows, columns) * ROW
    tall = TOP + rows * ROW + 140 + max(rows, columns) * ROW + 12
    svg = twins(
        _wide(product, scale, Sheet(f"{figure.id}_w", WIDE, high + 64, *about, "wide")),
        _tall(product, scale, Sheet(f"{figure.id}_t", TALL, tall, *about, "tall")),
    )
    return Drawing(svg, say, _table(product, language))
