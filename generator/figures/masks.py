"""Fields of more cells than can be vectors: two 4-bit PNG images, one per sign, through which a colour shows.

The images weigh most of such a figure, so its twins share them: one of them holds the images, and each shows
them through masks of its own (a mask inside a hidden drawing would not work in every browser; an image that a
``<use>`` repeats does).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.figures.grids import Levels, vector_field
from generator.figures.png import MAX_GREY, data_uri, encode_grey4
from generator.figures.svg import Markup, element, join
from generator.figures.theme import paint

VECTOR_CELLS = 3 * 784
"""Up to so many cells of one figure are drawn as vectors."""
SIGNS = ((1, "positive"), (-1, "negative"))


@dataclass(frozen=True)
class View:
    """Some rows of the cells, shown with their top left corner at (x, y)."""

    x: int
    y: int
    row: int
    rows: int


@dataclass(frozen=True)
class MaskedCells:
    """Signed levels (rows, columns), and how many levels each sign has; ``name`` starts the images' ids."""

    name: str
    levels: Levels
    steps: int

    def images(self) -> Markup:
        """The images, for one drawing of those that show the cells."""
        rows, columns = self.levels.shape
        made = []
        for sign, role in SIGNS:
            grey = np.rint(np.clip(sign * self.levels, 0, None) / self.steps * MAX_GREY).astype(np.uint8)
            made.append(
                element(
                    "image",
                    id=f"{self.name}_{role}_image",
                    href=data_uri(encode_grey4(grey)),
                    width=columns,
                    height=rows,
                    style="image-rendering:pixelated",
                )
            )
        return element("defs", *made)

    def field(self, name: str, views: tuple[View, ...] = ()) -> Markup:
        """The cells, 1 × 1 each, all of them or some rows at a time. ``name`` is the hatch's prefix."""
        rows, columns = self.levels.shape
        views = views or (View(0, 0, 0, rows),)
        size = {
            "width": max(view.x for view in views) + columns,
            "height": max(view.y + view.rows for view in views),
        }
        pieces = [_clip(f"{name}_rows{place}", view, columns) for place, view in enumerate(views)]
        for _, role in SIGNS:
            shown = [self._view(view, f"{name}_rows{place}", role) for place, view in enumerate(views)]
            pieces.append(
                element("mask", *shown, id=f"{name}_{role}", maskUnits="userSpaceOnUse", x=0, y=0, **size)
            )
            pieces.append(element("rect", fill=paint(role), mask=f"url(#{name}_{role})", **size))
        hatching = element(
            "rect",
            fill=f"url(#{name}_hatch)",
            mask=f"url(#{name}_negative)",
            class_="nn-hatch",
            display="none",
            **size,
        )
        return join(*pieces, hatching)

    def _view(self, view: View, clip: str, role: str) -> Markup:
        return element(
            "use",
            href=f"#{self.name}_{role}_image",
            clip_path=f"url(#{clip})",
            transform=f"translate({view.x} {view.y - view.row})",
        )


def _clip(name: str, view: View, columns: int) -> Markup:
    """Leaves of the image what a view shows; page styles that resize a nested ``<svg>`` leave it alone."""
    return element("clipPath", element("rect", y=view.row, width=columns, height=view.rows), id=name)


def cell_field(levels: Levels, steps: int, name: str) -> Markup:
    """The signed cells of a figure without twin, in the way that is shorter for so many of them."""
    if levels.size <= VECTOR_CELLS:
        return vector_field(levels, steps, name)
    cells = MaskedCells(name, levels, steps)
    return join(cells.images(), cells.field(name))
