"""``plot``: what a function of the site's owner draws, finished like every other figure.

It is called twice a language, for a text column and for a phone: the page decides how wide the picture is,
the function how high.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

import matplotlib
from matplotlib.figure import Figure

from generator.errors import FigureError
from generator.figures.canvas import Canvas, Plotted, cell, settings
from generator.figures.matplotlib_svg import read_figure
from generator.figures.owner_code import call_function, refuse
from generator.figures.picture import Drawing, Request
from generator.figures.shared_shapes import SharedShapes
from generator.figures.svg import Markup, Sheet, twins
from generator.figures.theme import TALL, WIDE
from generator.figures.words import Say, figure_language
from generator.figures.words.plot import WORDS
from generator.spec.figures import Plot
from generator.spec.text import pick

MAX_BYTES = 60_000
MAX_ROWS, MAX_COLUMNS = 200, 12
LOWEST, HIGHEST = 60, 900


def draw(request: Request) -> Drawing:
    """Call the function and finish what it draws. Raises FigureError."""
    figure, language = request.figure, figure_language(request.language)
    assert isinstance(figure, Plot)
    with matplotlib.rc_context(settings()):
        canvases = (Canvas(language, width, request.library) for width in (WIDE, TALL))
        wide, tall = (_call(request, figure, canvas) for canvas in canvases)
        say = _say(figure, wide, language)
        about = (0.0, say.label, say.description, language)
        shapes = SharedShapes(figure.id)
        svg = twins(
            _document(Sheet(f"{figure.id}_w", WIDE, *about, "wide"), wide.figure, shapes),
            _document(Sheet(f"{figure.id}_t", TALL, *about, "tall"), tall.figure, shapes),
        )
    weight = len(svg.encode())
    if weight > MAX_BYTES:
        message = f"the picture weighs {weight / 1000:.0f} KB, and {MAX_BYTES / 1000:.0f} KB is the most"
        raise refuse(message, "draw fewer points: a line needs no more than one a pixel")
    return Drawing(svg, say, _table(wide.table))


def _call(request: Request, figure: Plot, canvas: Canvas) -> Plotted:
    """What the function returns for one canvas; a figure alone has no words."""
    source = request.plots.get(figure.draw)
    if source is None:
        raise refuse(f"mkdocs.yml names no plot '{figure.draw}'")
    with matplotlib.rc_context():
        returned = call_function(source, request.network, canvas, figure.parameters)
    plotted = Plotted(returned) if isinstance(returned, Figure) else returned
    if not isinstance(plotted, Plotted) or not isinstance(plotted.figure, Figure):
        found = type(plotted.figure if isinstance(plotted, Plotted) else plotted).__name__
        message = f"the function {source.function} returned {found}, not a matplotlib Figure"
        raise refuse(message, "return the figure, or Plotted(figure, caption=…)")
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close(plotted.figure)  # pyplot keeps what nobody closes
    return plotted


def _say(figure: Plot, plotted: Plotted, language: str) -> Say:
    """The lesson's text for screen readers, else the function's; the rest is the function's."""
    alt = pick(figure.alt, language)[0] if figure.alt else plotted.alt
    if not all(isinstance(text, str) for text in (alt, plotted.caption, plotted.reading)):
        raise refuse("alt, caption and reading must be texts", "Plotted(figure, alt=…, caption=…)")
    if not alt.strip():
        message = "nothing says what this figure shows to readers who do not see it"
        raise refuse(message, "write alt: {en: …, ko: …}, or return Plotted(figure, alt=…)")
    described = plotted.caption or WORDS(language)["described"]
    return Say(alt, described, plotted.caption, plotted.reading)


def _document(sheet: Sheet, figure: Figure, shapes: SharedShapes) -> Markup:
    """The figure on a sheet, as wide as that and as high as it is itself."""
    height = round(figure.get_figheight() * 72, 2)
    if not LOWEST <= height <= HIGHEST:
        raise refuse(f"the figure is {height:g} pixels high; it must be {LOWEST} to {HIGHEST}")
    figure.set_size_inches(sheet.width / 72, height / 72)
    try:
        return replace(sheet, height=height).document(read_figure(figure, sheet.id, shapes))
    except FigureError as error:
        raise refuse(str(error), error.hint) from error
    except Exception as error:
        raise refuse(f"matplotlib cannot draw it: {type(error).__name__}: {error}") from error


def _table(rows: Sequence[Sequence[str | int | float]]) -> tuple[tuple[str, ...], ...] | None:
    """The numbers behind the picture as text; all rows have as many cells as the header."""
    if not rows:
        return None
    if len(rows) > MAX_ROWS or not 1 <= len(rows[0]) <= MAX_COLUMNS:
        raise refuse(f"the table must have at most {MAX_ROWS} rows and {MAX_COLUMNS} columns")
    if {len(row) for row in rows} != {len(rows[0])}:
        raise refuse("the rows of the table have different lengths")
    return tuple(tuple(cell(each) for each in row) for row in rows)
