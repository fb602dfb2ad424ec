"""Which neurons of a layer are drawn, and where: large layers show some, and dots for the rest."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

import numpy as np
from numpy.typing import NDArray

from generator.figures.svg import Markup, element, group, number
from generator.figures.theme import paint

MAX_DRAWN = 16
_GAP = 2
"""Slots left free for the dots that stand for neurons not drawn."""
WHOLE_FROM = 8
"""Larger spacings than this many pixels are whole ones."""


def most_active(activations: NDArray[np.floating]) -> tuple[int, ...]:
    """All neurons of a small layer; of a large one the 16 with the largest activations, in their own
    order."""
    strongest = np.argsort(-np.abs(activations), kind="stable")[:MAX_DRAWN]
    return tuple(sorted(strongest.tolist()))


def first_and_last(size: int, most: int = MAX_DRAWN) -> tuple[int, ...]:
    """All neurons of a layer of up to ``most``; of a larger one as many first as last ones, with room for
    dots."""
    half = (most - _GAP) // 2
    return tuple(range(size)) if size <= most else (*range(half), *range(size - half, size))


@dataclass(frozen=True)
class Row:
    """Where the drawn neurons of a layer are: place (pixels) by neuron, and the places of the dots."""

    places: dict[int, float]
    dots: tuple[float, ...]
    spacing: float

    @classmethod
    def spread(cls, neurons: tuple[int, ...], gap_after: int | None, span: tuple[float, float, float]) -> Row:
        """Spread neurons evenly. ``gap_after`` says after how many of them the dots come; ``span`` is (from,
        to, largest spacing), and what needs less room is centred. Where there is room, everything stands at
        whole pixels: equal distances between lines compress well."""
        slots = len(neurons) + (0 if gap_after is None else _GAP)
        spacing = min(span[2], (span[1] - span[0]) / max(slots - 1, 1))
        spacing = floor(spacing) if spacing > WHOLE_FROM else spacing
        begin = floor((span[0] + span[1] - spacing * (slots - 1)) / 2)
        shift = [_GAP if gap_after is not None and i >= gap_after else 0 for i in range(len(neurons))]
        places = {n: round(begin + spacing * (i + shift[i]), 1) for i, n in enumerate(neurons)}
        dots = (
            () if gap_after is None else tuple(begin + spacing * (gap_after + part) for part in (0, 0.5, 1))
        )
        return cls(places, dots, spacing)

    def resized(self, share: float, middle: float, to: float) -> Row:
        """The row with other distances, its ``middle`` moved ``to`` another place."""

        def move(place: float) -> float:
            return round(to + share * (place - middle), 1)

        places = {neuron: move(place) for neuron, place in self.places.items()}
        return Row(places, tuple(map(move, self.dots)), self.spacing * share)


def dots(row: Row, along: float, down: bool) -> Markup:
    """Three dots for the neurons that are not drawn."""
    circles = (
        element("circle", cx=place if down else along, cy=along if down else place, r=1.8)
        for place in row.dots
    )
    return group(*circles, fill=paint("secondary"))


def brace(x: float, top: float, bottom: float) -> Markup:
    """A curly brace that opens to the right and points to the left."""
    middle = (top + bottom) / 2
    arm = f"V{number(middle - 6)}q0 6-6 6q6 0 6 6V{number(bottom - 6)}q0 6 6 6"
    path = f"M{number(x + 6)} {number(top)}q-6 0-6 6{arm}"
    return element("path", d=path, fill="none", stroke=paint("secondary"), stroke_width=1.3)
