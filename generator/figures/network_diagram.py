"""``network_diagram``: layers, connections, and where the parameters are.

Each set of connections has one colour, for its formula and its part of the bar, so that the bar can be read
without a legend; violet, as everywhere, means bias.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import FigureError
from generator.figures.edges import mesh
from generator.figures.layers import MAX_DRAWN, Row, brace, dots, first_and_last
from generator.figures.numerals import count, percent
from generator.figures.picture import Drawing, Request
from generator.figures.svg import Markup, Sheet, element, group, join, text, tspan, twins
from generator.figures.theme import BODY, HEAD, NOTE, STRONG, TALL, WIDE, paint, series
from generator.figures.words import figure_language, layer_name
from generator.figures.words.network_diagram import WORDS, say_diagram
from generator.network import Network
from generator.spec.figures import NetworkDiagram

MAX_LAYERS = 8
FULL_LAYERS, FEWER_DRAWN = 5, 12
"""Networks of more layers than these show fewer neurons of each: lines cost bytes."""
LIST_LINE = 22


@dataclass(frozen=True)
class Layout:
    """The geometry of one variant: ``along[k]`` is where layer k stands, ``span`` a layer's room across."""

    down: bool
    along: tuple[float, ...]
    span: tuple[float, float]
    body_end: float

    @classmethod
    def wide(cls, layers: int) -> Layout:
        first, last = 108.0, 612.0
        step = (last - first) / (layers - 1)
        return cls(False, tuple(round(first + step * k, 1) for k in range(layers)), (62, 326), 338)

    @classmethod
    def tall(cls, layers: int) -> Layout:
        along = tuple(20.0 + 96.0 * k for k in range(layers))
        return cls(True, along, (92, 318), along[-1] + 40)

    def row(self, size: int, output: bool) -> Row:
        neurons = first_and_last(size, MAX_DRAWN if len(self.along) <= FULL_LAYERS else FEWER_DRAWN)
        gap = len(neurons) // 2 if len(neurons) < size else None
        return Row.spread(neurons, gap, (*self.span, 27.0 if output else 18.5))

    def point(self, along: float, across: float) -> tuple[float, float]:
        return (across, along) if self.down else (along, across)


@dataclass(frozen=True)
class Count:
    """One set of connections: from ``inputs`` to ``neurons``, every one of which has a bias."""

    inputs: int
    neurons: int
    share: float

    @property
    def total(self) -> int:
        return self.inputs * self.neurons + self.neurons


def count_sets(network: Network) -> list[Count]:
    """The parameters of every set of connections, with its share of all (0–1)."""
    return [
        Count(w.shape[1], w.shape[0], (w.size + b.size) / network.parameter_count)
        for w, b in zip(network.weights, network.biases, strict=True)
    ]


def _edges(layout: Layout, rows: list[Row], radii: list[float]) -> Markup:
    parts = []
    for k in range(len(rows) - 1):
        start, end = layout.along[k] + radii[k], layout.along[k + 1] - radii[k + 1]
        lines = mesh(
            [layout.point(start, across) for across in rows[k].places.values()],
            [layout.point(end, across) for across in rows[k + 1].places.values()],
        )
        parts.append(element("path", d=lines, stroke=paint(series(k))))
    return group(*parts, fill="none", stroke_width=0.6, stroke_opacity=0.42)


def _neurons(layout: Layout, rows: list[Row], radii: list[float]) -> Markup:
    circles, extra = [], []
    for k, row in enumerate(rows):
        for place in row.places.values():
            x, y = layout.point(layout.along[k], place)
            circles.append(element("circle", cx=x, cy=y, r=radii[k]))
        extra.append(dots(row, layout.along[k], layout.down))
    return join(group(*circles, fill=paint("surface"), stroke=paint("secondary"), stroke_width=1.3), *extra)


def _names(network: Network, layout: Layout, rows: list[Row], language: str) -> Markup:
    """Every layer's name and size, and the number of every output."""
    say, parts, last = WORDS(language), [], len(network.sizes) - 1
    for k, size in enumerate(network.sizes):
        x, y = (4, layout.along[k]) if layout.down else (layout.along[k], 20)
        anchor = "start" if layout.down else "middle"
        parts.append(text(x, y, layer_name(language, k, last), HEAD if not layout.down else STRONG, anchor))
        parts.append(text(x, y + 17, say["neurons"].format(count=count(size)), NOTE, anchor))
    for neuron, place in rows[-1].places.items():
        x, y = layout.point(layout.along[-1] + (27 if layout.down else 20), place)
        parts.append(text(x, y if layout.down else y + 4.6, str(neuron), BODY, "middle"))
    if not layout.down:
        places = list(rows[0].places.values())
        parts.append(brace(layout.along[0] - 30, places[0] - 9, places[-1] + 9))
        parts.append(text(layout.along[0] - 42, 198.5, count(network.sizes[0]), STRONG, "end"))
        if network.sizes[0] == 784:
            parts.append(text(layout.along[0] - 42, 215, "28 × 28", NOTE, "end"))
    return join(*parts)


