"""Where the parts of an activation flow go: from left to right in a text column, from top to bottom on a
phone."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.edges import Point
from generator.figures.flow import Flow
from generator.figures.layers import Row

NOTE_LINE = 18
SPAN = (64.0, 396.0)
"""From where to where the neurons of a layer stand in a column."""
ACROSS, ROW_MIDDLE = 8 / 11, 193.0
"""Rows on a phone are columns with smaller distances, turned; the middle of all rows, in pixels."""


@dataclass(frozen=True)
class Layout:
    """The geometry of one variant. ``down`` flows down the page; ``along[k]`` is where layer k + 1 stands.

    ``plate`` is (x, y, size) of the digit.
    """

    down: bool
    plate: tuple[float, float, float]
    along: tuple[float, ...]
    end: float

    @classmethod
    def wide(cls, layers: int, notes: int) -> Layout:
        """``notes`` is the number of lines under the digit, which moves up for them."""
        left, last = 172.0, 556.0
        unit = (last - left) / (layers + 0.2)
        along = tuple(round(last - unit * (layers - 1 - k), 1) for k in range(layers))
        return cls(False, (22, min(152.0, 208 - NOTE_LINE * notes), 150), along, 424)

    @classmethod
    def tall(cls, layers: int, notes: int) -> Layout:
        first, pitch = 252.0, 104.0
        along = tuple(first + pitch * k for k in range(layers))
        return cls(True, (131, 8, 128), along, along[-1] + 124 + NOTE_LINE * notes)

    def point(self, along: float, across: float) -> Point:
        return (across, along) if self.down else (along, across)

    def radius(self, row: Row, last: bool) -> float:
        """How large a layer's neurons are."""
        largest = (9.5 if self.down else 11.0) if last else (6.8 if self.down else 8.0)
        return round(min(largest, 0.45 * row.spacing), 1)

    def row(self, flow: Flow, k: int) -> Row:
        """Where the neurons of a layer are across the flow."""
        last = k == len(flow.drawn) - 1
        partial = len(flow.drawn[k]) < flow.activations[k].size
        largest = 36.0 if last else 24.0
        row = Row.spread(flow.drawn[k], len(flow.drawn[k]) if partial else None, (*SPAN, largest))
        return row.resized(ACROSS, sum(SPAN) / 2, ROW_MIDDLE) if self.down else row

    def pixel(self, index: int) -> Point:
        """The middle of a pixel on the plate."""
        x, y, size = self.plate
        return (round(x + (index % 28 + 0.5) * size / 28, 1), round(y + (index // 28 + 0.5) * size / 28, 1))

    def between(self, rows: list[Row], k: int) -> tuple[float, float]:
        """Where along the flow the lines into a layer after the first begin and end."""
        last = k == len(rows) - 1
        begin = self.along[k - 1] + self.radius(rows[k - 1], False)
        return begin, self.along[k] - self.radius(rows[k], last)
