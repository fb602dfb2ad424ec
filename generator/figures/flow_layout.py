"""The parts of an activation flow, drawn for a text column or for a phone."""

from __future__ import annotations

from generator.figures.edges import Edge, signed_edges
from generator.figures.flow import PIXELS_PER_NEURON, Connection, Flow
from generator.figures.flow_places import ACROSS, NOTE_LINE, ROW_MIDDLE, SPAN, Layout
from generator.figures.grids import digit_cells, plate
from generator.figures.layers import Row, dots
from generator.figures.numerals import count, fixed
from generator.figures.svg import Markup, Sheet, element, group, in_turn, join, number, text
from generator.figures.theme import BODY, HEAD, NOTE, STRONG, Type, paint
from generator.figures.words import layer_name
from generator.figures.words.activation_flow import WORDS

NAME_ROOM, VALUE_ROOM = 20, 26
"""Pixels that an output's number and its activation need beside their neighbours."""
FEW_LAYERS = 5
"""With more layers there are so many connections that each has to be short."""
ALONG = (0.6, 1.25)
"""Between these shares of their length lines may be shrunk or stretched from one variant to the other."""
LOWERED = 17
"""How far below the winner's activation that of an output beside it stands."""


def _edges(flow: Flow, layout: Layout, rows: list[Row], sheet: Sheet) -> Markup:
    """All connections, layer by layer."""
    parts = []
    for k in range(len(rows)):
        name = f"{sheet.id}_edges{k + 1}"
        lines = _column_turned(flow, layout, rows, k, name) if layout.down and k else None
        parts.append(group(lines or _lines_into(flow, layout, rows, k, name), **in_turn("lines", k)))
    return join(*parts)


def _lines_into(flow: Flow, layout: Layout, rows: list[Row], k: int, name: str) -> Markup:
    """The connections into one layer."""
    winner, last = flow.ranking[0], k == len(rows) - 1
    begin, end = layout.between(rows, k) if k else (0.0, layout.along[0] - layout.radius(rows[0], last))

    def edge(connection: Connection) -> Edge:
        source, target = connection.source, rows[k].places[connection.target]
        start = layout.point(begin, rows[k - 1].places[source]) if k else layout.pixel(source)
        in_focus = not last or connection.target == winner
        return Edge(start, layout.point(end, target), connection.strength, in_focus)

    edges = [edge(connection) for connection in flow.connections[k]]
    return signed_edges(edges, layout.down, in_steps=len(rows) > FEW_LAYERS, id=name)


def _column_turned(flow: Flow, layout: Layout, rows: list[Row], k: int, name: str) -> Markup | None:
    """The connections between two rows as those of the wide variant's columns; None if these are too near
    each other or too far apart for lines to look the same."""
    wide = Layout.wide(len(rows), 0)
    columns = [wide.row(flow, index) for index in range(len(rows))]
    x, right = map(round, wide.between(columns, k))
    y, bottom = map(round, layout.between(rows, k))
    share = (bottom - y) / (right - x)
    if not ALONG[0] <= share <= ALONG[1]:
        return None
    left, top = ROW_MIDDLE - ACROSS * sum(SPAN) / 2, y - share * x
    turned = f"matrix(0 {share:.4f} {ACROSS:.4f} 0 {number(left)} {number(top)})"
    return element("use", href=f"#{name.replace('_t_', '_w_')}", id=name, transform=turned)


def _neurons(flow: Flow, layout: Layout, rows: list[Row], sheet: Sheet) -> Markup:
    """Every drawn neuron: a ring, filled by its activation; a minus sign inside a negative one."""
    parts = []
    for k, row in enumerate(rows):
        radius = layout.radius(row, k == len(rows) - 1)
        fills, signs = [], []
        for neuron, place in row.places.items():
            x, y = layout.point(layout.along[k], place)
            fill = float(flow.fills[k][neuron])
            fills.append(element("circle", cx=x, cy=y, r=radius, fill_opacity=round(abs(fill), 2)))
            if fill <= -0.05:
                signs.append(text(x, y + 4, "−", STRONG, "middle"))
        ring = {"stroke": paint("secondary"), "stroke_width": 1.2}
        parts.append(
            group(
                *fills, fill=paint("activation"), id=f"{sheet.id}_layer{k + 1}", **in_turn("dots", k), **ring
            )
        )
        parts.extend([*signs, dots(row, layout.along[k], layout.down)])
    return join(*parts)


