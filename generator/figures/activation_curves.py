"""``activation_curves``: activation functions side by side, with their slope underneath.

Everything said about a curve is measured on it: where it is steepest, and where it is so flat (a slope of
less than a tenth of its steepest) that a neuron hardly learns.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.ticker import MaxNLocator

from generator.errors import FigureError
from generator.figures.chart import Axes, Chart, sentinel
from generator.figures.grids import Values
from generator.figures.numerals import MINUS, fixed, shortest
from generator.figures.picture import Drawing, Request
from generator.figures.svg import Markup, Sheet, element
from generator.figures.theme import FORMULA, HEAD, NOTE, TALL, Type
from generator.figures.words import figure_language
from generator.figures.words.activation_curves import WORDS, CurveFacts, say_curve, say_curves
from generator.network.activations import ACTIVATIONS, DERIVATIVES
from generator.spec.figures import ActivationCurves

HEIGHT = 322
CURVE_BOX = (36.0, 56.0, 322.0, 222.0)
SLOPE_BOX = (36.0, 256.0, 322.0, 294.0)
POINTS = 241
FLAT = 0.1
"""A slope below this share of the steepest counts as flat."""
COLOUR = {"sigmoid": "series-1", "relu": "series-2", "tanh": "series-3", "leaky_relu": "series-4"}
LABEL = Type(12, bold=True)
Window = tuple[float | None, float | None]


@dataclass(frozen=True)
class Curve:
    """A function on a range: ``z``, ``a`` and ``slope``, all (points,); of its values those in ``window`` are
    drawn, where that has a lower or an upper end."""

    name: str
    z: Values
    a: Values
    slope: Values
    window: Window = (None, None)

    @classmethod
    def of(cls, name: str, start: float, stop: float, window: Window = (None, None)) -> Curve:
        z = np.linspace(start, stop, POINTS)
        return cls(name, z, ACTIVATIONS[name](z.copy()), DERIVATIVES[name](z), window)

    def visible(self) -> tuple[Values, Values]:
        """``z`` and ``a`` of what is drawn; where the window cuts, exactly to its edge: every function rises.

        Raises FigureError if nothing is.
        """
        low, high = (-np.inf if self.window[0] is None else self.window[0]), self.window[1]
        high = np.inf if high is None else high
        inside = self.z[(self.a >= low) & (self.a <= high)]
        cuts = [np.interp(edge, self.a, self.z) for edge in (low, high) if self.a[0] < edge < self.a[-1]]
        z = np.unique(np.concatenate((inside, cuts)))
        if z.size < 2:
            raise FigureError(f"no value of {self.name} between z {self.z[0]:g} and {self.z[-1]:g} is drawn")
        return z, ACTIVATIONS[self.name](z.copy())

    @property
    def steepest(self) -> float:
        """The steepest slope the function has anywhere."""
        return float(DERIVATIVES[self.name](np.linspace(-8, 8, 1601)).max())

    @property
    def bent(self) -> bool:
        """Whether it consists of two straight pieces that meet at 0."""
        probe = DERIVATIVES[self.name](np.array([-3.0, -1.0, 1.0, 3.0]))
        return bool(probe[0] == probe[1] and probe[2] == probe[3])

    def flat_ranges(self) -> list[tuple[float, float]]:
        """The parts of the range where the slope is less than a tenth of the steepest."""
        flat = self.slope < FLAT * self.steepest
        edges = np.flatnonzero(np.diff(np.concatenate(([0], flat.astype(np.int8), [0]))))
        return [
            (float(self.z[a]), float(self.z[b - 1])) for a, b in edges.reshape(-1, 2).tolist() if b - a > 1
        ]

    def value_range(self) -> tuple[float, float]:
        """The values to make room for: the function's bounds if it has some, else those on the range."""
        far = ACTIVATIONS[self.name](np.array([-50.0, 50.0]))
        low, high = (
            (float(far[0]), float(far[1])) if far[1] <= 1 else (float(self.a.min()), float(self.a.max()))
        )
        bottom, top = self.window
        return min(low, 0.0) if bottom is None else bottom, max(high, 0.5) if top is None else top

    def facts(self) -> CurveFacts:
        sides = DERIVATIVES[self.name](np.array([-1.0, 1.0])) if self.bent else (None, None)
        left, right = (None if side is None else float(side) for side in sides)
        z, a = self.visible()
        reach = (round(float(z[0]), 2), round(float(z[-1]), 2)), (float(a[0]), float(a[-1]))
        return CurveFacts(self.name, *reach, self.steepest, left, right)


