"""A whole layer's weights for ``weight_grid``: small multiples of the image, or the matrix W."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from generator.figures.grids import (
    Levels,
    SignedScale,
    Values,
    ground,
    hatch,
    image_side,
    placed,
    signed_legend,
    vector_field,
)
from generator.figures.masks import VECTOR_CELLS, MaskedCells, View
from generator.figures.numerals import count, signed
from generator.figures.picture import Drawing
from generator.figures.svg import Markup, Sheet, group, join, number, text, twins
from generator.figures.theme import BODY, HEAD, NOTE, TALL, WIDE
from generator.figures.words import layer_name
from generator.figures.words.weight_difference import say_difference
from generator.figures.words.weight_grid import WORDS, WeightFacts, say_layer_weights
from generator.spec.figures import WeightGrid

SMALL_STEPS, STEPS = 7, 15
"""Levels per sign: in small grids no more can be told apart, and each costs bytes; a matrix has as many as a
4-bit mask can hold."""
MARGIN = 11
TOP = 30
MAX_GRIDS = 16
IN_ROW = 4
"""Small grids beside each other on a phone; a text column has room for two such rows."""
GAP = 4
"""Cells between two small grids."""
HEAD_ROOM = 24
"""Pixels above each for its numbers."""
MAX_CELL, MAX_MATRIX_HEIGHT = 24.0, 520.0


def named_scale(figure: WeightGrid, values: Values, steps: int) -> SignedScale:
    """The scale of weights, or of differences, which do not push but are lower or higher."""
    scale = SignedScale.of(values, steps)
    return replace(scale, ends=("lower", "higher")) if figure.against else scale


@dataclass(frozen=True)
class _Layer:
    """What is drawn of a layer: the weights (neurons, inputs) and biases (neurons,) on one scale, the
    ``side`` of the image that it looks at, if it does, and the cells, if they are masked."""

    weights: Values
    biases: Values
    scale: SignedScale
    side: int | None
    masked: MaskedCells | None

    @classmethod
    def of(cls, figure: WeightGrid, weights: Values, biases: Values) -> _Layer:
        side = image_side(weights.shape[1], figure.layer)
        if side:
            weights, biases = weights[:MAX_GRIDS], biases[:MAX_GRIDS]
        scale = named_scale(figure, weights, SMALL_STEPS if side else STEPS)
        levels = scale.levels(weights)
        if side:
            levels = _in_rows(levels, side)
        many = side is not None or levels.size > VECTOR_CELLS
        masked = MaskedCells(figure.id, levels, scale.steps) if many else None
        return cls(weights, biases, scale, side, masked)

    def height(self, width: float) -> float:
        """Where the cells end on a sheet of that width."""
        if not self.side:
            return TOP + 20 + _matrix_cell(self.weights.shape, width) * len(self.weights)
        beside = _beside(width)
        cell = _small_cell(self.side, width)
        rows = -(-len(self.weights) // (IN_ROW * beside))
        return TOP + rows * (self.side + math.ceil(HEAD_ROOM / cell)) * cell


def _in_rows(levels: Levels, side: int) -> Levels:
    """The neurons' images, ``IN_ROW`` beside each other, with gaps."""
    field = np.zeros((-(-len(levels) // IN_ROW) * side, IN_ROW * (side + GAP) - GAP), dtype=np.int64)
    for index, cells in enumerate(levels):
        y, x = index // IN_ROW * side, index % IN_ROW * (side + GAP)
        field[y : y + side, x : x + side] = cells.reshape(side, side)
    return field


def _beside(width: float) -> int:
    """How many rows of small grids lie beside each other on a sheet of that width."""
    return 2 if width == WIDE else 1


def _small_cell(side: int, width: float) -> float:
    return (width - 2 * MARGIN) / (IN_ROW * _beside(width) * (side + GAP) - GAP)


def _small_grids(figure: WeightGrid, layer: _Layer, sheet: Sheet) -> Markup:
    """The neurons' images side by side, their numbers above."""
    assert layer.side and layer.masked
    side, beside, cell = layer.side, _beside(sheet.width), _small_cell(layer.side, sheet.width)
    high, pitch = side + math.ceil(HEAD_ROOM / cell), side + GAP
    parts = [hatch(sheet.id, cell)]
    for index, bias in enumerate(layer.biases):
        row, column = divmod(index, IN_ROW * beside)
        left, size = MARGIN + column * pitch * cell, side * cell
        top = TOP + ((row + 1) * high - side) * cell
        parts.append(ground(left, top, size, size))
        parts.append(text(left, top - 5, str(index), NOTE.coloured("ink")))
        parts.append(text(left + size, top - 5, signed(float(bias), 1), NOTE.coloured("bias-text"), "end"))
    views = tuple(
        View(row % beside * IN_ROW * pitch, (row // beside + 1) * high - side, row * side, side)
        for row in range(-(-len(layer.biases) // IN_ROW))
    )
    return join(*parts, placed(MARGIN, TOP, cell, layer.masked.field(sheet.id, views)))


def _matrix_cell(shape: tuple[int, ...], width: float) -> float:
    return min(MAX_CELL, (width - 2 * MARGIN - 22) / shape[1], MAX_MATRIX_HEIGHT / shape[0])


def _label_step(room: float, cell: float) -> int:
    """Every how many cells a number of that size fits: 1, 2, 4, 8 …"""
    return int(2 ** max(0, math.ceil(math.log2(room / cell))))


def _matrix(figure: WeightGrid, layer: _Layer, sheet: Sheet) -> Markup:
    """W: row j holds the weights into neuron j. Rows and columns are numbered where there is room."""
    rows, columns = layer.weights.shape
    cell = _matrix_cell((rows, columns), sheet.width)
    left = max((sheet.width - cell * columns) / 2, MARGIN + 22)
    parts = [hatch(sheet.id, cell), ground(left, TOP + 20, cell * columns, cell * rows)]
    if layer.masked:
        cells = layer.masked.field(sheet.id)
    else:
        levels = layer.scale.levels(layer.weights)
        cells = vector_field(levels, layer.scale.steps, sheet.id)
    parts.append(placed(left, TOP + 20, cell, cells))
    for index in range(0, rows, _label_step(15, cell)):
        parts.append(text(left - 6, TOP + 20 + (index + 0.5) * cell + 4.3, str(index), NOTE, "end"))
    for index in range(0, columns, _label_step(8 * len(str(columns - 1)) + 3, cell)):
        parts.append(text(left + (index + 0.5) * cell, TOP + 15, str(index), NOTE, "middle"))
    return join(*parts)


def _table(layer: _Layer, language: str, difference: bool) -> tuple[tuple[str, ...], ...]:
    """Per neuron: bias, smallest and largest weight, or the differences of these."""
    say, ending = WORDS(language), "_difference" if difference else ""
    names = (say[f"{name}{ending}"] for name in ("bias", "smallest", "largest"))
    header = (say["neuron"].format(n="").strip(), *names)
    return (
        header,
        *(
            (str(index), signed(float(bias), 4), signed(float(row.min()), 4), signed(float(row.max()), 4))
            for index, (row, bias) in enumerate(zip(layer.weights, layer.biases, strict=True))
        ),
    )


def _head(facts: WeightFacts, sheet: Sheet) -> Markup:
    """The layer's name on the left; on the right what the violet numbers are, or how many neurons are
    shown."""
    say = WORDS(sheet.language)
    title = layer_name(sheet.language, facts.layer, facts.last)
    some = f" · {say['first_of'].format(shown=facts.shown, count=count(facts.neurons))}"
    right = text(
        sheet.width - MARGIN,
        17,
        say["bias_difference" if facts.difference else "bias"],
        BODY.coloured("bias-text"),
        "end",
    )
    return join(
        text(MARGIN, 17, title + (some if facts.shown < facts.neurons else ""), HEAD),
        right if facts.as_image else text(sheet.width - MARGIN, 17, say["matrix"], NOTE, "end"),
    )


def _facts(figure: WeightGrid, layer: _Layer, neurons: int, last: int) -> WeightFacts:
    return WeightFacts(
        layer=figure.layer,
        last=last,
        neuron=None,
        inputs=layer.weights.shape[1],
        low=float(layer.weights.min()),
        high=float(layer.weights.max()),
        clipped=layer.scale.clipped,
        video=figure.palette == "video",
        shown=len(layer.weights),
        neurons=neurons,
        as_image=layer.side is not None,
        difference=figure.against is not None,
    )


def draw_layer(
    figure: WeightGrid, parameters: tuple[Values, Values], network: tuple[str, int], language: str
) -> Drawing:
    """Draw the weights (neurons, inputs) and biases (neurons,) of one layer, on one scale. ``network`` is
    its name and the number of its last layer."""
    name, last = network
    layer = _Layer.of(figure, *parameters)
    facts = _facts(figure, layer, len(parameters[0]), last)
    say = say_layer_weights(language, facts)
    if figure.against:
        say = say_difference(language, facts, say, (name, figure.against))
    sheets = []
    for variant, width in (("wide", WIDE), ("tall", TALL)):
        end = layer.height(width)
        about = (say.label, say.description, language, variant, figure.palette)
        sheet = Sheet(f"{figure.id}_{variant[0]}", width, end + 62, *about)
        shared = layer.masked.images() if layer.masked and variant == "wide" else Markup("")
        body = (_small_grids if layer.side else _matrix)(figure, layer, sheet)
        legend = signed_legend(layer.scale, 308, language, sheet.id)
        at = f"translate({number((width - 308) / 2)} {number(end + 12)})"
        sheets.append(sheet.document(shared, _head(facts, sheet), body, group(legend, transform=at)))
    return Drawing(twins(*sheets), say, _table(layer, language, facts.difference))
