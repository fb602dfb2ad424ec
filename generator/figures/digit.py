"""``digit``: a handwritten digit as the network receives it, with a cut-out of its pixel values."""

from __future__ import annotations

import numpy as np

from generator.errors import FigureError
from generator.figures.grids import Values, digit_cells, plate
from generator.figures.numerals import short_pixel
from generator.figures.picture import Drawing, Request
from generator.figures.svg import Markup, Sheet, element, group, join, number, text, twins
from generator.figures.theme import HEAD, NOTE, TALL, WIDE, contrast, mix_grey, paint
from generator.figures.words import figure_language
from generator.figures.words.digit import WORDS, say_digit
from generator.network import Library, SampleDigit
from generator.spec.figures import Digit

CUT = 9
"""The cut-out is 9 × 9 pixels: as many numbers as stay readable."""
PLATE = 280
MARGIN = 25
TOP = 30


def find_digit(library: Library, name: str) -> SampleDigit:
    """A sample digit by name. Raises FigureError."""
    try:
        return library.digits[name]
    except KeyError:
        raise FigureError(f"there is no sample digit {name!r}") from None


def liveliest_corner(pixels: Values) -> tuple[int, int]:
    """The (row, column) of the 9 × 9 window with the most pixels strictly between black and white; of
    several, the first in reading order."""
    grey = ((pixels > 0.02) & (pixels < 0.98)).reshape(28, 28).astype(np.int64)
    sums = np.pad(grey, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    windows = sums[CUT:, CUT:] - sums[:-CUT, CUT:] - sums[CUT:, :-CUT] + sums[:-CUT, :-CUT]
    row, column = np.unravel_index(int(windows.argmax()), windows.shape)
    return int(row), int(column)


def number_role(value: float) -> str:
    """The colour of a number written on a pixel of that brightness: the one with more contrast."""
    if value == 0:
        return "plate-muted"
    background = mix_grey(value)
    return "lit" if contrast(background, (255, 255, 255)) > contrast(background, (0, 0, 0)) else "dark-on-lit"


def _numbers(window: Values, size: float) -> Markup:
    """The cut-out, enlarged, with each pixel's value in it."""
    cell = size / CUT
    squares: list[Markup] = []
    labels: dict[str, list[Markup]] = {}
    for (row, column), exact in np.ndenumerate(window):
        value = round(float(exact), 2)
        x, y = column * cell, row * cell
        if value > 0:
            squares.append(element("rect", x=x, y=y, width=cell, height=cell, fill_opacity=value))
        label = element("text", short_pixel(float(exact)), x=x + cell / 2, y=y + cell / 2 + 4.3)
        labels.setdefault(number_role(value), []).append(label)
    frame = element(
        "rect", width=size, height=size, fill="none", stroke=paint("activation"), stroke_width=2.5, rx=2
    )
    return group(
        element("rect", width=size, height=size, fill=paint("plate")),
        group(*squares, fill=paint("lit"), shape_rendering="crispEdges"),
        *(group(*labels[role], fill=paint(role)) for role in sorted(labels)),
        frame,
        font_size=12,
        text_anchor="middle",
    )


def _ramp(width: float, language: str) -> Markup:
    """0 black … 1 white, in flat steps; 12 high."""
    say, steps = WORDS(language), 11
    cell = width / steps
    boxes = [
        element("rect", x=i * cell, width=cell, height=10, fill_opacity=i / (steps - 1))
        for i in range(1, steps)
    ]
    return join(
        element("rect", width=width, height=10, fill=paint("plate")),
        group(*boxes, fill=paint("lit"), shape_rendering="crispEdges"),
        element("rect", width=width, height=10, fill="none", stroke=paint("rule")),
        text(-8, 9, f"0 {say['black']}", NOTE, "end"),
        text(width + 8, 9, f"1 {say['white']}", NOTE),
    )


def _cut_frame(corner: tuple[int, int]) -> Markup:
    """Where the cut-out lies on the plate."""
    pixel = PLATE / 28
    size = CUT * pixel
    x, y = corner[1] * pixel, corner[0] * pixel
    return element(
        "rect", x=x, y=y, width=size, height=size, fill="none", stroke=paint("activation"), stroke_width=2
    )


def _leads(corner: tuple[int, int]) -> Markup:
    """Thin lines from the cut-out's frame to its enlargement beside the plate, in the figure's
    coordinates."""
    pixel = PLATE / 28
    x, y = MARGIN + (corner[1] + CUT) * pixel, TOP + corner[0] * pixel
    left = WIDE - MARGIN - PLATE
    path = f"M{number(x)} {number(y)}L{left} {TOP}M{number(x)} {number(y + CUT * pixel)}L{left} {TOP + PLATE}"
    return element("path", d=path, stroke=paint("activation"), stroke_opacity=0.6, fill="none")


def _at(x: float, y: float, *content: str) -> Markup:
    return group(*content, transform=f"translate({number(x)} {number(y)})")


def _plate(pixels: Values, language: str, corner: tuple[int, int] | None) -> Markup:
    """Heading, plate and brightness ramp of the whole digit."""
    frame = _cut_frame(corner) if corner else Markup("")
    return join(
        text(MARGIN, 17, WORDS(language)["pixels_28"], HEAD),
        _at(MARGIN, TOP, plate(PLATE), digit_cells(pixels, PLATE), frame),
        _at(MARGIN + 75, TOP + PLATE + 14, _ramp(130, language)),
    )


def _inset(pixels: Values, corner: tuple[int, int], language: str, wide: bool) -> Markup:
    window = pixels.reshape(28, 28)[corner[0] : corner[0] + CUT, corner[1] : corner[1] + CUT]
    x, y = (WIDE - MARGIN - PLATE, TOP) if wide else (MARGIN, TOP + PLATE + 68)
    return join(
        _leads(corner) if wide else Markup(""),
        text(x, y - 13, WORDS(language)["pixel_numbers"], HEAD),
        _at(x, y, _numbers(window, PLATE)),
    )


def _table(pixels: Values, corner: tuple[int, int], language: str) -> tuple[tuple[str, ...], ...]:
    """The cut-out's values under their row and column numbers, counted from 1."""
    row, column = corner
    header = (WORDS(language)["row_column"], *(str(column + i + 1) for i in range(CUT)))
    image = pixels.reshape(28, 28)
    rows = (
        (str(y + 1), *(f"{value:.2f}" for value in image[y, column : column + CUT]))
        for y in range(row, row + CUT)
    )
    return (header, *rows)


def draw(request: Request) -> Drawing:
    """Draw one digit. Raises FigureError if there is no digit of that name."""
    figure = request.figure
    assert isinstance(figure, Digit)
    language = figure_language(request.language)
    digit = find_digit(request.library, figure.digit)
    pixels = np.asarray(digit.pixels, dtype=np.float64)
    corner = liveliest_corner(pixels) if figure.inset else None
    say = say_digit(language, digit.label, int((pixels > 0).sum()), corner)
    plate = _plate(pixels, language, corner)
    about = (say.label, say.description, language)
    if corner is None:
        svg: str = Sheet(figure.id, TALL, TOP + PLATE + 32, *about, "single").document(plate)
        return Drawing(svg, say)
    wide = Sheet(f"{figure.id}_w", WIDE, TOP + PLATE + 32, *about, "wide")
    tall = Sheet(f"{figure.id}_t", TALL, TOP + 2 * PLATE + 68 + 6, *about, "tall")
    svg = twins(
        wide.document(plate, _inset(pixels, corner, language, wide=True)),
        tall.document(plate, _inset(pixels, corner, language, wide=False)),
    )
    return Drawing(svg, say, _table(pixels, corner, language))
