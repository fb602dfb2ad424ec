"""Training: it learns, it repeats itself, it says what does not fit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from generator.network import Network, random_network
from generator.network.digits import scaled
from generator.network.measure import accuracy, confusion_matrix, winners
from generator.network.recipe import Recipe, folds, follow
from generator.network.train import Epoch, Settings, train
from tests.network.pictures import bars

SETTINGS = Settings(epochs=4, batch_size=32, learning_rate=0.01)
NAMES = ("tanh", "softmax")


def run(settings: Settings = SETTINGS, seed: int = 5, names: tuple[str, ...] = NAMES) -> list[Epoch]:
    digits = bars(600, np.random.default_rng(0))
    rng = np.random.default_rng(seed)
    return list(train(random_network((36, 8, 6), names, rng), digits.flat, digits.labels, settings, rng))


def same(left: Network, right: Network) -> bool:
    pairs = zip((*left.weights, *left.biases), (*right.weights, *right.biases), strict=True)
    return all(np.array_equal(a, b) for a, b in pairs)


@pytest.mark.parametrize(
    ("names", "settings"),
    [
        (NAMES, SETTINGS),
        (("relu", "softmax"), replace(SETTINGS, epochs=12)),
        (("leaky_relu", "sigmoid"), replace(SETTINGS, schedule="constant")),
        (NAMES, replace(SETTINGS, optimizer="sgd", learning_rate=0.1, smoothness=1e-3)),
        (("sigmoid", "sigmoid"), Settings(60, None, 16, 1.0, "sgd", 0.0, loss="squared_error")),
    ],
)  # fmt: skip
def test_it_learns(names: tuple[str, ...], settings: Settings) -> None:
    epochs = run(settings, names=names)
    assert epochs[-1].loss < epochs[0].loss / 2
    assert accuracy(epochs[-1].network, bars(300, np.random.default_rng(1))) > 0.98


def test_a_seed_decides_everything() -> None:
    first, again, other = run(seed=5)[-1], run(seed=5)[-1], run(seed=6)[-1]
    assert same(first.network, again.network) and first.loss == again.loss
    assert not same(first.network, other.network)


def test_epochs_are_counted() -> None:
    assert [(e.number, e.steps, e.total_steps) for e in run()] == [
        (1, 19, 76),
        (2, 38, 76),
        (3, 57, 76),
        (4, 76, 76),
    ]
    by_steps = run(replace(SETTINGS, steps=25))
    assert [(e.number, e.steps, e.total_steps) for e in by_steps] == [(1, 19, 25), (2, 25, 25)]


def test_an_epoch_record_is_not_changed_by_the_next() -> None:
    digits, rng = bars(64, np.random.default_rng(0)), np.random.default_rng(1)
    start = random_network((36, 6), ("softmax",), rng)
    before = start.weights[0].copy()
    epochs = train(start, digits.flat, digits.labels, SETTINGS, rng)
    first = next(epochs)
    kept = first.network.weights[0].copy()
    next(epochs)
    assert np.array_equal(first.network.weights[0], kept) and np.array_equal(start.weights[0], before)


def test_bytes_and_floats_train_alike() -> None:
    digits = bars(100, np.random.default_rng(0))
    results = []
    for x in (digits.flat, scaled(digits.flat)):
        rng = np.random.default_rng(3)
        *_, last = train(random_network((36, 6), ("softmax",), rng), x, digits.labels, SETTINGS, rng)
        results.append(last.network.weights[0])
    np.testing.assert_allclose(results[0], results[1], atol=1e-5)


def test_adam_moves_by_the_learning_rate_at_first() -> None:
    # After one step m̂ / √v̂ = g / |g|, so every parameter with a gradient moves by η, whatever its scale.
    digits, rng = bars(64, np.random.default_rng(0)), np.random.default_rng(1)
    start = random_network((36, 6), ("softmax",), rng, np.float64)
    settings = Settings(steps=1, learning_rate=0.01, schedule="constant", dtype=np.float64)
    (epoch,) = train(start, digits.flat, digits.labels, settings, rng)
    moved = np.abs(epoch.network.weights[0] - start.weights[0])
    np.testing.assert_allclose(moved, 0.01, rtol=1e-3)


def test_smoothness_makes_grids_smoother() -> None:
    def roughness(network: Network) -> float:
        grids = network.weights[0].reshape(-1, 6, 6)
        return float((np.diff(grids, axis=1) ** 2).sum() / (grids**2).sum())

    rough, smooth = run(), run(replace(SETTINGS, smoothness=0.01))
    assert roughness(smooth[-1].network) < roughness(rough[-1].network) / 2


@pytest.mark.parametrize(
    ("x", "y", "message"),
    [
        (np.zeros((3, 5)), [0, 1, 2], "the network takes examples of shape (count, 4), not (3, 5)"),
        (np.zeros((0, 4)), [], "the network takes examples of shape (count, 4), not (0, 4)"),
        (np.zeros((3, 4)), [0, 1], "3 examples need as many labels, not (2,)"),
        (np.zeros((3, 4)), [0, 1, 2], "labels run from 0 to 1, not 0 to 2"),
    ],
)
def test_examples_that_do_not_fit_are_refused(x: np.ndarray, y: list[int], message: str) -> None:
    network = random_network((4, 2), ("softmax",), np.random.default_rng(0))
    with pytest.raises(ValueError) as caught:
        next(train(network, x, np.array(y, int), Settings(), np.random.default_rng(0)))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("activation", "through_tanh", "trained"),
    [
        ("sigmoid", True, ("tanh", "softmax")),
        ("sigmoid", False, ("sigmoid", "softmax")),
        ("relu", True, ("relu", "softmax")),
    ],
)
def test_a_recipe_ends_in_its_final_form(
    activation: str, through_tanh: bool, trained: tuple[str, str]
) -> None:
    recipe = Recipe((36, 8, 6), activation, through_tanh, replace(SETTINGS, epochs=8), copies=1)
    assert recipe.trained_activations() == trained
    *_, last = follow(recipe, bars(300, np.random.default_rng(0)), np.random.default_rng(1))
    assert last.network.activations == (activation, "sigmoid")
    assert last.steps == recipe.total_steps(300) == 8 * 19
    assert accuracy(last.network, bars(120, np.random.default_rng(2))) > 0.95


def test_folds_share_out_every_class_in_blocks() -> None:
    labels = np.array([0, 1] * 6 + [1, 1])
    masks = list(folds(labels, 2))
    assert (masks[0] ^ masks[1]).all()
    assert np.flatnonzero(masks[0]).tolist() == [0, 1, 2, 3, 4, 5, 7]  # three of six 0s, four of eight 1s


def test_measures_agree(rng: np.random.Generator) -> None:
    digits, network = bars(90, rng), random_network((36, 6), ("softmax",), rng)
    counts, answers = confusion_matrix(network, digits), winners(network, digits)
    assert counts.sum() == 90 and counts.sum(axis=1).tolist() == [15] * 6
    assert counts[2, 4] == ((digits.labels == 2) & (answers == 4)).sum()
    assert accuracy(network, digits) == counts.trace() / 90
