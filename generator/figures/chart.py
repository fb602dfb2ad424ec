"""Charts with axes: drawn by matplotlib, finished into the same kind of SVG as everything else.

matplotlib scales, places and draws; it never chooses a colour or sets type. Labels are our own ``<text>`` at
the places its scales give. So the file does not depend on the fonts of the machine that built it, and Korean
needs none there.
"""

from __future__ import annotations

import io

import matplotlib
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.transforms import Bbox, BboxTransform
from numpy.typing import ArrayLike

from generator.figures.matplotlib_svg import SETTINGS, read_svg, sentinel
from generator.figures.svg import Markup, join, text
from generator.figures.theme import Type

__all__ = ["Axes", "Box", "Chart", "sentinel"]

Box = tuple[float, float, float, float]


class Axes:
    """A rectangle of a chart with a linear scale for x and one for y, and what is drawn in it.

    matplotlib's own axes would also make ticks, spines and labels, which nobody sees here: most of the time
    that a chart takes.
    """

    def __init__(self, place: Bbox, x: tuple[float, float], y: tuple[float, float]) -> None:
        self.x, self.y = x, y
        self.artists: list[Artist] = []
        self._scale = BboxTransform(Bbox.from_extents(x[0], y[0], x[1], y[1]), place)

    def plot(self, x: ArrayLike, y: ArrayLike, **style: object) -> Line2D:
        """A line through points of the data."""
        line = Line2D(x, y, transform=self._scale)
        line.set(**style)
        self.artists.append(line)
        return line

    def fill(self, x: ArrayLike, y: ArrayLike, **style: object) -> Polygon:
        """A filled outline through points of the data."""
        outline = Polygon(np.column_stack((np.asarray(x), np.asarray(y))), transform=self._scale)
        outline.set(**style)
        self.artists.append(outline)
        return outline

    def pixels(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the data is drawn: pixels from the left and from the bottom of the picture."""
        left, up = self._scale.transform((x, y))
        return float(left), float(up)


class Chart:
    """A drawing whose units are CSS pixels, with y growing downwards in boxes as everywhere in SVG."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._axes: list[Axes] = []
        self._labels: list[Markup] = []

    def axes(self, box: Box, x: tuple[float, float], y: tuple[float, float]) -> Axes:
        """Bare axes in ``box`` (left, top, right, bottom) with the ranges ``x`` and ``y``."""
        left, top, right, bottom = box
        place = Bbox.from_extents(left, self.height - bottom, right, self.height - top)
        self._axes.append(Axes(place, x, y))
        return self._axes[-1]

    def label(self, axes: Axes, at: Box, content: str, style: Type, anchor: str = "start") -> None:
        """Text with its baseline at a point of the axes; ``at`` is (x, y, pixels right, pixels down)."""
        x, y = axes.pixels(*at[:2])
        self.note((round(x + at[2], 2), round(self.height - y + at[3], 2)), content, style, anchor)

    def note(self, at: tuple[float, float], content: str, style: Type, anchor: str = "start") -> None:
        """Text with its baseline at a point of the picture."""
        self._labels.append(text(*at, content, style, anchor))

    def finish(self, prefix: str) -> Markup:
        """The drawing without its ``<svg>``; what was given a gid gets the id ``prefix_gid``."""
        buffer = io.StringIO()
        with matplotlib.rc_context(SETTINGS):
            renderer = RendererSVG(  # type: ignore[no-untyped-call]
                self.width, self.height, buffer, metadata={"Date": None}
            )
            for axes in self._axes:
                for artist in sorted(axes.artists, key=Artist.get_zorder):
                    artist.draw(renderer)
            renderer.finalize()  # type: ignore[no-untyped-call]
        return join(read_svg(buffer.getvalue(), prefix), *self._labels)
