"""``layer_hopes``: edges, loops and digits that hidden layers might look for, against what they learnt.

What was learnt deeper inside is traced back to pixels as a product of weight matrices, the activation
functions left out: a linear shadow, and the figure says so.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.errors import FigureError
from generator.figures.grids import SignedScale, Values, ground, hatch, placed, plate
from generator.figures.masks import MaskedCells
from generator.figures.numerals import signed
from generator.figures.picture import Drawing, Request
from generator.figures.strip import GAP, SIDE
from generator.figures.svg import Markup, Sheet, element, group, join, number, text, twins
from generator.figures.theme import HEAD, NOTE, STRONG, TALL, WIDE, Type, paint
from generator.figures.words import figure_language, layer_name
from generator.figures.words.layer_hopes import WORDS, HopeFacts, say_hopes
from generator.network import Network
from generator.spec.figures import LayerHopes

STEPS = 15
OUTPUTS = (9, 8)
PARTS, PIECES = 3, 6
MARGIN = 11
PIXEL = {"wide": 1.9, "tall": 1.4}

# Half a loop, or half of the 9's stem, on a plate of 28 × 28; two pieces make a part.
_EDGES = (
    ("M14 4.5a4.8 4.8 0 0 0 0 9.6", "M18.8 9.3c0 3-.5 5-1 7", "M14 14.1a4.8 4.8 0 0 0 0 9.6"),
    ("M14 4.5a4.8 4.8 0 0 1 0 9.6", "M17.8 16.3c-.5 2.5-1.2 5-2 7.4", "M14 14.1a4.8 4.8 0 0 1 0 9.6"),
)
_LOOPS = tuple(upper + lower for upper, lower in zip(*_EDGES, strict=True))
_DIGITS = (_LOOPS[0] + _LOOPS[1], _LOOPS[0] + _LOOPS[2])


@dataclass(frozen=True)
class Stage:
    """Some neurons of a layer: their numbers, the pixels they answer to (neurons, 28, 28), and what one hopes
    for: per neuron what is lit and what it is a part of."""

    layer: int
    neurons: tuple[int, ...]
    fields: Values
    hopes: tuple[tuple[str, str], ...]

    @property
    def columns(self) -> int:
        return min(PARTS, len(self.hopes))

    @property
    def scale(self) -> SignedScale:
        return SignedScale.of(self.fields, STEPS)


def _strongest(weights: Values, into: tuple[int, ...], most: int) -> tuple[int, ...]:
    """The neurons with the largest weights into some neurons of the next layer, the largest first."""
    largest = weights[list(into)].max(axis=0)
    return tuple(np.argsort(-largest, kind="stable")[:most].tolist())


def stages(network: Network) -> tuple[Stage, Stage, Stage]:
    """The neurons by rule, from the outputs back. Raises FigureError for a network of another build."""
    sizes = network.sizes
    if len(sizes) != 4 or sizes[0] != SIDE * SIDE or sizes[-1] <= max(OUTPUTS):
        raise FigureError(
            f"layer_hopes shows networks that read {SIDE * SIDE} pixels and have two hidden layers and ten "
            f"outputs; this one is {'-'.join(map(str, sizes))}"
        )
    first, second, last = (np.asarray(w, dtype=np.float64) for w in network.weights)
    parts = _strongest(last, OUTPUTS, PARTS)
    pieces = _strongest(second, parts, PIECES)
    traced = second @ first

    def shaped(rows: Values) -> Values:
        return rows.reshape(-1, SIDE, SIDE)

    edges = tuple((piece, whole) for row in _EDGES for piece, whole in zip(row, _LOOPS, strict=True))
    return (
        Stage(1, pieces, shaped(first[list(pieces)]), edges),
        Stage(2, parts, shaped(traced[list(parts)]), tuple((loop, "") for loop in _LOOPS)),
        Stage(3, OUTPUTS, shaped((last @ traced)[list(OUTPUTS)]), tuple((digit, "") for digit in _DIGITS)),
    )


def _place(index: int, columns: int) -> tuple[int, int]:
    """Where a stage's picture begins, in pixels of a digit: (x, y)."""
    return index % columns * (SIDE + GAP), index // columns * (SIDE + GAP)


