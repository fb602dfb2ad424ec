"""``training_curves``: loss and accuracy after every epoch, on training digits and on digits held out.

Every number is read from training records, which ``lessonloom train --record`` writes. One run is drawn in
two colours, several in one colour each; solid and dashed always mean held out and training.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from generator.figures.chart import Axes, Chart, sentinel
from generator.figures.frame import DASHES, draw_frame, key, label_ends, round_ticks
from generator.figures.numerals import fixed, percent, shortest, significant
from generator.figures.picture import Drawing, Request
from generator.figures.svg import Markup, Sheet, element, join, quiet, text
from generator.figures.theme import HEAD, NOTE, TALL, series
from generator.figures.words import figure_language
from generator.figures.words.training_curves import (
    WORDS,
    RunFacts,
    say_panel,
    say_runs,
    say_setting,
)
from generator.spec.figures import TrainingCurves
from generator.training_record import TrainingRecord

Panel = Literal["loss", "accuracy"]
Of = Literal["training", "held_out"]
BOTH: tuple[Of, ...] = ("training", "held_out")
Series = NDArray[np.float64]
LEFT, RIGHT = 42.0, 276.0
FIRST_KEY, KEY_STEP = 38.0, 18.0
PLOT = 160.0
ROOM = 1.5
"""A loss axis has room for this many times the largest loss before training; what lies beyond is clipped."""
TABLE_EPOCHS = (0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True)
class Run:
    """A record with the names it is told by, and its numbers by panel: (folds, epochs)."""

    record: TrainingRecord
    names: tuple[tuple[str, str], ...]

    def folds(self, panel: Panel, of: Of) -> Series:
        """Every fold's values; NaN where a loss was no number."""
        values = [getattr(fold, f"{of}_{panel}") for fold in self.record.folds]
        return np.array(values, dtype=np.float64)  # None becomes NaN

    def mean(self, panel: Panel, of: Of) -> Series:
        mean: Series = self.folds(panel, of).mean(axis=0)
        return mean

    @property
    def epochs(self) -> Series:
        return np.array(self.record.epochs)

    def facts(self) -> RunFacts:
        record, loss = self.record, self.mean("loss", "held_out")
        return RunFacts(
            self.names,
            record.digit_count,
            len(record.folds),
            record.copies,
            record.per_class,
            record.epochs[-1],
            float(self.mean("accuracy", "training")[-1]),
            float(self.mean("accuracy", "held_out")[-1]),
            None if np.isnan(loss).all() else record.epochs[int(np.nanargmin(loss))],
        )


TOLD_APART_BY: dict[str, Any] = {"learning_rate": 0.0, "batch_size": 0, "copies": 0}
"""Settings that can name a run, and what stands in their place where the others are compared."""


def name_runs(names: Sequence[str], records: Sequence[TrainingRecord]) -> list[Run]:
    """Runs by the one setting that tells them apart; by their own names if there is no such setting."""
    setting = next((each for each in TOLD_APART_BY if _differ_by(each, records)), None)
    return [
        Run(record, tuple((code, say_setting(code, record, setting) or name) for code in ("en", "ko")))
        for name, record in zip(names, records, strict=True)
    ]


def _differ_by(setting: str, records: Sequence[TrainingRecord]) -> bool:
    """Whether every record has another value of this setting, and all else is the same."""
    alike: dict[str, Any] = {"command": "", "epochs": (), "folds": (), "confusions": ()}
    alike[setting] = TOLD_APART_BY[setting]
    others = {replace(record, **alike) for record in records}
    return len(others) == 1 and len({getattr(record, setting) for record in records}) == len(records) > 1


def panels_of(runs: Sequence[Run]) -> tuple[Panel, ...]:
    """Losses of different kinds have no common axis."""
    return ("loss", "accuracy") if len({run.record.loss for run in runs}) == 1 else ("accuracy",)


def loss_limit(runs: Sequence[Run]) -> tuple[float, bool]:
    """Where a loss axis ends, and whether some losses lie beyond."""
    values = np.concatenate([run.folds("loss", of).ravel() for run in runs for of in BOTH])
    start = max(float(np.nan_to_num(run.folds("loss", "held_out")[:, 0]).max()) for run in runs) * ROOM
    largest = float(np.nanmax(values)) if np.isfinite(values).any() else 1.0
    return (start, True) if largest > start > 0 else (largest or 1.0, False)


def _colours(index: int, runs: int) -> dict[str, str]:
    held_out = series(index)
    return {"held_out": held_out, "training": held_out if runs > 1 else series(1)}


def _draw_run(axes: Axes, run: Run, index: int, panel: Panel, colours: dict[str, str]) -> None:
    """Band and line of the digits held out, dashed line of the training digits."""
    top = axes.y[1]
    folds = np.minimum(run.folds(panel, "held_out"), top)
    if not np.isnan(folds).any():
        band = axes.fill(
            np.concatenate((run.epochs, run.epochs[::-1])),
            np.concatenate((folds.min(axis=0), folds.max(axis=0)[::-1])),
            color=sentinel(colours["held_out"]), alpha=0.16, lw=0,
        )  # fmt: skip
        band.set_gid(f"band-{index}")
    for of in BOTH:
        dashes = DASHES if of == "training" else (None, None)
        mean = np.minimum(run.mean(panel, of), top)
        line = axes.plot(run.epochs, mean, color=sentinel(colours[of]), lw=2, dashes=dashes)
        line.set_gid(f"{of.replace('_', '-')}-{index}")