def _superscript(content: str) -> Markup:
    return element("tspan", content, dy=-5, font_size=11)


def _formula(name: str) -> Markup:
    """How the function is written."""
    leak = f"{float(DERIVATIVES['leaky_relu'](np.array([-1.0]))[0]):g}"
    plain = {
        "relu": "ReLU(z) = max(0, z)",
        "leaky_relu": f"max({leak} z, z)",
        "tanh": f"tanh(z) = 2σ(2z) {MINUS} 1",
    }
    if name in plain:
        return Markup(plain[name])
    return Markup(f"σ(z) = 1 / (1 + e{_superscript(MINUS + 'z')}{element('tspan', ')', dy=5)}")


def _grid(chart: Chart, axes: Axes, curve: Curve) -> None:
    """Grid lines with their numbers, and the axis of z."""
    low, high = curve.value_range()
    bounded = high - low <= 2
    steps = (
        [low, (low + high) / 2, high]
        if bounded
        else MaxNLocator(4, steps=[1, 2, 5, 10]).tick_values(low, high)
    )
    start, stop, (bottom, top) = float(curve.z[0]), float(curve.z[-1]), axes.y
    levels = [float(y) for y in steps if low <= y <= high]
    lines = [([start, stop], [y, y]) for y in levels] + (
        [([0, 0], [bottom, top])] if start < 0 < stop else []
    )
    for x, y in lines:
        axes.plot(x, y, color=sentinel("grid"), lw=1)
    axes.plot([start, stop], [bottom, bottom], color=sentinel("secondary"), lw=1.2)
    for level in levels:
        chart.label(axes, (start, level, -7, 4), shortest(level), NOTE, "end")
    for z in (float(z) for z in MaxNLocator(6).tick_values(start, stop) if start <= z <= stop):
        chart.label(axes, (z, bottom, 0, 17), shortest(z), NOTE, "middle")


def _shade(chart: Chart, axes: Axes, curve: Curve, language: str) -> None:
    """The flat parts; where there is room, and the curve leaves it, the word for them."""
    say, (bottom, top) = WORDS(language), axes.y
    for begin, end in curve.flat_ranges():
        axes.fill([begin, end, end, begin], [bottom, bottom, top, top], color=sentinel("panel"), lw=0)
        share = (end - begin) / float(curve.z[-1] - curve.z[0])
        if share > 0.19 and not curve.bent and curve.window == (None, None):
            low = begin > 0
            y, down = (bottom, -10.0) if low else (top, 18.0)
            chart.label(axes, ((begin + end) / 2, y, 0, down), say["saturated"], NOTE, "middle")


def _dot(axes: Axes, z: float, a: float, role: str) -> None:
    axes.plot([z, z], [a, a], color=sentinel(role), lw=8, solid_capstyle="round")


def _mark_steepest(chart: Chart, axes: Axes, curve: Curve, language: str) -> None:
    """A dot with a tangent where a smooth curve is steepest."""
    at = int(curve.slope.argmax())
    z, a, slope = float(curve.z[at]), float(curve.a[at]), float(curve.slope[at])
    low, high = curve.value_range()
    if not low < a < high:
        return
    reach = 0.46 * (high - low) / slope
    left, right = max(z - reach, z + (low - a) / slope), min(z + reach, z + (high - a) / slope)
    ends = np.array([max(left, curve.z[0]), min(right, curve.z[-1])])
    axes.plot(ends, a + slope * (ends - z), color=sentinel("secondary"), lw=1.2, dashes=(3, 3))
    _dot(axes, z, a, COLOUR[curve.name])
    chart.label(
        axes, (z, a, 13, 15), WORDS(language)["steepest"].format(slope=shortest(round(slope, 2))), NOTE
    )


def _mark_pieces(chart: Chart, axes: Axes, curve: Curve, language: str) -> None:
    """The slopes of the two straight pieces, and a dot where they meet."""
    say, style = WORDS(language), LABEL.coloured(COLOUR[curve.name])
    z_drawn, a_drawn = curve.visible()
    start, stop = float(z_drawn[0]), float(z_drawn[-1])
    if start < 0:
        slope = shortest(float(curve.slope[0]))
        chart.label(axes, (start, float(a_drawn[0]), 10, -9), say["slope_of"].format(slope=slope), style)
    if stop > 0:
        z = max(start, 0) + 0.62 * (stop - max(start, 0))
        slope = shortest(float(curve.slope[-1]))
        chart.label(
            axes,
            (z, float(ACTIVATIONS[curve.name](np.array([z]))[0]), -12, 0),
            say["slope_of"].format(slope=slope),
            style,
            "end",
        )
        chart.label(axes, (axes.x[1], axes.y[0], 0, -14), say["no_flat"], NOTE, "end")
    if start < 0 < stop:
        _dot(axes, 0, 0, COLOUR[curve.name])


