"""Charts with axes: drawn by matplotlib, finished into the same kind of SVG as everything else.

matplotlib scales, places and draws; it never chooses a colour or sets type. It draws in sentinel colours, one
per role, which ``finish`` turns into CSS variables; labels are our own ``<text>`` at the places its axes
give. What else it writes is left out: its style sheet (which would restyle every other SVG of the page), its
metadata, its ids. So the file does not depend on the fonts of the machine that built it, and Korean needs
none there.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import matplotlib
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.transforms import Bbox, BboxTransform
from numpy.typing import ArrayLike

from generator.errors import FigureError
from generator.figures.svg import Markup, element, join, number, text
from generator.figures.theme import COLOURS, Type, paint

_SVG = "{http://www.w3.org/2000/svg}"
_ROLES = {f"#0101{index:02x}": role for index, role in enumerate(COLOURS)}
_SENTINELS = {role: sentinel for sentinel, role in _ROLES.items()}
_NUMBER = re.compile(r"-?\d+\.?\d*(?:e-?\d+)?")
_AUTOMATIC_ID = re.compile(r"_\d+$")
_KEPT = ("fill", "fill-opacity", "opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-dasharray")
_EMPTY = {"metadata", "defs", "style"}
Box = tuple[float, float, float, float]


def sentinel(role: str) -> str:
    """The colour that stands for a role while matplotlib draws."""
    return _SENTINELS[role]


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
        """The drawing without its ``<svg>``; what was given a gid gets the id ``prefix_gid``.

        Raises FigureError for anything but paths: rasters and markers cannot follow the page's theme.
        """
        buffer = io.StringIO()
        with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "lessonloom"}):
            renderer = RendererSVG(  # type: ignore[no-untyped-call]
                self.width, self.height, buffer, metadata={"Date": None}
            )
            for axes in self._axes:
                for artist in sorted(axes.artists, key=Artist.get_zorder):
                    artist.draw(renderer)
            renderer.finalize()  # type: ignore[no-untyped-call]
        root = ElementTree.fromstring(buffer.getvalue())
        return join(*_paths(root, None, prefix), *self._labels)


def _paths(node: ElementTree.Element, gid: str | None, prefix: str) -> Iterator[Markup]:
    """What is drawn below a node, in order."""
    for child in node:
        name = child.tag.removeprefix(_SVG) if isinstance(child.tag, str) else "metadata"
        if name == "path":
            yield _path(child, f"{prefix}_{gid}" if gid else None)
        elif name == "g":
            own = child.get("id", "_0")
            yield from _paths(child, gid if _AUTOMATIC_ID.search(own) else own, prefix)
        elif name.rpartition("}")[2] not in _EMPTY:
            raise FigureError(f"a chart may not contain <{name}>")


def _path(node: ElementTree.Element, identity: str | None) -> Markup:
    """A path with short numbers and its style as attributes, sentinel colours as variables."""
    data = _NUMBER.sub(lambda match: number(float(match[0])), node.get("d", ""))
    data = re.sub(r"\s*([A-Za-z])\s*", r"\1", data).replace(" -", "-").strip()
    pairs = (pair.split(":", 1) for pair in node.get("style", "").split(";") if ":" in pair)
    style = {key.strip(): value.strip() for key, value in pairs}
    kept = {key.replace("-", "_"): style[key] for key in _KEPT if key in style}
    for key in ("fill", "stroke"):
        if kept.get(key, "none") != "none":
            kept[key] = paint(_ROLES[kept[key]])
    return element("path", id=identity, d=data, **kept)