def _ends(runs: Sequence[Run], panel: Panel, top: float) -> list[tuple[float, str, str]]:
    """The values at the lines' ends; of several runs only those of digits held out."""
    ends = []
    for index, run in enumerate(runs):
        for of in BOTH[::-1] if len(runs) == 1 else BOTH[1:]:
            value = float(run.mean(panel, of)[-1])
            if not np.isnan(value):
                said = percent(value) if panel == "accuracy" else _loss(value)
                ends.append((min(value, top), said, _colours(index, len(runs))[of]))
    return ends


def _loss(value: float) -> str:
    return "–" if np.isnan(value) else significant(value)


def _keys(runs: Sequence[Run], language: str) -> Markup:
    """Which line is which: the runs, if there are several, then solid and dashed."""
    say, several = WORDS(language), len(runs) > 1
    rows = [
        key(11, FIRST_KEY + KEY_STEP * index, dict(run.names)[language], series(index))
        for index, run in enumerate(runs)
        if several
    ]
    y = FIRST_KEY + KEY_STEP * len(rows)
    held_out, training = ("secondary", "secondary") if several else (series(0), series(1))
    return join(
        *rows, key(11, y, say["held_out"], held_out), key(168, y, say["training"], training, dashed=True)
    )


def _panel(runs: Sequence[Run], panel: Panel, language: str, prefix: str) -> tuple[Markup, float]:
    """One panel, and how high it is."""
    say, rows = WORDS(language), len(runs) + 1 if len(runs) > 1 else 1
    top = FIRST_KEY + KEY_STEP * rows
    chart = Chart(TALL, top + PLOT + 38)
    last = max(run.record.epochs[-1] for run in runs)
    limit, clipped = loss_limit(runs) if panel == "loss" else (1.0, False)
    axes = chart.axes((LEFT, top, RIGHT, top + PLOT), (0, last), (0, limit))
    levels = round_ticks(0, limit, 4) if panel == "loss" else [0, 0.25, 0.5, 0.75, 1]
    labels = [f"{level * 100:.0f}%" if panel == "accuracy" else shortest(level) for level in levels]
    if clipped:
        levels, labels = [*levels[:-1], limit], [*labels[:-1], f"≥ {_loss(limit)}"]
    draw_frame(
        chart,
        axes,
        [(epoch, shortest(epoch)) for epoch in round_ticks(0, last, 5, whole=True)],
        list(zip(levels, labels, strict=True)),
    )
    for index, run in enumerate(runs):
        _draw_run(axes, run, index, panel, _colours(index, len(runs)))
    label_ends(chart, axes, _ends(runs, panel, limit))
    chart.note((RIGHT, top + PLOT + 34), say["epoch"], NOTE, "end")
    kind = runs[0].record.loss
    what = say["right"] if panel == "accuracy" else say.get(kind, kind)
    head = element("tspan", say[panel]), quiet(f"  {what}")
    return join(text(11, 17, join(*head), HEAD), _keys(runs, language), chart.finish(prefix)), chart.height


def _table(runs: Sequence[Run], panels: Sequence[Panel], language: str) -> tuple[tuple[str, ...], ...]:
    """Some epochs and the last; a run that was not measured then has a dash."""
    say, header = WORDS(language), [WORDS(language)["epoch"]]
    for run in runs:
        name = f"{dict(run.names)[language]}, " if len(runs) > 1 else ""
        header += [f"{name}{say[panel]}, {say[of]}" for panel in panels for of in BOTH]
    last = {run.record.epochs[-1] for run in runs}
    rows = sorted({float(e) for e in TABLE_EPOCHS if e <= max(last)} | last)
    body = []
    for epoch in rows:
        row = [fixed(epoch, 0 if epoch == round(epoch) else 2)]
        for run in runs:
            at = run.record.epochs.index(epoch) if epoch in run.record.epochs else None
            for panel in panels:
                for of in BOTH:
                    value = float("nan") if at is None else float(run.mean(panel, of)[at])
                    row.append(
                        "–" if np.isnan(value) else percent(value) if panel == "accuracy" else _loss(value)
                    )
        body.append(tuple(row))
    return (tuple(header), *body)


def draw(request: Request) -> Drawing:
    """Draw a panel for the loss and one for the accuracy. Raises FigureError."""
    figure = request.figure
    assert isinstance(figure, TrainingCurves)
    language = figure_language(request.language)
    runs = name_runs(figure.records(request.model), request.records)
    panels, facts = panels_of(runs), [run.facts() for run in runs]
    drawn = []
    for panel in panels:
        say, prefix = say_panel(language, panel, facts), f"{figure.id}_{panel}"
        content, height = _panel(runs, panel, language, prefix)
        sheet = Sheet(prefix, TALL, height, say.label, say.description, language, "panel")
        drawn.append(sheet.document(content))
    together = element("div", *drawn, class_="nn-panels")
    return Drawing(together, say_runs(language, panels, facts), _table(runs, panels, language))
