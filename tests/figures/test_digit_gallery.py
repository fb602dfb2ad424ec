"""``digit_gallery``: the digits that the rule names, with what the network really answers."""

from __future__ import annotations

import re

import numpy as np
import pytest

from generator.errors import FigureError
from generator.figures import illustrate
from generator.network import Library, forward
from tests.figures.cases.digit_gallery import FIGURES as CASES
from tests.figures.drawing import FIGURE, by_id, decode_png, draw, library, sheets, texts

EVERY = pytest.mark.parametrize("name", CASES)
MODELS = pytest.mark.parametrize("model", ["digits", "digits-relu", "short"])
Row = tuple[int, int, float, np.ndarray]


def chosen(name: str, model: str) -> list[Row]:
    """(label, answer, activation, pixels) by the rule, worked out one digit at a time."""
    pictures = [(d.label, np.asarray(d.pixels, dtype=float)) for d in library().digits.values()]
    if name == "means":
        pictures = [(n, sum(p for m, p in pictures if m == n) / sum(m == n for m, _ in pictures))
                    for n in range(10)]  # fmt: skip
    rows = []
    for label, pixels in pictures:
        output = forward(library().models[model], pixels[None])[-1].a[0]
        rows.append((label, int(output.argmax()), float(output.max()), pixels))
    if name == "mistaken":
        rows = [row for row in rows if row[0] != row[1]]
    return sorted(rows, key=lambda row: -row[2])[:10] if name in ("certain", "mistaken") else rows


@EVERY
@MODELS
def test_table_and_twins_have_label_answer_and_activation_of_each(name, model):
    rows, picture = chosen(name, model), draw(CASES[name], model=model)
    assert [row[1:] for row in picture.table[1:]] == [(str(a), str(b), f"{c:.4f}") for a, b, c, _ in rows]
    for svg in sheets(picture):
        shown = texts(svg)[2:]
        assert shown[::2] == [f"{label} → {answer}" for label, answer, _, _ in rows]
        assert shown[1::2] == [f"{activation:.2f}" for _, _, activation, _ in rows]


@EVERY
def test_the_pixels_are_those_of_the_digits(name):
    rows = chosen(name, "digits")
    for svg in sheets(draw(CASES[name])):
        strips = [decode_png(image.get("href")) for image in svg.iter("image")]
        digits = [strip[:, at : at + 28] for strip in strips for at in range(0, strip.shape[1] - 27, 33)]
        assert len(digits) == len(rows)
        for drawn, (*_, pixels) in zip(digits, rows, strict=True):
            assert np.abs(drawn / 15 - pixels.reshape(28, 28)).max() <= 0.5 / 15 + 1e-6


@EVERY
def test_a_frame_is_around_every_mistake(name):
    rows = chosen(name, "digits")
    frames = {}
    for svg in sheets(draw(CASES[name])):
        found = [node for node in svg.iter("g") if (node.get("id") or "").endswith("_misread")]
        frames[svg.get("class")] = sum(len(node) for node in found)
    assert set(frames.values()) == {sum(row[0] != row[1] for row in rows)}


@EVERY
@MODELS
def test_the_caption_counts_and_names_the_range(name, model):
    rows, caption = chosen(name, model), draw(CASES[name], model=model).caption
    right = sum(row[0] == row[1] for row in rows)
    numbers = re.findall(r"\d+(?:\.\d+)?", caption)
    ends = [f"{rows[0][2]:.2f}", f"{rows[-1][2]:.2f}"]
    missed = sum(row[0] != row[1] for row in chosen("every-sample", model))
    expected = {
        "certain": ["35", "10", *ends, str(right), "10"],
        "mistaken": [str(missed), "35", *(["10"] if missed > 10 else []), *ends],
        "means": ["10", str(right), "10"],
        "every-sample": ["35", str(right), "35"],
    }
    assert numbers == expected[name]


@pytest.mark.parametrize(("language", "words"), [("en", "all 10 sample digits right"), ("ko", "모두 바르게")])
def test_without_a_mistake_the_figure_says_so(language, words):
    right = {row for row, d in library().digits.items()
             if forward(library().models["digits"], d.pixels[None])[-1].a.argmax() == d.label}  # fmt: skip
    few = {name: library().digits[name] for name in sorted(right)[:10]}
    figure = FIGURE.validate_python({"id": "fig", **CASES["mistaken"]})
    picture = illustrate(
        figure, Library(library().models, library().headers, few), model="digits", language=language
    )
    assert words in picture.caption and len(picture.table) == 1
    assert all(len(texts(svg)) == 2 for svg in sheets(picture))


def test_bars_are_as_long_as_the_activations():
    (wide, _), rows = sheets(draw(CASES["mistaken"])), chosen("mistaken", "digits")
    bars = [node for node in wide.iter("rect") if node.get("height") == "5"]
    full, gold = bars[::2], bars[1::2]
    shares = [float(b.get("width")) / float(a.get("width")) for a, b in zip(full, gold, strict=True)]
    assert shares == pytest.approx([row[2] for row in rows], abs=1e-3)
    assert by_id(wide, "fig_w_0_misread") is not None


def test_a_network_that_reads_no_digit_is_refused():
    with pytest.raises(FigureError, match=r"^the network reads 2 numbers, not the 784 of a digit$"):
        draw(CASES["certain"], model="tiny")
