"""What matplotlib has drawn → SVG that follows the page.

matplotlib draws in sentinel colours, one per role of the theme, which become CSS variables here. What else
it writes is left out or made ours: its style sheet, which would restyle every other SVG of the page, its
metadata, its fonts, its ids. Text stays text.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any
from xml.etree import ElementTree

import matplotlib
from matplotlib.backends.backend_svg import FigureCanvasSVG, RendererSVG
from matplotlib.figure import Figure

from generator.errors import FigureError
from generator.figures.path_data import shorten_path
from generator.figures.plot_layout import DPI, place_axes
from generator.figures.shared_shapes import SharedShapes
from generator.figures.svg import Markup, element, group, join, number
from generator.figures.theme import COLOURS, paint

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_ROLES = {f"#0101{index:02x}": role for index, role in enumerate(COLOURS)}
_SENTINELS = {role: sentinel for sentinel, role in _ROLES.items()}
# What artists that nobody gave a colour are drawn in.
_PLAIN = {"#000000": "ink", "#ffffff": "surface"}
_NUMBER = re.compile(r"-?\d+\.?\d*(?:e-?\d+)?")
_AUTOMATIC_ID = re.compile(r"_\d+$")
_PAINTS = ("fill", "stroke")
_KEPT = (
    *("fill", "fill-opacity", "fill-rule", "opacity", "stroke", "stroke-opacity", "stroke-width"),
    *("stroke-linecap", "stroke-linejoin", "stroke-dasharray", "stroke-dashoffset"),
    *("font-size", "font-weight", "font-style", "text-anchor"),
)
_SIZES = {"font_size", "fill_opacity", "opacity", "stroke_opacity", "stroke_width"}
_EMPTY = {"metadata", "style", "title"}
_GIVEN = ("x", "y", "width", "height")
_Style = tuple[tuple[str, object], ...]
_Piece = tuple[str | None, _Style, Markup]
_POWER = re.compile(r"\$\\mathdefault\{(.*?)\}\$")
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
MIN_TYPE = 11
"""Smaller text cannot be read on a phone."""
SETTINGS: dict[Any, Any] = {"svg.fonttype": "none", "svg.hashsalt": "lessonloom", "text.parse_math": False}
"""While matplotlib writes: text stays text, and every run writes the same."""


def sentinel(role: str) -> str:
    """The colour that stands for a role while matplotlib draws. Raises KeyError for an unknown role."""
    return _SENTINELS[role]


def read_figure(figure: Figure, prefix: str, shapes: SharedShapes) -> Markup:
    """A matplotlib figure as ``read_svg`` gives it, at 72 dots an inch: its points are the page's pixels."""
    buffer = io.StringIO()
    with matplotlib.rc_context(SETTINGS), warnings.catch_warnings():
        # Hangul is measured without its font, which the reader's browser has.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font", category=UserWarning)
        FigureCanvasSVG(figure)  # by which matplotlib lays out what we do not
        figure.dpi = DPI
        width, height = figure.get_size_inches() * DPI
        renderer: Any = RendererSVG(  # type: ignore[no-untyped-call]
            width, height, buffer, image_dpi=DPI, metadata={"Date": None}
        )
        place_axes(figure, renderer)
        figure.draw(renderer)
        renderer.finalize()
    return read_svg(buffer.getvalue(), prefix, shapes)


def read_svg(drawn: str, prefix: str, shapes: SharedShapes | None = None) -> Markup:
    """What matplotlib has written, without its ``<svg>``.

    Every id becomes ``prefix_…``; an artist with a gid keeps it there. With ``shapes``, long paths without a
    gid stand once in all drawings that are read with it. Raises FigureError for what cannot follow the page:
    rasters, colours that are no role of the theme, and text below 11 pixels.
    """
    reader = _Reader(prefix, shapes or SharedShapes(prefix))
    return _gather(reader.read(ElementTree.fromstring(drawn), None))


def _gather(pieces: Iterable[_Piece]) -> Markup:
    """Pieces in order, neighbours that the same path clips in one group, and marks of one style in one."""
    drawn = []
    for clip, run in groupby(pieces, key=itemgetter(0)):
        alike = [(style, join(*map(itemgetter(2), same))) for style, same in groupby(run, key=itemgetter(1))]
        inner = join(*(group(marks, **dict(style)) if style else marks for style, marks in alike))
        drawn.append(group(inner, clip_path=clip) if clip else inner)
    return join(*drawn)


