"""What a chart's data stand in: grid lines, numbers along both axes, keys of lines, labels at their ends."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.ticker import MaxNLocator

from generator.figures.chart import Axes, Chart, sentinel
from generator.figures.svg import Markup, element, join, number, text
from generator.figures.theme import NOTE, Type, paint

LABEL = Type(12, bold=True)
LABEL_GAP = 15.0
SAMPLE = 22
DASHES = (5.0, 3.0)
"""On and off, in pixels."""

Tick = tuple[float, str]


def round_ticks(low: float, high: float, most: int, *, whole: bool = False) -> list[float]:
    """At most ``most`` + 1 round numbers from ``low`` to ``high``; whole ones if that is asked for."""
    ticks = MaxNLocator(most, steps=[1, 2, 5, 10], integer=whole).tick_values(low, high)
    return [float(tick) for tick in ticks if low - 1e-9 <= tick <= high + 1e-9]


def draw_frame(chart: Chart, axes: Axes, x: Sequence[Tick], y: Sequence[Tick]) -> None:
    """A grid line for every tick of y, the axis of x, and the ticks' labels."""
    (left, right), (bottom, _) = axes.x, axes.y
    for level, label in y:
        axes.plot([left, right], [level, level], color=sentinel("grid"), lw=1, zorder=0)
        chart.label(axes, (left, level, -7, 4), label, NOTE, "end")
    axes.plot([left, right], [bottom, bottom], color=sentinel("secondary"), lw=1.2)
    for place, label in x:
        chart.label(axes, (place, bottom, 0, 17), label, NOTE, "middle")


def key(x: float, y: float, content: str, role: str, *, dashed: bool = False) -> Markup:
    """A piece of a line and what it stands for, with the text's baseline at ``y``."""
    sample = element(
        "path",
        d=f"M{number(x)} {number(y - 4)}h{SAMPLE}",
        stroke=paint(role),
        stroke_width=2,
        stroke_dasharray=" ".join(map(number, DASHES)) if dashed else None,
        fill="none",
    )
    return join(sample, text(x + SAMPLE + 6, y, content, NOTE))


def label_ends(chart: Chart, axes: Axes, ends: Sequence[tuple[float, str, str]]) -> None:
    """Labels at the right edge, each (value on y, words, role) at the height of its line; labels that would
    collide are pushed apart, and none leaves the axes."""
    right = axes.x[1]
    pixels = [axes.pixels(right, value)[1] for value, _, _ in ends]
    low, high = (axes.pixels(right, y)[1] for y in axes.y)
    for place, index in zip(
        spread(sorted(pixels), LABEL_GAP, (low, high)),
        sorted(range(len(ends)), key=pixels.__getitem__),
        strict=True,
    ):
        value, words, role = ends[index]
        down = pixels[index] - place + 4
        chart.label(axes, (right, value, 6, down), words, LABEL.coloured(role))


def spread(places: Sequence[float], gap: float, limits: tuple[float, float]) -> list[float]:
    """Rising places moved as little as needed to be ``gap`` apart and within the limits, if there is room."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + gap if moved else limits[0]))
    ceiling = limits[1]
    for index in range(len(moved) - 1, -1, -1):
        moved[index] = min(moved[index], ceiling)
        ceiling = moved[index] - gap
    return moved
