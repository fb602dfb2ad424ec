"""``weight_grid``: the cells are the network's weights."""

from __future__ import annotations

import re

import numpy as np
import pytest

from generator.errors import FigureError
from generator.figures.grids import SignedScale
from generator.figures.numerals import signed
from generator.figures.standalone import stand_alone
from tests.figures.drawing import (
    FIGURES,
    by_id,
    decode_png,
    draw,
    levels_of,
    library,
    parse,
    plain,
    sheets,
    texts,
)

STEPS = 12


def signed_levels(root, name: str, steps: int, shape: tuple[int, int]) -> np.ndarray:
    """Positive minus negative levels of a field of strokes."""
    negative = by_id(root, f"{name}_neg")
    parents = {child: parent for parent in root.iter() for child in parent}
    positive = parents[parents[negative]][0]
    assert "positive" in positive.get("stroke") and "negative" in parents[negative].get("stroke")
    return levels_of(positive, steps, shape) - levels_of(negative, steps, shape)


@pytest.mark.parametrize("name", ["neuron", "video"])
@pytest.mark.parametrize("model", ["digits", "digits-relu", "short"])
def test_every_cell_of_a_neuron_has_the_level_of_its_weight(name, model):
    weights = library().models[model].weights[0][3].reshape(28, 28)
    drawn = signed_levels(parse(draw(FIGURES[name], model=model).svg), "fig", STEPS, (28, 28))
    limit = SignedScale.of(weights, STEPS).limit
    assert np.abs(drawn / STEPS - np.clip(weights / limit, -1, 1)).max() <= 0.5 / STEPS + 1e-6
    assert np.unique(drawn).size > STEPS


def masked_levels(root, sheet) -> np.ndarray:
    """Positive minus negative levels of a drawing's masks, 0–15, wherever their images are."""
    drawn = []
    for role in ("positive", "negative"):
        (mask,) = (node for node in sheet.iter("mask") if node.get("id").endswith(f"_{role}"))
        field = np.zeros((int(mask.get("height")), int(mask.get("width"))), dtype=int)
        for view in mask.iter("use"):
            pixels = decode_png(by_id(root, view.get("href")[1:]).get("href")).astype(int)
            (clip,) = by_id(root, re.fullmatch(r"url\(#(.+)\)", view.get("clip-path"))[1])
            row, rows = int(clip.get("y")), int(clip.get("height"))
            x, y = map(int, re.findall(r"-?\d+", view.get("transform")))
            field[y + row : y + row + rows, x : x + pixels.shape[1]] = pixels[row : row + rows]
        drawn.append(field)
    return drawn[0] - drawn[1]


@pytest.mark.parametrize("variant", [0, 1])
@pytest.mark.parametrize("model", ["digits", "large"])
def test_every_mask_of_a_layer_holds_the_levels_of_its_neurons(variant, model):
    root = parse(draw(FIGURES["layer"], model=model).svg)
    svg = list(root)[variant]
    weights = library().models[model].weights[0][:16]
    levels = SignedScale.of(weights, 7).levels(weights).reshape(16, 28, 28)
    per_row = (8, 4)[variant]
    drawn = masked_levels(root, svg)
    high, wide = drawn.shape[0] // (16 // per_row), 32
    for index in range(16):
        bottom, left = (index // per_row + 1) * high, index % per_row * wide
        shown = drawn[bottom - 28 : bottom, left : left + 28]
        assert (shown == np.rint(levels[index] * 15 / 7)).all()
    biases = library().models[model].biases[0][:16]
    assert [signed(float(bias), 1) for bias in biases] == texts(svg)[3 : 3 + 32 : 2]


@pytest.mark.parametrize("layer", [1, 2])
def test_twins_share_the_images_behind_their_masks(layer):
    wide, tall = parse(draw({"kind": "weight_grid", "layer": layer}, model="large").svg)
    assert [len(list(svg.iter("image"))) for svg in (wide, tall)] == [2, 0]


def test_a_deeper_neurons_cells_carry_their_weights():
    root = parse(draw(FIGURES["deep-neuron"]).svg)
    weights = library().models["digits"].weights[1][3]
    assert [signed(float(weight)) for weight in weights] == [
        t for t in texts(root) if re.match(r"[+−]\d", t)
    ][:16]
    first = signed_levels(root, "fig_row0", STEPS, (1, 8))
    assert (first == SignedScale.of(weights, STEPS).levels(weights)[:8]).all()


@pytest.mark.parametrize("variant", ["w", "t"])
def test_a_deeper_layer_is_the_matrix_of_its_weights(variant):
    root = parse(draw(FIGURES["deep-layer"]).svg)
    weights = library().models["digits"].weights[2]
    drawn = signed_levels(root, f"fig_{variant}", 15, weights.shape)
    assert (drawn == SignedScale.of(weights, 15).levels(weights)).all()


@pytest.mark.parametrize("variant", [0, 1])
def test_a_large_matrix_goes_into_masks(variant):
    root = parse(draw({"kind": "weight_grid", "layer": 2}, model="large").svg)
    weights = library().models["large"].weights[1]
    drawn = masked_levels(root, list(root)[variant])
    assert (drawn == SignedScale.of(weights, 15).levels(weights)).all()


@pytest.mark.parametrize("name", ["neuron", "layer", "deep-neuron"])
def test_a_legend_says_at_most_and_at_least_exactly_where_weights_are_clipped(name):
    fields = FIGURES[name]
    weights = library().models["digits"].weights[fields.get("layer", 1) - 1]
    values = np.abs(weights[fields["neuron"]] if "neuron" in fields else weights)
    *_, low, zero, high = texts(sheets(draw(fields))[0])
    limit = float(high.lstrip("≥ +"))
    assert zero == "0" and low.replace("≤", "≥").replace("−", "+") == high
    assert high.startswith("≥") == bool(values.max() > limit)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_caption_and_heading_say_the_networks_numbers(language):
    picture, network = draw(FIGURES["neuron"], language), library().models["digits"]
    row, bias = network.weights[0][3], float(network.biases[0][3])
    for value in (float(row.min()), float(row.max()), bias):
        assert signed(value) in picture.caption
    heading, shown_bias = texts(parse(picture.svg))[:2]
    assert "3" in heading and "784" in heading and signed(bias) in shown_bias
    listed = [float(cell.replace("−", "-")) for _, cell in picture.table[1:11]]
    assert listed == [float(f"{value:.4f}") for value in [*np.sort(row)[-5:][::-1], *np.sort(row)[:5]]]


def test_the_video_palette_is_named_in_words_and_in_colours():
    usual, video = draw(FIGURES["neuron"]), draw(FIGURES["video"])
    assert ("Blue", "orange") == tuple(re.findall("Blue|Green|orange|red", plain(usual.caption)))
    assert ("Green", "red") == tuple(re.findall("Blue|Green|orange|red", video.caption))
    assert "nn-palette-video" in video.svg and "nn-palette-video" not in usual.svg
    assert "#83e06a" in stand_alone(video) and "#0b63c5" not in stand_alone(video)


# For the reader's switch. A caption that names a colour by itself would be wrong on half the screens.
def test_a_caption_holds_the_colours_of_both_palettes():
    either = r'<span class="nn-usual">(\w+)</span><span class="nn-lecture" hidden>(\w+)</span>'
    english, korean = (re.findall(either, draw(FIGURES["neuron"], code).caption) for code in ("en", "ko"))
    assert english == [("Blue", "Green"), ("orange", "red")]
    assert korean == [("파란", "초록"), ("주황", "빨간")]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"layer": 4}, "figure 'fig': the network has layers 1 to 3, not 4"),
        ({"layer": 2, "neuron": 16}, "figure 'fig': layer 2 has neurons 0 to 15, not 16"),
    ],
)
def test_what_the_network_lacks_is_refused(fields, message):
    with pytest.raises(FigureError, match=f"^{re.escape(message)}$"):
        draw({"kind": "weight_grid", **fields})


