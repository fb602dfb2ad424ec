"""``depth_comparison``: sigmoid against ReLU in networks of 2 to 10 hidden layers, as really trained.

Drawn from a file that ``lessonloom depths`` writes; nothing is trained when a figure is drawn.
"""

from __future__ import annotations

from math import ceil, floor, log10
from statistics import fmean, geometric_mean
from typing import Literal

from generator.figures.chart import Axes, Chart, sentinel
from generator.figures.frame import Tick, draw_frame, label_ends
from generator.figures.numerals import percent, shortest
from generator.figures.picture import Drawing, Request
from generator.figures.svg import Markup, Sheet, element, join, quiet, text
from generator.figures.theme import HEAD, NOTE, TALL
from generator.figures.words import figure_language
from generator.figures.words.depth_comparison import (
    WORDS,
    DepthFacts,
    power_of_ten,
    ratio,
    say_depths,
    say_panel,
)
from generator.network.depths import ACTIVATIONS_COMPARED, DepthRecord, DepthResult, read_depths
from generator.spec.figures import DepthComparison

Panel = Literal["accuracy", "gradient"]
PANELS: tuple[Panel, ...] = ("accuracy", "gradient")
COLOUR = {"sigmoid": "series-1", "relu": "series-2"}
"""The colours that these functions have in activation_curves."""
LEFT, TOP, RIGHT, BOTTOM, HEIGHT = 44.0, 38.0, 254.0, 208.0, 246.0


def values_of(result: DepthResult, panel: Panel) -> tuple[float, ...]:
    """A number per seed: shares, or powers of ten."""
    return result.accuracies if panel == "accuracy" else tuple(map(log10, result.gradients))


def mean_of(result: DepthResult, panel: Panel) -> float:
    """The mean over the seeds: of ratios the geometric one."""
    return fmean(values_of(result, panel))


def _levels(record: DepthRecord, panel: Panel) -> list[Tick]:
    """The ticks of y: shares, or every second power of ten."""
    if panel == "accuracy":
        return [(share / 100, f"{share}%") for share in (0, 25, 50, 75, 100)]
    values = [value for result in record.results for value in values_of(result, panel)]
    low, high = 2 * floor(min(values) / 2), ceil(max(values))
    return [(float(power), power_of_ten(power)) for power in range(low, high + 1, 2)]


def _draw_kind(axes: Axes, record: DepthRecord, activation: str, panel: Panel) -> None:
    """The line of the means, and for every depth a bar from the least of the seeds to the greatest."""
    results, colour = record.of(activation), sentinel(COLOUR[activation])
    depths = [result.depth for result in results]
    line = axes.plot(depths, [mean_of(result, panel) for result in results], color=colour, lw=2.2)
    line.set_gid(f"mean-{activation}")
    for result in results:
        low, high = min(values_of(result, panel)), max(values_of(result, panel))
        spread = axes.plot(
            [result.depth] * 2,
            [low, high],
            color=colour,
            lw=6,
            alpha=0.4,
            solid_capstyle="round",
        )
        spread.set_gid(f"range-{activation}-{result.depth}")


def _panel(record: DepthRecord, panel: Panel, language: str, prefix: str) -> Markup:
    say, chart = WORDS(language), Chart(TALL, HEIGHT)
    depths, levels = record.plan.depths, _levels(record, panel)
    low, high = levels[0][0], max(levels[-1][0], 0.5 if panel == "gradient" else 1.0)
    axes = chart.axes((LEFT, TOP, RIGHT, BOTTOM), (depths[0], depths[-1]), (low, high))
    draw_frame(chart, axes, [(depth, str(depth)) for depth in depths], levels)
    if panel == "accuracy":
        _draw_guessing(chart, axes, record, language)
    for activation in ACTIVATIONS_COMPARED:
        _draw_kind(axes, record, activation, panel)
    ends = [(mean_of(record.of(name)[-1], panel), say[name], COLOUR[name]) for name in ACTIVATIONS_COMPARED]
    label_ends(chart, axes, ends)
    chart.note((RIGHT, BOTTOM + 34), say["depth"], NOTE, "end")
    what = say["right"] if panel == "accuracy" else say["ratio"]
    return join(text(11, 17, join(say[panel], quiet(f"  {what}")), HEAD), chart.finish(prefix))


def _draw_guessing(chart: Chart, axes: Axes, record: DepthRecord, language: str) -> None:
    """What blind guessing among equally frequent classes would reach."""
    left, right = axes.x
    share = 1 / record.classes
    axes.plot([left, right], [share, share], color=sentinel("secondary"), lw=1, dashes=(2, 3))
    words = WORDS(language)["guessing"].format(share=f"{share:.0%}")
    chart.label(axes, (right, share, 0, -8), words, NOTE, "end")


def _table(record: DepthRecord, language: str) -> tuple[tuple[str, ...], ...]:
    say = WORDS(language)
    header = [say["depth"]]
    for name in ACTIVATIONS_COMPARED:
        header += [
            f"{say[name]}, {part}" for part in (say["accuracy"], say["range"], say["gradient"], say["rate"])
        ]
    rows = []
    for depth in record.plan.depths:
        row = [str(depth)]
        for name in ACTIVATIONS_COMPARED:
            (result,) = (each for each in record.of(name) if each.depth == depth)
            low, high = percent(min(result.accuracies)), percent(max(result.accuracies))
            gradient = ratio(geometric_mean(result.gradients))
            row += [percent(fmean(result.accuracies)), f"{low} – {high}", gradient, shortest(result.rate)]
        rows.append(tuple(row))
    return (tuple(header), *rows)


def _facts(record: DepthRecord) -> DepthFacts:
    plan = record.plan
    ends = {name: (record.of(name)[0], record.of(name)[-1]) for name in ACTIVATIONS_COMPARED}
    return DepthFacts(
        (plan.depths[0], plan.depths[-1]),
        plan.width,
        record.training_digits,
        record.held_out_digits,
        plan.steps,
        plan.batch_size,
        len(plan.rates),
        len(plan.seeds),
        {name: (fmean(a.accuracies), fmean(b.accuracies)) for name, (a, b) in ends.items()},
        {name: (geometric_mean(a.gradients), geometric_mean(b.gradients)) for name, (a, b) in ends.items()},
    )


def draw(request: Request) -> Drawing:
    """Draw a panel for the accuracy and one for the gradient."""
    figure = request.figure
    assert isinstance(figure, DepthComparison)
    language, record = figure_language(request.language), read_depths()
    facts, panels = _facts(record), []
    for panel in PANELS:
        say, prefix = say_panel(language, panel, facts), f"{figure.id}_{panel}"
        sheet = Sheet(prefix, TALL, HEIGHT, say.label, say.description, language, "panel")
        panels.append(sheet.document(_panel(record, panel, language, prefix)))
    return Drawing(
        element("div", *panels, class_="nn-panels"), say_depths(language, facts), _table(record, language)
    )
