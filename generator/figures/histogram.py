"""``histogram``: how many weights, biases or activations of a layer are how large.

The width of the bins is that of Freedman and Diaconis (1981), 2 · interquartile range / ∛n, kept within a
fortieth and a tenth of the range, and rounded up to 1, 2 or 5 times a power of ten, so that the edges are
numbers that can be read; 0 is always an edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

import numpy as np
from numpy.typing import NDArray

from generator.errors import FigureError
from generator.figures.chart import Axes, Chart, sentinel
from generator.figures.frame import draw_frame, round_ticks
from generator.figures.numerals import count, shortest
from generator.figures.picture import Drawing, Request
from generator.figures.svg import Markup, Sheet, join, quiet, text, twins
from generator.figures.theme import HEAD, NOTE, TALL, WIDE
from generator.figures.words import capital, figure_language, layer_name
from generator.figures.words.histogram import WORDS, HistogramFacts, say_histogram
from generator.network import forward
from generator.spec.figures import Histogram

Values = NDArray[np.float64]
HEIGHT = 286.0
LEFT, TOP, BOTTOM, MARGIN = 48.0, 62.0, 236.0, 14.0
FEWEST_BINS, MOST_BINS = 10, 40
"""Before rounding: the rule knows nothing of two heaps, and with few numbers makes far too few bins."""

NARROWEST = 1e-9
"""Bins cannot be told apart that are narrower: their numbers count as equal."""


@dataclass(frozen=True)
class Bins:
    """``edges`` rise in equal steps of ``width``; ``counts`` has one number fewer. A number on an edge counts
    to the right of it, on the last edge to the left."""

    width: float
    edges: tuple[float, ...]
    counts: tuple[int, ...]

    @classmethod
    def of(cls, values: Values) -> Bins:
        first, third = np.quantile(values, (0.25, 0.75))
        spread = float(values.max() - values.min())
        ideal = 2 * float(third - first) / len(values) ** (1 / 3)
        kept = min(max(ideal, spread / MOST_BINS), spread / FEWEST_BINS)
        width = round_up(kept if kept > NARROWEST else max(abs(float(values[0])), 1.0) / FEWEST_BINS)
        exact = np.round(values / width, 9)  # 0.3 / 0.1 is a little less than 3
        last = int(np.ceil(exact.max())) - 1
        places = np.clip(np.floor(exact), None, max(last, int(np.floor(exact.min())))).astype(int)
        low = int(places.min())
        counts = np.bincount(places - low)
        edges = (round(place * width, 12) for place in range(low, low + len(counts) + 1))
        return cls(width, tuple(edges), tuple(counts.tolist()))


def round_up(value: float) -> float:
    """The smallest of 1, 2, 5, 10, 20 … and 0.5, 0.2, 0.1 … that is not below ``value``."""
    power = floor(log10(value))
    for front in (1, 2, 5, 10):
        rounded = float(f"{front}e{power}")
        if rounded >= value * (1 - 1e-12):
            return rounded
    return float(f"1e{ceil(log10(value))}")


def layer_values(request: Request, figure: Histogram) -> Values:
    """All numbers of the figure's layer. Raises FigureError if there is no such layer."""
    network, last = request.network, len(request.network.weights)
    if figure.layer > last:
        raise FigureError(f"figure {figure.id!r}: the network has layers 1 to {last}, not {figure.layer}")
    if figure.of == "activations":
        pixels = np.stack([digit.pixels for digit in request.library.digits.values()])
        numbers = forward(network, pixels)[figure.layer - 1].a
    else:
        numbers = getattr(network, figure.of)[figure.layer - 1]
    return np.asarray(numbers, dtype=np.float64).ravel()


def _bars(axes: Axes, bins: Bins, of: str) -> None:
    for index, number in enumerate(bins.counts):
        left, right = bins.edges[index], bins.edges[index + 1]
        role = "activation" if of == "activations" else "positive" if left >= 0 else "negative"
        bar = axes.fill(
            [left, right, right, left], [0, 0, number, number],
            facecolor=sentinel(role), edgecolor=sentinel("surface"), lw=1,
        )  # fmt: skip
        bar.set_gid(f"bar-{index}")