def test_a_scale_is_clipped_only_for_many_weights_and_never_zero():
    many = np.concatenate((np.full(990, 0.2), np.full(10, 0.9)))
    assert SignedScale.of(many, 12) == SignedScale(0.9, 12, False)
    assert SignedScale.of(np.append(many, [5.0]), 12).clipped
    assert SignedScale.of(np.array([0.1, -7.0]), 12) == SignedScale(7.0, 12, False)
    assert SignedScale.of(np.zeros(4), 12).limit == 1
    assert SignedScale.of(np.array([0.00042]), 12).end_labels() == ("−0.00042", "+0.00042")


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", ["neuron-difference", "layer-difference"])
def test_a_difference_says_which_minus_which_and_how_far_apart_they_are(name, language):
    ours, others = (library().models[model].weights[0] for model in ("digits", "digits-plain"))
    apart = (ours.astype(float) - others)[slice(3, 4) if name.startswith("neuron") else slice(None)]
    picture = draw(FIGURES[name], language)
    largest = float(apart.flat[np.abs(apart).argmax()])
    assert picture.caption.index("digits") < picture.caption.index("digits-plain")
    assert signed(largest) in picture.caption
    assert ("higher +" if language == "en" else "더 큼 +") in texts(sheets(picture)[0])


def test_every_cell_of_a_difference_has_its_level():
    ours, others = (library().models[model].weights[0][3] for model in ("digits", "digits-plain"))
    apart = ours.astype(float) - others
    drawn = signed_levels(parse(draw(FIGURES["neuron-difference"]).svg), "fig", STEPS, (28, 28))
    assert (drawn.ravel() == SignedScale.of(apart, STEPS).levels(apart)).all()


def test_layers_of_different_sizes_are_not_subtracted():
    with pytest.raises(FigureError, match=r"^figure 'fig': layer 1 of 'large' has another size$"):
        draw({"kind": "weight_grid", "against": "large"})


@pytest.mark.parametrize(
    ("language", "delta", "bias"), [("en", "Δ bias", "bias difference"), ("ko", "Δ편향", "편향의 차")]
)
def test_a_difference_is_called_one_in_labels_and_tables(language, delta, bias):
    networks = [library().models[name] for name in ("digits", "digits-plain")]
    apart = float(networks[0].biases[0][3]) - float(networks[1].biases[0][3])
    neuron = draw(FIGURES["neuron-difference"], language)
    assert f"{delta} {apart:+.2f}".replace("-", "−") in texts(parse(neuron.svg))
    assert neuron.table[-1] == (bias, f"{apart:+.4f}".replace("-", "−"))
    assert bias in draw(FIGURES["layer-difference"], language).table[0]
