"""Shapes that a plot draws more than once, mostly in both of its twins, stand once in the page.

A shape that is another one moved and resized is a ``<use>`` of that, wherever the page holds it: an element
that is used is shown though the drawing it comes from is hidden.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.figures.path_data import shorten_path
from generator.figures.svg import Markup, element, group, number

LONG = 120
"""Shorter path data are drawn again: a ``<use>`` would be as long."""
NEAR = 0.1
"""So far from its place, in pixels, a point may be shown."""
MOST = 1.25
"""So many times larger a shape may be shown: its own points stand at tenths of a pixel."""
EVEN = 0.02
"""So much more in one direction than in the other a line may be resized, or it would vary in width."""

_COMMANDS = "MLCQz"
_ONLY_COMMANDS = str.maketrans("", "", "0123456789.- \n")
_ONLY_NUMBERS = str.maketrans(_COMMANDS, " " * len(_COMMANDS))
_ORIGIN = 1e-9
Points = NDArray[np.float64]


@dataclass(frozen=True)
class _Shape:
    id: str
    commands: str
    points: Points
    has_stroke: bool

    def place(self, other: _Shape) -> tuple[float, float, float, float] | None:
        """How to resize and move this shape to get the other: (right, down, x, y); None if none does."""
        if (self.commands, self.points.shape) != (other.commands, other.points.shape):
            return None
        low, size = self.points.min(axis=0), np.ptp(self.points, axis=0)
        if size.min() < _ORIGIN:
            return None
        scale = np.ptp(other.points, axis=0) / size
        move = other.points.min(axis=0) - scale * low
        written = [float(f"{part:.5f}") for part in scale]
        moved = self.points * written + np.round(move, 2)
        is_even = not self.has_stroke or abs(written[0] / written[1] - 1) <= EVEN
        if not is_even or max(written) > MOST or np.abs(moved - other.points).max() > NEAR:
            return None
        return written[0], written[1], float(move[0]), float(move[1])


class SharedShapes:
    """The long paths of one figure; ``prefix`` starts their ids."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._shapes: list[_Shape] = []

    def path(self, written: str, style: Mapping[str, object]) -> Markup:
        """A path, or a ``<use>`` of one that is alike. Its style stands around it, for each has its own."""
        commands = written.translate(_ONLY_COMMANDS)
        if len(written) < LONG or not set(commands) <= set(_COMMANDS):
            return element("path", d=shorten_path(written), **style)
        points = np.array(written.translate(_ONLY_NUMBERS).split(), dtype=np.float64).reshape(-1, 2)
        has_stroke = style.get("stroke", "none") != "none"
        shape = _Shape(f"{self._prefix}_shape{len(self._shapes) + 1}", commands, points, has_stroke)
        for known in self._shapes:
            if known.has_stroke == has_stroke and (place := known.place(shape)):
                return _use(known, place, style)
        data = shorten_path(written)
        if len(data) < LONG:
            return element("path", d=data, **style)
        self._shapes.append(shape)
        return group(element("path", id=shape.id, d=data), **style)


def _use(shape: _Shape, place: tuple[float, float, float, float], style: Mapping[str, object]) -> Markup:
    """The shape at its place; lines are made as wide as they would have been."""
    right, down, x, y = place
    kept = dict(style)
    if shape.has_stroke:
        kept["stroke_width"] = number(float(str(style.get("stroke_width", 1))) / right)
    at = f"matrix({right:.5g} 0 0 {down:.5g} {number(x)} {number(y)})"
    return group(element("use", href=f"#{shape.id}", transform=at), **kept)
