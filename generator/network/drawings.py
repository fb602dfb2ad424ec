"""Brush strokes → the pixels that a network reads, as assets/js/brush.mjs and preprocess.mjs make them.

MNIST's digits were scaled into 20 × 20 pixels, and their centre of mass was put into the middle of 28 × 28.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Stroke: TypeAlias = tuple[float, float, float, float, float, float]
"""x, y, to x, to y, radius, all in cells; and the value: 1 is ink, 0 erases."""


def _covered(side: int, stroke: Stroke) -> Floats:
    """How much of each cell a brush stroke covers, (side, side)."""
    x1, y1, x2, y2, radius, _ = stroke
    middles = np.arange(side) + 0.5
    points = np.stack(np.meshgrid(middles, middles), axis=-1)  # (rows, columns, x and y)
    start, way = np.array([x1, y1]), np.array([x2 - x1, y2 - y1])
    along = np.clip((points - start) @ way / max(float(way @ way), 1e-12), 0, 1)
    nearest = start + along[..., None] * way
    covered: Floats = np.clip(radius + 0.5 - np.linalg.norm(points - nearest, axis=-1), 0, 1)
    return covered


def draw_strokes(side: int, strokes: Sequence[Stroke]) -> Floats:
    """The ink (side, side) after all strokes."""
    ink = np.zeros((side, side))
    for stroke in strokes:
        covered = _covered(side, stroke)
        ink = np.maximum(ink, covered) if stroke[-1] else np.minimum(ink, 1 - covered)
    return ink


def _averages(side: int, start: float, scale: float) -> Floats:
    """The matrix (28, side) that takes the mean of what lies below each pixel along one axis."""
    edges = start + np.arange(29) / scale
    cells = np.arange(side)
    low, high = np.maximum(edges[:-1, None], cells), np.minimum(edges[1:, None], cells + 1)
    means: Floats = np.clip(high - low, 0, None) * scale
    return means


def _place(ink: Floats, scale: float) -> float:
    """Where along the rows pixel 0 begins. ``ink`` (rows,) is summed over the columns."""
    filled = np.flatnonzero(ink)
    mass = ((np.arange(ink.size) + 0.5) * ink).sum() / ink.sum()
    room = 28 - np.ceil((filled[-1] + 1 - filled[0]) * scale - 1e-9)
    pixel = np.clip(np.floor(14.5 - (mass - filled[0]) * scale + 0.5 - 1e-6), 0, room)
    return float(filled[0] - pixel / scale)


def prepare(ink: Floats, centred: bool) -> Floats:
    """What the network reads of a drawing (side, side): (28, 28), 0 to 1."""
    side = len(ink)
    scale, starts = 28 / side, [0.0, 0.0]
    sums = [ink.sum(axis=1), ink.sum(axis=0)]
    if centred and ink.any():
        scale = 20 / max(np.ptp(np.flatnonzero(each)) + 1 for each in sums)
        starts = [_place(each, scale) for each in sums]
    rows, columns = (_averages(side, start, scale) for start in starts)
    return np.minimum(rows @ ink @ columns.T, 1)
