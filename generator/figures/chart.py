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
from matplotlib.axes import Axes
from matplotlib.figure import Figure

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


class Chart:
    """A matplotlib figure whose units are CSS pixels, with y growing downwards in boxes as everywhere in
    SVG."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        self._figure.patch.set_visible(False)
        self._labels: list[Markup] = []

    def axes(self, box: Box, x: tuple[float, float], y: tuple[float, float]) -> Axes:
        """Bare axes in ``box`` (left, top, right, bottom) with the ranges ``x`` and ``y``."""
        left, top, right, bottom = box
        place = (
            left / self.width,
            1 - bottom / self.height,
            (right - left) / self.width,
            (bottom - top) / self.height,
        )
        axes = self._figure.add_axes(place)
        axes.set_axis_off()
        axes.set_xlim(*x)
        axes.set_ylim(*y)
        return axes

    def label(self, axes: Axes, at: Box, content: str, style: Type, anchor: str = "start") -> None:
        """Text with its baseline at a point of the axes; ``at`` is (x, y, pixels right, pixels down)."""
        x, y = (float(place) for place in axes.transData.transform(at[:2]))
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
            self._figure.savefig(buffer, format="svg", metadata={"Date": None})
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
