"""``digit_gallery``: sample digits chosen by a rule, with what the network answers to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.errors import FigureError
from generator.figures.grids import Values
from generator.figures.numerals import fixed
from generator.figures.picture import Drawing, Request
from generator.figures.strip import SIDE, digit_strip, strip_pixel
from generator.figures.svg import Markup, Sheet, element, group, number, text, twins
from generator.figures.theme import BODY, HEAD, NOTE, STRONG, TALL, WIDE, paint
from generator.figures.words import figure_language
from generator.figures.words.digit_gallery import WORDS, GalleryFacts, say_gallery
from generator.network import Network, SampleDigit, forward
from generator.spec.figures import DigitGallery

MOST = 10
MARGIN, TOP = 11, 54
BELOW = 58
"""What stands under a digit, with the space to the next row."""
PER_ROW = {"wide": 10, "tall": 5}
STEP = {"wide": 66.4, "tall": 62.5}
PLANTED = "misread-"


@dataclass(frozen=True)
class Shown:
    """A picture (28, 28) of the digit ``label``, what the network answers, and that output's activation."""

    name: str
    label: int
    pixels: Values
    answer: int
    activation: float

    @property
    def right(self) -> bool:
        return self.answer == self.label


def _read(network: Network, pictures: Sequence[tuple[str, int, Values]]) -> list[Shown]:
    """What the network answers to pictures, given with name and label. Raises FigureError if it cannot."""
    if network.sizes[0] != SIDE * SIDE:
        raise FigureError(f"the network reads {network.sizes[0]} numbers, not the {SIDE * SIDE} of a digit")
    outputs = forward(network, np.stack([pixels.ravel() for _, _, pixels in pictures]))[-1].a
    return [
        Shown(name, label, pixels.reshape(SIDE, SIDE), int(output.argmax()), float(output.max()))
        for (name, label, pixels), output in zip(pictures, outputs, strict=True)
    ]


def _means(samples: Sequence[SampleDigit], language: str) -> list[tuple[str, int, Values]]:
    """The mean picture of every digit that there are samples of."""
    of = {
        label: [s.pixels for s in samples if s.label == label] for label in sorted({s.label for s in samples})
    }
    name = WORDS(language)["mean_of"]
    return [
        (name.format(count=len(pixels)), label, np.mean(pixels, axis=0, dtype=np.float64))
        for label, pixels in of.items()
    ]


def choose(request: Request, rule: str) -> tuple[list[Shown], int]:
    """The digits that a rule shows, in its order, and how many it found before the limit of ten."""
    samples = list(request.library.digits.values())
    if rule == "class_means":
        means = _read(request.network, _means(samples, figure_language(request.language)))
        return means, len(means)
    every = _read(
        request.network, [(s.name, s.label, np.asarray(s.pixels, dtype=np.float64)) for s in samples]
    )
    if rule == "all":
        return every, len(every)
    found = [shown for shown in every if rule == "most_certain" or not shown.right]
    return sorted(found, key=lambda shown: -shown.activation)[:MOST], len(found)


def _under(shown: Shown, left: float, top: float, size: float) -> Markup:
    """Label, answer and activation under a digit whose lower left corner is (left, top)."""
    middle, style = left + size / 2, BODY if shown.right else STRONG
    share = min(max(shown.activation, 0.0), 1.0)
    bar = {"x": left, "y": top + 38, "height": 5}
    return group(
        text(middle, top + 17, f"{shown.label} → {shown.answer}", style, "middle"),
        text(middle, top + 33, fixed(shown.activation), NOTE, "middle"),
        element("rect", width=size, fill=paint("grid"), **bar),
        element("rect", width=size * share, fill=paint("activation"), stroke=paint("activation-ring"), **bar),
    )


def _frame(place: int, step: float, size: float) -> Markup:
    return element("rect", x=place * step - 2, y=-2, width=size + 4, height=size + 4, rx=5)


def _row(row: Sequence[Shown], step: float, name: str) -> Markup:
    """Digits beside each other; dashed frames around those that are misread."""
    size = strip_pixel(step) * SIDE
    frames = (_frame(place, step, size) for place, shown in enumerate(row) if not shown.right)
    return group(
        digit_strip(np.stack([shown.pixels for shown in row]), step, name),
        group(
            *frames, fill="none", stroke=paint("activation-ring"), stroke_width=2, stroke_dasharray="5 3",
            id=f"{name}_misread",
        ),
        *(_under(shown, place * step, size, size) for place, shown in enumerate(row)),
    )  # fmt: skip


def _rows(chosen: Sequence[Shown], variant: str) -> list[Sequence[Shown]]:
    per_row = PER_ROW[variant]
    return [chosen[start : start + per_row] for start in range(0, len(chosen), per_row)]


def _row_height(variant: str) -> float:
    return strip_pixel(STEP[variant]) * SIDE + BELOW


def _sheet(chosen: Sequence[Shown], rule: str, sheet: Sheet) -> Markup:
    say, high = WORDS(sheet.language), _row_height(sheet.variant)
    parts = [text(MARGIN, 17, say[rule], HEAD), text(MARGIN, 38, say["key" if chosen else "nothing"], NOTE)]
    for index, row in enumerate(_rows(chosen, sheet.variant)):
        drawn = _row(row, STEP[sheet.variant], f"{sheet.id}_{index}")
        parts.append(group(drawn, transform=f"translate({MARGIN} {number(TOP + index * high)})"))
    return sheet.document(*parts)


def _facts(request: Request, rule: str, chosen: Sequence[Shown], found: int) -> GalleryFacts:
    activations = [shown.activation for shown in chosen] or [0.0]
    names = list(request.library.digits)
    return GalleryFacts(
        rule=rule,
        total=len(names),
        found=found,
        shown=len(chosen),
        right=sum(shown.right for shown in chosen),
        highest=max(activations),
        lowest=min(activations),
        planted=sum(name.startswith(PLANTED) for name in names),
    )


def _table(chosen: Sequence[Shown], language: str) -> tuple[tuple[str, ...], ...]:
    say = WORDS(language)
    rows = ((s.name, str(s.label), str(s.answer), fixed(s.activation, 4)) for s in chosen)
    return ((say["sample"], say["digit"], say["answer"], say["activation"]), *rows)


def draw(request: Request) -> Drawing:
    """Draw the digits of a rule. Raises FigureError for a network that reads no digit."""
    figure, language = request.figure, figure_language(request.language)
    assert isinstance(figure, DigitGallery)
    chosen, found = choose(request, figure.rule)
    say = say_gallery(language, _facts(request, figure.rule, chosen, found))
    sheets = []
    for variant, width in (("wide", WIDE), ("tall", TALL)):
        high = TOP + len(_rows(chosen, variant)) * _row_height(variant)
        about = (say.label, say.description, language, variant)
        sheets.append(_sheet(chosen, figure.rule, Sheet(f"{figure.id}_{variant[0]}", width, high, *about)))
    return Drawing(twins(*sheets), say, _table(chosen, language))
