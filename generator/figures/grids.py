"""Arrays of numbers as fields of cells: signed weights, and the pixels of a digit.

Cells of equal level share one ``<path>`` of horizontal strokes, run-length coded: a fifteenth of the bytes of
one ``<rect>`` per cell, and still vector. Where that would be too much (many grids in one figure), see
``masks``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.figures.numerals import fixed, signed
from generator.figures.svg import Markup, element, group, join, number, text
from generator.figures.theme import NOTE, Type, paint
from generator.figures.words import words

Levels = NDArray[np.int64]
Values = NDArray[np.floating]
GREYS = 16
SMALLEST = float(np.finfo(np.float16).smallest_subnormal)
CLIPPED_FROM = 400
"""Fewer weights than these are never clipped."""


@dataclass(frozen=True)
class SignedScale:
    """How signed numbers become ``-steps … +steps`` flat levels; ``limit`` is the value of the strongest one.

    ``clipped`` says that some numbers lie beyond the limit, so a legend must write ≤ and ≥.
    """

    limit: float
    steps: int
    clipped: bool
    decimals: int = 2
    ends: tuple[str, str] = ("pushes_down", "pushes_up")
    """What negative and positive ones mean, as words of all figures."""

    @classmethod
    def of(cls, values: Values, steps: int) -> SignedScale:
        """The scale of some weights, its limit rounded up to the digits its legend shows.

        Many weights are clipped at the 99.5th percentile of their sizes, so that a few extreme ones do not
        fade all others.
        """
        sizes = np.abs(np.asarray(values, dtype=np.float64))
        largest = float(sizes.max())
        target = float(np.percentile(sizes, 99.5)) if sizes.size >= CLIPPED_FROM else largest
        # Below what float16 can hold a legend would need hundreds of decimals; such weights show as zero.
        target = max(target or largest, SMALLEST) if largest else 1.0
        decimals = max(2, 1 - math.floor(math.log10(target)))
        limit = math.ceil(round(target * 10**decimals, 6)) / 10**decimals
        return cls(limit, steps, largest > limit, decimals)

    def levels(self, values: Values) -> Levels:
        """Each number's level: 0 around zero, ±steps at the limit and beyond."""
        scaled = np.rint(np.asarray(values, dtype=np.float64) / self.limit * self.steps)
        return np.clip(scaled, -self.steps, self.steps).astype(np.int64)

    def end_labels(self) -> tuple[str, str]:
        """What the two ends of the legend say."""
        low, high = signed(-self.limit, self.decimals), signed(self.limit, self.decimals)
        return (f"≤ {low}", f"≥ {high}") if self.clipped else (low, high)