def _slope_strip(chart: Chart, curve: Curve, language: str) -> None:
    """The slope under the curve, from 0 to 1 for every function, so that strips can be compared."""
    say, role = WORDS(language), COLOUR[curve.name]
    start, stop = float(curve.z[0]), float(curve.z[-1])
    at = np.sort(np.concatenate((curve.z, [-1e-9, 1e-9]))) if curve.bent and start < 0 < stop else curve.z
    axes = chart.axes(SLOPE_BOX, (start, stop), (0, 1))
    for y in (0, 1):
        axes.plot(
            [start, stop],
            [y, y],
            color=sentinel("secondary" if y == 0 else "grid"),
            lw=1.2 - 0.2 * y,
        )
        chart.label(axes, (start, y, -7, 4), str(y), NOTE, "end")
    area = axes.fill(
        np.concatenate(([start], at, [stop])), np.concatenate(([0], DERIVATIVES[curve.name](at), [0])),
        color=sentinel(role), alpha=0.75, lw=0,
    )  # fmt: skip
    area.set_gid(f"slope-{curve.name}")
    chart.label(axes, (start, 0, 0, 20), say["slope"], NOTE)
    chart.label(axes, (stop, 0, 0, 20), f"{say['z']} →", NOTE, "end")


def _panel(curve: Curve, language: str, prefix: str) -> Markup:
    """One function: title, formula, curve, slope."""
    chart = Chart(TALL, HEIGHT)
    low, high = curve.value_range()
    below, above = (0.08 * (high - low) if edge is None else 0.0 for edge in curve.window)
    axes = chart.axes(CURVE_BOX, (float(curve.z[0]), float(curve.z[-1])), (low - below, high + above))
    _shade(chart, axes, curve, language)
    _grid(chart, axes, curve)
    drawn = axes.plot(*curve.visible(), color=sentinel(COLOUR[curve.name]), lw=2.5)
    drawn.set_gid(f"curve-{curve.name}")
    (_mark_pieces if curve.bent else _mark_steepest)(chart, axes, curve, language)
    chart.note((CURVE_BOX[0], 17), WORDS(language)[curve.name], HEAD)
    chart.note((CURVE_BOX[0], 38), _formula(curve.name), FORMULA)
    _slope_strip(chart, curve, language)
    return chart.finish(prefix)


def _table(curves: list[Curve], language: str) -> tuple[tuple[str, ...], ...]:
    """Value and slope of every function at seven evenly spaced places of the range."""
    say = WORDS(language)
    names = [say[curve.name] for curve in curves]
    header = ("z", *(part for name in names for part in (name, f"{name}, {say['slope']}")))
    z = np.linspace(float(curves[0].z[0]), float(curves[0].z[-1]), 7)
    columns = [[ACTIVATIONS[curve.name](z.copy()), DERIVATIVES[curve.name](z)] for curve in curves]
    rows = (
        (
            shortest(round(float(value), 2)),
            *(fixed(float(column[i]), 4) for pair in columns for column in pair),
        )
        for i, value in enumerate(z)
    )
    return (header, *rows)


def draw(request: Request) -> Drawing:
    """Draw one panel per function, each an svg of its own, so that they wrap where there is no room."""
    figure = request.figure
    assert isinstance(figure, ActivationCurves)
    language = figure_language(request.language)
    window = (figure.low, figure.high)
    curves = [Curve.of(name, figure.start, figure.stop, window) for name in figure.functions]
    facts, panels = [curve.facts() for curve in curves], []
    for curve, fact in zip(curves, facts, strict=True):
        say, prefix = say_curve(language, fact), f"{figure.id}_{curve.name}"
        sheet = Sheet(prefix, TALL, HEIGHT, say.label, say.description, language, "panel")
        panels.append(sheet.document(_panel(curve, language, prefix)))
    together = element("div", *panels, class_="nn-panels")
    return Drawing(together, say_curves(language, facts), _table(curves, language))