def _hoped(stage: Stage, pixel: float) -> Markup:
    """Strokes on black plates; the rest of what they belong to is faint."""
    plates = []
    for index, (lit, whole) in enumerate(stage.hopes):
        x, y = _place(index, stage.columns)
        faint = element("path", d=whole, stroke=paint("plate-muted"), stroke_opacity=0.45) if whole else ""
        strokes = group(
            faint, element("path", d=lit, stroke=paint("lit")),
            transform=f"scale({pixel:.5g})", fill="none", stroke_width=2.4, stroke_linecap="round",
        )  # fmt: skip
        plates.append(_shifted(x * pixel, y * pixel, join(plate(SIDE * pixel), strokes)))
    return join(*plates)


def _learnt(stage: Stage, pixel: float, sheet: Sheet) -> Markup:
    """The pixels that push the neurons up and down, all of a stage in one field and on one scale."""
    rows = -(-len(stage.neurons) // stage.columns)
    shape = (rows * (SIDE + GAP) - GAP, stage.columns * (SIDE + GAP) - GAP)
    levels = np.zeros(shape, dtype=np.int64)
    grounds = []
    for index, field in enumerate(stage.scale.levels(stage.fields)):
        x, y = _place(index, stage.columns)
        levels[y : y + SIDE, x : x + SIDE] = field
        grounds.append(ground(x * pixel, y * pixel, SIDE * pixel, SIDE * pixel))
    name = f"{sheet.id}_{stage.layer}"
    cells = MaskedCells(f"{sheet.id.rpartition('_')[0]}_layer{stage.layer}", levels, STEPS)
    images = cells.images() if sheet.variant == "wide" else Markup("")
    return join(images, *grounds, hatch(name, pixel), placed(0, 0, pixel, cells.field(name)))


def _width(stage: Stage, pixel: float) -> float:
    return (stage.columns * (SIDE + GAP) - GAP) * pixel


def _limits(stage: Stage) -> str:
    low, high = stage.scale.end_labels()
    return f"{low} … {high}"


def _key(x: float, y: float, language: str) -> Markup:
    """What the two colours mean."""
    say, side = WORDS(language), Type(12, bold=True)
    swatches = (
        element("rect", x=at, y=y - 10, width=12, height=12, fill=paint(role))
        for at, role in ((x, "negative"), (x + 140, "positive"))
    )
    return join(
        *swatches,
        text(x + 18, y, f"− {say['pushes_down']}", side.coloured("negative-text")),
        text(x + 158, y, f"+ {say['pushes_up']}", side.coloured("positive-text")),
    )


def _names(stage: Stage, at: tuple[float, float], pixel: float) -> Markup:
    """The digits under the outputs."""
    if stage.layer != 3:
        return Markup("")
    step, size = (SIDE + GAP) * pixel, SIDE * pixel
    middles = (at[0] + i * step + size / 2 for i in range(len(stage.neurons)))
    named = zip(middles, stage.neurons, strict=True)
    return join(*(text(x, at[1] + size + 16, str(neuron), STRONG, "middle") for x, neuron in named))


def _shifted(x: float, y: float, content: Markup) -> Markup:
    return group(content, transform=f"translate({number(x)} {number(y)})")


def _arrow(x: float, y: float) -> Markup:
    path = f"M{number(x)} {number(y)}h26m-6-5l6 5l-6 5"
    return element("path", d=path, fill="none", stroke=paint("secondary"), stroke_width=1.5)


def _wide(found: tuple[Stage, ...], sheet: Sheet) -> Markup:
    """Hopes above, reality below; the layers from left to right."""
    say, pixel, high = WORDS(sheet.language), PIXEL["wide"], (2 * SIDE + GAP) * PIXEL["wide"]
    tops, x, parts = (60.0, 218.0), 92.0, [text(MARGIN, 123, say["hope"], HEAD)]
    parts.append(text(MARGIN, 281, say["learnt"], HEAD))
    for stage in found:
        width = _width(stage, pixel)
        rows = -(-len(stage.hopes) // stage.columns)
        down = (high - (rows * (SIDE + GAP) - GAP) * pixel) / 2
        hoped, real = _hoped(stage, pixel), _learnt(stage, pixel, sheet)
        title = layer_name(sheet.language, stage.layer, 3)
        hope = say[("pieces", "parts", "wholes")[stage.layer - 1]]
        parts += [
            text(x + width / 2, 20, title, HEAD, "middle"),
            text(x + width / 2, 40, hope, NOTE, "middle"),
            *(_shifted(x, top + down, drawn) for top, drawn in zip(tops, (hoped, real), strict=True)),
            *(_names(stage, (x, top + down), pixel) for top in tops),
            text(x + width / 2, 352, _limits(stage), NOTE, "middle"),
            *(_arrow(x + width + 8, top + high / 2) for top in tops if stage.layer < 3),
        ]
        x += width + 42
    parts += [_key(92, 378, sheet.language), text(92, 402, say["shadow"], NOTE)]
    return sheet.document(*parts)


def _tall(found: tuple[Stage, ...], sheet: Sheet) -> Markup:
    """Hopes on the left, reality on the right; the layers below each other."""
    say, pixel, top = WORDS(sheet.language), PIXEL["tall"], 60.0
    lefts = (float(MARGIN), 176.0)
    parts = [text(x, 18, say[name], HEAD) for x, name in zip(lefts, ("hope", "learnt"), strict=True)]
    for stage in found:
        high = ((2 if stage.layer == 1 else 1) * (SIDE + GAP) - GAP) * pixel
        hoped, real = _hoped(stage, pixel), _learnt(stage, pixel, sheet)
        title = layer_name(sheet.language, stage.layer, 3)
        hope = say[("pieces", "parts", "wholes")[stage.layer - 1]]
        parts += [
            text(lefts[0], top - 10, hope, NOTE),
            text(lefts[1], top - 10, title, STRONG),
            *(_shifted(x, top, drawn) for x, drawn in zip(lefts, (hoped, real), strict=True)),
            *(_names(stage, (x, top), pixel) for x in lefts),
            text(lefts[1], top + high + (34 if stage.layer == 3 else 17), _limits(stage), NOTE),
        ]
        top += high + 52
    parts.append(_key(MARGIN, top + 12, sheet.language))
    parts += [text(MARGIN, top + 36 + 18 * i, say[f"shadow_{i + 1}"], NOTE) for i in range(2)]
    return sheet.document(*parts)


def _table(found: tuple[Stage, ...], language: str) -> tuple[tuple[str, ...], ...]:
    """Per picture the neuron and its extremes, deeper layers traced back to pixels."""
    say = WORDS(language)
    rows = (
        (
            layer_name(language, stage.layer, 3),
            str(neuron),
            signed(float(field.min()), 4),
            signed(float(field.max()), 4),
        )
        for stage in found
        for neuron, field in zip(stage.neurons, stage.fields, strict=True)
    )
    return ((say["layer"], say["neuron"].format(n="").strip(), say["smallest"], say["largest"]), *rows)


def draw(request: Request) -> Drawing:
    """Draw hopes and reality. Raises FigureError for a network of another build."""
    figure, language = request.figure, figure_language(request.language)
    assert isinstance(figure, LayerHopes)
    found = stages(request.network)
    say = say_hopes(language, HopeFacts(found[0].neurons, found[1].neurons))
    about = (say.label, say.description, language)
    wide = Sheet(f"{figure.id}_w", WIDE, 413, *about, "wide")
    tall = Sheet(f"{figure.id}_t", TALL, 442, *about, "tall")
    return Drawing(twins(_wide(found, wide), _tall(found, tall)), say, _table(found, language))