def _headings(flow: Flow, layout: Layout, language: str) -> Markup:
    """Each layer's size and name: above its column, or at the left of its row."""
    x, y, size = layout.plate
    last = len(flow.drawn)
    places = [(x + size / 2 if not layout.down else y + size / 2, 784, WORDS(language)["pixels"])]
    for k, along in enumerate(layout.along):
        name = layer_name(language, k + 1, last)
        places.append(
            (along + (28 if k == last - 1 and not layout.down else 0), flow.activations[k].size, name)
        )
    parts = []
    for along, neurons, name in places:
        at = (4, along - 2) if layout.down else (along, 20)
        anchor = "start" if layout.down else "middle"
        parts.append(text(at[0], at[1], count(neurons), HEAD, anchor))
        parts.append(text(at[0], at[1] + 16, name, NOTE, anchor))
    return join(*parts)


def _wide_outputs(flow: Flow, layout: Layout, row: Row) -> Markup:
    """Beside every output its digit, a bar and the activation."""
    x, winner, parts = layout.along[-1], flow.ranking[0], []
    for neuron, y in row.places.items():
        won = neuron == winner
        share = max(float(flow.fills[-1][neuron]), 0.0)
        parts.append(text(x + 25, y + 5, str(neuron), HEAD if won else BODY.coloured("secondary"), "middle"))
        parts.append(element("rect", x=x + 40, y=y - 5, width=34, height=10, rx=2, fill=paint("grid")))
        if round(34 * share, 1):
            parts.append(
                element(
                    "rect",
                    x=x + 40,
                    y=y - 5,
                    width=round(34 * share, 1),
                    height=10,
                    rx=2,
                    fill=paint("activation"),
                )
            )
        value = fixed(float(flow.outputs[neuron]))
        parts.append(text(x + 112, y + 4.6, value, STRONG if won else BODY.coloured("secondary"), "end"))
    return join(*parts)


def _ring(layout: Layout, row: Row, neuron: int, **stroke: object) -> Markup:
    """A rounded frame around one output and its number."""
    x, y = layout.point(layout.along[-1], row.places[neuron])
    high = min(32.0, row.spacing)
    box = (x - 13.5, y - 15, 27, 50) if layout.down else (x - 17, y - high / 2, 136, high)
    size = dict(zip(("x", "y", "width", "height"), box, strict=True))
    return element("rect", **size, rx=8, fill="none", **stroke)


def _rings(flow: Flow, layout: Layout, row: Row) -> Markup:
    """A frame around the winner; where the network is wrong, a dotted one around the right answer."""
    winner, label = flow.ranking[0], flow.digit.label
    won = _ring(layout, row, winner, stroke=paint("activation-ring"), stroke_width=2)
    if winner == label or label not in row.places:
        return won
    right = {
        "stroke": paint("secondary"),
        "stroke_width": 1.5,
        "stroke_dasharray": "1.5 3",
        "stroke_linecap": "round",
    }
    return join(_ring(layout, row, label, **right), won)


