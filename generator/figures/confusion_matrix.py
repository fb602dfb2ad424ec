"""``confusion_matrix``: how often each digit is read as which, by networks that had not seen it.

The counts are those of a training record's cross-validation.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from generator.errors import FigureError
from generator.figures.numerals import count, percent
from generator.figures.picture import Drawing, Request
from generator.figures.svg import Markup, Sheet, element, group, join, text
from generator.figures.theme import NOTE, STRONG, TALL, Type, paint
from generator.figures.words import figure_language
from generator.figures.words.confusion_matrix import WORDS, ConfusionFacts, say_confusions
from generator.spec.figures import ConfusionMatrix

Counts = NDArray[np.int64]
LEFT, TOP, WIDTH = 28.0, 44.0, 264.0
GAP = 1.5
MARKED = 3
"""So many confusions are outlined: the most frequent ones, of equals those that come first by row."""
MOST_CLASSES = 10
DARKEST = 0.5
"""The opacity of the most frequent mistake, so that its number can be read on it in both schemes."""


def most_confused(counts: Counts) -> tuple[tuple[int, int, int], ...]:
    """The confusions to outline, each (truth, answer, how often); fewer if fewer happened."""
    mistakes = counts * (1 - np.eye(len(counts), dtype=counts.dtype))
    order = np.argsort(-mistakes, axis=None, kind="stable")[:MARKED]
    places = [divmod(int(place), len(counts)) for place in order]
    return tuple((row, column, int(mistakes[row, column])) for row, column in places if mistakes[row, column])


def _short(value: int) -> str:
    """A count that fits a cell: 5923 → ``5.9k``."""
    return str(value) if value < 1000 else f"{value / 1000:.1f}k" if value < 9950 else f"{value / 1000:.0f}k"


def _cells(counts: Counts, size: float) -> Iterator[Markup]:
    """A square per cell: the diagonal tinted, mistakes the darker the more there are, and their numbers."""
    worst = max((n for *_, n in most_confused(counts)), default=1)
    for row, column in np.ndindex(*counts.shape):
        value, x, y = int(counts[row, column]), LEFT + column * size, TOP + row * size
        on_diagonal = row == column
        role = "series-1" if on_diagonal else "series-2" if value else "panel"
        opacity = 0.22 if on_diagonal else round(DARKEST * value / worst, 2) if value else None
        square = size - GAP
        yield element(
            "rect", x=x, y=y, width=square, height=square, rx=2, fill=paint(role), fill_opacity=opacity
        )
        if value:
            yield text(
                x + square / 2, y + square / 2 + 4.3, _short(value), Type(12, bold=on_diagonal), "middle"
            )


def _outlines(counts: Counts, size: float, prefix: str) -> Markup:
    return group(
        *(
            element(
                "rect",
                x=LEFT + column * size - 1,
                y=TOP + row * size - 1,
                width=size - GAP + 2,
                height=size - GAP + 2,
                rx=3,
            )
            for row, column, _ in most_confused(counts)
        ),
        id=f"{prefix}_marked",
        fill="none",
        stroke=paint("ink"),
        stroke_width=1.8,
    )


def _shares(counts: Counts) -> list[float]:
    """The share of every digit that is read right; 0 for a digit that there is none of."""
    return [float(row[label] / max(row.sum(), 1)) for label, row in enumerate(counts)]


def _heads(counts: Counts, size: float, language: str) -> Markup:
    """What rows and columns are, and every row's share of right answers."""
    say, half = WORDS(language), (size - GAP) / 2
    labels = [text(LEFT + WIDTH / 2, 14, say["answer"], NOTE, "middle"), text(2, 14, say["truth"], NOTE)]
    labels.append(text(TALL - 2, 36, say["right"], NOTE, "end"))
    for label, share in enumerate(_shares(counts)):
        y = TOP + label * size + half + 4.5
        labels += [
            text(LEFT + label * size + half, 36, str(label), STRONG, "middle"),
            text(LEFT - 9, y, str(label), STRONG, "end"),
            text(TALL - 2, y, f"{share * 100:.0f}%", NOTE, "end"),
        ]
    return join(*labels)


def _table(counts: Counts, language: str) -> tuple[tuple[str, ...], ...]:
    say = WORDS(language)
    header = (f"{say['truth']} / {say['answer']}", *map(str, range(len(counts))), say["right"])
    rows = (
        (str(label), *map(count, row), percent(share))
        for label, (row, share) in enumerate(zip(counts.tolist(), _shares(counts), strict=True))
    )
    return (header, *rows)


def draw(request: Request) -> Drawing:
    """Draw the matrix. Raises FigureError if it has more rows than can be read on a phone."""
    figure = request.figure
    assert isinstance(figure, ConfusionMatrix)
    language = figure_language(request.language)
    (record,) = request.records
    counts: Counts = np.array(record.confusions)
    if len(counts) > MOST_CLASSES:
        raise FigureError(
            f"figure {figure.id!r}: a confusion matrix shows at most {MOST_CLASSES} classes, "
            f"not {len(counts)}"
        )
    shares = _shares(counts)
    best, worst = int(np.argmax(shares)), int(np.argmin(shares))
    facts = ConfusionFacts(
        record.digit_count,
        record.right_count,
        len(record.folds),
        most_confused(counts),
        (best, shares[best]),
        (worst, shares[worst]),
    )
    say, size = say_confusions(language, facts), WIDTH / len(counts)
    sheet = Sheet(figure.id, TALL, TOP + WIDTH + 4, say.label, say.description, language, "single")
    cells = group(*_cells(counts, size), id=f"{figure.id}_cells")
    svg = sheet.document(_heads(counts, size, language), cells, _outlines(counts, size, figure.id))
    return Drawing(svg, say, _table(counts, language))
