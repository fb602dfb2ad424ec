"""``bias_effect``: the activation over the weighted sum for some biases.

All curves are one function, moved. Its colour is the function's own, as in other figures; which bias a curve
has is said by its label and its dashes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.figures.numerals import fixed, shortest
from generator.figures.picture import Drawing, Request
from generator.figures.svg import Markup, Sheet, element, group, join, line, number, text, twins
from generator.figures.theme import BODY, FORMULA, HEAD, NOTE, STRONG, TALL, WIDE, paint, text_width
from generator.figures.words import figure_language
from generator.figures.words.bias_effect import WORDS, say_bias, written_bias, written_threshold
from generator.network.activations import ACTIVATIONS
from generator.spec.figures import BiasEffect

REACH = 6.0
"""How far a curve goes on at least beyond its threshold."""
STEP = 0.25
DASHES = (None, "10 5", "2.5 4", "12 4 2.5 4", "5 3")
COLOUR = {"sigmoid": "series-1", "relu": "series-2"}
THRESHOLD = {"sigmoid": 0.5, "relu": 0.0}
HIGHEST = {"sigmoid": 1.0, "relu": REACH}
LABEL_AT = {"sigmoid": 2.5, "relu": REACH}
"""How far beyond its threshold a curve is labelled."""
SAMPLED = (-5.0, 0.0, 5.0)
LEFT, RIGHT, TOP = 34.0, 12.0, 90.0
BELOW = 54.0
SPACE = 12.0
"""Between two labels."""
MARK = STRONG.coloured("bias-text")


@dataclass(frozen=True)
class Plot:
    """Where things are: weighted sums from ``start`` to ``stop`` and activations up to ``highest`` in a box
    (left, top, width, height)."""

    function: str
    start: float
    stop: float
    box: tuple[float, float, float, float]

    @classmethod
    def of(cls, figure: BiasEffect, sheet: Sheet) -> Plot:
        box = (LEFT, TOP, sheet.width - LEFT - RIGHT, sheet.height - TOP - BELOW)
        return cls(figure.function, -max(figure.biases) - REACH, REACH - min(figure.biases), box)

    def x(self, total: float) -> float:
        return self.box[0] + (total - self.start) / (self.stop - self.start) * self.box[2]

    def y(self, activation: float) -> float:
        return self.box[1] + (1 - activation / HIGHEST[self.function]) * self.box[3]

    @property
    def bottom(self) -> float:
        return self.box[1] + self.box[3]

    def activation(self, total: float, bias: float) -> float:
        return float(ACTIVATIONS[self.function](np.array([total + bias]))[0])

    def path(self, bias: float) -> str:
        """The curve of a bias; ReLU's ends where it leaves the box."""
        if self.function == "relu":
            points = [(self.start, 0.0), (-bias, 0.0), (REACH - bias, REACH)]
        else:
            count = round((self.stop - self.start) / STEP)
            totals = np.linspace(self.start, self.stop, count + 1).tolist()
            points = [(total, self.activation(total, bias)) for total in totals]
        return "M" + "L".join(f"{number(self.x(total))} {number(self.y(a))}" for total, a in points)


def spread(wanted: Sequence[float], widths: Sequence[float], span: tuple[float, float]) -> list[float]:
    """The middles of labels beside each other, each as near to where it is wanted as the others and the
    span allow; in the order given, which is from left to right."""
    places: list[float] = []
    edge = span[0]
    for middle, width in zip(wanted, widths, strict=True):
        places.append(max(middle, edge + width / 2))
        edge = places[-1] + width / 2
    edge = span[1]
    for i in reversed(range(len(places))):
        places[i] = min(places[i], edge - widths[i] / 2)
        edge = places[i] - widths[i] / 2
    return places


def _ticks(start: float, stop: float, most: int) -> list[float]:
    """Round numbers from start to stop, at most so many."""
    steps = (digit * 10.0**power for power in range(-1, 3) for digit in (1, 2, 5))
    step = next(s for s in steps if (stop - start) / s < most)
    return [step * i for i in range(math.ceil(start / step), math.floor(stop / step) + 1)]


def _labels(names: Sequence[str], wanted: Sequence[float], plot: Plot) -> list[tuple[float, float]]:
    """Where labels go that are wanted at some x: (middle, width), without overlap."""
    widths = [text_width(name, MARK.size) + SPACE for name in names]
    middles = spread(wanted, widths, (plot.box[0] - 6, plot.box[0] + plot.box[2] + RIGHT))
    return list(zip(middles, widths, strict=True))


