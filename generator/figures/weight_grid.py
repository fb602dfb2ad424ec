"""``weight_grid``: the weights into one neuron as a picture, or those of a whole layer.

Weights from the image are drawn where their pixels are, 28 × 28. Deeper layers have no such places: one
neuron's weights become rows of numbered cells, a layer's the matrix W (one row per neuron, one column per
input).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from generator.errors import FigureError
from generator.figures.grids import (
    SignedScale,
    Values,
    ground,
    hatch,
    image_side,
    placed,
    signed_legend,
    vector_field,
)
from generator.figures.masks import cell_field
from generator.figures.numerals import signed
from generator.figures.picture import Drawing, Request
from generator.figures.svg import Markup, Sheet, group, join, number, text
from generator.figures.theme import BODY, HEAD, NOTE, TALL
from generator.figures.weight_layer import draw_layer, named_scale
from generator.figures.words import figure_language
from generator.figures.words.weight_difference import say_difference
from generator.figures.words.weight_grid import WORDS, WeightFacts, say_weights
from generator.network import Network
from generator.spec.figures import WeightGrid

STEPS = 12
MARGIN = 11
TOP = 30
PER_ROW = 8
NUMBERED = 64
"""A deeper neuron with at most so many inputs gets its cells numbered."""


def layer_parameters(network: Network, figure: WeightGrid) -> tuple[Values, Values]:
    """The weights (neurons, inputs) and biases (neurons,) of the figure's layer. Raises FigureError."""
    last = len(network.weights)
    if not 1 <= figure.layer <= last:
        raise FigureError(f"figure {figure.id!r}: the network has layers 1 to {last}, not {figure.layer}")
    weights, biases = network.weights[figure.layer - 1], network.biases[figure.layer - 1]
    if figure.neuron is not None and figure.neuron >= len(biases):
        raise FigureError(
            f"figure {figure.id!r}: layer {figure.layer} has neurons 0 to {len(biases) - 1}, "
            f"not {figure.neuron}"
        )
    return np.asarray(weights, dtype=np.float64), np.asarray(biases, dtype=np.float64)


def drawn_parameters(request: Request, figure: WeightGrid) -> tuple[Values, Values]:
    """What is drawn: the layer's parameters, or how they differ from another network's. Raises
    FigureError."""
    weights, biases = layer_parameters(request.network, figure)
    if figure.against is None:
        return weights, biases
    others = layer_parameters(replace(request, model=figure.against).network, figure)
    if others[0].shape != weights.shape:
        raise FigureError(
            f"figure {figure.id!r}: layer {figure.layer} of {figure.against!r} has another size"
        )
    return weights - others[0], biases - others[1]


def _head(figure: WeightGrid, inputs: int, bias: float, language: str) -> Markup:
    say = WORDS(language)
    what = say["difference"] if figure.against else say["all_weights"].format(count=inputs)
    title = f"{say['neuron'].format(n=figure.neuron)} · {what}"
    right = f"{say['bias_delta' if figure.against else 'bias']} {signed(bias)}"
    return join(
        text(MARGIN, 17, title, HEAD), text(TALL - MARGIN, 17, right, BODY.coloured("bias-text"), "end")
    )


def _image(figure: WeightGrid, row: Values, side: int, scale: SignedScale) -> tuple[Markup, float]:
    """One neuron's weights where their pixels are; returns the drawing and where it ends."""
    size = TALL - 2 * MARGIN
    cells = cell_field(scale.levels(row).reshape(side, side), scale.steps, figure.id)
    return (
        join(
            hatch(figure.id, size / side),
            ground(MARGIN, TOP, size, size),
            placed(MARGIN, TOP, size / side, cells),
        ),
        TOP + size,
    )


def _cell_rows(figure: WeightGrid, row: Values, scale: SignedScale) -> tuple[Markup, float]:
    """One deeper neuron's weights: a cell per input; where there is room, its number above, its weight
    below."""
    numbered = len(row) <= NUMBERED
    per_row = PER_ROW if numbered else 2 * PER_ROW
    cell = (TALL - 2 * MARGIN) / per_row
    levels, parts, y = scale.levels(row), [hatch(figure.id, cell)], float(TOP)
    for start in range(0, len(row), per_row):
        chunk = levels[start : start + per_row].reshape(1, -1)
        y += 16 if numbered else 0
        cells = vector_field(chunk, scale.steps, f"{figure.id}_row{start}")
        parts.append(ground(MARGIN, y, cell * chunk.size, cell))
        parts.append(placed(MARGIN, y, cell, cells))
        if numbered:
            parts.extend(_cell_numbers(row[start : start + per_row], start, y, cell))
        y += cell + (24 if numbered else 0)
    return join(*parts), y


def _cell_numbers(row: Values, start: int, y: float, cell: float) -> list[Markup]:
    parts = []
    for offset, weight in enumerate(row):
        middle = MARGIN + (offset + 0.5) * cell
        role = "positive-text" if weight > 0 else "negative-text"
        parts.append(text(middle, y - 4, str(start + offset), NOTE, "middle"))
        parts.append(text(middle, y + cell + 14, signed(float(weight)), NOTE.coloured(role), "middle"))
    return parts


def _table(row: Values, bias: float, facts: WeightFacts, language: str) -> tuple[tuple[str, ...], ...]:
    """Every weight of a deeper neuron; of an image the five strongest of each sign."""
    side = image_side(row.size, facts.layer)
    say = WORDS(language)
    order = np.argsort(row, kind="stable")
    chosen = [*order[-5:][::-1].tolist(), *order[:5].tolist()] if side else list(range(row.size))
    rows = tuple(
        (
            say["place"].format(row=i // side + 1, column=i % side + 1) if side else str(i),
            signed(float(row[i]), 4),
        )
        for i in chosen
    )
    header = (
        say["pixel_place"] if side else say["input_number"],
        say["difference" if facts.difference else "weight"],
    )
    last = say["bias_difference" if facts.difference else "bias"]
    return (header, *rows, (last, signed(bias, 4)))


def draw(request: Request) -> Drawing:
    """Draw a neuron's or a layer's weights. Raises FigureError for a layer or neuron the network lacks."""
    figure = request.figure
    assert isinstance(figure, WeightGrid)
    language = figure_language(request.language)
    weights, biases = drawn_parameters(request, figure)
    last = len(request.network.weights)
    if figure.neuron is None:
        return draw_layer(figure, (weights, biases), (request.model, last), language)
    row, bias = weights[figure.neuron], float(biases[figure.neuron])
    video, low, high = figure.palette == "video", float(row.min()), float(row.max())
    scale, side = named_scale(figure, row, STEPS), image_side(row.size, figure.layer)
    facts = WeightFacts(
        figure.layer, last, figure.neuron, row.size, low, high, scale.clipped, bias, video,
        as_image=side is not None, difference=figure.against is not None,
    )  # fmt: skip
    say = say_weights(language, facts)
    if figure.against:
        say = say_difference(language, facts, say, (request.model, figure.against))
    body, end = _image(figure, row, side, scale) if side else _cell_rows(figure, row, scale)
    legend = signed_legend(scale, TALL - 2 * MARGIN, language, figure.id)
    sheet = Sheet(figure.id, TALL, end + 62, say.label, say.description, language, "single", figure.palette)
    svg = sheet.document(
        _head(figure, row.size, bias, language),
        body,
        group(legend, transform=f"translate({MARGIN} {number(end + 12)})"),
    )
    return Drawing(svg, say, _table(row, bias, facts, language))