def _formula(part: Count) -> Markup:
    """784 × 16 + 16, the biases in violet."""
    return join(f"{part.inputs} × {part.neurons} ", tspan(f"+ {part.neurons}", BODY.coloured("bias-text")))


def _formulas(layout: Layout, counts: list[Count], top: float) -> Markup:
    """Under every set of connections what it counts."""
    parts = []
    for k, part in enumerate(counts):
        x = (layout.along[k] + layout.along[k + 1]) / 2
        parts.append(text(x, top, _formula(part), BODY, "middle"))
        parts.append(text(x, top + 20, f"= {count(part.total)}", HEAD.coloured(series(k)), "middle"))
        parts.append(text(x, top + 37, percent(part.share), NOTE, "middle"))
    return join(*parts)


def _formula_list(counts: list[Count], width: float, top: float) -> Markup:
    """The same as lines of a table, where there is no room beside each other."""
    parts = []
    for k, part in enumerate(counts):
        y = top + LIST_LINE * k
        parts.append(element("rect", x=4, y=y - 10, width=11, height=11, rx=2, fill=paint(series(k))))
        parts.append(text(24, y, _formula(part), BODY))
        parts.append(text(width - 72, y, f"= {count(part.total)}", STRONG.coloured(series(k)), "end"))
        parts.append(text(width - 8, y, percent(part.share), NOTE, "end"))
    return join(*parts)


def _bar(counts: list[Count], width: float, top: float, language: str) -> Markup:
    """All parameters as one bar, 44 high; a part too thin to be seen still gets two pixels."""
    total = sum(part.total for part in counts)
    label = WORDS(language)["total"].format(count=count(total))
    gap, room = 2.0, width - 8
    widths = [max(part.share * (room - gap * (len(counts) - 1)), 2.0) for part in counts]
    widths[0] -= sum(widths) + gap * (len(counts) - 1) - room
    x, parts = 4.0, []
    for k, part_width in enumerate(widths):
        parts.append(
            element(
                "rect",
                x=x,
                y=top + 26,
                width=round(part_width, 2),
                height=14,
                rx=2 if part_width > 6 else 1,
                fill=paint(series(k)),
            )
        )
        x += part_width + gap
    return join(text(4, top + 16, label, HEAD), *parts)


def _draw_variant(network: Network, layout: Layout, sheet: Sheet) -> Markup:
    counts, last = count_sets(network), len(network.sizes) - 1
    rows = [layout.row(size, k == last) for k, size in enumerate(network.sizes)]
    radii = [min(9.5 if k == last else 7.0, row.spacing * 0.42) for k, row in enumerate(rows)]
    top = layout.body_end + 18
    if layout.down or len(counts) > 4:
        formulas, bar = _formula_list(counts, sheet.width, top), top + LIST_LINE * len(counts) - 8
    else:
        formulas, bar = _formulas(layout, counts, top), top + 50
    return sheet.document(
        _edges(layout, rows, radii),
        _neurons(layout, rows, radii),
        _names(network, layout, rows, sheet.language),
        formulas,
        _bar(counts, sheet.width, bar, sheet.language),
    )


def _height(layout: Layout, sets: int) -> float:
    listed = layout.down or sets > 4
    return layout.body_end + 18 + (LIST_LINE * sets - 8 if listed else 50) + 44


def draw(request: Request) -> Drawing:
    """Draw a network's layers. Raises FigureError if it has more layers than fit."""
    figure, network = request.figure, request.network
    assert isinstance(figure, NetworkDiagram)
    language, layers = figure_language(request.language), len(network.sizes)
    if layers > MAX_LAYERS:
        raise FigureError(
            f"figure {figure.id!r}: the network has {layers} layers; a diagram shows at most {MAX_LAYERS}"
        )
    counts = count_sets(network)
    say = say_diagram(language, network.sizes, network.weight_count, network.bias_count, counts[0].share)
    about, sheets = (say.label, say.description, language), []
    for layout, variant, width in ((Layout.wide(layers), "wide", WIDE), (Layout.tall(layers), "tall", TALL)):
        height = _height(layout, layers - 1)
        sheet = Sheet(f"{figure.id}_{variant[0]}", width, height, *about, variant)
        sheets.append(_draw_variant(network, layout, sheet))
    return Drawing(twins(*sheets), say, _table(counts, language))


def _table(counts: list[Count], language: str) -> tuple[tuple[str, ...], ...]:
    """Weights, biases and their sum, per layer after the input."""
    say, last = WORDS(language), len(counts)
    header = (say["layer"], say["weights"], say["biases"], say["sum"], say["share"])
    rows = (
        (
            layer_name(language, k + 1, last),
            count(c.inputs * c.neurons),
            count(c.neurons),
            count(c.total),
            percent(c.share),
        )
        for k, c in enumerate(counts)
    )
    return (header, *rows)