def _axes(plot: Plot, taken: Sequence[tuple[float, float]], sheet: Sheet) -> Markup:
    """Grid lines with their activations, the axis of sums with its numbers but where place is ``taken``."""
    say, right = WORDS(sheet.language), plot.box[0] + plot.box[2]
    highest, parts = HIGHEST[plot.function], []
    for level in (0.0, highest / 2, highest):
        role = "grid" if level else "secondary"
        parts.append(line(plot.box[0], plot.y(level), right, plot.y(level), role))
        parts.append(text(plot.box[0] - 7, plot.y(level) + 4, shortest(level), NOTE, "end"))
    for total in _ticks(plot.start, plot.stop, 12 if sheet.variant == "wide" else 7):
        x, name = plot.x(total), shortest(round(total, 1))
        parts.append(line(x, plot.bottom, x, plot.bottom + 4, "secondary"))
        room = text_width(name, NOTE.size) / 2
        if all(abs(x - middle) > width / 2 + room for middle, width in taken):
            parts.append(text(x, plot.bottom + 19, name, NOTE, "middle"))
    parts.append(text(plot.box[0] - 22, plot.bottom + 44, say["threshold"], MARK))
    parts.append(text(sheet.width - RIGHT, plot.bottom + 44, say["sum"], NOTE, "end"))
    return join(*parts)


def _marks(plot: Plot, biases: Sequence[float], places: Sequence[tuple[float, float]], prefix: str) -> Markup:
    """A dot on each curve's threshold, and below it the weighted sum there."""
    lines, dots, names = [], [], []
    a = THRESHOLD[plot.function]
    for bias, (middle, _) in zip(biases, places, strict=True):
        x, y = plot.x(-bias), plot.y(a)
        down = f"M{number(x)} {number(y)}V{number(plot.bottom)}L{number(middle)} {number(plot.bottom + 8)}"
        lines.append(element("path", d=down))
        dots.append(element("circle", cx=x, cy=y, r=4.5))
        names.append(text(middle, plot.bottom + 20, written_threshold(bias), MARK, "middle"))
    return join(
        group(*lines, fill="none", stroke=paint("bias"), stroke_width=1.3),
        group(*dots, fill=paint("bias"), id=f"{prefix}_thresholds"),
        *names,
    )


def _curves(plot: Plot, figure: BiasEffect, biases: Sequence[float], prefix: str) -> Markup:
    """The curves, each with its bias above it."""
    curves, leaders, names = [], [], []
    beyond, top = LABEL_AT[plot.function], plot.box[1]
    said = [f"b = {written_bias(bias)}" for bias in biases]
    if sum(text_width(name, MARK.size) + SPACE for name in said) > plot.box[2]:
        said = [written_bias(bias) for bias in biases]
    places = _labels(said, [plot.x(beyond - bias) for bias in biases], plot)
    for bias, name, (middle, _) in zip(biases, said, places, strict=True):
        dash = DASHES[figure.biases.index(bias)]
        curves.append(element("path", d=plot.path(bias), stroke_dasharray=dash))
        x, y = plot.x(beyond - bias), plot.y(plot.activation(beyond - bias, bias))
        leaders.append(
            element(
                "path", d=f"M{number(middle)} {number(top - 14)}L{number(x)} {number(top - 4)}V{number(y)}"
            )
        )
        names.append(text(middle, top - 19, name, MARK, "middle"))
    return join(
        group(*leaders, fill="none", stroke=paint("bias"), stroke_width=1),
        group(
            *curves,
            fill="none",
            stroke=paint(COLOUR[figure.function]),
            stroke_width=2.5,
            id=f"{prefix}_curves",
        ),
        *names,
    )


def _sheet(figure: BiasEffect, sheet: Sheet) -> Markup:
    say, plot = WORDS(sheet.language), Plot.of(figure, sheet)
    biases = sorted(figure.biases, reverse=True)
    thresholds = [written_threshold(bias) for bias in biases]
    places = _labels(thresholds, [plot.x(-bias) for bias in biases], plot)
    formula = "max(0, Σwa + b)" if figure.function == "relu" else "σ(Σwa + b)"
    return sheet.document(
        text(plot.box[0] - 22, 17, say[figure.function], HEAD),
        text(sheet.width - RIGHT, 17, formula, FORMULA, "end"),
        text(plot.box[0] - 22, 42, say["activation"], BODY),
        text(sheet.width - RIGHT, 42, say["bias_b"], MARK, "end"),
        _axes(plot, places, sheet),
        _curves(plot, figure, biases, sheet.id),
        _marks(plot, biases, places, sheet.id),
    )


def _table(figure: BiasEffect, language: str) -> tuple[tuple[str, ...], ...]:
    """Per bias its threshold, and the activation for some weighted sums."""
    say, f = WORDS(language), ACTIVATIONS[figure.function]
    header = (say["bias_b"], say["threshold"], *(say["at_sum"].format(sum=shortest(z)) for z in SAMPLED))
    rows = (
        (
            written_bias(bias),
            written_threshold(bias),
            *(fixed(float(a), 4) for a in f(np.array(SAMPLED) + bias)),
        )
        for bias in figure.biases
    )
    return (header, *rows)


def draw(request: Request) -> Drawing:
    """Draw one curve per bias."""
    figure, language = request.figure, figure_language(request.language)
    assert isinstance(figure, BiasEffect)
    say = say_bias(language, figure.function, figure.biases)
    about = (say.label, say.description, language)
    wide = Sheet(f"{figure.id}_w", WIDE, 340, *about, "wide")
    tall = Sheet(f"{figure.id}_t", TALL, 330, *about, "tall")
    return Drawing(twins(_sheet(figure, wide), _sheet(figure, tall)), say, _table(figure, language))
