"""Pieces of figures that explain in steps: numbered headings, bars that run on from each other, and a small
activation curve with a neuron's place on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.figures.numerals import shortest
from generator.figures.svg import Markup, element, group, join, line, number, text, tspan
from generator.figures.theme import BODY, NOTE, STRONG, Type, paint
from generator.network.activations import ACTIVATIONS

DISC = 9
NOTHING = 1e-12
REACH = 6.0
"""A small curve shows at least z from −6 to 6."""


def step_heading(at: tuple[float, float], step: int, title: str, more: str = "") -> Markup:
    """A numbered disc, a title and a quieter addition; the baseline is at (x, y)."""
    x, y = at
    words = element(
        "text",
        tspan(title, STRONG),
        tspan(f" {more}", NOTE) if more else "",
        x=x + 2 * DISC + 6,
        y=y,
        font_size=STRONG.size,
    )
    return join(
        element("circle", cx=x + DISC, cy=y - 4.5, r=DISC, fill=paint("ink")),
        text(x + DISC, y - 0.2, str(step), Type(12, "surface", bold=True), "middle"),
        words,
    )


@dataclass(frozen=True)
class Bar:
    """One number of a running total: starts where the one before ended, or at zero if it is a ``total``."""

    name: str
    value: float
    role: str
    label: str
    total: bool = False


def _ends(bars: Sequence[Bar]) -> list[tuple[float, float]]:
    ends, at = [], 0.0
    for bar in bars:
        begin = 0.0 if bar.total else at
        at = begin + bar.value
        ends.append((begin, at))
    return ends


def waterfall(bars: Sequence[Bar], box: tuple[float, float, float], row: float, prefix: str) -> Markup:
    """Bars below each other in ``box`` (left, top, width), ``row`` pixels each: names on the left, numbers on
    the right."""
    left, top, width = box
    ends = _ends(bars)
    begin, end = left + 92, left + width - 74
    low, high = min(min(pair) for pair in ends), max(max(pair) for pair in ends)
    # Sums next to nothing, of a network nobody trained, have no length.
    unit = (end - begin) / (high - low) if high - low > NOTHING else 0.0
    zero = begin - low * unit
    parts = [line(zero, top, zero, top + row * len(bars), "secondary")]
    for i, (bar, (start, stop)) in enumerate(zip(bars, ends, strict=True)):
        y, style = top + i * row, STRONG if bar.total else BODY
        colour = bar.role if bar.role == "ink" else f"{bar.role}-text"
        x, size = zero + min(start, stop) * unit, abs(stop - start) * unit
        parts.append(text(left + 84, y + row / 2 + 4.5, bar.name, style.coloured(colour), "end"))
        parts.append(
            element(
                "rect",
                x=x,
                y=y + 4,
                width=max(size, 0.5),
                height=row - 8,
                rx=1.5,
                fill=paint(bar.role),
                stroke=paint("secondary") if bar.value < 0 else None,
                stroke_dasharray="3 2" if bar.value < 0 else None,
            )
        )
        parts.append(text(left + width, y + row / 2 + 4.5, bar.label, STRONG.coloured(colour), "end"))
        if i + 1 < len(bars) and not bars[i + 1].total:
            at = zero + stop * unit
            parts.append(line(at, y + row - 4, at, y + row + 4, "secondary"))
    return group(*parts, id=f"{prefix}_bars")


@dataclass(frozen=True)
class CurvePlace:
    """Where a neuron stands on its activation function: a = f(z)."""

    function: str
    z: float
    a: float


def small_curve(place: CurvePlace, box: tuple[float, float, float, float], label: str, prefix: str) -> Markup:
    """The function in ``box`` (left, top, width, height) with a dot at (z, a) and ``label`` under it."""
    left, top, width, height = box
    reach = max(REACH, 1.15 * abs(place.z))
    z = np.linspace(-reach, reach, 97)
    a = ACTIVATIONS[place.function](z.copy())
    low, high = min(float(a.min()), 0.0), max(float(a.max()), 0.5)
    bounded = high <= 1

    def point(z: float, a: float) -> tuple[float, float]:
        return left + (z + reach) / (2 * reach) * width, top + (high - a) / (high - low) * height

    path = "M" + "L".join("{} {}".format(*map(number, point(*pair))) for pair in zip(z, a, strict=True))
    x, y = point(place.z, place.a)
    levels = [*((low,) if low < 0 else ()), 0.0, 1.0 if bounded else high]
    rules = (line(left, point(0, level)[1], left + width, point(0, level)[1], "grid") for level in levels)
    names = (
        text(left - 7, point(0, level)[1] + 4, shortest(round(level, 1)), NOTE, "end") for level in levels
    )
    drop = f"M{number(x)} {number(top + height)}V{number(y)}H{number(left + width + 6)}"
    middle = min(max(x, left + 34), left + width - 34)
    return join(
        *rules,
        *names,
        element(
            "path", d=path, fill="none", stroke=paint("series-1"), stroke_width=2.5, id=f"{prefix}_curve"
        ),
        element(
            "path",
            d=drop,
            fill="none",
            stroke=paint("activation-ring"),
            stroke_width=1.5,
            stroke_dasharray="3 3",
        ),
        element(
            "circle", cx=x, cy=y, r=4.5, fill=paint("activation"), stroke=paint("ink"), id=f"{prefix}_place"
        ),
        text(middle, top + height + 17, label, NOTE, "middle"),
    )


def neuron(at: tuple[float, float], radius: float, share: float, value: str, name: str) -> Markup:
    """A neuron filled to ``share`` (0–1) with gold, its activation and a name under it."""
    x, y = at
    ring = {"stroke": paint("secondary"), "stroke_width": 1.4}
    return join(
        element(
            "circle", cx=x, cy=y, r=radius, fill=paint("activation"), fill_opacity=round(share, 2), **ring
        ),
        text(x, y + radius + 17, value, STRONG, "middle"),
        text(x, y + radius + 33, name, NOTE, "middle"),
    )