def strokes(levels: Levels, level: int) -> str:
    """The path data of all cells of one level in an array (rows, columns), cells 1 × 1."""
    pieces: list[str] = []
    # A run begins where a cell differs from the one before it, and ends where the next one does.
    hits = np.pad(levels == level, ((0, 0), (1, 1)))
    rows, edges = np.nonzero(hits[:, 1:] != hits[:, :-1])
    before, end = -1, 0
    for row, begin, stop in zip(rows[::2].tolist(), edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        move = f"m{begin - end} 0" if row == before else f"M{begin} {number(row + 0.5)}"
        pieces.append(f"{move}h{stop - begin}")
        before, end = row, stop
    return "".join(pieces)


def field(levels: Levels, steps: int, sign: int) -> Markup:
    """The strokes of all cells of one sign; the colour is inherited from the element around."""
    found = (strokes(levels, sign * level) for level in range(1, steps + 1))
    return join(
        *(
            element("path", d=path, stroke_opacity=level / steps)
            for level, path in enumerate(found, start=1)
            if path
        )
    )


def hatch(figure_id: str, cell: float) -> Markup:
    """The pattern that marks negative cells where colour cannot: in print and high contrast."""
    return element(
        "pattern",
        element("path", d="M-1 1L1 -1M0 6L6 0M5 7L7 5", stroke=paint("ink"), stroke_width=1.1, fill="none"),
        id=f"{figure_id}_hatch",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform=f"scale({1 / cell:.4g})" if cell != 1 else None,
    )


def vector_field(levels: Levels, steps: int, name: str) -> Markup:
    """Signed cells, 1 × 1 each, as strokes. ``name`` is ``<hatch's prefix>_<own name>`` or just the
    prefix."""
    negative = field(levels, steps, -1)
    hatching = element(
        "use",
        href=f"#{name}_neg",
        stroke=f"url(#{name.split('_row')[0]}_hatch)",
        class_="nn-hatch",
        display="none",
    )
    return group(
        group(field(levels, steps, 1), stroke=paint("positive")),
        group(group(negative, id=f"{name}_neg"), stroke=paint("negative"))
        if negative
        else Markup(""),
        hatching if negative else Markup(""),
        fill="none",
        shape_rendering="crispEdges",
    )


def placed(x: float, y: float, cell: float, cells: Markup) -> Markup:
    """A field put at (x, y) with cells of ``cell`` pixels."""
    return group(cells, transform=f"translate({number(x)} {number(y)}) scale({cell:.5g})")


def ground(x: float, y: float, width: float, height: float) -> Markup:
    """The surface that means zero, with a hairline around; goes below a field."""
    return element(
        "rect", x=x, y=y, width=width, height=height, fill=paint("zero"), stroke=paint("rule"), rx=1
    )


def image_side(inputs: int, layer: int) -> int | None:
    """The side of the square image that layer 1 looks at, or None if its inputs are no image."""
    side = math.isqrt(inputs)
    return side if layer == 1 and side * side == inputs and side >= 8 else None


def plate(size: float) -> Markup:
    """The black ground of a digit; black in dark mode, too, because 1 means white."""
    return element("rect", width=size, height=size, rx=4, fill=paint("plate"), stroke=paint("plate-edge"))


def digit_cells(pixels: Values, size: float) -> Markup:
    """A digit (784 numbers from 0 to 1) as white cells of ``size`` / 28, to be laid on a plate."""
    levels = np.rint(np.asarray(pixels, dtype=np.float64).reshape(28, 28) * GREYS).astype(np.int64)
    return group(
        field(levels, GREYS, 1),
        transform=f"scale({size / 28:.5g})",
        stroke=paint("lit"),
        fill="none",
        shape_rendering="crispEdges",
    )


def _legend_boxes(steps: int, cell: float) -> list[Markup]:
    """One box per level but zero."""
    return [
        element(
            "rect",
            x=(level + steps) * cell,
            y=18,
            width=cell,
            height=10,
            fill=paint("positive" if level > 0 else "negative"),
            fill_opacity=abs(level) / steps,
        )
        for level in range(-steps, steps + 1)
        if level
    ]


def signed_legend(
    scale: SignedScale, width: float, language: str, name: str
) -> Markup:
    """Flat steps from the strongest negative to the strongest positive level, named at both ends; 44 high.

    ``name`` starts the id of its hatch pattern.
    """
    cell = width / (2 * scale.steps + 1)
    boxes = _legend_boxes(scale.steps, cell)
    say = words(language)
    low, high = scale.end_labels()
    side = Type(12, bold=True)
    return join(
        element("rect", y=18, width=width, height=10, fill=paint("zero")),
        group(*boxes, shape_rendering="crispEdges"),
        hatch(f"{name}_legend", 1),
        element(
            "rect",
            y=18,
            width=cell * scale.steps,
            height=10,
            fill=f"url(#{name}_legend_hatch)",
            class_="nn-hatch",
            display="none",
        ),
        element("rect", y=18, width=width, height=10, fill="none", stroke=paint("rule")),
        text(0, 11, f"− {say[scale.ends[0]]}", side.coloured("negative-text")),
        text(width, 11, f"{say[scale.ends[1]]} +", side.coloured("positive-text"), "end"),
        text(0, 43, low, NOTE),
        text(width / 2, 43, fixed(0, 0), NOTE, "middle"),
        text(width, 43, high, NOTE, "end"),
    )
