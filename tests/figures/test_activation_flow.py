"""``activation_flow``: circles, bars, lines and captions are one forward pass."""

from __future__ import annotations

import re

import numpy as np
import pytest

from generator.errors import FigureError
from generator.figures.edges import LEVELS
from generator.figures.flow import trace_flow
from generator.network import Network, SampleDigit, forward
from tests.figures.drawing import FIGURES, by_id, draw, library, parse, random_network, sheets, texts

DIGITS = ("0-1", "3-1", "8-2", "misread-1")
VARIANTS = ("w", "t")


def states(model: str, digit: str) -> list[np.ndarray]:
    pixels = library().digits[digit].pixels[None, :]
    return [state.a[0] for state in forward(library().models[model], pixels)]


def flow(digit: str, language: str = "en", model: str = "digits"):
    return draw({"kind": "activation_flow", "digit": digit}, language, model)


@pytest.mark.parametrize("digit", DIGITS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_neuron_is_filled_by_its_activation(digit, variant):
    root = parse(flow(digit).svg)
    for layer, expected in enumerate(states("digits", digit), start=1):
        circles = by_id(root, f"fig_{variant}_layer{layer}")
        fills = [float(circle.get("fill-opacity")) for circle in circles.iter("circle")]
        assert np.abs(np.array(fills) - expected).max() <= 0.005 + 1e-6


@pytest.mark.parametrize("digit", DIGITS)
def test_the_outputs_are_written_beside_their_neurons_and_in_the_table(digit):
    outputs = states("digits", digit)[-1]
    picture = flow(digit)
    assert [float(value) for _, value in picture.table[1:]] == [float(f"{value:.4f}") for value in outputs]
    wide, tall = (texts(svg) for svg in sheets(picture))
    shown = [f"{value:.2f}" for value in outputs]
    assert [t for t in wide if re.fullmatch(r"\d\.\d\d", t)] == shown
    strongest = sorted(np.argsort(-outputs, kind="stable")[:2])
    assert [t for t in tall if re.fullmatch(r"\d\.\d\d", t)] == [shown[neuron] for neuron in strongest]


def levels_drawn(root, layer: int, variant: str) -> dict[tuple[str, int], int]:
    """(sign, level) → number of lines into a layer."""
    found: dict[tuple[str, int], int] = {}
    lines = by_id(root, f"fig_{variant}_edges{layer}")
    lines = by_id(root, lines.get("href")[1:]) if lines.tag == "use" else lines
    for group in lines.iter("g"):
        role = re.search("positive|negative", group.get("stroke", ""))
        for path in group.findall("path") if role else ():
            level = round((float(path.get("stroke-width")) - 0.5) / 2.7 * LEVELS)
            key = (role[0], level)
            found[key] = found.get(key, 0) + path.get("d").count("M")
    return found


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("layer", [2, 3])
def test_lines_are_weight_times_activation_on_one_scale_per_layer(variant, layer):
    network, activations = library().models["digits"], states("digits", "3-1")
    products = network.weights[layer - 1] * activations[layer - 2]
    strengths = np.rint(products / np.abs(products).max() * LEVELS)
    expected = {
        (sign, level): int((strengths == factor * level).sum())
        for sign, factor in (("positive", 1), ("negative", -1))
        for level in range(1, LEVELS + 1)
    }
    drawn = levels_drawn(parse(flow("3-1").svg), layer, variant)
    assert drawn == {key: lines for key, lines in expected.items() if lines}


def line_ends(root, name: str) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Where the lines of the wide variant begin and end."""
    places = [
        list(map(float, re.findall(r"[\d.]+", piece)))
        for path in by_id(root, name).iter("path")
        for piece in path.get("d").split("M")[1:]
    ]
    return [((place[0], place[1]), (place[-2], place[-1])) for place in places]


@pytest.mark.parametrize("layer", [2, 3])
@pytest.mark.parametrize("digit", DIGITS)
def test_the_lines_of_columns_end_at_the_neurons_of_rows(digit, layer):
    root = parse(flow(digit).svg)
    use = by_id(root, f"fig_t_edges{layer}")
    a, b, c, d, e, f = map(float, re.findall(r"-?[\d.]+", use.get("transform")))
    ends = line_ends(root, use.get("href")[1:])
    assert len(ends) > 50
    for side, (stands, sign) in enumerate(((layer - 1, 1), (layer, -1))):
        rings = [
            tuple(float(circle.get(key)) for key in ("cx", "cy", "r"))
            for circle in by_id(root, f"fig_t_layer{stands}").iter("circle")
        ]
        for line in ends:
            x, y = line[side]
            x, y = a * x + c * y + e, b * x + d * y + f
            assert min(abs(x - cx) + abs(y - cy - sign * r) for cx, cy, r in rings) <= 1


def test_far_layers_have_lines_of_their_own():
    root = parse(flow("3-1", model="long").svg)
    assert by_id(root, "fig_t_edges3").tag == "g"


def test_into_the_first_layer_lead_the_four_strongest_pixels_of_every_neuron():
    network, digit = library().models["digits"], library().digits["3-1"]
    sizes = np.abs(network.weights[0] * digit.pixels)
    for target in range(16):
        sources = {c.source for c in trace_flow(network, digit).connections[0] if c.target == target}
        assert sources == set(np.argsort(-sizes[target], kind="stable")[:4].tolist())


def test_only_lines_into_the_winner_are_in_focus_and_negative_ones_are_dashed():
    root = parse(flow("3-1").svg)
    faded, focus = list(by_id(root, "fig_w_edges3"))
    assert (faded.get("opacity"), focus.get("opacity")) == (".22", None)
    winner = states("digits", "3-1")[-1].argmax()
    centre = list(by_id(root, "fig_w_layer3"))[winner].get("cy")
    for path in focus.iter("path"):
        ends = re.findall(r"(\d+)(?=M|$)", path.get("d"))
        assert ends and all(abs(int(y) - float(centre)) <= 0.5 for y in ends)
    for group in root.iter("g"):
        stroke = group.get("stroke", "")
        if "positive" in stroke or "negative" in stroke:
            assert ("negative" in stroke) == (group.get("stroke-dasharray") is not None)


@pytest.mark.parametrize("digit", DIGITS)
def test_the_captions_say_what_the_network_says(digit):
    outputs, label = states("digits", digit)[-1], library().digits[digit].label
    second, winner = np.argsort(outputs)[-2:]
    best, other = f"{outputs[winner]:.2f}", f"{outputs[second]:.2f}"
    verb = "reads" if winner == label else "misreads"
    assert flow(digit).caption == (
        f"The network {verb} this {label} as {winner}, with activation {best}. "
        f"Runner-up: {second} with {other}."
    )
    korean = flow(digit, "ko").caption
    assert re.findall(r"\d\.\d\d|\d", korean) == [str(label), str(winner), best, str(second), other]
    assert ("잘못" in korean) == (winner != label)


def test_korean_sentences_have_the_right_particles():
    assert flow("3-1", "ko").caption.startswith("신경망은 이 3을 3으로 읽었습니다. ")
    assert flow("7-1", "ko").caption.startswith("신경망은 이 7을 7로 읽었습니다. ")
    assert flow("2-1", "ko").caption.startswith("신경망은 이 2를 2로 읽었습니다. ")


@pytest.mark.parametrize(("digit", "rings"), [("3-1", 0), ("misread-1", 1)])
def test_the_right_answer_of_a_misread_digit_is_marked(digit, rings):
    for svg in sheets(flow(digit)):
        assert sum(rect.get("stroke-dasharray") is not None for rect in svg.iter("rect")) == rings


def test_of_a_large_layer_the_most_active_neurons_are_drawn_and_the_figure_says_so():
    trace = trace_flow(library().models["large"], library().digits["3-1"])
    hidden = states("large", "3-1")[0]
    assert set(trace.drawn[0]) == set(np.argsort(-np.abs(hidden), kind="stable")[:16].tolist())
    assert "16 most active neurons per layer" in texts(parse(flow("3-1", model="large").svg))
    assert max(trace.fills[0]) == 1 and max(map(len, trace.drawn)) == 16


def test_the_scale_is_that_of_the_whole_layer_drawn_or_not():
    network, activations = library().models["large"], states("large", "3-1")
    products = network.weights[1] * activations[0]
    drawn = trace_flow(network, library().digits["3-1"]).connections[1]
    assert 0 < len(drawn) <= 256
    for connection in drawn:
        expected = products[connection.target, connection.source] / np.abs(products).max()
        assert abs(connection.strength - expected) < 1e-5


def test_what_cannot_flow_is_refused():
    with pytest.raises(FigureError, match=r"^the digit has 784 pixels, but the network takes 2 inputs$"):
        draw(FIGURES["flow"], model="tiny")
    deep: Network = random_network((784, 4, 4, 4, 4, 4, 4, 4, 10))
    digit: SampleDigit = library().digits["3-1"]
    with pytest.raises(FigureError, match=r"^the network has 7 hidden layers; a flow shows at most 6$"):
        trace_flow(deep, digit)


def test_an_author_can_do_without_movement():
    still = draw({**FIGURES["flow"], "animated": False})
    assert (
        draw(FIGURES["flow"]).svg == still.svg.replace('"nn-twins"', '"nn-twins nn-animated"', 1) != still.svg
    )
