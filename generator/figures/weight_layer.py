"""A whole layer's weights for ``weight_grid``: small multiples of the image, or the matrix W."""

from __future__ import annotations

import math

import numpy as np

from generator.figures.grids import (
    SignedScale,
    Values,
    cell_field,
    ground,
    hatch,
    image_side,
    masked_field,
    placed,
    signed_legend,
)
from generator.figures.numerals import count, signed
from generator.figures.picture import Drawing
from generator.figures.svg import Markup, Sheet, group, join, number, text, twins
from generator.figures.theme import BODY, HEAD, NOTE, TALL, WIDE
from generator.figures.words import layer_name
from generator.figures.words.weight_grid import WORDS, WeightFacts, say_layer_weights
from generator.spec.figures import WeightGrid

STEPS = 15
"""As many levels per sign as a 4-bit mask can hold."""
MARGIN = 11
TOP = 30
MAX_GRIDS = 16
GAP = 4
"""Cells between two small grids."""
MAX_CELL, MAX_MATRIX_HEIGHT = 24.0, 520.0


def _small_grids(
    figure: WeightGrid, layer: tuple[Values, Values], scale: SignedScale, sheet: Sheet
) -> Markup:
    """The neurons' images side by side. All lie in one field of cells with gaps, so two masks do for all."""
    weights, biases = layer
    side = math.isqrt(weights.shape[1])
    per_row = 8 if sheet.variant == "wide" else 4
    cell = (sheet.width - 2 * MARGIN) / (per_row * (side + GAP) - GAP)
    head = math.ceil(24 / cell)
    rows, columns = -(-len(weights) // per_row), min(per_row, len(weights))
    field = np.zeros((rows * (side + head), columns * (side + GAP) - GAP), dtype=np.int64)
    parts = [hatch(sheet.id, cell)]
    for index, row in enumerate(weights):
        y, x = index // per_row * (side + head) + head, index % per_row * (side + GAP)
        field[y : y + side, x : x + side] = scale.levels(row).reshape(side, side)
        left, top, size = MARGIN + x * cell, TOP + y * cell, side * cell
        parts.append(ground(left, top, size, size, figure.palette))
        parts.append(text(left, top - 5, str(index), NOTE.coloured("ink")))
        parts.append(
            text(left + size, top - 5, signed(float(biases[index]), 1), NOTE.coloured("bias-text"), "end")
        )
    return join(*parts, placed(MARGIN, TOP, cell, masked_field(field, scale.steps, sheet.id, figure.palette)))


def _small_grids_height(count: int, side: int, sheet_width: float, per_row: int) -> float:
    cell = (sheet_width - 2 * MARGIN) / (per_row * (side + GAP) - GAP)
    return -(-count // per_row) * (side + math.ceil(24 / cell)) * cell


def _matrix_cell(shape: tuple[int, int], width: float) -> float:
    return min(MAX_CELL, (width - 2 * MARGIN - 22) / shape[1], MAX_MATRIX_HEIGHT / shape[0])


def _label_step(room: float, cell: float) -> int:
    """Every how many cells a number of that size fits: 1, 2, 4, 8 …"""
    return int(2 ** max(0, math.ceil(math.log2(room / cell))))


def _matrix(figure: WeightGrid, layer: tuple[Values, Values], scale: SignedScale, sheet: Sheet) -> Markup:
    """W: row j holds the weights into neuron j. Rows and columns are numbered where there is room."""
    weights, _ = layer
    rows, columns = weights.shape
    cell = _matrix_cell((rows, columns), sheet.width)
    left = max((sheet.width - cell * columns) / 2, MARGIN + 22)
    parts = [hatch(sheet.id, cell), ground(left, TOP + 20, cell * columns, cell * rows, figure.palette)]
    parts.append(
        placed(left, TOP + 20, cell, cell_field(scale.levels(weights), scale.steps, sheet.id, figure.palette))
    )
    for index in range(0, rows, _label_step(15, cell)):
        parts.append(text(left - 6, TOP + 20 + (index + 0.5) * cell + 4.3, str(index), NOTE, "end"))
    for index in range(0, columns, _label_step(8 * len(str(columns - 1)) + 3, cell)):
        parts.append(text(left + (index + 0.5) * cell, TOP + 15, str(index), NOTE, "middle"))
    return join(*parts)


def _sheet_height(shape: tuple[int, int], side: int | None, width: float) -> float:
    """Where the cells of a layer end on a sheet of that width."""
    if side:
        return TOP + _small_grids_height(shape[0], side, width, 8 if width == WIDE else 4)
    return TOP + 20 + _matrix_cell(shape, width) * shape[0]


def _table(layer: tuple[Values, Values], language: str) -> tuple[tuple[str, ...], ...]:
    """Per neuron: bias, smallest and largest weight."""
    say = WORDS(language)
    header = (say["neuron"].format(n="").strip(), say["bias"], say["smallest"], say["largest"])
    return (
        header,
        *(
            (str(index), signed(float(bias), 4), signed(float(row.min()), 4), signed(float(row.max()), 4))
            for index, (row, bias) in enumerate(zip(*layer, strict=True))
        ),
    )


def _head(facts: WeightFacts, sheet: Sheet) -> Markup:
    """The layer's name on the left; on the right what the violet numbers are, or how many neurons are
    shown."""
    say = WORDS(sheet.language)
    title = layer_name(sheet.language, facts.layer, facts.last)
    some = f" · {say['first_of'].format(shown=facts.shown, count=count(facts.neurons))}"
    right = text(sheet.width - MARGIN, 17, say["bias"], BODY.coloured("bias-text"), "end")
    return join(
        text(MARGIN, 17, title + (some if facts.shown < facts.neurons else ""), HEAD),
        right if facts.as_image else text(sheet.width - MARGIN, 17, say["matrix"], NOTE, "end"),
    )


def draw_layer(figure: WeightGrid, layer: tuple[Values, Values], last: int, language: str) -> Drawing:
    """Draw the weights (neurons, inputs) and biases (neurons,) of one layer, on one scale."""
    weights, biases = layer
    side = image_side(weights.shape[1], figure.layer)
    shown = min(len(weights), MAX_GRIDS) if side else len(weights)
    drawn = (weights[:shown], biases[:shown])
    scale = SignedScale.of(drawn[0], STEPS)
    facts = WeightFacts(
        layer=figure.layer,
        last=last,
        neuron=None,
        inputs=weights.shape[1],
        low=float(drawn[0].min()),
        high=float(drawn[0].max()),
        clipped=scale.clipped,
        video=figure.palette == "video",
        shown=shown,
        neurons=len(weights),
        as_image=side is not None,
    )
    say = say_layer_weights(language, facts)
    sheets = []
    for variant, width in (("wide", WIDE), ("tall", TALL)):
        end = _sheet_height(drawn[0].shape, side, width)
        about = (say.label, say.description, language, variant, figure.palette)
        sheet = Sheet(f"{figure.id}_{variant[0]}", width, end + 62, *about)
        body = (_small_grids if side else _matrix)(figure, drawn, scale, sheet)
        legend = signed_legend(scale, 308, language, sheet.id, figure.palette)
        at = f"translate({number((width - 308) / 2)} {number(end + 12)})"
        sheets.append(sheet.document(_head(facts, sheet), body, group(legend, transform=at)))
    return Drawing(twins(*sheets), say, _table(drawn, language))
