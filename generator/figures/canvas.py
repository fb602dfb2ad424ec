"""What a function of the site's owner is given to draw with, and what it may return.

``Canvas`` knows the language and the width of the picture and has the theme's colours and line styles.
While such a function runs, matplotlib is set so that a plain figure already looks like the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import Colormap, ListedColormap, to_rgb
from matplotlib.figure import Figure
from matplotlib.rcsetup import cycler

from generator.figures import numerals
from generator.figures.josa import josa
from generator.figures.matplotlib_svg import sentinel
from generator.figures.theme import TALL, series
from generator.figures.words import figure_language
from generator.network import Library, Network, SampleDigit

DASHES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (1.5, 1.5)), (0, (7, 2, 1.5, 2)))
"""How the lines of a figure differ for readers who do not tell their colours apart."""
DEFAULT_HEIGHT = 300
Cell = str | int | float


@dataclass(frozen=True)
class Plotted:
    """A figure with words that were computed with it, in the canvas's language, all plain text.

    ``alt`` says what the picture is, ``caption`` what there is to see, ``reading`` how to read it. ``table``
    has the numbers behind it, header row first.
    """

    figure: Figure
    alt: str = ""
    caption: str = ""
    reading: str = ""
    table: Sequence[Sequence[Cell]] = ()


@dataclass(frozen=True)
class Canvas:
    """``language`` is ``"en"`` or ``"ko"``; ``width`` the picture's in pixels: once that of a text column,
    once that of a phone."""

    language: str
    width: float
    library: Library

    @property
    def is_narrow(self) -> bool:
        """Whether this is the picture for phones."""
        return self.width == TALL

    @property
    def digits(self) -> Mapping[str, SampleDigit]:
        """The sample digits by name: ``label``, and ``pixels`` (784,) in 0–1."""
        return self.library.digits

    @property
    def networks(self) -> Mapping[str, Network]:
        """Every network of the course by name."""
        return self.library.models

    def axes(self, height: float = DEFAULT_HEIGHT) -> tuple[Figure, Axes]:
        """A figure ``height`` pixels high with one pair of axes."""
        figure = self.figure(height)
        return figure, figure.subplots()

    def figure(self, height: float = DEFAULT_HEIGHT) -> Figure:
        """An empty figure, for axes of your own: ``figure.subplots(1, 2)``."""
        return Figure(figsize=(self.width / 72, height / 72), dpi=72)

    def name_axes(self, axes: Axes, x: str, y: str) -> None:
        """What is along the axes: the name of *y* stands above, level, so that it can be read."""
        axes.set_xlabel(x, loc="right")
        axes.set_title(f"↑ {y}", loc="left", fontsize=12, fontweight="normal", color=self.colour("secondary"))

    def colour(self, role: str) -> str:
        """The colour of a role: ``ink``, ``secondary``, ``grid``, ``positive``, ``negative``, ``activation``,
        ``bias``, ``series-1`` … ``series-4`` and others of theme.COLOURS. Raises KeyError for others."""
        return sentinel(role)

    def line(self, index: int) -> dict[str, Any]:
        """Colour and dashes of a line, counted from 0: ``axes.plot(x, y, **canvas.line(1))``."""
        return {"color": sentinel(series(index)), "linestyle": DASHES[index % len(DASHES)]}

    def shades(self, role: str = "series-1", steps: int = 8) -> Colormap:
        """From the page's ground to a role's colour, in steps: for ``contourf`` and ``pcolormesh``."""
        return ListedColormap([_shade(role, (step + 0.5) / steps) for step in range(steps)])

    def signed_shades(self, steps: int = 5) -> Colormap:
        """Negative to positive through the page's ground, ``steps`` a sign; the range must be symmetric."""
        strengths = [(step + 0.5) / steps for step in range(steps)]
        down = [_shade("negative", strength) for strength in reversed(strengths)]
        return ListedColormap([*down, *(_shade("positive", strength) for strength in strengths)])

    def say(self, *, en: str, ko: str) -> str:
        """The text in the canvas's language."""
        return {"en": en, "ko": ko}[figure_language(self.language)]

    def number(self, value: float, decimals: int = 2) -> str:
        """A number with a true minus and so many decimals."""
        return numerals.fixed(value, decimals)

    def josa(self, word: object, pair: str) -> str:
        """A Korean word with the particle that fits it: ``canvas.josa(3, "을/를")`` → ``3을``."""
        return josa(word, pair)


def _shade(role: str, strength: float) -> tuple[float, float, float, float]:
    return (*to_rgb(sentinel(role)), round(strength, 3))


# One measure on every machine: the font comes with matplotlib.
_TYPE = {"font.family": ["DejaVu Sans"], "font.size": 12, "svg.fonttype": "none", "text.parse_math": False}
_LOOK = {
    "axes.axisbelow": True,
    "axes.facecolor": "none",
    "axes.formatter.use_mathtext": False,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "axes.labelsize": 12,
    "axes.linewidth": 1.2,
    **{f"axes.spines.{side}": False for side in ("left", "right", "top")},
    "axes.titlelocation": "left",
    "axes.titlesize": 13,
    "axes.titleweight": "bold",
    "figure.constrained_layout.use": True,
    "figure.dpi": 72,
    "figure.facecolor": "none",
    "figure.titlesize": 15,
    "figure.titleweight": "bold",
    "grid.linewidth": 1,
    "legend.frameon": False,
    "legend.handlelength": 2.2,
    "lines.linewidth": 2,
    "lines.solid_capstyle": "round",
    **{f"{axis}tick.labelsize": 12 for axis in "xy"},
    "xtick.major.pad": 8,  # in the corner the labels of both axes meet
    "ytick.major.pad": 6,
    **{f"{axis}tick.{which}.size": 0 for axis in "xy" for which in ("major", "minor")},
}
_COLOURS = {
    "axes.edgecolor": "secondary",
    "axes.labelcolor": "secondary",
    "axes.titlecolor": "ink",
    "grid.color": "grid",
    "patch.edgecolor": "secondary",
    "patch.facecolor": "series-1",
    "text.color": "ink",
    "xtick.color": "secondary",
    "ytick.color": "secondary",
}


def settings() -> dict[Any, Any]:
    """How matplotlib draws for a page: nothing but data, on a quiet grid."""
    colours = {key: sentinel(role) for key, role in _COLOURS.items()}
    lines = cycler("color", [sentinel(series(index)) for index in range(len(DASHES))])
    return {**_TYPE, **_LOOK, **colours, "axes.prop_cycle": lines + cycler("linestyle", DASHES)}


def cell(value: Cell) -> str:
    """A cell of a table as text."""
    if isinstance(value, bool | str):
        return str(value)
    if isinstance(value, int | np.integer):
        return numerals.count(int(value)).replace("-", numerals.MINUS)
    return numerals.significant(value, 4)
