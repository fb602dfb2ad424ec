"""Backpropagation against central differences along random directions, and one step worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from generator.network.activations import ACTIVATIONS
from generator.network.backprop import THROUGH, Loss, Parameters, Workspace, check_loss
from generator.network.model import Network, random_network
from generator.network.train import Settings, SmoothnessPenalty, train

SIZES = (6, 5, 4, 3)
CASES = [
    (hidden, output, loss)
    for hidden in ACTIVATIONS
    for output, loss in [
        ("softmax", "cross_entropy"),
        ("sigmoid", "cross_entropy"),
        *[(name, "squared_error") for name in ACTIVATIONS],
    ]
]


def workspace(hidden: str, output: str, loss: Loss, rng: np.random.Generator) -> Workspace:
    """A small network in float64 with random weights *and biases*, and a batch of seven examples."""
    network = random_network(SIZES, (hidden, hidden, output), rng, np.float64)
    parameters = Parameters.of(network, np.float64)
    parameters.flat += rng.normal(0, 0.3, parameters.flat.shape)
    work = Workspace(parameters, network.activations, loss, 7)
    work.x[...] = rng.random(work.x.shape)
    work.labels[...] = rng.integers(0, SIZES[-1], 7)
    return work


def slope_error(work: Workspace, rng: np.random.Generator) -> float:
    """The relative difference of analytic and numeric slope, the largest of five random directions."""
    work.forward()
    work.backward()
    start, gradient = work.parameters.flat.copy(), work.gradient.flat.copy()
    errors = []
    for _ in range(5):
        direction = rng.normal(0, 1, start.shape)
        direction /= np.linalg.norm(direction)
        losses = []
        for step in (1e-5, -1e-5):
            work.parameters.flat[...] = start + step * direction
            losses.append(work.forward())
        numeric, analytic = (losses[0] - losses[1]) / 2e-5, float(gradient @ direction)
        errors.append(abs(numeric - analytic) / max(abs(numeric), abs(analytic), 1e-3))
    return max(errors)


@pytest.mark.parametrize(("hidden", "output", "loss"), CASES)
def test_gradient_is_the_slope_of_the_loss(
    hidden: str, output: str, loss: Loss, rng: np.random.Generator
) -> None:
    assert slope_error(workspace(hidden, output, loss, rng), rng) < 1e-5


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_check_rejects_a_derivative_wrong_by_a_thousandth(
    name: str, rng: np.random.Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = THROUGH[name]

    def wrong(delta: np.ndarray, a: np.ndarray, scratch: np.ndarray) -> None:
        right(delta, a, scratch)
        delta *= 1.001

    monkeypatch.setitem(THROUGH, name, wrong)
    assert slope_error(workspace(name, "sigmoid", "squared_error", rng), rng) > 1e-5


def test_smoothness_gradient_is_the_slope_of_the_penalty(rng: np.random.Generator) -> None:
    weights, direction = rng.normal(0, 1, (3, 25)), rng.normal(0, 1, (3, 25))
    gradient, penalty = np.zeros_like(weights), SmoothnessPenalty(weights, 0.7)
    penalty.add_gradient(gradient)
    values = []
    for step in (1e-4, -2e-4):
        weights += step * direction
        values.append(penalty.value())
    assert (values[0] - values[1]) / 2e-4 == pytest.approx(float((gradient * direction).sum()), rel=1e-7)


def test_smoothness_counts_every_neighbouring_pair_once() -> None:
    # The grid 1 2 / 4 8: across 1² + 4², down 3² + 6² → 62. No pair joins the end of a row to the next row.
    assert SmoothnessPenalty(np.array([[1.0, 2.0, 4.0, 8.0]]), 0.5).value() == 31.0


def test_one_step_by_hand() -> None:
    # Two inputs, one sigmoid hidden neuron, two sigmoid outputs; x = (1, 0.5), label 1, so t = (0, 1).
    # hidden: z = 0.4·1 − 0.8·0.5 + 0 = 0                 → a = σ(0) = 0.5
    # output: z = (2·0.5 − 1, −2·0.5 + 1) = (0, 0)         → a = (0.5, 0.5)
    # loss Σ (a − t)² = 0.25 + 0.25 = 0.5
    # δ output = 2·(a − t)·a·(1 − a) = (2·0.5·0.25, −2·0.5·0.25) = (0.25, −0.25)
    # ∂W output = δ·a hidden = (0.125, −0.125);  ∂b output = (0.25, −0.25)
    # δ hidden = (0.25·2 + (−0.25)·(−2))·0.25 = 0.25;  ∂W hidden = (0.25, 0.125);  ∂b hidden = 0.25
    network = Network(
        (np.array([[0.4, -0.8]]), np.array([[2.0], [-2.0]])),
        (np.array([0.0]), np.array([-1.0, 1.0])),
        ("sigmoid", "sigmoid"),
    )
    settings = Settings(
        steps=1, learning_rate=0.4, optimizer="sgd", momentum=0, schedule="constant", loss="squared_error",
        dtype=np.float64,
    )  # fmt: skip
    (epoch,) = train(network, np.array([[1.0, 0.5]]), np.array([1]), settings, np.random.default_rng(0))
    assert epoch.loss == pytest.approx(0.5, abs=1e-15)
    np.testing.assert_allclose(epoch.network.weights[0], [[0.4 - 0.1, -0.8 - 0.05]], atol=1e-15)
    np.testing.assert_allclose(epoch.network.biases[0], [-0.1], atol=1e-15)
    np.testing.assert_allclose(epoch.network.weights[1], [[1.95], [-1.95]], atol=1e-15)
    np.testing.assert_allclose(epoch.network.biases[1], [-1.1, 1.1], atol=1e-15)


def test_losses_stay_finite_far_out() -> None:
    for output, loss in (("softmax", -np.log(np.finfo(np.float32).tiny)), ("sigmoid", 2e4)):
        parameters = Parameters((1, 2), np.float32)
        parameters.weights[0][...] = [[1e4], [-1e4]]
        work = Workspace(parameters, (output,), "cross_entropy", 1)
        work.x[...], work.labels[...] = 1, 1
        assert work.forward() == pytest.approx(loss)
        work.backward()
        np.testing.assert_allclose(work.gradient.biases[0], [1, -1])


def test_losses_without_meaning_are_refused() -> None:
    with pytest.raises(
        ValueError,
        match=r"^cross-entropy needs outputs that are probabilities \(sigmoid, softmax\), not relu$",
    ):
        check_loss("cross_entropy", "relu")
    with pytest.raises(ValueError, match=r"^unknown loss 'hinge'; there are squared_error, cross_entropy$"):
        check_loss("hinge", "softmax")
