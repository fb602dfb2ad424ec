"""The network as data: shapes, counts, forward pass, exact changes of form."""

from __future__ import annotations

import numpy as np
import pytest

from generator.network import Network, forward, predict, random_network
from generator.network.activations import ACTIVATIONS
from generator.network.backprop import Parameters
from generator.network.convert import softmax_to_sigmoid, tanh_to_sigmoid

LECTURE = (784, 16, 16, 10)


def spread(sizes: tuple[int, ...], names: tuple[str, ...], rng: np.random.Generator) -> Network:
    """A random network whose biases are not zero."""
    parameters = Parameters.of(random_network(sizes, names, rng), np.float64)
    parameters.flat += rng.normal(0, 0.2, parameters.flat.shape)
    return parameters.network(names)


def test_the_lecture_network_has_13002_parameters(rng: np.random.Generator) -> None:
    network = random_network(LECTURE, ("sigmoid",) * 3, rng)
    assert network.sizes == LECTURE
    assert (network.weight_count, network.bias_count, network.parameter_count) == (12_960, 42, 13_002)
    assert {array.dtype for array in (*network.weights, *network.biases)} == {np.dtype(np.float32)}


def test_forward_by_hand() -> None:
    # x = (1, 2); hidden z = (1·1 + 0·2 + 0.5, 1·1 − 1·2 + 0) = (1.5, −1), ReLU → (1.5, 0)
    # output z = 2·1.5 + 3·0 − 3 = 0, σ(0) = 0.5
    network = Network(
        (np.array([[1.0, 0.0], [1.0, -1.0]]), np.array([[2.0, 3.0]])),
        (np.array([0.5, 0.0]), np.array([-3.0])),
        ("relu", "sigmoid"),
    )
    hidden, output = forward(network, np.array([[1.0, 2.0]]))
    assert hidden.z.tolist() == [[1.5, -1.0]] and hidden.a.tolist() == [[1.5, 0.0]]
    assert output.z.tolist() == [[0.0]] and output.a.tolist() == [[0.5]]


def test_predict_names_the_brightest_output(rng: np.random.Generator) -> None:
    network, x = spread((5, 4, 3), ("tanh", "softmax"), rng), rng.random((20, 5))
    assert predict(network, x).tolist() == [int(a.argmax()) for a in forward(network, x)[-1].a]


@pytest.mark.parametrize(
    ("weights", "biases", "names", "message"),
    [
        ((), (), (), "a network needs one weight matrix, bias vector and activation per layer"),
        (((2, 3),), ((2,),), ("swish",), "unknown activation 'swish'; there are " + ", ".join(ACTIVATIONS)),
        (((2, 3),), ((3,),), ("relu",), "layer 1: weights (2, 3) and biases (3,) do not fit 3 inputs"),
        (
            ((2, 3), (2, 3)),
            ((2,), (2,)),
            ("relu", "relu"),
            "layer 2: weights (2, 3) and biases (2,) do not fit 2 inputs",
        ),
    ],
)
def test_parts_that_do_not_fit_are_refused(weights: tuple, biases: tuple, names: tuple, message: str) -> None:
    with pytest.raises(ValueError) as caught:
        Network(tuple(np.zeros(s) for s in weights), tuple(np.zeros(s) for s in biases), names)
    assert str(caught.value) == message


def test_inputs_of_the_wrong_size_are_refused(rng: np.random.Generator) -> None:
    with pytest.raises(ValueError) as caught:
        forward(random_network((4, 2), ("sigmoid",), rng), np.zeros(4))
    assert str(caught.value) == "the network takes inputs of shape (batch, 4), not (4,)"


@pytest.mark.parametrize("output", ["softmax", "sigmoid", "relu"])
def test_tanh_becomes_sigmoid_exactly(output: str, rng: np.random.Generator) -> None:
    network, x = spread(LECTURE, ("tanh", "tanh", output), rng), rng.random((200, 784))
    twin = tanh_to_sigmoid(network)
    assert twin.activations == ("sigmoid", "sigmoid", output)
    before, after = forward(network, x), forward(twin, x)
    for old, new in zip(before[:-1], after[:-1], strict=True):
        np.testing.assert_allclose(new.a, (old.a + 1) / 2, rtol=0, atol=1e-9)
    np.testing.assert_allclose(after[-1].a, before[-1].a, rtol=0, atol=1e-9)
    assert (predict(twin, x) == predict(network, x)).all()


def test_tanh_outputs_become_their_place_between_0_and_1(rng: np.random.Generator) -> None:
    network, x = spread((4, 3, 2), ("sigmoid", "tanh"), rng), rng.random((9, 4))
    a = forward(tanh_to_sigmoid(network), x)[-1].a
    np.testing.assert_allclose(a, (forward(network, x)[-1].a + 1) / 2, rtol=0, atol=1e-12)


def test_softmax_becomes_sigmoid_with_the_best_shift(rng: np.random.Generator) -> None:
    network, x = spread((8, 5, 3), ("tanh", "softmax"), rng), rng.random((300, 8))
    y = predict(network, x)
    twin = softmax_to_sigmoid(network, x, y)
    z, shifted = forward(network, x)[-1].z, forward(twin, x)[-1]
    shift = shifted.z - z
    np.testing.assert_allclose(shift, shift[0, 0], atol=1e-9)
    assert (predict(twin, x) == y).all()
    assert shifted.a.sum(axis=1).mean() == pytest.approx(1, abs=1e-6)
    entropy = [
        np.logaddexp(0, z + shift[0, 0] + off).sum() - (z + shift[0, 0] + off)[np.arange(300), y].sum()
        for off in (-0.05, 0, 0.05)
    ]
    assert entropy[1] < min(entropy[0], entropy[2])