def _middle(chart: Chart, axes: Axes, values: Values, language: str) -> None:
    """A bracket over the middle half of the numbers, with its words."""
    first, third = (float(edge) for edge in np.quantile(values, (0.25, 0.75)))
    (low, high), (_, top) = axes.x, axes.y
    foot = top * 0.97
    bracket = axes.plot([first, first, third, third], [foot, top, top, foot], color=sentinel("ink"), lw=1.2)
    bracket.set_gid("middle")
    share = ((first + third) / 2 - low) / (high - low)
    place, anchor = (
        (first, "start")
        if share < 0.2
        else (third, "end")
        if share > 0.8
        else ((first + third) / 2, "middle")
    )
    chart.label(axes, (place, top, 0, -6), WORDS(language)["middle"], NOTE, anchor)


def _plot(values: Values, figure: Histogram, width: float, language: str, title: str) -> Markup:
    chart, bins, say = Chart(width, HEIGHT), Bins.of(values), WORDS(language)
    low, high, most = bins.edges[0], bins.edges[-1], max(bins.counts)
    axes = chart.axes((LEFT, TOP, width - MARGIN, BOTTOM), (low, high), (0, most * 1.06))
    draw_frame(
        chart,
        axes,
        [(tick, shortest(tick)) for tick in round_ticks(low, high, 8 if width > TALL else 4)],
        [(tick, count(int(tick))) for tick in round_ticks(0, most, 4, whole=True)],
    )
    _bars(axes, bins, figure.of)
    _middle(chart, axes, values, language)
    chart.note((width - MARGIN, BOTTOM + 36), say[_SINGULAR[figure.of]], NOTE, "end")
    chart.note((11, BOTTOM + 36), f"↑ {say['how_many']}", NOTE)
    return join(
        text(11, 17, join(title, quiet(f"  {count(len(values))}")), HEAD),
        chart.finish(f"{figure.id}_{_variant(width)}"),
    )


_SINGULAR = {"weights": "weight", "biases": "bias", "activations": "activation"}


def _variant(width: float) -> str:
    return "w" if width == WIDE else "t"


def _table(values: Values, language: str) -> tuple[tuple[str, ...], ...]:
    say, bins = WORDS(language), Bins.of(values)
    rows = (
        (shortest(bins.edges[index]), shortest(bins.edges[index + 1]), count(number))
        for index, number in enumerate(bins.counts)
    )
    return ((say["from"], say["to"], say["how_many"]), *rows)


def _facts(values: Values, figure: Histogram, request: Request) -> HistogramFacts:
    first, third = (float(edge) for edge in np.quantile(values, (0.25, 0.75)))
    return HistogramFacts(
        figure.of,
        figure.layer,
        len(request.network.weights),
        len(values),
        float(values.min()),
        float(values.max()),
        (first, third),
        Bins.of(values).width,
        float((values < 0.1).mean()),
        float((values > 0.9).mean()),
        len(request.library.digits),
    )


def draw(request: Request) -> Drawing:
    """Draw the histogram for a text column and for a phone. Raises FigureError."""
    figure = request.figure
    assert isinstance(figure, Histogram)
    language = figure_language(request.language)
    values = layer_values(request, figure)
    facts = _facts(values, figure, request)
    say, what = say_histogram(language, facts), WORDS(language)[figure.of]
    title = f"{capital(layer_name(language, facts.layer, facts.last))} · {what}"
    about = (say.label, say.description, language)
    wide = Sheet(f"{figure.id}_w", WIDE, HEIGHT, *about, "wide")
    tall = Sheet(f"{figure.id}_t", TALL, HEIGHT, *about, "tall")
    svg = twins(
        wide.document(_plot(values, figure, WIDE, language, title)),
        tall.document(_plot(values, figure, TALL, language, title)),
    )
    return Drawing(svg, say, _table(values, language))