class _Reader:
    """Walks through matplotlib's tree and writes ours."""

    def __init__(self, prefix: str, shapes: SharedShapes) -> None:
        self._prefix = prefix
        self._shapes = shapes
        self._ids: dict[str, str] = {}

    def read(self, node: ElementTree.Element, gid: str | None) -> Iterator[_Piece]:
        """What is drawn below a node, in order, with what clips it and the style of a mark; ``gid`` is the
        name that its author gave it."""
        for child in node:
            name = child.tag.removeprefix(_SVG) if isinstance(child.tag, str) else "metadata"
            clip = self._reference(child.get("clip-path"))
            if name in ("g", "defs"):
                own = child.get("id", "_0")
                inner = self.read(child, gid if _AUTOMATIC_ID.search(own) else own)
                moved = _shorten(child.get("transform"))
                if clip or moved:
                    yield clip, (), group(_gather(inner), transform=moved) if moved else _gather(inner)
                else:
                    yield from inner
            elif read := getattr(self, f"_read_{name}", None):
                style = tuple(_style(child).items()) if name == "use" else ()
                yield clip, style, read(child, gid)
            elif name.rpartition("}")[2] not in _EMPTY:
                raise FigureError(f"a chart may not contain <{name}>, which cannot follow the page's colours")

    def _read_path(self, node: ElementTree.Element, gid: str | None) -> Markup:
        """A path with short numbers. One in ``<defs>`` has a hashed id, by which it is used."""
        own, written, style = node.get("id"), node.get("d", ""), _style(node)
        if not own and not gid:
            return self._shapes.path(written, style)
        name = self._name(own) if own else f"{self._prefix}_{gid}"
        drawn = element("path", id=name, d=shorten_path(written), **style)
        return element("defs", drawn) if own else drawn

    def _read_use(self, node: ElementTree.Element, _: str | None) -> Markup:
        link = f"#{self._name(node.get(_LINK, '')[1:])}"
        return element("use", href=link, **self._box(node))

    def _read_clipPath(self, node: ElementTree.Element, _: str | None) -> Markup:
        inner = _gather(self.read(node, None))
        return element("clipPath", inner, id=self._name(node.get("id", "")))

    def _read_rect(self, node: ElementTree.Element, _: str | None) -> Markup:
        return element("rect", **self._box(node))

    def _read_text(self, node: ElementTree.Element, _: str | None) -> Markup:
        """A line of text; one that is not turned says so in many signs, which are left out."""
        style = _style(node)
        if float(str(style.get("font_size", MIN_TYPE))) < MIN_TYPE:
            shown = "".join(node.itertext())
            raise FigureError(
                f"the text '{shown}' is {style['font_size']} pixels high; it needs {MIN_TYPE} to be read"
            )
        turned = node.get("transform", "")
        kept = {} if turned.startswith("rotate(-0 ") else {"transform": _shorten(turned) or None}
        style.setdefault("fill", paint("ink"))
        return element("text", _plain("".join(node.itertext())), **self._box(node), **kept, **style)

    def _name(self, own: str) -> str:
        return self._ids.setdefault(own, f"{self._prefix}_p{len(self._ids)}")

    def _reference(self, written: str | None) -> str | None:
        return f"url(#{self._name(written[5:-1])})" if written else None

    def _box(self, node: ElementTree.Element) -> dict[str, object]:
        return {name: round(float(node.attrib[name]), 1) for name in _GIVEN if name in node.attrib}


def _style(node: ElementTree.Element) -> dict[str, object]:
    """matplotlib's style as attributes, sentinel colours as variables, sizes without their unit."""
    pairs = (pair.split(":", 1) for pair in node.get("style", "").split(";") if ":" in pair)
    style = {key.strip(): value.strip() for key, value in pairs}
    kept: dict[str, object] = {key.replace("-", "_"): style[key] for key in _KEPT if key in style}
    for key in _PAINTS:
        if kept.get(key, "none") != "none":
            kept[key] = _role(str(kept[key]))
    for key in _SIZES & kept.keys():
        kept[key] = number(float(str(kept[key]).removesuffix("px")))
    if kept.get("text_anchor") == "start":
        del kept["text_anchor"]
    return kept


def _role(colour: str) -> str:
    role = _ROLES.get(colour) or _PLAIN.get(colour)
    if role is None:
        raise FigureError(f"the colour {colour} is none of the theme's; ask the canvas for one")
    return paint(role)


def _shorten(written: str | None) -> str | None:
    """Numbers with at most two decimals."""
    return written and _NUMBER.sub(lambda match: number(float(match[0])), written)


def _plain(words: str) -> str:
    """Powers on a logarithmic axis in Unicode: matplotlib writes them as formulas."""

    def write(match: re.Match[str]) -> str:
        return re.sub(r"\^\{([^}]*)\}", lambda power: power[1].replace("−", "-").translate(_RAISED), match[1])

    return _POWER.sub(write, words)
