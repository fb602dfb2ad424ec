"""What expressions say about networks and digits, against the same thing computed by NumPy here."""

from __future__ import annotations

import numpy as np
import pytest

from generator.network import Library
from generator.spec.expressions import compute_answer, fill_text
from generator.spec.vocabulary import UNKNOWN, World


def value(expression: str, world: World) -> float:
    answer = compute_answer(f"{{{{ {expression} }}}}", world)
    assert answer.problem is None
    assert isinstance(answer.value, float)
    return answer.value


@pytest.fixture(scope="module")
def states(library: Library) -> list[tuple[np.ndarray, np.ndarray]]:
    """(z, a) of each layer for digit 3-1, written out: sigmoid, relu, sigmoid."""
    network = library.models["tiny"]
    a = library.digits["3-1"].pixels.astype(float)
    layers = []
    for w, b, name in zip(network.weights, network.biases, network.activations, strict=True):
        z = w.astype(float) @ a + b.astype(float)
        a = 1 / (1 + np.exp(-z)) if name == "sigmoid" else np.maximum(z, 0)
        layers.append((z, a))
    return layers


def test_weights_and_biases_are_the_arrays_numbers(library: Library, world: World) -> None:
    network = library.models["tiny"]
    assert value("model.weights[1][4][783]", world) == float(network.weights[0][4, 783])
    assert value("model.weights[3][9][0]", world) == float(network.weights[2][9, 0])
    assert value("model.biases[2][3]", world) == float(network.biases[1][3])
    assert value("sum(model.weights[1][2])", world) == pytest.approx(network.weights[0][2].sum(dtype=float))
    assert value("max(model.weights[1][2])", world) == float(network.weights[0][2].max())


def test_a_digit_goes_through_the_network(states: list[tuple[np.ndarray, np.ndarray]], world: World) -> None:
    for layer, (z, a) in enumerate(states, start=1):
        for neuron in range(len(z)):
            assert value(f'digit["3-1"].z[{layer}][{neuron}]', world) == pytest.approx(z[neuron], abs=1e-4)
            assert value(f'digit["3-1"].a[{layer}][{neuron}]', world) == pytest.approx(a[neuron], abs=1e-5)


def test_the_brightest_output_is_the_prediction(
    states: list[tuple[np.ndarray, np.ndarray]], world: World
) -> None:
    outputs = states[-1][1]
    second, first = np.argsort(outputs)[-2:]
    assert value('digit["3-1"].prediction', world) == first
    assert value('digit["3-1"].runner_up', world) == second
    assert value('digit["3-1"].activation', world) == pytest.approx(outputs[first], abs=1e-6)
    assert value('digit["3-1"].runner_up_activation', world) == pytest.approx(outputs[second], abs=1e-6)
    assert value('max(digit["3-1"].outputs)', world) == value('digit["3-1"].activation', world)


def test_pixels(library: Library, world: World) -> None:
    pixels = library.digits["3-1"].pixels
    brightest = int(pixels.argmax())
    assert value('digit["3-1"].lit_pixels', world) == np.count_nonzero(pixels)
    assert value(f'digit["3-1"].pixels[{brightest}]', world) == pixels.max()
    assert value('digit["3-1"].a[0][783]', world) == pixels[783]
    assert value('digit["misread-1"].label', world) == 7


def test_a_weighted_sum_can_be_worked_out_by_hand(world: World) -> None:
    """a of a neuron is σ of its z: the vocabulary's parts fit together."""
    by_hand = value('sigmoid(digit["3-1"].z[1][0])', world)
    assert by_hand == pytest.approx(value('digit["3-1"].a[1][0]', world), abs=1e-6)


def test_another_network_reads_the_digit_its_own_way(world: World) -> None:
    lesson_model = value('digit["3-1"].a[1][0]', world)
    assert value('models["tiny"].digit["3-1"].a[1][0]', world) == lesson_model
    assert value('models["mirrored"].digit["3-1"].a[1][0]', world) != lesson_model


def test_a_digit_passes_through_a_network_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.values import library_numbers

    passes = []
    real = library_numbers.forward
    monkeypatch.setattr(library_numbers, "forward", lambda *given: passes.append(1) or real(*given))
    world = World(library.headers, tuple(library.digits), "tiny", library_numbers.LibraryNumbers(library))
    fill_text('{{ digit["3-1"].prediction }} {{ digit["3-1"].activation }} {{ digit["3-1"].z[1][1] }}', world)
    assert len(passes) == 1
    fill_text('{{ digit["misread-1"].prediction }} {{ models["mirrored"].digit["3-1"].prediction }}', world)
    assert len(passes) == 3


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("model.parameter_count", 784 * 5 + 5 * 4 + 4 * 10 + 19),
        ("model.weight_count", 784 * 5 + 5 * 4 + 4 * 10),
        ("model.bias_count", 19),
        ("model.sizes[0] * model.sizes[1]", 784 * 5),
        ("len(model.sizes)", 4),
        ("sum(model.sizes)", 803),
        ("model.accuracy", 0.9625),
        ("model.layers[2].size", 4),
        ("model.layers[2].weight_count", 20),
        ("model.layers[2].bias_count", 4),
        ("model.layers[2].parameter_count", 24),
        ("model.layers[0].parameter_count", 0),
        ('models["mirrored"].parameter_count', 3999),
        ("len(model.layers)", 4),
        ("len(model.weights[1][0])", 784),
    ],
)
def test_sizes_are_known_before_the_build(
    expression: str, expected: float, headers_only: World, world: World
) -> None:
    assert value(expression, headers_only) == pytest.approx(expected)
    assert value(expression, world) == pytest.approx(expected)


@pytest.mark.parametrize(
    "expression",
    [
        "model.weights[1][0][0]",
        'digit["3-1"].prediction',
        'digit["3-1"].runner_up_activation',
        'digit["3-1"].lit_pixels',
        'digit["misread-1"].label + 1',
        "round(sigmoid(model.biases[1][0]), 2)",
        "sum(model.biases[1])",
        "max(1, model.biases[1][0])",
        "-model.biases[1][0] ** 2",
    ],
)
def test_what_stands_in_arrays_is_unknown_before_the_build(
    expression: str, headers_only: World, world: World
) -> None:
    assert compute_answer(f"{{{{ {expression} }}}}", headers_only).value is UNKNOWN
    assert isinstance(value(expression, world), float)


@pytest.mark.parametrize(
    "expression",
    ["relu(-3)", "relu(2.5)", "sigmoid(0)", "tanh(1)", "leaky_relu(-2)", "leaky_relu(3)"],
)
def test_functions_are_the_networks_own(expression: str, world: World) -> None:
    from generator.network.activations import ACTIVATIONS

    name, argument = expression.rstrip(")").split("(")
    assert value(expression, world) == pytest.approx(float(ACTIVATIONS[name](np.array([float(argument)]))[0]))
