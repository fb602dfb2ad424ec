"""``noise_test``: the answers are the network's, and no picture is chosen for its answer."""

from __future__ import annotations

import re

import numpy as np
import pytest

from generator.errors import FigureError
from generator.network import forward
from tests.figures.drawing import FIGURES, by_id, decode_png, draw, library, parse, sheets, texts

EVERY = pytest.mark.parametrize(("name", "seed"), [("noise", 0), ("other-noise", 7)])
MODELS = pytest.mark.parametrize("model", ["digits", "digits-relu", "digits-plain"])


def answers(seed: int, model: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    pictures = np.random.default_rng(seed).random((1000, 784))
    outputs = forward(library().models[model], pictures)[-1].a
    return pictures, outputs.argmax(axis=1), outputs.max(axis=1)


@EVERY
@MODELS
def test_the_table_counts_every_answer(name, seed, model):
    _, winners, activations = answers(seed, model)
    for output, row in enumerate(draw(FIGURES[name], model=model).table[1:]):
        won = winners == output
        assert row == (str(output), f"{won.sum():,}", f"{(won & (activations >= 0.5)).sum():,}")


@EVERY
@MODELS
def test_the_caption_says_how_sure_it_is(name, seed, model):
    _, winners, activations = answers(seed, model)
    counts = np.bincount(winners, minlength=10)
    numbers = re.findall(r"answers (\d) in ([\d.]+)% .* more in ([\d.]+)% of them, and ([\d.]+) at most",
                         draw(FIGURES[name], model=model).caption)  # fmt: skip
    expected = (counts.argmax(), counts.max() / 10, (activations >= 0.5).sum() / 10, activations.max())
    winner, *shares = numbers[0]
    assert (winner, *shares) == (
        str(expected[0]),
        *(f"{share:.1f}" for share in expected[1:3]),
        f"{expected[3]:.2f}",
    )


@EVERY
def test_the_first_five_pictures_are_drawn_with_their_answers(name, seed):
    pictures, winners, activations = answers(seed, "digits")
    for svg in sheets(draw(FIGURES[name])):
        images = [decode_png(image.get("href")) for image in svg.iter("image")]
        assert len(images) == 5
        for image, pixels in zip(images, pictures, strict=False):
            assert np.abs(image / 15 - pixels.reshape(28, 28)).max() <= 0.5 / 15 + 1e-6
        shown = texts(svg)
        assert shown[1:11:2] == [f"“{winner}”" for winner in winners[:5]]
        assert shown[2:11:2] == [f"{value:.2f}" for value in activations[:5]]


def test_bars_are_as_high_as_their_counts():
    _, winners, activations = answers(0, "digits")
    root = parse(draw(FIGURES["noise"]).svg)
    for group, chosen in (("every", winners), ("sure", winners[activations >= 0.5])):
        heights = np.array([float(bar.get("height")) for bar in by_id(root, f"fig_w_{group}")])
        counts = np.bincount(chosen, minlength=10)
        assert np.abs(heights - counts * 110 / np.bincount(winners).max()).max() < 0.01


def test_a_network_that_reads_no_picture_is_refused():
    with pytest.raises(FigureError, match=r"^the network reads 2 numbers, which are no square picture$"):
        draw(FIGURES["noise"], model="tiny")