def _tall_outputs(flow: Flow, layout: Layout, row: Row) -> Markup:
    """Under every output its number, under the strongest two their activation, where there is room."""
    y, winner, parts = layout.along[-1], flow.ranking[0], []
    with_value = flow.ranking[: 2 if row.spacing >= VALUE_ROOM else 1]
    with_name = set(row.places) if row.spacing >= NAME_ROOM else {winner}
    for neuron, x in row.places.items():
        won = neuron == winner
        if neuron in with_name:
            parts.append(text(x, y + 29, str(neuron), HEAD if won else BODY.coloured("secondary"), "middle"))
        if neuron in with_value:
            value = fixed(float(flow.outputs[neuron]))
            beside = not won and abs(x - row.places[winner]) < 1.5 * row.spacing
            low = LOWERED if beside else 0  # neighbours' values would run together on one line
            if low:
                tick = f"M{number(x)} {number(y + 37)}v{LOWERED - 1}"
                parts.append(element("path", d=tick, fill="none", stroke=paint("secondary")))
            parts.append(text(x, y + 50 + low, value, Type(12, bold=True) if won else NOTE, "middle"))
    return join(*parts)


def _sign_key(language: str) -> Markup:
    """What a solid and a dashed line mean; 16 high."""
    say = WORDS(language)
    solid = element("path", d="M0 12h26", stroke=paint("positive"), stroke_width=2.4)
    dashed = element(
        "path", d="M84 12h26", stroke=paint("negative"), stroke_width=2.4, stroke_dasharray="5 2"
    )
    return join(solid, text(32, 16, say["adds"], NOTE), dashed, text(116, 16, say["subtracts"], NOTE))


def _activation_key(flow: Flow, language: str) -> Markup:
    """What an empty and a full neuron mean; 16 high."""
    say = WORDS(language)
    ring = {"cy": 12, "r": 5.5, "stroke": paint("secondary"), "stroke_width": 1.2}
    circles = (
        element("circle", cx=cx, fill=paint("activation"), fill_opacity=share, **ring)
        for cx, share in ((18, 0), (32, 0.5), (46, 1))
    )
    bounded = max(float(a.max()) for a in flow.activations) <= 1
    return join(
        text(0, 16, "0", NOTE), *circles,
        text(57, 16, f"1 {say['activation']}" if bounded else say["largest_activation"], NOTE),
    )  # fmt: skip


def note_lines(flow: Flow, language: str) -> list[str]:
    """Which neurons and connections are drawn, and how."""
    say, label = WORDS(language), flow.digit.label
    lines = [say["strongest_pixels"].format(n=PIXELS_PER_NEURON)]
    if flow.limit:
        lines.append(say["strongest_lines"].format(n=flow.limit))
    if flow.partial:
        lines.append(say["partly_drawn"])
    if flow.ranking[0] != label:
        lines.append(say["right_answer"].format(label=label))
    return [*lines, say["edges_note"]]


def _notes(flow: Flow, layout: Layout, language: str) -> Markup:
    """The notes and the keys, at the bottom left."""
    lines, x = note_lines(flow, language), 4.0 if layout.down else layout.plate[0]
    bottom = layout.end - 52
    first = bottom + 20 - NOTE_LINE * len(lines)
    parts = [text(x, first + NOTE_LINE * i, content, NOTE) for i, content in enumerate(lines)]
    for key, down in ((_sign_key(language), 8), (_activation_key(flow, language), 30)):
        parts.append(group(key, transform=f"translate({number(x)} {number(bottom + down)})"))
    return join(*parts)


def draw_variant(flow: Flow, layout: Layout, sheet: Sheet) -> Markup:
    """One variant of the figure as a complete svg."""
    rows = [layout.row(flow, k) for k in range(len(flow.drawn))]
    x, y, size = layout.plate
    at = f"translate({number(x)} {number(y)})"
    outputs = _tall_outputs if layout.down else _wide_outputs
    return sheet.document(
        _headings(flow, layout, sheet.language),
        group(plate(size), transform=at),
        _edges(flow, layout, rows, sheet),
        # The digit lies over the lines that leave it, so that it stays readable.
        group(digit_cells(flow.digit.pixels, size), transform=at),
        _neurons(flow, layout, rows, sheet),
        group(
            outputs(flow, layout, rows[-1]),
            _rings(flow, layout, rows[-1]),
            **in_turn("words", len(rows)),
        ),
        _notes(flow, layout, sheet.language),
    )
