"""``noise_test``: what the network answers to pictures of random pixels.

The pictures are the first ones that a seeded generator gives; none is chosen for its answer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.errors import FigureError
from generator.figures.grids import Values, plate
from generator.figures.numerals import count, fixed
from generator.figures.picture import Drawing, Request
from generator.figures.png import MAX_GREY, data_uri, encode_grey4
from generator.figures.svg import Markup, Sheet, element, group, join, line, number, text, twins
from generator.figures.theme import BODY, HEAD, NOTE, STRONG, TALL, WIDE, paint
from generator.figures.words import figure_language
from generator.figures.words.noise_test import WORDS, NoiseFacts, say_noise
from generator.network import Network, forward
from generator.spec.figures import NoiseTest

TOTAL, SHOWN = 1000, 5
SURE = 0.5
MARGIN, TOP = 11, 34
MOST_OUTPUTS = 26
NAME_ROOM = 22


@dataclass(frozen=True)
class Noise:
    """Random pictures (pictures, side, side) and the network's answers: the winner and its activation, both
    (pictures,), for ``outputs`` possible answers."""

    pictures: Values
    winners: NDArray[np.intp]
    activations: Values
    outputs: int

    def counts(self) -> tuple[list[int], list[int]]:
        """How often each output won, and how often with 0.5 or more."""
        sure = self.winners[self.activations >= SURE]
        both = (np.bincount(chosen, minlength=self.outputs) for chosen in (self.winners, sure))
        every, certain = (counted.tolist() for counted in both)
        return every, certain


def ask(network: Network, rng: np.random.Generator) -> Noise:
    """Show the network 1,000 pictures of random pixels. Raises FigureError for one that reads no square."""
    side = math.isqrt(network.sizes[0])
    if side * side != network.sizes[0]:
        raise FigureError(f"the network reads {network.sizes[0]} numbers, which are no square picture")
    if network.sizes[-1] > MOST_OUTPUTS:
        raise FigureError(
            f"the network has {network.sizes[-1]} outputs; the figure shows at most {MOST_OUTPUTS}"
        )
    pictures = rng.random((TOTAL, side * side))
    outputs = np.asarray(forward(network, pictures)[-1].a, dtype=np.float64)
    shaped = pictures.reshape(TOTAL, side, side)
    return Noise(shaped, outputs.argmax(axis=1), outputs.max(axis=1), outputs.shape[1])


def _pictures(noise: Noise, at: tuple[float, float], size: float, sheet: Sheet) -> Markup:
    """The first pictures beside each other, under each its answer and the activation; size + 48 high."""
    say, side, gap = WORDS(sheet.language), noise.pictures.shape[1], 12
    parts = []
    for i in range(SHOWN):
        name, box = f"{sheet.id}_noise{i}", {"width": side, "height": side}
        grey = np.rint(noise.pictures[i] * MAX_GREY).astype(np.uint8)
        image = element("image", href=data_uri(encode_grey4(grey)), style="image-rendering:pixelated", **box)
        mask = element("mask", image, id=name, maskUnits="userSpaceOnUse", x=0, y=0, **box)
        lit = element("rect", fill=paint("lit"), mask=f"url(#{name})", **box)
        scaled = group(mask, lit, transform=f"scale({size / side:.5g})")
        where = f"translate({number(at[0] + i * (size + gap))} {number(at[1])})"
        parts.append(group(plate(size), scaled, transform=where))
        middle = at[0] + i * (size + gap) + size / 2
        answer = say["says"].format(digit=noise.winners[i])
        parts.append(text(middle, at[1] + size + 20, answer, STRONG, "middle"))
        parts.append(text(middle, at[1] + size + 38, fixed(float(noise.activations[i])), NOTE, "middle"))
    return join(*parts)


def _bars(noise: Noise, box: tuple[float, float, float, float], sheet: Sheet) -> Markup:
    """How often each answer came, in ``box`` (left, top, width, height); gold is 0.5 or more."""
    left, top, width, height = box
    every, certain = noise.counts()
    step, unit = width / len(every), (height - 20) / max(every)
    named = range(0, len(every), math.ceil(NAME_ROOM / step))
    plain, sure, labels = [], [], []
    for output, (times, times_sure) in enumerate(zip(every, certain, strict=True)):
        x, wide = left + output * step + step * 0.18, step * 0.64
        plain.append(element("rect", x=x, y=top + height - times * unit, width=wide, height=times * unit))
        sure.append(
            element("rect", x=x, y=top + height - times_sure * unit, width=wide, height=times_sure * unit)
        )
        middle = x + wide / 2
        if output in named:
            labels.append(text(middle, top + height + 17, str(output), BODY, "middle"))
        if step >= 26 or times == max(every):
            labels.append(text(middle, top + height - times * unit - 5, count(times), NOTE, "middle"))
    return join(
        group(*plain, fill=paint("zero"), stroke=paint("secondary"), id=f"{sheet.id}_every"),
        group(*sure, fill=paint("activation"), stroke=paint("secondary"), id=f"{sheet.id}_sure"),
        line(left, top + height, left + width, top + height, "secondary"),
        *labels,
    )


def _key(at: tuple[float, float], language: str) -> Markup:
    x, y = at
    swatch = element(
        "rect", x=x, y=y - 10, width=12, height=12, fill=paint("activation"), stroke=paint("secondary")
    )
    return join(swatch, text(x + 20, y, WORDS(language)["sure"], NOTE))


def _sheet(noise: Noise, sheet: Sheet, size: float, high: float) -> Markup:
    """Pictures above, bars below, ``high`` pixels high."""
    say, width = WORDS(sheet.language), sheet.width - 2 * MARGIN
    below = TOP + size + 92
    return sheet.document(
        text(MARGIN, TOP - 14, say["the_first"], HEAD),
        _pictures(noise, (MARGIN, TOP), size, sheet),
        text(MARGIN, below - 14, say["answers"].format(count=count(TOTAL)), HEAD),
        _key((MARGIN, below + 8), sheet.language),
        _bars(noise, (MARGIN, below + 18, width, high), sheet),
    )


def _table(noise: Noise, language: str) -> tuple[tuple[str, ...], ...]:
    say, (every, certain) = WORDS(language), noise.counts()
    rows = ((str(i), *map(count, pair)) for i, pair in enumerate(zip(every, certain, strict=True)))
    return ((say["answer"], say["pictures"], say["sure"]), *rows)


def draw(request: Request) -> Drawing:
    """Draw what the network makes of noise. Raises FigureError for a network that reads no picture."""
    figure, language = request.figure, figure_language(request.language)
    assert isinstance(figure, NoiseTest)
    noise = ask(request.network, np.random.default_rng(figure.seed))
    every, certain = noise.counts()
    favourite = int(np.argmax(every))
    facts = NoiseFacts(TOTAL, favourite, every[favourite], sum(certain), float(noise.activations.max()))
    say = say_noise(language, facts)
    about = (say.label, say.description, language)
    sizes = {"wide": (WIDE, 122.0, 130.0), "tall": (TALL, 52.0, 120.0)}
    sheets = [
        _sheet(
            noise, Sheet(f"{figure.id}_{name[0]}", width, TOP + size + high + 136, *about, name), size, high
        )
        for name, (width, size, high) in sizes.items()
    ]
    return Drawing(twins(*sheets), say, _table(noise, language))
